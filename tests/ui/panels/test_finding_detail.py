from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from seqeditor.rules.explanation import explanation
from seqeditor.rules.finding import Finding, Level
from seqeditor.rules.registry import all_rules
from seqeditor.texts import Catalogue
from seqeditor.ui.panels.finding_detail import detail

BETWEEN = Finding("loc-aa-between", Level.ERROR, ("features", 1, "location"), 1, "29^30")


def document(finding: Finding, language: str = "en") -> QTextDocument:
    made = QTextDocument()
    made.setHtml(detail(finding, "SEQ ID NO 2", Catalogue(language)))
    return made


@dataclass(frozen=True)
class Line:
    text: str
    direction: Qt.LayoutDirection
    families: tuple[str, ...]


def lines(made: QTextDocument) -> list[Line]:
    found = []
    block = made.begin()
    while block.isValid():
        font = block.begin().fragment().charFormat()
        families = tuple(font.fontFamilies() or ())
        found.append(Line(block.text(), block.textDirection(), families))
        block = block.next()
    return found


def test_sentence_place_reason_examples_and_remedy_come_in_this_order(qtbot: QtBot) -> None:
    shown = document(BETWEEN).toPlainText().split("\n")
    assert "29^30" in shown[0]
    assert shown[1] == "SEQ ID NO 2"
    assert shown[4:8] == ["Right:", "29..30", "Wrong:", "29^30"]
    assert shown[8] == "Write the range of the two neighbours."


def test_what_is_advice_is_not_called_wrong(qtbot: QtBot) -> None:
    text = document(Finding("skip-last", Level.INFO)).toPlainText()
    assert "Wrong:" not in text
    assert "Remarked:" in text


def test_examples_are_in_a_fixed_width_font_and_run_left_to_right(qtbot: QtBot) -> None:
    made = document(BETWEEN, "ar")
    first = lines(made)[0]
    (example,) = [line for line in lines(made) if line.text == "29..30"]
    assert example.direction == Qt.LayoutDirection.LeftToRight
    assert example.families
    assert example.families != first.families


@pytest.mark.parametrize("value", ["<b>x</b>", "a & b", '"quoted"', "<script>1</script>"])
def test_values_are_shown_as_they_are(qtbot: QtBot, value: str) -> None:
    finding = Finding("feat-key-unknown", Level.ERROR, value=value)
    assert value in document(finding).toPlainText()


def test_every_rule_can_be_explained(qtbot: QtBot) -> None:
    for rule in all_rules().values():
        shown = document(Finding(rule.id, rule.level)).toPlainText().split("\n")
        told = explanation(rule.help)
        assert {told.what, told.remedy, *told.right, *told.wrong} <= set(shown), rule.id


def test_every_line_of_a_mirrored_text_but_the_examples_runs_right_to_left(qtbot: QtBot) -> None:
    made = lines(document(BETWEEN, "ar"))
    latin = {line.text for line in lines(document(BETWEEN)) if line.families}
    assert latin
    for line in made:
        mirrored = line.direction is Qt.LayoutDirection.RightToLeft
        assert mirrored is (line.text not in latin)
