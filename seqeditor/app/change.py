"""What an edit, undo or redo has changed."""

from __future__ import annotations

from dataclasses import dataclass

from seqeditor.app.following import NotFollowed
from seqeditor.store.journal import Touched


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit, undo or redo has changed; `origin` lets a widget ignore its own echo.

    `told`: translations and proteins that could not follow the edit.
    """

    sequence_ids: frozenset[int] = frozenset()
    order_changed: bool = False
    header_changed: bool = False
    origin: object = None
    told: tuple[NotFollowed, ...] = ()


class Outcome:
    """The change of a step, filled in when the step is closed."""

    def __init__(self) -> None:
        self.change = Change()


def change_of(touched: Touched, origin: object) -> Change:
    """Return what the journal says was touched, as a change."""
    return Change(touched.sequence_ids, touched.order_changed, touched.header_changed, origin)
