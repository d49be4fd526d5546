from __future__ import annotations

import os
import subprocess
import sys

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from seqeditor.ui.features.clipboard import can_paste, put_on_clipboard
from seqeditor.ui.qt.clipboard_end import leave_plain_text

PROGRAM = """
from PySide6.QtWidgets import QApplication
from seqeditor.domain.sequence import Feature
from seqeditor.ui.features.clipboard import put_on_clipboard
from seqeditor.ui.qt.clipboard_end import leave_plain_text
application = QApplication([])
put_on_clipboard("DNA", (Feature("gene", "1"),), "gene 1")
leave_plain_text()
"""


def test_text_stays_and_what_is_not_ours_too(qtbot: QtBot):
    put_on_clipboard("DNA", (), "nothing")
    leave_plain_text()
    assert QGuiApplication.clipboard().text() == "nothing"
    data = QMimeData()
    data.setData("application/x-seqeditor-features+xml", b"<INSDSeq/>")
    data.setText("gene\t1")
    QGuiApplication.clipboard().setMimeData(data)
    assert can_paste()
    leave_plain_text()
    assert not can_paste()
    assert QGuiApplication.clipboard().text() == "gene\t1"


def test_the_program_ends_well_after_copying():
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, timeout=60)
    assert done.returncode == 0
