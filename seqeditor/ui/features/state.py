"""What is open and selected in the tree, remembered over changes that replace rows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QModelIndex

from seqeditor.domain.path import Path
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.ui.features.cells import NAME
from seqeditor.ui.features.model import FeatureTreeModel
from seqeditor.ui.features.tree import FeatureTree

MOST_OPEN = 200
"""Sequences with no more rows than these are shown with every feature open."""

_Flag = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class TreeState:
    """Closed features and the current row; by permanent address, by index where there is none."""

    closed: frozenset[tuple[int, int]]
    current: tuple[tuple[int, int], tuple[int, int] | None, int] | None
    row: int = 0


def _key(ref: int, row: int) -> tuple[int, int]:
    return (ref, 0) if ref else (0, row)


def same_rows(one: Sequence, other: Sequence) -> bool:
    """Tell whether two values of a sequence have the same features with the same qualifiers."""
    if len(one.features) != len(other.features):
        return False
    return all(
        before.ref == after.ref != 0
        and (before.qualifiers is after.qualifiers or _refs(before) == _refs(after))
        for before, after in zip(one.features, other.features, strict=True)
    )


def _refs(feature: Feature) -> list[int]:
    return [one.ref for one in feature.qualifiers]


def state_of(tree: FeatureTree, model: FeatureTreeModel) -> TreeState:
    """Return the state of the tree as it shows the model's sequence."""
    features = model.sequence.features
    keys = [_key(feature.ref, row) for row, feature in enumerate(features)]
    closed = {key for row, key in enumerate(keys) if not tree.isExpanded(model.index(row, NAME))}
    current = tree.currentIndex()
    place = model.place_of(current)
    marked = None
    if place is not None and place[0] < len(features):
        qualifiers = features[place[0]].qualifiers
        below = None
        if place[1] is not None and place[1] < len(qualifiers):
            below = _key(qualifiers[place[1]].ref, place[1])
        marked = (keys[place[0]], below, current.column())
    return TreeState(frozenset(closed), marked, 0 if place is None else place[0])


def restore(tree: FeatureTree, model: FeatureTreeModel, state: TreeState) -> None:
    """Open what was open, and everything new; select the row that was current if it was lost."""
    for row, feature in enumerate(model.sequence.features):
        key = _key(feature.ref, row)
        tree.setExpanded(model.index(row, NAME), key not in state.closed)
    if state.current is None:
        return
    path = _path(model.sequence, state)
    index = model.index_of(path) if path else QModelIndex()
    if not index.isValid() and model.rowCount():
        index = model.index(min(state.row, model.rowCount() - 1), NAME)
    if index.isValid() and model.row_path(index) != model.row_path(tree.currentIndex()):
        tree.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)


def _path(sequence: Sequence, state: TreeState) -> Path:
    assert state.current is not None
    wanted, below, column = state.current
    for row, feature in enumerate(sequence.features):
        if _key(feature.ref, row) == wanted:
            if below is None:
                return ("features", row, "location" if column else "key")
            for place, one in enumerate(feature.qualifiers):
                if _key(one.ref, place) == below:
                    field = ("name", "value", "non_english")[column]
                    return ("features", row, "qualifiers", place, field)
            return ("features", row)
    return ()


def open_first(tree: FeatureTree, model: FeatureTreeModel) -> None:
    """Show another sequence: everything open unless it is much, the first row current."""
    total = sum(1 + len(feature.qualifiers) for feature in model.sequence.features)
    if total <= MOST_OPEN:
        tree.expandAll()
    else:
        tree.collapseAll()
        tree.expand(model.index(0, NAME))
    tree.scrollToTop()
    first = model.index(0, NAME)
    if first.isValid():
        tree.selectionModel().setCurrentIndex(first, _Flag.ClearAndSelect | _Flag.Rows)
