"""What is told of the chosen finding: the sentence, its place, the explanation of its rule."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtGui import QFontDatabase

from seqeditor.rules.explanation import Explanation
from seqeditor.rules.finding import Finding
from seqeditor.rules.registry import all_rules
from seqeditor.rules.wording import example_marks, explained, sentence
from seqeditor.texts import Catalogue

_GAP = 8
"""Pixels between paragraphs."""


def detail(finding: Finding, place: str, catalogue: Catalogue) -> str:
    """Return the text of a finding as simple rich text, every value escaped.

    Examples are literal and run left to right in every language.
    """
    told = explained(all_rules()[finding.rule], catalogue)
    return "".join(
        (
            _paragraph(f"<b>{escape(sentence(finding, catalogue))}</b>"),
            _paragraph(escape(place)),
            _paragraph(escape(told.what)),
            _paragraph(escape(told.why)),
            *_examples(told, finding, catalogue),
            _paragraph(escape(told.remedy)),
        )
    )


def _examples(told: Explanation, finding: Finding, catalogue: Catalogue) -> Iterator[str]:
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    for mark, examples in zip(example_marks(finding.level), (told.right, told.wrong), strict=True):
        for number, example in enumerate(examples, 1):
            if number == 1:
                yield _paragraph(escape(catalogue.gettext(mark)), gap=0)
            gap = _GAP if number == len(examples) else 0
            code = f"<span style=\"font-family:'{escape(family)}'\">{escape(example)}</span>"
            yield _paragraph(code, left_to_right=True, gap=gap, indent=2 * _GAP)


def _paragraph(
    content: str, *, left_to_right: bool = False, gap: int = _GAP, indent: int = 0
) -> str:
    if not content:
        return ""
    direction = ' dir="ltr"' if left_to_right else ""
    style = f"margin-top:0px; margin-bottom:{gap}px; margin-left:{indent}px"
    return f'<p{direction} style="{style}; white-space:pre-wrap">{content}</p>'
