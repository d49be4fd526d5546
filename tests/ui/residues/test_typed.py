from __future__ import annotations

import pytest

from seqeditor.ui.residues.typed import residue_for


@pytest.mark.parametrize(
    ("letter", "moltype", "residue"),
    [
        ("A", "DNA", "a"),
        ("u", "RNA", "t"),
        ("U", "DNA", "t"),
        ("n", "DNA", "n"),
        ("e", "DNA", None),
        ("u", "AA", "U"),
        ("x", "AA", "X"),
        ("*", "AA", None),
        ("ａ", "DNA", "a"),
        ("あ", "DNA", None),
        ("ﬁ", "AA", None),
        ("1", "RNA", None),
        ("a", "", None),
    ],
)
def test_a_letter_becomes_the_residue_it_means(letter: str, moltype: str, residue: str | None):
    assert residue_for(letter, moltype) == residue
