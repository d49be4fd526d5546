from __future__ import annotations

import threading
from collections.abc import Callable

from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.ui.qt.document_signal import DocumentSignal
from tests.ui.conftest import sequence


def test_a_change_from_another_thread_is_told_in_this_one(
    document: Callable[..., Document], qtbot: QtBot
) -> None:
    one = document(1)
    signal = DocumentSignal(one)
    told: list[int] = []
    signal.changed.connect(lambda _change: told.append(threading.get_ident()))
    worker = threading.Thread(target=lambda: one.insert_sequences("Add", 1, [sequence()]))
    worker.start()
    worker.join()
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert told == [threading.get_ident()]
    signal.end()


def test_nothing_is_told_after_the_end(document: Callable[..., Document], qtbot: QtBot) -> None:
    one = document(1)
    signal = DocumentSignal(one)
    told: list[object] = []
    signal.changed.connect(told.append)
    signal.end()
    one.insert_sequences("Add", 1, [sequence()])
    assert told == []
