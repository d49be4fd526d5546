from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqeditor.app.alternatives import Listed, all_but, narrowest, read_residues
from seqeditor.vocabulary.residues import symbols


@pytest.mark.parametrize(
    ("text", "moltype", "expected"),
    [
        ("A, G or V", "AA", "AGV"),
        ("AGV", "AA", "AGV"),
        ("Ala, Gly, or valine", "AA", "AGV"),
        ("aspartic acid/Asn", "AA", "DN"),
        ("B", "AA", "ND"),
        ("Ala Gly", "AA", "AG"),
        ("a or g", "DNA", "ag"),
        ("A/U", "RNA", "at"),
        ("adenine, uracil", "RNA", "at"),
        ("r", "DNA", "ag"),
        ("ACT", "DNA", "act"),
    ],
)
def test_lists_are_read(text: str, moltype: str, expected: str) -> None:
    assert read_residues(text, moltype) == Listed(tuple(expected))


def test_modified_residues_are_named_by_their_abbreviation() -> None:
    listed = read_residues("I, A, aIle, Norleucine", "AA")
    assert listed.named == ("I", "A", "aIle", "Nle")
    assert narrowest(listed, "AA") is None
    assert read_residues("a or m6a", "RNA").named == ("a", "m6a")


def test_what_is_no_residue_is_told() -> None:
    listed = read_residues("A, GLY, foo, 7", "AA")
    assert (listed.letters, listed.unclear) == (("A",), ("GLY",))
    assert listed.unreadable == ("foo", "7")


@pytest.mark.parametrize(
    ("text", "moltype", "symbol"),
    [
        ("D or N", "AA", "B"),
        ("E, Q", "AA", "Z"),
        ("Leu or Ile", "AA", "J"),
        ("A or G", "AA", None),
        ("K", "AA", "K"),
        ("a, g", "DNA", "r"),
        ("a, c, g", "DNA", "v"),
        ("a, c, g, t", "DNA", None),
    ],
)
def test_the_narrowest_symbol(text: str, moltype: str, symbol: str | None) -> None:
    assert narrowest(read_residues(text, moltype), moltype) == symbol


@given(st.sets(st.sampled_from("acgt"), min_size=1, max_size=3))
def test_all_but_some_nucleotides_has_a_symbol(letters: set[str]) -> None:
    left = Listed(all_but(Listed(tuple(letters)), "DNA"))
    symbol = narrowest(left, "DNA")
    assert symbol is not None
    assert symbols("DNA")[symbol].stands_for == set("acgt") - letters
