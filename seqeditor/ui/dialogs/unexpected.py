"""The dialog for an error nobody has foreseen: says that the work is safe, gives the details."""

from __future__ import annotations

import platform
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from seqeditor import __version__
from seqeditor.texts import _
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.dialogs.faults import words_for
from seqeditor.ui.dialogs.message import Icon, show_message


class UnexpectedDialog(Dialog):
    """Shows what happened, to be copied into a report."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("An unexpected error"))
        text = QLabel(
            _(
                "Something went wrong that the program did not expect. Your work is safe: every "
                "edit is kept in the working copy. If it happens again, please send these details "
                "to whoever looks after the program. They hold no residues."
            )
        )
        text.setWordWrap(True)
        self.details = QPlainTextEdit(details)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(_("Details"))
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(_("Copy the details"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (text, self.details, buttons):
            column.addWidget(widget)
        self.resize(640, 360)


def details_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Return versions and the places in the code that led to an error."""
    versions = (
        f"seqeditor {__version__}, Python {platform.python_version()}, Qt {qVersion()},"
        f" {platform.platform()}"
    )
    return versions + "\n\n" + "".join(traceback.format_exception(kind, error, trace))


_shown: list[QDialog] = []


def show_unexpected(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Show an error nobody has foreseen, once at a time, and write it to the terminal too."""
    if issubclass(kind, KeyboardInterrupt):
        # Ctrl+C on the terminal: every edit is in the working copy.
        QCoreApplication.quit()
        return
    words = words_for(error)
    if words is not None:
        # A full disk amid an edit, say: known, rolled back, and told in plain words.
        title = _("Nothing was changed.")
        if not _shown:
            parent = QApplication.activeWindow()
            _keep(show_message(parent, title, title, details=words, icon=Icon.Warning))
        return
    details = details_of(kind, error, trace)
    if sys.stderr is not None:
        sys.stderr.write(details)
    if QApplication.instance() is None or _shown:
        return
    dialog = UnexpectedDialog(details, QApplication.activeWindow())
    _keep(dialog)
    dialog.open()


def _keep(dialog: QDialog) -> None:
    """Show no second dialog while this one is on the screen."""
    _shown.append(dialog)
    dialog.finished.connect(lambda _code: _shown.clear())
