from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from seqeditor.app.feature_templates import load_templates, save_templates, template_of
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.ui.actions.feature_templates import FeatureTemplates
from seqeditor.ui.dialogs.feature_templates import FeatureTemplatesDialog
from seqeditor.ui.main_window import MainWindow
from tests.ui.conftest import press, the_dialog

NOTED = Feature("misc_feature", "3..5", (Qualifier("note", "linker"),))


def group(qtbot: QtBot, window: MainWindow) -> FeatureTemplates:
    window.project.choose(1)
    window.project.list.selectRow(0)
    qtbot.waitUntil(lambda: window.desk.editor.sequence_id is not None)
    return next(g for g in window.commands.groups if isinstance(g, FeatureTemplates))


def shown(window: MainWindow) -> Sequence:
    sequence_id = window.desk.editor.sequence_id
    assert sequence_id is not None
    return window.desk.document.sequence(sequence_id)


def test_selected_features_become_a_template_and_are_applied(qtbot: QtBot, window: MainWindow):
    one = group(qtbot, window)
    window.desk.editor.features.tree.setCurrentIndex(window.desk.editor.features.model.index(0, 0))
    one.refresh()
    one.save.trigger()
    dialog = the_dialog(QInputDialog)
    dialog.setTextValue("mine & yours")
    dialog.accept()
    assert [t.name for t in load_templates()] == ["mine & yours"]
    assert "mine & yours" in window.desk.notice.text
    save_templates([template_of("linker", "DNA", (NOTED,))])
    window.desk.editor.residues.select(6, 9)
    one.templates.aboutToShow.emit()
    action = one.templates.actions()[0]
    assert action.text() == "linker"
    action.trigger()
    added = shown(window).features[-1]
    assert (added.key, added.location, added.value("note")) == ("misc_feature", "6..9", "linker")
    window.desk.document.undo()
    assert shown(window).features[-1].key == "source"


def test_a_template_for_the_whole_sequence_and_what_comes_with_the_program(
    qtbot: QtBot, window: MainWindow
):
    one = group(qtbot, window)
    one.manage.trigger()
    dialog = the_dialog(FeatureTemplatesDialog)
    assert dialog.list.item(0).text() == "Uracil in DNA"
    assert not dialog.remove.isEnabled()
    dialog.list.setCurrentRow(1)
    assert not dialog.here.isEnabled()
    assert "RNA" in dialog.holds.text()
    dialog.list.setCurrentRow(0)
    press(dialog, "Apply to the whole sequence")
    added = shown(window).features[-1]
    assert (added.value("mod_base"), added.value("note")) == ("OTHER", "uracil")
    assert added.location == f"1..{shown(window).length}"


def test_templates_are_renamed_removed_given_on_and_taken_in(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    answer_file_dialog: Callable[[Path | None], list[str]],
):
    save_templates([template_of("a", "DNA", (NOTED,)), template_of("b", "DNA", (NOTED,))])
    one = group(qtbot, window)
    one.manage.trigger()
    dialog = the_dialog(FeatureTemplatesDialog)
    dialog.list.item(1).setText("a")
    assert [t.name for t in load_templates()] == ["a", "a (2)"]
    answer_file_dialog(tmp_path / "given.json")
    press(dialog, "Export")
    dialog.list.setCurrentRow(0)
    press(dialog, "Remove")
    assert [t.name for t in load_templates()] == ["a (2)"]
    press(dialog, "Import")
    assert [t.name for t in load_templates()] == ["a (2)", "a"]
    dialog.list.item(0).setText("  ")
    assert dialog.list.item(0).text() == "a (2)"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
