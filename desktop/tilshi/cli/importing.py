"""`tilshi import`: a draft out of files of other tools."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from tilshi.cli.console import Console
from tilshi.cli.inputs import opened, text_language
from tilshi.drafts import SUFFIX, save_draft
from tilshi.exchange.imported import TrackedChanges
from tilshi.exchange.kinds import WORD_SUFFIXES
from tilshi.i18n import ngettext
from tilshi.release import Release


def run(arguments: Namespace, console: Console) -> int:
    """Makes the draft; says what is in it."""
    files = [*arguments.files, *arguments.translation]
    target = Path(arguments.output)
    target = target if target.suffix else target.with_suffix(SUFFIX)
    given = [code for code in (arguments.language,) if code]
    if len(files) == 1 and Path(files[0]).suffix.lower() not in WORD_SUFFIXES:
        release = opened(files[0], console, text_language(files[0], given)).release
    else:
        release = _imported(files, arguments, console)
    if release.id == "-":
        release = replace(release, id=target.stem)
    save_draft(release, target, overwrite=arguments.force)
    console.say(_summary(release, target))
    return 0


def _imported(files: list[str], arguments: Namespace, console: Console) -> Release:
    # Loaded here, because a single file may be a draft.
    from tilshi.exchange.importing import import_files

    for code in (arguments.language, arguments.translation_language):
        text_language(files[0], [code] if code else [])
    imported = import_files(
        [Path(file) for file in files],
        language=arguments.language,
        translation=arguments.translation_language,
        changes=TrackedChanges(arguments.changes),
    )
    for warning in imported.all_warnings:
        console.warn(files[0], warning)
    for tally in imported.report.recognised:
        console.say(str(tally))
    return imported.release


def _summary(release: Release, target: Path) -> str:
    count = len(release.blocks)
    return ngettext("{file}: {number} part in {languages}", "{file}: {number} parts in {languages}", count).format(
        file=target, number=count, languages=", ".join(release.languages)
    )
