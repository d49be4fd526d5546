"""Which amino acids are D: by position, or by typing their letters in lower case."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QFormLayout

from seqeditor.app.modified_amino_acids import DWish, d_wish_of, planned_d
from seqeditor.app.modifying_many import Plan
from seqeditor.app.residue_positions import PositionsError, read_positions
from seqeditor.domain.sequence import Feature
from seqeditor.texts import N_, _
from seqeditor.ui.dialogs.modification import ModificationDialog
from seqeditor.ui.dialogs.positions_field import PositionsField, left_to_right_line
from seqeditor.vocabulary.residues import alphabet

_MOST_LETTERS = 1_000
"""Residues that are shown to be typed over."""


class DAminoAcidsDialog(ModificationDialog):
    """Asks for positions or letters, whichever was typed last counts."""

    title = N_("D-amino acids")
    label = N_("Add a D-amino acid")
    many = N_("Add {count} D-amino acids")
    paragraphs = N_(
        "Par. 29-30: a residue without a feature is read as the L-amino acid. A D-amino acid is"
        " shown by the same symbol in upper case, with a SITE whose note names it; a stretch of"
        " them can be a REGION."
    )

    def make_fields(self, form: QFormLayout) -> None:
        """Put the fields into the form."""
        self.positions = PositionsField(alphabet("AA"))
        self.typed = left_to_right_line()
        short = self.sequence.length <= _MOST_LETTERS
        self._by_letters = short and any(
            one.islower() for one in self.sequence.residues.text(1, _MOST_LETTERS)
        )
        if short:
            self.typed.setText(self.sequence.residues.text())
        self.typed.setPlaceholderText("AcDFk")
        self.typed.setToolTip(
            _("The residues of the sequence, those of D-amino acids in lower case")
        )
        self.written = QComboBox()
        self.written.addItem(_("SITE on each residue, with its name"), False)
        self.written.addItem(_("REGION over each stretch: D-amino acids"), True)
        self.row(_("&Positions:"), self.positions)
        self.row(_("D in &lower case:"), self.typed)
        self.row(_("W&ritten as:"), self.written)
        form.setRowVisible(self.typed, short)
        self.positions.changed.connect(self._positions_changed)
        self.typed.textEdited.connect(lambda _text: self._letters_edited())
        self.written.currentIndexChanged.connect(lambda _index: self.ask())

    def set_selection(self, start: int, end: int) -> None:
        """Take note of what is selected among the residues."""
        self.positions.set_selection(start, end)

    def _positions_changed(self) -> None:
        self._by_letters = False
        if self.typed.isVisibleTo(self) and self.sequence.length <= _MOST_LETTERS:
            self.typed.setText(self._lowered())
        self.ask()

    def _lowered(self) -> str:
        residues = self.sequence.residues.text().upper()
        try:
            chosen = set(read_positions(self.positions.text, self.sequence))
        except PositionsError:
            return residues
        return "".join(one.lower() if at in chosen else one for at, one in enumerate(residues, 1))

    def _letters_edited(self) -> None:
        self._by_letters = True
        self.ask()

    @property
    def wish(self) -> DWish:
        """What the fields ask for."""
        letters = self.typed.text() if self._by_letters else ""
        if self._by_letters and not letters.strip():
            letters = " "
        return DWish(self.positions.text, letters, regions=bool(self.written.currentData()))

    def plan(self) -> Plan:
        """Return what says for a sequence what the fields ask for."""
        wish = self.wish
        return lambda sequence: planned_d(sequence, wish)

    def show_feature(self, feature: Feature) -> None:
        """Show the values of a feature that is to be changed."""
        wish = d_wish_of(feature)
        if wish is not None:
            self.positions.put(wish.positions)
            self.written.setCurrentIndex(self.written.findData(wish.regions))
