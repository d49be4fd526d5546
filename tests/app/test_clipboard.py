from __future__ import annotations

import pytest

from seqeditor.app.clipboard import from_clipboard, to_clipboard
from seqeditor.domain.edits.sequence import set_name
from seqeditor.domain.sequence import skipped_sequence
from tests.app.conftest import Begin
from tests.listings import coding, dna, protein


def test_sequences_go_through_the_clipboard(begin: Begin) -> None:
    document = begin(coding("2"), protein(), skipped_sequence(), dna("acgt" * 40))
    fragment, _text = to_clipboard(document, document.order.ids)
    got = from_clipboard(fragment)
    assert list(got) == [document.sequence(i) for i in document.order.ids]
    assert [one.residues.text() for one in got] == [
        document.sequence(i).residues.text() for i in document.order.ids
    ]
    # They get addresses of their own where they are pasted.
    assert {q.ref for one in got for f in one.features for q in f.qualifiers} == {0}


def test_other_programs_get_fasta(begin: Begin) -> None:
    document = begin(set_name(dna("acgt" * 20), "mine"), protein())
    _fragment, text = to_clipboard(document, document.order.ids)
    lines = text.splitlines()
    assert lines[0].startswith(">SEQ_ID_NO_1 mine DNA")
    assert lines[1] == "acgt" * 15
    assert lines[2] == "acgt" * 5
    assert lines[-1] == "MKVLA"


@pytest.mark.parametrize("fragment", [b"<Sequences><INSDSeq>", b"\0", b"<a>&x;</a>"])
def test_what_is_not_ours_is_refused(fragment: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_clipboard(fragment)


def test_what_holds_no_sequences_gives_none() -> None:
    assert from_clipboard(b"<Sequences/>") == ()
