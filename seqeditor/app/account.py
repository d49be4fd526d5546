"""What became of the data of one place in a file of another format, for the import report."""

from __future__ import annotations

from dataclasses import dataclass

from seqeditor.app.import_report import Action, ImportReport, Item


@dataclass(frozen=True, slots=True)
class Account:
    """Writes items about one sequence (`number` here, None for the header) into a report.

    Codes are told without the name of the format, which stands before each; `line` is told where
    none is named.
    """

    report: ImportReport
    number: int | None = None
    prefix: str = "st25"
    line: int | None = None

    def changed(
        self,
        code: str,
        message: str | tuple[str, str],
        *,
        field: str = "",
        line: int | None = None,
        old: str | None = None,
        new: str | None = None,
        check: bool = False,
        **parameters: str | int,
    ) -> None:
        """Tell that something was written otherwise; `check` asks the user to look at it."""
        self._add(Action.RENAMED, code, message, parameters, field, line, old, new, check)

    def asked(
        self,
        code: str,
        message: str | tuple[str, str],
        *,
        field: str = "",
        line: int | None = None,
        old: str | None = None,
        **parameters: str | int,
    ) -> None:
        """Tell that the user must choose or fill in something."""
        self._add(Action.DECISION, code, message, parameters, field, line, old, None, False)

    def dropped(
        self,
        code: str,
        message: str | tuple[str, str],
        *,
        field: str = "",
        line: int | None = None,
        old: str | None = None,
        **parameters: str | int,
    ) -> None:
        """Tell that something has no place in ST.26; the report keeps its text."""
        self._add(Action.DROPPED, code, message, parameters, field, line, old, None, False)

    def noted(
        self,
        code: str,
        message: str | tuple[str, str],
        *,
        field: str = "",
        line: int | None = None,
        old: str | None = None,
        **parameters: str | int,
    ) -> None:
        """Tell that something stands in a note now."""
        self._add(Action.NOTE, code, message, parameters, field, line, old, None, False)

    def kept(self, count: int = 1) -> None:
        """Count what is as it was."""
        self.report.keep(count)

    def _add(
        self,
        action: Action,
        code: str,
        message: str | tuple[str, str],
        parameters: dict[str, str | int],
        field: str,
        line: int | None,
        old: str | None,
        new: str | None,
        check: bool,
    ) -> None:
        shown = {"old": old or "", "new": new or "", "sequence": self.number or 0, **parameters}
        self.report.add(
            Item(
                action,
                f"{self.prefix}-{code}",
                message,
                shown,
                sequence=self.number,
                field=field,
                old=old,
                new=new,
                check=check,
                line=self.line if line is None else line,
            )
        )
