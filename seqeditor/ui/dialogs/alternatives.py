"""What X or n stands for: some residues, any but some, none at all, a varying number of them."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from seqeditor.app.alternatives import Listed, all_but, narrowest, read_residues
from seqeditor.domain.edits.alternatives import (
    Meaning,
    note_for,
    others_in,
    runs_of,
    with_meaning,
)
from seqeditor.domain.edits.hybrid import Stretch, read_stretches, shown
from seqeditor.domain.edits.variants import enumeration
from seqeditor.texts import N_, _, fill
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.special_case import Plan, SpecialCaseDialog, isolated, left_to_right
from seqeditor.ui.qt.typed_text import brief
from seqeditor.vocabulary.residues import unspecific

MEANING = N_("Say what a residue stands for")

_MOST_RUNS = 200
"""Stretches listed in the field; a draft genome has thousands of them."""


class AlternativesDialog(SpecialCaseDialog):
    """Positions of X or n, what they stand for, and how that is said."""

    label = MEANING

    def __init__(self, desk: Desk, sequence_id: int) -> None:
        sequence = desk.document.sequence(sequence_id)
        self._symbol = unspecific(sequence.moltype)
        self._left = 0  # the first position that did not fit into the field
        self._amino = sequence.moltype == "AA"
        said = (
            _(
                "X without more is any one amino acid (par. 27). Alternatives are listed in the"
                " note of a VARIANT (par. 97), and B, Z or J is written where it says the same"
                " (par. 27, 94)."
            )
            if self._amino
            else _(
                "n without more is any one of a, c, g and t (par. 15). For fewer of them the"
                " narrowest symbol is written (par. 15, 94); what a symbol cannot say stands in"
                " the note of a feature (par. 97)."
            )
        )
        title = fill(_("What {symbol} stands for"), {"symbol": isolated(self._symbol)})
        super().__init__(desk, sequence_id, title, said, _("W&rite"))
        self.add(self._make_positions())
        self.add(self._make_choices())
        self.add(self._make_ways())
        self._begin()
        self.finish()
        self.resize(640, 620)
        self.list.setFocus()

    # Fields ------------------------------------------------------------------------------------

    def _make_positions(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.positions = QLineEdit()
        left_to_right(self.positions)
        self.positions.textChanged.connect(lambda _text: self._positions_changed())
        label = QLabel(_("&Positions:"))
        label.setBuddy(self.positions)
        take = QPushButton(_("&Selected residues"))
        every = QPushButton(fill(_("A&ll {symbol}"), {"symbol": isolated(self._symbol)}))
        row.addWidget(label)
        row.addWidget(self.positions, 1)
        for button, does in ((take, self._take_selected), (every, self._take_all)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, do=does: do())
            row.addWidget(button)
        return box

    def _make_choices(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.one_of = QRadioButton(_("&One of these:"))
        self.any = QRadioButton(_("&Any amino acid") if self._amino else _("&Any nucleotide"))
        self.any_but = QRadioButton(_("Any &but these:"))
        self.unknown = QRadioButton(_("It could not be determined (&unsure)"))
        self.list = QLineEdit()
        left_to_right(self.list)
        self.list.setPlaceholderText("Ala, Gly or V" if self._amino else "a, g or c")
        self.list.setAccessibleName(_("Residues"))
        self.list.textChanged.connect(lambda _text: self.ask())
        self._group = QButtonGroup(self)
        for radio in (self.one_of, self.any_but, self.any, self.unknown):
            self._group.addButton(radio)
        top = QHBoxLayout()
        top.addWidget(self.one_of)
        top.addWidget(self.any_but)
        top.addWidget(self.list, 1)
        column.addLayout(top)
        column.addWidget(self.any)
        column.addWidget(self.unknown)
        self.absent = QCheckBox(_("&It may be absent"))
        self.varies = QCheckBox(_("The number of residues &varies, from"))
        self.fewest = QSpinBox()
        self.fewest.setRange(0, 1)
        self.fewest.setAccessibleName(_("Fewest residues"))
        self.most = QLabel()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.varies)
        row.addWidget(self.fewest)
        row.addWidget(self.most, 1)
        column.addWidget(self.absent)
        column.addLayout(row)
        self.one_of.setChecked(True)
        self._group.buttonToggled.connect(lambda _button, on: self._show_parts() if on else None)
        for check in (self.absent, self.varies):
            check.toggled.connect(lambda _on: self._show_parts())
        self.fewest.valueChanged.connect(lambda _value: self.ask())
        return box

    def _make_ways(self) -> QWidget:
        box = QWidget()
        form = QFormLayout(box)
        form.setContentsMargins(0, 0, 0, 0)
        self.narrow = QCheckBox(_("&Narrowest symbol in place of a feature, where one says it"))
        self.narrow.setChecked(True)
        self.narrow.toggled.connect(lambda _on: self.ask())
        form.addRow(self.narrow)
        self.key = QComboBox()
        keys = (
            (("VARIANT", _("any variant")), ("REGION", _("a region")), ("SITE", _("a site")))
            if self._amino
            else (("misc_difference", _("made artificially")), ("variation", _("occurs in nature")))
        )
        for key, words in keys:
            self.key.addItem(f"{isolated(key)}  {words}", key)
        self.key.currentIndexChanged.connect(lambda _index: self.ask())
        label = QLabel(_("Feature &key:"))
        label.setBuddy(self.key)
        form.addRow(label, self.key)
        return box

    def _begin(self) -> None:
        """Take what is selected, the run at the caret, or all there are."""
        letters = self.sequence.residues.text()
        runs = runs_of(letters, self._symbol)
        selected = self.selected()
        editor = self.desk.editor
        if selected is not None:
            inside = [
                (max(first, selected[0]), min(last, selected[1]))
                for first, last in runs
                if first <= selected[1] and last >= selected[0]
            ]
            runs = tuple(inside) or (selected,)
        elif editor.sequence_id == self._id:
            at = editor.residues.selection.caret
            runs = tuple(run for run in runs if run[0] - 1 <= at <= run[1]) or runs
        self._put(runs)
        self._show_parts()

    def _take_selected(self) -> None:
        selected = self.selected()
        if selected is not None:
            self.positions.setText(shown((selected,)))

    def _take_all(self) -> None:
        runs = runs_of(self.sequence.residues.text(), self._symbol)
        self._put(runs)

    def _put(self, runs: tuple[Stretch, ...]) -> None:
        self.positions.setText(shown(runs[:_MOST_RUNS]))
        if len(runs) > _MOST_RUNS:
            self._left = runs[_MOST_RUNS][0]
            self.ask()

    def _positions_changed(self) -> None:
        self._left = 0
        self._show_parts()

    def _stretches(self) -> tuple[Stretch, ...]:
        return read_stretches(self.positions.text(), self.sequence.length)

    def _run(self) -> int:
        """Return the length of the one run that is meant, 0 for several or single residues."""
        try:
            found = self._stretches()
        except ValueError:
            return 0
        return found[0][1] - found[0][0] + 1 if len(found) == 1 and found[0][1] > found[0][0] else 0

    def _show_parts(self) -> None:
        """Offer what goes with the choices made."""
        unknown, run = self.unknown.isChecked(), self._run()
        self.list.setEnabled(self.one_of.isChecked() or self.any_but.isChecked())
        self.varies.setEnabled(bool(run) and not unknown)
        counts = self.varies.isChecked() and self.varies.isEnabled()
        self.fewest.setEnabled(counts)
        self.fewest.setMaximum(max(1, run - 1))
        self.most.setText(fill(_("to {count}"), {"count": run}) if run else "")
        self.absent.setEnabled(not unknown and not counts)
        self.key.setEnabled(not unknown)
        self.ask()

    # Planning ----------------------------------------------------------------------------------

    def make_plan(self) -> Plan:
        """Return the sequence in which the residues have the meaning chosen."""
        try:
            stretches = self._stretches()
        except ValueError as error:
            words = _("“{text}” names no residues of the sequence (1 to {length}).")
            parameters = {"text": isolated(brief(error.args[0])), "length": self.sequence.length}
            return Plan(problems=(fill(words, parameters),))
        problem = self._problem_of(stretches)
        if problem:
            return Plan(problems=(problem,))
        if self.unknown.isChecked():
            return self._planned(stretches, Meaning(key="UNSURE" if self._amino else "unsure"))
        listed = Listed()
        if self.list.isEnabled():
            listed = read_residues(self.list.text(), self.sequence.moltype)
            problem = self._problem_with(listed)
            if problem:
                return Plan(problems=(problem,))
        return self._listed(stretches, listed)

    def _problem_of(self, stretches: tuple[Stretch, ...]) -> str:
        if not stretches:
            words = _("Say which {symbol} is meant.")
            return fill(words, {"symbol": isolated(self._symbol)})
        found = others_in(self.sequence.residues.text(), stretches, self._symbol)
        if found is None:
            return ""
        words = _("Position {position} is {found}, not {symbol}.")
        parameters = {"found": isolated(found[1]), "symbol": isolated(self._symbol)}
        return fill(words, parameters | {"position": str(found[0])})

    def _problem_with(self, listed: Listed) -> str:
        if listed.unclear:
            text = listed.unclear[0]
            words = _("“{text}”: write {code}, or the letters apart: {letters}.")
            parameters = {
                "text": isolated(text),
                "code": isolated(text.capitalize()),
                "letters": isolated(", ".join(text)),
            }
            return fill(words, parameters)
        if listed.unreadable:
            words = _("“{text}” is no residue. Write letters, three-letter codes or names.")
            return fill(words, {"text": isolated(brief(listed.unreadable[0]))})
        return "" if listed.named else _("List the residues.")

    def _listed(self, stretches: tuple[Stretch, ...], listed: Listed) -> Plan:
        moltype = self.sequence.moltype
        if self.any_but.isChecked() and not self._amino and not listed.modified:
            listed = Listed(all_but(listed, moltype))  # fewer than four: the symbols can say it
            if not listed.letters:
                return Plan(problems=(_("No nucleotide is left."),))
        counts = self.varies.isChecked() and self.varies.isEnabled()
        absent = self.absent.isChecked() and self.absent.isEnabled()
        plain = not counts and not absent
        choices = self._choices(listed)
        symbol = ""
        if not self.any.isChecked() and not (self.any_but.isChecked() and self._amino):
            symbol = (narrowest(listed, moltype) or "") if self.narrow.isChecked() else ""
        if symbol and plain:
            return self._planned(stretches, Meaning(symbol=symbol))
        note = note_for(
            choices,
            absent=absent,
            fewest=self.fewest.value() if counts else 0,
            most=self._run() if counts else 0,
        )
        return self._planned(stretches, Meaning(symbol, str(self.key.currentData()), note))

    def _choices(self, listed: Listed) -> str:
        everything = "any amino acid" if self._amino else "a, c, g or t"
        if self.any.isChecked():
            return everything
        if self.any_but.isChecked() and (self._amino or listed.modified):
            return f"{everything} except {enumeration(listed.named)}"
        return enumeration(listed.named)

    def _planned(self, stretches: tuple[Stretch, ...], meaning: Meaning) -> Plan:
        new = with_meaning(self.sequence, stretches, meaning)
        if new == self.sequence:
            return Plan(problems=(_("The sequence says this already."),))
        words: list[str] = []
        if meaning.symbol:
            said = _("{symbol} says exactly this: it is written in place of {old}.")
            parameters = {"symbol": isolated(meaning.symbol), "old": isolated(self._symbol)}
            words.append(fill(said, parameters))
        if self.any.isChecked() and self.absent.isEnabled() and not self.absent.isChecked():
            words.append(
                fill(
                    _("{symbol} without a feature means the same."),
                    {"symbol": isolated(self._symbol)},
                )
            )
        if meaning.note and self.varies.isChecked() and self.varies.isEnabled():
            words.append(_("The longest form is listed: the sequence has as many as there can be."))
        if self._left:
            said = _("Only the first {count} stretches: those from {position} on are for later.")
            parameters = {"count": str(_MOST_RUNS), "position": str(self._left)}
            words.append(fill(said, parameters))
        return Plan(new, words=tuple(words))
