"""Reading of JSON values to a strict schema: every key known, every type as declared, every fault with its place.

A reader raises `Malformed` for the value it was given; whoever called it adds the step that leads there
(`within`), so that naming the place costs nothing while all is well.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NoReturn, TypeVar

from tilshi.i18n import _

MAX_TEXT: Final = 1_200_000
"""Code points of one text."""

_MAX_STEP: Final = 60
"""Characters of a key that are shown: the key may be what is wrong."""

T = TypeVar("T")


class Malformed(ValueError):
    """A value does not fit the schema; `place` is the path of keys to it, `reason` is in the interface language."""

    def __init__(self, reason: str, place: str = "") -> None:
        super().__init__(reason, place)
        self.reason = reason
        self.place = place

    def within(self, step: str) -> Malformed:
        """The same fault, seen from one level further out."""
        joint = "." if self.place and not self.place.startswith("[") else ""
        return Malformed(self.reason, f"{step[:_MAX_STEP]}{joint}{self.place}")


class Shape:
    """Which members an object must have and which it may have."""

    __slots__ = ("_known", "_required")

    def __init__(self, required: str, optional: str = "") -> None:
        self._required = frozenset(required.split())
        self._known = self._required | frozenset(optional.split())

    def record(self, value: object) -> Record:
        """The value as an object of this shape."""
        if not isinstance(value, dict):
            raise Malformed(_("There should be an object in braces here."))
        keys = value.keys()
        if not keys >= self._required:
            missing = ", ".join(sorted(self._required - keys))
            raise Malformed(_("“{keys}” is missing.").format(keys=missing))
        if not keys <= self._known:
            unknown = min(keys - self._known)[:_MAX_STEP]
            raise Malformed(_("“{key}” is not known here.").format(key=unknown), unknown)
        return Record(value)


class Record:
    """A JSON object whose members are all known; they are taken out by type."""

    __slots__ = ("_members",)

    def __init__(self, members: dict[str, object]) -> None:
        self._members = members

    def string(self, key: str) -> str:
        """The text at `key`, empty where it is absent."""
        value = self._members.get(key, "")
        try:
            return string(value)
        except Malformed as fault:
            raise fault.within(key) from None

    def ascii(self, key: str) -> str:
        """The text at `key`, which is data and no text to be read: as long as it likes, but ASCII."""
        value = self._members[key]
        if not isinstance(value, str) or not value.isascii():
            raise Malformed(_("There should be a text in base 64 here."), key)
        return value

    def integer(self, key: str, default: int | None = None) -> int:
        """The whole number at `key`; `default` is for where it is absent."""
        value = self._members.get(key, default)
        if type(value) is not int:  # a bool is an int to isinstance
            raise Malformed(_("There should be a whole number here."), key)
        return value

    def flag(self, key: str) -> bool:
        """The truth value at `key`, false where it is absent."""
        value = self._members.get(key, False)
        if not isinstance(value, bool):
            raise Malformed(_("There should be true or false here."), key)
        return value

    def read(self, key: str, reader: Callable[[object], T]) -> T:
        """The value at `key` through a reader of its own."""
        try:
            return reader(self._members[key])
        except Malformed as fault:
            raise fault.within(key) from None

    def optional(self, key: str, reader: Callable[[object], T], default: T) -> T:
        """The value at `key` through a reader of its own; `default` where it is absent."""
        return self.read(key, reader) if key in self._members else default

    def each(self, key: str, reader: Callable[[object], T]) -> tuple[T, ...]:
        """The elements of the array at `key`, each through the reader; none where the key is absent."""
        values = self._members.get(key)
        if values is None and key not in self._members:
            return ()
        if not isinstance(values, list):
            raise Malformed(_("There should be a list in brackets here."), key)
        found: list[T] = []
        for at, value in enumerate(values):
            try:
                found.append(reader(value))
            except Malformed as fault:
                raise fault.within(f"[{at}]").within(key) from None
        return tuple(found)

    def mapping(self, key: str, name: Callable[[str], str], reader: Callable[[object], T]) -> tuple[tuple[str, T], ...]:
        """The members of the object at `key`, whose keys pass `name` and whose values pass the reader."""
        values = self._members.get(key)
        if values is None and key not in self._members:
            return ()
        if not isinstance(values, dict):
            raise Malformed(_("There should be an object in braces here."), key)
        found: list[tuple[str, T]] = []
        for member, value in values.items():
            try:
                found.append((name(member), reader(value)))
            except Malformed as fault:
                raise fault.within(member).within(key) from None
        return tuple(found)


def string(value: object) -> str:
    """A text: any code point but half a surrogate pair, which no encoding can store."""
    if not isinstance(value, str):
        raise Malformed(_("There should be a text in quotation marks here."))
    if len(value) > MAX_TEXT:
        raise Malformed(
            _("The text has {length} characters; {limit} are allowed.").format(length=len(value), limit=MAX_TEXT)
        )
    if not value.isascii():
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise Malformed(
                _("Character {position} is half of a character (a lone surrogate).").format(position=error.start + 1)
            ) from None
    return value


def refuse(reason: str) -> NoReturn:
    """The value being read does not fit."""
    raise Malformed(reason)
