"""Where two rows of features or qualifiers differ, so that a view is told as little as is true."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence as Items
from typing import TypeVar

from seqeditor.domain.sequence import Feature, Qualifier

Item = TypeVar("Item", Feature, Qualifier)


def differing(old: Items[Item], new: Items[Item]) -> tuple[int, int, int]:
    """Return where two rows of items begin to differ, and where that ends in each of them.

    Items are the same when their permanent addresses are; without those, when nothing was added
    or taken away, or when they have the same name.
    """
    if len(old) == len(new) and all(_agree(a, b) for a, b in zip(old, new, strict=True)):
        return len(old), len(old), len(new)
    first = 0
    shorter = min(len(old), len(new))
    while first < shorter and _same(old[first], new[first]):
        first += 1
    last = 0
    while last < shorter - first and _same(old[-1 - last], new[-1 - last]):
        last += 1
    return first, len(old) - last, len(new) - last


def alike(old: Items[Qualifier], new: Items[Qualifier]) -> bool:
    """Tell whether two rows of qualifiers are the same, addresses included."""
    return old is new or (
        len(old) == len(new)
        and all(a == b and a.ref == b.ref for a, b in zip(old, new, strict=True))
    )


def _agree(one: Item, other: Item) -> bool:
    return not one.ref or not other.ref or one.ref == other.ref


def _same(one: Item, other: Item) -> bool:
    if one.ref and other.ref:
        return one.ref == other.ref
    named: Callable[[Item], str] = lambda item: (  # noqa: E731
        item.key if isinstance(item, Feature) else item.name
    )
    return one == other or named(one) == named(other)
