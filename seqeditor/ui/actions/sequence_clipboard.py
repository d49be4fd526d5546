"""Sequences cut, copied and pasted as a whole."""

from __future__ import annotations

import csv
from array import array
from collections.abc import Callable
from functools import partial
from io import StringIO

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from seqeditor.app.clipboard import MIME, Unlinked, copied_in, paste_into, to_clipboard
from seqeditor.domain.cleaning import clean_each
from seqeditor.domain.edits.sequence import new_sequence, set_name, set_note
from seqeditor.domain.sequence import MOLTYPES
from seqeditor.rules.finding import Level
from seqeditor.store.marks import set_marked
from seqeditor.store.workingcopy import WorkingCopy
from seqeditor.texts import N_, _, fill, ngettext
from seqeditor.ui.actions.bulk import labelled
from seqeditor.ui.actions.rearranging import Put, rearranger
from seqeditor.ui.desk import Desk
from seqeditor.ui.models.sequence_table import Column, cell_text, head
from seqeditor.ui.panels.pasting import report
from seqeditor.ui.panels.sequence_editor import CHANGE_MOLTYPE, with_moltype
from seqeditor.ui.qt.locale import count_text
from seqeditor.vocabulary.qualifiers import mol_types
from seqeditor.vocabulary.residues import alphabet, one_letter_codes

MOST_COPIED = 20_000
"""The clipboard holds all of it in memory, in every program that looks at it."""

MOST_DRAGGED = 2_000
"""More would take too long at the moment when a drag begins."""

_OTHERS = {"DNA": N_("They are DNA"), "RNA": N_("They are RNA"), "AA": N_("They are AA")}


class SequenceClipboard(QObject):
    """The clipboard of the list of sequences."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    @property
    def has_selection(self) -> bool:
        """Whether there is something to copy, and not too much of it."""
        return 0 < self._desk.project.list.selected_count() <= MOST_COPIED

    def copy(self) -> None:
        """Copy the selected sequences: for this program, and as FASTA for others."""
        QGuiApplication.clipboard().setMimeData(self._data())

    def _data(self) -> QMimeData:
        ids = self._desk.project.list.selected_ids()
        fragment, text = to_clipboard(self._desk.document, ids)
        data = QMimeData()
        data.setData(MIME, fragment)
        data.setText(text)
        return data

    def dragged(self) -> QMimeData | None:
        """Return the selected sequences for a drag; many can only be moved within the list."""
        count = self._desk.project.list.selected_count()
        if not count:
            return None
        return self._data() if count <= MOST_DRAGGED else QMimeData()

    def takes(self, data: QMimeData) -> bool:
        """Tell whether data dropped here are sequences that can be added now."""
        return self._desk.document.is_editable and data.hasFormat(MIME)

    def drop(self, data: QMimeData, position: int) -> None:
        """Add the sequences of another window before a position."""
        if self.takes(data):
            self.paste_copied(bytes(data.data(MIME).data()), position)

    def cut(self) -> None:
        """Copy the selected sequences and take them out of the listing."""
        ids = self._desk.project.list.selected_ids()
        self.copy()
        label = labelled(N_("Cut a sequence"), N_("Cut {count} sequences"), len(ids))
        rearranger(self._desk).remove(label, ids)

    def copy_table(self) -> None:
        """Copy the rows of the selected sequences, with their heads, for a spreadsheet."""
        stream = StringIO()
        table = csv.writer(stream, delimiter="\t", lineterminator="\n")
        table.writerow([head(column) for column in Column])
        for row in self._desk.document.rows_of(self._desk.project.list.selected_ids()):
            cells = [cell_text(row, column) for column in Column]
            # A spreadsheet counts with plain digits.
            cells[Column.LENGTH] = "" if row.skipped else str(row.length)
            table.writerow(cells)
        QGuiApplication.clipboard().setText(stream.getvalue())

    def paste(self) -> None:
        """Insert the sequences of the clipboard after the current one."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None or not self._desk.document.is_editable:
            return
        if data.hasFormat(MIME):
            self.paste_copied(bytes(data.data(MIME).data()), self.position_after_current())
        elif data.hasText():
            self.paste_text(data.text())

    def paste_copied(self, fragment: bytes, position: int) -> None:
        """Insert what was copied in a window of the program before a position."""
        try:
            copied = copied_in(fragment)
        except ValueError as error:
            self._desk.tell(_("The sequences could not be pasted."), error)
            return
        if not copied:
            return
        unlinked: list[Unlinked] = []

        def put(copy: WorkingCopy, place: int) -> list[int]:
            ids, lost = paste_into(copy, place, copied)
            unlinked.extend(lost)
            for one in lost:
                old = copy.sequence(one.sequence)
                words = _former_protein(one)
                copy.write_sequence(one.sequence, set_note(old, f"{old.note}\n{words}".strip()))
            set_marked(copy, [one.sequence for one in lost], on=True)
            return ids

        self._insert(len(copied), put, position, lambda _ids: self._tell_unlinked(len(unlinked)))

    def _tell_unlinked(self, count: int) -> None:
        if not count:
            return

        def words() -> str:
            said = ngettext(
                "{count} protein_id was taken away: the protein it names was not pasted with it,"
                " and its number means another sequence here. A note of your own tells the former"
                " number.",
                "{count} protein_id were taken away: the proteins they name were not pasted with"
                " them, and their numbers mean other sequences here. Notes of your own tell the"
                " former numbers.",
                count,
            )
            return fill(said, {"count": count_text(count)})

        self._desk.notice.show_words(words, level=Level.WARNING)

    def paste_text(self, text: str) -> None:
        """Insert the sequences of a text; says what was cleaned and how they were read."""
        each = clean_each(text, alphabet, one_letter_codes())
        found = [(moltype, one) for moltype, one in each if one.letters]
        if not found:
            self._desk.notice.show_words(lambda: _("What was copied has no residues."))
            return
        sequences = [
            set_name(
                new_sequence(moltype, one.letters, mol_type=_only_mol_type(moltype)), one.head or ""
            )
            for moltype, one in found
        ]
        details = report(found[0][1]) if len(found) == 1 else ""
        shown = list(dict.fromkeys(moltype for moltype, _one in found))

        def put(copy: WorkingCopy, place: int) -> list[int]:
            return copy.insert_sequences(place, sequences)

        self._insert(
            len(sequences),
            put,
            self.position_after_current(),
            lambda ids: self._tell_pasted(ids, shown, details),
        )

    def _insert(
        self,
        count: int,
        put: Put,
        position: int,
        then: Callable[[list[int]], object],
    ) -> None:
        label = labelled(N_("Paste a sequence"), N_("Paste {count} sequences"), count)

        def show(ids: list[int]) -> None:
            self._desk.project.clear_filter()
            self._desk.project.choose(1)
            self._desk.project.list.select_ids(array("q", ids))
            then(ids)

        rearranger(self._desk).insert(label, position, count, put, show)

    def position_after_current(self) -> int:
        """Return the position behind the current sequence, that of the end where there is none."""
        current = self._desk.project.list.current_id()
        order = self._desk.document.order
        if current is None or current not in order:
            return len(order) + 1
        return order.position(current) + 1

    def _tell_pasted(self, ids: list[int], shown: list[str], details: str) -> None:
        def words() -> str:
            said = ngettext(
                "{count} sequence was added; its letters look like {moltype}.",
                "{count} sequences were added; their letters look like {moltype}.",
                len(ids),
            )
            return (
                f"{fill(said, {'count': len(ids), 'moltype': ', '.join(shown)})} {details}".strip()
            )

        others = {
            _OTHERS[other]: partial(self._make, ids, other)
            for other in MOLTYPES
            if len(shown) == 1 and other not in shown
        }
        self._desk.notice.show_words(words, buttons=others)

    def _make(self, ids: list[int], moltype: str) -> None:
        document = self._desk.document
        present = [i for i in ids if i in document.order]
        document.apply(CHANGE_MOLTYPE, present, partial(with_moltype, moltype=moltype))
        self._desk.notice.clear()


def _only_mol_type(moltype: str) -> str:
    """Return the mol_type where there is one only, "" where the user has to choose."""
    fitting = mol_types(moltype)
    return fitting[0] if len(fitting) == 1 else ""


def _former_protein(one: Unlinked) -> str:
    """Return the note on a protein_id that was taken away."""
    if one.title:
        words = _("protein_id was SEQ ID NO {number} of {file}.")
        return fill(words, {"number": one.number, "file": one.title})
    return fill(_("protein_id was SEQ ID NO {number} of another listing."), {"number": one.number})
