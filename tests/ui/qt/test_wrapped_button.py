from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from seqeditor.ui.qt.wrapped_button import WrappedButton, lines

WORDS = "Write the translation as the residues of sequence 22."
JAPANESE = "translation を配列 22 の残基として記載し、すべての配列を確認する。"


def shown(button: WrappedButton) -> list[str]:
    return QPushButton.text(button).split("\n")


def test_the_words_take_the_lines_they_need(qtbot: QtBot) -> None:
    button = WrappedButton()
    qtbot.addWidget(button)
    button.setText(WORDS)
    button.resize(900, 30)
    button.show()
    assert shown(button) == [WORDS]
    one = button.sizeHint().height()
    button.resize(200, 30)
    assert len(shown(button)) > 1
    assert " ".join(shown(button)) == WORDS
    assert button.sizeHint().height() > one
    assert all(button.fontMetrics().horizontalAdvance(line) <= 200 for line in shown(button))
    assert button.text() == button.accessibleName() == WORDS
    button.resize(900, 30)
    assert shown(button) == [WORDS]


def test_words_without_blanks_are_broken_too(qtbot: QtBot) -> None:
    button = WrappedButton()
    qtbot.addWidget(button)
    button.resize(150, 30)
    button.show()
    button.setText(JAPANESE)
    assert len(shown(button)) > 1
    assert "".join(shown(button)).replace(" ", "") == JAPANESE.replace(" ", "")


def test_without_any_room_there_is_one_line(qtbot: QtBot) -> None:
    button = WrappedButton()
    qtbot.addWidget(button)
    assert lines(WORDS, button.font_layout(WORDS), 0) == [WORDS]
    assert lines("", button.font_layout(""), 50) == [""]
