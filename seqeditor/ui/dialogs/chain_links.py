"""Bonds within a chain: a kind, the two linked residues, and what the note says."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from seqeditor.app.chain_links import (
    CIRCLE,
    DISULFIDE,
    KINDS,
    LinkWish,
    kind_of,
    planned,
    unfit,
    wish_of,
)
from seqeditor.app.modifying_many import Plan
from seqeditor.domain.sequence import Feature
from seqeditor.texts import N_, _, fill
from seqeditor.ui.dialogs.modification import ModificationDialog
from seqeditor.ui.dialogs.positions_field import left_to_right_line


class ChainLinksDialog(ModificationDialog):
    """Asks for the kind of link and for pairs of residues."""

    title = N_("Links within the chain")
    label = N_("Add a link within the chain")
    many = N_("Add {count} links within the chain")
    paragraphs = N_(
        "Par. 66(c); Annex I, 7.9, 7.10: DISULFID and CROSSLNK at x..y mean the two linked"
        " residues x and y, and not what is between them. The note of CROSSLNK names the link and"
        " its residues. A chain closed head to tail is a REGION over all of it."
    )

    def make_fields(self, form: QFormLayout) -> None:
        """Put the fields into the form."""
        self._selection = (0, 0)
        self.kind = QComboBox()
        for one in KINDS:
            self.kind.addItem(_(one.title), one.id)
        self.pairs = left_to_right_line()
        self.pairs.setPlaceholderText("4-15, 8-22")
        self.pairs.setToolTip(_("The two residues of each link, such as 4-15, 8-22"))
        self.take = QPushButton(_("Add the &ends of the selection"))
        self.take.setAutoDefault(False)
        self.take.setEnabled(False)
        self.pick = QPushButton(_("Add the &residue at the selection"))
        self.pick.setAutoDefault(False)
        self.pick.setEnabled(False)
        self.picking = QWidget()
        row = QHBoxLayout(self.picking)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.take)
        row.addWidget(self.pick)
        row.addStretch(1)
        self.note = QLineEdit()
        self.note.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.note.setToolTip(
            fill(
                _("{first} and {second} stand for the two residues of each link"),
                {"first": "\u2066{first}\u2069", "second": "\u2066{second}\u2069"},
            )
        )
        self.row(_("&Kind of link:"), self.kind)
        self.row(_("&Linked residues:"), self.pairs)
        form.addRow("", self.picking)
        self.row(_("Text of the &note:"), self.note)
        self.kind.currentIndexChanged.connect(lambda _index: self._kind_chosen())
        self.pairs.textChanged.connect(lambda _text: self.ask())
        self.note.textChanged.connect(lambda _text: self.ask())
        self.take.clicked.connect(lambda _checked=False: self._take_ends())
        self.pick.clicked.connect(lambda _checked=False: self._pick_residue())
        self._kind_chosen()

    def set_selection(self, start: int, end: int) -> None:
        """Take note of what is selected among the residues."""
        self._selection = (start, end)
        self.take.setEnabled(1 <= start < end)
        self.pick.setEnabled(1 <= start <= self.sequence.length and end <= start)

    def _take_ends(self) -> None:
        self._append(f"{self._selection[0]}-{self._selection[1]}")

    def _pick_residue(self) -> None:
        """One residue after the other: the second one makes the pair."""
        text = self.pairs.text().strip()
        if text.endswith("-"):
            self.pairs.setText(f"{text}{self._selection[0]}")
        else:
            self._append(f"{self._selection[0]}-")

    def _append(self, pair: str) -> None:
        text = self.pairs.text().strip().rstrip(",;")
        self.pairs.setText(f"{text}, {pair}" if text else pair)

    def _kind_chosen(self) -> None:
        kind = kind_of(str(self.kind.currentData()))
        self.note.setText(kind.note)
        for field in (self.pairs, self.picking):
            self.form.setRowVisible(field, kind.id != CIRCLE)
        self.ask()

    @property
    def wish(self) -> LinkWish:
        """What the fields ask for."""
        return LinkWish(str(self.kind.currentData()), self.pairs.text(), self.note.text())

    def plan(self) -> Plan:
        """Return what says for a sequence what the fields ask for."""
        wish = self.wish
        return lambda sequence: planned(sequence, wish)

    def remarks(self) -> Iterator[str]:
        """Yield what should be known besides; of disulfides the rules say it."""
        if self.wish.kind == DISULFIDE:
            return
        pairs = unfit(self.sequence, self.wish)
        if pairs:
            said = []
            for first, second in pairs:
                a, b = (self.sequence.residues.text(at, at) for at in (first, second))
                said.append(f"\u2066{a}{first}-{b}{second}\u2069")
            words = _("This kind of link is not usual between {pairs}. Look whether it is meant.")
            yield fill(words, {"pairs": ", ".join(said)})

    def show_feature(self, feature: Feature) -> None:
        """Show the values of a feature that is to be changed."""
        wish = wish_of(feature)
        if wish is None:
            return
        self.kind.setCurrentIndex(self.kind.findData(wish.kind))
        self.pairs.setText(wish.pairs)
        self.note.setText(wish.note)
