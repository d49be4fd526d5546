"""Finds a fragment or motif in residues and translations; the hits stand in the results below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
)

from seqeditor.app.jobs import Job
from seqeditor.app.motifs import (
    MOST,
    Found,
    Kind,
    MotifHit,
    Wish,
    add_features,
    check_motif,
    find_motif,
)
from seqeditor.domain.motif import MotifError
from seqeditor.domain.number_ranges import NumbersError
from seqeditor.texts import N_, _, fill, ngettext
from seqeditor.ui.actions.bulk import run_edit
from seqeditor.ui.actions.typing import finish_typing
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.dialogs.scope import ALL, ScopeBox
from seqeditor.ui.models.hits_table import HitColumn, HitList
from seqeditor.ui.panels.filter_words import numbers_fault
from seqeditor.ui.panels.search_results import SearchResults
from seqeditor.ui.qt.locale import count_text
from seqeditor.ui.qt.typed_text import brief
from seqeditor.vocabulary.features import feature_keys
from seqeditor.vocabulary.genetic_codes import genetic_codes

_KINDS = (
    (Kind.NUCLEOTIDES, N_("Nucleotides in DNA and RNA")),
    (Kind.AMINO_ACIDS, N_("Amino acids in AA sequences")),
    (Kind.SIX_FRAMES, N_("Amino acids in translations, all frames")),
    (Kind.CODING, N_("Amino acids in translations of CDS")),
)
_EXAMPLES = {
    Kind.NUCLEOTIDES: N_("gaattc, or with ambiguity symbols: ggtnacc; repeats: n(5,8)"),
    Kind.AMINO_ACIDS: N_("N-{P}-[ST], or with X for any: RGDX(2)S"),
}


@dataclass
class Asked:
    """What was asked for last, to be offered again."""

    wish: Wish = Wish("")  # noqa: RUF009 - frozen
    note: str = ""


class MotifDialog(Dialog):
    """Not modal."""

    def __init__(self, desk: Desk, results: SearchResults, asked: Asked) -> None:
        super().__init__(desk.widget)
        self.setWindowTitle(_("Find a fragment or motif"))
        self._desk = desk
        self._results = results
        self._asked = asked
        self._job: Job | None = None
        self._make_fields()
        self._lay_out()
        self._connect()
        self._ticks = QTimer(self)
        self._ticks.setInterval(100)
        self._ticks.timeout.connect(self._show_progress)
        self._show_fields()

    def _make_fields(self) -> None:
        wish = self._asked.wish
        self.motif = QLineEdit(wish.motif)
        self.motif.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.motif.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.kind, self.code = QComboBox(), QComboBox()
        for kind, words in _KINDS:
            self.kind.addItem(_(words), kind)
        self.kind.setCurrentIndex(self.kind.findData(wish.kind))
        for code in genetic_codes():
            self.code.addItem(f"\u2066{code.id}  {code.name}\u2069", code.id)
        self.code.setCurrentIndex(max(self.code.findData(wish.code), 0))
        self.both, self.circular = QCheckBox(_("&Both strands")), QCheckBox(_("&Circular"))
        self.both.setChecked(wish.both_strands)
        self.circular.setChecked(wish.circular)
        self.circular.setToolTip(_("A hit may go from the end on at the beginning"))
        self.scope = ScopeBox(self._desk.project, self._desk.signal)
        self.scope.choose(ALL)
        self.example, self.words = QLabel(), QLabel()
        self.example.setForegroundRole(self.example.foregroundRole())
        for label in (self.example, self.words):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.hide()

    def _lay_out(self) -> None:
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(8)
        for words, field in (
            (_("&Motif:"), self.motif),
            ("", self.example),
            (_("&Look for:"), self.kind),
            (_("&Genetic code:"), self.code),
            ("", self.both),
            ("", self.circular),
            (_("&Sequences:"), self.scope),
        ):
            label = QLabel(words)
            label.setBuddy(field)
            self.form.addRow(label, field)
        self.buttons = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        self.find_button = self.buttons.addButton(_("&Find"), roles.AcceptRole)
        self.find_button.setDefault(True)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(self.form)
        for widget in (self.words, self.progress, self.buttons):
            column.addWidget(widget)
        self.setMinimumWidth(520)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _index: self._show_fields())
        self.motif.textChanged.connect(lambda _text: self._check())
        self.buttons.accepted.connect(self.find_now)
        self.buttons.rejected.connect(self.close)

    def _show_fields(self) -> None:
        kind = self.kind.currentData()
        frames = kind is Kind.SIX_FRAMES
        self.form.setRowVisible(self.code, frames)
        self.form.setRowVisible(self.both, frames or kind is Kind.NUCLEOTIDES)
        self.form.setRowVisible(self.circular, frames or kind is Kind.NUCLEOTIDES)
        example = _EXAMPLES[Kind.NUCLEOTIDES if kind is Kind.NUCLEOTIDES else Kind.AMINO_ACIDS]
        self.example.setText(_(example))
        self._check()

    def offer(self, letters: str, moltype: str) -> None:
        """Put residues into the fields."""
        kind = Kind.AMINO_ACIDS if moltype == "AA" else Kind.NUCLEOTIDES
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.motif.setText(letters)
        self.motif.selectAll()

    @property
    def wish(self) -> Wish:
        """What is looked for."""
        return Wish(
            self.motif.text(),
            self.kind.currentData(),
            self.both.isChecked(),
            self.circular.isChecked(),
            self.code.currentData(),
        )

    def _check(self) -> bool:
        try:
            check_motif(self.wish)
        except MotifError as error:
            self.words.setText(motif_fault(error) if self.motif.text().strip() else "")
            self.find_button.setEnabled(False)
            return False
        self.words.clear()
        self.find_button.setEnabled(self._job is None)
        return True

    # Finding -----------------------------------------------------------------------------------

    def find_now(self) -> None:
        """Look for the motif, beside the window."""
        if not self._check() or self._job is not None:
            return
        try:
            ids = self.scope.ids()
        except NumbersError as error:
            self.words.setText(numbers_fault(error))
            return
        finish_typing(self._desk.widget)
        document, wish = self._desk.document, self.wish

        def work(job: Job) -> Found:
            reader = document.reader()
            try:
                return find_motif(reader, ids, wish, job)
            finally:
                reader.connection.close()

        def show(found: Found) -> None:
            if self._job is job:
                self._show_found(found)

        def stopped() -> None:
            if self._job is job:
                self._end_job()
                self.words.setText(_("The search was stopped."))

        job = self._job = self._desk.runner.start(work, on_done=show, on_cancelled=stopped)
        self.find_button.setEnabled(False)
        self._ticks.start()

    def _show_found(self, found: Found) -> None:
        self._end_job()
        self.words.setText(found_words(found))
        self._results.show_found(
            HitList(found.hits, columns(self._desk)),
            lambda: found_words(found),
            self.ask_features,
            lambda: _("&Add as features…"),
        )
        self._results.go_to(0)
        self.activateWindow()
        self.motif.setFocus()

    def _show_progress(self) -> None:
        if self._job is not None:
            self.progress.setRange(0, self._job.total)
            self.progress.setValue(self._job.done)
            self.progress.show()

    def _end_job(self) -> None:
        self._job = None
        self._ticks.stop()
        self.progress.hide()
        self._check()

    def ask_features(self, hits: list[MotifHit]) -> None:
        """Ask which features the hits become."""
        if hits and self._desk.signal.is_editable:
            AddHitsDialog(self._desk, hits, self._asked).open()

    def done(self, result: int) -> None:
        """Stop looking, and remember what was asked for."""
        if self._job is not None:
            self._job.cancel()
            self._end_job()
        self._asked.wish = self.wish
        super().done(result)


class AddHitsDialog(Dialog):
    """Asks for the feature key of hits, for nucleotides and for amino acids."""

    def __init__(self, desk: Desk, hits: list[MotifHit], asked: Asked) -> None:
        super().__init__(desk.widget)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Add the hits as features"))
        self._desk = desk
        self._hits = hits
        self._asked = asked
        wanted = dict.fromkeys(hit.sequence_id for hit in hits)
        moltypes = {row.moltype for row in desk.document.rows_of(wanted)}
        self.nucleotide = _keys("DNA", "misc_feature")
        self.amino = _keys("AA", "REGION")
        self.note = QLineEdit(asked.note)
        words = ngettext(
            "{count} hit becomes a feature with this key.",
            "{count} hits become features with this key.",
            len(hits),
        )
        head = QLabel(fill(words, {"count": count_text(len(hits))}))
        head.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for text, field in (
            (_("Feature key in &nucleotides:"), self.nucleotide),
            (_("Feature key in &amino acids:"), self.amino),
            (_("N&ote, may be left out:"), self.note),
        ):
            label = QLabel(text)
            label.setBuddy(field)
            form.addRow(label, field)
        form.setRowVisible(self.nucleotide, bool(moltypes - {"AA"}))
        form.setRowVisible(self.amino, "AA" in moltypes)
        buttons = QDialogButtonBox()
        self.go = buttons.addButton(_("&Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._add)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addLayout(form)
        column.addWidget(buttons)
        self.setMinimumWidth(420)

    def _add(self) -> None:
        document, hits = self._desk.document, self._hits
        nucleotide = self.nucleotide.currentText()
        keys = {"DNA": nucleotide, "RNA": nucleotide, "AA": self.amino.currentText()}
        note = self._asked.note = self.note.text()
        self.accept()
        finish_typing(self._desk.widget)
        run_edit(self._desk, len(hits), lambda job: add_features(document, hits, keys, note, job))


def columns(desk: Desk) -> tuple[HitColumn, ...]:
    """Return how hits of a motif are shown."""
    number = desk.document.number
    signs = {1: "+", -1: "\N{MINUS SIGN}", 0: "±"}

    def names(hit: Any) -> str:
        rows = desk.document.rows_of([hit.sequence_id])
        return rows[0].name or rows[0].organism if rows else ""

    return (
        HitColumn(N_("SEQ ID NO"), lambda hit: number(hit.sequence_id), to_end=True),
        HitColumn(N_("Location"), lambda hit: str(hit.location), fixed=True),
        HitColumn(N_("Strand"), lambda hit: signs[hit.strand], fixed=True),
        HitColumn(N_("Frame"), lambda hit: str(hit.frame or ""), fixed=True),
        HitColumn(N_("Match"), lambda hit: str(hit.match), fixed=True, wide=True),
        HitColumn(N_("Sequence"), names, wide=True),
    )


def found_words(found: Found) -> str:
    """Return how many hits there are, and in how many sequences."""
    count = len(found.hits)
    if found.is_cut:
        most = {"most": count_text(MOST)}
        return fill(_("More than {most} hits; these are the first. Make the motif longer."), most)
    if not count:
        return _("The motif was not found.")
    hits = fill(ngettext("{count} hit", "{count} hits", count), {"count": count_text(count)})
    words = ngettext("{hits} in {count} sequence.", "{hits} in {count} sequences.", found.sequences)
    return fill(words, {"hits": hits, "count": count_text(found.sequences)})


def motif_fault(error: MotifError) -> str:
    """Return what cannot be read in a motif."""
    if not error.args[0]:
        return _("There is nothing to find in this motif.")
    return fill(_("“{part}” cannot be read in a motif."), {"part": brief(error.args[0])})


def _keys(moltype: str, usual: str) -> QComboBox:
    box = QComboBox()
    names: Iterable[str] = (one.name for one in feature_keys(moltype))
    box.addItems(sorted((n for n in names if n != "source"), key=str.casefold))
    box.setCurrentText(usual)
    return box
