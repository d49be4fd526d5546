from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from seqeditor.app import finding_text
from seqeditor.app.document import Document
from seqeditor.app.expressions import Pattern, PatternError
from seqeditor.app.finding_text import (
    Found,
    ReplacementError,
    Search,
    Where,
    becomes,
    find_text,
    replace_hits,
)
from seqeditor.app.jobs import CancelledError, Job
from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.edits.sequence import new_sequence, set_name, set_note
from seqeditor.domain.sequence import Qualifier, Sequence, skipped_sequence

Begin = Callable[..., Document]
EVERYWHERE = frozenset(Where)


def dna(note: str, name: str = "", letters: str = "acgtacgtacgt") -> Sequence:
    made = new_sequence("DNA", letters, organism="Homo sapiens", mol_type="other DNA")
    quals = [Qualifier("note", note), Qualifier("gene", "abcD")]
    return set_name(add_feature(made, "CDS", "1..6", quals), name)


def find(document: Document, search: Search, ids: Iterable[int] | None = None) -> Found:
    return find_text(document.copy, document.order.ids if ids is None else ids, search, Job())


def plain(text: str, where: frozenset[Where] = EVERYWHERE, **wanted: bool) -> Search:
    return Search(Pattern(text, **wanted), where)


def notes(document: Document) -> list[str | None]:
    return [
        document.sequence(i).features[1].value("note")
        for i in document.order.ids
        if len(document.sequence(i).features) > 1
    ]


def test_text_is_found_in_every_place(begin: Begin) -> None:
    document = begin(dna("see Acg <here>", "acg one"), skipped_sequence(), dna("no"))
    document.apply("Note", [document.order.ids[2]], lambda s: set_note(s, "ACG?"))
    first, _second, third = document.order.ids
    found = find(document, plain("acg"))
    places = [(hit.sequence_id, hit.path, hit.match) for hit in found.hits]
    assert places == [
        (first, ("name",), "acg"),
        (first, ("features", 1, "qualifiers", 0, "value"), "Acg"),
        (first, ("residues", 1), "acg"),
        (first, ("residues", 5), "acg"),
        (first, ("residues", 9), "acg"),
        (third, ("note",), "ACG"),
        (third, ("residues", 1), "acg"),
        (third, ("residues", 5), "acg"),
        (third, ("residues", 9), "acg"),
    ]
    hit = found.hits[1]
    assert (hit.before, hit.after, hit.what) == ("see ", " <here>", "CDS note")
    assert find(document, plain("<HERE>")).hits[0].match == "<here>"
    assert not find(document, plain("acg", match_case=True), [third]).hits[:0]


def test_only_chosen_qualifiers_and_the_header_are_searched(begin: Begin) -> None:
    document = begin(dna("abcd"), dna("abcd"))
    in_gene = Search(Pattern("abcd"), frozenset({Where.QUALIFIERS}), "CDS", "gene")
    assert [hit.match for hit in find(document, in_gene).hits] == ["abcD", "abcD"]
    document.apply_header("Edit", lambda h: replace(h, file_reference="ABC-7"))
    hits = find(document, plain("abc-", frozenset({Where.HEADER}))).hits
    assert [(hit.sequence_id, hit.path) for hit in hits] == [(0, ("file_reference",))]


def test_all_are_replaced_as_one_step_with_a_count(begin: Begin) -> None:
    document = begin(dna("SEQ 1 and SEQ 2"), dna("SEQ 3"))
    document.apply_header("Edit", lambda h: replace(h, file_reference="SEQ 9"))
    search = Search(
        Pattern(r"SEQ (\d)", is_expression=True), frozenset({Where.QUALIFIERS, Where.HEADER})
    )
    hits = find(document, search).hits
    assert [becomes(search, hit, r"<\1>") for hit in hits] == ["<9>", "<1>", "<2>", "<3>"]
    change, count = replace_hits(document, search, hits, r"<\1>", Job())
    assert count == 4
    assert change.header_changed
    assert notes(document) == ["<1> and <2>", "<3>"]
    assert document.header.file_reference == "<9>"
    step = document.undo_step()
    assert step is not None
    assert (step.label, step.arguments) == ("Replace in {count} places", {"count": 4})
    document.undo()
    assert notes(document) == ["SEQ 1 and SEQ 2", "SEQ 3"]


def test_one_is_replaced_and_what_has_changed_meanwhile_is_passed_over(begin: Begin) -> None:
    document = begin(dna("a cat, a cat"), dna("cat"))
    search = plain("cat", frozenset({Where.QUALIFIERS}))
    hits = find(document, search).hits
    assert replace_hits(document, search, [hits[1]], "dog", Job())[1] == 1
    assert notes(document)[0] == "a cat, a dog"
    assert replace_hits(document, search, hits[1:2], "dog", Job())[1] == 0
    document.remove_sequences("Delete", [document.order.ids[1]])
    assert replace_hits(document, search, hits, "hen", Job())[1] == 1
    assert notes(document) == ["a hen, a dog"]


def test_features_follow_replaced_residues(begin: Begin) -> None:
    document = begin(dna("x", letters="ttacgttttacg"))
    search = plain("ACG", frozenset({Where.RESIDUES}))
    hits = find(document, search).hits
    assert [hit.path for hit in hits] == [("residues", 3), ("residues", 10)]
    replace_hits(document, search, hits, "UUUUU", Job())
    made = document.sequence(document.order.ids[0])
    assert made.residues.text() == "ttttttttttttttt" + "t"
    assert [f.location for f in made.features] == ["1..16", "1..8"]


@pytest.mark.parametrize(
    ("where", "template"), [(Where.QUALIFIERS, "a\x02"), (Where.RESIDUES, "ac?")]
)
def test_what_cannot_stand_there_is_refused_and_nothing_changes(
    begin: Begin, where: Where, template: str
) -> None:
    document = begin(dna("acg"))
    before, step = document.sequence(document.order.ids[0]), document.undo_step()
    search = plain("acg", frozenset({where}))
    with pytest.raises(ReplacementError) as refused:
        replace_hits(document, search, find(document, search).hits, template, Job())
    assert refused.value.message.format(**refused.value.parameters)
    assert document.sequence(document.order.ids[0]) == before
    assert document.undo_step() == step


def test_a_replacement_that_names_no_group_is_refused(begin: Begin) -> None:
    document = begin(dna("acg"))
    search = Search(Pattern("a", is_expression=True), EVERYWHERE)
    with pytest.raises(PatternError):
        replace_hits(document, search, find(document, search).hits, r"\1", Job())


def test_a_search_is_stopped(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    document = begin(dna("a"), dna("b"))
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        find_text(document.copy, document.order.ids, plain("a"), job)
    monkeypatch.setattr(finding_text, "MOST", 3)
    found = find(document, plain("a"))
    assert found.is_cut
    assert len(found.hits) == 3


def test_values_that_take_too_long_are_counted(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = begin(dna("a" * 80 + "c"))
    pattern = Pattern("(a|aa)+$", is_expression=True)
    find_one = pattern.find
    monkeypatch.setattr(pattern, "find", lambda text, _seconds=0: find_one(text, 0.02))
    found = find(document, Search(pattern, frozenset({Where.QUALIFIERS})))
    assert found.slow == 1
    assert all(hit.what != "CDS note" for hit in found.hits)


def test_small_and_capital_letters_beyond_english_ones_are_the_same(begin: Begin) -> None:
    document = begin(dna("ÉCOLI"), dna("plain"), dna("K\N{KELVIN SIGN}"), dna("a & b"))
    order, places = document.order, frozenset({Where.QUALIFIERS})

    def positions(text: str) -> list[int]:
        return [order.position(hit.sequence_id) for hit in find(document, plain(text, places)).hits]

    assert positions("écoli") == [1]
    assert positions("ECOLI") == []
    assert positions("kk") == [3]
    assert positions("A & B") == [4]


def test_long_residues_are_searched_across_their_blocks(begin: Begin) -> None:
    letters = "a" * 65_534 + "ccgg" + "a" * 10
    document = begin(dna("x", letters=letters), dna("x", letters="ccg"), dna("x", letters="aca"))
    hits = find(document, plain("ccg", frozenset({Where.RESIDUES}))).hits
    assert [hit.path for hit in hits] == [("residues", 65_535), ("residues", 1)]
