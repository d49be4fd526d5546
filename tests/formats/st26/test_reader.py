"""The reader on sound listings, and on faults that the whole file shows."""

from __future__ import annotations

import io
import pickle
from pathlib import Path

import pytest

from seqeditor.domain.general_information import ApplicationIdentification, LanguageText
from seqeditor.formats.st26.codec import decode_annotations
from seqeditor.formats.st26.reader import Reading, parse_batch
from tests.formats.st26.listings import (
    DECLARATION,
    DOCTYPE,
    END,
    GENERAL,
    ROOT,
    Result,
    listing,
    qualifier,
    record,
)

# What a sound listing gives.


def test_a_sound_listing_has_no_fault() -> None:
    result = Result(listing())
    assert result.rules == []
    assert result.end.readable
    assert result.head.is_readable
    assert result.end.sequences == 2
    assert [r.position for r in result.records] == [1, 2]
    assert [r.number for r in result.records] == ["1", "2"]


def test_the_general_information_is_kept_as_written() -> None:
    general = (
        "<ApplicationIdentification><IPOfficeCode> IB</IPOfficeCode>"
        "<ApplicationNumberText/></ApplicationIdentification>"
        "<ApplicantFileReference></ApplicantFileReference>"
        '<ApplicantName languageCode="en">A &amp; B</ApplicantName>'
        "<InventionTitle>one\n</InventionTitle><InventionTitle languageCode=''>zwei"
        "</InventionTitle><SequenceTotalQuantity>x</SequenceTotalQuantity>"
    )
    header = Result(listing(general=general)).head.header
    assert header.application == ApplicationIdentification(" IB", "", None)
    assert header.file_reference == ""
    assert header.priority is None
    assert header.applicant_name == LanguageText("A & B", "en")
    assert header.titles == (LanguageText("one\n", None), LanguageText("zwei", ""))
    assert header.written_total == "x"
    assert header.file_name is None


def test_a_record_gives_value_fragment_and_addresses() -> None:
    (only,) = Result(listing(record(7))).records
    assert only.number == "7"
    assert only.sequence.written_length == "4"
    assert only.sequence.residues.text() == "MKVL"
    assert only.sequence.organism == ""
    feature = only.sequence.features[0]
    assert (feature.ref, feature.qualifiers[0].ref, only.next_ref) == (1, 2, 3)
    assert decode_annotations(only.fragment).features == only.sequence.features


def test_addresses_written_in_a_received_file_are_not_believed() -> None:
    text = listing(record().replace("<INSDFeature>", '<INSDFeature k="99">'))
    result = Result(text)
    assert result.records[0].sequence.features[0].ref == 1
    assert result.rules == ["dtd-unknown-attribute"]


def test_lines_of_places_are_those_of_the_file() -> None:
    text = listing()
    result = Result(text)
    lines = text.splitlines()
    second = result.records[1]
    for path, tag in (
        ((), '<SequenceData sequenceIDNumber="2">'),
        (("number",), '<SequenceData sequenceIDNumber="2">'),
        (("residues",), "<INSDSeq_sequence>MKVL</INSDSeq_sequence>"),
        (("features", 0, "location"), "<INSDFeature_location>1..4</INSDFeature_location>"),
        (("features", 0, "qualifiers", 0), "<INSDQualifier>"),
        (("features", 0, "qualifiers", 0, "non_english"), "<INSDQualifier>"),
    ):
        assert lines[second.line(path) - 1] == tag
    assert lines[result.head.line(("titles", 0, "language_code")) - 1].startswith("<InventionT")
    assert lines[result.head.line(("applicant_name",)) - 1].startswith("<ApplicantName")
    assert lines[result.head.line(("priority", "number")) - 1] == ROOT.strip()
    assert lines[result.head.line(("dtd_version",)) - 1] == ROOT.strip()


def test_lines_are_exact_far_beyond_what_the_parser_counts() -> None:
    many = "".join(record(n) for n in range(1, 9001))
    text = listing(many, record(9001, qualifiers=qualifier("a") + qualifier("b")))
    result = Result(text)
    last = result.records[-1]
    lines = text.splitlines()
    assert len(lines) > 150_000
    assert lines[last.line(()) - 1] == '<SequenceData sequenceIDNumber="9001">'
    place = last.line(("features", 0, "qualifiers", 1, "name")) - 1
    assert lines[place] == "<INSDQualifier_name>b</INSDQualifier_name>"
    assert last.position == 9001


def test_lines_are_exact_inside_one_record_longer_than_the_parser_counts() -> None:
    broken_residues = "MKVL\n" * 70_000
    whole = record(1).replace("<INSDFeature_key>", "<INSDFeature_key>" + "\n" * 70_000)
    text = listing(
        whole.replace("MKVL", broken_residues),
        record(2).replace("<INSDSeq_mol", "<A/>\n<INSDSeq_mol"),
    )
    result = Result(text)
    lines = text.splitlines()
    first, second = result.records
    assert lines[first.line(("residues",)) - 1].startswith("<INSDSeq_sequence>")
    assert lines[first.line(("features", 0, "qualifiers", 0)) - 1] == "<INSDQualifier>"
    assert lines[second.first_line - 1] == '<SequenceData sequenceIDNumber="2">'
    assert lines[(result.fault().line or 0) - 1] == "<A/>"


def test_batches_travel_to_other_processes_and_their_summaries_back(tmp_path: Path) -> None:
    path = tmp_path / "listing.xml"
    ids = qualifier(attributes=' id="q1"')
    path.write_text(listing(*(record(n, qualifiers=ids) for n in range(1, 4001))))
    with Reading(path) as reading:
        batches = [pickle.loads(pickle.dumps(b)) for b in reading.batches()]
        assert len(batches) > 1
        for batch in batches:
            summary = pickle.loads(pickle.dumps(parse_batch(batch).summary))
            assert reading.absorb(batch, summary)
        end = reading.finish()
    assert end.sequences == 4000
    assert batches[0].first_position == 1
    assert sum(b.count for b in batches) == 4000
    assert end.faults[-1].omitted == 3999 - 1000
    assert end.faults[0].place.startswith("SequenceData[2]/")
    assert end.faults[0].number == "2"
    assert end.size == path.stat().st_size


def test_size_and_digest_are_of_the_whole_file_even_when_reading_stops() -> None:
    text = listing(record(1), "</Oops>").encode() + b"x" * 3_000_000
    result = Result(text)
    assert not result.end.readable
    assert result.end.size == len(text)
    assert len(result.end.sha256) == 64


# The DTD over the whole file.


def test_children_of_the_root_after_the_records_are_read_and_named() -> None:
    late = '<InventionTitle languageCode="fr">Titre</InventionTitle>\n'
    result = Result(listing(record(1), late + "<Foo/>stray", record(2)))
    assert [f.rule for f in result.faults] == [
        "dtd-wrong-order",
        "dtd-unknown-element",
        "dtd-stray-text",
    ]
    assert result.faults[0].place == "InventionTitle[2]"
    assert [t.text for t in result.end.header.titles] == ["Title", "Titre"]
    assert [r.position for r in result.records] == [1, 2]


def test_no_record_at_all_is_one_fault() -> None:
    result = Result(f"{DECLARATION}{DOCTYPE}{ROOT}{GENERAL}{END}")
    assert result.fault().rule == "dtd-missing-element"
    assert dict(result.fault().parameters)["child"] == "SequenceData"
    assert result.end.readable


def test_an_empty_root_is_read() -> None:
    result = Result(f"{DECLARATION}{DOCTYPE}<ST26SequenceListing/>")
    assert result.end.readable
    assert result.rules == ["dtd-missing-attribute", "dtd-missing-element", "dtd-missing-element"]


def test_records_inside_an_unknown_element_do_not_break_the_cut() -> None:
    result = Result(listing(record(1), f"<Foo>{record(2)}{record(3)}</Foo>", record(4)))
    assert [r.number for r in result.records] == ["1", "4"]
    assert result.rules == ["dtd-unknown-element"]
    nested = Result(listing(record(1, record(9)), record(2)))
    assert [r.number for r in nested.records] == ["1", "2"]
    assert nested.rules == ["dtd-unknown-element"]


def test_name_spaces_are_named_and_passed_over() -> None:
    root = ROOT.replace(" ", ' xmlns="urn:a" xmlns:xsi="urn:b" xsi:x="1" ', 1)
    text = listing(record(1).replace("<INSDSeq>", '<INSDSeq xsi:t="1" z:y="2"><z:w/>'), root=root)
    result = Result(text)
    assert [(f.rule, f.value) for f in result.faults] == [
        ("dtd-unknown-attribute", "xmlns"),
        ("dtd-unknown-attribute", "xmlns:xsi"),
        ("dtd-unknown-attribute", "xsi:x"),
        ("dtd-unknown-attribute", "xsi:t"),
        ("dtd-unknown-attribute", "z:y"),
        ("dtd-unknown-element", "z:w"),
    ]
    assert result.head.header.file_reference == "AB1"
    inner = Result(listing(record(1).replace("<INSDFeature>", '<INSDFeature xmlns="urn:a">')))
    assert inner.records[0].sequence.features[0].key == "source"
    assert inner.rules == ["dtd-unknown-attribute"]


def test_qualifier_ids_are_names_and_occur_once() -> None:
    ids = ("q1", "x", "q1", "1", "a b", "é", "x", "a&amp;b", "")
    many = "".join(qualifier(attributes=f' id="{i}"') for i in ids)
    faults = Result(listing(record(3, qualifiers=many))).faults
    assert [(f.value, f.variant) for f in faults] == [
        ("q1", "twice"),
        ("1", "name"),
        ("a b", "name"),
        ("x", "twice"),
        ("a&amp;b", "name"),
        ("", "name"),
    ]
    quals = "SequenceData[1]/INSDSeq/INSDSeq_feature-table/INSDFeature[1]/INSDFeature_quals"
    assert faults[0].place == f"{quals}/INSDQualifier[3]/@id"
    assert {f.number for f in faults} == {"3"}


def test_beyond_a_thousand_faults_of_a_rule_the_rest_is_counted() -> None:
    spoilt = [record(n).replace("<INSDSeq_length>", "<X/><INSDSeq_length>") for n in range(2500)]
    result = Result(listing(*spoilt))
    assert len(result.faults) == 1001
    assert result.faults[-1].omitted == 1500
    assert result.faults[-1].number is None
    assert result.faults[0].omitted == 0


def test_reading_from_a_path_judges_its_name(tmp_path: Path) -> None:
    path = tmp_path / "my listing.xml"
    path.write_text(listing())
    assert Result(path, None).rules == ["xml-file-name-us"]


def test_a_stream_is_left_open_and_a_missing_file_is_the_callers_business(tmp_path: Path) -> None:
    stream = io.BytesIO(listing().encode())
    with Reading(stream) as reading:
        assert sum(batch.count for batch in reading.batches()) == 2
    assert not stream.closed
    with pytest.raises(FileNotFoundError):
        Reading(tmp_path / "none.xml")
