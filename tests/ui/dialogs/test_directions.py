"""What reads from left to right does so in a window read from right to left."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableWidget, QWidget

from seqeditor.rules.finding import Finding, Level
from seqeditor.store.copies import Abandoned, About, Condition
from seqeditor.ui.dialogs.changes import ChangesDialog
from seqeditor.ui.dialogs.recovery import RecoveryDialog
from seqeditor.ui.session import Session


def text_of(table: QTableWidget, column: int) -> str:
    cell = table.item(0, column)
    assert cell is not None
    return cell.text()


def test_the_folder_of_lost_work_is_isolated(session: Session, tmp_path: Path) -> None:
    session.choose_language("ar", keep=False)
    about = About(original=str(tmp_path / "a-1.xml"))
    lost = Abandoned(tmp_path, Condition.WHOLE, about, sequences=1)
    dialog = RecoveryDialog([lost], lambda _one: True, lambda _one: True)
    texts = [text_of(dialog.table, column) for column in (0, 4)]
    assert texts == ["\u2068a-1.xml\u2069", f"\u2066{tmp_path}\u2069"]
    dialog.deleteLater()


def test_values_in_a_table_of_changes_are_isolated_but_not_copied_so(session: Session) -> None:
    session.choose_language("ar", keep=False)
    finding = Finding(
        "seq-length-mismatch", Level.ERROR, parameters={"actual": 12, "sequence": "1"}
    )
    parent = QWidget()
    dialog = ChangesDialog(parent, "Changes", "", [finding], lambda _f: "1")
    cells = [text_of(dialog.table, column) for column in (1, 2)]
    assert any("\u2068" in text for text in cells)
    dialog.table.copy()
    assert "\u2068" not in QGuiApplication.clipboard().text()
    parent.deleteLater()
