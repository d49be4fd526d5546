"""The general information part of the listing as a form (ST.26 par. 43-49)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from seqeditor.domain.edits.general_information import add_title, set_field
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.path import Path, at
from seqeditor.rules.finding import Finding, Level
from seqeditor.rules.wording import sentence
from seqeditor.texts import N_, Catalogue, _, language
from seqeditor.ui.panels.header_fields import (
    DateField,
    Field,
    LanguageField,
    LatinField,
    OfficeField,
)
from seqeditor.ui.panels.title_row import TitleRow

HeaderEdit = Callable[[GeneralInformation], GeneralInformation]

EDIT = N_("Change {field}")
ADD_TITLE = N_("Add an invention title")

_APPLICATION = (
    (("office_code",), N_("IP office code"), OfficeField),
    (("number",), N_("Application number"), Field),
    (("filing_date",), N_("Filing date"), DateField),
)
_NAME = (
    (("text",), N_("Name"), Field),
    (("language_code",), N_("Language of the name"), LanguageField),
)
_GROUPS: tuple[tuple[str, tuple[tuple[Path, str, type[Field]], ...]], ...] = (
    (
        N_("This application"),
        (
            (("file_reference",), N_("Applicant file reference"), Field),
            *((("application", *part), label, kind) for part, label, kind in _APPLICATION),
        ),
    ),
    (
        N_("Earliest priority application"),
        tuple((("priority", *part), label, kind) for part, label, kind in _APPLICATION),
    ),
    (
        N_("First-mentioned applicant"),
        (
            *((("applicant_name", *part), label, kind) for part, label, kind in _NAME),
            (("applicant_name_latin",), N_("Name in Latin characters"), LatinField),
        ),
    ),
    (
        N_("First-mentioned inventor (may be left out)"),
        (
            *((("inventor_name", *part), label, kind) for part, label, kind in _NAME),
            (("inventor_name_latin",), N_("Name in Latin characters"), LatinField),
        ),
    ),
    (
        N_("Languages of the free text"),
        (
            (("original_language",), N_("Original language"), LanguageField),
            (("non_english_language",), N_("Language beside English"), LanguageField),
        ),
    ),
)


class GeneralInformationForm(QScrollArea):
    """Shows a header and asks for edits; the owner carries them out.

    `edit_requested(label, arguments, edit, target)`: a message id with its arguments, a pure edit,
    and the place, so that typing at one place goes on in one step.
    """

    edit_requested = Signal(str, object, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        # Asked a moment later: the fields move only after the range has changed.
        self.verticalScrollBar().rangeChanged.connect(
            lambda _first, _last: QTimer.singleShot(0, self, self._keep_in_sight)
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._header = GeneralInformation()
        self._findings: list[Finding] = []
        self._read_only = False
        self._fields: dict[Path, Field] = {}
        self._labels: list[tuple[QLabel | QGroupBox, str]] = []
        self._titles: list[TitleRow] = []
        inner = QWidget()
        inner.setMaximumWidth(860)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(16)
        self._clients = QToolButton()
        self._clients.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._clients.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._column.addWidget(self._clients, 0, Qt.AlignmentFlag.AlignLeading)
        for title, fields in _GROUPS[:-1]:
            self._add_group(title, fields)
        self._add_titles()
        self._add_group(*_GROUPS[-1])
        self._received = QLabel()
        self._received.setWordWrap(True)
        self._received.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(self._received)
        self._column.addStretch(1)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner, 1)
        row.addStretch(0)
        self.setWidget(holder)
        self.retranslate()

    def _add_group(self, title: str, fields: Iterable[tuple[Path, str, type[Field]]]) -> None:
        box = QGroupBox()
        self._labels.append((box, title))
        form = _form(box)
        for path, label, kind in fields:
            field = kind()
            field.committed.connect(partial(self._commit, path, label))
            words = QLabel()
            words.setBuddy(field.edit)
            self._labels.append((words, label))
            form.addRow(words, field)
            self._fields[path] = field
        self._column.addWidget(box)

    def _add_titles(self) -> None:
        box = QGroupBox()
        self._labels.append((box, N_("Invention titles")))
        outer = QVBoxLayout(box)
        self._title_column = QVBoxLayout()
        self._title_column.setSpacing(8)
        outer.addLayout(self._title_column)
        self._add_button = QPushButton()
        self._add_button.clicked.connect(self._add_title)
        row = QHBoxLayout()
        row.addWidget(self._add_button)
        row.addStretch(1)
        outer.addLayout(row)
        self._column.addWidget(box)

    # -- what is shown -------------------------------------------------------------------------

    def set_header(self, header: GeneralInformation) -> None:
        """Show a header; the field being typed into keeps its text."""
        self._header = header
        for path, field in self._fields.items():
            field.show_text(_text_at(header, path))
        self._propose_latin()
        self._show_titles()
        self._show_received()
        self._show_marks()

    def set_findings(self, findings: Iterable[Finding]) -> None:
        """Mark the fields at which something was found."""
        self._findings = [f for f in findings if f.sequence is None]
        self._show_marks()

    def set_read_only(self, read_only: bool) -> None:
        """Take edits or not."""
        self._read_only = read_only
        for field in self._fields.values():
            field.set_read_only(read_only)
        for row in self._titles:
            row.set_read_only(read_only)
        self._add_button.setEnabled(not read_only)

    def focus_place(self, path: Path) -> bool:
        """Put the cursor into the field of a place; False when there is no such field."""
        if path == ("titles",) and not self._titles:
            # A title that is missing begins with this button.
            self.ensureWidgetVisible(self._add_button)
            self._add_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        field = self._field_at(path)
        if field is None:
            return False
        self.ensureWidgetVisible(field)
        field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        field.line.selectAll()
        return True

    def _keep_in_sight(self) -> None:
        """Scroll to the field with the cursor: a form that comes to the front grows after that."""
        here = self.focusWidget()
        if here is not None and here.hasFocus():
            self.ensureWidgetVisible(here)

    def _field_at(self, path: Path) -> Field | None:
        if path[:1] == ("titles",):
            index = path[1] if len(path) > 1 and isinstance(path[1], int) else 0
            if index >= len(self._titles):
                return None
            row = self._titles[index]
            return row.language if path[2:] == ("language_code",) else row.title
        for known, field in self._fields.items():
            if known == path or (path and known[: len(path)] == path):
                return field
        return None

    def _propose_latin(self) -> None:
        for name in ("applicant_name", "inventor_name"):
            field = self._fields[(f"{name}_latin",)]
            if isinstance(field, LatinField):
                field.propose_for(_text_at(self._header, (name, "text")))

    def set_client_menu(self, menu: QMenu) -> None:
        """Offer the client profiles at the top."""
        self._clients.setMenu(menu)

    def _show_titles(self) -> None:
        while len(self._titles) > len(self._header.titles):
            row = self._titles.pop()
            self._title_column.removeWidget(row)
            row.deleteLater()
        while len(self._titles) < len(self._header.titles):
            row = TitleRow(len(self._titles), self._title_edit, self.edit_requested.emit)
            row.set_read_only(self._read_only)
            self._titles.append(row)
            self._title_column.addWidget(row)
        for row, title in zip(self._titles, self._header.titles, strict=True):
            row.title.show_text(title.text)
            row.language.show_text(title.language_code)
            row.up.setEnabled(row.index > 0 and not self._read_only)
        self._word_add_button()

    def _word_add_button(self) -> None:
        words = _("Add title in another language") if self._titles else _("Add title")
        self._add_button.setText(words)

    def _show_received(self) -> None:
        header = self._header
        made = " ".join(w for w in (header.software_name, header.software_version) if w)
        facts = (
            (N_("Made with: {value}"), made),
            (N_("Production date: {value}"), header.production_date),
            (N_("File name in the listing: {value}"), header.file_name),
            (N_("Number of sequences stated: {value}"), header.written_total),
        )
        catalogue = Catalogue(language())
        said = [catalogue.say(words, {"value": value}) for words, value in facts if value]
        self._received.setText("\n".join(said))
        self._received.setVisible(bool(said))

    def _show_marks(self) -> None:
        catalogue = Catalogue(language(), on_screen=True)
        marks: dict[int, tuple[Field, list[Finding]]] = {}
        for finding in self._findings:
            field = self._field_at(finding.path) if finding.path else None
            if field is not None:
                marks.setdefault(id(field), (field, []))[1].append(finding)
        rows = [field for row in self._titles for field in (row.title, row.language)]
        for field in (*self._fields.values(), *rows):
            _field, found = marks.get(id(field), (field, []))
            worst = min((list(Level).index(f.level) for f in found), default=None)
            level = None if worst is None else list(Level)[worst]
            field.set_mark(level, "\n".join(sentence(f, catalogue) for f in found))

    # -- edits ---------------------------------------------------------------------------------

    def _commit(self, path: Path, label: str, text: str | None) -> None:
        self._request(path, label, text)

    def _add_title(self) -> None:
        self.edit_requested.emit(ADD_TITLE, {}, add_title, "")
        if self._titles:
            self.focus_place(("titles", len(self._titles) - 1, "text"))

    def _title_edit(self, path: Path, text: str | None) -> None:
        self._request(path, N_("Invention title"), text)

    def _request(self, path: Path, label: str, text: str | None) -> None:
        def edit(header: GeneralInformation) -> GeneralInformation:
            return set_field(header, path, text)

        target = "header:" + "/".join(map(str, path))
        self.edit_requested.emit(EDIT, {"field": label}, edit, target)

    # -- language ------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the window."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Word everything in the language of the window."""
        for widget, text in self._labels:
            if isinstance(widget, QGroupBox):
                widget.setTitle(_(text))
            else:
                widget.setText(_(text))
        for path, field in self._fields.items():
            field.set_name(_(_label_of(path)))
            _retranslate_field(field)
        for row in self._titles:
            row.retranslate()
        self._align_labels()
        self._word_add_button()
        self._clients.setText(_("Client profiles"))
        self._clients.setToolTip(_("Fill in what is the same in all listings of a client"))
        self.setAccessibleName(_("General information"))
        self._show_received()
        self._show_marks()

    def _align_labels(self) -> None:
        """Let the fields of all groups begin at one line."""
        words = [widget for widget, _text in self._labels if isinstance(widget, QLabel)]
        width = max(label.fontMetrics().horizontalAdvance(label.text()) for label in words)
        for label in words:
            label.setMinimumWidth(width + 8)


def _retranslate_field(field: Field) -> None:
    if isinstance(field, LanguageField):
        field.fill()
    elif isinstance(field, DateField | LatinField):
        field.retranslate()


def _label_of(path: Path) -> str:
    return next(label for _t, fields in _GROUPS for known, label, _k in fields if known == path)


def _text_at(header: GeneralInformation, path: Path) -> str | None:
    try:
        found = at(header, path)
    except LookupError:
        return None
    return found if isinstance(found, str) else None


def _form(box: QGroupBox) -> QFormLayout:
    form = QFormLayout(box)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(8)
    return form
