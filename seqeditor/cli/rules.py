"""`seqeditor rules`: the catalogue of rules."""

from __future__ import annotations

import argparse
import json
from typing import Any

from seqeditor import __version__
from seqeditor.cli.options import add_format, add_language, check_format, write_report
from seqeditor.rules.registry import all_rules
from seqeditor.rules.rule import Message, Rule
from seqeditor.texts import Catalogue, _

_FORMATS = ("text", "json")


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
        write_report("".join(_as_text(rule, catalogue) for rule in all_rules().values()), None)
    return 0


def _as_json(rule: Rule, catalogue: Catalogue) -> dict[str, object]:
    return {
        "id": rule.id,
        "level": str(rule.level),
        "reference": rule.reference,
        "scope": rule.scope.value,
        "message": _message(rule.message, catalogue),
        "repair": str(rule.repair.applicability) if rule.repair else None,
        "help": rule.help,
    }


def _as_text(rule: Rule, catalogue: Catalogue) -> str:
    message = _message(rule.message, catalogue)
    return f"{rule.id}  [{rule.level}]  {rule.reference}\n    {message}\n"


def _message(message: Message, catalogue: Catalogue) -> str:
    if isinstance(message, str):
        return catalogue.gettext(message)
    return catalogue.ngettext(*message, 2)
