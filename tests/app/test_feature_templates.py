from __future__ import annotations

from pathlib import Path

import pytest

from seqeditor.app.feature_templates import (
    BUILT_IN,
    KIND,
    Template,
    export_templates,
    free_name,
    import_templates,
    load_templates,
    placed,
    save_templates,
    template_of,
)
from seqeditor.app.own_lists import OwnListError, write_list
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.vocabulary.features import feature_key

DNA = Sequence(residues=TextResidues("acgt" * 25))
BASE = Feature("modified_base", "7", (Qualifier("mod_base", "um", id="q1", ref=8),), ref=3)
CDS = Feature("CDS", "complement(join(11..20,31..>40))", (Qualifier("pseudo"),))


def test_locations_are_counted_from_the_first_residue():
    made = template_of("two", "DNA", (CDS, BASE))
    assert [one.location for one in made.features] == ["complement(join(5..14,25..>34))", "1"]
    assert made.features[1].ref == 0
    assert made.features[1].qualifiers[0].id is None
    assert made.fits("RNA")
    assert not made.fits("AA")


def test_what_is_true_of_one_sequence_only_is_left_out():
    one = Feature("CDS", "1..9", (Qualifier("protein_id", "2"), Qualifier("gene", "x")))
    assert template_of("cds", "DNA", (one,)).features[0].qualifiers == (Qualifier("gene", "x"),)


@pytest.mark.parametrize(
    ("location", "start", "end", "expected"),
    [
        ("7", 5, 5, "5"),
        ("7", 5, 9, "5..9"),
        ("7..9", 5, 5, "5"),
        ("<1..>9", 5, 8, "<5..>8"),
        ("complement(3..4)", 5, 8, "complement(5..8)"),
        ("join(1..2,5..6)", 11, 90, "join(11..12,15..16)"),
        ("4^5", 11, 12, "11^12"),
        ("", 5, 8, "5..8"),
        ("nonsense", 5, 8, "nonsense"),
    ],
)
def test_a_template_takes_the_residues_chosen(location: str, start: int, end: int, expected: str):
    made = template_of("one", "DNA", (Feature("misc_feature", location),))
    assert [one.location for one in placed(made, DNA, start, end)] == [expected]


def test_several_features_keep_their_distance():
    made = template_of("two", "DNA", (CDS, BASE))
    assert [one.location for one in placed(made, DNA, 51, 99)] == [
        "complement(join(55..64,75..>84))",
        "51",
    ]


def test_templates_are_kept_given_on_and_taken_in(tmp_path: Path):
    one = template_of("one", "DNA", (CDS,))
    assert load_templates() == []
    save_templates([one])
    assert load_templates() == [one]
    export_templates(tmp_path / "given.json", [one, Template("one", "AA", (BASE,))])
    both = import_templates(tmp_path / "given.json", load_templates())
    assert [t.name for t in both] == ["one", "one (2)"]
    assert free_name("one", both) == "one (2) (2)" or free_name("one", both) == "one (3)"


def test_what_is_no_template_is_passed_over(tmp_path: Path):
    file = tmp_path / "odd.json"
    good = {"name": "x", "molecule": "AA", "features": [{"key": "SITE", "location": "1"}]}
    odd = [None, 3, {}, {"features": 3}, {**good, "features": [{"key": 1}]}, {**good, "name": 1}]
    write_list(KIND, file, [*odd, good])
    assert import_templates(file, []) == [Template("x", "AA", (Feature("SITE", "1"),))]
    file.write_text("[]")
    with pytest.raises(OwnListError):
        import_templates(file, [])


def test_what_comes_with_the_program_is_legal():
    for one in BUILT_IN:
        for feature in one.features:
            key = feature_key(one.molecule, feature.key)
            assert key is not None
            assert all(key.allows(q.name) for q in feature.qualifiers)
