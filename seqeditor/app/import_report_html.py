"""The import report as one page for a browser, which needs nothing beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from seqeditor import __version__
from seqeditor.app.import_report import ImportReport, Item
from seqeditor.app.import_report_words import ACTIONS, format_words, worded
from seqeditor.rules.finding import Finding
from seqeditor.rules.wording import sentence
from seqeditor.texts import N_, Catalogue, is_right_to_left

_HEADS = (
    N_("SEQ ID NO"),
    N_("What became of it"),
    N_("Explanation"),
    N_("In the file"),
    N_("In the listing"),
    N_("Line"),
    N_("To look at"),
)
_ERROR_HEADS = (N_("SEQ ID NO"), N_("Error"), N_("Rule"))

_STYLE = """
:root { color-scheme: light dark; }
body { font-family: system-ui, sans-serif; line-height: 1.45; margin: 2rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; } .all { width: 100%; }
th, td { border: 1px solid #8888; padding: .3rem .6rem; text-align: start; vertical-align: top; }
th { background: #8882; } .number { text-align: end; white-space: nowrap; }
bdi { overflow-wrap: anywhere; white-space: pre-wrap; } .value { font-family: monospace; }
tr.decision td:nth-child(2), tr.dropped td:nth-child(2) { font-weight: bold; }
footer { margin-top: 2rem; opacity: .7; font-size: .85rem; }
@media print { body { margin: 0; } thead { display: table-header-group; } }
"""
_NO_SIGNS = {n: 0x2400 + n for n in range(0x20) if n not in (0x09, 0x0A, 0x0D)} | {0x7F: 0x2421}
"""Signs that HTML may not hold are shown by their pictures."""


def html_import_report(
    report: ImportReport, errors: Sequence[Finding], catalogue: Catalogue
) -> str:
    """Return the page: counts first, then every datum that was not simply kept.

    It is in the language of the catalogue and in its direction. Whatever comes from the file is
    escaped, and the page may load and run nothing.
    """
    words = Catalogue(catalogue.language, on_screen=True)
    title = words.gettext("Import report")
    direction = "rtl" if is_right_to_left(words.language) else "ltr"
    head = (
        f'<!DOCTYPE html>\n<html lang="{escape(words.language)}" dir="{direction}">\n<head>\n'
        '<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy"'
        " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)} – {_text(report.source)}</title>\n<style>{_STYLE}</style>\n"
        f"</head>\n<body>\n<h1>{_text(title)}</h1>\n"
    )
    parts = [head, _about(report, words), _counts(report, words)]
    if report.items:
        heads = (words.gettext(head) for head in _HEADS)
        rows = (_item(item, words) for item in report.items)
        parts.append(_table(words.gettext("What became of the data"), heads, rows))
    else:
        parts.append(f"<p>{_text(words.gettext('Everything was kept as it was.'))}</p>\n")
    if errors:
        heads = (words.gettext(head) for head in _ERROR_HEADS)
        rows = (_error(finding, words) for finding in errors)
        parts.append(_table(words.gettext("Errors that remain"), heads, rows))
    parts.append(f"<footer><bdi>seqeditor {_text(__version__)}</bdi></footer>\n</body>\n</html>\n")
    return "".join(parts)


def _text(text: str) -> str:
    return escape(text.translate(_NO_SIGNS))


def _value(text: str | None) -> str:
    return "" if text is None else f'<bdi class="value" dir="ltr">{_text(text)}</bdi>'


def _about(report: ImportReport, words: Catalogue) -> str:
    rows = [
        (words.gettext("File name"), f"<bdi>{_text(report.source)}</bdi>"),
        (words.gettext("Format"), f"<bdi>{_text(format_words(report.format, words))}</bdi>"),
        ("SHA-256", _value(report.sha256 or None)),
        (words.gettext("Sequences"), f"<bdi>{report.sequences}</bdi>"),
    ]
    cells = (f'<tr><th scope="row">{_text(name)}</th><td>{cell}</td></tr>' for name, cell in rows)
    return "<table>\n" + "\n".join(cells) + "\n</table>\n"


def _counts(report: ImportReport, words: Catalogue) -> str:
    heads = "".join(f'<th scope="col">{_text(words.gettext(one))}</th>' for one in ACTIONS.values())
    cells = "".join(f'<td class="number">{report.counts[one]}</td>' for one in ACTIONS)
    return f"<p></p>\n<table>\n<tr>{heads}</tr>\n<tr>{cells}</tr>\n</table>\n"


def _table(title: str, heads: Iterable[str], rows: Iterable[str]) -> str:
    head = "".join(f'<th scope="col">{_text(one)}</th>' for one in heads)
    return (
        f'<h2>{_text(title)}</h2>\n<table class="all">\n<thead><tr>{head}</tr></thead>\n<tbody>\n'
        + "\n".join(rows)
        + "\n</tbody>\n</table>\n"
    )


def _item(item: Item, words: Catalogue) -> str:
    number = "" if item.sequence is None else str(item.sequence)
    line = "" if item.line is None else str(item.line)
    return (
        f'<tr class="{item.action}"><td class="number">{number}</td>'
        f"<td>{_text(words.gettext(ACTIONS[item.action]))}</td>"
        f"<td><bdi>{_text(worded(item, words))}</bdi></td>"
        f"<td>{_value(item.old)}</td><td>{_value(item.new)}</td>"
        f'<td class="number">{line}</td><td>{"✓" if item.check else ""}</td></tr>'
    )


def _error(finding: Finding, words: Catalogue) -> str:
    return (
        f'<tr><td class="number">{_text(finding.number or "")}</td>'
        f"<td><bdi>{_text(sentence(finding, words))}</bdi></td>"
        f"<td>{_value(finding.rule)}</td></tr>"
    )
