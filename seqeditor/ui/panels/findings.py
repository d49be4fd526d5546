"""The live findings: filtered, one click from their place, with their repair."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QTableView,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from seqeditor.app.repairs import is_safe, repair_of
from seqeditor.rules.areas import AREAS
from seqeditor.rules.finding import Level
from seqeditor.rules.wording import action_title, repair_title
from seqeditor.store.findings import RECEIVED, FindingsStore, Kept
from seqeditor.texts import Catalogue, _, language, ngettext
from seqeditor.ui.delegates.finding import FindingDelegate, row_height
from seqeditor.ui.models.findings_table import (
    FindingsTable,
)
from seqeditor.ui.panels.finding_detail import detail
from seqeditor.ui.qt.icons import level_icon
from seqeditor.ui.qt.locale import count_text
from seqeditor.ui.qt.wrapped_button import WrappedButton

COUNTED = 5_000
"""So many findings of a kind are counted; more take longer than choosing one of them may."""

LOOKED_AT = 500
"""So many selected findings are looked at to say what can be done with them."""

NARROWEST = 260
"""Pixels below which a sentence cannot be read."""


class _View(QTableView):
    """Keeps the chosen finding in sight when the explanation below it takes room."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll as little as is needed."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())


class FindingsPanel(QWidget):
    """Shows findings; says which place is to be shown and which repair is wanted."""

    go_to = Signal(object)
    repair_requested = Signal(object)
    repair_all_requested = Signal(str)
    review_requested = Signal(object)

    def __init__(
        self,
        store: FindingsStore,
        number_of: Callable[[int], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._read_only = False
        self._sequence_id: int | None = None
        self.model = FindingsTable(store, number_of)
        self._levels = {level: self._level_button(level) for level in Level}
        self._area = QComboBox()
        self._only_this = QCheckBox()
        self._state = QComboBox()
        self.view = self._make_view()
        self._empty = QLabel()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMargin(16)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self._detail = QTextBrowser()
        self._detail.setOpenLinks(False)
        self._detail.setMinimumHeight(96)
        self._detail.setMaximumHeight(220)
        self._repair = WrappedButton()
        self._act = WrappedButton()
        self._repair_all = WrappedButton()
        self._review = WrappedButton()
        self._alike: dict[str, int] = {}
        self._lay_out()
        self.setMinimumWidth(NARROWEST)
        self._connect()
        self.retranslate()

    def _level_button(self, level: Level) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setChecked(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(level_icon(level))
        button.toggled.connect(self._filter)
        return button

    def _make_view(self) -> QTableView:
        view = _View()
        view.setModel(self.model)
        view.horizontalHeader().hide()
        view.verticalHeader().hide()
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(row_height(view.fontMetrics()))
        # A header with the view's own selection asks every row for its flags on Select All.
        header = view.verticalHeader()
        header.setSelectionModel(QItemSelectionModel(self.model, header))
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setItemDelegate(FindingDelegate(view))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return view

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(4)
        for button in self._levels.values():
            filters.addWidget(button)
        filters.addStretch(1)
        # One under the other: their words are long in some languages, and the dock is narrow.
        buttons = QVBoxLayout()
        buttons.setSpacing(4)
        for each in (self._repair, self._act, self._repair_all, self._review):
            buttons.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addLayout(filters)
        column.addWidget(self._area)
        column.addWidget(self._state)
        column.addWidget(self._only_this)
        column.addWidget(self._stack, 1)
        column.addWidget(self._detail)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._area.currentIndexChanged.connect(self._filter)
        self._state.currentIndexChanged.connect(self._filter)
        self._only_this.toggled.connect(self._filter)
        self.view.activated.connect(self._go)
        self.view.clicked.connect(self._go)
        self._follow_selection()
        self._repair.clicked.connect(self._ask_repair)
        self._act.clicked.connect(lambda _checked=False: self._go(self.view.currentIndex()))
        self._repair_all.clicked.connect(self._ask_repair_all)
        self._review.clicked.connect(self._ask_review)

    def _follow_selection(self) -> None:
        selection = self.view.selectionModel()
        selection.currentChanged.connect(self._show_detail)
        selection.selectionChanged.connect(self._offer_review)

    # -- what is shown -------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask the store again; the finding looked at stays chosen while it exists."""
        current = self.current()
        row = self.view.currentIndex().row()
        chosen = self.chosen()
        self.model.refresh()
        self._alike.clear()
        self._show_counts()
        at = self.model.row_of(current.id) if current is not None else -1
        if at < 0 and row >= 0:
            at = min(row, self.model.rowCount() - 1)
        if at >= 0:
            index = self.model.index(at, 0)
            self.view.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        if 1 < len(chosen) <= LOOKED_AT:
            self._choose(chosen)
        self._show_detail()

    def _choose(self, ids: Iterable[int]) -> None:
        selection = QItemSelection()
        for row in (self.model.row_of(one) for one in ids):
            if row >= 0:
                index = self.model.index(row, 0)
                selection.select(index, index)
        self.view.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def show_levels(self, levels: Iterable[Level]) -> None:
        """Show only findings of these levels, of all areas and sequences."""
        wanted = set(levels)
        for level, button in self._levels.items():
            button.setChecked(level in wanted)
        self._area.setCurrentIndex(0)
        self._state.setCurrentIndex(0)
        self._only_this.setChecked(False)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_sequence(self, sequence_id: int | None) -> None:
        """Tell which sequence is in the editor, for "this sequence only"."""
        self._sequence_id = sequence_id
        self._only_this.setEnabled(sequence_id is not None or self._only_this.isChecked())
        if self._only_this.isChecked():
            self._filter()

    def set_read_only(self, read_only: bool) -> None:
        """Offer repairs or not."""
        self._read_only = read_only
        self._show_detail()

    def current(self) -> Kept | None:
        """Return the finding that is chosen."""
        return self.model.kept(self.view.currentIndex().row())

    def _filter(self) -> None:
        levels = [level for level, button in self._levels.items() if button.isChecked()]
        only = self._sequence_id if self._only_this.isChecked() else None
        area = self._area.currentData() or ""
        self.model.show(levels, area, sequence_id=only, reviewed=self._state.currentData())
        self._show_counts()
        self._show_detail()

    def _show_counts(self) -> None:
        counts = self._store.counts()
        for level, button in self._levels.items():
            button.setText(f"{counts[level]:n}")
            button.setToolTip(_plural(level, counts[level]))
            button.setAccessibleName(_plural(level, counts[level]))
        self._empty.setText(
            _("Nothing found.") if not any(counts.values()) else _("Nothing of this kind found.")
        )
        self._stack.setCurrentWidget(self.view if self.model.rowCount() else self._empty)

    def _show_detail(self) -> None:
        kept = self.current()
        catalogue = Catalogue(language(), on_screen=True)
        self._repair.setVisible(False)
        self._act.setVisible(False)
        self._repair_all.setVisible(False)
        self._offer_review()
        if kept is None:
            self._detail.clear()
            self._detail.setVisible(False)
            return
        self._detail.setVisible(True)
        self._detail.setHtml(detail(self.model.current(kept), self.model.place(kept), catalogue))
        title = repair_title(kept.finding, catalogue)
        if title is None or repair_of(kept.finding) is None or kept.origin == RECEIVED:
            self._offer_action(action_title(kept.finding, catalogue))
            return
        self._repair.setText(title)
        self._repair.setToolTip(title)
        self._repair.setVisible(True)
        self._repair.setEnabled(not self._read_only)
        self._offer_all(kept)

    def _offer_action(self, title: str | None) -> None:
        """Lead to the place where the finding is put right by hand, where that is one thing."""
        if title is not None:
            self._act.setText(title)
            self._act.setToolTip(title)
            self._act.setVisible(True)

    def _offer_all(self, kept: Kept) -> None:
        rule = kept.finding.rule
        if rule not in self._alike:
            found = self._store.of_rule(rule, limit=COUNTED)
            self._alike[rule] = sum(is_safe(one.finding) for one in found)
        count = self._alike[rule]
        if count > 1:
            words = ngettext(
                "Repair {count} of this kind", "Repair all {count} of this kind", count
            ).replace("{count}", count_text(count))
            self._repair_all.setText(words if count < COUNTED else _("Repair all of this kind"))
            self._repair_all.setVisible(True)
            self._repair_all.setEnabled(not self._read_only)

    def chosen(self) -> array[int]:
        """Return the ids of the findings that are selected, from the top."""
        ids = array("q")
        selected = self.view.selectionModel().selection()
        ranges = [selected.at(n) for n in range(selected.count())]
        for one in sorted(ranges, key=lambda each: each.top()):
            ids += self.model.ids_of(one.top(), one.bottom())
        return ids

    def _offer_review(self, *_arguments: object) -> None:
        """Offer to put warnings and advice aside, or to take that back; an error never."""
        ids = self.chosen()
        looked_at = self._store.kept(ids[:LOOKED_AT])
        may = [k for k in looked_at if is_reviewable(k)]
        aside = bool(may) and all(k.finding.reviewed is not None for k in may)
        count = len(may) + max(len(ids) - LOOKED_AT, 0)
        self._review.setVisible(bool(may))
        self._review.setEnabled(not self._read_only)
        if count == 1:
            words = _("Take review back") if aside else _("Mark as reviewed…")
        elif aside:
            words = ngettext("Take {count} review back", "Take {count} reviews back", count)
        else:
            words = ngettext("Mark {count} as reviewed…", "Mark {count} as reviewed…", count)
        self._review.setText(words.replace("{count}", count_text(count)))

    # -- what is wanted ------------------------------------------------------------------------

    def _go(self, index: QModelIndex) -> None:
        kept = self.model.kept(index.row())
        if kept is not None:
            self.go_to.emit(kept)

    def _ask_repair(self) -> None:
        kept = self.current()
        if kept is not None:
            self.repair_requested.emit(kept)

    def _ask_review(self) -> None:
        ids = self.chosen()
        if ids:
            self.review_requested.emit(ids)

    def _ask_repair_all(self) -> None:
        kept = self.current()
        if kept is not None:
            self.repair_all_requested.emit(kept.finding.rule)

    # -- language ------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the palette of the window."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            for level, button in self._levels.items():
                button.setIcon(level_icon(level))
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Word everything in the language of the window."""
        chosen = max(self._area.currentIndex(), 0)
        self._area.blockSignals(True)
        self._area.clear()
        self._area.addItem(_("All areas"), "")
        for area, name in AREAS.items():
            self._area.addItem(_(name), area)
        self._area.setCurrentIndex(chosen)
        self._area.blockSignals(False)
        self._area.setAccessibleName(_("Area"))
        self._word_states()
        self._only_this.setText(_("This sequence only"))
        self._detail.setAccessibleName(_("Explanation of the finding"))
        self.view.setAccessibleName(_("Findings"))
        self.model.retranslate()
        self._show_counts()
        self._show_detail()

    def _word_states(self) -> None:
        chosen = max(self._state.currentIndex(), 0)
        self._state.blockSignals(True)
        self._state.clear()
        self._state.addItem(_("Open and reviewed"), None)
        self._state.addItem(_("Open only"), False)
        self._state.addItem(_("Reviewed only"), True)
        self._state.setCurrentIndex(chosen)
        self._state.blockSignals(False)
        self._state.setAccessibleName(_("Open or reviewed"))


def is_reviewable(kept: Kept) -> bool:
    """Tell whether a finding can be put aside: no error, and nothing about the file as received."""
    return kept.origin != RECEIVED and kept.finding.level is not Level.ERROR


def _plural(level: Level, count: int) -> str:
    words = {
        Level.ERROR: ngettext("{count} error", "{count} errors", count),
        Level.WARNING: ngettext("{count} warning", "{count} warnings", count),
        Level.INFO: ngettext("{count} piece of advice", "{count} pieces of advice", count),
    }[level]
    return words.replace("{count}", str(count))
