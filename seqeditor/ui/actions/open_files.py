"""Opening files beside the window, and telling in plain words why one cannot be read."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from seqeditor.app.document import Document, Kind
from seqeditor.app.opening import new_document, open_file
from seqeditor.app.receiving import UnreadableError
from seqeditor.texts import _, fill
from seqeditor.ui.actions.import_files import RECORDS
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.files import ask_for_file
from seqeditor.ui.dialogs.unreadable import show_unreadable
from seqeditor.ui.dropping import is_imported

PURPOSE = "open"


class OpenFiles(QObject):
    """New and Open of one window. `imported(path)`: a file to be taken into this listing."""

    imported = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._awaited = 0

    def new(self) -> None:
        """Begin an empty listing in a window of its own."""
        try:
            document = new_document()
        except Exception as error:
            self._desk.tell(_("A new listing could not be begun."), error)
            return
        self._desk.open_window(document)

    def ask(self) -> None:
        """Ask for a file and open it."""
        path = ask_for_file(self._desk.widget, self._desk.session, PURPOSE, _("Open"), filters())
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Open a file: here when nothing has been begun here yet, else in another window."""
        if self._desk.show_opened(path):
            return
        if is_imported(path):
            self._take_in(path)
            return
        self._awaited += 1
        self._desk.runner.start(
            partial(open_file, path),
            on_done=partial(self._opened, path),
            on_error=partial(self._refused, path),
            on_cancelled=self._cancelled,
        )

    def _take_in(self, path: Path) -> None:
        """Begin a listing with what another format holds: here when nothing is begun, or anew."""
        if is_untouched(self._desk.document):
            self.imported.emit(path)
        else:
            self._desk.open_with(path)

    def _opened(self, path: Path, document: Document) -> None:
        self._awaited -= 1
        self._desk.session.add_recent(path)
        self._desk.open_window(document)
        if is_untouched(self._desk.document) and not self._awaited and not self._asks():
            self._desk.close_window()

    def _asks(self) -> bool:
        """Tell whether a dialog of this window is open: closed with it, it would go unread."""
        return any(dialog.isVisible() for dialog in self._desk.widget.findChildren(QDialog))

    def _cancelled(self) -> None:
        self._awaited -= 1

    def _refused(self, path: Path, error: BaseException) -> None:
        self._awaited -= 1
        if isinstance(error, UnreadableError):
            show_unreadable(self._desk.widget, path, error.findings)
            return
        if isinstance(error, FileNotFoundError):
            self._desk.session.remove_recent(str(path))
        title = fill(_("{file} could not be opened."), {"file": path.name})
        self._desk.tell(title, error)


def filters() -> list[str]:
    """Return the kinds of files that can be opened, for a file dialog."""
    return [
        _("Projects and sequence listings") + f" (*.seqproj *.xml *.txt *.app *.st25 {RECORDS})",
        _("Projects") + " (*.seqproj)",
        _("ST.26 sequence listings") + " (*.xml)",
        _("ST.25 sequence listings") + " (*.txt *.app *.st25)",
        _("GenBank, EMBL, UniProt, SnapGene") + f" ({RECORDS})",
        _("All files") + " (*)",
    ]


def is_untouched(document: Document) -> bool:
    """Tell whether a document is new and nothing has been done with it."""
    return (
        document.kind is Kind.NEW
        and not document.busy
        and document.undo_step() is None
        and document.redo_step() is None
    )
