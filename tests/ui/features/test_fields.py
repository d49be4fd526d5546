from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from seqeditor.ui.features.cells import Choice, value_choices
from seqeditor.ui.features.choice_box import ChoiceBox
from seqeditor.ui.features.chooser import Chooser
from seqeditor.ui.features.location_line import (
    FormedLine,
    LocationLine,
    fault_text,
    value_fault_text,
)
from seqeditor.ui.features.text_box import TextBox
from seqeditor.ui.features.wrong_words import wrong_key, wrong_name, wrong_value


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


@pytest.mark.parametrize(
    ("text", "right"),
    [("3..20", True), ("join(1..5,9..12)", True), ("3..", False), ("90..130", False), ("", False)],
)
def test_what_is_wrong_with_a_location(text: str, right: bool):
    assert (fault_text(text, "DNA", 120) == "") is right


def test_a_location_is_checked_while_typing(qtbot: QtBot, page: QWidget):
    line = LocationLine(page, "DNA", 120)
    line.setGeometry(10, 10, 200, 24)
    line.show()
    qtbot.keyClicks(line, "3..")
    assert line.message
    assert line.accessibleDescription() == line.message
    line.move(10, 370)
    page.resize(500, 400)
    qtbot.keyClicks(line, "20")
    assert line.message == ""
    assert line.layoutDirection() is Qt.LayoutDirection.LeftToRight
    qtbot.keyClicks(line, "(")
    line.hide()
    assert line.message == ""
    line.discard()


def test_an_amino_acid_location_takes_no_operator(page: QWidget):
    assert fault_text("join(1..2,4..5)", "AA", 120)
    assert fault_text("2..5", "AA", 120) == ""


def test_the_counter_of_a_text(qtbot: QtBot, page: QWidget):
    box = TextBox(page, 10)
    box.resize(300, 60)
    box.show()
    qtbot.keyClicks(box, "abc")
    assert box.counter == "3 of 10"
    box.setPlainText("x" * 13)
    assert box.counter == "13 of 10: 3 too many"
    assert box.accessibleDescription() == box.counter
    free = TextBox(page, None)
    free.setPlainText("x" * 2000)
    assert free.counter == "2000 characters"


def test_enter_is_done_and_shift_enter_begins_a_line(qtbot: QtBot, page: QWidget):
    box = TextBox(page, 1000)
    box.show()
    with qtbot.assertNotEmitted(box.finished):
        qtbot.keyClicks(box, "a")
        qtbot.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        qtbot.keyClicks(box, "b")
    assert box.toPlainText() == "a\nb"
    with qtbot.waitSignal(box.finished):
        qtbot.keyClick(box, Qt.Key.Key_Enter)


def test_the_box_grows_with_its_text_up_to_a_limit(qtbot: QtBot, page: QWidget):
    box = TextBox(page, 1000)
    box.resize(200, 60)
    box.show()
    one = box.sizeHint().height()
    with qtbot.waitSignal(box.grown):
        box.setPlainText("word " * 30)
    several = box.sizeHint().height()
    box.setPlainText("word " * 3000)
    assert one < several < box.sizeHint().height() < 400


def test_a_choice_box_shows_any_text_and_explains_its_words(page: QWidget):
    box = ChoiceBox(page, [Choice("CDS", "coding"), Choice("gene", "a gene")])
    box.set_text("gene")
    assert (box.currentIndex(), box.text()) == (1, "gene")
    box.set_text("promoter")
    assert (box.currentIndex(), box.text(), box.count()) == (-1, "promoter", 2)
    assert box.itemData(0, Qt.ItemDataRole.ToolTipRole) == "coding"
    assert box.layoutDirection() is Qt.LayoutDirection.LeftToRight


CHOICES = (
    Choice("misc_binding", "binds something"),
    Choice("primer_bind", "where a primer sits"),
    Choice("CDS", "coding sequence"),
    Choice("stem_loop", "hairpin that may bind"),
)


@pytest.fixture
def chooser(page: QWidget) -> Chooser:
    made = Chooser(page)
    made.resize(400, 300)
    page.activateWindow()
    made.open("New feature", CHOICES, coloured=True)
    return made


def test_a_part_of_name_or_meaning_finds_a_choice(qtbot: QtBot, chooser: Chooser):
    assert len(chooser.shown()) == 4
    qtbot.keyClicks(chooser._search, "bind")
    assert chooser.shown() == ["misc_binding", "primer_bind", "stem_loop"]
    chooser._search.setText("c")
    assert chooser.shown()[0] == "CDS"
    chooser._search.setText("zzz")
    assert chooser.shown() == []
    with qtbot.assertNotEmitted(chooser.chosen):
        qtbot.keyClick(chooser._search, Qt.Key.Key_Return)


def test_choosing_by_keyboard_alone(qtbot: QtBot, chooser: Chooser):
    qtbot.keyClicks(chooser._search, "bind")
    qtbot.keyClick(chooser._search, Qt.Key.Key_Down)
    with qtbot.waitSignal(chooser.closed), qtbot.waitSignal(chooser.chosen) as told:
        qtbot.keyClick(chooser._search, Qt.Key.Key_Return)
    assert told.args == ["primer_bind"]
    assert not chooser.isVisible()


def test_escape_closes_without_a_choice(qtbot: QtBot, chooser: Chooser):
    with qtbot.assertNotEmitted(chooser.chosen), qtbot.waitSignal(chooser.closed):
        qtbot.keyClick(chooser._search, Qt.Key.Key_Escape)
    assert not chooser.isVisible()


def test_going_elsewhere_closes_without_a_choice(qtbot: QtBot, chooser: Chooser, page: QWidget):
    qtbot.waitUntil(chooser._search.hasFocus)
    chooser._list.setFocus()
    assert chooser.isVisible()
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    with qtbot.assertNotEmitted(chooser.chosen), qtbot.waitSignal(chooser.closed):
        page.setFocus()


@pytest.mark.parametrize(
    ("name", "text", "right"),
    [
        ("collection_date", "2019-04-30", True),
        ("collection_date", "30.4.2019", False),
        ("rpt_unit_range", "21..45", True),
        ("rpt_unit_range", "21..450", False),
        ("protein_id", "12", True),
        ("protein_id", "12a", False),
        ("note", "anything", True),
        ("EC_number", "", True),
    ],
)
def test_what_is_wrong_with_the_form_of_a_value(name: str, text: str, right: bool):
    assert (value_fault_text("DNA", name, text, 120) == "") is right


def test_a_value_with_a_form_is_checked_while_typing(qtbot: QtBot, page: QWidget):
    line = FormedLine(page, "DNA", "collection_date", 120, helped=False)
    line.show()
    qtbot.keyClicks(line, "2019-4")
    assert "YYYY-MM" in line.message
    line.clear()
    qtbot.keyClicks(line, "2019-04")
    assert line.message == ""
    line.discard()


def test_a_word_is_found_by_its_meaning(qtbot: QtBot, page: QWidget):
    box = ChoiceBox(page, value_choices("DNA", "mod_base"))
    box.show()
    box.setEditText("")
    qtbot.keyClicks(box.lineEdit(), "dihydrouridine")
    completer = box.completer()
    assert completer is not None
    model = completer.completionModel()
    assert "dhu" in [completer.pathFromIndex(model.index(n, 0)) for n in range(model.rowCount())]


@pytest.mark.parametrize(
    ("moltype", "key", "said"),
    [
        ("DNA", "CDS", ""),
        ("DNA", "cds", ""),
        ("DNA", "promoter", "regulatory"),
        ("AA", "CDS", "no feature key"),
    ],
)
def test_why_a_text_is_no_key(moltype: str, key: str, said: str):
    found = wrong_key(moltype, key)
    assert said in found
    assert bool(found) is bool(said)


def test_why_a_text_is_no_name_or_value():
    assert wrong_name("DNA", "Gene") == ""
    assert "note" in wrong_name("DNA", "NOTE") or wrong_name("DNA", "NOTE") == ""
    assert "no qualifier" in wrong_name("AA", "gene")
    assert wrong_value("DNA", "mod_base", "um") == ""
    assert "none of the values" in wrong_value("DNA", "mod_base", "xyz")
    assert wrong_value("DNA", "mobile_element_type", "transposon:Tn10") == ""


def test_a_wrong_word_is_told_once_nothing_can_come_of_it(qtbot: QtBot, page: QWidget):
    box = ChoiceBox(page, CHOICES, lambda text: "wrong" if text != "CDS" else "", strict=True)
    box.show()
    line = box.lineEdit()
    assert line is not None
    line.selectAll()
    qtbot.keyClicks(line, "bind")
    assert box.message == ""
    assert box.refused()
    assert box.message == "wrong"
    qtbot.keyClicks(line, "x")
    assert box.message == "wrong"
    box.set_text("CDS")
    assert not box.refused()
    assert box.message == ""
    box.discard()
