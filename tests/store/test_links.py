"""protein_id follows the sequence it names, whatever becomes of the numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from seqeditor.domain.sequence import Sequence
from seqeditor.store import bulk
from seqeditor.store.workingcopy import WorkingCopy
from tests.store.rows import dna, protein_of


@pytest.fixture
def gene(copy: WorkingCopy) -> int:
    """The id of the first of three sequences; its protein_id names the third."""
    with copy.step("fill"):
        ids = copy.insert_sequences(1, [dna(protein="3"), dna("cc"), dna("ggg")])
    return ids[0]


def _set(copy: WorkingCopy, sequence_id: int, value: str | None) -> None:
    old = copy.sequence(sequence_id)
    cds = replace(
        old.features[1], qualifiers=(replace(old.features[1].qualifiers[0], value=value),)
    )
    with copy.step("edit"):
        copy.write_sequence(sequence_id, replace(old, features=(old.features[0], cds)))


def test_follows_an_insertion(copy: WorkingCopy, gene: int) -> None:
    with copy.step("insert"):
        copy.insert_sequences(1, [dna(), dna()])
    assert protein_of(copy, gene) == "5"
    copy.undo()
    assert protein_of(copy, gene) == "3"


def test_follows_a_move(copy: WorkingCopy, gene: int) -> None:
    with copy.step("move"):
        copy.move_sequences([copy.order.id_at(3)], 1)
    assert protein_of(copy, gene) == "1"


def test_follows_a_new_order(copy: WorkingCopy, gene: int) -> None:
    with copy.step("sort"):
        copy.reorder(sorted(copy.order.ids, reverse=True))
    assert protein_of(copy, gene) == "1"


def test_follows_a_removal_before_it(copy: WorkingCopy, gene: int) -> None:
    with copy.step("remove"):
        copy.remove_sequences([copy.order.id_at(2)])
    assert protein_of(copy, gene) == "2"


def test_a_removed_protein_shows_nothing_until_undone(copy: WorkingCopy, gene: int) -> None:
    protein = copy.order.id_at(3)
    with copy.step("remove"):
        copy.remove_sequences([protein])
    assert protein_of(copy, gene) == ""
    assert copy.number(protein) == ""
    copy.undo()
    assert protein_of(copy, gene) == "3"


def test_another_edit_keeps_the_link_to_what_is_gone(copy: WorkingCopy, gene: int) -> None:
    with copy.step("remove"):
        copy.remove_sequences([copy.order.id_at(3)])
    with copy.step("edit"):
        copy.write_sequence(gene, replace(copy.sequence(gene), name="gene"))
    assert protein_of(copy, gene) == ""
    copy.undo()
    copy.undo()
    assert protein_of(copy, gene) == "3"
    assert copy.links(gene)


def test_a_new_value_is_a_new_link(copy: WorkingCopy, gene: int) -> None:
    _set(copy, gene, "2")
    with copy.step("insert"):
        copy.insert_sequences(2, [dna()])
    assert protein_of(copy, gene) == "3"


@pytest.mark.parametrize("value", ["", None, "9", "0", "03", "AAA59172.1", " 3", "³", "9" * 30])
def test_a_value_that_names_nothing_stays_text(
    copy: WorkingCopy, gene: int, value: str | None
) -> None:
    _set(copy, gene, value)
    assert copy.links(gene) == {}
    with copy.step("insert"):
        copy.insert_sequences(1, [dna()])
    assert protein_of(copy, gene) == value


def test_a_removed_qualifier_takes_its_link_along(copy: WorkingCopy, gene: int) -> None:
    old = copy.sequence(gene)
    with copy.step("edit"):
        copy.write_sequence(gene, replace(old, features=old.features[:1]))
    assert copy.links(gene) == {}
    copy.undo()
    assert protein_of(copy, gene) == "3"


def test_a_copy_names_what_its_original_names(copy: WorkingCopy, gene: int) -> None:
    with copy.step("paste"):
        (pasted,) = copy.insert_sequences(1, [copy.sequence(gene)])
    assert protein_of(copy, pasted) == "4"
    assert protein_of(copy, gene) == "4"


def test_newcomers_may_name_one_another(copy: WorkingCopy, gene: int) -> None:
    with copy.step("import"):
        first, _second = copy.insert_sequences(4, [dna(protein="5"), dna("gg")])
    assert protein_of(copy, first) == "5"
    with copy.step("remove"):
        copy.remove_sequences([gene])
    assert protein_of(copy, first) == "4"


def _received(copy: WorkingCopy, *items: tuple[str | None, Sequence]) -> list[int]:
    for _done in bulk.fill(copy, items):
        pass
    bulk.finish(copy, replace(copy.header, written_total="3"), numbering="written")
    return list(copy.order.ids)


def test_numbers_as_received(copy: WorkingCopy) -> None:
    a, b, c = _received(copy, ("10", dna(protein="30")), ("20", dna()), ("30", dna()))
    assert [row.number for row in copy.rows()] == ["10", "20", "30"]
    assert [row.number for row in copy.rows_of([c, 999, a])] == ["30", "10"]
    assert [copy.number(i) for i in (a, b, c)] == ["10", "20", "30"]
    assert protein_of(copy, a) == "30"
    assert (copy.id_of_number("20"), copy.id_of_number("2")) == (b, None)


def test_numbers_by_position_from_the_first_edit_that_renumbers(copy: WorkingCopy) -> None:
    a, _b, c = _received(copy, ("10", dna(protein="30")), ("20", dna()), ("30", dna()))
    with copy.step("remove"):
        copy.remove_sequences([_b])
    assert (copy.number(a), copy.number(c), protein_of(copy, a)) == ("1", "2", "2")
    assert copy.header.written_total is None
    assert copy.id_of_number("30") is None
    copy.undo()
    assert (copy.number(c), protein_of(copy, a)) == ("30", "30")
    assert copy.header.written_total == "3"


def test_a_received_number_wins_over_a_position(copy: WorkingCopy) -> None:
    a, b, c = _received(copy, ("2", dna(protein="1")), ("1", dna()), (None, dna()))
    assert protein_of(copy, a) == "1"
    assert copy.links(a) == {copy.sequence(a).features[1].qualifiers[0].ref: b}
    assert (copy.id_of_number("3"), copy.number(c)) == (c, "3")


def test_a_pasted_number_means_the_received_one(copy: WorkingCopy) -> None:
    _a, b, _c = _received(copy, ("2", dna()), ("1", dna()), ("3", dna()))
    with copy.step("paste"):
        (pasted,) = copy.insert_sequences(1, [dna(protein="1")])
    assert protein_of(copy, pasted) == copy.number(b) == "3"


def test_empty_numbers_are_no_target(copy: WorkingCopy) -> None:
    a, *_ = _received(copy, ("1", dna(protein="")), ("", dna()), ("3", dna()))
    assert copy.links(a) == {}
    assert copy.id_of_number("") is None


def test_the_first_of_two_with_one_number_is_meant(copy: WorkingCopy) -> None:
    a, b, _c = _received(copy, ("5", dna(protein="7")), ("7", dna()), ("7", dna()))
    assert set(copy.links(a).values()) == {b}


def test_export_shows_the_numbers_of_the_snapshot(copy: WorkingCopy, gene: int) -> None:
    reader = copy.open_reader()
    try:
        with reader.snapshot():
            assert reader.count_stored() == 3
            with copy.step("insert"):
                copy.insert_sequences(1, [dna()])
            found = list(reader.export())
    finally:
        reader.connection.close()
    assert [one.number for one in found] == ["1", "2", "3"]
    assert list(found[0].link_values.values()) == ["3"]
    assert found[1].residues.text() == "cc"
