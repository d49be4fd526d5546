from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from seqeditor.domain.general_information import (
    ApplicationIdentification,
    GeneralInformation,
    LanguageText,
)
from seqeditor.domain.path import Path
from seqeditor.rules.finding import Finding, Level
from seqeditor.ui.panels.general_information import GeneralInformationForm
from seqeditor.ui.panels.header_fields import CodeField, DateField

HEADER = GeneralInformation(
    file_reference="AB123",
    application=ApplicationIdentification("IB", "PCT/IB2015/099999", "2015-01-31"),
    applicant_name=LanguageText("Tom Jons", "en"),
    titles=(LanguageText("Mouse gene", "en"), LanguageText("Gène de souris", "fr")),
)


class Owner:
    """Carries the edits out, as the document does."""

    def __init__(self, form: GeneralInformationForm, header: GeneralInformation) -> None:
        self.form = form
        self.header = header
        self.requests: list[tuple[str, dict[str, Any], str]] = []
        form.edit_requested.connect(self.apply)
        form.set_header(header)

    def apply(self, label: str, arguments: dict[str, Any], edit: Any, target: str) -> None:
        self.requests.append((label, arguments, target))
        self.header = edit(self.header)
        self.form.set_header(self.header)


@pytest.fixture
def owner(qtbot: QtBot) -> Owner:
    form = GeneralInformationForm()
    qtbot.addWidget(form)
    with qtbot.waitExposed(form):
        form.show()
    return Owner(form, HEADER)


def type_into(qtbot: QtBot, owner: Owner, path: Path, text: str) -> None:
    assert owner.form.focus_place(path)
    line = owner.form._field_at(path).line  # type: ignore[union-attr]
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (("file_reference",), "XY-9"),
        (("application", "number"), "PCT/IB2016/000001"),
        (("priority", "number"), "12345"),
        (("applicant_name", "text"), "Acme"),
        (("inventor_name_latin",), "Taro"),
        (("original_language",), "ja"),
    ],
)
def test_what_is_typed_becomes_an_edit_of_that_place(
    qtbot: QtBot, owner: Owner, path: Path, text: str
) -> None:
    type_into(qtbot, owner, path, text)
    assert owner.form._field_at(path).text() == text  # type: ignore[union-attr]
    assert [target for _l, _a, target in owner.requests] == ["header:" + "/".join(map(str, path))]
    value: Any = owner.header
    for step in path:
        value = getattr(value, str(step))
    assert value == text


def test_an_emptied_field_takes_the_element_away(qtbot: QtBot, owner: Owner) -> None:
    owner.form.focus_place(("file_reference",))
    line = owner.form._field_at(("file_reference",)).line  # type: ignore[union-attr]
    line.clear()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert owner.header.file_reference is None


def test_an_unchanged_field_asks_for_nothing(qtbot: QtBot, owner: Owner) -> None:
    owner.form.focus_place(("file_reference",))
    owner.form.focus_place(("application", "number"))
    assert owner.requests == []


def test_escape_takes_back_what_was_typed(qtbot: QtBot, owner: Owner) -> None:
    owner.form.focus_place(("file_reference",))
    line = owner.form._field_at(("file_reference",)).line  # type: ignore[union-attr]
    qtbot.keyClicks(line, "nonsense")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    owner.form.focus_place(("application", "number"))
    assert line.text() == "AB123"
    assert owner.requests == []


def test_what_is_being_typed_survives_a_change_elsewhere(qtbot: QtBot, owner: Owner) -> None:
    owner.form.focus_place(("file_reference",))
    line = owner.form._field_at(("file_reference",)).line  # type: ignore[union-attr]
    qtbot.keyClicks(line, "half")
    owner.form.set_header(HEADER)
    assert line.text() == "half"


def test_titles_are_added_moved_and_removed(qtbot: QtBot, owner: Owner) -> None:
    owner.form._add_button.click()
    assert len(owner.header.titles) == 3
    type_into(qtbot, owner, ("titles", 2, "text"), "Third")
    type_into(qtbot, owner, ("titles", 2, "language_code"), "de")
    assert owner.header.titles[2] == LanguageText("Third", "de")
    owner.form._titles[2].up.click()
    assert [t.text for t in owner.header.titles] == ["Mouse gene", "Third", "Gène de souris"]
    owner.form._titles[0].remove.click()
    assert [t.text for t in owner.header.titles] == ["Third", "Gène de souris"]
    assert len(owner.form._titles) == 2
    assert not owner.form._titles[0].up.isEnabled()


def test_the_first_title_is_not_one_in_another_language(qtbot: QtBot, owner: Owner) -> None:
    form = owner.form
    assert form._add_button.text() == "Add title in another language"
    for _title in range(len(owner.header.titles)):
        form._titles[0].remove.click()
    assert form._add_button.text() == "Add title"
    form.show()
    assert form.focus_place(("titles",))
    assert form.focusWidget() is form._add_button
    form._add_button.click()
    assert form.focusWidget() is form._titles[0].title.line
    assert form._add_button.text() == "Add title in another language"


def test_a_chosen_office_becomes_its_code(qtbot: QtBot, owner: Owner) -> None:
    field = owner.form._field_at(("priority", "office_code"))
    assert isinstance(field, CodeField)
    at = field.combo.findData("EP")
    field.combo.activated.emit(at)
    assert owner.header.priority is not None
    assert owner.header.priority.office_code == "EP"
    assert "European Patent Office" in field._name.text()


def test_a_date_is_taken_from_the_calendar(qtbot: QtBot, owner: Owner) -> None:
    field = owner.form._field_at(("priority", "filing_date"))
    assert isinstance(field, DateField)
    field._button.click()
    assert field._calendar is not None
    calendar = field._calendar
    from PySide6.QtCore import QDate

    calendar.clicked.emit(QDate(2014, 1, 30))
    assert owner.header.priority is not None
    assert owner.header.priority.filing_date == "2014-01-30"


def test_findings_mark_their_field_and_say_why(qtbot: QtBot, owner: Owner) -> None:
    finding = Finding("gi-date-format", Level.ERROR, ("application", "filing_date"), value="x")
    owner.form.set_findings([finding])
    field = owner.form._field_at(("application", "filing_date"))
    assert field is not None
    assert not field.mark.pixmap().isNull()
    assert field.mark.toolTip()
    assert field.line.accessibleDescription() == field.mark.toolTip()
    owner.form.set_findings([])
    assert field.mark.pixmap().isNull()
    assert not field.mark.toolTip()


def test_read_only_takes_no_edit(qtbot: QtBot, owner: Owner) -> None:
    owner.form.set_read_only(True)
    type_into(qtbot, owner, ("file_reference",), "changed")
    assert owner.requests == []
    assert not owner.form._add_button.isEnabled()


def test_a_place_without_a_field_is_not_focused(owner: Owner) -> None:
    assert not owner.form.focus_place(("written_total",))
    assert not owner.form.focus_place(("titles", 7, "text"))
