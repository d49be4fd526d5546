"""When a field of the general information says nothing."""

from __future__ import annotations

from seqeditor.domain.general_information import ApplicationIdentification, GeneralInformation

Identification = tuple[str, ApplicationIdentification]


def blank(text: str | None) -> bool:
    """Tell whether a field is absent, empty, or holds white space only."""
    return text is None or not text.strip()


def identifications(header: GeneralInformation) -> tuple[Identification, ...]:
    """Return the application and the priority that are there, with their field names."""
    both = (("application", header.application), ("priority", header.priority))
    return tuple((name, one) for name, one in both if one is not None)
