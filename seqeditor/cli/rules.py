"""`seqeditor rules`: the catalogue of rules, each with its explanation."""

from __future__ import annotations

import argparse
import json
import textwrap
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from seqeditor import __version__
from seqeditor.cli.options import add_format, add_language, check_format, write_report
from seqeditor.rules.registry import all_rules
from seqeditor.rules.rule import Message, Rule
from seqeditor.rules.wording import example_marks, explained
from seqeditor.texts import Catalogue, _

_FORMATS = ("text", "json")
_WIDTH = 100
_INDENT = " " * 4


def add_to(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("rules", help=_("list the rules a listing is checked by"))
    add_format(parser, _FORMATS)
    add_language(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the catalogue; returns 0."""
    check_format(arguments.format, _FORMATS)
    catalogue = Catalogue(arguments.language)
    if arguments.format == "json":
        found = [_as_json(rule, catalogue) for rule in all_rules().values()]
        tool = {"name": "seqeditor", "version": __version__}
        text = json.dumps({"tool": tool, "rules": found}, ensure_ascii=False, indent=1)
        write_report(f"{text}\n", None)
    else:
        write_report("\n".join(_as_text(rule, catalogue) for rule in all_rules().values()), None)
    return 0


def _as_json(rule: Rule, catalogue: Catalogue) -> dict[str, object]:
    levels = {name: str(level) if level else None for name, level in rule.profiles.items()}
    return {
        "id": rule.id,
        "level": str(rule.level),
        "profiles": levels,
        "reference": rule.reference,
        "scope": rule.scope.value,
        "message": _message(rule.message, catalogue),
        "repair": str(rule.repair.applicability) if rule.repair else None,
        "help": _help(rule, catalogue),
        "explanation": asdict(explained(rule, catalogue)),
    }


def _help(rule: Rule, catalogue: Catalogue) -> str:
    """Return the whole explanation as one text, a blank line between its parts."""
    told, marks = explained(rule, catalogue), example_marks(rule.level)
    examples = "\n".join(
        f"{catalogue.gettext(mark)} {example}"
        for mark, given in zip(marks, (told.right, told.wrong), strict=True)
        for example in given
    )
    return "\n\n".join(filter(None, (told.what, told.why, examples, told.remedy)))


def _as_text(rule: Rule, catalogue: Catalogue) -> str:
    lines = [f"{rule.id}  [{rule.level}]  {rule.reference}"]
    lines += _folded(_message(rule.message, catalogue))
    lines += ["", *_explained(rule, catalogue)]
    return "".join(f"{line}\n" for line in lines)


def _explained(rule: Rule, catalogue: Catalogue) -> Iterator[str]:
    told = explained(rule, catalogue)
    yield from _folded(f"{told.what} {told.why}")
    marks = example_marks(rule.level)
    for mark, examples in zip(marks, (told.right, told.wrong), strict=True):
        for example in examples:
            # An example is one line however long: broken, it would be another one.
            yield f"{_INDENT * 2}{catalogue.gettext(mark)} {example}"
    yield from _folded(told.remedy)


def _folded(text: str) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=_INDENT,
        subsequent_indent=_INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _message(message: Message, catalogue: Catalogue) -> str:
    if isinstance(message, str):
        return catalogue.gettext(message)
    return catalogue.ngettext(*message, 2)
