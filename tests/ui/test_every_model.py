"""Qt's own tester watches every model of the window while it changes, and none is forgotten."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from array import array
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import (
    QAbstractItemModel,
    QIdentityProxyModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

import seqeditor.ui
from seqeditor.domain.edits.features import add_feature, remove_feature
from seqeditor.domain.open_reading_frames import Search, open_frames
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Qualifier
from seqeditor.rules.finding import Level
from seqeditor.store.reports import TO_LOOK_AT, ItemRow
from seqeditor.ui.features.model import FeatureTreeModel
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.models.findings_table import FindingsTable
from seqeditor.ui.models.hits_table import HitColumn, HitList, HitsTable
from seqeditor.ui.models.import_items import LOOKED, ImportItems
from seqeditor.ui.models.open_frames import OpenFramesTable
from seqeditor.ui.models.sequence_table import SequenceTable
from seqeditor.ui.organisms.completion import OfferedNames
from seqeditor.vocabulary.genetic_codes import default_code
from seqeditor.vocabulary.organisms import OrganismName
from tests.ui.conftest import sequence, settle

SHOWN = int(Qt.ItemDataRole.DisplayRole)

Play = Callable[[MainWindow, QtBot], Iterator[QAbstractItemModel]]
"""Gives the model first, and changes it from then on; each time it stops it is looked at again."""


def play_sequences(window: MainWindow, qtbot: QtBot) -> Iterator[SequenceTable]:
    one, model = window.signal.document, window.project.model
    yield model
    one.insert_sequences("Add", 2, [sequence("acgtacgtac", name=f"new {n}") for n in range(4)])
    yield model
    assert model.rowCount() == 7
    model.show_ids(one.order.ids[2:5])
    yield model
    one.remove_sequences("Delete", list(one.order.ids[3:6]))
    yield model
    model.show_ids(None)
    one.move_sequences("Move", [one.order.id_at(1)], 4)
    one.undo()
    one.undo()
    yield model
    model.show_ids(array("q"))
    yield model
    assert model.rowCount() == 0
    model.show_ids(None)
    settle(qtbot, window)


def play_findings(window: MainWindow, qtbot: QtBot) -> Iterator[FindingsTable]:
    one, model = window.signal.document, window.findings.panel.model
    yield model
    one.insert_sequences("Add", 1, [sequence("acg")])
    settle(qtbot, window)
    yield model
    window.findings.panel.show_levels([Level.ERROR])
    yield model
    assert model.rowCount() > 0
    model.show(area="nothing")
    yield model
    assert model.rowCount() == 0
    one.undo()
    settle(qtbot, window)


def play_features(window: MainWindow, qtbot: QtBot) -> Iterator[FeatureTreeModel]:
    model = window.centre.editor.features.model
    yield model
    one = window.signal.document
    shown = [window.centre.editor.sequence_id or 0]
    note = [Qualifier("note", "x"), Qualifier("gene", "y")]
    one.apply("Add", shown, lambda s: add_feature(s, "misc_feature", "1..9", note))
    yield model
    assert model.rowCount() == 2
    one.apply("Remove", shown, lambda s: remove_feature(s, 0))
    yield model
    window.project.list.selectRow(1)
    yield model
    model.set_language("ja")
    yield model
    one.undo()
    one.undo()
    settle(qtbot, window)


def play_hits(window: MainWindow, qtbot: QtBot) -> Iterator[HitsTable]:
    model = HitsTable(window)
    yield model
    columns = (
        HitColumn("Number", lambda hit: str(hit)),
        HitColumn("Twice", lambda hit: str(2 * hit)),
    )
    model.show_list(HitList(list(range(20)), columns))
    yield model
    model.remove_rows([0, 7, 8, 19])
    yield model
    model.exchange(3, 100)
    model.refresh()
    yield model
    assert model.rowCount() == 16
    model.show_list(HitList())


def play_open_frames(window: MainWindow, qtbot: QtBot) -> Iterator[OpenFramesTable]:
    model = OpenFramesTable()
    model.setParent(window)
    yield model
    letters = "ccatgaaaccctaacccatgcccgggtttaatagg"
    search = Search(default_code(), 2)
    found = list(open_frames(letters, search, lambda: None))
    assert len(found) == 2
    model.show_frames(found, TextResidues(letters), search)
    yield model
    model.sort(0, Qt.SortOrder.AscendingOrder)
    yield model
    model.show_frames([], TextResidues(letters), search)


def play_names(window: MainWindow, qtbot: QtBot) -> Iterator[OfferedNames]:
    model = OfferedNames(window)
    yield model
    model.set_names([OrganismName("Mus musculus", "mouse"), OrganismName("unidentified")])
    yield model
    model.set_names([])


def play_import_items(window: MainWindow, qtbot: QtBot) -> Iterator[ImportItems]:
    model = ImportItems(str, lambda _position, _looked_at: True)
    yield model
    rows: list[ItemRow] = [
        (action, "code", n, "field", "old", "new", TO_LOOK_AT, n, '"Words."', "{}")
        for n, action in enumerate(("dropped", "renamed", "decision", "dropped"))
    ]
    model.show_items(rows)
    yield model
    model.choose("dropped")
    yield model
    assert model.rowCount() == 2
    tick = Qt.ItemDataRole.CheckStateRole
    model.setData(model.index(0, LOOKED), Qt.CheckState.Checked.value, tick)
    yield model
    model.choose("")
    model.refresh()


PLAYS: dict[type[QAbstractItemModel], Play] = {
    SequenceTable: play_sequences,
    FindingsTable: play_findings,
    FeatureTreeModel: play_features,
    HitsTable: play_hits,
    OpenFramesTable: play_open_frames,
    OfferedNames: play_names,
    ImportItems: play_import_items,
}


class ById(QIdentityProxyModel):
    """Shows ids where the list shows numbers.

    The tester takes the first column for what a row is, and a number is only where it stands: it
    changes with every row put in before.
    """

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = SHOWN) -> object:
        source = self.sourceModel()
        assert isinstance(source, SequenceTable)
        if index.column() == 0 and role == SHOWN:
            return source.id_at(index.row())
        return super().data(index, role)


def watched(model: QAbstractItemModel, window: MainWindow) -> QAbstractItemModel:
    if not isinstance(model, SequenceTable):
        return model
    proxy = ById(window)
    proxy.setSourceModel(model)
    return proxy


def models_of_the_window() -> set[type[QAbstractItemModel]]:
    found = set()
    for module in pkgutil.walk_packages(seqeditor.ui.__path__, "seqeditor.ui."):
        for _name, kind in inspect.getmembers(
            importlib.import_module(module.name), inspect.isclass
        ):
            if issubclass(kind, QAbstractItemModel) and kind.__module__.startswith("seqeditor."):
                found.add(kind)
    return found


def test_no_model_is_forgotten() -> None:
    assert models_of_the_window() == set(PLAYS)


@pytest.mark.parametrize("kind", PLAYS, ids=lambda kind: kind.__name__)
def test_qt_finds_nothing_wrong_while_it_changes(
    window: MainWindow, qtbot: QtBot, kind: type[QAbstractItemModel]
) -> None:
    play = PLAYS[kind](window, qtbot)
    model = next(play)
    assert type(model) is kind
    # What the tester finds it says as a warning, and a warning fails the test.
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    seen = watched(model, window)
    tester = QAbstractItemModelTester(seen, mode)
    looks = 1
    for again in play:
        assert again is model
        # The tester that begins anew looks at the whole of it.
        QAbstractItemModelTester(seen, mode).deleteLater()
        looks += 1
    assert looks >= 2
    tester.deleteLater()
