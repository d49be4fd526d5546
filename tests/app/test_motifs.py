from __future__ import annotations

from collections.abc import Callable

import pytest

from seqeditor.app import motifs
from seqeditor.app.document import Document
from seqeditor.app.jobs import CancelledError, Job
from seqeditor.app.motifs import Kind, MotifHit, Wish, add_features, find_motif, location_of
from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.motif import MotifError
from seqeditor.domain.sequence import Qualifier, Sequence, skipped_sequence

Begin = Callable[..., Document]


def dna(letters: str) -> Sequence:
    return new_sequence("DNA", letters, organism="Homo sapiens", mol_type="other DNA")


def protein(letters: str) -> Sequence:
    return new_sequence("AA", letters, organism="Homo sapiens", mol_type="protein")


def hits(document: Document, wish: Wish) -> list[MotifHit]:
    return find_motif(document.copy, document.order.ids, wish, Job()).hits


def places(document: Document, wish: Wish) -> list[tuple[int, str, str]]:
    order = document.order
    return [(order.position(h.sequence_id), h.location, h.match) for h in hits(document, wish)]


def test_a_fragment_is_found_in_both_strands(begin: Begin) -> None:
    document = begin(dna("ttgaccttt"), protein("GACC"), skipped_sequence(), dna("aaaggtcaa"))
    assert places(document, Wish("GACC")) == [
        (1, "3..6", "gacc"),
        (4, "complement(4..7)", "gacc"),
    ]
    assert places(document, Wish("gacc", both_strands=False)) == [(1, "3..6", "gacc")]
    assert [h.strand for h in hits(document, Wish("gamc"))] == [1, -1]


def test_what_reads_alike_on_both_strands_is_told_once(begin: Begin) -> None:
    document = begin(dna("aagaattctt"))
    assert [(h.start, h.end, h.strand) for h in hits(document, Wish("gaattc"))] == [(3, 8, 0)]


def test_a_circle_is_closed_on_request(begin: Begin) -> None:
    document = begin(dna("ttcaaaagaa"))
    wish = Wish("gaattc", circular=True)
    assert places(document, wish) == [(1, "join(8..10,1..3)", "gaattc")]
    assert places(document, Wish("gaattc")) == []
    hit = hits(document, wish)[0]
    assert (hit.start, hit.end, hit.length) == (8, 3, 1)


def test_amino_acids_are_found_in_proteins_and_in_all_frames(begin: Begin) -> None:
    document = begin(protein("AAMKSAA"), dna("c" + "atgaaatct" + "cc"), dna("agatttcat"))
    assert places(document, Wish("MK[ST]", Kind.AMINO_ACIDS)) == [(1, "3..5", "MKS")]
    found = hits(document, Wish("MK[ST]", Kind.SIX_FRAMES))
    assert [(h.location, h.match, h.strand, h.frame) for h in found] == [
        ("2..10", "MKS", 1, 2),
        ("complement(1..9)", "MKS", -1, 1),
    ]
    one_strand = Wish("MKX", Kind.SIX_FRAMES, both_strands=False)
    assert places(document, one_strand) == [(2, "2..10", "MKS")]


def test_only_what_coding_regions_code_for_is_searched_on_request(begin: Begin) -> None:
    spliced = add_feature(dna("atgaaaggggtcttaa"), "CDS", "join(1..6,11..16)")
    quals = [Qualifier("codon_start", "1")]
    behind = add_feature(dna("ttagatttcat"), "CDS", "complement(1..11)", quals)
    wrong = add_feature(dna("atgaaatct"), "CDS", "1..99")
    document = begin(spliced, behind, wrong, dna("atgaaatct"))
    assert places(document, Wish("MK", Kind.CODING)) == [
        (1, "1..6", "MK"),
        (2, "complement(6..11)", "MK"),
    ]
    assert places(document, Wish("KS", Kind.CODING)) == [
        (1, "join(4..6,11..13)", "KS"),
        (2, "complement(3..8)", "KS"),
    ]


def test_a_location_is_built_of_stretches() -> None:
    assert location_of([(5, 5)], 1) == "5"
    assert location_of([(1, 3), (7, 9)], -1) == "complement(join(1..3,7..9))"


def test_hits_become_features_as_one_step(begin: Begin) -> None:
    document = begin(dna("ttgaccttgacc"), protein("MGACC"), dna("gacc"))
    found = hits(document, Wish("gacc")) + hits(document, Wish("ACC", Kind.AMINO_ACIDS))
    add_features(document, found, {"DNA": "protein_bind"}, "box", Job())
    made = [[f.location for f in document.sequence(i).features[1:]] for i in document.order.ids]
    assert made == [["3..6", "9..12"], [], ["1..4"]]
    feature = document.sequence(document.order.ids[0]).features[1]
    assert [(q.name, q.value) for q in feature.qualifiers] == [
        ("note", "box"),
        ("bound_moiety", ""),
    ]
    document.undo()
    assert all(len(document.sequence(i).features) == 1 for i in document.order.ids)


def test_a_search_is_stopped_or_ends_when_there_is_too_much(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = begin(dna("a" * 50))
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        find_motif(document.copy, document.order.ids, Wish("a"), job)
    with pytest.raises(MotifError):
        hits(document, Wish("a1"))
    monkeypatch.setattr(motifs, "MOST", 7)
    found = find_motif(document.copy, document.order.ids, Wish("a"), Job())
    assert (len(found.hits), found.is_cut, found.sequences) == (7, True, 1)
