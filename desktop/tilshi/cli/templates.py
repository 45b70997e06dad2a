"""`tilshi templates list | duplicate | rename | delete | export | import | validate`."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from tilshi.cli.console import Console
from tilshi.files.errors import FileError, FileWarning
from tilshi.i18n import _


def add_templates(commands: Any) -> None:
    """Adds the command to the parser."""
    templates = _command(commands, "templates", _("see templates, make one's own, hand them on and bring them in"))
    actions = templates.add_subparsers(
        dest="action", metavar=_("ACTION"), required=True, title=_("actions"), parser_class=type(templates)
    )
    list_ = _command(actions, "list", _("show all templates, the program's and one's own"))
    list_.add_argument("--json", action="store_true", help=_("as JSON"))
    for action, summary in (
        ("duplicate", _("make an own template out of another one")),
        ("rename", _("give an own template another name")),
    ):
        command = _command(actions, action, summary)
        command.add_argument("name", metavar=_("NAME"), help=_("the template"))
        command.add_argument("new_name", metavar=_("NEW_NAME"), help=_("a name that is not taken"))
    delete = _command(actions, "delete", _("delete an own template"))
    delete.add_argument("name", metavar=_("NAME"), help=_("the template"))
    _add_files(actions)


def run(arguments: Namespace, console: Console) -> int:
    """Runs the action."""
    return _ACTIONS[arguments.action](arguments, console)


def _add_files(actions: Any) -> None:
    export = _command(actions, "export", _("write a template to one file, to hand it on"))
    export.add_argument("name", metavar=_("NAME"), help=_("the template"))
    export.add_argument("-o", "--output", required=True, metavar=_("FILE"), help=_("the file (.tilshi-template)"))
    export.add_argument("--profile", default="", metavar=_("NAME"), help=_("the organisation that goes with it"))
    export.add_argument("--no-overwrite", action="store_true", help=_("stop where a file of the name is there already"))
    bring = _command(actions, "import", _("bring a template in that was written with “export”"))
    bring.add_argument("file", metavar=_("FILE"), help=_("the file (.tilshi-template)"))
    bring.add_argument("--name", default="", metavar=_("NAME"), help=_("another name for it"))
    validate = _command(actions, "validate", _("say what is wrong in templates: 1 for pale colours, 2 for mistakes"))
    validate.add_argument("templates", nargs="+", metavar=_("NAME"), help=_("a template, by name or file (.toml)"))


def _list(arguments: Namespace, console: Console) -> int:
    from tilshi.layout import own, template  # each action loads what it needs and nothing else

    mine = own.own()
    names = template.available()
    if arguments.json:
        console.say_json([{"name": name, "own": name in mine} for name in names])
    else:
        for name in names:
            console.say(f"{name}  {_('own')}" if name in mine else name)
    return 0


def _duplicate(arguments: Namespace, console: Console) -> int:
    from tilshi.layout import own

    console.say(str(own.duplicate(arguments.name, arguments.new_name)))
    return 0


def _rename(arguments: Namespace, console: Console) -> int:
    from tilshi.layout import own

    console.say(str(own.rename(arguments.name, arguments.new_name)))
    return 0


def _delete(arguments: Namespace, console: Console) -> int:
    from tilshi.layout import own

    own.delete(arguments.name)
    console.say(_("{name} is deleted.").format(name=arguments.name))
    return 0


def _export(arguments: Namespace, console: Console) -> int:
    from tilshi.layout.portable import export_template

    path = Path(arguments.output)
    if arguments.no_overwrite and path.exists():
        raise FileError(path, _("There is a file of this name already."), remedy=_("Choose another name."))
    export_template(arguments.name, path, arguments.profile)
    console.say(str(path))
    return 0


def _import(arguments: Namespace, console: Console) -> int:
    from tilshi.layout.portable import import_template

    carried = import_template(Path(arguments.file), arguments.name)
    console.say(carried.template)
    if carried.profile:
        console.say(_("With the organisation “{name}”.").format(name=carried.profile))
    return 0


def _validate(arguments: Namespace, console: Console) -> int:
    from tilshi.layout.legibility import pale_colours
    from tilshi.layout.template import load, read_template

    code = 0
    for name in arguments.templates:
        try:
            found = read_template(Path(name)) if name.endswith(".toml") else load(name)
        except FileError as error:
            console.refused(error)
            code = 2
            continue
        pale = pale_colours(found)
        for colour in pale:
            console.warn(name, FileWarning(str(colour)))
        if pale:
            code = max(code, 1)
        else:
            console.say(_("{name}: nothing is wrong").format(name=name))
    return code


def _command(commands: Any, name: str, summary: str) -> argparse.ArgumentParser:
    added: argparse.ArgumentParser = commands.add_parser(
        name, help=summary, description=f"{summary[:1].upper()}{summary[1:]}."
    )
    return added


_ACTIONS: Final[Mapping[str, Callable[[Namespace, Console], int]]] = MappingProxyType(
    {
        "list": _list,
        "duplicate": _duplicate,
        "rename": _rename,
        "delete": _delete,
        "export": _export,
        "import": _import,
        "validate": _validate,
    }
)
