"""Elements of HTML (WHATWG HTML Living Standard, 13.1) as text; whatever comes from a release is escaped here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Final

from tilshi.export.errors import ExportError
from tilshi.i18n import _

# 13.2.3.5: controls, surrogates and non-characters are errors in a page, whatever way they are written.
_REFUSED: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def element(name: str, content: str | Iterable[str] = "", /, **attributes: str | int | None) -> str:
    """`<name …>content</name>`; `content` is markup, attributes are text.

    An attribute that is None is left out; `class_` and `for_` are written without their underscore.
    """
    inner = content if isinstance(content, str) else "".join(content)
    return f"{opening(name, **attributes)}{inner}</{name}>"


def opening(name: str, /, **attributes: str | int | None) -> str:
    """The start tag alone, as void elements have it (13.1.2)."""
    stated = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes.items() if value is not None)
    written = "".join(f' {key}="{escape(str(value))}"' for key, value in stated)
    return f"<{name}{written}>"


def text(value: str, place: str) -> str:
    """The text as markup that shows it to the letter; a line feed is a line break.

    Raises:
        ExportError: it holds a character that no page may hold; the message names `place` and the character.
    """
    return escape(plain(value, place), quote=False).replace("\n", "<br>")


def plain(value: str, place: str) -> str:
    """The text itself, once it is sure that a page can hold it.

    Raises:
        ExportError: as for `text`.
    """
    if found := _REFUSED.search(value):
        raise ExportError(
            _("The character {code} at position {number} cannot be written to a web page.").format(
                code=f"U+{ord(found.group()):04X}", number=found.start() + 1
            ),
            place=place,
            remedy=_("Delete it and export again."),
        )
    return value
