"""The order changed in the window: numbers, links and texts follow, or it is asked."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.app.snapshots import freeze
from seqeditor.app.sorting import SortBy
from seqeditor.domain.sequence import Feature, Qualifier
from seqeditor.ui.actions.ordering import Ordering
from seqeditor.ui.actions.rearranging import rearranger
from seqeditor.ui.dialogs.mentions import MentionsDialog
from seqeditor.ui.dialogs.rearranging import InsertDialog, RangeDialog, SortDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.ui.conftest import press, settle, the_dialog, visible_dialogs


def _saying(document: Document, position: int, text: str) -> int:
    one = document.order.id_at(position)
    feature = Feature("misc_feature", "1..4", (Qualifier("note", text),))
    document.apply("Say", [one], lambda old: replace(old, features=(*old.features, feature)))
    return one


def _said(document: Document, one: int) -> str:
    return document.sequence(one).features[1].qualifiers[0].value or ""


def _ordering(window: MainWindow) -> Ordering:
    (found,) = (one for one in window.commands.groups if isinstance(one, Ordering))
    return found


def _names(document: Document) -> str:
    return " ".join(row.name or "-" for row in document.rows_of(document.order.ids))


@pytest.fixture
def five(windows: Windows, document: Callable[..., Document], qtbot: QtBot) -> MainWindow:
    """A window on s1 to s5; the note of the first names the fourth."""
    made = document(5)
    _saying(made, 1, "binds SEQ ID NO: 4")
    window = windows.open(made)
    settle(qtbot, window)
    return window


def _choose(window: MainWindow, *positions: int) -> None:
    order = window.signal.document.order
    window.project.list.select_ids(array("q", [order.id_at(n) for n in positions]))


def test_deleting_asks_about_mentions(five: MainWindow) -> None:
    document = five.signal.document
    first = document.order.id_at(1)
    _choose(five, 2)
    five.sequence_actions.delete.trigger()
    dialog = the_dialog(MentionsDialog)
    assert document.count() == 5
    assert dialog.table.item(0, 2).text() == "binds SEQ ID NO: 4"
    assert dialog.table.item(0, 3).text() == "binds SEQ ID NO: 3"
    press(dialog, "Adjust them")
    assert _names(document) == "s1 s3 s4 s5"
    assert _said(document, first) == "binds SEQ ID NO: 3"
    assert "1 mention" in five.centre.notice.text
    document.undo()
    assert (_names(document), _said(document, first)) == ("s1 s2 s3 s4 s5", "binds SEQ ID NO: 4")


def test_mentions_can_be_left(five: MainWindow) -> None:
    document = five.signal.document
    _choose(five, 2)
    five.sequence_actions.delete.trigger()
    press(the_dialog(MentionsDialog), "Leave them")
    assert document.count() == 4
    assert _said(document, document.order.id_at(1)) == "binds SEQ ID NO: 4"


def test_cancel_leaves_everything(five: MainWindow, qtbot: QtBot) -> None:
    document = five.signal.document
    step = document.copy.last_step
    _choose(five, 2)
    five.sequence_actions.delete.trigger()
    qtbot.keyClick(the_dialog(MentionsDialog), Qt.Key.Key_Escape)
    assert (document.count(), document.copy.last_step) == (5, step)


def test_the_answer_is_remembered(five: MainWindow) -> None:
    document = five.signal.document
    first = document.order.id_at(1)
    _choose(five, 2)
    five.sequence_actions.delete.trigger()
    dialog = the_dialog(MentionsDialog)
    dialog.again.setChecked(True)
    press(dialog, "Adjust them")
    _choose(five, 3)
    five.sequence_actions.up.trigger()
    assert visible_dialogs() == []
    assert _said(document, first) == "binds SEQ ID NO: 2"


def test_what_names_a_deleted_sequence_is_told(five: MainWindow) -> None:
    document = five.signal.document
    _choose(five, 4)
    five.sequence_actions.delete.trigger()
    dialog = the_dialog(MentionsDialog)
    assert dialog.table.item(0, 3).text().startswith("stays as it is")
    assert not dialog.again.isVisible()
    press(dialog, "Go on")
    assert document.count() == 4
    assert _said(document, document.order.id_at(1)) == "binds SEQ ID NO: 4"
    assert "1 mention" in five.centre.notice.text


def test_adding_at_the_end_asks_nothing(five: MainWindow) -> None:
    _choose(five, 5)
    five.sequence_actions.add.trigger()
    assert five.signal.document.count() == 6


def test_moves_a_range(five: MainWindow, qtbot: QtBot) -> None:
    document = five.signal.document
    _choose(five, 2, 3)
    _ordering(five).move.trigger()
    dialog = the_dialog(RangeDialog)
    assert dialog.line.text() == "2-3"
    dialog.line.selectAll()
    qtbot.keyClicks(dialog.line, "4-5")
    assert "2" in dialog.hint.text()
    dialog.place.setValue(1)
    press(dialog, "Move")
    press(the_dialog(MentionsDialog), "Adjust them")
    assert _names(document) == "s4 s5 s1 s2 s3"
    assert _said(document, document.order.id_at(3)) == "binds SEQ ID NO: 1"


def test_a_wrong_range_stays_in_its_field(five: MainWindow, qtbot: QtBot) -> None:
    _choose(five, 1)
    _ordering(five).delete.trigger()
    dialog = the_dialog(RangeDialog)
    dialog.line.selectAll()
    qtbot.keyClicks(dialog.line, "2-x")
    assert not dialog.go.isEnabled()
    assert "2-x" in dialog.hint.text()
    dialog.reject()


def test_inserts_skipped_sequences(five: MainWindow) -> None:
    document = five.signal.document
    _choose(five, 2)
    _ordering(five).insert_skipped.trigger()
    dialog = the_dialog(InsertDialog)
    assert dialog.place.value() == 2
    dialog.count.setValue(3)
    press(dialog, "Insert")
    press(the_dialog(MentionsDialog), "Adjust them")
    assert _names(document) == "s1 - - - s2 s3 s4 s5"
    assert _said(document, document.order.id_at(1)) == "binds SEQ ID NO: 7"
    assert [row.skipped for row in document.rows_of(document.order.ids[:3])] == [False, True, True]


def test_sorts(five: MainWindow, qtbot: QtBot) -> None:
    document = five.signal.document
    _ordering(five).sort.trigger()
    dialog = the_dialog(SortDialog)
    dialog.rows[0].by.setCurrentIndex(dialog.rows[0].by.findData(SortBy.NAME))
    dialog.rows[0].descending.setChecked(True)
    press(dialog, "Sort")
    qtbot.waitUntil(lambda: bool(visible_dialogs()) and not five.runner.running)
    press(the_dialog(MentionsDialog), "Adjust them")
    assert _names(document) == "s5 s4 s3 s2 s1"
    assert _said(document, document.order.id_at(5)) == "binds SEQ ID NO: 2"
    document.undo()
    assert _names(document) == "s1 s2 s3 s4 s5"


def test_frozen_numbers_stay(five: MainWindow) -> None:
    document = five.signal.document
    freeze(document)
    assert _ordering(five).frozen.isChecked()
    _choose(five, 2)
    five.sequence_actions.delete.trigger()
    question = the_dialog(QMessageBox)
    assert "frozen" in question.text()
    assert "000" in question.informativeText()
    press(question, "Skip")
    assert document.count() == 5
    assert document.rows_of([document.order.id_at(2)])[0].skipped
    _choose(five, 1)
    five.sequence_actions.insert.trigger()
    press(the_dialog(QMessageBox), "Add at the end")
    assert document.count() == 6
    assert not document.rows_of([document.order.id_at(6)])[0].skipped
    _choose(five, 6)
    # What was not filed goes for good.
    five.sequence_actions.delete.trigger()
    assert (document.count(), visible_dialogs()) == (5, [])


def test_renumbering_what_was_filed_asks(five: MainWindow) -> None:
    document = five.signal.document
    freeze(document)
    _choose(five, 3)
    five.sequence_actions.up.trigger()
    press(the_dialog(QMessageBox), "Cancel")
    assert _names(document) == "s1 s2 s3 s4 s5"
    five.sequence_actions.up.trigger()
    press(the_dialog(QMessageBox), "Renumber all the same")
    assert _names(document) == "s1 s3 s2 s4 s5"


def test_numbers_are_unfrozen_after_a_question(five: MainWindow) -> None:
    document = five.signal.document
    freeze(document)
    _ordering(five).frozen.trigger()
    press(the_dialog(QMessageBox), "Unfreeze")
    assert not _ordering(five).frozen.isChecked()
    _choose(five, 5)
    five.sequence_actions.delete.trigger()
    assert document.count() == 4
    document.undo()
    document.undo()
    assert _ordering(five).frozen.isChecked()


def test_pasted_among_frozen_numbers_goes_to_the_end(five: MainWindow) -> None:
    document = five.signal.document
    freeze(document)
    _choose(five, 1)
    five.commands.clipboard.copy()
    five.commands.clipboard.paste()
    assert _names(document) == "s1 s2 s3 s4 s5 s1"
    assert "frozen" in five.centre.notice.text


def test_many_are_moved_beside_the_window(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    made = document(300)
    _saying(made, 300, "SEQ ID NO: 1")
    window = windows.open(made)
    settle(qtbot, window)
    last = made.order.id_at(300)
    rearranger(window.desk).adjusts = True
    rearranger(window.desk).move(("Move", {}), made.order.ids[:250], 301)
    qtbot.waitUntil(lambda: not window.runner.running)
    assert made.order.position(last) == 50
    assert _said(made, last) == "SEQ ID NO: 51"


def test_a_feature_of_another_listing_comes_without_its_protein(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    made, other = document(3), document(3)
    cds = Feature("CDS", "1..9", (Qualifier("protein_id", "3"),))
    made.apply(
        "CDS", [made.order.id_at(1)], lambda old: replace(old, features=(*old.features, cds))
    )
    one, two = windows.open(made), windows.open(other)
    settle(qtbot, one)
    settle(qtbot, two)
    one.centre.editor.features.select_feature(1)
    one.centre.editor.features.copy()
    # In its own listing the number means the same protein.
    one.project.list.selectRow(1)
    one.centre.editor.features.paste()
    assert made.sequence(made.order.id_at(2)).features[1].value("protein_id") == "3"
    two.centre.editor.features.paste()
    press(the_dialog(QMessageBox), "Paste without protein_id")
    pasted = other.sequence(other.order.id_at(1)).features[1]
    assert (pasted.key, pasted.value("protein_id")) == ("CDS", None)
