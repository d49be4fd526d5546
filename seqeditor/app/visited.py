"""Where the user has been in a listing: one line of places, gone through in both directions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

MOST = 200
"""Places kept; the oldest are forgotten."""


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the project; of the sequences also which one, and where its caret was (from 1)."""

    part: int
    sequence: int | None = None
    position: int = 1

    def is_beside(self, other: Place) -> bool:
        """Tell whether both are in the same sequence, or in the same other part."""
        return (self.part, self.sequence) == (other.part, other.sequence)


class Visited:
    """The places before the present one and, after going back, those behind it.

    What the user does within a sequence moves the present place; another sequence or part is a
    place of its own, and so is where a jump within the sequence ends (`begin_jump`).
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._places: list[Place] = []
        self._at = -1
        self._jumps = False

    @property
    def present(self) -> Place | None:
        """The place last visited, None before the first."""
        return self._places[self._at] if self._places else None

    def begin_jump(self) -> None:
        """Keep the present place as it is: what is visited next is a place of its own."""
        self._jumps = True

    def visit(self, place: Place) -> None:
        """Be at a place. After going back, what was further on is forgotten by a new one."""
        present = self.present
        jumps, self._jumps = self._jumps, False
        if present == place:
            return
        if present is not None and place.is_beside(present) and not jumps:
            self._places[self._at] = place
            return
        del self._places[self._at + 1 :]
        self._places.append(place)
        del self._places[: -self._most]
        self._at = len(self._places) - 1

    def go(self, step: int, is_there: Callable[[Place], bool]) -> Place | None:
        """Go back (-1) or forward (1) past what is gone; None when nothing is left that way."""
        found = self._next(step, is_there)
        if found is None:
            return None
        self._jumps = False
        self._at = found
        return self._places[found]

    def can_go(self, step: int, is_there: Callable[[Place], bool]) -> bool:
        """Tell whether there is a place that way."""
        return self._next(step, is_there) is not None

    def _next(self, step: int, is_there: Callable[[Place], bool]) -> int | None:
        present, at = self.present, self._at + step
        while 0 <= at < len(self._places):
            place = self._places[at]
            if is_there(place) and place != present:
                return at
            at += step
        return None
