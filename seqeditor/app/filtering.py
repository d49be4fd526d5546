"""Filters of the sequence list: what they leave, and those the user keeps by name."""

from __future__ import annotations

from array import array
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from seqeditor.app.own_lists import load_own_list, save_own_list
from seqeditor.domain.criteria import ANY, NONE, Criteria, from_record
from seqeditor.rules.finding import Level
from seqeditor.store.choosing import Sort, choose
from seqeditor.store.findings import FindingsStore
from seqeditor.store.reader import Reader

KIND = "filters"
_LEVELS = {"error": Level.ERROR, "warning": Level.WARNING, "info": Level.INFO}


@dataclass(frozen=True, slots=True)
class Found:
    """What a list shows: ids in order, and how many of them are there though they do not fit."""

    ids: array[int]
    unfit: int = 0


def found(
    reader: Reader,
    findings: FindingsStore,
    wanted: Criteria,
    sort: Sort | None = None,
    kept: AbstractSet[int] = frozenset(),
) -> Found:
    """Return what meets the criteria, and at their places those `kept` that do not any more.

    What somebody works on is not taken from under the cursor. Raises NumbersError.
    """
    ids = chosen(reader, findings, wanted, sort)
    fitting = set(ids)
    unfit = {one for one in kept if one not in fitting and one in reader.order}
    if not unfit:
        return Found(ids)
    everything = chosen(reader, findings, Criteria(), sort)
    shown = fitting | unfit
    return Found(array("q", (one for one in everything if one in shown)), len(unfit))


def chosen(
    reader: Reader, findings: FindingsStore, wanted: Criteria, sort: Sort | None = None
) -> array[int]:
    """Return the ids of the sequences that meet the criteria, in the order to be shown.

    Raises NumbersError when the numbers cannot be read. Quick at 100,000 sequences: columns only.
    """
    among = apart = None
    if wanted.findings in _LEVELS:
        among = findings.sequences_with([_LEVELS[wanted.findings]])
    elif wanted.findings == ANY:
        among = findings.sequences_with()
    elif wanted.findings == NONE:
        apart = findings.sequences_with()
    return choose(reader, wanted, sort, among, apart)


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """Criteria that the user keeps under a name."""

    name: str
    criteria: Criteria


def saved_filters() -> list[SavedFilter]:
    """Return the user's own filters, by name."""
    kept = [
        SavedFilter(str(one["name"]), from_record(one.get("criteria")))
        for one in load_own_list(KIND)
        if isinstance(one, dict) and one.get("name")
    ]
    return sorted(kept, key=lambda one: one.name.casefold())


def save_filter(name: str, criteria: Criteria) -> None:
    """Keep criteria under a name, in the place of what was kept under it; raises OSError."""
    _write([*_others(name), SavedFilter(name, criteria)])


def rename_filter(name: str, new: str) -> None:
    """Give a kept filter another name, which takes the place of one that has it; raises OSError."""
    kept = [one for one in saved_filters() if one.name == name]
    if kept and new and new != name:
        rest = [one for one in _others(name) if one.name != new]
        _write([*rest, SavedFilter(new, kept[0].criteria)])


def delete_filter(name: str) -> None:
    """Forget a kept filter; raises OSError."""
    _write(_others(name))


def _others(name: str) -> list[SavedFilter]:
    return [one for one in saved_filters() if one.name != name]


def _write(filters: list[SavedFilter]) -> None:
    save_own_list(
        KIND, [{"name": one.name, "criteria": one.criteria.to_record()} for one in filters]
    )
