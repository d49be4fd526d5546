"""The actions of the feature table: what they are called, their keys and icons."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QPalette
from PySide6.QtWidgets import QWidget

from seqeditor.texts import N_, _
from seqeditor.ui.qt.icons import icon


@dataclass(frozen=True, slots=True)
class Command:
    """An action as data; texts are message ids."""

    name: str
    text: str
    tip: str
    key: str
    icon: str


COMMANDS = (
    Command(
        "add_feature",
        N_("Add &Feature…"),
        N_("Add a feature: choose its feature key from those of the standard"),
        "Ctrl+Shift+F",
        "add",
    ),
    Command(
        "add_qualifier",
        N_("Add &Qualifier…"),
        N_("Add a qualifier to the feature: only those that the feature key allows are offered"),
        "Ctrl+Shift+Q",
        "insert",
    ),
    Command(
        "duplicate",
        N_("&Duplicate Feature"),
        N_("Put copies of the selected features after them"),
        "Ctrl+D",
        "copy",
    ),
    Command(
        "delete",
        N_("D&elete"),
        N_("Delete the selected features and qualifiers"),
        "Del",
        "delete",
    ),
    Command("move_up", N_("Move &Up"), N_("Move the selected rows up"), "Alt+Up", "up"),
    Command("move_down", N_("Move Do&wn"), N_("Move the selected rows down"), "Alt+Down", "down"),
    Command(
        "build_location",
        N_("Build &Location…"),
        N_("Put the location together from parts, with the residues beside it"),
        "Shift+F4",
        "",
    ),
    Command(
        "help_value",
        N_("Help with the &Value…"),
        N_("Open what helps with the location or value: parts, codons, modified residues"),
        "F4",
        "",
    ),
    Command(
        "sort",
        N_("Sort &by Location"),
        N_("Put the features in the order of their locations, the source first"),
        "",
        "",
    ),
)

ON_TOOLBAR = tuple(command.name for command in COMMANDS if command.icon)


def make_actions(parent: QWidget) -> dict[str, QAction]:
    """Return the actions by name; their keys work while the parent or a child has the focus."""
    made: dict[str, QAction] = {}
    for command in COMMANDS:
        action = QAction(parent)
        action.setObjectName(f"features.{command.name}")
        if command.key:
            action.setShortcut(QKeySequence(command.key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        parent.addAction(action)
        made[command.name] = action
    return made


def word_actions(actions: dict[str, QAction], palette: QPalette) -> None:
    """Set the texts and icons of the actions anew."""
    for command in COMMANDS:
        action = actions[command.name]
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setText(_(command.text))
        action.setToolTip(f"{_(command.tip)} ({key})" if key else _(command.tip))
        if command.icon:
            action.setIcon(icon(command.icon, palette))
