"""The features of a sequence as values to be laid out on a map; nothing here paints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from seqeditor.domain.location import (
    Between,
    Combination,
    Complement,
    Descriptor,
    Location,
    LocationError,
    Order,
    Range,
    parse,
)
from seqeditor.domain.location_ends import Side, movable_sides
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.ui.qt.feature_colours import is_drawn
from seqeditor.ui.residues.feature_bands import name_of

LINKED = frozenset({"CROSSLNK", "DISULFID"})
"""Keys whose x..y are two bound residues and not the stretch between (par. 66(c))."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One descriptor of a location, as far as it lies in the sequence (1-based, both included).

    `number` is its place in the location as written. A site `x^y` has x as start and end.
    `open_start`, `open_end`: the feature goes on beyond what is listed. `is_head`: the feature is
    read towards its end here, which an arrow shows. `sides`: what of it can be moved.
    """

    start: int
    end: int
    number: int = 0
    strand: int = 1
    open_start: bool = False
    open_end: bool = False
    is_site: bool = False
    is_head: bool = False
    sides: tuple[Side, ...] = ()

    @property
    def gaps(self) -> tuple[int, int]:
        """The gaps between residues from which to which it reaches (gap n: behind residue n)."""
        return (self.end, self.end) if self.is_site else (self.start - 1, self.end)


@dataclass(frozen=True, slots=True)
class Entry:
    """One feature to be shown: `index` in the sequence, pieces by position, links between them.

    A link is a pair of gaps, the lower first. `is_order`: whether the pieces are joined is open.
    """

    index: int
    key: str
    location: str
    pieces: tuple[Piece, ...]
    links: tuple[tuple[int, int], ...] = ()
    is_order: bool = False
    name: str = ""

    @property
    def start(self) -> int:
        """The first position covered."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """The last position covered."""
        if len(self.pieces) == 1:
            return self.pieces[0].end
        return max(piece.end for piece in self.pieces)

    @property
    def label(self) -> str:
        """Key and name."""
        return f"{self.key}  {self.name}" if self.name else self.key


def entries_of(sequence: Sequence) -> tuple[Entry, ...]:
    """Return an entry for each feature that can be shown, in the order of the features.

    `source` is the line itself. A feature whose location cannot be read has no place.
    """
    return tuple(_entries(sequence))


def stretches_on_line(sequence: Sequence, index: int) -> tuple[tuple[int, int], ...]:
    """Return where a feature lies that is shown by the line itself; nothing for any other."""
    if not 0 <= index < len(sequence.features) or is_drawn(sequence.features[index].key):
        return ()
    entry = entry_of(sequence.features[index], index, sequence.moltype, sequence.length)
    return () if entry is None else tuple((one.start, one.end) for one in entry.pieces)


def without_place(sequence: Sequence, entries: Iterable[Entry]) -> tuple[int, ...]:
    """Return the features that are to be shown but have no place, by index."""
    placed = {entry.index for entry in entries}
    return tuple(
        index
        for index, feature in enumerate(sequence.features)
        if is_drawn(feature.key) and index not in placed
    )


def _entries(sequence: Sequence) -> Iterator[Entry]:
    for index, feature in enumerate(sequence.features):
        if is_drawn(feature.key):
            entry = entry_of(feature, index, sequence.moltype, sequence.length)
            if entry is not None:
                yield entry


def entry_of(
    feature: Feature, index: int, moltype: str, length: int, *, location: str = ""
) -> Entry | None:
    """Return the entry of a feature, with another location if one is given; None for no place."""
    written = location or feature.location
    try:
        tree = parse(written, moltype)
    except LocationError:
        return None
    in_order = _in_reading_order(tree, length, has_heads=moltype != "AA")
    if not in_order:
        return None
    if feature.key in LINKED and isinstance(tree, Range):
        in_order = [part for piece in in_order for part in _two_residues(piece)]
    if len(in_order) == 1:
        return Entry(index, feature.key, written, tuple(in_order), name=name_of(feature))
    return Entry(
        index=index,
        key=feature.key,
        location=written,
        pieces=tuple(sorted(in_order, key=lambda p: (p.start, p.end))),
        links=tuple(_links(in_order, length)),
        is_order=isinstance(tree.inner if isinstance(tree, Complement) else tree, Order),
        name=name_of(feature),
    )


def _in_reading_order(tree: Location, length: int, *, has_heads: bool) -> list[Piece]:
    """Return the pieces that lie in the sequence; the strands of a protein have no direction."""
    inner, strand = (tree.inner, -1) if isinstance(tree, Complement) else (tree, 1)
    if isinstance(inner, Descriptor):
        piece = _piece(inner, 0, strand, length, is_head=has_heads)
        return [] if piece is None else [piece]
    read = [
        piece
        for number, (one, strand) in enumerate(_in_order_written(tree))
        if (piece := _piece(one, number, strand, length)) is not None
    ]
    in_order = read if inner is tree else read[::-1]
    return _with_heads(in_order) if has_heads else in_order


def _in_order_written(location: Location, strand: int = 1) -> Iterator[tuple[Descriptor, int]]:
    if isinstance(location, Complement):
        yield from _in_order_written(location.inner, -strand)
    elif isinstance(location, Combination):
        for member in location.members:
            yield from _in_order_written(member, strand)
    elif isinstance(location, Descriptor):
        yield location, strand


def _piece(
    one: Descriptor, number: int, strand: int, length: int, *, is_head: bool = False
) -> Piece | None:
    """Return a descriptor cut to the sequence; None when nothing of it lies there."""
    before = after = is_site = False
    if isinstance(one, Range):
        low, high, before, after = one.start, one.end, one.before, one.after
        if low > high:
            low, high = high, low
    elif isinstance(one, Between):
        low = high = one.first
        is_site, is_head = True, False
    else:
        low, high = one.positions[0], one.positions[-1]
        bound = getattr(one, "bound", "")
        before, after = bound == "<", bound == ">"
    low, high = max(low, 1), min(high, length)
    if low > high:
        return None
    sides = movable_sides(one)
    return Piece(low, high, number, strand, before, after, is_site, is_head, sides)


def _with_heads(in_order: list[Piece]) -> list[Piece]:
    """Mark the last piece read; each one when they lie on both strands."""
    mixed = len({piece.strand for piece in in_order}) > 1
    heads = in_order if mixed else in_order[-1:]
    marked = [piece if piece.is_site else replace(piece, is_head=True) for piece in heads]
    return [*in_order[: len(in_order) - len(heads)], *marked]


def _two_residues(piece: Piece) -> tuple[Piece, ...]:
    if piece.start == piece.end:
        return (replace(piece, is_head=False),)
    sides = piece.sides
    start = tuple(side for side in sides if side is Side.START)
    end = tuple(side for side in sides if side is Side.END)
    plain = replace(piece, is_head=False)
    return (
        replace(plain, end=piece.start, open_end=False, sides=start),
        replace(plain, start=piece.end, open_start=False, sides=end),
    )


def _links(in_order: list[Piece], length: int) -> Iterator[tuple[int, int]]:
    for one, following in pairwise(in_order):
        lower, higher = sorted((one, following), key=lambda p: p.start)
        if (
            lower.start == 1
            and higher.end == length
            and lower is (following if one.strand > 0 else one)
        ):
            continue  # they meet where a circle is closed
        if lower.end < higher.start:
            yield lower.end, higher.start - 1
