from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.location import (
    REASONS,
    Between,
    Complement,
    Join,
    Location,
    LocationError,
    Order,
    Point,
    Range,
    faults,
    moved,
    normalise,
    parse,
    reach_of,
    spans_of,
    whole,
)
from seqeditor.domain.location_remap import remap

CASES = yaml.safe_load((Path(__file__).parent / "location_cases.yml").read_text("utf-8"))

positions = st.integers(1, 10**18 - 1)
points = st.builds(Point, positions, st.sampled_from(["", "<", ">"]))
ranges = st.builds(Range, positions, positions, st.booleans(), st.booleans())
betweens = st.builds(Between, positions, positions)
spans = points | ranges


def _combined(kind: type[Join] | type[Order]) -> st.SearchStrategy[Location]:
    return st.recursive(
        spans,
        lambda inner: (
            st.builds(kind, st.lists(inner, min_size=2, max_size=4).map(tuple))
            | st.builds(Complement, inner)
        ),
        max_leaves=8,
    )


nucleotide_locations = betweens | betweens.map(Complement) | _combined(Join) | _combined(Order)


def _name(case: dict[str, Any]) -> str:
    return f"{case['moltype']}:{case['text']}"


@pytest.mark.parametrize("case", CASES["accepted"], ids=_name)
def test_accepts(case: dict[str, Any]) -> None:
    location = parse(case["text"], case["moltype"])

    assert str(location) == case["text"]
    assert faults(location, case["moltype"], case["length"]) == ()


@pytest.mark.parametrize("case", CASES["rejected"], ids=_name)
def test_rejects_by_the_most_exact_rule(case: dict[str, Any]) -> None:
    found = faults(case["text"], case["moltype"], case["length"])

    expected = [case["rule"]] if "rule" in case else []
    assert [fault.rule for fault in found] == expected
    has_space = any(letter.isspace() for letter in case["text"])
    assert has_space == ("loc-whitespace" in case.get("notices", ()) or case["text"] == " ")


def test_the_cases_are_those_of_the_grammar() -> None:
    assert (len(CASES["accepted"]), len(CASES["rejected"])) == (40, 44)


@given(nucleotide_locations)
@settings(max_examples=200)
def test_reads_what_it_prints(location: Location) -> None:
    assert parse(str(location), "DNA") == location


@given(spans)
def test_reads_what_it_prints_for_amino_acids(location: Location) -> None:
    assert parse(str(location), "AA") == location


@given(
    st.text(max_size=60) | st.text("0123456789.<>^(),;-: joinrdecmplt", max_size=60),
    st.sampled_from(["DNA", "RNA", "AA", "", "x"]),
    st.integers(0, 50),
)
@settings(max_examples=200)
def test_any_text_gives_a_location_or_a_fault(text: str, moltype: str, length: int) -> None:
    for fault in faults(text, moltype, length):
        assert fault.rule.startswith("loc-")
        assert 0 <= fault.offset <= len(text) + 1
    try:
        location = parse(text, moltype)
    except LocationError as error:
        location = whole(error.offset)
    assert parse(str(location), moltype) == location


@given(nucleotide_locations)
@settings(max_examples=200)
def test_spaces_between_the_parts_change_nothing(location: Location) -> None:
    text = str(location)
    for sign in "(),":
        text = text.replace(sign, f" {sign}\n ")
    assert parse(f" {text}\t", "DNA") == location


@pytest.mark.parametrize(
    ("text", "rule", "offset", "variant"),
    [
        ("", "loc-empty", 1, ""),
        ("join(12..78;80..90)", "loc-syntax", 12, "unexpected"),
        ("join(12..78,,80..90)", "loc-syntax", 13, "number"),
        ("join(12..78,80..90", "loc-syntax", 19, "closing"),
        ("join 12..78,80..90", "loc-syntax", 6, "opening"),
        ("12..", "loc-syntax", 5, "number"),
        ("12 78", "loc-syntax", 4, "unexpected"),
        ("join()", "loc-syntax", 6, "number"),
        ("1..5)", "loc-syntax", 5, "unexpected"),
        ("<>5", "loc-syntax", 2, "unexpected"),
        ("10–50", "loc-dot-range", 3, ""),
        ("10 . . . 50", "loc-dot-range", 4, ""),
        ("complement(join(1..3,4^5))", "loc-between-in-join", 22, ""),
        ("join(1..3,complement(4^5))", "loc-between-in-join", 22, ""),
        ("4^<5", "loc-between-bounds", 1, ""),
        ("4^5>", "loc-between-bounds", 1, ""),
        ("order(1..2)", "loc-operator-arity", 1, "members"),
        ("complement(1,2)", "loc-operator-arity", 1, "one"),
        ("1,2", "loc-operator-arity", 2, "list"),
        ("join(1,complement(order(2,3)))", "loc-join-order-mix", 19, ""),
        ("join(1,group(2,3))", "loc-unknown-operator", 8, ""),
        ("join(1,AB12.1:5..9)", "loc-remote", 8, ""),
        ("1..5>", "loc-bound-symbol-place", 5, ""),
        ("9" * 19, "loc-syntax", 1, "digits"),
    ],
)
def test_says_where_and_why(text: str, rule: str, offset: int, variant: str) -> None:
    with pytest.raises(LocationError) as caught:
        parse(text, "DNA")

    assert (caught.value.rule, caught.value.offset, caught.value.variant) == (rule, offset, variant)


def test_a_text_that_cannot_be_read_carries_what_its_message_says() -> None:
    (fault,) = faults("join(1..2,a", "DNA", 9)
    assert fault.parameters == {"op": "a"}

    (fault,) = faults("join(1..2,", "DNA", 9)
    assert fault.parameters == {"value": "join(1..2,", "reason": REASONS["number"], "offset": 11}

    (fault,) = faults("join(4)", "DNA", 9)
    assert fault.parameters == {"op": "join", "need": 2}

    (fault,) = faults("5>", "AA", 9)
    assert fault.parameters == {"symbol": ">", "value": "5>"}


@pytest.mark.parametrize("operator", ["join(1,2,", "complement("])
def test_operators_without_end_are_a_fault_and_not_a_crash(operator: str) -> None:
    with pytest.raises(LocationError) as caught:
        parse(operator * 100_000, "DNA")

    assert (caught.value.rule, caught.value.variant) == ("loc-syntax", "depth")


def test_reads_a_very_long_location() -> None:
    text = f"join({','.join(f'{n}..{n + 5}' for n in range(1, 400_000, 10))})"

    assert len(parse(text, "DNA").spans()) == 40_000


@pytest.mark.parametrize("junk", ["." * 300_000, "<" * 300_000, "a-" * 150_000, "1 " * 150_000])
def test_reads_very_long_nonsense_without_hanging(junk: str) -> None:
    with pytest.raises(LocationError):
        parse(junk, "DNA")


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("0..50", 100, [("loc-out-of-range", {"p": 0, "N": 100})]),
        ("120..101", 100, [("loc-out-of-range", {"p": 120, "N": 100}),
                           ("loc-out-of-range", {"p": 101, "N": 100})]),
        ("join(50..10,1..101)", 100, [("loc-descending", {"x": 50, "y": 10}),
                                      ("loc-out-of-range", {"p": 101, "N": 100})]),
        ("join(1..101,5..101)", 100, [("loc-out-of-range", {"p": 101, "N": 100})]),
        ("<0", 9, [("loc-out-of-range", {"p": 0, "N": 9})]),
        ("55^57", 100, [("loc-between-adjacent", {"x": 55, "y": 57})]),
        ("100^1", 100, []),
        ("005..010", 100, []),
    ],
)  # fmt: skip
def test_values_are_judged_against_the_length(
    text: str, length: int, expected: list[tuple[str, dict[str, int]]]
) -> None:
    assert [(f.rule, dict(f.parameters)) for f in faults(text, "DNA", length)] == expected


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("7", ((7, 7, 1),)),
        ("9..3", ((3, 9, 1),)),
        ("4^5", ()),
        ("complement(join(26..45,91..>103))", ((91, 103, -1), (26, 45, -1))),
        ("order(complement(5..9),20..30)", ((5, 9, -1), (20, 30, 1))),
        ("complement(complement(5..9))", ((5, 9, 1),)),
    ],
)
def test_spans_follow_the_reading_order(text: str, spans: tuple[tuple[int, int, int], ...]) -> None:
    assert parse(text, "DNA").spans() == spans


def test_lowest_and_highest_position() -> None:
    location = parse("join(complement(4918..5163),2691..4571)", "DNA")

    assert (location.minimum, location.maximum) == (2691, 5163)
    assert (parse("9^1", "DNA").minimum, parse("9^1", "DNA").maximum) == (1, 9)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("5..5", "5"),
        ("<5..5", "<5..5"),
        ("complement(join(26..45,91..103))", "join(complement(91..103),complement(26..45))"),
        ("join(join(1..2,4..5),8..9)", "join(1..2,4..5,8..9)"),
        ("join(complement(join(1..2,4..5)),8..9)", "join(complement(4..5),complement(1..2),8..9)"),
        ("complement(complement(3^4))", "3^4"),
        ("complement(order(1,2))", "order(complement(2),complement(1))"),
    ],
)
def test_normal_form(text: str, normal: str) -> None:
    assert str(normalise(parse(text, "DNA"))) == normal


@given(nucleotide_locations)
@settings(max_examples=200)
def test_the_normal_form_reads_the_same_and_is_final(location: Location) -> None:
    normal = normalise(location)

    assert normal.spans() == location.spans()
    assert normalise(normal) == normal


def test_the_whole_sequence() -> None:
    assert str(whole(12)) == "1..12"
    assert str(whole(1)) == "1"
    assert parse("1..12", "AA").is_whole(12)
    assert not parse("<1..12", "AA").is_whole(12)
    assert not parse("1..1", "AA").is_whole(1)


@given(
    st.lists(st.tuples(st.integers(1, 60), st.integers(1, 60)), min_size=1, max_size=4),
    st.booleans(),
    st.integers(1, 30),
    st.integers(0, 5),
    st.integers(0, 5),
)
@settings(max_examples=200, deadline=None)
def test_what_is_read_at_once_is_what_the_grammar_says(
    pairs: list[tuple[int, int]], complemented: bool, start: int, removed: int, inserted: int
) -> None:
    text = ",".join(f"{first}..{last}" for first, last in pairs)
    if len(pairs) > 1:
        text = f"complement(join({text}))" if complemented else f"join({text})"
    location = parse(text, "DNA")
    assert spans_of(text, "DNA") == location.spans()
    assert reach_of(text, "DNA") == (location.minimum, location.maximum)
    new = moved(text, "DNA", start + removed, inserted - removed)
    if location.minimum < start + removed:
        assert new is None
    else:
        length = max(60, start + removed) + inserted - removed
        assert new == str(remap(location, start, removed, inserted, length))


def test_what_is_not_written_plainly_must_be_read() -> None:
    for text in ("<5..9", "5^6", "order(5..6,8..9)", "join(5..6,8)", "join(5..6, 8..9)", "05", ""):
        assert moved(text, "DNA", 1, 3) is None
    assert moved("join(5..6,8..9)", "AA", 1, 3) is None
    assert moved("5..6", "AA", 1, 3) == "8..9"
