from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from Bio.Seq import Seq
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView, QMenu
from pytestqt.qtbot import QtBot

from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.ui.actions.coding import CodingActions
from seqeditor.ui.dialogs.open_frames import OpenFramesDialog
from seqeditor.ui.dialogs.proteins import ProteinsDialog
from seqeditor.ui.dialogs.translate import Protein, TranslateDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.session import Session
from tests.app.conftest import content
from tests.listings import coding, dna, protein
from tests.ui.conftest import press, settle, the_dialog

LETTERS = "atgaaagtgctggcgtaa"


def gene(*more: Qualifier, letters: str = LETTERS) -> Sequence:
    one = dna(letters)
    return replace(one, features=(*one.features, Feature("CDS", f"1..{len(letters)}", more)))


def group(window: MainWindow) -> CodingActions:
    return next(g for g in window.commands.groups if isinstance(g, CodingActions))


def value(window: MainWindow, name: str, feature: int = 1) -> str | None:
    document = window.signal.document
    return document.sequence(document.order.id_at(1)).features[feature].value(name)


def at(window: MainWindow, number: int) -> int:
    return window.signal.document.order.id_at(number)


def dialog_of(kind: type[Any], window: MainWindow) -> Any:
    (found,) = (d for d in window.findChildren(kind) if d.isVisible())
    return found


def test_a_region_is_translated_by_another_code_with_its_protein(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened(gene(), dna())
    before = content(window.signal.document)
    group(window).translate.trigger()
    dialog = the_dialog(TranslateDialog)
    assert dialog.letters.toPlainText() == "MKVLA"
    assert "It ends with a stop codon." in dialog.words.text()
    dialog.code.setCurrentIndex(dialog.code.findData(3))
    qtbot.waitUntil(lambda: dialog.letters.toPlainText() == "MKVTA")
    assert dialog.protein.currentText() == "new, as SEQ ID NO 3"
    press(dialog, "Translate")
    assert [value(window, n) for n in ("transl_table", "codon_start", "translation")] == [
        "3",
        "1",
        "MKVTA",
    ]
    assert value(window, "protein_id") == "3"
    new = window.signal.document.sequence(at(window, 3))
    assert (new.residues.text(), new.organism) == ("MKVTA", "Homo sapiens")
    window.signal.document.undo()
    assert content(window.signal.document) == before
    settle(qtbot, window)


def test_the_same_protein_is_proposed_before_a_new_one(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened(gene(), protein("MKVLA"))
    group(window).translate.trigger()
    dialog = the_dialog(TranslateDialog)
    assert dialog.protein.currentData() is Protein.FOUND
    assert dialog.protein.count() == 3
    press(dialog, "Translate")
    assert window.signal.document.count() == 2
    assert value(window, "protein_id") == "2"
    settle(qtbot, window)


def test_what_is_wrong_is_said_and_cannot_be_written(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened(gene(letters="atgtaaaaataa"))
    group(window).translate.trigger()
    dialog = the_dialog(TranslateDialog)
    assert not dialog.go.isEnabled()
    assert "A stop inside, codon 2." in dialog.words.text()
    assert dialog.letters.extraSelections()[0].cursor.selectedText() == "*"
    dialog.exceptions.setFocus()
    qtbot.keyClicks(dialog.exceptions, "(pos:4..6,aa:Pyl)")
    qtbot.waitUntil(dialog.go.isEnabled)
    assert dialog.letters.toPlainText() == "MOK"
    assert "Fewer than four" in dialog.words.text()
    assert dialog.protein.currentData() is Protein.NONE
    dialog.location.setFocus()
    dialog.location.selectAll()
    qtbot.keyClicks(dialog.location, "1..99")
    qtbot.waitUntil(lambda: not dialog.go.isEnabled())
    assert "does not lie within" in dialog.words.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    settle(qtbot, window)


def test_selected_residues_become_a_region_on_the_other_strand(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened(dna("cc" + str(Seq(LETTERS).reverse_complement()) + "ccc"))
    window.centre.editor.residues.select(3, 20)
    group(window).translate_residues.trigger()
    dialog = the_dialog(TranslateDialog)
    assert dialog.location.text() == "3..20"
    dialog.strand.setFocus()
    qtbot.keyClick(dialog.strand, Qt.Key.Key_Down)
    dialog.strand.activated.emit(1)
    assert dialog.location.text() == "complement(3..20)"
    qtbot.waitUntil(lambda: dialog.letters.toPlainText() == "MKVLA")
    press(dialog, "Add CDS")
    assert value(window, "translation") == "MKVLA"
    assert window.centre.editor.features.current_feature == 1
    assert window.signal.document.sequence(at(window, 2)).residues.text() == "MKVLA"
    settle(qtbot, window)


def test_the_dialog_follows_the_document_and_goes_with_its_region(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened(gene())
    group(window).translate.trigger()
    dialog = the_dialog(TranslateDialog)
    residues = window.centre.editor.residues
    residues.go_to(4)
    residues.setFocus()
    qtbot.keyClicks(residues, "tgg")
    qtbot.waitUntil(lambda: dialog.letters.toPlainText() == "MWKVLA")
    assert dialog.location.text() == "1..21"
    window.centre.editor.features.delete()
    assert not dialog.isVisible()
    settle(qtbot, window)


def test_a_protein_is_added_or_the_same_one_named(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened(gene())
    assert group(window).protein.isEnabled()
    group(window).protein.trigger()
    assert value(window, "protein_id") == "2"
    assert not group(window).protein.isEnabled()
    window.signal.document.undo()
    window.signal.document.insert_sequences("Add", 2, [protein("MKVLA"), gene(letters="atgtaa")])
    window.centre.editor.features.select_feature(1)
    group(window).protein.trigger()
    press(the_dialog(), "Add another one")
    assert value(window, "protein_id") == "4"
    window.signal.document.undo()
    group(window).protein.trigger()
    press(the_dialog(), "Name it in protein_id")
    assert value(window, "protein_id") == "2"
    window.project.show_sequence(at(window, 3))
    window.centre.editor.features.select_feature(1)
    group(window).protein.trigger()
    assert "fewer than four" in window.centre.editor.notice.text
    settle(qtbot, window)


def test_proteins_of_all_regions_are_shown_first_and_added_in_one_step(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    other = "atgtggtggtggtggtaa"
    window = opened(gene(), gene(letters=other), gene(letters="atgtaa"), protein("MWWWW"))
    before = content(window.signal.document)
    group(window).proteins.trigger()
    dialog = the_dialog(ProteinsDialog)
    qtbot.waitUntil(dialog.go.isEnabled)
    assert dialog.table.rowCount() == 3
    dialog.table.copy()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[1] == "1\t1..18\tMKVLA (5)\tA new sequence"
    assert dialog.words.text() == (
        "1 new protein. 1 CDS names a protein that is there. 1 CDS stays as it is."
    )
    window.project.list.selectRow(0)
    dialog.scope.choose("selected")
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 1)
    dialog.scope.choose("all")
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 3 and dialog.go.isEnabled())
    press(dialog, "Add proteins")
    assert window.signal.document.count() == 5
    assert value(window, "protein_id") == "5"
    step = window.signal.document.undo_step()
    assert step is not None
    assert (step.label, step.arguments) == ("Add proteins for {count} CDS", {"count": 2})
    window.signal.document.undo()
    assert content(window.signal.document) == before
    settle(qtbot, window)


def test_one_goes_from_a_region_to_its_protein_and_back(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened(coding("2"), protein(), protein("MWWWWW"))
    go = group(window).go
    assert go.text() == "&Go to the Protein"
    go.trigger()
    assert window.centre.editor.sequence_id == at(window, 2)
    assert go.text() == "&Go to the CDS"
    go.trigger()
    assert window.centre.editor.sequence_id == at(window, 1)
    assert window.centre.editor.features.current_feature == 1
    window.project.show_sequence(at(window, 3))
    go.trigger()
    assert "No CDS" in window.centre.editor.notice.text
    settle(qtbot, window)


def test_open_frames_are_listed_shown_and_added(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    other = str(Seq("atgtggtggtggtggtaa").reverse_complement())
    window = opened(dna("cc" + LETTERS + "cc" + other + "cc"))
    before = content(window.signal.document)
    group(window).find.trigger()
    dialog = the_dialog(OpenFramesDialog)
    dialog.minimum.setValue(4)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    QAbstractItemModelTester(
        dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal, dialog
    )
    dialog.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    model = dialog.model
    shown = [[model.index(r, c).data() for c in range(5)] for r in range(2)]
    assert shown == [
        ["\u20663..20\u2069", "as listed", "5", "\u2066MKVLA\u2069", ""],
        ["\u2066complement(23..40)\u2069", "complementary", "5", "\u2066MWWWW\u2069", ""],
    ]
    place = dialog.table.visualRect(model.index(1, 0)).center()
    qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    selection = window.centre.editor.residues.selection
    assert (selection.start, selection.end) == (23, 40)
    dialog.table.selectAll()
    assert dialog.add.text() == "&Add 2 CDS"
    dialog.add.click()
    assert [value(window, "translation", n) for n in (1, 2)] == ["MKVLA", "MWWWW"]
    assert [value(window, "protein_id", n) for n in (1, 2)] == ["2", "3"]
    qtbot.waitUntil(lambda: model.index(1, 4).data() == "is there")
    dialog.table.selectAll()
    assert not dialog.add.isEnabled()
    window.signal.document.undo()
    assert content(window.signal.document) == before
    dialog.reject()
    settle(qtbot, window)


def test_frames_of_a_circle_and_cut_ones_show_their_beginning(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    letters = LETTERS[9:] + "cc" + LETTERS[:9]
    window = opened(dna(letters))
    group(window).find.trigger()
    dialog = the_dialog(OpenFramesDialog)
    dialog.minimum.setValue(4)
    dialog.circular.setChecked(True)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert dialog.model.index(0, 3).data() == "\u2066MKVLA\u2069"
    assert not dialog.partial.isEnabled()
    dialog.circular.setChecked(False)
    dialog.partial.setChecked(True)
    dialog.starts.setCurrentIndex(2)
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 1)
    for row in range(dialog.model.rowCount()):
        frame = dialog.model.frame(row)
        text = dialog.model.beginning(frame)
        assert len(text.rstrip("…")) == frame.amino_acids
    dialog.reject()
    settle(qtbot, window)


def test_the_list_of_frames_follows_the_sequence(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened(dna(LETTERS + "ccc"))
    group(window).find.trigger()
    dialog = the_dialog(OpenFramesDialog)
    dialog.minimum.setValue(4)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert dialog.table.selectionMode() is QAbstractItemView.SelectionMode.ExtendedSelection
    residues = window.centre.editor.residues
    residues.go_to(4)
    residues.setFocus()
    qtbot.keyClicks(residues, "taa")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0)
    window.project.list.selectRow(0)
    window.sequence_actions.delete.trigger()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    settle(qtbot, window)


def test_only_what_can_be_done_is_offered(opened: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = opened(gene(), protein())
    menu: QMenu = window.centre.editor.features.context_menu()
    texts = [action.text() for action in menu.actions()]
    assert "Tr&anslate CDS…" in texts
    assert "Add &Protein of CDS" in texts
    window.centre.editor.features.select_feature(0)
    actions = group(window)
    assert not actions.translate.isEnabled()
    assert actions.translate_residues.isEnabled()
    window.project.show_sequence(at(window, 2))
    assert [a.isEnabled() for a in (actions.translate_residues, actions.find, actions.go)] == [
        False,
        False,
        True,
    ]
    settle(qtbot, window)


def test_a_button_tells_the_protein_and_what_it_comes_from(
    opened: Callable[..., MainWindow], session: Session, qtbot: QtBot
) -> None:
    window = opened(coding("3"), coding("3"), protein())
    window.resize(1400, 800)
    chip = group(window).chip
    qtbot.waitUntil(chip.isVisible)
    assert chip.text() == "Protein: SEQ ID NO 3"
    window.centre.editor.features.select_feature(0)
    qtbot.waitUntil(lambda: not chip.isVisible())
    window.centre.editor.features.select_feature(1)
    qtbot.waitUntil(chip.isVisible)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert window.centre.editor.sequence_id == at(window, 3)
    assert chip.toolTip() == "Translated from SEQ ID NO 1, CDS 1..18, and 1 more"
    window.signal.document.remove_sequences("Delete", [at(window, 2)])
    assert chip.text() == "Translated from SEQ ID NO 1, CDS 1..18"
    session.choose_language("ar", keep=False)
    assert "1..18" in chip.text()
    qtbot.waitUntil(chip.isVisible)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert window.centre.editor.sequence_id == at(window, 1)
    settle(qtbot, window)


def test_a_region_that_shares_its_protein_gets_one_of_its_own(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened(coding("3"), coding("3"), protein())
    group(window).translate.trigger()
    dialog = the_dialog(TranslateDialog)
    assert dialog.protein.currentText() == "SEQ ID NO 3, as before"
    dialog.code.setCurrentIndex(dialog.code.findData(3))
    qtbot.waitUntil(lambda: dialog.letters.toPlainText() == "MKVTA")
    dialog.protein.setCurrentIndex(dialog.protein.findData(Protein.NEW))
    press(dialog, "Translate")
    assert value(window, "protein_id") == "4"
    found = window.signal.document.sequence
    assert found(at(window, 3)).residues.text() == "MKVLA"
    assert found(at(window, 4)).residues.text() == "MKVTA"
    assert window.centre.editor.notice.text == ""
    settle(qtbot, window)


def test_a_dialog_that_is_open_comes_forward(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened(gene())
    actions = group(window)
    for action, kind in (
        (actions.translate, TranslateDialog),
        (actions.find, OpenFramesDialog),
        (actions.proteins, ProteinsDialog),
    ):
        action.trigger()
        action.trigger()
        the_dialog(kind).reject()
    settle(qtbot, window)


def test_of_a_very_long_protein_the_beginning_is_shown(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    letters = "atg" + "gcc" * 30_000 + "taa"
    window = opened(gene(letters=letters))
    group(window).translate.trigger()
    dialog = the_dialog(TranslateDialog)
    assert len(dialog.letters.toPlainText()) == 20_001
    assert "30,001 amino acids." in dialog.words.text()
    press(dialog, "Translate")
    assert len(value(window, "translation") or "") == 30_001
    settle(qtbot, window)
