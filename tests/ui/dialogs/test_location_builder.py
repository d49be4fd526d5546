from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from seqeditor.ui.dialogs.location_builder import LocationBuilder

PAGES: list[QWidget] = []


@pytest.fixture(autouse=True)
def _pages() -> Iterator[None]:
    yield
    PAGES.clear()


def opened(qtbot: QtBot, location: str, moltype: str = "DNA", length: int = 100) -> LocationBuilder:
    page = QWidget()
    qtbot.addWidget(page)
    PAGES.append(page)
    dialog = LocationBuilder("CDS", location, moltype, length, page)
    dialog.show()
    return dialog


def said(dialog: LocationBuilder) -> list[str]:
    return [str(row.part) for row in dialog._rows]


def test_text_and_rows_stay_in_step(qtbot: QtBot):
    dialog = opened(qtbot, "join(1..5,complement(9..>12))")
    assert said(dialog) == ["1..5", "complement(9..>12)"]
    dialog._rows[0].end.setValue(7)
    assert dialog.location == "join(1..7,complement(9..>12))"
    dialog._rows[0].before.click()
    dialog._rows[1].complement.click()
    dialog.order.click()
    dialog.whole.click()
    assert dialog.location == "complement(order(<1..7,9..>12))"
    dialog.text.clear()
    qtbot.keyClicks(dialog.text, "4..8")
    assert said(dialog) == ["4..8"]
    assert not dialog.whole.isChecked()
    assert not dialog.join.isEnabled()


def test_wrong_text_stays_with_its_message_and_the_rows_wait(qtbot: QtBot):
    dialog = opened(qtbot, "3..9")
    qtbot.keyClick(dialog.text, Qt.Key.Key_End)
    qtbot.keyClicks(dialog.text, ",")
    assert dialog.location == "3..9,"
    assert dialog.message.text()
    assert not dialog._inside.isEnabled()
    assert said(dialog) == ["3..9"]
    qtbot.keyClick(dialog.text, Qt.Key.Key_Backspace)
    assert dialog.message.text() == ""
    assert dialog._inside.isEnabled()
    dialog._rows[0].end.setValue(200)
    assert "100" in dialog.message.text()


def test_parts_are_added_moved_and_removed(qtbot: QtBot):
    dialog = opened(qtbot, "")
    assert "12..400" in dialog.message.text()
    assert not dialog.add_selection.isEnabled()
    dialog.set_selection(20, 30)
    dialog.add_selection.click()
    assert dialog.location == "20..30"
    dialog.set_selection(40, 40)
    dialog.add_selection.click()
    dialog.add.click()
    assert dialog.location == "join(20..30,40,41..100)"
    dialog._rows[2].up.click()
    assert dialog.location == "join(20..30,41..100,40)"
    dialog._rows[0].remove.click()
    dialog._rows[0].take.click()
    assert dialog.location == "join(40,40)"
    dialog._rows[0].remove.click()
    dialog._rows[0].remove.click()
    assert dialog.location == ""
    dialog.set_selection(5, 4)
    assert not dialog.add_selection.isEnabled()


def test_a_site_between_two_residues(qtbot: QtBot):
    dialog = opened(qtbot, "7")
    dialog._rows[0].kind.setCurrentIndex(2)
    assert dialog.location == "7^8"
    dialog._rows[0].start.setValue(9)
    assert dialog.location == "9^10"
    assert not dialog._rows[0].before.isEnabled()


def test_amino_acids_have_one_part_and_one_strand(qtbot: QtBot):
    dialog = opened(qtbot, "7..9", "AA")
    row = dialog._rows[0]
    assert row.kind.count() == 2
    assert not row.complement.isVisible()
    assert not dialog.add.isVisible()
    dialog.set_selection(2, 3)
    dialog.add_selection.click()
    assert dialog.location == "2..3"


def test_what_rows_cannot_show_is_edited_as_text(qtbot: QtBot):
    deep = "join(1..2,complement(join(4..5,7..9)))"
    dialog = opened(qtbot, deep)
    assert dialog.location == deep
    assert not dialog._inside.isEnabled()
    assert dialog.message.text()


def test_an_end_is_dragged_on_the_strip(qtbot: QtBot):
    dialog = opened(qtbot, "11..60")
    strip = dialog.strip
    box = strip._box(dialog._rows[0].part)
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(strip, left, pos=QPoint(round(box.right()), round(box.center().y())))
    there = QPoint(round(strip.x_of(80)), round(box.center().y()))
    qtbot.mouseMove(strip, there)
    qtbot.mouseRelease(strip, left, pos=there)
    assert dialog.location == "11..80"


def test_enter_takes_over_and_escape_does_not(qtbot: QtBot):
    dialog = opened(qtbot, "3..9")
    with qtbot.waitSignal(dialog.chosen) as told:
        qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    assert told.args == ["3..9"]
    dialog = opened(qtbot, "3..9")
    with qtbot.assertNotEmitted(dialog.chosen), qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize("text", ["complement(3^4)", "<5", "join(1..2,>7)", "99999999999999999"])
def test_every_location_is_drawn(qtbot: QtBot, text: str):
    dialog = opened(qtbot, text)
    assert not dialog.grab().isNull()
    assert dialog.location == text
