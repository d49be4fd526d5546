from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.rules.finding import Level
from seqeditor.ui.dialogs.changes import ChangesDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.session import Session
from seqeditor.ui.windows import Windows
from tests.ui.actions.test_migrate import OLD
from tests.ui.conftest import sequence, settle, the_dialog

VERSION = "root-dtd-version-outdated"


@pytest.fixture
def older(windows: Windows, document: Callable[..., Document], qtbot: QtBot) -> MainWindow:
    made = document(0, sequence(), OLD)
    made.apply_header("Set", lambda header: replace(header, dtd_version="V1_2"))
    window = windows.open(made)
    settle(qtbot, window)
    return window


def level(window: MainWindow, rule: str) -> Level:
    return window.signal.document.findings.of_rule(rule)[0].finding.level


def press(qtbot: QtBot, window: MainWindow, text: str) -> None:
    (button,) = [
        one
        for one in window.centre.version.findChildren(QPushButton)
        if one.text() == text and one.isVisible()
    ]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)


def test_it_is_judged_leniently_and_the_window_says_so(
    older: MainWindow, session: Session, qtbot: QtBot
) -> None:
    assert "V1_2" in older.centre.version.text
    for rule in (VERSION, "feat-key-case", "qual-case"):
        assert level(older, rule) is Level.WARNING
    assert older.commands.tools.profiles.entries["legacy"].isChecked()
    assert "legacy" in older.status._standard.text()
    assert session.settings.profile == "applicant"


def test_a_listing_of_today_is_judged_as_ever(window: MainWindow) -> None:
    assert window.centre.version.text == ""
    assert window.signal.validation.profile == "applicant"


def test_the_usual_profile_returns_with_the_migration(older: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, older, "Migrate to DTD V1_3")
    the_dialog(ChangesDialog).reject()
    assert older.centre.version.text == ""
    assert older.signal.validation.profile == "applicant"
    assert older.signal.document.findings.of_rule(VERSION) == []
    older.edit_actions.undo.trigger()
    settle(qtbot, older)
    assert older.centre.version.text
    assert level(older, VERSION) is Level.WARNING
    older.edit_actions.redo.trigger()
    settle(qtbot, older)
    assert older.signal.validation.profile == "applicant"


def test_the_rules_in_force_on_request(older: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, older, "Judge by the rules in force")
    assert older.centre.version.text == ""
    for rule in (VERSION, "feat-key-case"):
        assert level(older, rule) is Level.ERROR
    older.signal.document.apply("x", [older.signal.document.order.id_at(1)], lambda s: s)
    settle(qtbot, older)
    assert older.signal.validation.profile == "applicant"


def test_a_profile_chosen_in_the_menu_holds(older: MainWindow, qtbot: QtBot) -> None:
    older.commands.tools.profiles.entries["strict"].trigger()
    settle(qtbot, older)
    assert older.centre.version.text == ""
    assert older.signal.validation.profile == "strict"
    assert level(older, VERSION) is Level.ERROR


def test_what_cannot_be_edited_cannot_be_migrated(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    made = document(0, OLD)
    made.apply_header("Set", lambda header: replace(header, dtd_version="V1_2"))
    made.read_only = "held"
    window = windows.open(made)
    settle(qtbot, window)
    buttons = window.centre.version.findChildren(QPushButton)
    assert [one.text() for one in buttons] == ["Judge by the rules in force"]


def test_nothing_is_generated_leniently(older: MainWindow, qtbot: QtBot) -> None:
    older.commands.generating.begin()
    settle(qtbot, older)
    assert older.signal.validation.profile == "applicant"
    assert level(older, VERSION) is Level.ERROR
    the_dialog().reject()
