"""Putting a warning or advice aside with a reason; it returns when what it is about changes.

A place is named by permanent addresses, so that features moved or added before it do not matter.
Neither do the numbers of sequences, which shift: their permanent ids stand for them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from seqeditor.app.document import Change, Document
from seqeditor.app.jobs import Job
from seqeditor.domain.path import Path, at
from seqeditor.domain.residues import Residues
from seqeditor.domain.residues import digest as residues_digest
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.rules.finding import Finding, Level
from seqeditor.rules.registry import all_rules
from seqeditor.rules.wording import says_own_number
from seqeditor.store.reader import Reader
from seqeditor.store.reviewed import (
    OF_THE_HEADER,
    Review,
    reviewed_sequences,
    reviews,
    write_review,
)
from seqeditor.store.workingcopy import WorkingCopy
from seqeditor.texts import N_

REVIEW = N_("Mark a finding as reviewed")
REVIEW_MANY = N_("Mark {count} findings as reviewed")
TAKE_BACK = N_("Take a review back")
TAKE_BACK_MANY = N_("Take {count} reviews back")
_AT_ONCE = 200


class NotReviewableError(Exception):
    """An error cannot be put aside, only put right."""


def review(document: Document, finding: Finding, reason: str) -> Change:
    """Put a warning or advice aside, as one step.

    Raises NotReviewableError for an error, ReadOnlyError, LookupError when its place is gone.
    """
    if finding.level is Level.ERROR:
        raise NotReviewableError(finding.rule)
    _place(_value(document.copy, _home(finding)), finding)
    return review_all(document, [finding], reason)


def review_all(
    document: Document, findings: Collection[Finding], reason: str, job: Job | None = None
) -> Change:
    """Put warnings and advice aside for one reason, as one step.

    Errors are passed over, and what has lost its place meanwhile. Raises ReadOnlyError,
    CancelledError (nothing is changed then).
    """
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    said = reason.strip()

    def write(copy: WorkingCopy, finding: Finding, value: object) -> None:
        kept = Review(_digest(value, finding), said, now)
        write_review(copy, _home(finding), finding.rule, _place(value, finding), kept)

    some = [one for one in findings if one.level is not Level.ERROR]
    return _write_all(document, (REVIEW, REVIEW_MANY), some, write, job)


def take_back(document: Document, finding: Finding) -> Change:
    """Let a finding that was put aside count again, as one step; LookupError as above."""
    _place(_value(document.copy, _home(finding)), finding)
    return take_back_all(document, [finding])


def take_back_all(
    document: Document, findings: Collection[Finding], job: Job | None = None
) -> Change:
    """Let findings that were put aside count again, as one step; raises as review_all does."""

    def remove(copy: WorkingCopy, finding: Finding, value: object) -> None:
        place = _place(value, finding)
        for home in _homes(finding):
            write_review(copy, home, finding.rule, place, None)

    return _write_all(document, (TAKE_BACK, TAKE_BACK_MANY), findings, remove, job)


def _write_all(
    document: Document,
    labels: tuple[str, str],
    findings: Collection[Finding],
    write: Callable[[WorkingCopy, Finding, object], None],
    job: Job | None,
) -> Change:
    count = len(findings)

    def work(copy: WorkingCopy) -> None:
        home, value = -1, None
        for done, finding in enumerate(sorted(findings, key=_home)):
            if job is not None and done % _AT_ONCE == 0:
                job.report(done, count)
            with suppress(LookupError):
                if home != _home(finding):
                    home, value = _home(finding), _value(copy, _home(finding))
                write(copy, finding, value)

    if count == 1:
        return document.write(labels[0], work)
    return document.write(labels[1], work, arguments={"count": count})


def with_reviews(findings: Iterable[Finding], reader: Reader, sequence_id: int) -> list[Finding]:
    """Return findings, those put aside with their reason; errors never are.

    `sequence_id` is that of all of them, OF_THE_HEADER for the header.
    """
    found = list(findings)
    known = reviews(reader, sequence_id)
    if not known or all(finding.level is Level.ERROR for finding in found):
        return found
    value = _value(reader, sequence_id)
    return [_reviewed(finding, value, known) for finding in found]


def listing_with_reviews(findings: Iterable[Finding], reader: Reader) -> list[Finding]:
    """Return findings over the whole listing, those put aside with their reason."""
    aside = reviewed_sequences(reader)
    if not aside:
        return list(findings)
    known: dict[int, dict[tuple[str, str], Review]] = {}
    marked = []
    for finding in findings:
        for home in _homes(finding):
            if home not in aside or finding.reviewed is not None:
                continue
            if home not in known:
                known[home] = reviews(reader, home)
            if any(rule == finding.rule for rule, _place in known[home]):
                finding = _reviewed(finding, _value(reader, _home(finding)), known[home])
        marked.append(finding)
    return marked


def _reviewed(finding: Finding, value: object, known: dict[tuple[str, str], Review]) -> Finding:
    if finding.level is Level.ERROR:
        return finding
    try:
        kept = known.get((finding.rule, _place(value, finding)))
    except LookupError:
        return finding
    if kept is None or kept.digest != _digest(value, finding):
        return finding
    return replace(finding, reviewed=kept.reason)


def _home(finding: Finding) -> int:
    return finding.sequence or OF_THE_HEADER


def _homes(finding: Finding) -> Iterator[int]:
    """Yield the sequences at which a review of a finding may be kept.

    What is told of several sequences as wholes is told at another of them once they are moved.
    """
    yield _home(finding)
    if not any(isinstance(step, int) for step in finding.path):
        yield from finding.others


def _value(reader: Reader, sequence_id: int) -> object:
    """Return the general information, or a sequence with ids for the numbers that links show."""
    if sequence_id == OF_THE_HEADER:
        return reader.header
    stored = reader.stored(sequence_id)
    return _without_numbers(stored.sequence, stored.links) if stored.links else stored.sequence


def _without_numbers(sequence: Sequence, links: dict[int, int]) -> Sequence:
    def named(qualifier: Qualifier) -> Qualifier:
        if qualifier.name != "protein_id" or qualifier.ref not in links:
            return qualifier
        return replace(qualifier, value=f"#{links[qualifier.ref]}")

    def each(feature: Feature) -> Feature:
        return replace(feature, qualifiers=tuple(map(named, feature.qualifiers)))

    return replace(sequence, features=tuple(map(each, sequence.features)))


def _place(value: object, finding: Finding) -> str:
    """Return where a finding is, with permanent addresses for indexes, and what it says.

    A rule may say several things of one place. Raises LookupError.
    """
    steps = list(_steps(value, finding.path))
    said = hashlib.blake2b(_said(finding), digest_size=6).hexdigest()
    return f"{'/'.join(steps)} {said}"


def _steps(value: object, path: Path) -> Iterator[str]:
    for depth, step in enumerate(path, 1):
        if isinstance(step, str):
            yield step
            continue
        ref = getattr(at(value, path[:depth]), "ref", 0)
        yield f"#{ref}" if ref else str(step)


def _said(finding: Finding) -> bytes:
    """Return what a finding says, other sequences by their ids and not by their numbers."""
    shifting = all_rules()[finding.rule].shifting
    if says_own_number(finding):
        # It follows from the place in the listing: what stands before does not matter.
        shifting |= {"number"}
    parameters = sorted(item for item in finding.parameters.items() if item[0] not in shifting)
    said: tuple[object, ...] = (
        finding.variant,
        None if "value" in shifting else finding.value,
        parameters,
    )
    if finding.others:
        said = (*said, sorted({_home(finding), *finding.others}))
    return repr(said).encode("utf-8", "surrogatepass")


def _digest(value: object, finding: Finding) -> bytes:
    """Return what stands for the place as it is now, and for what was said of it."""
    state = hashlib.blake2b(_said(finding), digest_size=16)
    try:
        there = at(value, finding.path)
    except (LookupError, IndexError):
        there = None
    if isinstance(there, Residues):
        state.update(residues_digest(there))
    elif finding.path:
        state.update(repr(there).encode("utf-8", "surrogatepass"))
    return state.digest()
