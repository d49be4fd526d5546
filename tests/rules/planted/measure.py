"""How many planted faults are found, by which rule, and how often a good listing is called bad."""

from __future__ import annotations

import importlib
import pkgutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

import tests.rules.planted.faults as package
from seqeditor.app.checking import Options, check_file
from seqeditor.app.jobs import Job
from seqeditor.bundled import bundled
from seqeditor.rules.areas import AREAS
from seqeditor.rules.finding import Finding, Level
from seqeditor.rules.rule import PROFILES
from tests.rules.file_case import BASELINE
from tests.rules.planted.listings import listing
from tests.rules.planted.planter import PLANTERS, NotHereError, Planter
from tests.rules.planted.tree import Listing, of_text

TODAY = date(2026, 1, 1)


@dataclass(frozen=True)
class Outcome:
    """What came of one fault: findings that were not there before it was planted."""

    planter: Planter
    seed: int
    position: int | None
    found: bool
    others: tuple[Finding, ...]
    errors: tuple[Finding, ...]


@dataclass
class Row:
    """One line of the table."""

    planted: int = 0
    found: int = 0
    by_another: int = 0
    missed: int = 0
    false_errors: int = 0


@dataclass
class Tally:
    """The table: a row for each area, and clean listings."""

    rows: dict[str, Row] = field(default_factory=dict)

    def add(self, outcome: Outcome) -> None:
        row = self.rows.setdefault(outcome.planter.area, Row())
        row.planted += 1
        row.found += outcome.found
        row.by_another += not outcome.found and bool(outcome.others)
        row.missed += not outcome.found and not outcome.others
        row.false_errors += len(outcome.errors)

    @property
    def total(self) -> Row:
        rows = self.rows.values()
        return Row(*(sum(getattr(row, name) for row in rows) for name in Row.__dataclass_fields__))


@cache
def planters() -> tuple[Planter, ...]:
    """Return all ways to plant a fault, in the order of their ids."""
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
    return tuple(sorted(PLANTERS, key=lambda one: one.id))


def findings(made: Listing, profile: str = "applicant") -> list[Finding]:
    """Return what the program says about a listing written to a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / made.name
        path.write_bytes(made.content())
        options = Options(profile, thorough=True, today=TODAY)
        return list(check_file(path, options, jobs=1, job=Job(), name=path.name).findings)


@cache
def base(seed: int) -> tuple[Listing, dict[str, Counter[tuple[str, str]]]]:
    """Return a valid listing; what is known of it by profile is filled in when asked for.

    The first ones are the sample and the baseline of the rule cases, the others are made.
    """
    given = (bundled("resources/samples/sample-listing.xml").read_text("utf-8"), BASELINE)
    return (of_text(given[seed]) if seed < len(given) else listing(seed)), {}


def _known(seed: int, profile: str) -> Counter[tuple[str, str]]:
    made, by_profile = base(seed)
    if profile not in by_profile:
        by_profile[profile] = Counter(map(_key, findings(made, profile)))
    return by_profile[profile]


def _key(finding: Finding) -> tuple[str, str]:
    """By sequence, not by exact place: a fault may move what comes after it."""
    return finding.rule, finding.place.split("/")[0] if "SequenceData" in finding.place else ""


def planted(planter: Planter, seeds: Iterable[int], random: Random) -> Outcome:
    """Plant a fault in the first of these listings that has a place for it, and look.

    Raises NotHereError when none has.
    """
    for seed in seeds:
        copy = base(seed)[0].copy()
        try:
            position = planter.plant(copy, random)
        except NotHereError:
            continue
        new = Counter(map(_key, found := findings(copy, planter.profile)))
        new -= _known(seed, planter.profile)
        return _judged(planter, seed, position, found, new)
    raise NotHereError(planter.id)


def _judged(
    planter: Planter,
    seed: int,
    position: int | None,
    found: list[Finding],
    new: Counter[tuple[str, str]],
) -> Outcome:
    fresh = [one for one in found if new[_key(one)]]
    place = "" if position is None else f"SequenceData[{position}]"
    return Outcome(
        planter,
        seed,
        position,
        found=any(rule in planter.rules and where == (place or where) for rule, where in new),
        others=tuple(one for one in fresh if one.level is not Level.INFO),
        errors=tuple(
            one
            for one in fresh
            if one.level is Level.ERROR and one.rule not in (*planter.rules, *planter.also)
        ),
    )


def outcomes(count: int, seed: int = 0, listings: int = 40) -> Iterator[Outcome]:
    """Yield so many planted faults: each way in turn, in listings chosen at random."""
    random = Random(seed)
    every = planters()
    for at in range(count):
        seeds = random.sample(range(listings), listings)
        yield planted(every[at % len(every)], seeds, random)


def clean(count: int, seed: int = 1_000) -> Iterator[list[Finding]]:
    """Yield the errors found in so many valid listings, each by another profile."""
    for at in range(seed, seed + count):
        profile = PROFILES[at % len(PROFILES)]
        found = findings(listing(at), profile)
        yield [one for one in found if one.level is Level.ERROR]


def table(tally: Tally) -> str:
    """Return the table as Markdown."""
    lines = [
        "| Area | Planted | Found by the rule named | Found by another | Missed | False errors |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    rows = [(AREAS[area], tally.rows[area]) for area in AREAS if area in tally.rows]
    for name, row in (*rows, ("**All**", tally.total)):
        share = f"{row.found} ({100 * row.found / max(row.planted, 1):.1f} %)"
        lines.append(
            f"| {name} | {row.planted} | {share} | {row.by_another} | {row.missed}"
            f" | {row.false_errors} |"
        )
    return "\n".join(lines) + "\n"
