"""Translating a CDS, or residues that become one: every choice is tried out as it is made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontDatabase, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from seqeditor.app.coding import Outcome, Reading, outcome, reading_of
from seqeditor.app.proteins import same_protein
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.rules.coding import FEWEST, specific
from seqeditor.rules.finding import Level
from seqeditor.texts import _, fill
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.dialogs.translate_words import outcome_words
from seqeditor.ui.qt.document_signal import DocumentSignal
from seqeditor.ui.qt.icons import level_colour, level_icon
from seqeditor.vocabulary.genetic_codes import default_code, genetic_codes

_DELAY = 60
_MOST_MARKS = 200
_MOST_SHOWN = 20_000
"""Amino acids shown; to lay out millions takes seconds."""


class Protein(Enum):
    """What is to become of the protein as a sequence of its own."""

    NONE = "none"
    NEW = "new"
    FOUND = "found"


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen: of a CDS by its permanent address, of a new one `feature` is None."""

    sequence: int
    feature: int | None
    reading: Reading
    protein: Protein


class TranslateDialog(Dialog):
    """Not modal. `chosen(Choice)` when the translation is to be written; then it closes."""

    chosen = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        signal: DocumentSignal,
        sequence_id: int,
        feature: int | None,
        location: str = "",
    ) -> None:
        """`feature` is the permanent address of a CDS, None for a new one at a location."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._signal = signal
        self._id, self._ref = sequence_id, feature
        self._outcome = Outcome(None, "location")
        self._sequence = Sequence()
        self._feature: Feature | None = None
        self._make_fields()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._timer.timeout.connect(self.look)
        self._connect()
        self._read()
        self._fill(location)
        self.look()
        self.resize(620, 560)

    @property
    def place(self) -> tuple[int, int | None]:
        """The sequence and the address of the CDS that this is about."""
        return self._id, self._ref

    # Fields ------------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        number = self._signal.document.number(self._id)
        title = _("Translate residues") if self._ref is None else _("Translate CDS")
        self.setWindowTitle(fill(_("{title} – SEQ ID NO {n}"), {"title": title, "n": number}))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.location = QLineEdit()
        self.location.setFont(fixed)
        self.location.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.strand = QComboBox()
        self.strand.addItems([_("as listed"), _("complementary strand")])
        self.strand.setAccessibleName(_("Strand"))
        self.code = QComboBox()
        for code in genetic_codes():
            # The names are those of the standard and stay English, from left to right.
            self.code.addItem(f"\u2066{code.id}  {code.name}\u2069", code.id)
        self.code.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.code.setMinimumContentsLength(30)
        self.start = QComboBox()
        self.start.addItems(["1", "2", "3"])
        self.exceptions = QPlainTextEdit()
        self.exceptions.setFont(fixed)
        self.exceptions.setPlaceholderText("(pos:4..6,aa:Sec)")
        self.exceptions.setTabChangesFocus(True)
        self.exceptions.setFixedHeight(2 * self.exceptions.fontMetrics().lineSpacing() + 16)
        self.exceptions.setToolTip(
            _("Codons read otherwise than the genetic code says, one a line")
        )
        self.letters = QPlainTextEdit()
        self.letters.setFont(fixed)
        self.letters.setReadOnly(True)
        self.letters.setTabChangesFocus(True)
        self.letters.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.letters.setAccessibleName(_("Protein"))
        for edit in (self.exceptions, self.letters):
            edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            option = edit.document().defaultTextOption()
            option.setTextDirection(Qt.LayoutDirection.LeftToRight)
            edit.document().setDefaultTextOption(option)
        self.sign, self.words = QLabel(), QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setMinimumHeight(4 * self.words.fontMetrics().lineSpacing())
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.protein = QComboBox()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        words = _("&Add CDS") if self._ref is None else _("&Translate")
        self.go = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.location, 1)
        place.addWidget(self.strand)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for words, field in (
            (_("&Location:"), self.location),
            (_("&Genetic code:"), self.code),
            (_("Codon &start:"), self.start),
            ("transl_e&xcept:", self.exceptions),
        ):
            label = QLabel(words)
            label.setBuddy(field)
            form.addRow(label, place if field is self.location else field)
        result = QHBoxLayout()
        result.setSpacing(8)
        result.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        result.addWidget(self.words, 1)
        below = QFormLayout()
        below.setHorizontalSpacing(16)
        label = QLabel(_("&Protein sequence:"))
        label.setBuddy(self.protein)
        below.addRow(label, self.protein)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.letters, 1)
        column.addLayout(result)
        column.addLayout(below)
        column.addWidget(self.buttons)
        self.go.setDefault(True)

    def _connect(self) -> None:
        self.location.textEdited.connect(self._location_edited)
        self.strand.activated.connect(self._strand_chosen)
        for box in (self.code, self.start):
            box.currentIndexChanged.connect(lambda _index: self._timer.start())
        self.exceptions.textChanged.connect(self._timer.start)
        self.buttons.accepted.connect(self._choose)
        self.buttons.rejected.connect(self.reject)
        self._signal.changed.connect(self._document_changed)
        self._signal.busy_changed.connect(self._show_possible)

    def _fill(self, location: str) -> None:
        if self._feature is not None:
            reading = reading_of(self._feature)
        else:
            reading = Reading(location, self._usual_code())
        self.location.setText(reading.location)
        index = self.code.findData(reading.table)
        self.code.setCurrentIndex(index if index >= 0 else self.code.findData(default_code().id))
        self.start.setCurrentIndex(reading.codon_start - 1)
        self.exceptions.setPlainText("\n".join(reading.exceptions))
        self._show_strand()

    def _usual_code(self) -> int:
        """The genetic code of the other CDS: a genome has one."""
        others = (reading_of(f).table for f in self._sequence.features if f.key == "CDS")
        return next(others, default_code().id)

    # Trying out --------------------------------------------------------------------------------

    @property
    def reading(self) -> Reading:
        """What is chosen now."""
        lines = (line.strip() for line in self.exceptions.toPlainText().splitlines())
        return Reading(
            self.location.text().strip(),
            int(self.code.currentData()),
            self.start.currentIndex() + 1,
            tuple(line for line in lines if line),
        )

    def _read(self) -> bool:
        """Take the sequence as it is now; False when what is translated is gone."""
        document = self._signal.document
        if self._id not in document.order:
            return False
        self._sequence = document.sequence(self._id)
        refs = (f for f in self._sequence.features if f.ref == self._ref and f.key == "CDS")
        self._feature = next(refs, None) if self._ref is not None else None
        return self._sequence.is_nucleotide and (self._ref is None or self._feature is not None)

    def _document_changed(self, *_told: object) -> None:
        before = self._feature
        if not self._read():
            self.reject()
            return
        if before is not None and self._feature is not None:
            # What was not changed in here follows what was edited elsewhere.
            old, new, now = reading_of(before), reading_of(self._feature), self.reading
            if now.location == old.location != new.location:
                self.location.setText(new.location)
                self._show_strand()
            if now.exceptions == old.exceptions != new.exceptions:
                self.exceptions.setPlainText("\n".join(new.exceptions))
        self._timer.start()

    def look(self) -> None:
        """Translate what is chosen now and show it."""
        self._timer.stop()
        self._outcome = outcome(self._sequence, self.reading, self._feature)
        letters = self._outcome.letters
        shown = letters[:_MOST_SHOWN]
        self.letters.setPlainText(shown + "…" * (len(letters) > len(shown)))
        self._mark_stops(shown)
        words, level = outcome_words(self._outcome)
        self.words.setText("\n".join(words))
        self.sign.setPixmap(level_icon(level, self.palette()).pixmap(20, 20))
        self._show_proteins(letters)
        self._show_possible()

    def _mark_stops(self, letters: str) -> None:
        marks: list[QTextEdit.ExtraSelection] = []
        style = QTextCharFormat()
        style.setForeground(QColor(level_colour(Level.ERROR, self.palette())))
        style.setFontUnderline(True)
        at = letters.find("*")
        while at >= 0 and len(marks) < _MOST_MARKS:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.letters.document())
            cursor.setPosition(at)
            cursor.setPosition(at + 1, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor, mark.format = cursor, style
            marks.append(mark)
            at = letters.find("*", at + 1)
        self.letters.setExtraSelections(marks)

    def _show_proteins(self, letters: str) -> None:
        """Offer what can become of the protein; what was chosen stays chosen if it can."""
        document, former = self._signal.document, self.protein.currentData()
        first = self.protein.count() == 0
        self.protein.clear()
        named = (self._feature.value("protein_id") or "") if self._feature is not None else ""
        before = fill(_("SEQ ID NO {number}, as before"), {"number": named})
        self.protein.addItem(before if named else _("none"), Protein.NONE)
        if specific(letters) >= FEWEST and "*" not in letters:
            found = same_protein(document.copy, letters, self._sequence.organism)
            number = document.number(found) if found is not None else ""
            if number and number != named:
                words = fill(_("SEQ ID NO {number}: it is the same protein"), {"number": number})
                self.protein.addItem(words, Protein.FOUND)
            following = str(document.count() + 1)
            words = fill(_("new, as SEQ ID NO {number}"), {"number": following})
            self.protein.addItem(words, Protein.NEW)
        self.protein.setEnabled(self.protein.count() > 1)
        index = -1 if first else self.protein.findData(former)
        # The standard wants the protein listed: that is proposed.
        usual = 0 if named else min(1, self.protein.count() - 1)
        self.protein.setCurrentIndex(index if index >= 0 else usual)

    def _show_possible(self, *_told: object) -> None:
        self.go.setEnabled(self._outcome.can_be_written and self._signal.is_editable)

    def _location_edited(self) -> None:
        self._show_strand()
        self._timer.start()

    def _show_strand(self) -> None:
        self.strand.setCurrentIndex(int(self.location.text().strip().startswith("complement(")))

    def _strand_chosen(self, index: int) -> None:
        text = self.location.text().strip()
        is_other = text.startswith("complement(") and text.endswith(")")
        if index and not is_other:
            self.location.setText(f"complement({text})")
        elif not index and is_other:
            self.location.setText(text.removeprefix("complement(").removesuffix(")"))
        self._timer.start()

    def _choose(self) -> None:
        self.look()
        if self.go.isEnabled():
            protein = self.protein.currentData() or Protein.NONE
            reading = replace(self.reading)
            self.chosen.emit(Choice(self._id, self._ref, reading, Protein(protein)))
            self.accept()
