"""All criteria of the filter of the sequence list; the list follows while they are chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from seqeditor.app.filtering import delete_filter, rename_filter, save_filter, saved_filters
from seqeditor.domain import criteria as c
from seqeditor.domain.colours import COLOURS
from seqeditor.domain.criteria import Criteria
from seqeditor.domain.sequence import MOLTYPES
from seqeditor.texts import _
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.organisms.line import OrganismLine
from seqeditor.ui.panels.filter_words import FINDINGS, MARKED, SKIPPED, marked_words
from seqeditor.ui.qt.marks import colour_icon
from seqeditor.vocabulary.features import feature_keys

_LONGEST = 2_000_000_000


class FilterDialog(Dialog):
    """Not modal. `criteria_changed(Criteria)`: the list is to show something else.

    `used` tells the organisms of the listing, to be offered while typing.
    """

    criteria_changed = Signal(object)

    def __init__(self, parent: QWidget, used: Callable[[], list[str]] = list) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Filter the sequences"))
        self._is_filling = False
        self._make_fields(used)
        self._make_saved()
        self._lay_out()
        self._fill_saved()

    # Fields ------------------------------------------------------------------------------------

    def _make_fields(self, used: Callable[[], list[str]]) -> None:
        self.text, self.numbers = QLineEdit(), QLineEdit()
        self.organism = OrganismLine(None, used)
        self.text.setPlaceholderText(_("in name or organism"))
        self.numbers.setPlaceholderText("1-20, 35")
        self.numbers.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.moltypes = {one: QCheckBox(one) for one in MOLTYPES}
        self.shortest, self.longest = QSpinBox(), QSpinBox()
        for box in (self.shortest, self.longest):
            box.setRange(-1, _LONGEST)
            box.setSpecialValueText(_("any"))
            box.setValue(-1)
            box.setGroupSeparatorShown(True)
        self.shortest.setAccessibleName(_("Shortest length"))
        self.longest.setAccessibleName(_("Longest length"))
        self.findings = _choice(FINDINGS)
        self.skipped = _choice(SKIPPED)
        self.marked = _choice(MARKED)
        for colour in COLOURS:
            self.marked.addItem(colour_icon(colour), marked_words(colour), colour)
        self.feature = self._make_feature()
        self.duplicates = QCheckBox(_("&Duplicates: the same residues more than once"))
        for line in (self.text, self.numbers, self.organism):
            line.setClearButtonEnabled(True)
            line.textChanged.connect(self._tell)
        for check in (*self.moltypes.values(), self.duplicates):
            check.toggled.connect(self._tell)
        for spin in (self.shortest, self.longest):
            spin.valueChanged.connect(self._tell)
        for combo in (self.findings, self.skipped, self.marked, self.feature):
            combo.currentTextChanged.connect(self._tell)

    def _make_feature(self) -> QComboBox:
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItem(_("Any"), "")
        box.addItem(_("None beside source"), c.NONE)
        keys = {one.name for moltype in MOLTYPES for one in feature_keys(moltype)}
        for key in sorted(keys - {"source", "SOURCE"}, key=str.casefold):
            box.addItem(key, key)
        return box

    def _make_saved(self) -> None:
        self.saved = QComboBox()
        self.saved.setEditable(True)
        self.saved.setMinimumContentsLength(16)
        self.saved.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        kept = self.saved.lineEdit()
        assert kept is not None
        kept.setPlaceholderText(_("Name of a filter to keep"))
        self.save = QPushButton(_("&Save"))
        self.rename = QPushButton(_("&Rename"))
        self.delete = QPushButton(_("De&lete"))
        self.saved.activated.connect(self._choose_saved)
        self.saved.editTextChanged.connect(lambda _text: self._show_buttons())
        for button, slot in (
            (self.save, self._save),
            (self.rename, self._rename),
            (self.delete, self._delete),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, slot=slot: slot())

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        kept = _row(self.saved, self.save, self.rename, self.delete, stretch=0)
        lengths = _row(self.shortest, QLabel("–"), self.longest, stretch=-1)
        for words, field, buddy in (
            (_("Saved &filters:"), kept, self.saved),
            (_("&Text:"), self.text, self.text),
            (_("&Numbers:"), self.numbers, self.numbers),
            (_("&Molecule type:"), _row(*self.moltypes.values()), self.moltypes["DNA"]),
            (_("&Organism:"), self.organism, self.organism),
            (_("L&ength:"), lengths, self.shortest),
            (_("F&indings:"), self.findings, self.findings),
            (_("Feat&ures:"), self.feature, self.feature),
            (_("S&kipped:"), self.skipped, self.skipped),
            (_("M&arks of your own:"), self.marked, self.marked),
        ):
            label = QLabel(words)
            label.setBuddy(buddy)
            if isinstance(field, QWidget):
                form.addRow(label, field)
            else:
                form.addRow(label, field)
        form.addRow("", self.duplicates)
        self.count = QLabel()
        self.count.setWordWrap(True)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        reset = self.buttons.addButton(
            _("Show all sequences"), QDialogButtonBox.ButtonRole.ResetRole
        )
        reset.clicked.connect(lambda _checked=False: self._choose(Criteria()))
        self.buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addLayout(form)
        column.addWidget(self.count)
        column.addWidget(self.buttons)
        self.setMinimumWidth(480)

    # Criteria ----------------------------------------------------------------------------------

    @property
    def criteria(self) -> Criteria:
        """What is chosen."""
        return Criteria(
            text=self.text.text().strip(),
            numbers=self.numbers.text().strip(),
            moltypes=tuple(one for one, box in self.moltypes.items() if box.isChecked()),
            organism=self.organism.text().strip(),
            shortest=None if self.shortest.value() < 0 else self.shortest.value(),
            longest=None if self.longest.value() < 0 else self.longest.value(),
            findings=self.findings.currentData() or "",
            feature=self._key(),
            duplicates=self.duplicates.isChecked(),
            skipped=self.skipped.currentData() or "",
            marked=self.marked.currentData() or "",
        )

    def _key(self) -> str:
        text = self.feature.currentText().strip()
        index = self.feature.findText(text, Qt.MatchFlag.MatchFixedString)
        return text if index < 0 else str(self.feature.itemData(index))

    def show_criteria(self, wanted: Criteria) -> None:
        """Show criteria without telling of them."""
        if wanted == self.criteria:
            return
        with self._filling():
            self.text.setText(wanted.text)
            self.numbers.setText(wanted.numbers)
            self.organism.setText(wanted.organism)
            for one, box in self.moltypes.items():
                box.setChecked(one in wanted.moltypes)
            self.shortest.setValue(-1 if wanted.shortest is None else wanted.shortest)
            self.longest.setValue(-1 if wanted.longest is None else wanted.longest)
            self.duplicates.setChecked(wanted.duplicates)
            for combo, value in (
                (self.findings, wanted.findings),
                (self.skipped, wanted.skipped),
                (self.marked, wanted.marked),
                (self.feature, wanted.feature),
            ):
                index = combo.findData(value)
                combo.setCurrentIndex(index)
                if index < 0:
                    combo.setEditText(value)

    def show_count(self, words: str) -> None:
        """Tell how many sequences are left, or what cannot be read."""
        self.count.setText(words)

    def _choose(self, wanted: Criteria) -> None:
        self.show_criteria(wanted)
        self.criteria_changed.emit(self.criteria)

    def _tell(self, *_arguments: object) -> None:
        if not self._is_filling:
            self.criteria_changed.emit(self.criteria)

    @contextmanager
    def _filling(self) -> Iterator[None]:
        self._is_filling = True
        try:
            yield
        finally:
            self._is_filling = False

    # Kept by name ------------------------------------------------------------------------------

    def _fill_saved(self, name: str = "") -> None:
        self.saved.clear()
        for one in saved_filters():
            self.saved.addItem(one.name, one.criteria)
        self.saved.setCurrentIndex(self.saved.findText(name) if name else -1)
        if not name:
            self.saved.setEditText("")
        self._show_buttons()

    def _show_buttons(self) -> None:
        name = self.saved.currentText().strip()
        chosen = self.saved.itemText(self.saved.currentIndex())
        self.save.setEnabled(bool(name))
        self.rename.setEnabled(bool(name and chosen and name != chosen))
        self.delete.setEnabled(bool(name and name == chosen))

    def _choose_saved(self, index: int) -> None:
        wanted = self.saved.itemData(index)
        if isinstance(wanted, Criteria):
            self._choose(wanted)
        self._show_buttons()

    def _save(self) -> None:
        name = self.saved.currentText().strip()
        self._write(lambda: save_filter(name, self.criteria), name)

    def _rename(self) -> None:
        old, new = self.saved.itemText(self.saved.currentIndex()), self.saved.currentText().strip()
        self._write(lambda: rename_filter(old, new), new)

    def _delete(self) -> None:
        name = self.saved.currentText().strip()
        self._write(lambda: delete_filter(name), "")

    def _write(self, work: Callable[[], object], name: str) -> None:
        try:
            work()
        except OSError as error:
            self.show_count(_("The filter could not be kept.") + f" {error.strerror or error}")
            return
        self._fill_saved(name)


def _choice(words: Mapping[str, str]) -> QComboBox:
    box = QComboBox()
    for value, text in words.items():
        box.addItem(_(text), value)
    return box


def _row(*widgets: QWidget, stretch: int = -2) -> QHBoxLayout:
    """Return widgets beside one another; the one at `stretch` takes the room, else none does."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for place, widget in enumerate(widgets):
        row.addWidget(widget, int(place == stretch))
    if stretch < 0:
        row.addStretch(1)
    return row
