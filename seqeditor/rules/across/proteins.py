"""Coding regions and the proteins they name, matched once for all rules of a run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from seqeditor.domain.mention import Mention, Mentioned, MentionKind
from seqeditor.domain.row import SequenceRow
from seqeditor.rules.view import ListingContext, ListingView

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with the columns of the sequence that says it and of the one it means."""

    row: SequenceRow
    mention: Mention
    target: SequenceRow | None


def is_protein(row: SequenceRow) -> bool:
    """Tell whether a sequence is an amino-acid sequence and not skipped."""
    return row.moltype == "AA" and not row.skipped


def told(view: ListingView, kind: MentionKind) -> Iterator[Told]:
    """Yield the mentions of a kind with the columns of both sequences."""
    waiting = view.mentions(kind)
    while part := list(islice(waiting, _AT_ONCE)):
        yield from _with_rows(view, part)


def _with_rows(view: ListingView, part: list[Mentioned]) -> Iterator[Told]:
    ids = dict.fromkeys(one.sequence for one in part)
    ids |= dict.fromkeys(one.target for one in part if one.target is not None)
    rows = {row.id: row for row in view.rows_of(ids)}
    for one in part:
        if one.sequence in rows:
            target = None if one.target is None else rows.get(one.target)
            yield Told(rows[one.sequence], one.mention, target)


def same_organism(one: SequenceRow, other: SequenceRow) -> bool:
    """Tell whether two sequences have the same organism, as far as both name one.

    Blanks around it do not count.
    """
    given, compared = one.organism.split(), other.organism.split()
    return not given or not compared or given == compared


class Proteins:
    """The proteins of a listing by their residues."""

    def __init__(self, view: ListingView) -> None:
        self._view = view
        self._irregular: dict[bytes, list[int]] | None = None

    def with_digest(self, digest: bytes) -> list[SequenceRow]:
        """Return the proteins that have these residues, in the order of the listing.

        One whose residues are written as they should not be counts by what they mean.
        """
        if not digest:
            return []
        ids = self._view.ids_of_digest(digest) or self._meant().get(digest, [])
        return [row for row in self._view.rows_of(ids) if is_protein(row)]

    def is_equal(self, row: SequenceRow, digest: bytes) -> bool:
        """Tell whether a protein has these residues."""
        return row.digest == digest or row.id in self._meant().get(digest, ())

    def _meant(self) -> dict[bytes, list[int]]:
        if self._irregular is None:
            self._irregular = {}
            for one in self._view.mentions(MentionKind.REGULAR):
                self._irregular.setdefault(one.mention.digest, []).append(one.sequence)
        return self._irregular


def proteins(view: ListingView, context: ListingContext) -> Proteins:
    """Return the proteins of a listing, the same for all rules of a run."""
    known = context.memo.get("proteins")
    if not isinstance(known, Proteins):
        known = context.memo["proteins"] = Proteins(view)
    return known


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with one protein_id.

    `kind`: the protein is "missing", "skipped", "other" than a protein, "differs" from the
    translation or is of another "organism"; "bare": there is no translation.
    """

    kind: str
    told: Told


@dataclass
class ProteinIds:
    """What the protein_id of all CDS say: what is wrong, and by whom each protein is named.

    `named` has the coding sequences by the id of the protein; each protein_id has
    one fault at most.
    """

    verdicts: list[Verdict] = field(default_factory=list)
    named: dict[int, list[SequenceRow]] = field(default_factory=dict)


def protein_ids(view: ListingView, context: ListingContext) -> ProteinIds:
    """Return what the protein_id of all CDS say, from one walk for all rules of a run."""
    known = context.memo.get("protein_ids")
    if not isinstance(known, ProteinIds):
        known = context.memo["protein_ids"] = ProteinIds()
        found = proteins(view, context)
        for one in told(view, MentionKind.PROTEIN):
            kind = _kind(one, found) if one.mention.number else ""
            if kind:
                known.verdicts.append(Verdict(kind, one))
            if one.target is not None and is_protein(one.target):
                known.named.setdefault(one.target.id, []).append(one.row)
    return known


def _kind(one: Told, found: Proteins) -> str:
    target = one.target
    if target is None:
        return "missing"
    if target.skipped:
        return "skipped"
    if target.moltype != "AA":
        return "other"
    if one.mention.length is None:
        return "bare"
    if one.mention.digest and not found.is_equal(target, one.mention.digest):
        return "differs"
    return "" if same_organism(one.row, target) else "organism"
