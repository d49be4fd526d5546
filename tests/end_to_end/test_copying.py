"""Features go from one sequence to another, and sequences from one window to another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from seqeditor.app.document import Document
from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.sequence import Qualifier
from tests.end_to_end.conftest import Drive
from tests.end_to_end.hands import CTRL, SHIFT
from tests.listings import coding, dna, protein


@pytest.mark.slow
def test_features_and_sequences_are_copied(document: Callable[..., Document], drive: Drive) -> None:
    full = add_feature(dna(), "misc_feature", "3..9", [Qualifier("note", "linker")])
    full = add_feature(full, "modified_base", "5", [Qualifier("mod_base", "m5c")])
    one = drive(document(0, full, dna("ttgcaagcattaggacc"), coding("4"), protein()))
    one.fill_general_information()
    one.go_to(1)
    one.click_feature(1)
    one.click_feature(2, SHIFT)
    tree = one.window.centre.editor.features.tree
    one.key(tree, Qt.Key.Key_C, CTRL)
    one.go_to(2)
    one.click_feature(0)
    one.key(tree, Qt.Key.Key_V, CTRL)
    one.settle()
    found = [(f.key, f.location) for f in one.sequence(2).features]
    assert found == [("source", "1..17"), ("misc_feature", "3..9"), ("modified_base", "5")]

    one.select_rows(2, 4)
    one.key(one.window.project.list, Qt.Key.Key_C, CTRL)
    other = drive(document(0, dna("ggatccatttgacca")))
    other.fill_general_information()
    other.go_to(1)
    other.key(other.window.project.list, Qt.Key.Key_V, CTRL)
    other.settle()
    assert other.window.signal.document.count() == 4
    # The protein has come along, and is named by the number it has here.
    assert other.value(3, "CDS", "protein_id") == "4"
    root = other.generate("second.xml")
    assert root.xpath("//INSDFeature_key/text()").count("misc_feature") == 1
    other.undoes_to_the_start()

    one.come_forward()
    assert one.generate("first.xml").xpath("count(//INSDFeature)") == 9
    one.undoes_to_the_start()
