"""The fields of a text search: what is looked for, how, and where."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from seqeditor.app.expressions import Pattern
from seqeditor.app.finding_text import Search, Where
from seqeditor.domain.sequence import MOLTYPES
from seqeditor.texts import N_, _
from seqeditor.ui.dialogs.scope import ALL, ScopeBox
from seqeditor.ui.panels.project import ProjectPanel
from seqeditor.ui.qt.document_signal import DocumentSignal
from seqeditor.vocabulary.features import feature_keys
from seqeditor.vocabulary.qualifiers import qualifiers

_WHERE = (
    (Where.QUALIFIERS, N_("&Qualifiers")),
    (Where.NAMES, N_("&Names and notes")),
    (Where.HEADER, N_("&General information")),
    (Where.RESIDUES, N_("R&esidues")),
)


@dataclass
class Asked:
    """What was asked for last, to be offered again."""

    text: str = ""
    replacement: str = ""
    is_expression: bool = False
    match_case: bool = False
    whole_word: bool = False
    where: frozenset[Where] = frozenset({Where.QUALIFIERS, Where.NAMES, Where.HEADER})
    key: str = ""
    name: str = ""


class FindFields(QWidget):
    """`changed`: something else is looked for; `replacement_changed`: put in."""

    changed = Signal()
    replacement_changed = Signal()

    def __init__(self, project: ProjectPanel, signal: DocumentSignal, asked: Asked) -> None:
        super().__init__()
        self.text, self.replacement = QLineEdit(asked.text), QLineEdit(asked.replacement)
        self.is_expression = _check(_("Regular e&xpression"), asked.is_expression)
        self.match_case = _check(_("&Match case"), asked.match_case)
        self.whole_word = _check(_("&Whole words"), asked.whole_word)
        self.where = {one: _check(_(words), one in asked.where) for one, words in _WHERE}
        keys = {one.name for moltype in MOLTYPES for one in feature_keys(moltype)}
        names = {one.name for moltype in MOLTYPES for one in qualifiers(moltype)}
        self.key, self.name = _choice(keys, asked.key), _choice(names, asked.name)
        self.key.setAccessibleName(_("Only in features with this key"))
        self.name.setAccessibleName(_("Only in qualifiers of this name"))
        self.scope = ScopeBox(project, signal)
        self.scope.choose(ALL)
        self._lay_out()
        self.text.textChanged.connect(lambda _text: self.changed.emit())
        self.replacement.textChanged.connect(lambda _text: self.replacement_changed.emit())
        for box in (*self.where.values(), self.is_expression, self.match_case, self.whole_word):
            box.toggled.connect(lambda _on: self._toggled())
        for combo in (self.key, self.name):
            combo.currentTextChanged.connect(lambda _text: self.changed.emit())
        self.scope.numbers.textChanged.connect(lambda _text: self.changed.emit())
        self.scope.choice.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self._toggled()

    def _lay_out(self) -> None:
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(8)
        places, kinds = _row(*self.where.values()), _row(self.key, self.name)
        options = _row(self.match_case, self.whole_word, self.is_expression)
        for words, field, buddy in (
            (_("F&ind:"), self.text, self.text),
            (_("Re&place with:"), self.replacement, self.replacement),
            ("", options, None),
            (_("Look in:"), places, None),
            (_("&Key, qualifier:"), kinds, self.key),
            (_("&Sequences:"), self.scope, self.scope),
        ):
            label = QLabel(words)
            if buddy is not None:
                label.setBuddy(buddy)
            self.form.addRow(label, field)

    def _toggled(self) -> None:
        for combo in (self.key, self.name):
            combo.setEnabled(self.where[Where.QUALIFIERS].isChecked())
        self.changed.emit()

    def show_replacing(self, replacing: bool) -> None:
        """Show what is put in, or hide it."""
        self.form.setRowVisible(self.replacement, replacing)
        self.text.setFocus()
        self.text.selectAll()

    @property
    def is_complete(self) -> bool:
        """Whether there is something to look for, and somewhere to look."""
        return bool(self.text.text()) and any(box.isChecked() for box in self.where.values())

    def state(self) -> tuple[object, ...]:
        """Return what stands for all that is asked for, what is put in aside."""
        boxes = (self.is_expression, self.match_case, self.whole_word, *self.where.values())
        return (
            self.text.text(),
            *(box.isChecked() for box in boxes),
            self.key.currentText(),
            self.name.currentText(),
            self.scope.scope,
            self.scope.numbers.text(),
        )

    def search(self) -> Search:
        """Return what is looked for; raises PatternError."""
        pattern = Pattern(
            self.text.text(),
            is_expression=self.is_expression.isChecked(),
            match_case=self.match_case.isChecked(),
            whole_word=self.whole_word.isChecked(),
        )
        where = frozenset(one for one, box in self.where.items() if box.isChecked())
        return Search(pattern, where, self.key.currentText(), self.name.currentText())

    def remember(self, asked: Asked) -> None:
        """Keep what is asked for."""
        asked.text, asked.replacement = self.text.text(), self.replacement.text()
        asked.is_expression = self.is_expression.isChecked()
        asked.match_case = self.match_case.isChecked()
        asked.whole_word = self.whole_word.isChecked()
        asked.where = frozenset(one for one, box in self.where.items() if box.isChecked())
        asked.key, asked.name = self.key.currentText(), self.name.currentText()


def _check(words: str, on: bool) -> QCheckBox:
    box = QCheckBox(words)
    box.setChecked(on)
    return box


def _choice(items: set[str], text: str) -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    line = box.lineEdit()
    if line is not None:
        line.setPlaceholderText(_("any"))
    box.addItem("")
    box.addItems(sorted(items, key=str.casefold))
    box.setCurrentText(text)
    return box


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
