"""The general information of a listing from its XML, with the line of each place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from seqeditor.domain.general_information import (
    ApplicationIdentification,
    GeneralInformation,
    LanguageText,
)
from seqeditor.domain.path import Path
from seqeditor.formats.st26.codec import local_name, text_of
from seqeditor.formats.st26.parsing import source_line
from seqeditor.formats.st26.prolog import Doctype
from seqeditor.formats.st26.structure import Child, step
from seqeditor.formats.st26.xpath import xpath

UNKNOWN = GeneralInformation(dtd_version=None)
"""The general information of what cannot be read at all."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the records: values, the DOCTYPE, and lines by XPath.

    `is_readable` is False when no listing follows.
    """

    header: GeneralInformation
    doctype: Doctype | None = None
    root_line: int = 1
    lines: Mapping[str, int] = field(default_factory=dict)
    is_readable: bool = True

    def line(self, path: Path) -> int:
        """Return the line of a place of the header, that of the root if it is absent."""
        steps = xpath(path, None).split("/")
        while steps:
            found = self.lines.get("/".join(steps))
            if found is not None:
                return found
            steps.pop()
        return self.root_line


def lines_of(children: Iterable[Child], offset: int) -> dict[str, int]:
    """Return the line of each child of the root and of what it holds, by XPath."""
    lines: dict[str, int] = {}
    for child in children:
        place = step("", child)
        lines.setdefault(place, child.line)
        if child.element is not None:
            for inner in child.element:
                below = source_line(inner) - source_line(child.element)
                lines.setdefault(f"{place}/{local_name(inner)}", child.line + below)
    return lines


def general_information(root: etree._Element, children: Iterable[Child]) -> GeneralInformation:
    """Return the values; of what may stand once and stands twice, the first."""
    first: dict[str, etree._Element] = {}
    titles = []
    for child in children:
        if child.element is None:
            continue
        name = local_name(child.element)
        first.setdefault(name, child.element)
        if name == "InventionTitle":
            titles.append(_language_text(child.element))
    return GeneralInformation(
        dtd_version=root.get("dtdVersion"),
        file_name=root.get("fileName"),
        software_name=root.get("softwareName"),
        software_version=root.get("softwareVersion"),
        production_date=root.get("productionDate"),
        original_language=root.get("originalFreeTextLanguageCode"),
        non_english_language=root.get("nonEnglishFreeTextLanguageCode"),
        application=_application(first.get("ApplicationIdentification")),
        file_reference=_text(first.get("ApplicantFileReference")),
        priority=_application(first.get("EarliestPriorityApplicationIdentification")),
        applicant_name=_named(first.get("ApplicantName")),
        applicant_name_latin=_text(first.get("ApplicantNameLatin")),
        inventor_name=_named(first.get("InventorName")),
        inventor_name_latin=_text(first.get("InventorNameLatin")),
        titles=tuple(titles),
        written_total=_text(first.get("SequenceTotalQuantity")),
    )


def _text(element: etree._Element | None) -> str | None:
    return None if element is None else text_of(element)


def _language_text(element: etree._Element) -> LanguageText:
    return LanguageText(text_of(element), element.get("languageCode"))


def _named(element: etree._Element | None) -> LanguageText | None:
    return None if element is None else _language_text(element)


def _application(element: etree._Element | None) -> ApplicationIdentification | None:
    if element is None:
        return None
    texts: dict[str, str] = {}
    for child in element:
        texts.setdefault(local_name(child), text_of(child))
    return ApplicationIdentification(
        texts.get("IPOfficeCode"), texts.get("ApplicationNumberText"), texts.get("FilingDate")
    )
