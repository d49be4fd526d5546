from __future__ import annotations

import sys

import pytest

from seqeditor.ui.constants_kept import keep_constants_alive


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="the constants are immortal")
def test_the_constants_have_references_to_spare():
    keep_constants_alive()
    before = sys.getrefcount(None)
    keep_constants_alive()
    assert before > 2**28
    assert abs(sys.getrefcount(None) - before) < 2**20, "given once, not with every call"
    assert min(sys.getrefcount(True), sys.getrefcount(False)) > 2**28
