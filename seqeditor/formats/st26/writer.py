"""Writes ST.26 XML: declaration, DOCTYPE, general information, then records as they come.

The output uses the five predefined entities and no numeric reference (par. 41), UTF-8 without byte
order mark, one element a line. What is absent stays absent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import BinaryIO

from seqeditor.domain.general_information import (
    ApplicationIdentification,
    GeneralInformation,
    LanguageText,
)
from seqeditor.formats.st26.codec import INDENT
from seqeditor.formats.st26.model import DTD_NAME, PUBLIC_ID, ROOT
from seqeditor.formats.st26.text import check_writable, escape

DTD_VERSION = "V1_3"
SOFTWARE = "seqeditor"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
DOCTYPE = f'<!DOCTYPE {ROOT} PUBLIC "{PUBLIC_ID}" "{DTD_NAME}">'
_BUFFER = 1 << 20


def write(
    target: BinaryIO,
    header: GeneralInformation,
    records: Iterable[Iterable[bytes]],
    total: int,
    file_name: str | None,
    software_version: str,
    today: date | None = None,
) -> None:
    """Write a listing; each record is the pieces that `sequence_data` yields.

    `total` becomes SequenceTotalQuantity; `today` becomes the production date, that of the header
    stays without it. Raises UnwritableCharacter when a text holds what XML cannot.
    """
    target.write(head(header, total, file_name, software_version, today))
    waiting: list[bytes] = []
    size = 0
    for record in records:
        for piece in record:
            waiting.append(piece)
            size += len(piece)
        if size >= _BUFFER:
            target.write(b"".join(waiting))
            waiting.clear()
            size = 0
    target.write(b"".join(waiting))
    target.write(TAIL)


TAIL = f"</{ROOT}>\n".encode()


def head(
    header: GeneralInformation,
    total: int,
    file_name: str | None,
    software_version: str,
    today: date | None = None,
) -> bytes:
    """Return everything before the first SequenceData."""
    attributes = {
        "dtdVersion": DTD_VERSION,
        "fileName": file_name,
        "softwareName": SOFTWARE,
        "softwareVersion": software_version,
        "productionDate": today.isoformat() if today else header.production_date,
        "originalFreeTextLanguageCode": header.original_language,
        "nonEnglishFreeTextLanguageCode": header.non_english_language,
    }
    lines = [DECLARATION, DOCTYPE, _start(ROOT, attributes)]
    indent = " " * INDENT
    lines += [indent + line for line in _general(header)]
    lines += [indent + _element("SequenceTotalQuantity", str(total)), ""]
    text = "\n".join(lines)
    check_writable(text)
    return text.encode()


def _general(header: GeneralInformation) -> Iterator[str]:
    yield from _application("ApplicationIdentification", header.application)
    yield from _optional("ApplicantFileReference", header.file_reference)
    yield from _application("EarliestPriorityApplicationIdentification", header.priority)
    yield from _named("ApplicantName", header.applicant_name)
    yield from _optional("ApplicantNameLatin", header.applicant_name_latin)
    yield from _named("InventorName", header.inventor_name)
    yield from _optional("InventorNameLatin", header.inventor_name_latin)
    for title in header.titles:
        yield from _named("InventionTitle", title)


def _application(name: str, value: ApplicationIdentification | None) -> Iterator[str]:
    if value is None:
        return
    indent = " " * INDENT
    yield f"<{name}>"
    for child, text in (
        ("IPOfficeCode", value.office_code),
        ("ApplicationNumberText", value.number),
        ("FilingDate", value.filing_date),
    ):
        yield from (indent + line for line in _optional(child, text))
    yield f"</{name}>"


def _optional(name: str, text: str | None) -> Iterator[str]:
    if text is not None:
        yield _element(name, text)


def _named(name: str, value: LanguageText | None) -> Iterator[str]:
    if value is not None:
        start = _start(name, {"languageCode": value.language_code})
        yield f"{start}{escape(value.text)}</{name}>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"


def _start(name: str, attributes: dict[str, str | None]) -> str:
    written = "".join(
        f' {key}="{escape(value)}"' for key, value in attributes.items() if value is not None
    )
    return f"<{name}{written}>"
