from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from seqeditor.rules.finding import Level
from seqeditor.ui.panels.notice import Notice


def test_a_notice_shows_until_it_is_closed(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    assert (notice.text, notice.isHidden()) == ("", True)
    notice.show_words(lambda: "Cleaned.", level=Level.WARNING)
    assert (notice.text, notice.isHidden()) == ("Cleaned.", False)
    with qtbot.waitSignal(notice.closed):
        notice._close.click()
    assert (notice.text, notice.isHidden()) == ("", True)


def test_buttons_belong_to_their_notice(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    pressed: list[str] = []
    notice.show_words(lambda: "One", buttons={"First": lambda: pressed.append("first")})
    notice.show_words(lambda: "Two", buttons={"Second": lambda: pressed.append("second")})
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    (button,) = notice.findChildren(QPushButton)
    button.click()
    assert pressed == ["second"]


def test_words_follow_the_language(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    said = ["one", "uno"]
    notice.show_words(lambda: said.pop(0))
    QCoreApplication.sendEvent(notice, QEvent(QEvent.Type.LanguageChange))
    assert notice.text == "uno"
