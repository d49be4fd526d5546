"""The system's file dialogs; each purpose has its own last folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from seqeditor.ui.session import Session


def ask_for_file(
    parent: QWidget, session: Session, purpose: str, title: str, filters: list[str]
) -> Path | None:
    """Ask for a file that is there; None when the user has changed their mind."""
    name, _filter = QFileDialog.getOpenFileName(
        parent, title, session.folder(purpose), ";;".join(filters)
    )
    return _kept(session, purpose, name)


def ask_where_to_save(
    parent: QWidget, session: Session, purpose: str, title: str, proposed: Path, filters: list[str]
) -> Path | None:
    """Ask for the name of a file to be written; the dialog asks before one is replaced."""
    folder = session.folder(purpose)
    if not proposed.is_absolute() and folder:
        proposed = Path(folder) / proposed
    name, _filter = QFileDialog.getSaveFileName(parent, title, str(proposed), ";;".join(filters))
    return _kept(session, purpose, name)


def _kept(session: Session, purpose: str, name: str) -> Path | None:
    if not name:
        return None
    path = Path(name)
    session.keep_folder(purpose, path)
    return path
