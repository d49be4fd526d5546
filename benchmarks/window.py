"""How long the window is away while an author works in a great listing.

Run as `python benchmarks/window.py [sequences]`. The real window without a screen: `answer` is the
time until the work is done and shown, `away` the longest time in which the window took no key, no
click and drew nothing. What must feel immediate has no progress and must not be away for more than
100 ms; the rest runs beside the window. Each stands beside a listing of a hundredth; the last
column compares with walking through all rows of the same listing once, in the same run.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.workbench import listing, rows
from seqeditor.app.bulk_set import What, Wish, apply_wish
from seqeditor.app.document import Document
from seqeditor.app.sorting import SortBy, SortKey
from seqeditor.domain.criteria import Criteria
from seqeditor.domain.edits.sequence import new_sequence, set_name
from seqeditor.store.choosing import Sort
from seqeditor.ui.actions.bulk import run_edit
from seqeditor.ui.actions.finding import Finding
from seqeditor.ui.actions.ordering import Ordering
from seqeditor.ui.actions.rearranging import rearranger
from seqeditor.ui.application import SWITCH_INTERVAL, make_application
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.session import Session
from seqeditor.ui.windows import Windows

PAGES = 50
PATIENCE = 600
"""Seconds after which something has gone wrong."""
IDLE = 0.001
"""Seconds that are left to what runs beside the window, as a window that waits does."""


@dataclass(frozen=True)
class Taken:
    """Milliseconds until the answer, and of the longest time that the window was away."""

    answer: float
    away: float


class Bench:
    """One window on one listing."""

    def __init__(self, application: QApplication, windows: Windows, count: int) -> None:
        self.application = application
        self.document: Document = listing(count)
        self.count = count
        self.figures: dict[str, Taken] = {}
        self.walking = 0.0
        self.window: MainWindow = windows.open(self.document)
        self._check()
        self.list = self.window.project.list

    def _check(self) -> None:
        """Wait until the listing is checked, as it is whenever one is opened."""
        start, away = time.perf_counter(), 0.0
        while self.window.live.is_checking:
            before = time.perf_counter()
            self.application.processEvents()
            away = max(away, time.perf_counter() - before)
            time.sleep(IDLE)
        taken = time.perf_counter() - start
        self.figures["check the whole listing"] = Taken(1000 * taken, 1000 * away)

    def measure(self, name: str, act: Callable[[], object], times: int = 1) -> None:
        """Do something as the window does it, and note how long it took."""
        self.window.live.stop()
        self._rest()
        start, away = time.perf_counter(), 0.0
        for _ in range(times):
            before = time.perf_counter()
            act()
            away = max(away, time.perf_counter() - before)
            if times > 1:
                before = time.perf_counter()
                self.application.processEvents()
                away = max(away, time.perf_counter() - before)
        while self._is_at_work():
            before = time.perf_counter()
            self.application.processEvents()
            away = max(away, time.perf_counter() - before)
            time.sleep(IDLE)
            if time.perf_counter() - start > PATIENCE:
                raise TimeoutError(name)
        before = time.perf_counter()
        self.application.processEvents()  # what is shown of it
        away = max(away, time.perf_counter() - before)
        self.figures[name] = Taken(1000 * (time.perf_counter() - start), 1000 * away)

    def _is_at_work(self) -> bool:
        window = self.window
        checking = window.live.is_checking
        return self.document.busy or (window.runner.running and not checking)

    def _rest(self) -> None:
        while self._is_at_work() or self.window.runner.running:
            self.application.processEvents()
            time.sleep(IDLE)
        self.application.processEvents()

    # What an author does -----------------------------------------------------------------------

    def run(self) -> None:
        """Do everything, the great changes last."""
        start = time.perf_counter()
        rows(self.document)
        self.walking = 1000 * (time.perf_counter() - start)
        self._look()
        self._filter()
        self._find()
        self._change()
        self.window.live.stop()
        self._rest()
        self.window.end(keep=False)
        self.window.close()

    def _look(self) -> None:
        view, order = self.list, self.document.order
        view.setFocus()
        down = partial(QTest.keyClick, view, Qt.Key.Key_PageDown)
        self.measure(f"scroll the list, {PAGES} pages", down, PAGES)
        self.measure("scroll to the end", lambda: QTest.keyClick(view, Qt.Key.Key_End))
        jump = self.window.project.show_sequence
        self.measure("jump to a sequence", lambda: jump(order.id_at(self.count // 2)))
        self.measure("select all", view.selectAll)
        self.measure("invert the selection", view.invert_selection)

    def _filter(self) -> None:
        line = self.window.project.list_filter
        wanted = {
            "text": Criteria(text="mus"),
            "numbers": Criteria(numbers="1-50, 900-"),
            "molecule type": Criteria(moltypes=("DNA",)),
            "organism": Criteria(organism="homo"),
            "length": Criteria(shortest=400, longest=500),
            "findings": Criteria(findings="any"),
            "no finding": Criteria(findings="none"),
            "feature": Criteria(feature="CDS"),
            "duplicates": Criteria(duplicates=True),
            "skipped": Criteria(skipped="without"),
            "marked": Criteria(marked="todo"),
        }
        for name, criteria in wanted.items():
            self.measure(f"filter: {name}", lambda one=criteria: line.set_criteria(one))
        self.measure("filter: none", line.clear)
        self.measure("sort the view", lambda: line.set_sort(Sort("organism")))
        self.measure("sort the view no more", lambda: line.set_sort(None))

    def _find(self) -> None:
        finding = next(one for one in self.window.commands.groups if isinstance(one, Finding))
        finding.open_dialog(replacing=False)
        assert finding.dialog is not None
        finding.dialog.fields.text.setText("region 77")
        self.measure("find a text", finding.dialog.find_now)
        self.measure("the next result", lambda: finding.go_on(1))
        finding.dialog.close()
        finding.open_motif()
        assert finding.motif_dialog is not None
        finding.motif_dialog.motif.setText("gaattcnnrya")
        self.measure("find a motif", finding.motif_dialog.find_now)
        finding.motif_dialog.close()

    def _change(self) -> None:
        document, desk = self.document, self.window.desk
        middle = self.count // 2
        one = document.order.id_at(middle)
        self.measure("rename one", lambda: document.apply("x", [one], _renamed))
        self.measure("undo it", document.undo)
        new = new_sequence("DNA", "acgtacgtacgt", organism="x", mol_type="other DNA")
        moves = rearranger(desk)
        moves.adjusts = True
        self.measure(
            "insert in the middle",
            lambda: moves.insert(
                ("x", {}), middle, 1, lambda c, at: c.insert_sequences(at, [new]), lambda _ids: None
            ),
        )
        self.measure("undo the insertion", self.window.edit_actions.undo.trigger)
        half = document.order.ids[middle:]
        self.measure("delete half of them", lambda: moves.remove(("x", {}), half))
        self.measure("undo the deletion", self.window.edit_actions.undo.trigger)
        ordering = next(one for one in self.window.commands.groups if isinstance(one, Ordering))
        keys = (SortKey(SortBy.ORGANISM), SortKey(SortBy.RESIDUES))
        self.measure("sort the sequences", lambda: ordering._sort(keys, False))
        self.measure("undo the sorting", self.window.edit_actions.undo.trigger)
        wish = Wish(What.QUALIFIER, name="organism", value="Rattus rattus")
        ids = document.order.ids[:]
        self.measure(
            "set the organism of all",
            lambda: run_edit(desk, len(ids), lambda job: apply_wish(document, ids, wish, job)),
        )
        self.measure("undo the organisms", self.window.edit_actions.undo.trigger)


def _renamed(sequence: object) -> object:
    return set_name(sequence, f"name {time.perf_counter()}")  # type: ignore[arg-type]


def main() -> None:
    """Measure a hundredth and all, and print a table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SEQEDITOR_HOME"] = folder
        sys.setswitchinterval(SWITCH_INTERVAL)
        application = make_application()
        session = Session(application)
        session.choose_language("en", keep=False)
        windows = Windows(session)
        few = max(count // 100, 10)
        small = Bench(application, windows, few)
        small.run()
        great = Bench(application, windows, count)
        great.run()
    sys.stdout.write("\n".join(table(small, great)) + "\n")


def table(small: Bench, great: Bench) -> Iterator[str]:
    """Yield the figures of both, a line for each work."""
    few, many = f"{small.count:,}", f"{great.count:,}"
    yield f"{'milliseconds':28}  {few:>10}  {many:>10}  {'away':>10}  {'to walking':>10}"
    yield f"{'walk through all rows':28}  {small.walking:10.1f}  {great.walking:10.1f}"
    for name, taken in great.figures.items():
        one, ratio = small.figures[name].answer, taken.answer / great.walking
        figures = f"{one:10.1f}  {taken.answer:10.1f}  {taken.away:10.1f}  {ratio:10.2f}"
        yield f"{name:28}  {figures}"


if __name__ == "__main__":
    main()
