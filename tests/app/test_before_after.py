from __future__ import annotations

from dataclasses import replace

from seqeditor.app.before_after import Difference, Fate, Subject, differences
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier

ONE = new_sequence("RNA", "acgtacgt", organism="x", mol_type="mRNA")
NOTE = Feature("misc_feature", "1..2", (Qualifier("note", "a", ref=2),), ref=1)
FLAG = Feature("CDS", "3..5", (Qualifier("pseudo"), Qualifier("note", "")), ref=3)


def test_nothing_differs() -> None:
    assert differences(ONE, ONE) == []


def test_every_difference_is_a_line() -> None:
    old = replace(ONE, features=(NOTE, FLAG))
    new = replace(
        ONE,
        moltype="DNA",
        residues=TextResidues("acgtacga"),
        features=(replace(NOTE, location="2..3"), Feature("gene", "1")),
    )
    assert differences(old, new) == [
        Difference(Fate.CHANGED, Subject.MOLTYPE, text="DNA"),
        Difference(Fate.CHANGED, Subject.RESIDUES),
        Difference(Fate.MOVED, Subject.FEATURE, "misc_feature", "2..3", "note: a"),
        Difference(Fate.NEW, Subject.FEATURE, "gene", "1", ""),
        Difference(Fate.GONE, Subject.FEATURE, "CDS", "3..5", "pseudo; note: –"),
    ]


def test_another_value_is_a_change() -> None:
    old = replace(ONE, features=(NOTE,))
    new = replace(ONE, features=(replace(NOTE, qualifiers=(Qualifier("note", "b", ref=2),)),))
    assert differences(old, new) == [
        Difference(Fate.CHANGED, Subject.FEATURE, "misc_feature", "1..2", "note: b")
    ]
