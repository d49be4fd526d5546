"""Names of organisms: a snapshot of the NCBI taxonomy, species and below (ST.26 par. 83 to 86).

The names lie folded to lower case in tries that are mapped into memory when first asked, so that
nothing is read at the start. A key is `folded`, or `folded SEP mask` where the capitals are others
than one at the beginning: bit n of the mask (from the left) tells that letter n is changed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

import marisa_trie

from seqeditor.bundled import bundled

SEPARATOR = "\x1f"
SYNTHETIC = "synthetic construct"
UNIDENTIFIED = "unidentified"
FIRST = (SYNTHETIC, UNIDENTIFIED)
"""The names for what no organism has made, and for what nobody knows (ST.26 par. 84, 85)."""

SAID_FOR = {
    "artificial": SYNTHETIC,
    "artificial sequence": SYNTHETIC,
    "synthetic": SYNTHETIC,
    "synthetic sequence": SYNTHETIC,
    "unknown": UNIDENTIFIED,
    "unknown organism": UNIDENTIFIED,
}
"""Words of ST.25 and of everyday use, with what ST.26 writes instead."""

_MOST = 4000
"""How many names of one beginning are looked at: some milliseconds."""

_SHORT = re.compile(r"([a-z])\.? (\S.*)")
"""A genus by its first letter, as in "E. coli"."""
_RUN_ON = re.compile(r"^([a-z])\.(?=\S)")


@dataclass(frozen=True, slots=True)
class OrganismName:
    """A scientific name, and the word it was found by where that is another one."""

    name: str
    also: str = ""


def folded(text: str) -> str:
    """Return a text as it is compared: lower case, single blanks."""
    return " ".join(text.lower().split())


def name_key(name: str) -> str:
    """Return the key of a scientific name."""
    lower = name.lower()
    if len(lower) != len(name):  # a letter whose lower case is two
        return name
    usual = lower[:1].upper() + lower[1:]
    if usual == name:
        return lower
    mask = "".join("01"[a != b] for a, b in zip(name, usual, strict=True))
    return f"{lower}{SEPARATOR}{int(mask, 2):x}"


def name_of(key: str) -> str:
    """Return the scientific name that a key stands for."""
    lower, _, mask = key.partition(SEPARATOR)
    usual = lower[:1].upper() + lower[1:]
    if not mask:
        return usual if lower.islower() or not lower else lower
    changed = f"{int(mask, 16):0{len(usual)}b}"
    return "".join(
        letter.swapcase() if bit == "1" else letter
        for letter, bit in zip(usual, changed, strict=True)
    )


def common_keys(common: str, name: str) -> Iterator[str]:
    """Yield the keys of a common name, one for each word that a search may begin with."""
    words = folded(common).split()
    for start in range(len(words)):
        rest, before = " ".join(words[start:]), " ".join(words[:start])
        yield SEPARATOR.join((rest, before, name))


@cache
def _trie(name: str) -> Any:
    trie = marisa_trie.Trie()
    trie.mmap(str(bundled("resources", "organisms", f"{name}.marisa")))
    return trie


@cache
def usual() -> list[tuple[str, ...]]:
    """Return the organisms met most often in sequence listings, each with words for it."""
    file = bundled("resources", "organisms", "usual.json")
    return [tuple(one) for one in json.loads(file.read_text("utf-8"))]


@cache
def source() -> dict[str, Any]:
    """Return where the names come from: source, date, licence, count."""
    file = bundled("resources", "organisms", "source.json")
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


def is_listed(name: str) -> bool:
    """Return whether this very name is in the snapshot, or is one of the two for all else."""
    return name in FIRST or name_key(name) in _trie("names")


def suggestions(text: str, limit: int = 40) -> list[OrganismName]:
    """Return the names that a text may be the beginning of, the likeliest first.

    Before all "synthetic construct" and "unidentified"; then the organisms met most often, the
    common name that is the text, well-known names, names by a word of the common one, all others.
    """
    wanted = _RUN_ON.sub(r"\1. ", folded(text))
    found: dict[str, OrganismName] = {}
    for one in _in_turn(wanted):
        found.setdefault(one.name, one)
        if len(found) == limit:
            break
    return list(found.values())


def _in_turn(wanted: str) -> Iterator[OrganismName]:
    yield from _general(wanted)
    if not wanted:
        return
    yield from _usual(wanted)
    common = _by_common_name(wanted)
    exact = [one for one in common if folded(one.also) == wanted]
    yield from exact
    yield from _of_prefix("known", wanted)
    yield from _by_short_genus(wanted)
    yield from common
    yield from _of_prefix("names", wanted)


def _general(wanted: str) -> Iterator[OrganismName]:
    for name in FIRST:
        if name.startswith(wanted):
            yield OrganismName(name)
    for said, name in SAID_FOR.items():
        if wanted and said.startswith(wanted):
            yield OrganismName(name, said)


def _usual(wanted: str) -> Iterator[OrganismName]:
    """Return what is met most often, by its name or a word for it: the very word first."""
    found = []
    for name, *others in usual():
        fitting = [also for also in others if folded(also).startswith(wanted)]
        if folded(name).startswith(wanted):
            found.append((folded(name) != wanted, OrganismName(name)))
        elif fitting:
            exact = any(folded(also) == wanted for also in fitting)
            found.append((not exact, OrganismName(name, fitting[0])))
    found.sort(key=lambda one: one[0])
    for _later, one in found:
        yield one


def _by_common_name(wanted: str) -> list[OrganismName]:
    """Return the names by a word of their common name; shorter common names first."""
    found = []
    for key in islice(_trie("common").iterkeys(wanted), _MOST):
        rest, before, name = key.split(SEPARATOR)
        found.append(OrganismName(name, f"{before} {rest}".strip()))
    return sorted(found, key=lambda one: (len(one.also), one.also, one.name))


def _of_prefix(table: str, wanted: str) -> list[OrganismName]:
    """Return the names that begin so: the very name, then species before what is below."""
    names = [name_of(key) for key in islice(_trie(table).iterkeys(wanted), _MOST)]
    names.sort(key=lambda name: (folded(name) != wanted, name.count(" ") > 1, name))
    return [OrganismName(name) for name in names]


def _by_short_genus(wanted: str) -> Iterator[OrganismName]:
    match = _SHORT.fullmatch(wanted)
    if match is None:
        return
    for key in _trie("known").iterkeys(match[1]):
        if key.partition(" ")[2].startswith(match[2]):
            yield OrganismName(name_of(key))
