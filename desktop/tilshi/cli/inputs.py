"""The file a command works on: named, or on standard input."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tilshi.cli.console import Console
from tilshi.drafts.container import Container, is_sealed
from tilshi.drafts.draft import PLAIN
from tilshi.files.bounded import FILE_LIMIT, read_bytes
from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi.language.tags import is_well_formed, primary
from tilshi.release import Release
from tilshi.workflow import Opened, open_any, open_data

STANDARD_INPUT: Final = "-"


def opened(name: str, console: Console, language: str | None = None) -> Opened:
    """The release in the file of that name; its warnings are said, and the key of an encrypted draft asked for.

    `language` is that of a text.

    Raises:
        FileError: it cannot be opened.
    """
    if name == STANDARD_INPUT:
        data = standard_input()
        found = open_data(Path(STANDARD_INPUT), data, language=language, container=_container(name, data))
    else:
        path = Path(name)
        found = open_any(path, language=language, container=_container(name, read_bytes(path)))
    for warning in found.warnings:
        console.warn(name, warning)
    return found


def _container(name: str, data: bytes) -> Container:
    """What opens the draft, where the data are one."""
    if not is_sealed(data):
        return PLAIN
    from tilshi.cli.keys import unlocked  # with cryptography, which only encrypted drafts need
    from tilshi.drafts.encryption.sealed import header_in

    return unlocked(header_in(data, Path(name))[0], Path(name))


def standard_input() -> bytes:
    """All of standard input.

    Raises:
        FileError: it is larger than any file may be.
    """
    data = sys.stdin.buffer.read(FILE_LIMIT + 1) if sys.stdin else b""
    if len(data) > FILE_LIMIT:
        limit = FILE_LIMIT // (1024 * 1024)
        raise FileError(Path(STANDARD_INPUT), _("The file is larger than {limit} MB.").format(limit=limit))
    return data


def text_language(path: str, languages: Sequence[str]) -> str | None:
    """The language of a text, where the user names exactly one; raises FileError where it cannot be one."""
    for code in languages:
        if not is_well_formed(code):
            raise FileError(path, _("“{code}” is no code of a language; use en, fr, kk or ru.").format(code=code))
    return languages[0] if len(languages) == 1 else None


def languages_of(release: Release, path: str, wanted: Sequence[str]) -> tuple[str, ...]:
    """The languages of the release that the user means: `KK` and `kk-KZ` mean `kk` where that is what it has.

    Raises:
        FileError: the release is not in one of them.
    """
    return tuple(dict.fromkeys(_meant(release, path, code) for code in wanted))


def _meant(release: Release, path: str, wanted: str) -> str:
    same = [code for code in release.languages if code.lower() == wanted.lower()]
    related = [code for code in release.languages if primary(code) == primary(wanted)]
    if same or len(related) == 1:
        return (same or related)[0]
    raise FileError(
        path,
        _("The release is not in “{wanted}”.").format(wanted=wanted),
        remedy=_("Its languages are: {languages}.").format(languages=", ".join(release.languages)),
    )
