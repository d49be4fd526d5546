from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from seqeditor.rules.finding import Finding, Level
from seqeditor.store.findings import FindingsStore
from seqeditor.ui.models.findings_table import FindingsTable


def test_a_sentence_names_the_number_of_now(tmp_path: Path, qapp: object) -> None:
    store = FindingsStore(tmp_path)
    found = Finding("seq-empty", Level.ERROR, ("residues",), 7, parameters={"number": "2"})
    store.replace_sequences([(7, 1, [found])])
    numbers = {7: "2"}
    table = FindingsTable(store, lambda sequence_id: numbers[sequence_id])
    table.refresh()
    first = table.index(0, 0)
    before = table.data(first, int(Qt.ItemDataRole.DisplayRole))
    assert "2" in before
    # A sequence inserted in front of it.
    numbers[7] = "3"
    assert table.data(first, int(Qt.ItemDataRole.DisplayRole)) == before.replace("2", "3")
    store.close()


def test_a_sentence_names_the_other_sequence_it_speaks_of(tmp_path: Path, qapp: object) -> None:
    store = FindingsStore(tmp_path)
    parameters = {"location": "1..15", "number": "5"}
    rule = "tr-protein-id-missing"
    path = ("features", 1)
    store.replace_all("listing", [Finding(rule, Level.ERROR, path, 7, parameters=parameters)])
    table = FindingsTable(store, lambda _sequence_id: "2")
    table.refresh()
    words = table.data(table.index(0, 0), int(Qt.ItemDataRole.DisplayRole))
    assert "sequence 5" in words
    assert "protein_id 5" in words
    store.close()
