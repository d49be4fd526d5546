"""Whatever a listing holds, what is written is read back the same and has no fault."""

from __future__ import annotations

import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.general_information import (
    ApplicationIdentification,
    GeneralInformation,
    LanguageText,
)
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.formats.st26.codec import encode_sequence
from seqeditor.formats.st26.text import UnwritableCharacter, first_unwritable
from seqeditor.formats.st26.writer import write
from tests.formats.st26.listings import Result

TEXT = st.text(
    st.characters(blacklist_categories=("Cs",), blacklist_characters="\r\n\t").filter(
        lambda c: first_unwritable(c) is None
    ),
    max_size=10,
) | st.sampled_from(["<&>\"'", "]]>", "<!--", "&amp;", "</SequenceData>", "<?xml?>", "é", "配列"])
OPTIONAL = st.none() | TEXT
APPLICATION = st.none() | st.builds(ApplicationIdentification, OPTIONAL, OPTIONAL, OPTIONAL)
NAMED = st.builds(LanguageText, TEXT, TEXT)
HEADER = st.builds(
    GeneralInformation,
    original_language=OPTIONAL,
    non_english_language=OPTIONAL,
    application=APPLICATION,
    file_reference=OPTIONAL,
    priority=APPLICATION,
    applicant_name=NAMED,
    applicant_name_latin=OPTIONAL,
    inventor_name=NAMED,
    inventor_name_latin=OPTIONAL,
    titles=st.lists(NAMED, max_size=3).map(tuple),
)
QUALIFIER = st.builds(Qualifier, TEXT, OPTIONAL, OPTIONAL)
FEATURE = st.builds(Feature, TEXT, TEXT, st.lists(QUALIFIER, max_size=2).map(tuple))
SEQUENCE = st.builds(
    Sequence,
    moltype=TEXT,
    residues=TEXT.map(TextResidues),
    features=st.lists(FEATURE, max_size=2).map(tuple),
    division=TEXT,
    other_seqids=st.none() | TEXT.map(lambda text: (text,)),
)


def written(header: GeneralInformation, sequences: list[Sequence], **more: date | None) -> bytes:
    target = io.BytesIO()
    pieces = [[encode_sequence(s, n)] for n, s in enumerate(sequences, 1)]
    write(target, header, pieces, len(sequences), "a.xml", "1.0", **more)
    return target.getvalue()


@given(HEADER, st.lists(SEQUENCE, min_size=1, max_size=3))
@settings(max_examples=150, deadline=None)
def test_what_is_written_is_read_back_without_fault(
    header: GeneralInformation, sequences: list[Sequence]
) -> None:
    result = Result(written(header, sequences), "a.xml")
    assert result.rules == []
    back = result.head.header
    assert (back.titles, back.applicant_name, back.application) == (
        header.titles,
        header.applicant_name,
        header.application,
    )
    assert (back.file_reference, back.priority) == (header.file_reference, header.priority)
    assert back.written_total == str(len(sequences))
    for record, one in zip(result.records, sequences, strict=True):
        assert record.sequence.features == one.features
        assert record.sequence.residues == one.residues
        assert record.sequence.other_seqids == one.other_seqids
        assert (record.sequence.moltype, record.sequence.division) == (one.moltype, one.division)


def test_the_form_is_that_of_the_standard() -> None:
    header = GeneralInformation(
        file_reference="AB1",
        original_language="ja",
        titles=(LanguageText("5' end", "en"), LanguageText("no code", None)),
    )
    text = written(header, [], today=date(2025, 1, 2)).decode()
    assert text == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE ST26SequenceListing PUBLIC "-//WIPO//DTD Sequence Listing 1.3//EN" '
        '"ST26SequenceListing_V1_3.dtd">\n'
        '<ST26SequenceListing dtdVersion="V1_3" fileName="a.xml" softwareName="seqeditor" '
        'softwareVersion="1.0" productionDate="2025-01-02" originalFreeTextLanguageCode="ja">\n'
        "  <ApplicantFileReference>AB1</ApplicantFileReference>\n"
        '  <InventionTitle languageCode="en">5&apos; end</InventionTitle>\n'
        "  <InventionTitle>no code</InventionTitle>\n"
        "  <SequenceTotalQuantity>0</SequenceTotalQuantity>\n"
        "</ST26SequenceListing>\n"
    )


def test_line_breaks_in_values_are_written_as_they_are() -> None:
    header = GeneralInformation(titles=(LanguageText("a\nb", "en"),))
    note = Feature("SITE", "1", (Qualifier("note", "a\n\tb"),))
    data = written(header, [Sequence("AA", TextResidues("MKVL"), (note,))])
    assert b"&#" not in data
    result = Result(data, "a.xml")
    assert result.head.header.titles[0].text == "a\nb"
    assert result.records[0].sequence.features == (note,)


def test_a_text_xml_cannot_hold_is_refused() -> None:
    with pytest.raises(UnwritableCharacter):
        written(GeneralInformation(file_reference="a\x00"), [])


def test_many_records_are_written_as_they_come() -> None:
    one = Sequence("DNA", TextResidues("a" * 100_000))
    data = written(GeneralInformation(), [one] * 30)
    assert Result(data, "a.xml").end.sequences == 30
