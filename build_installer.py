#!/usr/bin/env python3
"""Build what is shipped, step by step: `python build_installer.py --help`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One command: what it does, and the function that does it and returns an exit status."""

    summary: str
    run: Callable[[argparse.Namespace], int]


def _translations(arguments: argparse.Namespace) -> int:
    from installer import catalogues

    if not arguments.compile_only:
        catalogues.update_all()
    catalogues.compile_all()
    return 0


def _rules(_arguments: argparse.Namespace) -> int:
    from installer import rule_page

    print("written" if rule_page.write() else "up to date", rule_page.PAGE.name)
    return 0


def _organisms(_arguments: argparse.Namespace) -> int:
    from installer import organisms

    print(organisms.write(), "names of organisms")
    return 0


def _freeze(_arguments: argparse.Namespace) -> int:
    from installer import catalogues, freeze

    catalogues.compile_all()
    return freeze.freeze()


def _verify(_arguments: argparse.Namespace) -> int:
    from installer import verify

    return verify.verify()


def _all(arguments: argparse.Namespace) -> int:
    return _freeze(arguments) or _verify(arguments)


STEPS = {
    "translations": Step("bring translations/*.po up to date with the code", _translations),
    "rules": Step("write docs/rules.md from the rules in the code", _rules),
    "organisms": Step("fetch the snapshot of names for resources/organisms", _organisms),
    "freeze": Step("make the program that runs without Python, in dist/seqeditor", _freeze),
    "verify": Step("run the frozen program and compare it with the source", _verify),
    "all": Step("freeze, then verify", _all),
}


def main(arguments: list[str] | None = None) -> int:
    """Run the step named on the command line; return its exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="step", required=True, metavar="STEP")
    for name, step in STEPS.items():
        command = commands.add_parser(name, help=step.summary, description=step.summary)
        if name == "translations":
            command.add_argument(
                "--compile-only", action="store_true", help="leave the .po files as they are"
            )
    chosen = parser.parse_args(arguments)
    return STEPS[chosen.step].run(chosen)


if __name__ == "__main__":
    sys.exit(main())
