"""`tilshi contacts list | import | export | add-to`: the address book from the command line."""

from __future__ import annotations

import argparse
from argparse import Namespace
from typing import Any

from tilshi.cli.console import Console
from tilshi.i18n import _


def add_contacts(commands: Any) -> None:
    """Adds the command to the parser."""
    contacts = _command(commands, "contacts", _("see the address book, bring contacts in, out, and into a release"))
    actions = contacts.add_subparsers(
        dest="action", metavar=_("ACTION"), required=True, title=_("actions"), parser_class=type(contacts)
    )
    for add in (_add_list, _add_import, _add_export, _add_insert):
        add(actions)


def run(arguments: Namespace, console: Console) -> int:
    """Runs the action."""
    from tilshi.cli.contacts.keeping import ACTIONS  # each command loads what it needs and nothing else

    return ACTIONS[arguments.action](arguments, console)


def _add_list(actions: Any) -> None:
    list_ = _command(actions, "list", _("show the contacts"))
    list_.add_argument("query", nargs="*", metavar=_("WORDS"), help=_("only those with all of these words or digits"))
    list_.add_argument("--json", action="store_true", help=_("as JSON"))
    _add_book(list_)


def _add_import(actions: Any) -> None:
    bring = _command(actions, "import", _("bring the contacts of vCard files in; people who are known are renewed"))
    bring.add_argument("files", nargs="+", metavar=_("FILE"), help=_("vCard 2.1, 3.0 or 4.0 (.vcf)"))
    bring.add_argument(
        "--country", default="", metavar=_("CODE"), help=_("of numbers without country code, such as KZ")
    )
    bring.add_argument("--dry-run", action="store_true", help=_("show what would be done, and do nothing"))
    _add_book(bring)


def _add_export(actions: Any) -> None:
    export = _command(actions, "export", _("write contacts to a vCard file"))
    export.add_argument("query", nargs="*", metavar=_("WORDS"), help=_("only those with all of these words or digits"))
    export.add_argument("-o", "--output", required=True, metavar=_("FILE"), help=_("the file (.vcf)"))
    export.add_argument("--vcard", choices=("3.0", "4.0"), default="4.0", help=_("the version; 4.0 if absent"))
    export.add_argument("--no-overwrite", action="store_true", help=_("stop where a file of the name is there already"))
    _add_book(export)


def _add_insert(actions: Any) -> None:
    insert = _command(actions, "add-to", _("put contacts into a draft, where every language shows them"))
    insert.add_argument("file", metavar=_("DRAFT"), help=_("the draft (.tilshi)"))
    insert.add_argument("query", nargs="+", metavar=_("WORDS"), help=_("whom: words of the name, or an id"))
    _add_book(insert)


def _add_book(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--book", default="", metavar=_("FILE"), help=_("another address book (.json) than the user’s own")
    )


def _command(commands: Any, name: str, summary: str) -> argparse.ArgumentParser:
    added: argparse.ArgumentParser = commands.add_parser(
        name, help=summary, description=f"{summary[:1].upper()}{summary[1:]}."
    )
    return added
