from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import seqeditor.ui
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.dialogs.review import ReviewDialog


class _Asking(Dialog):
    """Names its default button before it is laid out, after Cancel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton("Go", QDialogButtonBox.ButtonRole.ActionRole)
        self.go.setDefault(True)
        QVBoxLayout(self).addWidget(buttons)
        self.resize(400, 200)


def _defaults(dialog: Dialog) -> list[str]:
    return [one.text() for one in dialog.findChildren(QPushButton) if one.isDefault()]


def test_the_default_button_is_the_one_that_was_meant(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    for dialog in (_Asking(page), ReviewDialog("A finding.", page)):
        dialog.open()
        assert len(_defaults(dialog)) == 1
        assert "Cancel" not in _defaults(dialog)
        dialog.close()


def test_a_size_given_by_the_user_is_remembered(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    first = _Asking(page)
    first.open()
    assert first.size() == QSize(400, 200)
    first.resize(520, 310)
    first.reject()
    again = _Asking(page)
    again.show()
    assert again.size() == QSize(520, 310)
    again.close()


def test_a_size_nobody_has_given_is_not_kept(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    first = _Asking(page)
    first.open()
    first.reject()
    again = _Asking(page)
    again.resize(440, 260)
    again.open()
    assert again.size() == QSize(440, 260)
    again.close()


def test_every_dialog_is_made_of_it() -> None:
    folder = Path(seqeditor.ui.__file__).parent
    bare = [
        path.name
        for path in folder.rglob("*.py")
        if re.search(r"^class \w+\(QDialog\)", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert bare == ["dialog.py"]
