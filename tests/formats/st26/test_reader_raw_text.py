"""The reader on every fault of the raw text, and on what cannot be read to the end."""

from __future__ import annotations

import pytest

from tests.formats.st26.listings import (
    DECLARATION,
    DOCTYPE,
    END,
    GENERAL,
    ROOT,
    Result,
    listing,
    record,
)

# One fault, one finding: the raw text.


@pytest.mark.parametrize(
    ("text", "rule", "line", "variant"),
    [
        (listing(declaration=""), "xml-declaration-missing", 1, ""),
        (listing(declaration="\n" + DECLARATION), "xml-declaration-missing", 1, "late"),
        (listing(declaration='<?xml version="1.0"?>\n'),
         "xml-declaration-missing", 1, "incomplete"),
        (listing(declaration=DECLARATION.lower()), "xml-declaration-form", 1, ""),
        (listing(declaration=DECLARATION.replace("1.0", "1.1")), "xml-version-not-1-0", 1, ""),
        ("\ufeff" + listing(), "xml-byte-order-mark", 1, ""),
        (listing(doctype=""), "xml-doctype-missing", 2, ""),
        (listing(doctype=DOCTYPE.replace("ST26SequenceListing ", "ST26 ")),
         "xml-doctype-root", 2, ""),
        (listing(doctype=DOCTYPE.replace("WIPO//", "W//")), "xml-doctype-public-id", 2, ""),
        (listing(doctype='<!DOCTYPE ST26SequenceListing SYSTEM "ST26SequenceListing_V1_3.dtd">'),
         "xml-doctype-public-id", 2, ""),
        (listing(doctype=DOCTYPE.replace('"ST26', '"x/ST26')), "xml-doctype-system-id", 2, ""),
        (listing(doctype="\n" + DOCTYPE), "xml-doctype-position", 3, ""),
        (listing(doctype=DOCTYPE.replace('dtd">', 'dtd" [<!ENTITY a "]">]>')),
         "xml-doctype-internal-subset", 2, ""),
        (listing(general=GENERAL.replace("Title<", "&#233;<")), "xml-numeric-char-ref", 6, ""),
        (listing(general=GENERAL.replace("Title<", "&nbsp;<")), "xml-undefined-entity", 6, "known"),
        (listing(general=GENERAL.replace("Title<", "&b;<")), "xml-undefined-entity", 6, ""),
        (listing(general=GENERAL.replace("Title<", "5'<")), "xml-unescaped-reserved", 6, ""),
        (listing(general=GENERAL.replace("Title<", "<![CDATA[a<b]]><")),
         "xml-cdata-section", 6, ""),
        (listing(general=GENERAL + "<!-- a\n --><?b c?>"), "xml-comment-or-pi", 8, ""),
    ],
)  # fmt: skip
def test_each_fault_of_the_raw_text_is_named_once(
    text: str, rule: str, line: int, variant: str
) -> None:
    result = Result(text)
    fault = result.fault()
    assert (fault.rule, fault.line, fault.variant) == (rule, line, variant)
    assert result.end.readable
    assert result.end.sequences == 2


def test_white_space_and_case_of_the_public_identifier_do_not_matter() -> None:
    spaced = DOCTYPE.replace("DTD Sequence Listing", "DTD  SEQUENCE\nLISTING")
    assert Result(listing(doctype=spaced)).rules == []


def test_an_older_and_a_newer_doctype_are_one_fault_each() -> None:
    older = listing(doctype=DOCTYPE.replace("1.3", "1.2").replace("V1_3", "V1_2"))
    assert Result(older).rules == ["xml-doctype-public-id", "root-dtd-version-doctype"]
    newer = DOCTYPE.replace("1.3", "1.4").replace("V1_3", "V1_4")
    same = listing(doctype=newer, root=ROOT.replace("V1_3", "V1_4"))
    assert Result(same).rules == []
    assert Result(listing(doctype=newer)).rules == [
        "root-dtd-version-doctype",
        "root-dtd-version-newer",
    ]


def test_entities_are_kept_as_text_and_never_expanded() -> None:
    doctype = DOCTYPE.replace('dtd">', 'dtd" [<!ENTITY b SYSTEM "file:///etc/hostname">]>')
    text = listing(record(residues="M&b;&beta;&#75;&amp;"), doctype=doctype)
    result = Result(text)
    assert result.records[0].sequence.residues.text() == "M&b;β" + "K&"
    assert result.rules == [
        "xml-doctype-internal-subset",
        "xml-undefined-entity",
        "xml-undefined-entity",
        "xml-numeric-char-ref",
    ]
    assert result.faults[1].place == "SequenceData[1]/INSDSeq/INSDSeq_sequence"
    assert result.faults[1].number == "1"


def test_reserved_characters_are_counted_over_the_whole_file() -> None:
    text = listing(record(1, "a'b"), record(2, 'c">d'), root=ROOT.replace('"V1_3"', "'V1_3'"))
    fault = Result(text).fault()
    assert fault.rule == "xml-unescaped-reserved"
    assert dict(fault.parameters) == {"char": "'", "entity": "&apos;", "count": 3}
    assert fault.line == text[: text.index("a'b")].count("\n") + 1


def test_a_reserved_character_in_an_attribute_is_seen() -> None:
    text = listing(root=ROOT.replace(">", ' softwareName="a>b\'c">'))
    assert dict(Result(text).fault().parameters)["count"] == 2


def test_comments_and_cdata_hide_nothing_and_keep_the_lines() -> None:
    hidden = "<!-- </SequenceData>\n<SequenceData> --><?x </INSDSeq>?>"
    inner = record(1, f"M{hidden}K<![CDATA[</SequenceData>\n&lt;]]>V")
    text = listing(
        inner, "<!-- between\n-->", record(2).replace("<INSDSeq_div", "<X/><INSDSeq_div")
    )
    result = Result(text)
    assert result.records[0].sequence.residues.text() == "MK</SequenceData>\n&lt;V"
    assert [f.rule for f in result.faults] == [
        "xml-comment-or-pi",
        "xml-cdata-section",
        "dtd-unknown-element",
    ]
    assert dict(result.faults[0].parameters)["n"] == 3
    assert result.faults[2].line == text[: text.index("<X/>")].count("\n") + 1


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("listing.XML", []),
        ("listing.txt", ["xml-file-extension", "xml-file-name-us"]),
        ("Listing (final).xml", ["xml-file-name-us"]),
        ("x" * 61 + ".xml", ["xml-file-name-us"]),
        (None, []),
    ],
)
def test_the_name_of_the_file_is_judged(name: str | None, rules: list[str]) -> None:
    assert Result(listing().encode(), name).rules == rules


def test_the_name_written_in_the_root_is_compared_without_suffix() -> None:
    root = ROOT.replace(">", ' fileName="listing">')
    assert Result(listing(root=root), "listing.xml").rules == []
    assert Result(listing(root=root), "other.xml").rules == ["root-file-name-mismatch"]


# What cannot be read to the end.


@pytest.mark.parametrize(
    ("data", "rule", "variant"),
    [
        (b"", "xml-not-well-formed", "empty"),
        (b" \r\n\t", "xml-not-well-formed", "empty"),
        (b"\0" * 9000, "xml-not-well-formed", "binary"),
        (b"PK\x03\x04" + bytes(range(256)) * 50, "xml-not-well-formed", "binary"),
        (b"hello", "xml-not-well-formed", "no-xml"),
        (b"<110>  Smith\n<120> x", "xml-st25-text-given", ""),
        (b"SEQUENCE LISTING\r\n\r\n  <110>  Smith\r\n", "xml-st25-text-given", ""),
        (b"<!DOCTYPE html><html></html>", "dtd-unknown-element", "root"),
        (b"<ST26/>", "dtd-unknown-element", "root"),
        (b"<?xml versio", "xml-not-well-formed", "cut-off"),
        (b"<!-- x", "xml-not-well-formed", "cut-off"),
        (listing().encode()[:200], "xml-not-well-formed", "cut-off"),
        (listing().encode()[:-4], "xml-not-well-formed", "cut-off"),
        (listing(end="").encode(), "xml-not-well-formed", "cut-off"),
        (listing(end=END + END).encode(), "xml-not-well-formed", "after-end"),
        (listing(end=END + listing()).encode(), "xml-not-well-formed", "after-end"),
        (listing(record(residues="a & b")).encode(), "xml-not-well-formed", "ampersand"),
        (listing(record(residues="a < b")).encode(), "xml-not-well-formed", "less-than"),
        (listing(record(residues="a\x01b")).encode(), "xml-not-well-formed", "character"),
        (listing(record(residues="&#0;")).encode(), "xml-not-well-formed", "character"),
        (listing(record(residues="<!-- -- -->")).encode(), "xml-not-well-formed", "comment"),
        (listing(record().replace("</INSDSeq>", "</X>")).encode(),
         "xml-not-well-formed", "mismatch"),
        (listing(record(), "</X>").encode(), "xml-not-well-formed", "mismatch"),
        (listing(general="<InventionTitle>").encode(), "xml-not-well-formed", "mismatch"),
        (listing(root=ROOT[:-2] + " a=1>").encode(), "xml-not-well-formed", "attribute"),
        (listing(record().replace('"1"', '"1" sequenceIDNumber="2"')).encode(),
         "xml-not-well-formed", "attribute-twice"),
        (listing("<a>" * 100_000 + "</a>" * 100_000).encode(), "xml-not-well-formed", "too-deep"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why_in_one_fault(data: bytes, rule: str, variant: str) -> None:
    result = Result(data)
    fault = result.fault()
    assert (fault.rule, fault.variant) == (rule, variant)
    assert not result.end.readable


def test_what_stands_before_the_break_is_delivered() -> None:
    text = listing(record(1), record(2), record(3, "a & b"), record(4))
    result = Result(text)
    assert [r.number for r in result.records] == ["1", "2"]
    assert result.head.header.file_reference == "AB1"
    assert result.fault().line == text[: text.index("a & b")].count("\n") + 1
    cut = Result(text[: text.index("a & b")])
    assert [r.number for r in cut.records] == ["1", "2"]
    assert dict(cut.fault().parameters)["element"] == "INSDSeq_sequence"


def test_a_head_that_breaks_is_read_as_far_as_it_goes() -> None:
    result = Result(listing(general=GENERAL.replace("Title<", "a & b<")))
    assert not result.head.is_readable
    assert result.head.header.file_reference == "AB1"
    assert result.fault().line == 6


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_unicode_encodings_are_shown(encoding: str) -> None:
    result = Result(listing(general=GENERAL.replace("Title<", "Ж<")).encode(encoding))
    assert result.head.header.titles[0].text == "Ж"
    assert result.fault().rule == "xml-encoding-not-utf8"
    assert result.end.sequences == 2


def test_a_declared_encoding_is_followed_and_reported() -> None:
    text = listing(
        declaration=DECLARATION.replace("UTF-8", "Shift_JIS"),
        general=GENERAL.replace("Title<", "テ<"),
    )
    result = Result(text.encode("shift_jis"))
    assert result.head.header.titles[0].text == "テ"
    assert dict(result.fault().parameters) == {"found": "Shift_JIS", "offset": 0}


@pytest.mark.parametrize("name", ["ISO-8859-1", "windows-1252", "Shift_JIS"])
def test_text_that_is_utf_8_and_says_otherwise_is_read_as_it_is(name: str) -> None:
    text = listing(
        declaration=DECLARATION.replace("UTF-8", name),
        general=GENERAL.replace("Title<", "Gène Ж テ<"),
    )
    result = Result(text)
    assert result.head.header.titles[0].text == "Gène Ж テ"
    assert dict(result.fault().parameters) == {"found": name, "offset": 0}


@pytest.mark.parametrize("name", ["zip", "utf-7", "rot13", "UTF-16", "no-such", "idna"])
def test_a_declared_encoding_that_cannot_be_is_reported_only(name: str) -> None:
    result = Result(listing(declaration=DECLARATION.replace("UTF-8", name)))
    assert result.rules == ["xml-encoding-not-utf8"]
    assert result.end.sequences == 2


def test_single_bad_bytes_are_read_as_windows_1252_and_reported_once() -> None:
    data = listing(record(1, "\n@@"), record(2, "@")).encode().replace(b"@", b"\x93\xe9")
    result = Result(data)
    assert result.records[0].sequence.residues.text() == "\n“é“é"
    fault = result.fault()
    assert dict(fault.parameters)["offset"] == data.index(b"\x93")
    assert fault.line == data[: data.index(b"\x93")].count(b"\n") + 1


def test_characters_across_blocks_are_whole() -> None:
    text = listing(record(1, "Жж" * 700_000))
    result = Result(text)
    assert result.rules == []
    assert result.records[0].sequence.residues.text() == "Жж" * 700_000
