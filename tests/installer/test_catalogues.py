"""Every text of the program is in every catalogue, and every translation can be filled in."""

from __future__ import annotations

import gettext
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from installer import catalogues
from seqeditor.texts import LANGUAGES

PLACEHOLDER = re.compile(r"\{\w*[^{}]*\}")

languages = pytest.mark.parametrize("language", catalogues.PLURAL_FORMS)


@pytest.fixture(scope="module")
def template() -> Catalog:
    return catalogues.extract()


def _messages(language: str) -> list[Message]:
    return [message for message in catalogues.read(language) if message.id]


def _forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


def test_there_is_a_catalogue_for_each_language_but_the_source() -> None:
    assert set(catalogues.PLURAL_FORMS) == set(LANGUAGES) - {"en"}
    there = {path.stem for path in catalogues.TRANSLATIONS.glob("*.po")}
    assert there == set(catalogues.PLURAL_FORMS)


@languages
def test_catalogues_hold_the_texts_of_the_program(language: str, template: Catalog) -> None:
    # Not the bytes: another version of Babel may break lines elsewhere.
    def texts(catalogue: Catalog) -> set[tuple[object, ...]]:
        return {
            (message.context, message.id, *(place for place, _line in message.locations))
            for message in catalogue
            if message.id
        }

    there, wanted = texts(catalogues.read(language)), texts(template)
    assert (wanted - there, there - wanted) == (set(), set()), "run `make translations`"


@languages
def test_translations_have_the_placeholders_of_the_source(language: str) -> None:
    faults = []
    for message in _messages(language):
        sources = [set(PLACEHOLDER.findall(text)) for text in _forms(message.id)]
        # A wording for one thing, or for two, may leave the number out.
        must, may = set.intersection(*sources), set.union(*sources)
        for text in filter(None, _forms(message.string)):
            found = set(PLACEHOLDER.findall(text))
            needed = must - {"{count}"} if message.pluralizable else must
            if not needed <= found <= may:
                faults.append((message.id, text))
    assert faults == []


@languages
def test_every_plural_has_as_many_wordings_as_the_language(language: str) -> None:
    catalogue = catalogues.read(language)
    assert catalogue.plural_forms == catalogues.PLURAL_FORMS[language]
    choose = gettext.c2py(catalogue.plural_expr)  # type: ignore[attr-defined]
    assert {choose(number) for number in range(200)} == set(range(catalogue.num_plurals))
    wordings = {
        message.id: len(message.string) for message in _messages(language) if message.pluralizable
    }
    assert {text: n for text, n in wordings.items() if n != catalogue.num_plurals} == {}


@languages
def test_translations_keep_the_ends_of_the_source(language: str) -> None:
    faults = [
        (message.id, text)
        for message in _messages(language)
        for text in filter(None, _forms(message.string))
        if text != text.strip() and _forms(message.id)[0] == _forms(message.id)[0].strip()
    ]
    assert faults == []


@languages
def test_nothing_is_untranslated(language: str) -> None:
    assert [
        message.id for message in _messages(language) if not catalogues.is_translated(message)
    ] == []


def test_compiled_catalogues_speak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogues, "TRANSLATIONS", tmp_path)
    (tmp_path / "de.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Save"\nmsgstr "Sichern für später"\n',
        encoding="utf-8",
    )
    (compiled,) = catalogues.compile_all(tmp_path / "out")
    with compiled.open("rb") as stream:
        assert gettext.GNUTranslations(stream).gettext("Save") == "Sichern für später"


def test_an_update_keeps_translations_and_guesses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogues, "TRANSLATIONS", tmp_path)
    (tmp_path / "de.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Save"\nmsgstr "Sichern"\n\n'
        'msgid "Gone"\nmsgstr "Weg"\n\n'
        'msgid "{count} sequence"\nmsgstr "{count} Sequenz"\n',
        encoding="utf-8",
    )
    template = Catalog()
    template.add("Save", locations=[("seqeditor/a.py", 7)])
    template.add("Saves", locations=[("seqeditor/a.py", 8)])
    template.add(("{count} sequence", "{count} sequences"), locations=[("seqeditor/b.py", 1)])
    text = catalogues.written(catalogues.updated("de", template))
    again = read_po(text.splitlines(keepends=True))
    assert {message.id: message.string for message in again if message.id} == {
        "Save": "Sichern",
        "Saves": "",
        ("{count} sequence", "{count} sequences"): ("", ""),
    }
    assert "#: seqeditor/a.py\n" in text
    assert "fuzzy" not in text
    assert "Gone" not in text
    assert "Date" not in text
