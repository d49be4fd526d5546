"""What is told of the chosen finding: the sentence, its place, the explanation of its rule."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtGui import QFontDatabase

from seqeditor.rules.explanation import Explanation
from seqeditor.rules.finding import Finding
from seqeditor.rules.registry import all_rules
from seqeditor.rules.wording import example_marks, explained, sentence
from seqeditor.texts import Catalogue, is_right_to_left

_GAP = 8
"""Pixels between paragraphs."""


def detail(finding: Finding, place: str, catalogue: Catalogue) -> str:
    """Return the text of a finding as simple rich text, every value escaped.

    Examples are literal and run left to right in every language.
    """
    told = explained(all_rules()[finding.rule], catalogue)
    spoken = catalogue.language
    return "".join(
        (
            _paragraph(f"<b>{escape(sentence(finding, catalogue))}</b>", spoken),
            _paragraph(escape(place), spoken),
            _paragraph(escape(told.what), spoken),
            _paragraph(escape(told.why), spoken),
            *_examples(told, finding, catalogue),
            _paragraph(escape(told.remedy), spoken),
        )
    )


def _examples(told: Explanation, finding: Finding, catalogue: Catalogue) -> Iterator[str]:
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    for mark, examples in zip(example_marks(finding.level), (told.right, told.wrong), strict=True):
        for number, example in enumerate(examples, 1):
            if number == 1:
                yield _paragraph(escape(catalogue.gettext(mark)), catalogue.language, gap=0)
            gap = _GAP if number == len(examples) else 0
            code = f"<span style=\"font-family:'{escape(family)}'\">{escape(example)}</span>"
            yield _paragraph(code, catalogue.language, left_to_right=True, gap=gap, indent=2 * _GAP)


def _paragraph(
    content: str, language: str, *, left_to_right: bool = False, gap: int = _GAP, indent: int = 0
) -> str:
    if not content:
        return ""
    # Said each time: a paragraph after one from left to right would lie on the left as well.
    mirrored = is_right_to_left(language) and not left_to_right
    direction = "rtl" if mirrored else "ltr"
    style = f"margin-top:0px; margin-bottom:{gap}px; margin-left:{indent}px"
    return f'<p dir="{direction}" style="{style}; white-space:pre-wrap">{content}</p>'
