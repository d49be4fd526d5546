"""Faults of the file as text: encoding, declaration, DOCTYPE, characters, file name."""

from __future__ import annotations

from random import Random

from tests.rules.planted.planter import (
    ANY,
    NotHereError,
    a_record,
    in_a_feature,
    one_of,
    plants,
    way,
)
from tests.rules.planted.tree import DOCTYPE, Listing, Record, there

_MARK = "QMARKQ"


def _in_a_note(listing: Listing, random: Random, text: str) -> Record:
    """Add a note with a text to a feature chosen at random."""
    record, feature = in_a_feature(listing, random, ANY)
    feature.add("note", text)
    return record


def _raw(listing: Listing, random: Random, text: str) -> int:
    """Put a text into a note exactly as it is, without entities."""
    record = _in_a_note(listing, random, f"before {_MARK} after")
    listing.after.append(lambda whole: whole.replace(_MARK, text))
    return record.position


def raw_way(rule: str, name: str, text: str, *, placed: bool = True) -> None:
    """Where `placed` is False, the rule speaks of the file and not of a sequence."""

    def plant(listing: Listing, random: Random) -> int | None:
        position = _raw(listing, random, text)
        return position if placed else None

    way(rule, name, plant)


def value_way(rule: str, name: str, text: str) -> None:
    way(rule, name, lambda listing, random: _in_a_note(listing, random, text).position)


# -- not XML, or not well-formed ---------------------------------------------------------------


@plants("xml-st25-text-given")
def st25_instead(listing: Listing, random: Random) -> None:
    listing.after.append(lambda _text: "<110> Acme\n\n<120> Gene\n\n<160> 1\n\n<210> 1\n")


@plants("xml-st25-text-given")
def st25_with_blank_lines(listing: Listing, random: Random) -> None:
    listing.after.append(lambda _text: "\r\n  <110>   Acme\r\n  <130>   AB\r\n")


@plants("xml-not-well-formed")
def cut_off(listing: Listing, random: Random) -> None:
    part = random.uniform(0.3, 0.98)
    listing.after.append(lambda text: text[: int(len(text) * part)])


@plants("xml-not-well-formed")
def end_tag_lost(listing: Listing, random: Random) -> None:
    tag = random.choice(["</INSDFeature_key>", "</INSDSeq>", "</INSDQualifier_name>"])
    listing.after.append(lambda text: _without_one(text, tag, random))


@plants("xml-not-well-formed")
def attribute_without_quotes(listing: Listing, random: Random) -> None:
    listing.after.append(lambda text: text.replace('sequenceIDNumber="1"', "sequenceIDNumber=1"))


def _without_one(text: str, piece: str, random: Random) -> str:
    parts = text.split(piece)
    if len(parts) < 2:
        raise NotHereError
    at = random.randrange(1, len(parts))
    return piece.join(parts[:at]) + piece.join(["", *parts[at:]])[len(piece) :]


raw_way("xml-not-well-formed", "bare ampersand", "A & B", placed=False)
raw_way("xml-not-well-formed", "bare less-than", "a < b", placed=False)
raw_way("xml-not-well-formed", "tag in a value", "<i>E. coli", placed=False)


# -- encoding and prolog -----------------------------------------------------------------------


@plants("xml-encoding-not-utf8")
def declared_otherwise(listing: Listing, random: Random) -> None:
    code = random.choice(["ISO-8859-1", "windows-1252"])
    listing.declaration = f'<?xml version="1.0" encoding="{code}"?>'


@plants("xml-encoding-not-utf8")
def sixteen_bits(listing: Listing, random: Random) -> None:
    listing.declaration = '<?xml version="1.0" encoding="UTF-16"?>'
    listing.after.append(lambda text: text.encode("utf-16"))


@plants("xml-encoding-not-utf8")
def one_byte_of_latin_1(listing: Listing, random: Random) -> None:
    random.choice(listing.root.findall("InventionTitle")).text = f"Gene of a {_MARK}"
    listing.after.append(lambda text: text.encode("utf-8").replace(_MARK.encode(), b"caf\xe9"))


def _declared(rule: str, name: str, declaration: str) -> None:
    def plant(listing: Listing, random: Random) -> None:
        listing.declaration = declaration

    way(rule, name, plant)


_declared("xml-declaration-missing", "no declaration", "")
_declared("xml-declaration-missing", "no encoding", '<?xml version="1.0"?>')
_declared("xml-declaration-missing", "a line before", '\n<?xml version="1.0" encoding="UTF-8"?>')
_declared("xml-declaration-form", "small letters", '<?xml version="1.0" encoding="utf-8"?>')
_declared("xml-declaration-form", "apostrophes", "<?xml version='1.0' encoding='UTF-8'?>")
_declared(
    "xml-declaration-form", "standalone", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
)
_declared("xml-version-not-1-0", "1.1", '<?xml version="1.1" encoding="UTF-8"?>')


@plants("xml-byte-order-mark")
def mark_of_byte_order(listing: Listing, random: Random) -> None:
    listing.after.append(lambda text: "\ufeff" + text)


def _doctype(rule: str, name: str, doctype: str) -> None:
    def plant(listing: Listing, random: Random) -> None:
        listing.doctype = doctype

    way(rule, name, plant)


_doctype("xml-doctype-missing", "no doctype", "")
_doctype("xml-doctype-root", "ST26", DOCTYPE.replace("ST26SequenceListing ", "ST26 "))
_doctype(
    "xml-doctype-root", "small", DOCTYPE.replace("E ST26SequenceListing", "E st26SequenceListing")
)
_doctype("xml-doctype-public-id", "1.2", DOCTYPE.replace("1.3//EN", "1.2//EN"))
_doctype("xml-doctype-public-id", "other", DOCTYPE.replace("-//WIPO//DTD Sequence", "-//X//DTD"))
_doctype(
    "xml-doctype-public-id",
    "none",
    '<!DOCTYPE ST26SequenceListing SYSTEM "ST26SequenceListing_V1_3.dtd">',
)
_doctype("xml-doctype-system-id", "a path", DOCTYPE.replace('"ST26S', '"dtd/ST26S'))
_doctype(
    "xml-doctype-system-id", "an address", DOCTYPE.replace('"ST26S', '"http://example.org/ST26S')
)
_doctype("xml-doctype-position", "a comment before", f"<!-- a draft -->\n{DOCTYPE}")
_doctype("xml-doctype-internal-subset", "an entity", DOCTYPE[:-1] + ' [<!ENTITY x "y">]>')
_doctype("xml-doctype-internal-subset", "empty", DOCTYPE[:-1] + " []>")


# -- characters --------------------------------------------------------------------------------

raw_way("xml-numeric-char-ref", "decimal", "5&#39;-end")
raw_way("xml-numeric-char-ref", "hexadecimal", "a&#x2D;b")
raw_way("xml-undefined-entity", "space of web pages", "20&nbsp;nm")
raw_way("xml-undefined-entity", "greek letter", "TNF-&alpha;")
raw_way("xml-undefined-entity", "own", "&linker;")
raw_way("xml-unescaped-reserved", "apostrophe", "5'UTR", placed=False)
raw_way("xml-cdata-section", "in a note", "<![CDATA[a < b]]>", placed=False)
value_way("xml-not-basic-latin", "greek letter", "\u03b2-globin")
value_way("xml-not-basic-latin", "dash", "residues 5\u201312")
value_way("xml-not-basic-latin", "hard space", "20\u00a0nm")
value_way("xml-not-basic-latin", "typographic quotes", "\u201csticky\u201d end")
value_way("xml-not-basic-latin", "not seen", "link\u200ber")
value_way("xml-line-break-in-value", "within", "first line\nsecond line")
value_way("xml-line-break-in-value", "tabulator", "first\tsecond")
value_way("xml-outer-space", "before", " binding site")
value_way("xml-outer-space", "two within", "binding  site")


def _name_way(rule: str, name: str, character: str) -> None:
    def plant(listing: Listing, random: Random) -> None:
        tags = [
            tag for tag in ("ApplicantName", "InventionTitle") if listing.root.find(tag) is not None
        ]
        element = there(listing.root, one_of(tags, random))
        element.text = f"{element.text}{character}x"

    way(rule, name, plant)


_name_way("xml-control-character", "next line", "\u0085")
_name_way("xml-control-character", "delete", "\u007f")
_name_way("xml-suspect-character", "replacement", "\ufffd")
_name_way("xml-suspect-character", "private use", "\ue001")
_name_way("xml-suspect-character", "turned", "\u202e")


@plants("xml-mandatory-empty")
def no_feature_key(listing: Listing, random: Random) -> int:
    record, feature = in_a_feature(listing, random, ANY)
    feature.key = ""
    return record.position


@plants("xml-mandatory-empty")
def no_qualifier_name(listing: Listing, random: Random) -> int:
    record, feature = in_a_feature(listing, random, ANY)
    feature.add("note", "a text").name = random.choice(["", " "])
    return record.position


@plants("xml-optional-empty")
def empty_filing_date(listing: Listing, random: Random) -> None:
    application = listing.root.find("ApplicationIdentification")
    if application is None or application.find("FilingDate") is None:
        raise NotHereError
    there(application, "FilingDate").text = ""


@plants("xml-optional-empty")
def empty_translated_value(listing: Listing, random: Random) -> int:
    record = a_record(listing, random, ANY)
    record.source.add("note", "a text", "")
    return record.position


@plants("xml-comment-or-pi")
def a_comment_between(listing: Listing, random: Random) -> None:
    listing.after.append(
        lambda text: text.replace("<SequenceTotalQuantity>", "<!-- 2 --><SequenceTotalQuantity>")
    )


@plants("xml-comment-or-pi")
def a_style_sheet(listing: Listing, random: Random) -> None:
    listing.doctype += '\n<?xml-stylesheet href="style.xsl"?>'


# -- the name of the file ----------------------------------------------------------------------


def _file_name(rule: str, name: str) -> None:
    def plant(listing: Listing, random: Random) -> None:
        listing.name = name

    way(rule, name, plant)


_file_name("xml-file-extension", "listing.txt")
_file_name("xml-file-extension", "listing")
_file_name("xml-file-name-us", "Listing (final).xml")
_file_name("root-file-name-mismatch", "other.xml")
