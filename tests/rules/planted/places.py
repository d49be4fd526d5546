"""Locations the standard allows (par. 64-71), of every form."""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random


def span(length: int, random: Random, least: int = 1) -> tuple[int, int]:
    """Return first and last residue of a range of at least so many residues."""
    first = random.randint(1, max(length - least + 1, 1))
    return first, random.randint(min(first + least - 1, length), length)


def ranges(count: int, length: int, random: Random) -> list[tuple[int, int]]:
    """Return ranges in ascending order with residues between them; fewer where there is no room."""
    ends = sorted(random.sample(range(1, length + 1), min(2 * count, length - length % 2)))
    found = list(zip(ends[::2], ends[1::2], strict=True))
    apart: list[tuple[int, int]] = []
    for one in found:
        if not apart or one[0] > apart[-1][1] + 1:
            apart.append(one)
    return apart


def written(first: int, last: int) -> str:
    """Return a point or a range."""
    return str(first) if first == last else f"{first}..{last}"


def of_amino_acids(length: int, random: Random) -> str:
    """Return a location in an amino-acid sequence."""
    first, last = span(length, random)
    forms = [written(first, last), str(first), f"1..{length}", "<1", f">{length}"]
    if last > 1:
        forms.append(f"<1..{last}")
    if first < length:
        forms.append(f"{first}..>{length}")
    if length > 1:
        forms.append(f"<1..>{length}")
    if first < last:
        forms += [f"<{first}..{last}", f"{first}..>{last}"]
    return random.choice(forms)


def of_nucleotides(length: int, random: Random) -> str:
    """Return a location in a nucleotide sequence; `length` is at least 10."""
    first, last = span(length, random, 2)
    simple = [
        *(f"{first}..{last}", str(first), f"<{first}..{last}", f"{first}..>{last}"),
        *(f"<1..{last}", f"{first}..>{length}", "<1", f">{length}", f"1..{length}"),
    ]
    sites = [f"{first}^{first + 1}", f"{length}^1"]
    several = _several(length, random)
    turned = [f"complement({one})" for one in (*random.sample(simple, 3), *sites, *several[:2])]
    return random.choice([*simple, *sites, *several, *several, *turned, *turned])


def _several(length: int, random: Random) -> list[str]:
    members = [written(*one) for one in ranges(random.randint(2, 4), length, random)]
    if len(members) < 2:
        members = ["1..3", f"5..{length}"]
    listed = ",".join(members)
    other = ",".join(f"complement({one})" for one in reversed(members))
    strands = ",".join(f"complement({one})" if at % 2 else one for at, one in enumerate(members))
    partial = ",".join(["<1..2", *members[1:-1], f"{length - 1}..>{length}"])
    return [
        *(f"join({listed})", f"order({listed})", f"join({other})", f"order({other})"),
        *(f"order({strands})", f"join({strands})"),
        *((f"join({partial})", f"order({partial})") if ascending(partial) else ()),
        f"join({length - 2}..{length},1..3)",
    ]


def ascending(listed: str) -> bool:
    """Tell whether members follow one another without touching."""
    ends = [int(number) for number in re.findall(r"\d+", listed)]
    return all(first < second for first, second in pairwise(ends))
