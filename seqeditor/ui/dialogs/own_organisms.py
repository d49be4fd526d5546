"""The user's own names of organisms: to add, change, take out, give on and take in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from seqeditor.app.organisms import (
    OwnOrganism,
    export_organisms,
    import_organisms,
    joined,
    load_own_organisms,
    save_own_organisms,
)
from seqeditor.app.own_lists import OwnListError
from seqeditor.texts import _, fill
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.dialogs.files import ask_for_file, ask_where_to_save
from seqeditor.ui.dialogs.message import Icon, show_message
from seqeditor.ui.qt.locale import count_text
from seqeditor.ui.session import Session
from seqeditor.vocabulary.organisms import source

PURPOSE = "organisms"


class OwnOrganismsDialog(Dialog):
    """A table of names with their synonyms; kept when the dialog is accepted."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Own organisms"))
        self._session = session
        head = QLabel(_head())
        head.setWordWrap(True)
        self.table = self._make_table()
        self.remove = QPushButton(_("&Remove"))
        self.export = QPushButton(_("&Export…"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.table, 1)
        column.addLayout(self._make_row())
        column.addWidget(buttons)
        self.resize(620, 420)
        self._fill(load_own_organisms())
        self._refresh()

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 2)
        table.setHorizontalHeaderLabels([_("Name"), _("Synonyms, separated by semicolons")])
        table.verticalHeader().hide()
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setAccessibleName(_("Own organisms"))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        table.itemSelectionChanged.connect(self._refresh)
        table.itemChanged.connect(lambda _item: self._refresh())
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)
        return table

    def _make_row(self) -> QHBoxLayout:
        add, take_in = QPushButton(_("&Add")), QPushButton(_("&Import…"))
        row = QHBoxLayout()
        row.setSpacing(8)
        acts: tuple[tuple[QPushButton, Callable[[], object]], ...] = (
            (add, self._add),
            (self.remove, self._remove),
            (take_in, self._import),
            (self.export, self._export),
        )
        for button, act in acts:
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)
            if button is self.remove:
                row.addStretch(1)
        return row

    # Contents ----------------------------------------------------------------------------------

    def _fill(self, organisms: Iterable[OwnOrganism]) -> None:
        self.table.setRowCount(0)
        for one in organisms:
            self._append(one.name, "; ".join(one.synonyms))

    def _append(self, name: str, synonyms: str) -> int:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate((name, synonyms)):
            self.table.setItem(row, column, QTableWidgetItem(text))
        return row

    def organisms(self) -> list[OwnOrganism]:
        """Return what stands in the table; rows without a name are left out."""
        found = []
        for row in range(self.table.rowCount()):
            name, words = (self._text(row, column) for column in (0, 1))
            found.append(OwnOrganism(name, tuple(words.split(";"))))
        return joined(found)

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text() if item is not None else ""

    def _refresh(self) -> None:
        self.remove.setEnabled(bool(self.table.selectedIndexes()))
        self.export.setEnabled(bool(self.organisms()))

    def _add(self) -> None:
        row = self._append("", "")
        self.table.setCurrentCell(row, 0)
        self.table.setFocus()
        self.table.edit(self.table.model().index(row, 0))

    def _remove(self) -> None:
        for row in sorted({index.row() for index in self.table.selectedIndexes()}, reverse=True):
            self.table.removeRow(row)
        self._refresh()

    # Files -------------------------------------------------------------------------------------

    def _import(self) -> None:
        file = ask_for_file(
            self, self._session, PURPOSE, _("Import organisms"), [_("Own organisms (*.json)")]
        )
        if file is None:
            return
        try:
            self._fill(import_organisms(file, self.organisms()))
        except OwnListError:
            words = _("{file} is no list of organisms of this program.")
            self._tell(fill(words, {"file": file.name}), "")
        except OSError as error:
            self._tell(fill(_("{file} cannot be read."), {"file": file.name}), str(error))
        self._refresh()

    def _export(self) -> None:
        file = ask_where_to_save(
            self,
            self._session,
            PURPOSE,
            _("Export organisms"),
            Path("organisms.json"),
            [_("Own organisms (*.json)")],
        )
        if file is None:
            return
        try:
            export_organisms(file, self.organisms())
        except OSError as error:
            self._tell(fill(_("{file} cannot be written."), {"file": file.name}), str(error))

    def _tell(self, text: str, details: str) -> None:
        show_message(self, _("Own organisms"), text, details=details, icon=Icon.Warning)

    def accept(self) -> None:
        """Keep the list; when it cannot be written, say so and stay."""
        self.table.setCurrentCell(-1, -1)  # takes over what is still being typed
        try:
            save_own_organisms(self.organisms())
        except OSError as error:
            self._tell(_("Your own list cannot be written."), str(error))
            return
        super().accept()


def _head() -> str:
    words = _(
        "Offered before all others when you type an organism, by name or synonym. "
        "The list that comes with the program has {count} names ({source}, {date})."
    )
    known: dict[str, str | int] = {"count": "?", "source": "?", "date": "?"}
    with suppress(OSError, ValueError, KeyError):
        said = source()
        known = {
            "count": count_text(int(said["names"])),
            "source": str(said["source"]),
            "date": str(said["date"]),
        }
    return fill(words, known)
