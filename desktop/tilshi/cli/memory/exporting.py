"""`tilshi memory export`: the memory as TMX."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from tilshi.cli.console import Console
from tilshi.cli.memory.opening import language, opened
from tilshi.files import atomic
from tilshi.files.errors import FileError
from tilshi.i18n import _, ngettext
from tilshi.language.tags import primary
from tilshi.memory.tmx import write_memory


def run(arguments: Namespace, console: Console) -> int:
    """Writes the file, and says how many units it holds."""
    path = Path(arguments.output)
    if path.suffix.lower() != ".tmx":
        raise FileError(path, _("A memory is written as TMX."), remedy=_("Choose a name that ends in .tmx."))
    if arguments.no_overwrite and path.exists():
        raise FileError(path, _("There is a file of this name already."), remedy=_("Choose another name."))
    source, target = (language(code, arguments.output) for code in (arguments.source, arguments.target))
    with opened(arguments) as memory:
        chosen = (
            unit
            for unit in memory.store.all_units()
            if primary(source) in {"", unit.pair.source} and primary(target) in {"", unit.pair.target}
        )
        written = write_memory(chosen, source or "*all*")
    if not written.number:
        raise FileError(path, _("There are no units to write."))
    for warning in written.warnings:
        console.warn(arguments.output, warning)
    atomic.replace(path, written.data)
    message = ngettext("{file}: {number} unit", "{file}: {number} units", written.number)
    console.say(message.format(file=arguments.output, number=written.number))
    return 0
