"""The fields of the general-information form: one text each, with the mark of what is found."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from seqeditor.rules.finding import Level
from seqeditor.texts import _, language
from seqeditor.ui.qt.icons import level_icon
from seqeditor.vocabulary.characters import not_basic_latin
from seqeditor.vocabulary.languages import languages
from seqeditor.vocabulary.offices import offices
from seqeditor.vocabulary.transliteration import latin_name

ISO_DATE = "yyyy-MM-dd"
MARK = 20
ICON = 16
CODE_WIDTH = 120
_DASH = " \u2013 "


class Field(QWidget):
    """One editable text; `committed` gives the new text when the user is done with it.

    An empty field stands for an absent element: None. Escape takes back what was typed.
    """

    committed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.layout_ = QHBoxLayout(self)
        self.layout_.setContentsMargins(0, 0, 0, 0)
        self.layout_.setSpacing(4)
        self.edit = self._make_edit()
        self.layout_.addWidget(self.edit, 1)
        self.mark = QLabel(self)
        self.mark.setFixedWidth(MARK)
        self.layout_.addWidget(self.mark)
        self.setFocusProxy(self.edit)
        self.line.editingFinished.connect(self._commit)
        self.line.installEventFilter(self)

    def _make_edit(self) -> QWidget:
        return QLineEdit(self)

    @property
    def line(self) -> QLineEdit:
        """The line that is typed into."""
        assert isinstance(self.edit, QLineEdit)
        return self.edit

    def text(self) -> str:
        """Return the text as it stands in the field."""
        return self.line.text()

    def set_name(self, name: str) -> None:
        """Set what a screen reader says of the field."""
        for part in {self.edit, self.line}:
            part.setAccessibleName(name)

    def show_text(self, text: str | None) -> None:
        """Show the value of the listing; what is being typed in a focused field stays."""
        self._shown = text or ""
        if self.line.hasFocus() and self.line.isModified():
            return
        if self.line.text() != self._shown:
            self.line.setText(self._shown)

    def set_read_only(self, read_only: bool) -> None:
        """Take edits or not."""
        self.line.setReadOnly(read_only)

    def set_mark(self, level: Level | None, tip: str) -> None:
        """Show the sign of a finding beside the field, with its sentence as tool tip."""
        if level is None:
            self.mark.clear()
        else:
            self.mark.setPixmap(level_icon(level).pixmap(ICON, ICON))
        self.mark.setToolTip(tip)
        self.line.setAccessibleDescription(tip)

    def _commit(self) -> None:
        text = self.text()
        self.line.setModified(False)
        if text != self._shown:
            self._shown = text
            self.committed.emit(text or None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape takes back what was typed but not yet committed."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and self.text() != self._shown
        ):
            self.line.setText(self._shown)
            return True
        return super().eventFilter(watched, event)


class LatinField(Field):
    """A name in Latin letters (par. 47), with the transliteration proposed where it is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.proposal = QPushButton(self)
        self.proposal.setAutoDefault(False)
        self.proposal.clicked.connect(self._take)
        self.layout_.insertWidget(1, self.proposal)
        self.line.textChanged.connect(lambda _text: self._show_proposal())
        self._show_proposal()

    def propose_for(self, name: str | None) -> None:
        """Propose the Latin form of a name, unless one is written or none is needed."""
        self._name = name or ""
        self._show_proposal()

    def retranslate(self) -> None:
        """Take over the language of the window."""
        self.proposal.setToolTip(
            _("Written letter by letter. Check it, and write the name as its owner does.")
        )
        self._show_proposal()

    def set_read_only(self, read_only: bool) -> None:
        """Take edits or not."""
        super().set_read_only(read_only)
        self._show_proposal()

    def _proposed(self) -> str:
        if self.text().strip() or self.line.isReadOnly() or not any(not_basic_latin(self._name)):
            return ""
        return " ".join((latin_name(self._name) or "").split())

    def _show_proposal(self) -> None:
        proposed = self._proposed()
        self.proposal.setVisible(bool(proposed))
        words = _("Write “{name}”").replace("{name}", proposed)
        self.proposal.setText(words.replace("&", "&&"))

    def _take(self) -> None:
        self.line.setText(self._proposed())
        self._commit()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)


class CodeField(Field):
    """A code of a list, typed or chosen; the list shows the names, the field keeps the code."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo.setMaximumWidth(CODE_WIDTH)
        self._name = QLabel(self)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.layout_.insertWidget(1, self._name, 2)
        self.combo.activated.connect(self._chosen)
        self.line.textChanged.connect(self._show_name)
        self.fill()

    def _make_edit(self) -> QWidget:
        combo = QComboBox(self)
        combo.setEditable(True)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(6)
        completer = QCompleter(combo.model(), combo)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        combo.setCompleter(completer)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.activated.connect(self._completed)
        return combo

    @property
    def combo(self) -> QComboBox:
        """The box with the list."""
        assert isinstance(self.edit, QComboBox)
        return self.edit

    @property
    def line(self) -> QLineEdit:
        """The line that is typed into."""
        line = self.combo.lineEdit()
        assert line is not None
        return line

    def entries(self) -> Iterable[tuple[str, str]]:
        """Yield the codes with their names, in the order of the list."""
        return ()

    def fill(self) -> None:
        """Make the list again, as after a change of language."""
        text = self.line.text()
        self.combo.blockSignals(True)
        self.combo.clear()
        for code, name in self.entries():
            self.combo.addItem(f"{code}{_DASH}{name}", code)
        self.combo.setCurrentIndex(-1)
        self.line.setText(text)
        self.combo.blockSignals(False)
        self._show_name()
        view = self.combo.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + 32)

    def hide_name(self) -> None:
        """Leave out the name beside the code, where there is no room for it."""
        self._name.hide()

    def _show_name(self) -> None:
        at = self.combo.findData(self.text())
        self._name.setText(self.combo.itemText(at).partition(_DASH)[2] if at >= 0 else "")

    def _chosen(self, index: int) -> None:
        code = self.combo.itemData(index)
        if code is not None:
            self.line.setText(str(code))
            self._commit()

    def _completed(self, text: str) -> None:
        self.line.setText(text.split(" ", 1)[0])
        self._commit()

    def _commit(self) -> None:
        # What is typed as "US – United States" is the code with its name: keep the code.
        text, _dash, name = self.text().partition(_DASH)
        if name:
            self.line.setText(text)
        super()._commit()

    def set_read_only(self, read_only: bool) -> None:
        """Take edits or not."""
        super().set_read_only(read_only)
        self.combo.setEnabled(not read_only)


class OfficeField(CodeField):
    """An office code of ST.3 (par. 45)."""

    def entries(self) -> Iterable[tuple[str, str]]:
        """Yield the current office codes."""
        return ((office.code, office.name) for office in offices())


class LanguageField(CodeField):
    """A language code of ISO 639-1 (par. 9); those of the PCT publication languages come first."""

    _FIRST = ("en", "ar", "de", "es", "fr", "ja", "ko", "pt", "ru", "zh")

    def entries(self) -> Iterable[tuple[str, str]]:
        """Yield the language codes, each with its name in the language of the window if known."""
        every = {one.code: one.name for one in languages()}
        order = [*self._FIRST, *(code for code in every if code not in self._FIRST)]
        return ((code, _language_name(code, every.get(code, code))) for code in order)


def _language_name(code: str, english: str) -> str:
    """The name of a language as its speakers call it, with the English one for the others."""
    locale = QLocale(code)
    own = locale.nativeLanguageName()
    if not own or locale.language() == QLocale.Language.C or "en" in (code, language()):
        return english
    return own


class DateField(Field):
    """A date in the form CCYY-MM-DD, typed or chosen from a calendar (ST.2, par. 45)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line.setMaximumWidth(140)
        self.line.setPlaceholderText("CCYY-MM-DD")
        self._button = QToolButton(self)
        self._button.setText("\u25be")
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self._open_calendar)
        self.layout_.insertWidget(1, self._button)
        self.layout_.addStretch(1)
        self._calendar: QCalendarWidget | None = None
        self.retranslate()

    def retranslate(self) -> None:
        """Take over the language of the window."""
        self._button.setToolTip(_("Choose a date"))
        self._button.setAccessibleName(_("Choose a date"))

    def set_read_only(self, read_only: bool) -> None:
        """Take edits or not."""
        super().set_read_only(read_only)
        self._button.setEnabled(not read_only)

    def _open_calendar(self) -> None:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = QDate.fromString(self.text(), ISO_DATE)
        if chosen.isValid():
            calendar.setSelectedDate(chosen)
        calendar.activated.connect(self._take_date)
        calendar.clicked.connect(self._take_date)
        self._calendar = calendar
        calendar.adjustSize()
        calendar.move(self._button.mapToGlobal(QPoint(0, self._button.height())))
        calendar.show()

    def _take_date(self, date: QDate) -> None:
        if self._calendar is not None:
            self._calendar.close()
            self._calendar = None
        self.line.setText(date.toString(ISO_DATE))
        self._commit()
