"""The program with a window: sets Qt up, opens the first window, runs until the last is closed."""

from __future__ import annotations

import gc
import sys
import threading

from PySide6.QtCore import Qt
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication, QStyleFactory

from seqeditor import __version__
from seqeditor.ui.dialogs.unexpected import show_unexpected
from seqeditor.ui.qt.clipboard_end import leave_plain_text
from seqeditor.ui.qt.icons import program_icon
from seqeditor.ui.session import Session
from seqeditor.ui.windows import Windows

NATIVE_STYLES = ("windows11", "windowsvista", "macos")

SWITCH_INTERVAL = 0.001
"""Seconds after which a thread at work gives way, so that the window answers while it works."""


YOUNG, YOUNGER_ROUNDS, OLDER_ROUNDS = 10_000, 20, 10
"""When memory is looked through for what nothing leads to any more: thousands of small values of
features come and go at every key in a long sequence."""


def spare_memory_searches() -> None:
    """Have the program itself left out of searches of memory, and search less often.

    Otherwise every tenth key in a long sequence waits for one, 50 ms and more. To be called before
    anything is opened: what exists now stays for good.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, YOUNGER_ROUNDS, OLDER_ROUNDS)


def make_application() -> QApplication:
    """Return the application with its name, icon and style; the one there is, if there is one."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("seqeditor")
    application.setApplicationDisplayName("seqeditor")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("seqeditor")
    application.setWindowIcon(program_icon())
    native = any(name.lower() in NATIVE_STYLES for name in QStyleFactory.keys())  # noqa: SIM118
    if not native:
        application.setStyle("Fusion")
    return application


def run(files: list[str]) -> int:
    """Open the files named, each in a window; returns the exit status when the last is closed."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    spare_memory_searches()
    application = make_application()
    sys.excepthook = show_unexpected
    threading.excepthook = _thread_failed
    session = Session(application)
    windows = Windows(session)
    # Nothing is asked when the user logs off: every edit is in the working copy already.
    application.commitDataRequest.connect(lambda manager: _session_ends(session, manager))
    application.applicationStateChanged.connect(lambda state: _goes_on(session, state))
    application.aboutToQuit.connect(windows.keep_all)
    application.aboutToQuit.connect(leave_plain_text)
    windows.begin(files)
    return application.exec()


def _session_ends(session: Session, manager: QSessionManager) -> None:
    session.is_ending = True
    manager.setRestartHint(QSessionManager.RestartHint.RestartNever)


def _goes_on(session: Session, state: Qt.ApplicationState) -> None:
    # Who works here again has not logged off after all.
    if state == Qt.ApplicationState.ApplicationActive:
        session.is_ending = False


def _thread_failed(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_value is not None and sys.stderr is not None:
        sys.__excepthook__(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)
