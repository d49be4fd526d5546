"""What the dialogs for modified residues share: preview, paragraph, the verdict of the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from seqeditor.app.modifying_many import Plan
from seqeditor.app.residue_positions import NOTHING, PositionsError
from seqeditor.app.verdict import Verdict, verdict
from seqeditor.domain.edits.modifications import Modification, modified
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.rules.finding import Finding, Level
from seqeditor.rules.wording import sentence
from seqeditor.texts import N_, Catalogue, _, fill, language, ngettext
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.dialogs.report_table import ReportTable
from seqeditor.ui.qt.colours import faint_text
from seqeditor.ui.qt.document_signal import DocumentSignal
from seqeditor.ui.qt.icons import icon, level_icon
from seqeditor.ui.qt.typed_text import brief

_DELAY = 80
_MOST_SHOWN = 200
_MOST_SAID = 3
_HEADS = (N_("Feature key"), N_("Location"), N_("Qualifiers"))


@dataclass(frozen=True, slots=True)
class Written:
    """What is to be written. `instead_of`: the address of the feature that is changed, or 0.

    `label` is the message id of the step for one feature, `many` for several with {count}.
    `plan` says it for another sequence, and raises PositionsError where it cannot be; `others` are
    the sequences to be changed likewise.
    """

    sequence: int
    change: Modification
    instead_of: int
    label: str
    many: str
    plan: Plan
    others: tuple[int, ...] = ()


class ModificationDialog(Dialog):
    """Not modal. `chosen(Written)` when it is to be written; then it closes.

    A dialog of its own kind fills `form` in `make_fields`, says in `plan` what its fields mean,
    and calls `ask` whenever one of them has changed.
    """

    title: ClassVar[str]
    paragraphs: ClassVar[str]
    label: ClassVar[str]
    many: ClassVar[str]
    is_tall: ClassVar[bool] = False
    """Whether a field takes what room there is."""
    chosen = Signal(object)

    def __init__(
        self, parent: QWidget, signal: DocumentSignal, sequence_id: int, instead_of: int = 0
    ) -> None:
        """`instead_of`: the permanent address of a feature whose values are shown, to change it."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._signal, self._id, self._ref = signal, sequence_id, instead_of
        self.sequence: Sequence = signal.document.sequence(sequence_id)
        number = signal.document.number(sequence_id)
        words = _("{title} – SEQ ID NO {n}")
        self.setWindowTitle(fill(words, {"title": _(self.title), "n": number}))
        self._others: tuple[int, ...] = ()
        self._change = Modification()
        self._right = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._timer.timeout.connect(self.look)
        self._make_result()
        self._lay_out()
        feature = self._feature
        if feature is not None:
            self.show_feature(feature)
        signal.changed.connect(self._document_changed)
        signal.busy_changed.connect(self._offer)
        self.look()

    # What a kind of dialog says ----------------------------------------------------------------

    def make_fields(self, form: QFormLayout) -> None:
        """Put the fields into the form."""
        raise NotImplementedError

    def plan(self) -> Plan:
        """Return what says for a sequence what the fields ask for; it may raise PositionsError."""
        raise NotImplementedError

    def remarks(self) -> Iterable[str]:
        """Yield what should be known besides, worded; nothing is refused for it."""
        return ()

    def show_feature(self, feature: Feature) -> None:
        """Show the values of a feature that is to be changed."""
        raise NotImplementedError

    def set_selection(self, start: int, end: int) -> None:
        """Take note of what is selected among the residues."""

    def begin(self) -> None:
        """Put the cursor to the first field that there is something to say in."""

    def set_others(self, ids: tuple[int, ...]) -> None:
        """Offer to change these sequences likewise; those selected beside the one shown."""
        self._others = () if self._ref else ids
        self.everywhere.setVisible(bool(self._others))
        if not self._others:
            self.everywhere.setChecked(False)
        count = len(self._others)
        words = ngettext(
            "Write it in the &other selected sequence too",
            "Write it in the {count} &other selected sequences too",
            count,
        )
        self.everywhere.setText(fill(words, {"count": count}))

    # Parts -------------------------------------------------------------------------------------

    @property
    def place(self) -> tuple[int, int]:
        """The sequence and the address of the feature that this is about."""
        return self._id, self._ref

    @property
    def _feature(self) -> Feature | None:
        found = (f for f in self.sequence.features if self._ref and f.ref == self._ref)
        return next(found, None)

    def _make_result(self) -> None:
        self.paragraph = _words(_(self.paragraphs))
        palette = self.paragraph.palette()
        palette.setColor(self.paragraph.foregroundRole(), faint_text(palette))
        self.paragraph.setPalette(palette)
        self.table = ReportTable(_("What will be written"), _HEADS, wide=[2])
        self.table.setMinimumHeight(5 * self.fontMetrics().lineSpacing())
        self.letters = _words("")
        self.sign = QLabel()
        self.words = _words("")
        self.words.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.words.setAccessibleName(_("What the rules say"))
        self.everywhere = QCheckBox()
        self.everywhere.hide()
        self.everywhere.toggled.connect(lambda _on: self._offer())
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.buttons.accepted.connect(self._take)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form = form
        self.make_fields(form)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.words, 1)
        head = QLabel(_("What &will be written:"))
        head.setBuddy(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(form, 1 if self.is_tall else 0)
        if self.is_tall:
            self.table.setMaximumHeight(9 * self.fontMetrics().lineSpacing())
        column.addWidget(self.paragraph)
        column.addWidget(head)
        column.addWidget(self.table, 0 if self.is_tall else 1)
        column.addWidget(self.letters)
        column.addLayout(said)
        column.addWidget(self.everywhere)
        column.addWidget(self.buttons)
        self.resize(640, 640 if self.is_tall else 480)

    def row(self, words: str, field: QWidget) -> None:
        """Add a field with its words to the form."""
        label = QLabel(words)
        label.setBuddy(field)
        self.form.addRow(label, field)

    # Trying out --------------------------------------------------------------------------------

    def ask(self) -> None:
        """Look again soon: a field has changed."""
        self._timer.start()

    def _document_changed(self, *_told: object) -> None:
        document = self._signal.document
        if self._id not in document.order:
            self.reject()
            return
        before, self.sequence = self.sequence, document.sequence(self._id)
        kind = (self.sequence.moltype == "AA") == (before.moltype == "AA")
        if not kind or self.sequence.is_skipped or (self._ref and self._feature is None):
            self.reject()
            return
        self.ask()

    def look(self) -> None:
        """Show what the fields ask for now, and what the rules would say of it."""
        self._timer.stop()
        try:
            self._change = self.plan()(self.sequence)
        except PositionsError as error:
            self._change, self._right = Modification(), False
            self._show_rows()
            level = Level.INFO if error.message == NOTHING else Level.ERROR
            self._say(fill(_(error.message), _isolated(error.parameters)), level)
        else:
            self._right = bool(self._change.features)
            self._show_rows()
            self._judge()
        self._offer()

    def _judge(self) -> None:
        if not self._right:
            self._say(_("Nothing is chosen yet."), Level.INFO)
            return
        after = modified(self.sequence, self._change, self._ref)
        remarks = [*self._crowded(after), *self.remarks()]
        if after is self.sequence:
            self._right = False
            self._say(_("The sequence says this already."), Level.INFO)
            return
        found = verdict(
            self.sequence,
            after,
            self._signal.document.header,
            number=self._signal.document.number(self._id),
            profile=self._signal.validation.profile,
        )
        if any(one.level is Level.ERROR for one in found.new):
            self._right = False  # what is certainly wrong is mended here and not afterwards
        told = _told(found, said_otherwise=bool(remarks))
        self._say("\n".join([*remarks, *told]), _level(found, remarks))

    def _crowded(self, after: Sequence) -> Iterator[str]:
        """Tell of places that have a feature of the same key already, saying something else."""
        there = {(f.key, f.location) for f in self.sequence.features if f.ref != self._ref}
        new = () if self._ref else after.features[len(self.sequence.features) :]
        found = [one.location for one in new if (one.key, one.location) in there]
        if found:
            shown = ", ".join(found[:5]) + (" …" if len(found) > 5 else "")
            words = _("There is a feature of this key at {places} already; both will stay.")
            yield fill(words, {"places": f"\u2066{shown}\u2069"})

    def _say(self, words: str, level: Level | None) -> None:
        self.words.setText(words)
        sign = level_icon(level, self.palette()) if level else icon("check", self.palette())
        self.sign.setPixmap(sign.pixmap(20, 20))

    def _show_rows(self) -> None:
        features = self._change.features
        rows = [_cells(one) for one in features[:_MOST_SHOWN]]
        if len(features) > _MOST_SHOWN:
            left = len(features) - _MOST_SHOWN
            words = ngettext("and {count} more feature", "and {count} more features", left)
            rows.append(("", "", fill(words, {"count": left})))
        self.table.fill(rows)
        changed = self._change.residues
        self.letters.setVisible(bool(changed))
        self.letters.setText(self._letters_said() if changed else "")

    def _letters_said(self) -> str:
        changed = self._change.residues
        shown = [
            f"\u2066{at} {self.sequence.residues.text(at, at)} → {one}\u2069"
            for at, one in changed[:12]
        ]
        if len(changed) > len(shown):
            shown.append("…")
        words = ngettext(
            "Residue symbol that changes: {shown}",
            "Residue symbols that change: {shown}",
            len(changed),
        )
        return fill(words, {"shown": ", ".join(shown)})

    def _offer(self, *_told: object) -> None:
        count = len(self._change.features)
        if self._ref:
            words = _("Chan&ge")
        elif self.everywhere.isChecked():
            words = _("&Add features")
        else:
            words = fill(ngettext("&Add feature", "&Add {count} features", count), {"count": count})
        self.go.setText(words)
        self.go.setEnabled(self._right and self._signal.is_editable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter, typed right after a name, find the button as it should be by now."""
        if self._timer.isActive() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.look()
        super().keyPressEvent(event)

    def _take(self) -> None:
        self.look()
        if self.go.isEnabled():
            others = self._others if self.everywhere.isChecked() else ()
            written = Written(
                self._id, self._change, self._ref, self.label, self.many, self.plan(), others
            )
            self.chosen.emit(written)
            self.accept()


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _isolated(parameters: dict[str, str | int]) -> dict[str, str | int]:
    return {name: f"\u2066{brief(value)}\u2069" for name, value in parameters.items()}


def _cells(feature: Feature) -> tuple[str, str, str]:
    said = "; ".join(f"{q.name}: {q.value}" for q in feature.qualifiers)
    return f"\u2066{feature.key}\u2069", f"\u2066{feature.location}\u2069", f"\u2066{said}\u2069"


def _told(found: Verdict, *, said_otherwise: bool) -> list[str]:
    if not found.checked:
        return [_("The sequence is long; the rules check it once this is written.")]
    if not found.new:
        return [] if said_otherwise else [_("The rules find nothing wrong with it.")]
    catalogue = Catalogue(language())
    said = list(dict.fromkeys(sentence(one, catalogue) for one in _gravest_first(found.new)))
    if len(said) > _MOST_SAID:
        left = len(said) - _MOST_SAID + 1
        words = ngettext("and {count} more finding", "and {count} more findings", left)
        said = [*said[: _MOST_SAID - 1], fill(words, {"count": left})]
    return said


def _gravest_first(found: Iterable[Finding]) -> list[Finding]:
    order = tuple(Level)
    return sorted(found, key=lambda one: order.index(one.level))


def _level(found: Verdict, remarks: list[str]) -> Level | None:
    if found.new:
        return _gravest_first(found.new)[0].level
    return Level.WARNING if remarks else None if found.checked else Level.INFO
