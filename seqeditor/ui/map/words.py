"""What the map says: tips, the description for screen readers, the words beside a dragged end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.texts import _, fill, ngettext
from seqeditor.ui.map.entries import Entry, stretches_on_line
from seqeditor.ui.map.lanes import Block

if TYPE_CHECKING:
    from seqeditor.ui.map.view import FeatureMap

MOST_QUALIFIERS = 6
LONGEST_VALUE = 80
_MAIN = ("gene", "product", "standard_name", "mod_base", "bound_moiety", "function", "note")


def block_tip(sequence: Sequence, block: Block) -> str:
    """Return the tip of a feature: key, location, main qualifiers; of many how many there are."""
    if block.count > 1:
        words = ngettext(
            "{count} feature in {location}. Double-click to enlarge.",
            "{count} features in {location}. Double-click to enlarge.",
            block.count,
        )
        # Isolated, or the range would be turned round in a mirrored window.
        location = f"\u2066{block.start}..{block.end}\u2069"
        return fill(words, {"count": block.count, "location": location})
    feature = sequence.features[block.entry.index]
    return "\n".join([f"{feature.key}  {_short(feature.location)}", *_main(feature)])


def _main(feature: Feature) -> list[str]:
    rank = {name: place for place, name in enumerate(_MAIN)}
    valued = [one for one in feature.qualifiers if one.value and one.name != "translation"]
    valued.sort(key=lambda one: rank.get(one.name, len(rank)))
    return [f"{one.name}: {_short(one.value or '')}" for one in valued[:MOST_QUALIFIERS]]


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_VALUE else f"{flat[: LONGEST_VALUE - 1]}…"


def dragged_words(entry: Entry, gap: int) -> str:
    """Return where the end is now and what the location would be."""
    piece = next((p for p in entry.pieces if gap in p.gaps), entry.pieces[0])
    position = piece.start if gap == piece.gaps[0] and not piece.is_site else piece.end
    return f"{position}   {_short(entry.location)}"


def described(view: FeatureMap) -> str:
    """Say for a screen reader which feature is current and how many there are."""
    count = len(view.entries)
    lost = placeless_words(len(view.placeless))
    if not count and lost:
        return lost
    if not count:
        return _("No features yet. Select residues on the ruler and add a feature there.")
    words = ngettext("{count} feature on the map.", "{count} features on the map.", count)
    all_of_them = " ".join(filter(None, (fill(words, {"count": count}), lost)))
    entry = view.entry(view.current)
    if view.current is not None and stretches_on_line(view.sequence, view.current):
        feature = view.sequence.features[view.current]
        words = fill(
            _("{label}, at {location}."), {"label": feature.key, "location": feature.location}
        )
        return f"{words} {all_of_them}"
    if entry is None:
        return all_of_them
    words = _("{label}, at {location}.")
    if all(piece.strand < 0 for piece in entry.pieces):
        words = _("{label}, at {location}, on the other strand.")
    return f"{fill(words, {'label': entry.label, 'location': entry.location})} {all_of_them}"


def placeless_words(count: int) -> str:
    """Say how many features have no place on the map, "" for none."""
    if not count:
        return ""
    words = ngettext(
        "{count} feature has no place on the map: its location cannot be read or lies beyond"
        " the end.",
        "{count} features have no place on the map: their locations cannot be read or lie beyond"
        " the end.",
        count,
    )
    return fill(words, {"count": count})


def announce(view: FeatureMap, words: str) -> None:
    """Let a screen reader say something at once."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, words))
