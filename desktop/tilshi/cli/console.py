"""Standard output and error: any text on any encoding, nothing of a text obeyed by the terminal."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import sys
from typing import IO, Any, Final

from tilshi.files.errors import FileError, FileWarning

_OBEYED: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Console:
    """The two streams of a command; either may be closed.

    The words `warning:` and `error:` at the beginning of a line are for programs, and the same in every language.
    """

    def __init__(self) -> None:
        for stream in (sys.stdout, sys.stderr):
            # What the encoding does not know is written as \u04d9, so that nothing is lost and nothing breaks.
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")

    def say(self, text: str = "") -> None:
        """A line, or several, of what was asked for."""
        _write(sys.stdout, visible(text))

    def say_json(self, value: Any) -> None:
        """A value as JSON; pure ASCII where the encoding of the output is not UTF-8, so that it stays JSON."""
        encoding = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "").replace("_", "")
        _write(sys.stdout, json.dumps(value, ensure_ascii=encoding != "utf8", indent=1))

    def say_markup(self, text: str) -> None:
        """HTML that has escaped what it quotes; characters that the encoding of the output lacks as references."""
        encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
        _write(sys.stdout, text.encode(encoding, "xmlcharrefreplace").decode(encoding))

    def warn(self, file: str, warning: FileWarning) -> None:
        """Something to be seen of a file that could be opened."""
        _write(sys.stderr, _line(f"warning: {file}: {warning}"))

    def error(self, text: str) -> None:
        """Why the command could not do what was asked."""
        _write(sys.stderr, _line(f"error: {text}"))

    def refused(self, error: FileError) -> None:
        """Why a file was refused: the file as the user named it, the place, the reason, the remedy."""
        text = ": ".join(part for part in (str(error.path), error.place, error.reason) if part)
        self.error(f"{text} {error.remedy}" if error.remedy else text)

    def flush(self) -> None:
        """Everything is really written; raises OSError where it cannot be."""
        if sys.stdout:
            sys.stdout.flush()

    def abandon(self) -> None:
        """Nobody reads on: what is still in the buffer goes nowhere, and Python says nothing about it at the end."""
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def visible(text: str) -> str:
    """The text with what a terminal would obey (escape sequences, writing directions) written out."""
    return _OBEYED.sub(lambda match: match[0].encode("unicode_escape", "surrogatepass").decode("ascii"), text)


def _line(text: str) -> str:
    return " ".join(visible(text).split("\n"))


def _write(stream: IO[str] | None, text: str) -> None:
    if stream is not None:
        stream.write(f"{text}\n")
