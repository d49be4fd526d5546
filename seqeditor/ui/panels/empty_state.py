"""What the centre shows while there is no sequence: three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from seqeditor.texts import N_, _
from seqeditor.ui.qt.icons import icon

_WAYS = (
    (
        "paste",
        N_("&Paste"),
        N_("Copy sequences from a paper, a table or another program and paste them here."),
    ),
    (
        "import",
        N_("&Import a file"),
        N_("Take over sequences from an ST.26 XML or a FASTA file. Or drag a file here."),
    ),
    ("type", N_("&Type"), N_("Begin with an empty sequence and type its residues.")),
)


class EmptyState(QWidget):
    """Three cards, one button each."""

    paste_asked = Signal()
    import_asked = Signal()
    type_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = QLabel()
        self._head.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._head.setWordWrap(True)
        font = QFont(self._head.font())
        font.setPointSizeF(font.pointSizeF() * 1.4)
        self._head.setFont(font)
        self._foot = QLabel()
        self._foot.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._foot.setWordWrap(True)
        self.buttons: list[QPushButton] = []
        self._texts: list[QLabel] = []
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addStretch(1)
        for signal in (self.paste_asked, self.import_asked, self.type_asked):
            card = self._make_card()
            self.buttons[-1].clicked.connect(signal)
            row.addWidget(card, 4)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(24)
        column.addStretch(2)
        column.addWidget(self._head)
        column.addLayout(row)
        column.addWidget(self._foot)
        column.addStretch(3)
        self.retranslate()
        self.redraw()

    def _make_card(self) -> QFrame:
        card = QFrame()
        card.setFrameShape(QFrame.Shape.StyledPanel)
        card.setMaximumWidth(300)
        button, text = QPushButton(), QLabel()
        button.setIconSize(QSize(24, 24))
        button.setMinimumHeight(40)
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(button)
        column.addWidget(text, 1)
        self.buttons.append(button)
        self._texts.append(text)
        return card

    def set_editable(self, editable: bool) -> None:
        """Offer the ways to begin or, where nothing may be edited, not."""
        for button in self.buttons:
            button.setEnabled(editable)

    def retranslate(self) -> None:
        """Word everything in the language of the window."""
        self._head.setText(_("There are no sequences yet. Begin in one of three ways:"))
        self._foot.setText(
            _("General information, such as the applicant and the title, has a form of its own.")
        )
        for button, text, (_icon, label, words) in zip(
            self.buttons, self._texts, _WAYS, strict=True
        ):
            button.setText(_(label))
            button.setAccessibleDescription(_(words))
            text.setText(_(words))

    def redraw(self) -> None:
        """Draw the icons in the colours of the window."""
        for button, (name, _label, _words) in zip(self.buttons, _WAYS, strict=True):
            button.setIcon(icon(name, self.palette()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and colours of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.redraw()
