"""Putting a warning or advice aside with a reason; it returns when what it is about changes.

A place is named by permanent addresses, so that features moved or added before it do not matter.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from seqeditor.app.document import Change, Document
from seqeditor.domain.path import Path, at
from seqeditor.domain.residues import Residues
from seqeditor.domain.residues import digest as residues_digest
from seqeditor.rules.finding import Finding, Level
from seqeditor.rules.wording import says_own_number
from seqeditor.store.reader import Reader
from seqeditor.store.reviewed import OF_THE_HEADER, Review, reviews, write_review
from seqeditor.texts import N_

REVIEW = N_("Mark a finding as reviewed")
TAKE_BACK = N_("Take a review back")


class NotReviewableError(Exception):
    """An error cannot be put aside, only put right."""


def review(document: Document, finding: Finding, reason: str) -> Change:
    """Put a warning or advice aside, as one step.

    Raises NotReviewableError for an error, ReadOnlyError, LookupError when its place is gone.
    """
    if finding.level is Level.ERROR:
        raise NotReviewableError(finding.rule)
    value = _value(document.copy, finding)
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    kept = Review(_digest(value, finding), reason.strip(), now)
    return _write(document, REVIEW, finding, _place(value, finding.path), kept)


def take_back(document: Document, finding: Finding) -> Change:
    """Let a finding that was put aside count again, as one step."""
    value = _value(document.copy, finding)
    return _write(document, TAKE_BACK, finding, _place(value, finding.path), None)


def with_reviews(findings: Iterable[Finding], reader: Reader, sequence_id: int) -> list[Finding]:
    """Return findings, those put aside with their reason; errors never are.

    `sequence_id` is that of all of them, OF_THE_HEADER for the header and the listing.
    """
    found = list(findings)
    known = reviews(reader, sequence_id)
    if not known or all(finding.level is Level.ERROR for finding in found):
        return found
    value = reader.sequence(sequence_id) if sequence_id else reader.header
    return [_reviewed(finding, value, known) for finding in found]


def listing_with_reviews(findings: Iterable[Finding], reader: Reader) -> list[Finding]:
    """Return findings over the whole listing, those put aside with their reason."""
    known: dict[int, dict[tuple[str, str], Review]] = {}
    marked = []
    for finding in findings:
        sequence_id = finding.sequence or OF_THE_HEADER
        if sequence_id not in known:
            known[sequence_id] = reviews(reader, sequence_id)
        if known[sequence_id]:
            value = reader.sequence(sequence_id) if sequence_id else reader.header
            finding = _reviewed(finding, value, known[sequence_id])
        marked.append(finding)
    return marked


def _reviewed(finding: Finding, value: object, known: dict[tuple[str, str], Review]) -> Finding:
    if finding.level is Level.ERROR:
        return finding
    try:
        kept = known.get((finding.rule, _place(value, finding.path)))
    except LookupError:
        return finding
    if kept is None or kept.digest != _digest(value, finding):
        return finding
    return replace(finding, reviewed=kept.reason)


def _value(reader: Reader, finding: Finding) -> object:
    return reader.header if finding.sequence is None else reader.sequence(finding.sequence)


def _write(
    document: Document, label: str, finding: Finding, place: str, kept: Review | None
) -> Change:
    sequence_id = finding.sequence or OF_THE_HEADER
    return document.write(
        label, lambda copy: write_review(copy, sequence_id, finding.rule, place, kept)
    )


def _place(value: object, path: Path) -> str:
    """Return a path with permanent addresses in the place of indexes; raises LookupError."""
    steps: list[str] = []
    for depth, step in enumerate(path, 1):
        if isinstance(step, str):
            steps.append(step)
            continue
        ref = getattr(at(value, path[:depth]), "ref", 0)
        steps.append(f"#{ref}" if ref else str(step))
    return "/".join(steps)


def _digest(value: object, finding: Finding) -> bytes:
    """Return what stands for the place as it is now, and for what was said of it."""
    state = hashlib.blake2b(digest_size=16)
    parameters = dict(finding.parameters)
    if says_own_number(finding):
        # It follows from the place in the listing: what stands before does not matter.
        del parameters["number"]
    said = (finding.variant, finding.value, sorted(parameters.items()))
    state.update(repr(said).encode("utf-8", "surrogatepass"))
    try:
        there = at(value, finding.path)
    except (LookupError, IndexError):
        there = None
    if isinstance(there, Residues):
        state.update(residues_digest(there))
    elif finding.path:
        state.update(repr(there).encode("utf-8", "surrogatepass"))
    return state.digest()
