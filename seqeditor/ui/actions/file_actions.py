"""The File menu."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from seqeditor.app.receiving import BROKEN_OFF
from seqeditor.texts import N_, _
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.generate_listing import GenerateListing
from seqeditor.ui.actions.import_files import ImportFiles
from seqeditor.ui.actions.open_files import OpenFiles
from seqeditor.ui.actions.save_project import SaveProject
from seqeditor.ui.desk import Desk

Keys = QKeySequence.StandardKey


class FileActions(QObject):
    """What can be done with files; the doing itself is in the modules of each."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        *,
        opening: OpenFiles,
        saving: SaveProject,
        importing: ImportFiles,
        generating: GenerateListing,
        quit_program: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._opening = opening
        self._saving = saving
        self._generating = generating
        self.new = Action(
            parent,
            N_("&New"),
            opening.new,
            picture="new",
            keys=Keys.New,
            tip=N_("Begin an empty listing"),
        )
        self.open = Action(
            parent,
            N_("&Open…"),
            opening.ask,
            picture="open",
            keys=Keys.Open,
            tip=N_("Open a project or an ST.26 XML"),
        )
        self.save = Action(
            parent,
            N_("&Save"),
            saving.save,
            picture="save",
            keys=Keys.Save,
            tip=N_("Save the project"),
        )
        self.save_as = Action(
            parent,
            N_("Save &As…"),
            saving.save_as,
            keys="Ctrl+Shift+S",
            tip=N_("Save the project under another name"),
        )
        self.import_file = Action(
            parent,
            N_("&Import…"),
            importing.ask,
            picture="import",
            keys="Ctrl+I",
            tip=N_("Add the sequences of an ST.26 XML or a FASTA file"),
        )
        self.generate = Action(
            parent,
            N_("&Generate ST.26 XML…"),
            generating.begin,
            picture="generate",
            keys="Ctrl+G",
            tip=N_("Write the XML for filing; shows first what it will write"),
        )
        self.close = Action(parent, N_("&Close"), desk.close_window, keys=Keys.Close)
        self.quit = Action(parent, N_("&Quit"), quit_program, keys="Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.recent = Menu(parent, N_("Open &recent"))
        self.recent.aboutToShow.connect(self._fill_recent)
        desk.session.recent_changed.connect(self.refresh)
        saving.running_changed.connect(self.refresh)
        generating.running_changed.connect(self.refresh)
        self.refresh()

    def end(self) -> None:
        """Hear nothing more of the other windows: the document is about to be closed."""
        self._desk.session.recent_changed.disconnect(self.refresh)

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        menu.add(self.new, self.open, self.recent, None, self.save, self.save_as, None)
        menu.add(self.import_file, self.generate, None, self.close, self.quit)

    def refresh(self) -> None:
        """Offer what can be done now, and nothing else."""
        document = self._desk.document
        idle = not self._saving.is_running and not document.busy
        self.save.setEnabled(idle and not document.read_only and document.is_modified)
        # Half a listing is not to look like a whole one, as a project or as an XML.
        whole = document.read_only != BROKEN_OFF
        self.save_as.setEnabled(idle and whole)
        self.import_file.setEnabled(document.is_editable)
        self.generate.setEnabled(
            whole and not document.busy and not self._generating.is_running and document.count() > 0
        )
        self.recent.setEnabled(bool(self._desk.session.settings.recent))

    def _fill_recent(self) -> None:
        self.recent.clear()
        for name in self._desk.session.settings.recent:
            path = Path(name)
            text = f"{path.name}  –  {path.parent}".replace("&", "&&")
            entry = self.recent.addAction(text)
            entry.triggered.connect(lambda _checked=False, path=path: self._opening.open(path))
        self.recent.addSeparator()
        self.recent.addAction(_("&Clear this list"), self._desk.session.clear_recent)
