"""The findings as a table: an array of row ids, and pages of findings fetched when shown."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from seqeditor.rules.finding import Finding, Level
from seqeditor.rules.registry import all_rules
from seqeditor.rules.wording import says_own_number, sentence
from seqeditor.store.findings import RECEIVED, FindingsStore, Kept
from seqeditor.texts import N_, Catalogue, _, language, say

PAGE = 128
PAGES = 24

KEPT_ROLE = int(Qt.ItemDataRole.UserRole)
PLACE_ROLE = KEPT_ROLE + 1

LEVEL_NAMES = {Level.ERROR: N_("Error"), Level.WARNING: N_("Warning"), Level.INFO: N_("Advice")}

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class FindingsTable(QAbstractTableModel):
    """One column; the delegate draws sentence and place under one another."""

    def __init__(self, store: FindingsStore, number_of: Callable[[int], str]) -> None:
        super().__init__()
        self._store = store
        self._number_of = number_of
        self._ids = array("q")
        self._pages: OrderedDict[int, list[Kept]] = OrderedDict()
        self._catalogue = Catalogue(language(), on_screen=True)
        self.levels: tuple[Level, ...] = tuple(Level)
        self.area = ""
        self.sequence_id: int | None = None
        self.reviewed: bool | None = None

    def show(
        self, levels: Iterable[Level] | None = None, area: str | None = None, **only: int | None
    ) -> None:
        """Show the findings of some levels, of one area, of `sequence_id` only (None: all).

        `reviewed`: only what was put aside, or only the rest (None: both).
        """
        if levels is not None:
            self.levels = tuple(levels)
        if area is not None:
            self.area = area
        if "sequence_id" in only:
            self.sequence_id = only["sequence_id"]
        if "reviewed" in only:
            self.reviewed = None if only["reviewed"] is None else bool(only["reviewed"])
        self.refresh()

    def refresh(self) -> None:
        """Ask the store again."""
        ids = self._store.ids(
            levels=self.levels,
            area=self.area,
            sequence_id=self.sequence_id,
            reviewed=self.reviewed,
        )
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def retranslate(self) -> None:
        """Word the sentences in the language of the window."""
        self._catalogue = Catalogue(language(), on_screen=True)
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0))

    def kept(self, row: int) -> Kept | None:
        """Return the finding of a row, None when it is gone meanwhile."""
        if not 0 <= row < len(self._ids):
            return None
        page = row // PAGE
        if page not in self._pages:
            ids = self._ids[page * PAGE : (page + 1) * PAGE]
            found = {one.id: one for one in self._store.kept(ids)}
            self._pages[page] = [found[i] for i in ids if i in found]
            while len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        wanted = self._ids[row]
        return next((one for one in self._pages[page] if one.id == wanted), None)

    def ids_of(self, first: int, last: int) -> array[int]:
        """Return the ids of the findings in some rows, both ends included."""
        return self._ids[first : last + 1]

    def row_of(self, finding_id: int) -> int:
        """Return the row that shows a finding, -1 when none does."""
        try:
            return self._ids.index(finding_id)
        except ValueError:
            return -1

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of findings shown."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return 1."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the sentence, the place, or the finding itself."""
        if not index.isValid():
            return None
        kept = self.kept(index.row())
        if kept is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(kept)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self._words(kept)}\n{self.place(kept)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            level = _(LEVEL_NAMES[kept.finding.level])
            return f"{level}. {self._words(kept)} {self.place(kept)}"
        if role == KEPT_ROLE:
            return kept
        if role == PLACE_ROLE:
            return self.place(kept)
        return None

    def current(self, kept: Kept) -> Finding:
        """Return a finding with the SEQ ID NO of now: that of when it was found may be another."""
        finding = kept.finding
        if finding.sequence is None or not says_own_number(finding):
            return finding
        now = {**finding.parameters, "number": self._number_of(finding.sequence)}
        return replace(finding, parameters=now)

    def _words(self, kept: Kept) -> str:
        return sentence(self.current(kept), self._catalogue)

    def place(self, kept: Kept) -> str:
        """Return where a finding is, in words, with the paragraph of the standard."""
        finding = kept.finding
        reference = all_rules()[finding.rule].reference
        if kept.origin == RECEIVED:
            if finding.line is not None:
                where = say(N_("File as received, line {line}"), {"line": finding.line})
            else:
                where = _("File as received")
        elif finding.sequence is not None:
            where = f"SEQ ID NO {self._number_of(finding.sequence)}"
        else:
            where = _("General information")
        if finding.reviewed is not None:
            aside = say(N_("Reviewed: {reason}"), {"reason": finding.reviewed})
            return f"{where} \u00b7 {reference} \u00b7 {aside}"
        return f"{where} \u00b7 {reference}"
