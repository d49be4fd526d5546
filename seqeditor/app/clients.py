"""Client profiles: what the general information of one client's listings has in common.

Kept for all projects, and given to others as a file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from seqeditor.app.own_lists import load_own_list, read_list, save_own_list, write_list
from seqeditor.domain.general_information import (
    ApplicationIdentification,
    GeneralInformation,
    LanguageText,
)

KIND = "clients"
_TEXTS = (
    "applicant_name_latin",
    "inventor_name_latin",
    "original_language",
    "non_english_language",
)


@dataclass(frozen=True, slots=True)
class Client:
    """What is filled in for a client; None: the client says nothing of it."""

    name: str
    applicant_name: LanguageText | None = None
    applicant_name_latin: str | None = None
    inventor_name: LanguageText | None = None
    inventor_name_latin: str | None = None
    office_code: str | None = None
    original_language: str | None = None
    non_english_language: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to fill in."""
        return replace(self, name="") == Client("")


def client_of(header: GeneralInformation, name: str) -> Client:
    """Return the profile that a general information part would make; blanks say nothing."""
    application = header.application
    return Client(
        name=name,
        applicant_name=_said(header.applicant_name),
        inventor_name=_said(header.inventor_name),
        office_code=(application.office_code or None) if application else None,
        **{field: getattr(header, field) or None for field in _TEXTS},
    )


def _said(name: LanguageText | None) -> LanguageText | None:
    return name if name is not None and name.text.strip() else None


def with_client(header: GeneralInformation, client: Client) -> GeneralInformation:
    """Return the general information with what the client says, all else as it was.

    With a name comes its Latin form: that of another name does not stay beside it (par. 47).
    """
    changed: dict[str, Any] = {
        field: value for field in _TEXTS if (value := getattr(client, field)) is not None
    }
    for field in ("applicant_name", "inventor_name"):
        name = getattr(client, field)
        if name is not None:
            changed[field] = name
            changed[f"{field}_latin"] = getattr(client, f"{field}_latin")
    if client.office_code:
        application = header.application or ApplicationIdentification(number="")
        changed["application"] = replace(application, office_code=client.office_code)
    return replace(header, **changed)


def load_clients() -> list[Client]:
    """Return the profiles kept, by name."""
    return _clients(load_own_list(KIND))


def save_clients(clients: Iterable[Client]) -> None:
    """Keep the profiles; raises OSError."""
    save_own_list(KIND, [_item(client) for client in by_name(clients)])


def import_clients(file: Path, own: Iterable[Client]) -> list[Client]:
    """Return the own profiles and those of a file; of one name, that of the file.

    Raises OSError, OwnListError.
    """
    return by_name([*own, *_clients(read_list(KIND, file))])


def export_clients(file: Path, clients: Iterable[Client]) -> None:
    """Write the profiles for somebody else; raises OSError."""
    write_list(KIND, file, [_item(client) for client in by_name(clients)])


def by_name(clients: Iterable[Client]) -> list[Client]:
    """Return the profiles by the alphabet; of one name, the last."""
    last = {client.name: client for client in clients if client.name}
    return [last[name] for name in sorted(last, key=str.casefold)]


def _clients(items: list[Any]) -> list[Client]:
    return by_name(_client(item) for item in items if isinstance(item, dict))


def _client(item: dict[str, Any]) -> Client:
    def text(key: str) -> str | None:
        found = item.get(key)
        return found if isinstance(found, str) and found else None

    def name(key: str) -> LanguageText | None:
        found = item.get(key)
        if not isinstance(found, dict) or not isinstance(found.get("text"), str):
            return None
        language = found.get("language_code")
        return LanguageText(found["text"], language if isinstance(language, str) else None)

    return Client(
        name=" ".join((text("name") or "").split()),
        applicant_name=name("applicant_name"),
        inventor_name=name("inventor_name"),
        office_code=text("office_code"),
        **{field: text(field) for field in _TEXTS},
    )


def _item(client: Client) -> dict[str, Any]:
    item: dict[str, Any] = {"name": client.name}
    for field in ("applicant_name", "inventor_name"):
        name = getattr(client, field)
        if name is not None:
            item[field] = {"text": name.text, "language_code": name.language_code}
    for field in ("office_code", *_TEXTS):
        if getattr(client, field) is not None:
            item[field] = getattr(client, field)
    return item
