"""What all windows of one start share: the settings, the language, and which windows there are."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from seqeditor.app.settings import load_settings, save_settings
from seqeditor.texts import is_right_to_left, nearest_language, set_language
from seqeditor.ui.qt.colours import use_colours
from seqeditor.ui.qt.locale import locale_of

_QT_CATALOGUES = {"pt": "pt_BR", "zh": "zh_CN"}


class Session(QObject):
    """The settings of the user at work, and the language of all windows."""

    recent_changed = Signal()
    shortcuts_changed = Signal()
    colours_changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._translator = QTranslator(self)
        self.settings = load_settings()
        self.is_ending = False
        self.language = ""
        self.choose_language(self.settings.language, keep=False)
        if self.settings.colours:
            use_colours(application, self.settings.colours)

    # Settings ----------------------------------------------------------------------------------

    def change(self, **chosen: Any) -> None:
        """Remember something; a folder that cannot be written must not stop the work."""
        # Another window of the program may have written meanwhile.
        self.settings = replace(load_settings(), **chosen)
        with suppress(OSError):
            save_settings(self.settings)

    def add_recent(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        self.change(recent=load_settings().with_recent(path).recent)
        self.recent_changed.emit()

    def remove_recent(self, path: str) -> None:
        """Forget a file that is gone."""
        self.change(recent=load_settings().without_recent(path).recent)
        self.recent_changed.emit()

    def clear_recent(self) -> None:
        """Forget all recent files."""
        self.change(recent=())
        self.recent_changed.emit()

    def folder(self, purpose: str) -> str:
        """Return the folder last used for a purpose, "" for none."""
        found = self.settings.folders.get(purpose, "")
        return found if found and Path(found).is_dir() else ""

    def keep_folder(self, purpose: str, file: Path) -> None:
        """Remember the folder of a file for the next time."""
        folders: dict[str, str] = {**self.settings.folders, purpose: str(file.parent)}
        self.change(folders=folders)

    def choose_shortcuts(self, chosen: dict[str, str]) -> None:
        """Remember keys by the names of actions; all windows follow at once."""
        self.change(shortcuts=chosen)
        self.shortcuts_changed.emit()

    def choose_colours(self, choice: str) -> None:
        """Show all windows in other colours from now on, "" for the system's."""
        self.change(colours=choice)
        use_colours(self._application, choice)
        self.colours_changed.emit()

    # Language ----------------------------------------------------------------------------------

    def choose_language(self, code: str, *, keep: bool = True) -> None:
        """Speak a language from now on, "" for the system's; all windows follow at once."""
        if keep:
            self.change(language=code)
        spoken = code or system_language()
        if spoken == self.language:
            return
        self.language = spoken
        set_language(spoken)
        QLocale.setDefault(locale_of(spoken))
        mirrored = is_right_to_left(spoken)
        direction = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        self._application.setLayoutDirection(direction)
        # Qt's own words; installing a catalogue also tells every widget of the change.
        self._application.removeTranslator(self._translator)
        self._translator = QTranslator(self)
        name = _QT_CATALOGUES.get(spoken, spoken)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{name}", folder):
            self._application.installTranslator(self._translator)


def system_language() -> str:
    """Return the language of the program nearest to what the system speaks."""
    for name in QLocale.system().uiLanguages():
        found = nearest_language(name)
        if found != "en" or name.lower().startswith("en"):
            return found
    return "en"
