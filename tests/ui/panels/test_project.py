from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.ui.dropping import dropped_files, is_imported
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.panels import project
from seqeditor.ui.panels.project import GENERAL_INFORMATION, SEQUENCES
from seqeditor.ui.windows import Windows
from tests.ui.conftest import sequence, settle


def test_the_parts_choose_what_the_centre_shows(window: MainWindow) -> None:
    window.project.parts.setCurrentRow(GENERAL_INFORMATION)
    assert window.centre.pages.currentWidget() is window.centre.form
    assert window.status._place.text() == ""
    window.project.parts.setCurrentRow(SEQUENCES)
    assert window.centre.pages.currentWidget() is window.centre.panes
    assert window.status._place.text().startswith("Position 1")


def test_the_number_of_sequences_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    assert window.project.parts.item(SEQUENCES).text() == "Sequences (3)"
    window.signal.document.insert_sequences("x", 1, [sequence()])
    assert window.project.parts.item(SEQUENCES).text() == "Sequences (4)"
    settle(qtbot, window)


def test_a_click_in_the_list_leaves_the_general_information(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.project.choose(GENERAL_INFORMATION)
    list_ = window.project.list
    qtbot.mouseClick(
        list_.viewport(),
        Qt.MouseButton.LeftButton,
        pos=list_.visualRect(window.project.model.index(1, 0)).center(),
    )
    assert window.centre.pages.currentWidget() is window.centre.panes
    assert window.centre.editor.sequence_id == window.signal.document.order.id_at(2)


def test_arrow_keys_walk_through_the_sequences(window: MainWindow, qtbot: QtBot) -> None:
    list_ = window.project.list
    list_.setFocus()
    qtbot.keyClick(list_, Qt.Key.Key_Down)
    assert window.centre.editor.sequence_id == window.signal.document.order.id_at(2)
    qtbot.keyClick(list_, Qt.Key.Key_Return)
    assert window.centre.editor.residues.hasFocus()


def test_large_listings_are_filtered_beside_the_window(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(project, "SEARCH_AT_ONCE", 2)
    panel = window.project
    panel.filter.setText("s1")
    panel.filter_now()
    panel.filter.setText("s2")
    panel.filter_now()
    qtbot.waitUntil(lambda: panel.model.is_filtered)
    settle(qtbot, window)
    names = [row.name for row in window.signal.document.rows_of(panel.model.ids)]
    assert names == ["s2"]
    assert panel.list_filter.shown.text() == "1 of 3 shown"
    panel.clear_filter()
    assert panel.list_filter.shown.isHidden()


def test_a_filter_that_hides_the_current_sequence_keeps_the_editor_true(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.project.filter.setText("s3")
    window.project.filter_now()
    assert window.centre.editor.sequence_id == window.project.list.current_id()
    window.project.filter.setText("nothing has this name")
    window.project.filter_now()
    assert window.project.model.rowCount() == 0
    assert window.sequence_actions.add.isEnabled()
    window.sequence_actions.add.trigger()
    assert not window.project.model.is_filtered
    assert window.signal.document.count() == 4
    settle(qtbot, window)


def test_selecting_all_of_many_is_quick_to_ask(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = windows.open(document(0, *(sequence() for _ in range(300))))
    settle(qtbot, window)
    window.project.list.selectAll()
    assert window.project.list.selected_count() == 300
    assert list(window.project.list.selected_ids()) == list(window.signal.document.order.ids)
    assert window.status._count.text() == "300 sequences, 300 selected"


def test_only_fasta_is_added_to_the_open_listing(tmp_path: Path) -> None:
    fasta, listing = tmp_path / "a.fa", tmp_path / "b.xml"
    fasta.write_text(">a\nacgt\n", encoding="ascii")
    listing.write_text("<?xml version='1.0'?><ST26SequenceListing/>", encoding="ascii")
    assert is_imported(fasta)
    assert not is_imported(listing)
    assert not is_imported(tmp_path / "gone.fa")


def test_what_is_dragged_brings_its_files(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.xml")), QUrl("https://example.org/b.xml")])
    assert dropped_files(data) == [tmp_path / "a.xml"]
    assert dropped_files(QMimeData()) == []
