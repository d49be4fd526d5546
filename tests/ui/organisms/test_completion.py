"""Names are offered while one types; what is typed stays as typed until one is chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from seqeditor.app.organisms import OwnOrganism, save_own_organisms
from seqeditor.ui.organisms.completion import OfferedNames
from seqeditor.ui.organisms.line import OrganismLine
from seqeditor.vocabulary.organisms import OrganismName


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEQEDITOR_HOME", str(tmp_path))


@pytest.fixture
def line(qtbot: QtBot) -> OrganismLine:
    made = OrganismLine(used=lambda: ["Hordeum vulgare"])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def offered(model: QAbstractItemModel) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_model_is_one(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    model = OfferedNames(holder)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_names([OrganismName("Mus musculus", "mouse"), OrganismName("unidentified")])
    assert offered(model) == ["Mus musculus", "unidentified"]
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Mus musculus, mouse"
    model.set_names([])
    assert model.rowCount() == 0


def test_typing_offers_and_choosing_fills_in(qtbot: QtBot, line: OrganismLine) -> None:
    qtbot.keyClicks(line, "hum")
    popup = line.completion.popup
    assert popup.isVisible()
    assert offered(line.completion.names)[0] == "Homo sapiens"
    assert line.text() == "hum"
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(line.isModified)
    assert line.text() == "Homo sapiens"


def test_what_is_not_in_the_list_stays(qtbot: QtBot, line: OrganismLine) -> None:
    with qtbot.waitSignal(line.editingFinished):
        qtbot.keyClicks(line, "Chimaera obscura")
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "Chimaera obscura"


def test_arrow_down_shows_what_is_usual(qtbot: QtBot, line: OrganismLine) -> None:
    save_own_organisms([OwnOrganism("Novus novus")])
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert line.completion.popup.isVisible()
    assert offered(line.completion.names) == [
        "synthetic construct",
        "unidentified",
        "Novus novus",
        "Hordeum vulgare",
    ]


def test_a_line_that_takes_nothing_offers_nothing(qtbot: QtBot, line: OrganismLine) -> None:
    line.setReadOnly(True)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert not line.completion.popup.isVisible()
