"""protein_id leads from a CDS to its protein in the same listing (ST.26 par. 92)."""

from __future__ import annotations

from collections.abc import Iterator

from seqeditor.domain.edits.operations import (
    GiveTranslation,
    Operation,
    TakeOrganism,
    TakeTranslation,
)
from seqeditor.domain.sequence import MOLTYPES
from seqeditor.rules.across.differences import differences, region
from seqeditor.rules.across.lists import MOST, listed
from seqeditor.rules.across.proteins import Verdict, protein_ids
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import ListingContext, ListingView
from seqeditor.texts import N_, nN_


def _of(view: ListingView, context: ListingContext, *kinds: str) -> Iterator[Verdict]:
    return (one for one in protein_ids(view, context).verdicts if one.kind in kinds)


def _told(one: Verdict, variant: str = "", **parameters: str | int) -> Hit:
    mention = one.told.mention
    assert one.told.target is not None
    known: dict[str, str | int] = {"location": mention.text, "protein": one.told.target.id}
    return Hit(
        mention.path,
        value=mention.number,
        variant=variant,
        sequence=one.told.row.id,
        parameters={**known, **parameters},
        others=(one.told.target.id,),
    )


def _feature(finding: Finding) -> int:
    return int(finding.path[1])


def _ids(finding: Finding) -> tuple[int, int, int]:
    """Return the ids of the coding sequence and of the protein, and the place of the CDS."""
    assert finding.sequence is not None
    return finding.sequence, _feature(finding), int(finding.parameters["protein"])


@rule(
    "tr-protein-id-target",
    Level.ERROR,
    "par. 92",
    Scope.LISTING,
    message=N_(
        "protein_id of CDS {location} is {value}, but there is no sequence {value} in this"
        " listing. Give the number of the protein."
    ),
    variants={
        "skipped": N_(
            "protein_id of CDS {location} is {value}, but sequence {value} is intentionally"
            " skipped. Give the number of the protein."
        ),
        "other": N_(
            "protein_id of CDS {location} is {value}, but sequence {value} is no amino-acid"
            " sequence. Give the number of the protein."
        ),
    },
)
def target(view: ListingView, context: ListingContext) -> Iterator[Hit]:
    """protein_id is the number of an amino-acid sequence of the listing that is not skipped.

    It leads a reader from the coding region to the protein; a number that leads nowhere mostly
    comes from another version of the listing.

    Right: protein_id 47, sequence 47 is an amino-acid sequence
    Wrong: protein_id 47, sequence 47 is DNA

    Give the number of the protein, or list the protein as a sequence of its own.
    """
    for one in _of(view, context, "missing", "skipped", "other"):
        mention, found = one.told.mention, one.told.target
        if found is not None and not found.skipped and found.moltype not in MOLTYPES:
            continue  # a molecule type that is none may be meant as AA, and is told there
        yield hit(
            *mention.path,
            "value",
            value=mention.number,
            variant="" if one.kind == "missing" else one.kind,
            sequence=one.told.row.id,
            location=mention.text,
        )


def _give(_view: ListingView, finding: Finding) -> tuple[Operation, ...]:
    return (GiveTranslation(*_ids(finding)),)


@rule(
    "tr-protein-id-equal",
    Level.ERROR,
    "par. 92",
    Scope.LISTING,
    message=N_(
        "CDS {location} names sequence {value} as its protein, but the residues of sequence {value}"
        " differ from the translation."
    ),
    variants={
        "residue": N_(
            "CDS {location} names sequence {value} as its protein, but residue {pos} is {given} in"
            " the translation and {listed} in sequence {value}."
        ),
        "length": N_(
            "CDS {location} names sequence {value} as its protein. The translation has {has}"
            " residues, sequence {value} has {length}."
        ),
        "both": N_(
            "CDS {location} names sequence {value} as its protein. The translation has {has}"
            " residues, sequence {value} has {length}; the first that differs is residue {pos},"
            " {given} in the translation and {listed} in sequence {value}."
        ),
    },
    repair=Repair(
        Applicability.ASK, N_("Write the translation as the residues of sequence {value}."), _give
    ),
    shifting=("value",),
)
def equal(view: ListingView, context: ListingContext) -> Iterator[Hit]:
    """The residues of the sequence that protein_id names are those of the translation.

    They are the same protein, told in two places; letter for letter the same, X included.

    Where they differ nobody knows which protein is meant, or protein_id names the wrong sequence.

    Right: translation MKVL and sequence 2 MKVL
    Wrong: translation MKVL and sequence 2 MKIL

    Correct protein_id, the translation or the protein. If the translation is not what the CDS codes
    for, put that right first.
    """
    verdicts = list(_of(view, context, "differs"))
    known = differences(view, (one.told for one in verdicts))
    for one in verdicts:
        assert one.told.target is not None
        if one.told.target.id in known.faulty:
            continue
        has, length = one.told.mention.length or 0, one.told.target.length
        variant = "length" if has != length else ""
        told: dict[str, str | int] = {"has": has, "length": length}
        first = known.first.get(region(one.told))
        if first is not None:
            told["pos"] = first.position
            if first.given and first.listed:
                variant = "both" if variant else "residue"
                told |= {"given": first.given, "listed": first.listed}
        yield _told(one, variant, **told)


def _take(_view: ListingView, finding: Finding) -> tuple[Operation, ...]:
    return (TakeTranslation(*_ids(finding)),)


@rule(
    "tr-protein-id-without-translation",
    Level.WARNING,
    "par. 92",
    Scope.LISTING,
    message=N_("CDS {location} has protein_id {value} but no translation. Add the translation."),
    repair=Repair(
        Applicability.ASK, N_("Write the residues of sequence {value} as the translation."), _take
    ),
    shifting=("value",),
)
def without_translation(view: ListingView, context: ListingContext) -> Iterator[Hit]:
    """protein_id comes with translation.

    The standard asks for the protein number where there is a translation, and does not speak of
    the number alone; programs that read listings expect both.

    Right: translation MKVL with protein_id 2
    Wrong: protein_id 2 alone

    Add the translation. It is that of the protein which protein_id names.
    """
    for one in _of(view, context, "bare"):
        yield _told(one)


def _organism(_view: ListingView, finding: Finding) -> tuple[Operation, ...]:
    coding, _feature, protein = _ids(finding)
    return (TakeOrganism(protein, coding),)


@rule(
    "tr-organism-equal",
    Level.ERROR,
    "par. 92",
    Scope.LISTING,
    message=N_(
        "The organism of sequence {value} is {organism}; that of the CDS {location} which codes for"
        " it is {coding}. Give both the same."
    ),
    repair=Repair(
        Applicability.ASK, N_("Write {coding} as the organism of sequence {value}."), _organism
    ),
    shifting=("value",),
)
def organism_equal(view: ListingView, context: ListingContext) -> Iterator[Hit]:
    """A protein has the same organism as the sequence that codes for it.

    The protein follows from the coding sequence, so it comes from the same source.

    Right: CDS in a sequence of Mus musculus, its protein of Mus musculus
    Wrong: CDS in a sequence of Mus musculus, its protein of Homo sapiens

    Correct one of the two organisms, or protein_id if it names the wrong sequence.
    """
    for one in _of(view, context, "organism"):
        found = one.told
        assert found.target is not None
        if not (found.target.organism + found.row.organism).isascii():
            continue  # a character that may not stand there makes the difference
        yield _told(one, organism=found.target.organism, coding=found.row.organism)


@rule(
    "x-two-cds-one-protein",
    Level.INFO,
    "par. 92",
    Scope.LISTING,
    message=nN_(
        "{count} CDS names this sequence as its protein: sequences {numbers}.",
        "{count} CDS name this sequence as their protein: sequences {numbers}.",
    ),
    shifting=("numbers",),
)
def several_regions(view: ListingView, context: ListingContext) -> Iterator[Hit]:
    """Several CDS name the same sequence as their protein.

    That is allowed if their translations are the same, as with a gene and its cDNA. Often one of
    the numbers was simply not corrected after copying.

    Right: the CDS of sequence 1 names sequence 5, that of sequence 3 names sequence 6
    Wrong: the CDS of sequences 1 and 3 both name sequence 5

    Look whether each CDS means this protein. If so, nothing has to be done.
    """
    for protein, rows in protein_ids(view, context).named.items():
        if len(rows) > 1:
            by = dict.fromkeys(row.id for row in rows)
            numbers = listed(row.number for row in rows)
            yield hit(sequence=protein, others=tuple(by)[:MOST], count=len(rows), numbers=numbers)
