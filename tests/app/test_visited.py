from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.app.visited import Place, Visited

INFORMATION = Place(0)


def at(sequence: int, position: int = 1) -> Place:
    return Place(1, sequence, position)


def everywhere(_place: Place) -> bool:
    return True


def test_back_and_forward_lead_to_where_the_caret_was() -> None:
    visited = Visited()
    for place in (at(1), at(1, 7), INFORMATION, at(2)):
        visited.visit(place)
    assert visited.go(-1, everywhere) == INFORMATION
    assert visited.go(-1, everywhere) == at(1, 7)
    assert visited.go(-1, everywhere) is None
    assert visited.go(1, everywhere) == INFORMATION
    assert visited.go(1, everywhere) == at(2)
    assert not visited.can_go(1, everywhere)


def test_a_jump_within_a_sequence_can_be_gone_back() -> None:
    visited = Visited()
    visited.visit(at(1, 7))
    visited.begin_jump()
    visited.visit(at(1, 900))
    visited.visit(at(1, 905))
    assert visited.go(-1, everywhere) == at(1, 7)
    assert visited.go(1, everywhere) == at(1, 905)


def test_what_is_gone_is_passed_over() -> None:
    visited = Visited()
    for number in (1, 2, 3):
        visited.visit(at(number))
    assert visited.go(-1, lambda place: place.sequence != 2) == at(1)
    assert not visited.can_go(-1, everywhere)
    assert visited.go(1, everywhere) == at(2)


def test_a_new_place_forgets_what_was_further_on() -> None:
    visited = Visited()
    for number in (1, 2, 3):
        visited.visit(at(number))
    visited.go(-1, everywhere)
    visited.visit(INFORMATION)
    assert not visited.can_go(1, everywhere)
    assert visited.go(-1, everywhere) == at(2)


def test_moving_after_going_back_forgets_nothing() -> None:
    visited = Visited()
    for number in (1, 2):
        visited.visit(at(number))
    visited.go(-1, everywhere)
    visited.visit(at(1, 30))
    assert visited.go(1, everywhere) == at(2)
    assert visited.go(-1, everywhere) == at(1, 30)


places = st.one_of(
    st.builds(Place, st.sampled_from((0, 2))),
    st.builds(at, st.integers(1, 4), st.integers(1, 5)),
)


@settings(max_examples=200)
@given(st.lists(places, min_size=1, max_size=30), st.sets(st.integers(1, 4)))
def test_back_to_the_beginning_and_forward_again_is_the_same_line(
    wanted: list[Place], gone: set[int]
) -> None:
    visited = Visited(most=10)
    for place in wanted:
        visited.visit(place)

    def is_there(place: Place) -> bool:
        return place.sequence not in gone

    back = []
    while (place := visited.go(-1, is_there)) is not None:
        back.append(place)
        assert is_there(place)
    assert len(back) < 10
    forward = []
    while (place := visited.go(1, is_there)) is not None:
        forward.append(place)
    assert forward[: max(len(back) - 1, 0)] == back[::-1][1:]
    if is_there(wanted[-1]) and forward:
        assert forward[-1] == wanted[-1]
