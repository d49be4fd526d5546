"""The attribute dtdVersion (ST.26 par. 43, Annex II)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.general_information import GeneralInformation
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.header.blank import blank
from seqeditor.rules.rule import LEGACY, Applicability, Repair, rule
from seqeditor.rules.view import HeaderContext
from seqeditor.texts import N_

IN_FORCE = "V1_3"
"""The version of the DTD in force, and the newest this program knows."""

_FORM = re.compile(r"V([0-9]{1,9})_([0-9]{1,9})")


def _version(text: str | None) -> tuple[int, int] | None:
    found = _FORM.fullmatch(text or "")
    return (int(found[1]), int(found[2])) if found else None


def _set(header: GeneralInformation, _finding: Finding) -> GeneralInformation:
    return replace(header, dtd_version=IN_FORCE)


@rule(
    "root-dtd-version-format",
    Level.ERROR,
    "par. 43",
    Scope.HEADER,
    message=N_("dtdVersion “{value}” must have the form V1_3: V, number, underscore, number."),
    variants={"missing": N_("dtdVersion is missing. Set it to V1_3.")},
    silences=("xml-mandatory-empty",),
    repair=Repair(Applicability.SAFE, N_("Set dtdVersion to V1_3."), _set),
)
def dtd_version_format(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """The attribute dtdVersion has the form V#_#, such as V1_3.

    It tells a program by which version of the DTD the listing was made. 1.3 or v1.3 mean nothing
    to it.

    Right: dtdVersion="V1_3"
    Wrong: dtdVersion="1.3"

    Set it to V1_3, the version in force.
    """
    written = header.dtd_version
    if _version(written) is None:
        variant = "missing" if blank(written) else ""
        yield hit("dtd_version", value=written, variant=variant)


@rule(
    "root-dtd-version-outdated",
    Level.ERROR,
    "par. 43; Annex II",
    Scope.HEADER,
    profiles={LEGACY: Level.WARNING},
    message=N_(
        "dtdVersion is {value}, but the DTD in force is V1_3. Bring the listing up to date and set"
        " dtdVersion to V1_3."
    ),
    repair=Repair(Applicability.ASK, N_("Set dtdVersion to V1_3."), _set),
)
def dtd_version_outdated(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """The listing is made by the DTD in force, V1_3.

    Up to V1_2, feature keys and qualifiers of amino-acid sequences had other names (SOURCE,
    ORGANISM, MOL_TYPE, NOTE) and other locations were allowed. Offices take V1_3.

    Right: dtdVersion="V1_3"
    Wrong: dtdVersion="V1_2"

    Set dtdVersion to V1_3 and put right what the other findings then name. To read an older
    listing only, use the profile legacy, where this is a warning.
    """
    version = _version(header.dtd_version)
    if version is not None and version < (1, 3):
        yield hit("dtd_version", value=header.dtd_version)


@rule(
    "root-dtd-version-newer",
    Level.WARNING,
    "par. 43; Annex II",
    Scope.HEADER,
    message=N_(
        "DTD {value} is newer than this program knows. The listing was checked against V1_3."
    ),
    variants={
        "doctype": N_(
            "The DOCTYPE names the DTD {value}, which is newer than this program knows. The listing"
            " was checked against V1_3."
        )
    },
)
def dtd_version_newer(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """The version of the DTD is one this program knows.

    A newer version may allow what is called a fault here, and ask for more than is checked.

    Right: dtdVersion="V1_3"
    Wrong: dtdVersion="V1_4"

    Look for a newer version of this program. If the number is a slip, set dtdVersion to V1_3.
    """
    version = _version(header.dtd_version)
    if version is not None and version > (1, 3):
        yield hit("dtd_version", value=header.dtd_version)
