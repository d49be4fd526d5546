from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from seqeditor import texts
from seqeditor.app.home import config_folder
from seqeditor.app.settings import load_settings
from seqeditor.ui.qt.locale import count_text, language_name, length_text
from seqeditor.ui.session import Session, system_language


@pytest.fixture(autouse=True)
def _system_speaks_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale("en_US")))


def test_qts_own_words_come_in_the_language_chosen(session: Session, qapp: QApplication) -> None:
    session.choose_language("de")
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert buttons.buttons()[0].text() == "Abbrechen"
    assert texts.language() == "de"
    assert QLocale().name() == "de_DE"


def test_arabic_mirrors_and_others_turn_back(session: Session, qapp: QApplication) -> None:
    session.choose_language("ar")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    session.choose_language("ru")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_the_choice_is_remembered_and_can_be_the_systems(session: Session) -> None:
    session.choose_language("fr")
    assert load_settings().language == "fr"
    session.choose_language("")
    assert session.language == system_language()
    assert load_settings().language == ""


def test_numbers_keep_western_digits_beside_sequences(session: Session) -> None:
    session.choose_language("ar")
    assert count_text(1204).replace(",", "") == "1204"
    assert length_text(1204).replace(",", "") == "1204"
    session.choose_language("de")
    assert count_text(1204) == "1.204"
    assert language_name("de") == "Deutsch"
    assert language_name("tlh") == "tlh"


def test_folders_are_remembered_by_purpose(session: Session, tmp_path: Path) -> None:
    session.keep_folder("open", tmp_path / "a.xml")
    session.keep_folder("save", tmp_path / "gone" / "b.xml")
    assert session.folder("open") == str(tmp_path)
    assert session.folder("save") == ""
    assert session.folder("import") == ""


def test_recent_files_come_and_go(session: Session, tmp_path: Path) -> None:
    first, second = tmp_path / "1.xml", tmp_path / "2.xml"
    for path in (first, second, first):
        session.add_recent(path)
    assert session.settings.recent == (str(first), str(second))
    session.remove_recent(str(first))
    assert session.settings.recent == (str(second),)
    session.clear_recent()
    assert load_settings().recent == ()


def test_settings_that_cannot_be_written_stop_nothing(session: Session) -> None:
    config_folder().parent.mkdir(parents=True, exist_ok=True)
    config_folder().write_text("a file where the folder should be", encoding="ascii")
    session.change(profile="office")
    assert session.settings.profile == "office"
