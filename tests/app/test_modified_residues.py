"""Modified residues, terminal groups and links: what is written, and that no rule objects."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.app import (
    chain_links,
    modified_amino_acids,
    modified_nucleotides,
    terminal_groups,
)
from seqeditor.app.chain_links import LinkWish
from seqeditor.app.modified_amino_acids import AminoAcidWish, DWish
from seqeditor.app.modified_nucleotides import Form, NucleotideWish
from seqeditor.app.residue_positions import PositionsError
from seqeditor.app.terminal_groups import TerminalWish
from seqeditor.app.verdict import Verdict, verdict
from seqeditor.domain.edits.modifications import Modification, modified
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.rules.finding import Level
from tests.listings import HEADER

TODAY = date(2026, 1, 1)


def made(moltype: str, letters: str) -> Sequence:
    mol_type = {"AA": "protein", "RNA": "other RNA", "DNA": "other DNA"}[moltype]
    return new_sequence(moltype, letters, organism="synthetic construct", mol_type=mol_type)


RNA = made("RNA", "acgtgcattacgatcnacgt")
DNA = made("DNA", "acgtgcattacgatcnacgt")
AA = made("AA", "MKCLADXECQQGNST")


def judged(before: Sequence, change: Modification) -> Verdict:
    after = modified(before, change)
    return verdict(before, after, HEADER, number="1", today=TODAY)


def lines(change: Modification) -> list[str]:
    return [_line(one) for one in change.features]


def _line(one: Feature) -> str:
    said = ", ".join(q.value or "" for q in one.qualifiers)
    return f"{one.key} {one.location}: {said}"


NUCLEOTIDES = [
    (RNA, NucleotideWish("2", "m5c"), ["modified_base 2: m5c"], {}),
    (RNA, NucleotideWish("16", "m5c"), ["modified_base 16: m5c"], {16: "c"}),
    (RNA, NucleotideWish("3", "i"), ["modified_base 3: i"], {3: "n"}),
    (
        RNA,
        NucleotideWish("3", "i", symbol=modified_nucleotides.Symbol.STAYS),
        ["modified_base 3: i"],
        {},
    ),
    (
        RNA,
        NucleotideWish("3", "yw", symbol=modified_nucleotides.Symbol.N),
        ["modified_base 3: yw"],
        {3: "n"},
    ),
    (RNA, NucleotideWish("8-9", "um"), ["modified_base 8..9: um"], {}),
    (
        RNA,
        NucleotideWish("8-9", "um", together=False),
        ["modified_base 8: um", "modified_base 9: um"],
        {},
    ),
    (
        RNA,
        NucleotideWish("1-4", "2ome"),
        [
            "modified_base 1: OTHER, 2'-O-methyladenosine",
            "modified_base 2: cm",
            "modified_base 3: gm",
            "modified_base 4: um",
        ],
        {},
    ),
    (
        RNA,
        NucleotideWish("1-4", "2ome-2f"),
        [
            "modified_base 1: OTHER, 2'-O-methyladenosine",
            "modified_base 2: OTHER, 2'-deoxy-2'-fluorocytidine",
            "modified_base 3: gm",
            "modified_base 4: OTHER, 2'-deoxy-2'-fluorouridine",
        ],
        {},
    ),
    (DNA, NucleotideWish("4", "2ome-t"), ["modified_base 4: tm"], {}),
    (DNA, NucleotideWish("4", "2ome-u"), ["modified_base 4: um"], {}),
    (RNA, NucleotideWish("16", "2ome"), [], {}),
    (
        RNA,
        NucleotideWish("1", "OTHER", " 2'-deoxy  inosine "),
        ["modified_base 1: OTHER, 2'-deoxy inosine"],
        {},
    ),
    (RNA, NucleotideWish("1", "OTHER"), [], {}),
    (DNA, NucleotideWish("4", "uracil"), ["modified_base 4: OTHER, uracil"], {}),
    (RNA, NucleotideWish("4", "thymine"), ["modified_base 4: OTHER, thymine"], {}),
    (
        DNA,
        NucleotideWish("1-3, 18-20", "ps"),
        [
            "modified_base 1..3: OTHER, phosphorothioate linkage",
            "modified_base 18..20: OTHER, phosphorothioate linkage",
        ],
        {},
    ),
    (
        DNA,
        NucleotideWish("1-3", "ps", form=Form.MISC),
        ["misc_feature 1..3: phosphorothioate linkage"],
        {},
    ),
    (
        DNA,
        NucleotideWish("1-3", "ps", form=Form.BETWEEN),
        [
            "misc_feature 1^2: phosphorothioate linkage",
            "misc_feature 2^3: phosphorothioate linkage",
        ],
        {},
    ),
]


@pytest.mark.parametrize(("sequence", "wish", "written", "letters"), NUCLEOTIDES)
def test_modified_nucleotides(
    sequence: Sequence, wish: NucleotideWish, written: list[str], letters: dict[int, str]
) -> None:
    change = modified_nucleotides.planned(sequence, wish)
    assert (lines(change), dict(change.residues)) == (written, letters)
    assert judged(sequence, change).new == ()


AMINO_ACIDS = [
    (AminoAcidWish("5", "SITE", "Aib"), ["SITE 5: Aib"], {5: "X"}),
    (AminoAcidWish("7", "SITE", "Nle"), ["SITE 7: Nle"], {}),
    (AminoAcidWish("7", "MOD_RES", "4Hyp"), ["MOD_RES 7: 4Hyp"], {7: "P"}),
    (AminoAcidWish("2", "MOD_RES", "MeLys"), ["MOD_RES 2: MeLys"], {}),
    (AminoAcidWish("14", "MOD_RES", "phosphoserine"), ["MOD_RES 14: phosphoserine"], {}),
    (AminoAcidWish("8", "SITE", "citrulline"), ["SITE 8: citrulline"], {8: "X"}),
    (AminoAcidWish("8", "SITE", "a name of its own"), ["SITE 8: a name of its own"], {}),
    (
        AminoAcidWish("8", "SITE", "Aib", modified_amino_acids.Symbol.STAYS),
        ["SITE 8: Aib"],
        {},
    ),
    (
        AminoAcidWish("all c", "LIPID", "S-palmitoyl cysteine"),
        ["LIPID 3: S-palmitoyl cysteine", "LIPID 9: S-palmitoyl cysteine"],
        {},
    ),
    (
        AminoAcidWish("13", "CARBOHYD", "N-linked (N-acetylglucosamine)"),
        ["CARBOHYD 13: N-linked (N-acetylglucosamine)"],
        {},
    ),
    (AminoAcidWish("8", "SITE", " "), [], {}),
]


@pytest.mark.parametrize(("wish", "written", "letters"), AMINO_ACIDS)
def test_modified_amino_acids(
    wish: AminoAcidWish, written: list[str], letters: dict[int, str]
) -> None:
    change = modified_amino_acids.planned(AA, wish)
    assert (lines(change), dict(change.residues)) == (written, letters)
    assert judged(AA, change).new == ()


D_AMINO_ACIDS = [
    (DWish("5"), ["SITE 5: D-Alanine"]),
    (DWish("5, 12, 14"), ["SITE 5: D-Alanine", "SITE 14: D-Serine"]),
    (DWish(letters="MkCLa DXECQ QGNST"), ["SITE 2: D-Lysine", "SITE 5: D-Alanine"]),
    (DWish("all", regions=True), ["REGION 1..15: D-amino acids"]),
    (DWish("2-3", regions=True), ["REGION 2..3: D-amino acids"]),
]


@pytest.mark.parametrize(("wish", "written"), D_AMINO_ACIDS)
def test_d_amino_acids(wish: DWish, written: list[str]) -> None:
    change = modified_amino_acids.planned_d(AA, wish)
    assert lines(change) == written
    assert judged(AA, change).new == ()


def test_lower_case_in_the_sequence_itself_becomes_upper_case() -> None:
    sequence = made("AA", "MkCLa")
    change = modified_amino_acids.planned_d(sequence, DWish(letters="MkCLa"))
    assert modified(sequence, change).residues.text() == "MKCLA"
    assert lines(change) == ["SITE 2: D-Lysine", "SITE 5: D-Alanine"]


@pytest.mark.parametrize(
    "wish",
    [DWish("12"), DWish(letters="MK"), DWish(letters="MKCLADXECQQGNSa"), DWish(letters="M" * 15)],
)
def test_what_is_no_d_amino_acid_is_told(wish: DWish) -> None:
    with pytest.raises(PositionsError):
        modified_amino_acids.planned_d(AA, wish)


def test_letters_in_upper_case_alone_name_no_d_amino_acid() -> None:
    with pytest.raises(PositionsError, match="lower"):
        modified_amino_acids.planned_d(AA, DWish(letters="MKCLADXECQQGNST"))


LINKS = [
    (LinkWish("disulfide", "3-9"), ["DISULFID 3..9: intrachain"]),
    (
        LinkWish("lactam", "8-2"),
        ["CROSSLNK 2..8: lactam bridge between the side chains of Lys 2 and Glu 8"],
    ),
    (
        LinkWish("thioether", "3-5, 9-14", "thioether, {first} to {second}"),
        ["CROSSLNK 3..5: thioether, Cys 3 to Ala 5", "CROSSLNK 9..14: thioether, Cys 9 to Ser 14"],
    ),
    (LinkWish("circle"), ["REGION 1..15: circular peptide"]),
]


@pytest.mark.parametrize(("wish", "written"), LINKS)
def test_links(wish: LinkWish, written: list[str]) -> None:
    change = chain_links.planned(AA, wish)
    assert lines(change) == written
    assert judged(AA, change).new == ()
    assert chain_links.unfit(AA, wish) == ()


def test_a_disulfide_between_others_than_cysteines_is_told_and_not_refused() -> None:
    wish = LinkWish("disulfide", "3-9, 3-5, 7-9")
    assert chain_links.unfit(AA, wish) == ((3, 5),)
    found = judged(AA, chain_links.planned(AA, wish)).new
    assert [(one.rule, one.level) for one in found] == [("feat-disulfid-residues", Level.WARNING)]


ENDS = [
    (
        AA,
        TerminalWish("N-terminal acetyl", "C-terminal amide"),
        ["MOD_RES 1: N-terminal acetyl", "MOD_RES 15: C-terminal amide"],
    ),
    (AA, TerminalWish("N-terminal biotin"), ["SITE 1: N-terminal biotin"]),
    (AA, TerminalWish(last="a resin", last_key="SITE"), ["SITE 15: a resin"]),
    (AA, TerminalWish("N-terminal myristoyl"), ["LIPID 1: N-terminal myristoyl"]),
    (
        RNA,
        TerminalWish("5' phosphate", "3' cholesterol"),
        ["misc_feature 1: 5' phosphate", "misc_feature 20: 3' cholesterol"],
    ),
    (
        DNA,
        TerminalWish("5' biotin", first_key="modified_base"),
        ["modified_base 1: OTHER, 5' biotin"],
    ),
]


@pytest.mark.parametrize(("sequence", "wish", "written"), ENDS)
def test_terminal_groups(sequence: Sequence, wish: TerminalWish, written: list[str]) -> None:
    change = terminal_groups.planned(sequence, wish)
    assert lines(change) == written
    assert judged(sequence, change).new == ()


def test_nothing_offered_makes_an_error() -> None:
    changes = [
        (s, modified_nucleotides.planned(s, NucleotideWish("1-4, 16", one.id, "a name")))
        for s in (RNA, DNA)
        for one in modified_nucleotides.offered(s.moltype)
    ]
    changes += [
        (AA, modified_amino_acids.planned(AA, AminoAcidWish("2, 7", one.key, one.note)))
        for one in modified_amino_acids.offered()
    ]
    changes += [(AA, chain_links.planned(AA, LinkWish(k.id, "3-9"))) for k in chain_links.KINDS]
    for s in (AA, RNA, DNA):
        for end in terminal_groups.ENDS:
            for one in terminal_groups.groups(s.moltype, end):
                wish = TerminalWish(**{end: one.note})
                changes.append((s, terminal_groups.planned(s, wish)))
    for sequence, change in changes:
        assert change.features
        errors = [f.rule for f in judged(sequence, change).new if f.level is Level.ERROR]
        assert errors == [], lines(change)


LETTERS = {"RNA": "acgtn", "DNA": "acgt", "AA": "ACDEFGHIKLMNPQRSTVWY"}


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_no_error_at_any_place_of_any_sequence(data: st.DataObject) -> None:
    moltype = data.draw(st.sampled_from(("RNA", "DNA", "AA")))
    letters = data.draw(st.text(LETTERS[moltype], min_size=24, max_size=60))
    sequence = made(moltype, ("acgtacgtacgt" if moltype != "AA" else "MKVLA") + letters)
    places = data.draw(st.sets(st.integers(20, sequence.length), min_size=1, max_size=6))
    positions = ", ".join(map(str, sorted(places)))
    if moltype == "AA":
        one = data.draw(st.sampled_from(modified_amino_acids.offered()))
        change = modified_amino_acids.planned(sequence, AminoAcidWish(positions, one.key, one.note))
    else:
        base = data.draw(st.sampled_from(modified_nucleotides.offered(moltype)))
        change = modified_nucleotides.planned(
            sequence, NucleotideWish(positions, base.id, together=data.draw(st.booleans()))
        )
    errors = [f.rule for f in judged(sequence, change).new if f.level is Level.ERROR]
    assert errors == []
    assert modified(sequence, change).length == sequence.length


def test_what_was_written_is_read_again() -> None:
    for sequence, wish, written, _letters in NUCLEOTIDES:
        for one in modified_nucleotides.planned(sequence, wish).features:
            read = modified_nucleotides.wish_of(one, sequence.moltype)
            assert read is not None
            again = modified_nucleotides.planned(sequence, read)
            assert [line for line in lines(again) if line in written] == lines(again)
    for amino, _written, _l in AMINO_ACIDS:
        for one in modified_amino_acids.planned(AA, amino).features:
            read_amino = modified_amino_acids.wish_of(one)
            assert read_amino is not None
            assert modified_amino_acids.planned(AA, read_amino).features == (one,)
    for d_wish, _written in D_AMINO_ACIDS:
        for one in modified_amino_acids.planned_d(AA, d_wish).features:
            read_d = modified_amino_acids.d_wish_of(one)
            assert read_d is not None
            assert modified_amino_acids.planned_d(AA, read_d).features == (one,)
    for link, _written in LINKS:
        for one in chain_links.planned(AA, link).features:
            read_link = chain_links.wish_of(one)
            assert read_link is not None
            assert chain_links.planned(AA, read_link).features == (one,)


def test_a_terminal_group_is_known_by_its_words() -> None:
    one = terminal_groups.planned(AA, TerminalWish("N-terminal acetyl")).features[0]
    assert terminal_groups.wish_of(one, AA) == TerminalWish(
        "N-terminal acetyl", first_key="MOD_RES"
    )
    assert terminal_groups.wish_of(replace(one, location="2"), AA) is None
    other = Feature("misc_feature", "20")
    assert terminal_groups.wish_of(other, RNA) is None


def test_a_full_name_of_table_2_is_known() -> None:
    assert modified_nucleotides.known_name("5-Methylcytidine") == "m5c"
    assert modified_nucleotides.known_name("something else") == ""


def test_a_pyroglutamic_acid_comes_from_e_or_q() -> None:
    wish = TerminalWish("pyroglutamic acid")
    assert terminal_groups.unfit_pyroglutamate(AA, wish) == "M"
    assert terminal_groups.unfit_pyroglutamate(made("AA", "QKVL"), wish) == ""


def test_a_very_long_sequence_is_not_judged_while_typing() -> None:
    long = made("DNA", "acgt" * 60_000)
    change = modified_nucleotides.planned(long, NucleotideWish("2", "m5c"))
    assert not judged(long, change).checked
