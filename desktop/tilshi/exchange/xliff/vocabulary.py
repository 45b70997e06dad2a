"""The names of XLIFF and ours in it."""

from __future__ import annotations

from typing import Final

from tilshi.release import MarkKind, Role, State

XLIFF_2: Final = "urn:oasis:names:tc:xliff:document:2.0"
XLIFF_22: Final = "urn:oasis:names:tc:xliff:document:2.2"
XLIFF_12: Final = "urn:oasis:names:tc:xliff:document:1.2"
FORMAT_STYLE: Final = "urn:oasis:names:tc:xliff:fs:2.0"
OURS: Final = "urn:tilshi:xliff:1.0"
"""Namespace of what XLIFF has no word for: the author and the time of a note, and whether it is resolved."""

XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"

ROLE_PREFIX: Final = "tilshi:"
LINK_SUBTYPE: Final = "tilshi:href"
TEMPLATES: Final = frozenset(
    {"press-release", "statement", "joint-statement", "media-advisory", "news-note", "operational-update"}
)

SUBTYPES: Final = {"xlf:b": MarkKind.BOLD, "xlf:i": MarkKind.ITALIC}
"""XLIFF 2.1, 4.3.1.37 `subType`."""

TAGS: Final = {
    "b": MarkKind.BOLD,
    "strong": MarkKind.BOLD,
    "i": MarkKind.ITALIC,
    "em": MarkKind.ITALIC,
    "a": MarkKind.LINK,
}
"""Of the Format Style module's `fs`, and of HTML in `originalData`."""

CTYPES: Final = {
    "bold": MarkKind.BOLD,
    "italic": MarkKind.ITALIC,
    "link": MarkKind.LINK,
    "x-bold": MarkKind.BOLD,
    "x-italic": MarkKind.ITALIC,
    "x-link": MarkKind.LINK,
    "x-html-b": MarkKind.BOLD,
    "x-html-strong": MarkKind.BOLD,
    "x-html-i": MarkKind.ITALIC,
    "x-html-em": MarkKind.ITALIC,
    "x-html-a": MarkKind.LINK,
}
"""XLIFF 1.2, 2.3 `ctype`."""

STATES_12: Final = {
    "new": State.INITIAL,
    "needs-translation": State.INITIAL,
    "needs-adaptation": State.TRANSLATED,
    "needs-l10n": State.TRANSLATED,
    "needs-review-adaptation": State.TRANSLATED,
    "needs-review-l10n": State.TRANSLATED,
    "needs-review-translation": State.TRANSLATED,
    "translated": State.TRANSLATED,
    "signed-off": State.REVIEWED,
    "final": State.FINAL,
}
"""XLIFF 1.2, 2.3 `state`, as the states of 2.1."""

ROLES: Final = {f"{ROLE_PREFIX}{role.value}": role for role in Role}
