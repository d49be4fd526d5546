"""Edits of the general information part (ST.26 par. 43-49).

Values: None means that the element or attribute is absent, "" that it is there and empty.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Literal

from seqeditor.domain.edits.places import (
    item,
    kept,
    with_inserted,
    with_item,
    with_moved,
    without_item,
)
from seqeditor.domain.general_information import (
    ApplicationIdentification,
    GeneralInformation,
    LanguageText,
)
from seqeditor.domain.path import Path

Application = Literal["application", "priority"]
Name = Literal["applicant_name", "inventor_name"]

_APPLICATIONS = ("application", "priority")
_APPLICATION_PARTS = tuple(field.name for field in fields(ApplicationIdentification))
_NAMES = ("applicant_name", "inventor_name")
_NAME_PARTS = ("text", "language_code")
_TEXTS = tuple(
    field.name
    for field in fields(GeneralInformation)
    if field.name not in (*_APPLICATIONS, *_NAMES, "titles")
)


def set_field(header: GeneralInformation, path: Path, text: str | None) -> GeneralInformation:
    """Return the general information with another text at the path.

    Elements around the text come with it and go with the last text in them. Raises LookupError
    when there is no such place.
    """
    match path:
        case (str(field),) if field in _TEXTS:
            return kept(header, replace(header, **{field: text}))  # type: ignore[arg-type]
        case (("application" | "priority") as which, str(part)):
            return set_application_part(header, which, part, text)
        case (("applicant_name" | "inventor_name") as which, str(part)):
            return set_name_part(header, which, part, text)
        case ("titles", int(index), ("text" | "language_code") as part):
            title = item(header.titles, index)
            if part == "text":
                new = replace(title, text=text or "")
            else:
                new = replace(title, language_code=text)
            return kept(header, replace(header, titles=with_item(header.titles, index, new)))
    raise LookupError(path)


def set_application_part(
    header: GeneralInformation, which: Application, part: str, text: str | None
) -> GeneralInformation:
    """Return the general information with another part of an application identification.

    The element comes with its first part, and goes when all its parts are empty (par. 42, 45).
    IPOfficeCode and ApplicationNumberText belong together, so the one comes empty with the other.
    """
    if which not in _APPLICATIONS or part not in _APPLICATION_PARTS:
        raise LookupError((which, part))
    old: ApplicationIdentification | None = getattr(header, which)
    new: ApplicationIdentification | None = replace(
        old or ApplicationIdentification(), **{part: text}
    )
    assert new is not None
    if new == old:
        return header
    if not any((new.office_code, new.number, new.filing_date)):
        new = None
    else:
        new = replace(new, office_code=new.office_code or "", number=new.number or "")
    return kept(header, replace(header, **{which: new}))  # type: ignore[arg-type]


def set_name_part(
    header: GeneralInformation, which: Name, part: str, text: str | None
) -> GeneralInformation:
    """Return the general information with another name, or language of a name (par. 47, 48).

    The element comes with its first part; it goes when the text becomes None, or both are empty.
    """
    if which not in _NAMES or part not in _NAME_PARTS:
        raise LookupError((which, part))
    old: LanguageText | None = getattr(header, which)
    name = old or LanguageText("")
    change = {part: text or ""} if part == "text" else {part: text}
    new = replace(name, **change)
    removed = part == "text" and text is None
    if new == old and not removed:
        return header
    gone = removed or not (new.text or new.language_code)
    return kept(header, replace(header, **{which: None if gone else new}))  # type: ignore[arg-type]


def add_title(
    header: GeneralInformation,
    text: str = "",
    language_code: str | None = None,
    *,
    at: int | None = None,
) -> GeneralInformation:
    """Return the general information with a new title, before index `at` or last (par. 49)."""
    title = LanguageText(text, language_code)
    return replace(header, titles=with_inserted(header.titles, at, title))


def remove_title(header: GeneralInformation, index: int) -> GeneralInformation:
    """Return the general information without a title; raises LookupError."""
    return replace(header, titles=without_item(header.titles, index))


def move_title(header: GeneralInformation, index: int, to: int) -> GeneralInformation:
    """Return the general information with a title moved so that it stands at index `to`."""
    return kept(header, replace(header, titles=with_moved(header.titles, index, to)))
