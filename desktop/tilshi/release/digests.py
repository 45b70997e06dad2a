"""Digests by which a text is known again: SHA-256, in hexadecimal."""

from __future__ import annotations

import hashlib

from tilshi.release.model import Release
from tilshi.release.text import Text

_PART = "\x1e"
_FIELD = "\x1f"


def text_digest(text: Text) -> str:
    """Of a text with its marks."""
    return _digest(_spelled(text))


def pair_digest(source: Text, target: Text) -> str:
    """Of a source with its translation: what somebody who approves has read."""
    return _digest(_spelled(source), _spelled(target))


def version_digest(release: Release, language: str) -> str:
    """Of all parts of a release in one language, in order, with their roles, pictures and contacts."""
    parts = [
        f"{block.role}{_FIELD}{block.picture}{_FIELD}{_spelled(release.text(segment.id, language))}"
        for block, segment in release.segments()
    ]
    cards = (
        _FIELD.join(
            (
                *(text.in_language(language) for text in (card.name, card.office, card.role, card.hours)),
                *(*card.phones, *card.emails),
            )
        )
        for card in release.contacts
    )
    return _digest(language, release.template, *parts, *cards)


def _spelled(text: Text) -> str:
    marks = (f"{mark.start},{mark.end},{mark.kind},{mark.href}" for mark in text.marks)
    return _FIELD.join((text.string, *marks))


def _digest(*parts: str) -> str:
    # A lone surrogate cannot be stored, but it can be typed: whoever asks for a digest then must not fail.
    return hashlib.sha256(_PART.join(parts).encode("utf-8", "surrogatepass")).hexdigest()
