"""The program tries itself off-screen: opens, edits, saves, generates, speaks every language.

What Qt or Python complains of on the way is a fault, also when everything else went well: in a
frozen program it is how a missing part first shows.
"""

from __future__ import annotations

import os
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from types import TracebackType

from PySide6.QtCore import QEventLoop, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from seqeditor.app.document import Document, Kind
from seqeditor.app.generating import generate
from seqeditor.app.jobs import Job
from seqeditor.app.saving import save_project
from seqeditor.bundled import bundled
from seqeditor.domain.edits.general_information import set_field
from seqeditor.rules.finding import Level
from seqeditor.texts import LANGUAGES, _, fill
from seqeditor.ui.application import make_application
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.map.export import write_picture
from seqeditor.ui.session import Session
from seqeditor.ui.windows import Windows

SAMPLE = ("resources", "samples", "sample-listing.xml")
PATIENCE = 60.0
"""Seconds to wait for any one thing."""

_HARMLESS = ("This plugin does not support", "OpenType support missing for")
"""About the machine, not the program: an off-screen platform knows no smallest size of a window,
and few machines have a font for every script a language's own name is written in."""


class SelfTestError(Exception):
    """Something did not come out as it should; the text says what."""


def run(output: Path | None) -> int:
    """Try the main functions; what is written goes into `output`. Returns the exit status."""
    complaints: list[str] = []
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        # The user's own settings and working copies are no playground.
        os.environ["SEQEDITOR_HOME"] = str(Path(folder, "home"))
        target = output or Path(folder, "output")
        _listen(complaints)
        try:
            target.mkdir(parents=True, exist_ok=True)
            _try_everything(target, complaints)
        except Exception:
            complaints.append(traceback.format_exc().strip())
        finally:
            qInstallMessageHandler(None)
        written = sorted(target.iterdir()) if output and target.is_dir() else []
    return _report(complaints, written)


def _try_everything(target: Path, complaints: list[str]) -> None:
    application = make_application()
    session = Session(application)
    session.choose_language("en", keep=False)
    windows = Windows(session)
    try:
        windows.begin([str(bundled(*SAMPLE))])
        _wait(application, complaints, lambda: _is_ready(windows), "opening the sample")
        window = windows.all[-1]
        wait = partial(_wait, application, complaints)
        _edit_and_undo(window, wait)
        _save_and_generate(window, target)
        _keep_map(window, target)
        _open_what_was_written(windows, target, wait)
        for code in LANGUAGES:
            session.choose_language(code, keep=False)
            application.processEvents()
            _take_picture(window, target / f"window-{code}.png")
    finally:
        session.choose_language("en", keep=False)
        windows.keep_all()
        application.processEvents()


Wait = Callable[[Callable[[], bool], str], None]


def _is_ready(windows: Windows) -> bool:
    window = windows.all[-1]
    has_file = window.signal.document.kind is not Kind.NEW
    return has_file and window.live.is_complete and not window.runner.running


def _edit_and_undo(window: MainWindow, wait: Wait) -> None:
    document = window.signal.document
    before, count = document.header, document.count()
    _expect(_errors(document) == 0, "the sample has an error")
    wrong = partial(set_field, path=("application", "filing_date"), text="2025-02-30")
    document.apply_header("Change {field}", wrong, arguments={"field": "FilingDate"})
    wait(lambda: _errors(document) == 1, "the error of an edit")
    window.sequence_actions.add.trigger()
    _expect(document.count() == count + 1, "no sequence was added")
    window.edit_actions.undo.trigger()
    window.edit_actions.undo.trigger()
    _expect((document.header, document.count()) == (before, count), "undo left something")
    window.edit_actions.redo.trigger()
    window.edit_actions.undo.trigger()
    wait(lambda: _errors(document) == 0, "the error to go with undo")


def _errors(document: Document) -> int:
    return document.findings.counts()[Level.ERROR]


def _save_and_generate(window: MainWindow, target: Path) -> None:
    document = window.signal.document
    for write, name in (
        (_save, "sample-listing.seqproj"),
        (_generate, "sample-listing.xml"),
    ):
        write(document, target / name)
        _expect((target / name).stat().st_size > 0, f"{name} is empty")


def _save(document: Document, path: Path) -> None:
    reader = document.reader()
    with closing(reader.connection):
        save_project(document, path, Job(), reader)


def _generate(document: Document, path: Path) -> None:
    reader = document.reader()
    with closing(reader.connection):
        generate(document, path, Job(), reader)


def _open_what_was_written(windows: Windows, target: Path, wait: Wait) -> None:
    first = windows.all[-1].signal.document
    header, count = first.header, first.count()
    windows.all[-1].take_files([target / "sample-listing.xml"])
    wait(
        lambda: windows.all[-1].signal.document is not first and _is_ready(windows),
        "opening what was generated",
    )
    window = windows.all[-1]
    again = window.signal.document
    _expect((again.header.titles, again.count()) == (header.titles, count), "something was lost")
    _expect(_errors(again) == 0, "what was generated has an error")
    window.close()


def _keep_map(window: MainWindow, target: Path) -> None:
    for ending, beginning in ((".svg", b"<?xml"), (".png", b"\x89PNG")):
        path = target / f"map{ending}"
        write_picture(window.centre.editor.map.map, path)
        _expect(path.read_bytes().startswith(beginning), f"{path.name} is no picture")


def _take_picture(window: MainWindow, path: Path) -> None:
    _expect(window.grab().save(str(path)), f"{path.name} could not be written")


def _expect(is_so: bool, otherwise: str) -> None:
    if not is_so:
        raise SelfTestError(otherwise)


def _wait(
    application: QApplication, complaints: list[str], until: Callable[[], bool], what: str
) -> None:
    """Let the program run until something is so, or it complains, or patience ends."""
    end = monotonic() + PATIENCE
    while not until():
        if complaints or monotonic() > end:
            raise SelfTestError(f"waited in vain for {what}")
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _listen(complaints: list[str]) -> None:
    """Collect what Qt says and every exception nobody caught."""

    def hear_qt(_kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
        if message and not message.startswith(_HARMLESS):
            complaints.append(f"Qt: {message}")

    def hear(
        kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        complaints.append("".join(traceback.format_exception(kind, error, trace)).strip())

    qInstallMessageHandler(hear_qt)
    sys.excepthook = hear
    threading.excepthook = lambda failed: hear(
        failed.exc_type, failed.exc_value, failed.exc_traceback
    )
    sys.unraisablehook = lambda failed: hear(
        failed.exc_type, failed.exc_value, failed.exc_traceback
    )


def _report(complaints: list[str], written: list[Path]) -> int:
    # A program started from a menu of Windows has no standard streams.
    if complaints:
        if sys.stderr is not None:
            sys.stderr.write("\n".join(complaints) + "\n")
        return 1
    if sys.stdout is not None:
        sys.stdout.write(_("The self-test found nothing wrong.") + "\n")
        for path in written:
            sys.stdout.write(fill(_("Written: {path}"), {"path": path}) + "\n")
        sys.stdout.flush()
    return 0
