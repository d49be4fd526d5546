from __future__ import annotations

import pytest

from seqeditor.app.feature_clipboard import (
    Doubt,
    arrivals,
    from_clipboard,
    settled,
    to_clipboard,
)
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.formats.st26.codec import FragmentError

SOURCE = Feature("source", "1..12", (Qualifier("organism", "Homo sapiens"),))
CDS = Feature("CDS", "3..20", (Qualifier("product", "a < b", "<&>", id="q1", ref=7),), ref=4)
GENE = Feature("gene", "3..5", (Qualifier("pseudo"),))
TARGET = Sequence(residues=TextResidues("acgtacgtacgt"), features=(SOURCE, GENE))


def test_there_and_back_without_addresses_and_ids():
    back = from_clipboard(to_clipboard("DNA", (CDS, GENE)))
    assert back == (Feature("CDS", "3..20", (Qualifier("product", "a < b", "<&>"),)), GENE)
    assert back[0].ref == 0
    with pytest.raises(FragmentError):
        from_clipboard(b"<INSD")
    with pytest.raises(FragmentError):
        from_clipboard(b"")


def test_what_speaks_against_pasting():
    found = arrivals(TARGET, (CDS, GENE, SOURCE, Feature("source", "1..9"), Feature("SITE", "4")))
    assert [one.doubts for one in found] == [
        {Doubt.OUTSIDE},
        {Doubt.PRESENT},
        {Doubt.PRESENT},
        {Doubt.SOURCE},
        {Doubt.KEY},
    ]


def test_what_is_put_in():
    found = arrivals(TARGET, (CDS, GENE, Feature("exon", "90..95")))
    assert settled(TARGET, found, frozenset(), clip=False) == (CDS, GENE, found[2].feature)
    clipped = settled(TARGET, found, {Doubt.PRESENT}, clip=True)
    assert [(one.key, one.location) for one in clipped] == [("CDS", "3..12")]
    assert settled(TARGET, found, {Doubt.OUTSIDE}, clip=False) == (GENE,)
