"""`tilshi export`: files to send."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from tilshi.cli.console import Console
from tilshi.cli.inputs import languages_of, opened, text_language
from tilshi.files.errors import FileWarning
from tilshi.workflow import export_release, lacking, layout_of


def run(arguments: Namespace, console: Console) -> int:
    """Writes the files and says where they are; what is missing on the page is a warning."""
    release = opened(arguments.file, console, text_language(arguments.file, arguments.language)).release
    wanted = arguments.language or release.target_languages or (release.source_language,)
    layout = layout_of(release, arguments.template, arguments.profile)
    for language in languages_of(release, arguments.file, wanted):
        for part in lacking(release, language, layout):
            console.warn(arguments.file, FileWarning(part.message(), language))
        paths = export_release(
            release,
            language,
            arguments.to,
            Path(arguments.output),
            layout=layout,
            overwrite=not arguments.no_overwrite,
        )
        for path in paths:
            console.say(str(path))
    return 0
