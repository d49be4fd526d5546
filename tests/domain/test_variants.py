from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.variants import (
    AMINO_ACIDS,
    Kind,
    Reason,
    Trouble,
    Variant,
    applied,
    misfit,
    moved,
    read_variants,
    together,
)
from seqeditor.vocabulary.residues import one_letter_codes, three_letter

NAMES = one_letter_codes()


def only(text: str, moltype: str = "AA") -> Variant:
    reading = read_variants(text, moltype, NAMES)
    assert not reading.unreadable
    (one,) = reading.variants
    return one


_LETTERS = st.text(st.sampled_from(AMINO_ACIDS), min_size=1, max_size=4)


def _name(letters: str, *, long: bool) -> str:
    return "".join(three_letter(one) or "" for one in letters) if long else letters


@given(st.sampled_from(AMINO_ACIDS), st.integers(1, 99_999), _LETTERS, st.booleans(), st.booleans())
@settings(max_examples=200, deadline=None)
def test_a_substitution_is_read_in_both_codes(
    old: str, at: int, new: str, long: bool, head: bool
) -> None:
    one = only(f"{'p.' * head}{_name(old, long=long)}{at}{_name(new, long=long)}")
    assert (one.kind, one.first, one.last) == (Kind.SUBSTITUTION, at, at)
    assert (one.stated, one.replacements) == (((at, old),), (new,))


@given(st.text(max_size=60), st.sampled_from(("AA", "DNA")))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_or_told(text: str, moltype: str) -> None:
    reading = read_variants(text, moltype, NAMES)
    assert all(one.first >= 1 and one.last >= one.first for one in reading.variants)


@pytest.mark.parametrize(
    ("text", "kind", "first", "last", "stated", "put"),
    [
        ("del69-70", Kind.DELETION, 69, 70, "", ""),
        ("Δ69_70", Kind.DELETION, 69, 70, "", ""),
        ("69-70 del", Kind.DELETION, 69, 70, "", ""),
        ("ΔF508", Kind.DELETION, 508, 508, "F", ""),
        ("p.(Phe508del)", Kind.DELETION, 508, 508, "F", ""),
        ("A123_K125del", Kind.DELETION, 123, 125, "AK", ""),
        ("ins214EPE", Kind.INSERTION, 214, 215, "", "EPE"),
        ("ins 214 EPE", Kind.INSERTION, 214, 215, "", "EPE"),
        ("R214_A215insEPE", Kind.INSERTION, 214, 215, "RA", "EPE"),
        ("R214insGluPro", Kind.INSERTION, 214, 215, "R", "EP"),
        ("E6_K7delinsAA", Kind.SUBSTITUTION, 6, 7, "EK", "AA"),
        ("R214REPE", Kind.SUBSTITUTION, 214, 214, "R", "REPE"),
        ("L5_A6dup", Kind.DUPLICATION, 5, 6, "LA", ""),
    ],
)
def test_forms_for_amino_acids(
    text: str, kind: Kind, first: int, last: int, stated: str, put: str
) -> None:
    one = only(text)
    assert (one.kind, one.first, one.last) == (kind, first, last)
    assert "".join(letter for _, letter in one.stated) == stated
    assert one.replacements == (put,)


@pytest.mark.parametrize(
    ("text", "kind", "first", "last", "stated", "put"),
    [
        ("76A>T", Kind.SUBSTITUTION, 76, 76, "a", "t"),
        ("g.76A>U", Kind.SUBSTITUTION, 76, 76, "a", "t"),
        ("76A→G", Kind.SUBSTITUTION, 76, 76, "a", "g"),
        ("76A>R", Kind.SUBSTITUTION, 76, 76, "a", "r"),
        ("A76G", Kind.SUBSTITUTION, 76, 76, "a", "g"),
        ("76_78del", Kind.DELETION, 76, 78, "", ""),
        ("76delA", Kind.DELETION, 76, 76, "a", ""),
        ("76_78delACT", Kind.DELETION, 76, 78, "act", ""),
        ("76_77insTG", Kind.INSERTION, 76, 77, "", "tg"),
        ("76_78delinsTT", Kind.SUBSTITUTION, 76, 78, "", "tt"),
        ("76dup", Kind.DUPLICATION, 76, 76, "", ""),
    ],
)
def test_forms_for_nucleotides(
    text: str, kind: Kind, first: int, last: int, stated: str, put: str
) -> None:
    one = only(text, "DNA")
    assert (one.kind, one.first, one.last) == (kind, first, last)
    assert "".join(letter for _, letter in one.stated) == stated
    assert one.replacements == (put,)


def test_alternatives_and_lists_are_told_apart() -> None:
    reading = read_variants("E484K/Q, N501Y and D614G+P681H/R; E484K/N501Y", "AA", NAMES)
    found = [(one.first, one.replacements) for one in reading.variants]
    assert found == [
        (484, ("K", "Q")),
        (501, ("Y",)),
        (614, ("G",)),
        (681, ("H", "R")),
        (484, ("K",)),
    ]


def test_a_head_before_a_bracket_counts_for_all_in_it() -> None:
    reading = read_variants("c.[76A>T;78G>C], 5A>T", "DNA", NAMES)
    assert [(one.first, one.coding) for one in reading.variants] == [
        (76, True),
        (78, True),
        (5, False),
    ]


@pytest.mark.parametrize(
    ("text", "moltype", "reason"),
    [
        ("foo", "AA", Reason.SYNTAX),
        ("Q12*", "AA", Reason.STOP),
        ("Gln12Ter", "AA", Reason.STOP),
        ("K5fs", "AA", Reason.FRAME),
        ("c.76A>T", "AA", Reason.NUCLEOTIDES),
        ("E484K", "DNA", Reason.AMINO_ACIDS),
        ("p.Glu4Lys", "DNA", Reason.AMINO_ACIDS),
        ("G12V", "DNA", Reason.AMINO_ACIDS),
        ("c.76+1G>T", "DNA", Reason.BEYOND),
        ("c.-5A>G", "DNA", Reason.BEYOND),
        ("c.*5A>G", "DNA", Reason.BEYOND),
        ("70-69del", "AA", Reason.BACKWARDS),
        ("76_79insT", "DNA", Reason.APART),
        ("E0K", "AA", Reason.SYNTAX),
    ],
)
def test_what_is_no_variant_is_told(text: str, moltype: str, reason: Reason) -> None:
    reading = read_variants(text, moltype, NAMES)
    assert ([one.reason for one in reading.unreadable], reading.variants) == ([reason], ())


@pytest.mark.parametrize(
    ("text", "trouble", "position", "found"),
    [
        ("E4K", Trouble.OTHER_RESIDUE, 4, "L"),
        ("M1_A3del", Trouble.OTHER_RESIDUE, 3, "V"),
        ("K9A", Trouble.OUTSIDE, 9, ""),
        ("del4-6", Trouble.OUTSIDE, 6, ""),
        ("ins6A", Trouble.OUTSIDE, 6, ""),
        ("K2K", Trouble.SAME, 2, "K"),
    ],
)
def test_a_variant_of_another_sequence_is_told(
    text: str, trouble: Trouble, position: int, found: str
) -> None:
    told = misfit(only(text), "MKVLA")
    assert told is not None
    assert (told.trouble, told.position, told.found) == (trouble, position, found)


def test_a_variant_of_this_sequence_fits() -> None:
    fitting = ("E4K", "M1_E4del", "ins5AA", "del1-5", "A5dup")
    assert [misfit(only(text), "MKVEA") for text in fitting] == [None] * 5


_EDIT = st.tuples(st.sampled_from(("s", "d", "i", "u")), st.text("ACDEF", min_size=1, max_size=3))


@given(st.text("MKVLW", min_size=1, max_size=12), st.data())
@settings(max_examples=200, deadline=None)
def test_variants_together_change_each_residue_as_said(letters: str, data: st.DataObject) -> None:
    """The oracle: what becomes of each residue by itself, joined."""
    pieces = list(letters)
    texts = []
    for at in range(1, len(letters) + 1):
        what, put = data.draw(st.none() | _EDIT) or ("", "")
        here = letters[at - 1]
        if what == "s":
            texts.append(f"{here}{at}{put}")
            pieces[at - 1] = put
        elif what == "d":
            texts.append(f"{here}{at}del")
            pieces[at - 1] = ""
        elif what == "i":
            texts.append(f"ins{at}{put}")
            pieces[at - 1] = here + put
        elif what == "u":
            texts.append(f"{here}{at}dup")
            pieces[at - 1] = here * 2
    variants = read_variants(", ".join(texts), "AA", NAMES).variants
    assert [misfit(one, letters) for one in variants] == [None] * len(texts)
    assert together(variants, letters) is None
    assert applied(variants, letters) == "".join(pieces)


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("del2-4, V3A", Trouble.OVERLAP),
        ("K2A, K2V", Trouble.OVERLAP),
        ("ins2A, ins2V", Trouble.OVERLAP),
        ("K2A/V", Trouble.ALTERNATIVES),
    ],
)
def test_what_cannot_be_together_is_told(text: str, trouble: Trouble) -> None:
    told = together(read_variants(text, "AA", NAMES).variants, "MKVLA")
    assert told is not None
    assert told.trouble is trouble


def test_numbers_are_moved_to_those_of_the_sequence() -> None:
    one = moved(only("E484K"), -480)
    assert one is not None
    assert (one.first, one.last, one.stated) == (4, 4, ((4, "E"),))
    coding = dict(enumerate((5, 6, 9, 10), 1))
    place = moved(only("c.2_3del", "DNA"), coding)
    assert place is not None
    assert (place.first, place.last) == (6, 9)
    assert moved(only("c.9A>T", "DNA"), coding) is None
