"""Translating a CDS, or residues that are to become one: tried out first, then written."""

from __future__ import annotations

from dataclasses import dataclass, replace

from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.edits.places import with_item
from seqeditor.domain.location import LocationError, faults, parse
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.rules.coding import KEY, Coding, exceptions_of, read_coding
from seqeditor.rules.translation.changes import is_computable
from seqeditor.vocabulary.genetic_codes import default_code

TABLE, START, EXCEPTION, TRANSLATION = (
    "transl_table",
    "codon_start",
    "transl_except",
    "translation",
)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a region is to be read. `exceptions` are values of transl_except."""

    location: str
    table: int = 1
    codon_start: int = 1
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of a reading: the coding region, or the name of what cannot be read.

    `fault` is "location", "exceptions" or "excused" (pseudo, exception, trans_splicing).
    """

    coding: Coding | None
    fault: str = ""

    @property
    def letters(self) -> str:
        """The protein, stops inside as `*`, without the stop at the end."""
        return self.coding.computed.letters if self.coding is not None else ""

    @property
    def can_be_written(self) -> bool:
        """Whether this may stand in the qualifier translation."""
        return self.coding is not None and is_computable(self.coding)


def reading_of(feature: Feature) -> Reading:
    """Return how a CDS says that it is to be read; what cannot be understood counts as usual."""
    table, start = feature.value(TABLE) or "", feature.value(START) or ""
    return Reading(
        feature.location,
        int(table) if table.isascii() and table.isdecimal() and table else default_code().id,
        int(start) if start in ("1", "2", "3") else 1,
        tuple(value for value in feature.values(EXCEPTION) if value),
    )


def outcome(sequence: Sequence, reading: Reading, feature: Feature | None = None) -> Outcome:
    """Try a reading out; `feature` is the CDS that it is for, None for a new one."""
    try:
        location = parse(reading.location, sequence.moltype)
    except LocationError:
        return Outcome(None, "location")
    if faults(location, sequence.moltype, sequence.length):
        return Outcome(None, "location")
    tried = _read_so(feature or Feature(KEY, reading.location), reading)
    coding = read_coding(tried, sequence, location)
    if coding is not None:
        return Outcome(coding)
    without = _read_so(tried, replace(reading, exceptions=()))
    if reading.exceptions and (
        exceptions_of(tried, sequence.moltype) is None
        or read_coding(without, sequence, location) is not None
    ):
        return Outcome(None, "exceptions")
    return Outcome(None, "excused")


def with_reading(sequence: Sequence, index: int, reading: Reading) -> Sequence:
    """Return the sequence with a CDS read so, its translation written where there can be one."""
    feature = sequence.features[index]
    found = outcome(sequence, reading, feature)
    letters = found.letters if found.can_be_written else None
    return replace(
        sequence,
        features=with_item(sequence.features, index, _read_so(feature, reading, letters)),
    )


def with_new_cds(sequence: Sequence, reading: Reading) -> Sequence:
    """Return the sequence with a new CDS at its end, read and translated so."""
    new = add_feature(sequence, KEY, reading.location)
    return with_reading(new, len(new.features) - 1, reading)


def _read_so(feature: Feature, reading: Reading, letters: str | None = None) -> Feature:
    """Return the feature with the qualifiers of a reading; those it has keep their places."""
    wanted = {START: str(reading.codon_start), TABLE: str(reading.table)}
    if letters is not None:
        wanted[TRANSLATION] = letters
    exceptions = list(reading.exceptions)
    kept: list[Qualifier] = []
    for one in feature.qualifiers:
        if one.name == EXCEPTION:
            if exceptions:
                kept.append(replace(one, value=exceptions.pop(0)))
        elif one.name in wanted:
            kept.append(replace(one, value=wanted.pop(one.name)))
        else:
            kept.append(one)
    translation = wanted.pop(TRANSLATION, None)
    kept += [Qualifier(name, value) for name, value in wanted.items()]
    kept += [Qualifier(EXCEPTION, value) for value in exceptions]
    if translation is not None:
        kept.append(Qualifier(TRANSLATION, translation))
    return replace(feature, location=reading.location, qualifiers=tuple(kept))
