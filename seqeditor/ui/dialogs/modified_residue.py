"""Chooses a modified residue of the tables of Annex I by abbreviation or full name, with a note."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from seqeditor.texts import _, fill
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.features.cells import Choice
from seqeditor.ui.features.chooser import found
from seqeditor.vocabulary.modified_amino_acids import modified_amino_acids
from seqeditor.vocabulary.modified_bases import modified_bases

OTHER = "OTHER"

_WordRole = int(Qt.ItemDataRole.UserRole)


class ModifiedResidueDialog(Dialog):
    """A list that is searched, and the note; `chosen(abbreviation, note)` when it is taken over.

    For nucleotides (`note_of_other`) OTHER needs the full name in the note. For amino acids the
    note itself is what the feature says: an abbreviation of Table 4 or a full name.
    """

    chosen = Signal(str, str)

    def __init__(
        self, choices: Iterable[Choice], *, bases: bool, current: str, note: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bases = bases
        self._choices = tuple(choices)
        self.setWindowTitle(_("Modified nucleotide") if bases else _("Modified amino acid"))
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(_("Type a part of the abbreviation or of the full name"))
        self.list = QTreeWidget()
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([_("Abbreviation"), _("Full name")])
        self.list.setAccessibleName(_("Modified residues"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAlternatingRowColors(True)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.note = QLineEdit(note)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self._lay_out()
        self.search.textChanged.connect(lambda _text: self._fill())
        self.search.installEventFilter(self)
        self.list.currentItemChanged.connect(self._current_changed)
        self.list.itemDoubleClicked.connect(self._accept)
        self.note.textChanged.connect(lambda _text: self._offer())
        self._fill(current)
        self.resize(560, 460)

    def _lay_out(self) -> None:
        search = QLabel(_("&Search:"))
        search.setBuddy(self.search)
        note = QLabel(
            _("&Full name, for the note (with OTHER):") if self._bases else _("Text of the &note:")
        )
        note.setBuddy(self.note)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = buttons.addButton(_("&Take over"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (search, self.search, self.list, note, self.note, self.said, buttons):
            column.addWidget(widget)
        self.take.setDefault(True)

    @property
    def abbreviation(self) -> str:
        """The abbreviation chosen, "" for none."""
        current = self.list.currentItem()
        return str(current.data(0, _WordRole) or "") if current is not None else ""

    def _fill(self, current: str = "") -> None:
        self.list.blockSignals(True)  # filling chooses nothing
        self.list.clear()
        for choice, _word in found(self._choices, self.search.text().strip().lower()):
            item = QTreeWidgetItem([f"\u2066{choice.text}\u2069", f"\u2066{choice.meaning}\u2069"])
            item.setData(0, _WordRole, choice.text)
            self.list.addTopLevelItem(item)
            if choice.text == current:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        if self.list.currentItem() is None and (self._bases or self.search.text()):
            first = self.list.topLevelItem(0)
            if first is not None:
                self.list.setCurrentItem(first)
        self._offer()

    def _current_changed(self) -> None:
        known = {choice.text for choice in self._choices}
        if not self._bases and (not self.note.text() or self.note.text() in known):
            self.note.setText(self.abbreviation)
        self._offer()

    def _offer(self) -> None:
        other = self._bases and self.abbreviation == OTHER
        text = " ".join(self.note.text().split())
        if self._bases:
            self.note.setEnabled(other)
            self.take.setEnabled(bool(self.abbreviation) and (not other or bool(text)))
        else:
            self.take.setEnabled(bool(text))
        self.said.setText(self._advice(text, other=other))

    def _advice(self, text: str, *, other: bool) -> str:
        if other and not text:
            return _("OTHER needs the full, unabbreviated name in a note (par. 17).")
        if not self._bases:
            return _("An abbreviation of Table 4, or the full name (par. 30).")
        known = next((c.text for c in self._choices if c.meaning.lower() == text.lower()), "")
        if other and known:
            words = _("This is {abbreviation} of Table 2: choose it in the list.")
            return fill(words, {"abbreviation": f"\u2066{known}\u2069"})
        return ""

    def _accept(self) -> None:
        if self.take.isEnabled():
            kept = not self._bases or self.abbreviation == OTHER
            text = " ".join(self.note.text().split())
            self.chosen.emit(self.abbreviation, text if kept else "")
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while the cursor stays in the search field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
            if watched is self.search and event.key() in arrows:
                QApplication.sendEvent(self.list, event)
                return True
        return super().eventFilter(watched, event)


def modified_base_dialog(current: str, note: str, parent: QWidget) -> ModifiedResidueDialog:
    """Return the dialog for mod_base: Table 2, and OTHER with its note."""
    choices = [Choice(one.abbreviation, one.name) for one in modified_bases()]
    dialog = ModifiedResidueDialog(choices, bases=True, current=current, note=note, parent=parent)
    if current == OTHER:
        dialog.note.setFocus()
    return dialog


def modified_amino_acid_dialog(note: str, parent: QWidget) -> ModifiedResidueDialog:
    """Return the dialog for the note of a modified amino acid: Table 4."""
    choices = [Choice(one.abbreviation, one.name) for one in modified_amino_acids()]
    return ModifiedResidueDialog(choices, bases=False, current=note, note=note, parent=parent)
