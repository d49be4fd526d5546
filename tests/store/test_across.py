"""The rules over the whole listing find the same in memory, in a working copy and in a stream."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.mention import MentionKind
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence, skipped_sequence
from seqeditor.rules.finding import Finding, Scope
from seqeditor.rules.mentions import mentions
from seqeditor.rules.registry import all_rules
from seqeditor.store import bulk
from seqeditor.store.across import mention_rows
from seqeditor.store.project import open_project, save_project
from seqeditor.store.streamed import StreamedListing, columns_of
from seqeditor.store.workingcopy import WorkingCopy
from tests.rules.cases import Case, all_cases, engine_of, listing
from tests.rules.memory import MemoryListing
from tests.store.rows import dna, images, rows

CASES = [
    case
    for case in all_cases()
    if case.kind != "fixed"
    and case.rule.startswith(("tr-", "x-"))
    and all_rules()[case.rule].scope is Scope.LISTING
    and case.name != "many"
]


def found(findings: Iterator[Finding]) -> list[str]:
    """Return findings for comparing; equal ones may come in another order."""
    return sorted(map(repr, findings))


def received(whole: MemoryListing) -> list[tuple[str | None, Sequence]]:
    return [(entry.number, entry.sequence) for entry in whole.entries]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_as_in_memory(case: Case, copy: WorkingCopy) -> None:
    whole, engine = listing(case.body), engine_of(case)
    expected = found(engine.listing(whole))
    list(bulk.fill(copy, received(whole)))
    bulk.finish(copy, whole.header, numbering="written")
    assert found(engine.listing(copy)) == expected
    streamed = StreamedListing(copy.sequences_of)
    streamed.header = whole.header
    streamed.add(
        columns_of(one, position, number or "", with_letters=True)
        for position, (number, one) in enumerate(received(whole), 1)
    )
    assert found(engine.listing(streamed)) == expected
    streamed.close()


def told(copy: WorkingCopy) -> list[tuple[object, ...]]:
    """Return what the table holds."""
    return copy.connection.execute("SELECT * FROM mention ORDER BY sequence_id, n").fetchall()


def expected(copy: WorkingCopy) -> list[tuple[object, ...]]:
    """Return what it should hold, from the sequences as they are."""
    made: list[tuple[object, ...]] = []
    for sequence_id in sorted(copy.order.ids):
        # As written, not as shown: the number of a protein_id is that of its link.
        made += mention_rows(sequence_id, mentions(copy.sequence(sequence_id)))
    return made


def without_numbers(found: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return [(*row[:7], *row[8:]) for row in found]


def test_a_protein_id_means_the_sequence_it_is_linked_to(copy: WorkingCopy) -> None:
    with copy.step("fill"):
        ids = copy.insert_sequences(1, [dna(protein="3"), dna("cc"), dna("ggg")])
    with copy.step("move"):
        copy.move_sequences([ids[2]], 1)
    (one,) = copy.mentions(MentionKind.PROTEIN)
    assert (one.sequence, one.target, one.mention.number) == (ids[0], ids[2], "1")
    with copy.step("remove"):
        copy.remove_sequences([ids[2]])
    (one,) = copy.mentions(MentionKind.PROTEIN)
    assert (one.target, one.mention.number) == (None, "")


def test_a_number_without_a_link_means_what_has_it_now(copy: WorkingCopy) -> None:
    with copy.step("fill"):
        copy.insert_sequences(1, [dna(protein="2")])
    (one,) = copy.mentions(MentionKind.PROTEIN)
    assert (one.target, one.mention.number) == (None, "2")
    with copy.step("fill"):
        (later,) = copy.insert_sequences(2, [dna("ggg")])
    (one,) = copy.mentions(MentionKind.PROTEIN)
    assert one.target == later


def test_mentions_go_with_their_sequence_and_come_back(copy: WorkingCopy) -> None:
    with copy.step("fill"):
        ids = copy.insert_sequences(1, [dna(protein="2"), dna("ggg")])
    before = told(copy)
    with copy.step("remove"):
        copy.remove_sequences(ids)
    assert told(copy) == []
    copy.undo()
    assert told(copy) == before


def test_what_stays_the_same_is_not_written_again(copy: WorkingCopy) -> None:
    with copy.step("fill"):
        (one,) = copy.insert_sequences(1, [dna("acgtacgta", protein="2")])
    before = images(copy)
    old = copy.sequence(one)
    note = Feature("gene", "1..3", (Qualifier("note", "x"),))
    with copy.step("edit"):
        copy.write_sequence(one, Sequence(residues=old.residues, features=(*old.features, note)))
    assert images(copy) == before + 1  # the row of the sequence


def test_mentions_travel_with_a_project(copy: WorkingCopy, tmp_path: Path) -> None:
    with copy.step("fill"):
        copy.insert_sequences(1, [dna(protein="2"), dna("ggg")])
    save_project(copy, tmp_path / "a.seqproj")
    again = open_project(tmp_path / "a.seqproj", tmp_path / "again")
    assert told(again) == told(copy)
    again.close()


TEXTS = ["x", "see SEQ ID NO: 2", "insertion of acgtacgtacgg", "SEQ ID NOs: 1-3"]
values = st.builds(Qualifier, st.just("note"), st.sampled_from(TEXTS))
regions = st.builds(
    Qualifier,
    st.sampled_from(["translation", "protein_id", "pseudo"]),
    st.sampled_from(["MKVL", "MK", "2", "1"]),
)
features = st.builds(
    Feature,
    st.sampled_from(["CDS", "gene"]),
    st.sampled_from(["1..9", "complement(1..9)", "1-9"]),
    st.lists(st.one_of(values, regions), max_size=3).map(tuple),
)
sequences = st.one_of(
    st.builds(
        Sequence,
        st.sampled_from(["DNA", "AA"]),
        st.text("acgtMKVL", max_size=20).map(TextResidues),
        st.lists(features, max_size=3).map(tuple),
    ),
    st.builds(skipped_sequence),
)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_the_columns_follow_every_edit_and_every_undo(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    copy = WorkingCopy.create(tmp_path_factory.mktemp("copy"))
    with copy.step("fill"):
        copy.insert_sequences(1, data.draw(st.lists(sequences, min_size=1, max_size=3)))
    states = [rows(copy)]
    for _ in range(data.draw(st.integers(1, 4))):
        with copy.step("edit"):
            one = data.draw(st.sampled_from(list(copy.order.ids)))
            copy.write_sequence(one, data.draw(sequences))
        assert without_numbers(told(copy)) == without_numbers(expected(copy))
        states.append(rows(copy))
    while copy.undo() is not None:
        assert without_numbers(told(copy)) == without_numbers(expected(copy))
    while copy.redo() is not None:
        pass
    assert rows(copy) == states[-1]
    copy.close()
