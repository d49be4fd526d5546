"""The codec: lossless for whatever XML can hold, clean ST.26 on the way out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence, skipped_sequence
from seqeditor.formats.st26.codec import (
    FragmentError,
    decode_annotations,
    decode_fragment,
    encode_annotations,
    encode_sequence,
    sequence_data,
)
from seqeditor.formats.st26.text import UnwritableCharacter, escape, first_unwritable

ANY = st.text(
    st.characters(blacklist_categories=("Cs",)).filter(lambda c: first_unwritable(c) is None),
    max_size=12,
) | st.sampled_from(["\r\n", "\t", "&#10;", "&amp;", "]]>", '" k="1"', "<INSDQualifier>", " "])
OPTIONAL = st.none() | ANY


def qualifiers() -> st.SearchStrategy[Qualifier]:
    return st.builds(Qualifier, ANY, OPTIONAL, OPTIONAL, OPTIONAL, st.integers(0, 999))


def features() -> st.SearchStrategy[Feature]:
    tables = st.lists(qualifiers(), max_size=3).map(tuple)
    return st.builds(Feature, ANY, ANY, tables, st.integers(0, 999))


def sequences() -> st.SearchStrategy[Sequence]:
    return st.builds(
        Sequence,
        moltype=ANY,
        division=ANY,
        features=st.lists(features(), max_size=3).map(tuple),
        other_seqids=st.none() | st.lists(ANY, max_size=2).map(tuple),
    )


def refs(sequence: Sequence) -> list[int]:
    return [ref for f in sequence.features for ref in (f.ref, *(q.ref for q in f.qualifiers))]


@given(sequences())
@settings(max_examples=200, deadline=None)
def test_a_stored_row_gives_back_every_character_and_address(sequence: Sequence) -> None:
    back = decode_annotations(encode_annotations(sequence))
    assert back == sequence
    assert refs(back) == refs(sequence)


@given(sequences())
@settings(max_examples=100, deadline=None)
def test_output_is_read_back_and_holds_no_address_and_no_numeric_reference(
    sequence: Sequence,
) -> None:
    xml = encode_sequence(sequence, 7)
    assert b" k=" not in xml.replace(b"&quot; k=", b"")
    assert b"&#" not in xml.replace(b"&amp;#", b"")
    (back,) = decode_fragment(xml)
    assert [f.key for f in back.features] == [
        f.key.replace("\r\n", "\n").replace("\r", "\n") for f in sequence.features
    ]


def full() -> Sequence:
    source = Feature(
        "source",
        "1..12",
        (Qualifier("organism", "Homo sapiens", "Mensch", "q1", 2), Qualifier("mol_type", ref=3)),
        1,
    )
    cds = Feature("CDS", "<1..12", (Qualifier("protein_id", "2", ref=5),), 4)
    return Sequence("DNA", TextResidues("acgtacgtacgt"), (source, cds), other_seqids=("pat|x",))


def test_output_is_laid_out_one_element_a_line() -> None:
    assert encode_sequence(Sequence("AA", TextResidues("MKVL")), 3).decode() == (
        '  <SequenceData sequenceIDNumber="3">\n'
        "    <INSDSeq>\n"
        "      <INSDSeq_length>4</INSDSeq_length>\n"
        "      <INSDSeq_moltype>AA</INSDSeq_moltype>\n"
        "      <INSDSeq_division>PAT</INSDSeq_division>\n"
        "      <INSDSeq_sequence>MKVL</INSDSeq_sequence>\n"
        "    </INSDSeq>\n"
        "  </SequenceData>\n"
    )


def test_every_element_of_the_output_stands_at_the_depth_it_has() -> None:
    xml = encode_sequence(full(), 1)
    for line in xml.decode().splitlines():
        assert line.strip().startswith("<")
    depths = {
        etree.QName(element).localname: len(list(element.iterancestors())) + 1
        for element in etree.fromstring(xml).iter()
    }
    for name, depth in depths.items():
        opening = f"<{name}"
        assert any(
            line == " " * (2 * depth) + line.strip() and line.strip().startswith(opening)
            for line in xml.decode().splitlines()
        ), name


def test_a_skipped_sequence_states_no_length() -> None:
    assert b"<INSDSeq_length></INSDSeq_length>" in encode_sequence(skipped_sequence(), 1)


def test_values_are_replaced_by_address() -> None:
    fragment = encode_annotations(full())
    xml = b"".join(sequence_data(1, fragment, 12, ["acgt"], {5: "9", 3: "a<b", 77: "gone"}))
    (back,) = decode_fragment(xml)
    assert back.features[1].value("protein_id") == "9"
    assert back.features[0].value("mol_type") == "a<b"
    assert back.features[0].value("organism") == "Homo sapiens"


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_what_xml_cannot_hold_is_refused_at_the_door(character: str) -> None:
    with pytest.raises(UnwritableCharacter) as refused:
        encode_annotations(Sequence(features=(Feature("a", f"1{character}"),)))
    assert refused.value.character == character
    with pytest.raises(UnwritableCharacter):
        encode_sequence(Sequence(residues=TextResidues(f"ac{character}")), 1)


def test_all_five_reserved_characters_are_escaped() -> None:
    assert escape("<a b='c'>\"&") == "&lt;a b=&apos;c&apos;&gt;&quot;&amp;"


def test_what_the_clipboard_holds_is_read_in_every_wrapping() -> None:
    one = encode_sequence(full(), 1)
    listing = b'<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "b">\n<ST26SequenceListing>%s%s</%s>' % (
        one,
        one,
        b"ST26SequenceListing",
    )
    assert [s.features for s in decode_fragment(listing)] == [full().features] * 2
    assert decode_fragment(encode_annotations(full()))[0].features == full().features
    assert decode_fragment(b"") == ()


@pytest.mark.parametrize("xml", [b"<INSDSeq>", b"\xff\xfe<", b"<a>&bomb;</a>", b"</Batch><Batch>"])
def test_what_is_no_xml_is_refused(xml: bytes) -> None:
    with pytest.raises(FragmentError):
        decode_fragment(xml)
    with pytest.raises(FragmentError):
        decode_annotations(xml)


def test_unknown_and_repeated_elements_lose_as_little_as_can_be() -> None:
    xml = (
        b"<INSDSeq><INSDSeq_moltype>DNA</INSDSeq_moltype><Other>x</Other>"
        b"<INSDSeq_feature-table><INSDFeature><INSDFeature_key>a<b>c</b>d</INSDFeature_key>"
        b"</INSDFeature></INSDSeq_feature-table><INSDSeq_feature-table><INSDFeature/>"
        b"</INSDSeq_feature-table></INSDSeq>"
    )
    (back,) = decode_fragment(xml)
    assert [f.key for f in back.features] == ["acd", ""]
    assert (back.division, back.written_length) == ("", None)
