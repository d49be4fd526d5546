"""What the program has copied, when it ends.

Data that Python has put on the clipboard outlives the interpreter there, and Qt asks it once more
when it cleans up: the program would end with a crash.
"""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

OWN = "application/x-seqeditor-"


def leave_plain_text() -> None:
    """Leave the text of what was copied, for other programs; what is not ours stays as it is."""
    clipboard = QGuiApplication.clipboard()
    data = clipboard.mimeData()
    if data is not None and any(one.startswith(OWN) for one in data.formats()):
        clipboard.setText(data.text())
