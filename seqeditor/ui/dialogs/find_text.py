"""Find and replace in the whole listing; what is found stands in the results below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from seqeditor.app.document import Change
from seqeditor.app.expressions import Pattern, PatternError
from seqeditor.app.finding_text import (
    Found,
    Hit,
    ReplacementError,
    Search,
    Where,
    becomes,
    check_replacement,
    find_text,
    moved_by,
    replace_hits,
)
from seqeditor.app.jobs import Job
from seqeditor.domain.criteria import NumbersError
from seqeditor.domain.sequence import MOLTYPES
from seqeditor.texts import N_, _, fill, ngettext
from seqeditor.ui.actions.bulk import AT_ONCE
from seqeditor.ui.actions.typing import finish_typing
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.find_words import found_words, hit_text, place_words, refusal_words
from seqeditor.ui.dialogs.scope import ALL, ScopeBox
from seqeditor.ui.models.hits_table import HitColumn, HitList
from seqeditor.ui.panels.filter_words import numbers_fault
from seqeditor.ui.panels.search_results import SearchResults
from seqeditor.ui.qt.locale import count_text
from seqeditor.vocabulary.features import feature_keys
from seqeditor.vocabulary.qualifiers import qualifiers

_WHERE = (
    (Where.QUALIFIERS, N_("Quali&fiers")),
    (Where.NAMES, N_("&Names and notes")),
    (Where.HEADER, N_("&General information")),
    (Where.RESIDUES, N_("R&esidues")),
)


@dataclass
class Asked:
    """What was asked for last, to be offered again."""

    text: str = ""
    replacement: str = ""
    is_expression: bool = False
    match_case: bool = False
    whole_word: bool = False
    where: frozenset[Where] = frozenset({Where.QUALIFIERS, Where.NAMES, Where.HEADER})
    key: str = ""
    name: str = ""


class FindDialog(QDialog):
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
        asked = self._asked
        self.text, self.replacement = QLineEdit(asked.text), QLineEdit(asked.replacement)
        self.is_expression = _check(_("Regular e&xpression"), asked.is_expression)
        self.match_case = _check(_("Match &case"), asked.match_case)
        self.whole_word = _check(_("&Whole words"), asked.whole_word)
        self.where = {one: _check(_(words), one in asked.where) for one, words in _WHERE}
        keys = {one.name for moltype in MOLTYPES for one in feature_keys(moltype)}
        names = {one.name for moltype in MOLTYPES for one in qualifiers(moltype)}
        self.key, self.name = _choice(keys, asked.key), _choice(names, asked.name)
        self.key.setAccessibleName(_("Only in features with this key"))
        self.name.setAccessibleName(_("Only in qualifiers of this name"))
        self.scope = ScopeBox(self._desk.project, self._desk.signal)
        self.scope.choose(ALL)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.hide()

    def _lay_out(self) -> None:
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(8)
        places, kinds = _row(*self.where.values()), _row(self.key, self.name)
        options = _row(self.match_case, self.whole_word, self.is_expression)
        for words, field, buddy in (
            (_("F&ind:"), self.text, self.text),
            (_("Re&place with:"), self.replacement, self.replacement),
            ("", options, None),
            (_("Look in:"), places, None),
            (_("&Key, qualifier:"), kinds, self.key),
            (_("&Sequences:"), self.scope, self.scope),
        ):
            label = QLabel(words)
            if buddy is not None:
                label.setBuddy(buddy)
            self.form.addRow(label, field)
        roles = QDialogButtonBox.ButtonRole
        self.buttons = QDialogButtonBox()
        self.find_button = self.buttons.addButton(_("&Find"), roles.ActionRole)
        self.replace = self.buttons.addButton(_("&Replace"), roles.ActionRole)
        self.replace_all = self.buttons.addButton(_("Replace &all"), roles.ActionRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Close)
        self.find_button.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(self.form)
        for widget in (self.words, self.progress, self.buttons):
            column.addWidget(widget)
        self.setMinimumWidth(640)

    def _connect(self) -> None:
        self.find_button.clicked.connect(lambda _checked=False: self.find_now())
        self.replace.clicked.connect(lambda _checked=False: self.replace_one())
        self.replace_all.clicked.connect(lambda _checked=False: self.replace_found())
        self.buttons.rejected.connect(self.close)
        self.text.textChanged.connect(lambda _text: self._show_buttons())
        self.replacement.textChanged.connect(lambda _text: self._show_becomes())
        for box in (*self.where.values(), self.is_expression):
            box.toggled.connect(lambda _on: self._show_buttons())
        self._results.model.modelReset.connect(self._show_buttons)
        self._results.model.rowsRemoved.connect(self._show_buttons)
        self._desk.signal.changed.connect(self._changed)
        self._desk.signal.busy_changed.connect(self._show_buttons)

    def show_replacing(self, replacing: bool) -> None:
        """Offer to replace, or only to find."""
        self.setWindowTitle(_("Find and replace") if replacing else _("Find"))
        self.form.setRowVisible(self.replacement, replacing)
        self.replace.setVisible(replacing)
        self.replace_all.setVisible(replacing)
        self._replacing = replacing
        self.find_button.setDefault(True)
        self.text.setFocus()
        self.text.selectAll()
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
        places = any(box.isChecked() for box in self.where.values())
        self.find_button.setEnabled(bool(self.text.text()) and places and self._job is None)
        ours = self._shows_ours and self._results.model.rowCount() > 0
        editable = ours and self._desk.signal.is_editable and self._job is None
        self.replace.setEnabled(editable)
        self.replace_all.setEnabled(editable)
        qualifiers_too = self.where[Where.QUALIFIERS].isChecked()
        self.key.setEnabled(qualifiers_too)
        self.name.setEnabled(qualifiers_too)

    @property
    def _shows_ours(self) -> bool:
        """Whether the results are those of the search in the fields."""
        return self._search is not None and self._key == self._key_now()

    def _key_now(self) -> object:
        chosen = tuple(box.isChecked() for box in (self.is_expression, self.match_case))
        places = tuple(box.isChecked() for box in self.where.values())
        kinds = (self.key.currentText(), self.name.currentText(), self.whole_word.isChecked())
        scope = (self.scope.scope, self.scope.numbers.text())
        return (self.text.text(), chosen, places, kinds, scope, id(self._results.model.columns))

    # Finding -----------------------------------------------------------------------------------

    def _wanted(self) -> Search | None:
        """Return what the fields ask for; what cannot be read is told."""
        try:
            pattern = Pattern(
                self.text.text(),
                is_expression=self.is_expression.isChecked(),
                match_case=self.match_case.isChecked(),
                whole_word=self.whole_word.isChecked(),
            )
        except PatternError as error:
            self.words.setText(
                fill(_("This is no regular expression: {reason}."), {"reason": str(error)})
            )
            return None
        where = frozenset(one for one, box in self.where.items() if box.isChecked())
        return Search(pattern, where, self.key.currentText(), self.name.currentText())

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
            ids = self.scope.ids()
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
        self.text.setFocus()

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
            check_replacement(self._search, self.replacement.text())
        except (PatternError, ReplacementError):
            return ""
        new = becomes(self._search, hit, self.replacement.text())
        return f"{hit.before[-15:]}{new}{hit.after[:15]}".replace("\n", " ")

    def _show_becomes(self) -> None:
        self._results.model.refresh()
        if self._search is None:
            return
        try:
            check_replacement(self._search, self.replacement.text())
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
        template = self.replacement.text()
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
        document, search, template = self._desk.document, self._search, self.replacement.text()
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
        asked = self._asked
        asked.text, asked.replacement = self.text.text(), self.replacement.text()
        asked.is_expression = self.is_expression.isChecked()
        asked.match_case = self.match_case.isChecked()
        asked.whole_word = self.whole_word.isChecked()
        asked.where = frozenset(one for one, box in self.where.items() if box.isChecked())
        asked.key, asked.name = self.key.currentText(), self.name.currentText()
        super().done(result)


def _check(words: str, on: bool) -> QCheckBox:
    box = QCheckBox(words)
    box.setChecked(on)
    return box


def _choice(items: set[str], text: str) -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    line = box.lineEdit()
    if line is not None:
        line.setPlaceholderText(_("any"))
    box.addItem("")
    box.addItems(sorted(items, key=str.casefold))
    box.setCurrentText(text)
    return box


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
