"""Dialogs about client profiles: the name of a new one, and all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from seqeditor.app.clients import (
    Client,
    by_name,
    export_clients,
    import_clients,
    load_clients,
    save_clients,
)
from seqeditor.app.own_lists import OwnListError
from seqeditor.texts import N_, Catalogue, _, fill, language
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.dialogs.files import ask_for_file, ask_where_to_save
from seqeditor.ui.dialogs.message import Icon, show_message
from seqeditor.ui.session import Session

PURPOSE = "clients"
_PARTS = (
    ("applicant_name_latin", N_("Applicant in Latin characters: {value}")),
    ("inventor_name_latin", N_("Inventor in Latin characters: {value}")),
    ("office_code", N_("IP office code: {value}")),
    ("original_language", N_("Original language: {value}")),
    ("non_english_language", N_("Language beside English: {value}")),
)


class ClientNameDialog(Dialog):
    """Asks for the name of a profile; tells when it would replace another."""

    def __init__(
        self,
        parent: QWidget,
        proposed: str,
        taken: Iterable[str],
        keep: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keep as a client profile"))
        self._taken = set(taken)
        label = QLabel(_("&Name of the profile:"))
        self.line = QLineEdit(proposed)
        self.line.selectAll()
        label.setBuddy(self.line)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: keep(self.name))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (label, self.line, self.hint, self.buttons):
            column.addWidget(widget)
        self.resize(420, 0)
        self.line.textChanged.connect(self._refresh)
        self._refresh()

    @property
    def name(self) -> str:
        """The name as it is kept."""
        return " ".join(self.line.text().split())

    def _refresh(self) -> None:
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(bool(self.name))
        is_taken = self.name in self._taken
        self.hint.setText(
            _("There is a profile of this name: it will be replaced.")
            if is_taken
            else _("Names, IP Office and languages are kept; what belongs to one filing is not.")
        )


class ClientsDialog(Dialog):
    """All profiles: to rename, take out, give on and take in; kept when accepted."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Client profiles"))
        self._session = session
        self.clients: list[Client] = []
        self.list = QListWidget()
        self.list.setAccessibleName(_("Client profiles"))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.details = QLabel()
        self.details.setWordWrap(True)
        self.details.setTextFormat(Qt.TextFormat.PlainText)
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.details.setMinimumWidth(240)
        self.rename, self.remove = QPushButton(_("Re&name")), QPushButton(_("&Remove"))
        self.take_in, self.export = QPushButton(_("&Import…")), QPushButton(_("&Export…"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self.list.itemSelectionChanged.connect(self._refresh)
        self.list.itemChanged.connect(self._renamed)
        self._show(load_clients())

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.list, 1)
        middle.addWidget(self.details, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        acts: tuple[tuple[QPushButton, Callable[[], object]], ...] = (
            (self.rename, self._rename),
            (self.remove, self._remove),
            (self.take_in, self._import),
            (self.export, self._export),
        )
        for button, act in acts:
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)
            if button is self.remove:
                row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(middle, 1)
        column.addLayout(row)
        column.addWidget(buttons)
        self.resize(620, 360)

    # Contents ----------------------------------------------------------------------------------

    def _show(self, clients: list[Client]) -> None:
        self.clients = clients
        self.list.blockSignals(True)
        self.list.clear()
        for client in clients:
            item = QListWidgetItem(client.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(item)
        self.list.blockSignals(False)
        if clients:
            self.list.setCurrentRow(0)
        self._refresh()

    def _chosen(self) -> list[int]:
        return sorted(index.row() for index in self.list.selectedIndexes())

    def _refresh(self) -> None:
        chosen = self._chosen()
        self.rename.setEnabled(len(chosen) == 1)
        self.remove.setEnabled(bool(chosen))
        self.export.setEnabled(bool(self.clients))
        if len(chosen) == 1:
            self.details.setText(described(self.clients[chosen[0]]))
        elif not self.clients:
            self.details.setText(
                _(
                    "No profile is kept yet. Fill in the general information of one listing, "
                    "then choose “Keep as a client profile”."
                )
            )
        else:
            self.details.clear()

    def _rename(self) -> None:
        self.list.editItem(self.list.item(self._chosen()[0]))

    def _renamed(self, item: QListWidgetItem) -> None:
        row = self.list.row(item)
        name = " ".join(item.text().split())
        others = {client.name for n, client in enumerate(self.clients) if n != row}
        if not name or name in others:
            item.setText(self.clients[row].name)
            return
        self.clients[row] = replace(self.clients[row], name=name)

    def _remove(self) -> None:
        gone = set(self._chosen())
        self._show([client for n, client in enumerate(self.clients) if n not in gone])

    # Files -------------------------------------------------------------------------------------

    def _import(self) -> None:
        file = ask_for_file(
            self,
            self._session,
            PURPOSE,
            _("Import client profiles"),
            [_("Client profiles (*.json)")],
        )
        if file is None:
            return
        try:
            self._show(import_clients(file, self.clients))
        except OwnListError:
            words = _("{file} holds no client profiles of this program.")
            self._tell(fill(words, {"file": file.name}), "")
        except OSError as error:
            self._tell(fill(_("{file} cannot be read."), {"file": file.name}), str(error))

    def _export(self) -> None:
        chosen = self._chosen()
        wanted = [self.clients[row] for row in chosen] or self.clients
        file = ask_where_to_save(
            self,
            self._session,
            PURPOSE,
            _("Export client profiles"),
            Path("clients.json"),
            [_("Client profiles (*.json)")],
        )
        if file is None:
            return
        try:
            export_clients(file, wanted)
        except OSError as error:
            self._tell(fill(_("{file} cannot be written."), {"file": file.name}), str(error))

    def _tell(self, text: str, details: str) -> None:
        show_message(self, _("Client profiles"), text, details=details, icon=Icon.Warning)

    def accept(self) -> None:
        """Keep the profiles; when they cannot be written, say so and stay."""
        try:
            save_clients(by_name(self.clients))
        except OSError as error:
            self._tell(_("The profiles cannot be kept."), str(error))
            return
        super().accept()


def described(client: Client) -> str:
    """Return what a profile says, a line each."""
    catalogue = Catalogue(language(), on_screen=True)
    names = (
        (N_("Applicant: {value}"), client.applicant_name),
        (N_("Inventor: {value}"), client.inventor_name),
    )
    lines = [catalogue.say(words, {"value": name.text}) for words, name in names if name]
    for field, words in _PARTS:
        value = getattr(client, field)
        if value:
            lines.append(catalogue.say(words, {"value": value}))
    return "\n".join(lines)
