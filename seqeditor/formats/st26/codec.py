"""One sequence between its ST.26 XML and its frozen value: files, stored rows and clipboard alike.

A stored row keeps the *annotations fragment*: `<INSDSeq>` without length and residues, on one
line, with the permanent address of each feature and qualifier as attribute `k`. Export is then
concatenation: `sequence_data` strips the addresses, lays the fragment out and adds the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from lxml import etree

from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.formats.st26.parsing import parse
from seqeditor.formats.st26.text import check_writable, escape, escape_stored, published

INDENT = 2
"""Spaces a level in the files this program writes."""

_ADDRESS = re.compile(rb' k="[0-9]+"')


class FragmentError(ValueError):
    """Bytes handed over as XML of a sequence are not."""


def encode_annotations(sequence: Sequence) -> bytes:
    """Return the annotations fragment of a sequence, for a stored row.

    It holds everything but the residues, the written length and the author's own name, note and
    colour. Raises UnwritableCharacter when a text holds what XML cannot.
    """
    parts = [
        "<INSDSeq><INSDSeq_moltype>",
        escape_stored(sequence.moltype),
        "</INSDSeq_moltype><INSDSeq_division>",
        escape_stored(sequence.division),
        "</INSDSeq_division>",
    ]
    if sequence.other_seqids is not None:
        parts.append("<INSDSeq_other-seqids>")
        parts += [f"<INSDSeqid>{escape_stored(t)}</INSDSeqid>" for t in sequence.other_seqids]
        parts.append("</INSDSeq_other-seqids>")
    if sequence.features:
        parts.append("<INSDSeq_feature-table>")
        for feature in sequence.features:
            _feature(feature, parts)
        parts.append("</INSDSeq_feature-table>")
    parts.append("</INSDSeq>")
    fragment = "".join(parts)
    check_writable(fragment)
    return fragment.encode()


def _feature(feature: Feature, parts: list[str]) -> None:
    address = f' k="{feature.ref}"' if feature.ref else ""
    parts.append(
        f"<INSDFeature{address}><INSDFeature_key>{escape_stored(feature.key)}</INSDFeature_key>"
        f"<INSDFeature_location>{escape_stored(feature.location)}</INSDFeature_location>"
    )
    if feature.qualifiers:
        parts.append("<INSDFeature_quals>")
        for qualifier in feature.qualifiers:
            _qualifier(qualifier, parts)
        parts.append("</INSDFeature_quals>")
    parts.append("</INSDFeature>")


def _qualifier(qualifier: Qualifier, parts: list[str]) -> None:
    address = f' k="{qualifier.ref}"' if qualifier.ref else ""
    if qualifier.id is not None:
        address += f' id="{escape_stored(qualifier.id)}"'
    parts.append(
        f"<INSDQualifier{address}>"
        f"<INSDQualifier_name>{escape_stored(qualifier.name)}</INSDQualifier_name>"
    )
    if qualifier.value is not None:
        value = escape_stored(qualifier.value)
        parts.append(f"<INSDQualifier_value>{value}</INSDQualifier_value>")
    if qualifier.non_english is not None:
        text = escape_stored(qualifier.non_english)
        parts.append(f"<NonEnglishQualifier_value>{text}</NonEnglishQualifier_value>")
    parts.append("</INSDQualifier>")


def decode_annotations(fragment: bytes) -> Sequence:
    """Return the sequence of a stored row, residues empty; the caller adds them.

    Raises FragmentError when the bytes are not such a fragment.
    """
    try:
        return decode_insdseq(parse(fragment), address_of)
    except etree.XMLSyntaxError as error:
        raise FragmentError(str(error)) from error


def decode_fragment(xml: bytes) -> tuple[Sequence, ...]:
    """Return the sequences of ST.26 XML: one or more SequenceData, an INSDSeq, a listing.

    For the clipboard and small pieces; a file goes through the reader. A declaration and a DOCTYPE
    are passed over, never followed. Raises FragmentError when the XML is not well-formed.
    """
    body = re.sub(rb"\A\s*(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\?>", b"", xml)
    body = re.sub(rb"\A\s*<!DOCTYPE[^>\[]*>", b"", body)
    try:
        root = parse(b"<Batch>" + body + b"</Batch>")
    except etree.XMLSyntaxError as error:
        raise FragmentError(str(error)) from error
    return tuple(decode_insdseq(element) for element in root.iter("{*}INSDSeq"))


Addressing = Callable[[etree._Element], int]
"""Gives each feature and qualifier, in the order of the document, its permanent address."""


def _no_address(_element: etree._Element) -> int:
    return 0


def decode_insdseq(element: etree._Element, address: Addressing = _no_address) -> Sequence:
    """Return the value of an INSDSeq element; what the DTD does not know is passed over."""
    moltype = division = ""
    residues = TextResidues()
    length: str | None = None
    seqids: tuple[str, ...] | None = None
    features: list[Feature] = []
    for child in element:
        tag = local_name(child)
        if tag == "INSDSeq_feature-table":
            features += [
                _decode_feature(f, address) for f in child if local_name(f) == "INSDFeature"
            ]
        elif tag == "INSDSeq_moltype":
            moltype = moltype or text_of(child)
        elif tag == "INSDSeq_division":
            division = division or text_of(child)
        elif tag == "INSDSeq_sequence":
            residues = residues if len(residues) else TextResidues(text_of(child))
        elif tag == "INSDSeq_length":
            length = text_of(child) if length is None else length
        elif tag == "INSDSeq_other-seqids":
            found = tuple(text_of(s) for s in child if local_name(s) == "INSDSeqid")
            seqids = (seqids or ()) + found
    return Sequence(moltype, residues, tuple(features), division, length, seqids)


def _decode_feature(element: etree._Element, address: Addressing) -> Feature:
    ref = address(element)
    key = location = ""
    qualifiers: list[Qualifier] = []
    for child in element:
        tag = child.tag if child.tag in _NAMES else local_name(child)
        if tag == "INSDFeature_quals":
            qualifiers += [
                _decode_qualifier(q, address) for q in child if local_name(q) == "INSDQualifier"
            ]
        elif tag == "INSDFeature_key":
            key = key or text_of(child)
        elif tag == "INSDFeature_location":
            location = location or text_of(child)
    return Feature(key, location, tuple(qualifiers), ref)


_NAMES = frozenset(
    {
        *("INSDFeature_key", "INSDFeature_location", "INSDFeature_quals"),
        *("INSDQualifier_name", "INSDQualifier_value", "NonEnglishQualifier_value"),
    }
)
"""Names that need no look for a name space: most of what there is."""


def _decode_qualifier(element: etree._Element, address: Addressing) -> Qualifier:
    ref = address(element)
    name = ""
    value: str | None = None
    non_english: str | None = None
    for child in element:
        tag = child.tag if child.tag in _NAMES else local_name(child)
        if tag == "INSDQualifier_name":
            name = name or text_of(child)
        elif tag == "INSDQualifier_value":
            value = text_of(child) if value is None else value
        elif tag == "NonEnglishQualifier_value":
            non_english = text_of(child) if non_english is None else non_english
    return Qualifier(name, value, non_english, element.get("id"), ref)


def address_of(element: etree._Element) -> int:
    """Return the permanent address written on a feature or qualifier of a stored row, else 0."""
    address = element.get("k")
    return int(address) if address and address.isdecimal() and address.isascii() else 0


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its name space."""
    tag = str(element.tag)
    return tag if tag[0] != "{" else tag.rpartition("}")[2]


def text_of(element: etree._Element) -> str:
    """Return all the text inside an element, that of elements inside it included."""
    if len(element):
        return "".join(str(text) for text in element.itertext())
    return element.text or ""


def encode_sequence(sequence: Sequence, number: int | str, indent: int = INDENT) -> bytes:
    """Return one SequenceData for ST.26 output, laid out as a child of the root.

    The length is counted; an intentionally skipped sequence states none (par. 58).
    """
    length = "" if sequence.is_skipped else str(sequence.length)
    fragment = encode_annotations(sequence)
    return b"".join(
        sequence_data(number, fragment, length, sequence.residues.chunks(), indent=indent)
    )


def sequence_data(
    number: int | str,
    fragment: bytes,
    length: int | str,
    residues: Iterable[str],
    replaced_values: Mapping[int, str] | None = None,
    indent: int = INDENT,
) -> Iterator[bytes]:
    """Yield one SequenceData for ST.26 output from an annotations fragment and its residues.

    `replaced_values` are qualifier values by permanent address: the numbers of `protein_id`.
    Raises UnwritableCharacter when the residues or a value hold what XML cannot.
    """
    if replaced_values:
        for address, value in replaced_values.items():
            fragment = _with_value(fragment, address, value)
    body = _ADDRESS.sub(b"", published(fragment)[len(b"<INSDSeq>") : -len(b"</INSDSeq>")])
    opening, after_length, residues_start, closing, breaks = _layout(indent)
    for tag, broken in breaks:
        body = body.replace(tag, broken)
    start = f'{opening}"{escape(_checked(str(number)))}"{after_length}{escape(str(length))}'
    yield start.encode() + b"</INSDSeq_length>" + body + residues_start
    for piece in residues:
        yield escape(_checked(piece)).encode()
    yield closing


def _checked(text: str) -> str:
    check_writable(text)
    return text


@cache
def _layout(indent: int) -> tuple[str, str, bytes, bytes, tuple[tuple[bytes, bytes], ...]]:
    """Return the frame of a SequenceData, and each tag of the fragment with its line break."""
    levels = {
        3: ("<INSDSeq_moltype>", "<INSDSeq_division>"),
        6: ("<INSDQualifier>", "<INSDQualifier ", "</INSDQualifier>"),
        7: ("<INSDQualifier_name>", "<INSDQualifier_value>", "<NonEnglishQualifier_value>"),
        5: ("<INSDFeature_key>", "<INSDFeature_location>", "<INSDFeature_quals>"),
        -5: ("</INSDFeature_quals>",),
        4: ("<INSDFeature>", "</INSDFeature>", "<INSDSeqid>"),
        -3: (
            *("<INSDSeq_feature-table>", "</INSDSeq_feature-table>"),
            *("<INSDSeq_other-seqids>", "</INSDSeq_other-seqids>"),
        ),
    }

    def line(level: int) -> str:
        return "\n" + " " * (indent * level)

    breaks = tuple(
        (tag.encode(), (line(abs(level)) + tag).encode())
        for level, tags in levels.items()
        for tag in tags
    )
    return (
        " " * indent + "<SequenceData sequenceIDNumber=",
        f">{line(2)}<INSDSeq>{line(3)}<INSDSeq_length>",
        f"{line(3)}<INSDSeq_sequence>".encode(),
        f"</INSDSeq_sequence>{line(2)}</INSDSeq>{line(1)}</SequenceData>\n".encode(),
        breaks,
    )


def _with_value(fragment: bytes, address: int, value: str) -> bytes:
    """Return the fragment with the INSDQualifier_value of the qualifier at the address replaced."""
    start = fragment.find(b'<INSDQualifier k="%d"' % address)
    if start < 0:
        return fragment
    end = fragment.index(b"</INSDQualifier>", start)
    new = f"<INSDQualifier_value>{escape_stored(_checked(value))}</INSDQualifier_value>".encode()
    old = fragment.find(b"<INSDQualifier_value>", start, end)
    if old < 0:
        after_name = fragment.index(b"</INSDQualifier_name>", start) + len(b"</INSDQualifier_name>")
        return fragment[:after_name] + new + fragment[after_name:]
    closed = fragment.index(b"</INSDQualifier_value>", old) + len(b"</INSDQualifier_value>")
    return fragment[:old] + new + fragment[closed:]
