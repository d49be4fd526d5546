from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from seqeditor.app.generating import Plan
from seqeditor.app.import_report import Action, ImportReport, Item
from seqeditor.ui.dialogs.about import AboutDialog, components
from seqeditor.ui.dialogs.generate import PlanDialog
from seqeditor.ui.dialogs.import_summary import ImportSummary
from seqeditor.ui.dialogs.message import Answer, Role, show_message
from seqeditor.ui.dialogs.unexpected import UnexpectedDialog, show_unexpected
from seqeditor.ui.session import Session
from tests.ui.conftest import press, the_dialog, visible_dialogs


@pytest.fixture
def parent(qtbot: QtBot, session: Session) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    yield made
    for dialog in visible_dialogs():
        dialog.close()


def test_everything_built_in_shows_its_licence(parent: QWidget) -> None:
    dialog = AboutDialog(parent)
    dialog.open()
    for row, one in enumerate(components()):
        dialog.list.setCurrentRow(row)
        assert one.licence in dialog.list.item(row).text()
        assert len(dialog.text.toPlainText()) > 500 or not one.texts
    assert {"Qt, PySide6, Shiboken", "SQLite", "NumPy"} <= {one.name for one in components()}


def test_a_message_answers_once(parent: QWidget) -> None:
    told: list[str] = []
    answers = (
        Answer("&Yes", lambda: told.append("yes"), is_default=True),
        Answer("&No", lambda: told.append("no"), Role.RejectRole),
    )
    show_message(parent, "Title", "Question?", answers=answers)
    the_dialog(QMessageBox).reject()
    assert told == ["no"]
    show_message(parent, "Title", "Question?", answers=answers)
    press(the_dialog(QMessageBox), "Yes")
    assert told == ["no", "yes"]


def test_an_unexpected_error_is_shown_once_with_its_details(
    parent: QWidget, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        try:
            raise ZeroDivisionError("so it goes")
        except ZeroDivisionError:
            show_unexpected(*sys.exc_info())  # type: ignore[arg-type]
    dialog = the_dialog(UnexpectedDialog)
    press(dialog, "Copy the details")
    copied = QGuiApplication.clipboard().text()
    assert "so it goes" in copied
    assert "test_dialogs.py" in copied
    assert copied.startswith("seqeditor ")
    dialog.close()
    assert "so it goes" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("plan", "words", "button"),
    [
        (Plan("a.xml", 2, 0, {"DNA": 2}, ("en",), errors=1), "is not written", "Show errors"),
        (Plan("a.xml", 2, 0, {"DNA": 2}, ("en",), warnings=3), "3 warnings", "Show warnings"),
        (Plan("a.xml", 2, 1, {"AA": 1}, ("en", "ja")), "no errors and no", "Choose where to save"),
    ],
)
def test_a_plan_says_what_will_be_written(
    plan: Plan, words: str, button: str, parent: QWidget
) -> None:
    from PySide6.QtWidgets import QLabel

    dialog = PlanDialog(plan, parent)
    dialog.open()
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert words in said
    assert "a.xml" in said
    press(dialog, button)
    assert visible_dialogs() == []


def test_an_import_without_losses_says_so(parent: QWidget) -> None:
    report = ImportReport("/x/a.xml", "st26", sequences=4)
    dialog = ImportSummary(report, parent)
    dialog.open()
    assert dialog.table.isHidden()


def test_an_import_report_lists_and_copies_what_became_of_each_datum(parent: QWidget) -> None:
    report = ImportReport("/x/a.fasta", "fasta", sequences=1)
    report.add(Item(Action.DROPPED, "x", "The name {name} goes.", {"name": "n1"}, sequence=1))
    report.add(
        Item(Action.RENAMED, "y", ("{count} u is t.", "{count} u are t."), {"count": 2}, line=7)
    )
    dialog = ImportSummary(report, parent)
    dialog.open()
    dialog.table.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[1:] == ["1\tdropped\tThe name n1 goes.\t", "\trenamed\t2 u are t.\t7"]
