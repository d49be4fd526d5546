from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from seqeditor.app.feature_clipboard import MIME
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.ui.dialogs.paste_features import PasteFeaturesDialog
from seqeditor.ui.features.editor import FeatureEditor
from tests.ui.conftest import press, the_dialog

Labels = Callable[[], list[str]]


def choose(editor: FeatureEditor, *rows: int) -> None:
    editor.tree.setCurrentIndex(editor.model.index(rows[-1], 0))
    editor.tree.select_rows([editor.model.index(row, 0) for row in rows])


def keys(editor: FeatureEditor) -> list[str]:
    return [one.key for one in editor.sequence.features]


def test_several_are_doubled_moved_sorted_and_deleted_in_one_step_each(
    editor: FeatureEditor, applied: Labels
):
    choose(editor, 1, 2)
    editor.action("duplicate").trigger()
    assert keys(editor) == ["source", "CDS", "misc_feature", "CDS", "misc_feature"]
    assert editor.selected_features() == [3, 4]
    editor.action("move_up").trigger()
    assert keys(editor) == ["source", "CDS", "CDS", "misc_feature", "misc_feature"]
    assert editor.selected_features() == [2, 3]
    choose(editor, 0)
    editor.action("move_down").trigger()
    editor.action("sort").trigger()
    assert keys(editor) == ["source", "CDS", "CDS", "misc_feature", "misc_feature"]
    choose(editor, 1, 3)
    editor.action("delete").trigger()
    assert keys(editor) == ["source", "CDS", "misc_feature"]
    assert applied() == [
        "Duplicate features",
        "Move features",
        "Move feature",
        "Sort features by location",
        "Delete features",
    ]


def test_features_are_copied_cut_and_pasted_by_the_keys(
    qtbot: QtBot, editor: FeatureEditor, applied: Labels
):
    choose(editor, 1, 2)
    qtbot.keySequence(editor.tree, QKeySequence.StandardKey.Cut)
    assert keys(editor) == ["source"]
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasFormat(MIME)
    assert data.text().startswith("CDS\t3..20")
    qtbot.keySequence(editor.tree, QKeySequence.StandardKey.Paste)
    assert keys(editor) == ["source", "CDS", "misc_feature"]
    assert editor.selected_features() == [1, 2]
    assert editor.sequence.features[1].value("gene") == "insA"
    assert applied() == ["Delete features", "Paste features"]


def test_what_does_not_fit_is_asked_about(qtbot: QtBot, editor: FeatureEditor, applied: Labels):
    choose(editor, 0, 1, 2)
    editor.copy()
    short = Sequence(residues=TextResidues("acgtacgtacgt"), features=(Feature("source", "1..12"),))
    editor.set_sequence(short, another=True)
    editor.paste()
    dialog = the_dialog(PasteFeaturesDialog)
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "3 features do not fit" in said
    assert "source already" in said
    press(dialog, "Cut the locations to this sequence")
    press(dialog, "Paste")
    assert [one.location for one in editor.sequence.features] == ["1..12", "3..12"]
    assert applied() == ["Paste feature"]


def test_what_is_there_already_is_left_out_unless_wanted(
    qtbot: QtBot, editor: FeatureEditor, applied: Labels
):
    choose(editor, 2)
    editor.copy()
    editor.paste()
    press(the_dialog(PasteFeaturesDialog), "Paste")
    assert applied() == []
    editor.paste()
    dialog = the_dialog(PasteFeaturesDialog)
    press(dialog, "Paste as they are")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert keys(editor)[2:] == ["misc_feature", "misc_feature"]


def test_nothing_is_pasted_where_nothing_may_be_changed(editor: FeatureEditor, applied: Labels):
    choose(editor, 2)
    editor.copy()
    editor.set_read_only(True)
    editor.paste()
    editor.cut()
    assert applied() == []
    QGuiApplication.clipboard().setText("text")
    editor.set_read_only(False)
    editor.paste()
    assert applied() == []


@pytest.mark.parametrize(("complement", "location"), [(False, "5..9"), (True, "complement(5..9)")])
def test_a_feature_here_takes_the_selection(
    qtbot: QtBot, editor: FeatureEditor, applied: Labels, complement: bool, location: str
):
    editor.set_selected_residues(5, 9)
    editor.feature_here(complement=complement)
    qtbot.keyClicks(editor.chooser._search, "promoter")
    assert editor.chooser.shown()[0] == "regulatory"
    qtbot.keyClick(editor.chooser._search, Qt.Key.Key_Return)
    added = editor.sequence.features[-1]
    assert (added.key, added.location) == ("regulatory", location)
    assert [one.name for one in added.qualifiers] == ["regulatory_class"]


def test_with_nothing_selected_it_is_the_residue_at_the_caret(editor: FeatureEditor):
    editor.set_selected_residues(7, 6)
    assert editor.selected_location() == "7"
    editor.set_selected_residues(121, 120)
    assert editor.selected_location() == ""


def test_keys_stand_in_groups_that_the_arrows_pass_by(qtbot: QtBot, editor: FeatureEditor):
    editor.feature_here()
    shown = editor.chooser.shown()
    assert shown[0] == "gene"
    first = editor.chooser._list.topLevelItem(0)
    assert first is not None
    assert first.text(0) == "Genes and transcripts"
    for _number in range(len(shown) - 1):
        qtbot.keyClick(editor.chooser._search, Qt.Key.Key_Down)
    current = editor.chooser._list.currentItem()
    assert current is not None
    assert shown[-1] in current.text(0)
    assert "Annex I, 5." in editor.chooser._meaning.text()


def test_qualifiers_are_copied_into_other_features(editor: FeatureEditor, applied: Labels):
    editor.tree.setCurrentIndex(editor.model.index_of(("features", 1, "qualifiers", 1)))
    editor.copy()
    assert QGuiApplication.clipboard().text().startswith("    product\tinsulin")
    choose(editor, 1, 2)
    editor.paste()
    assert applied() == ["Paste qualifier"]
    assert list(editor.sequence.features[1].values("product")) == ["insulin"]
    (pasted,) = editor.sequence.features[2].qualifiers
    assert (pasted.name, pasted.value, pasted.non_english) == ("product", "insulin", "インスリン")
    editor.paste()
    assert applied() == ["Paste qualifier"]
