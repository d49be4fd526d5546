from __future__ import annotations

from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.ui.residues.feature_bands import LONGEST_NAME, bands_of


def sequence(*features: Feature) -> Sequence:
    return Sequence(residues=TextResidues("acgt" * 10), features=features)


def test_features_become_bands_with_name_and_tip():
    gene = Feature("CDS", "3..20", (Qualifier("gene", "insA"),), ref=7)
    (band,) = bands_of(sequence(Feature("source", "1..40"), gene))
    assert (band.start, band.end, band.key, band.ref, band.index) == (3, 20, "CDS", 7, 1)
    assert band.label == "CDS  insA"
    assert band.tip == "CDS 3..20\ninsA"


def test_a_join_has_pieces_and_a_complement_reads_from_the_right():
    (band,) = bands_of(sequence(Feature("mRNA", "complement(join(3..5,9..12))")))
    assert band.pieces == ((3, 5), (9, 12))
    assert (band.start, band.end, band.reverse) == (3, 12, True)


def test_what_cannot_be_drawn_is_left_out_and_the_rest_cut_to_the_sequence():
    bands = bands_of(
        sequence(
            Feature("gene", "nonsense"),
            Feature("gene", "90..95"),
            Feature("gene", "<30..>99"),
            Feature("variation", "7^8"),
        )
    )
    assert [(b.start, b.end, b.index) for b in bands] == [(30, 40, 2), (7, 8, 3)]


def test_a_long_name_is_shortened():
    note = Qualifier("note", "word " * 100)
    (band,) = bands_of(sequence(Feature("misc_feature", "1..4", (note,))))
    assert len(band.label) <= LONGEST_NAME + len("misc_feature  ")
