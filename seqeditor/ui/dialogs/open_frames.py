"""Finding open reading frames in a sequence, and choosing those that become CDS."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QItemSelection, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QSpinBox,
    QTableView,
    QVBoxLayout,
)

from seqeditor.app.coding import Reading, reading_of
from seqeditor.app.document import Change
from seqeditor.app.jobs import Job
from seqeditor.domain.open_reading_frames import (
    FORWARD,
    REVERSE,
    OpenFrame,
    Search,
    Starts,
    open_frames,
)
from seqeditor.texts import N_, _, fill, ngettext
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.models.open_frames import LENGTH, PROTEIN, OpenFramesTable
from seqeditor.ui.qt.locale import count_text
from seqeditor.vocabulary.genetic_codes import default_code, genetic_code, genetic_codes

MOST = 200_000
"""So many are listed; who gets more looks for longer ones."""

_DELAY = 250
_STARTS = (
    (Starts.ATG, N_("ATG only")),
    (Starts.TABLE, N_("start codons of the genetic code")),
    (Starts.ANY, N_("any codon")),
)
_STRANDS = (
    ((FORWARD, REVERSE), N_("both strands")),
    ((FORWARD,), N_("as listed")),
    ((REVERSE,), N_("complementary strand")),
)


@dataclass(frozen=True, slots=True)
class Found:
    """The frames chosen to become CDS, with their proteins as sequences or without."""

    sequence: int
    readings: tuple[Reading, ...]
    proteins: bool


class OpenFramesDialog(Dialog):
    """Not modal. `chosen(Found)`: add these; the dialog stays for more."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, sequence_id: int) -> None:
        super().__init__(desk.widget)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._id = desk, sequence_id
        self._job: Job | None = None
        self._searched: tuple[Search, str] | None = None
        number = desk.document.number(sequence_id)
        self.setWindowTitle(fill(_("Open reading frames – SEQ ID NO {n}"), {"n": number}))
        self._make_fields()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._timer.timeout.connect(self.look)
        self._ticks = QTimer(self)
        self._ticks.setInterval(100)
        self._ticks.timeout.connect(self._show_progress)
        self._connect()
        self.resize(820, 560)
        self.look()

    @property
    def place(self) -> int:
        """The sequence that this is about."""
        return self._id

    # Fields ------------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        document = self._desk.document
        sequence = document.sequence(self._id)
        self.minimum = QSpinBox()
        self.minimum.setRange(1, 100_000)
        self.minimum.setValue(100 if sequence.length > 1500 else 20)
        self.code = QComboBox()
        for code in genetic_codes():
            self.code.addItem(f"\u2066{code.id}  {code.name}\u2069", code.id)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.code.setSizeAdjustPolicy(policy)
        self.code.setMinimumContentsLength(38)
        others = (reading_of(f).table for f in sequence.features if f.key == "CDS")
        index = self.code.findData(next(others, default_code().id))
        self.code.setCurrentIndex(index if index >= 0 else self.code.findData(default_code().id))
        self.starts, self.strands = QComboBox(), QComboBox()
        for start, words in _STARTS:
            self.starts.addItem(_(words), start.value)
        for strands, words in _STRANDS:
            self.strands.addItem(_(words), strands)
        self.nested = QCheckBox(_("&Nested ones too"))
        self.nested.setToolTip(_("A frame from every start codon, not only the longest one"))
        self.partial = QCheckBox(_("C&ut off by the ends too"))
        self.partial.setToolTip(_("Frames whose beginning or end lies beyond the sequence"))
        self.circular = QCheckBox(_("C&ircular molecule"))
        self.circular.setToolTip(_("Read on from the last residue to the first"))
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        size = self.progress.sizePolicy()
        size.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(size)
        self.progress.hide()
        self.model = OpenFramesTable()
        self.model.setParent(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(_("Open reading frames"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(LENGTH, Qt.SortOrder.DescendingOrder)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(PROTEIN, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate((210, 120, 110)):
            head.resizeSection(column, width)
        self.proteins = QCheckBox(_("with their &proteins as sequences"))
        self.proteins.setChecked(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.add = self.buttons.addButton(_("&Add as CDS"), role)

    def _lay_out(self) -> None:
        left, right = QFormLayout(), QFormLayout()
        for form, rows in (
            (left, ((_("&Genetic code:"), self.code), (_("&Begins with:"), self.starts))),
            (right, ((_("At &least, amino acids:"), self.minimum), (_("&Strands:"), self.strands))),
        ):
            form.setHorizontalSpacing(16)
            form.setVerticalSpacing(8)
            for words, field in rows:
                label = QLabel(words)
                label.setBuddy(field)
                form.addRow(label, field)
        fields = QHBoxLayout()
        fields.setSpacing(24)
        fields.addLayout(left, 1)
        fields.addLayout(right)
        boxes = QHBoxLayout()
        boxes.setSpacing(24)
        for box in (self.nested, self.partial, self.circular):
            boxes.addWidget(box)
        boxes.addStretch(1)
        last = QHBoxLayout()
        last.addWidget(self.proteins)
        last.addWidget(self.buttons, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(fields)
        column.addLayout(boxes)
        column.addWidget(self.words)
        column.addWidget(self.progress)
        column.addWidget(self.table, 1)
        column.addLayout(last)
        self.add.setDefault(True)

    def _connect(self) -> None:
        self.minimum.valueChanged.connect(lambda _value: self._timer.start())
        for combo in (self.code, self.starts, self.strands):
            combo.currentIndexChanged.connect(lambda _index: self._timer.start())
        for box in (self.nested, self.partial, self.circular):
            box.toggled.connect(lambda _on: self._timer.start())
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.table.selectionModel().currentRowChanged.connect(
            lambda now, _old: self._show(now.row())
        )
        self.table.clicked.connect(lambda index: self._show(index.row()))
        self.add.clicked.connect(self._add)
        self.buttons.rejected.connect(self.reject)
        self._desk.signal.changed.connect(self._changed)
        self._desk.signal.busy_changed.connect(self._show_possible)

    @property
    def search(self) -> Search:
        """What is looked for now."""
        code = genetic_code(int(self.code.currentData())) or default_code()
        circular = self.circular.isChecked()
        self.partial.setEnabled(not circular)
        return Search(
            code,
            self.minimum.value(),
            Starts(self.starts.currentData()),
            tuple(self.strands.currentData()),
            self.nested.isChecked(),
            self.partial.isChecked() and not circular,
            circular,
        )

    # Searching ---------------------------------------------------------------------------------

    def look(self) -> None:
        """Search anew, beside the window."""
        self._timer.stop()
        self._stop()
        document, search, sequence_id = self._desk.document, self.search, self._id

        def work(job: Job) -> list[OpenFrame]:
            reader = document.reader()
            try:
                letters = reader.sequence(sequence_id).residues.text()
            finally:
                reader.connection.close()
            return list(islice(open_frames(letters, search, job.check), MOST + 1))

        def show(found: list[OpenFrame]) -> None:
            if self._job is job:
                self._job = None
                self._show_found(found, search)

        self.words.setText(_("Searching …"))
        job = self._job = self._desk.runner.start(work, on_done=show, is_quiet=True)
        self._ticks.start()

    def _show_found(self, found: list[OpenFrame], search: Search) -> None:
        self._show_progress()
        if self._id not in self._desk.document.order:
            return
        sequence = self._desk.document.sequence(self._id)
        taken = frozenset(f.location for f in sequence.features if f.key == "CDS")
        self.model.show_frames(found[:MOST], sequence.residues, search, taken)
        words = ngettext(
            "{count} open reading frame. A click selects its residues.",
            "{count} open reading frames. A click selects their residues.",
            len(found),
        )
        if len(found) > MOST:
            words = N_("More than {count} open reading frames; the first ones are listed.")
            words = _(words)
        self.words.setText(fill(words, {"count": count_text(min(len(found), MOST))}))
        self._show_possible()

    def _show_progress(self) -> None:
        if self._job is None:
            self._ticks.stop()
            self.progress.hide()
            return
        self.progress.setRange(0, 0)
        self.progress.show()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._show_progress()

    def _changed(self, change: Change) -> None:
        if self._id not in self._desk.document.order:
            self.reject()
        elif self._id in change.sequence_ids:
            self._timer.start()

    # Choosing ----------------------------------------------------------------------------------

    def selected(self) -> list[OpenFrame]:
        """Return the frames of the selected rows that are no CDS yet, as the molecule has them."""
        rows = self.table.selectionModel().selectedRows()
        frames = (self.model.frame(index.row()) for index in rows)
        return sorted(
            (one for one in frames if not self.model.is_taken(one)), key=lambda f: f.pieces[0]
        )

    def _selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self._show_possible()

    def _show_possible(self, *_told: object) -> None:
        count = len(self.selected())
        words = ngettext("&Add {count} CDS", "&Add {count} CDS", count)
        self.add.setText(fill(words, {"count": count_text(count)}) if count else _("&Add as CDS"))
        self.add.setEnabled(count > 0 and self._desk.signal.is_editable and self._job is None)

    def _show(self, row: int) -> None:
        """Select the residues of a row in the window behind."""
        if not 0 <= row < self.model.rowCount() or self._job is not None:
            return
        frame = self.model.frame(row)
        if self._desk.editor.sequence_id != self._id:
            self._desk.project.show_sequence(self._id)
        pieces = frame.pieces
        first, last = pieces[0] if len(pieces) == 1 else pieces[0 if frame.strand == FORWARD else 1]
        self._desk.editor.residues.select(first, last)

    def _add(self) -> None:
        code = int(self.code.currentData())
        readings = tuple(Reading(f.location, code, f.codon_start) for f in self.selected())
        if readings and self.add.isEnabled():
            self.chosen.emit(Found(self._id, readings, self.proteins.isChecked()))

    def done(self, result: int) -> None:
        """Stop searching and close."""
        self._timer.stop()
        self._stop()
        super().done(result)
