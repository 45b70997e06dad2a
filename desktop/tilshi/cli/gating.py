"""`tilshi gate`: what keeps a version from being final, and letting something through with a reason."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from tilshi.checking.gate.obstacles import Obstacle
from tilshi.checking.gate.passing import UnknownRequirement, blocking, overridden, override
from tilshi.checking.waiving import NoReason
from tilshi.cli.console import Console
from tilshi.cli.consulting import Consulted
from tilshi.cli.inputs import languages_of, opened, text_language
from tilshi.cli.reports.results import severity_name
from tilshi.cli.signature import timestamp, user_name
from tilshi.drafts import save_draft
from tilshi.files.errors import FileError, FileWarning
from tilshi.i18n import _
from tilshi.release import Release
from tilshi.workflow import NotFinal, Opened, layout_of, obstacles


def run(arguments: Namespace, console: Console) -> int:
    """Says what keeps each version from being final; 1 where something does."""
    file = opened(arguments.file, console, text_language(arguments.file, arguments.language))
    release = file.release
    wanted = arguments.language or release.target_languages or (release.source_language,)
    languages = languages_of(release, arguments.file, wanted)
    if arguments.override:
        release = _let_through(file, languages, arguments)
    layout = layout_of(release, arguments.template, arguments.profile)
    if layout.remark:
        console.warn(arguments.file, FileWarning(layout.remark))
    consulted = Consulted(console)
    versions = {
        code: obstacles(release, code, layout, consulted.findings(release, code, layout.profile)) for code in languages
    }
    if arguments.format == "json":
        console.say_json({"versions": [_as_json(release, code, found) for code, found in versions.items()]})
    else:
        for code, found in versions.items():
            _say(arguments.file, release, code, found, console)
    return int(any(blocking(release, found) for found in versions.values()))


def _let_through(file: Opened, languages: tuple[str, ...], arguments: Namespace) -> Release:
    """The release with the requirements overridden, which is saved.

    Raises:
        FileError: there is no reason or no such requirement, the file is no draft, or cannot be written.
    """
    if file.draft is None:
        raise FileError(
            arguments.file,
            _("Only a draft keeps what is let through."),
            remedy=_("Make one first: tilshi import."),
        )
    name, at = user_name(arguments.by), timestamp()
    release = file.release
    try:
        for code in languages:
            for requirement in arguments.override:
                release = override(release, code, requirement, arguments.reason, name, at).apply(release)
    except (NoReason, UnknownRequirement) as error:
        raise FileError(arguments.file, str(error), remedy=_("Nothing was changed.")) from error
    save_draft(release, Path(arguments.file), file.draft)
    return release


def _say(file: str, release: Release, language: str, found: tuple[Obstacle, ...], console: Console) -> None:
    for obstacle in found:
        place = obstacle.segment or (obstacle.role.value if obstacle.role else "-")
        severity = severity_name(obstacle.severity)
        console.say(f"{file}: {place} [{language}] {severity}: {obstacle.message}  ({obstacle.requirement})")
    for requirement in dict.fromkeys(obstacle.requirement for obstacle in found):
        if granted := overridden(release, language, requirement):
            told = _("{requirement} was let through: {reason}")
            who = ", ".join(part for part in (granted.by, granted.at) if part)
            words = told.format(requirement=requirement, reason=granted.reason)
            console.say(f"    {words} ({who})" if who else f"    {words}")
    blocked = blocking(release, found)
    console.say(
        str(NotFinal(language, blocked))
        if blocked
        else _("{language}: this version may be final").format(language=language)
    )


def _as_json(release: Release, language: str, found: tuple[Obstacle, ...]) -> dict[str, Any]:
    blocked = set(blocking(release, found))
    return {
        "language": language,
        "final": not blocked,
        "obstacles": [
            {
                "requirement": each.requirement,
                "severity": each.severity.value,
                "blocks": each in blocked,
                "segment": each.segment,
                "role": each.role.value if each.role else "",
                "side": each.side.value,
                "start": each.start,
                "end": each.end,
                "message": str(each.message),
            }
            for each in found
        ],
    }
