"""One thing set in many sequences: what it would change, and doing it as one step."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from seqeditor.app.document import Change, Document
from seqeditor.app.jobs import Job
from seqeditor.domain.edits.bulk_set import (
    Mode,
    add_feature_once,
    remove_features,
    remove_qualifiers,
    set_translations,
    set_values,
)
from seqeditor.domain.edits.sequence import set_moltype
from seqeditor.domain.location import LocationError, faults, parse, whole
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.formats.st26.text import first_unwritable
from seqeditor.store.reader import Reader
from seqeditor.texts import N_
from seqeditor.vocabulary.features import feature_key, mandatory_qualifiers
from seqeditor.vocabulary.qualifiers import mol_types, qualifier

SHOWN = 200
"""How many changes a preview keeps to be looked at."""

LABEL = N_("{count} sequences changed")
LABEL_ONE = N_("One sequence changed")


class What(Enum):
    """What is set."""

    QUALIFIER = "qualifier"
    TRANSLATION = "translation"
    """The value in the other language of the listing (NonEnglishQualifier_value)."""
    REMOVE_QUALIFIER = "remove qualifier"
    ADD_FEATURE = "add feature"
    REMOVE_FEATURE = "remove feature"
    MOLTYPE = "moltype"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be set. Which fields count follows from `what`.

    `location`: "" for the whole sequence. `moltype` comes with the mol_type in `value`. With
    ADD_FEATURE, `name` and `value` are of a qualifier of the new feature, `name` "" for none.
    """

    what: What
    key: str = "source"
    name: str = ""
    value: str | None = ""
    mode: Mode = Mode.SET
    location: str = ""
    moltype: str = ""


class RefusedError(Exception):
    """A wish does not fit a sequence; `args` are a message id and its parameters."""

    @property
    def message(self) -> str:
        """The message id."""
        return str(self.args[0])

    @property
    def parameters(self) -> Mapping[str, str | int]:
        """What fills the message."""
        found: Mapping[str, str | int] = self.args[1] if len(self.args) > 1 else {}
        return found


def carried_out(wish: Wish, sequence: Sequence) -> Sequence:
    """Return the sequence with the wish fulfilled, itself where it is already.

    Raises RefusedError where the wish does not fit.
    """
    if sequence.is_skipped:
        raise RefusedError(N_("It is intentionally skipped."))
    if wish.value is not None and first_unwritable(wish.value) is not None:
        raise RefusedError(N_("The value has a character that XML cannot hold."))
    match wish.what:
        case What.MOLTYPE:
            return _with_moltype(wish, sequence)
        case What.ADD_FEATURE:
            return add_feature_once(sequence, _feature(wish, sequence))
    if all(f.key != wish.key for f in sequence.features):
        if wish.what in (What.REMOVE_FEATURE, What.REMOVE_QUALIFIER):
            return sequence
        raise RefusedError(N_("It has no feature {key}."), {"key": wish.key})
    match wish.what:
        case What.REMOVE_FEATURE:
            return remove_features(sequence, wish.key)
        case What.REMOVE_QUALIFIER:
            return remove_qualifiers(sequence, wish.key, wish.name)
        case What.TRANSLATION:
            return _translated(wish, sequence)
    _check_qualifier(wish, sequence.moltype)
    return set_values(sequence, wish.key, wish.name, wish.value, wish.mode)


def _translated(wish: Wish, sequence: Sequence) -> Sequence:
    known = qualifier(sequence.moltype, wish.name)
    uncertain = known is not None and known.language_dependence_uncertain
    if known is not None and not known.language_dependent and not uncertain:
        raise RefusedError(N_("{name} is not free text in a language."), {"name": wish.name})
    return set_translations(sequence, wish.key, wish.name, wish.value or None)


def _check_qualifier(wish: Wish, moltype: str) -> None:
    key = feature_key(moltype, wish.key)
    if key is None:
        raise RefusedError(
            N_("{key} is no feature key for molecule type {moltype}."),
            {"key": wish.key, "moltype": moltype},
        )
    if wish.name and not key.allows(wish.name):
        raise RefusedError(
            N_("{key} has no qualifier {name} in molecule type {moltype}."),
            {"key": wish.key, "name": wish.name, "moltype": moltype},
        )
    if wish.name == "mol_type" and wish.value not in mol_types(moltype):
        raise RefusedError(
            N_("“{value}” is no mol_type for molecule type {moltype}."),
            {"value": wish.value or "", "moltype": moltype},
        )


def _with_moltype(wish: Wish, sequence: Sequence) -> Sequence:
    if "AA" in (sequence.moltype, wish.moltype) and sequence.moltype != wish.moltype:
        raise RefusedError(
            N_("Between {old} and {new} the residues mean something else."),
            {"old": sequence.moltype, "new": wish.moltype},
        )
    former = (sequence.source.value("mol_type") if sequence.source else None) or ""
    fitting = mol_types(wish.moltype)
    if wish.value and wish.value not in fitting:
        raise RefusedError(
            N_("“{value}” is no mol_type for molecule type {moltype}."),
            {"value": wish.value, "moltype": wish.moltype},
        )
    usual = fitting[0] if len(fitting) == 1 else ""
    mol_type = wish.value or (former if former in fitting else usual)
    return set_moltype(sequence, wish.moltype, mol_type=mol_type)


def _feature(wish: Wish, sequence: Sequence) -> Feature:
    _check_qualifier(wish, sequence.moltype)
    if not sequence.length:
        raise RefusedError(N_("It has no residues."))
    location = wish.location.strip() or str(whole(sequence.length))
    try:
        parse(location, sequence.moltype)
    except LocationError as error:
        raise RefusedError(
            N_("The location {location} cannot be read."), {"location": location}
        ) from error
    if any(faults(location, sequence.moltype, sequence.length)):
        raise RefusedError(
            N_("The location {location} does not fit a sequence of {length} residues."),
            {"location": location, "length": sequence.length},
        )
    given = (Qualifier(wish.name, wish.value),) if wish.name else ()
    needed = [n for n in mandatory_qualifiers(sequence.moltype, wish.key) if n != wish.name]
    return Feature(wish.key, location, (*given, *(Qualifier(name, "") for name in needed)))


# What is shown before it is done ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a preview. `refusal` is a message id with `parameters`, "" for a change."""

    sequence_id: int
    old: str
    new: str
    refusal: str = ""
    parameters: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(slots=True)
class Preview:
    """What a wish would do: the first rows, all ids it would change, and how many it would not.

    `refused` counts the refusals by message id.
    """

    rows: list[Row] = field(default_factory=list)
    changed: array[int] = field(default_factory=lambda: array("q"))
    unchanged: int = 0
    refused: Counter[str] = field(default_factory=Counter)


def preview(reader: Reader, ids: Iterable[int], wish: Wish, job: Job) -> Preview:
    """Return what a wish would do to sequences; those gone meanwhile are passed over.

    Raises CancelledError.
    """
    wanted = list(ids)
    made, refusals = Preview(), 0
    for done, sequence_id in enumerate(wanted):
        if done % 200 == 0:
            job.report(done, len(wanted))
        try:
            old = reader.sequence(sequence_id)
        except KeyError:
            continue
        try:
            new = carried_out(wish, old)
        except RefusedError as refusal:
            made.refused[refusal.message] += 1
            refusals += 1
            if refusals <= SHOWN:
                row = Row(
                    sequence_id, shown(wish, old), "", refusal.message, dict(refusal.parameters)
                )
                made.rows.append(row)
            continue
        if new == old:
            made.unchanged += 1
            continue
        made.changed.append(sequence_id)
        if len(made.changed) <= SHOWN:
            made.rows.append(Row(sequence_id, shown(wish, old), shown(wish, new)))
    return made


def shown(wish: Wish, sequence: Sequence) -> str:
    """Return what stands in a sequence where the wish is about to write, for people."""
    match wish.what:
        case What.MOLTYPE:
            source = sequence.source
            mol_type = (source.value("mol_type") if source else None) or ""
            return f"{sequence.moltype}, {mol_type}" if mol_type else sequence.moltype
        case What.ADD_FEATURE | What.REMOVE_FEATURE:
            found = [_feature_words(f) for f in sequence.features if f.key == wish.key]
        case What.TRANSLATION:
            found = [q.non_english or "" for q in _qualifiers(wish, sequence)]
        case _:
            found = [q.name if q.value is None else q.value for q in _qualifiers(wish, sequence)]
    return "; ".join(found[:5]) + (" …" if len(found) > 5 else "")


def _feature_words(feature: Feature) -> str:
    values = ", ".join(f"{q.name} {q.value}" if q.value else q.name for q in feature.qualifiers)
    return f"{feature.key} {feature.location}" + (f" ({values})" if values else "")


def _qualifiers(wish: Wish, sequence: Sequence) -> list[Qualifier]:
    return [
        q
        for f in sequence.features
        if f.key == wish.key
        for q in f.qualifiers
        if q.name == wish.name
    ]


def apply_wish(document: Document, ids: Iterable[int], wish: Wish, job: Job) -> Change:
    """Fulfil a wish in sequences as one step; those it does not fit stay as they are.

    Raises CancelledError, and then nothing is changed.
    """
    wanted = list(ids)

    def edit(sequence: Sequence) -> Sequence:
        try:
            return carried_out(wish, sequence)
        except RefusedError:
            return sequence

    one = len(wanted) == 1
    return document.apply(
        LABEL_ONE if one else LABEL,
        wanted,
        edit,
        arguments={} if one else {"count": len(wanted)},
        job=job,
    )
