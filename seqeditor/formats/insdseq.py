"""INSDSeq XML and GBSeq XML of the sequence databases, record by record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from seqeditor.formats.annotated import AnnotatedFeature, AnnotatedRecord
from seqeditor.formats.xml_records import all_text, line_of, local_name, xml_records

_TAKEN = {
    "locus",
    "length",
    "moltype",
    "topology",
    "division",
    "definition",
    "organism",
    "source",
    "feature-table",
    "sequence",
}
_DERIVED = {"key", "location", "intervals", "operator", "partial5", "partial3", "quals"}
"""Elements of a feature that are read, or say again what the location says."""


def read_insdseq(path: Path, tell: Callable[[int], None]) -> Iterator[AnnotatedRecord]:
    """Yield the records of a file; raises BrokenRecordError where it breaks off, and OSError."""
    for element in xml_records(path, tell, "INSDSeq", "GBSeq"):
        yield _record(element)


def _record(element: etree._Element) -> AnnotatedRecord:
    fields = {_name(child): child for child in element.iterchildren("*")}
    said = {name: _line(child) for name, child in fields.items() if name in _TAKEN}
    residues = "".join(_text(fields.get("sequence")).split())
    table = fields.get("feature-table")
    features = [] if table is None else list(table.iterchildren("*"))
    other = [
        (_name(child), text)
        for child in element.iterchildren("*")
        if _name(child) not in _TAKEN and (text := all_text(child))
    ]
    for feature in features:
        other += [
            (_name(child), f"{_child(feature, 'key')} {_child(feature, 'location')}: {text}")
            for child in feature.iterchildren("*")
            if _name(child) not in _DERIVED and (text := all_text(child))
        ]
    return AnnotatedRecord(
        name=said.get("locus", "") or _line(fields.get("primary-accession")),
        description=said.get("definition", ""),
        residues=residues,
        kind=said.get("moltype", ""),
        organism=said.get("organism", "") or said.get("source", ""),
        division=said.get("division", ""),
        is_circular=said.get("topology", "") == "circular",
        features=tuple(_feature(one) for one in features),
        other=tuple(other),
        line=line_of(element),
        stated=int(length) if (length := said.get("length", "")).isdecimal() else None,
    )


def _feature(element: etree._Element) -> AnnotatedFeature:
    qualifiers: list[tuple[str, str | None]] = []
    for child in element.iterchildren("*"):
        if _name(child) == "quals":
            qualifiers += [_qualifier(one) for one in child.iterchildren("*")]
    location = "".join(_child(element, "location").split())
    return AnnotatedFeature(
        _child(element, "key"), location or _from_intervals(element), tuple(qualifiers)
    )


def _qualifier(element: etree._Element) -> tuple[str, str | None]:
    name, value = _child(element, "name"), _child(element, "value")
    if name == "translation":
        value = value.replace(" ", "")
    return name, value or None


def _from_intervals(element: etree._Element) -> str:
    """Return the location that the intervals tell, "" where they tell none."""
    parts: list[str] = []
    for interval in element.iter("*"):
        if local_name(interval) not in ("INSDInterval", "GBInterval"):
            continue
        begin, end = _child(interval, "from"), _child(interval, "to")
        parts.append(f"{begin}..{end}" if begin and end else _child(interval, "point"))
    if not all(parts):
        return ""
    # The residues from high to low are those of the other strand.
    turned = [_on_its_strand(part) for part in parts]
    return turned[0] if len(turned) == 1 else f"join({','.join(turned)})" if turned else ""


def _on_its_strand(part: str) -> str:
    begin, _dots, end = part.partition("..")
    if begin.isdecimal() and end.isdecimal() and int(begin) > int(end):
        return f"complement({end}..{begin})"
    return part


def _name(element: etree._Element) -> str:
    """Return what stands behind the underscore: INSDSeq_locus is locus."""
    return local_name(element).partition("_")[2]


def _child(element: etree._Element, name: str) -> str:
    return next((_line(one) for one in element.iterchildren("*") if _name(one) == name), "")


def _text(element: etree._Element | None) -> str:
    return "" if element is None else "".join(str(part) for part in element.itertext())


def _line(element: etree._Element | None) -> str:
    return " ".join(_text(element).split())
