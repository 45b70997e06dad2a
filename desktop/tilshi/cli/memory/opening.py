"""The memory that the actions work on, and languages the user names."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi.language.tags import is_well_formed
from tilshi.memory.memory import Memory
from tilshi.memory.shelf import open_memory


def opened(arguments: Namespace) -> Memory:
    """The memory the user names, or the user's own; raises FileError."""
    return open_memory(Path(arguments.memory) if arguments.memory else None)


def language(code: str, about: str) -> str:
    """The code, if it is one of a language or empty; `about` is what the error names as the file.

    Raises:
        FileError: it is none.
    """
    if code and not is_well_formed(code):
        raise FileError(about, _("“{code}” is no code of a language; use en, fr, kk or ru.").format(code=code))
    return code
