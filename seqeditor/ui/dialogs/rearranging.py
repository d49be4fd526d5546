"""Dialogs of the changes of the order: which sequences, how many, and where to."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from seqeditor.app.document import Document
from seqeditor.app.sorting import SortBy, SortKey
from seqeditor.domain.number_ranges import NumbersError, parse_numbers, ranges_of, ranges_text
from seqeditor.domain.sequence import MOLTYPES
from seqeditor.store.choosing import ids_of_numbers
from seqeditor.texts import N_, _, fill, ngettext
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.panels.filter_words import numbers_fault
from seqeditor.ui.qt.locale import count_text

MOST_INSERTED = 100_000
_MOST_RUNS = 40
"""So many runs of a selection are written out as text."""
_KEYS = 3


class _Dialog(Dialog):
    """A form above the buttons; Escape closes."""

    def __init__(self, parent: QWidget, title: str, button: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(8)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox()
        self.go = buttons.addButton(button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 16, 16, 16)
        self.column.setSpacing(12)
        self.column.addLayout(self.form)
        self.column.addWidget(self.hint)
        self._buttons = buttons
        self.column.addWidget(buttons)
        self.setMinimumWidth(420)

    def add(self, label: str, widget: QWidget) -> None:
        """Add a row to the form; the label has the mnemonic."""
        words = QLabel(label)
        words.setBuddy(widget)
        self.form.addRow(words, widget)

    def setVisible(self, visible: bool) -> None:
        """Let the fields come before the buttons, one of which would take Enter and close."""
        if visible and not self.isVisible():
            # What comes last into a dialog is last in the order of Tab.
            self._buttons.setParent(None)
            self.column.addWidget(self._buttons)
        super().setVisible(visible)


class RangeDialog(_Dialog):
    """Asks for sequences by number, and perhaps for the place they go to.

    `chosen(ids, position)`: ids in the order of the listing; position 1-based, 0 where none was
    asked for.
    """

    chosen = Signal(object, int)

    def __init__(
        self,
        document: Document,
        parent: QWidget,
        title: str,
        button: str,
        selected: array[int],
        *,
        asks_place: bool = False,
        consequence: str = "",
    ) -> None:
        """`consequence`: a sentence that says what else happens."""
        super().__init__(parent, title, button)
        self._document = document
        self._consequence = consequence
        self._selected = selected
        self._stands_for_selection = False
        self.line = QLineEdit(self._text_of(selected))
        self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.line.setPlaceholderText("1-20, 35")
        self.line.textEdited.connect(self._edited)
        self.add(_("SEQ ID &NOs:"), self.line)
        self.place = _place_box(document)
        if asks_place:
            self.add(_("&Before SEQ ID NO:"), self.place)
        self._asks_place = asks_place
        self._check()
        self.line.selectAll()

    def _text_of(self, ids: array[int]) -> str:
        """The numbers of the selection; too many runs are left to be the selection."""
        numbers = [row.number for row in self._document.rows_of(ids[:5000])]
        known = [int(n) for n in numbers if n.isascii() and n.isdecimal()]
        runs = ranges_of(known)
        if len(ids) > len(numbers) or len(known) < len(numbers) or len(runs) > _MOST_RUNS:
            self._stands_for_selection = len(ids) > 0
            return ""
        return ranges_text(runs)

    def _edited(self) -> None:
        self._stands_for_selection = False
        self._check()

    def _check(self) -> array[int]:
        ids: array[int] = array("q")
        if self._stands_for_selection:
            ids = self._selected
        else:
            try:
                ranges = parse_numbers(self.line.text())
            except NumbersError as error:
                self._say(numbers_fault(error), array("q"))
                return ids
            found = ids_of_numbers(self._document.copy, ranges)
            ids = array("q", (one for one in self._document.order.ids if one in found))
        words = ngettext("{count} sequence", "{count} sequences", len(ids))
        told = fill(words, {"count": count_text(len(ids))})
        self._say("\n".join(filter(None, [told, self._consequence])), ids)
        return ids

    def _say(self, words: str, ids: array[int]) -> None:
        self.hint.setText(words)
        self.go.setEnabled(len(ids) > 0)

    def accept(self) -> None:
        """Tell what was chosen; what cannot be read stays in the field with its message."""
        ids = self._check()
        if ids:
            super().accept()
            self.chosen.emit(ids, _position(self._document, self.place) if self._asks_place else 0)


class InsertDialog(_Dialog):
    """Asks what to insert where. `chosen(moltype, count, position)`: moltype "" for skipped."""

    chosen = Signal(str, int, int)

    def __init__(
        self, document: Document, parent: QWidget, *, skipped: bool, position: int
    ) -> None:
        title = _("Insert skipped sequences") if skipped else _("Insert sequences")
        super().__init__(parent, title, _("&Insert"))
        self._document = document
        self.kind = QComboBox()
        for moltype in MOLTYPES:
            self.kind.addItem(moltype, moltype)
        self.kind.addItem(_("intentionally skipped (000)"), "")
        self.kind.setCurrentIndex(len(MOLTYPES) if skipped else 0)
        self.count = QSpinBox()
        self.count.setRange(1, MOST_INSERTED)
        self.place = _place_box(document)
        self.place.setValue(position)
        if not skipped:
            self.add(_("&Molecule type:"), self.kind)
        self.add(_("&How many:"), self.count)
        self.add(_("&Before SEQ ID NO:"), self.place)
        self.hint.setText(end_words(document))
        self.count.selectAll()
        (self.count if skipped else self.kind).setFocus()

    def accept(self) -> None:
        """Tell what was chosen."""
        super().accept()
        place = _position(self._document, self.place)
        self.chosen.emit(self.kind.currentData(), self.count.value(), place)


def end_words(document: Document) -> str:
    """Return what tells how to name the place behind the last sequence."""
    number = str(document.count() + 1)
    return fill(_("{number} is behind the last sequence."), {"number": number})


def _place_box(document: Document) -> QSpinBox:
    box = QSpinBox()
    box.setRange(1, document.count() + 1)
    box.setValue(document.count() + 1)
    return box


def _position(document: Document, box: QSpinBox) -> int:
    """The position of the sequence that bears a number, as received numbers may have gaps."""
    found = document.copy.id_of_number(str(box.value()))
    return document.order.position(found) if found is not None else box.value()


@dataclass(frozen=True)
class _KeyRow:
    by: QComboBox
    descending: QCheckBox


class SortDialog(_Dialog):
    """Asks for the keys. `chosen(keys, only_selected)`."""

    chosen = Signal(object, bool)

    def __init__(self, parent: QWidget, selected: int) -> None:
        super().__init__(parent, _("Sort the sequences"), _("&Sort"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        self.rows = [self._row(grid, n) for n in range(_KEYS)]
        self.only = QCheckBox(_("&Only the selected sequences, among their places"))
        self.only.setEnabled(selected > 1)
        self.column.insertLayout(0, grid)
        self.column.insertWidget(1, self.only)
        self.hint.setText(
            _("Sequences that are alike stay in their order. The numbers follow the new order.")
        )
        self._check()

    def _row(self, grid: QGridLayout, n: int) -> _KeyRow:
        by = QComboBox()
        if n:
            by.addItem("–", None)
        for key, words in _WORDS.items():
            by.addItem(_(words), key)
        label = QLabel(_("Sort &by:") if not n else _("then by:"))
        label.setBuddy(by)
        by.setAccessibleName(label.text().replace("&", ""))
        descending = QCheckBox(_("descending"))
        by.currentIndexChanged.connect(lambda _index: self._check())
        for column, widget in enumerate((label, by, descending)):
            grid.addWidget(widget, n, column)
        return _KeyRow(by, descending)

    def _check(self) -> None:
        for row in self.rows:
            row.descending.setEnabled(row.by.currentData() is not None)

    def accept(self) -> None:
        """Tell the keys, each once."""
        keys: dict[SortBy, SortKey] = {}
        for row in self.rows:
            if row.by.currentData() is not None:
                by = SortBy(row.by.currentData())
                keys.setdefault(by, SortKey(by, row.descending.isChecked()))
        super().accept()
        self.chosen.emit(tuple(keys.values()), self.only.isChecked() and self.only.isEnabled())


_WORDS = {
    SortBy.NAME: N_("own name"),
    SortBy.MOLTYPE: N_("molecule type"),
    SortBy.LENGTH: N_("length"),
    SortBy.ORGANISM: N_("organism"),
    SortBy.RECEIVED: N_("number as received"),
    SortBy.RESIDUES: N_("residues"),
}
