"""The colours of all windows: as the system has them, light, dark, or of high contrast."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QToolTip

from seqeditor.texts import N_
from seqeditor.ui.qt.contrast_style import ContrastStyle

AS_THE_SYSTEM = ""

CHOICES = {
    AS_THE_SYSTEM: N_("As the &system"),
    "light": N_("&Light"),
    "dark": N_("&Dark"),
    "contrast-dark": N_("&High contrast, light on dark"),
    "contrast-light": N_("High &contrast, dark on light"),
}
"""What can be chosen, by the name it has in the settings, in the order of the menu."""

_ROLES = (
    *("WindowText", "Window", "Text", "Base", "AlternateBase", "ButtonText", "Button"),
    *("BrightText", "Highlight", "HighlightedText", "Accent", "Link", "LinkVisited"),
    *("ToolTipText", "ToolTipBase", "PlaceholderText"),
    *("Light", "Midlight", "Mid", "Dark", "Shadow"),
)

_COLOURS = {
    "light": "#1a1a1a #f2f2f2 #1a1a1a #ffffff #f6f6f6 #1a1a1a #ececec #ffffff #1f6aa8 "
    "#ffffff #1f6aa8 #0b57a4 #6a3d9a #1a1a1a #fff9e0 #666666 "
    "#ffffff #e2e2e2 #a8a8a8 #8f8f8f #707070",
    "dark": "#f0f0f0 #2b2b2b #f0f0f0 #1e1e1e #262626 #f0f0f0 #3a3a3a #ffffff #2f78b7 "
    "#ffffff #2f78b7 #7cc4f0 #c9a7ec #f0f0f0 #3b3a2f #a6a6a6 "
    "#5a5a5a #4a4a4a #6a6a6a #161616 #000000",
    "contrast-dark": "#ffffff #000000 #ffffff #000000 #141414 #ffffff #000000 #ffff00 #ffff00 "
    "#000000 #ffff00 #7fd4ff #e0b0ff #ffffff #000000 #d0d0d0 "
    "#ffffff #8a8a8a #b0b0b0 #d0d0d0 #ffffff",
    "contrast-light": "#000000 #ffffff #000000 #ffffff #f2f2f2 #000000 #ffffff #000000 #00308f "
    "#ffffff #00308f #00308f #5b1a85 #000000 #ffffff #404040 "
    "#ffffff #8a8a8a #606060 #404040 #000000",
}

_DISABLED = {
    "light": "#8a8a8a",
    "dark": "#808080",
    "contrast-dark": "#9a9a9a",
    "contrast-light": "#6a6a6a",
}


def own_palette(choice: str) -> QPalette:
    """Return the palette of a choice that is not the system's."""
    palette = QPalette()
    for name, colour in zip(_ROLES, _COLOURS[choice].split(), strict=True):
        palette.setColor(QPalette.ColorRole[name], QColor(colour))
    for name in ("WindowText", "Text", "ButtonText", "PlaceholderText"):
        role = QPalette.ColorRole[name]
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(_DISABLED[choice]))
    faint = palette.color(QPalette.ColorRole.Mid)
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, faint)
    return palette


def is_high_contrast(choice: str) -> bool:
    """Tell whether a choice is one of high contrast."""
    return choice.startswith("contrast")


def use_colours(application: QApplication, choice: str) -> None:
    """Show all windows in the colours of a choice, at once; an unknown one is the system's."""
    hints = application.styleHints()
    if choice not in _COLOURS:
        hints.unsetColorScheme()
        _use_style(application, contrast=False)
        application.setPalette(QPalette())
        QToolTip.setPalette(QPalette())
        return
    dark = choice in ("dark", "contrast-dark")
    hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    _use_style(application, contrast=is_high_contrast(choice))
    # A native style has its own light and dark; Fusion follows the system, which may know neither.
    drawn_by_us = is_high_contrast(choice) or application.style().name().lower() == "fusion"
    palette = own_palette(choice) if drawn_by_us else QPalette()
    application.setPalette(palette)
    QToolTip.setPalette(palette)


_native = ""


def _use_style(application: QApplication, *, contrast: bool) -> None:
    """Draw with visible edges everywhere, or with the style of the start again."""
    global _native
    is_ours = isinstance(application.style(), ContrastStyle)
    if contrast and not is_ours:
        _native = application.style().name()
        application.setStyle(ContrastStyle())
    elif is_ours and not contrast:
        application.setStyle(QStyleFactory.create(_native or "Fusion"))


def faint_text(palette: QPalette) -> QColor:
    """Return the colour of words that stand back, still read easily (4.5 to 1) on the base."""
    text, base = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    return mixed(text, base, 65)


def mixed(one: QColor, other: QColor, percent: int) -> QColor:
    """Return a colour with so many per cent of the first and the rest of the second."""
    parts = zip(
        (one.red(), one.green(), one.blue()),
        (other.red(), other.green(), other.blue()),
        strict=True,
    )
    return QColor(*((a * percent + b * (100 - percent)) // 100 for a, b in parts))


def contrast(one: QColor, other: QColor) -> float:
    """Return how well two colours are told apart, 1 to 21 (WCAG 2, contrast ratio)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: QColor) -> float:
    """Return how bright a colour is to the eye, 0 to 1 (WCAG 2, relative luminance)."""

    def linear(part: float) -> float:
        return float(part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(p) for p in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def told_apart(colour: QColor, ground: QColor, ratio: float = 3.0) -> QColor:
    """Return the colour, made darker or lighter until it stands out from a ground."""
    towards = QColor("black") if luminance(ground) > 0.18 else QColor("white")
    for percent in range(100, -1, -5):
        made = mixed(colour, towards, percent)
        if contrast(made, ground) >= ratio:
            return made
    return towards
