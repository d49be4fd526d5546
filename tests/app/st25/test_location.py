"""Locations as people have written them in ST.25."""

from __future__ import annotations

import pytest

from seqeditor.app.st25.location import Place, place_of


@pytest.mark.parametrize(
    ("text", "moltype", "expected"),
    [
        ("(12)..(78)", "DNA", ("12..78",)),
        ("(12)...(78)", "DNA", ("12..78",)),
        ("(12)-(78)", "DNA", ("12..78",)),
        ("(12) .. (78)", "DNA", ("12..78",)),
        ("12..78", "DNA", ("12..78",)),
        ("(12..78)", "DNA", ("12..78",)),
        ("(12) to (78)", "DNA", ("12..78",)),
        ("(5)..(5)", "DNA", ("5",)),
        ("(5)", "AA", ("5",)),
        ("(<1)..(>78)", "DNA", ("<1..>78",)),
        ("complement (12)..(78)", "DNA", ("complement(12..78)",)),
        ("complement((12)..(78))", "DNA", ("complement(12..78)",)),
        ("(12)..(78), reverse", "DNA", ("complement(12..78)",)),
        ("between 5 and 6", "DNA", ("5^6",)),
        ("5^6", "AA", ("5..6",)),
    ],
)
def test_one_place(text: str, moltype: str, expected: tuple[str, ...]) -> None:
    found = place_of(text, moltype, 100)
    assert (found.texts, found.problem) == (expected, "")


def test_what_has_two_readings_is_asked_about() -> None:
    assert place_of("(78)..(12)", "DNA", 100).problem == "descending"
    assert place_of("(78)..(12)", "DNA", 100).texts == ("complement(12..78)",)
    assert place_of("(4), (15)", "AA", 100) == Place(
        ("4", "15"), "list", True, False, ((4, 4), (15, 15))
    )
    listed = place_of("(4)..(15),(20)..(30)", "DNA", 100)
    assert (listed.texts, listed.problem) == (("order(4..15,20..30)",), "list")
    assert place_of("(4)..(150)", "DNA", 100).problem == "outside"
    for text in ("about 12", "", "()", "(1)..", "x" * 1000):
        assert place_of(text, "DNA", 100) == Place((text,), "unreadable")


def test_numbers_before_one_are_moved() -> None:
    assert place_of("(-20)..(-1)", "AA", 100, shift=20).texts == ("1..20",)
    assert place_of("(1)..(80)", "AA", 100, shift=20).texts == ("21..100",)


def test_and_is_a_list_unless_it_is_between() -> None:
    listed = place_of("(12) and (78)", "DNA", 100)
    assert (listed.texts, listed.problem) == (("order(12,78)",), "list")


def test_numbers_before_one_stay_where_nothing_tells_how_many_there_are() -> None:
    found = place_of("(-3)..(-1)", "AA", 100)
    assert (found.texts, found.problem) == (("-3..-1",), "outside")


@pytest.mark.parametrize("text", ["(" * 20_000 + ")" * 20_000, "(1)..(" + "9" * 9000 + ")"])
def test_what_nobody_would_write_is_kept_as_it_is(text: str) -> None:
    assert place_of(text, "DNA", 100) == Place((text,), "unreadable")
