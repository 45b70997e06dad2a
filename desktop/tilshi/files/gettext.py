"""Catalogues of messages: PO files, read by polib and read again by a strict reader of our own.

polib reads some damaged files in silence, with messages missing or empty. So the file's own strings are taken apart
first, after the grammar of GNU gettext, and what polib found must say the same when it is written down again.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tilshi.files.bounded import read_bytes
from tilshi.files.decoding import decode_as, in_line, refuse_controls
from tilshi.files.errors import FileError, FileWarning
from tilshi.files.hazards import hazards, limited
from tilshi.files.kinds import refuse_foreign
from tilshi.files.xml import FIELD_LIMIT
from tilshi.i18n import _

MAX_MESSAGES: Final = 12_000
MAX_LINES: Final = 200_000
_CHARSET: Final = re.compile(rb"charset=([A-Za-z0-9_.:-]+)")
_LINE: Final = re.compile(
    r"(?:(?P<keyword>msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\])[ \t]*)?"
    r'"(?P<string>[^"\\]*(?:\\.[^"\\]*)*)"[ \t\r]*'
)
_ESCAPE: Final = re.compile(r"\\(.)")
_ESCAPES: Final = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_PLACEHOLDER: Final = re.compile(r"%(?:\(\w+\))?[-+#0]*\d*(?:\.\d+)?[sdiufgxXcn%]|\{\w*\}")


@dataclass(frozen=True, slots=True)
class Message:
    """A message with its translations (one, or one a plural form) and the line it begins in."""

    id: str
    strings: tuple[str, ...]
    plural: str = ""
    context: str | None = None
    line: int = 0
    fuzzy: bool = False


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The messages of a file without its header; `language` as the header says it."""

    messages: tuple[Message, ...]
    language: str = ""
    warnings: tuple[FileWarning, ...] = ()


@dataclass(slots=True)
class _Entry:
    line: int
    fuzzy: bool = False
    parts: dict[str, str] = field(default_factory=dict)


def read_catalogue(path: Path, data: bytes | None = None) -> Catalogue:
    """The messages of a PO file.

    Raises:
        FileError: a line that is neither comment nor string (with its number), a message without a translation's place,
            another encoding than the header says, or a file that polib understands otherwise than it is written.
    """
    data = read_bytes(path) if data is None else data
    refuse_foreign(path, data)
    text = _decoded(path, data)
    if text.count("\n") > MAX_LINES:
        raise FileError(path, _("It holds more than {number} lines.").format(number=MAX_LINES))
    entries = list(itertools.islice(_entries(path, text), MAX_MESSAGES + 1))
    if not entries:
        raise FileError(path, _("There is no message in it."))
    if len(entries) > MAX_MESSAGES:
        raise FileError(path, _("It holds more than {number} messages.").format(number=MAX_MESSAGES))
    _compare_with_polib(path, text, entries)
    header = next((entry.parts["msgstr"] for entry in entries if _is_header(entry)), "")
    messages = tuple(_message(entry) for entry in entries if not _is_header(entry))
    language = re.search(r"^Language:\s*(\S+)", header, re.MULTILINE)
    return Catalogue(messages, language[1] if language else "", limited(_warnings(messages)))


def _decoded(path: Path, data: bytes) -> str:
    declared = _CHARSET.search(data)
    charset = declared[1].decode("ascii") if declared else "utf-8"
    text = decode_as(path, data, "utf-8" if charset == "CHARSET" else charset).removeprefix("\ufeff")
    refuse_controls(path, text)
    return text


def _entries(path: Path, text: str) -> Iterator[_Entry]:
    """The entries after the grammar of GNU gettext; obsolete ones (`#~`) are comments."""
    entry: _Entry | None = None
    keyword, fuzzy = "", False
    for number, line in enumerate(text.split("\n"), start=1):
        stripped = line.strip(" \t\r")
        if stripped.startswith("#"):
            fuzzy = fuzzy or (stripped.startswith("#,") and "fuzzy" in stripped)
            continue
        if not stripped:
            continue
        # What is too long for a text is not even looked at.
        found = _LINE.fullmatch(stripped) if len(stripped) < 2 * FIELD_LIMIT else None
        if not found or not (found["keyword"] or entry):
            raise FileError(path, _("This line is no part of a message."), place=in_line(number))
        if found["keyword"]:
            keyword = found["keyword"]
            if _begins_entry(entry, keyword):
                if entry:
                    yield _complete(path, entry)
                entry, fuzzy = _Entry(number, fuzzy), False
        if entry:
            _add(path, entry, keyword, found, number)
    if entry:
        yield _complete(path, entry)


def _begins_entry(entry: _Entry | None, keyword: str) -> bool:
    if entry is None or keyword == "msgctxt":
        return True
    return keyword == "msgid" and ("msgid" in entry.parts or any(key.startswith("msgstr") for key in entry.parts))


def _add(path: Path, entry: _Entry, keyword: str, found: re.Match[str], line: int) -> None:
    if found["keyword"] and keyword in entry.parts:
        raise FileError(
            path, _("“{keyword}” occurs twice in one message.").format(keyword=keyword), place=in_line(line)
        )
    entry.parts[keyword] = entry.parts.get(keyword, "") + _unescaped(path, found["string"], line)
    if len(entry.parts[keyword]) > FIELD_LIMIT:
        raise FileError(
            path, _("A text is longer than {number} characters.").format(number=FIELD_LIMIT), place=in_line(line)
        )


def _unescaped(path: Path, string: str, line: int) -> str:
    unknown = next((found[0] for found in _ESCAPE.finditer(string) if found[1] not in _ESCAPES), None)
    if unknown:
        raise FileError(path, _("The escape {escape} is not known.").format(escape=unknown), place=in_line(line))
    return _ESCAPE.sub(lambda found: _ESCAPES[found[1]], string)


def _complete(path: Path, entry: _Entry) -> _Entry:
    if "msgid" not in entry.parts or not any(key.startswith("msgstr") for key in entry.parts):
        raise FileError(path, _("A message is not complete."), place=in_line(entry.line))
    return entry


def _is_header(entry: _Entry) -> bool:
    return not entry.parts["msgid"] and "msgctxt" not in entry.parts and "msgstr" in entry.parts


def _message(entry: _Entry) -> Message:
    parts = entry.parts
    strings = tuple(value for key, value in parts.items() if key.startswith("msgstr"))
    return Message(
        parts["msgid"], strings, parts.get("msgid_plural", ""), parts.get("msgctxt"), entry.line, entry.fuzzy
    )


def _compare_with_polib(path: Path, text: str, entries: list[_Entry]) -> None:
    # Loaded here for the start of the program.
    import polib

    try:
        # The line feed keeps polib from taking a text of one line for the name of a file, which it would open.
        again = str(polib.pofile("\n" + text, wrapwidth=0))
        theirs = [entry.parts for entry in _entries(path, again) if not _is_header(entry)]
    except (OSError, ValueError, LookupError, AttributeError, TypeError) as error:
        raise _misunderstood(path) from error
    if theirs != [entry.parts for entry in entries if not _is_header(entry)]:
        raise _misunderstood(path)


def _misunderstood(path: Path) -> FileError:
    return FileError(
        path,
        _("The catalogue is damaged: it does not say the same when it is written down again."),
        remedy=_("Check it with “msgfmt -c”."),
    )


def _warnings(messages: tuple[Message, ...]) -> Iterator[FileWarning]:
    seen: set[tuple[str | None, str]] = set()
    for message in messages:
        place = in_line(message.line)
        if (message.context, message.id) in seen:
            yield FileWarning(_("The message is in the file twice."), place)
        seen.add((message.context, message.id))
        allowed = {*_PLACEHOLDER.findall(message.id), *_PLACEHOLDER.findall(message.plural)}
        for string in message.strings:
            if string and not _same_placeholders(message, string, allowed):
                yield FileWarning(_("The translation has other placeholders than the message."), place)
        for string in (message.id, message.plural, *message.strings):
            yield from hazards(string, place)


def _same_placeholders(message: Message, string: str, allowed: set[str]) -> bool:
    found = set(_PLACEHOLDER.findall(string))
    if message.plural:
        # A form for one thing may leave its number out.
        return found <= allowed
    return found == allowed
