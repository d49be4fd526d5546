"""A protein that no CDS names any more is told of."""

from __future__ import annotations

from seqeditor.app.document import Change
from seqeditor.app.following import Reason
from seqeditor.domain.edits.features import remove_feature
from seqeditor.domain.edits.qualifiers import remove_qualifier
from seqeditor.domain.edits.sequence import set_skipped
from tests.app.conftest import Begin
from tests.app.test_following import linked
from tests.listings import protein


def _told(change: Change) -> list[tuple[Reason, int]]:
    return [(one.reason, one.protein) for one in change.told]


def test_deleting_the_only_cds_of_a_protein_tells_of_it(begin: Begin) -> None:
    document = begin(linked(), protein("MKVLA"))
    first, second = document.order.ids
    change = document.apply("Delete", [first], lambda one: remove_feature(one, 1))
    assert _told(change) == [(Reason.ALONE, second)]
    assert change.told[0].location == "4..21"
    back = document.undo()
    assert back is not None
    assert _told(back) == []


def test_taking_away_the_protein_id_alone_tells_of_it(begin: Begin) -> None:
    document = begin(linked(), protein("MKVLA"))
    first, second = document.order.ids
    change = document.apply("Delete", [first], lambda one: remove_qualifier(one, 1, 1))
    assert _told(change) == [(Reason.ALONE, second)]


def test_a_protein_that_another_cds_names_is_not_alone(begin: Begin) -> None:
    document = begin(linked("3"), linked("3"), protein("MKVLA"))
    first, second, third = document.order.ids
    assert _told(document.apply("Delete", [first], lambda one: remove_feature(one, 1))) == []
    last = document.apply("Delete", [second], lambda one: remove_feature(one, 1))
    assert _told(last) == [(Reason.ALONE, third)]


def test_two_cds_deleted_at_once_tell_of_their_protein_once(begin: Begin) -> None:
    document = begin(linked("3"), linked("3"), protein("MKVLA"))
    change = document.apply("x", list(document.order.ids)[:2], lambda one: remove_feature(one, 1))
    assert len(change.told) == 1


def test_deleting_the_whole_coding_sequence_tells_of_its_protein(begin: Begin) -> None:
    document = begin(linked(), protein("MKVLA"))
    first, second = document.order.ids
    change = document.remove_sequences("Delete", [first])
    assert _told(change) == [(Reason.ALONE, second)]
    assert (change.told[0].sequence, change.told[0].location) == (first, "4..21")
    back = document.undo()
    assert back is not None
    assert _told(back) == []


def test_skipping_the_coding_sequence_tells_of_its_protein(begin: Begin) -> None:
    document = begin(linked(), protein("MKVLA"))
    first, second = document.order.ids
    assert _told(document.apply("Skip", [first], set_skipped)) == [(Reason.ALONE, second)]


def test_deleting_the_protein_too_tells_of_nothing(begin: Begin) -> None:
    document = begin(linked(), protein("MKVLA"))
    assert _told(document.remove_sequences("Delete", list(document.order.ids))) == []


def test_deleting_one_of_two_coding_sequences_tells_of_nothing(begin: Begin) -> None:
    document = begin(linked("3"), linked("3"), protein("MKVLA"))
    first, second, third = document.order.ids
    assert _told(document.remove_sequences("Delete", [first])) == []
    assert _told(document.remove_sequences("Delete", [second])) == [(Reason.ALONE, third)]


def test_deleting_both_coding_sequences_at_once_tells_once(begin: Begin) -> None:
    document = begin(linked("3"), linked("3"), protein("MKVLA"))
    first, second, third = document.order.ids
    assert _told(document.remove_sequences("Delete", [first, second])) == [(Reason.ALONE, third)]
