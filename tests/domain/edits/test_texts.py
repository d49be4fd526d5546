from __future__ import annotations

import pytest

from seqeditor.domain.edits.texts import set_text
from seqeditor.domain.general_information import GeneralInformation, LanguageText
from seqeditor.domain.path import Path, at
from seqeditor.domain.sequence import Feature, Qualifier, Sequence

SEQUENCE = Sequence(features=(Feature("gene", "1", (Qualifier("note", "a"),)),))
HEADER = GeneralInformation(titles=(LanguageText("one", "en"),))


@pytest.mark.parametrize(
    "path",
    [
        ("features", 0, "key"),
        ("features", 0, "qualifiers", 0, "value"),
        ("features", 0, "qualifiers", 0, "non_english"),
        ("moltype",),
    ],
)
def test_sets_what_stands_at_a_path(path: Path) -> None:
    new = set_text(SEQUENCE, path, "new")
    assert at(new, path) == "new"
    assert set_text(new, path, "new") is new
    assert set_text(new, path, at(SEQUENCE, path)) == SEQUENCE


def test_sets_texts_of_the_general_information() -> None:
    assert set_text(HEADER, ("titles", 0, "text"), "two").titles[0] == LanguageText("two", "en")
    assert set_text(HEADER, ("dtd_version",), None).dtd_version is None


@pytest.mark.parametrize(
    "path", [(), ("features",), ("features", 0, "ref"), ("residues",), ("features", 0)]
)
def test_where_no_text_stands(path: Path) -> None:
    with pytest.raises(TypeError):
        set_text(SEQUENCE, path, "x")


def test_what_cannot_be_absent() -> None:
    with pytest.raises(TypeError):
        set_text(SEQUENCE, ("features", 0, "key"), None)


@pytest.mark.parametrize("path", [("features", 1, "key"), ("nothing",), ("application", "number")])
def test_a_place_that_is_not_there(path: Path) -> None:
    with pytest.raises(LookupError):
        set_text(SEQUENCE, path, "x")
    with pytest.raises(LookupError):
        set_text(HEADER, path, "x")
