"""Starts Tilshi: the command line where there is a command, the window otherwise. Neither pays for the other."""

import os
import sys
from pathlib import Path

from tilshi import i18n
from tilshi.i18n import _


def main() -> int:
    """`tilshi COMMAND …` is a command; `tilshi` and `tilshi FILE` open the window. Gives the exit code."""
    i18n.use_language(i18n.system_language())
    if len(sys.argv) == 1 or _names_a_file(sys.argv[1]):
        return window()
    from tilshi import cli

    return cli.main(sys.argv[1:])


def window() -> int:
    """Opens the window, with the file that the arguments name if they do. Gives the exit code."""
    if not _has_screen():
        # Qt would end the process with a core dump.
        print(_("There is no screen for a window. The commands work without one: tilshi --help"), file=sys.stderr)
        return 2
    # The one place where the core knows the window.
    from tilshi_ui import app  # noqa: TID251

    return app.main(sys.argv)


def _names_a_file(argument: str) -> bool:
    """Commands are words: what has a suffix or a folder in it can only be meant as a file."""
    return not argument.startswith("-") and (bool(Path(argument).suffix) or len(Path(argument).parts) > 1)


def _has_screen() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
