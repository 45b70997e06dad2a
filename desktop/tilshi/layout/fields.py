"""TOML read key by key: every mistake is an error that names file, key and remedy, and no key is passed over."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, TypeVar

from tilshi.files.bounded import read_bytes
from tilshi.files.errors import FileError
from tilshi.files.kinds import refuse_foreign
from tilshi.i18n import _
from tilshi.release.contact import NO_FORM, Localised

Choice = TypeVar("Choice", bound=StrEnum)

_LARGEST: Final = 1024 * 1024
_COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{6}")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

# tomllib takes gigabytes for a key of many parts (toml.io 1.0, dotted keys).
_DEEPEST: Final = 32
_PART: Final = r"""(?:[\w-]++|"[^"\n]*"|'[^'\n]*')[ \t]*"""
_DEEP_KEY: Final = re.compile(rf"(?<![\w-])(?:{_PART}\.[ \t]*){{{_DEEPEST}}}{_PART}")


class Fields:
    """One table of a TOML file. Every method that reads a key remembers it; `close` refuses what nobody read."""

    def __init__(self, path: Path, values: dict[str, Any], place: str = "") -> None:
        self.path = path
        self.place = place
        self._values = values
        self._read: dict[str, None] = {}

    @classmethod
    def of_file(cls, path: Path) -> Fields:
        """The top table of a file.

        Raises:
            FileError: it cannot be read, or is not TOML in UTF-8.
        """
        return cls.of_bytes(path, read_bytes(path, _LARGEST))

    @classmethod
    def of_bytes(cls, path: Path, data: bytes) -> Fields:
        """The top table of what a file holds, or will hold; raises as `of_file` does."""
        refuse_foreign(path, data)
        try:
            text = data.decode("utf-8-sig").replace("\r\n", "\n")
            if _DEEP_KEY.search(text):
                raise FileError(path, _("A key in it has more than {number} parts.").format(number=_DEEPEST))
            return cls(path, tomllib.loads(text))
        except UnicodeDecodeError as error:
            raise FileError(
                path, _("This is not text in UTF-8."), remedy=_("Save the file with the encoding UTF-8.")
            ) from error
        except (ValueError, RecursionError) as error:  # also for numbers of thousands of digits
            raise FileError(path, _("This is not valid TOML: {why}.").format(why=str(error).rstrip("."))) from error

    def __contains__(self, key: str) -> bool:
        self._read[key] = None
        return key in self._values

    @property
    def names(self) -> tuple[str, ...]:
        """The keys of the table, for tables whose keys are names given by their author."""
        return tuple(self._values)

    @property
    def values(self) -> dict[str, Any]:
        """All that the table holds, as Python's own values."""
        return self._values

    def error(self, key: str, reason: str, remedy: str = "") -> FileError:
        """The error for a key of this table."""
        return FileError(self.path, reason, place=self._where(key), remedy=remedy)

    def text(self, key: str, default: str | None = None) -> str:
        """A string; without a default the key is required."""
        value = self._value(key, default)
        if not isinstance(value, str):
            raise self.error(key, _("A text is expected here."), _("Write it in quotation marks."))
        return value

    def number(self, key: str, default: float | None, low: float, high: float) -> float:
        """A number from `low` to `high`."""
        value = self._value(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise self.error(
                key, _("A number from {low} to {high} is expected here.").format(low=f"{low:g}", high=f"{high:g}")
            )
        return float(value)

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false."""
        value = self._value(key, default)
        if not isinstance(value, bool):
            raise self.error(key, _("Either true or false is expected here."))
        return value

    def choice(self, key: str, kinds: type[Choice], default: Choice | None = None) -> Choice:
        """One of the values of an enumeration."""
        value = self.text(key, default)
        if value not in {kind.value for kind in kinds}:
            raise self.error(
                key,
                _("“{value}” is not known here.").format(value=value),
                _suggestion(value, [kind.value for kind in kinds]),
            )
        return kinds(value)

    def choices(self, key: str, kinds: type[Choice]) -> tuple[Choice, ...]:
        """A list of values of an enumeration; the empty one where the key is missing."""
        values = self.texts(key)
        for value in values:
            if value not in {kind.value for kind in kinds}:
                raise self.error(
                    key,
                    _("“{value}” is not known here.").format(value=value),
                    _suggestion(value, [kind.value for kind in kinds]),
                )
        return tuple(kinds(value) for value in values)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings; the empty one where the key is missing."""
        values = self._value(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise self.error(key, _("A list of texts is expected here."), _('Write it as ["first", "second"].'))
        return tuple(values)

    def colour(self, key: str, default: str | None, names: Iterable[str] = ()) -> str:
        """A colour as `#RRGGBB`, or one of `names`."""
        value = self.text(key, default)
        if not _COLOUR.fullmatch(value) and value not in names and value != default:
            known = ", ".join(names)
            remedy = _("Write it as #RRGGBB, or one of: {names}.") if known else _("Write it as #RRGGBB.")
            raise self.error(key, _("“{value}” is not a colour.").format(value=value), remedy.format(names=known))
        return value

    def localised(self, key: str) -> Localised:
        """A table of texts by language; empty where the key is missing."""
        table = self.table(key)
        return table.forms() if table else NO_FORM

    def forms(self) -> Localised:
        """This whole table as texts by language."""
        forms: list[tuple[str, str]] = []
        for key in self.names:
            if not _LANGUAGE.fullmatch(key):
                raise self.error(
                    key, _("A language tag is expected here."), _("Name the language by its tag, such as kk or en-GB.")
                )
            forms.append((key, self.text(key)))
        self.close()
        return Localised(tuple(forms))

    def table(self, key: str) -> Fields | None:
        """The table under a key, if there is one."""
        value = self._value(key, {})
        if not isinstance(value, dict):
            raise self.error(key, _("A table is expected here."), _("Write it as [{key}].").format(key=key))
        return Fields(self.path, value, self._where(key)) if key in self._values else None

    def language_tables(self) -> tuple[str, ...]:
        """The keys that are language tags and hold a table, for a table that has such ones beside keys of its own."""
        return tuple(key for key, value in self._values.items() if _LANGUAGE.fullmatch(key) and isinstance(value, dict))

    def tables(self, key: str) -> Iterator[Fields]:
        """The tables of a list under a key."""
        values = self._value(key, [])
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            raise self.error(
                key, _("A list of tables is expected here."), _("Write each as [[{key}]].").format(key=key)
            )
        for number, value in enumerate(values, 1):
            yield Fields(self.path, value, f"{self._where(key)}[{number}]")

    def close(self) -> None:
        """Ends the reading of this table.

        Raises:
            FileError: it holds a key that nobody read.
        """
        for key in self._values:
            if key not in self._read:
                raise self.error(key, _("There is no such key."), _suggestion(key, self._read))

    def _value(self, key: str, default: Any) -> Any:
        self._read[key] = None
        if key in self._values:
            return self._values[key]
        if default is None:
            raise self.error(key, _("This key is missing."), _("Add it."))
        return default

    def _where(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key


def _suggestion(word: str, known: Iterable[str]) -> str:
    names = list(known)
    if close := difflib.get_close_matches(word, names, n=1):
        return _("Did you mean “{name}”?").format(name=close[0])
    return _("Use one of: {names}.").format(names=", ".join(names))
