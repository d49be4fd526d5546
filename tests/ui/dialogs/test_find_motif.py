from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.app.motifs import Kind
from seqeditor.ui.actions.finding import Finding
from seqeditor.ui.dialogs.find_motif import AddHitsDialog, MotifDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.ui.conftest import sequence, settle, the_dialog, visible_dialogs


@pytest.fixture
def three(windows: Windows, document: Callable[..., Document], qtbot: QtBot) -> MainWindow:
    letters = ("ttgaccttaagaccaa", "ccggtcccc")
    made = windows.open(
        document(0, *map(sequence, letters), sequence("MAGACCMK", "AA", name="protein"))
    )
    settle(qtbot, made)
    return made


def group(window: MainWindow) -> Finding:
    return next(one for one in window.commands.groups if isinstance(one, Finding))


def opened(window: MainWindow) -> MotifDialog:
    group(window).motif.trigger()
    dialog = group(window).motif_dialog
    assert dialog is not None
    return dialog


def find(qtbot: QtBot, window: MainWindow, dialog: MotifDialog, motif: str) -> list[list[str]]:
    dialog.motif.setText(motif)
    qtbot.keyClick(dialog.motif, Qt.Key.Key_Return)
    settle(qtbot, window)
    model = group(window).results.model
    return [
        [model.data(model.index(row, column)) for column in range(5)]
        for row in range(model.rowCount())
    ]


def test_hits_in_both_strands_are_shown_and_selected(three: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(three)
    assert not dialog.isModal()
    assert find(qtbot, three, dialog, "GACC") == [
        ["1", "3..6", "+", "", "gacc"],
        ["1", "11..14", "+", "", "gacc"],
        ["2", "complement(3..6)", "−", "", "gacc"],
    ]
    assert dialog.words.text() == "3 hits in 2 sequences."
    selection = three.centre.editor.residues.selection
    assert (selection.start, selection.end) == (3, 6)
    group(three).go_on(2)
    assert three.centre.editor.sequence_id == three.signal.document.order.id_at(2)
    dialog.close()


def test_a_motif_that_cannot_be_read_stays_with_its_message(
    three: MainWindow, qtbot: QtBot
) -> None:
    dialog = opened(three)
    dialog.motif.setText("gax[")
    assert dialog.words.text() == "“x” cannot be read in a motif."
    assert not dialog.find_button.isEnabled()
    assert dialog.motif.text() == "gax["
    dialog.motif.setText("")
    assert dialog.words.text() == ""
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_amino_acids_are_found_in_proteins_and_translations(
    three: MainWindow, qtbot: QtBot
) -> None:
    dialog = opened(three)
    dialog.kind.setCurrentIndex(dialog.kind.findData(Kind.AMINO_ACIDS))
    assert find(qtbot, three, dialog, "C-x-K") == [["3", "6..8", "+", "", "CMK"]]
    dialog.kind.setCurrentIndex(dialog.kind.findData(Kind.SIX_FRAMES))
    assert find(qtbot, three, dialog, "DL") == [["1", "3..8", "+", "3", "DL"]]
    dialog.close()
    again = opened(three)
    assert again.kind.currentData() is Kind.SIX_FRAMES
    again.close()


def test_selected_residues_are_offered(three: MainWindow) -> None:
    three.centre.editor.residues.select(3, 6)
    dialog = opened(three)
    assert (dialog.motif.text(), dialog.kind.currentData()) == ("gacc", Kind.NUCLEOTIDES)
    dialog.close()
    three.project.show_sequence(three.signal.document.order.id_at(3))
    three.centre.editor.residues.select(1, 3)
    dialog = opened(three)
    assert (dialog.motif.text(), dialog.kind.currentData()) == ("MAG", Kind.AMINO_ACIDS)
    dialog.close()


def test_hits_become_features(three: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(three)
    find(qtbot, three, dialog, "gacc")
    dialog.close()
    group(three).results.act.click()
    ask = the_dialog(AddHitsDialog)
    assert ask.amino.isHidden()
    ask.nucleotide.setCurrentText("protein_bind")
    ask.note.setText("box")
    ask.go.click()
    assert visible_dialogs() == []
    settle(qtbot, three)
    document = three.signal.document
    made = [[f.location for f in document.sequence(i).features[1:]] for i in document.order.ids]
    assert made == [["3..6", "11..14"], ["complement(3..6)"], []]
    assert three.edit_actions.undo.text() == "&Undo: Add 3 features"
    group(three).results.table.selectRow(0)
    assert len(group(three).results.selected_hits()) == 1


def test_qt_finds_nothing_wrong_with_the_hits(
    three: MainWindow, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    dialog = opened(three)
    find(qtbot, three, dialog, "n")
    qtmodeltester.check(group(three).results.model)
    dialog.close()
