"""What Generate is going to write, and what it has written."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from seqeditor.app.generating import Plan
from seqeditor.rules.finding import Level
from seqeditor.texts import N_, _, fill, ngettext
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.qt.icons import icon, level_icon
from seqeditor.ui.qt.locale import count_text, date_text, language_name, moment_text


class PlanDialog(Dialog):
    """Shows a plan before anything is written. `errors_asked`: the errors are to be shown."""

    errors_asked = Signal()

    def __init__(self, plan: Plan, parent: QWidget, *, keeps_snapshots: bool = True) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Generate ST.26 XML"))
        self.keep = QCheckBox(_("&Keep a snapshot as filed"))
        self.keep.setToolTip(
            _(
                "The file is kept in the project byte for byte, and the numbers of its sequences"
                " are frozen."
            )
        )
        self._label = QLineEdit(_today())
        self._label.setAccessibleName(_("Label of the snapshot"))
        self._label.setEnabled(False)
        self.keep.toggled.connect(self._label.setEnabled)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for label, value in _facts(plan):
            words = QLabel(value)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
            form.addRow(_(label), words)
        self.buttons = QDialogButtonBox()
        self._fill_buttons(plan)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addLayout(_verdict(plan))
        column.addLayout(form)
        if keeps_snapshots and not plan.errors:
            row = QHBoxLayout()
            row.addWidget(self.keep)
            row.addWidget(self._label, 1)
            column.addLayout(row)
        column.addWidget(self.buttons)
        self.setMinimumWidth(440)

    @property
    def label(self) -> str | None:
        """The label of the snapshot to be kept, None for no snapshot."""
        return self._label.text() if self.keep.isChecked() else None

    def _fill_buttons(self, plan: Plan) -> None:
        roles = QDialogButtonBox.ButtonRole
        if plan.errors:
            show = self.buttons.addButton(_("&Show errors"), roles.ActionRole)
            show.clicked.connect(self._show_errors)
            show.setDefault(True)
            self.buttons.addButton(QDialogButtonBox.StandardButton.Close)
        else:
            go = self.buttons.addButton(_("&Choose where to save…"), roles.AcceptRole)
            go.setDefault(True)
            self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
            if plan.warnings:
                look = QPushButton(_("Show &warnings"))
                look.clicked.connect(self._show_errors)
                self.buttons.addButton(look, roles.ActionRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _show_errors(self) -> None:
        self.reject()
        self.errors_asked.emit()


def _today() -> str:
    date = date_text(datetime.now())
    return fill(_("As filed on {date}"), {"date": date})


def _verdict(plan: Plan) -> QHBoxLayout:
    level, words = Level.INFO, _("There are no errors and no warnings.")
    if plan.errors:
        level = Level.ERROR
        words = fill(
            ngettext(
                "There is {count} error. A listing with errors is not written.",
                "There are {count} errors. A listing with errors is not written.",
                plan.errors,
            ),
            {"count": count_text(plan.errors)},
        )
    elif plan.warnings:
        level = Level.WARNING
        words = fill(
            ngettext(
                "There are no errors. {count} warning remains; please look at it.",
                "There are no errors. {count} warnings remain; please look at them.",
                plan.warnings,
            ),
            {"count": count_text(plan.warnings)},
        )
    sign, text = QLabel(), QLabel(words)
    good = not plan.errors and not plan.warnings
    sign.setPixmap((icon("check") if good else level_icon(level)).pixmap(24, 24))
    text.setWordWrap(True)
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text, 1)
    return row


def _facts(plan: Plan) -> list[tuple[str, str]]:
    moltypes = ", ".join(
        f"{moltype or '–'} {count_text(count)}" for moltype, count in plan.by_moltype.items()
    )
    languages = ", ".join(f"{language_name(code)} ({code})" for code in plan.languages)
    return [
        (N_("File name:"), plan.file_name),
        (N_("Sequences:"), count_text(plan.total)),
        (N_("By molecule type:"), moltypes or "–"),
        (N_("Intentionally skipped:"), count_text(plan.skipped)),
        (N_("Languages of free text:"), languages),
        (N_("Errors:"), count_text(plan.errors)),
        (N_("Warnings:"), count_text(plan.warnings)),
    ]


class StatementDialog(Dialog):
    """Name, date and size in bytes of the file written, as a filing statement asks for them."""

    def __init__(self, target: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("The sequence listing is written"))
        state = target.stat()
        self.statement = fill(
            _("File name: {name}\nDate of creation: {date}\nSize in bytes: {size}"),
            {
                "name": target.name,
                "date": moment_text(datetime.fromtimestamp(state.st_mtime)),
                "size": str(state.st_size),
            },
        )
        head = QLabel(_("The ST.26 XML was written:"))
        text = QLabel(self.statement)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        folder = QLabel(fill(_("Folder: {folder}"), {"folder": str(target.parent)}))
        folder.setTextFormat(Qt.TextFormat.PlainText)
        folder.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(_("&Copy the statement"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.statement))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (head, text, folder, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(420)


def show_statement(parent: QWidget, target: Path) -> None:
    """Show what was written without stopping the window."""
    StatementDialog(target, parent).open()
