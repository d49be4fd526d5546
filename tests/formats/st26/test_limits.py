"""Sizes no listing has: the reading ends there and says so, memory stays bounded."""

from __future__ import annotations

import io

import pytest
from lxml import etree

from seqeditor.formats.st26 import cutter, file_faults, markup, prolog, records
from seqeditor.formats.st26.cutter import Piece, joined
from seqeditor.formats.st26.parsing import salvage
from tests.formats.st26.listings import (
    DECLARATION,
    END,
    GENERAL,
    ROOT,
    Result,
    listing,
    qualifier,
    record,
)

MEGABYTE = 1 << 20


@pytest.mark.parametrize(
    ("limit", "value", "text"),
    [
        ("HEAD_LIMIT", 1000, listing(general=GENERAL.replace("Title<", "x" * 2000 + "<"))),
        ("HEAD_LIMIT", 1000, listing(general=f"<A>{'x' * 3 * MEGABYTE}</A>" + GENERAL)),
        ("HEAD_LIMIT", 1000, listing(record(1), f"<A>{'x' * 3 * MEGABYTE}</A>")),
        ("LATE_LIMIT", 1000, listing(record(1), "<A/>" * 500)),
        ("RECORD_LIMIT", MEGABYTE, listing(record(1, "x" * 4 * MEGABYTE))),
        ("TAGS_LIMIT", 100, listing("<SequenceData/>", record(1, "<a/>" * 200))),
        ("TAG_LIMIT", MEGABYTE, listing(root=f'<ST26SequenceListing a="{"x" * 4 * MEGABYTE}">')),
    ],
)
def test_what_is_too_large_ends_the_reading(
    monkeypatch: pytest.MonkeyPatch, limit: str, value: int, text: str
) -> None:
    monkeypatch.setattr(cutter, limit, value)
    result = Result(text)
    assert not result.end.readable
    fault = result.faults[-1]
    assert fault.rule == "xml-not-well-formed"
    assert fault.variant in ("too-large", "attribute", "cut-off", "")


def test_elements_nested_in_a_record_deeper_than_can_be_parsed() -> None:
    result = Result(listing("<SequenceData>" + "<a>" * 3000 + "</a>" * 3000 + "</SequenceData>"))
    assert result.fault().variant == "too-deep"
    late = Result(listing(record(1), "<a>" * 3000 + "</a>" * 3000))
    assert late.fault().variant == "too-deep"
    assert late.end.sequences == 1


def test_a_prolog_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prolog, "LIMIT", MEGABYTE)
    result = Result(f"{DECLARATION}<!-- {'x' * 5 * MEGABYTE} -->{ROOT}{END}")
    assert result.fault().variant == "cut-off"


def test_a_long_comment_is_left_to_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "LIMIT", 1000)
    text = listing(record(1), f"<!-- {'x' * 3 * MEGABYTE} -->", record(2))
    assert not Result(text).end.readable


def test_text_between_records_is_noted_up_to_a_limit() -> None:
    result = Result(listing(*(f"stray{record(n)}" for n in range(1200))))
    assert set(result.rules) == {"dtd-stray-text"}
    assert result.end.sequences == 1200


def test_ids_that_are_no_names_are_listed_up_to_a_limit() -> None:
    many = "".join(qualifier(attributes=f' id="{n}"') for n in range(1500))
    result = Result(listing(record(1, qualifiers=many)))
    assert len(result.faults) == 1001
    assert result.faults[-1].omitted == 500


def test_a_large_file_is_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_faults, "SIZE_LIMIT_MB", 1)
    fault = Result(listing(record(1, "x" * 2_600_000))).fault()
    assert (fault.rule, dict(fault.parameters)) == ("xml-file-size", {"mb": 3})


def test_other_children_of_the_root_far_apart_keep_their_lines() -> None:
    pieces = [Piece(b"<a/>", 3), Piece(b"<b>\n</b>", 5), Piece(b"<c/>", 500)]
    assert list(joined(pieces)) == [Piece(b"<a/>\n\n<b>\n</b>", 3), Piece(b"<c/>", 500)]
    text = listing(record(1), "<A/>", *(record(n) for n in range(2, 40)), "<B/>\n<C/>")
    lines = text.splitlines()
    for fault in Result(text).faults:
        assert fault.value is not None
        assert f"<{fault.value}/>" in lines[(fault.line or 0) - 1]


def test_ids_beyond_a_break_do_not_count() -> None:
    ids = qualifier(attributes=' id="q1"')
    text = listing(record(1, qualifiers=ids), record(2, "a & b", ids))
    assert Result(text).rules == ["xml-not-well-formed"]


def test_a_record_with_more_lines_than_the_parser_counts_ends_where_it_ends() -> None:
    text = listing(record(1, "M\n" * 60_000), record(2, "M\n" * 60_000), record(3))
    result = Result(text)
    lines = text.splitlines()
    for one in result.records:
        assert lines[one.first_line - 1] == f'<SequenceData sequenceIDNumber="{one.number}">'


def test_a_prolog_that_no_parser_takes_is_refused() -> None:
    for broken in ("<!-- a -- b -->", "<? x?>", "<!DOCTYPE a [ ] x>", "<!DOCTYPE a"):
        result = Result(f"{DECLARATION}{broken}{ROOT}{GENERAL}{END}")
        assert not result.end.readable
        assert result.fault().rule == "xml-not-well-formed"
    assert Result(f"{DECLARATION}<!DOCTYPE a [ ] ").fault().variant == "cut-off"


def test_a_record_without_sequence_has_no_places_below() -> None:
    result = Result(listing("<SequenceData/>", record(2)))
    first = result.records[0]
    assert first.number is None
    assert first.sequence.moltype == ""
    assert first.fragment
    assert records.line_of(first, ("features", 3, "key")) == first.first_line


def test_numbers_of_references_may_begin_with_zeros() -> None:
    result = Result(listing(record(1, "&#00000000000065;&#x0000041;")))
    assert result.records[0].sequence.residues.text() == "AA"
    assert result.rules == ["xml-numeric-char-ref"] * 2


def test_what_cannot_be_salvaged_is_none() -> None:
    assert salvage(b"") is None
    found = salvage(b"<a><b>x</b><c>")
    assert found is not None
    assert [child.tag for child in found] == ["b", "c"]


def test_a_head_of_which_nothing_can_be_read_is_empty() -> None:
    result = Result(f"{DECLARATION}<ST26SequenceListing <")
    assert not result.head.is_readable
    assert result.head.line(("titles", 0)) == 2


def test_a_batch_that_parses_in_pieces_only_is_taken_as_broken_from_its_start() -> None:
    error = etree.XMLSyntaxError("x", 1, 3, 4)
    summary = records.Summary()
    data = record(1).encode()
    root, kept = records._before_the_break(data, 7, summary, error)
    assert (len(root), kept) == (0, b"")
    assert summary.broken is not None


def test_streams_may_give_little_at_a_time() -> None:
    class Slow(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(min(size or 0, 7))

    result = Result(Slow(listing(record(1, "M<!-- a\nb -->K" * 100)).encode()))  # type: ignore[arg-type]
    assert result.rules == ["xml-comment-or-pi"]
    assert result.end.sequences == 1
