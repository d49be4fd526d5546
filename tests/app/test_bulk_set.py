from __future__ import annotations

from collections.abc import Callable

import pytest

from seqeditor.app.bulk_set import (
    RefusedError,
    What,
    Wish,
    apply_wish,
    carried_out,
    preview,
)
from seqeditor.app.document import Document
from seqeditor.app.jobs import CancelledError, Job
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.sequence import Feature, Qualifier, Sequence, skipped_sequence

Begin = Callable[..., Document]

ORGANISM = Wish(What.QUALIFIER, name="organism", value="Mus musculus")


def dna(organism: str = "", letters: str = "acgtacgtacgt") -> Sequence:
    return new_sequence("DNA", letters, organism=organism, mol_type="other DNA")


def protein() -> Sequence:
    return new_sequence("AA", "MKV", organism="Homo sapiens", mol_type="protein")


def test_a_preview_counts_and_one_step_changes_all(begin: Begin) -> None:
    document = begin(dna(), dna("Mus musculus"), skipped_sequence(), dna("Homo sapiens"))
    ids = list(document.order.ids)
    found = preview(document.copy, ids, ORGANISM, Job())
    assert list(found.changed) == [ids[0], ids[3]]
    assert found.unchanged == 1
    assert dict(found.refused) == {"It is intentionally skipped.": 1}
    assert [(row.old, row.new) for row in found.rows] == [
        ("", "Mus musculus"),
        ("", ""),
        ("Homo sapiens", "Mus musculus"),
    ]
    apply_wish(document, found.changed, ORGANISM, Job())
    assert [row.organism for row in document.rows_of(ids)] == [
        "Mus musculus",
        "Mus musculus",
        "",
        "Mus musculus",
    ]
    step = document.undo_step()
    assert step is not None
    assert (step.label, step.arguments) == ("{count} sequences changed", {"count": 2})
    document.undo()
    assert [row.organism for row in document.rows_of(ids)] == [
        "",
        "Mus musculus",
        "",
        "Homo sapiens",
    ]


def test_stopping_leaves_everything_as_it_was(begin: Begin) -> None:
    document = begin(dna(), dna())
    step = document.undo_step()
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        preview(document.copy, document.order.ids, ORGANISM, job)
    with pytest.raises(CancelledError):
        apply_wish(document, document.order.ids, ORGANISM, job)
    assert document.undo_step() == step


@pytest.mark.parametrize(
    ("wish", "sequence", "why"),
    [
        (ORGANISM, skipped_sequence(), "It is intentionally skipped."),
        (Wish(What.QUALIFIER, name="mol_type", value="protein"), dna(), "“{value}” is no mol_type"),
        (Wish(What.QUALIFIER, "CDS", "note", "x"), dna(), "It has no feature {key}."),
        (Wish(What.QUALIFIER, "source", "codon_start", "1"), dna(), "{key} has no qualifier"),
        (Wish(What.QUALIFIER, name="note", value="a\x01"), dna(), "The value has a character"),
        (Wish(What.ADD_FEATURE, "CDS"), protein(), "{key} is no feature key"),
        (Wish(What.ADD_FEATURE, "CDS", location="1..99"), dna(), "The location {location} does"),
        (Wish(What.ADD_FEATURE, "CDS", location="1..x"), dna(), "The location {location} cannot"),
        (Wish(What.ADD_FEATURE, "CDS"), dna(letters=""), "It has no residues."),
        (Wish(What.MOLTYPE, moltype="DNA", value=""), protein(), "Between {old} and {new}"),
        (Wish(What.MOLTYPE, moltype="RNA", value="other DNA"), dna(), "“{value}” is no mol_type"),
        (Wish(What.TRANSLATION, name="mol_type", value="x"), dna(), "{name} is not free text"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_reason(
    wish: Wish, sequence: Sequence, why: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        carried_out(wish, sequence)
    assert refused.value.message.startswith(why)
    assert refused.value.message.format(**refused.value.parameters)


def test_features_are_added_over_the_whole_length_and_taken_away(begin: Begin) -> None:
    document = begin(dna("a", "acgt" * 5), dna("b", "acgt" * 3))
    ids = document.order.ids
    wish = Wish(What.ADD_FEATURE, "primer_bind", "note", "forward")
    apply_wish(document, ids, wish, Job())
    assert [document.sequence(i).features[1] for i in ids] == [
        Feature("primer_bind", "1..20", (Qualifier("note", "forward"),)),
        Feature("primer_bind", "1..12", (Qualifier("note", "forward"),)),
    ]
    assert preview(document.copy, ids, wish, Job()).unchanged == 2
    apply_wish(document, ids, Wish(What.REMOVE_QUALIFIER, "primer_bind", "note"), Job())
    assert document.sequence(ids[0]).features[1].qualifiers == ()
    apply_wish(document, ids, Wish(What.REMOVE_FEATURE, "primer_bind"), Job())
    assert [len(document.sequence(i).features) for i in ids] == [1, 1]


def test_the_molecule_type_goes_with_a_fitting_mol_type() -> None:
    wish = Wish(What.MOLTYPE, moltype="RNA", value="other RNA")
    made = carried_out(wish, dna())
    assert (made.moltype, list(made.features[0].values("mol_type"))) == ("RNA", ["other RNA"])
    emptied = carried_out(Wish(What.MOLTYPE, moltype="RNA"), dna())
    assert list(emptied.features[0].values("mol_type")) == [""]


def test_free_text_gets_its_other_language() -> None:
    wish = Wish(What.TRANSLATION, name="organism", value="マウス")
    made = carried_out(wish, dna("Mus"))
    assert [q.non_english for q in made.features[0].qualifiers] == [None, "マウス"]
