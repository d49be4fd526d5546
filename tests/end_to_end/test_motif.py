"""A motif is found across the listing, and every hit gets a feature in one step."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from seqeditor.app.document import Document
from seqeditor.ui.dialogs.find_motif import AddHitsDialog, MotifDialog
from seqeditor.ui.panels.search_results import SearchResults
from tests.end_to_end.conftest import Drive
from tests.listings import dna

LETTERS = ("acggaatccacgatc", "ttgcaagcattagga", "ggatgactccattgagtcacca")


@pytest.mark.slow
def test_hits_of_a_motif_become_features(document: Callable[..., Document], drive: Drive) -> None:
    one = drive(document(0, *map(dna, LETTERS)))
    one.fill_general_information()
    one.menu("Edit", "Find a fragment or motif")
    dialog = one.dialog(MotifDialog)
    one.fill(dialog.motif, "gantc")
    one.key(dialog.motif, Qt.Key.Key_Return)
    one.settle()
    (results,) = one.window.findChildren(SearchResults)
    places = [(hit.sequence_id, hit.location) for hit in results.model.hits]
    order = one.window.signal.document.order
    assert places == [
        (order.id_at(1), "4..8"),
        (order.id_at(3), "5..9"),
        (order.id_at(3), "14..18"),
    ]
    one.close(dialog)
    one.press("Add as features", within=results)
    asked = one.dialog(AddHitsDialog)
    one.fill(asked.note, "HinfI site")
    one.press("Add")
    one.settle()
    root = one.generate()
    path = "//INSDFeature[INSDFeature_key='misc_feature']/INSDFeature_location/text()"
    assert root.xpath(path) == ["4..8", "5..9", "14..18"]
    one.undoes_to_the_start()
