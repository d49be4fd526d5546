"""One colour and one pattern for each class of features, everywhere the same.

Colours are those of Okabe and Ito, told apart by colour-blind eyes; the pattern tells the class
without any colour, and the key's name always stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPalette, QPixmap

from seqeditor.ui.qt.colours import contrast, told_apart


@dataclass(frozen=True, slots=True)
class FeatureClass:
    """How one class of features looks on light and on dark ground."""

    name: str
    light: str
    dark: str
    pattern: Qt.BrushStyle


CODING = FeatureClass("coding", "#0072B2", "#3A9BD9", Qt.BrushStyle.SolidPattern)
PEPTIDE = FeatureClass("peptide", "#56B4E9", "#56B4E9", Qt.BrushStyle.BDiagPattern)
TRANSCRIPT = FeatureClass("transcript", "#009E73", "#1FB58B", Qt.BrushStyle.FDiagPattern)
REGULATION = FeatureClass("regulation", "#E69F00", "#E69F00", Qt.BrushStyle.VerPattern)
BINDING = FeatureClass("binding", "#CC79A7", "#CC79A7", Qt.BrushStyle.Dense6Pattern)
STRUCTURE = FeatureClass("structure", "#F0E442", "#D9CE3A", Qt.BrushStyle.HorPattern)
CHANGE = FeatureClass("change", "#D55E00", "#E8762D", Qt.BrushStyle.DiagCrossPattern)
OTHER = FeatureClass("other", "#8A8A8A", "#9A9A9A", Qt.BrushStyle.SolidPattern)

_CLASSES = {
    CODING: "CDS C_region D_segment J_segment N_region S_region V_region V_segment CHAIN",
    PEPTIDE: "mat_peptide sig_peptide transit_peptide propeptide SIGNAL TRANSIT PROPEP PEPTIDE "
    "INIT_MET",
    TRANSCRIPT: "gene mRNA exon intron 5'UTR 3'UTR prim_transcript precursor_RNA misc_RNA ncRNA "
    "rRNA tRNA tmRNA operon",
    REGULATION: "regulatory polyA_site rep_origin oriT centromere telomere ACT_SITE MOTIF",
    BINDING: "primer_bind protein_bind misc_binding BINDING CA_BIND DNA_BIND METAL NP_BIND ZN_FING",
    STRUCTURE: "stem_loop repeat_region D-loop iDNA misc_structure mobile_element "
    "misc_recomb STS DOMAIN REPEAT COILED HELIX STRAND TURN TOPO_DOM TRANSMEM "
    "INTRAMEM REGION COMPBIAS DISULFID CROSSLNK",
    CHANGE: "modified_base variation misc_difference unsure MOD_RES CARBOHYD LIPID MUTAGEN "
    "VARIANT VAR_SEQ CONFLICT UNSURE NON_STD SITE NON_TER",
}

_BY_KEY = {key: kind for kind, keys in _CLASSES.items() for key in keys.split()}


def feature_class(key: str) -> FeatureClass:
    """Return the class of a feature key; unknown keys and misc_feature are of class `other`."""
    return _BY_KEY.get(key, OTHER)


def is_drawn(key: str) -> bool:
    """Tell whether features of this key are drawn: `source` spans everything and is not."""
    return key.lower() != "source"


def is_dark(palette: QPalette) -> bool:
    """Tell whether a palette writes light on dark."""
    base, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
    return base.lightness() < text.lightness()


def feature_colour(key: str, *, dark: bool) -> QColor:
    """Return the colour of a feature key."""
    kind = feature_class(key)
    return QColor(kind.dark if dark else kind.light)


def edge_colour(key: str, palette: QPalette) -> QColor:
    """Return the colour of a key as a line on the base: told apart from it at 3 to 1."""
    ground = palette.color(QPalette.ColorRole.Base)
    return told_apart(feature_colour(key, dark=is_dark(palette)), ground)


def text_on(colour: QColor) -> QColor:
    """Return black or white, whichever is better read on a colour (WCAG contrast)."""
    black, white = QColor("black"), QColor("white")
    return black if contrast(colour, black) > contrast(colour, white) else white


def pattern_brush(key: str, *, dark: bool) -> QBrush | None:
    """Return the pattern to be laid over the colour of a key; None for a plain one."""
    kind = feature_class(key)
    if kind.pattern is Qt.BrushStyle.SolidPattern:
        return None
    ink = text_on(feature_colour(key, dark=dark))
    ink.setAlpha(110)
    return QBrush(ink, kind.pattern)


def feature_icon(key: str, palette: QPalette, size: int = 16) -> QIcon:
    """Return a small square in colour and pattern of a feature key."""
    dark = is_dark(palette)
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    inner = pixmap.rect().adjusted(2, 2, -3, -3)
    painter.fillRect(inner, feature_colour(key, dark=dark))
    pattern = pattern_brush(key, dark=dark)
    if pattern is not None:
        painter.fillRect(inner, pattern)
    painter.setPen(edge_colour(key, palette))
    painter.drawRect(inner)
    painter.end()
    return QIcon(pixmap)
