"""What the program is, its version, and the licences of everything built into it."""

from __future__ import annotations

import json
import platform
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from seqeditor import __version__
from seqeditor.bundled import bundled
from seqeditor.texts import _, fill
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.qt.icons import program_icon


@dataclass(frozen=True, slots=True)
class Component:
    """Something built into the program; `version` is "" where it is not known."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]

    def words(self) -> str:
        """Return the texts of the licence, in the language they are written in."""
        folder = bundled("resources", "licences")
        return "\n\n".join((folder / name).read_text(encoding="utf-8") for name in self.texts)


def components() -> list[Component]:
    """Return everything built in, the program itself first.

    A package that is not there, as in a frozen program that does without it, is not listed.
    """
    text = bundled("resources", "licences", "components.json").read_text(encoding="utf-8")
    return [
        Component(one["name"], told, one["licence"], tuple(one["texts"]))
        for one in json.loads(text)["components"]
        if (told := _version(one)) or not one["package"]
    ]


def _version(one: dict[str, str]) -> str:
    if one["name"] == "seqeditor":
        return __version__
    if one["package"] == "python":
        return platform.python_version()
    if one["package"].startswith("PySide6"):
        return qVersion()
    try:
        return version(one["package"]) if one["package"] else ""
    except PackageNotFoundError:
        return ""


class AboutDialog(Dialog):
    """Name, version, purpose; below, each component with its licence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("About seqeditor"))
        self._components = components()
        self.list = QListWidget()
        self.list.setAccessibleName(_("Components"))
        for one in self._components:
            self.list.addItem(f"{one.name} {one.version}".strip() + f"\n{one.licence}")
        self.list.setMaximumWidth(260)
        self.list.setSpacing(4)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(_("Licence"))
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list)
        row.addWidget(self.text, 1)
        heading = QLabel(_("Licences of everything built in:"))
        heading.setBuddy(self.list)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(_head())
        column.addWidget(heading)
        column.addLayout(row, 1)
        column.addWidget(buttons)
        self.resize(760, 480)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._components):
            self.text.setPlainText(self._components[row].words())


def _head() -> QHBoxLayout:
    picture = QLabel()
    picture.setPixmap(program_icon().pixmap(64, 64))
    name = QLabel(f"seqeditor {__version__}")
    font = name.font()
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * 1.3)
    name.setFont(font)
    purpose = QLabel(
        _("Edits and checks sequence listings of patent applications: WIPO Standard ST.26.")
    )
    purpose.setWordWrap(True)
    qt = QLabel(
        fill(
            _("Qt {qt}, Python {python}. No network is used: nothing leaves this computer."),
            {"qt": qVersion(), "python": platform.python_version()},
        )
    )
    qt.setWordWrap(True)
    words = QVBoxLayout()
    for widget in (name, purpose, qt):
        words.addWidget(widget)
    row = QHBoxLayout()
    row.setSpacing(16)
    row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row
