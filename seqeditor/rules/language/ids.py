"""The id of qualifiers with a text in two languages (ST.26 par. 87, DTD)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seqeditor.domain.edits.operations import GiveId
from seqeditor.domain.sequence import Qualifier
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.rule import Applicability, Repair, file_rule, rule
from seqeditor.rules.view import QualifierContext
from seqeditor.texts import N_
from seqeditor.vocabulary.qualifiers import qualifier

_FORM = re.compile(r"q[1-9][0-9]*")
_QUALIFIER = 4
"""Steps of the path of a qualifier in its sequence."""


def _give_id(_value: object, finding: Finding) -> tuple[GiveId, ...]:
    return (GiveId(finding.sequence or 0, finding.path[:_QUALIFIER]),)


@rule(
    "lang-qualifier-id-missing",
    Level.WARNING,
    "par. 87; DTD",
    Scope.QUALIFIER,
    message=N_("{name} has a non-English value and should have an id, such as q2."),
    repair=Repair(
        Applicability.SAFE, N_("Give it the next free id."), _give_id, as_operations=True
    ),
)
def qualifier_id_missing(one: Qualifier, context: QualifierContext) -> Iterator[Hit]:
    """A language-dependent qualifier with a non-English value has an id.

    The id ties the text to the same text in another language version of the listing.

    Right: <INSDQualifier id="q2"> with a non-English value
    Wrong: <INSDQualifier> with a non-English value

    Give it q and the next free number of the listing.
    """
    known = qualifier(context.sequence.moltype, one.name)
    if known is None or not known.language_dependent:
        return
    if one.id is None and (one.non_english or "").strip():
        yield hit(name=one.name)


@rule(
    "lang-qualifier-id-form",
    Level.WARNING,
    "DTD; MPEP 2413.01(h)",
    Scope.QUALIFIER,
    message=N_("The qualifier id “{value}” is not of the form q and a number, such as q12."),
    repair=Repair(Applicability.ASK, N_("Give it the next free id."), _give_id, as_operations=True),
)
def qualifier_id_form(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """The id of a qualifier is q and a whole number of 1 or more.

    The US Office asks for this form, and the programs of WIPO make it.

    Right: id="q12"
    Wrong: id="note-1"

    Give it q and the next free number of the listing. A translation file with the old id has to
    follow.
    """
    if one.id and one.id.strip() and not _FORM.fullmatch(one.id):
        yield hit("id", value=one.id)


file_rule(
    "lang-qualifier-id-changed",
    Level.INFO,
    "DTD",
    scope=Scope.COMPARISON,
    message=N_(
        "In the other listing the id {value} belongs to {name} of {key} at {location}. Give each"
        " qualifier the id it had."
    ),
    help="""In two versions of a listing each id belongs to the same qualifier.

    Feature key, location and name are those of the other version. It is told only where two
    listings are compared; one listing alone does not show it.

    A translation file that goes by the ids would put its texts into the wrong qualifiers.

    Right: q3 is the note of SITE 5 in both versions
    Wrong: q3 is the note of SITE 5 in one version and the organism of source in the other

    Give the qualifier the id it had, and new qualifiers ids that were not in use.
    """,
)
