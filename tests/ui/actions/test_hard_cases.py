from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.ui.actions.hard_cases import HardCases
from seqeditor.ui.dialogs.alternatives import AlternativesDialog
from seqeditor.ui.dialogs.circular import CircularDialog
from seqeditor.ui.dialogs.hybrid import HybridDialog
from seqeditor.ui.dialogs.special_case import SpecialCaseDialog
from seqeditor.ui.dialogs.variants import VariantsDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.app.conftest import content
from tests.ui.conftest import press, settle, the_dialog

RNA = new_sequence("RNA", "gcauugcaagcuaagcuaatt", organism="Homo sapiens", mol_type="other RNA")
PROTEIN = new_sequence("AA", "MKVXLEQNXXXXWK", organism="Homo sapiens", mol_type="protein")
PLASMID = new_sequence(
    "DNA", "acgtacgttagcatgcatcgatcg", organism="synthetic construct", mol_type="other DNA"
)


@pytest.fixture
def opened(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> Callable[..., MainWindow]:
    def make(*sequences: Sequence) -> MainWindow:
        window = windows.open(document(0, *sequences))
        settle(qtbot, window)
        return window

    return make


def group(window: MainWindow) -> HardCases:
    return next(g for g in window.commands.groups if isinstance(g, HardCases))


def asked(window: MainWindow, name: str, kind: type[Any]) -> Any:
    getattr(group(window), name).trigger()
    return the_dialog(kind)


def sequence(window: MainWindow, number: int = 1) -> Sequence:
    document = window.signal.document
    return document.sequence(document.order.id_at(number))


def features(window: MainWindow, number: int = 1) -> list[tuple[str, str, str]]:
    found = sequence(window, number).features[1:]
    return [
        (f.key, f.location, "; ".join(f"{q.name} {q.value}" for q in f.qualifiers)) for f in found
    ]


def previewed(dialog: SpecialCaseDialog) -> list[str]:
    """Return the lines of what will be written, without the signs of direction."""
    dialog.look()
    items = (dialog.preview.topLevelItem(n) for n in range(dialog.preview.topLevelItemCount()))
    lines = ["|".join(item.text(n) for n in range(4)) for item in items if item is not None]
    return ["".join(c for c in line if c not in "\u2066\u2068\u2069") for line in lines]


def said(dialog: SpecialCaseDialog) -> str:
    dialog.look()
    return "".join(c for c in dialog.words.text() if c not in "\u2066\u2068\u2069")


def undone(window: MainWindow, before: object) -> bool:
    window.signal.document.undo()
    return bool(content(window.signal.document) == before)


# DNA and RNA -----------------------------------------------------------------------------------


def test_pasted_letters_make_a_hybrid_in_one_step(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened(RNA)
    before = content(window.signal.document)
    dialog = asked(window, "hybrid", HybridDialog)
    assert not dialog.go.isEnabled()
    qtbot.keyClicks(dialog.letters, "rGrCrArUrUrGrCrArArGrCrUrArArGrCrUrArAdTdT")
    assert dialog.way.currentIndex() == 1
    press(dialog, "Take over")
    assert previewed(dialog)[-2:] == [
        "new|misc_feature|1..19|note: RNA",
        "new|misc_feature|20..21|note: DNA",
    ]
    press(dialog, "Describe")
    new = sequence(window)
    assert (new.moltype, new.organism) == ("DNA", "synthetic construct")
    assert new.residues.text() == "gcattgcaagctaagctaatt"
    assert features(window) == [
        ("misc_feature", "1..19", "note RNA"),
        ("misc_feature", "20..21", "note DNA"),
    ]
    settle(qtbot, window)
    assert undone(window, before)
    settle(qtbot, window)


def test_parts_are_taken_from_the_selection_and_the_rest(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened(RNA)
    dialog = asked(window, "hybrid", HybridDialog)
    window.centre.editor.residues.select(20, 21)
    buttons = {b.accessibleName(): b for b in dialog.findChildren(QPushButton)}
    buttons["DNA: Selected residues"].click()
    assert said(dialog) == "1..19 is neither DNA nor RNA. Each residue belongs to a part."
    buttons["RNA: The rest"].click()
    assert (dialog.fields["DNA"].text(), dialog.fields["RNA"].text()) == ("20..21", "1..19")
    assert dialog.go.isEnabled()
    dialog.fields["RNA"].setText("1..20")
    assert said(dialog) == "20 is both DNA and RNA. Give each residue to one part."
    dialog.fields["RNA"].setText("1..22")
    assert said(dialog).startswith("RNA: “1..22” names no residues")
    dialog.fields["DNA"].clear()
    dialog.fields["RNA"].setText("1..21")
    assert said(dialog) == "All residues are RNA: this is no molecule of two kinds."
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert features(window) == []


def test_other_letters_are_told_and_replace_the_residues_only_if_asked(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened(RNA)
    dialog = asked(window, "hybrid", HybridDialog)
    dialog.letters.setPlainText("augCC")
    assert "Choose how" in dialog.said.text()
    dialog.way.setCurrentIndex(4)
    assert "5 letters, but the sequence has 21" in dialog.said.text()
    assert not dialog.take.isEnabled()
    dialog.change.setChecked(True)
    press(dialog, "Take over")
    press(dialog, "Describe")
    assert sequence(window).residues.text() == "atgcc"
    assert [f[1] for f in features(window)] == ["1..3", "4..5"]
    settle(qtbot, window)


# Variants --------------------------------------------------------------------------------------


def test_variants_become_features(opened: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = opened(PROTEIN)
    before = content(window.signal.document)
    dialog = asked(window, "variants", VariantsDialog)
    qtbot.keyClicks(dialog.text, "E6K, p.Asn8Tyr, del1-2, Q9A")
    assert said(dialog) == "Q9A: position 9 is X, not Q."
    assert not dialog.go.isEnabled()
    dialog.text.setPlainText("E6K, E6Q, p.Asn8Tyr, del1-2")
    assert previewed(dialog)[0] == "new|VARIANT|6|note: K or Q"
    press(dialog, "Add")
    assert features(window) == [
        ("VARIANT", "6", "note K or Q"),
        ("VARIANT", "8", "note Y"),
        ("VARIANT", "1..2", "note deleted"),
    ]
    assert undone(window, before)
    settle(qtbot, window)


def test_variants_become_sequences_of_their_own(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened(PROTEIN, PLASMID)
    before = content(window.signal.document)
    dialog = asked(window, "variants", VariantsDialog)
    dialog.text.setPlainText("E106K, del101-102")
    assert "outside the sequence" in said(dialog)
    dialog.first.setValue(101)
    dialog.as_sequences.setChecked(True)
    assert len(previewed(dialog)) == 2
    dialog.as_one.setChecked(True)
    press(dialog, "Add")
    assert window.signal.document.count() == 3
    assert sequence(window, 3).residues.text() == "VXLKQNXXXXWK"
    assert sequence(window, 3).name == "E106K del101-102"
    assert undone(window, before)
    settle(qtbot, window)


def test_coding_positions_count_from_the_region_chosen(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    genes = (Feature("CDS", "join(3..5,9..14)"), Feature("CDS", "complement(2..10)"))
    window = opened(replace(PLASMID, features=PLASMID.features + genes))
    dialog = asked(window, "variants", VariantsDialog)
    dialog.text.setPlainText("c.5A>T")
    assert said(dialog) == "Choose from where c. counts."
    dialog.coding.setCurrentIndex(1)
    assert previewed(dialog) == ["new|variation|10|replace: t"]
    dialog.text.setPlainText("c.4A>T")
    assert said(dialog) == "c.4A>T: position 4 is t, not a."
    dialog.text.setPlainText("c.10A>T")
    assert said(dialog) == "c.10A>T is outside the CDS join(3..5,9..14)."
    dialog.coding.setCurrentIndex(2)
    assert "other strand" in said(dialog)
    dialog.reject()
    settle(qtbot, window)


# Circles ---------------------------------------------------------------------------------------


def test_the_origin_is_set_at_the_caret(opened: Callable[..., MainWindow], qtbot: QtBot) -> None:
    more = (
        Feature("misc_feature", "5..16", (Qualifier("note", "site"),)),
        Feature("repeat_region", "1..8", (Qualifier("rpt_unit_range", "1..4"),)),
    )
    window = opened(replace(PLASMID, features=PLASMID.features + more))
    before = content(window.signal.document)
    window.centre.editor.residues.select(3, 6)
    dialog = asked(window, "circular", CircularDialog)
    assert dialog.first.value() == 3
    assert said(dialog).startswith("rpt_unit_range 1..4 of repeat_region 1..8 would lie")
    assert not dialog.go.isEnabled()
    dialog.first.setValue(10)
    assert said(dialog) == "Become a join: misc_feature 5..16"
    dialog.circle.setChecked(True)
    assert previewed(dialog)[-1] == "new|misc_feature|24^1|note: circular DNA"
    press(dialog, "Write")
    letters = PLASMID.residues.text()
    assert sequence(window).residues.text() == letters[9:] + letters[:9]
    assert [f[1] for f in features(window)] == ["join(20..24,1..7)", "16..23", "24^1"]
    assert undone(window, before)
    settle(qtbot, window)


def test_amino_acids_are_divided_only_if_asked(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    region = Feature("REGION", "3..6", (Qualifier("note", "loop"),))
    window = opened(replace(PROTEIN, features=(*PROTEIN.features, region)))
    dialog = asked(window, "circular", CircularDialog)
    dialog.first.setValue(5)
    assert "REGION 3..6: lies over the new ends" in said(dialog)
    dialog.divide.setChecked(True)
    press(dialog, "Write")
    assert [f[1] for f in features(window)] == ["13..14", "1..2"]
    settle(qtbot, window)


# X and n ---------------------------------------------------------------------------------------


def test_alternatives_stand_in_a_note(opened: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = opened(PROTEIN)
    before = content(window.signal.document)
    window.centre.editor.residues.select(2, 5)
    dialog = asked(window, "alternatives", AlternativesDialog)
    assert dialog.positions.text() == "4"
    qtbot.keyClicks(dialog.list, "Ala, GLY")
    assert said(dialog) == "“GLY”: write Gly, or the letters apart: G, L, Y."
    dialog.list.setText("Ala or Gly")
    dialog.absent.setChecked(True)
    assert previewed(dialog) == ["new|VARIANT|4|note: A or G, or absent"]
    press(dialog, "Write")
    assert features(window) == [("VARIANT", "4", "note A or G, or absent")]
    assert undone(window, before)
    settle(qtbot, window)


def test_the_narrowest_symbol_is_written(opened: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = opened(PROTEIN)
    dialog = asked(window, "alternatives", AlternativesDialog)
    dialog.positions.setText("4")
    dialog.list.setText("Asp or Asn")
    assert said(dialog) == "B says exactly this: it is written in place of X."
    press(dialog, "Write")
    assert sequence(window).residues.text() == "MKVBLEQNXXXXWK"
    assert features(window) == []
    settle(qtbot, window)


def test_a_number_that_varies(opened: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = opened(PROTEIN)
    dialog = asked(window, "alternatives", AlternativesDialog)
    assert not dialog.varies.isEnabled()
    dialog.positions.setText("9..12")
    dialog.any.setChecked(True)
    dialog.varies.setChecked(True)
    dialog.fewest.setValue(2)
    note = "each X is any amino acid; 2 to 4 residues are present"
    assert previewed(dialog) == [f"new|VARIANT|9..12|note: {note}"]
    dialog.any_but.setChecked(True)
    dialog.list.setText("C, P")
    dialog.varies.setChecked(False)
    note = "each X is any amino acid except C or P"
    assert previewed(dialog) == [f"new|VARIANT|9..12|note: {note}"]
    dialog.positions.setText("8..12")
    assert said(dialog) == "Position 8 is N, not X."
    dialog.positions.setText("9..12")
    dialog.unknown.setChecked(True)
    press(dialog, "Write")
    assert features(window) == [("UNSURE", "9..12", "")]
    settle(qtbot, window)


def test_n_becomes_the_symbol_for_all_but_one(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened(new_sequence("DNA", "acgtnacgtacn", organism="x", mol_type="other DNA"))
    dialog = asked(window, "alternatives", AlternativesDialog)
    press(dialog, "All n".replace("n", "\u2066n\u2069"))
    dialog.any_but.setChecked(True)
    dialog.list.setText("g")
    press(dialog, "Write")
    assert sequence(window).residues.text() == "acgthacgtach"
    settle(qtbot, window)


def test_more_stretches_than_the_field_takes_are_told(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened(new_sequence("AA", "MKX" * 201, organism="x", mol_type="protein"))
    dialog = asked(window, "alternatives", AlternativesDialog)
    dialog.list.setText("A, G")
    assert len(previewed(dialog)) == 200
    assert said(dialog) == "Only the first 200 stretches: those from 603 on are for later."
    dialog.positions.setText("3")
    assert said(dialog) == ""
    dialog.reject()
    settle(qtbot, window)


# All of them -----------------------------------------------------------------------------------


def test_a_dialog_follows_edits_and_closes_with_its_sequence(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened(PROTEIN, PLASMID)
    document = window.signal.document
    dialog = asked(window, "variants", VariantsDialog)
    asked(window, "variants", VariantsDialog)  # the same one comes forward
    dialog.text.setPlainText("M1K")
    assert previewed(dialog) == ["new|VARIANT|1|note: K"]
    edited = new_sequence("AA", "KKVXLEQN", organism="x", mol_type="protein")
    document.apply("Edit", [document.order.id_at(1)], lambda _old: edited)
    qtbot.waitUntil(lambda: "position 1 is" in dialog.words.text())
    with qtbot.waitSignal(dialog.finished):
        document.remove_sequences("Delete", [document.order.id_at(1)])
    settle(qtbot, window)


def test_the_menu_of_the_residues_leads_there(
    opened: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = opened(PROTEIN)
    menu = window.centre.editor.residues.context_menu()
    assert group(window).cases in [action.menu() for action in menu.actions()]
    menu.deleteLater()


def test_only_what_is_possible_is_offered(opened: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = opened(PROTEIN)
    actions = group(window)
    assert actions.variants.isEnabled()
    assert not actions.hybrid.isEnabled()
    window.signal.document.read_only = "read-only"
    actions.refresh()
    assert not actions.variants.isEnabled()
    window.signal.document.read_only = ""
