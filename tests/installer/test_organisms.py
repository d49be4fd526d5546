"""Which names of the snapshot are offered."""

from __future__ import annotations

import pytest

from installer.organisms import _is_species_or_below, is_offered


@pytest.mark.parametrize(
    "name",
    [
        "Homo sapiens",
        "Escherichia coli K-12",
        "Influenza A virus (A/Puerto Rico/8/1934(H1N1))",
        "Escherichia phage T7",
        "synthetic construct",
    ],
)
def test_names_that_say_which_organism_are_offered(name: str) -> None:
    assert is_offered(name)


@pytest.mark.parametrize(
    "name",
    [
        "uncultured bacterium",
        "Streptosporangium sp. 413B12",
        "Ephydridae sp. BIOUG23787-H10",
        "Homo sapiens environmental sample",
        "human gut metagenome",
        "Lachnospiraceae bacterium 3-1",
        "Nereis cf. pelagica",
    ],
)
def test_clutter_is_left_out(name: str) -> None:
    assert not is_offered(name)


def test_what_lies_below_a_species_is_found_through_its_parents() -> None:
    nodes = {1: (1, 0, 0, 0), 2: (1, 9, 0, 0), 3: (2, 23, 0, 0), 4: (3, 45, 0, 0), 5: (4, 45, 0, 0)}
    below: dict[int, bool] = {}
    found = {number: _is_species_or_below(number, nodes, below) for number in (5, 2, 4, 3, 1, 9)}
    assert found == {5: True, 2: False, 4: True, 3: True, 1: False, 9: False}
