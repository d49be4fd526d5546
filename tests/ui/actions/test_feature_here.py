from __future__ import annotations

from pytestqt.qtbot import QtBot

from seqeditor.ui.actions.feature_here import FeatureHere
from seqeditor.ui.main_window import MainWindow


def test_a_feature_from_the_residues_by_the_menu(qtbot: QtBot, window: MainWindow):
    window.project.choose(1)
    window.project.list.selectRow(0)
    group = next(g for g in window.commands.groups if isinstance(g, FeatureHere))
    editor = window.desk.editor
    qtbot.waitUntil(lambda: editor.sequence_id is not None)
    editor.residues.select(4, 9)
    assert group.complement.isEnabled()
    group.complement.trigger()
    assert editor.features.chooser.isVisible()
    assert editor.features.earlier.of("organism") == ["Homo sapiens"]
