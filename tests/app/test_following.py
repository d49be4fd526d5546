from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from seqeditor.app.document import Document
from seqeditor.app.following import FOLLOW, Reason
from seqeditor.app.jobs import CancelledError, Job
from seqeditor.domain.edits.features import add_feature, duplicate_feature, set_location
from seqeditor.domain.edits.qualifiers import set_qualifier_value
from seqeditor.domain.edits.residues import replace_residues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from tests.app.conftest import Begin, content
from tests.listings import dna, protein

GENE = "ccc" + "atgaaagtgctggcgtaa" + "gggttt"
"""M K V L A stop, from 4 to 21."""


def gene(*more: Qualifier, letters: str = GENE, location: str = "4..21") -> Sequence:
    one = dna(letters)
    cds = Feature("CDS", location, (Qualifier("translation", "MKVLA"), *more))
    return replace(one, features=(*one.features, cds))


def linked(number: str = "2") -> Sequence:
    return gene(Qualifier("protein_id", number))


def value(document: Document, name: str = "translation", at: int = 1) -> str | None:
    return document.sequence(document.order.id_at(at)).features[1].value(name)


def residues(document: Document, at: int = 2) -> str:
    return document.sequence(document.order.id_at(at)).residues.text()


def edit(document: Document, start: int, removed: int, inserted: str, at: int = 1) -> list[Reason]:
    work = partial(replace_residues, start=start, removed=removed, inserted=inserted)
    change = document.apply("Edit", [document.order.id_at(at)], work)
    return [one.reason for one in change.told]


def qualify(document: Document, name: str, text: str) -> list[Reason]:
    def work(sequence: Sequence) -> Sequence:
        names = [q.name for q in sequence.features[1].qualifiers]
        return set_qualifier_value(sequence, 1, names.index(name), text)

    change = document.apply("Edit", [document.order.id_at(1)], work)
    return [one.reason for one in change.told]


def test_translation_and_protein_follow_the_residues_in_one_step(begin: Begin) -> None:
    document = begin(linked(), protein())
    before = content(document)
    assert edit(document, 7, 3, "tgg") == []
    assert value(document) == residues(document) == "MWVLA"
    document.undo()
    assert content(document) == before
    document.redo()
    assert value(document) == residues(document) == "MWVLA"


def test_they_follow_location_frame_and_table(begin: Begin) -> None:
    cds = linked()
    more = (Qualifier("codon_start", "1"), Qualifier("transl_table", "1"))
    feature = replace(cds.features[1], qualifiers=(*cds.features[1].qualifiers, *more))
    document = begin(replace(cds, features=(cds.features[0], feature)), protein())
    first = document.order.id_at(1)
    document.apply("Move", [first], lambda s: set_location(s, 1, "7..21"))
    assert value(document) == residues(document) == "KVLA"
    document.apply("Move", [first], lambda s: set_location(s, 1, "4..24"))
    assert value(document) == "KVLA"  # a stop inside
    document.apply("Move", [first], lambda s: set_location(s, 1, "4..21"))
    assert value(document) == residues(document) == "MKVLA"
    assert qualify(document, "transl_table", "3") == []
    assert value(document) == residues(document) == "MKVTA"
    assert qualify(document, "codon_start", "2") == [Reason.FRAME]
    assert value(document) == "MKVTA"
    assert qualify(document, "codon_start", "1") == []


def test_they_follow_transl_except(begin: Begin) -> None:
    document = begin(linked(), protein())
    exception = Qualifier("transl_except", "(pos:10..12,aa:Sec)")

    def work(sequence: Sequence) -> Sequence:
        cds = sequence.features[1]
        new = replace(cds, qualifiers=(*cds.qualifiers, exception))
        return replace(sequence, features=(sequence.features[0], new))

    document.apply("Add", [document.order.id_at(1)], work)
    assert value(document) == residues(document) == "MKULA"


def test_three_letters_typed_one_by_one_are_followed_when_the_frame_is_whole(begin: Begin) -> None:
    document = begin(linked(), protein())
    before = content(document)
    assert edit(document, 7, 0, "t") == [Reason.FRAME]
    assert (value(document), residues(document)) == ("MKVLA", "MKVLA")
    assert edit(document, 8, 0, "g") == [Reason.FRAME]
    assert edit(document, 9, 0, "g") == []
    assert value(document) == residues(document) == "MWKVLA"
    for _ in range(3):
        document.undo()
    assert content(document) == before
    assert edit(document, 9, 1, "c") == []
    assert value(document) == residues(document) == "MNVLA"


def test_a_base_too_many_is_remembered_though_the_letters_stay_the_same(begin: Begin) -> None:
    one = dna("a" * 30)
    cds = Feature("CDS", "complement(4..21)", (Qualifier("translation", "FFFFFF"),))
    document = begin(replace(one, features=(*one.features, cds)))
    assert edit(document, 4, 1, "ca") == [Reason.FRAME]
    assert value(document) == "FFFFFF"
    assert edit(document, 5, 1, "") == []
    assert value(document) == "FFFFFL"


def test_a_stop_inside_is_told_and_mended(begin: Begin) -> None:
    document = begin(linked(), protein())
    change = document.apply(
        "Edit",
        [document.order.id_at(1)],
        lambda s: replace_residues(s, 7, 1, "t"),
    )
    (told,) = change.told
    assert (told.reason, told.count, told.location) == (Reason.STOP, 2, "4..21")
    assert edit(document, 8, 1, "c") == []
    assert value(document) == residues(document) == "MSVLA"


def test_what_did_not_agree_before_is_never_rewritten(begin: Begin) -> None:
    wrong = gene(Qualifier("protein_id", "2"))
    cds = wrong.features[1]
    given = (Qualifier("translation", "MKVIA"), cds.qualifiers[1])
    wrong = replace(wrong, features=(wrong.features[0], replace(cds, qualifiers=given)))
    document = begin(wrong, protein("MKVIA"))
    assert edit(document, 8, 1, "g") == [Reason.DIFFERED]
    assert (value(document), residues(document)) == ("MKVIA", "MKVIA")
    assert edit(document, 1, 1, "") == []  # not its business


def test_an_edit_that_brings_what_was_received_into_agreement_is_silent(begin: Begin) -> None:
    document = begin(gene(letters=GENE.replace("aaa", "aac")))
    assert edit(document, 9, 1, "a") == []
    assert value(document) == "MKVLA"


def test_a_protein_that_differed_stays(begin: Begin) -> None:
    document = begin(linked(), protein("MKVLAA"))
    assert edit(document, 7, 3, "tgg") == [Reason.OTHER]
    assert (value(document), residues(document)) == ("MWVLA", "MKVLAA")


def test_a_protein_of_two_regions_waits_for_both(begin: Begin) -> None:
    document = begin(linked("3"), linked("3"), protein())
    assert edit(document, 7, 3, "tgg") == [Reason.SHARED]
    assert (value(document), residues(document, 3)) == ("MWVLA", "MKVLA")
    assert edit(document, 7, 3, "tgg", at=2) == []
    assert residues(document, 3) == "MWVLA"
    document.apply("Both", document.order.ids[:2], lambda s: replace_residues(s, 7, 3, "cat"))
    assert residues(document, 3) == "MHVLA"


def test_a_protein_too_short_to_be_listed_waits(begin: Begin) -> None:
    document = begin(linked(), protein())
    assert edit(document, 7, 6, "") == [Reason.SHORT]
    assert (value(document), residues(document)) == ("MLA", "MKVLA")
    assert edit(document, 7, 0, "tggtgg") == []
    assert (value(document), residues(document)) == ("MWWLA", "MWWLA")


def test_features_of_the_protein_move_and_a_lost_one_is_told(begin: Begin) -> None:
    site = Feature("REGION", "4", (Qualifier("note", "binds"),))
    one = protein()
    document = begin(linked(), replace(one, features=(*one.features, site)))
    assert edit(document, 7, 0, "tggtgg") == []
    found = document.sequence(document.order.id_at(2)).features
    assert [f.location for f in found] == ["1..7", "6"]
    assert edit(document, 19, 3, "") == [Reason.FEATURES]


def test_a_protein_edited_by_itself_is_told(begin: Begin) -> None:
    document = begin(linked(), protein())
    assert edit(document, 2, 1, "W", at=2) == [Reason.PROTEIN]
    assert (value(document), residues(document)) == ("MKVLA", "MWVLA")


def test_nothing_follows_when_it_is_not_wanted(begin: Begin) -> None:
    document = begin(linked(), protein())
    document.follows = False
    assert edit(document, 7, 3, "tgg") == []
    assert (value(document), residues(document)) == ("MKVLA", "MKVLA")


def test_what_writes_the_translation_itself_takes_the_protein_along(begin: Begin) -> None:
    document = begin(linked(), protein())
    document.follows = False
    edit(document, 7, 3, "tgg")
    document.follows = True
    assert qualify(document, "translation", "MWVLA") == []
    assert residues(document) == "MWVLA"
    assert qualify(document, "translation", "MWVLQ") == []
    assert residues(document) == "MWVLA"


def test_pseudogenes_copies_and_lost_regions_are_left_alone(begin: Begin) -> None:
    document = begin(gene(Qualifier("pseudo")))
    assert edit(document, 7, 3, "tgg") == []
    assert value(document) == "MKVLA"
    first = document.order.id_at(1)
    document.apply("Copy", [first], lambda s: duplicate_feature(s, 1))
    document.apply("Add", [first], lambda s: add_feature(s, "CDS", "4..21"))
    assert edit(document, 4, 18, "") == []
    assert [f.key for f in document.sequence(first).features] == ["source"]


def test_a_failing_edit_leaves_everything_as_it_was(begin: Begin) -> None:
    document = begin(linked(), protein(), linked())
    before = content(document)

    def work(sequence_id: int, sequence: Sequence) -> Sequence:
        if sequence_id != document.order.id_at(1):
            raise ValueError
        return replace_residues(sequence, 7, 3, "tgg")

    with pytest.raises(ValueError):
        document.apply_by_id("Edit", [document.order.id_at(1), document.order.id_at(3)], work)
    assert content(document) == before
    assert document.copy.rewriting is None


def test_stopping_while_the_proteins_follow_leaves_everything_as_it_was(begin: Begin) -> None:
    document = begin(linked(), protein())
    before = content(document)

    def listen(job: Job) -> None:
        if job.label == FOLLOW:
            job.cancel()

    work = partial(replace_residues, start=7, removed=3, inserted="tgg")
    with pytest.raises(CancelledError):
        document.apply("Edit", document.order.ids[:1], work, job=Job(listen))
    assert content(document) == before


def test_in_a_long_sequence_only_what_was_touched_is_read_again(begin: Begin) -> None:
    filler = "acgt" * 20_000
    one = dna("ccc" + GENE[3:21] + filler + GENE[3:21])
    quals = (Qualifier("translation", "MKVLA"),)
    end = one.length
    cds = (Feature("CDS", "4..21", quals), Feature("CDS", f"{end - 17}..{end}", quals))
    document = begin(replace(one, features=(*one.features, *cds)))
    assert edit(document, 7, 3, "tgg") == []
    found = document.sequence(document.order.id_at(1)).features
    assert [f.value("translation") for f in found[1:]] == ["MWVLA", "MKVLA"]
    assert edit(document, 50, 10, "a") == []
    assert edit(document, end - 21, 1, "c") == []
    found = document.sequence(document.order.id_at(1)).features
    assert found[2].location == f"{end - 26}..{end - 9}"
    assert [f.value("translation") for f in found[1:]] == ["MWVLA", "MNVLA"]


def test_what_agrees_without_being_the_same_stays_where_nothing_changed(begin: Begin) -> None:
    letters = "ccc" + "gtgaaatgagtgctggcgtaa" + "gggttt"
    one = gene(Qualifier("protein_id", "2"), letters=letters, location="4..24")
    cds = one.features[1]
    given = (Qualifier("translation", "VKUVLA"), cds.qualifiers[1])
    one = replace(one, features=(one.features[0], replace(cds, qualifiers=given)))
    document = begin(one, protein("VKUVLA"))
    assert edit(document, 13, 3, "tgg") == []
    assert value(document) == residues(document) == "VKUWLA"
    assert edit(document, 13, 1, "") == [Reason.FRAME]
    assert edit(document, 13, 0, "c") == []
    assert value(document) == residues(document) == "VKURLA"
    assert edit(document, 10, 3, "") == []
    assert value(document) == residues(document) == "VKRLA"


def test_a_stop_that_waits_is_not_taken_for_agreement(begin: Begin) -> None:
    document = begin(linked(), protein())
    assert edit(document, 7, 1, "t") == [Reason.STOP]
    assert edit(document, 10, 0, "tgg") == [Reason.STOP]
    assert (value(document), residues(document)) == ("MKVLA", "MKVLA")
    assert edit(document, 7, 1, "a") == []
    assert value(document) == residues(document) == "MKWVLA"


def test_undo_into_a_broken_frame_can_be_mended_otherwise(begin: Begin) -> None:
    document = begin(linked(), protein())
    assert edit(document, 7, 0, "t") == [Reason.FRAME]
    document.copy.clock = lambda: 1e12  # much later: a step of its own
    assert edit(document, 8, 0, "gg") == []
    document.undo()
    assert value(document) == "MKVLA"
    assert edit(document, 8, 0, "cc") == []
    assert value(document) == residues(document) == "MSKVLA"
