"""The general information as JSON, for its one row in the database."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from seqeditor.domain.general_information import (
    ApplicationIdentification,
    GeneralInformation,
    LanguageText,
)


def header_to_json(header: GeneralInformation) -> str:
    """Return the JSON text that stands for a header; equal headers, equal texts."""
    return json.dumps(asdict(header), ensure_ascii=False, separators=(",", ":"))


def header_from_json(text: str) -> GeneralInformation:
    """Return the header of a JSON text; raises ValueError, TypeError or KeyError for another's."""
    fields: dict[str, Any] = json.loads(text)
    for name in ("application", "priority"):
        if fields.get(name) is not None:
            fields[name] = ApplicationIdentification(**fields[name])
    for name in ("applicant_name", "inventor_name"):
        if fields.get(name) is not None:
            fields[name] = LanguageText(**fields[name])
    fields["titles"] = tuple(LanguageText(**title) for title in fields.get("titles", ()))
    return GeneralInformation(**fields)
