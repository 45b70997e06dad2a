"""What may stand on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import Any, Final

from tilshi import i18n
from tilshi.cli.contacts import add_contacts
from tilshi.cli.memory import add_memory
from tilshi.cli.protection import add_protection
from tilshi.cli.signing import add_key, add_signing
from tilshi.cli.templates import add_templates
from tilshi.cli.terms import add_terms
from tilshi.i18n import _

FORMATS: Final = ("pdf", "docx", "html", "txt", "eml", "review.pdf", "review.docx")
LIMITS: Final = ("error", "warning", "note", "never")
REPORTS: Final = ("text", "json", "html", "sarif")


def interface_language(argv: Sequence[str]) -> str:
    """The language in which to speak, where the command line names it before the command; needed before all else."""
    for at, argument in enumerate(argv):
        if argument == "--language" and at + 1 < len(argv):
            return argv[at + 1]
        if argument.startswith("--language="):
            return argument.partition("=")[2]
        if not argument.startswith("-"):
            break
    return ""


def parser() -> argparse.ArgumentParser:
    """The parser, with all its texts in the language of the interface."""
    root = _Parser("tilshi", _("Write, translate, check and lay out press releases in several languages."))
    root.epilog = _("Without a command the window opens. Exit codes: 0 fine, 1 findings, 2 could not.")
    root.add_argument("--version", action=_Version, nargs=0, help=_("show the version and exit"))
    languages = ", ".join(i18n.languages())
    root.add_argument(
        "--language",
        dest="interface",
        metavar=_("CODE"),
        help=_("the language of the messages ({languages}); stands before the command").format(languages=languages),
    )
    commands = root.add_subparsers(
        dest="command", metavar=_("COMMAND"), required=True, title=_("commands"), parser_class=_Parser
    )
    for add in (_add_import, _add_export, _add_check, _add_gate, _add_show, _add_inspect, add_terms, add_memory):
        add(commands)
    add_contacts(commands)
    add_templates(commands)
    add_protection(commands, _command)
    add_signing(commands, _command)
    return root


class _Parser(argparse.ArgumentParser):
    """A parser whose headings are translated, and whose errors look as all our errors do."""

    def __init__(self, prog: str, description: str = "") -> None:
        super().__init__(prog, description=description, formatter_class=_Formatter, add_help=False)
        self._positionals.title = _("arguments")
        self._optionals.title = _("options")
        self.add_argument("-h", "--help", action="help", help=_("show this help and exit"))

    def error(self, message: str) -> Any:
        hint = _("See: {command} --help").format(command=self.prog)
        self.exit(2, f"error: {message}\n{hint}\n")


class _Formatter(argparse.HelpFormatter):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=100)

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Any, prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, _("usage: ") if prefix is None else prefix)


class _Version(argparse.Action):
    """Says the version and ends."""

    def __call__(self, parser: argparse.ArgumentParser, *_arguments: object) -> None:
        from importlib import metadata  # takes longer than all else of a start

        print(f"Tilshi {metadata.version('tilshi')}")
        parser.exit()


def _add_import(commands: Any) -> None:
    command = _command(
        commands, "import", _("make a draft out of a text or Word file, one with its translations, or XLIFF")
    )
    command.add_argument(
        "files", nargs="+", metavar=_("FILE"), help=_("the source text and its translations, or one XLIFF file")
    )
    command.add_argument("-o", "--output", required=True, metavar=_("DRAFT"), help=_("the draft to be made (.tilshi)"))
    command.add_argument(
        "--language", metavar=_("CODE"), help=_("the language of the first text; recognised if absent")
    )
    command.add_argument(
        "--translation",
        action="append",
        default=[],
        metavar=_("FILE"),
        help=_("a translation; the same as a further file"),
    )
    command.add_argument(
        "--translation-language",
        metavar=_("CODE"),
        help=_("the language of the first translation; recognised if absent"),
    )
    command.add_argument(
        "--changes",
        choices=("accept", "reject", "show"),
        default="accept",
        help=_("what becomes of tracked changes in Word files; show: accepted, and said in notes (accept if absent)"),
    )
    command.add_argument("--force", action="store_true", help=_("replace a draft that is there already"))


def _add_export(commands: Any) -> None:
    command = _command(commands, "export", _("lay a release out and write files to send"))
    _add_file(command)
    _add_languages(command, _("the language to export; all translations if absent"))
    command.add_argument(
        "--to",
        default=["pdf", "docx"],
        type=_formats,
        metavar=_("FORMATS"),
        help=_("formats, parted by commas: {formats} (pdf,docx if absent)").format(formats=", ".join(FORMATS)),
    )
    command.add_argument(
        "--all", action="store_true", help=_("every language of the release in every format, all in one go")
    )
    command.add_argument("-o", "--output", default=".", metavar=_("FOLDER"), help=_("where to put the files"))
    command.add_argument(
        "--name",
        default="",
        metavar=_("PATTERN"),
        help=_("what to call the files, such as {example}; without it, by the name of the release").format(
            example="{date}_{title}_{language}, {template}, {id}"
        ),
    )
    _add_layout(command)
    command.add_argument(
        "--watermark",
        action=argparse.BooleanOptionalAction,
        default=None,
        help=_("mark the pages as a draft; done unless they are final"),
    )
    command.add_argument(
        "--embed-fonts", action="store_true", help=_("Word files bring their fonts and look the same everywhere")
    )
    command.add_argument(
        "--final",
        action="store_true",
        help=_("write only what may be published, and keep in the draft that it went out; exit code 1 if it may not"),
    )
    command.add_argument(
        "--attach-contacts",
        action=argparse.BooleanOptionalAction,
        default=None,
        help=_("PDFs carry the contacts as vCards (then PDF/A-3a); as in the profile if absent"),
    )
    command.add_argument(
        "--contact-code",
        choices=("none", "vcard", "mecard"),
        help=_("the QR code beside contacts; as in the profile if absent"),
    )
    command.add_argument("--sign", action="store_true", help=_("sign the PDFs with the organisation’s key"))
    add_key(command)
    _add_by(command)
    command.add_argument(
        "--no-overwrite", action="store_true", help=_("stop where a file of the name is there already")
    )


def _add_check(commands: Any) -> None:
    command = _command(commands, "check", _("look for mistakes"))
    command.add_argument(
        "files", nargs="+", metavar=_("FILE"), help=_("drafts, XLIFF, Word files or texts; - for standard input")
    )
    _add_languages(command, _("the language to check; all languages if absent"))
    command.add_argument(
        "--rule",
        action="append",
        default=[],
        metavar=_("RULE"),
        help=_("ask only this rule, such as num.value, or this family, such as num"),
    )
    command.add_argument("--format", choices=REPORTS, default="text", help=_("how to report; text if absent"))
    command.add_argument(
        "-o", "--output", default="", metavar=_("FILE"), help=_("write the report into this file, as UTF-8")
    )
    command.add_argument(
        "--fail-on",
        choices=LIMITS,
        default="note",
        help=_("exit code 1 from this severity on; note if absent; 2 if a file cannot be checked"),
    )
    command.add_argument(
        "--waived",
        action="store_true",
        help=_("show the waived findings too, with their reasons, and waivers that lapsed"),
    )
    _add_profile(command)


def _add_gate(commands: Any) -> None:
    command = _command(commands, "gate", _("say what keeps a version from being final, or let it through"))
    _add_file(command)
    _add_languages(command, _("the language of the version; all translations if absent"))
    command.add_argument("--format", choices=("text", "json"), default="text", help=_("how to report; text if absent"))
    command.add_argument(
        "--override",
        action="append",
        default=[],
        metavar=_("REQUIREMENT"),
        help=_("let this requirement through, for the texts as they are now; kept in the draft"),
    )
    command.add_argument("--reason", default="", metavar=_("TEXT"), help=_("why it is let through"))
    _add_by(command)
    _add_layout(command)


def _add_show(commands: Any) -> None:
    command = _command(commands, "show", _("show the parts of a release with role, state and texts"))
    _add_file(command)
    _add_languages(command, _("the language to show; all languages if absent"))
    command.add_argument("--json", action="store_true", help=_("as JSON"))


def _add_inspect(commands: Any) -> None:
    command = _command(commands, "inspect", _("say what files are and what they hold, without changing anything"))
    command.add_argument("files", nargs="+", metavar=_("FILE"), help=_("any file; - for standard input"))


def _command(commands: Any, name: str, summary: str) -> argparse.ArgumentParser:
    added: argparse.ArgumentParser = commands.add_parser(
        name, help=summary, description=f"{summary[:1].upper()}{summary[1:]}."
    )
    return added


def _add_file(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar=_("FILE"), help=_("a draft, XLIFF or a text; - for standard input"))


def _add_layout(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--template", default="", metavar=_("NAME"), help=_("another template, by name or file (.toml)")
    )
    _add_profile(command)


def _add_profile(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--profile", default="", metavar=_("NAME"), help=_("the organisation, by name or file (.toml)")
    )


def _add_by(command: argparse.ArgumentParser) -> None:
    command.add_argument("--by", default="", metavar=_("NAME"), help=_("who signs; the name in the settings if absent"))


def _add_languages(command: argparse.ArgumentParser, help_: str) -> None:
    command.add_argument("--language", action="append", default=[], metavar=_("CODE"), help=help_)


def _formats(value: str) -> list[str]:
    chosen = [name.strip().lower() for name in value.split(",") if name.strip()]
    unknown = [name for name in chosen if name not in FORMATS]
    if unknown or not chosen:
        formats = ", ".join(FORMATS)
        raise argparse.ArgumentTypeError(
            _("“{name}” is no format; choose from {formats}").format(name=", ".join(unknown), formats=formats)
        )
    return list(dict.fromkeys(chosen))
