"""`tilshi terms export`: a glossary as a file for others."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from tilshi.cli.console import Console
from tilshi.cli.terms.glossaries import loaded
from tilshi.files import atomic
from tilshi.files.errors import FileError
from tilshi.i18n import _, ngettext
from tilshi.terminology.glossary import Layer
from tilshi.terminology.interchange import of_languages, write_terms


def run(arguments: Namespace, console: Console) -> int:
    """Writes the file, and says what of the glossary it could not hold."""
    path = Path(arguments.output)
    if arguments.no_overwrite and path.exists():
        raise FileError(path, _("There is a file of this name already."), remedy=_("Choose another name."))
    termbase = loaded(console).termbase(Layer(arguments.layer) if arguments.layer else None)
    written = write_terms(termbase, path, arguments.languages)
    for warning in written.warnings:
        console.warn(arguments.output, warning)
    atomic.replace(path, written.data)
    number = len(of_languages(termbase, arguments.languages).concepts if arguments.languages else termbase.concepts)
    console.say(
        ngettext("{file}: {number} concept", "{file}: {number} concepts", number).format(
            file=arguments.output, number=number
        )
    )
    return 0
