from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.app.modified_amino_acids import D_AMINO_ACIDS
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.rules.finding import Level
from seqeditor.ui.actions.modified_residues import ModifiedResidues
from seqeditor.ui.dialogs.chain_links import ChainLinksDialog
from seqeditor.ui.dialogs.d_amino_acids import DAminoAcidsDialog
from seqeditor.ui.dialogs.modification import ModificationDialog
from seqeditor.ui.dialogs.modified_amino_acids import ModifiedAminoAcidsDialog
from seqeditor.ui.dialogs.modified_nucleotides import ModifiedNucleotidesDialog
from seqeditor.ui.dialogs.terminal_groups import TerminalGroupsDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.app.conftest import content
from tests.ui.conftest import press, settle, the_dialog

STRAND = "acgtgcattacgatcnacgt"
PEPTIDE = "MKCLADXECQQGNST"


def made(moltype: str, letters: str) -> Sequence:
    mol_type = {"AA": "protein", "RNA": "other RNA", "DNA": "other DNA"}[moltype]
    return new_sequence(moltype, letters, organism="synthetic construct", mol_type=mol_type)


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
def strand(opened: Callable[..., MainWindow]) -> MainWindow:
    return opened(made("RNA", STRAND))


@pytest.fixture
def peptide(opened: Callable[..., MainWindow]) -> MainWindow:
    return opened(made("AA", PEPTIDE))


def group(window: MainWindow) -> ModifiedResidues:
    return next(g for g in window.commands.groups if isinstance(g, ModifiedResidues))


def first(window: MainWindow) -> Sequence:
    document = window.signal.document
    return document.sequence(document.order.id_at(1))


def lines(window: MainWindow) -> list[str]:
    return [_line(one) for one in first(window).features[1:]]


def _line(one: Feature) -> str:
    return f"{one.key} {one.location}: {', '.join(q.value or '' for q in one.qualifiers)}"


def shown(dialog: ModificationDialog) -> list[list[str]]:
    found = []
    for row in range(dialog.table.rowCount()):
        cells = [dialog.table.item(row, column) for column in range(3)]
        found.append([c.text().strip("\u2066\u2069") for c in cells if c is not None])
    return found


def look(dialog: Any) -> Any:
    dialog.look()
    return dialog


def test_a_nucleotide_is_found_by_a_part_of_its_name_and_written_at_the_selection(
    strand: MainWindow, qtbot: QtBot
) -> None:
    strand.centre.editor.residues.select(2, 2)
    before = content(strand.signal.document)
    group(strand).residues.trigger()
    dialog = the_dialog(ModifiedNucleotidesDialog)
    assert dialog.positions.text == "2"
    assert not dialog.go.isEnabled()
    qtbot.keyClicks(dialog.list.search, "5-methylcyt")
    look(dialog)
    assert dialog.list.current == "m5c"
    assert shown(dialog) == [["modified_base", "2", "mod_base: m5c"]]
    assert dialog.words.text() == "The rules find nothing wrong with it."
    press(dialog, "Add feature")
    assert lines(strand) == ["modified_base 2: m5c"]
    assert strand.centre.editor.features.current_feature == 1
    strand.signal.document.undo()
    assert content(strand.signal.document) == before


def test_a_pattern_over_the_strand_is_one_step(strand: MainWindow) -> None:
    group(strand).residues.trigger()
    dialog = the_dialog(ModifiedNucleotidesDialog)
    dialog.positions.put("odd")
    dialog.list.choose("2ome")
    look(dialog)
    press(dialog, "Add 10 features")
    assert lines(strand)[:3] == [
        "modified_base 1: OTHER, 2'-O-methyladenosine",
        "modified_base 3: gm",
        "modified_base 5: gm",
    ]
    step = strand.signal.document.undo_step()
    assert step is not None and step.arguments == {"count": 10}


def test_inosine_changes_the_symbol_and_says_so(strand: MainWindow) -> None:
    group(strand).residues.trigger()
    dialog = the_dialog(ModifiedNucleotidesDialog)
    dialog.positions.put("3")
    dialog.list.choose("i")
    look(dialog)
    assert "3 g → n" in dialog.letters.text()
    dialog.symbol.setCurrentIndex(1)
    look(dialog)
    assert not dialog.letters.text()
    dialog.symbol.setCurrentIndex(0)
    look(dialog)
    press(dialog, "Add feature")
    assert first(strand).residues.text() == STRAND[:2] + "n" + STRAND[3:]


def test_another_nucleotide_needs_its_full_name(strand: MainWindow) -> None:
    group(strand).residues.trigger()
    dialog = the_dialog(ModifiedNucleotidesDialog)
    dialog.positions.put("2")
    dialog.list.choose("OTHER")
    look(dialog)
    assert dialog.name.isEnabled() and not dialog.go.isEnabled()
    dialog.name.setText("5-methylcytidine")
    look(dialog)
    assert "m5c" in dialog.words.text()
    dialog.name.setText("5-propynylcytidine")
    look(dialog)
    press(dialog, "Add feature")
    assert lines(strand) == ["modified_base 2: OTHER, 5-propynylcytidine"]


def test_linkages_are_written_as_chosen(strand: MainWindow) -> None:
    group(strand).residues.trigger()
    dialog = the_dialog(ModifiedNucleotidesDialog)
    assert not dialog.written.isVisible()
    dialog.positions.put("1-3")
    dialog.list.choose("ps")
    look(dialog)
    assert dialog.written.isVisible()
    assert shown(dialog)[0][:2] == ["modified_base", "1..3"]
    dialog.written.setCurrentIndex(2)
    look(dialog)
    assert [row[:2] for row in shown(dialog)] == [["misc_feature", "1^2"], ["misc_feature", "2^3"]]
    press(dialog, "Add 2 features")


def test_wrong_positions_stay_with_their_message(strand: MainWindow, qtbot: QtBot) -> None:
    group(strand).residues.trigger()
    dialog = the_dialog(ModifiedNucleotidesDialog)
    dialog.list.choose("m5c")
    qtbot.keyClicks(dialog.positions.line, "99")
    look(dialog)
    assert "20" in dialog.words.text() and "99" in dialog.words.text()
    assert dialog.positions.text == "99" and not dialog.go.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert lines(strand) == []


def test_positions_follow_the_selection_until_something_is_typed(
    strand: MainWindow, qtbot: QtBot
) -> None:
    group(strand).residues.trigger()
    dialog = the_dialog(ModifiedNucleotidesDialog)
    strand.centre.editor.residues.select(4, 6)
    assert dialog.positions.text == "4-6"
    qtbot.keyClicks(dialog.positions.line, ", 9")
    strand.centre.editor.residues.select(11, 11)
    assert dialog.positions.text == "4-6, 9"
    menu = dialog.positions.choose.menu()
    menu.aboutToShow.emit()
    action(menu, "These and the selected residues").trigger()
    assert dialog.positions.text == "4-6, 9, 11"
    action(menu, "All g").trigger()
    assert dialog.positions.text == "all g"
    dialog.reject()


def action(menu: QMenu, text: str) -> Any:
    (found,) = (
        a for a in menu.actions() if a.text().replace("\u2066", "").replace("\u2069", "") == text
    )
    return found


def test_a_shifted_position_is_warned_of(strand: MainWindow) -> None:
    group(strand).residues.trigger()
    dialog = the_dialog(ModifiedNucleotidesDialog)
    dialog.positions.put("1")
    dialog.list.choose("um")
    look(dialog)
    assert dialog.words.text() == "um is a modified t, but residue 1 is a."
    assert dialog.go.isEnabled()
    dialog.reject()


def test_a_modified_base_is_opened_with_its_values(strand: MainWindow) -> None:
    group(strand).residues.trigger()
    dialog = the_dialog(ModifiedNucleotidesDialog)
    dialog.positions.put("2")
    dialog.list.choose("xanthine")
    look(dialog)
    press(dialog, "Add feature")
    ref = first(strand).features[1].ref
    group(strand).change.trigger()
    dialog = the_dialog(ModifiedNucleotidesDialog)
    assert (dialog.positions.text, dialog.list.current) == ("2", "xanthine")
    assert dialog.words.text() == "The sequence says this already."
    dialog.positions.put("3")
    dialog.list.choose("gm")
    look(dialog)
    press(dialog, "Change")
    assert lines(strand) == ["modified_base 3: gm"]
    assert first(strand).features[1].ref == ref


def test_a_dialog_goes_with_its_feature(strand: MainWindow) -> None:
    group(strand).residues.trigger()
    dialog = the_dialog(ModifiedNucleotidesDialog)
    dialog.positions.put("2")
    dialog.list.choose("cm")
    look(dialog)
    press(dialog, "Add feature")
    group(strand).change.trigger()
    dialog = the_dialog(ModifiedNucleotidesDialog)
    strand.signal.document.undo()
    assert not dialog.isVisible()


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
    assert dialog.first.note == "N-terminal acetyl" and not dialog.last.isVisible()
    dialog.first.put("pyroglutamic acid", "")
    look(dialog)
    assert (
        dialog.words.text()
        == "Pyroglutamic acid comes from E or Q, but residue 1 is \u2066M\u2069."
    )
    dialog.reject()


def test_ends_of_a_strand(strand: MainWindow) -> None:
    group(strand).ends.trigger()
    dialog = the_dialog(TerminalGroupsDialog)
    dialog.last.group.setCurrentText("3' cholesterol")
    look(dialog)
    press(dialog, "Add feature")
    assert lines(strand) == ["misc_feature 20: 3' cholesterol"]


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


def test_only_what_fits_the_sequence_is_offered(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened(made("AA", PEPTIDE), made("RNA", STRAND))
    actions = group(window)
    actions.refresh()
    assert actions.links.isEnabled() and actions.d_amino_acids.isEnabled()
    assert not actions.change.isEnabled()
    window.project.show_sequence(window.signal.document.order.id_at(2))
    actions.refresh()
    assert actions.residues.isEnabled() and actions.ends.isEnabled()
    assert not actions.links.isEnabled() and not actions.d_amino_acids.isEnabled()


def test_the_same_dialog_is_not_opened_twice(strand: MainWindow) -> None:
    group(strand).residues.trigger()
    group(strand).residues.trigger()
    the_dialog(ModifiedNucleotidesDialog).reject()


def test_after_the_edit_the_live_findings_have_no_error(strand: MainWindow, qtbot: QtBot) -> None:
    group(strand).residues.trigger()
    dialog = the_dialog(ModifiedNucleotidesDialog)
    dialog.positions.put("all")
    dialog.list.choose("2f")
    look(dialog)
    dialog.go.click()
    settle(qtbot, strand)
    document = strand.signal.document
    found = document.findings.of_sequence(document.order.id_at(1))
    assert [one.finding.rule for one in found if one.finding.level is Level.ERROR] == []
