from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document, Kind
from seqeditor.app.jobs import Job
from seqeditor.app.opening import open_file
from seqeditor.bundled import bundled
from seqeditor.domain.general_information import (
    ApplicationIdentification,
    GeneralInformation,
    LanguageText,
)
from seqeditor.rules.finding import Level
from seqeditor.ui.dialogs.generate import PlanDialog, StatementDialog
from seqeditor.ui.dialogs.import_summary import ImportSummary
from seqeditor.ui.dialogs.unreadable import UnreadableDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.session import Session
from seqeditor.ui.windows import Windows
from tests.ui.conftest import press, settle, the_dialog, visible_dialogs

Answer = Callable[[Path | None], list[str]]

SAMPLE = bundled("resources", "samples", "sample-listing.xml")


def complete(header: GeneralInformation) -> GeneralInformation:
    return replace(
        header,
        file_reference="AB 12/3",
        application=ApplicationIdentification("IB", "PCT/IB2024/000001", "2024-01-02"),
        applicant_name=LanguageText("Ada Lovelace", "en"),
        titles=(LanguageText("A thing", "en"),),
    )


@pytest.fixture
def complete_window(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """Return a window on a listing without errors."""
    window.signal.document.apply_header("Fill in", complete)
    settle(qtbot, window)
    assert window.signal.document.findings.counts()[Level.ERROR] == 0
    return window


def test_open_shows_the_file_in_the_place_of_an_empty_window(
    windows: Windows,
    document: Callable[..., Document],
    answer_file_dialog: Answer,
    qtbot: QtBot,
    session: Session,
) -> None:
    empty = windows.open(document())
    settle(qtbot, empty)
    answer_file_dialog(SAMPLE)
    empty.file_actions.open.trigger()
    qtbot.waitUntil(lambda: [w.signal.document.path for w in windows.all] == [SAMPLE])
    shown = windows.all[0]
    settle(qtbot, shown)
    assert shown.signal.document.kind is Kind.RECEIVED
    assert shown.windowTitle() == "sample-listing.xml[*] – seqeditor"
    assert not shown.isWindowModified()
    assert session.settings.recent == (str(SAMPLE),)
    assert session.folder("open") == str(SAMPLE.parent)


def test_open_beside_a_window_with_work_in_it(
    window: MainWindow, windows: Windows, answer_file_dialog: Answer, qtbot: QtBot
) -> None:
    answer_file_dialog(SAMPLE)
    window.file_actions.open.trigger()
    qtbot.waitUntil(lambda: len(windows.all) == 2)
    settle(qtbot, windows.all[1])
    assert windows.all[0] is window


def test_a_file_that_is_no_listing_is_explained(
    window: MainWindow, windows: Windows, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "broken.xml"
    path.write_bytes(b"this is no XML\n")
    window.commands.opening.open(path)
    settle(qtbot, window)
    dialog = the_dialog(UnreadableDialog)
    assert dialog.list.count() >= 1
    assert dialog.list.item(0).text().strip()
    assert len(windows.all) == 1
    dialog.reject()


def test_a_file_that_is_gone_leaves_the_recent_ones(
    window: MainWindow, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    gone = tmp_path / "gone.xml"
    session.add_recent(gone)
    window.commands.opening.open(gone)
    settle(qtbot, window)
    box = the_dialog(QMessageBox)
    assert "gone.xml" in box.text()
    box.close()
    assert session.settings.recent == ()


def test_save_asks_once_and_then_no_more(
    window: MainWindow, answer_file_dialog: Answer, tmp_path: Path, qtbot: QtBot
) -> None:
    asked = answer_file_dialog(tmp_path / "mine")
    assert window.file_actions.save.isEnabled()
    window.file_actions.save.trigger()
    settle(qtbot, window)
    document = window.signal.document
    assert document.path == tmp_path / "mine.seqproj"
    assert document.path.is_file()
    assert not window.isWindowModified()
    assert not window.file_actions.save.isEnabled()
    window.sequence_actions.add.trigger()
    assert window.file_actions.save.isEnabled()
    window.file_actions.save.trigger()
    settle(qtbot, window)
    assert len(asked) == 1
    assert not window.isWindowModified()


def test_save_without_a_name_changes_nothing(
    window: MainWindow, answer_file_dialog: Answer, qtbot: QtBot
) -> None:
    answer_file_dialog(None)
    window.file_actions.save_as.trigger()
    assert window.signal.document.kind is Kind.NEW
    assert window.isWindowModified()


def test_a_project_that_cannot_be_written_is_told(
    window: MainWindow, answer_file_dialog: Answer, tmp_path: Path, qtbot: QtBot
) -> None:
    answer_file_dialog(tmp_path / "nowhere" / "mine.seqproj")
    window.file_actions.save_as.trigger()
    settle(qtbot, window)
    box = the_dialog(QMessageBox)
    assert "mine.seqproj" in box.text()
    assert box.informativeText()
    box.close()
    assert window.isWindowModified()


def test_import_adds_sequences_as_one_step_with_a_report(
    window: MainWindow, tmp_path: Path, answer_file_dialog: Answer, qtbot: QtBot
) -> None:
    path = tmp_path / "two.fasta"
    path.write_text(">one\nacgtacgtacgt\n>two\nttttccccggggaaaa\n", encoding="ascii")
    answer_file_dialog(path)
    window.file_actions.import_file.trigger()
    settle(qtbot, window)
    report = the_dialog(ImportSummary)
    assert report.table.rowCount() > 0
    report.table.copy()
    report.reject()
    assert window.signal.document.count() == 5
    assert window.project.list.selected_count() == 2
    window.edit_actions.undo.trigger()
    assert window.signal.document.count() == 3
    settle(qtbot, window)


def test_a_file_of_another_kind_is_not_imported(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    window.commands.importing.run(path)
    settle(qtbot, window)
    box = the_dialog(QMessageBox)
    assert "picture.png" in box.text()
    box.close()
    assert window.signal.document.count() == 3


def test_generate_refuses_while_there_are_errors_and_shows_them(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.file_actions.generate.trigger()
    settle(qtbot, window)
    dialog = the_dialog(PlanDialog)
    press(dialog, "Show errors")
    assert window.findings.isVisible()
    assert window.findings.panel.model.rowCount() > 0
    assert visible_dialogs() == []


def test_generate_shows_what_it_will_write_and_what_it_has_written(
    complete_window: MainWindow, answer_file_dialog: Answer, tmp_path: Path, qtbot: QtBot
) -> None:
    window = complete_window
    target = tmp_path / "out.xml"
    asked = answer_file_dialog(target)
    window.file_actions.generate.trigger()
    settle(qtbot, window)
    press(the_dialog(PlanDialog), "Choose where to save")
    settle(qtbot, window)
    statement = the_dialog(StatementDialog)
    assert asked == ["AB-12-3.xml"]
    assert f"Size in bytes: {target.stat().st_size}" in statement.statement
    assert target.read_bytes().startswith(b"<?xml")
    statement.reject()
    assert window.file_actions.generate.isEnabled()


def test_generate_never_replaces_the_file_that_was_opened(
    windows: Windows,
    document: Callable[..., Document],
    answer_file_dialog: Answer,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    received = tmp_path / "received.xml"
    received.write_bytes(SAMPLE.read_bytes())
    empty = windows.open(document())
    empty.commands.opening.open(received)
    qtbot.waitUntil(lambda: [w.signal.document.path for w in windows.all] == [received])
    window = windows.all[0]
    settle(qtbot, window)
    answer_file_dialog(received)
    window.file_actions.generate.trigger()
    settle(qtbot, window)
    press(the_dialog(PlanDialog), "Choose where to save")
    box = the_dialog(QMessageBox)
    assert "received.xml" in box.text()
    press(box, "Cancel")
    assert received.read_bytes() == SAMPLE.read_bytes()


def test_closing_asks_about_what_is_not_saved(
    window: MainWindow, windows: Windows, qtbot: QtBot
) -> None:
    assert not window.close()
    press(the_dialog(QMessageBox), "Keep editing")
    assert windows.all == [window]
    assert not window.close()
    press(the_dialog(QMessageBox), "Do not save")
    assert windows.all == []
    assert not window.signal.document.copy.folder.exists()


def test_closing_saves_first_when_asked_to(
    window: MainWindow,
    windows: Windows,
    answer_file_dialog: Answer,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    answer_file_dialog(tmp_path / "kept.seqproj")
    window.file_actions.close.trigger()
    press(the_dialog(QMessageBox), "Save")
    qtbot.waitUntil(lambda: windows.all == [])
    assert (tmp_path / "kept.seqproj").is_file()


def test_at_the_end_of_the_system_session_nothing_is_asked_and_all_is_kept(
    window: MainWindow, session: Session
) -> None:
    session.is_ending = True
    folder = window.signal.document.copy.folder
    assert window.close()
    assert folder.exists()
    assert visible_dialogs() == []


def test_files_dropped_are_opened_or_added(
    window: MainWindow, windows: Windows, tmp_path: Path, qtbot: QtBot
) -> None:
    fasta = tmp_path / "one.fa"
    fasta.write_text(">one\nacgtacgtacgt\n", encoding="ascii")
    window.take_files([fasta])
    settle(qtbot, window)
    the_dialog(ImportSummary).reject()
    assert window.signal.document.count() == 4
    window.take_files([SAMPLE])
    qtbot.waitUntil(lambda: len(windows.all) == 2)
    settle(qtbot, windows.all[1])


def test_a_project_opened_twice_is_shown_once(
    window: MainWindow,
    windows: Windows,
    answer_file_dialog: Answer,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    path = tmp_path / "mine.seqproj"
    answer_file_dialog(path)
    window.file_actions.save.trigger()
    settle(qtbot, window)
    window.commands.opening.open(path)
    settle(qtbot, window)
    assert windows.all == [window]


def test_half_a_listing_is_neither_saved_nor_generated_nor_copied(
    windows: Windows, document: Callable[..., Document], tmp_path: Path, qtbot: QtBot
) -> None:
    broken = tmp_path / "half.xml"
    whole = SAMPLE.read_bytes()
    broken.write_bytes(whole[: len(whole) * 2 // 3])
    windows.open(document()).commands.opening.open(broken)
    qtbot.waitUntil(lambda: [w.signal.document.path for w in windows.all] == [broken])
    window = windows.all[0]
    settle(qtbot, window)
    assert window.signal.document.count() > 0
    assert window.centre.banner.text
    assert window.centre.banner.findChildren(QPushButton) == []
    for action in (window.file_actions.save, window.file_actions.save_as):
        assert not action.isEnabled()
    assert not window.file_actions.generate.isEnabled()
    assert not window.sequence_actions.add.isEnabled()


def test_a_held_project_saved_under_another_name_can_be_edited(
    windows: Windows,
    document: Callable[..., Document],
    answer_file_dialog: Answer,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    path = tmp_path / "shared.seqproj"
    first = windows.open(document(1))
    answer_file_dialog(path)
    first.file_actions.save.trigger()
    settle(qtbot, first)
    second = windows.open(open_file(path, Job()))
    settle(qtbot, second)
    assert second.centre.banner.text
    answer_file_dialog(tmp_path / "own.seqproj")
    second.file_actions.save_as.trigger()
    settle(qtbot, second)
    assert second.centre.banner.isHidden()
    assert second.sequence_actions.add.isEnabled()
    assert second.windowTitle() == "own.seqproj[*] – seqeditor"


def test_several_files_are_imported_one_after_the_other(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    files = [tmp_path / f"{n}.fa" for n in range(3)]
    for number, path in enumerate(files):
        path.write_text(f">n{number}\nacgtacgtacgt\n", encoding="ascii")
    window.take_files(files)
    qtbot.waitUntil(lambda: len(visible_dialogs()) == 3)
    settle(qtbot, window)
    for dialog in visible_dialogs():
        dialog.reject()
    document = window.signal.document
    assert [row.name for row in document.rows_of(document.order.ids)][3:] == ["n0", "n1", "n2"]
