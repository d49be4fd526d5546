"""Elements that are there and say nothing (ST.26 par. 42)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.path import put
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.text.elements import shown
from seqeditor.rules.view import ValueContext
from seqeditor.texts import N_

_MORE_EXACT = frozenset({"INSDQualifier_value", "ApplicantFileReference", "INSDSeqid"})
"""Optional elements whose emptiness rules of their own speak of."""


@rule(
    "xml-mandatory-empty",
    Level.ERROR,
    "par. 42",
    Scope.VALUE,
    message=N_("{element} must not be empty. Fill it in."),
    silences=("xml-line-break-in-value", "xml-outer-space", "feat-key-*", "qual-unknown"),
)
def mandatory_empty(text: str, context: ValueContext) -> Iterator[Hit]:
    """Mandatory elements and attributes are not empty, nor filled with blanks only.

    An empty mandatory element says as little as a missing one. Only the length, molecule type and
    division of an intentionally skipped sequence, and the value of replace, may be empty.

    Right: <INSDFeature_key>CDS</INSDFeature_key>
    Wrong: <INSDFeature_key></INSDFeature_key>

    Fill in what is missing, or remove the whole feature, qualifier or title it belongs to.
    """
    if context.mandatory and not text.strip():
        yield hit(value=text, element=shown(context.element))


def _left_out(value: Any, finding: Finding) -> Any:
    if finding.path == ("inventor_name", "text"):
        return _without_inventor(value)
    return put(value, finding.path, None)


def _without_inventor(header: GeneralInformation) -> GeneralInformation:
    # A Latin name cannot stand alone (DTD); where there is one, it is the name that is known.
    latin, name = header.inventor_name_latin or "", header.inventor_name
    if latin.strip() and name is not None:
        name = replace(name, text=latin)
        return replace(header, inventor_name=name, inventor_name_latin=None)
    return replace(header, inventor_name=None, inventor_name_latin=None)


@rule(
    "xml-optional-empty",
    Level.WARNING,
    "par. 42",
    Scope.VALUE,
    message=N_("{element} is empty. Leave it out."),
    variants={
        "latin": N_("InventorName is empty, but InventorNameLatin is given. Give the name as well.")
    },
    silences=("xml-line-break-in-value", "xml-outer-space"),
    repair=Repair(
        Applicability.ASK,
        N_("Leave out the empty {element}."),
        _left_out,
        sure=lambda finding: not finding.variant,
        titles={"latin": N_("Take the Latin name as InventorName.")},
    ),
)
def optional_empty(text: str, context: ValueContext) -> Iterator[Hit]:
    """Optional elements without content are left out.

    The standard asks that an element that says nothing does not appear; some programs take an
    empty one for a value.

    Right: no InventorNameLatin
    Wrong: <InventorNameLatin></InventorNameLatin>

    Leave the element out, or fill it in.
    """
    if context.mandatory or text.strip() or context.element in _MORE_EXACT:
        return
    variant = "latin" if context.leant_on else ""
    yield hit(value=text, variant=variant, element=shown(context.element))
