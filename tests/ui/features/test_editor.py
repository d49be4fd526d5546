from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from seqeditor.domain.edits.features import add_feature, move_feature, set_location
from seqeditor.domain.edits.qualifiers import set_qualifier_value
from seqeditor.domain.sequence import Feature, Sequence, skipped_sequence
from seqeditor.rules.finding import Level
from seqeditor.ui.features.cells import NAME
from seqeditor.ui.features.choice_box import ChoiceBox
from seqeditor.ui.features.editor import FeatureEditor
from seqeditor.ui.features.location_line import LocationLine
from seqeditor.ui.features.text_box import TextBox

Labels = Callable[[], list[str]]


def field(editor: FeatureEditor, kind: type[QWidget]) -> QWidget:
    (found,) = [w for w in editor.tree.viewport().findChildren(kind) if w.isVisible()]
    return found


def go(editor: FeatureEditor, *path: str | int) -> None:
    assert editor.focus_place(path)


def test_a_location_is_edited_in_place(qtbot: QtBot, editor: FeatureEditor, applied: Labels):
    go(editor, "features", 1, "location")
    line = field(editor, LocationLine)
    line.clear()
    qtbot.keyClicks(line, "5..22")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: applied() == ["Change location"])
    assert editor.sequence.features[1].location == "5..22"


def test_escape_takes_back_what_was_typed(qtbot: QtBot, editor: FeatureEditor, applied: Labels):
    go(editor, "features", 1, "qualifiers", 0, "value")
    box = field(editor, TextBox)
    qtbot.keyClicks(box, "other")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert applied() == []
    assert not box.isVisible()


def test_a_text_is_edited_in_place_and_enter_ends_it(
    qtbot: QtBot, editor: FeatureEditor, applied: Labels
):
    go(editor, "features", 1, "qualifiers", 1, "non_english")
    box = field(editor, TextBox)
    box.setPlainText("新しい")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert applied() == ["Change non-English value"]
    assert editor.sequence.features[1].qualifiers[1].non_english == "新しい"


def test_a_controlled_value_is_chosen_or_typed(
    qtbot: QtBot, editor: FeatureEditor, applied: Labels
):
    go(editor, "features", 0, "qualifiers", 1, "value")
    box = field(editor, ChoiceBox)
    assert box.findText("other DNA") >= 0
    box.setEditText("other DNA")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert editor.sequence.features[0].value("mol_type") == "other DNA"


def test_another_key_brings_its_qualifiers_and_keeps_the_row(
    qtbot: QtBot, editor: FeatureEditor, applied: Labels
):
    go(editor, "features", 2, "key")
    box = field(editor, ChoiceBox)
    assert box.findText("promoter") < 0
    box.setEditText("modified_base")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert editor.sequence.features[2].key == "modified_base"
    assert [one.name for one in editor.sequence.features[2].qualifiers] == ["mod_base"]
    assert editor.current_feature == 2


def test_a_key_that_is_none_stays_in_its_field_with_a_message(
    qtbot: QtBot, editor: FeatureEditor, applied: Labels
):
    go(editor, "features", 2, "key")
    box = field(editor, ChoiceBox)
    box.setEditText("promoter")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab):
        qtbot.keyClick(box, key)
        assert field(editor, ChoiceBox) is box
        assert "regulatory" in box.message
    box.setEditText("regulatory")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert editor.sequence.features[2].key == "regulatory"


def test_tab_goes_along_the_row_and_on_to_the_next(
    qtbot: QtBot, editor: FeatureEditor, applied: Labels
):
    go(editor, "features", 1, "qualifiers", 0, "name")
    qtbot.keyClick(field(editor, ChoiceBox), Qt.Key.Key_Tab)
    assert field(editor, TextBox).toPlainText() == "insA"
    qtbot.keyClick(field(editor, TextBox), Qt.Key.Key_Tab)
    qtbot.keyClick(field(editor, ChoiceBox), Qt.Key.Key_Tab)
    assert field(editor, TextBox).toPlainText() == "insulin"
    qtbot.keyClick(field(editor, TextBox), Qt.Key.Key_Backtab)
    assert field(editor, ChoiceBox).text() == "product"
    assert applied() == []


def test_enter_edits_the_value_of_the_row(qtbot: QtBot, editor: FeatureEditor):
    editor.tree.setCurrentIndex(editor.model.index(1, NAME))
    qtbot.keyClick(editor.tree, Qt.Key.Key_Return)
    assert field(editor, LocationLine).text() == "3..20"


def test_a_field_stays_open_while_other_places_change(
    qtbot: QtBot, editor: FeatureEditor, sequence: Sequence
):
    go(editor, "features", 1, "qualifiers", 0, "value")
    box = field(editor, TextBox)
    qtbot.keyClicks(box, "half")
    changed = set_location(sequence, 1, "4..20")
    changed = add_feature(changed, "gene", "1..3", at=1)
    editor.set_sequence(set_qualifier_value(changed, 0, 0, "Mus musculus"))
    assert field(editor, TextBox) is box
    assert box.toPlainText() == "half"
    with qtbot.waitSignal(editor.edit_requested) as asked:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert asked.args[1](editor.sequence).features[2].value("gene") == "half"


def test_what_is_open_and_current_stays_so(editor: FeatureEditor, sequence: Sequence):
    editor.tree.collapse(editor.model.index(1, NAME))
    editor.tree.setCurrentIndex(editor.model.index(2, NAME))
    moved = move_feature(sequence, 2, 0)
    editor.set_sequence(moved)
    assert editor.current_feature == 0
    assert [editor.tree.isExpanded(editor.model.index(row, NAME)) for row in range(3)][1:] == [
        True,
        False,
    ]


def test_a_row_that_is_gone_leaves_its_neighbour_current(editor: FeatureEditor, applied: Labels):
    editor.tree.setCurrentIndex(editor.model.index(2, NAME))
    editor.action("delete").trigger()
    assert applied() == ["Delete feature"]
    assert editor.current_feature == 1


def test_a_new_feature_is_chosen_and_its_first_field_opened(
    qtbot: QtBot, editor: FeatureEditor, applied: Labels
):
    editor.set_selected_residues(50, 60)
    editor.action("add_feature").trigger()
    assert "source" not in editor.chooser.shown()
    editor.chooser._search.setText("modified_b")
    qtbot.keyClick(editor.chooser._search, Qt.Key.Key_Return)
    added = editor.sequence.features[-1]
    assert (added.key, added.location) == ("modified_base", "50..60")
    assert field(editor, ChoiceBox).findText("um") >= 0
    assert editor.current_feature == 3


def test_a_new_feature_without_selected_residues_asks_for_its_location(
    qtbot: QtBot, editor: FeatureEditor, applied: Labels
):
    editor.set_selected_residues(50, 49)
    editor.add_feature()
    editor.chooser._search.setText("CDS")
    qtbot.keyClick(editor.chooser._search, Qt.Key.Key_Return)
    assert editor.sequence.features[-1].location == ""
    assert field(editor, LocationLine).text() == ""
    editor.set_selected_residues(7, 7)
    editor.add_feature()
    qtbot.keyClick(editor.chooser._search, Qt.Key.Key_Return)
    assert editor.sequence.features[-1].location == "7"


def test_only_qualifiers_of_the_key_are_offered(
    qtbot: QtBot, editor: FeatureEditor, applied: Labels
):
    editor.tree.setCurrentIndex(editor.model.index(2, NAME))
    editor.action("add_qualifier").trigger()
    assert "transl_table" not in editor.chooser.shown()
    editor.chooser._search.setText("note")
    qtbot.keyClick(editor.chooser._search, Qt.Key.Key_Return)
    assert applied() == ["Add qualifier"]
    qtbot.keyClicks(field(editor, TextBox), "mine")
    qtbot.keyClick(field(editor, TextBox), Qt.Key.Key_Return)
    assert editor.sequence.features[2].value("note") == "mine"


def test_rows_are_duplicated_and_moved(editor: FeatureEditor, applied: Labels):
    editor.tree.setCurrentIndex(editor.model.index(2, NAME))
    editor.action("move_up").trigger()
    assert editor.current_feature == 1
    assert editor.sequence.features[1].key == "misc_feature"
    editor.action("duplicate").trigger()
    assert editor.sequence.features[2].key == "misc_feature"
    assert applied() == ["Move feature", "Duplicate feature"]


def test_actions_are_offered_where_they_can_be_done(editor: FeatureEditor):
    def enabled() -> set[str]:
        return {
            name
            for name in ("add_feature", "add_qualifier", "delete", "move_up", "move_down")
            if editor.action(name).isEnabled()
        }

    editor.tree.setCurrentIndex(editor.model.index(0, NAME))
    assert enabled() == {"add_feature", "add_qualifier", "delete", "move_down"}
    editor.set_read_only(True)
    assert enabled() == set()
    assert not editor.tree.edit_cell(editor.model.index(0, NAME))
    editor.delete()


def test_keys_of_the_actions_work_in_the_table(
    qtbot: QtBot, editor: FeatureEditor, applied: Labels
):
    editor.tree.setCurrentIndex(editor.model.index(2, NAME))
    qtbot.keyClick(editor.tree, Qt.Key.Key_Delete)
    assert applied() == ["Delete feature"]
    qtbot.keyClick(editor.tree, Qt.Key.Key_F, CONTROL_SHIFT)
    assert editor.chooser.isVisible()


CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_empty_tables_say_what_to_do(qtbot: QtBot, editor: FeatureEditor, applied: Labels):
    editor.set_sequence(replace(editor.sequence, features=()), another=True)
    assert not editor.tree.isVisible()
    assert "source" in editor.empty.text
    editor.empty._button.click()
    source = editor.sequence.features[0]
    assert (source.key, source.location) == ("source", "1..120")
    assert {one.name for one in source.qualifiers} == {"organism", "mol_type"}
    assert editor.tree.isVisible()
    editor.set_sequence(skipped_sequence(), another=True)
    assert "skipped" in editor.empty.text
    assert not editor.action("add_feature").isEnabled()


def test_the_current_feature_is_told_and_set(qtbot: QtBot, editor: FeatureEditor):
    with qtbot.waitSignal(editor.feature_selected) as told:
        editor.tree.setCurrentIndex(editor.model.index_of(("features", 1, "qualifiers", 2)))
    assert told.args == [1]
    with qtbot.assertNotEmitted(editor.feature_selected):
        editor.select_feature(1)
    with qtbot.waitSignal(editor.feature_selected) as told:
        editor.select_feature(2)
    assert told.args == [2]
    with qtbot.waitSignal(editor.feature_activated) as told:
        editor.tree.doubleClicked.emit(editor.model.index(2, NAME))
    assert told.args == [2]


def test_places_without_a_field_are_shown_all_the_same(editor: FeatureEditor):
    editor.tree.collapseAll()
    assert editor.focus_place(("features", 1, "qualifiers", 3))
    assert editor.tree.isExpanded(editor.model.index(1, NAME))
    assert editor.current_feature == 1
    assert not editor.focus_place(("features", 77))
    assert not editor.focus_place(("residues",))


def test_long_tables_begin_closed(editor: FeatureEditor):
    many = tuple(Feature("gene", str(n + 1)) for n in range(300))
    editor.set_sequence(replace(editor.sequence, features=many), another=True)
    assert editor.current_feature == 0
    assert not editor.tree.isExpanded(editor.model.index(9, NAME))


def test_rows_are_copied_as_a_table(editor: FeatureEditor):
    editor.tree.setCurrentIndex(editor.model.index(1, NAME))
    editor.tree.selectAll()
    editor.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "source\t1..120\t"
    assert "    product\tinsulin\tインスリン" in lines


def test_the_menu_has_the_actions_and_what_the_hook_adds(editor: FeatureEditor):
    told: list[int] = []

    def hook(menu: QMenu, feature: int) -> None:
        told.append(feature)
        menu.addAction("More")

    editor.menu_hook = hook
    editor.select_feature(1)
    entries = [action.text() for action in editor.context_menu().actions()]
    assert told == [1]
    assert entries[-1] == "More"
    assert entries[0] == "Add &Feature…"
    assert "&Paste" in entries


@pytest.fixture
def mirrored() -> Iterator[None]:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("mirrored")
def test_names_and_locations_read_left_to_right_in_a_mirrored_window(
    qtbot: QtBot, sequence: Sequence
):
    editor = FeatureEditor()
    qtbot.addWidget(editor)
    editor.resize(800, 400)
    editor.set_sequence(sequence, another=True)
    editor.show()
    go(editor, "features", 1, "location")
    assert field(editor, LocationLine).layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert editor.tree.layoutDirection() is Qt.LayoutDirection.RightToLeft
    editor.add_feature()
    assert editor.rect().contains(editor.chooser.geometry())


def test_findings_are_painted_with_their_signs(editor: FeatureEditor):
    before = editor.grab().toImage()
    editor.set_findings({("features", 1, "location"): Level.ERROR, ("features", 0): Level.WARNING})
    assert editor.grab().toImage() != before


def test_language_and_palette_are_followed(editor: FeatureEditor):
    action = editor.action("add_feature")
    action.setText("")
    QApplication.sendEvent(editor, QEvent(QEvent.Type.LanguageChange))
    assert action.text() == "Add &Feature…"
    assert "Ctrl+Shift+F" in action.toolTip()
    palette = QPalette(editor.palette())
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#fafafa"))
    action.setText("")
    editor.setPalette(palette)
    assert action.text()
    editor.set_language(None)
    assert editor.model.columnCount() == 2
    assert editor.current_feature == 0
