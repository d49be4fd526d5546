"""docs/rules.md: every rule with its explanation, written from the declarations in the code."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from seqeditor.rules.areas import AREAS
from seqeditor.rules.explanation import explanation
from seqeditor.rules.finding import Level, Scope
from seqeditor.rules.registry import all_rules
from seqeditor.rules.rule import PROFILES, Applicability, Message, Repair, Rule
from seqeditor.rules.wording import example_marks

PAGE = Path(__file__).resolve().parents[1] / "docs" / "rules.md"

_SCOPES = {
    Scope.FILE: "the file as received",
    Scope.COMPARISON: "two listings",
    Scope.LISTING: "all sequences",
    Scope.HEADER: "general information",
    Scope.SEQUENCE: "one sequence",
    Scope.RESIDUES: "residues of one sequence",
    Scope.FEATURE: "one feature",
    Scope.QUALIFIER: "one qualifier",
    Scope.VALUE: "any text",
}
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "advice"}
_APPLICABILITY = {
    Applicability.SAFE: "safe",
    Applicability.ASK: "ask",
}
_SOMETIMES = "ask; safe where the result is certain"

_HEAD = """\
# Rules

By these rules a sequence listing is checked. This page is written by
`python build_installer.py rules` from the rules in `seqeditor/rules/`; change them there.
Paragraphs are those of ST.26 and its annexes, where nothing else is named.

An **error** breaks ST.26 or its DTD and keeps a listing from being generated. A **warning** is
probably a fault, or something that some Offices ask for. **Advice** points out something that is
allowed. A single finding may be graver or less grave than its rule where the explanation says so.

A level can depend on the profile, which is one of {profiles}.
*applicant* is in use where no other is chosen; a rule names those in which it differs.

A **safe** repair follows from the listing alone and removes nothing that a person has typed: one
click carries it out, for one finding or for all of the kind. Any other is a proposal to **ask**
about. Words in curly brackets are filled in for each finding.
"""


def write() -> bool:
    """Bring the page up to date; returns whether anything has changed."""
    text = page(all_rules())
    if PAGE.is_file() and PAGE.read_text("utf-8") == text:
        return False
    PAGE.write_text(text, "utf-8", newline="\n")
    return True


def page(rules: Mapping[str, Rule]) -> str:
    """Return the page as Markdown: areas in the order of a listing, rules by their id."""
    by_area = {area: [r for r in rules.values() if r.area == area] for area in AREAS}
    there = {area: sorted(found, key=lambda r: r.id) for area, found in by_area.items() if found}
    parts = [_HEAD.replace("{profiles}", ", ".join(PROFILES)), *_contents(there)]
    for area, found in there.items():
        parts.append(f"## {AREAS[area]}\n")
        for rule in found:
            parts += _section(rule)
    return "\n".join(parts)


def _contents(areas: Mapping[str, list[Rule]]) -> Iterator[str]:
    yield "| Area | Errors | Warnings | Advice | All |\n|---|--:|--:|--:|--:|"
    for area, rules in areas.items():
        yield _row(f"[{AREAS[area]}](#{_anchor(AREAS[area])})", rules)
    yield _row("**All**", [rule for rules in areas.values() for rule in rules])
    yield ""
    for area, rules in areas.items():
        links = ", ".join(f"[{rule.id}](#{rule.id})" for rule in rules)
        yield f"* **{AREAS[area]}**: {links}"
    yield ""


def _row(name: str, rules: Iterable[Rule]) -> str:
    counts = Counter(rule.level for rule in rules)
    numbers = [counts[level] for level in Level]
    return f"| {' | '.join([name, *map(str, (*numbers, sum(numbers)))])} |"


def _anchor(heading: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", heading.lower())


def _section(rule: Rule) -> Iterator[str]:
    """Yield one rule; examples are code, so that every sign stands as it is."""
    told = explanation(rule.help)
    yield f"### {rule.id}\n"
    yield f"{_level(rule)} · {_reference(rule)} · {_SCOPES[rule.scope]}\n"
    yield "\n>\n".join(f"> {_plain(text)}" for text in _messages(rule)) + "\n"
    yield f"{_plain(told.what)}\n\n{_plain(told.why)}\n"
    for mark, examples in zip(example_marks(rule.level), (told.right, told.wrong), strict=True):
        yield f"{mark}\n\n" + "".join(f"    {example}\n" for example in examples)
    yield f"{_plain(told.remedy)}\n"
    if rule.repair:
        titles = " / ".join(map(_plain, (rule.repair.title, *rule.repair.titles.values())))
        yield f"*Repair* ({_how(rule.repair)}): {titles}\n"
    elif rule.rewritten:
        yield f"*Repair* (whenever this program writes a listing): {_plain(rule.rewritten)}\n"


def _level(rule: Rule) -> str:
    """Return the level, and where it is another one in a profile."""
    other = ", ".join(
        f"{_LEVELS[level] if level else 'silent'} in *{profile}*"
        for profile, level in sorted(rule.profiles.items())
    )
    asked = ", only when asked for" if rule.thorough else ""
    return f"**{_LEVELS[rule.level]}**{asked}" + (f" ({other})" if other else "")


def _reference(rule: Rule) -> str:
    return "no paragraph" if rule.reference == "-" else rule.reference


def _messages(rule: Rule) -> Iterator[str]:
    """Yield every wording, of two for one and several the one for several."""
    wordings: list[Message] = [rule.message, *rule.variants.values()]
    texts = (one if isinstance(one, str) else one[1] for one in wordings)
    yield from dict.fromkeys(texts)


def _how(repair: Repair) -> str:
    if repair.applicability is Applicability.ASK and not _never_sure(repair):
        return _SOMETIMES
    return _APPLICABILITY[repair.applicability]


def _never_sure(repair: Repair) -> bool:
    return repair.sure is Repair(Applicability.ASK, "", lambda value, _finding: value).sure


def _plain(text: str) -> str:
    """Return the text so that Markdown shows it as it is; in names `_` means nothing to it."""
    return re.sub(r"([\\`*\[]|<(?=[a-zA-Z/!?{])|&(?=[a-z#{]+;))", r"\\\1", text)
