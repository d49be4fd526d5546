"""The organisms of a listing, each once."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqeditor.store.organism_names import organism_names


def _with(names: list[str]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE sequence (organism TEXT NOT NULL)")
    connection.executemany("INSERT INTO sequence VALUES (?)", [(name,) for name in names])
    return connection


@given(st.lists(st.sampled_from(["", "a", "B", "Ä", "b c", "z"]), max_size=20))
def test_each_name_once_by_the_alphabet(names: list[str]) -> None:
    connection = _with(names)
    assert organism_names(connection, 50) == sorted(set(names) - {""})
    connection.close()


@pytest.mark.parametrize("most", [1, 3])
def test_no_more_than_asked(most: int) -> None:
    connection = _with([f"n{i:03}" for i in range(9)])
    assert organism_names(connection, most) == [f"n{i:03}" for i in range(most)]
    connection.close()
