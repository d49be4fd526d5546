"""Questions and messages that do not stop the program: answered when the user answers them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from seqeditor.texts import _

Icon = QMessageBox.Icon
Role = QMessageBox.ButtonRole


@dataclass(frozen=True)
class Answer:
    """One button: its text as a message id, and what it does."""

    text: str
    act: Callable[[], object] | None = None
    role: Role = Role.AcceptRole
    is_default: bool = False


def show_message(
    parent: QWidget | None,
    title: str,
    text: str,
    *,
    details: str = "",
    icon: Icon = Icon.Information,
    answers: Iterable[Answer] = (),
) -> QMessageBox:
    """Show a message; texts are worded already, those of the answers are message ids.

    Without answers there is one button that closes it. Escape chooses the answer of the role
    RejectRole.
    """
    box = QMessageBox(icon, title, text, QMessageBox.StandardButton.NoButton, parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(details)
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    chosen: dict[QPushButton, Answer] = {}
    for answer in answers:
        button = box.addButton(_(answer.text), answer.role)
        chosen[button] = answer
        if answer.is_default:
            box.setDefaultButton(button)
        if answer.role is Role.RejectRole:
            box.setEscapeButton(button)
    if not chosen:
        box.addButton(QMessageBox.StandardButton.Close)

    def done(_code: int) -> None:
        refusal = next((a for a in chosen.values() if a.role is Role.RejectRole), None)
        answer = chosen.get(box.clickedButton(), refusal)  # type: ignore[call-overload]
        if answer is not None and answer.act is not None:
            answer.act()

    box.finished.connect(done)
    box.open()
    return box
