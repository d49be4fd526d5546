"""Qualifiers of a CDS that need one another or exclude one another (ST.26 par. 91, 92)."""

from __future__ import annotations

from collections.abc import Iterator

from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.rules.coding import (
    FEWEST,
    RARE,
    Coding,
    exceptions_of,
    is_pseudo,
    is_unclear,
    specific,
    stated,
    unexcused,
)
from seqeditor.rules.feature.changes import with_qualifier
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.qualifier.proposals import NUCLEOTIDES
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.translation.changes import CDS, place, without
from seqeditor.rules.view import FeatureContext
from seqeditor.texts import N_, nN_

_EXCLUSIVE = ("translation", "pseudo", "pseudogene")


def _without_protein(sequence: Sequence, finding: Finding) -> Sequence:
    return without(sequence, int(finding.path[1]), "translation", "protein_id")


@rule(
    "tr-one-of",
    Level.ERROR,
    "Annex I 5.2, 6.79",
    Scope.FEATURE,
    moltypes=NUCLEOTIDES,
    keys=CDS,
    message=N_("CDS {location} has {names}. Only one of them may be used; keep the right one."),
    silences=("qual-pseudo-pseudogene",),
    repair=Repair(
        Applicability.ASK,
        N_("Remove translation and protein_id."),
        _without_protein,
        lambda finding: (
            str(finding.parameters["names"]).count(",") == 1
            and "translation" in str(finding.parameters["names"])
        ),
    ),
)
def one_of(feature: Feature, _context: FeatureContext) -> Iterator[Hit]:
    """A CDS has at most one of translation, pseudo and pseudogene.

    A pseudogene makes no protein, so there is nothing to translate.

    Right: CDS with translation
    Wrong: CDS with translation and pseudo

    Remove translation and protein_id if it is a pseudogene, pseudo or pseudogene if it is not.
    """
    given = {q.name for q in feature.qualifiers}
    names = [name for name in _EXCLUSIVE if name in given]
    if len(names) > 1:
        yield hit("qualifiers", location=feature.location, names=", ".join(names))


def _without_protein_id(sequence: Sequence, finding: Finding) -> Sequence:
    return without(sequence, int(finding.path[1]), "protein_id")


@rule(
    "tr-protein-id-short",
    Level.ERROR,
    "par. 8, 92",
    Scope.FEATURE,
    moltypes=NUCLEOTIDES,
    keys=CDS,
    message=nN_(
        "The translation has only {count} specifically defined amino acid. Such a short protein"
        " cannot be listed, so there must be no protein_id.",
        "The translation has only {count} specifically defined amino acids. Such a short protein"
        " cannot be listed, so there must be no protein_id.",
    ),
    repair=Repair(Applicability.ASK, N_("Remove protein_id."), _without_protein_id),
)
def too_short_to_be_listed(feature: Feature, _context: FeatureContext) -> Iterator[Hit]:
    """A CDS whose translation has fewer than 4 specifically defined amino acids has no protein_id.

    A listing must not contain such short sequences, so there is nothing that protein_id could
    name. X is not specifically defined.

    Right: translation MKV, without protein_id
    Wrong: translation MKV, protein_id 2

    Remove protein_id, and the short protein sequence if it was listed.
    """
    letters = stated(feature)
    if letters and specific(letters) < FEWEST and feature.value("protein_id") is not None:
        yield hit(
            *place(feature, "protein_id"),
            value=feature.value("protein_id"),
            count=specific(letters),
        )


def _with_exception(sequence: Sequence, finding: Finding) -> Sequence:
    qualifier = Qualifier("transl_except", str(finding.parameters["proposal"]))
    return with_qualifier(sequence, int(finding.path[1]), qualifier)


@rule(
    "tr-uo-needs-except",
    Level.ERROR,
    "par. 91",
    Scope.FEATURE,
    moltypes=NUCLEOTIDES,
    keys=CDS,
    message=N_(
        "The translation has {residue} at residue {pos}, which no codon gives by itself. Add"
        " transl_except with aa:{code} for its codon."
    ),
    repair=Repair(
        Applicability.ASK,
        N_("Add transl_except {proposal}."),
        _with_exception,
        lambda finding: bool(finding.parameters["proposal"]),
    ),
)
def rare_without_exception(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """For each U and O of a translation there is a transl_except with aa:Sec or aa:Pyl.

    Selenocysteine (U) and pyrrolysine (O) stand at codons that stop translation elsewhere; without
    transl_except nobody can tell that the codon is read on.

    Right: translation MUK, transl_except (pos:4..6,aa:Sec)
    Wrong: translation MUK, without transl_except

    Add transl_except with the location of the codon. Example: (pos:213..215,aa:Sec).
    """
    letters = stated(feature)
    if not any(one in letters for one in RARE) or is_pseudo(feature):
        return
    exceptions = exceptions_of(feature, context.sequence.moltype)
    if exceptions is None or is_unclear(feature, context.sequence.moltype):
        return
    coding = context.coding
    computed = coding.computed.letters if coding is not None else ""
    told = coding.exceptions if coding is not None else exceptions
    for at in unexcused(letters, told, computed):
        code = RARE[letters[at - 1]]
        yield hit(
            *place(feature, "translation"),
            "value",
            value=letters[at - 1],
            residue=letters[at - 1],
            pos=at,
            code=code,
            proposal=_proposal(coding, at, code),
        )


def _proposal(coding: Coding | None, number: int, code: str) -> str:
    """Return the transl_except for a codon, "" where it is not sure which codon is meant."""
    if coding is None or number > coding.codons:
        return ""
    found = coding.difference
    if coding.is_out_of_frame or (found is not None and found.kind != "residue"):
        return ""
    location = coding.place(number)
    return f"(pos:{location},aa:{code})" if location else ""


@rule(
    "tr-except-without-translation",
    Level.INFO,
    "par. 91",
    Scope.FEATURE,
    moltypes=NUCLEOTIDES,
    keys=CDS,
    message=N_("CDS {location} has transl_except but no translation, to which it would apply."),
)
def exception_to_nothing(feature: Feature, _context: FeatureContext) -> Iterator[Hit]:
    """transl_except comes with translation.

    It says where the translation departs from the genetic code. Without translation it is allowed,
    but of little use.

    Right: CDS with transl_except and translation
    Wrong: CDS with transl_except and no translation

    Add the translation, and list the protein as a sequence of its own.
    """
    if feature.value("transl_except") is not None and feature.value("translation") is None:
        yield hit(*place(feature, "transl_except"), location=feature.location)
