"""Fields for locations and other values with a form: left to right, checked while typing."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFontDatabase
from PySide6.QtWidgets import QLineEdit, QWidget

from seqeditor.domain.location import LocationFault, faults
from seqeditor.rules.finding import Finding, Level
from seqeditor.rules.registry import all_rules
from seqeditor.rules.wording import sentence
from seqeditor.texts import Catalogue, _, fill, language
from seqeditor.ui.features.field_message import FieldMessage
from seqeditor.ui.qt.icons import icon, level_icon
from seqeditor.vocabulary.qualifiers import ValueKind, qualifier


def fault_text(text: str, moltype: str, length: int) -> str:
    """Say what is wrong with a location in a sequence of this length, "" when nothing is."""
    if not text.strip():
        return _("Enter a location, such as 12 or 12..400.")
    found = faults(text, moltype, length)
    return _worded(found[0], text) if found else ""


def _worded(fault: LocationFault, text: str) -> str:
    if fault.rule not in all_rules():
        return _("This location cannot be read. Examples: 12, 12..400, join(1..5,9..12).")
    finding = Finding(
        fault.rule, Level.ERROR, value=text, variant=fault.variant, parameters=fault.parameters
    )
    return sentence(finding, Catalogue(language(), on_screen=True))


def value_fault_text(moltype: str, name: str, text: str, length: int) -> str:
    """Say what is wrong with the form of a value, "" when nothing is."""
    known = qualifier(moltype, name)
    if known is None or not known.pattern or not text.strip():
        return ""
    if re.fullmatch(known.pattern, text) is None:
        words = _("This is not the form of {name}: {form}")
        form = known.syntax or known.example
        said = fill(words, {"name": f"\u2066{name}\u2069", "form": f"\u2066{form}\u2069"})
        if known.example and known.syntax:
            example = {"example": f"\u2066{known.example}\u2069"}
            said = f"{said}\n{fill(_('Example: {example}'), example)}"
        return said
    return fault_text(text, moltype, length) if known.kind is ValueKind.RANGE else ""


class CheckedLine(QLineEdit):
    """A line checked while typing; what is wrong stands below, without getting in the way.

    `help_wanted` when the user asks for the dialog that helps with it, by its sign or by F4.
    """

    help_wanted = Signal()

    def __init__(self, parent: QWidget, check: Callable[[str], str], *, helped: bool) -> None:
        super().__init__(parent)
        self._check_text = check
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        if helped:
            helper = self.addAction(icon("assist"), QLineEdit.ActionPosition.TrailingPosition)
            helper.setToolTip(_("Help with the value (F4)"))
            helper.triggered.connect(self.help_wanted)
        self._sign = QAction(level_icon(Level.ERROR, self.palette()), "", self)
        self.addAction(self._sign, QLineEdit.ActionPosition.TrailingPosition)
        self._sign.setVisible(False)
        self._message = FieldMessage(self)
        self.textEdited.connect(self._check)

    @property
    def message(self) -> str:
        """What is said about the text as it stands, "" when nothing is wrong."""
        return self._message.said

    def _check(self) -> None:
        wrong = self._check_text(self.text())
        self._sign.setVisible(bool(wrong))
        self._sign.setToolTip(wrong)
        self._message.say(wrong)

    def discard(self) -> None:
        """Delete the message: it is a neighbour of the field, not its child."""
        self._message.deleteLater()


class LocationLine(CheckedLine):
    """A line for a location."""

    def __init__(self, parent: QWidget, moltype: str, length: int) -> None:
        super().__init__(parent, lambda text: fault_text(text, moltype, length), helped=True)
        self.setPlaceholderText("12..400")
        self.setAccessibleName(_("Location"))


class FormedLine(CheckedLine):
    """A line for a value of a certain form, such as a date or a range."""

    def __init__(
        self, parent: QWidget, moltype: str, name: str, length: int, *, helped: bool
    ) -> None:
        super().__init__(
            parent, lambda text: value_fault_text(moltype, name, text, length), helped=helped
        )
        known = qualifier(moltype, name)
        if known is not None:
            self.setPlaceholderText(known.example)
            self.setAccessibleDescription(_(known.definition))
        self.setAccessibleName(name)
