"""Client profiles: filling in, keeping what stands in the form, putting the profiles in order."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from seqeditor.app.clients import Client, client_of, load_clients, save_clients, with_client
from seqeditor.texts import N_, _, fill
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.clients import ClientNameDialog, ClientsDialog
from seqeditor.ui.dialogs.message import Icon, show_message
from seqeditor.ui.panels.project import GENERAL_INFORMATION

FILL_IN = N_("Fill in from the client {client}")


class ClientActions(ActionGroup):
    """The submenu of client profiles, also at the top of the form."""

    menu: ClassVar[str] = "tools"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self.clients = Menu(window, N_("C&lient profiles"))
        self.keep = Action(
            window,
            N_("&Keep as a client profile…"),
            self._ask_name,
            tip=N_("Keep names, Office and languages of this form for other projects"),
        )
        self.manage = Action(window, N_("&Manage client profiles…"), self._manage)
        self.clients.aboutToShow.connect(self._list)
        self._entries: list[QAction] = []
        desk.information.set_client_menu(self.clients)
        self._list()

    def fill(self, menu: Menu) -> None:
        """Put the submenu into its menu."""
        menu.add(self.clients)

    def refresh(self) -> None:
        """Offer what can be done now, and nothing else."""
        for entry in self._entries:
            entry.setEnabled(self.desk.document.is_editable)

    def _list(self) -> None:
        self._entries = []
        self.clients.clear()  # deletes the entries of before, which are its own
        for client in load_clients():
            entry = QAction(client.name.replace("&", "&&"), self.clients)
            entry.triggered.connect(partial(self._fill_in, client))
            self._entries.append(entry)
        self.clients.addActions(self._entries)
        self.clients.add(None, self.keep, self.manage)
        self.refresh()

    # What they do ------------------------------------------------------------------------------

    def _fill_in(self, client: Client, _checked: bool = False) -> None:
        document = self.desk.document
        if not document.is_editable:
            return
        self.desk.project.choose(GENERAL_INFORMATION)
        change = document.apply_header(
            FILL_IN, partial(with_client, client=client), arguments={"client": client.name}
        )
        if not change.header_changed:
            words = N_("The general information has all that the profile {client} says.")
            self.desk.notice.show_words(lambda: fill(_(words), {"client": client.name}))

    def _ask_name(self) -> None:
        header = self.desk.document.header
        if client_of(header, "").is_empty:
            show_message(
                self.window,
                _("Client profiles"),
                _("There is nothing to keep yet."),
                details=_("Fill in the applicant, the inventor, the IP Office or a language."),
            )
            return
        proposed = header.applicant_name_latin or ""
        if not proposed and header.applicant_name is not None:
            proposed = header.applicant_name.text
        taken = [client.name for client in load_clients()]
        ClientNameDialog(self.window, proposed, taken, self._keep).open()

    def _keep(self, name: str) -> None:
        new = client_of(self.desk.document.header, name)
        if self._save([*load_clients(), new]):
            words = N_("The profile {client} is kept.")
            self.desk.notice.show_words(lambda: fill(_(words), {"client": name}))

    def _manage(self) -> None:
        ClientsDialog(self.desk.session, self.window).open()

    def _save(self, clients: list[Client]) -> bool:
        try:
            save_clients(clients)
        except OSError as error:
            show_message(
                self.window,
                _("Client profiles"),
                _("The profile cannot be kept."),
                details=str(error),
                icon=Icon.Warning,
            )
            return False
        return True
