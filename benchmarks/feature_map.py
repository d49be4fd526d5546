"""How smooth the feature map is on a long sequence with many features.

Run as `python benchmarks/feature_map.py [residues] [features]`. The window is made without a
screen; each figure goes up to the painted picture.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.ui.map.view import FeatureMap

RESIDUES = 5_000_000
FEATURES = 10_000
TIMES = 20


def annotated(length: int, count: int) -> Sequence:
    """Return a sequence with features of many sizes on both strands, one above the other."""
    chance = random.Random(1)
    features = []
    for number in range(count):
        start = chance.randint(1, length)
        end = min(start + chance.choice((0, 20, 300, 2000)), length)
        location = f"{start}..{end}" if end > start else str(start)
        if chance.random() < 0.4:
            location = f"complement({location})"
        key = chance.choice(("CDS", "gene", "regulatory", "misc_feature"))
        features.append(Feature(key, location, (Qualifier("note", f"feature {number}"),)))
    return Sequence("DNA", TextResidues("acgt" * (length // 4)), tuple(features))


def measure(name: str, work: Callable[[], object], view: FeatureMap) -> None:
    """Print the median and the worst of some measurements, in milliseconds."""
    figures = []
    for _ in range(TIMES):
        start = time.perf_counter()
        work()
        view.grab()
        figures.append(1000 * (time.perf_counter() - start))
    sys.stdout.write(f"{name:<44} {median(figures):>9.1f} {max(figures):>9.1f}\n")


def main() -> None:
    """Measure and print the table."""
    length = int(sys.argv[1]) if len(sys.argv) > 1 else RESIDUES
    count = int(sys.argv[2]) if len(sys.argv) > 2 else FEATURES
    application = QApplication([])
    view = FeatureMap()
    view.resize(1200, 400)
    view.show()
    sequence = annotated(length, count)
    head = f"{length:,} residues, {count:,} features; milliseconds"
    sys.stdout.write(f"{head:<44} {'median':>9} {'worst':>9}\n")

    def lay_out() -> None:
        view.set_sequence(sequence, another=True)
        view.relay()

    measure("lay out all", lay_out, view)
    measure("put off while typing", lambda: view.set_sequence(sequence), view)
    view.relay()
    middle = QPointF(600, 100)
    measure("zoom in", lambda: view.zoom(1.5, middle), view)
    bar = view.horizontalScrollBar()
    measure("scroll", lambda: bar.setValue(bar.value() + 400), view)
    view.fit()
    measure("select residues, all features seen", lambda: view.set_selection(1, length), view)
    measure("what is under the mouse", lambda: view.plan.block_at(middle), view)
    view.set_circular(True)
    measure("paint the circle", view.relay, view)
    application.processEvents()


if __name__ == "__main__":
    main()
