"""Features cut, copied and pasted: for this program, and as a table for all others."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence as Items

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from seqeditor.app.feature_clipboard import (
    LISTING_MIME,
    MIME,
    arrivals,
    from_clipboard,
    settled,
    to_clipboard,
    without_links,
)
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.texts import N_, _
from seqeditor.ui.dialogs.message import Answer, Icon, Role, show_message
from seqeditor.ui.dialogs.paste_features import PasteFeaturesDialog
from seqeditor.ui.features.requests import Request, insertion, qualifiers_added

MOST_BYTES = 32 << 20


def put_on_clipboard(
    moltype: str, features: tuple[Feature, ...], table: str, listing: str = ""
) -> None:
    """Put features of a listing on the clipboard, with the text that other programs get."""
    data = QMimeData()
    if features:
        data.setData(MIME, to_clipboard(moltype, features))
        data.setData(LISTING_MIME, listing.encode())
    data.setText(table)
    QGuiApplication.clipboard().setMimeData(data)


def can_paste() -> bool:
    """Tell whether features were copied."""
    data = QGuiApplication.clipboard().mimeData()
    return data is not None and data.hasFormat(MIME)


def features_on_clipboard() -> tuple[Feature, ...]:
    """Return the features that were copied; none when something else was."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None or not data.hasFormat(MIME):
        return ()
    fragment = bytes(data.data(MIME).data())
    if len(fragment) > MOST_BYTES:
        return ()
    try:
        return from_clipboard(fragment)
    except ValueError:
        return ()


def _is_of(listing: str) -> bool:
    data = QGuiApplication.clipboard().mimeData()
    return data is not None and bytes(data.data(LISTING_MIME).data()) == listing.encode()


def paste(
    parent: QWidget,
    sequence: Sequence,
    chosen: Items[int],
    ask: Callable[[Request | None], object],
    listing: str = "",
) -> None:
    """Ask for the copied features to be put behind the chosen ones, at the end without any.

    Qualifiers that were copied without their feature go into the chosen features. What comes from
    another listing comes without protein_id, after a question.
    """
    features = features_on_clipboard()
    bare = without_links(features)
    if bare == features or _is_of(listing):
        _put(parent, sequence, features, chosen, ask)
        return
    show_message(
        parent.window(),
        _("Paste features"),
        _("What was copied names proteins of another listing in protein_id."),
        details=_("Their numbers mean other sequences here. Link the proteins anew afterwards."),
        icon=Icon.Question,
        answers=(
            Answer(
                N_("&Paste without protein_id"),
                lambda: _put(parent, sequence, bare, chosen, ask),
                is_default=True,
            ),
            Answer(N_("&Cancel"), role=Role.RejectRole),
        ),
    )


def _put(
    parent: QWidget,
    sequence: Sequence,
    features: tuple[Feature, ...],
    chosen: Items[int],
    ask: Callable[[Request | None], object],
) -> None:
    qualifiers = [one for feature in features if not feature.key for one in feature.qualifiers]
    if qualifiers:
        ask(qualifiers_added(sequence, chosen, qualifiers))
        return
    features = tuple(one for one in features if one.key)
    labels = (N_("Paste feature"), N_("Paste features"))
    put_in(parent, sequence, features, chosen[-1] + 1 if chosen else None, ask, labels)


def put_in(
    parent: QWidget,
    sequence: Sequence,
    features: tuple[Feature, ...],
    at: int | None,
    ask: Callable[[Request | None], object],
    labels: tuple[str, str],
) -> None:
    """Ask for features to be put in before an index; `labels` for one and for several.

    Where something speaks against that, a dialog lets the user decide first.
    """
    found = arrivals(sequence, features)

    def put(chosen: tuple[Feature, ...]) -> None:
        if chosen:
            label = labels[len(chosen) > 1]
            ask(insertion(label, chosen, at, len(sequence.features)))

    if not any(one.doubts for one in found):
        put(features)
        return
    dialog = PasteFeaturesDialog(found, sequence.length, parent)
    dialog.accepted.connect(
        lambda: put(settled(sequence, found, dialog.left_out, clip=dialog.clip))
    )
    dialog.open()
