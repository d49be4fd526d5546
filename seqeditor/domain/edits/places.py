"""What all edits share: finding the place meant, and keeping the old value when nothing changed.

The store writes nothing and makes no step when an edit returns the value it was given.
"""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def kept(old: T, new: T) -> T:
    """Return the old value when the new one equals it, so that nothing is written."""
    return old if new == old else new


def item(items: tuple[T, ...], index: int) -> T:
    """Return the item at a 0-based index; raises LookupError, for negative indexes too."""
    if not 0 <= index < len(items):
        raise LookupError(index)
    return items[index]


def with_item(items: tuple[T, ...], index: int, new: T) -> tuple[T, ...]:
    """Return the items with one replaced; raises LookupError."""
    item(items, index)
    return (*items[:index], new, *items[index + 1 :])


def with_inserted(items: tuple[T, ...], index: int | None, new: T) -> tuple[T, ...]:
    """Return the items with one put before the index, None for the end; raises LookupError."""
    place = len(items) if index is None else index
    if not 0 <= place <= len(items):
        raise LookupError(index)
    return (*items[:place], new, *items[place:])


def without_item(items: tuple[T, ...], index: int) -> tuple[T, ...]:
    """Return the items without one; raises LookupError."""
    item(items, index)
    return (*items[:index], *items[index + 1 :])


def with_moved(items: tuple[T, ...], index: int, to: int) -> tuple[T, ...]:
    """Return the items with one moved so that it stands at index `to`; raises LookupError."""
    item(items, to)
    return with_inserted(without_item(items, index), to, item(items, index))
