"""Parts of sequences are found, by whatever way, as a plain search finds them."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.residues import CHUNK, TextResidues
from seqeditor.domain.sequence import Sequence
from seqeditor.rules.across.containment import contained
from seqeditor.rules.view import ListingContext
from tests.rules.memory import Entry, MemoryListing
from tests.rules.shorthand import BASELINE_HEADER


def told(letters: list[str], moltype: str = "DNA") -> set[int]:
    """Return which of some sequences (1-based) are parts of others."""
    entries = (
        Entry(n, str(n), Sequence(moltype, TextResidues(one))) for n, one in enumerate(letters, 1)
    )
    listing = MemoryListing(BASELINE_HEADER, tuple(entries))
    found = list(contained(listing, ListingContext(date(2026, 1, 1))))
    for one in found:
        assert one.sequence is not None
        start, whole = int(one.parameters["start"]), int(one.parameters["whole"])
        part = letters[one.sequence - 1]
        assert letters[whole - 1][start - 1 : start - 1 + len(part)] == part
        assert len(letters[whole - 1]) > len(part)
    assert len(found) == len({one.sequence for one in found})
    return {one.sequence for one in found if one.sequence is not None}


# Few letters and long runs, so that there is much to find and much that is nearly the same.
texts = st.lists(st.text("ac", min_size=1, max_size=40), min_size=2, max_size=8)


@settings(max_examples=200, deadline=None)
@given(texts, st.sampled_from(["DNA", "AA"]))
def test_as_a_plain_search(letters: list[str], moltype: str) -> None:
    shortest = 10 if moltype == "DNA" else 4
    wanted = {
        n
        for n, part in enumerate(letters, 1)
        if len(part) >= shortest
        and any(part in whole and len(part) < len(whole) for whole in letters)
    }
    assert told(letters, moltype) == wanted


def test_over_the_border_of_two_blocks() -> None:
    part = "ggggccccttttaaaacgcgcgcgtatata"
    whole = "a" * (CHUNK - 10) + part + "c" * 100
    assert told([part, whole, part[::-1]]) == {1}


def test_many_that_begin_alike() -> None:
    letters = ["a" * n for n in range(10, 400)]
    assert told(letters) == set(range(1, len(letters)))
