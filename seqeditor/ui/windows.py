"""All windows of one start: which there are, and quitting them one after the other."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QPoint

from seqeditor.app.document import Document, Kind
from seqeditor.app.opening import abandoned, discard, new_document, recover
from seqeditor.store.copies import Abandoned
from seqeditor.texts import _
from seqeditor.ui.actions.open_files import is_untouched
from seqeditor.ui.dialogs.recovery import RecoveryDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.session import Session

STEP = 24
"""Pixels by which a further window stands beside the last."""


class Windows(QObject):
    """Opens windows and keeps hold of them."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_quitting = False
        self.all: list[MainWindow] = []

    def open(self, document: Document) -> MainWindow:
        """Show a document in a window of its own, and check it."""
        document.copy.journal_limit = self._session.settings.journal_limit
        window = MainWindow(self._session, document, self.open, self.show_opened, self.quit)
        window.closed.connect(self._gone)
        window.commands.closing.given_up.connect(self._given_up)
        if self.all and not window.isMaximized():
            last = self.all[-1]
            # In the place of an empty window, which goes; beside one with work in it.
            step = 0 if is_untouched(last.signal.document) else STEP
            window.resize(last.size())
            window.move(last.pos() + QPoint(step, step))
        self.all.append(window)
        window.show()
        window.begin()
        return window

    def show_opened(self, path: Path) -> bool:
        """Bring the window forward that has a project open; False when none has."""
        for window in self.all:
            document = window.signal.document
            if document.kind is Kind.PROJECT and document.path == path:
                window.raise_()
                window.activateWindow()
                return True
        return False

    def begin(self, files: list[str]) -> None:
        """Open the files named, or an empty listing; offer what was left unsaved."""
        first = self.open(new_document())
        for name in files:
            first.take_files([Path(name).absolute()])
        self.offer_recovery(first)

    def offer_recovery(self, window: MainWindow) -> None:
        """Offer the working copies of programs that ended before their time."""
        found = abandoned()
        if found:
            RecoveryDialog(found, lambda one: self._recover(one, window), discard, window).open()

    def _recover(self, one: Abandoned, window: MainWindow) -> bool:
        try:
            document = recover(one)
        except Exception as error:
            window.desk.tell(_("This listing could not be recovered."), error)
            return False
        self.open(document)
        if is_untouched(window.signal.document) and not window.runner.running:
            window.close()
        return True

    # The end -----------------------------------------------------------------------------------

    def quit(self) -> None:
        """Close all windows, one after the other; stops where the user keeps one open."""
        self._is_quitting = True
        for window in list(self.all):
            if not window.close():
                window.raise_()
                window.activateWindow()
                return

    def keep_all(self) -> None:
        """End all windows without a question: the system is ending, and copies are kept."""
        for window in list(self.all):
            window.end(keep=window.signal.document.is_modified)

    def _given_up(self) -> None:
        self._is_quitting = False

    def _gone(self, window: MainWindow) -> None:
        self.all.remove(window)
        window.deleteLater()
        if self._is_quitting and self.all:
            self.quit()
