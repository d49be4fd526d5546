"""Offers what was left unsaved by a program that ended before its time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from seqeditor.store.copies import Abandoned, Condition
from seqeditor.texts import N_, _, fill, ngettext
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.dialogs.message import Answer, Icon, Role, show_message
from seqeditor.ui.qt.locale import count_text, moment_text

_HEADS = (N_("Listing"), N_("Opened"), N_("Sequences"), N_("Steps to undo"), N_("Folder"))

_LEFT_TO_RIGHT, _FIRST_STRONG, _END = "\u2066", "\u2068", "\u2069"
"""Signs that are not seen: a path reads from left to right in a mirrored window too."""


class RecoveryDialog(Dialog):
    """Lists abandoned working copies. What is not recovered or discarded is offered again."""

    def __init__(
        self,
        found: Iterable[Abandoned],
        recover: Callable[[Abandoned], bool],
        discard: Callable[[Abandoned], bool],
        parent: QWidget | None = None,
    ) -> None:
        """Offer working copies; both functions tell whether they have done it."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._found = list(found)
        self._recover = recover
        self._discard = discard
        self.setWindowTitle(_("Unsaved work was found"))
        head = QLabel(
            _(
                "The program ended before these listings were saved. Every edit is still there, "
                "with its undo history."
            )
        )
        head.setWordWrap(True)
        self.table = self._make_table()
        buttons = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        self.recover_button = buttons.addButton(_("&Recover"), roles.ActionRole)
        self.discard_button = buttons.addButton(_("&Discard…"), roles.ActionRole)
        self.later_button = buttons.addButton(_("&Later"), roles.RejectRole)
        self.recover_button.setDefault(True)
        self.recover_button.clicked.connect(self._recover_chosen)
        self.discard_button.clicked.connect(self._ask_discard)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (head, self.table, buttons):
            column.addWidget(widget)
        self.resize(720, 300)
        self._fill()

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, len(_HEADS))
        table.setHorizontalHeaderLabels([_(words) for words in _HEADS])
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(_("Unsaved listings"))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(96)
        table.itemSelectionChanged.connect(self._refresh)
        table.itemDoubleClicked.connect(lambda _item: self._recover_chosen())
        return table

    def _fill(self) -> None:
        self.table.setRowCount(len(self._found))
        for row, one in enumerate(self._found):
            for column, text in enumerate(_cells(one)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        if self._found:
            self.table.setCurrentCell(0, 0)
        self._refresh()

    def chosen(self) -> list[Abandoned]:
        """Return the working copies selected."""
        rows = {item.row() for item in self.table.selectedItems()}
        return [self._found[row] for row in sorted(rows) if row < len(self._found)]

    def _refresh(self) -> None:
        chosen = self.chosen()
        self.discard_button.setEnabled(bool(chosen))
        whole = [one for one in chosen if one.condition is Condition.WHOLE]
        self.recover_button.setEnabled(bool(whole))

    def _recover_chosen(self) -> None:
        for one in self.chosen():
            if one.condition is Condition.WHOLE and self._recover(one):
                self._found.remove(one)
        self._end_or_go_on()

    def _ask_discard(self) -> None:
        chosen = self.chosen()
        question = ngettext(
            "Discard this unsaved listing?", "Discard {count} unsaved listings?", len(chosen)
        )
        show_message(
            self,
            _("Discard unsaved work"),
            fill(question, {"count": len(chosen)}),
            details=_("This cannot be undone."),
            icon=Icon.Warning,
            answers=(
                Answer(N_("&Discard"), lambda: self._discard_now(chosen), Role.DestructiveRole),
                Answer(N_("&Keep"), role=Role.RejectRole, is_default=True),
            ),
        )

    def _discard_now(self, chosen: list[Abandoned]) -> None:
        for one in chosen:
            if self._discard(one):
                self._found.remove(one)
        self._end_or_go_on()

    def _end_or_go_on(self) -> None:
        if self._found:
            self._fill()
        else:
            self.accept()


def _cells(one: Abandoned) -> tuple[str, ...]:
    about = one.about
    original = Path(about.original) if about.original else None
    name = original.name if original is not None else about.title or _("New listing")
    if one.condition is Condition.BROKEN:
        name = fill(_("{file} (cannot be read)"), {"file": f"{_FIRST_STRONG}{name}{_END}"})
    return (
        f"{_FIRST_STRONG}{name}{_END}",
        _moment(about.opened_at),
        count_text(one.sequences),
        count_text(one.undo),
        f"{_LEFT_TO_RIGHT}{original.parent}{_END}" if original is not None else "",
    )


def _moment(text: str) -> str:
    try:
        return moment_text(datetime.fromisoformat(text).astimezone())
    except ValueError:
        return text
