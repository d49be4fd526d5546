from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.ui.map.view import FeatureMap
from tests.ui.map.conftest import Maker


def interface(view: FeatureMap) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(view)
    assert found is not None
    return found


def names(view: FeatureMap) -> list[str]:
    found = interface(view)
    return [
        found.child(n).text(QAccessible.Text.Name).replace("\u2066", "").replace("\u2069", "")
        for n in range(found.childCount())
    ]


def actions(item: QAccessibleInterface) -> object:
    return item.interface_cast(QAccessible.InterfaceType.ActionInterface)


def test_the_map_is_a_list_of_its_features(shown: Maker) -> None:
    view = shown()
    assert interface(view).role() == QAccessible.Role.List
    assert interface(view).text(QAccessible.Text.Name) == "Feature map"
    assert names(view) == [
        "CDS  bla, at 100..300.",
        "CDS, at complement(join(400..500,600..700)), on the other strand.",
        "variation, at 800^801.",
        "gene, at <850..>950.",
    ]
    item = interface(view).child(1)
    assert item.role() == QAccessible.Role.ListItem
    assert item.text(QAccessible.Text.Value) == "complement(join(400..500,600..700))"
    assert item.childCount() == 0
    assert interface(view).indexOfChild(item) == 1
    assert interface(view).child(4) is None


def test_an_item_says_where_it_is_and_is_found_there(shown: Maker) -> None:
    view = shown()
    item = interface(view).child(0)
    place = item.rect().center()
    assert view.rect().contains(view.mapFromGlobal(place))
    assert interface(view).childAt(place.x(), place.y()) is item
    assert interface(view).childAt(-50, -50) is None


def test_an_item_is_chosen_and_edited(shown: Maker, qtbot: QtBot) -> None:
    view = shown()
    chosen: list[int] = []
    edited: list[int] = []
    view.feature_chosen.connect(chosen.append)
    view.feature_activated.connect(edited.append)
    item = interface(view).child(1)
    assert not item.state().selected
    offered = actions(item)
    press, edit = offered.actionNames()  # type: ignore[attr-defined]
    offered.doAction(press)  # type: ignore[attr-defined]
    assert (chosen, edited, view.current) == ([2], [], 2)
    assert item.state().selected
    assert interface(view).focusChild() is item
    offered.doAction(edit)  # type: ignore[attr-defined]
    assert edited == [2]


def test_items_follow_the_features(shown: Maker) -> None:
    view = shown()
    last = interface(view).child(3)
    assert last.isValid()
    view.set_sequence(Sequence("DNA", view.sequence.residues, (Feature("CDS", "1..9"),)))
    assert names(view) == ["CDS, at 1..9."]
    assert not last.isValid()
    assert last.text(QAccessible.Text.Name) == ""
    assert last.rect().isEmpty()


def test_nothing_is_left_of_a_map_that_is_gone(qtbot: QtBot) -> None:
    view = FeatureMap()
    view.set_sequence(Sequence("DNA", TextResidues("a" * 30), (Feature("CDS", "1..9"),)))
    item = interface(view).child(0)
    QAccessible.registerAccessibleInterface(item)
    known = QAccessible.uniqueId(item)
    assert QAccessible.accessibleInterface(known) is item
    QAccessible.deleteAccessibleInterface(known)
    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del item
    gc.collect()
    assert QAccessible.accessibleInterface(known) is None
