"""The organism in the feature table is offered while typed; a slip in a key is never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from seqeditor.domain.sequence import Sequence
from seqeditor.ui.features.choice_box import ChoiceBox
from seqeditor.ui.features.editor import FeatureEditor
from seqeditor.ui.organisms.line import OrganismLine

ORGANISM = ("features", 0, "qualifiers", 0, "value")


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEQEDITOR_HOME", str(tmp_path))


@pytest.fixture
def edited(editor: FeatureEditor) -> FeatureEditor:
    """Return the editor, with its edits carried out."""

    def carry_out(_label: str, edit: object) -> None:
        assert callable(edit)
        editor.set_sequence(edit(editor.sequence))

    editor.edit_requested.connect(carry_out)
    return editor


def _line() -> OrganismLine:
    line = QApplication.focusWidget()
    assert isinstance(line, OrganismLine)
    return line


def _organism(sequence: Sequence) -> str | None:
    return sequence.features[0].value("organism")


def test_an_organism_is_chosen_by_its_common_name(edited: FeatureEditor, qtbot: QtBot) -> None:
    edited.focus_place(ORGANISM)
    line = _line()
    qtbot.keyClicks(line, "mouse")
    popup = line.completion.popup
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _organism(edited.sequence) == "Mus musculus")


@pytest.mark.parametrize("name", ["Homo sapiens x", "Mus"])
def test_a_name_of_ones_own_is_taken_as_typed(
    edited: FeatureEditor, qtbot: QtBot, name: str
) -> None:
    edited.focus_place(ORGANISM)
    line = _line()
    qtbot.keyClicks(line, name)
    popup = line.completion.popup
    qtbot.keyClick(popup if popup.isVisible() else line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _organism(edited.sequence) == name)


def test_a_wrong_key_stays_when_the_field_is_left(edited: FeatureEditor, qtbot: QtBot) -> None:
    edited.focus_place(("features", 1, "key"))
    box = edited.tree.indexWidget(edited.tree.currentIndex())
    assert isinstance(box, ChoiceBox)
    line = box.lineEdit()
    assert line is not None
    qtbot.keyClicks(line, "promotor")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert "promotor" in box.message
    assert edited.sequence.features[1].key == "CDS"
    edited.tree.setFocus()
    qtbot.waitUntil(lambda: edited.sequence.features[1].key == "promotor")
    names = [one.name for one in edited.sequence.features[1].qualifiers]
    assert names == ["gene", "product", "transl_table", "pseudo"]
