from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.app.modified_amino_acids import D_AMINO_ACIDS
from seqeditor.domain.sequence import Sequence
from seqeditor.ui.dialogs.chain_links import ChainLinksDialog
from seqeditor.ui.dialogs.d_amino_acids import DAminoAcidsDialog
from seqeditor.ui.dialogs.modified_amino_acids import ModifiedAminoAcidsDialog
from seqeditor.ui.dialogs.terminal_groups import TerminalGroupsDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.ui.actions.modified_residues import (
    PEPTIDE,
    first,
    group,
    lines,
    look,
    made,
    shown,
)
from tests.ui.conftest import press, settle, the_dialog


@pytest.fixture
def opened(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> Callable[..., MainWindow]:
    def make(*sequences: Sequence) -> MainWindow:
        window = windows.open(document(0, *sequences))
        settle(qtbot, window)
        return window

    return make


@pytest.fixture
def peptide(opened: Callable[..., MainWindow]) -> MainWindow:
    return opened(made("AA", PEPTIDE))


def test_amino_acids_of_table_4(peptide: MainWindow, qtbot: QtBot) -> None:
    peptide.centre.editor.residues.select(7, 7)
    group(peptide).residues.trigger()
    dialog = the_dialog(ModifiedAminoAcidsDialog)
    qtbot.keyClicks(dialog.list.search, "4hyp")
    look(dialog)
    assert (dialog.note.text(), dialog.key.currentData()) == ("4Hyp", "MOD_RES")
    assert "7 X → P" in dialog.letters.text()
    press(dialog, "Add feature")
    assert lines(peptide) == ["MOD_RES 7: 4Hyp"]
    assert first(peptide).residues.text() == PEPTIDE.replace("X", "P")
    group(peptide).change.trigger()
    dialog = the_dialog(ModifiedAminoAcidsDialog)
    assert (dialog.positions.text, dialog.note.text()) == ("7", "4Hyp")
    dialog.note.setText("4-fluoroproline")
    dialog.key.setCurrentIndex(dialog.key.findData("SITE"))
    look(dialog)
    press(dialog, "Change")
    assert lines(peptide) == ["SITE 7: 4-fluoroproline"]


def test_a_sugar_goes_to_carbohyd(peptide: MainWindow, qtbot: QtBot) -> None:
    group(peptide).residues.trigger()
    dialog = the_dialog(ModifiedAminoAcidsDialog)
    dialog.positions.put("all n")
    qtbot.keyClicks(dialog.list.search, "n-linked")
    look(dialog)
    press(dialog, "Add feature")
    assert lines(peptide) == ["CARBOHYD 13: N-linked (N-acetylglucosamine)"]


def test_d_amino_acids_by_lower_case(peptide: MainWindow, qtbot: QtBot) -> None:
    group(peptide).d_amino_acids.trigger()
    dialog = the_dialog(DAminoAcidsDialog)
    dialog.typed.selectAll()
    qtbot.keyClicks(dialog.typed, PEPTIDE.replace("K", "k").replace("T", "t"))
    look(dialog)
    assert [row[1] for row in shown(dialog)] == ["2", "15"]
    press(dialog, "Add 2 features")
    assert lines(peptide) == ["SITE 2: D-Lysine", "SITE 15: D-Threonine"]
    group(peptide).change.trigger()
    dialog = the_dialog(DAminoAcidsDialog)
    assert dialog.positions.text == "2"
    assert dialog.typed.text() == PEPTIDE.replace("K", "k")
    dialog.reject()


def test_a_whole_peptide_of_d_amino_acids(peptide: MainWindow) -> None:
    group(peptide).d_amino_acids.trigger()
    dialog = the_dialog(DAminoAcidsDialog)
    dialog.positions.put("all")
    assert dialog.typed.text() == PEPTIDE.lower()
    dialog.written.setCurrentIndex(1)
    look(dialog)
    press(dialog, "Add feature")
    assert lines(peptide) == [f"REGION 1..15: {D_AMINO_ACIDS}"]


def test_groups_at_both_ends(peptide: MainWindow, qtbot: QtBot) -> None:
    group(peptide).ends.trigger()
    dialog = the_dialog(TerminalGroupsDialog)
    dialog.first.group.setCurrentText("N-terminal acetyl")
    dialog.last.group.setCurrentText("C-terminal amide")
    look(dialog)
    press(dialog, "Add 2 features")
    assert lines(peptide) == ["MOD_RES 1: N-terminal acetyl", "MOD_RES 15: C-terminal amide"]
    group(peptide).change.trigger()
    dialog = the_dialog(TerminalGroupsDialog)
    assert dialog.first.note == "N-terminal acetyl"
    assert not dialog.last.isVisible()
    dialog.first.put("pyroglutamic acid", "")
    look(dialog)
    assert (
        dialog.words.text()
        == "Pyroglutamic acid comes from E or Q, but residue 1 is \u2066M\u2069."
    )
    dialog.reject()


def test_a_disulfide_is_picked_by_the_selection(peptide: MainWindow) -> None:
    group(peptide).links.trigger()
    dialog = the_dialog(ChainLinksDialog)
    peptide.centre.editor.residues.select(3, 9)
    dialog.take.click()
    look(dialog)
    assert shown(dialog) == [["DISULFID", "3..9", "note: intrachain"]]
    press(dialog, "Add feature")
    assert lines(peptide) == ["DISULFID 3..9: intrachain"]


def test_two_residues_are_picked_one_after_the_other(peptide: MainWindow) -> None:
    group(peptide).links.trigger()
    dialog = the_dialog(ChainLinksDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData("lactam"))
    for position in (8, 2):
        peptide.centre.editor.residues.select(position, position)
        dialog.pick.click()
    assert dialog.pairs.text() == "8-2"
    look(dialog)
    press(dialog, "Add feature")
    assert lines(peptide) == [
        "CROSSLNK 2..8: lactam bridge between the side chains of Lys 2 and Glu 8"
    ]
    group(peptide).change.trigger()
    dialog = the_dialog(ChainLinksDialog)
    assert (dialog.kind.currentData(), dialog.pairs.text()) == ("lactam", "2..8")
    dialog.reject()


def test_no_cysteines_are_told_and_not_refused(peptide: MainWindow) -> None:
    group(peptide).links.trigger()
    dialog = the_dialog(ChainLinksDialog)
    dialog.pairs.setText("3-5")
    look(dialog)
    assert dialog.go.isEnabled()
    assert "cysteine" in dialog.words.text().lower()
    dialog.reject()


def test_a_circular_peptide(peptide: MainWindow) -> None:
    group(peptide).links.trigger()
    dialog = the_dialog(ChainLinksDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData("circle"))
    look(dialog)
    assert not dialog.pairs.isVisible()
    press(dialog, "Add feature")
    assert lines(peptide) == ["REGION 1..15: circular peptide"]
