"""What a feature must say in its qualifiers (ST.26 par. 17, 61, 75, 96; Annex I, Sec. 5, 7)."""

from __future__ import annotations

from collections.abc import Iterator

from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.rules.feature.changes import with_qualifier
from seqeditor.rules.feature.misspelt import is_misspelt_in
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import FeatureContext
from seqeditor.texts import N_
from seqeditor.vocabulary.features import feature_key, feature_keys, key_in_right_case

_NEEDS_NOTE = tuple(
    key.name for key in feature_keys("AA") if "note" in key.mandatory and key.name != "source"
)


def has(feature: Feature, name: str) -> bool:
    """Tell whether a feature has the qualifier, perhaps written otherwise (NOTE)."""
    return any(q.name.lower() == name.lower() for q in feature.qualifiers)


def has_note(feature: Feature) -> bool:
    """Tell whether a feature has a note, be it empty: another rule speaks of that."""
    return has(feature, "note")


def _filled_in(sequence: Sequence, finding: Finding) -> Sequence:
    index = int(finding.path[1])
    for name in str(finding.parameters["name"]).split(", "):
        value = "protein" if (sequence.moltype, name) == ("AA", "mol_type") else ""
        sequence = with_qualifier(sequence, index, Qualifier(name, value))
    return sequence


def _has_one_value(finding: Finding) -> bool:
    return bool(finding.parameters.get("sure"))


WANTED = Repair(Applicability.ASK, N_("Add {name}."), _filled_in, sure=_has_one_value)
"""Adds what is missing: with its value where only one is possible, else to be filled in."""


def missing(feature: Feature, context: FeatureContext) -> list[str]:
    """Return the mandatory qualifiers a feature lacks; notes of amino acids are told apart."""
    moltype = context.sequence.moltype
    # A key wrong only by its capitals (SOURCE) needs its qualifiers all the same.
    key = feature_key(moltype, feature.key) or key_in_right_case(moltype, feature.key)
    if key is None or (moltype == "AA" and key.name != "source"):
        return []
    present = {q.name.strip().lower() for q in feature.qualifiers}
    if "" in present:
        # A qualifier without a name may be the one that is missing, and is a fault of its own.
        return []
    if key.name == "source" and _is_another_source(feature, context.sequence):
        return []
    return [
        name
        for name in key.mandatory
        if name.lower() not in present and not is_misspelt_in(feature, name, moltype)
    ]


def _is_another_source(feature: Feature, sequence: Sequence) -> bool:
    """Tell whether this is a second source: that there are two is the fault, not what it lacks."""
    sources = (one for one in sequence.features if one.key.strip().lower() == "source")
    return next(sources, feature) is not feature


@rule(
    "feat-quals-required",
    Level.ERROR,
    "par. 61, 75",
    Scope.FEATURE,
    moltypes=("DNA", "RNA", "AA"),
    message=N_("{key} has no qualifiers. It needs {name}."),
    repair=WANTED,
)
def qualifiers_required(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """A feature whose key has mandatory qualifiers has qualifiers.

    Without them the feature says nothing: a modified_base alone does not tell which base it is.

    Right: modified_base 5, with mod_base m5c
    Wrong: modified_base 5, without qualifiers

    Add the qualifiers named and fill them in.
    """
    if feature.qualifiers:
        return
    names = missing(feature, context)
    if names:
        yield hit("qualifiers", key=feature.key, name=", ".join(names))


@rule(
    "feat-note-mandatory-aa",
    Level.ERROR,
    "Annex I Sec. 7",
    Scope.FEATURE,
    moltypes=("AA",),
    keys=_NEEDS_NOTE,
    message=N_("{key} at {location} needs a note. Say what it is."),
    repair=WANTED,
)
def note_mandatory(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """Some keys of amino-acid sequences need a note: CARBOHYD, CROSSLNK, LIPID, MOD_RES, SITE.

    The key alone leaves open which sugar, bond, lipid or modification is there. BINDING, DNA_BIND,
    DOMAIN, METAL, NP_BIND and ZN_FING should have a note too; for them it is a warning.

    Right: SITE 5, note "cleavage site"
    Wrong: SITE 5, without a note

    Add a note that says what it is.
    """
    if has_note(feature) or is_misspelt_in(feature, "note", "AA"):
        return
    key = feature_key("AA", feature.key)
    uncertain = key is not None and key.mandatory_uncertain
    yield hit(
        "qualifiers",
        level=Level.WARNING if uncertain else None,
        key=feature.key,
        location=feature.location,
        name="note",
    )


@rule(
    "feat-mod-base-mandatory-other-note",
    Level.ERROR,
    "par. 17; Annex I Sec. 2",
    Scope.FEATURE,
    moltypes=("DNA", "RNA"),
    keys=("modified_base",),
    message=N_(
        "The mod_base at {location} is OTHER. Give the full chemical name of the modified"
        " nucleotide in a note."
    ),
    repair=WANTED,
)
def other_base_without_note(feature: Feature, _context: FeatureContext) -> Iterator[Hit]:
    """A modified_base with mod_base OTHER has a note with the full name of the nucleotide.

    OTHER stands for all that Table 2 of the standard does not list, so the name must be given, and
    not abbreviated.

    Right: modified_base with mod_base OTHER and note "xanthine"
    Wrong: modified_base with mod_base OTHER alone

    Add a note with the full chemical name.
    """
    if feature.value("mod_base") != "OTHER" or has_note(feature):
        return
    if not is_misspelt_in(feature, "note", "DNA"):
        yield hit("qualifiers", location=feature.location, name="note")


@rule(
    "feat-disulfid-note",
    Level.WARNING,
    "Annex I 7.10",
    Scope.FEATURE,
    moltypes=("AA",),
    keys=("DISULFID",),
    message=N_(
        "DISULFID at {location} has no note. Name the other chain if the bond leads to one."
    ),
)
def disulfide_without_note(feature: Feature, _context: FeatureContext) -> Iterator[Hit]:
    """A DISULFID has a note, at least where the bond leads to another chain.

    With a single residue as location only the note can name the partner.

    Right: DISULFID 4..15, note "intrachain"
    Wrong: DISULFID 4, without a note

    Add a note such as "intrachain" or one that names the other chain.
    """
    if not has_note(feature):
        yield hit("qualifiers", location=feature.location)


@rule(
    "feat-variant-no-note",
    Level.WARNING,
    "par. 96-97",
    Scope.FEATURE,
    moltypes=("AA",),
    keys=("VARIANT", "VAR_SEQ"),
    message=N_("{key} at {location} does not say which residues stand there instead. Add a note."),
)
def variant_without_note(feature: Feature, _context: FeatureContext) -> Iterator[Hit]:
    """VARIANT and VAR_SEQ have a note with the residues that may stand there instead.

    Without it nobody knows what the variant is.

    Right: VARIANT 20, note "I, A or F"
    Wrong: VARIANT 20, without a note

    Add a note with the alternatives, such as "I, A or F", or "deleted".
    """
    if not has_note(feature):
        yield hit("qualifiers", key=feature.key, location=feature.location)


@rule(
    "feat-variation-no-value",
    Level.WARNING,
    "par. 96-97",
    Scope.FEATURE,
    moltypes=("DNA", "RNA"),
    keys=("variation", "misc_difference"),
    message=N_(
        "{key} at {location} does not say what stands there instead. Add replace or a note."
    ),
)
def variation_without_value(feature: Feature, _context: FeatureContext) -> Iterator[Hit]:
    """Variation and misc_difference have replace or a note.

    Without either nobody knows what the difference is. An empty replace stands for a deletion.

    Right: variation 60, replace c
    Wrong: variation 60, without qualifiers

    Add replace with the other residues, or a note.
    """
    if not has_note(feature) and not has(feature, "replace"):
        yield hit("qualifiers", key=feature.key, location=feature.location)
