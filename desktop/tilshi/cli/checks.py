"""`tilshi check`: what the rules find, for people and for programs."""

from __future__ import annotations

import difflib
import json
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tilshi.checking.catalogue import RULES
from tilshi.checking.findings import Severity
from tilshi.checking.rules import Rule
from tilshi.checking.waiving import lapsed, unwaived, waived
from tilshi.cli.console import Console
from tilshi.cli.consulting import Consulted
from tilshi.cli.inputs import languages_of, opened, text_language
from tilshi.cli.reports.results import Result
from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi.workflow import profile_of

_NEVER = "never"


def run(arguments: Namespace, console: Console) -> int:
    """Reports all findings; 1 where one is as grave as `--fail-on` says, 2 where a file could not be checked."""
    rules = _chosen(arguments.rule)
    if rules is None:
        console.error(_unknown(arguments.rule))
        return 2
    consulted = Consulted(console)
    results: list[Result] = []
    for file in dict.fromkeys(arguments.files):
        try:
            results.append(_checked(file, arguments, rules, consulted, console))
        except FileError as error:
            console.refused(error)
    if results:
        _deliver(results, arguments, console)
    if len(results) < len(dict.fromkeys(arguments.files)):
        return 2
    if arguments.fail_on == _NEVER:
        return 0
    limit = Severity(arguments.fail_on).rank
    return int(any(finding.severity.rank <= limit for result in results for finding in result.findings))


def _checked(
    file: str, arguments: Namespace, rules: tuple[Rule, ...], consulted: Consulted, console: Console
) -> Result:
    release = opened(file, console, text_language(file, arguments.language)).release
    languages = languages_of(release, file, arguments.language or release.languages)
    profile = profile_of(release, arguments.profile)
    found = {code: consulted.findings(release, code, profile, rules) for code in languages}
    everything = tuple(finding for code in languages for finding in found[code])
    return Result(
        file,
        release,
        languages,
        unwaived(release, everything),
        waived(release, everything),
        # Those of rules that were not asked may well cover something.
        tuple(each for code in languages for each in lapsed(release, code, found[code]) if rules is RULES),
    )


def _deliver(results: list[Result], arguments: Namespace, console: Console) -> None:
    """Says the report, or puts it into the file that was named."""
    report = _report(results, arguments.format, waived=arguments.waived)
    if arguments.output:
        from tilshi.files.atomic import replace

        text = report if isinstance(report, str) else json.dumps(report, ensure_ascii=False, indent=1)
        replace(Path(arguments.output), f"{text.rstrip()}\n".encode("utf-8", "backslashreplace"))
    elif not isinstance(report, str):
        console.say_json(report)
    elif arguments.format == "html":
        console.say_markup(report)
    else:
        console.say(report)


def _report(results: list[Result], format_: str, *, waived: bool) -> str | dict[str, Any]:
    """The report as text, or as values to be written as JSON. Each loads what it needs and nothing else."""
    match format_:
        case "json":
            from tilshi.cli.reports import machine

            return machine.report(results, waived=waived)
        case "sarif":
            from tilshi.cli.reports import sarif

            return sarif.report(results, waived=waived)
        case "html":
            from tilshi.cli.reports import page

            return page.report(results, waived=waived)
        case _:
            from tilshi.cli.reports import plain

            return plain.report(results, waived=waived)


def _chosen(names: Sequence[str]) -> tuple[Rule, ...] | None:
    """The rules of these names or families (`num` is all of `num.…`), all rules without names; None for a wrong one."""
    if not names:
        return RULES
    if any(not _named(name) for name in names):
        return None
    return tuple(rule for rule in RULES if any(rule in _named(name) for name in names))


def _named(name: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if rule.id == name or rule.id.startswith(f"{name}."))


def _unknown(names: Sequence[str]) -> str:
    wrong = next(name for name in names if not _named(name))
    ids = sorted({rule.id for rule in RULES})
    near = difflib.get_close_matches(wrong, ids, n=1)
    remedy = _("Did you mean “{name}”?").format(name=near[0]) if near else ", ".join(ids)
    return f"{_('There is no rule “{name}”.').format(name=wrong)} {remedy}"
