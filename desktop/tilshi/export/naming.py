"""What exported files are called: by a pattern of the user's, and so that every system takes the name."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from tilshi.files.errors import FileError
from tilshi.i18n import _

DEFAULT: Final = "{id}_{language}"
FIELDS: Final = ("date", "id", "language", "template", "title")
"""What a pattern can hold, in braces."""

_LONGEST: Final = (80, 60, 40, 20)
"""Code points of a field, as long as the whole name can have them."""

_MOST_BYTES: Final = 200
"""Systems count bytes, up to 255, and some put endings of their own behind a name."""

_UNSAFE: Final = re.compile(r"[^\w.-]+")
_FIELD: Final = re.compile(r"\{([^{}]*)\}")
# What Windows keeps for devices, with any suffix.
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


def check_pattern(pattern: str) -> None:
    """Nothing, if files can be named by the pattern.

    Raises:
        FileError: it holds a field that there is not, a brace that is not closed, or nothing.
    """
    fields = ", ".join(f"{{{name}}}" for name in FIELDS)
    remedy = _("It can hold: {fields}.").format(fields=fields)
    for found in _FIELD.finditer(pattern):
        if found[1] not in FIELDS:
            raise FileError(
                pattern, _("There is no “{field}” for names of files.").format(field=found[0]), remedy=remedy
            )
    if not pattern.strip() or set("{}") & set(_FIELD.sub("", pattern)):
        raise FileError(pattern, _("Files cannot be named by this pattern."), remedy=remedy)


def file_name(pattern: str, values: Mapping[str, str], suffix: str) -> str:
    """The name for the values of the fields; a field without a value leaves no gap.

    Letters of every script stay, all else that a system could mind becomes a hyphen.
    """
    known = {"id": "release"} | {name: value for name, each in values.items() if (value := safe(each))}
    made = (_filled(pattern, known, longest) for longest in _LONGEST)
    name = next((each for each in made if len(each.encode()) <= _MOST_BYTES), "release")
    return f"{f'release-{name}' if _RESERVED.match(name) else name}.{suffix}"


def _filled(pattern: str, values: Mapping[str, str], longest: int) -> str:
    shown = _FIELD.sub(lambda found: values.get(found[1], "")[:longest].rstrip("-."), pattern)
    return re.sub(r"([-_])[-_]*", r"\1", _UNSAFE.sub("-", shown)).strip("-_.") or "release"


def safe(text: str) -> str:
    """The text with nothing in it that a system could mind in a name."""
    return _UNSAFE.sub("-", unicodedata.normalize("NFC", text)).strip("-.")


def day(date: dt.date | None) -> str:
    """A date as names sort by it (ISO 8601); empty where there is none."""
    return date.isoformat() if date else ""
