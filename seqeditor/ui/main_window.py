"""The main window: puts the parts together and lets them speak with one another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QToolBar

from seqeditor.app.document import Document, Kind
from seqeditor.app.opening import close_document
from seqeditor.app.validation import Validation
from seqeditor.rules.finding import Level
from seqeditor.store.findings import Kept
from seqeditor.texts import N_, _, say
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.close_window import CloseWindow
from seqeditor.ui.actions.edit_actions import EditActions
from seqeditor.ui.actions.file_actions import FileActions
from seqeditor.ui.actions.generate_listing import GenerateListing
from seqeditor.ui.actions.help_actions import HelpActions
from seqeditor.ui.actions.import_files import ImportFiles
from seqeditor.ui.actions.open_files import OpenFiles
from seqeditor.ui.actions.save_project import SaveProject
from seqeditor.ui.actions.sequence_actions import SequenceActions
from seqeditor.ui.actions.sequence_clipboard import SequenceClipboard
from seqeditor.ui.actions.tools_actions import ToolsActions
from seqeditor.ui.actions.view_actions import ViewActions
from seqeditor.ui.desk import Desk
from seqeditor.ui.dropping import dropped_files, is_imported
from seqeditor.ui.live_validation import LiveValidation
from seqeditor.ui.panels.centre import Centre
from seqeditor.ui.panels.findings_dock import FindingsDock
from seqeditor.ui.panels.project import ProjectPanel
from seqeditor.ui.panels.status_line import StatusLine
from seqeditor.ui.qt.document_signal import DocumentSignal
from seqeditor.ui.qt.icons import program_icon
from seqeditor.ui.qt.job_runner import JobRunner
from seqeditor.ui.qt.window_settings import keep_window, restore_window
from seqeditor.ui.session import Session


class MainWindow(QMainWindow):
    """One document in one window. `closed(self)`: the window and its document are gone."""

    closed = Signal(object)

    def __init__(
        self,
        session: Session,
        document: Document,
        open_window: Callable[[Document], object],
        quit_program: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setWindowIcon(program_icon())
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self._session = session
        self._is_closed = False
        profile = session.settings.profile
        self.signal = DocumentSignal(document, Validation(document, profile=profile), self)
        self.runner = JobRunner(self.signal, self)
        self.live = LiveValidation(self.signal, self.runner, self)
        self._reader = document.reader()
        self.centre = Centre(self.signal)
        self.setCentralWidget(self.centre)
        self.project = ProjectPanel(self.signal, self.runner, self._reader)
        self.project_dock = self._make_project_dock()
        self.findings = FindingsDock(self.signal, self.runner, self.go_to, self)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.findings)
        self.status = StatusLine(self.signal, self.runner)
        self.setStatusBar(self.status)
        self.desk = Desk(
            widget=self,
            session=session,
            signal=self.signal,
            runner=self.runner,
            live=self.live,
            project=self.project,
            editor=self.centre.editor,
            notice=self.centre.notice,
            open_window=open_window,
            show_errors=self.findings.show_errors,
            close_window=self.close,
        )
        self._make_actions(quit_program)
        self._fill_menus()
        self._connect()
        self.retranslate()
        self._show_read_only()
        if not restore_window(self):
            self._usual_sizes()
        self.project.list.setFocus()

    # Putting together --------------------------------------------------------------------------

    def _make_project_dock(self) -> QDockWidget:
        dock = QDockWidget(self)
        dock.setObjectName("project")
        dock.setWidget(self.project)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
        return dock

    def _make_actions(self, quit_program: Callable[[], object]) -> None:
        desk = self.desk
        self.opening = OpenFiles(desk, self)
        self.saving = SaveProject(desk, self)
        self.importing = ImportFiles(desk, self)
        self.generating = GenerateListing(desk, self)
        self.closing = CloseWindow(desk, self.saving, self)
        self.clipboard = SequenceClipboard(desk, self)
        self.file_actions = FileActions(
            desk,
            self,
            opening=self.opening,
            saving=self.saving,
            importing=self.importing,
            generating=self.generating,
            quit_program=quit_program,
        )
        self.edit_actions = EditActions(desk, self, self.clipboard)
        self.sequence_actions = SequenceActions(desk, self, self.clipboard, self.edit_actions)
        self.tools_actions = ToolsActions(desk, self)
        self.view_actions = ViewActions(desk, self)
        self.help_actions = HelpActions(self)

    def _fill_menus(self) -> None:
        self.toolbar = self._make_toolbar()
        parts = (self.project_dock, self.findings, self.toolbar)
        bar = self.menuBar()
        self._menus = {
            name: Menu(self, title)
            for name, title in (
                ("file", N_("&File")),
                ("edit", N_("&Edit")),
                ("sequence", N_("&Sequence")),
                ("feature", N_("Fea&ture")),
                ("tools", N_("&Tools")),
                ("view", N_("&View")),
                ("help", N_("&Help")),
            )
        }
        for menu in self._menus.values():
            bar.addMenu(menu)
        self.file_actions.fill(self._menus["file"])
        self.edit_actions.fill(self._menus["edit"])
        self.sequence_actions.fill(self._menus["sequence"])
        self._menus["feature"].addActions(self.centre.editor.features.table_actions())
        self.tools_actions.fill(self._menus["tools"])
        self.view_actions.fill(self._menus["view"], parts)
        self.help_actions.fill(self._menus["help"])
        self.status.set_language_menu(self.view_actions.languages)

    def _make_toolbar(self) -> QToolBar:
        bar = QToolBar(self)
        bar.setObjectName("toolbar")
        bar.setIconSize(QSize(20, 20))
        bar.setMovable(False)
        files, edits, sequences = self.file_actions, self.edit_actions, self.sequence_actions
        groups = (
            (files.new, files.open, files.save),
            (edits.undo, edits.redo),
            (sequences.add, sequences.delete, sequences.up, sequences.down, sequences.skip),
            (files.import_file, files.generate),
        )
        for number, group in enumerate(groups):
            if number:
                bar.addSeparator()
            bar.addActions(list(group))
        self.addToolBar(bar)
        return bar

    def _connect(self) -> None:
        self.project.part_chosen.connect(self.centre.show_part)
        self.project.list.current_changed.connect(self._show_sequence)
        self.project.list.opened.connect(self.centre.editor.focus_residues)
        self.centre.empty.paste_asked.connect(self.clipboard.paste)
        self.centre.empty.import_asked.connect(self.importing.ask)
        self.centre.empty.type_asked.connect(self.sequence_actions.add.trigger)
        self.centre.editor.place_changed.connect(self.status.show_place)
        self.centre.editor.sequences_pasted.connect(self.clipboard.paste_text)
        self.status.findings_asked.connect(self.findings.show_errors)
        self.saving.saved.connect(self.status.show_saved)
        self.live.state_changed.connect(
            lambda: self.status.show_checking(checking=self.live.is_checking)
        )
        self.signal.state_changed.connect(self.refresh)
        self.signal.changed.connect(lambda _change: self._follow_list())
        self.runner.failed.connect(lambda error: self.desk.tell(_("Nothing was changed."), error))

    def begin(self) -> None:
        """Show the first sequence and check the whole listing."""
        if self.signal.document.count():
            self.project.list.show_id(self.signal.document.order.id_at(1))
        self.live.check_all()

    # Following ---------------------------------------------------------------------------------

    def _show_sequence(self, sequence_id: int | None) -> None:
        self.centre.show_sequence(sequence_id)
        self.findings.panel.set_sequence(sequence_id)
        self.sequence_actions.refresh()

    def _follow_list(self) -> None:
        """Show what the list shows, as after undo has taken the current sequence away."""
        current = self.project.list.current_id()
        if current != self.centre.editor.sequence_id:
            self._show_sequence(current)
        if current is None and self.project.model.rowCount():
            self.project.list.selectRow(0)

    def go_to(self, kept: Kept) -> None:
        """Show the place of a finding and put the cursor there."""
        if kept.finding.sequence is not None:
            if not self.project.show_sequence(kept.finding.sequence):
                return
        else:
            self.project.choose(0)
        self.centre.focus_place(kept)

    def refresh(self) -> None:
        """Show title and actions as the document is now."""
        document = self.signal.document
        name = document.title or _("New listing")
        if document.read_only:
            name = _("{file} (read only)").replace("{file}", name)
        self.setWindowTitle(f"{name}[*] – seqeditor")
        self.setWindowModified(document.is_modified and not document.read_only)
        for group in (self.file_actions, self.edit_actions, self.sequence_actions):
            group.refresh()

    def _show_read_only(self) -> None:
        document = self.signal.document
        self.centre.show_editable()
        self.findings.show_editable()
        self.centre.editor.show_editable()
        if not document.read_only:
            self.centre.banner.clear()
            return
        self.centre.banner.show_words(
            lambda: say(document.read_only, document.read_only_parameters),
            level=Level.WARNING,
            buttons={N_("Open a copy"): self._make_copy},
        )

    def _make_copy(self) -> None:
        """Go on with the listing as a copy of its own, to be saved under another name."""
        document = self.signal.document
        document.read_only = ""
        if document.path is not None and document.kind is Kind.PROJECT:
            copy = _("{name} (copy)").replace("{name}", document.path.stem)
            document.path = document.path.with_stem(copy)
            document.kind = Kind.RECEIVED
        self._show_read_only()
        self.signal.tell_state()

    # Files dropped -----------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped; FASTA is added to this listing."""
        event.acceptProposedAction()
        self.take_files(dropped_files(event.mimeData()))

    def take_files(self, files: list[Path]) -> None:
        """Open files, or add their sequences where they are no listings of their own."""
        for path in files:
            (self.importing.run if is_imported(path) else self.opening.open)(path)

    # Words, colours, sizes, end ----------------------------------------------------------------

    def retranslate(self) -> None:
        """Word everything that is the window's own in its language."""
        self.project_dock.setWindowTitle(_("Project"))
        self.project_dock.toggleViewAction().setText(_("&Project"))
        self.toolbar.setWindowTitle(_("Toolbar"))
        self.toolbar.toggleViewAction().setText(_("&Toolbar"))
        for action in self.findChildren(Action):
            action.retranslate()
        for menu in self.findChildren(Menu):
            menu.retranslate()
        self.view_actions.refresh()
        self.refresh()

    def event(self, event: QEvent) -> bool:
        """Tell no part of another language when the document is closed already."""
        closed = getattr(self, "_is_closed", False)
        if closed and event.type() == QEvent.Type.LanguageChange:
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and colours of the system."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            for action in self.findChildren(Action):
                action.redraw()

    def _usual_sizes(self) -> None:
        room = self.screen().availableSize()
        self.resize(min(1400, room.width() - 40), min(860, room.height() - 60))
        docks: list[QDockWidget] = [self.project_dock, self.findings]
        self.resizeDocks(docks, [300, 320], Qt.Orientation.Horizontal)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved work; stop all work beside the window before it goes."""
        if not self._is_closed and not self.closing.may_close():
            event.ignore()
            return
        event.accept()
        self.end(keep=self.closing.keeps_copy)

    def end(self, *, keep: bool) -> None:
        """Stop all work and close the document; its working copy stays when it is kept."""
        if self._is_closed:
            return
        self._is_closed = True
        keep_window(self)
        self.centre.editor.keep_sizes()
        self.hide()  # nothing may be painted from a document that is closed
        self.edit_actions.end()
        self.file_actions.end()
        self.live.end()
        self.runner.end()
        self.signal.end()
        self.project.model.end()
        self._reader.connection.close()
        close_document(self.signal.document, keep=keep)
        self.closed.emit(self)
