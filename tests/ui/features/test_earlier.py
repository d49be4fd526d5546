from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.ui.features.earlier import MOST_VALUES, EarlierValues
from seqeditor.ui.features.editor import FeatureEditor
from seqeditor.ui.features.text_box import TextBox


def noted(*notes: str) -> Sequence:
    return Sequence(
        features=tuple(
            Feature("gene", "1", (Qualifier("note", note, f"{note}!"),)) for note in notes
        )
    )


def test_the_latest_come_first_and_the_oldest_go():
    earlier = EarlierValues()
    earlier.see(noted("a", "b", "a", "x" * 300, ""))
    assert earlier.of("note") == ["a", "b"]
    assert earlier.of("note", non_english=True)[:1] == ["!"]
    assert earlier.of("gene") == []
    earlier.see(noted(*map(str, range(MOST_VALUES))))
    assert len(earlier.of("note")) == MOST_VALUES
    assert "b" not in earlier.of("note")


def test_the_listing_is_looked_through_once_and_comes_last():
    earlier = EarlierValues()
    asked: list[int] = []

    def first() -> list[Sequence]:
        asked.append(1)
        return [noted("old")]

    earlier.begin_with(first)
    earlier.see(noted("new"))
    assert earlier.of("note") == ["new", "old"]
    assert earlier.of("note") == ["new", "old"]
    assert asked == [1]


def test_an_earlier_value_is_offered_and_taken_by_the_keys(
    qtbot: QtBot, editor: FeatureEditor, applied: Callable[[], list[str]]
):
    editor.focus_place(("features", 1, "qualifiers", 0, "value"))
    (box,) = (b for b in editor.tree.viewport().findChildren(TextBox) if b.isVisible())
    qtbot.keyClicks(box, "ns")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert box.toPlainText() == "insA"
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert applied() == []


def test_what_is_offered_is_not_taken_by_itself(
    qtbot: QtBot, editor: FeatureEditor, applied: Callable[[], list[str]]
):
    editor.focus_place(("features", 1, "qualifiers", 0, "value"))
    (box,) = (b for b in editor.tree.viewport().findChildren(TextBox) if b.isVisible())
    qtbot.keyClicks(box, "in")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert editor.sequence.features[1].value("gene") == "in"
