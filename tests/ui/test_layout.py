from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.app.jobs import Job
from seqeditor.app.opening import open_file
from seqeditor.app.saving import save_project
from seqeditor.ui.actions.layout_actions import LayoutActions
from seqeditor.ui.features.table import USUAL_WIDTHS
from seqeditor.ui.features.tree import NAME
from seqeditor.ui.models.sequence_table import Column
from seqeditor.ui.panels.panes import BELOW
from seqeditor.ui.windows import Windows
from tests.ui.conftest import settle


def saved(made: Document, path: Path) -> Path:
    reader = made.reader()
    save_project(made, path, Job(), reader)
    reader.connection.close()
    return path


def test_a_project_opens_where_it_was_left(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot, tmp_path: Path
) -> None:
    made = document(4)
    path = saved(made, tmp_path / "a.seqproj")
    first = windows.open(made)
    settle(qtbot, first)
    first.project.list.show_id(made.order.id_at(3))
    first.centre.editor.residues.go_to(17)
    first.centre.panes.split(BELOW, made.order.id_at(2))
    first.close()
    second = windows.open(open_file(path, Job()))
    settle(qtbot, second)
    order = second.signal.document.order
    panes = second.centre.panes
    assert panes.active.sequence_id == order.id_at(3)
    assert panes.active.residues.selection.start == 17
    assert panes.orientation == BELOW
    assert panes.other is not None
    assert panes.other.sequence_id == order.id_at(2)


def test_widths_of_columns_come_back_and_are_reset(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    first = windows.open(document(2))
    settle(qtbot, first)
    usual = first.project.list.columnWidth(Column.LENGTH)
    first.project.list.setColumnWidth(Column.LENGTH, usual + 31)
    first.centre.editor.features.tree.header().resizeSection(NAME, 256)
    first.end(keep=False)
    second = windows.open(document(2))
    settle(qtbot, second)
    header = second.centre.editor.features.tree.header()
    assert second.project.list.columnWidth(Column.LENGTH) == usual + 31
    assert header.sectionSize(NAME) == 256
    second.project_dock.hide()
    second.centre.panes.split(BELOW, None)
    layout = next(g for g in second.commands.groups if isinstance(g, LayoutActions))
    layout.reset.trigger()
    assert second.project_dock.isVisible()
    assert not second.centre.panes.is_split
    assert second.project.list.columnWidth(Column.LENGTH) == usual
    assert header.sectionSize(NAME) == USUAL_WIDTHS[NAME]
    second.end(keep=False)
    third = windows.open(document(2))
    settle(qtbot, third)
    assert third.project.list.columnWidth(Column.LENGTH) == usual


def test_the_map_is_shown_again_by_the_usual_layout(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = windows.open(document(1))
    settle(qtbot, window)
    window.desk.session.change(map_shown=False)
    window.centre.editor.map.hide()
    window.reset_layout()
    assert window.centre.editor.map.isVisible()
    assert window.desk.session.settings.map_shown
