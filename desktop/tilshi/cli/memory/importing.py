"""`tilshi memory import`: units of TMX files and of releases into the memory."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from tilshi.cli.console import Console
from tilshi.cli.inputs import opened as opened_release
from tilshi.cli.memory.opening import language, opened
from tilshi.files.errors import FileError
from tilshi.i18n import _, ngettext
from tilshi.memory.feeding import APPROVED, units_of
from tilshi.memory.tmx import read_memory
from tilshi.memory.units import Unit
from tilshi.release import State


def run(arguments: Namespace, console: Console) -> int:
    """Says of each file how many units were new; a file that cannot be read stops before anything of it is stored."""
    with opened(arguments) as memory:
        for name in arguments.files:
            units = _units(arguments, name, console)
            if arguments.dry_run:
                console.say(_counted(name, len(units)))
                continue
            stored = memory.put(units)
            message = _("{file}: {added} added, {updated} were there already")
            console.say(message.format(file=name, added=stored.added, updated=stored.updated))
    return 0


def _units(arguments: Namespace, name: str, console: Console) -> Sequence[Unit]:
    if Path(name).suffix.lower() == ".tmx":
        found = read_memory(Path(name), language(arguments.source, name))
        for warning in found.warnings:
            console.warn(name, warning)
        return found.units
    file = opened_release(name, console)
    if file.draft is not None and file.draft.container.sealed:
        raise FileError(
            name,
            _("The draft is encrypted, and the memory is not."),
            remedy=_("Take the encryption away first, if its texts may be read by anybody: tilshi unprotect."),
        )
    release = file.release
    states = {*APPROVED, State.TRANSLATED} if arguments.translated else APPROVED
    return [unit for code in release.target_languages for unit in units_of(release, code, states=states)]


def _counted(name: str, number: int) -> str:
    return ngettext("{file}: {number} unit", "{file}: {number} units", number).format(file=name, number=number)
