"""Modified nucleotides at some positions: Table 2, a sugar at every base, or any full name."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit

from seqeditor.app.modified_nucleotides import (
    OTHER,
    Form,
    NucleotideWish,
    Symbol,
    find_offered,
    known_name,
    offered,
    planned,
    wish_of,
)
from seqeditor.app.modifying_many import Plan
from seqeditor.domain.sequence import Feature
from seqeditor.texts import N_, _, fill
from seqeditor.ui.dialogs.choice_list import ChoiceList
from seqeditor.ui.dialogs.modification import ModificationDialog
from seqeditor.ui.dialogs.positions_field import PositionsField

_BETWEEN_ROW = "ps"


class ModifiedNucleotidesDialog(ModificationDialog):
    """Asks for positions and nucleotide; writes modified_base."""

    is_tall = True
    title = N_("Modified nucleotides")
    label = N_("Add a modified nucleotide")
    many = N_("Add {count} modified nucleotides")
    paragraphs = N_(
        "Par. 16-19, 22; Annex I, Section 2, Table 2: the residue is shown by its unmodified"
        " nucleotide, or by n where there is none. modified_base names it by mod_base; one that is"
        " not in the table is OTHER with its full name in a note."
    )

    def make_fields(self, form: QFormLayout) -> None:
        """Put the fields into the form."""
        self.positions = PositionsField("acgtn")
        self.list = ChoiceList(_("Modified nucleotide"), (_("Abbreviation"), _("Full name")))
        self.list.setMinimumHeight(11 * self.fontMetrics().lineSpacing())
        self.name = QLineEdit()
        self.symbol = QComboBox()
        for words, symbol in (
            (_("unmodified nucleotide; n where there is none"), Symbol.USUAL),
            (_("stays as it is"), Symbol.STAYS),
            ("n", Symbol.N),
        ):
            self.symbol.addItem(words, symbol)
        self.written = QComboBox()
        for words, one in (
            (_("modified_base on the residues"), Form.BASE),
            (_("misc_feature on the residues"), Form.MISC),
            (_("misc_feature between neighbours, such as 3^4"), Form.BETWEEN),
        ):
            self.written.addItem(words, one)
        self.together = QCheckBox(_("One feature for neighbours modified al&ike"))
        self.together.setChecked(True)
        self.row(_("&Positions:"), self.positions)
        self.row(_("&Search:"), self.list)
        self.row(_("&Full name:"), self.name)
        self.row(_("S&ymbol:"), self.symbol)
        self.row(_("W&ritten as:"), self.written)
        form.addRow("", self.together)
        self.list.set_rows(
            (one.id, (one.abbreviation, _(one.words) if one.id == OTHER else one.words))
            for one in offered(self.sequence.moltype)
        )
        self.positions.changed.connect(self.ask)
        self.list.chosen.connect(lambda _id: self._chosen())
        self.name.textChanged.connect(lambda _text: self.ask())
        self.symbol.currentIndexChanged.connect(lambda _index: self.ask())
        self.written.currentIndexChanged.connect(lambda _index: self.ask())
        self.together.toggled.connect(lambda _on: self.ask())
        self._chosen()

    def set_selection(self, start: int, end: int) -> None:
        """Take note of what is selected among the residues."""
        self.positions.set_selection(start, end)

    def begin(self) -> None:
        """Put the cursor to the search when the positions are known."""
        if self.positions.text:
            self.list.setFocus()

    def _chosen(self) -> None:
        one = find_offered(self.sequence.moltype, self.list.current)
        named = one is not None and one.abbreviation == OTHER
        self.name.setEnabled(named)
        if one is not None and named:
            self.name.setText("" if one.id == OTHER else one.words)
        elif not named:
            self.name.clear()
        linked = one is not None and one.id == _BETWEEN_ROW
        self.form.setRowVisible(self.written, linked)
        if not linked:
            self.written.setCurrentIndex(0)
        self.ask()

    @property
    def wish(self) -> NucleotideWish:
        """What the fields ask for."""
        return NucleotideWish(
            self.positions.text,
            self.list.current,
            self.name.text(),
            self.symbol.currentData(),
            self.written.currentData(),
            together=self.together.isChecked(),
        )

    def plan(self) -> Plan:
        """Return what says for a sequence what the fields ask for."""
        wish = self.wish
        return lambda sequence: planned(sequence, wish)

    def remarks(self) -> Iterator[str]:
        """Yield what should be known besides."""
        known = known_name(self.name.text()) if self.list.current == OTHER else ""
        if known:
            words = _("This is {abbreviation} of Table 2: choose it in the list.")
            yield fill(words, {"abbreviation": f"\u2066{known}\u2069"})

    def show_feature(self, feature: Feature) -> None:
        """Show the values of a feature that is to be changed."""
        wish = wish_of(feature, self.sequence.moltype)
        if wish is None:
            return
        self.positions.put(wish.positions)
        self.list.choose(wish.offered)
        if self.list.current == OTHER or wish.name:
            self.name.setText(wish.name)
        self.symbol.setCurrentIndex(self.symbol.findData(Symbol.STAYS))
        self.written.setCurrentIndex(self.written.findData(wish.form))
