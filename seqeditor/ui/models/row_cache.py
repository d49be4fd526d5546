"""The rows of the sequence list that are in sight, fetched by pages and forgotten again."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable

from seqeditor.domain.row import SequenceRow
from seqeditor.rules.finding import Level

PAGE = 256
MOST_PAGES = 32

Entry = tuple[SequenceRow, Level | None]
Fetch = Callable[[list[int]], list[SequenceRow]]
Levels = Callable[[list[int]], dict[int, Level]]


class RowCache:
    """Pages of rows, the least lately used going first.

    `fetch` gives the columns of ids, `levels` the gravest finding of each that has any.
    """

    def __init__(self, fetch: Fetch, levels: Levels) -> None:
        self._fetch = fetch
        self._levels = levels
        self._pages: OrderedDict[int, dict[int, Entry]] = OrderedDict()
        self._ids: array[int] = array("q")

    @property
    def ids(self) -> array[int]:
        """The ids of all rows, in the order shown."""
        return self._ids

    def set_ids(self, ids: array[int]) -> None:
        """Show other sequences, or the same in another order."""
        self._ids = ids
        self.clear()

    def clear(self) -> None:
        """Forget all rows: each is fetched again when it is looked at."""
        self._pages.clear()

    def drop(self, ids: Iterable[int]) -> list[int]:
        """Forget the pages that hold these ids; return the rows that were known."""
        wanted = set(ids)
        rows: list[int] = []
        for page in list(self._pages):
            entries = self._pages[page]
            found = [row for row, (kept, _) in entries.items() if kept.id in wanted]
            if found:
                rows += found
                del self._pages[page]
        return rows

    def entry(self, row: int) -> Entry | None:
        """Return a row with its gravest level; None for a sequence gone meanwhile."""
        page = row // PAGE
        entries = self._pages.get(page)
        if entries is None:
            entries = self._load(page)
        else:
            self._pages.move_to_end(page)
        return entries.get(row)

    def _load(self, page: int) -> dict[int, Entry]:
        first = page * PAGE
        ids = self._ids[first : first + PAGE].tolist()
        rows = {row.id: row for row in self._fetch(ids)}
        levels = self._levels(ids)
        entries = {
            first + offset: (rows[i], levels.get(i)) for offset, i in enumerate(ids) if i in rows
        }
        self._pages[page] = entries
        while len(self._pages) > MOST_PAGES:
            self._pages.popitem(last=False)
        return entries
