"""Whatever is edited, translations and proteins are what their CDS code for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from Bio.Data import CodonTable
from Bio.Seq import Seq
from hypothesis import example, given, settings
from hypothesis import strategies as st

from seqeditor.app.document import Document
from seqeditor.app.opening import close_document, new_document
from seqeditor.domain.edits.residues import replace_residues
from seqeditor.domain.location import parse
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from tests.app.test_following import linked, residues, value
from tests.listings import dna, protein


@contextmanager
def _document(*sequences: Sequence) -> Iterator[Document]:
    document = new_document()
    try:
        document.insert_sequences("Fill", 1, sequences)
        yield document
    finally:
        close_document(document, keep=False)


def _fresh(sequence: Sequence, table: int) -> str | None:
    """What Biopython says a CDS codes for, None where it can be no translation."""
    cds = sequence.features[1]
    letters = sequence.residues.text()
    pieces = [
        Seq(letters[a - 1 : b]) if strand > 0 else Seq(letters[a - 1 : b]).reverse_complement()
        for a, b, strand in parse(cds.location, "DNA").spans()
    ]
    bases = sum(pieces[1:], pieces[0])[int(cds.value("codon_start") or "1") - 1 :]
    if len(bases) % 3 or not bases:
        return None
    found = str(bases.translate(table=table))
    starts = CodonTable.unambiguous_dna_by_id[table].start_codons
    if str(bases[:3]).upper() in starts and cds.value("codon_start") in (None, "1"):
        found = "M" + found[1:]
    found = found.removesuffix("*")
    return found if found and "*" not in found else None


def _bytes(document: Document) -> list[tuple[bytes, str, dict[int, str]]]:
    """What is stored of all sequences, as it would be written."""
    with document.copy.snapshot():
        return [
            (one.annotations, one.residues.text(), one.link_values)
            for one in document.copy.export()
        ]


_letters = st.text("acgt", max_size=4)
_edits = st.lists(
    st.tuples(st.integers(1, 60), st.integers(0, 6), _letters), min_size=1, max_size=6
)


@given(
    st.sampled_from(
        ["4..21", "complement(4..21)", "join(4..9,13..24)", "complement(join(1..6,10..15))"]
    ),
    st.sampled_from([1, 2, 4, 11]),
    st.text("acgt", min_size=30, max_size=45),
    _edits,
)
@settings(max_examples=120, deadline=None)
@example("complement(4..21)", 1, "a" * 30, [(4, 1, "ca"), (5, 1, "")])
def test_after_any_edits_the_translation_is_what_the_region_codes_for(
    location: str, table: int, letters: str, edits: list[tuple[int, int, str]]
) -> None:
    one = dna(letters)
    quals = (Qualifier("transl_table", str(table)), Qualifier("protein_id", "2"))
    one = replace(one, features=(*one.features, Feature("CDS", location, quals)))
    first = _fresh(one, table)
    if first is None or len(first) < 4:
        return
    cds = replace(one.features[1], qualifiers=(Qualifier("translation", first), *quals))
    one = replace(one, features=(one.features[0], cds))
    with _document(one, protein(first)) as document:
        before, steps, last = _bytes(document), 0, first
        for start, removed, inserted in edits:
            sequence = document.sequence(document.order.id_at(1))
            if len(sequence.features) < 2:
                break
            start = min(start, sequence.length)
            removed = min(removed, sequence.length + 1 - start)
            if removed - len(inserted) >= sequence.length:
                break
            work = partial(replace_residues, start=start, removed=removed, inserted=inserted)
            done = document.apply("Edit", [document.order.id_at(1)], work)
            steps += bool(done.sequence_ids)
            sequence = document.sequence(document.order.id_at(1))
            wanted = _fresh(sequence, table) if len(sequence.features) > 1 else None
            if wanted is not None:
                assert value(document) == wanted
                if len(wanted) >= 4:
                    assert residues(document) == wanted
                last = wanted
            elif len(sequence.features) > 1:
                assert value(document) == last
        after = _bytes(document)
        for _ in range(steps):
            document.undo()
        assert _bytes(document) == before
        for _ in range(steps):
            document.redo()
        assert _bytes(document) == after


@given(st.lists(st.tuples(st.integers(0, 1), st.integers(1, 40), st.integers(0, 6), _letters)))
@settings(max_examples=80, deadline=None)
def test_two_regions_of_one_protein_and_their_protein_never_part_silently(
    edits: list[tuple[int, int, int, str]],
) -> None:
    with _document(linked("3"), linked("3"), protein()) as document:
        together = True
        for which, start, removed, inserted in edits[:8]:
            one = document.order.id_at(which + 1)
            sequence = document.sequence(one)
            start = min(start, sequence.length)
            removed = min(removed, sequence.length + 1 - start)
            if removed - len(inserted) >= sequence.length:
                continue
            work = partial(replace_residues, start=start, removed=removed, inserted=inserted)
            change = document.apply("Edit", [one], work)
            given = {
                feature.value("translation")
                for i in document.order.ids[:2]
                for feature in document.sequence(i).features
                if feature.key == "CDS"
            }
            before, together = together, given <= {residues(document, 3)}
            assert together or change.told or not before
