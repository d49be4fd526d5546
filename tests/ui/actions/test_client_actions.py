"""Client profiles in the window: kept from one listing, filled into another, put in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from seqeditor.app.clients import Client, export_clients, load_clients, save_clients
from seqeditor.app.document import Document
from seqeditor.domain.general_information import LanguageText
from seqeditor.ui.actions.client_actions import ClientActions
from seqeditor.ui.dialogs.clients import ClientNameDialog, ClientsDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.session import Session
from seqeditor.ui.windows import Windows
from tests.ui.conftest import visible_dialogs

ACME = Client("Acme & Co", applicant_name=LanguageText("Ácme", "es"), office_code="EP")


@pytest.fixture
def window(
    windows: Windows,
    document: Callable[..., Document],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> MainWindow:
    monkeypatch.setenv("SEQEDITOR_HOME", str(tmp_path / "home"))
    return windows.open(document(1))


def actions(window: MainWindow) -> ClientActions:
    return next(g for g in window.commands.groups if isinstance(g, ClientActions))


def dialog(kind: type[QDialog]) -> QDialog:
    return next(d for d in visible_dialogs() if isinstance(d, kind))


def test_a_client_is_filled_in_as_one_step(window: MainWindow) -> None:
    save_clients([ACME])
    group = actions(window)
    group.clients.aboutToShow.emit()
    entry = group.clients.actions()[0]
    assert entry.text() == "Acme && Co"
    before = window.desk.document.header
    entry.trigger()
    header = window.desk.document.header
    assert header.applicant_name == LanguageText("Ácme", "es")
    assert window.centre.form.isVisible()
    entry.trigger()
    assert "Acme & Co" in window.centre.notice.text
    window.desk.document.undo()
    assert window.desk.document.header == before


def test_what_stands_in_the_form_is_kept(window: MainWindow) -> None:
    document = window.desk.document
    group = actions(window)
    group.keep.trigger()
    box = dialog(QMessageBox)
    box.reject()
    document.apply_header(
        "x", lambda h: type(h)(applicant_name=LanguageText("Bolt", "en"), file_reference="F")
    )
    group.keep.trigger()
    asked = dialog(ClientNameDialog)
    assert isinstance(asked, ClientNameDialog)
    assert asked.line.text() == "Bolt"
    asked.line.setText("  Bolt   Ltd ")
    asked.accept()
    assert load_clients() == [Client("Bolt Ltd", applicant_name=LanguageText("Bolt", "en"))]
    group.keep.trigger()
    again = dialog(ClientNameDialog)
    assert isinstance(again, ClientNameDialog)
    again.line.setText("Bolt Ltd")
    assert "replaced" in again.hint.text()
    again.reject()


def test_profiles_are_renamed_removed_and_exchanged(
    qtbot: QtBot,
    session: Session,
    window: MainWindow,
    tmp_path: Path,
    answer_file_dialog: Callable[[Path | None], list[str]],
) -> None:
    file = tmp_path / "given.json"
    export_clients(file, [Client("Zeta", office_code="US")])
    save_clients([ACME, Client("Beta", office_code="JP")])
    actions(window).manage.trigger()
    made = dialog(ClientsDialog)
    assert isinstance(made, ClientsDialog)
    assert "Ácme" in made.details.text()
    made.list.item(0).setText("Beta")
    assert made.list.item(0).text() == "Acme & Co"
    made.list.item(0).setText("Acme")
    answer_file_dialog(file)
    made.take_in.click()
    assert [client.name for client in made.clients] == ["Acme", "Beta", "Zeta"]
    made.list.setCurrentRow(1)
    made.remove.click()
    answer_file_dialog(tmp_path / "out.json")
    made.export.click()
    assert (tmp_path / "out.json").is_file()
    made.accept()
    assert [client.name for client in load_clients()] == ["Acme", "Zeta"]


def test_the_latin_form_is_proposed_and_taken_by_a_click(window: MainWindow) -> None:
    document = window.desk.document
    window.project.choose(0)
    field = window.centre.form._fields[("applicant_name_latin",)]
    assert not field.proposal.isVisible()
    document.apply_header("x", lambda h: type(h)(applicant_name=LanguageText("Иван & Ко", "ru")))
    assert field.proposal.isVisible()
    assert field.proposal.text() == "Write “Ivan && Ko”"
    field.proposal.click()
    assert document.header.applicant_name_latin == "Ivan & Ko"
    assert not field.proposal.isVisible()
    document.apply_header("x", lambda h: type(h)(applicant_name=LanguageText("山田", "ja")))
    assert not field.proposal.isVisible()
