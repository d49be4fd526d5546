from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.app.jobs import Job
from seqeditor.store.database import FullDiskError
from seqeditor.texts import LANGUAGES
from seqeditor.ui.dialogs.unexpected import UnexpectedDialog, show_unexpected
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.session import Session
from seqeditor.ui.windows import Windows
from tests.ui.conftest import sequence, settle, the_dialog


def test_a_window_shows_its_first_sequence(window: MainWindow) -> None:
    assert window.project.list.current_id() == window.signal.document.order.id_at(1)
    assert window.centre.pages.currentWidget() is window.centre.panes
    assert window.centre.editor.residues.length == 30
    assert window.windowTitle() == "New listing[*] – seqeditor"


def test_an_empty_listing_teaches_how_to_begin(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = windows.open(document())
    settle(qtbot, window)
    assert window.centre.pages.currentWidget() is window.centre.empty
    window.centre.empty.type_asked.emit()
    assert window.signal.document.count() == 1
    assert window.centre.pages.currentWidget() is window.centre.panes
    settle(qtbot, window)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_opens_the_window(
    language: str,
    windows: Windows,
    session: Session,
    document: Callable[..., Document],
    qtbot: QtBot,
    qapp: QApplication,
) -> None:
    session.choose_language(language, keep=False)
    window = windows.open(document(2))
    settle(qtbot, window)
    assert window.status.language_button.text() == language.upper()
    mirrored = language == "ar"
    expected = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    assert window.layoutDirection() == expected
    residues = window.centre.editor.residues
    assert residues.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_the_language_changes_without_a_restart(
    window: MainWindow, session: Session, qtbot: QtBot, qapp: QApplication
) -> None:
    for code in ("ar", "en", "de", "en"):
        session.choose_language(code)
        qtbot.waitUntil(lambda code=code: window.status.language_button.text() == code.upper())
        checked = [a.data() for a in window.view_actions.languages.actions() if a.isChecked()]
        assert checked == [code]
    assert session.settings.language == "en"


def test_modified_and_saved_show_in_the_title(window: MainWindow, qtbot: QtBot) -> None:
    document = window.signal.document
    document.copy.mark_saved()
    window.signal.tell_state()
    assert not window.isWindowModified()
    document.insert_sequences("Add", 1, [sequence()])
    assert window.isWindowModified()
    settle(qtbot, window)


def test_undo_of_the_only_sequence_leads_back_to_the_beginning(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = windows.open(document())
    window.sequence_actions.add.trigger()
    assert window.centre.pages.currentWidget() is window.centre.panes
    window.edit_actions.undo.trigger()
    assert window.signal.document.count() == 0
    assert window.centre.pages.currentWidget() is window.centre.empty
    settle(qtbot, window)


def test_a_read_only_document_says_so_and_offers_a_copy(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    one = document(1)
    one.read_only = "Held by {user}."
    one.read_only_parameters = {"user": "Ada"}
    window = windows.open(one)
    settle(qtbot, window)
    assert window.centre.banner.text == "Held by Ada."
    assert window.centre.editor.residues.read_only
    assert not window.sequence_actions.add.isEnabled()
    assert "read only" in window.windowTitle()
    window._make_copy()
    assert window.centre.banner.isHidden()
    assert window.sequence_actions.add.isEnabled()
    assert not window.centre.editor.residues.read_only


def test_no_accelerator_is_doubled_in_a_menu(window: MainWindow) -> None:
    menus: list[QMenu] = list(window.commands.menus.values())
    for menu in menus:  # those within them are appended on the way
        menu.aboutToShow.emit()
        menus += [one for action in menu.actions() if isinstance(one := action.menu(), QMenu)]
        letters = [
            text[text.index("&") + 1].lower()
            for action in menu.actions()
            if "&" in (text := action.text().replace("&&", ""))
        ]
        assert sorted(letters) == sorted(set(letters)), menu.title()


def test_every_entry_of_the_menus_does_something(window: MainWindow) -> None:
    for menu in window.commands.menus.values():
        assert menu.actions(), menu.title()
        for action in menu.actions():
            assert action.text() or action.isSeparator()


def test_every_part_is_reached_by_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    editor = window.centre.editor
    parts = (
        window.centre.form,
        window.project.list,
        editor.residues,
        editor.features,
    )
    for action, part in zip(window.view_actions.places, parts, strict=True):
        action.trigger()
        focused = window.focusWidget()
        assert focused is not None
        assert part is focused or part.isAncestorOf(focused)
        assert part.isVisible()


def test_the_edit_menu_by_keyboard_works_on_what_had_the_focus(window: MainWindow) -> None:
    residues = window.centre.editor.residues
    residues.setFocus()
    residues.select(1, 4)
    window.menuBar().setFocus()
    window.commands.menus["edit"].aboutToShow.emit()
    assert window.edit_actions.copy.isEnabled()
    window.edit_actions.cut.trigger()
    assert residues.length == 26
    window.edit_actions.undo.trigger()


def test_a_fault_nobody_has_foreseen_is_told_by_the_window(
    window: MainWindow, qtbot: QtBot
) -> None:
    def work(_job: Job) -> None:
        raise ZeroDivisionError

    window.runner.start(work)
    settle(qtbot, window)
    the_dialog(UnexpectedDialog).close()


def test_a_full_disk_is_told_in_plain_words(window: MainWindow) -> None:
    error = FullDiskError("full")
    show_unexpected(type(error), error, None)
    box = the_dialog(QMessageBox)
    assert "disk is full" in box.informativeText()
    box.close()


def test_rows_are_chosen_in_a_mirrored_window_too(
    windows: Windows, session: Session, document: Callable[..., Document], qtbot: QtBot
) -> None:
    session.choose_language("ar", keep=False)
    window = windows.open(document(3))
    settle(qtbot, window)
    for row in (2, 0, 1):
        window.project.list.selectRow(row)
        assert window.project.list.selected_count() == 1
        assert window.project.list.current_id() == window.signal.document.order.id_at(row + 1)
        assert window.centre.pages.currentWidget() is window.centre.panes


def test_after_undo_of_an_added_sequence_the_one_shown_is_selected(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.sequence_actions.add.trigger()
    window.edit_actions.undo.trigger()
    shown = window.centre.editor.sequence_id
    assert window.project.list.selected_ids().tolist() == [shown]
    assert window.sequence_actions.delete.isEnabled()
    settle(qtbot, window)
