from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from seqeditor.app.document import Document
from seqeditor.app.jobs import CancelledError, Job
from seqeditor.app.proteins import Fate, add_proteins, by_sequence, proteins_wanted
from seqeditor.domain.edits.sequence import set_source_value
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from tests.app.conftest import Begin, content, numbers
from tests.listings import dna, protein


def gene(letters: str = "atgaaagtgctggcgtaa", *more: Qualifier) -> Sequence:
    one = dna(letters)
    return replace(one, features=(*one.features, Feature("CDS", f"1..{len(letters)}", more)))


def wanted(document: Document, ids: list[int] | None = None) -> list[tuple[str, Fate]]:
    return [(w.letters, w.fate) for w in proteins_wanted(document.copy, ids, Job())]


def add(document: Document, job: Job | None = None) -> None:
    chosen = by_sequence(proteins_wanted(document.copy, None, Job()))
    document.write("Add", lambda copy: add_proteins(copy, chosen, job or Job()))


def cds(document: Document, at: int) -> tuple[str | None, str | None]:
    feature = document.sequence(document.order.id_at(at)).features[1]
    return feature.value("translation"), feature.value("protein_id")


def test_each_region_gets_its_protein_at_the_end_in_one_step(begin: Begin) -> None:
    document = begin(
        gene(),
        gene("atgtggtggtggtggtaa"),
        gene(),  # the same protein once more
        gene("atgaaataa"),
        gene("atgtaaaaagtgctgg"),
        protein("MWWWW"),
        gene("atgaaagtgctggcgtaa", Qualifier("pseudo")),
    )
    before = content(document)
    assert wanted(document) == [
        ("MKVLA", Fate.NEW),
        ("MWWWW", Fate.FOUND),
        ("MKVLA", Fate.SAME),
        ("MK", Fate.SHORT),
        ("", Fate.UNREADABLE),
    ]
    assert wanted(document, [document.order.id_at(2)]) == [("MWWWW", Fate.FOUND)]
    add(document)
    assert numbers(document) == [str(n) for n in range(1, 9)]
    new = document.sequence(document.order.id_at(8))
    assert (new.moltype, new.residues.text(), new.organism) == ("AA", "MKVLA", "Homo sapiens")
    assert new.features[0].value("mol_type") == "protein"
    assert [cds(document, at) for at in (1, 2, 3)] == [
        ("MKVLA", "8"),
        ("MWWWW", "6"),
        ("MKVLA", "8"),
    ]
    assert cds(document, 4) == (None, None)
    assert [fate for _letters, fate in wanted(document)] == [Fate.SHORT, Fate.UNREADABLE]
    document.undo()
    assert content(document) == before


def test_another_organism_has_a_protein_of_its_own(begin: Begin) -> None:
    mouse = set_source_value(gene(), "organism", "Mus musculus")
    document = begin(gene(), mouse)
    add(document)
    organisms = [document.sequence(i).organism for i in document.order.ids]
    assert organisms == ["Homo sapiens", "Mus musculus", "Homo sapiens", "Mus musculus"]
    assert [cds(document, 1)[1], cds(document, 2)[1]] == ["3", "4"]


def test_a_new_one_is_made_beside_one_that_is_there_if_wanted(begin: Begin) -> None:
    document = begin(gene(), protein("MKVLA"))
    first = document.order.id_at(1)
    ref = document.sequence(first).features[1].ref
    document.write("Add", lambda copy: add_proteins(copy, {first: {ref}}, Job(), reuse=False))
    assert document.count() == 3
    assert cds(document, 1) == ("MKVLA", "3")


def test_a_translation_typed_by_hand_is_taken_as_it_is(begin: Begin) -> None:
    document = begin(gene("atgaaagtgctggcgtaa", Qualifier("translation", "MKVLAQ")))
    add(document)
    assert document.sequence(document.order.id_at(2)).residues.text() == "MKVLAQ"


def test_a_region_that_names_a_protein_keeps_it(begin: Begin) -> None:
    document = begin(gene("atgaaagtgctggcgtaa", Qualifier("protein_id", "7")))
    assert wanted(document) == []


@pytest.mark.parametrize("reports", [1, 2])
def test_stopping_leaves_everything_as_it_was(
    begin: Begin, reports: int, stop_after: Callable[[int], Job]
) -> None:
    document = begin(gene(), gene("atgtggtggtggtggtaa"))
    before = content(document)
    with pytest.raises(CancelledError):
        add(document, stop_after(reports))
    assert content(document) == before


@pytest.fixture
def stop_after() -> Callable[[int], Job]:
    """Return a job that is stopped at its n-th report."""

    def make(count: int) -> Job:
        heard: list[int] = []

        def listen(job: Job) -> None:
            heard.append(job.done)
            if len(heard) == count:
                job.cancel()

        return Job(listen)

    return make
