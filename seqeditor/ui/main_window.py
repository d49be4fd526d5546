"""The main window: puts the parts together and lets them speak with one another."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow

from seqeditor.app.document import Document, Kind
from seqeditor.app.last_places import LastPlace, keep_last_place, last_place
from seqeditor.app.opening import close_document, new_document
from seqeditor.app.receiving import BROKEN_OFF
from seqeditor.app.validation import Validation
from seqeditor.rules.finding import Level
from seqeditor.store.findings import Kept
from seqeditor.texts import N_, _, say
from seqeditor.ui.actions.all_actions import AllActions
from seqeditor.ui.desk import Desk
from seqeditor.ui.dropping import dropped_files, is_imported
from seqeditor.ui.live_validation import LiveValidation
from seqeditor.ui.older_listing import OlderListing
from seqeditor.ui.panels.centre import Centre
from seqeditor.ui.panels.findings_dock import FindingsDock
from seqeditor.ui.panels.panes import BELOW, BESIDE
from seqeditor.ui.panels.project import SEQUENCES, ProjectPanel
from seqeditor.ui.panels.status_line import StatusLine
from seqeditor.ui.qt.docks import SideDocks
from seqeditor.ui.qt.document_signal import DocumentSignal
from seqeditor.ui.qt.icons import program_icon
from seqeditor.ui.qt.job_runner import JobRunner
from seqeditor.ui.qt.window_settings import forget_layout, keep_window, restore_window
from seqeditor.ui.session import Session

DOCK_WIDTHS = (270, 290)
"""Pixels for the project and the findings, until the user chooses others."""


class MainWindow(QMainWindow):
    """One document in one window. `closed(self)`: the window and its document are gone."""

    closed = Signal(object)

    def __init__(
        self,
        session: Session,
        document: Document,
        open_window: Callable[[Document], object],
        show_opened: Callable[[Path], bool],
        quit_program: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setWindowIcon(program_icon())
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self._session = session
        self._is_closed = False
        self._shown_read_only = ""
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
        self._sides = SideDocks(self, self.project_dock, self.findings)
        self.status = StatusLine(self.signal, self.runner)
        self.setStatusBar(self.status)
        self.desk = Desk(
            widget=self,
            session=session,
            signal=self.signal,
            runner=self.runner,
            live=self.live,
            project=self.project,
            panes=self.centre.panes,
            information=self.centre.form,
            notice=self.centre.notice,
            open_window=open_window,
            open_with=self._open_with,
            show_opened=show_opened,
            show_errors=self.findings.show_errors,
            close_window=self.close,
            reset_layout=self.reset_layout,
        )
        self.commands = AllActions(self.desk, self, quit_program)
        self.file_actions, self.edit_actions = self.commands.file, self.commands.edit
        self.sequence_actions, self.view_actions = self.commands.sequence, self.commands.view
        self.commands.fill_menus([self.project_dock, self.findings])
        self.older = OlderListing(self.desk, self.centre.version, self.commands.tools.migrate, self)
        self.commands.generating.begun.connect(self.older.judge_for_filing)
        self.status.set_language_menu(self.commands.view.languages)
        self._connect()
        self.retranslate()
        self._show_read_only()
        self._has_usual_size = not restore_window(self)
        if self._has_usual_size:
            room = self.screen().availableSize()
            self.resize(min(1400, room.width() - 40), min(860, room.height() - 60))
        self.project.list.setFocus()

    # Putting together --------------------------------------------------------------------------

    def _make_project_dock(self) -> QDockWidget:
        dock = QDockWidget(self)
        dock.setObjectName("project")
        dock.setWidget(self.project)
        return dock

    def _connect(self) -> None:
        self.project.part_chosen.connect(self._show_part)
        self.project.list.selection_changed.connect(self._show_selection)
        self.project.list.current_changed.connect(self._show_sequence)
        self.project.list.opened.connect(lambda: self.centre.editor.focus_residues())
        self.centre.empty.paste_asked.connect(self.commands.clipboard.paste)
        self.centre.empty.import_asked.connect(self.commands.importing.ask)
        self.commands.opening.imported.connect(self.commands.importing.run)
        self.centre.empty.type_asked.connect(self.commands.sequence.add.trigger)
        self.centre.panes.place_changed.connect(self.status.show_place)
        self.centre.panes.sequences_pasted.connect(self.commands.clipboard.paste_text)
        self.status.findings_asked.connect(self.findings.show_errors)
        self.commands.saving.saved.connect(self.status.show_saved)
        self.live.state_changed.connect(
            lambda: self.status.show_checking(
                checking=self.live.is_checking, complete=self.live.is_complete
            )
        )
        self.centre.panes.active_changed.connect(self._follow_pane)
        self.signal.state_changed.connect(self.refresh)
        self.signal.changed.connect(lambda _change: self._follow_list())
        self.runner.failed.connect(lambda error: self.desk.tell(_("Nothing was changed."), error))

    def begin(self) -> None:
        """Show the first sequence and check the whole listing; the window is on the screen."""
        if self._has_usual_size:
            # Once the window has its size: before that, the docks take their smallest.
            QTimer.singleShot(0, self, lambda: self._sides.resize(list(DOCK_WIDTHS)))
        if self.signal.document.count():
            self._show_last_place()
        self.older.begin()
        self.live.check_all()

    def _show_last_place(self) -> None:
        """Show what was shown when this file was left, or the first sequence."""
        document, file = self.signal.document, self.signal.document.path
        place = (last_place(file) if file is not None else None) or LastPlace()
        if not 1 <= place.position <= document.count():
            place = LastPlace()
        self.project.list.show_id(document.order.id_at(place.position))
        residues = self.centre.editor.residues
        if 1 < place.caret <= residues.length + 1:
            residues.go_to(place.caret)
        if 1 <= place.second <= document.count():
            ways = {"beside": BESIDE, "below": BELOW}
            way = ways.get(self._session.settings.split_way, BESIDE)
            self.centre.panes.split(way, document.order.id_at(place.second))

    def _keep_last_place(self) -> None:
        order, editor, other = (
            self.signal.document.order,
            self.centre.editor,
            self.centre.panes.other,
        )
        file, shown = self.signal.document.path, editor.sequence_id
        if file is None or shown is None or shown not in order:
            return
        beside = other.sequence_id if other is not None else None
        place = LastPlace(
            order.position(shown),
            max(editor.residues.selection.start, 1),
            order.position(beside) if beside is not None and beside in order else 0,
        )
        with suppress(OSError):  # a folder that cannot be written must not stop the work
            keep_last_place(file, place)

    def reset_layout(self) -> None:
        """Put all parts of the window to where they usually are."""
        self.centre.panes.close_other()  # which remembers its sizes
        forget_layout()
        for dock in (self.project_dock, self.findings):
            dock.setFloating(False)
            dock.show()
        self._sides.place()
        self._sides.resize(list(DOCK_WIDTHS))
        self.commands.toolbar.show()
        self.project.list.reset_layout()
        self.centre.panes.reset_layout()

    # Following ---------------------------------------------------------------------------------

    def _show_part(self, part: int) -> None:
        self.centre.show_part(part)
        if part == SEQUENCES:
            self.centre.editor.tell_place()
        else:
            self.status.show_place("")

    def _show_selection(self) -> None:
        self.status.show_selected(self.project.list.selected_count())

    def _show_sequence(self, sequence_id: int | None) -> None:
        self.centre.show_sequence(sequence_id)
        self.findings.panel.set_sequence(sequence_id)
        self.commands.sequence.refresh()

    def _follow_pane(self) -> None:
        """Let list, findings and actions be about the sequence in the active pane."""
        shown = self.centre.editor.sequence_id
        if shown is not None and not self.project.list.move_within_selection(shown):
            self.project.list.show_id(shown)
        self._show_sequence(shown)
        self.commands.refresh()

    def _follow_list(self) -> None:
        """Show what the list shows, as after undo has taken the current sequence away."""
        current, shown = self.project.list.current_id(), self.centre.editor.sequence_id
        if shown is not None and self.project.model.row_of(shown) is None:
            # What a filter hides stays where it is shown.
            hidden = self.centre.panes.is_split and shown in self.signal.document.order
        else:
            hidden = False
        if current != shown and not hidden:
            self._show_sequence(current)
        self.centre.panes.fill_empty()
        if current is None and self.project.model.rowCount():
            self.project.list.selectRow(0)
        elif current is not None and not self.project.list.selected_count():
            # Qt moves the cursor off a row that goes, but selects nothing in its place.
            self.project.list.show_id(current)

    def go_to(self, kept: Kept) -> None:
        """Show the place of a finding and put the cursor there."""
        self.desk.visited.begin_jump()
        if kept.finding.sequence is not None:
            if not self.project.show_sequence(kept.finding.sequence):
                return
        else:
            self.project.choose(0)
        self.centre.focus_place(kept)

    def _open_with(self, path: Path) -> None:
        window = self.desk.open_window(new_document())
        if isinstance(window, MainWindow):
            window.take_files([path])

    def refresh(self) -> None:
        """Show title and actions as the document is now."""
        document = self.signal.document
        name = document.title or _("New listing")
        if document.read_only:
            name = _("{file} (read only)").replace("{file}", name)
        self.setWindowTitle(f"{name}[*] – seqeditor")
        self.setWindowModified(document.is_modified and not document.read_only)
        self.commands.refresh()
        if document.read_only != self._shown_read_only:
            self._show_read_only()

    def _show_read_only(self) -> None:
        document = self.signal.document
        self._shown_read_only = document.read_only
        self.centre.show_editable()
        self.findings.show_editable()
        for editor in self.centre.panes.editors:
            editor.show_editable()
        if not document.read_only:
            self.centre.banner.clear()
            return
        held = document.read_only != BROKEN_OFF
        self.centre.banner.show_words(
            lambda: say(document.read_only, document.read_only_parameters),
            level=Level.WARNING,
            # Of half a file there is no copy to go on with.
            buttons={N_("Open a copy"): self._make_copy} if held else {},
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
            (self.commands.importing.run if is_imported(path) else self.commands.opening.open)(path)

    # Words, colours, sizes, end ----------------------------------------------------------------

    def retranslate(self) -> None:
        """Word everything that is the window's own in its language."""
        self.project_dock.setWindowTitle(_("Project"))
        self.project_dock.toggleViewAction().setText(_("&Project"))
        self.commands.retranslate()
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
            self.commands.redraw()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self._sides.follow_direction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved work; stop all work beside the window before it goes."""
        if not self._is_closed and not self.commands.closing.may_close():
            event.ignore()
            return
        event.accept()
        self.end(keep=self.commands.closing.keeps_copy)

    def end(self, *, keep: bool) -> None:
        """Stop all work and close the document; its working copy stays when it is kept."""
        if self._is_closed:
            return
        self._is_closed = True
        keep_window(self)
        self._keep_last_place()
        self.project.list.keep_widths()
        self.centre.panes.end()
        self.hide()  # nothing may be painted from a document that is closed
        self.commands.end()
        self.live.end()
        self.runner.end()
        self.signal.end()
        self.project.end()
        self._reader.connection.close()
        close_document(self.signal.document, keep=keep)
        self.closed.emit(self)
