"""The import reports of a project, in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from seqeditor.app.import_report import Action
from seqeditor.store.reports import LOOKED_AT, TO_LOOK_AT, report_items, reports
from seqeditor.ui.dialogs.import_summary import ImportSummary
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.models.import_items import BECAME, LOOKED, NUMBER, TO_CHECK
from seqeditor.ui.panels.import_reports import ImportReportsPanel
from seqeditor.ui.panels.project import REPORTS, SEQUENCES
from seqeditor.ui.session import Session
from tests.ui.conftest import press, settle, the_dialog

Answer = Callable[[Path | None], list[str]]


@pytest.fixture
def imported(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A window on five sequences, of which a file with <script> in a name has brought two."""
    source = tmp_path / "primers.fa"
    source.write_bytes(b">one<script>\nacgtacgtacgu\n>two\nacgtacgtacgt\n")
    window.commands.importing.run(source)
    settle(qtbot, window)
    the_dialog(ImportSummary).reject()
    window.project.choose(REPORTS)
    return window


def _panel(window: MainWindow) -> ImportReportsPanel:
    assert window.centre.pages.currentWidget() is window.centre.reports
    return window.centre.reports


def _to_check(panel: ImportReportsPanel) -> int:
    model = panel.model
    return next(row for row in range(model.rowCount()) if model.is_to_check(row))


def _click(qtbot: QtBot, panel: ImportReportsPanel, row: int, column: int) -> None:
    index = panel.model.index(row, column)
    panel.table.scrollTo(index)
    at = panel.table.visualRect(index).center()
    if column == LOOKED:
        at = QPoint(panel.table.visualRect(index).left() + 10, at.y())
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_project_without_imports_says_so(window: MainWindow) -> None:
    window.project.choose(REPORTS)
    panel = _panel(window)
    assert panel.words.text() == "Nothing has been imported into this project yet."
    assert panel.parts.isHidden()
    assert window.project.parts.item(REPORTS).text() == "Import reports"


def test_a_report_and_its_items_are_listed(imported: MainWindow) -> None:
    panel = _panel(imported)
    assert imported.project.parts.item(REPORTS).text() == "Import reports (1)"
    item = panel.list.topLevelItem(0)
    assert item is not None
    assert "primers.fa" in item.text(0)
    assert item.text(3) == "2"
    kept = panel.current()
    assert kept is not None
    assert panel.model.rowCount() == len(report_items(imported.signal.document.copy, kept.id)) > 2


def test_the_items_are_chosen_by_what_became_of_them(imported: MainWindow) -> None:
    panel = _panel(imported)
    panel.filter.setCurrentIndex(panel.filter.findData(str(Action.DECISION)))
    shown = {panel.model.index(n, BECAME).data() for n in range(panel.model.rowCount())}
    assert shown == {"to decide"}
    panel.filter.setCurrentIndex(0)
    assert panel.model.rowCount() > 2


def test_a_click_on_the_number_goes_to_the_sequence_wherever_it_is_now(
    imported: MainWindow, qtbot: QtBot
) -> None:
    document, panel = imported.signal.document, _panel(imported)
    first = document.order.ids[3]
    document.remove_sequences("Delete", [document.order.ids[0]])
    settle(qtbot, imported)
    row = next(n for n in range(panel.model.rowCount()) if panel.model.sequence_at(n) == first)
    assert panel.model.index(row, NUMBER).data() == "3"
    _click(qtbot, panel, row, NUMBER)
    assert imported.project.parts.currentRow() == SEQUENCES
    assert imported.project.list.current_id() == first


def test_a_sequence_that_is_gone_is_told(imported: MainWindow, qtbot: QtBot) -> None:
    document, panel = imported.signal.document, _panel(imported)
    row = next(n for n in range(panel.model.rowCount()) if panel.model.sequence_at(n))
    gone = panel.model.sequence_at(row)
    assert gone is not None
    document.remove_sequences("Delete", [gone])
    settle(qtbot, imported)
    assert panel.model.index(row, NUMBER).data() == ""
    panel.table.selectRow(row)
    panel.go.click()
    assert "not in the listing any more" in imported.centre.notice.text
    assert imported.project.parts.currentRow() == REPORTS


def test_a_tick_stays_with_the_project(imported: MainWindow, qtbot: QtBot) -> None:
    panel, copy = _panel(imported), imported.signal.document.copy
    row = _to_check(panel)
    copy.mark_saved()
    _click(qtbot, panel, row, LOOKED)
    kept = report_items(copy, reports(copy)[0].id)[row]
    assert kept[6] & LOOKED_AT
    assert imported.isWindowModified()
    to_look_at = kept[6] & TO_LOOK_AT
    panel.table.setCurrentIndex(panel.model.index(row, BECAME))
    qtbot.keyClick(panel.table, Qt.Key.Key_Space)
    assert report_items(copy, reports(copy)[0].id)[row][6] == to_look_at
    before = panel.model.count(TO_CHECK)
    qtbot.keyClick(panel.table, Qt.Key.Key_Space)
    assert panel.model.count(TO_CHECK) == before - 1


def test_the_items_are_copied_as_a_table(imported: MainWindow) -> None:
    panel = _panel(imported)
    panel.copy_button.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Looked at\tSEQ ID NO\t")
    assert len(lines) == panel.model.rowCount() + 1


@pytest.mark.parametrize("suffix", [".html", ".txt", ".json", ""])
def test_a_report_is_written_to_a_file(
    imported: MainWindow, answer_file_dialog: Answer, tmp_path: Path, qtbot: QtBot, suffix: str
) -> None:
    asked = answer_file_dialog(tmp_path / f"r{suffix}")
    _panel(imported).write.click()
    settle(qtbot, imported)
    assert asked[0].endswith("primers-report.html")
    text = (tmp_path / f"r{suffix or '.html'}").read_text(encoding="utf-8")
    assert "primers.fa" in text
    if suffix in ("", ".html"):
        assert "<script" not in text
    assert "was written" in imported.centre.notice.text


def test_the_summary_of_an_import_can_be_written(
    window: MainWindow, answer_file_dialog: Answer, tmp_path: Path, qtbot: QtBot
) -> None:
    source = tmp_path / "a.fa"
    source.write_bytes(b">one\nacgtacgtacgt\n")
    window.commands.importing.run(source)
    settle(qtbot, window)
    answer_file_dialog(tmp_path / "r.txt")
    press(the_dialog(ImportSummary), "Write to a file")
    settle(qtbot, window)
    the_dialog(ImportSummary).reject()
    assert "a.fa" in (tmp_path / "r.txt").read_text(encoding="utf-8")


def test_the_panel_follows_the_language(imported: MainWindow, session: Session) -> None:
    session.choose_language("ar", keep=False)
    assert _panel(imported).model.rowCount() > 2
    session.choose_language("en", keep=False)
    assert _panel(imported).title.text() == "Import reports"
