from __future__ import annotations

from seqeditor.app.numbers import renumbered
from tests.listings import coding, dna, protein


def _names(values: list[tuple[str | None, object]], first: int) -> list[str | None]:
    found = renumbered(values, first)  # type: ignore[arg-type]
    return [
        q.value for s in found for f in s.features for q in f.qualifiers if q.name == "protein_id"
    ]


def test_a_protein_id_names_what_it_named() -> None:
    assert _names([("7", coding("9")), ("9", protein()), (None, coding("7"))], 20) == ["21", "20"]


def test_of_a_number_that_stands_twice_the_first_is_meant() -> None:
    assert _names([("2", protein()), ("2", protein("MA")), ("3", coding("2"))], 1) == ["1"]


def test_what_names_nothing_stays() -> None:
    assert _names([("1", coding("5")), ("2", coding("")), ("3", dna())], 4) == ["5", ""]
