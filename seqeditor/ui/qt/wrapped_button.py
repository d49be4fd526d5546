"""A button whose words go on in further lines where they are longer than it is wide."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget


class WrappedButton(QPushButton):
    """Takes the width it is given and as many lines as its words need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Return the words, in one line."""
        return self._words

    def setText(self, text: str) -> None:
        """Show other words."""
        self._words = text
        self.setAccessibleName(text)
        self._wrap()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._wrap()

    def changeEvent(self, event: QEvent) -> None:
        """Break the words anew in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._wrap()

    def _wrap(self) -> None:
        shown = "\n".join(lines(self._words, self.font_layout(self._words), self._room()))
        if shown != super().text():
            super().setText(shown)

    def font_layout(self, words: str) -> QTextLayout:
        """Return the layout of words in the font of the button."""
        layout = QTextLayout(words, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        return layout

    def _room(self) -> int:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        element = QStyle.SubElement.SE_PushButtonContents
        return self.style().subElementRect(element, option, self).width() - 2


def lines(words: str, layout: QTextLayout, width: int) -> list[str]:
    """Return words in lines no wider than so many pixels; in one where there is no room at all."""
    if width <= 0:
        return [words]
    found: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        found.append(words[start : start + line.textLength()].strip())
    layout.endLayout()
    return found or [words]
