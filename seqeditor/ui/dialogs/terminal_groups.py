"""Groups at the two ends of a sequence, chosen from a list or by their full name."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QFormLayout, QHBoxLayout, QWidget

from seqeditor.app.modifying_many import Plan
from seqeditor.app.terminal_groups import (
    FIRST,
    LAST,
    TerminalWish,
    groups,
    keys,
    planned,
    unfit_pyroglutamate,
    usual_key,
    wish_of,
)
from seqeditor.domain.sequence import Feature
from seqeditor.texts import N_, _, fill
from seqeditor.ui.dialogs.modification import ModificationDialog


class _End(QWidget):
    """The group at one end, and the feature key that says it."""

    def __init__(self, dialog: TerminalGroupsDialog, moltype: str, end: str) -> None:
        super().__init__()
        self._moltype = moltype
        self.group = QComboBox()
        self.group.setEditable(True)
        self.group.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.group.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.group.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.group.setMinimumContentsLength(24)
        self.group.setMaxVisibleItems(20)
        self.group.addItem("")
        for one in groups(moltype, end):
            self.group.addItem(one.note)
        completer = QCompleter(self.group.model(), self.group)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.group.setCompleter(completer)
        line = self.group.lineEdit()
        assert line is not None
        line.setPlaceholderText(_("none; choose, or type a full name"))
        self.key = QComboBox()
        self.key.setAccessibleName(_("Feature key"))
        self.key.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for key in keys(moltype):
            self.key.addItem(key)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.group, 1)
        row.addWidget(self.key)
        self.setFocusProxy(self.group)
        self.group.currentTextChanged.connect(self._named)
        self.group.currentTextChanged.connect(lambda _text: dialog.ask())
        self.key.currentIndexChanged.connect(lambda _index: dialog.ask())

    def _named(self, note: str) -> None:
        self.key.setCurrentText(usual_key(self._moltype, note))

    @property
    def note(self) -> str:
        """What the note is to say, "" for no group."""
        return " ".join(self.group.currentText().split())

    def put(self, note: str, key: str) -> None:
        """Show a group and its key."""
        self.group.setCurrentText(note)
        if key:
            self.key.setCurrentText(key)


class TerminalGroupsDialog(ModificationDialog):
    """Asks what stands at the first and at the last residue."""

    title = N_("Terminal groups")
    label = N_("Add a terminal group")
    many = N_("Add {count} terminal groups")
    paragraphs = N_(
        "Par. 17 and 30; Annex I, Sections 5 and 7: a group at an end is no residue of the"
        " sequence. It is told by a note on the first or on the last residue, with its full name:"
        " of amino acids MOD_RES, LIPID or SITE, of nucleotides misc_feature."
    )

    def make_fields(self, form: QFormLayout) -> None:
        """Put the fields into the form."""
        moltype = self.sequence.moltype
        self.first, self.last = _End(self, moltype, FIRST), _End(self, moltype, LAST)
        if moltype == "AA":
            self.row(_("&N-terminus:"), self.first)
            self.row(_("&C-terminus:"), self.last)
        else:
            self.row(_("&5' end:"), self.first)
            self.row(_("&3' end:"), self.last)

    @property
    def wish(self) -> TerminalWish:
        """What the fields ask for."""
        return TerminalWish(
            self.first.note,
            self.last.note,
            self.first.key.currentText(),
            self.last.key.currentText(),
        )

    def plan(self) -> Plan:
        """Return what says for a sequence what the fields ask for."""
        wish = self.wish
        return lambda sequence: planned(sequence, wish)

    def remarks(self) -> Iterator[str]:
        """Yield what should be known besides."""
        letter = unfit_pyroglutamate(self.sequence, self.wish)
        if letter:
            words = _("Pyroglutamic acid comes from E or Q, but residue 1 is {letter}.")
            yield fill(words, {"letter": f"\u2066{letter}\u2069"})

    def show_feature(self, feature: Feature) -> None:
        """Show the values of a feature that is to be changed."""
        wish = wish_of(feature, self.sequence)
        if wish is None:
            return
        self.first.put(wish.first, wish.first_key)
        self.last.put(wish.last, wish.last_key)
        self.form.setRowVisible(self.first, bool(wish.first))
        self.form.setRowVisible(self.last, bool(wish.last))
