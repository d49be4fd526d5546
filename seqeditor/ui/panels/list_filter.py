"""The filter above the list of sequences: text, more criteria, and chips that show them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from seqeditor.app.filtering import saved_filters
from seqeditor.domain.criteria import Criteria
from seqeditor.domain.number_ranges import NumbersError
from seqeditor.store.choosing import Sort
from seqeditor.texts import _, fill, ngettext
from seqeditor.ui.dialogs.filter_list import FilterDialog
from seqeditor.ui.panels.filter_words import chips, numbers_fault, sort_words
from seqeditor.ui.qt.flow import FlowLayout
from seqeditor.ui.qt.icons import icon
from seqeditor.ui.qt.locale import count_text


class ListFilter(QWidget):
    """Holds what the list is to show. `changed`: something else; `typed`: the text only."""

    changed = Signal()
    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._more = Criteria()
        self.sort: Sort | None = None
        self.dialog: FilterDialog | None = None
        self.used_organisms: Callable[[], list[str]] = list
        self.line = QLineEdit()
        self.line.setClearButtonEnabled(True)
        self._find = self.line.addAction(icon("find"), QLineEdit.ActionPosition.LeadingPosition)
        self.button = QToolButton()
        self.button.setAutoRaise(True)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.menu = QMenu(self.button)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.button.setMenu(self.menu)
        self.chips = QWidget()
        policy = self.chips.sizePolicy()
        policy.setHeightForWidth(True)
        self.chips.setSizePolicy(policy)
        self._flow = FlowLayout(self.chips)
        self.shown = QLabel()
        self.fault = QLabel()
        self._lay_out()
        self.line.textChanged.connect(lambda _text: self.typed.emit())
        self.button.clicked.connect(lambda _checked=False: self.open_dialog())
        self.retranslate()
        self.redraw()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.line, 1)
        top.addWidget(self.button)
        self.fault.setWordWrap(True)
        self.shown.setWordWrap(True)
        self.fault.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 0)
        column.setSpacing(4)
        column.addLayout(top)
        for widget in (self.chips, self.fault, self.shown):
            widget.hide()
            column.addWidget(widget)

    # What is wanted ----------------------------------------------------------------------------

    @property
    def criteria(self) -> Criteria:
        """What the sequences shown must meet, the text among it."""
        return replace(self._more, text=self.line.text().strip())

    def set_criteria(self, wanted: Criteria) -> None:
        """Ask for something else, the text with it."""
        self._more = replace(wanted, text="")
        if self.line.text().strip() != wanted.text:
            self.line.setText(wanted.text)
        self._show_chips()
        if self.dialog is not None:
            self.dialog.show_criteria(self.criteria)
        self.changed.emit()

    def set_sort(self, sort: Sort | None) -> None:
        """Show the rows in another order, None for that of the listing."""
        self.sort = sort
        self._show_chips()
        self.changed.emit()

    def clear(self) -> None:
        """Ask for nothing."""
        self.set_criteria(Criteria())

    # What is shown of it -----------------------------------------------------------------------

    def show_count(self, shown: int, count: int, *, is_filtered: bool, unfit: int = 0) -> None:
        """Tell how many sequences are left, and how many only because they are selected."""
        self.fault.hide()
        self.shown.setVisible(is_filtered)
        words = fill(
            _("{shown} of {count} shown"),
            {"shown": count_text(shown), "count": count_text(count)},
        )
        if unfit and is_filtered:
            said = ngettext(
                "{count} of them is selected but does not fit the filter any more.",
                "{count} of them are selected but do not fit the filter any more.",
                unfit,
            )
            words = f"{words}\n{fill(said, {'count': count_text(unfit)})}"
        self.shown.setText(words)
        if self.dialog is not None:
            self.dialog.show_count(words if is_filtered else "")

    def show_fault(self, error: NumbersError) -> None:
        """Tell that the numbers cannot be read; the list stays as it is."""
        self.fault.setText(numbers_fault(error))
        self.fault.show()
        if self.dialog is not None:
            self.dialog.show_count(numbers_fault(error))

    def _show_chips(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for words, rest in chips(self._more):
            self._add_chip(words, lambda rest=rest: self.set_criteria(self._with_text(rest)))
        if self.sort is not None:
            self._add_chip(
                sort_words(self.sort),
                lambda: self.set_sort(None),
                _("Only the view is sorted; the listing keeps its order. Click to reset."),
            )
        self.chips.setVisible(self._flow.count() > 0)

    def _with_text(self, wanted: Criteria) -> Criteria:
        return replace(wanted, text=self.line.text().strip())

    def _add_chip(self, words: str, remove: object, tip: str = "") -> None:
        chip = QToolButton()
        chip.setText(words.replace("&", "&&"))
        chip.setIcon(icon("close"))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setToolTip(tip or _("Click to take this part of the filter away"))
        chip.setAccessibleName(fill(_("Remove from the filter: {part}"), {"part": words}))
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if callable(remove):
            chip.clicked.connect(lambda _checked=False: remove())
        self._flow.addWidget(chip)
        chip.show()

    # More criteria -----------------------------------------------------------------------------

    def open_dialog(self) -> None:
        """Show all criteria beside the list."""
        if self.dialog is None:
            self.dialog = FilterDialog(self.window(), self.used_organisms)
            self.dialog.criteria_changed.connect(self._take)
            self.dialog.destroyed.connect(self._forget)
            self.dialog.show_criteria(self.criteria)
            self.dialog.show_count(self.shown.text() if self.shown.isVisible() else "")
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _forget(self) -> None:
        self.dialog = None

    def _take(self, wanted: Criteria) -> None:
        self._more = replace(wanted, text="")
        if self.line.text().strip() != wanted.text:
            self.line.setText(wanted.text)
        self._show_chips()
        self.typed.emit()

    def _fill_menu(self) -> None:
        self.menu.clear()
        for one in saved_filters():
            action = self.menu.addAction(one.name.replace("&", "&&"))
            action.triggered.connect(
                lambda _checked=False, wanted=one.criteria: self.set_criteria(wanted)
            )
        if not self.menu.isEmpty():
            self.menu.addSeparator()
        more = self.menu.addAction(_("&More criteria…"))
        more.triggered.connect(lambda _checked=False: self.open_dialog())
        clear = self.menu.addAction(_("&Show all sequences"))
        clear.setEnabled(not self.criteria.is_empty)
        clear.triggered.connect(lambda _checked=False: self.clear())

    # Words and colours -------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Word everything in the language of the window."""
        self.line.setPlaceholderText(_("Filter: number, name, organism, type"))
        self.line.setAccessibleName(_("Filter the sequences"))
        self.line.setToolTip(
            _("Shows only sequences with this number, molecule type, or text in name or organism.")
        )
        self.button.setToolTip(_("More criteria and saved filters"))
        self.button.setAccessibleName(_("More criteria and saved filters"))
        self._show_chips()

    def redraw(self) -> None:
        """Draw the icons in the colours of the window."""
        self._find.setIcon(icon("find"))
        self.button.setIcon(icon("filter"))
        self._show_chips()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and colours of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.redraw()
