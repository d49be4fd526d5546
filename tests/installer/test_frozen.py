"""The program that runs without Python, made and compared with the source (make test-all)."""

from __future__ import annotations

import pytest

from installer import catalogues, freeze, verify


@pytest.mark.frozen
def test_the_frozen_program_does_what_the_source_does(
    capfd: pytest.CaptureFixture[str],
) -> None:
    catalogues.compile_all()
    assert freeze.freeze() == 0
    capfd.readouterr()
    assert verify.verify() == 0, capfd.readouterr().err
