"""Asks what becomes of features that do not fit the sequence they are pasted into."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from seqeditor.app.feature_clipboard import Arrival, Doubt
from seqeditor.texts import _, fill, ngettext
from seqeditor.ui.dialogs.dialog import Dialog

MOST_SHOWN = 6

_LEFT_TO_RIGHT, _END = "\u2066", "\u2069"


class PasteFeaturesDialog(Dialog):
    """One question for each kind of doubt; `accepted`, then `left_out` and `clip` say the rest."""

    def __init__(self, found: tuple[Arrival, ...], length: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Paste features"))
        self._length = length
        self._groups: list[QButtonGroup] = []
        self._leaving: dict[Doubt, QRadioButton] = {}
        self._clip: QRadioButton | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(8)
        for doubt in Doubt:
            concerned = [one for one in found if doubt in one.doubts]
            if concerned:
                self._ask(doubt, concerned)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        paste = buttons.addButton(_("&Paste"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._column.addSpacing(8)
        self._column.addWidget(buttons)
        paste.setDefault(True)  # no earlier: only now the button has a dialog around it
        self.setMinimumWidth(460)

    @property
    def left_out(self) -> frozenset[Doubt]:
        """The doubts for which features are not to be pasted."""
        return frozenset(doubt for doubt, radio in self._leaving.items() if radio.isChecked())

    @property
    def clip(self) -> bool:
        """Whether locations are to be cut to the sequence."""
        return self._clip is not None and self._clip.isChecked()

    def _ask(self, doubt: Doubt, concerned: list[Arrival]) -> None:
        label = QLabel(f"{self._sentence(doubt, len(concerned))}\n{_names(concerned)}")
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self._column.addWidget(label)
        group = QButtonGroup(self)
        self._groups.append(group)
        keep = QRadioButton(_("Paste as they are"))
        leave = QRadioButton(_("Leave out"))
        self._leaving[doubt] = leave
        choices = [keep, leave]
        if doubt is Doubt.OUTSIDE:
            self._clip = QRadioButton(_("Cut the locations to this sequence"))
            choices.insert(1, self._clip)
        for radio in choices:
            radio.setAccessibleDescription(label.text())
            group.addButton(radio)
            self._column.addWidget(radio)
        (leave if doubt in (Doubt.PRESENT, Doubt.SOURCE) else keep).setChecked(True)
        self._column.addSpacing(8)

    def _sentence(self, doubt: Doubt, count: int) -> str:
        words = {
            Doubt.OUTSIDE: ngettext(
                "The location of {count} feature does not fit this sequence of length {length}:",
                "The locations of {count} features do not fit this sequence of length {length}:",
                count,
            ),
            Doubt.SOURCE: _("This sequence has its feature source already:"),
            Doubt.PRESENT: ngettext(
                "{count} feature is there already, with the same location and qualifiers:",
                "{count} features are there already, with the same locations and qualifiers:",
                count,
            ),
            Doubt.KEY: ngettext(
                "{count} feature has a feature key that this molecule type does not have:",
                "{count} features have feature keys that this molecule type does not have:",
                count,
            ),
        }[doubt]
        return fill(words, {"count": count, "length": self._length})


def _names(concerned: Iterable[Arrival]) -> str:
    names = [
        f"{_LEFT_TO_RIGHT}{one.feature.key} {one.feature.location[:60]}{_END}" for one in concerned
    ]
    more = ", …" if len(names) > MOST_SHOWN else ""
    return ", ".join(names[:MOST_SHOWN]) + more
