from __future__ import annotations

import pytest

from seqeditor.app.clipboard import (
    Unlinked,
    copied_in,
    from_clipboard,
    paste_into,
    to_clipboard,
)
from seqeditor.app.document import Document
from seqeditor.domain.edits.sequence import set_colour, set_name, set_note
from seqeditor.domain.sequence import skipped_sequence
from seqeditor.store.marks import marked, set_marked
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


def _copy(document: Document, *positions: int) -> bytes:
    return to_clipboard(document, [document.order.id_at(n) for n in positions])[0]


def _paste(document: Document, fragment: bytes, position: int) -> tuple[list[int], list[Unlinked]]:
    result: list[tuple[list[int], list[Unlinked]]] = []
    document.write(
        "Paste", lambda copy: result.append(paste_into(copy, position, copied_in(fragment)))
    )
    return result[0]


def _protein_of(document: Document, sequence_id: int) -> str | None:
    features = document.sequence(sequence_id).features
    values = (f.value("protein_id") for f in features)
    return next((one for one in values if one is not None), None)


def test_what_is_the_authors_own_comes_along(begin: Begin) -> None:
    document, other = begin(dna("acgt" * 10)), begin()
    own = 'né <&> "quoted"\nand\ta second line \x01'
    first = document.order.id_at(1)
    document.apply("Name", [first], lambda s: set_colour(set_note(set_name(s, own), own), "blue"))
    document.write("Mark", lambda copy: set_marked(copy, [first], on=True))
    (pasted,), _lost = _paste(other, _copy(document, 1), 1)
    got = other.sequence(pasted)
    assert (got.name, got.note, got.colour) == (own, own, "blue")
    assert marked(other.copy, [pasted]) == {pasted}
    other.undo()
    assert (other.count(), marked(other.copy, [pasted])) == (0, set())


def test_a_protein_that_comes_along_stays_linked(begin: Begin) -> None:
    document = begin(dna("acgt" * 10), coding("3"), protein())
    other = begin(protein("AAAAA"), protein("CCCCC"), protein("DDDDD"))
    ids, lost = _paste(other, _copy(document, 2, 3), 1)
    assert (_protein_of(other, ids[0]), lost) == ("2", [])
    other.insert_sequences("Add", 1, [dna("acgt" * 10)])
    assert _protein_of(other, ids[0]) == "3"


def test_a_protein_left_behind_is_no_longer_named(begin: Begin) -> None:
    document = begin(dna("acgt" * 10), coding("3"), protein())
    other = begin(protein("AAAAA"), protein("CCCCC"), protein("DDDDD"))
    (pasted,), lost = _paste(other, _copy(document, 2), 1)
    assert _protein_of(other, pasted) is None
    assert lost == [Unlinked(pasted, "3", "")]


def test_in_the_same_listing_the_protein_stays_the_same(begin: Begin) -> None:
    document = begin(dna("acgt" * 10), coding("3"), protein())
    fragment = _copy(document, 2)
    document.remove_sequences("Delete", [document.order.id_at(1)])
    (pasted,), lost = _paste(document, fragment, 3)
    assert (_protein_of(document, pasted), lost) == ("2", [])
    document.remove_sequences("Delete", [document.order.id_at(2)])
    (again,), lost = _paste(document, fragment, 1)
    assert _protein_of(document, again) is None
    assert [one.number for one in lost] == ["3"]


def test_other_xml_is_pasted_too(begin: Begin) -> None:
    document = begin(dna("acgt" * 10))
    row = b"".join(
        (
            b'<SequenceData sequenceIDNumber="4"><INSDSeq><INSDSeq_length>4</INSDSeq_length>',
            b"<INSDSeq_moltype>DNA</INSDSeq_moltype><INSDSeq_sequence>acgt</INSDSeq_sequence>",
            b"</INSDSeq></SequenceData>",
        )
    )
    for own in (b"", b"<Copied own='[]'>", b"<Copied own='{'>", b"<Copied own='{\"name\":1}'>"):
        (one,) = copied_in(own + row + (b"</Copied>" if own else b""))
        assert (one.number, one.sequence.name, one.todo) == ("4", "", False)
    assert document.count() == 1


def test_a_protein_cut_and_pasted_is_named_again(begin: Begin) -> None:
    document = begin(dna("acgt" * 10), coding("3"), protein())
    fragment, cds = _copy(document, 3), document.order.id_at(2)
    document.remove_sequences("Cut", [document.order.id_at(3)])
    assert _protein_of(document, cds) == ""
    _paste(document, fragment, 1)
    assert _protein_of(document, cds) == "1"
    (again,), _lost = _paste(document, fragment, 1)
    assert (_protein_of(document, cds), document.number(again)) == ("2", "1")
    document.undo()
    document.undo()
    assert _protein_of(document, cds) == ""
    document.undo()
    assert _protein_of(document, cds) == "3"
