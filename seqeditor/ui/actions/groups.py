"""The groups of actions beyond the ordinary menus, in the order in which the menus show them."""

from __future__ import annotations

from seqeditor.ui.actions.group import ActionGroup

GROUPS: tuple[type[ActionGroup], ...] = ()
