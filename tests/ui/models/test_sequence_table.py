from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.domain.edits.sequence import set_name
from seqeditor.domain.sequence import skipped_sequence
from seqeditor.rules.finding import Finding, Level
from seqeditor.ui.models.sequence_table import Column, SequenceTable
from seqeditor.ui.qt.document_signal import DocumentSignal
from tests.ui.conftest import sequence

Made = tuple[Document, DocumentSignal, SequenceTable]


@pytest.fixture
def table(document: Callable[..., Document], qtbot: QtBot) -> Iterator[Callable[[int], Made]]:
    made: list[Made] = []

    def make(count: int) -> Made:
        one = document(count)
        signal = DocumentSignal(one)
        made.append((one, signal, SequenceTable(signal, one.reader())))
        return made[-1]

    yield make
    for _one, signal, model in made:
        model._cache._fetch.__self__.connection.close()  # type: ignore[attr-defined]
        signal.end()


def shown(model: SequenceTable, row: int, column: Column) -> object:
    return model.data(model.index(row, column))


def names(model: SequenceTable) -> list[object]:
    return [shown(model, row, Column.NAME) for row in range(model.rowCount())]


def test_qt_finds_nothing_wrong_with_the_model(
    table: Callable[[int], Made], qtmodeltester: ModelTester
) -> None:
    _document, _signal, model = table(5)
    qtmodeltester.check(model)


def test_cells_say_what_the_sequence_is(table: Callable[[int], Made]) -> None:
    document, _signal, model = table(1)
    document.insert_sequences("Add", 2, [sequence("MKV", "AA"), skipped_sequence()])
    cells = [[shown(model, row, column) for column in Column] for row in range(3)]
    assert cells[0] == ["1", "DNA", "30", "Homo sapiens", "s1"]
    assert cells[1] == ["2", "AA", "3", "Homo sapiens", ""]
    assert cells[2] == ["3", "", "", "intentionally skipped", ""]


def test_an_edit_shows_at_once_and_only_there(table: Callable[[int], Made], qtbot: QtBot) -> None:
    document, _signal, model = table(3)
    assert names(model) == ["s1", "s2", "s3"]
    second = document.order.id_at(2)
    with qtbot.waitSignal(model.dataChanged) as told:
        document.apply("Rename", [second], partial(set_name, name="new"))
    assert told.args is not None
    assert (told.args[0].row(), told.args[1].row()) == (1, 1)
    assert names(model) == ["s1", "new", "s3"]


def test_rows_come_and_go_without_a_reset(table: Callable[[int], Made], qtbot: QtBot) -> None:
    document, _signal, model = table(3)
    told: list[tuple[str, int, int]] = []
    model.rowsInserted.connect(lambda _p, first, last: told.append(("in", first, last)))
    model.rowsRemoved.connect(lambda _p, first, last: told.append(("out", first, last)))
    model.modelReset.connect(lambda: told.append(("reset", 0, 0)))
    document.insert_sequences("Add", 2, [sequence(), sequence()])
    document.remove_sequences("Delete", [document.order.id_at(5)])
    document.undo()
    assert told == [("in", 1, 2), ("out", 4, 4), ("in", 4, 4)]
    assert [shown(model, row, Column.NUMBER) for row in range(5)] == ["1", "2", "3", "4", "5"]


def test_a_move_resets_and_shows_the_new_order(table: Callable[[int], Made]) -> None:
    document, _signal, model = table(4)
    ids = list(document.order.ids)
    document.move_sequences("Move", [ids[3]], 1)
    assert names(model) == ["s4", "s1", "s2", "s3"]


def test_a_filter_leaves_some_rows(table: Callable[[int], Made]) -> None:
    document, _signal, model = table(4)
    ids = document.order.ids
    model.show_ids(array("q", [ids[1], ids[3]]))
    assert names(model) == ["s2", "s4"]
    assert (model.row_of(ids[3]), model.row_of(ids[0])) == (1, None)
    document.remove_sequences("Delete", [ids[1]])
    assert names(model) == ["s4"]
    model.show_ids(None)
    assert names(model) == ["s1", "s3", "s4"]


def test_findings_show_by_shape_and_in_words(table: Callable[[int], Made]) -> None:
    document, signal, model = table(2)
    first = document.order.id_at(1)
    role = Qt.ItemDataRole
    index = model.index(0, Column.NUMBER)
    assert model.data(index, int(role.DecorationRole)) is None
    finding = Finding("seq-length-mismatch", Level.WARNING, sequence=first)
    document.findings.replace_sequences([(first, 1, [finding])])
    signal.findings_changed.emit(frozenset([first]))
    assert model.data(index, int(role.DecorationRole)) is not None
    assert model.data(index, int(role.AccessibleTextRole)) == "1, has warnings"


def test_rows_and_ids_belong_together(table: Callable[[int], Made]) -> None:
    document, _signal, model = table(2)
    assert [model.id_at(row) for row in (-1, 0, 1, 2)] == [None, *document.order.ids, None]
    assert model.row_of(999) is None
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.rowCount(QModelIndex()) == 2
