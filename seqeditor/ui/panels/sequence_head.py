"""The line above a sequence: its number, name, molecule type, length and organism."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from seqeditor.domain.sequence import MOLTYPES, Sequence
from seqeditor.texts import _, ngettext
from seqeditor.ui.organisms.line import OrganismLine
from seqeditor.ui.qt.lines import LinesLayout
from seqeditor.ui.qt.locale import length_text


class SequenceHead(QWidget):
    """Shows what a sequence is and asks for changes of it.

    `name_edited(text)`, `organism_edited(text)`, `moltype_chosen(moltype)`.
    """

    name_edited = Signal(str)
    organism_edited = Signal(str)
    moltype_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = ""
        self._length = 0
        self.number = QLabel()
        font = self.number.font()
        font.setBold(True)
        self.number.setFont(font)
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.name = QLineEdit()
        self.moltype = QComboBox()
        self.moltype.addItems(MOLTYPES)
        self.moltype.activated.connect(
            lambda index: self.moltype_chosen.emit(self.moltype.itemText(index))
        )
        self.length = QLabel()
        self.organism = OrganismLine()
        italic = self.organism.font()
        italic.setItalic(True)
        self.organism.setFont(italic)
        self._name_label, self._organism_label = QLabel(), QLabel()
        self._name_label.setBuddy(self.name)
        self._organism_label.setBuddy(self.organism)
        self.name.editingFinished.connect(lambda: self._done(self.name))
        self.organism.editingFinished.connect(lambda: self._done(self.organism))
        self.marks = QToolButton()
        self.marks.setAutoRaise(True)
        lines = LinesLayout(self)
        letter = self.fontMetrics().averageCharWidth()
        lines.add_group(self.number)
        lines.add_group(self._name_label, self.name, share=3, least=14 * letter)
        lines.add_group(self.moltype, self.length)
        lines.add_group(
            self._organism_label, self.organism, self.marks, share=4, least=20 * letter, grows=1
        )
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.retranslate()

    def show_sequence(self, sequence: Sequence, number: str) -> None:
        """Show a sequence; what is being typed into a field stays."""
        self._number, self._length = number, sequence.length
        _show(self.name, sequence.name)
        _show(self.organism, sequence.organism)
        index = self.moltype.findText(sequence.moltype)
        if self.moltype.count() > len(MOLTYPES):
            self.moltype.removeItem(len(MOLTYPES))
        if index < 0 or index >= len(MOLTYPES):
            # As received: shown as it is, the rules say what is wrong with it.
            self.moltype.addItem(sequence.moltype)
            index = len(MOLTYPES)
        self.moltype.setCurrentIndex(index)
        skipped = sequence.is_skipped
        others = (self.moltype, self.length, self.organism, self._organism_label)
        for widget in others:
            widget.setVisible(not skipped)
        self.organism.setEnabled(sequence.source is not None)
        self._show_words()

    def set_read_only(self, read_only: bool) -> None:
        """Take edits or not."""
        self.name.setReadOnly(read_only)
        self.organism.setReadOnly(read_only)
        self.moltype.setEnabled(not read_only)

    def _done(self, line: QLineEdit) -> None:
        if line.isModified() and not line.isReadOnly():
            line.setModified(False)
            (self.name_edited if line is self.name else self.organism_edited).emit(line.text())

    def finish(self) -> None:
        """Take over what is still being typed, as before another sequence is shown."""
        self._done(self.name)
        self._done(self.organism)

    def _show_words(self) -> None:
        self.number.setText(_("SEQ ID NO {number}").replace("{number}", self._number))
        words = ngettext("{count} residue", "{count} residues", self._length)
        self.length.setText(words.replace("{count}", length_text(self._length)))

    def retranslate(self) -> None:
        """Word everything in the language of the window."""
        self._name_label.setText(_("Na&me:"))
        self.name.setPlaceholderText(_("your own, not in the XML"))
        self.name.setToolTip(
            _("A name of your own. It stays in the project and is not written to the XML.")
        )
        self.name.setAccessibleName(_("Name of the sequence"))
        self.moltype.setToolTip(_("Molecule type"))
        self.moltype.setAccessibleName(_("Molecule type"))
        self._organism_label.setText(_("&Organism:"))
        self.organism.setAccessibleName(_("Organism"))
        self.organism.setToolTip(
            _("Scientific name, “synthetic construct” or “unidentified”: qualifier organism.")
        )
        self._show_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _show(line: QLineEdit, text: str) -> None:
    if not line.isModified() and line.text() != text:
        line.setText(text)
        line.setCursorPosition(0)
