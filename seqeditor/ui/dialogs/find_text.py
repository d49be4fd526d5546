"""Find and replace in the whole listing; what is found stands in the results below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from seqeditor.app.document import Change
from seqeditor.app.expressions import PatternError
from seqeditor.app.finding_text import (
    Found,
    Hit,
    ReplacementError,
    Search,
    becomes,
    check_replacement,
    find_text,
    moved_by,
    replace_hits,
)
from seqeditor.app.jobs import Job
from seqeditor.domain.number_ranges import NumbersError
from seqeditor.texts import N_, _, fill, ngettext
from seqeditor.ui.actions.bulk import AT_ONCE
from seqeditor.ui.actions.typing import finish_typing
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.dialogs.find_fields import Asked, FindFields
from seqeditor.ui.dialogs.find_words import (
    found_words,
    hit_text,
    new_text,
    place_words,
    refusal_words,
)
from seqeditor.ui.models.hits_table import HitColumn, HitList
from seqeditor.ui.panels.filter_words import numbers_fault
from seqeditor.ui.panels.search_results import SearchResults
from seqeditor.ui.qt.locale import count_text


class FindDialog(Dialog):
    """Not modal. Finding again what has been found goes on to the next result."""

    def __init__(
        self, desk: Desk, results: SearchResults, asked: Asked, *, replacing: bool
    ) -> None:
        super().__init__(desk.widget)
        self._desk = desk
        self._results = results
        self._asked = asked
        self._job: Job | None = None
        self._search: Search | None = None
        self._key: object = None
        self._made_here = False
        self._make_fields()
        self._lay_out()
        self._connect()
        self._ticks = QTimer(self)
        self._ticks.setInterval(100)
        self._ticks.timeout.connect(self._show_progress)
        self.show_replacing(replacing)
        self._show_buttons()

    # Fields ------------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.fields = FindFields(self._desk.project, self._desk.signal, self._asked)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.hide()

    def _lay_out(self) -> None:
        roles = QDialogButtonBox.ButtonRole
        self.buttons = QDialogButtonBox()
        self.find_button = self.buttons.addButton(_("&Find"), roles.ActionRole)
        self.replace = self.buttons.addButton(_("&Replace"), roles.ActionRole)
        self.replace_all = self.buttons.addButton(_("Replace &all"), roles.ActionRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (self.fields, self.words, self.progress, self.buttons):
            column.addWidget(widget)
        self.setMinimumWidth(640)

    def _connect(self) -> None:
        self.find_button.clicked.connect(lambda _checked=False: self.find_now())
        self.replace.clicked.connect(lambda _checked=False: self.replace_one())
        self.replace_all.clicked.connect(lambda _checked=False: self.replace_found())
        self.buttons.rejected.connect(self.close)
        self.fields.changed.connect(self._show_buttons)
        self.fields.replacement_changed.connect(self._show_becomes)
        self._results.model.modelReset.connect(self._show_buttons)
        self._results.model.rowsRemoved.connect(self._show_buttons)
        self._desk.signal.changed.connect(self._changed)
        self._desk.signal.busy_changed.connect(self._show_buttons)

    def show_replacing(self, replacing: bool) -> None:
        """Offer to replace, or only to find."""
        self.setWindowTitle(_("Find and replace") if replacing else _("Find"))
        self.fields.show_replacing(replacing)
        self.replace.setVisible(replacing)
        self.replace_all.setVisible(replacing)
        self._replacing = replacing
        self.find_button.setDefault(True)
        self.adjustSize()
        self._results.model.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Have Enter find; the box of buttons makes another the default when some are hidden."""
        on_button = isinstance(self.focusWidget(), QPushButton)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not on_button:
            self.find_now()
            return
        super().keyPressEvent(event)

    def _show_buttons(self, *_arguments: object) -> None:
        self.find_button.setEnabled(self.fields.is_complete and self._job is None)
        ours = self._shows_ours and self._results.model.rowCount() > 0
        editable = ours and self._desk.signal.is_editable and self._job is None
        self.replace.setEnabled(editable)
        self.replace_all.setEnabled(editable)

    @property
    def _shows_ours(self) -> bool:
        """Whether the results are those of the search in the fields."""
        return self._search is not None and self._key == self._key_now()

    def _key_now(self) -> object:
        return (self.fields.state(), id(self._results.model.columns))

    # Finding -----------------------------------------------------------------------------------

    def _wanted(self) -> Search | None:
        """Return what the fields ask for; what cannot be read is told."""
        try:
            return self.fields.search()
        except PatternError as error:
            self.words.setText(
                fill(_("This is no regular expression: {reason}."), {"reason": str(error)})
            )
            return None

    def find_now(self) -> None:
        """Look for the text; what has been found already is gone through one by one."""
        if not self.find_button.isEnabled():
            return
        if self._shows_ours and self._results.model.rowCount():
            self.go_on(1)
            return
        search = self._wanted()
        if search is None:
            return
        try:
            ids = self.fields.scope.ids()
        except NumbersError as error:
            self.words.setText(numbers_fault(error))
            return
        finish_typing(self._desk.widget)
        document = self._desk.document

        def work(job: Job) -> Found:
            reader = document.reader()
            try:
                return find_text(reader, ids, search, job)
            finally:
                reader.connection.close()

        def show(found: Found) -> None:
            if self._job is job:
                self._show_found(found, search)

        def stopped() -> None:
            if self._job is job:
                self._end_job()
                self.words.setText(_("The search was stopped."))

        job = self._job = self._desk.runner.start(work, on_done=show, on_cancelled=stopped)
        self.words.clear()
        self._ticks.start()
        self._show_buttons()

    def _show_found(self, found: Found, search: Search) -> None:
        self._end_job()
        self._search = search
        self._results.show_found(HitList(found.hits, self._columns()), lambda: found_words(found))
        self._key = self._key_now()
        self.words.setText(found_words(found))
        self._show_buttons()
        self._results.go_to(0)
        self.activateWindow()
        self.fields.text.setFocus()

    def _columns(self) -> tuple[HitColumn, ...]:
        number = self._desk.document.number
        return (
            HitColumn(
                N_("SEQ ID NO"),
                lambda hit: number(hit.sequence_id) if hit.sequence_id else "",
                to_end=True,
            ),
            HitColumn(N_("Place"), place_words),
            HitColumn(N_("Text"), hit_text, wide=True),
            HitColumn(N_("Becomes"), self._becomes, wide=True),
        )

    def _becomes(self, hit: Hit) -> str:
        if not self._replacing or self._search is None:
            return ""
        try:
            check_replacement(self._search, self.fields.replacement.text())
        except (PatternError, ReplacementError):
            return ""
        return new_text(hit, becomes(self._search, hit, self.fields.replacement.text()))

    def _show_becomes(self) -> None:
        self._results.model.refresh()
        if self._search is None:
            return
        try:
            check_replacement(self._search, self.fields.replacement.text())
            self.words.clear()
        except (PatternError, ReplacementError) as error:
            self.words.setText(refusal_words(error))

    def go_on(self, step: int) -> None:
        """Show the next result, or the one before."""
        count = self._results.model.rowCount()
        if count:
            row = self._results.table.currentIndex().row() + step
            self._results.go_to(row % count)
            self.activateWindow()

    # Replacing ---------------------------------------------------------------------------------

    def replace_one(self) -> None:
        """Replace the result shown, and show the next."""
        model, search = self._results.model, self._search
        row = max(self._results.table.currentIndex().row(), 0)
        hit = model.hit_at(row)
        if hit is None or search is None:
            return
        template = self.fields.replacement.text()
        longer = len(becomes(search, hit, template)) - len(hit.match)

        def then(count: int) -> None:
            self._results.remove([hit])
            if count:
                for number, other in enumerate(model.hits):
                    if (new := moved_by(other, hit, longer)) is not other:
                        model.exchange(number, new)
            self._results.go_to(min(row, model.rowCount() - 1))
            self.activateWindow()
            self._show_buttons()

        self._replace([hit], then)

    def replace_found(self) -> None:
        """Replace all results as one step."""
        hits = list(self._results.model.hits)

        def then(_count: int) -> None:
            self._results.remove(hits)
            self._show_buttons()

        self._replace(hits, then)

    def _replace(self, hits: list[Hit], then: Callable[[int], object]) -> None:
        document, search = self._desk.document, self._search
        template = self.fields.replacement.text()
        if search is None or not self._desk.signal.is_editable:
            return
        finish_typing(self._desk.widget)

        def work(job: Job) -> tuple[Change, int]:
            return replace_hits(document, search, hits, template, job)

        def done(result: tuple[Change, int]) -> None:
            words = ngettext("{count} place replaced.", "{count} places replaced.", result[1])
            self.words.setText(fill(words, {"count": count_text(result[1])}))
            then(result[1])
            self._made_here = False

        def failed(error: BaseException) -> None:
            self._made_here = False
            if isinstance(error, PatternError | ReplacementError):
                self.words.setText(refusal_words(error))
            else:
                self._desk.tell(_("Nothing was changed."), error)

        self._made_here = True
        if len(hits) > AT_ONCE:
            self._desk.runner.start(work, on_done=done, on_error=failed, holds_document=True)
            return
        try:
            result = work(Job())
        except Exception as error:
            failed(error)
        else:
            done(result)

    # The rest ----------------------------------------------------------------------------------

    def _changed(self, _change: object) -> None:
        """What was found may stand elsewhere now, unless it was replaced from here."""
        if not self._made_here:
            self._key = None
            self._show_buttons()

    def _show_progress(self) -> None:
        if self._job is not None:
            self.progress.setRange(0, self._job.total)
            self.progress.setValue(self._job.done)
            self.progress.show()

    def _end_job(self) -> None:
        self._job = None
        self._ticks.stop()
        self.progress.hide()
        self._show_buttons()

    def done(self, result: int) -> None:
        """Stop looking, and remember what was asked for."""
        self._replacing = False  # the results outlive the fields
        self._results.model.refresh()
        if self._job is not None:
            self._job.cancel()
            self._end_job()
        self.fields.remember(self._asked)
        super().done(result)
