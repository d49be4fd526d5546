"""How a fault is planted: a function that makes a valid listing wrong in one way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from tests.rules.planted.tree import Feature, Listing, Record

T = TypeVar("T")
Plant = Callable[[Listing, Random], int | None]
"""Makes the fault; returns the position of the sequence that has it now, None for none."""

NUCLEOTIDE = ("DNA", "RNA")
ANY = ("DNA", "RNA", "AA")


class NotHereError(LookupError):
    """This listing has no place for the fault; another one may."""


@dataclass(frozen=True)
class Planter:
    """One way to plant a fault that a rule names.

    `others`: rules that name it as well, where chance decides; `also`: errors that truly come
    with it.
    """

    rule: str
    way: str
    plant: Plant
    profile: str = "applicant"
    also: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        return (self.rule, *self.others)

    @property
    def area(self) -> str:
        return self.rule.split("-", 1)[0]

    @property
    def id(self) -> str:
        return f"{self.rule}: {self.way}"


PLANTERS: list[Planter] = []


def plants(
    rule: str, *others: str, profile: str = "applicant", also: Iterable[str] = ()
) -> Callable[[Plant], Plant]:
    """Declare the decorated function as a way to plant a fault of the rule, or of one of others."""

    def keep(plant: Plant) -> Plant:
        name = plant.__name__.replace("_", " ").strip()
        PLANTERS.append(Planter(rule, name, plant, profile, tuple(also), others))
        return plant

    return keep


def way(
    rule: str, name: str, plant: Plant, *, profile: str = "applicant", also: Iterable[str] = ()
) -> None:
    """Declare one of several ways that differ in a value only."""
    PLANTERS.append(Planter(rule, name, plant, profile, tuple(also)))


def one_of(found: Sequence[T], random: Random) -> T:
    """Return one at random; raises NotHereError when there is none."""
    if not found:
        raise NotHereError
    return random.choice(found)


def a_record(
    listing: Listing,
    random: Random,
    moltypes: Iterable[str] = ANY,
    fits: Callable[[Record], bool] = lambda _record: True,
) -> Record:
    """Return a sequence that is not skipped, has no link to another and fits."""
    wanted = set(moltypes)
    linked = linked_numbers(listing)
    return one_of(
        [
            one
            for one in listing.records
            if one.moltype in wanted and one.number not in linked and not codes(one) and fits(one)
        ],
        random,
    )


def codes(record: Record) -> bool:
    """Tell whether the sequence has a CDS."""
    return any(one.key == "CDS" for one in record.features)


def linked_numbers(listing: Listing) -> set[str]:
    """Return the numbers of the sequences that a protein_id names."""
    return {
        link.value
        for record in listing.records
        for feature in record.features
        if (link := feature.named("protein_id")) is not None
    }


def a_feature(
    record: Record, random: Random, fits: Callable[[Feature], bool] = lambda _feature: True
) -> Feature:
    """Return a feature other than source."""
    return one_of([one for one in record.features if one.key != "source" and fits(one)], random)


def in_a_feature(
    listing: Listing, random: Random, moltypes: Iterable[str]
) -> tuple[Record, Feature]:
    """Return a feature other than source with its sequence; one is made where there is none."""
    record = a_record(listing, random, moltypes)
    others = [one for one in record.features if one.key != "source"]
    if others and random.random() < 0.7:
        return record, random.choice(others)
    key = "REGION" if record.moltype == "AA" else "misc_feature"
    return record, record.add(key, f"2..{record.length - 1}", ("note", "a part of it"))


def grown(
    listing: Listing,
    random: Random,
    moltypes: Iterable[str],
    key: str,
    *qualifiers: tuple[str, str | None],
    location: str = "",
) -> Record:
    """Append a feature to a sequence chosen at random; returns the sequence."""
    record = a_record(listing, random, moltypes)
    record.add(key, location or str(random.randint(1, record.length)), *qualifiers)
    return record
