"""Modified amino acids at some positions: Table 4, other names, lipids and sugars."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit

from seqeditor.app.modified_amino_acids import (
    KEYS,
    AminoAcidWish,
    Offered,
    Symbol,
    offered,
    planned,
    wish_of,
)
from seqeditor.app.modifying_many import Plan
from seqeditor.domain.sequence import Feature
from seqeditor.texts import N_, _
from seqeditor.ui.dialogs.choice_list import ChoiceList
from seqeditor.ui.dialogs.modification import ModificationDialog
from seqeditor.ui.dialogs.positions_field import PositionsField
from seqeditor.vocabulary.residues import alphabet


class ModifiedAminoAcidsDialog(ModificationDialog):
    """Asks for positions, name and key; writes a feature on each residue."""

    is_tall = True
    title = N_("Modified amino acids")
    label = N_("Add a modified amino acid")
    many = N_("Add {count} modified amino acids")
    paragraphs = N_(
        "Par. 29-30; Annex I, Section 4, Table 4: the residue is shown by its unmodified amino"
        " acid, or by X where there is none. MOD_RES, LIPID or CARBOHYD for what is modified after"
        " translation, SITE for all other; the note has the abbreviation of the table or the full"
        " name."
    )

    def make_fields(self, form: QFormLayout) -> None:
        """Put the fields into the form."""
        self.positions = PositionsField(alphabet("AA"))
        heads = (_("Abbreviation"), _("Full name"), _("Feature key"))
        self.list = ChoiceList(_("Modified amino acid"), heads)
        self.list.setMinimumHeight(11 * self.fontMetrics().lineSpacing())
        self.note = QLineEdit()
        self.key = QComboBox()
        for words, key in zip(
            (
                _("another modified amino acid"),
                _("modified after translation"),
                _("lipid attached"),
                _("sugar attached"),
            ),
            KEYS,
            strict=True,
        ):
            self.key.addItem(f"\u2066{key}\u2069: {words}", key)
        self.symbol = QComboBox()
        for words, symbol in (
            (_("unmodified amino acid; X where there is none"), Symbol.USUAL),
            (_("stays as it is"), Symbol.STAYS),
            ("X", Symbol.X),
        ):
            self.symbol.addItem(words, symbol)
        self.row(_("&Positions:"), self.positions)
        self.row(_("&Search:"), self.list)
        self.row(_("Text of the &note:"), self.note)
        self.row(_("Feature &key:"), self.key)
        self.row(_("S&ymbol:"), self.symbol)
        self._rows = {f"{one.key} {one.note}": one for one in offered()}
        self.list.set_rows(
            (id_, (one.abbreviation, one.name, one.key)) for id_, one in self._rows.items()
        )
        self.positions.changed.connect(self.ask)
        self.list.chosen.connect(self._chosen)
        self.note.textChanged.connect(lambda _text: self.ask())
        self.key.currentIndexChanged.connect(lambda _index: self.ask())
        self.symbol.currentIndexChanged.connect(lambda _index: self.ask())

    def set_selection(self, start: int, end: int) -> None:
        """Take note of what is selected among the residues."""
        self.positions.set_selection(start, end)

    def begin(self) -> None:
        """Put the cursor to the search when the positions are known."""
        if self.positions.text:
            self.list.setFocus()

    def _chosen(self, id_: str) -> None:
        one: Offered | None = self._rows.get(id_)
        if one is not None:
            self.note.setText(one.note)
            self.key.setCurrentIndex(self.key.findData(one.key))

    @property
    def wish(self) -> AminoAcidWish:
        """What the fields ask for."""
        return AminoAcidWish(
            self.positions.text,
            str(self.key.currentData()),
            self.note.text(),
            self.symbol.currentData(),
        )

    def plan(self) -> Plan:
        """Return what says for a sequence what the fields ask for."""
        wish = self.wish
        return lambda sequence: planned(sequence, wish)

    def show_feature(self, feature: Feature) -> None:
        """Show the values of a feature that is to be changed."""
        wish = wish_of(feature)
        if wish is None:
            return
        self.positions.put(wish.positions)
        self.list.choose(f"{wish.key} {wish.note}")
        self.note.setText(wish.note)
        self.key.setCurrentIndex(self.key.findData(wish.key))
        self.symbol.setCurrentIndex(self.symbol.findData(wish.symbol))
