"""The names offered while typing, and the user's own list of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from seqeditor.app import organisms
from seqeditor.app.organisms import OwnOrganism, offered
from seqeditor.app.own_lists import OwnListError, own_list_file

OWN = [OwnOrganism("Homunculus faustii", ("lab strain 7", "human-made")), OwnOrganism("Zzz yyy")]


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEQEDITOR_HOME", str(tmp_path / "home"))


def names(text: str, used: tuple[str, ...] = ()) -> list[str]:
    return [one.name for one in offered(text, OWN, used)]


def test_own_names_come_before_the_snapshot_and_after_the_general_ones() -> None:
    assert names("")[:3] == ["synthetic construct", "unidentified", "Homunculus faustii"]
    assert names("hom")[:2] == ["Homunculus faustii", "Homo sapiens"]


def test_an_own_name_is_found_by_its_synonym() -> None:
    assert offered("LAB  str", OWN)[0].also == "lab strain 7"
    assert names("human-m") == ["Homunculus faustii"]


def test_names_of_the_listing_come_before_the_snapshot() -> None:
    assert names("h", ("Hordeum vulgare", "Mus musculus"))[:2] == [
        "Homunculus faustii",
        "Hordeum vulgare",
    ]


def test_no_name_is_offered_twice() -> None:
    found = names("homo", ("Homo sapiens",))
    assert len(found) == len(set(found))


def test_the_own_list_is_kept() -> None:
    organisms.save_own_organisms(OWN)
    assert organisms.load_own_organisms() == OWN


def test_names_are_joined_with_their_synonyms() -> None:
    twice = [OwnOrganism(" B  b ", ("x", " ")), OwnOrganism("a"), OwnOrganism("B b", ("y", "x"))]
    assert organisms.joined(twice) == [OwnOrganism("a"), OwnOrganism("B b", ("x", "y"))]


def test_a_list_travels_as_a_file(tmp_path: Path) -> None:
    file = tmp_path / "names.json"
    organisms.export_organisms(file, OWN)
    mine = [OwnOrganism("Zzz yyy", ("zed",))]
    assert organisms.import_organisms(file, mine) == [
        OWN[0],
        OwnOrganism("Zzz yyy", ("zed",)),
    ]


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "names.json"
    file.write_text("[]", encoding="utf-8")
    with pytest.raises(OwnListError):
        organisms.import_organisms(file, [])


def test_what_is_wrongly_formed_is_left_out() -> None:
    file = own_list_file(organisms.KIND)
    file.parent.mkdir(parents=True)
    file.write_text(
        '{"kind": "organisms", "items": [1, {"name": 2}, {"name": "A b", "synonyms": [3, "c"]}]}',
        encoding="utf-8",
    )
    assert organisms.load_own_organisms() == [OwnOrganism("A b", ("c",))]
