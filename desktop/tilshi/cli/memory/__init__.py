"""`tilshi memory import | export | search | statistics`: the translation memory from the command line."""

from __future__ import annotations

import argparse
from argparse import Namespace
from typing import Any

from tilshi.cli.console import Console
from tilshi.i18n import _


def add_memory(commands: Any) -> None:
    """Adds the command to the parser."""
    memory = _command(commands, "memory", _("search the translation memory, bring units in and out"))
    actions = memory.add_subparsers(
        dest="action", metavar=_("ACTION"), required=True, title=_("actions"), parser_class=type(memory)
    )
    for add in (_add_import, _add_export, _add_search, _add_statistics):
        add(actions)


def run(arguments: Namespace, console: Console) -> int:
    """Runs the action."""
    # Each action loads what it needs and nothing else.
    match arguments.action:
        case "import":
            from tilshi.cli.memory.importing import run as act
        case "export":
            from tilshi.cli.memory.exporting import run as act
        case "search":
            from tilshi.cli.memory.searching import run as act
        case _:
            from tilshi.cli.memory.counting import run as act
    return act(arguments, console)


def _add_import(actions: Any) -> None:
    bring = _command(actions, "import", _("bring the units of a TMX file, or the approved ones of a release, in"))
    bring.add_argument("files", nargs="+", metavar=_("FILE"), help=_("TMX, a draft, or XLIFF"))
    bring.add_argument(
        "--source", default="", metavar=_("CODE"), help=_("the language of the sources, where TMX does not say it")
    )
    bring.add_argument(
        "--translated", action="store_true", help=_("of releases, what is translated but not yet approved too")
    )
    bring.add_argument("--dry-run", action="store_true", help=_("show what would be done, and do nothing"))
    _add_store(bring)


def _add_export(actions: Any) -> None:
    export = _command(actions, "export", _("write the units to a TMX file"))
    export.add_argument("-o", "--output", required=True, metavar=_("FILE"), help=_("the file (.tmx)"))
    export.add_argument("--source", default="", metavar=_("CODE"), help=_("units from this language only"))
    export.add_argument("--target", default="", metavar=_("CODE"), help=_("units into this language only"))
    export.add_argument("--no-overwrite", action="store_true", help=_("stop where a file of the name is there already"))
    _add_store(export)


def _add_search(actions: Any) -> None:
    search = _command(actions, "search", _("find where words were used, in any form, on both sides"))
    search.add_argument("query", metavar=_("WORDS"), help=_("words, «a phrase» in quotation marks, or begin*"))
    search.add_argument(
        "--language", default="", metavar=_("CODE"), help=_("the language of the words; found out if absent")
    )
    search.add_argument("--exact", action="store_true", help=_("words as they are written only"))
    search.add_argument("--limit", type=_number, default=20, metavar=_("N"), help=_("how many; 20 if absent"))
    search.add_argument(
        "--into",
        default="",
        metavar=_("CODE"),
        help=_("a text to be translated into this language instead of words: show matches with their scores"),
    )
    search.add_argument("--json", action="store_true", help=_("as JSON"))
    _add_store(search)


def _add_statistics(actions: Any) -> None:
    statistics = _command(actions, "statistics", _("say how much is in the memory, and where it is from"))
    statistics.add_argument("--json", action="store_true", help=_("as JSON"))
    _add_store(statistics)


def _add_store(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--memory", default="", metavar=_("FILE"), help=_("another memory (.sqlite) than the user’s own")
    )


def _command(commands: Any, name: str, summary: str) -> argparse.ArgumentParser:
    added: argparse.ArgumentParser = commands.add_parser(
        name, help=summary, description=f"{summary[:1].upper()}{summary[1:]}."
    )
    return added


def _number(value: str) -> int:
    if not value.isdecimal() or not 0 < int(value) <= 1_000:
        raise argparse.ArgumentTypeError(_("“{value}” is no number from 1 to 1000").format(value=value[:20]))
    return int(value)
