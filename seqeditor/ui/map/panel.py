"""The feature map with its toolbar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton, QVBoxLayout, QWidget

from seqeditor.rules.finding import Level
from seqeditor.texts import N_, _, fill, ngettext
from seqeditor.ui.actions.action import Action
from seqeditor.ui.map.entries import Entry
from seqeditor.ui.map.view import FeatureMap, MenuHook
from seqeditor.ui.map.words import placeless_words
from seqeditor.ui.qt.icons import level_icon


class MapPanel(QWidget):
    """The map and what can be done with it.

    `export_asked` and `copy_asked`: the picture is wanted in a file or on the clipboard.
    `circular_chosen(circular)`: the user has chosen a line or a circle.
    """

    export_asked = Signal()
    copy_asked = Signal()
    circular_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.map = FeatureMap(self)
        self.menu_hook: MenuHook | None = None
        self._make_actions()
        self._toolbar = QToolBar(self)
        self._toolbar.setIconSize(QSize(16, 16))
        for group in (
            (self.zoom_in, self.zoom_out, self.fit, self.zoom_selection),
            (self.circular,),
            (self.export, self.copy),
        ):
            self._toolbar.addActions(list(group))
            self._toolbar.addSeparator()
        self.placeless = QToolButton()
        self.placeless.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.placeless.clicked.connect(lambda _checked=False: self._go_to_placeless())
        self._told = self._toolbar.addWidget(self.placeless)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._toolbar)
        column.addWidget(self.map, 1)
        self.map.menu_hook = self._fill_menu
        self.map.zoom_changed.connect(self.refresh)
        self.map.arranged.connect(self._tell_placeless)
        self.retranslate()
        self.refresh()

    def _make_actions(self) -> None:
        shown = self.map
        self.zoom_in = Action(
            self, N_("&Enlarge"), shown.zoom_in, picture="zoom-in", tip=N_("Enlarge (+)")
        )
        self.zoom_out = Action(
            self, N_("&Reduce"), shown.zoom_out, picture="zoom-out", tip=N_("Reduce (-)")
        )
        self.fit = Action(
            self, N_("Show the &whole map"), shown.fit, picture="zoom-fit", tip=N_("Show all (0)")
        )
        self.zoom_selection = Action(
            self,
            N_("&Zoom to the selection"),
            self._zoom_to_selection,
            picture="zoom-selection",
            tip=N_("Zoom to the selected residues or the current feature"),
        )
        self.circular = Action(
            self,
            N_("&Circular map"),
            lambda: self.choose_circular(self.circular.isChecked()),
            picture="circle",
            tip=N_("Show the sequence as a circle"),
        )
        self.circular.setCheckable(True)
        self.export = Action(
            self,
            N_("E&xport the map…"),
            self.export_asked.emit,
            picture="picture",
            tip=N_("Save what the map shows as a picture, SVG or PNG"),
        )
        self.copy = Action(
            self,
            N_("Co&py the map as a picture"),
            self.copy_asked.emit,
            picture="copy",
        )

    def retranslate(self) -> None:
        """Set every text anew in the language of the window."""
        self._toolbar.setAccessibleName(_("Feature map"))
        self._tell_placeless()

    def _tell_placeless(self) -> None:
        """Show how many features the map cannot show; a click goes to the next of them."""
        if not self.map.isVisible() or self.map.is_late:
            return
        count = len(self.map.placeless)
        self._told.setVisible(bool(count))
        if count:
            words = ngettext("{count} without place", "{count} without place", count)
            self.placeless.setText(fill(words, {"count": count}))
            self.placeless.setIcon(level_icon(Level.ERROR, self.palette()))
            self.placeless.setToolTip(placeless_words(count))
            self.placeless.setAccessibleDescription(placeless_words(count))

    def _go_to_placeless(self) -> None:
        lost = self.map.placeless
        if lost:
            here = self.map.marks.current_index
            self.map.feature_activated.emit(next((n for n in lost if n > here), lost[0]))

    def choose_circular(self, circular: bool) -> None:
        """Show a circle or a line, as the user has asked for."""
        self.set_circular(circular)
        self.circular_chosen.emit(circular)

    def set_circular(self, circular: bool) -> None:
        """Show a circle or a line."""
        self.circular.setChecked(circular)
        self.map.set_circular(circular)

    def refresh(self) -> None:
        """Offer what can be done now."""
        self.zoom_in.setEnabled(not self.map.is_largest)
        self.zoom_out.setEnabled(not self.map.is_fitted)
        self.fit.setEnabled(not self.map.is_fitted)

    def _zoom_to_selection(self) -> None:
        start, end = self.map.marks.selection or (1, 0)
        entry = self.map.entry(self.map.current)
        if end > start:
            self.map.zoom_to(start, end)
        elif entry is not None:
            self.map.zoom_to(entry.start, entry.end)

    def _fill_menu(self, menu: QMenu, entry: Entry | None) -> None:
        shown = self.map
        if entry is not None:
            start, end, index = entry.start, entry.end, entry.index
            menu.addAction(_("Edit the &location"), lambda: shown.feature_activated.emit(index))
            menu.addAction(_("Zoom to the &feature"), lambda: shown.zoom_to(start, end))
        if self.menu_hook is not None:
            self.menu_hook(menu, entry)
        menu.addSeparator()
        menu.addActions([self.fit, self.circular, self.export, self.copy])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
