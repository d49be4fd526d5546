"""One invention title in the general information: text, language, place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from seqeditor.domain.edits.general_information import move_title, remove_title
from seqeditor.domain.path import Path
from seqeditor.texts import N_, _
from seqeditor.ui.panels.header_fields import Field, LanguageField

REMOVE_TITLE = N_("Remove an invention title")
MOVE_TITLE = N_("Move an invention title")


class TitleRow(QWidget):
    """One invention title: text, language, and what can be done with it."""

    def __init__(
        self,
        index: int,
        commit: Callable[[Path, str | None], None],
        request: Callable[..., None],
    ) -> None:
        super().__init__()
        self.index = index
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.title = Field()
        self.language = LanguageField()
        self.language.setFixedWidth(150)
        self.language.hide_name()
        self.up = QToolButton()
        self.up.setArrowType(Qt.ArrowType.UpArrow)
        self.remove = QToolButton()
        self.remove.setText("\u2212")
        for widget, stretch in ((self.title, 1), (self.language, 0), (self.up, 0)):
            row.addWidget(widget, stretch)
        row.addWidget(self.remove)
        self.title.committed.connect(partial(commit, ("titles", index, "text")))
        self.language.committed.connect(partial(commit, ("titles", index, "language_code")))
        self.up.clicked.connect(
            lambda: request(MOVE_TITLE, {}, lambda h: move_title(h, index, index - 1), "")
        )
        self.remove.clicked.connect(
            lambda: request(REMOVE_TITLE, {}, lambda h: remove_title(h, index), "")
        )
        self.retranslate()

    def set_read_only(self, read_only: bool) -> None:
        """Take edits or not."""
        self.title.set_read_only(read_only)
        self.language.set_read_only(read_only)
        self.up.setEnabled(not read_only and self.index > 0)
        self.remove.setEnabled(not read_only)

    def retranslate(self) -> None:
        """Word everything in the language of the window."""
        self.title.line.setAccessibleName(_("Invention title"))
        self.title.line.setPlaceholderText(
            _("Title of the invention, preferably two to seven words")
        )
        self.language.line.setAccessibleName(_("Language of the title"))
        self.language.line.setPlaceholderText(_("Language"))
        self.language.fill()
        for button, words in (
            (self.up, _("Move the title up")),
            (self.remove, _("Remove the title")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
