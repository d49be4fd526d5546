"""Puts together the value of transl_except or anticodon: where, which amino acid, which bases."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from seqeditor.app.codon_values import (
    CodonValue,
    bases_at,
    on_strand_of,
    read_as,
    read_codon_value,
)
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.rules.finding import Level
from seqeditor.texts import _, fill
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.features.location_line import fault_text
from seqeditor.ui.qt.icons import level_colour
from seqeditor.vocabulary.residues import symbols

TERM, OTHER = "TERM", "OTHER"


class CodonValueDialog(Dialog):
    """Asks for the parts and shows the value; `chosen(value, note)` when it is taken over.

    It stands beside the window: residues selected meanwhile can be taken as the position. The note
    names the amino acid that OTHER stands for, "" for none.
    """

    chosen = Signal(str, str)

    def __init__(
        self, name: str, value: str, feature: Feature, sequence: Sequence, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"\u2066{name}\u2069")
        self._name, self._feature, self._sequence = name, feature, sequence
        self._selection: tuple[int, int] | None = None
        self.place = _fixed_line()
        self.take = QPushButton(_("&Selected residues"))
        self.take.setAutoDefault(False)
        self.amino_acid = QComboBox()
        self.amino_acid.setMaxVisibleItems(30)
        for code, words in _amino_acids(with_stop=name == "transl_except"):
            self.amino_acid.addItem(f"\u2066{code}\u2069  {words}", code)
        self.bases = _fixed_line()
        self.note = QLineEdit()
        self.note.setPlaceholderText(_("Full name of the amino acid, for a note"))
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.shown = _fixed_line()
        self.shown.setReadOnly(True)
        self._lay_out()
        self._start(read_codon_value(value))
        self.place.textChanged.connect(self._place_changed)
        self.bases.textChanged.connect(self._show)
        self.amino_acid.currentIndexChanged.connect(self._show)
        self.take.clicked.connect(self._take_selection)
        self._show()

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.addWidget(self.place, 1)
        place.addWidget(self.take)
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow(_("&Position:"), place)
        _buddy(form, self.place)
        form.addRow(_("&Amino acid:"), self.amino_acid)
        form.addRow(_("&Note:"), self.note)
        form.addRow(_("&Bases:"), self.bases)
        form.setRowVisible(self.bases, self._name == "anticodon")
        form.addRow(_("Value:"), self.shown)
        self._form = form
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        accept = buttons.addButton(_("&Take over"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.said)
        column.addStretch(1)
        column.addWidget(buttons)
        accept.setDefault(True)
        self.setMinimumWidth(520)

    def _start(self, value: CodonValue) -> None:
        self.place.setText(value.place)
        self.bases.setText(value.bases)
        place = self.amino_acid.findData(value.amino_acid)
        usual = "Sec" if self._name == "transl_except" else "Met"
        self.amino_acid.setCurrentIndex(place if place >= 0 else self.amino_acid.findData(usual))
        if not value.place:
            self._place_changed()

    def set_selection(self, start: int, end: int) -> None:
        """Take note of what is selected among the residues; it fills an empty position."""
        self._selection = (start, end) if 1 <= start <= end else None
        self.take.setEnabled(self._selection is not None)
        if self._selection is not None and not self.place.text():
            self._take_selection()

    def _take_selection(self) -> None:
        if self._selection is not None:
            start, end = self._selection
            moltype = self._sequence.moltype
            self.place.setText(on_strand_of(self._feature, start, end, moltype))

    def _place_changed(self) -> None:
        found = bases_at(self.place.text().strip(), self._sequence)
        if found:
            self.bases.setText(found)
        self._show()

    @property
    def value(self) -> str:
        """The value as it stands."""
        code = str(self.amino_acid.currentData() or "")
        bases = self.bases.text().strip()
        return CodonValue(self.place.text().strip(), code, bases).text(self._name)

    def _show(self) -> None:
        self.shown.setText(self.value)
        self._form.setRowVisible(self.note, self.amino_acid.currentData() == OTHER)
        place = self.place.text().strip()
        wrong = fault_text(place, self._sequence.moltype, self._sequence.length)
        colour = level_colour(Level.ERROR, self.palette()).name() if wrong and place else ""
        self.said.setStyleSheet(f"color: {colour}" if colour else "")
        self.said.setText(wrong or self._about(bases_at(place, self._sequence)))

    def _about(self, bases: str) -> str:
        if not bases:
            return ""
        isolated = f"\u2066{bases}\u2069"
        if self._name == "anticodon":
            if len(bases) == 3:
                return fill(_("The bases there are {bases}."), {"bases": isolated})
            words = _("The bases there are {bases}; an anticodon has three.")
            return fill(words, {"bases": isolated})
        usual = read_as(bases, self._feature)
        if len(bases) != 3:
            words = _("The bases there are {bases}; a codon has three.")
            return fill(words, {"bases": isolated})
        words = _("The codon there is {bases}, which is read as {amino} otherwise.")
        return fill(words, {"bases": isolated, "amino": usual or "?"})

    def _accept(self) -> None:
        other = self.amino_acid.currentData() == OTHER
        self.chosen.emit(self.value, " ".join(self.note.text().split()) if other else "")
        self.accept()


def _buddy(form: QFormLayout, field: QWidget) -> None:
    row = form.itemAt(form.rowCount() - 1, QFormLayout.ItemRole.LabelRole)
    label = row.widget() if row is not None else None
    if isinstance(label, QLabel):
        label.setBuddy(field)


def _fixed_line() -> QLineEdit:
    line = QLineEdit()
    line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    line.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    return line


def _amino_acids(*, with_stop: bool) -> list[tuple[str, str]]:
    found = [(one.three_letter, f"{one.letter}, {one.name}") for one in symbols("AA").values()]
    found.sort(key=lambda one: one[0])
    if with_stop:
        found.append((TERM, _("stop")))
    found.append((OTHER, _("another amino acid, named in a note")))
    return found
