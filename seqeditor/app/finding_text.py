"""Finding text in a listing, and replacing it: in qualifiers, names, header and residues."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, TypeVar

from seqeditor.app.document import Change, Document
from seqeditor.app.expressions import Pattern, TooSlowError
from seqeditor.app.jobs import Job
from seqeditor.domain.edits.residues import replace_residues
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.path import Path, at, put
from seqeditor.domain.sequence import Sequence
from seqeditor.domain.texts_of import header_texts, qualifier_texts
from seqeditor.formats.st26.text import escape_stored, first_unwritable
from seqeditor.store.choosing import may_hold
from seqeditor.store.reader import Reader
from seqeditor.texts import N_
from seqeditor.vocabulary.residues import alphabet

T = TypeVar("T", GeneralInformation, Sequence)

MOST = 100_000
"""How many hits are kept; who finds more looks for less."""
MOST_SLOW = 3
"""After so many values that could not be searched in time, the search ends."""
CONTEXT = 40
RESIDUE_SECONDS = 10.0

LABEL = N_("Replace in {count} places")
LABEL_ONE = N_("Replace in one place")


class Where(Enum):
    """What is searched."""

    QUALIFIERS = "qualifiers"
    NAMES = "names"
    """The author's own names and notes."""
    HEADER = "header"
    RESIDUES = "residues"


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, and where. `key`, `name`: only qualifiers of these, "" for all."""

    pattern: Pattern
    where: frozenset[Where]
    key: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One match: 0-based `start` and `end` in the text at a path; sequence 0 is the header.

    In residues the path is `("residues", position)`, the position 1-based. `what` is the qualifier
    as `key name`, for people; `before` and `after` are what stands around.
    """

    sequence_id: int
    path: Path
    start: int
    end: int
    match: str
    before: str = ""
    after: str = ""
    what: str = ""


@dataclass(slots=True)
class Found:
    """The hits; `slow` counts the values given up, `is_cut`: there is more than is kept."""

    hits: list[Hit] = field(default_factory=list)
    slow: int = 0
    is_cut: bool = False


def find_text(reader: Reader, ids: Iterable[int], search: Search, job: Job) -> Found:
    """Return where the text stands, header first; raises CancelledError.

    A plain text is first looked for in the stored fragments, which spares reading them all.
    """
    found = Found()
    if Where.HEADER in search.where:
        for path, text in header_texts(reader.header):
            _search(search, text, Hit(0, path, 0, 0, ""), found)
    if search.where - {Where.HEADER}:
        wanted = _candidates(reader, array("q", ids), search)
        for done, sequence_id in enumerate(wanted):
            if done % 100 == 0:
                job.report(done, len(wanted))
                if len(found.hits) >= MOST or found.slow >= MOST_SLOW:
                    break
            for path, text, what in _texts_at(reader, sequence_id, search):
                _search(search, text, Hit(sequence_id, path, 0, 0, "", what=what), found)
    if len(found.hits) >= MOST:
        found.is_cut = True
        del found.hits[MOST:]
    return found


def _candidates(reader: Reader, ids: array[int], search: Search) -> array[int]:
    """Leave out the sequences of which the database knows that they hold no such text."""
    if not search.pattern.needle:
        return ids
    texts = bool(search.where & {Where.QUALIFIERS, Where.NAMES})
    known = may_hold(
        reader, search.pattern.needle, texts=texts, residues=Where.RESIDUES in search.where
    )
    return ids if known is None else array("q", (i for i in ids if i in known))


def _texts_at(reader: Reader, sequence_id: int, search: Search) -> Iterator[tuple[Path, str, str]]:
    """Yield the texts of a sequence to be searched."""
    row = reader.connection.execute(
        "SELECT annotations, name, note, length, skipped FROM sequence WHERE id = ?",
        (sequence_id,),
    ).fetchone()
    if row is None:
        return
    fragment, name, note, length, skipped = row
    if Where.NAMES in search.where:
        for field_name, text in (("name", name), ("note", note)):
            if text:
                yield (field_name,), text, ""
    if Where.QUALIFIERS in search.where and _may_hold(fragment, search):
        try:
            sequence = reader.sequence(sequence_id)
        except KeyError:
            return
        for path, text in qualifier_texts(sequence, search.key, search.name):
            yield path, text, _what(sequence, path)
    if Where.RESIDUES in search.where and not skipped:
        yield ("residues",), reader.residues(sequence_id, length).text(), ""


def _may_hold(fragment: bytes, search: Search) -> bool:
    # protein_id is filled in from the link and stands in no fragment as it is shown.
    if not search.pattern.needle or b"protein_id" in fragment:
        return True
    return escape_stored(search.pattern.needle).casefold() in fragment.decode().casefold()


def _what(sequence: Sequence, path: Path) -> str:
    feature = at(sequence, path[:2])
    return f"{feature.key} {at(sequence, path[:4]).name}"


def _search(search: Search, text: str, place: Hit, found: Found) -> None:
    residues = place.path == ("residues",)
    try:
        matches = search.pattern.find(text, RESIDUE_SECONDS if residues else 1.0)
        for match in matches:
            start, end = match.span()
            found.hits.append(
                Hit(
                    place.sequence_id,
                    ("residues", start + 1) if residues else place.path,
                    start,
                    end,
                    match[0],
                    text[max(0, start - CONTEXT) : start],
                    text[end : end + CONTEXT],
                    place.what,
                )
            )
            if len(found.hits) > MOST:
                return
    except TooSlowError:
        found.slow += 1


# Replacing ----------------------------------------------------------------------------------------


class ReplacementError(ValueError):
    """What is to be put in cannot stand there; `args` are a message id and its parameters."""

    @property
    def message(self) -> str:
        """The message id."""
        return str(self.args[0])

    @property
    def parameters(self) -> Mapping[str, str | int]:
        """What fills the message."""
        found: Mapping[str, str | int] = self.args[1] if len(self.args) > 1 else {}
        return found


def check_replacement(search: Search, template: str) -> None:
    """Raise PatternError or ReplacementError when a replacement can stand nowhere."""
    search.pattern.check_template(template)
    offset = first_unwritable(template)
    if offset is not None:
        raise ReplacementError(
            N_("The character U+{code} cannot be written to XML."),
            {"code": f"{ord(template[offset]):04X}"},
        )


def becomes(search: Search, hit: Hit, template: str) -> str:
    """Return what a hit would be replaced by, "" where its match is not found again."""
    text = hit.before + hit.match + hit.after
    try:
        for match in search.pattern.find(text):
            if match.start() == len(hit.before) and match[0] == hit.match:
                return search.pattern.replacement(match, template)
    except TooSlowError:
        pass
    return ""


def replace_hits(
    document: Document, search: Search, hits: Iterable[Hit], template: str, job: Job
) -> tuple[Change, int]:
    """Replace hits as one step; return the change and how many were replaced.

    A hit whose place has changed since it was found is passed over. Raises PatternError,
    ReplacementError (a replacement that cannot stand there), CancelledError: nothing is changed.
    """
    check_replacement(search, template)
    by_sequence: dict[int, list[Hit]] = {}
    for hit in hits:
        if not hit.sequence_id or hit.sequence_id in document.order:
            by_sequence.setdefault(hit.sequence_id, []).append(hit)
    in_header = by_sequence.pop(0, [])
    total = sum(map(len, by_sequence.values())) + len(in_header)
    done = 0

    def edit_header(header: GeneralInformation) -> GeneralInformation:
        nonlocal done
        new, count = _replaced(header, in_header, search, template)
        done += count
        return new

    def edit(sequence_id: int, sequence: Sequence) -> Sequence:
        nonlocal done
        new, count = _replaced(sequence, by_sequence[sequence_id], search, template)
        done += count
        return new

    change = document.apply_by_id(
        LABEL_ONE if total == 1 else LABEL,
        by_sequence,
        edit,
        edit_header=edit_header if in_header else None,
        arguments={} if total == 1 else {"count": total},
        job=job,
    )
    return change, done


def _replaced(value: T, hits: list[Hit], search: Search, template: str) -> tuple[T, int]:
    """Return a sequence or header with hits replaced, and how many were there still."""
    by_path: dict[Path, dict[int, Hit]] = {}
    for hit in hits:
        path = ("residues",) if hit.path[0] == "residues" else hit.path
        by_path.setdefault(path, {})[hit.start] = hit
    done = 0
    for path, wanted in by_path.items():
        try:
            stands: Any = at(value, path)
        except LookupError:
            continue
        text = stands.text() if path == ("residues",) else stands
        if not isinstance(text, str):
            continue
        pieces = _pieces(text, wanted, search, template)
        done += len(pieces)
        if isinstance(value, Sequence) and path == ("residues",):
            value = _with_residues(value, pieces)
        elif pieces:
            value = put(value, path, _joined(text, pieces))
    return value, done


_Piece = tuple[int, int, str]


def _pieces(text: str, wanted: Mapping[int, Hit], search: Search, template: str) -> list[_Piece]:
    """Return what is replaced in a text: from, to, by what."""
    seconds = RESIDUE_SECONDS if len(text) > 10_000 else 1.0
    try:
        return [
            (match.start(), match.end(), _checked(search.pattern.replacement(match, template)))
            for match in search.pattern.find(text, seconds)
            if (hit := wanted.get(match.start())) is not None and hit.match == match[0]
        ]
    except TooSlowError:
        return []


def _checked(text: str) -> str:
    offset = first_unwritable(text)
    if offset is not None:
        raise ReplacementError(
            N_("The character U+{code} cannot be written to XML."),
            {"code": f"{ord(text[offset]):04X}"},
        )
    return text


def _joined(text: str, pieces: Iterable[_Piece]) -> str:
    parts, last = [], 0
    for start, end, new in pieces:
        parts += [text[last:start], new]
        last = end
    return "".join([*parts, text[last:]])


def _with_residues(sequence: Sequence, pieces: list[_Piece]) -> Sequence:
    """Put residues in, from the end on, so that places before stay; features follow."""
    for start, end, new in reversed(pieces):
        letters = new.lower() if sequence.is_nucleotide else new.upper()
        if sequence.is_nucleotide:
            letters = letters.replace("u", "t")
        for letter in letters:
            if letter not in alphabet(sequence.moltype):
                raise ReplacementError(
                    N_("“{letter}” is no residue symbol for molecule type {moltype}."),
                    {"letter": letter, "moltype": sequence.moltype},
                )
        sequence = replace_residues(sequence, start + 1, end - start, letters)
    return sequence


def moved_by(hit: Hit, replaced: Hit, by: int) -> Hit:
    """Return a hit as it stands after another one in front of it has been replaced.

    `by`: how much longer the text has become.
    """
    residues = hit.path[0] == replaced.path[0] == "residues"
    same = hit.sequence_id == replaced.sequence_id and (residues or hit.path == replaced.path)
    if not same or hit.start <= replaced.start or not by:
        return hit
    start = hit.start + by
    path: Path = ("residues", start + 1) if residues else hit.path
    return replace(hit, path=path, start=start, end=hit.end + by)
