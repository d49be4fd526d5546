"""Mentions in a text follow the sequences that they name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.rules.adjusting import adjusted
from seqeditor.rules.references import references_in


def _after(old: int) -> int | None:
    """Nine is gone; one has come in before four."""
    return None if old == 9 else old + 1 if old >= 4 else old


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("see SEQ ID NO: 5.", "see SEQ ID NO: 6."),
        ("SEQ ID NO:4 (SEQ ID NO:5)", "SEQ ID NO:5 (SEQ ID NO:6)"),
        ("SEQ ID NOs: 4-6 and 7", "SEQ ID NOs: 5-7 and 8"),
        ("SEQ ID NOs: 1, 2 or 4", "SEQ ID NOs: 1, 2 or 5"),
        ("SEQ ID NOs: 4 through 6", "SEQ ID NOs: 5 through 7"),
        ("SEQ ID NOs: 3-5 and 7", "SEQ ID NOs: 3, 5, 6 and 8"),
        ("SEQ ID NOs: 1 to 5", "SEQ ID NOs: 1-3, 5, 6"),
        ("SEQ ID NO: 3-5 here", "SEQ ID NOs: 3, 5, 6 here"),
        ("SEQ ID 3-5", "SEQ ID NOs: 3, 5, 6"),
        ("配列 SEQ ID NO: 10 を参照", "配列 SEQ ID NO: 11 を参照"),
    ],
)
def test_gives_the_number_of_afterwards(old: str, new: str) -> None:
    found = adjusted(old, _after)
    assert found.text == new
    assert found.changed
    assert not found.lost


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("SEQ ID NO: 9", ("9",)),
        ("SEQ ID NOs: 8-10", ("8-10",)),
        ("SEQ ID NO: 4 and 5", ("4",)),
        ("SEQ ID NO: 5 to 7", ("5",)),
        ("SEQ ID NOs: 7-5", ("7-5",)),
    ],
)
def test_guesses_nothing(text: str, lost: tuple[str, ...]) -> None:
    found = adjusted(text, _after)
    assert (found.text, found.lost) == (text, lost)


@pytest.mark.parametrize(
    "text", ["SEQ ID NO: 3", "see WO 2020/123456, SEQ ID NO: 5", "5 residues", "", "id 5"]
)
def test_leaves_what_is_not_concerned(text: str) -> None:
    assert adjusted(text, _after) == adjusted(text, lambda old: old)
    assert adjusted(text, _after).text == text


def _named(text: str) -> list[int]:
    return [n for one in references_in(text) for i in one.items for n in range(i.first, i.last + 1)]


@settings(max_examples=200)
@given(
    st.lists(
        st.tuples(st.integers(1, 12), st.integers(0, 4), st.sampled_from(["-", "\u2013", " to "])),
        min_size=1,
        max_size=5,
    ),
    st.permutations(range(1, 17)),
)
def test_names_the_same_sequences_afterwards(
    items: list[tuple[int, int, str]], order: list[int]
) -> None:
    listed = ", ".join(f"{a}{j}{a + n}" if n else str(a) for a, n, j in items)
    text = f"Binds SEQ ID NOs: {listed}."
    new = adjusted(text, lambda old: order[old - 1])
    assert not new.lost
    assert set(_named(new.text)) == {order[old - 1] for old in _named(text)}
