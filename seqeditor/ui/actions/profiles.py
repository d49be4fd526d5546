"""Choosing by whose rules a listing is judged."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QWidget

from seqeditor.rules.rule import PROFILES
from seqeditor.texts import N_
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.desk import Desk

_NAMES = {
    "applicant": (N_("&Applicant"), N_("The rules of ST.26 for a listing that is to be filed")),
    "office": (N_("&Office"), N_("Accepts what Offices add, such as INSDSeq_other-seqids")),
    "strict": (N_("&Strict"), N_("Takes doubtful cases for errors")),
    "legacy": (N_("&Legacy"), N_("Reads older listings leniently in matters of version")),
    "us": (N_("&US"), N_("Adds what the US Office asks for")),
}


class ProfileActions(QObject):
    """The submenu of profiles; one is chosen for all windows to come and for this one at once."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.menu = Menu(parent, N_("&Profile of the rules"))
        self._group = QActionGroup(self)
        self.entries: dict[str, Action] = {}
        for name in PROFILES:
            text, tip = _NAMES[name]
            entry = Action(parent, text, partial(self.choose, name), tip=tip)
            entry.setCheckable(True)
            self._group.addAction(entry)
            self.menu.addAction(entry)
            self.entries[name] = entry
        self.menu.setToolTipsVisible(True)
        self.refresh()

    def choose(self, name: str) -> None:
        """Judge by a profile from now on, and check the whole listing by it."""
        self._desk.session.change(profile=name)
        self._desk.signal.validation.choose_profile(name)
        self._desk.live.check_all()
        self._desk.signal.tell_state()
        self.refresh()

    def refresh(self) -> None:
        """Mark the profile in use."""
        self.entries[self._desk.signal.validation.profile].setChecked(True)
