from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from seqeditor.domain.edits.features import add_feature, move_feature, remove_feature
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.ui.dialogs.codon_value import CodonValueDialog
from seqeditor.ui.dialogs.location_builder import LocationBuilder
from seqeditor.ui.dialogs.modified_residue import ModifiedResidueDialog, modified_base_dialog
from seqeditor.ui.features.choice_box import ChoiceBox
from seqeditor.ui.features.editor import FeatureEditor
from seqeditor.ui.features.location_line import LocationLine
from tests.ui.conftest import the_dialog

Labels = Callable[[], list[str]]


def test_a_location_is_built_for_its_feature_wherever_that_went(
    qtbot: QtBot, editor: FeatureEditor, sequence: Sequence, applied: Labels
):
    editor.select_feature(1)
    editor.action("build_location").trigger()
    dialog = editor.assistants.dialog
    assert isinstance(dialog, LocationBuilder)
    editor.set_selected_residues(31, 40)
    editor.set_sequence(move_feature(sequence, 1, 2))
    dialog.add_selection.click()
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    assert applied() == ["Change location"]
    assert editor.sequence.features[2].location == "join(3..20,31..40)"
    assert editor.assistants.dialog is None


def test_a_dialog_goes_with_its_feature_and_its_sequence(editor: FeatureEditor, sequence: Sequence):
    editor.select_feature(1)
    editor.assistants.build_location()
    editor.set_sequence(remove_feature(sequence, 1))
    assert editor.assistants.dialog is None
    editor.select_feature(1)
    editor.assistants.build_location()
    editor.set_sequence(sequence, another=True)
    assert editor.assistants.dialog is None
    editor.set_read_only(True)
    editor.assistants.build_location()
    assert editor.assistants.dialog is None


def go_to(editor: FeatureEditor, *path: str | int) -> None:
    editor.tree.setCurrentIndex(editor.model.index_of(path))


def with_feature(sequence: Sequence, key: str, location: str, *names: str) -> Sequence:
    return add_feature(sequence, key, location, [Qualifier(name, "") for name in names])


def test_a_modified_base_is_found_by_its_full_name(
    qtbot: QtBot, editor: FeatureEditor, sequence: Sequence, applied: Labels
):
    editor.set_sequence(with_feature(sequence, "modified_base", "7", "mod_base"))
    go_to(editor, "features", 3, "qualifiers", 0, "value")
    editor.action("help_value").trigger()
    dialog = the_dialog(ModifiedResidueDialog)
    qtbot.keyClicks(dialog.search, "methylguanosine")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert applied() == ["Set modified nucleotide"]
    assert editor.sequence.features[3].value("mod_base") in {"m2g", "m7g", "m22g", "gm", "m1g"}
    assert editor.sequence.features[3].value("note") is None


def test_other_asks_for_its_name_in_the_same_step(
    qtbot: QtBot, editor: FeatureEditor, sequence: Sequence, applied: Labels
):
    editor.set_sequence(with_feature(sequence, "modified_base", "7", "mod_base"))
    editor.focus_place(("features", 3, "qualifiers", 0, "value"))
    (box,) = (b for b in editor.tree.viewport().findChildren(ChoiceBox) if b.isVisible())
    box.setEditText("OTHER")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor.assistants.dialog is not None)
    dialog = the_dialog(ModifiedResidueDialog)
    assert applied() == []
    assert not dialog.take.isEnabled()
    qtbot.keyClicks(dialog.note, "2'-O-methoxyethyl adenosine")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
    assert applied() == ["Set modified nucleotide"]
    assert editor.sequence.features[3].value("mod_base") == "OTHER"
    assert editor.sequence.features[3].value("note") == "2'-O-methoxyethyl adenosine"


def test_a_full_name_that_has_an_abbreviation_is_told(qtbot: QtBot, editor: FeatureEditor):
    dialog = modified_base_dialog("OTHER", "", editor)
    dialog.show()
    qtbot.keyClicks(dialog.note, "4-acetylcytidine")
    assert "ac4c" in dialog.said.text()
    dialog.reject()


def test_the_note_of_a_modified_amino_acid(qtbot: QtBot, editor: FeatureEditor, applied: Labels):
    one = Feature("MOD_RES", "2", (Qualifier("note", ""),))
    protein = Sequence("AA", residues=TextResidues("MKLV"), features=(one,))
    editor.set_sequence(protein, another=True)
    go_to(editor, "features", 0, "qualifiers", 0, "value")
    editor.action("help_value").trigger()
    dialog = the_dialog(ModifiedResidueDialog)
    qtbot.keyClicks(dialog.search, "ornithine")
    assert dialog.note.text() == "Orn"
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert editor.sequence.features[0].value("note") == "Orn"


def test_a_codon_exception_is_put_together(
    qtbot: QtBot, editor: FeatureEditor, sequence: Sequence, applied: Labels
):
    editor.set_sequence(with_feature(sequence, "CDS", "complement(1..30)", "transl_except"))
    go_to(editor, "features", 3, "qualifiers", 0, "value")
    editor.set_selected_residues(4, 6)
    editor.action("help_value").trigger()
    dialog = the_dialog(CodonValueDialog)
    assert dialog.value == "(pos:complement(4..6),aa:Sec)"
    assert "gta" in dialog.said.text().replace("\u2066", "")
    assert "Val" in dialog.said.text()
    dialog.amino_acid.setCurrentIndex(dialog.amino_acid.findData("OTHER"))
    qtbot.keyClicks(dialog.note, "4-fluorophenylalanine")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
    made = editor.sequence.features[3]
    assert made.value("transl_except") == "(pos:complement(4..6),aa:OTHER)"
    assert made.value("note") == "4-fluorophenylalanine"
    assert applied() == ["Change qualifier value"]


def test_an_anticodon_shows_its_bases(
    qtbot: QtBot, editor: FeatureEditor, sequence: Sequence, applied: Labels
):
    editor.set_sequence(with_feature(sequence, "tRNA", "1..60", "anticodon"))
    go_to(editor, "features", 3, "qualifiers", 0, "value")
    editor.action("help_value").trigger()
    dialog = the_dialog(CodonValueDialog)
    qtbot.keyClicks(dialog.place, "5..7")
    assert dialog.bases.text() == "acg"
    dialog.amino_acid.setCurrentIndex(dialog.amino_acid.findData("Arg"))
    qtbot.keyClick(dialog.place, Qt.Key.Key_Return)
    assert editor.sequence.features[3].value("anticodon") == "(pos:5..7,aa:Arg,seq:acg)"


def test_a_range_is_taken_from_the_residues(
    editor: FeatureEditor, sequence: Sequence, applied: Labels
):
    editor.set_sequence(with_feature(sequence, "repeat_region", "1..60", "rpt_unit_range"))
    go_to(editor, "features", 3, "qualifiers", 0, "value")
    assert not editor.assistants.can_help()
    editor.set_selected_residues(5, 9)
    editor.assistants.help()
    assert editor.sequence.features[3].value("rpt_unit_range") == "5..9"


def test_the_sign_in_the_line_hands_over_what_was_typed(
    qtbot: QtBot, editor: FeatureEditor, applied: Labels
):
    editor.focus_place(("features", 2, "location"))
    (line,) = (b for b in editor.tree.viewport().findChildren(LocationLine) if b.isVisible())
    line.setText("31..45")
    line.help_wanted.emit()
    dialog = the_dialog(LocationBuilder)
    assert dialog.location == "31..45"
    assert applied() == ["Change location"]
    dialog.reject()


def test_nothing_helps_with_free_text(editor: FeatureEditor):
    go_to(editor, "features", 1, "qualifiers", 0, "value")
    assert not editor.assistants.can_help()
    editor.assistants.help()
    assert editor.assistants.dialog is None
