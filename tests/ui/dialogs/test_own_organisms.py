"""The dialog of the user's own names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from seqeditor.app.organisms import (
    OwnOrganism,
    export_organisms,
    load_own_organisms,
    save_own_organisms,
)
from seqeditor.ui.dialogs.own_organisms import OwnOrganismsDialog
from seqeditor.ui.session import Session


@pytest.fixture
def dialog(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], OwnOrganismsDialog]:
    monkeypatch.setenv("SEQEDITOR_HOME", str(tmp_path / "home"))
    parent = QWidget()
    qtbot.addWidget(parent)

    def make() -> OwnOrganismsDialog:
        made = OwnOrganismsDialog(session, parent)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        made.open()
        return made

    return make


def test_a_name_is_typed_and_kept(qtbot: QtBot, dialog: Callable[[], OwnOrganismsDialog]) -> None:
    made = dialog()
    made._add()
    box = made.table.findChild(QLineEdit)
    assert box is not None
    qtbot.keyClicks(box, "Novus novus")
    made.accept()
    assert load_own_organisms() == [OwnOrganism("Novus novus")]


def test_cancel_keeps_the_list(dialog: Callable[[], OwnOrganismsDialog]) -> None:
    save_own_organisms([OwnOrganism("A a", ("x", "y"))])
    made = dialog()
    assert made.organisms() == [OwnOrganism("A a", ("x", "y"))]
    made.table.selectRow(0)
    made.remove.click()
    assert made.organisms() == []
    made.reject()
    assert load_own_organisms() == [OwnOrganism("A a", ("x", "y"))]


def test_lists_are_exported_and_imported(
    dialog: Callable[[], OwnOrganismsDialog],
    tmp_path: Path,
    answer_file_dialog: Callable[[Path | None], list[str]],
) -> None:
    file = tmp_path / "list.json"
    export_organisms(file, [OwnOrganism("B b", ("bee",))])
    save_own_organisms([OwnOrganism("A a")])
    made = dialog()
    answer_file_dialog(file)
    made._import()
    assert made.organisms() == [OwnOrganism("A a"), OwnOrganism("B b", ("bee",))]
    answer_file_dialog(tmp_path / "out.json")
    made.export.click()
    assert "bee" in (tmp_path / "out.json").read_text("utf-8")
    made.reject()


def test_a_wrong_file_is_refused_with_its_name(
    qtbot: QtBot,
    dialog: Callable[[], OwnOrganismsDialog],
    tmp_path: Path,
    answer_file_dialog: Callable[[Path | None], list[str]],
) -> None:
    file = tmp_path / "other.json"
    file.write_text("{}", encoding="utf-8")
    made = dialog()
    answer_file_dialog(file)
    made._import()
    box = made.findChild(QMessageBox)
    assert box is not None
    assert "other.json" in box.text()
    box.reject()
    made.reject()
