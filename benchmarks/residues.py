"""How smooth the residue view is on a long sequence, in the real window.

Run as `python benchmarks/residues.py [residues] [features]`. The window is made without a screen.
Everything is measured up to the painted picture; `worst` is what counts, since one slow key is
felt. The live check runs after the key is painted; it is measured by itself.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("SEQEDITOR_HOME", tempfile.mkdtemp(prefix="residues-benchmark-"))

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from seqeditor.app.opening import new_document
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.ui.application import spare_memory_searches
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.session import Session
from seqeditor.ui.windows import Windows

RESIDUES = 5_000_000
FEATURES = 2_000
TIMES = 30


def long_sequence(length: int, count: int) -> Sequence:
    """Return a sequence with CDS all along, in two parts each, with their translations."""
    letters = "".join(random.Random(1).choices("acgt", k=length))
    made = new_sequence("DNA", letters, organism="Escherichia coli", mol_type="genomic DNA")
    step = max(length // count, 60)
    features = list(made.features)
    for start in range(1, length - step, step):
        end = start + min(step * 9 // 10, 1509)
        middle = (start + end) // 2
        location = f"join({start}..{middle},{middle + 10}..{end})"
        protein = Qualifier("translation", "M" * ((end - start - 8) // 3))
        features.append(Feature("CDS", location, (protein,)))
    return Sequence("DNA", made.residues, tuple(features))


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long the work takes."""
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def tell(name: str, figures: list[float]) -> None:
    """Print the median and the worst of some measurements."""
    sys.stdout.write(f"{name:<44} {median(figures):>9.1f} {max(figures):>9.1f}\n")


def main() -> None:
    """Measure and print the table."""
    length = int(sys.argv[1]) if len(sys.argv) > 1 else RESIDUES
    features = int(sys.argv[2]) if len(sys.argv) > 2 else FEATURES
    spare_memory_searches()
    QApplication([])
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    windows = Windows(Session(application))
    document = new_document()
    document.insert_sequences(
        "Add", 1, [new_sequence("DNA", "acgt"), long_sequence(length, features)]
    )
    window: MainWindow = windows.open(document)
    window.resize(1600, 1000)
    view = window.desk.editor.residues

    def painted(work: Callable[[], object]) -> Callable[[], object]:
        return lambda: (work(), view.grab())

    while window.runner.running or not window.live.is_idle:
        QTest.qWait(50)
    head = f"{length:,} residues, {features:,} CDS; milliseconds"
    sys.stdout.write(f"{head:<44} {'median':>9} {'worst':>9}\n")
    long_id, short_id = document.order.id_at(2), document.order.id_at(1)
    opened = []
    for _ in range(5):
        window.project.show_sequence(short_id)
        opened.append(milliseconds(painted(lambda: window.project.show_sequence(long_id))))
    tell("open the sequence", opened)
    view.setFocus()
    bar = view.verticalScrollBar()
    places = [bar.maximum() * n // TIMES for n in range(TIMES)]
    tell("scroll anywhere", [milliseconds(painted(lambda p=p: bar.setValue(p))) for p in places])
    key = Qt.Key.Key_PageDown
    view.go_to(length // 2)
    tell("page down", [milliseconds(painted(lambda: QTest.keyClick(view, key))) for _ in places])
    view.go_to(length // 2)
    tell(
        "type a letter in the middle",
        [milliseconds(painted(lambda: QTest.keyClicks(view, "a"))) for _ in places],
    )
    tell("check what was typed", [milliseconds(window.live.check_now) for _ in range(1)])
    backspace = Qt.Key.Key_Backspace
    tell(
        "delete a letter",
        [milliseconds(painted(lambda: QTest.keyClick(view, backspace))) for _ in places],
    )
    tell("select all", [milliseconds(painted(view.select_all))])
    view.set_both_strands(True)
    tell(
        "scroll, both strands", [milliseconds(painted(lambda p=p: bar.setValue(p))) for p in places]
    )
    view.go_to(1)
    tell(
        "reverse complement of everything",
        [milliseconds(window.desk.editor.edits.reverse_complement)],
    )
    tell("undo", [milliseconds(window.commands.edit.undo.trigger)])
    while window.runner.running or not window.live.is_idle:
        QTest.qWait(50)
    window.project.show_sequence(short_id)
    QGuiApplication.clipboard().setText("".join(random.Random(2).choices("ACGT\n", k=length)))
    view.go_to(1)

    def paste() -> None:
        view.paste()
        while view.length <= 4:
            QTest.qWait(1)
        view.grab()

    tell("paste as many residues, cleaned beside", [milliseconds(paste)])
    window.end(keep=False)


if __name__ == "__main__":
    main()
