from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.destination import destination, is_range


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("120", (120, 120)),
        (" 120 ", (120, 120)),
        ("120..180", (120, 180)),
        ("180..120", (120, 180)),
        ("120-180", (120, 180)),
        ("120 \u2013 180", (120, 180)),
        ("120 to 180", (120, 180)),
        ("1,200", (1200, 1200)),
        ("1\u202f234\u202f567", (1234567, 1234567)),
        ("\u0661\u0662\u0660", (120, 120)),
        ("complement(120..180)", (120, 180)),
        ("complement(join(5..9,20..>30))", (5, 30)),
        ("<5", (5, 5)),
        ("12^13", (12, 13)),
        ("", None),
        ("abc", None),
        ("12..", None),
        ("join(1,2", None),
        ("J00194.1:1..5", None),
    ],
)
def test_what_a_text_names(text: str, expected: tuple[int, int] | None) -> None:
    assert destination(text) == expected


@pytest.mark.parametrize("text", ["5", " 5 ", "1,200", "\u0661\u0662"])
def test_a_position_is_no_range(text: str) -> None:
    assert not is_range(text)


@pytest.mark.parametrize("text", ["5..5", "5-5", "complement(5)", "<5", "join(5,5)"])
def test_one_residue_may_be_a_range(text: str) -> None:
    assert is_range(text)


@given(st.text(max_size=30))
@settings(max_examples=200)
def test_any_text_is_read_or_refused(text: str) -> None:
    found = destination(text)
    assert found is None or found[0] <= found[1]
