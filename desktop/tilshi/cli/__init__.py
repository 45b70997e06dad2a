"""The command line: `tilshi COMMAND …`; see `arguments` for the commands.

Exit codes: 0 fine, 1 findings, 2 could not. What was asked for goes to standard output, what must be said besides to
standard error, as `warning: …` and `error: …`, each on one line.
"""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tilshi import i18n
from tilshi.cli.arguments import interface_language, parser
from tilshi.cli.console import Console
from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi.resources import MissingResource

FINE: Final = 0
FINDINGS: Final = 1
COULD_NOT: Final = 2
_INTERRUPTED: Final = 130


def main(argv: Sequence[str]) -> int:
    """Runs the command in `argv` (without the program's name); the exit code. Never raises."""
    i18n.use_language(interface_language(argv) or i18n.system_language())
    console = Console()
    try:
        code = _run(argv, console)
        console.flush()
    except FileError as error:
        console.refused(error)
    except MissingResource as error:
        console.error(str(error))
    except BrokenPipeError:
        console.abandon()  # who read our output has seen enough
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        console.error(error.strerror or type(error).__name__)
    except Exception as error:  # noqa: BLE001  # no traceback ever reaches a user
        _apologise(error, console)
    else:
        return code
    return COULD_NOT


def _run(argv: Sequence[str], console: Console) -> int:
    try:
        arguments = parser().parse_args(argv)
    except SystemExit as end:  # --help, --version, or arguments that do not fit
        return end.code if isinstance(end.code, int) else COULD_NOT
    return _command(arguments, console)


def _command(arguments: Namespace, console: Console) -> int:
    # Each command loads what it needs and nothing else.
    match arguments.command:
        case "import":
            from tilshi.cli.importing import run
        case "export":
            from tilshi.cli.exporting import run
        case "check":
            from tilshi.cli.checks import run
        case "gate":
            from tilshi.cli.gating import run
        case "show":
            from tilshi.cli.showing import run
        case "terms":
            from tilshi.cli.terms import run
        case "memory":
            from tilshi.cli.memory import run
        case "contacts":
            from tilshi.cli.contacts import run
        case "templates":
            from tilshi.cli.templates import run
        case "sign" | "verify":
            from tilshi.cli.signing import run
        case "protect" | "unprotect" | "passphrase":
            from tilshi.cli.protection import run
        case _:
            from tilshi.cli.inspecting import run
    return run(arguments, console)


def _apologise(error: Exception, console: Console) -> None:
    import traceback  # takes time that a start does not have

    if os.environ.get("TILSHI_DEBUG"):
        traceback.print_exc()
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{type(error).__name__}, {Path(frame.filename).name}:{frame.lineno}"
    console.error(
        _("Something went wrong in Tilshi ({place}). Nothing was changed. Please report it.").format(place=place)
    )
