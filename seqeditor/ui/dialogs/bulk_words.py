"""What is said of one thing set in many sequences."""

from __future__ import annotations

from seqeditor.app.bulk_set import Preview
from seqeditor.texts import _, fill, ngettext
from seqeditor.ui.qt.locale import count_text


def changed_words(count: int) -> str:
    """Return how many sequences have been changed."""
    words = ngettext("{count} sequence changed.", "{count} sequences changed.", count)
    return fill(words, {"count": count_text(count)})


def count_words(found: Preview) -> str:
    """Return how many sequences are changed, are not, and are refused, and why."""
    changed, unchanged = len(found.changed), found.unchanged
    parts = [
        fill(
            ngettext("{count} sequence changes.", "{count} sequences change.", changed),
            {"count": count_text(changed)},
        )
    ]
    if unchanged:
        words = ngettext(
            "{count} is as wanted already.", "{count} are as wanted already.", unchanged
        )
        parts.append(fill(words, {"count": count_text(unchanged)}))
    refused = sum(found.refused.values())
    if refused:
        words = ngettext(
            "{count} does not fit and stays as it is; see the remark.",
            "{count} do not fit and stay as they are; see the remarks.",
            refused,
        )
        parts.append(fill(words, {"count": count_text(refused)}))
    shown = sum(1 for row in found.rows if not row.refusal)
    if shown < changed:
        parts.append(fill(_("The first {most} are listed."), {"most": count_text(shown)}))
    return " ".join(parts)
