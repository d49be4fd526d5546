"""Every change of the order goes by here: what it does to numbers is asked before it is done."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QObject

from seqeditor.app.jobs import Job
from seqeditor.app.renumbering import (
    Plan,
    adjust,
    keeps_numbers,
    planned,
    with_gap,
    with_moved,
    without,
)
from seqeditor.app.snapshots import filed_by
from seqeditor.domain.edits.sequence import set_skipped
from seqeditor.domain.mention import MentionKind
from seqeditor.rules.finding import Level
from seqeditor.store.across import count_mentions
from seqeditor.store.workingcopy import WorkingCopy
from seqeditor.texts import N_, _, fill, ngettext
from seqeditor.ui.actions.bulk import run_edit
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.mentions import MentionsDialog
from seqeditor.ui.dialogs.message import Answer, Icon, Role, show_message
from seqeditor.ui.qt.locale import count_text, moment_text

_QUICK = 300
"""So many mentions are looked through at once; more beside the window."""

Label = tuple[str, dict[str, str | int]]
Then = Callable[[], object]
Put = Callable[[WorkingCopy, int], list[int]]


def _nothing() -> None: ...


@dataclass(frozen=True)
class Rearrangement:
    """A change of the order: the order afterwards (0: a newcomer), and what makes it.

    `count`: how many sequences it writes; `gone`: ids that stay but become skipped ones.
    """

    label: Label
    count: int
    wanted: array[int]
    work: Callable[[WorkingCopy, Job], object]
    then: Then = _nothing
    gone: Collection[int] = field(default_factory=frozenset)


class Rearranger(QObject):
    """Changes of the order in one window; remembers what was said about texts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.widget)
        self.setObjectName("rearranger")
        self._desk = desk
        self.adjusts: bool | None = None

    # -- what can be done ----------------------------------------------------------------------

    def move(self, label: Label, ids: Iterable[int], position: int, then: Then = _nothing) -> None:
        """Put sequences before a position; numbers frozen as filed only after a question."""
        document = self._desk.document
        moved = array("q", (one for one in ids if one in document.order))
        wanted = with_moved(document.order.ids, moved, position)

        def work(copy: WorkingCopy, job: Job) -> None:
            job.report(0, len(moved))
            copy.move_sequences(moved, position)

        self._unless_filed(Rearrangement(label, len(moved), wanted, work, then))

    def sort(self, label: Label, wanted: array[int], then: Then = _nothing) -> None:
        """Put all sequences into an order, and number them by it."""

        def work(copy: WorkingCopy, job: Job) -> None:
            copy.reorder(wanted, lambda done: job.report(done, len(wanted)))
            copy.number_by_position()

        self._unless_filed(Rearrangement(label, len(wanted), wanted, work, then))

    def insert(
        self,
        label: Label,
        position: int,
        count: int,
        put: Put,
        then: Callable[[list[int]], object],
        *,
        asks: bool = False,
    ) -> None:
        """Insert sequences before a position: at the end where the numbers there are frozen.

        `put` inserts so many before the position it is given, and returns their ids. `asks`: the
        place was chosen on purpose, so it is asked whether it is to be that all the same.
        """
        document = self._desk.document
        if position > document.filed:
            self._insert(label, position, count, put, then)
            return

        def at_end() -> None:
            self._insert(label, document.count() + 1, count, put, then)

        if not asks:

            def told(ids: list[int]) -> None:
                then(ids)
                self._tell_end()

            self._insert(label, document.count() + 1, count, put, told)
            return
        show_message(
            self._desk.widget,
            _("Insert"),
            self._filed_words(),
            details=_("What is inserted before them gives them other numbers."),
            icon=Icon.Question,
            answers=(
                Answer(N_("Add at the &end"), at_end, is_default=True),
                Answer(
                    N_("&Insert all the same"),
                    lambda: self._insert(label, position, count, put, then),
                ),
                Answer(N_("&Cancel"), role=Role.RejectRole),
            ),
        )

    def _insert(
        self,
        label: Label,
        position: int,
        count: int,
        put: Put,
        then: Callable[[list[int]], object],
    ) -> None:
        made: list[int] = []

        def work(copy: WorkingCopy, _job: Job) -> None:
            made.extend(put(copy, position))

        wanted = with_gap(self._desk.document.order.ids, position, count)
        self._look(Rearrangement(label, count, wanted, work, lambda: then(made)))

    def remove(self, label: Label, ids: Collection[int], then: Then = _nothing) -> None:
        """Take sequences out; those with frozen numbers are skipped, after a question."""
        document = self._desk.document
        filed = document.filed
        if not filed:
            self._remove(label, list(ids), [], then)
            return
        present = [one for one in ids if one in document.order]
        kept = [one for one in present if document.order.position(one) <= filed]
        out = [one for one in present if document.order.position(one) > filed]
        if not kept:
            self._remove(label, out, [], then)
            return
        words = ngettext(
            "{count} sequence stays as an intentionally skipped one (000): its residues and"
            " features are removed, the numbers of the others stay.",
            "{count} sequences stay as intentionally skipped ones (000): their residues and"
            " features are removed, the numbers of the others stay.",
            len(kept),
        )
        show_message(
            self._desk.widget,
            _("Delete"),
            self._filed_words(),
            details=fill(words, {"count": count_text(len(kept))}),
            icon=Icon.Question,
            answers=(
                Answer(N_("S&kip"), lambda: self._remove(label, out, kept, then), is_default=True),
                Answer(N_("&Cancel"), role=Role.RejectRole),
            ),
        )

    def skip(self, label: Label, ids: Iterable[int], then: Then = _nothing) -> None:
        """Turn sequences into intentionally skipped ones; texts that name them are told."""
        self._remove(label, [], list(ids), then)

    def _remove(self, label: Label, out: list[int], kept: list[int], then: Then) -> None:
        document = self._desk.document
        out = [one for one in out if one in document.order]
        kept = [one for one in kept if one in document.order]

        def work(copy: WorkingCopy, job: Job) -> None:
            for done, one in enumerate(kept):
                if done % 200 == 0:
                    job.report(done, len(kept))
                copy.write_sequence(one, set_skipped(copy.sequence(one)))
            copy.remove_sequences(out)

        wanted = without(document.order.ids, out) if out else document.order.ids
        count = len(out) + len(kept)
        self._look(Rearrangement(label, count, wanted, work, then, frozenset(kept)))

    # -- asking --------------------------------------------------------------------------------

    def _unless_filed(self, one: Rearrangement) -> None:
        document = self._desk.document
        filed = document.filed
        if not filed or one.wanted[:filed] == document.order.ids[:filed]:
            self._look(one)
            return
        show_message(
            self._desk.widget,
            _("Other numbers"),
            self._filed_words(),
            details=_("This gives sequences that were filed other numbers."),
            icon=Icon.Warning,
            answers=(
                Answer(N_("&Renumber all the same"), lambda: self._look(one)),
                Answer(N_("&Cancel"), role=Role.RejectRole, is_default=True),
            ),
        )

    def _filed_words(self) -> str:
        document = self._desk.document
        kept = filed_by(document)
        if kept is None:
            words, parameters = _("The numbers up to {number} are frozen."), {}
        else:
            words = _("The numbers up to {number} were filed on {date} (“{label}”).")
            at = moment_text(datetime.fromisoformat(kept.at))
            parameters = {"date": at, "label": kept.label}
        return fill(words, {"number": str(document.filed), **parameters})

    def _look(self, one: Rearrangement) -> None:
        document = self._desk.document
        if not document.is_editable:
            return
        before = document.copy.last_step

        def go_on(plan: Plan) -> None:
            # A question may have stood a while: nothing is done to another listing than asked for.
            if document.is_editable and document.copy.last_step == before:
                self._ask(one, plan)

        if keeps_numbers(document.copy, one.wanted) and not one.gone:
            go_on(Plan())
        elif count_mentions(document.copy.connection, MentionKind.NUMBER) <= _QUICK:
            go_on(planned(document.copy, one.wanted, Job(), skipped=one.gone))
        else:
            self._desk.runner.start(
                lambda job: planned(document.copy, one.wanted, job, skipped=one.gone),
                on_done=go_on,
                on_error=lambda error: self._desk.tell(_("Nothing was changed."), error),
                holds_document=True,
            )

    def _ask(self, one: Rearrangement, plan: Plan) -> None:
        if not plan.places:
            self._run(one, Plan())
        elif self.adjusts is not None and plan.changed:
            self._run(one, plan, adjusts=self.adjusts)
        else:
            dialog = MentionsDialog(
                self._desk.document, plan, _("Mentions of sequences"), self._desk.widget
            )

            def chosen(adjusts: bool) -> None:
                if dialog.again.isChecked():
                    self.adjusts = adjusts
                if self._desk.document.is_editable:
                    self._run(one, plan, adjusts=adjusts)

            dialog.chosen.connect(chosen)
            dialog.open()

    # -- doing ---------------------------------------------------------------------------------

    def _run(self, one: Rearrangement, plan: Plan, *, adjusts: bool = False) -> None:
        document = self._desk.document

        def edit(job: Job) -> None:
            def work(copy: WorkingCopy) -> None:
                one.work(copy, job)
                if adjusts:
                    adjust(copy, plan, job)

            document.write(one.label[0], work, arguments=one.label[1])

        def then() -> None:
            one.then()
            self._tell(plan, adjusts=adjusts)

        run_edit(self._desk, max(one.count, plan.changed if adjusts else 0), edit, then)

    def _tell(self, plan: Plan, *, adjusts: bool) -> None:
        done = plan.changed if adjusts else 0
        left = plan.lost + plan.changed - done
        if done or left:
            self._desk.notice.show_words(
                lambda: _told(done, left), level=Level.WARNING if left else Level.INFO
            )

    def _tell_end(self) -> None:
        self._desk.notice.show_words(
            lambda: _("The numbers are frozen as filed, so this was added at the end.")
        )


def _told(done: int, left: int) -> str:
    parts = []
    if done:
        words = ngettext(
            "{count} mention in free text was adjusted.",
            "{count} mentions in free text were adjusted.",
            done,
        )
        parts.append(fill(words, {"count": count_text(done)}))
    if left:
        words = ngettext(
            "{count} mention in free text stayed as it was; check whether it is still right.",
            "{count} mentions in free text stayed as they were; check whether they are still"
            " right.",
            left,
        )
        parts.append(fill(words, {"count": count_text(left)}))
    return " ".join(parts)


def rearranger(desk: Desk) -> Rearranger:
    """Return the one of a window."""
    found = desk.widget.findChild(Rearranger, "rearranger")
    return found if found is not None else Rearranger(desk)
