"""Edits of many sequences: at once when they are few, beside the window when they are many."""

from __future__ import annotations

from collections.abc import Callable

from seqeditor.app.jobs import Job
from seqeditor.texts import _
from seqeditor.ui.desk import Desk

AT_ONCE = 200


def run_edit(
    desk: Desk,
    count: int,
    edit: Callable[[Job], object],
    then: Callable[[], object] = lambda: None,
) -> None:
    """Carry out an edit of so many sequences; stopping it leaves everything as it was."""
    if count <= AT_ONCE:
        edit(Job())
        then()
        return
    desk.runner.start(
        edit,
        on_done=lambda _result: _call(then),
        on_error=lambda error: desk.tell(_("Nothing was changed."), error),
        holds_document=True,
    )


def _call(then: Callable[[], object]) -> None:
    then()


def labelled(one: str, many: str, count: int) -> tuple[str, dict[str, str | int]]:
    """Return the label of a step with its arguments, for one thing or for several."""
    return (one, {}) if count == 1 else (many, {"count": count})
