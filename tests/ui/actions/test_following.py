from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.app.following import NotFollowed, Reason
from seqeditor.app.settings import load_settings
from seqeditor.domain.edits.residues import replace_residues
from seqeditor.texts import LANGUAGES
from seqeditor.ui.actions.following import FollowingActions
from seqeditor.ui.actions.following_words import SENTENCES, following_words
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.session import Session
from seqeditor.ui.windows import Windows
from tests.listings import coding, protein
from tests.ui.conftest import settle, the_dialog


def opened(windows: Windows, document: Document, qtbot: QtBot) -> MainWindow:
    window = windows.open(document)
    settle(qtbot, window)
    return window


def group(window: MainWindow) -> FollowingActions:
    return next(g for g in window.commands.groups if isinstance(g, FollowingActions))


def translation(window: MainWindow) -> str | None:
    document = window.signal.document
    return document.sequence(document.order.id_at(1)).features[1].value("translation")


def type_at(qtbot: QtBot, window: MainWindow, position: int, letters: str) -> None:
    residues = window.centre.editor.residues
    residues.go_to(position)
    residues.setFocus()
    qtbot.keyClicks(residues, letters)


def test_typing_three_bases_takes_translation_and_protein_along(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = opened(windows, document(0, coding("2"), protein()), qtbot)
    editor = window.centre.editor
    type_at(qtbot, window, 4, "tg")
    assert "2 bases are left over" in editor.notice.text
    assert translation(window) == "MKVLA"
    type_at(qtbot, window, 6, "g")
    assert editor.notice.text == ""
    assert translation(window) == "MWKVLA"
    listing = window.signal.document
    assert listing.sequence(listing.order.id_at(2)).residues.text() == "MWKVLA"
    window.edit_actions.undo.trigger()
    assert translation(window) == "MKVLA"
    assert listing.sequence(listing.order.id_at(2)).residues.text() == "MKVLA"
    settle(qtbot, window)


def test_a_protein_edited_by_itself_leads_to_its_region(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = opened(windows, document(0, coding("2"), protein()), qtbot)
    window.project.show_sequence(window.signal.document.order.id_at(2))
    type_at(qtbot, window, 2, "W")
    editor = window.centre.editor
    assert "CDS 1..18 in SEQ ID NO 1" in editor.notice.text
    qtbot.mouseClick(editor.notice.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert editor.sequence_id == window.signal.document.order.id_at(1)
    assert editor.features.current_feature == 1
    assert (editor.residues.selection.start, editor.residues.selection.end) == (1, 18)
    settle(qtbot, window)


def test_many_are_listed_on_request(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = opened(windows, document(0, coding("3"), coding("3"), protein()), qtbot)
    listing = window.signal.document
    cut = partial(replace_residues, start=5, removed=1, inserted="")
    listing.apply("Cut", listing.order.ids[:2], cut)
    notice = window.centre.editor.notice
    assert notice.text.endswith("And 1 more.")
    qtbot.mouseClick(notice.findChild(QPushButton), Qt.MouseButton.LeftButton)
    dialog = the_dialog()
    assert dialog.table.rowCount() == 2
    dialog.reject()
    settle(qtbot, window)


def test_the_switch_is_remembered(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = opened(windows, document(0, coding("2"), protein()), qtbot)
    assert group(window).follow.isChecked()
    group(window).follow.trigger()
    assert not load_settings().follow_translations
    type_at(qtbot, window, 4, "tgg")
    assert translation(window) == "MKVLA"
    assert window.centre.editor.notice.text == ""
    other = opened(windows, document(1), qtbot)
    assert not group(other).follow.isChecked()
    group(other).follow.trigger()
    assert load_settings().follow_translations
    settle(qtbot, window)


def test_every_reason_has_words_in_every_language(session: Session) -> None:
    for code in LANGUAGES:
        session.choose_language(code, keep=False)
        for reason in Reason:
            words = following_words(NotFollowed(reason, 1, 2, "1..9", 3, 4), str)
            assert "1..9" in words
            assert "{" not in words
    assert set(SENTENCES) == set(Reason) - {Reason.FRAME}
