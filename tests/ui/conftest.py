"""Windows for tests: settings redirected, nothing left running, no dialog left unanswered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.app.opening import close_document, new_document
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.sequence import Sequence
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.qt import job_runner
from seqeditor.ui.qt.clipboard_end import leave_plain_text
from seqeditor.ui.session import Session
from seqeditor.ui.windows import Windows

LETTERS = "acgtacgtacgtacgtacgtacgtacgtac"


def sequence(letters: str = LETTERS, moltype: str = "DNA", name: str = "") -> Sequence:
    """Return a sequence without faults of its own."""
    mol_type = {"DNA": "genomic DNA", "RNA": "genomic RNA", "AA": "protein"}[moltype]
    made = new_sequence(moltype, letters, organism="Homo sapiens", mol_type=mol_type)
    return made if not name else _named(made, name)


def _named(made: Sequence, name: str) -> Sequence:
    from seqeditor.domain.edits.sequence import set_name

    return set_name(made, name)


@pytest.fixture
def document() -> Iterator[Callable[..., Document]]:
    """Return a maker of documents: `document(3)` has three sequences."""
    made: list[Document] = []

    def make(count: int = 0, *sequences: Sequence) -> Document:
        one = new_document()
        wanted = [sequence(name=f"s{n}") for n in range(1, count + 1)] + list(sequences)
        if wanted:
            one.insert_sequences("Add", 1, wanted)
        made.append(one)
        return one

    yield make
    for one in made:
        if one.copy.folder.exists() and not _is_closed(one):
            close_document(one, keep=False)


def _is_closed(one: Document) -> bool:
    return one._lock is None


@pytest.fixture(autouse=True)
def _nothing_left_running(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail when a thread or a timer outlives its test."""
    workers: list[job_runner._Worker] = []
    timers: list[QTimer] = []
    start_worker, start_timer = job_runner._Worker.start, QTimer.start

    def record_worker(worker: job_runner._Worker, *arguments: Any) -> None:
        workers.append(worker)
        start_worker(worker, *arguments)

    def record_timer(timer: QTimer, *arguments: Any) -> None:
        timers.append(timer)
        start_timer(timer, *arguments)

    monkeypatch.setattr(job_runner._Worker, "start", record_worker)
    monkeypatch.setattr(QTimer, "start", record_timer)
    yield
    left = [worker for worker in workers if _lives(worker) and worker.isRunning()]
    ticking = [timer for timer in timers if _lives(timer) and timer.isActive()]
    assert (left, [t.parent() for t in ticking if not t.isSingleShot()]) == ([], [])


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what is quick be quick on a slow machine too."""
    monkeypatch.setattr(job_runner, "PATIENCE", 10_000)


@pytest.fixture(autouse=True)
def _nothing_of_ours_on_the_clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave no data of Python on the clipboard: it would crash the tests when they end."""
    yield
    if QGuiApplication.clipboard().mimeData() is not None:
        leave_plain_text()


def _lives(thing: Any) -> bool:
    import shiboken6

    return bool(shiboken6.isValid(thing))


@pytest.fixture(autouse=True)
def _no_dialog_that_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail when a dialog would stop the program, or a file dialog nobody expects is asked."""

    def unexpected(*arguments: object, **_named: object) -> None:
        raise AssertionError(f"a dialog waits: {arguments}")

    for kind, names in (
        (QDialog, ("exec",)),
        (QMessageBox, ("exec", "question", "warning", "information", "critical", "about")),
        (QFileDialog, ("exec", "getOpenFileName", "getSaveFileName", "getExistingDirectory")),
    ):
        for name in names:
            monkeypatch.setattr(kind, name, unexpected)


@pytest.fixture
def answer_file_dialog(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], list[str]]:
    """Return what makes the next file dialogs answer with a path; the proposals are noted."""

    def answer(path: Path | None) -> list[str]:
        asked: list[str] = []

        def dialog(_parent: object, _title: str, proposed: str, _filters: str) -> tuple[str, str]:
            asked.append(proposed)
            return ("" if path is None else str(path), "")

        monkeypatch.setattr(QFileDialog, "getOpenFileName", dialog)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
        return asked

    return answer


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:
    """Return the settings of somebody who has chosen nothing, in English."""
    made = Session(qapp)
    made.choose_language("en", keep=False)
    yield made
    made.choose_language("en", keep=False)
    qapp.removeTranslator(made._translator)
    made.deleteLater()
    _delete_later()


@pytest.fixture
def windows(session: Session, document: Callable[..., Document], qtbot: QtBot) -> Iterator[Windows]:
    """Return the windows; closed afterwards without a question."""
    made = Windows(session)
    yield made
    dialogs = [d.windowTitle() for d in visible_dialogs()]
    for window in list(made.all):
        window.end(keep=False)
        window.close()
    made.deleteLater()
    _delete_later()
    assert dialogs == [], "dialogs nobody has answered"


@pytest.fixture
def window(windows: Windows, document: Callable[..., Document], qtbot: QtBot) -> MainWindow:
    """Return a window on three sequences, checked already."""
    made = windows.open(document(3))
    settle(qtbot, made)
    return made


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until all work beside the window is done and everything is checked."""
    qtbot.waitUntil(lambda: not window.runner.running and window.live.is_idle, timeout=20_000)


def visible_dialogs() -> list[QDialog]:
    """Return the dialogs on the screen."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def the_dialog(kind: type[Any] = QDialog) -> Any:
    """Return the one dialog on the screen."""
    found = [dialog for dialog in visible_dialogs() if isinstance(dialog, kind)]
    assert len(found) == 1, visible_dialogs()
    return found[0]


def press(dialog: QDialog, text: str) -> None:
    """Press the button of a dialog that bears a text."""
    from PySide6.QtWidgets import QAbstractButton

    buttons = dialog.findChildren(QAbstractButton)
    found = [b for b in buttons if b.text().replace("&", "").rstrip("…") == text]
    assert found, [b.text() for b in buttons]
    found[0].click()


def _delete_later() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
