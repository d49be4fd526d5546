"""Long work as an object: it tells how far it is and is told to stop; no threads in here.

The command line runs a job in line, the window in a worker thread. Whatever may take longer than
a tenth of a second takes one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Event

Listener = Callable[["Job"], None]


class CancelledError(Exception):
    """The user has stopped the work; everything is as it was."""


class Job:
    """Progress and cancel of one long work; safe to share between two threads."""

    def __init__(self, listener: Listener | None = None) -> None:
        self._listener = listener
        self._cancelled = Event()
        self.done = 0
        self.total = 0
        self.label = ""
        self.parameters: Mapping[str, str | int] = {}

    def report(
        self,
        done: int,
        total: int = 0,
        label: str = "",
        parameters: Mapping[str, str | int] | None = None,
    ) -> None:
        """Tell how far the work is; `total` 0 means not known. Raises CancelledError.

        `label` is a message id, worded by whoever shows it.
        """
        self.done, self.total = done, total
        if label:
            self.label = label
            self.parameters = parameters or {}
        if self._listener is not None:
            self._listener(self)
        self.check()

    def check(self) -> None:
        """Raise CancelledError when the work is to stop."""
        if self._cancelled.is_set():
            raise CancelledError

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._cancelled.is_set()
