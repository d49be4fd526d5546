"""The feature map for a screen reader: a list whose items are the features, in their order."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any
from weakref import ref

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget

from seqeditor.texts import _, fill

if TYPE_CHECKING:
    from seqeditor.ui.map.entries import Entry
    from seqeditor.ui.map.view import FeatureMap

MOST_ITEMS = 2_000
"""A screen reader that goes through a whole chromosome hears of so many features."""

EDIT = "edit"


def _living(of: ref[FeatureMap]) -> FeatureMap:
    """Return the map; an interface is not asked any more once its map is gone."""
    view = of()
    if view is None:
        raise RuntimeError("the map of this interface is gone")
    return view


class FeatureActions(QAccessibleActionInterface):
    """What can be done with a feature: to choose it, and to edit it."""

    def __init__(self, item: FeatureItem) -> None:
        super().__init__()
        self._item = item

    def actionNames(self) -> list[str]:
        """Return the names of the actions, as screen readers know them."""
        return [QAccessibleActionInterface.pressAction(), EDIT]

    def localizedActionName(self, name: str) -> str:
        """Return what is said of an action."""
        return _("Edit") if name == EDIT else _("Choose")

    def doAction(self, action_name: str) -> None:
        """Choose the feature, or edit it."""
        entry, view = self._item.entry, self._item.view
        if entry is not None:
            view.choose(entry.index)
            if action_name == EDIT:
                view.feature_activated.emit(entry.index)

    def keyBindingsForAction(self, action_name: str) -> list[str]:
        """Return no keys of its own: those of the map are the same for all."""
        return []


class FeatureItem(QAccessibleInterface):
    """One feature: its key and name, where it is, whether it is the current one."""

    def __init__(self, of: ref[FeatureMap], number: int) -> None:
        super().__init__()
        self._of = of
        self._number = number
        self._actions = FeatureActions(self)

    @property
    def view(self) -> FeatureMap:
        """The map."""
        return _living(self._of)

    @property
    def entry(self) -> Entry | None:
        """The feature, None when there are fewer by now."""
        view = self._of()
        if view is None or self._number >= len(view.entries):
            return None
        return view.entries[self._number]

    def isValid(self) -> bool:
        """Tell whether the feature is still there."""
        return self.entry is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        """Return nothing: features are painted, they are no widgets."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """Return the window of the map."""
        return self.view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """Return the map."""
        return QAccessible.queryAccessibleInterface(self.view)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return nothing below."""
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return nothing below."""
        return None

    def childCount(self) -> int:
        """Return 0."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Return that nothing is below."""
        return -1

    def role(self) -> QAccessible.Role:
        """Return that this is one of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Return whether it is the current one."""
        state = QAccessible.State()
        state.selectable = 1
        state.focusable = 1
        entry = self.entry
        if entry is not None and entry.index == self.view.current:
            state.selected = 1
            state.active = 1
        return state

    def rect(self) -> QRect:
        """Return where the feature is on the screen."""
        entry, view = self.entry, self.view
        if entry is None:
            return QRect()
        rect = view.plan.rect_of(entry).toAlignedRect()
        return QRect(view.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def text(self, t: QAccessible.Text) -> str:
        """Return key, name and location as name, the location alone as value."""
        entry = self.entry
        if entry is None:
            return ""
        if t == QAccessible.Text.Name:
            words = _("{label}, at {location}.")
            if all(piece.strand < 0 for piece in entry.pieces):
                words = _("{label}, at {location}, on the other strand.")
            return fill(words, {"label": entry.label, "location": entry.location})
        return entry.location if t == QAccessible.Text.Value else ""

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Change nothing: features are edited in their table."""

    def interface_cast(self, t: QAccessible.InterfaceType) -> Any:
        """Return the actions when they are asked for (PySide6 declares an int by mistake)."""
        return self._actions if t == QAccessible.InterfaceType.ActionInterface else None


class AccessibleMap(QAccessibleWidget):
    """The map: a list with an item for each feature that is shown."""

    def __init__(self, view: FeatureMap) -> None:
        super().__init__(view, QAccessible.Role.List)
        self._of = ref(view)  # PySide6 never lets go of an interface: it must not keep the map
        self._items: dict[int, FeatureItem] = {}

    def childCount(self) -> int:
        """Return how many features there are."""
        return min(len(_living(self._of).entries), MOST_ITEMS)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the item of a feature, always the same one."""
        if not 0 <= index < self.childCount():
            return None
        if index not in self._items:
            self._items[index] = FeatureItem(self._of, index)
        return self._items[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the number of an item, -1 for what is none."""
        return next((n for n, item in self._items.items() if item is child), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the item at a point of the screen."""
        for number in range(self.childCount()):
            item = self.child(number)
            if item is not None and item.rect().contains(x, y):
                return item
        return None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the item of the current feature."""
        view = _living(self._of)
        for number, entry in enumerate(view.entries[:MOST_ITEMS]):
            if entry.index == view.current:
                return self.child(number)
        return None


@cache
def install_factory(kind: type[FeatureMap]) -> None:
    """Make maps of this class known to screen readers; once in a process is enough."""

    def answer(class_name: str, thing: QObject | None) -> QAccessibleInterface | None:
        if not isinstance(thing, kind):
            return None
        thing.accessible = AccessibleMap(thing)
        return thing.accessible

    QAccessible.installFactory(answer)
