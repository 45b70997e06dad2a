"""`tilshi export`: files to send."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from tilshi.cli.console import Console
from tilshi.cli.inputs import languages_of, opened, text_language
from tilshi.files.errors import FileWarning
from tilshi.i18n import _
from tilshi.release import Release
from tilshi.workflow import Layout, NotFinal, Opened, blocking_in, export_release, lacking, layout_of

if TYPE_CHECKING:
    from tilshi.checking.findings import Finding


def run(arguments: Namespace, console: Console) -> int:
    """Writes the files and says where they are; what is missing on the page is a warning.

    With `--final`, 1 and no file where something keeps one of the versions from being final.
    """
    file = opened(arguments.file, console, text_language(arguments.file, arguments.language))
    release = file.release
    wanted = arguments.language or release.target_languages or (release.source_language,)
    languages = languages_of(release, arguments.file, wanted)
    layout = layout_of(release, arguments.template, arguments.profile)
    findings = _findings(release, languages, layout, console) if arguments.final else {}
    if refused := [code for code in findings if _is_refused(arguments.file, release, code, layout, findings, console)]:
        return int(bool(refused))
    for language in languages:
        for part in lacking(release, language, layout):
            console.warn(arguments.file, FileWarning(part.message(), language))
        paths = export_release(
            release,
            language,
            arguments.to,
            Path(arguments.output),
            layout=layout,
            overwrite=not arguments.no_overwrite,
            final=findings.get(language),
        )
        for path in paths:
            console.say(str(path))
    if arguments.final:
        _record(file, languages, arguments, console)
    return 0


def _findings(
    release: Release, languages: tuple[str, ...], layout: Layout, console: Console
) -> dict[str, tuple[Finding, ...]]:
    """What the checks find in each version that is to be final."""
    from tilshi.cli.consulting import Consulted  # all rules, glossaries and dictionaries, which drafts do without

    consulted = Consulted(console)
    return {code: consulted.findings(release, code, layout.profile) for code in languages}


def _is_refused(  # noqa: PLR0913, PLR0917  # a version, and what it is held to
    file: str,
    release: Release,
    language: str,
    layout: Layout,
    findings: dict[str, tuple[Finding, ...]],
    console: Console,
) -> bool:
    """Says what keeps a version from being final, if anything does."""
    found = blocking_in(release, language, layout, findings[language])
    for each in found:
        place = each.segment or (each.role.value if each.role else "-")
        console.error(f"{file}: {place} [{language}] {each.message} ({each.requirement})")
    if found:
        console.error(str(NotFinal(language, found)))
    return bool(found)


def _record(file: Opened, languages: tuple[str, ...], arguments: Namespace, console: Console) -> None:
    """Keeps in the draft which versions went out, when and by whom."""
    from tilshi.checking.gate.passing import publish
    from tilshi.cli.signature import timestamp, user_name
    from tilshi.drafts import save_draft

    if file.draft is None:
        said = _("This is no draft: it is not kept that these versions went out.")
        console.warn(arguments.file, FileWarning(said))
        return
    release, name, at = file.release, user_name(arguments.by), timestamp()
    for code in languages:
        release = publish(release, code, name, at).apply(release)
    save_draft(release, Path(arguments.file), file.draft)
