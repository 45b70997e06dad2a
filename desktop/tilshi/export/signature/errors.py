"""What keeps a file from being signed or verified."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from tilshi.files.errors import FileError
from tilshi.i18n import _


class WrongPassword(FileError):
    """The password of a key file is another one."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, _("This is not the password of the key file."), remedy=_("Enter it again."))


def is_installed() -> bool:
    """Whether what signs and verifies is there: it is no part of the program as such."""
    return find_spec("pyhanko") is not None


def demand_installed(path: Path) -> None:
    """Raises FileError, with the remedy, where signing is not installed."""
    if not is_installed():
        raise FileError(
            path,
            _("Signing is not installed."),
            remedy=_("Install it with: {command}").format(command="pip install tilshi[sign]"),
        )
