"""Asks what changes from one filing of a family to the next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from seqeditor.app.family import NextFiling, proposed
from seqeditor.domain.general_information import ApplicationIdentification, GeneralInformation
from seqeditor.rules.header.dates import iso_date
from seqeditor.texts import _, fill
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.panels.header_fields import DateField, Field, OfficeField
from seqeditor.ui.qt.typed_text import brief

Begin = Callable[[NextFiling, str], object]


class NextFilingDialog(Dialog):
    """`begin(filing, label)`: the new filing, and the label of the snapshot ("" for none)."""

    def __init__(
        self, header: GeneralInformation, parent: QWidget, begin: Begin, *, keeps: bool
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Next filing of this family"))
        self._begin = begin
        start = proposed(header)
        head = QLabel(
            _(
                "The sequences, names and titles stay. What belongs to the filing is asked here; "
                "leave blank what is not known yet."
            )
        )
        head.setWordWrap(True)
        self.reference, self.number, self.priority_number = Field(), Field(), Field()
        self.office, self.priority_office = OfficeField(), OfficeField()
        self.filing_date, self.priority_date = DateField(), DateField()
        self.office.show_text(start.office_code)
        if start.priority is not None:
            self.priority_office.show_text(start.priority.office_code)
            self.priority_number.show_text(start.priority.number)
            self.priority_date.show_text(start.priority.filing_date)
        self.keep = QCheckBox(_("&Keep the listing as it is now as a snapshot:"))
        self.keep.setChecked(keeps)
        self.keep.setEnabled(keeps)
        self.label = QLineEdit(_snapshot_label(header))
        self.label.setAccessibleName(_("Label of the snapshot"))
        self.label.setEnabled(keeps)
        self.keep.toggled.connect(self.label.setEnabled)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self._new_filing())
        column.addWidget(self._priority())
        for widget in (self.keep, self.label, self.hint, self.buttons):
            column.addWidget(widget)
        self.resize(620, 0)
        self._refresh()
        self.reference.setFocus()

    def _new_filing(self) -> QGroupBox:
        box = QGroupBox(_("This application"))
        form = QFormLayout(box)
        rows = (
            (_("Applicant file &reference"), self.reference),
            (_("&IP office code"), self.office),
            (_("Application &number"), self.number),
            (_("&Filing date"), self.filing_date),
        )
        _add_rows(form, rows)
        for field in (self.reference, self.number, self.filing_date, self.priority_date):
            field.line.textChanged.connect(lambda _text: self._refresh())
        return box

    def _priority(self) -> QGroupBox:
        box = QGroupBox(_("Earliest priority application"))
        form = QFormLayout(box)
        rows = (
            (_("IP office &code"), self.priority_office),
            (_("Application n&umber"), self.priority_number),
            (_("Filing &date"), self.priority_date),
        )
        _add_rows(form, rows)
        return box

    def _refresh(self) -> None:
        """Wait for the one of the two by which an Office knows the application (par. 44).

        A date is waited for, too, until it can be read (par. 45).
        """
        fault = self._fault()
        button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        button.setEnabled(not fault)
        button.setToolTip(fault)
        self.hint.setText(fault)

    def _fault(self) -> str:
        """Return why this cannot be begun yet, "" when it can."""
        for field in (self.filing_date, self.priority_date):
            text = field.text().strip()
            if text and iso_date(text) is None:
                words = _("FilingDate “{value}” must be a calendar date written as CCYY-MM-DD.")
                return fill(words, {"value": brief(text)})
        if self.reference.text().strip() or self.number.text().strip():
            return ""
        return _("Give a file reference or an application number.")

    def filing(self) -> NextFiling:
        """Return what was filled in."""
        priority = ApplicationIdentification(
            self.priority_office.text().strip(),
            self.priority_number.text().strip(),
            self.priority_date.text().strip() or None,
        )
        return NextFiling(
            file_reference=self.reference.text().strip(),
            office_code=self.office.text().strip(),
            number=self.number.text().strip(),
            filing_date=self.filing_date.text().strip(),
            priority=priority if any((priority.number, priority.filing_date)) else None,
        )

    def accept(self) -> None:
        """Hand over what was filled in; what cannot be read stays with its message."""
        if self._fault():
            self._refresh()
            return
        label = self.label.text().strip() if self.keep.isChecked() else ""
        if self.keep.isChecked() and not label:
            label = _("as filed")
        filing = self.filing()
        super().accept()
        self._begin(filing, label)


def _add_rows(form: QFormLayout, rows: tuple[tuple[str, Field], ...]) -> None:
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(8)
    for text, field in rows:
        label = QLabel(text)
        label.setBuddy(field.edit)
        field.set_name(text.replace("&", ""))
        form.addRow(label, field)


def _snapshot_label(header: GeneralInformation) -> str:
    application = header.application
    name = (application.number if application else "") or header.file_reference or ""
    day = (application.filing_date if application else "") or date.today().isoformat()
    return fill(_("{name}, as filed {date}"), {"name": name, "date": day}) if name else day
