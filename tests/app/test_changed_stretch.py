from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.app.changed_stretch import changed_stretch
from seqeditor.domain.residues import TextResidues
from seqeditor.store.stored_residues import SplicedResidues

letters = st.text("acgt", max_size=30)


def _applied(old: str, stretch: tuple[int, int, int], new: str) -> str:
    start, removed, inserted = stretch
    put = new[start - 1 : start - 1 + inserted]
    return old[: start - 1] + put + old[start - 1 + removed :]


@given(letters, letters)
@settings(max_examples=200)
def test_of_two_texts_it_is_what_they_do_not_share(old: str, new: str) -> None:
    stretch = changed_stretch(TextResidues(old), TextResidues(new))
    if stretch is None:
        assert old == new
        return
    assert _applied(old, stretch, new) == new
    assert old != new


@given(letters, st.lists(st.tuples(st.integers(1, 40), st.integers(0, 9), letters), max_size=4))
@settings(max_examples=200)
def test_of_edits_one_upon_the_other_it_holds_them_all(
    old: str, edits: list[tuple[int, int, str]]
) -> None:
    base = TextResidues(old)
    new: TextResidues | SplicedResidues = base
    for start, removed, inserted in edits:
        new = SplicedResidues(new, start, removed, inserted)
    stretch = changed_stretch(base, new)
    if stretch is None:
        assert new.text() == old
    else:
        assert _applied(old, stretch, new.text()) == new.text()
