"""The map of every sequence of the real files: each feature that can be read has its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from seqeditor.domain.location import faults
from seqeditor.domain.sequence import Sequence
from seqeditor.formats.st26.reader import Parsed, read
from seqeditor.ui.map.view import FeatureMap


def sequences(path: Path) -> Iterator[Sequence]:
    for event in read(path):
        if isinstance(event, Parsed):
            yield from (r.sequence for r in event.records if not r.sequence.is_skipped)


def test_every_feature_of_the_real_files_has_its_place(shared: Path, qtbot: QtBot) -> None:
    view = FeatureMap()
    qtbot.addWidget(view)
    view.resize(QSize(900, 240))
    view.show()
    seen = 0
    for path in sorted((shared / "fixtures").rglob("*.xml")):
        for sequence in sequences(path):
            view.set_sequence(sequence, another=True)
            placed = {entry.index for entry in view.entries}
            for index, feature in enumerate(sequence.features):
                fine = not faults(feature.location, sequence.moltype, sequence.length)
                if feature.key.lower() != "source" and fine:
                    assert index in placed, (path.name, feature.key, feature.location)
                    seen += 1
            for circular in (False, True):
                view.set_circular(circular)
                assert view.grab().size() == QSize(900, 240)
    assert seen > 50
    view.hide()
