"""`tilshi terms find | inflect | import | export | validate`: the glossary from the command line."""

from __future__ import annotations

import argparse
from argparse import Namespace
from typing import Any, Final

from tilshi.cli.console import Console
from tilshi.i18n import _

_LAYERS: Final = ("bundled", "names", "organisation", "personal")
"""`tilshi.terminology.glossary.Layer`, which the parser does not load for the start."""
_WRITABLE: Final = ("personal", "organisation")
_POSSESSORS: Final = ("none", "px1sg", "px2sg", "px2frm", "px3", "px1pl", "px2pl", "px2pl.frm", "izafet")
_CASES: Final = ("nom", "gen", "dat", "acc", "loc", "abl", "ins", "pre")


def add_terms(commands: Any) -> None:
    """Adds the command to the parser."""
    terms = _command(commands, "terms", _("look terms up, inflect them, bring glossaries in and out"))
    actions = terms.add_subparsers(
        dest="action", metavar=_("ACTION"), required=True, title=_("actions"), parser_class=type(terms)
    )
    for add in (_add_find, _add_inflect, _add_import, _add_export, _add_validate):
        add(actions)


def run(arguments: Namespace, console: Console) -> int:
    """Runs the action."""
    # Each action loads what it needs and nothing else.
    match arguments.action:
        case "find":
            from tilshi.cli.terms.finding import run as act
        case "inflect":
            from tilshi.cli.terms.inflecting import run as act
        case "import":
            from tilshi.cli.terms.importing import run as act
        case "export":
            from tilshi.cli.terms.exporting import run as act
        case _:
            from tilshi.cli.terms.validating import run as act
    return act(arguments, console)


def _add_find(actions: Any) -> None:
    find = _command(actions, "find", _("find the terms of the glossary in a text, in any form"))
    find.add_argument("text", metavar=_("TEXT|FILE"), help=_("a text, or a file that is there; - for standard input"))
    find.add_argument(
        "--language", default="", metavar=_("CODE"), help=_("the language of the text; found out if absent")
    )
    find.add_argument("--nested", action="store_true", help=_("terms within longer terms too"))
    find.add_argument("--json", action="store_true", help=_("as JSON"))


def _add_inflect(actions: Any) -> None:
    inflect = _command(actions, "inflect", _("write a term in a form, or in every case"))
    inflect.add_argument("term", metavar=_("TERM"), help=_("the term as a glossary cites it"))
    inflect.add_argument("--language", default="", metavar=_("CODE"), help=_("kk, ru, en or fr; found out if absent"))
    inflect.add_argument("--case", choices=_CASES, help=_("the case; all of them if absent"))
    inflect.add_argument("--number", choices=("sg", "pl"), help=_("the number; that of the term itself if absent"))
    inflect.add_argument(
        "--possessor", choices=_POSSESSORS, default="none", help=_("whose it is (Kazakh); izafet: the term is cited so")
    )
    inflect.add_argument("--json", action="store_true", help=_("as JSON"))


def _add_import(actions: Any) -> None:
    bring = _command(actions, "import", _("bring the terms of a file into a glossary of your own"))
    _add_file(bring)
    bring.add_argument("--into", choices=_WRITABLE, default="personal", help=_("which glossary; personal if absent"))
    bring.add_argument("--dry-run", action="store_true", help=_("show what would be done, and do nothing"))


def _add_export(actions: Any) -> None:
    export = _command(actions, "export", _("write a glossary to a file"))
    export.add_argument(
        "-o",
        "--output",
        required=True,
        metavar=_("FILE"),
        help=_("the file; its suffix (tbx, csv, tsv, xlsx, txt) tells how"),
    )
    export.add_argument("--layer", choices=_LAYERS, default="", help=_("which glossary; all as one if absent"))
    export.add_argument(
        "--languages", type=_codes, default=(), metavar=_("CODES"), help=_("these languages only: en,kk")
    )
    export.add_argument("--no-overwrite", action="store_true", help=_("stop where a file of the name is there already"))


def _add_validate(actions: Any) -> None:
    _add_file(_command(actions, "validate", _("look for mistakes in a glossary: ids, repetitions, contradictions")))


def _add_file(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar=_("FILE"), help=_("TBX, CSV, TSV, XLSX, or OmegaT’s glossary text"))
    command.add_argument(
        "--columns",
        type=_names,
        default=(),
        metavar=_("NAMES"),
        help=_("what the columns of a table hold, such as en,kk,kk_forbidden,-,note; read from the headers if absent"),
    )


def _command(commands: Any, name: str, summary: str) -> argparse.ArgumentParser:
    added: argparse.ArgumentParser = commands.add_parser(
        name, help=summary, description=f"{summary[:1].upper()}{summary[1:]}."
    )
    return added


def _names(value: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in value.split(","))


def _codes(value: str) -> tuple[str, ...]:
    from tilshi.language.tags import is_well_formed

    codes = _names(value)
    for code in codes:
        if not is_well_formed(code):
            raise argparse.ArgumentTypeError(_("“{code}” is no code of a language").format(code=code))
    return codes
