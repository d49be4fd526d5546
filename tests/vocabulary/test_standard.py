from __future__ import annotations

import json

from seqeditor.bundled import bundled
from seqeditor.rules.header.dtd_version import IN_FORCE
from seqeditor.vocabulary.standard import DTD, NAME, VERSION


def test_the_tables_are_of_the_version_that_reports_state() -> None:
    tables = sorted(bundled("resources", "vocabulary").glob("*.json"))
    said = [json.loads(path.read_text(encoding="utf-8")) for path in tables]
    versions = {one["version"] for one in said if one.get("standard") == f"WIPO {NAME}"}
    assert versions == {VERSION}


def test_the_rules_speak_of_the_dtd_that_reports_state() -> None:
    assert IN_FORCE == DTD
