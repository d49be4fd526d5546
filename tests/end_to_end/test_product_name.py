"""A product is renamed in all notes, after a look at what would change."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from seqeditor.app.document import Document
from seqeditor.app.finding_text import Where
from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.sequence import Qualifier
from seqeditor.ui.dialogs.find_text import FindDialog
from seqeditor.ui.panels.search_results import SearchResults
from tests.end_to_end.conftest import Drive
from tests.listings import dna

LETTERS = ("acgtgcattacgatc", "ttgcaagcattagga", "ggatccatttgacca")


@pytest.mark.slow
def test_a_product_is_renamed_in_all_notes(document: Callable[..., Document], drive: Drive) -> None:
    notes = ("encodes Alphamab", "Alphamab light chain; alphamab", "no product")
    made = [
        add_feature(dna(letters), "misc_feature", "1..9", [Qualifier("note", note)])
        for letters, note in zip(LETTERS, notes, strict=True)
    ]
    one = drive(document(0, *made))
    one.fill_general_information()
    one.menu("Edit", "Find and replace")
    dialog = one.dialog(FindDialog)
    one.fill(dialog.fields.text, "Alphamab")
    one.fill(dialog.fields.replacement, "Betamab")
    for where, box in dialog.fields.where.items():
        one.check(box, on=where is Where.QUALIFIERS)
    one.check(dialog.fields.match_case)
    line = dialog.fields.name.lineEdit()
    assert line is not None
    one.fill(line, "note")
    one.press("Find")
    one.settle()
    (results,) = one.window.findChildren(SearchResults)
    model = results.model
    preview = [model.data(model.index(row, 3)) for row in range(model.rowCount())]
    assert preview == ["encodes Betamab", "Betamab light chain; alphamab"]
    assert one.value(1, "misc_feature", "note") == notes[0]
    one.press("Replace all")
    one.settle()
    assert dialog.words.text() == "2 places replaced."
    one.close(dialog)
    root = one.generate()
    assert root.xpath("//INSDQualifier[INSDQualifier_name='note']/INSDQualifier_value/text()") == [
        "encodes Betamab",
        "Betamab light chain; alphamab",
        "no product",
    ]
    one.undoes_to_the_start()
