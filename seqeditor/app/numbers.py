"""The numbers by which sequences of another listing name one another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from seqeditor.domain.sequence import Feature, Qualifier, Sequence


def renumbered(received: Iterable[tuple[str | None, Sequence]], first: int) -> Iterator[Sequence]:
    """Yield the sequences with each protein_id naming what it named where they come from.

    They get the numbers from `first` on. A value that names none of them stays as it is.
    """
    pairs = list(received)
    new: dict[str, str] = {}
    for number, (written, _sequence) in enumerate(pairs, first):
        if written is not None:
            # Of a number that stands twice the first is meant.
            new.setdefault(written, str(number))
    for _written, sequence in pairs:
        yield _with(sequence, new)


def _with(sequence: Sequence, new: dict[str, str]) -> Sequence:
    def qualifier(one: Qualifier) -> Qualifier:
        if one.name == "protein_id" and one.value in new:
            return replace(one, value=new[one.value])
        return one

    def feature(one: Feature) -> Feature:
        return replace(one, qualifiers=tuple(map(qualifier, one.qualifiers)))

    if not any(q.name == "protein_id" for f in sequence.features for q in f.qualifiers):
        return sequence
    return replace(sequence, features=tuple(map(feature, sequence.features)))


def unnamed(sequence: Sequence, known: Collection[str | None], highest: int) -> set[str]:
    """Return the protein_id values of a sequence that name none of the `known` numbers.

    Only those up to `highest`, which would name a sequence where it is going.
    """
    return {
        q.value
        for f in sequence.features
        for q in f.qualifiers
        if q.name == "protein_id"
        and q.value
        and q.value not in known
        and q.value.isascii()
        and q.value.isdecimal()
        and 0 < int(q.value[:18]) <= highest
    }


def without_protein_ids(sequence: Sequence, values: Collection[str]) -> Sequence:
    """Return the sequence without the protein_id qualifiers of these values."""
    features = tuple(
        replace(
            f,
            qualifiers=tuple(
                q for q in f.qualifiers if q.name != "protein_id" or q.value not in values
            ),
        )
        for f in sequence.features
    )
    return replace(sequence, features=features)
