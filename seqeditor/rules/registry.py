"""All rules: every module below this package is read once, nothing is listed by hand."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

import seqeditor.rules as package
from seqeditor.rules.rule import Rule, declared


@cache
def all_rules() -> Mapping[str, Rule]:
    """Return every rule by id, in the order of their ids.

    Raises DuplicateRuleError when two rules carry the same id.
    """
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
    return dict(sorted(declared().items()))
