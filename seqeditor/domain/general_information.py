"""The general information part of a listing and the attributes of its root (ST.26 par. 43-49)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ApplicationIdentification:
    """ApplicationIdentification or EarliestPriorityApplicationIdentification.

    None means that the element is absent, "" that it is there and empty.
    """

    office_code: str | None = None
    number: str | None = None
    filing_date: str | None = None


@dataclass(frozen=True, slots=True)
class LanguageText:
    """A text with its languageCode: a name or an invention title (None: attribute absent)."""

    text: str
    language_code: str | None = None


@dataclass(frozen=True, slots=True)
class GeneralInformation:
    """Everything of a listing that is not a sequence. None means absent.

    `written_total` is SequenceTotalQuantity as received; None when this program counts.
    Only the first-mentioned applicant and inventor are given (par. 47).
    """

    dtd_version: str | None = "V1_3"
    file_name: str | None = None
    software_name: str | None = None
    software_version: str | None = None
    production_date: str | None = None
    original_language: str | None = None
    non_english_language: str | None = None
    application: ApplicationIdentification | None = None
    file_reference: str | None = None
    priority: ApplicationIdentification | None = None
    applicant_name: LanguageText | None = None
    applicant_name_latin: str | None = None
    inventor_name: LanguageText | None = None
    inventor_name_latin: str | None = None
    titles: tuple[LanguageText, ...] = ()
    written_total: str | None = None
