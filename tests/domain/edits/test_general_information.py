from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqeditor.domain.edits.general_information import (
    add_title,
    move_title,
    remove_title,
    set_application_part,
    set_field,
    set_name_part,
)
from seqeditor.domain.general_information import (
    ApplicationIdentification,
    GeneralInformation,
    LanguageText,
)
from seqeditor.domain.path import Path

EMPTY = GeneralInformation()
FULL = GeneralInformation(
    application=ApplicationIdentification("IB", "PCT/IB2015/099999", "2015-01-31"),
    file_reference="AB123",
    applicant_name=LanguageText("Firma", "de"),
    titles=(LanguageText("Title", "en"), LanguageText("Titel", "de")),
)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("file_reference",), GeneralInformation(file_reference="x")),
        (("written_total",), GeneralInformation(written_total="x")),
        (
            ("application", "office_code"),
            GeneralInformation(application=ApplicationIdentification("x", "")),
        ),
        (
            ("priority", "filing_date"),
            GeneralInformation(priority=ApplicationIdentification("", "", "x")),
        ),
        (("applicant_name", "text"), GeneralInformation(applicant_name=LanguageText("x"))),
        (
            ("inventor_name", "language_code"),
            GeneralInformation(inventor_name=LanguageText("", "x")),
        ),
    ],
)
def test_a_text_brings_what_encloses_it_and_takes_it_away(
    path: Path, expected: GeneralInformation
) -> None:
    new = set_field(EMPTY, path, "x")
    assert new == expected
    assert set_field(new, path, "x") is new
    assert set_field(new, path, None) == EMPTY


def test_an_application_goes_with_its_last_part() -> None:
    without_date = set_application_part(FULL, "application", "filing_date", None)
    assert without_date.application == ApplicationIdentification("IB", "PCT/IB2015/099999")
    without_number = set_application_part(without_date, "application", "number", "")
    assert without_number.application == ApplicationIdentification("IB", "")
    assert (
        set_application_part(without_number, "application", "office_code", "").application is None
    )


def test_a_name_goes_with_its_text() -> None:
    assert set_name_part(FULL, "applicant_name", "text", None).applicant_name is None
    blank = set_name_part(FULL, "applicant_name", "text", "")
    assert blank.applicant_name == LanguageText("", "de")
    assert set_name_part(blank, "applicant_name", "text", None).applicant_name is None
    assert set_name_part(blank, "applicant_name", "language_code", None).applicant_name is None


def test_titles() -> None:
    assert set_field(FULL, ("titles", 1, "text"), "Neu").titles[1] == LanguageText("Neu", "de")
    assert set_field(FULL, ("titles", 0, "text"), None).titles[0] == LanguageText("", "en")
    assert set_field(FULL, ("titles", 0, "language_code"), None).titles[0] == LanguageText("Title")
    assert set_field(FULL, ("titles", 0, "text"), "Title") is FULL
    assert add_title(EMPTY).titles == (LanguageText(""),)
    assert add_title(FULL, "Titre", "fr", at=1).titles[1] == LanguageText("Titre", "fr")
    assert remove_title(FULL, 0).titles == (LanguageText("Titel", "de"),)
    assert move_title(FULL, 1, 0).titles == (FULL.titles[1], FULL.titles[0])
    assert move_title(FULL, 1, 1) is FULL


@pytest.mark.parametrize(
    "path",
    [
        (),
        ("nothing",),
        ("titles",),
        ("titles", 2, "text"),
        ("titles", -1, "text"),
        ("titles", 0, "language"),
        ("application",),
        ("application", "text"),
        ("applicant_name",),
        ("applicant_name", "number"),
        (0,),
    ],
)
def test_a_place_that_is_not_there(path: Path) -> None:
    with pytest.raises(LookupError):
        set_field(FULL, path, "x")


@given(
    st.sampled_from(["application", "priority"]),
    st.lists(
        st.tuples(
            st.sampled_from(["office_code", "number", "filing_date"]),
            st.none() | st.text(max_size=2),
        ),
        max_size=6,
    ),
)
def test_an_application_has_a_part_that_says_something(
    which: str, changes: list[tuple[str, str | None]]
) -> None:
    header = EMPTY
    for part, text in changes:
        header = set_field(header, (which, part), text)
    found: ApplicationIdentification | None = getattr(header, which)
    assert found is None or (
        found.office_code is not None
        and found.number is not None
        and (found.office_code or found.number or found.filing_date)
    )
