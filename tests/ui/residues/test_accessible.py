from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from seqeditor.domain.residues import TextResidues
from seqeditor.ui.residues.accessible import MOST_LETTERS
from seqeditor.ui.residues.bands import Band
from seqeditor.ui.residues.view import ResidueView


def read(view: ResidueView, what: QAccessible.Text) -> str:
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface is not None
    return interface.text(what)


def test_position_residue_and_features_are_told(view: ResidueView):
    view.set_bands([Band(1, 20, "CDS", tip="CDS 1..20")])
    view.go_to(12)
    assert read(view, QAccessible.Text.Name) == "Residues"
    assert read(view, QAccessible.Text.Description) == (
        "Position 12 of 150, residue c. Features here: CDS 1..20."
    )
    view.select(21, 30)
    assert read(view, QAccessible.Text.Description) == ("Selected: 21 to 30, 10 of 150 residues.")
    view.go_to(151)
    assert "behind position 150" in read(view, QAccessible.Text.Description)
    view.set_residues(TextResidues(), "DNA")
    assert read(view, QAccessible.Text.Description) == "No residues yet. Type or paste them."
    assert read(view, QAccessible.Text.Value) == ""


def test_what_is_marked_and_the_other_strand_are_told_too(view: ResidueView):
    view.set_residues(TextResidues("acgzacgt"), "DNA", 4)
    assert read(view, QAccessible.Text.Description) == (
        "Position 4 of 8, residue z. “z” is no residue symbol for molecule type DNA."
    )
    view.set_both_strands(True)
    view.go_to(3)
    assert read(view, QAccessible.Text.Description) == (
        "Position 3 of 8, residue g. On the other strand: c."
    )


def test_the_value_is_the_line_of_the_caret(view: ResidueView):
    view.go_to(70)
    assert read(view, QAccessible.Text.Value) == ("acgtacgtac" * 6)


def test_the_residues_are_a_text_with_a_caret(view: ResidueView):
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() == QAccessible.Role.EditableText
    text = interface.textInterface()
    view.go_to(5)
    assert (text.characterCount(), text.cursorPosition()) == (150, 4)
    assert text.text(0, 4) == "acgt"
    assert text.text(148, -1) == "ac"
    assert text.text(9, 3) == ""
    text.setCursorPosition(30)
    assert view.selection.caret == 30
    text.addSelection(10, 20)
    assert (view.selection.start, view.selection.end) == (11, 20)
    text.removeSelection(0)
    assert view.selection.is_empty
    text.setSelection(0, 1, 3)
    assert (view.selection.start, view.selection.end) == (2, 3)
    assert text.selectionCount() == 0
    place = text.characterRect(40)
    assert text.offsetAtPoint(place.topLeft()) == 40
    text.scrollToSubstring(1, 3)
    assert view.verticalScrollBar().value() == 0


def test_a_reader_that_wants_everything_of_a_huge_sequence_gets_a_bounded_part(
    view: ResidueView,
):
    view.set_residues(TextResidues("a" * (MOST_LETTERS * 3)), "DNA", 1)
    text = QAccessible.queryAccessibleInterface(view).textInterface()
    assert len(text.text(0, -1)) == MOST_LETTERS
    assert len(text.text(MOST_LETTERS * 3 - 5, -1)) == 5


@pytest.fixture
def active() -> object:
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


@pytest.mark.usefixtures("active")
def test_changes_are_announced_without_complaint(view: ResidueView):
    view.go_to(9)
    view.set_residues(TextResidues("acgtn"), "DNA", 2)
    assert read(view, QAccessible.Text.Description) == "Position 2 of 5, residue c."


@pytest.mark.usefixtures("active")
def test_views_that_go_away_take_their_interfaces_with_them(qtbot: QtBot):
    others = len(_views())  # of tests before this one
    for _ in range(20):
        view = ResidueView()
        view.set_residues(TextResidues("acgt"), "DNA", 1)
        assert read(view, QAccessible.Text.Description).startswith("Position 1 of 4")
        view.deleteLater()
        del view
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    assert len(_views()) <= others


def _views() -> list[object]:
    gc.collect()
    return [thing for thing in gc.get_objects() if type(thing) is ResidueView]
