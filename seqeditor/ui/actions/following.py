"""Whether translations and proteins follow what is edited, and what is told when one cannot."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMainWindow

from seqeditor.app.document import Change
from seqeditor.app.following import NotFollowed, Reason
from seqeditor.app.jobs import Job
from seqeditor.app.proteins import add_proteins
from seqeditor.domain.edits.operations import GiveTranslation
from seqeditor.rules.finding import Level
from seqeditor.rules.translation.changes import with_computed
from seqeditor.texts import N_, _, fill, ngettext
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.following_words import following_words
from seqeditor.ui.actions.going import go_to_feature
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.rows import RowsDialog
from seqeditor.ui.panels.notice import Notice
from seqeditor.ui.qt.locale import count_text

_HEADS = (N_("SEQ ID NO"), N_("What was found"))
_ADVICE = (Reason.FEATURES, Reason.PROTEIN, Reason.ALONE)


class FollowingActions(ActionGroup):
    """The switch, and the notice above the sequence."""

    menu = "edit/residues"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self.follow = Action(
            window,
            N_("Translations fo&llow the residues"),
            self._switch,
            tip=N_(
                "When residues, location or genetic code of a CDS change, its translation and its"
                " protein change with them, in the same step"
            ),
        )
        self.follow.setCheckable(True)
        self._shown: Notice | None = None
        self._text = ""
        self._said: Callable[[], str] = str
        desk.signal.changed.connect(self._changed)
        self.refresh()

    def fill(self, menu: Menu) -> None:
        """Put the switch into its menu."""
        menu.add(self.follow)

    def refresh(self) -> None:
        """Show what was chosen, in another window perhaps."""
        follows = self.desk.session.settings.follow_translations
        self.follow.setChecked(follows)
        self.desk.document.follows = follows

    def _switch(self) -> None:
        self.desk.session.change(follow_translations=self.follow.isChecked())
        self.refresh()

    def _changed(self, change: Change) -> None:
        if change.told:
            self._show(change.told)
        elif self._shown is not None:
            # What the notice says is over, unless somebody else speaks there by now.
            if self._shown.text in (self._text, self._said()):
                self._shown.clear()
            self._shown = None

    def _show(self, told: tuple[NotFollowed, ...]) -> None:
        desk = self.desk
        here = any(desk.editor.sequence_id in (one.sequence, one.protein) for one in told)
        notice = desk.editor.notice if here else desk.notice
        if self._shown is not None and self._shown is not notice:
            self._shown.clear()
        level = Level.INFO if all(one.reason in _ADVICE for one in told) else Level.WARNING
        buttons: dict[str, Callable[[], object]] = {N_("Show all"): partial(self._show_all, told)}
        if len(told) == 1 and told[0].reason is Reason.ALONE:
            buttons = {N_("Show the protein"): partial(desk.project.show_sequence, told[0].protein)}
        elif len(told) == 1:
            buttons = {**self._ways(told[0]), N_("Show the CDS"): partial(self._go, told[0])}
        self._said = partial(self._words, told)
        notice.show_words(self._said, level=level, buttons=buttons)
        self._shown, self._text = notice, notice.text

    def _ways(self, told: NotFollowed) -> dict[str, Callable[[], object]]:
        """Return what the user may choose to do about it, by the words of the button."""
        if not self.desk.document.is_editable:
            return {}
        match told.reason:
            case Reason.DIFFERED:
                return {N_("Translate anew"): partial(self._translate, told)}
            case Reason.OTHER:
                return {N_("Write it as the protein"): partial(self._give, told)}
            case Reason.SHARED:
                return {N_("Give it a protein of its own"): partial(self._add, told)}
        return {}

    def _translate(self, told: NotFollowed) -> None:
        index = self._index(told)
        if index is not None:
            edit = partial(with_computed, index=index)
            self.desk.document.apply(N_("Translate a CDS"), [told.sequence], edit)

    def _give(self, told: NotFollowed) -> None:
        index = self._index(told)
        if index is not None:
            operation = GiveTranslation(told.sequence, index, told.protein)
            self.desk.document.carry_out(N_("Write a translation as the protein"), [operation])

    def _add(self, told: NotFollowed) -> None:
        wanted = {told.sequence: {told.feature}}
        if self._index(told) is not None:
            self.desk.document.write(
                N_("Add the protein of a CDS"), lambda copy: add_proteins(copy, wanted, Job())
            )

    def _index(self, told: NotFollowed) -> int | None:
        """Return the place of the CDS now, None when it is gone or nothing may be edited."""
        document = self.desk.document
        if not document.is_editable or told.sequence not in document.order:
            return None
        refs = [feature.ref for feature in document.sequence(told.sequence).features]
        return refs.index(told.feature) if told.feature in refs else None

    def _words(self, told: tuple[NotFollowed, ...]) -> str:
        first = self._sentence(told[0])
        if len(told) == 1:
            return first
        more = ngettext("{first} And {count} more.", "{first} And {count} more.", len(told) - 1)
        return fill(more, {"first": first, "count": count_text(len(told) - 1)})

    def _sentence(self, told: NotFollowed) -> str:
        return following_words(told, self.desk.document.number)

    def _go(self, told: NotFollowed) -> None:
        go_to_feature(self.desk, told.sequence, told.feature)

    def _show_all(self, told: tuple[NotFollowed, ...]) -> None:
        number = self.desk.document.number
        words = ngettext(
            "{count} translation or protein needs a look:",
            "{count} translations or proteins need a look:",
            len(told),
        )
        RowsDialog(
            self.desk.widget,
            _("Translations and proteins"),
            fill(words, {"count": count_text(len(told))}),
            _HEADS,
            [(number(one.sequence), self._sentence(one)) for one in told[:500]],
            wide=(1,),
        ).open()
