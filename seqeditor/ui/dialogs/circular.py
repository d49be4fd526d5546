"""A circular molecule: which residue is the first, and the feature that says it is a circle."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from seqeditor.domain.edits.rotation import (
    Effects,
    circle_feature,
    effects,
    rotated,
    says_circular,
    with_circle,
)
from seqeditor.domain.sequence import Feature
from seqeditor.texts import N_, _, fill
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.special_case import (
    Plan,
    SpecialCaseDialog,
    isolated,
    shortened,
)

ORIGIN = N_("Choose the first residue of a circle")

_SHOWN = 20


class CircularDialog(SpecialCaseDialog):
    """One position, and what becomes of the features."""

    label = ORIGIN

    def __init__(self, desk: Desk, sequence_id: int) -> None:
        amino = desk.document.sequence(sequence_id).moltype == "AA"
        said = (
            _(
                "Of a circular molecule the author chooses the residue with number 1 (par. 25)."
                " A feature over the ends is divided into two."
            )
            if amino
            else _(
                "Of a circular molecule the author chooses the residue with number 1 (par. 12)."
                " A feature over the ends is a join of two ranges; the site between the last and"
                " the first residue is written like {site} (par. 66(b))."
            )
        )
        length = desk.document.sequence(sequence_id).length
        said = fill(said, {"site": isolated(f"{length}^1")})
        super().__init__(desk, sequence_id, _("Circular molecule"), said, _("W&rite"))
        self.add(self._make_first())
        self.circle = QCheckBox()
        self.circle.toggled.connect(lambda _on: self.ask())
        self.add(self.circle)
        self.divide = QCheckBox(_("&Divide the features that lie over the new ends"))
        self.divide.toggled.connect(lambda _on: self.ask())
        self.divide.hide()
        self.add(self.divide)
        self._take()
        self.sequence_changed()
        self.finish()
        self.resize(640, 560)

    def _make_first(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.first = QSpinBox()
        self.first.setGroupSeparatorShown(False)
        self.first.setRange(1, max(1, self.sequence.length))
        self.first.valueChanged.connect(lambda _value: self.ask())
        label = QLabel(_("&First residue:"))
        label.setBuddy(self.first)
        take = QPushButton(_("At the &caret"))
        take.setAutoDefault(False)
        take.setToolTip(_("Take the first residue selected, or the one at the caret"))
        take.clicked.connect(lambda _checked=False: self._take())
        self.around = QLabel()
        self.around.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.around.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.around.setAccessibleName(_("Residues before and after the new ends"))
        for widget in (label, self.first, take):
            row.addWidget(widget)
        row.addWidget(self.around, 1)
        return box

    def _take(self) -> None:
        editor = self.desk.editor
        if editor.sequence_id == self._id:
            selection = editor.residues.selection
            self.first.setValue(min(selection.start, self.sequence.length))

    def sequence_changed(self) -> None:
        """Keep to the residues that there are, and say whether it is described as a circle."""
        self.first.setMaximum(max(1, self.sequence.length))
        made = circle_feature(self.sequence)
        note = made.value("note")
        words = fill(
            _("&Add {key} {location} with the note “{note}”"),
            {
                "key": isolated(made.key),
                "location": isolated(made.location),
                "note": isolated(note),
            },
        )
        self.circle.setText(words)
        self.circle.setEnabled(not any(map(says_circular, self.sequence.features)))
        if not self.circle.isEnabled():
            self.circle.setChecked(False)

    def make_plan(self) -> Plan:
        """Return the sequence with another first residue."""
        first = self.first.value()
        self._show_around(first)
        new = rotated(self.sequence, first)
        told = effects(self.sequence, first)
        amino = self.sequence.moltype == "AA"
        self.divide.setVisible(amino and bool(told.divided))
        if told.obstacles:
            return Plan(problems=tuple(self._obstacles(told)))
        if amino and told.divided and not self.divide.isChecked():
            words = _(
                "{features}: lies over the new ends. Choose another residue, or divide it in two."
            )
            return Plan(problems=(fill(words, {"features": _names(told.divided)}),))
        if self.circle.isChecked():
            new = with_circle(new)
        said = self._words(told, amino=amino)
        if new == self.sequence:
            said = (_("This residue is the first one already."),)
        return Plan(new, words=said)

    def _show_around(self, first: int) -> None:
        residues, length = self.sequence.residues, self.sequence.length
        end = first - 1 or length
        before = residues.text(max(1, end - 9), end)
        self.around.setText(isolated(f"…{before} | {residues.text(first, first + 9)}…"))

    def _obstacles(self, told: Effects) -> Iterable[str]:
        words = _(
            "{name} {value} of {feature} would lie over the new ends, where it cannot be written."
            " Choose another residue."
        )
        for feature, qualifier in told.obstacles[:3]:
            parameters = {
                "name": isolated(qualifier.name),
                "value": isolated(qualifier.value),
                "feature": _names((feature,)),
            }
            yield fill(words, parameters)

    def _words(self, told: Effects, *, amino: bool) -> tuple[str, ...]:
        divided = N_("Divided in two: {features}") if amino else N_("Become a join: {features}")
        found = (
            (divided, told.divided),
            (N_("Become one range: {features}"), told.joined),
            (N_("Stay as they are written: {features}"), told.unread),
        )
        return tuple(fill(_(words), {"features": _names(few)}) for words, few in found if few)


def _names(features: tuple[Feature, ...]) -> str:
    names = [isolated(f"{one.key} {one.location[:_SHOWN]}") for one in features]
    return ", ".join(shortened(names, 4))
