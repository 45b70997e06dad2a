"""JSON from strangers: UTF-8, every key once, no numbers that are none, bounded in depth and number."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any, Final, TypeAlias

from tilshi.files.decoding import decode_as, in_line, refuse_controls
from tilshi.files.errors import FileError
from tilshi.files.kinds import refuse_foreign
from tilshi.i18n import _

MAX_DEPTH: Final = 64
MAX_VALUES: Final = 2_000_000
_BOM: Final = "\ufeff"

Json: TypeAlias = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


class _Refused(ValueError):
    """Why a document is refused though its grammar is right."""


def parse(path: Path, data: bytes) -> Json:
    """The value of a JSON document (RFC 8259).

    Raises:
        FileError: no JSON (with the line), a key twice in one object, NaN or Infinity, half of a surrogate pair, deeper
            than `MAX_DEPTH` or more than `MAX_VALUES` values.
    """
    refuse_foreign(path, data)
    text = decode_as(path, data, "utf-8").removeprefix(_BOM)
    if data.count(b",") + data.count(b"[") + data.count(b"{") > MAX_VALUES:
        raise FileError(path, _("It holds more than {number} values.").format(number=MAX_VALUES))
    try:
        value: Json = json.loads(
            text, object_pairs_hook=_object, parse_constant=_no_constant, parse_float=_number, parse_int=_integer
        )
    except json.JSONDecodeError as error:
        raise _ill_formed(path, error.msg, error.lineno) from error
    except _Refused as error:
        raise FileError(path, str(error)) from error
    except RecursionError as error:
        raise _too_deep(path) from error
    _refuse_shape(path, value)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _value in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _Refused(_("The key “{key}” occurs twice in one object.").format(key=twice[:60]))
    return found


def _no_constant(name: str) -> Any:
    raise _Refused(_("“{name}” is no number.").format(name=name))


def _number(digits: str) -> float:
    value = float(digits)
    if math.isinf(value):
        raise _Refused(_("The number {digits} is too large.").format(digits=digits[:40]))
    return value


def _integer(digits: str) -> int:
    if len(digits) > 20:
        raise _Refused(_("The number {digits} is too large.").format(digits=digits[:40]))
    return int(digits)


def _refuse_shape(path: Path, value: Json) -> None:
    level: list[Json] = [value]
    for _depth in range(MAX_DEPTH + 1):
        below: list[Json] = []
        for item in level:
            if isinstance(item, str):
                _refuse_surrogates(path, item)
            elif isinstance(item, list):
                below.extend(item)
            elif isinstance(item, dict):
                for key in item:
                    _refuse_surrogates(path, key)
                below.extend(item.values())
        if not below:
            return
        level = below
    raise _too_deep(path)


def _refuse_surrogates(path: Path, text: str) -> None:
    # Control characters may be escaped in JSON; the fast test sends only few texts to the exact one.
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            refuse_controls(path, text)


def _too_deep(path: Path) -> FileError:
    return FileError(path, _("The values are nested more than {number} deep.").format(number=MAX_DEPTH))


def _ill_formed(path: Path, why: str, line: int) -> FileError:
    return FileError(
        path,
        _("The file is damaged or not JSON: {why}.").format(why=why),
        place=in_line(line),
        remedy=_("It may be cut off; look for another copy."),
    )
