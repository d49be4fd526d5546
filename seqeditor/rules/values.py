"""Every text of a value with the XML element it stands in: one walk for all rules over texts."""

from __future__ import annotations

from collections.abc import Iterator

from seqeditor.domain.general_information import (
    ApplicationIdentification,
    GeneralInformation,
    LanguageText,
)
from seqeditor.domain.path import Path
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.rules.view import ValueContext

Value = tuple[str, ValueContext]

_ROOT_ATTRIBUTES = (
    ("dtd_version", "@dtdVersion", True),
    ("file_name", "@fileName", False),
    ("software_name", "@softwareName", False),
    ("software_version", "@softwareVersion", False),
    ("production_date", "@productionDate", False),
    ("original_language", "@originalFreeTextLanguageCode", False),
    ("non_english_language", "@nonEnglishFreeTextLanguageCode", False),
)


def header_values(header: GeneralInformation) -> Iterator[Value]:
    """Yield each text of the general information that is there (absent ones are not)."""
    for field, attribute, mandatory in _ROOT_ATTRIBUTES:
        yield from _one(getattr(header, field), attribute, (field,), mandatory)
    yield from _application(header.application, "application")
    # The file reference is mandatory only where no application is identified (par. 45).
    yield from _one(
        header.file_reference,
        "ApplicantFileReference",
        ("file_reference",),
        header.application is None,
    )
    yield from _application(header.priority, "priority")
    yield from _named(header.applicant_name, "ApplicantName", ("applicant_name",), True)
    latin = header.applicant_name_latin
    yield from _one(latin, "ApplicantNameLatin", ("applicant_name_latin",), False)
    latin = header.inventor_name_latin
    leant_on = bool((latin or "").strip())
    yield from _named(header.inventor_name, "InventorName", ("inventor_name",), False, leant_on)
    yield from _one(latin, "InventorNameLatin", ("inventor_name_latin",), False)
    for index, title in enumerate(header.titles):
        yield from _named(title, "InventionTitle", ("titles", index), True)
    yield from _one(header.written_total, "SequenceTotalQuantity", ("written_total",), True)


def sequence_values(sequence: Sequence) -> Iterator[Value]:
    """Yield each text of a sequence but its residues; skipped ones may have empty fields."""
    real = not sequence.is_skipped
    yield from _one(sequence.written_length, "INSDSeq_length", ("written_length",), real)
    yield from _one(sequence.moltype, "INSDSeq_moltype", ("moltype",), real)
    yield from _one(sequence.division, "INSDSeq_division", ("division",), real)
    for index, text in enumerate(sequence.other_seqids or ()):
        yield from _one(text, "INSDSeqid", ("other_seqids", index), False)
    for index, feature in enumerate(sequence.features):
        yield from _feature_values(feature, index)


def _feature_values(feature: Feature, index: int) -> Iterator[Value]:
    here: Path = ("features", index)
    yield (
        feature.key,
        ValueContext("INSDFeature_key", (*here, "key"), True, feature),
    )
    yield (
        feature.location,
        ValueContext("INSDFeature_location", (*here, "location"), True, feature),
    )
    for at, qualifier in enumerate(feature.qualifiers):
        place: Path = (*here, "qualifiers", at)
        for field, element, mandatory in (
            ("name", "INSDQualifier_name", True),
            ("value", "INSDQualifier_value", False),
            ("non_english", "NonEnglishQualifier_value", False),
            ("id", "@id", False),
        ):
            text = getattr(qualifier, field)
            if text is not None:
                context = ValueContext(element, (*place, field), mandatory, feature, qualifier)
                yield text, context


def _application(value: ApplicationIdentification | None, field: str) -> Iterator[Value]:
    if value is None:
        return
    yield from _one(value.office_code, "IPOfficeCode", (field, "office_code"), True)
    yield from _one(value.number, "ApplicationNumberText", (field, "number"), True)
    yield from _one(value.filing_date, "FilingDate", (field, "filing_date"), False)


def _named(
    value: LanguageText | None, element: str, path: Path, mandatory: bool, leant_on: bool = False
) -> Iterator[Value]:
    if value is None:
        return
    yield value.text, ValueContext(element, (*path, "text"), mandatory, leant_on=leant_on)
    yield from _one(value.language_code, "@languageCode", (*path, "language_code"), mandatory)


def _one(text: str | None, element: str, path: Path, mandatory: bool) -> Iterator[Value]:
    if text is not None:
        yield text, ValueContext(element, path, mandatory)
