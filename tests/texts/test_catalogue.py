from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from seqeditor import texts
from seqeditor.texts import Catalogue, catalogue, fill

ARABIC = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3"
" : n%100>=11 && n%100<=99 ? 4 : 5);\\n"

msgid "{count} sequence"
msgid_plural "{count} sequences"
msgstr[0] "none"
msgstr[1] "one"
msgstr[2] "two"
msgstr[3] "few {count}"
msgstr[4] "many {count}"
msgstr[5] "other {count}"
"""

RUSSIAN = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4"
" && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "Save"
msgstr "Сохранить"

msgctxt "column head"
msgid "Save"
msgstr "Сохр."

msgid "Sequence {number} has no {key}."
msgstr "Нет {key} в последовательности {number}."

msgid "{count} sequence"
msgid_plural "{count} sequences"
msgstr[0] "{count} последовательность"
msgstr[1] "{count} последовательности"
msgstr[2] "{count} последовательностей"
"""


@pytest.fixture
def _two_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for language, text in (("ar", ARABIC), ("ru", RUSSIAN)):
        po = read_po(text.strip().splitlines(keepends=True), locale=language)
        with (tmp_path / f"{language}.mo").open("wb") as stream:
            write_mo(stream, po)
    monkeypatch.setattr(catalogue, "bundled", lambda *parts: tmp_path / parts[-1])
    catalogue._translations.cache_clear()
    yield
    catalogue._translations.cache_clear()
    texts.set_language("en")


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "none"), (1, "one"), (2, "two"), (7, "few 7"), (11, "many 11"), (100, "other 100")],
)
@pytest.mark.usefixtures("_two_languages")
def test_arabic_has_six_wordings(count: int, said: str) -> None:
    arabic = Catalogue("ar")
    assert (
        arabic.say("{count} sequence", {"count": count}, plural="{count} sequences", count=count)
        == said
    )


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "1 последовательность"),
        (3, "3 последовательности"),
        (12, "12 последовательностей"),
        (21, "21 последовательность"),
        (25, "25 последовательностей"),
    ],
)
@pytest.mark.usefixtures("_two_languages")
def test_russian_has_three_wordings(count: int, said: str) -> None:
    texts.set_language("ru")
    assert (
        texts.say("{count} sequence", {"count": count}, plural="{count} sequences", count=count)
        == said
    )
    assert texts.ngettext("{count} sequence", "{count} sequences", count).endswith(said[3:])


@pytest.mark.usefixtures("_two_languages")
def test_two_languages_at_once() -> None:
    message, parameters = "Sequence {number} has no {key}.", {"number": 3, "key": "mol_type"}
    english, russian = Catalogue("en"), Catalogue("ru")
    assert english.say(message, parameters) == "Sequence 3 has no mol_type."
    assert russian.say(message, parameters) == "Нет mol_type в последовательности 3."
    assert english.say(message, parameters) == "Sequence 3 has no mol_type."


@pytest.mark.usefixtures("_two_languages")
def test_the_language_in_use_can_be_changed() -> None:
    assert texts.language() == "en"
    assert texts._("Save") == "Save"
    texts.set_language("ru")
    assert texts.language() == "ru"
    assert texts._("Save") == "Сохранить"
    assert texts.pgettext("column head", "Save") == "Сохр."


@pytest.mark.usefixtures("_two_languages")
def test_a_language_without_compiled_catalogue_speaks_english() -> None:
    korean = Catalogue("ko")
    assert korean.gettext("Save") == "Save"
    assert korean.ngettext("{count} sequence", "{count} sequences", 2) == "{count} sequences"
    assert korean.pgettext("column head", "Save") == "Save"


@pytest.mark.usefixtures("_two_languages")
def test_nothing_to_say_is_not_the_head_of_the_catalogue() -> None:
    assert Catalogue("ru").gettext("") == ""


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        texts.set_language("xx")
    assert texts.language() == "en"


def test_marking_translates_nothing() -> None:
    assert texts.N_("Save") == "Save"
    assert texts.nN_("one", "many") == ("one", "many")


@pytest.mark.parametrize(
    ("text", "parameters", "filled"),
    [
        ("{a} and {b}", {"a": 1, "b": "two"}, "1 and two"),
        ("{a} and {b}", {"a": 1}, "1 and {b}"),
        ("{a}", {"a": "{b}", "b": "no"}, "{b}"),
        ("{ and } and {}", {}, "{ and } and {}"),
        ("{a!r}", {"a": 1}, "{a!r}"),
    ],
)
def test_filling_never_fails(text: str, parameters: dict[str, object], filled: str) -> None:
    assert fill(text, parameters) == filled


def test_on_a_screen_values_keep_their_direction_in_a_mirrored_sentence() -> None:
    words, values = "{value}", {"value": "1..36"}
    assert Catalogue("ar", on_screen=True).say(words, values) == "\u20681..36\u2069"
    assert Catalogue("ar").say(words, values) == "1..36"
    assert Catalogue("ja", on_screen=True).say(words, values) == "1..36"
