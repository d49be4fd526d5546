from __future__ import annotations

import pytest
from Bio.Data import CodonTable
from Bio.Seq import Seq
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.location import faults, parse
from seqeditor.domain.open_reading_frames import (
    FORWARD,
    REVERSE,
    OpenFrame,
    Search,
    Starts,
    open_frames,
)
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.translation import coding_region, translate
from seqeditor.vocabulary.genetic_codes import genetic_code, genetic_codes

STANDARD = genetic_code(1)
assert STANDARD is not None

GENE = "atgaaagtgctggcgtaa"


def found(letters: str, **wanted: object) -> list[OpenFrame]:
    search = Search(STANDARD, **{"minimum": 3, **wanted})  # type: ignore[arg-type]
    return list(open_frames(letters, search))


def locations(letters: str, **wanted: object) -> list[str]:
    return [one.location for one in found(letters, **wanted)]


def test_a_frame_runs_from_start_to_stop_on_either_strand() -> None:
    other = str(Seq(GENE).reverse_complement())
    assert locations(f"cc{GENE}cc") == ["3..20"]
    assert locations(f"cc{other}cc") == ["complement(3..20)"]
    assert locations(f"cc{other}cc", strands=(FORWARD,)) == []
    (one,) = found(f"cc{other}cc", strands=(REVERSE,))
    assert (one.amino_acids, one.start) == (5, 20)
    assert locations(GENE.upper().replace("T", "U")) == ["1..18"]


def test_short_ones_are_left_out() -> None:
    assert locations(GENE, minimum=5) == ["1..18"]
    assert locations(GENE, minimum=6) == []
    assert locations("at") == []


def test_starts_may_be_those_of_the_table_or_any() -> None:
    letters = "tag" + "gcc" + "ctg" + "gcc" * 4 + "taa"
    assert locations(letters) == []
    assert locations(letters, starts=Starts.TABLE, strands=(FORWARD,)) == ["7..24"]
    assert "4..24" in locations(letters, starts=Starts.ANY)


def test_nested_ones_begin_at_every_start() -> None:
    letters = "atggccatggccgccgcctaa"
    assert locations(letters, strands=(FORWARD,)) == ["1..21"]
    assert locations(letters, strands=(FORWARD,), nested=True) == ["1..21", "7..21"]


def test_frames_cut_off_by_the_ends_are_told_as_such() -> None:
    letters = "c" + "gcc" * 5 + "taa" + "c" + "atg" + "gcc" * 4 + "gc"
    assert locations(letters, strands=(FORWARD,)) == []
    frames = found(letters, strands=(FORWARD,), partial=True)
    assert [(f.location, f.codon_start) for f in frames] == [
        ("<1..>37", 1),
        ("<1..19", 2),
        ("<1..>37", 3),
    ]
    backwards = found(str(Seq(letters).reverse_complement()), strands=(REVERSE,), partial=True)
    assert "complement(19..>37)" in [f.location for f in backwards]


def test_a_circle_has_no_ends() -> None:
    letters = GENE[9:] + "cc" + GENE[:9]
    assert locations(letters) == []
    assert locations(letters, circular=True) == ["join(12..20,1..9)"]
    other = str(Seq(letters).reverse_complement())
    assert locations(other, circular=True) == ["complement(join(12..20,1..9))"]
    (one,) = found(other, circular=True)
    assert one.start == 9


def test_a_stop_in_doubt_is_one_where_all_it_stands_for_stop() -> None:
    assert locations("atg" + "gcc" * 4 + "tar") == ["1..18"]
    assert locations("atg" + "gcc" * 4 + "tan" + "taa", strands=(FORWARD,)) == ["1..21"]


def test_the_search_can_be_ended() -> None:
    class Ended(Exception):
        pass

    def check() -> None:
        raise Ended

    with pytest.raises(Ended):
        list(open_frames(GENE, Search(STANDARD), check))


def _slow(letters: str, table: int, minimum: int) -> set[tuple[int, int, int]]:
    """All longest frames from ATG to a stop, codon by codon, by Biopython's tables."""
    stops = {codon.lower() for codon in CodonTable.unambiguous_dna_by_id[table].stop_codons}
    sense = {codon.lower() for codon in CodonTable.unambiguous_dna_by_id[table].forward_table}
    stops -= sense
    every = set()
    for strand, text in ((1, letters), (-1, str(Seq(letters).reverse_complement()))):
        for frame in range(3):
            begin = None
            for at in range(frame, len(text) - 2, 3):
                codon = text[at : at + 3]
                if codon in stops:
                    if begin is not None and (at - begin) // 3 >= minimum:
                        first, last = begin + 1, at + 3
                        if strand < 0:
                            first, last = len(text) - last + 1, len(text) - first + 1
                        every.add((first, last, strand))
                    begin = None
                elif begin is None and codon == "atg":
                    begin = at
    return every


@given(st.text("acgt", max_size=200), st.sampled_from([1, 2, 4, 5, 11]), st.integers(1, 6))
@settings(max_examples=200)
def test_as_counted_codon_by_codon(letters: str, table: int, minimum: int) -> None:
    code = genetic_code(table)
    assert code is not None
    frames = list(open_frames(letters, Search(code, minimum)))
    assert {(*f.pieces[0], f.strand) for f in frames} == _slow(letters, table, minimum)
    assert len(frames) == len({f.location for f in frames})


@given(
    st.text("acgtn", min_size=3, max_size=120),
    st.sampled_from([code.id for code in genetic_codes()]),
    st.sampled_from(list(Starts)),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
@settings(max_examples=200)
def test_every_frame_is_a_location_that_codes_for_what_it_says(
    letters: str, table: int, starts: Starts, nested: bool, partial: bool, circular: bool
) -> None:
    code = genetic_code(table)
    assert code is not None
    search = Search(code, 2, starts, nested=nested, partial=partial, circular=circular)
    for one in open_frames(letters, search):
        location = parse(one.location, "DNA")
        assert not faults(location, "DNA", len(letters))
        region = coding_region(TextResidues(letters), location, one.codon_start)
        protein = translate(region, code)
        assert len(protein.letters) == one.amino_acids
        assert not protein.inner_stops
        assert protein.has_stop is not one.is_open_end
        assert one.bases <= len(letters)


@given(st.text("acgt", min_size=9, max_size=90), st.integers(0, 90), st.sampled_from(list(Starts)))
@settings(max_examples=150)
def test_where_a_circle_is_opened_makes_no_difference(
    letters: str, by: int, starts: Starts
) -> None:
    by %= len(letters)
    turned = letters[by:] + letters[:by]

    def proteins(text: str) -> list[str]:
        frames = open_frames(text, Search(STANDARD, 2, starts, circular=True))
        regions = (coding_region(TextResidues(text), parse(f.location, "DNA")) for f in frames)
        return sorted(region.bases for region in regions)

    assert proteins(letters) == proteins(turned)
