"""The features of a frozen sequence as a tree: features on top, their qualifiers below.

The model never changes the sequence. What is typed into it becomes a request, and it is told the
new sequence, which it compares with the old one so that views keep what is open and selected.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from seqeditor.domain.path import Path
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.rules.finding import Level
from seqeditor.texts import _, fill
from seqeditor.ui.features.cells import (
    NAME,
    VALUE,
    Cell,
    awaits_value,
    cell_kind,
    cell_of_path,
    path_of_cell,
)
from seqeditor.ui.features.differences import alike, differing
from seqeditor.ui.features.requests import change
from seqeditor.ui.features.tips import level_text, tip_of
from seqeditor.vocabulary.features import feature_key, key_in_right_case
from seqeditor.vocabulary.modified_bases import modified_base
from seqeditor.vocabulary.qualifiers import name_in_right_case

PathRole = int(Qt.ItemDataRole.UserRole) + 1
"""The path of what the cell shows."""
CellRole = int(Qt.ItemDataRole.UserRole) + 2
"""The kind of the cell (Cell)."""
LevelRole = int(Qt.ItemDataRole.UserRole) + 3
"""The gravest finding about the cell (Level), None if there is none."""
AwaitsRole = int(Qt.ItemDataRole.UserRole) + 4
"""Whether the cell is empty and should not be."""

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleDescriptionRole)

_GRAVITY = {Level.ERROR: 0, Level.WARNING: 1, Level.INFO: 2}

Index = QModelIndex | QPersistentModelIndex


class FeatureTreeModel(QAbstractItemModel):
    """A tree over a sequence; `edit_requested(label, edit)` carries what the user typed."""

    edit_requested = Signal(str, object)
    other_wanted = Signal(int)
    """OTHER was chosen for the mod_base of a feature that has no note yet, which it needs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sequence = Sequence()
        self._features: list[Feature] = []
        self._tokens: list[int] = []  # one for each feature, never used again
        self._row_of: dict[int, int] = {}
        self._next_token = 1
        self._language: str | None = None
        self._read_only = False
        self._levels: dict[tuple[int, int | None, int], Level] = {}
        self._worst: dict[int, Level] = {}

    @property
    def sequence(self) -> Sequence:
        """The sequence shown."""
        return self._sequence

    # What is shown -----------------------------------------------------------------------------

    def set_sequence(self, sequence: Sequence) -> None:
        """Show this sequence, telling views no more than what has changed."""
        moltype_changed = sequence.moltype != self._sequence.moltype
        self._sequence = sequence
        old, new = self._features, sequence.features
        first, old_end, new_end = differing(old, new)
        root = QModelIndex()
        if old_end > first:
            self.beginRemoveRows(root, first, old_end - 1)
            del self._features[first:old_end]
            del self._tokens[first:old_end]
            self._count_rows()
            self.endRemoveRows()
        if new_end > first:
            self.beginInsertRows(root, first, new_end - 1)
            self._features[first:first] = new[first:new_end]
            self._tokens[first:first] = range(self._next_token, self._next_token + new_end - first)
            self._next_token += new_end - first
            self._count_rows()
            self.endInsertRows()
        moved: list[int] = []
        for row, feature in enumerate(new):
            before = self._features[row]
            if before is feature:
                continue
            if not alike(before.qualifiers, feature.qualifiers):
                self._update(row, feature)
                continue
            self._features[row] = feature
            if (before.key, before.location) != (feature.key, feature.location):
                moved.append(row)
        self._tell_moved(moved)
        if moltype_changed:
            self._tell_all()

    def _tell_moved(self, rows: list[int]) -> None:
        """Tell of features of which only key or location has changed, neighbours at once."""
        start = 0
        for at in range(1, len(rows) + 1):
            if at == len(rows) or rows[at] != rows[at - 1] + 1:
                self.dataChanged.emit(
                    self.index(rows[start], NAME), self.index(rows[at - 1], VALUE)
                )
                start = at

    def _count_rows(self) -> None:
        self._row_of = {token: row for row, token in enumerate(self._tokens)}

    def _update(self, row: int, feature: Feature) -> None:
        """Bring one feature up to date, qualifier by qualifier."""
        old = self._features[row]
        parent = self.index(row, NAME)
        first, old_end, new_end = differing(old.qualifiers, feature.qualifiers)
        head = Feature(feature.key, feature.location, old.qualifiers, feature.ref)
        self._features[row] = head
        if (old.key, old.location) != (feature.key, feature.location):
            self.dataChanged.emit(parent, self.index(row, VALUE))
        left = (*old.qualifiers[:first], *old.qualifiers[old_end:])
        if old_end > first:
            self.beginRemoveRows(parent, first, old_end - 1)
            self._features[row] = Feature(feature.key, feature.location, left, feature.ref)
            self.endRemoveRows()
        if new_end > first:
            self.beginInsertRows(parent, first, new_end - 1)
            grown = (*left[:first], *feature.qualifiers[first:new_end], *left[first:])
            self._features[row] = Feature(feature.key, feature.location, grown, feature.ref)
            self.endInsertRows()
        self._features[row] = feature
        for place, one in enumerate(feature.qualifiers):
            before = place if place < first else place - (new_end - first)
            if not first <= place < new_end and left[before] != one:
                self._tell_difference(parent, place, left[before], one)

    def _tell_difference(self, parent: Index, row: int, old: Qualifier, new: Qualifier) -> None:
        """Tell of no cell that stays as it is: an editor may be open there."""
        renamed = old.name != new.name
        changed = (renamed, renamed or old.value != new.value, old.non_english != new.non_english)
        for column in range(self.columnCount()):
            if changed[column]:
                cell = self.index(row, column, parent)
                self.dataChanged.emit(cell, cell)

    def _tell_all(self) -> None:
        self._tell(range(len(self._features)))

    def _tell(self, rows: Iterable[int]) -> None:
        """Tell that features may look otherwise, with all their qualifiers."""
        last = self.columnCount() - 1
        for row in rows:
            parent = self.index(row, NAME)
            self.dataChanged.emit(parent, self.index(row, last))
            if count := len(self._features[row].qualifiers):
                bottom = self.index(count - 1, last, parent)
                self.dataChanged.emit(self.index(0, NAME, parent), bottom)

    @property
    def language(self) -> str | None:
        """The second language of the listing, None for none."""
        return self._language

    def set_language(self, code: str | None) -> None:
        """Show a column for values in the second language of the listing, None for none."""
        if (code is None) != (self._language is None):
            self.beginResetModel()
            self._language = code
            self.endResetModel()
        else:
            self._language = code
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def set_read_only(self, read_only: bool) -> None:
        """Allow or forbid editing."""
        self._read_only = read_only

    def set_findings(self, levels: Mapping[Path, Level]) -> None:
        """Mark the places of these paths; a feature is marked by the gravest within it."""
        before = self._levels
        self._levels, self._worst = {}, {}
        for path, level in levels.items():
            cell = cell_of_path(path)
            if cell is not None:
                self._levels[cell] = _graver(level, self._levels.get(cell))
                self._worst[cell[0]] = _graver(level, self._worst.get(cell[0]))
        changed = {cell[0] for cell, _level in before.items() ^ self._levels.items()}
        self._tell(sorted(row for row in changed if row < len(self._features)))

    def retranslate(self) -> None:
        """Show every text anew in the language of the window."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        self._tell_all()

    # Places ------------------------------------------------------------------------------------

    def place_of(self, index: Index) -> tuple[int, int | None] | None:
        """Return feature and qualifier (None: the feature itself) of a row; None for no row."""
        if not index.isValid():
            return None
        if not index.internalId():
            return index.row(), None
        feature = self._row_of.get(index.internalId())
        return None if feature is None else (feature, index.row())

    def row_path(self, index: Index) -> Path | None:
        """Return the path of the feature or qualifier of a row."""
        place = self.place_of(index)
        if place is None:
            return None
        feature, one = place
        return ("features", feature) if one is None else ("features", feature, "qualifiers", one)

    def index_of(self, path: Path) -> QModelIndex:
        """Return the cell of a path, or of the nearest place around it that is there."""
        cell = cell_of_path(path)
        if cell is None or not 0 <= cell[0] < len(self._features):
            return QModelIndex()
        feature, one, column = cell
        if one is None:
            return self.index(feature, column)
        parent = self.index(feature, NAME)
        child = self.index(one, min(column, self.columnCount() - 1), parent)
        return child if child.isValid() else parent

    # The tree ----------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Return the index of a cell."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._tokens[parent.row()] if parent.isValid() else 0)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """Return the feature of a qualifier."""
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        row = self._row_of.get(index.internalId())
        return QModelIndex() if row is None else self.createIndex(row, NAME, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of features, or of qualifiers of a feature."""
        if not parent.isValid():
            return len(self._features)
        if parent.internalId() or parent.column() != NAME:
            return 0
        return len(self._features[parent.row()].qualifiers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return three when the listing has a second language, else two."""
        return 2 if self._language is None else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Return the titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != _DISPLAY:
            return None
        match section:
            case 0:
                return _("Feature key / qualifier")
            case 1:
                return _("Location / value")
            case 2:
                return fill(_("Value ({language})"), {"language": self._language or ""})
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what may be done with a cell."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.internalId():
            flags |= Qt.ItemFlag.ItemNeverHasChildren
        if not self._read_only and self._kind(index) is not Cell.NOTHING:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def _at(self, index: Index) -> tuple[Feature, Qualifier | None] | None:
        place = self.place_of(index)
        if place is None or place[0] >= len(self._features):
            return None
        feature = self._features[place[0]]
        if place[1] is None:
            return feature, None
        if place[1] >= len(feature.qualifiers):
            return None
        return feature, feature.qualifiers[place[1]]

    def _kind(self, index: Index) -> Cell:
        there = self._at(index)
        if there is None:
            return Cell.NOTHING
        return cell_kind(self._sequence, there[0], there[1], index.column())

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Return the text of a cell and what belongs to it."""
        there = self._at(index)
        place = self.place_of(index)
        if there is None or place is None:
            return None
        column = index.column()
        if role in (_DISPLAY, _EDIT):
            text = _text(there[0], there[1], column)
            return text if role == _EDIT else " ".join(text.split())
        if role == PathRole:
            return path_of_cell(*place, column)
        if role == CellRole:
            return self._kind(index)
        if role == LevelRole:
            return self._level(place, column)
        if role == AwaitsRole:
            return self._awaits(there, column)
        if role == _TIP:
            return tip_of(self._sequence.moltype, there[0], there[1], column)
        if role == _SPOKEN:
            level = self._level(place, column)
            return level_text(level) if level is not None else None
        return None

    def _level(self, place: tuple[int, int | None], column: int) -> Level | None:
        if place[1] is None and column == NAME:
            return self._worst.get(place[0])
        return self._levels.get((*place, column))

    def _awaits(self, there: tuple[Feature, Qualifier | None], column: int) -> bool:
        feature, one = there
        if column != VALUE:
            return False
        return not feature.location if one is None else awaits_value(self._sequence.moltype, one)

    # Editing -----------------------------------------------------------------------------------

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        """Ask for a text to be put into a cell.

        Keys and names are taken in the case of the standard; one that is none stands as it was
        typed, and the rules tell of it.
        """
        place = self.place_of(index)
        if role != _EDIT or place is None or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        text = self._accepted(self._kind(index), str(value))
        if text is None:
            return False
        if self._lacks_note(place, text):
            self.other_wanted.emit(place[0])
            return False
        request = change(self._sequence, path_of_cell(*place, index.column()), text)
        if request is None:
            return False
        self.edit_requested.emit(request.label, request.edit)
        return True

    def _lacks_note(self, place: tuple[int, int | None], text: str) -> bool:
        feature = self._features[place[0]]
        if place[1] is None or feature.qualifiers[place[1]].name != "mod_base":
            return False
        known = modified_base(text)
        return known is not None and known.needs_note and not feature.value("note")

    def _accepted(self, kind: Cell, text: str) -> str | None:
        moltype, text = self._sequence.moltype, text.strip() if kind is not Cell.TEXT else text
        if kind is Cell.KEY:
            key = feature_key(moltype, text) or key_in_right_case(moltype, text)
            return key.name if key else text or None
        if kind is Cell.QUALIFIER_NAME:
            name = name_in_right_case(moltype, text)
            return name.name if name else text or None
        return text


def _text(feature: Feature, one: Qualifier | None, column: int) -> str:
    if one is None:
        return (feature.key, feature.location, "")[column]
    return (one.name, one.value or "", one.non_english or "")[column]


def _graver(one: Level, other: Level | None) -> Level:
    return one if other is None or _GRAVITY[one] <= _GRAVITY[other] else other
