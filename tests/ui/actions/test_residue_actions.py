from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.sequence import skipped_sequence
from seqeditor.ui.actions.action import Menu
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.actions.residue_actions import ResidueActions
from seqeditor.ui.actions.residue_display import ResidueDisplay
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.session import Session
from seqeditor.ui.windows import Windows
from tests.ui.conftest import sequence, settle


def group(window: MainWindow, kind: type[ActionGroup]) -> ActionGroup:
    return next(one for one in window.commands.groups if isinstance(one, kind))


def actions(window: MainWindow) -> ResidueActions:
    found = group(window, ResidueActions)
    assert isinstance(found, ResidueActions)
    return found


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_residues_are_copied_in_the_forms_others_read(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = windows.open(document(0, sequence("acgtaccgga" * 7, name="probe")))
    settle(qtbot, window)
    mine, view = actions(window), window.desk.editor.residues
    view.select(1, 4)
    mine.copy_reverse.trigger()
    assert copied() == "acgt"
    view.select(5, 8)
    mine.copy_reverse.trigger()
    assert copied() == "cggt"
    mine.copy_fasta.trigger()
    assert copied() == ">SEQ_ID_NO_1 5..8 probe DNA Homo sapiens\naccg\n"
    mine.copy_numbered.trigger()
    assert copied() == "5 accg\n"
    view.go_to(1)
    mine.copy_numbered.trigger()
    assert copied() == " 1 " + " ".join(["acgtaccgga"] * 6) + "\n61 acgtaccgga\n"
    mine.copy_fasta.trigger()
    assert copied().startswith(">SEQ_ID_NO_1 probe DNA Homo sapiens\nacgtaccgga")


def test_the_other_strand_replaces_the_selection(window: MainWindow) -> None:
    view = window.desk.editor.residues
    view.select(1, 3)
    actions(window).reverse.trigger()
    assert view.selected_text() == "cgt"
    window.commands.edit.undo.trigger()
    assert view.selected_text() == "acg"


def test_the_keys_go_to_a_position(window: MainWindow, qtbot: QtBot) -> None:
    view, bar = window.desk.editor.residues, window.desk.editor.go_to
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(bar.line.hasFocus)
    qtbot.keyClicks(bar.line, "7..9")
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert (view.selection.start, view.selection.end) == (7, 9)
    assert view.hasFocus()


def test_one_residue_is_selected_as_a_range(window: MainWindow) -> None:
    view, bar = window.desk.editor.residues, window.desk.editor.go_to
    bar.line.setText("5..5")
    bar.take()
    assert (view.selection.start, view.selection.end) == (5, 5)
    bar.ask()
    assert bar.line.text() == "5..5"
    bar.line.setText("5")
    bar.take()
    assert view.selection.is_empty


@pytest.mark.parametrize("text", ["", "-1", "0", "1..", "\u2603", "9" * 20, "a" * 10_000])
def test_what_is_no_position_stays_with_a_message(window: MainWindow, text: str) -> None:
    view, bar = window.desk.editor.residues, window.desk.editor.go_to
    view.select(2, 3)
    bar.ask()
    bar.line.setText(text)
    bar.take()
    assert (bar.isHidden(), bar.line.text()) == (False, text)
    assert bar.message.text()
    assert (view.selection.start, view.selection.end) == (2, 3)


def test_overwriting_is_one_state_of_key_menu_and_status_line(
    window: MainWindow, qtbot: QtBot
) -> None:
    view = window.desk.editor.residues
    qtbot.keyClick(view, Qt.Key.Key_Insert)
    assert actions(window).overwrite.isChecked()
    assert "Overwriting" in window.status._place.text()
    actions(window).overwrite.trigger()
    assert not view.overwrite
    assert "Overwriting" not in window.status._place.text()


def test_only_what_can_be_done_is_offered(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    sequences = (sequence(), sequence("MKV", "AA"), skipped_sequence(), sequence(""))
    one = document(0, *sequences)
    window = windows.open(one)
    settle(qtbot, window)
    mine = actions(window)

    def enabled() -> list[bool]:
        offered = (mine.go_to, mine.reverse, mine.copy_reverse, mine.copy_fasta)
        return [action.isEnabled() for action in offered]

    assert enabled() == [True] * 4
    window.project.show_sequence(one.order.id_at(2))
    assert enabled() == [True, False, False, True]
    window.project.show_sequence(one.order.id_at(3))
    assert enabled() == [False] * 4
    window.project.show_sequence(one.order.id_at(4))
    assert enabled() == [False] * 4
    assert mine.overwrite.isEnabled()


def test_the_menu_of_the_residues_has_it_all(window: MainWindow) -> None:
    menu = window.desk.editor.residues.context_menu()
    entries: list[QAction] = menu.actions()
    assert actions(window).reverse in entries
    assert any(isinstance(entry.menu(), Menu) for entry in entries)
    menu.deleteLater()


def test_the_menu_of_a_band_leads_to_its_feature(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = windows.open(document(0, add_feature(sequence(), "gene", "4..9")))
    settle(qtbot, window)
    editor = window.desk.editor
    menu = editor.residues.context_menu(editor.residues.bands.bands[0])
    entries = {entry.text().replace("&", ""): entry for entry in menu.actions()}
    entries["Select the residues of this feature"].trigger()
    assert (editor.residues.selection.start, editor.residues.selection.end) == (4, 9)
    entries["Show this feature in the table"].trigger()
    assert editor.features.current_feature == 1
    menu.deleteLater()


def test_the_complementary_strand_is_remembered(
    session: Session, window: MainWindow, windows: Windows, document: Callable[..., Document]
) -> None:
    shown = group(window, ResidueDisplay)
    assert isinstance(shown, ResidueDisplay)
    shown.show_strand.trigger()
    assert window.desk.editor.residues.both_strands
    other = windows.open(document(1))
    assert other.desk.editor.residues.both_strands
    shown.show_strand.trigger()
    assert not session.settings.both_strands


def test_lines_may_be_as_long_as_fit(session: Session, window: MainWindow) -> None:
    shown, view = group(window, ResidueDisplay), window.desk.editor.residues
    assert isinstance(shown, ResidueDisplay)
    view.set_font_size(6)
    view.resize(1800, 300)
    assert view.grid.per_line == 60
    shown.fill_lines.trigger()
    assert view.grid.per_line > 60
    assert session.settings.residues_fill_lines
    shown.fill_lines.trigger()
    assert view.grid.per_line == 60
