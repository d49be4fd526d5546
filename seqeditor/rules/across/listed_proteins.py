"""Translations and the proteins of the listing they should name (ST.26 par. 74, 92)."""

from __future__ import annotations

from collections.abc import Iterator

from seqeditor.domain.edits.operations import ListTranslation, Operation
from seqeditor.domain.mention import MentionKind
from seqeditor.domain.row import SequenceRow
from seqeditor.rules.across.proteins import Told, proteins, same_organism, told
from seqeditor.rules.coding import FEWEST
from seqeditor.rules.finding import Finding, Hit, Level, Scope
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import ListingContext, ListingView
from seqeditor.texts import N_


def _pairs(
    view: ListingView, context: ListingContext, kind: MentionKind
) -> Iterator[tuple[Told, list[SequenceRow]]]:
    """Yield each mention with the proteins that have its residues."""
    found = proteins(view, context)
    for one in told(view, kind):
        yield one, found.with_digest(one.mention.digest)


def _of_same_organism(one: Told, rows: list[SequenceRow]) -> SequenceRow | None:
    return next((row for row in rows if same_organism(row, one.row)), None)


def _protein(one: Told, rows: list[SequenceRow]) -> SequenceRow | None:
    """Return the protein of a region that names none."""
    return _of_same_organism(one, rows) if one.mention.specific >= FEWEST else None


def _list(_view: ListingView, finding: Finding) -> tuple[Operation, ...]:
    assert finding.sequence is not None
    return (ListTranslation(finding.sequence, int(finding.path[1])),)


def _told(
    one: Told, variant: str = "", *, protein: SequenceRow | None = None, **parameters: str | int
) -> Hit:
    mention = one.mention
    if protein is not None:
        parameters["number"] = protein.number
    return Hit(
        mention.path,
        value=mention.text,
        variant=variant,
        sequence=one.row.id,
        parameters={"location": mention.text, **parameters},
        others=() if protein is None else (protein.id,),
    )


@rule(
    "tr-protein-id-missing",
    Level.ERROR,
    "par. 92; Annex I 5.2",
    Scope.LISTING,
    message=N_(
        "The translation of CDS {location} is listed as sequence {number}. Add protein_id {number}."
    ),
    variants={
        "organism": N_(
            "The translation of CDS {location} has the residues of sequence {number}, whose"
            " organism is another one. Add protein_id {number} once the organisms are the same."
        )
    },
    repair=Repair(
        Applicability.ASK,
        N_("Add protein_id {number}."),
        _list,
        lambda finding: finding.variant == "",
    ),
    shifting=("number",),
)
def protein_id_missing(view: ListingView, context: ListingContext) -> Iterator[Hit]:
    """A CDS whose translation is listed as a sequence of its own names it in protein_id.

    That holds for translations with 4 or more amino acids other than X, which must be listed.

    Without protein_id nobody can see that the two are the same protein.

    Right: translation MKVL with protein_id 2, sequence 2 is MKVL
    Wrong: translation MKVL alone, sequence 2 is MKVL

    Add protein_id with the number of the protein.
    """
    for one, rows in _pairs(view, context, MentionKind.TRANSLATION):
        if rows:
            same = _of_same_organism(one, rows)
            variant = "organism" if same is None else ""
            yield _told(one, variant, protein=same or rows[0])


@rule(
    "tr-not-listed",
    Level.ERROR,
    "par. 74, 92",
    Scope.LISTING,
    message=N_(
        "The translation of CDS {location} has {specific} specifically defined amino acids but is"
        " not in the listing. List it as a sequence of its own and name it in protein_id."
    ),
    repair=Repair(Applicability.ASK, N_("List the protein at the end and set protein_id."), _list),
)
def not_listed(view: ListingView, context: ListingContext) -> Iterator[Hit]:
    """A translation with 4 or more amino acids other than X is listed as a sequence of its own.

    Every sequence that is disclosed by its residues, inside a qualifier too, has a number of its
    own if it is long enough; protein_id then names it.

    Right: translation MKVL with protein_id 2, sequence 2 is MKVL
    Wrong: translation MKVL, and no amino-acid sequence MKVL in the listing

    Add the protein as a sequence and its number as protein_id. A translation shorter than that
    stays unlisted.
    """
    for one, rows in _pairs(view, context, MentionKind.TRANSLATION):
        if not rows:
            yield _told(one, specific=one.mention.specific)


@rule(
    "tr-cds-without-translation",
    Level.INFO,
    "par. 89-90",
    Scope.LISTING,
    message=N_("CDS {location} has no translation. That is allowed; it may be added."),
    repair=Repair(
        Applicability.ASK,
        N_("Add the translation; list the protein and set protein_id."),
        _list,
        lambda finding: bool(finding.parameters["computable"]),
    ),
)
def no_translation(view: ListingView, context: ListingContext) -> Iterator[Hit]:
    """A CDS has a translation, unless it is marked pseudo or pseudogene.

    The standard allows a CDS without translation. With it the protein is disclosed too, and must
    be listed if it has 4 or more amino acids.

    Right: CDS 1..15 with translation MAKV and protein_id 2
    Wrong: CDS 1..15 alone

    Add the translation and list the protein, or leave it as it is.
    """
    for one, rows in _pairs(view, context, MentionKind.CODING):
        if _protein(one, rows) is None:
            yield _told(one, computable=int(bool(one.mention.digest)))


@rule(
    "x-missing-protein-link",
    Level.INFO,
    "par. 92",
    Scope.LISTING,
    message=N_(
        "CDS {location} codes for the residues of sequence {number}. If it is its protein, add the"
        " translation and protein_id {number}."
    ),
    repair=Repair(Applicability.ASK, N_("Add the translation and protein_id {number}."), _list),
    shifting=("number",),
)
def missing_link(view: ListingView, context: ListingContext) -> Iterator[Hit]:
    """A CDS without translation codes for a protein of the listing that it does not name.

    Both are there, only the link between them is missing: translation and protein_id.

    Right: CDS with translation MAKV and protein_id 2, sequence 2 is MAKV
    Wrong: CDS that codes for MAKV without translation, sequence 2 is MAKV

    Add translation and protein_id if the sequence is the protein of this CDS.
    """
    for kind in (MentionKind.CODING, MentionKind.EXCEPTED):
        for one, rows in _pairs(view, context, kind):
            found = _protein(one, rows)
            if found is not None:
                yield _told(one, protein=found)
