"""A listing of an older version is judged leniently while it is read, and the window says so."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from seqeditor.app.migration import is_older
from seqeditor.rules.rule import LEGACY, PROFILES
from seqeditor.texts import N_, _
from seqeditor.ui.desk import Desk
from seqeditor.ui.panels.notice import Notice


class OlderListing(QObject):
    """Chooses the profile for one window; the profile the user has chosen for all stays as it is.

    It returns once the listing is migrated, when the user asks for it, and before filing.
    """

    def __init__(self, desk: Desk, notice: Notice, migrate: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._notice = notice
        self._migrate = migrate
        self._is_lenient = False
        self._is_refused = False
        self._shown: tuple[bool, bool] = (False, False)
        desk.signal.changed.connect(lambda _change: self.follow())
        desk.signal.busy_changed.connect(lambda _busy: self.follow())
        desk.signal.state_changed.connect(self.follow)

    def begin(self) -> None:
        """Choose the profile for a listing just opened; the caller has it checked."""
        self._is_lenient = self._profile != LEGACY and is_older(self._desk.document.header)
        profile = LEGACY if self._is_lenient else self._profile
        if profile != PROFILES[0]:
            # What was found in the file while it was read has been judged by the first one.
            self._desk.signal.validation.choose_profile(profile)
        self._desk.signal.tell_state()

    def follow(self) -> None:
        """Be lenient exactly while the listing is of an older version."""
        if self._desk.document.busy:
            return  # the one who has it gives it back, and then we are called again
        if self._is_lenient and self._desk.signal.validation.profile != LEGACY:
            # Somebody has chosen another one in the menu.
            self._is_lenient, self._is_refused = False, True
        older = not self._is_refused and is_older(self._desk.document.header)
        if older and not self._is_lenient and self._profile != LEGACY:
            self._is_lenient = True
            self._judge(LEGACY)
        elif self._is_lenient and not older:
            self._is_lenient = False
            self._judge(self._profile)
        self._show()

    def judge_in_force(self) -> None:
        """Judge by the user's own profile from now on, in this window too."""
        self._is_lenient, self._is_refused = False, True
        self._judge(self._profile)
        self._show()

    def judge_for_filing(self) -> None:
        """Be lenient no longer: what is generated is judged by the rules in force."""
        if is_older(self._desk.document.header):
            self._is_lenient, self._is_refused = False, True
            own = self._profile
            self._desk.signal.validation.choose_profile(PROFILES[0] if own == LEGACY else own)
            self._desk.signal.tell_state()

    @property
    def _profile(self) -> str:
        return self._desk.session.settings.profile

    def _judge(self, profile: str) -> None:
        self._desk.signal.validation.choose_profile(profile)
        self._desk.live.check_all()
        self._desk.signal.tell_state()

    def _show(self) -> None:
        shown = (self._is_lenient, self._desk.document.is_editable)
        if shown == self._shown:
            return  # it may have been closed by hand
        self._shown = shown
        if not self._is_lenient:
            self._notice.clear()
            return
        buttons = {N_("Judge by the rules in force"): self.judge_in_force}
        if self._desk.document.is_editable:
            buttons = {N_("Migrate to DTD V1_3"): self._migrate.trigger, **buttons}
        self._notice.show_words(self._words, buttons=buttons)

    def _words(self) -> str:
        return _(
            "This listing is of the older version {version}. While it is read, what has changed"
            " since then counts as a warning only (profile legacy). For filing it has to be brought"
            " up to DTD V1_3."
        ).replace("{version}", self._desk.document.header.dtd_version or "")
