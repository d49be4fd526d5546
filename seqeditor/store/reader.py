"""What can be asked of a working copy; each thread asks over a connection of its own."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.mention import Mentioned, MentionKind
from seqeditor.domain.residues import CHUNK, Residues, TextResidues
from seqeditor.domain.row import SequenceRow
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.rules.mentions import annotation_digest
from seqeditor.store import across
from seqeditor.store.database import DamagedError
from seqeditor.store.decoded import LARGE, Decoded, decoded
from seqeditor.store.header_json import header_from_json
from seqeditor.store.order import Order
from seqeditor.store.qualifier_ids import made_valid, next_free, with_ids
from seqeditor.store.row_columns import ROW, row_from
from seqeditor.store.searching import ids_holding
from seqeditor.store.stored_residues import StoredResidues

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Stored:
    """A sequence as stored: its value, the revision of the row, and what it links to by ref."""

    sequence: Sequence
    revision: int
    links: dict[int, int]


@dataclass(frozen=True, slots=True)
class Exported:
    """What writing a sequence needs: the stored fragment as it is, and the numbers it links to."""

    number: str
    annotations: bytes
    length: int
    skipped: bool
    residues: Residues
    link_values: dict[int, str]


_AT_HAND = 4
"""So many large sequences a reader keeps for a moment: an edit reads the same one several times."""


class Reader:
    """Queries over one connection; `order` is shared by all readers of a document."""

    def __init__(self, connection: sqlite3.Connection, order: Order) -> None:
        self.connection = connection
        self.order = order
        self._at_hand: dict[int, Decoded] = {}

    @property
    def header(self) -> GeneralInformation:
        """The general information."""
        row = self.connection.execute("SELECT header FROM listing").fetchone()
        try:
            return header_from_json(row[0])
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise DamagedError("header") from error

    @property
    def numbering(self) -> str:
        """`written`: numbers as received; `position`: numbers by place."""
        row = self.connection.execute("SELECT numbering FROM listing").fetchone()
        return str(row[0])

    def load_order(self) -> Order:
        """Return the order as it stands in the database."""
        found = self.connection.execute("SELECT id FROM sequence ORDER BY rank, id")
        return Order(array("q", (row[0] for row in found)))

    def count(self) -> int:
        """Return how many sequences there are, skipped ones included."""
        return len(self.order)

    def rows(self) -> Iterator[SequenceRow]:
        """Yield the columns of all sequences in the order of the listing."""
        numbering = self.numbering
        found = self.connection.execute(f"SELECT {ROW} FROM sequence ORDER BY rank, id")
        for position, row in enumerate(found, 1):
            yield row_from(row, position, numbering)

    def rows_of(self, ids: Iterable[int]) -> list[SequenceRow]:
        """Return the columns of some sequences, in the order asked; missing ones are left out."""
        wanted = list(ids)
        numbering, found = self.numbering, {}
        for at in range(0, len(wanted), _AT_ONCE):
            part = wanted[at : at + _AT_ONCE]
            marks = ",".join("?" * len(part))
            query = f"SELECT {ROW} FROM sequence WHERE id IN ({marks})"
            for row in self.connection.execute(query, part):
                if row[0] in self.order:
                    found[row[0]] = row_from(row, self.order.position(row[0]), numbering)
        return [found[i] for i in wanted if i in found]

    def number(self, sequence_id: int) -> str:
        """Return the SEQ ID NO shown; "" when the sequence is not in the listing (any more)."""
        if sequence_id not in self.order:
            return ""
        if self.numbering == "written":
            row = self.connection.execute(
                "SELECT written_number FROM sequence WHERE id = ?", (sequence_id,)
            ).fetchone()
            if row is not None and row[0] is not None:
                return str(row[0])
        return str(self.order.position(sequence_id))

    def id_of_number(self, number: str) -> int | None:
        """Return the id of the sequence that shows this SEQ ID NO, None if there is none."""
        if not number:
            return None
        if self.numbering == "written":
            row = self.connection.execute(
                "SELECT id FROM sequence WHERE written_number = ? ORDER BY rank LIMIT 1", (number,)
            ).fetchone()
            if row is not None:
                return int(row[0])
        if not (number.isascii() and number.isdecimal()) or number.startswith("0"):
            return None
        if len(number) > 12 or int(number) > len(self.order):
            return None
        try:
            found = self.order.id_at(int(number))
        except IndexError:
            # The order has changed under another thread's eyes.
            return None
        return found if self.number(found) == number else None

    def sequence(self, sequence_id: int) -> Sequence:
        """Return a sequence by its permanent id; raises KeyError when it is not there."""
        return self.stored(sequence_id).sequence

    def stored(self, sequence_id: int) -> Stored:
        """Return a sequence with its revision and links; raises KeyError when it is not there."""
        at_hand = self._at_hand.get(sequence_id)
        row = self.connection.execute(
            # Megabytes of annotations are not even fetched when they are those at hand.
            "SELECT CASE WHEN revision = ?2 AND length(annotations) = ?3 THEN NULL"
            " ELSE annotations END,"
            " length, written_length, name, colour, note, revision FROM sequence WHERE id = ?1",
            (sequence_id, at_hand.revision, at_hand.size)
            if at_hand is not None
            else (sequence_id, None, None),
        ).fetchone()
        if row is None:
            raise KeyError(sequence_id)
        annotations, length, written_length, name, colour, note, revision = row
        if at_hand is None or annotations is not None:
            try:
                at_hand = decoded(annotations, revision)
            except ValueError as error:
                raise DamagedError(f"annotations of {sequence_id}") from error
            self.keep(sequence_id, at_hand)
        bare = at_hand.sequence
        links = self.links(sequence_id) if at_hand.names_proteins else {}
        features = self._linked(bare.features, links) if links else bare.features
        sequence = replace(
            bare,
            residues=self.residues(sequence_id, length),
            features=features,
            written_length=written_length,
            name=name,
            colour=colour,
            note=note,
        )
        return Stored(sequence, revision, links)

    def keep(self, sequence_id: int, one: Decoded) -> None:
        """Have what a row says at hand while the row has the same revision; large ones only."""
        self._at_hand.pop(sequence_id, None)
        if one.size > LARGE:
            while len(self._at_hand) >= _AT_HAND:
                del self._at_hand[next(iter(self._at_hand))]
            self._at_hand[sequence_id] = one

    def forget(self) -> None:
        """Have nothing at hand: revisions taken back are given again, to something else."""
        self._at_hand.clear()

    def residues(self, sequence_id: int, length: int) -> Residues:
        """Return the residues of a sequence: at hand when short, read as needed when long."""
        if length > CHUNK:
            return StoredResidues(self.connection, sequence_id, length)
        blocks = self.connection.execute(
            "SELECT data FROM residues WHERE sequence_id = ? ORDER BY block", (sequence_id,)
        ).fetchall()
        return TextResidues("".join(row[0] for row in blocks))

    def links(self, sequence_id: int) -> dict[int, int]:
        """Return the ids of the sequences that protein_id qualifiers name, by qualifier ref."""
        found = self.connection.execute(
            "SELECT qualifier_ref, target_sequence_id FROM link WHERE sequence_id = ?",
            (sequence_id,),
        )
        return dict(found)

    def links_from(self, ids: Collection[int]) -> Iterator[tuple[int, int, int]]:
        """Yield id, qualifier ref and target of all links of these sequences, by target."""
        wanted = list(ids)
        for at in range(0, len(wanted), _AT_ONCE):
            part = wanted[at : at + _AT_ONCE]
            marks = ",".join("?" * len(part))
            query = (
                "SELECT sequence_id, qualifier_ref, target_sequence_id FROM link"
                f" WHERE sequence_id IN ({marks}) ORDER BY target_sequence_id"
            )
            yield from self.connection.execute(query, part).fetchall()

    def links_to(self, target: int) -> dict[int, set[int]]:
        """Return the refs of the protein_id that name a sequence, by the id of their sequence."""
        found: dict[int, set[int]] = {}
        for sequence_id, ref in self.connection.execute(
            "SELECT sequence_id, qualifier_ref FROM link WHERE target_sequence_id = ?"
            " ORDER BY sequence_id, qualifier_ref",
            (target,),
        ):
            if sequence_id in self.order:
                found.setdefault(sequence_id, set()).add(ref)
        return found

    def linking_to(self, ids: Collection[int]) -> set[int]:
        """Return the ids of the sequences with a protein_id that names one of these."""
        found: set[int] = set()
        wanted = list(ids)
        for at in range(0, len(wanted), _AT_ONCE):
            part = wanted[at : at + _AT_ONCE]
            marks = ",".join("?" * len(part))
            query = f"SELECT sequence_id FROM link WHERE target_sequence_id IN ({marks})"
            found.update(row[0] for row in self.connection.execute(query, part))
        return found

    def link_values(self, links: dict[int, int]) -> dict[int, str]:
        """Return the numbers that links show, by qualifier ref."""
        return {ref: self.number(target) for ref, target in links.items()}

    def _linked(self, features: tuple[Feature, ...], links: dict[int, int]) -> tuple[Feature, ...]:
        values = self.link_values(links)

        def filled(qualifier: Qualifier) -> Qualifier:
            if qualifier.ref in values and qualifier.name == "protein_id":
                return replace(qualifier, value=values[qualifier.ref])
            return qualifier

        return tuple(replace(f, qualifiers=tuple(map(filled, f.qualifiers))) for f in features)

    # -- what sequences say of one another, for the rules over the whole listing -------------------

    def mentions(self, kind: MentionKind) -> Iterator[Mentioned]:
        """Yield what sequences say of others in this way, with the sequences their numbers mean.

        A protein_id means the sequence it is linked to, whatever number that has now; the number
        is then the one shown, "" when the sequence has been removed.
        """
        linked = kind is MentionKind.PROTEIN
        links = self._links() if linked else {}
        for sequence_id, mention in across.read_mentions(self.connection, kind):
            target = links.get((sequence_id, mention.ref))
            if target is not None:
                mention = replace(mention, number=self.number(target))
                target = target if mention.number else None
            elif mention.number:
                target = self.id_of_number(mention.number)
            yield Mentioned(sequence_id, mention, target)

    def _links(self) -> dict[tuple[int, int], int]:
        found = self.connection.execute(
            "SELECT sequence_id, qualifier_ref, target_sequence_id FROM link"
        )
        return {(row[0], row[1]): row[2] for row in found}

    def ids_saying(self, kinds: Iterable[MentionKind]) -> list[int]:
        """Return the sequences that speak of others in one of these ways, in order."""
        names = [str(kind) for kind in kinds]
        marks = ",".join("?" * len(names))
        found = self.connection.execute(
            f"SELECT DISTINCT sequence_id FROM mention WHERE kind IN ({marks})", names
        )
        there = [row[0] for row in found if row[0] in self.order]
        return sorted(there, key=self.order.position)

    def ids_of_digest(self, digest: bytes) -> list[int]:
        """Return the sequences whose residues have this digest, in the order of the listing."""
        return across.ids_of_digest(self.connection, digest, "rank, id")

    def twins(self) -> Iterator[list[int]]:
        """Yield groups of sequences with the same residues, skipped and empty ones left out."""
        return across.twins(self.connection, "rank, id")

    def strands(self) -> Iterator[tuple[int, int]]:
        """Yield pairs of sequences of which the second is the other strand of the first."""
        return across.strands(self.connection)

    def annotation_digest(self, sequence_id: int) -> bytes:
        """Return what stands for the molecule type, features and qualifiers of a sequence."""
        return annotation_digest(self.sequence(sequence_id))

    def all_residues(self) -> Iterator[tuple[SequenceRow, Iterable[str]]]:
        """Yield all sequences with their letters in pieces."""
        for row in self.rows():
            yield row, self.residues(row.id, row.length).chunks()

    def sequences_of(self, ids: Collection[int]) -> Iterator[tuple[int, Sequence]]:
        """Yield some sequences with their ids; those gone meanwhile are left out."""
        for sequence_id in ids:
            try:
                yield sequence_id, self.sequence(sequence_id)
            except KeyError:
                continue

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """See the listing as it is at one moment, whatever is edited meanwhile."""
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.execute("COMMIT")

    def count_stored(self) -> int:
        """Return how many sequences the database holds at the moment of a snapshot."""
        return int(self.connection.execute("SELECT count(*) FROM sequence").fetchone()[0])

    def export(self) -> Iterator[Exported]:
        """Yield all sequences in order for writing, within a `snapshot`.

        Numbers follow from the snapshot, not from the order in memory, which may be newer.
        """
        numbering = self.numbering
        found = self.connection.execute(
            "SELECT id, written_number, annotations, length, skipped FROM sequence"
            " ORDER BY rank, id"
        )
        numbers: dict[int, str] | None = None
        renamed = made_valid(self.connection)
        for position, (sequence_id, written, fragment, length, skipped) in enumerate(found, 1):
            links: dict[int, str] = {}
            if b"protein_id" in fragment:
                targets = self.links(sequence_id)
                if targets and numbers is None:
                    numbers = self._numbers(numbering)
                links = {ref: (numbers or {}).get(to, "") for ref, to in targets.items()}
            shown = written if numbering == "written" and written is not None else position
            if sequence_id in renamed:
                fragment = with_ids(fragment, renamed[sequence_id])
            yield Exported(
                number=str(shown),
                annotations=fragment,
                length=length,
                skipped=bool(skipped),
                residues=self.residues(sequence_id, length),
                link_values=links,
            )

    def _numbers(self, numbering: str) -> dict[int, str]:
        """The numbers of all sequences that some protein_id names, at the moment of a snapshot."""
        targets = {row[0] for row in self.connection.execute("SELECT target_sequence_id FROM link")}
        found = self.connection.execute("SELECT id, written_number FROM sequence ORDER BY rank, id")
        written = numbering == "written"
        return {
            sequence_id: str(number if written and number is not None else position)
            for position, (sequence_id, number) in enumerate(found, 1)
            if sequence_id in targets
        }

    def next_qualifier_id(self) -> str:
        """Return an XML id no qualifier of the listing has: q and the next free number."""
        return f"q{next_free(self.connection)}"

    def revision(self, sequence_id: int) -> int | None:
        """Return the revision of a sequence, None when it is not there."""
        row = self.connection.execute(
            "SELECT revision FROM sequence WHERE id = ?", (sequence_id,)
        ).fetchone()
        return int(row[0]) if row else None

    def matching(self, text: str) -> array[int]:
        """Return the ids, in order, of the sequences whose columns hold the text.

        Name and organism hold it, the molecule type or the SEQ ID NO is it; small and capital
        letters are the same.
        """
        matches = ids_holding(self.connection, text)
        named = self.id_of_number(text.strip())
        if named is not None:
            matches.add(named)
        return array("q", (i for i in self.order.ids if i in matches))
