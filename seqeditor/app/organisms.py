"""The names of organisms offered while typing: the user's own, those of the listing, the snapshot.

The user's own list is kept for all projects and can be given to others as a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from seqeditor.app.own_lists import load_own_list, read_list, save_own_list, write_list
from seqeditor.vocabulary.organisms import FIRST, OrganismName, folded, suggestions

KIND = "organisms"
MOST = 40


@dataclass(frozen=True, slots=True)
class OwnOrganism:
    """A name of the user's own list, with the words it is found by."""

    name: str
    synonyms: tuple[str, ...] = ()


def load_own_organisms() -> list[OwnOrganism]:
    """Return the user's own names."""
    return _organisms(load_own_list(KIND))


def save_own_organisms(organisms: Iterable[OwnOrganism]) -> None:
    """Keep the user's own names; raises OSError."""
    save_own_list(KIND, _items(organisms))


def import_organisms(file: Path, own: Iterable[OwnOrganism]) -> list[OwnOrganism]:
    """Return the own names joined by those of a file; raises OSError, OwnListError."""
    return joined([*own, *_organisms(read_list(KIND, file))])


def export_organisms(file: Path, own: Iterable[OwnOrganism]) -> None:
    """Write the own names for somebody else; raises OSError."""
    write_list(KIND, file, _items(own))


def joined(organisms: Iterable[OwnOrganism]) -> list[OwnOrganism]:
    """Return the organisms by name, each once with all its synonyms; blank names left out."""
    synonyms: dict[str, dict[str, None]] = {}
    for one in organisms:
        name = " ".join(one.name.split())
        if name:
            words = (" ".join(word.split()) for word in one.synonyms)
            synonyms.setdefault(name, {}).update(dict.fromkeys(word for word in words if word))
    return [OwnOrganism(name, tuple(synonyms[name])) for name in sorted(synonyms, key=str.casefold)]


def offered(
    text: str, own: Iterable[OwnOrganism] = (), used: Iterable[str] = ()
) -> list[OrganismName]:
    """Return what a text may become, the likeliest first; at most MOST names.

    First what stands for all that no organism made, then own names, then names that the listing
    has already, then the snapshot (see vocabulary.organisms).
    """
    wanted = folded(text)
    found: dict[str, OrganismName] = {}
    known = suggestions(text, MOST)
    general = [one for one in known if one.name in FIRST]
    for one in (*general, *_own(wanted, own), *_used(wanted, used), *known):
        found.setdefault(one.name, one)
    return list(found.values())[:MOST]


def _own(wanted: str, own: Iterable[OwnOrganism]) -> Iterator[OrganismName]:
    for one in own:
        if folded(one.name).startswith(wanted):
            yield OrganismName(one.name)
            continue
        for word in one.synonyms:
            if folded(word).startswith(wanted):
                yield OrganismName(one.name, word)
                break


def _used(wanted: str, used: Iterable[str]) -> Iterator[OrganismName]:
    for name in used:
        if folded(name).startswith(wanted):
            yield OrganismName(name)


def _organisms(items: list[Any]) -> list[OwnOrganism]:
    """Return what is rightly formed among the items of a file."""
    found = []
    for item in items:
        if isinstance(item, dict) and isinstance(item.get("name"), str):
            words = item.get("synonyms")
            words = words if isinstance(words, list) else []
            found.append(OwnOrganism(item["name"], tuple(w for w in words if isinstance(w, str))))
    return joined(found)


def _items(organisms: Iterable[OwnOrganism]) -> list[dict[str, Any]]:
    return [{"name": one.name, "synonyms": list(one.synonyms)} for one in joined(organisms)]
