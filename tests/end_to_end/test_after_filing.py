"""After filing, sequences taken out leave intentionally skipped ones, and no number changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from seqeditor.app.document import Document
from seqeditor.store.snapshots import count_snapshots
from seqeditor.ui.dialogs.rearranging import RangeDialog
from tests.end_to_end.conftest import Drive
from tests.listings import different


@pytest.mark.slow
def test_a_range_deleted_after_filing_is_skipped(
    document: Callable[..., Document], drive: Drive
) -> None:
    one = drive(document(0, *different(6)))
    one.fill_general_information()
    first = one.generate("first.xml", snapshot="as filed")
    assert count_snapshots(one.window.signal.document.copy) == 1
    assert one.window.signal.document.filed == 6
    one.menu("Sequence", "Delete range")
    dialog = one.dialog(RangeDialog)
    one.fill(dialog.line, "3-4, 6")
    assert "3 sequences" in dialog.hint.text()
    one.press("Delete")
    one.press("Skip")
    one.settle()
    assert one.window.signal.document.count() == 6
    root = one.generate("second.xml")
    letters = [node.findtext("INSDSeq/INSDSeq_sequence") for node in root.iter("SequenceData")]
    kept = [node.findtext("INSDSeq/INSDSeq_sequence") for node in first.iter("SequenceData")]
    assert letters == [*kept[:2], "000", "000", kept[4], "000"]
    numbers = [node.get("sequenceIDNumber") for node in root.iter("SequenceData")]
    assert numbers == ["1", "2", "3", "4", "5", "6"]
    one.undoes_to_the_start()
