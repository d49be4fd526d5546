from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from seqeditor.domain.edits.features import move_feature, remove_feature
from seqeditor.domain.sequence import Sequence
from seqeditor.ui.dialogs.location_builder import LocationBuilder
from seqeditor.ui.features.editor import FeatureEditor

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
