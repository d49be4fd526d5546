"""Client profiles: made from a general information part, filled into another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqeditor.app.clients import (
    Client,
    client_of,
    export_clients,
    import_clients,
    load_clients,
    save_clients,
    with_client,
)
from seqeditor.app.own_lists import own_list_file
from seqeditor.domain.general_information import (
    ApplicationIdentification,
    GeneralInformation,
    LanguageText,
)

HEADER = GeneralInformation(
    file_reference="F-1",
    application=ApplicationIdentification("EP", "12345", "2026-01-02"),
    applicant_name=LanguageText("Пётр", "ru"),
    applicant_name_latin="Petr",
    titles=(LanguageText("Enzyme", "en"),),
    original_language="ru",
    non_english_language="ru",
)
CLIENT = Client(
    "Пётр & Co",
    applicant_name=LanguageText("Пётр", "ru"),
    applicant_name_latin="Petr",
    office_code="EP",
    original_language="ru",
    non_english_language="ru",
)


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEQEDITOR_HOME", str(tmp_path / "home"))


def test_a_profile_holds_what_is_the_clients_own() -> None:
    assert client_of(HEADER, "Пётр & Co") == CLIENT
    assert client_of(GeneralInformation(applicant_name=LanguageText(" ")), "x").is_empty


def test_filling_in_leaves_the_filing_as_it_is() -> None:
    other = GeneralInformation(
        file_reference="F-2",
        application=ApplicationIdentification("US", "99", None),
        applicant_name=LanguageText("Old", "en"),
        inventor_name=LanguageText("Somebody", "en"),
        titles=(LanguageText("Other", "en"),),
    )
    filled = with_client(other, CLIENT)
    assert filled == replace(
        other,
        application=ApplicationIdentification("EP", "99", None),
        applicant_name=LanguageText("Пётр", "ru"),
        applicant_name_latin="Petr",
        original_language="ru",
        non_english_language="ru",
    )


def test_the_latin_form_of_another_name_does_not_stay() -> None:
    plain = Client("c", applicant_name=LanguageText("Acme", "en"))
    assert with_client(HEADER, plain).applicant_name_latin is None


_NAMES = st.none() | st.builds(LanguageText, st.text(min_size=1), st.none() | st.just("ja"))
_WORDS = st.none() | st.text(min_size=1)


@given(
    st.builds(
        Client,
        name=st.text("ab c", min_size=1).map(str.split).map(" ".join).filter(bool),
        applicant_name=_NAMES,
        applicant_name_latin=_WORDS,
        inventor_name=_NAMES,
        office_code=_WORDS,
        original_language=_WORDS,
    )
)
def test_what_is_kept_comes_back(client: Client) -> None:
    save_clients([client])
    assert load_clients() == [client]


def test_profiles_travel_as_a_file(tmp_path: Path) -> None:
    file = tmp_path / "clients.json"
    export_clients(file, [CLIENT, Client("B", office_code="US")])
    mine = [Client("B", office_code="JP"), Client("A", office_code="CN")]
    assert import_clients(file, mine) == [mine[1], Client("B", office_code="US"), CLIENT]


def test_what_is_wrongly_formed_is_left_out() -> None:
    file = own_list_file("clients")
    file.parent.mkdir(parents=True)
    file.write_text(
        '{"kind": "clients", "items": [3, {}, {"name": "A", "applicant_name": "x",'
        ' "inventor_name": {"text": 1}, "office_code": []}]}',
        encoding="utf-8",
    )
    assert load_clients() == [Client("A")]
