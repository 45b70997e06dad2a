"""Regular expressions: with the time they take bounded, since some never end on some texts."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tilshi.i18n import _
from tilshi.searching.query import Query, QueryError

if TYPE_CHECKING:
    import regex

PATIENCE_S: Final = 3.0
"""So long all texts together may take, and each that is replaced."""
_DOLLAR: Final = re.compile(r"\$(\d{1,2}|\{\w+\})")


class Pattern:
    """The places where a regular expression of the user's fits; those without a character are none.

    Raises:
        QueryError: it is no regular expression.
    """

    def __init__(self, query: Query, patience: float = PATIENCE_S) -> None:
        import regex  # for the start of the program; Python's own has no bound for the time, and holds all threads

        flags = regex.VERSION0 if query.match_case else regex.VERSION0 | regex.IGNORECASE
        body = rf"\b(?:{query.wanted})\b" if query.whole_words else query.wanted
        try:
            regex.compile(query.wanted, flags)  # alone first, so that the message counts in what the user wrote
            self._pattern: regex.Pattern[str] = regex.compile(body, flags)
        except regex.error as error:
            raise QueryError(_unreadable(error)) from error
        self._left = patience

    def spans(self, text: str, _language: str = "") -> Iterator[tuple[int, int]]:
        """Where it fits in a text, in code points, none overlapping.

        Raises:
            QueryError: it takes too long.
        """
        begun = time.monotonic()
        try:
            for match in self._matches(text, 0, max(self._left, 0.001)):
                yield match.span()
        finally:
            self._left -= time.monotonic() - begun

    def expanded(self, text: str, start: int, end: int, template: str) -> str:
        r"""A replacement with what the groups of the place `start:end` hold: `\1`, `$1`, `\g<name>`, `${name}`.

        Raises:
            QueryError: there is no such group, or it takes too long.
        """
        import regex

        match = next(self._matches(text, start, PATIENCE_S), None)
        if match is None or match.span() != (start, end):
            return text[start:end]
        try:
            return match.expand(_DOLLAR.sub(_as_group, template))
        except (IndexError, regex.error) as error:
            message = _("The replacement cannot be understood: {reason}. Groups are written \\1 or $1.")
            raise QueryError(message.format(reason=error)) from error

    def _matches(self, text: str, at: int, patience: float) -> Iterator[regex.Match[str]]:
        try:
            for match in self._pattern.finditer(text, at, timeout=patience, concurrent=True):
                if match.end() > match.start():
                    yield match
        except TimeoutError as error:
            message = _("This pattern takes too long. Make it simpler: without repetitions within repetitions.")
            raise QueryError(message) from error


def _unreadable(error: regex.error) -> str:
    return _("This is no regular expression: {reason}.").format(reason=error)


def _as_group(match: re.Match[str]) -> str:
    return rf"\g<{match[1].strip('{}')}>"
