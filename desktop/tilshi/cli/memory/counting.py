"""`tilshi memory statistics`: how much is there, and where it is from."""

from __future__ import annotations

from argparse import Namespace

from tilshi.cli.console import Console
from tilshi.cli.memory.opening import opened
from tilshi.i18n import _, ngettext

_SHOWN = 20


def run(arguments: Namespace, console: Console) -> int:
    """Says the directions with their numbers of units, and the releases and files that gave most."""
    with opened(arguments) as memory:
        pairs, releases = memory.store.pairs(), memory.store.releases()
        if arguments.json:
            console.say_json(
                {
                    "file": str(memory.store.path),
                    "units": sum(pairs.values()),
                    "directions": [
                        {"source": pair.source, "target": pair.target, "units": number}
                        for pair, number in pairs.items()
                    ],
                    "origins": [{"id": name, "title": title, "units": number} for name, title, number in releases],
                }
            )
            return 0
        console.say(str(memory.store.path))
    for pair, number in pairs.items():
        units = ngettext("{number} unit", "{number} units", number).format(number=number)
        console.say(f"{pair.source} → {pair.target}: {units}")
    if not pairs:
        console.say(_("The memory is empty."))
    for _name, title, number in releases[:_SHOWN]:
        units = ngettext("{number} unit", "{number} units", number).format(number=number)
        console.say(f"  {title or _('without origin')}: {units}")
    return 0
