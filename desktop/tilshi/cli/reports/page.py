"""The report for a browser: one file without scripts, that loads nothing and obeys no text."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from tilshi.checking.findings import Finding
from tilshi.cli.console import visible
from tilshi.cli.reports.results import Result, excerpt, severity_name, summary
from tilshi.i18n import _, language
from tilshi.release import Waiver

_STYLE: Final = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0 2rem; }
caption { text-align: start; font-weight: 600; padding: .25rem 0; }
th, td { text-align: start; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #8886; }
mark, ins { border-radius: 2px; padding: 0 1px; }
ins { text-decoration: none; border-bottom: 2px solid; }
q { quotes: none; } q::before, q::after { content: none; }
.error { font-weight: 700; } .rule { white-space: nowrap; font-family: ui-monospace, monospace; font-size: .85em; }
"""
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


def report(results: list[Result], *, waived: bool) -> str:
    """A whole page; what stands in texts is shown and never obeyed."""
    title = _("Findings")
    body = "".join(part for result in results for part in _file(result, waived=waived))
    return (
        f'<!DOCTYPE html>\n<html lang="{_text(language())}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_text(_POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{_text(title)}</h1>\n<p>{_text(summary(results))}</p>\n{body}</main>\n</body>\n</html>\n"
    )


def _file(result: Result, *, waived: bool) -> Iterator[str]:
    yield f"<h2>{_text(result.file)}</h2>\n"
    if result.findings:
        rows = "".join(_row(result, finding) for finding in result.findings)
        yield _table(_("Findings"), (_("Severity"), *_heads()), rows)
    else:
        yield f"<p>{_text(_('Nothing was found.'))}</p>\n"
    if waived and result.waived:
        rows = "".join(_waived_row(result, finding, waiver) for finding, waiver in result.waived)
        yield _table(_("Waived"), (_("Reason"), *_heads()), rows)
    if waived and result.lapsed:
        rows = "".join(
            f"<tr>{_cells(each.reason, each.language, each.segment, each.rule)}</tr>\n" for each in result.lapsed
        )
        heads = (_("Reason"), _("Language"), _("Segment"), _("Rule"))
        yield _table(_("Waivers that cover nothing any more"), heads, rows)


def _heads() -> tuple[str, ...]:
    return (_("Language"), _("Segment"), _("Message"), _("Text"), _("Rule"))


def _table(caption: str, heads: tuple[str, ...], rows: str) -> str:
    head = "".join(f'<th scope="col">{_text(name)}</th>' for name in heads)
    return (
        f"<table>\n<caption>{_text(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n"
        "</table>\n"
    )


def _row(result: Result, finding: Finding) -> str:
    severity = f'<td class="{finding.severity.value}">{_text(severity_name(finding.severity))}</td>'
    return f"<tr>{severity}{_finding(result, finding)}</tr>\n"


def _waived_row(result: Result, finding: Finding, waiver: Waiver) -> str:
    signed = ", ".join(part for part in (waiver.by, waiver.at) if part)
    reason = f"<td>{_text(waiver.reason)}<br><small>{_text(signed)}</small></td>"
    return f"<tr>{reason}{_finding(result, finding)}</tr>\n"


def _finding(result: Result, finding: Finding) -> str:
    return (
        f"{_cells(finding.language, finding.segment, str(finding.message))}"
        f'<td>{_words(result, finding)}</td><td class="rule">{_text(finding.rule)}</td>'
    )


def _words(result: Result, finding: Finding) -> str:
    found = excerpt(result.release, finding)
    if found is None:
        return ""
    fix = "" if found.fix is None else f" → <ins>{_text(found.fix)}</ins>"
    # An isolate of its own: a control of direction in the text turns nothing outside of it.
    return (
        f'<bdi lang="{_text(found.language)}">{_text(found.before)}<mark>{_text(found.found)}</mark>'
        f"{_text(found.after)}{fix}</bdi>"
    )


def _cells(*texts: str) -> str:
    return "".join(f"<td>{_text(text)}</td>" for text in texts)


def _text(text: str) -> str:
    """Text as text: no markup, and what would be obeyed or is not to be seen is written out."""
    return escape(visible(text))
