"""What the tests of modified residues share: sequences, and reading what a dialog shows."""

from __future__ import annotations

from typing import Any

from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.ui.actions.modified_residues import ModifiedResidues
from seqeditor.ui.dialogs.modification import ModificationDialog
from seqeditor.ui.main_window import MainWindow

STRAND = "acgtgcattacgatcnacgt"
PEPTIDE = "MKCLADXECQQGNST"


def made(moltype: str, letters: str) -> Sequence:
    """Return a sequence without faults of its own."""
    mol_type = {"AA": "protein", "RNA": "other RNA", "DNA": "other DNA"}[moltype]
    return new_sequence(moltype, letters, organism="synthetic construct", mol_type=mol_type)


def group(window: MainWindow) -> ModifiedResidues:
    """Return the actions of a window."""
    return next(g for g in window.commands.groups if isinstance(g, ModifiedResidues))


def first(window: MainWindow) -> Sequence:
    """Return the first sequence."""
    document = window.signal.document
    return document.sequence(document.order.id_at(1))


def lines(window: MainWindow) -> list[str]:
    """Return the features of the first sequence, one a line, without its source."""
    return [_line(one) for one in first(window).features[1:]]


def _line(one: Feature) -> str:
    return f"{one.key} {one.location}: {', '.join(q.value or '' for q in one.qualifiers)}"


def shown(dialog: ModificationDialog) -> list[list[str]]:
    """Return the rows of the preview."""
    found = []
    for row in range(dialog.table.rowCount()):
        cells = [dialog.table.item(row, column) for column in range(3)]
        found.append([c.text().strip("\u2066\u2069") for c in cells if c is not None])
    return found


def look(dialog: Any) -> None:
    """Show at once what the fields ask for."""
    dialog.look()
