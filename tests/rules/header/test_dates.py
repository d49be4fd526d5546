from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.rules.header.dates import iso_date, months_later, proposed_date


@pytest.mark.parametrize(
    "text", ["2015-1-31", "2015-02-30", "20150131", "2015-01-31 ", "２０１５-01-31", "", None]
)
def test_other_forms_are_no_dates(text: str | None) -> None:
    assert iso_date(text) is None


@settings(max_examples=100)
@given(st.dates())
def test_a_date_is_read_back(day: date) -> None:
    assert iso_date(day.isoformat()) == day


@settings(max_examples=100)
@given(st.dates(min_value=date(1000, 1, 1)))
def test_what_is_proposed_is_the_same_day(day: date) -> None:
    forms = ("%Y/%m/%d", "%d %B %Y", "%B %d, %Y", "%Y%m%d", "%d-%b-%Y")
    assert {proposed_date(day.strftime(form)) for form in forms} == {day.isoformat()}


@settings(max_examples=100)
@given(st.dates(min_value=date(1000, 1, 1)))
def test_day_and_month_are_never_guessed(day: date) -> None:
    proposed = proposed_date(day.strftime("%d/%m/%Y"))
    may_be_either = day.day <= 12 and day.day != day.month
    assert proposed == ("" if may_be_either else day.isoformat())


@settings(max_examples=100)
@given(st.text(max_size=20))
def test_any_text_gives_a_date_or_nothing(text: str) -> None:
    proposed = proposed_date(text)
    assert not proposed or iso_date(proposed)


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2024, 2, 29), date(2025, 4, 29)),
        (date(2023, 12, 31), date(2025, 2, 28)),
        (date(2022, 12, 31), date(2024, 2, 29)),
        (date(2024, 1, 30), date(2025, 3, 30)),
        (date(9999, 1, 1), date.max),
    ],
)
def test_fourteen_months_later(day: date, later: date) -> None:
    assert months_later(day, 14) == later
