from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.app.following import NotFollowed, Reason
from seqeditor.app.settings import load_settings
from seqeditor.domain.edits.proteins import with_value
from seqeditor.domain.edits.residues import replace_residues
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Sequence
from seqeditor.texts import LANGUAGES
from seqeditor.ui.actions.following import FollowingActions
from seqeditor.ui.actions.following_words import SENTENCES, following_words
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.panels.notice import Notice
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
    click(qtbot, editor.notice, "Show the CDS")
    assert editor.sequence_id == window.signal.document.order.id_at(1)
    assert editor.features.current_feature == 1
    assert (editor.residues.selection.start, editor.residues.selection.end) == (1, 18)
    settle(qtbot, window)


def test_what_stands_in_the_way_is_settled_by_a_click(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = opened(windows, document(0, coding("3"), coding("3"), protein()), qtbot)
    listing, notice = window.signal.document, window.centre.editor.notice

    def residues(number: int) -> str:
        return listing.sequence(listing.order.id_at(number)).residues.text()

    type_at(qtbot, window, 4, "tgg")
    assert "another CDS names it too" in notice.text
    click(qtbot, notice, "Give it a protein of its own")
    assert (residues(3), residues(4)) == ("MKVLA", "MWKVLA")
    assert notice.text == ""
    listing.apply("Wrong", [listing.order.id_at(4)], partial(set_residues, letters="MWKVLL"))
    type_at(qtbot, window, 7, "tgg")
    assert "were not the translation before" in notice.text
    click(qtbot, notice, "Write it as the protein")
    assert residues(4) == "MWWKVLA"
    listing.apply("Wrong", [listing.order.id_at(1)], partial(set_translation, letters="MWWKVLL"))
    type_at(qtbot, window, 10, "tgg")
    assert "it was not what the CDS codes for before" in notice.text
    click(qtbot, notice, "Translate anew")
    assert translation(window) == "MWWWKVLA"
    click(qtbot, notice, "Write it as the protein")
    assert residues(4) == "MWWWKVLA"
    assert notice.text == ""
    settle(qtbot, window)


def click(qtbot: QtBot, notice: Notice, words: str) -> None:
    def buttons() -> list[QPushButton]:
        found = notice.findChildren(QPushButton)
        return [one for one in found if one.text() == words and one.isVisible()]

    qtbot.waitUntil(lambda: len(buttons()) == 1)
    qtbot.mouseClick(buttons()[0], Qt.MouseButton.LeftButton)


def set_residues(sequence: Sequence, letters: str) -> Sequence:
    return replace(sequence, residues=TextResidues(letters))


def set_translation(sequence: Sequence, letters: str) -> Sequence:
    return with_value(sequence, 1, "translation", letters)


def test_many_are_listed_on_request(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = opened(windows, document(0, coding("3"), coding("3"), protein()), qtbot)
    listing = window.signal.document
    cut = partial(replace_residues, start=5, removed=1, inserted="")
    listing.apply("Cut", listing.order.ids[:2], cut)
    notice = window.centre.editor.notice
    assert notice.text.endswith("And 1 more.")
    click(qtbot, notice, "Show all")
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
