"""Sets one thing in many sequences, after a look at what it would change."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from seqeditor.app.bulk_set import Preview, What, Wish, apply_wish, preview
from seqeditor.app.jobs import Job
from seqeditor.domain.edits.bulk_set import Mode
from seqeditor.domain.number_ranges import NumbersError
from seqeditor.domain.sequence import MOLTYPES
from seqeditor.texts import N_, _, fill, ngettext, say
from seqeditor.ui.actions.bulk import run_edit
from seqeditor.ui.actions.typing import finish_typing
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.bulk_words import changed_words, count_words
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.dialogs.report_table import ReportTable
from seqeditor.ui.dialogs.scope import ALL, SELECTED, SHOWN, ScopeBox
from seqeditor.ui.organisms.line import OrganismLine
from seqeditor.ui.panels.filter_words import numbers_fault
from seqeditor.ui.qt.locale import count_text
from seqeditor.vocabulary.features import feature_key, feature_keys
from seqeditor.vocabulary.qualifiers import mol_types, qualifier

DELAY = 250
"""Milliseconds without typing after which the preview is made."""

_ORGANISM, _MOL_TYPE, _QUALIFIER = "organism", "mol_type", "qualifier"
MANDATORY = (_ORGANISM, _MOL_TYPE)
_KINDS = (
    (_ORGANISM, N_("Organism")),
    (_MOL_TYPE, N_("mol_type")),
    (_QUALIFIER, N_("Any qualifier")),
    (What.TRANSLATION, N_("Text in the other language")),
    (What.REMOVE_QUALIFIER, N_("Remove a qualifier")),
    (What.ADD_FEATURE, N_("Add a feature to each")),
    (What.REMOVE_FEATURE, N_("Remove features")),
    (What.MOLTYPE, N_("Molecule type (DNA or RNA)")),
)
_MODES = (
    (Mode.SET, N_("Replace what is there")),
    (Mode.FILL, N_("Only where it is missing or empty")),
    (Mode.ADD, N_("Add one more")),
)
_HEADS = (N_("SEQ ID NO"), N_("Now"), N_("Then"), N_("Remark"))


class BulkSetDialog(Dialog):
    """Not modal. Closes when the change is made."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.widget)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Set in many sequences"))
        self._desk = desk
        self._job: Job | None = None
        self._found: Preview | None = None
        self._wish: Wish | None = None
        self._make_fields()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self.look)
        self._ticks = QTimer(self)
        self._ticks.setInterval(100)
        self._ticks.timeout.connect(self._show_progress)
        self._connect()
        self._show_fields()

    # Fields ------------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.kind, self.mode, self.moltype = QComboBox(), QComboBox(), QComboBox()
        for value, words in _KINDS:
            self.kind.addItem(_(words), value)
        for mode, words in _MODES:
            self.mode.addItem(_(words), mode)
        for moltype in ("DNA", "RNA"):
            self.moltype.addItem(moltype)
        self.key, self.name, self.value = _editable(), _editable(), _editable()
        self.key.addItems(_all_keys())
        self.organism = OrganismLine(None, self._desk.document.organism_names)
        self.location = QLineEdit()
        self.location.setPlaceholderText(_("the whole sequence"))
        for line in (self.location, self.key, self.name):
            line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.scope = ScopeBox(self._desk.project, self._desk.signal)
        if self._desk.project.list.selected_count() > 1:
            self.scope.choose(SELECTED)
        else:
            filtered = not self._desk.project.list_filter.criteria.is_empty
            self.scope.choose(SHOWN if filtered else ALL)
        self.count = QLabel()
        self.count.setWordWrap(True)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        self.progress.hide()
        self.table = ReportTable(_("What would change"), _HEADS, wide=(1, 2, 3))

    def _lay_out(self) -> None:
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(8)
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("&What:"), self.kind),
            (_("Feature &key:"), self.key),
            (_("&Qualifier:"), self.name),
            (_("&Molecule type:"), self.moltype),
            (_("&Organism:"), self.organism),
            (_("&Value:"), self.value),
            (_("&Location:"), self.location),
            (_("&How:"), self.mode),
            (_("&In:"), self.scope),
        )
        for words, field in rows:
            label = QLabel(words)
            label.setBuddy(field)
            self.form.addRow(label, field)
        roles = QDialogButtonBox.ButtonRole
        self.buttons = QDialogButtonBox()
        self.go = self.buttons.addButton(_("&Change"), roles.AcceptRole)
        self.go.setDefault(True)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(self.form)
        for widget in (self.count, self.progress):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self.buttons)
        self.resize(680, 560)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _index: self._show_fields())
        for combo in (self.key, self.name, self.moltype):
            combo.currentTextChanged.connect(lambda _text: self._show_choices())
        self.value.editTextChanged.connect(lambda _text: self.later())
        for line in (self.location, self.organism):
            line.textChanged.connect(lambda _text: self.later())
        self.mode.currentIndexChanged.connect(lambda _index: self.later())
        self.scope.changed.connect(self._scope_changed)
        self.buttons.accepted.connect(self._change)
        self.buttons.rejected.connect(self.reject)
        self._desk.signal.changed.connect(self._document_changed)
        self._desk.signal.busy_changed.connect(self._document_changed)

    def _show_fields(self) -> None:
        """Show the fields that this kind needs."""
        kind = self.kind.currentData()
        with_key = kind not in (_ORGANISM, _MOL_TYPE, What.MOLTYPE)
        with_name = with_key and kind is not What.REMOVE_FEATURE
        shown = {
            self.key: with_key,
            self.name: with_name,
            self.moltype: kind is What.MOLTYPE,
            self.organism: kind == _ORGANISM,
            self.value: kind not in (_ORGANISM, What.REMOVE_QUALIFIER, What.REMOVE_FEATURE),
            self.location: kind is What.ADD_FEATURE,
            self.mode: kind in (_ORGANISM, _MOL_TYPE, _QUALIFIER),
        }
        for field, visible in shown.items():
            self.form.setRowVisible(field, visible)
        if kind == _QUALIFIER and not self.key.currentText():
            self.key.setCurrentText("source")
        self._show_choices()

    def _show_choices(self) -> None:
        """Offer the qualifiers of the key, and the values of the qualifier."""
        wish = self.wish
        names = sorted(
            {
                name
                for moltype in MOLTYPES
                if (key := feature_key(moltype, wish.key)) is not None
                for name in (*key.mandatory, *key.optional)
            }
        )
        _offer(self.name, names)
        _offer(self.value, self._values(wish))
        self.later()

    def _values(self, wish: Wish) -> list[str]:
        if wish.what is What.MOLTYPE:
            return list(mol_types(wish.moltype))
        if wish.what is What.TRANSLATION or not wish.name:
            return []
        found = [one for m in MOLTYPES if (one := qualifier(m, wish.name)) is not None]
        return list(dict.fromkeys(value for one in found for value in one.values))

    @property
    def wish(self) -> Wish:
        """What is to be set."""
        kind = self.kind.currentData()
        value: str | None = self.value.currentText()
        mode = self.mode.currentData()
        if kind in (_ORGANISM, _MOL_TYPE):
            shown = self.organism.text() if kind == _ORGANISM else value
            return Wish(What.QUALIFIER, name=kind, value=shown, mode=mode)
        if kind is What.MOLTYPE:
            return Wish(kind, value=value, moltype=self.moltype.currentText())
        what = What.QUALIFIER if kind == _QUALIFIER else kind
        name = "" if kind is What.REMOVE_FEATURE else self.name.currentText().strip()
        if not value and name and _takes_no_value(name):
            value = None
        return Wish(
            what,
            key=self.key.currentText().strip(),
            name=name,
            value=value,
            mode=mode if kind == _QUALIFIER else Mode.SET,
            location=self.location.text(),
        )

    @property
    def _is_complete(self) -> bool:
        wish = self.wish
        if wish.what in (What.ADD_FEATURE, What.REMOVE_FEATURE):
            return bool(wish.key)
        if wish.name in MANDATORY and not (wish.value or "").strip():
            return False  # nobody wants to empty these in many sequences at once (par. 75)
        return wish.what is What.MOLTYPE or bool(wish.key and wish.name)

    # Preview -----------------------------------------------------------------------------------

    def later(self) -> None:
        """Look at what would change when nothing more is typed."""
        self._found = None
        self.go.setEnabled(False)
        self._timer.start()

    def _scope_changed(self) -> None:
        self.later()

    def _document_changed(self, _what: object) -> None:
        self.scope.refresh()
        self.later()

    def look(self) -> None:
        """Look at what would change, beside the window."""
        self._timer.stop()
        self._stop()
        self.table.fill([])
        if not self._is_complete or not self._desk.signal.is_editable:
            self.count.setText("")
            return
        try:
            ids = self.scope.ids()
        except NumbersError as error:
            self.count.setText(numbers_fault(error))
            return
        document, wish = self._desk.document, self.wish

        def work(job: Job) -> Preview:
            reader = document.reader()
            try:
                return preview(reader, ids, wish, job)
            finally:
                reader.connection.close()

        def show(found: Preview) -> None:
            if self._job is job:
                self._show(found, wish)

        job = self._job = self._desk.runner.start(work, on_done=show, is_quiet=True)
        self._ticks.start()

    def _show(self, found: Preview, wish: Wish) -> None:
        self._job = None
        self._show_progress()
        self._found, self._wish = found, wish
        number = self._desk.document.number
        self.table.fill(
            [
                (number(row.sequence_id), row.old, row.new, say(row.refusal, row.parameters))
                if row.refusal
                else (number(row.sequence_id), row.old, row.new, "")
                for row in found.rows
            ]
        )
        self.count.setText(count_words(found))
        self.go.setEnabled(bool(found.changed) and self._desk.signal.is_editable)
        words = ngettext(
            "&Change {count} sequence", "&Change {count} sequences", len(found.changed)
        )
        text = fill(words, {"count": count_text(len(found.changed))})
        self.go.setText(text if found.changed else _("&Change"))

    def _show_progress(self) -> None:
        if self._job is None:
            self._ticks.stop()
            self.progress.hide()
            return
        self.progress.setRange(0, self._job.total)
        self.progress.setValue(self._job.done)
        self.progress.show()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._show_progress()

    # Doing it ----------------------------------------------------------------------------------

    def _change(self) -> None:
        found, wish, document = self._found, self._wish, self._desk.document
        if found is None or wish is None or not self._desk.signal.is_editable:
            return
        finish_typing(self._desk.widget)
        ids = found.changed
        self.accept()
        notice, count = self._desk.notice, len(ids)
        run_edit(
            self._desk,
            count,
            lambda job: apply_wish(document, ids, wish, job),
            lambda: notice.show_words(lambda: changed_words(count)),
        )

    def done(self, result: int) -> None:
        """Stop looking and close."""
        self._timer.stop()
        self._stop()
        self._desk.signal.changed.disconnect(self._document_changed)
        self._desk.signal.busy_changed.disconnect(self._document_changed)
        super().done(result)


def _editable() -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    return box


def _offer(box: QComboBox, items: Iterable[str]) -> None:
    """Put other items into a box, without touching its text."""
    wanted, text = list(items), box.currentText()
    if wanted == [box.itemText(n) for n in range(box.count())]:
        return
    box.blockSignals(True)
    box.clear()
    box.addItems(wanted)
    box.setCurrentIndex(box.findText(text))
    box.setEditText(text)
    box.blockSignals(False)


def _all_keys() -> list[str]:
    return sorted({one.name for m in MOLTYPES for one in feature_keys(m)}, key=str.casefold)


def _takes_no_value(name: str) -> bool:
    found = [one for m in MOLTYPES if (one := qualifier(m, name)) is not None]
    return bool(found) and not any(one.takes_value for one in found)
