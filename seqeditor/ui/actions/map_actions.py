"""The feature map in the View menu: shown or not, round or straight, kept as a picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMainWindow

from seqeditor.texts import N_, _, fill
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.active_pane import ActionsOfActive
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.files import ask_where_to_save
from seqeditor.ui.dialogs.message import Icon, show_message
from seqeditor.ui.map.export import picture_data, write_picture
from seqeditor.ui.panels.project import SEQUENCES
from seqeditor.ui.panels.sequence_editor import SequenceEditor

SUFFIXES = (".svg", ".png")


class MapActions(ActionGroup):
    """What can be done with the map as a whole."""

    menu = "view"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self.shown = Action(
            window,
            N_("&Show the map"),
            lambda: self._show(self.shown.isChecked()),
            tip=N_("Show the features on a map above the residues"),
        )
        self.shown.setCheckable(True)
        self.go_to = Action(window, N_("&Go to the map"), self._go_to, keys="Ctrl+5")
        settings = desk.session.settings
        self.shown.setChecked(settings.map_shown)
        self._of_active = ActionsOfActive(desk, window)
        desk.panes.each(self._set_up)
        desk.panes.layout_reset.connect(lambda: self._show(True))

    def _set_up(self, editor: SequenceEditor) -> None:
        settings, panel, splitter = self.desk.session.settings, editor.map, editor.splitter
        panel.setVisible(settings.map_shown)
        panel.set_circular(settings.map_circular)
        panel.circular_chosen.connect(self._keep_circular)
        panel.export_asked.connect(lambda: self._export(editor))
        panel.copy_asked.connect(lambda: self._copy(editor))
        splitter.setCollapsible(splitter.indexOf(panel), True)
        splitter.splitterMoved.connect(lambda *_: self._take_collapsed(editor))

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        below = Menu(self.window, N_("Feature &map"))
        below.add(self.shown, self.go_to, None)
        self._of_active.add(below, _actions_of)
        menu.add(below)

    def refresh(self) -> None:
        """Offer what can be done with the sequence shown."""
        there = self.desk.editor.sequence_id is not None
        for action in (self.desk.editor.map.export, self.desk.editor.map.copy):
            action.setEnabled(there)

    def _show(self, shown: bool) -> None:
        self.shown.setChecked(shown)
        for editor in self.desk.panes.editors:
            editor.map.setVisible(shown)
            if shown:
                self._give_height(editor)
        if shown != self.desk.session.settings.map_shown:
            self.desk.session.change(map_shown=shown)

    def _take_collapsed(self, editor: SequenceEditor) -> None:
        """Pushed together until nothing of it is seen, the map is hidden as by its action."""
        at = editor.splitter.indexOf(editor.map)
        if editor.map.isVisible() and not editor.splitter.sizes()[at]:
            self._show(False)

    def _give_height(self, editor: SequenceEditor) -> None:
        sizes, at = editor.splitter.sizes(), editor.splitter.indexOf(editor.map)
        if not sizes[at] and any(sizes):
            wanted = editor.map.sizeHint().height()
            sizes[at], sizes[at + 1] = wanted, max(sizes[at + 1] - wanted, 1)
            editor.splitter.setSizes(sizes)

    def _go_to(self) -> None:
        self._show(True)
        self.desk.project.choose(SEQUENCES)
        self.desk.editor.map.map.setFocus()

    def _keep_circular(self, circular: bool) -> None:
        if circular != self.desk.session.settings.map_circular:
            self.desk.session.change(map_circular=circular)
        for editor in self.desk.panes.editors:
            if editor.map.circular.isChecked() != circular:
                editor.map.set_circular(circular)
        if circular:
            self._show(True)

    # Pictures ----------------------------------------------------------------------------------

    def _copy(self, editor: SequenceEditor) -> None:
        QGuiApplication.clipboard().setMimeData(picture_data(editor.map.map))

    def _export(self, editor: SequenceEditor) -> None:
        desk = self.desk
        if editor.sequence_id is None:
            return
        number = desk.document.number(editor.sequence_id)
        path = ask_where_to_save(
            desk.widget,
            desk.session,
            "map",
            _("Export the map"),
            Path(f"map-{number}.svg"),
            [_("SVG picture (*.svg)"), _("PNG picture (*.png)")],
        )
        if path is not None:
            self._write(editor, path)

    def _write(self, editor: SequenceEditor, path: Path) -> None:
        title = _("The picture could not be written.")
        if path.suffix.lower() not in SUFFIXES:
            path = path.with_name(f"{path.name}.svg")
            if path.exists():  # nobody was asked about this name
                words = fill(_("There is a file {file} already."), {"file": path.name})
                show_message(self.desk.widget, title, title, details=words, icon=Icon.Warning)
                return
        try:
            write_picture(editor.map.map, path)
        except OSError as error:
            self.desk.tell(title, error)


def _actions_of(editor: SequenceEditor) -> list[QAction]:
    panel = editor.map
    return [
        panel.circular,
        panel.zoom_in,
        panel.zoom_out,
        panel.fit,
        panel.zoom_selection,
        panel.export,
        panel.copy,
    ]
