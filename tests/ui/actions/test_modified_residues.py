from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.domain.sequence import Sequence
from seqeditor.rules.finding import Level
from seqeditor.ui.dialogs.modified_nucleotides import ModifiedNucleotidesDialog
from seqeditor.ui.dialogs.terminal_groups import TerminalGroupsDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.app.conftest import content
from tests.ui.actions.modified_residues import (
    PEPTIDE,
    STRAND,
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
def strand(opened: Callable[..., MainWindow]) -> MainWindow:
    return opened(made("RNA", STRAND))


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


def test_with_residues_selected_the_name_and_enter_are_enough(
    strand: MainWindow, qtbot: QtBot
) -> None:
    strand.centre.editor.residues.select(8, 9)
    group(strand).residues.trigger()
    dialog = the_dialog(ModifiedNucleotidesDialog)
    assert dialog.focusWidget() is dialog.list.search
    qtbot.keyClicks(dialog.list.search, "um")
    assert dialog.list.current == "um"
    qtbot.keyClick(dialog.list.search, Qt.Key.Key_Return)
    assert lines(strand) == ["modified_base 8..9: um"]


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
    assert step is not None
    assert step.arguments == {"count": 10}


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
    assert dialog.name.isEnabled()
    assert not dialog.go.isEnabled()
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
    assert "20" in dialog.words.text()
    assert "99" in dialog.words.text()
    assert dialog.positions.text == "99"
    assert not dialog.go.isEnabled()
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


def test_a_closed_dialog_hears_nothing_more(strand: MainWindow, qtbot: QtBot) -> None:
    group(strand).residues.trigger()
    dialog = the_dialog(ModifiedNucleotidesDialog)
    dialog.positions.put("2")
    dialog.list.choose("cm")
    look(dialog)
    with qtbot.waitSignal(dialog.destroyed):
        press(dialog, "Add feature")
    strand.signal.document.undo()
    strand.centre.editor.residues.select(3, 4)
    assert lines(strand) == []


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


def test_ends_of_a_strand(strand: MainWindow) -> None:
    group(strand).ends.trigger()
    dialog = the_dialog(TerminalGroupsDialog)
    dialog.last.group.setCurrentText("3' cholesterol")
    look(dialog)
    press(dialog, "Add feature")
    assert lines(strand) == ["misc_feature 20: 3' cholesterol"]


def test_only_what_fits_the_sequence_is_offered(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened(made("AA", PEPTIDE), made("RNA", STRAND))
    actions = group(window)
    actions.refresh()
    assert actions.links.isEnabled()
    assert actions.d_amino_acids.isEnabled()
    assert not actions.change.isEnabled()
    window.project.show_sequence(window.signal.document.order.id_at(2))
    actions.refresh()
    assert actions.residues.isEnabled()
    assert actions.ends.isEnabled()
    assert not actions.links.isEnabled()
    assert not actions.d_amino_acids.isEnabled()


def test_the_same_dialog_is_not_opened_twice(strand: MainWindow) -> None:
    group(strand).residues.trigger()
    group(strand).residues.trigger()
    the_dialog(ModifiedNucleotidesDialog).reject()


def test_what_would_be_an_error_is_told_and_not_written(strand: MainWindow) -> None:
    group(strand).residues.trigger()
    dialog = the_dialog(ModifiedNucleotidesDialog)
    dialog.positions.put("all")
    dialog.list.choose("i")
    look(dialog)
    assert "consists of n only" in dialog.words.text()
    assert not dialog.go.isEnabled()
    dialog.symbol.setCurrentIndex(1)
    look(dialog)
    assert dialog.go.isEnabled()
    dialog.reject()


def test_a_place_that_is_taken_is_told(strand: MainWindow) -> None:
    for code in ("cm", "m5c"):
        group(strand).residues.trigger()
        dialog = the_dialog(ModifiedNucleotidesDialog)
        dialog.positions.put("2")
        dialog.list.choose(code)
        look(dialog)
        assert ("already" in dialog.words.text()) == (code == "m5c")
        press(dialog, "Add feature")
    assert lines(strand) == ["modified_base 2: cm", "modified_base 2: m5c"]


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


def test_the_same_is_written_in_all_selected_sequences(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened(
        made("RNA", STRAND), made("RNA", "acg"), made("AA", PEPTIDE), made("RNA", STRAND)
    )
    before = content(window.signal.document)
    window.project.list.selectAll()
    group(window).residues.trigger()
    dialog = the_dialog(ModifiedNucleotidesDialog)
    assert not dialog.everywhere.isChecked()
    dialog.positions.put("4-6")
    dialog.list.choose("2f")
    dialog.everywhere.click()
    look(dialog)
    press(dialog, "Add features")
    document = window.signal.document
    counts = [len(document.sequence(document.order.id_at(n)).features) for n in (1, 2, 3, 4)]
    assert counts == [4, 1, 1, 4]
    assert window.centre.notice.text == (
        "2 sequences changed. 2 were left as they are: what was asked for does not fit there."
    )
    document.undo()
    assert content(document) == before
