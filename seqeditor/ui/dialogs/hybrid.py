"""A molecule of DNA and RNA parts: which residues are which, marked, typed or pasted (par. 55)."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from seqeditor.domain.edits.hybrid import (
    DNA,
    RNA,
    Stretch,
    UnreadableLetterError,
    Writing,
    Written,
    both,
    described_as_hybrid,
    parts_of,
    read_letters,
    read_stretches,
    shown,
    ways_of,
    without,
)
from seqeditor.domain.number_ranges import joined
from seqeditor.texts import N_, _, fill
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.special_case import Plan, SpecialCaseDialog, isolated, left_to_right
from seqeditor.ui.qt.typed_text import brief

HYBRID = N_("Describe as a molecule of DNA and RNA")

_WAYS = {
    Writing.PREFIXES: (N_("d or r before each letter: {example}"), "rArUdTdT"),
    Writing.ONLY_R: (N_("r before RNA, nothing before DNA: {example}"), "rArUTT"),
    Writing.ONLY_D: (N_("d before DNA, nothing before RNA: {example}"), "AUdTdT"),
    Writing.LOWER_RNA: (N_("RNA in small letters, DNA in capitals: {example}"), "auTT"),
    Writing.LOWER_DNA: (N_("DNA in small letters, RNA in capitals: {example}"), "AUtt"),
}


class HybridDialog(SpecialCaseDialog):
    """Two fields of positions, and letters that fill them."""

    label = HYBRID

    def __init__(self, desk: Desk, sequence_id: int) -> None:
        said = _(
            "A molecule of DNA and RNA parts is listed as DNA (par. 55). Its organism is synthetic"
            " construct, its mol_type other DNA, and each part has a misc_feature with the note DNA"
            " or RNA. u is written t."
        )
        super().__init__(desk, sequence_id, _("DNA and RNA in one molecule"), said, _("D&escribe"))
        self._written: Written | None = None
        self.fields: dict[str, QLineEdit] = {}
        self.add(self._make_positions())
        self.add(self._make_letters())
        self.sequence_changed()
        self.finish()
        self.resize(640, 620)

    # Fields ------------------------------------------------------------------------------------

    def _make_positions(self) -> QWidget:
        box = QGroupBox(_("Positions"))
        grid = QGridLayout(box)
        grid.setHorizontalSpacing(8)
        for row, (kind, words) in enumerate(((DNA, _("&DNA:")), (RNA, _("&RNA:")))):
            field = QLineEdit()
            left_to_right(field)
            field.setPlaceholderText("1..19, 21")
            field.textChanged.connect(lambda _text: self._positions_changed())
            self.fields[kind] = field
            label = QLabel(words)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
            take = QPushButton(_("Selected residues"))
            rest = QPushButton(_("The rest"))
            for column, (button, does, tip) in enumerate(
                (
                    (take, self._take_selected, _("Add what is selected among the residues")),
                    (rest, self._take_rest, _("Add all residues that are in neither field")),
                ),
                2,
            ):
                button.setAutoDefault(False)
                button.setToolTip(tip)
                button.setAccessibleName(f"{kind}: {button.text()}")
                button.clicked.connect(lambda _checked=False, do=does, of=kind: do(of))
                grid.addWidget(button, row, column)
        return box

    def _make_letters(self) -> QWidget:
        box = QGroupBox(_("Or from letters"))
        column = QVBoxLayout(box)
        self.letters = QPlainTextEdit()
        left_to_right(self.letters)
        self.letters.setAccessibleName(_("Letters that tell DNA from RNA"))
        self.letters.setPlaceholderText("rGrCrArUdTdT")
        self.letters.setFixedHeight(2 * self.letters.fontMetrics().lineSpacing() + 16)
        self.way = QComboBox()
        self.way.setAccessibleName(_("How DNA and RNA are told apart"))
        self.way.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.way.addItem(_("How are DNA and RNA told apart?"), None)
        for way, (words, example) in _WAYS.items():
            self.way.addItem(fill(_(words), {"example": isolated(example)}), way)
        self.take = QPushButton(_("&Take over"))
        self.take.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self.way, 1)
        row.addWidget(self.take)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.change = QCheckBox(_("Replace the residues of the sequence &by these letters"))
        self.change.hide()
        column.addWidget(self.letters)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addWidget(self.change)
        self.letters.textChanged.connect(self._letters_changed)
        self.way.currentIndexChanged.connect(lambda _index: self._letters_read())
        self.take.clicked.connect(lambda _checked=False: self._take_letters())
        self.change.toggled.connect(lambda _on: self._letters_read())
        return box

    def sequence_changed(self) -> None:
        """Show the parts that the sequence describes by now, unless something is typed."""
        if not any(field.text() for field in self.fields.values()):
            for kind, stretches in parts_of(self.sequence).items():
                self.fields[kind].setText(shown(stretches))
        self._letters_read()

    # Positions ---------------------------------------------------------------------------------

    @property
    def _length(self) -> int:
        return len(self._written.letters) if self._written is not None else self.sequence.length

    def _read(self, kind: str) -> tuple[Stretch, ...]:
        return read_stretches(self.fields[kind].text(), self._length)

    def _positions_changed(self) -> None:
        self.ask()

    def _put(self, kind: str, more: tuple[Stretch, ...]) -> None:
        """Give some residues to a kind; they leave the other one."""
        other = RNA if kind == DNA else DNA
        try:
            mine, others = self._read(kind), self._read(other)
        except ValueError:
            self.look()  # the field that cannot be read is told
            return
        self.fields[kind].setText(shown(joined([*mine, *more])))
        self.fields[other].setText(shown(without(others, more)))
        self.look()

    def _take_selected(self, kind: str) -> None:
        selected = self.selected()
        if selected is not None:
            self._put(kind, (selected,))

    def _take_rest(self, kind: str) -> None:
        try:
            taken = [*self._read(DNA), *self._read(RNA)]
        except ValueError:
            self.look()
            return
        self._put(kind, without([(1, self._length)], taken))

    # Letters -----------------------------------------------------------------------------------

    def _letters_changed(self) -> None:
        text = self.letters.toPlainText()
        ways = ways_of(text) if text.strip() else ()
        if ways and (self.way.currentData() not in ways):
            # Capitals and small letters may mean either kind: that is for the author to say.
            told = ways[0] if ways[0] not in (Writing.LOWER_RNA, Writing.LOWER_DNA) else None
            self.way.setCurrentIndex(self.way.findData(told) if told is not None else 0)
        self._letters_read()

    def _read_letters(self) -> Written | None:
        way, text = self.way.currentData(), self.letters.toPlainText()
        return read_letters(text, Writing(way)) if way is not None and text.strip() else None

    def _letters_read(self) -> None:
        """Say what the letters are, beside those of the sequence."""
        self.take.setEnabled(False)
        words = ""
        differs = False
        try:
            read = self._read_letters()
        except UnreadableLetterError as error:
            read = None
            words = fill(
                _("{letter} at character {offset} does not fit this way of writing."),
                {"letter": isolated(error.letter), "offset": error.offset + 1},
            )
        if read is not None:
            words, differs = self._compared(read.letters)
            self.take.setEnabled(not differs or self.change.isChecked())
        elif self.letters.toPlainText().strip() and not words:
            words = _("Choose how the letters tell DNA from RNA.")
        self.change.setVisible(differs)
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _compared(self, letters: str) -> tuple[str, bool]:
        here = self.sequence.residues.text().lower().replace("u", "t")
        if here == letters:
            return _("The letters are those of the sequence."), False
        if len(here) != len(letters):
            words = _("These are {count} letters, but the sequence has {length} residues.")
            return fill(words, {"count": len(letters), "length": len(here)}), bool(letters)
        at = next(n for n, (a, b) in enumerate(zip(here, letters, strict=True)) if a != b)
        words = _("Position {position} is {found} in the sequence, but {letter} here.")
        parameters = {
            "position": at + 1,
            "found": isolated(here[at]),
            "letter": isolated(letters[at]),
        }
        return fill(words, parameters), True

    def _take_letters(self) -> None:
        read = self._read_letters()
        if read is not None:
            self._written = read
            for kind, field in self.fields.items():
                field.setText(shown(read.stretches(kind)))
            self.look()

    # Planning ----------------------------------------------------------------------------------

    def make_plan(self) -> Plan:
        """Return the sequence as one of DNA and RNA parts."""
        parts: dict[str, tuple[Stretch, ...]] = {}
        for kind in (DNA, RNA):
            try:
                parts[kind] = self._read(kind)
            except ValueError as error:
                words = _("{kind}: “{text}” names no residues of the sequence (1 to {length}).")
                parameters = {
                    "kind": kind,
                    "text": isolated(brief(error.args[0])),
                    "length": self._length,
                }
                return Plan(problems=(fill(words, parameters),))
        problem = self._problem(parts[DNA], parts[RNA])
        if problem:
            return Plan(problems=(problem,))
        written = self._written
        new = described_as_hybrid(
            self.sequence,
            parts[DNA],
            parts[RNA],
            letters=written.letters if written is not None else None,
            other=written.other if written is not None else (),
        )
        return Plan(new, words=self._words(written))

    def _problem(self, dna: tuple[Stretch, ...], rna: tuple[Stretch, ...]) -> str:
        if not dna and not rna:
            return _("Say which residues are DNA and which are RNA.")
        twice = both(dna, rna)
        if twice:
            words = _("{ranges} is both DNA and RNA. Give each residue to one part.")
            return fill(words, {"ranges": isolated(shown(twice))})
        left = without([(1, self._length)], [*dna, *rna])
        if left:
            words = _("{ranges} is neither DNA nor RNA. Each residue belongs to a part.")
            return fill(words, {"ranges": isolated(shown(left))})
        if not dna or not rna:
            words = _("All residues are {kind}: this is no molecule of two kinds.")
            return fill(words, {"kind": RNA if rna else DNA})
        return ""

    def _words(self, written: Written | None) -> tuple[str, ...]:
        if written is None or not written.other:
            return ()
        words = _(
            "u in DNA and t in RNA, at {positions}, are modified nucleotides: they get a"
            " modified_base (par. 14, 19)."
        )
        positions = shown((n, n) for n in written.other)
        return (fill(words, {"positions": isolated(positions)}),)
