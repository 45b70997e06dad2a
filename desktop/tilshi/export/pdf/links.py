"""Where links may lead, and what they are called for those who cannot see them."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

_ALLOWED: Final = ("https:", "http:", "mailto:", "tel:")
# What RFC 3986 reserves, and "%" for what is escaped already.
_RESERVED: Final = "!#$%&'()*+,/:;=?@[]~"


def is_allowed(href: str) -> bool:
    """Whether a link leads to the web, to a mailbox or to a telephone; anything else may lead into a computer."""
    return href.lower().startswith(_ALLOWED)


def uri(href: str) -> str:
    """The link in seven-bit ASCII, as PDF wants it (ISO 32000-1, 12.6.4.7)."""
    return quote(href, safe=_RESERVED)


def alternate_text(text: str, href: str) -> str:
    """The link's description (ISO 14289-1, 7.18.5): its text, and its target where the text does not say it."""
    shown = " ".join(text.split())
    target = href.partition(":")[2] if not href.startswith("http") else href
    return shown if shown and shown in target else f"{shown} ({target})".strip()
