"""Changes of the order: what numbers they give, and the texts that speak of the old ones.

A change is planned as the ids of the listing afterwards, in order, with 0 for each newcomer. A
protein_id follows by itself; a SEQ ID NO in free text is changed on the author's word only.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from seqeditor.app.jobs import Job
from seqeditor.domain.edits.places import kept
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.mention import MentionKind
from seqeditor.domain.sequence import Qualifier, Sequence
from seqeditor.rules.adjusting import Adjusted, NewNumber, adjusted
from seqeditor.store.across import read_mentions
from seqeditor.store.order import Order
from seqeditor.store.reader import Reader
from seqeditor.store.workingcopy import WorkingCopy
from seqeditor.texts import N_

LOOKING = N_("Looking for SEQ ID NOs in free text")
VALUE, NON_ENGLISH, TITLE = "value", "non_english", "title"
_MOST_READ = 2_000
"""So many sequences with mentions are read whatever their mentions are; of more, only those where
one is known to change."""


@dataclass(frozen=True, slots=True)
class Place:
    """A text that names other sequences than before.

    `field`: VALUE or NON_ENGLISH of the qualifier `ref` in the sequence with this permanent id;
    TITLE of the invention, `ref` its index; else the language of a text kept beside.
    """

    sequence: int
    ref: int
    field: str
    name: str
    old: str
    result: Adjusted


@dataclass(frozen=True, slots=True)
class Plan:
    """What a change of the order does to the texts."""

    places: tuple[Place, ...] = ()

    @property
    def changed(self) -> int:
        """How many mentions get other numbers."""
        return sum(len(place.result.changed) for place in self.places)

    @property
    def lost(self) -> int:
        """How many mentions name a sequence that goes, or cannot be told in new numbers."""
        return sum(len(place.result.lost) for place in self.places)


# -- orders ------------------------------------------------------------------------------------


def with_gap(ids: array[int], position: int, count: int) -> array[int]:
    """Return the order with so many newcomers before a position (1-based)."""
    at = max(0, min(position - 1, len(ids)))
    return ids[:at] + array("q", bytes(8 * count)) + ids[at:]


def without(ids: array[int], gone: Collection[int]) -> array[int]:
    """Return the order less some of the ids."""
    away = frozenset(gone)
    return array("q", (one for one in ids if one not in away))


def with_moved(ids: array[int], moved: Iterable[int], position: int) -> array[int]:
    """Return the order with some ids, as they are given, before a position (1-based)."""
    block = array("q", dict.fromkeys(moved))
    away = frozenset(block)
    before = max(0, min(position - 1, len(ids)))
    head = array("q", (one for one in ids[:before] if one not in away))
    tail = array("q", (one for one in ids[before:] if one not in away))
    return head + block + tail


def keeps_numbers(reader: Reader, wanted: array[int]) -> bool:
    """Tell whether every sequence there is has the same number in this order."""
    now = reader.order.ids
    return reader.numbering == "position" and wanted[: len(now)] == now


# -- what is said of numbers ---------------------------------------------------------------------


def planned(reader: Reader, wanted: array[int], job: Job, *, skipped: Collection[int] = ()) -> Plan:
    """Return the texts that would name other sequences; raises CancelledError.

    `skipped`: ids that stay but name nothing any more.
    """
    if keeps_numbers(reader, wanted) and not skipped:
        return Plan()
    new_number = _numbers(reader, wanted, frozenset(skipped))
    places = list(_in_titles(reader.header, new_number))
    said: dict[int, list[int]] = defaultdict(list)
    for sequence_id, mention in read_mentions(reader.connection, MentionKind.NUMBER):
        said[sequence_id].append(int(mention.number))
    present = frozenset(wanted) - frozenset(skipped)
    all_read = len(said) <= _MOST_READ
    for done, (sequence_id, numbers) in enumerate(said.items()):
        if done % 200 == 0:
            job.report(done, len(said), LOOKING)
        if sequence_id not in present:
            continue
        if all_read or len(numbers) > 1 or new_number(numbers[0]) != numbers[0]:
            places += _in_sequence(sequence_id, reader.sequence(sequence_id), new_number)
    places += _beside(reader, present, new_number)
    return Plan(tuple(sorted(places, key=lambda one: _position(reader, one))))


def _position(reader: Reader, place: Place) -> int:
    return reader.order.position(place.sequence) if place.sequence in reader.order else 0


def _numbers(reader: Reader, wanted: array[int], skipped: frozenset[int]) -> NewNumber:
    after = Order(wanted)
    # Skipping alone leaves even numbers as received; all else numbers by place.
    stays = bool(skipped) and wanted == reader.order.ids
    known: dict[int, int | None] = {}

    def new_number(old: int) -> int | None:
        if old not in known:
            found = reader.id_of_number(str(old))
            if found is None:
                # It names nothing now, and nothing is guessed of it.
                known[old] = old
            elif found in skipped or found not in after:
                known[old] = None
            else:
                known[old] = old if stays else after.position(found)
        return known[old]

    return new_number


def _in_titles(header: GeneralInformation, new_number: NewNumber) -> Iterator[Place]:
    for index, title in enumerate(header.titles):
        result = adjusted(title.text or "", new_number)
        if result.changed or result.lost:
            yield Place(0, index, TITLE, "", title.text or "", result)


def _in_sequence(sequence_id: int, sequence: Sequence, new_number: NewNumber) -> Iterator[Place]:
    # The same qualifiers as those that mentions are taken from.
    for qualifier in (q for f in sequence.features for q in f.qualifiers):
        if qualifier.name in ("protein_id", "translation", "organism", "replace", "PCR_primers"):
            continue
        for field in (VALUE, NON_ENGLISH):
            text = getattr(qualifier, field)
            if text:
                result = adjusted(text, new_number)
                if result.changed or result.lost:
                    yield Place(sequence_id, qualifier.ref, field, qualifier.name, text, result)


def _beside(reader: Reader, present: frozenset[int], new_number: NewNumber) -> Iterator[Place]:
    found = reader.connection.execute(
        "SELECT sequence_id, qualifier_ref, language, text FROM free_text"
    )
    for sequence_id, ref, language, text in found:
        if sequence_id == 0 or sequence_id in present:
            result = adjusted(text, new_number)
            if result.changed or result.lost:
                yield Place(sequence_id, ref, language, "", text, result)


# -- writing -------------------------------------------------------------------------------------


def adjust(copy: WorkingCopy, plan: Plan, job: Job | None = None) -> None:
    """Write the adjusted texts, inside the step that changes the numbers.

    A text that is not as planned any more stays as it is. Raises CancelledError.
    """
    by_sequence: dict[int, list[Place]] = defaultdict(list)
    for place in plan.places:
        if place.result.changed:
            by_sequence[place.sequence].append(place)
    for done, (sequence_id, places) in enumerate(by_sequence.items()):
        if job is not None and done % 200 == 0:
            job.report(done, len(by_sequence))
        in_values = [one for one in places if one.field in (VALUE, NON_ENGLISH)]
        if in_values and sequence_id in copy.order:
            sequence = copy.sequence(sequence_id)
            copy.write_sequence(sequence_id, _with_texts(sequence, in_values))
        titles = [one for one in places if one.field == TITLE]
        if titles:
            copy.write_header(_with_titles(copy.header, titles))
        for one in places:
            if one.field not in (VALUE, NON_ENGLISH, TITLE):
                copy.connection.execute(
                    "UPDATE free_text SET text = ? WHERE sequence_id = ? AND qualifier_ref = ?"
                    " AND language = ? AND text = ?",
                    (one.result.text, sequence_id, one.ref, one.field, one.old),
                )


def _with_texts(sequence: Sequence, places: list[Place]) -> Sequence:
    wanted = {(one.ref, one.field): one for one in places}

    def text(qualifier: Qualifier, field: str, old: str | None) -> str | None:
        place = wanted.get((qualifier.ref, field))
        return place.result.text if place is not None and place.old == old else old

    def qualifier(one: Qualifier) -> Qualifier:
        return replace(
            one,
            value=text(one, VALUE, one.value),
            non_english=text(one, NON_ENGLISH, one.non_english),
        )

    features = tuple(
        replace(f, qualifiers=tuple(map(qualifier, f.qualifiers))) for f in sequence.features
    )
    return kept(sequence, replace(sequence, features=features))


def _with_titles(header: GeneralInformation, places: list[Place]) -> GeneralInformation:
    titles = list(header.titles)
    for one in places:
        if one.ref < len(titles) and titles[one.ref].text == one.old:
            titles[one.ref] = replace(titles[one.ref], text=one.result.text)
    return replace(header, titles=tuple(titles))
