"""Listings for the tests of the reader: a plain one, and ways to spoil it."""

from __future__ import annotations

import io
from pathlib import Path

from seqeditor.domain.fault import Fault
from seqeditor.formats.st26.reader import End, Head, Parsed, Record, read

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
DOCTYPE = (
    '<!DOCTYPE ST26SequenceListing PUBLIC "-//WIPO//DTD Sequence Listing 1.3//EN" '
    '"ST26SequenceListing_V1_3.dtd">\n'
)
ROOT = '<ST26SequenceListing dtdVersion="V1_3">\n'
GENERAL = """\
<ApplicantFileReference>AB1</ApplicantFileReference>
<ApplicantName languageCode="en">Acme</ApplicantName>
<InventionTitle languageCode="en">Title</InventionTitle>
<SequenceTotalQuantity>2</SequenceTotalQuantity>
"""
END = "</ST26SequenceListing>\n"


def qualifier(name: str = "note", value: str = "x", attributes: str = "") -> str:
    return (
        f"<INSDQualifier{attributes}>\n<INSDQualifier_name>{name}</INSDQualifier_name>\n"
        f"<INSDQualifier_value>{value}</INSDQualifier_value>\n</INSDQualifier>\n"
    )


def record(number: int | str = 1, residues: str = "MKVL", qualifiers: str = "") -> str:
    return (
        f'<SequenceData sequenceIDNumber="{number}">\n<INSDSeq>\n'
        f"<INSDSeq_length>4</INSDSeq_length>\n<INSDSeq_moltype>AA</INSDSeq_moltype>\n"
        f"<INSDSeq_division>PAT</INSDSeq_division>\n<INSDSeq_feature-table>\n<INSDFeature>\n"
        f"<INSDFeature_key>source</INSDFeature_key>\n"
        f"<INSDFeature_location>1..4</INSDFeature_location>\n"
        f"<INSDFeature_quals>\n{qualifiers or qualifier('mol_type', 'protein')}"
        f"</INSDFeature_quals>\n</INSDFeature>\n</INSDSeq_feature-table>\n"
        f"<INSDSeq_sequence>{residues}</INSDSeq_sequence>\n</INSDSeq>\n</SequenceData>\n"
    )


def listing(
    *records: str,
    declaration: str = DECLARATION,
    doctype: str = DOCTYPE,
    root: str = ROOT,
    general: str = GENERAL,
    end: str = END,
) -> str:
    body = "".join(records or (record(1), record(2)))
    return f"{declaration}{doctype}{root}{general}{body}{end}"


class Result:
    """Everything a reading gave."""

    def __init__(self, source: str | bytes | Path, name: str | None = "listing.xml") -> None:
        if isinstance(source, str):
            source = source.encode()
        stream = io.BytesIO(source) if isinstance(source, bytes) else source
        events = list(read(stream, name=name))
        first, last = events[0], events[-1]
        assert isinstance(first, Head)
        assert isinstance(last, End)
        self.head: Head = first
        self.end: End = last
        self.records: list[Record] = [
            r for event in events if isinstance(event, Parsed) for r in event.records
        ]

    @property
    def faults(self) -> tuple[Fault, ...]:
        return self.end.faults

    @property
    def rules(self) -> list[str]:
        return [fault.rule for fault in self.end.faults]

    def fault(self) -> Fault:
        """Return the one fault there is."""
        (only,) = self.end.faults
        return only
