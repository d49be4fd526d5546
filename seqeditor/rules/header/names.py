"""Names of the first applicant and the first inventor (ST.26 par. 45, 47)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.path import put
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.header.blank import blank
from seqeditor.rules.header.root_attributes import first_outside
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import HeaderContext
from seqeditor.texts import N_
from seqeditor.vocabulary.characters import forbidden, suspect
from seqeditor.vocabulary.transliteration import latin_name

_NEXT_PARTY = re.compile(r"; |[\r\n]| et al\b")


def _latin(name: str) -> str:
    """Return the proposed Latin form of a name, "" where none can be proposed."""
    return " ".join((latin_name(name) or "").split())


def _first_foreign(name: str) -> str:
    """Return the first letter that asks for a Latin form, "" for none.

    What is damaged or not seen has a rule of its own and goes away with its repair.
    """
    stray = {character for found in (forbidden(name), suspect(name)) for _, character in found}
    return first_outside("".join(character for character in name if character not in stray))


def _filled(header: GeneralInformation, finding: Finding) -> GeneralInformation:
    new: GeneralInformation = put(header, finding.path, str(finding.parameters["proposed"]))
    return new


_PROPOSED = Repair(
    Applicability.ASK,
    N_("Write “{proposed}”."),
    _filled,
    lambda finding: bool(finding.parameters["proposed"]),
)


@rule(
    "gi-applicant-name-missing",
    Level.ERROR,
    "par. 45, 47",
    Scope.HEADER,
    message=N_("The applicant name is missing. Give the name of the first-mentioned applicant."),
    silences=("xml-mandatory-empty", "xml-line-break-in-value", "xml-outer-space"),
)
def applicant_name_missing(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """The name of the first-mentioned applicant is given.

    The DTD would let it be left out; the standard does not.

    Right: <ApplicantName languageCode="en">Acme, Inc.</ApplicantName>
    Wrong: no ApplicantName

    Give the name as in the application, with its language; where it is not in Latin letters, give
    a Latin form as well.
    """
    name = header.applicant_name
    if name is None:
        yield hit("applicant_name")
    elif blank(name.text):
        yield hit("applicant_name", "text", value=name.text)


@rule(
    "gi-applicant-latin-missing",
    Level.ERROR,
    "par. 47, 40(b)",
    Scope.HEADER,
    message=N_(
        "The applicant name contains {character}, which is not Basic Latin. Give a"
        " transliteration or translation in ApplicantNameLatin."
    ),
    silences=("xml-optional-empty",),
    repair=_PROPOSED,
)
def applicant_latin_missing(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """An applicant name that is not in Basic Latin has a Latin form beside it.

    Offices search and print names in Latin letters; even one accent or umlaut asks for the second
    form.

    Right: Johannes Jäger, with the Latin form Johannes Jaeger
    Wrong: Johannes Jäger alone

    Give a transliteration or a translation in ApplicantNameLatin. For Latin, Greek and Cyrillic
    letters one is proposed; look whether the applicant writes the name in another way.
    """
    name = header.applicant_name
    if name is None or not blank(header.applicant_name_latin):
        return
    if found := _first_foreign(name.text):
        written = header.applicant_name_latin
        latin = _latin(name.text)
        yield hit("applicant_name_latin", value=written, character=found, proposed=latin)


@rule(
    "gi-name-latin-characters",
    Level.ERROR,
    "par. 40(b), 47",
    Scope.HEADER,
    message=N_(
        "{element} contains {character}, but only printable Basic Latin characters are allowed"
        " there."
    ),
    repair=_PROPOSED,
)
def name_latin_characters(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """ApplicantNameLatin and InventorNameLatin hold only Basic Latin (U+0020 to U+007E).

    They exist for systems that know no other letters; an accent or umlaut defeats their purpose.

    Right: Johannes Jaeger
    Wrong: Johannes Jäger

    Write the name without accents, such as Jaeger or Muller, as the person writes it.
    """
    elements = {
        "applicant_name_latin": "ApplicantNameLatin",
        "inventor_name_latin": "InventorNameLatin",
    }
    for field, element in elements.items():
        written = getattr(header, field)
        if found := first_outside(written):
            proposed = _latin(written)
            yield hit(field, value=written, element=element, character=found, proposed=proposed)


def _without_latin(header: GeneralInformation, _finding: Finding) -> GeneralInformation:
    return replace(header, applicant_name_latin=None)


@rule(
    "gi-applicant-latin-redundant",
    Level.INFO,
    "par. 47",
    Scope.HEADER,
    message=N_("ApplicantNameLatin is not needed: the applicant name is already in Basic Latin."),
    repair=Repair(Applicability.ASK, N_("Leave out ApplicantNameLatin."), _without_latin),
)
def applicant_latin_redundant(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """ApplicantNameLatin is given where the applicant name is not in Basic Latin.

    Beside a name in Basic Latin it is allowed, and says the same thing twice.

    Right: Johannes Jäger, with the Latin form Johannes Jaeger
    Wrong: Tom Jones, with the Latin form Tom Jones

    Leave it out if you like.
    """
    name = header.applicant_name
    if name is None or blank(name.text) or blank(header.applicant_name_latin):
        return
    if not first_outside(name.text):
        yield hit("applicant_name_latin", value=header.applicant_name_latin)


def _first_party(name: str) -> str:
    stripped = name.strip()
    found = _NEXT_PARTY.search(stripped)
    return stripped[: found.start()].rstrip(" ,;") if found else stripped


@rule(
    "gi-several-applicants",
    Level.WARNING,
    "par. 45",
    Scope.HEADER,
    message=N_("Only the first-mentioned applicant may be given, but “{value}” names several."),
    silences=("xml-line-break-in-value",),
    repair=Repair(
        Applicability.ASK,
        N_("Write “{proposed}”."),
        _filled,
        lambda finding: bool(finding.parameters["proposed"]),
    ),
)
def several_applicants(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """ApplicantName names one party only, the first-mentioned applicant.

    A semicolon, a line break or "et al" between names are signs of a list. Commas alone are not,
    since they belong to names such as Co., Ltd.

    Right: Acme, Inc.
    Wrong: Acme, Inc.; Beta GmbH

    Leave the first name only.
    """
    name = header.applicant_name
    if name is not None and _NEXT_PARTY.search(name.text.strip()):
        yield hit("applicant_name", "text", value=name.text, proposed=_first_party(name.text))


@rule(
    "gi-inventor-latin-missing",
    Level.INFO,
    "par. 45, 47",
    Scope.HEADER,
    message=N_("A Latin form of the inventor name may be added in InventorNameLatin."),
    repair=_PROPOSED,
)
def inventor_latin_missing(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """An inventor name that is not in Basic Latin may have a Latin form beside it.

    For the inventor it is optional, for the applicant mandatory.

    Right: Johannes Jäger, with the Latin form Johannes Jaeger
    Wrong: Johannes Jäger alone

    Add a transliteration or translation if you like. For Latin, Greek and Cyrillic letters one is
    proposed.
    """
    name = header.inventor_name
    if name is None or not blank(header.inventor_name_latin) or not _first_foreign(name.text):
        return
    yield hit("inventor_name_latin", proposed=_latin(name.text))
