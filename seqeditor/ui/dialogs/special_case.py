"""What the dialogs for special cases of the standard share: fields, what will be written, a button.

Every choice is planned at once and shown; nothing is written before the button is pressed.
"""

from __future__ import annotations

from collections.abc import Sequence as Several
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from seqeditor.app.before_after import Difference, Fate, Subject, differences
from seqeditor.app.document import Change
from seqeditor.domain.sequence import Sequence
from seqeditor.rules.finding import Level
from seqeditor.texts import _, fill
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.qt.icons import level_icon

_DELAY = 80
_AT_ONCE, _FEATURES_AT_ONCE = 100_000, 200
"""Residues and features for which a plan takes no time that is felt."""
_MOST_SHOWN = 500
_LEFT_TO_RIGHT, _FIRST_STRONG, _END = "\u2066", "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is chosen now would write: the sequence as it becomes, and sequences that are added.

    `problems` are worded already; with one of them nothing is written. `words` say more.
    """

    sequence: Sequence | None = None
    added: tuple[Sequence, ...] = ()
    problems: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be written: to the sequence with this permanent id, and as new sequences."""

    id: int
    label: str
    sequence: Sequence | None
    added: tuple[Sequence, ...] = ()


class SpecialCaseDialog(Dialog):
    """Not modal. `chosen(Chosen)` when the plan is to be written; then it closes."""

    chosen = Signal(object)
    label = ""
    """The label of the step, a message id."""

    def __init__(self, desk: Desk, sequence_id: int, title: str, said: str, button: str) -> None:
        """All texts are worded already; `said` is what the standard asks for, and where."""
        super().__init__(desk.widget)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = desk
        self._id = sequence_id
        self.sequence = desk.document.sequence(sequence_id)
        number = desk.document.number(sequence_id)
        self.setWindowTitle(fill(_("{title} – SEQ ID NO {n}"), {"title": title, "n": number}))
        self.plan = Plan()
        self._is_laid_out = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._timer.timeout.connect(self.look)
        self._make_result(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(12)
        self.explanation = QLabel(said)
        self.explanation.setWordWrap(True)
        self.explanation.setTextFormat(Qt.TextFormat.PlainText)
        self._column.addWidget(self.explanation)

    def _make_result(self, button: str) -> None:
        self.preview = QTreeWidget()
        self.preview.setColumnCount(4)
        self.preview.setHeaderLabels(
            [_("Change"), _("Feature key"), _("Location"), _("Qualifiers")]
        )
        self.preview.setRootIsDecorated(False)
        self.preview.setUniformRowHeights(True)
        self.preview.setAlternatingRowColors(True)
        self.preview.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.preview.setMinimumHeight(140)
        header = self.preview.header()
        for column in range(3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.sign, self.words = QLabel(), QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.words.setMinimumHeight(3 * self.words.fontMetrics().lineSpacing())
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(button, QDialogButtonBox.ButtonRole.AcceptRole)

    def finish(self) -> None:
        """Lay out what stands below the fields and show the first plan."""
        label = QLabel(_("What will be &written:"))
        label.setBuddy(self.preview)
        self._column.addWidget(label)
        self._column.addWidget(self.preview, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self._column.addLayout(row)
        self._column.addWidget(self.buttons)
        self.go.setDefault(True)
        self.buttons.accepted.connect(self._choose)
        self.buttons.rejected.connect(self.reject)
        # Methods, not lambdas: Qt lets go of those when the dialog is deleted.
        self.desk.signal.changed.connect(self._document_changed)
        self.desk.signal.busy_changed.connect(self._busy_changed)
        self._is_laid_out = True
        self.look()

    # What the dialogs fill in ------------------------------------------------------------------

    def add(self, part: QWidget) -> None:
        """Put a part of the form below those before."""
        self._column.addWidget(part)

    def make_plan(self) -> Plan:
        """Return what is chosen now would write."""
        raise NotImplementedError

    def sequence_changed(self) -> None:
        """Take note that the sequence was edited elsewhere."""

    # Looking and writing -----------------------------------------------------------------------

    @property
    def place(self) -> int:
        """The permanent id of the sequence that this is about."""
        return self._id

    def ask(self) -> None:
        """Plan anew: at once, or of a long sequence a moment after the last change."""
        if not self._is_laid_out:
            return
        if self.sequence.length <= _AT_ONCE and len(self.sequence.features) <= _FEATURES_AT_ONCE:
            self.look()
        else:
            self._timer.start()
            self.go.setEnabled(self.desk.document.is_editable)  # pressed, it plans first

    def look(self) -> None:
        """Plan anew now and show it."""
        self._timer.stop()
        self.plan = self.make_plan()
        self._show_rows()
        level = Level.ERROR if self.plan.problems else Level.INFO
        words = [*self.plan.problems, *self.plan.words]
        self.words.setText("\n".join(words))
        self.sign.setPixmap(level_icon(level, self.palette()).pixmap(20, 20))
        self.sign.setVisible(bool(words))
        self._show_possible()

    def _show_rows(self) -> None:
        self.preview.clear()
        if self.plan.problems:
            return
        new = self.plan.sequence
        rows = differences(self.sequence, new) if new is not None else []
        items = [QTreeWidgetItem(_cells(one)) for one in rows[:_MOST_SHOWN]]
        items += [QTreeWidgetItem(_added(one)) for one in self.plan.added[:_MOST_SHOWN]]
        if len(rows) > _MOST_SHOWN:
            items.append(QTreeWidgetItem(["…"]))
        height = self.preview.fontMetrics().height() + 6  # signs of direction make rows too low
        for item in items:
            item.setToolTip(3, item.text(3))
            item.setSizeHint(0, QSize(0, height))
        self.preview.addTopLevelItems(items)

    def _is_something(self) -> bool:
        plan = self.plan
        changed = plan.sequence is not None and plan.sequence != self.sequence
        return not plan.problems and (changed or bool(plan.added))

    def _show_possible(self) -> None:
        self.go.setEnabled(self._is_something() and self.desk.document.is_editable)

    def _busy_changed(self, _busy: bool) -> None:
        self._show_possible()

    def _document_changed(self, _change: Change) -> None:
        if self._id not in self.desk.document.order:
            self.reject()
            return
        new = self.desk.document.sequence(self._id)
        if new != self.sequence:
            self.sequence = new
            self.sequence_changed()
            self.ask()

    def _choose(self) -> None:
        self.look()
        if self.go.isEnabled():
            self.chosen.emit(Chosen(self._id, self.label, self.plan.sequence, self.plan.added))
            self.accept()

    def done(self, result: int) -> None:
        """Plan nothing more."""
        self._timer.stop()
        super().done(result)

    def selected(self) -> tuple[int, int] | None:
        """Return the residues selected in the window behind, None for none."""
        editor = self.desk.editor
        if editor.sequence_id != self._id or editor.residues.selection.is_empty:
            return None
        return editor.residues.selection.start, editor.residues.selection.end


def left_to_right(field: QLineEdit | QPlainTextEdit) -> None:
    """Let residues and positions be written from left to right in every language."""
    field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    if isinstance(field, QPlainTextEdit):
        field.setTabChangesFocus(True)
        option = field.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        field.document().setDefaultTextOption(option)


def isolated(text: object) -> str:
    """Return positions, letters or names of the standard so that they keep their direction."""
    return f"{_LEFT_TO_RIGHT}{text}{_END}"


def shortened(texts: Several[str], most: int = 5) -> list[str]:
    """Return the first texts, and a sign when there are more."""
    return [*texts[:most], *(["…"] if len(texts) > most else [])]


def _cells(one: Difference) -> list[str]:
    fate = {
        Fate.NEW: _("new"),
        Fate.CHANGED: _("changed"),
        Fate.MOVED: _("moved"),
        Fate.GONE: _("removed"),
    }[one.fate]
    if one.subject is Subject.MOLTYPE:
        return [fate, _("Molecule type"), "", isolated(one.text)]
    if one.subject is Subject.RESIDUES:
        return [fate, _("Residues"), "", ""]
    return [fate, isolated(one.key), isolated(one.location), f"{_FIRST_STRONG}{one.text}{_END}"]


def _added(one: Sequence) -> list[str]:
    letters = one.residues.text(1, 60)
    shown = letters + "…" * (one.length > len(letters))
    words = fill(_("{moltype}, {length}"), {"moltype": one.moltype, "length": one.length})
    return [_("new"), _("Sequence"), words, f"{one.name}  {isolated(shown)}".strip()]
