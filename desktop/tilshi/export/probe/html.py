"""Looks through a page of HTML: its texts, its attributes, and what is packed into it."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final

from tilshi.export.probe.leaks import Leak, LeakKind, Nature, Piece
from tilshi.export.probe.pictures import picture_data

# Attributes in which people write.
_FREE: Final = frozenset({"alt", "aria-label", "title", "href", "summary", "placeholder"})
_SAID: Final = frozenset({"author", "keywords", "description"})
_RUNNING: Final = frozenset({"script", "iframe", "object", "embed", "applet", "form"})
_LOADING: Final = frozenset({"src", "srcset", "poster", "data", "background"})


def sights(data: bytes) -> Iterator[Piece | Leak]:
    """Everything there is to look at in the page."""
    try:
        page = data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield Leak(LeakKind.UNREADABLE, "HTML", str(error.reason))
        return
    if not page.startswith("<!DOCTYPE html>") or not page.rstrip().endswith("</html>"):
        yield Leak(LeakKind.UNREADABLE, "HTML", page[:20].strip())
    reader = _Reader()
    try:
        reader.feed(page)
        reader.close()
    except (AssertionError, ValueError) as error:  # what the parser has for declarations it does not know
        yield Leak(LeakKind.UNREADABLE, "HTML", type(error).__name__)
    yield from reader.found
    yield Piece("HTML", "".join(reader.texts), Nature.CONTENT)
    # Words may be parted by elements that nobody sees; whole blocks are told apart by the line feeds.
    yield Piece("HTML", page, Nature.SYNTAX)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Piece | Leak] = []
        self.texts: list[str] = []
        self._in_sheet = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        stated = {name: value or "" for name, value in attrs}
        if tag in _RUNNING:
            self.found.append(Leak(LeakKind.SCRIPT, "HTML", tag))
        self._in_sheet = tag == "style"
        if tag == "meta":
            self._meta(stated)
        for name, value in stated.items():
            self._attribute(tag, name, value)
        if tag not in {"a", "span", "em", "strong", "time"}:
            self.texts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._in_sheet:
            self.texts.append(data)
        elif "/*" in data:
            self.found.append(Leak(LeakKind.COMMENT, "CSS", data.partition("/*")[2][:40]))

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._in_sheet = False

    def handle_comment(self, data: str) -> None:
        self.found.append(Leak(LeakKind.COMMENT, "HTML", data[:40]))

    def handle_pi(self, data: str) -> None:
        self.found.append(Leak(LeakKind.PRIVATE, "HTML", data[:40]))

    def _meta(self, stated: dict[str, str]) -> None:
        name = stated.get("name", stated.get("property", ""))
        if name == "generator":
            self.found.append(Leak(LeakKind.PRIVATE, "HTML", name))
        elif name in _SAID:
            self.found.append(Piece(f"meta {name}", stated.get("content", ""), Nature.CONTENT))

    def _attribute(self, tag: str, name: str, value: str) -> None:
        where = f"{tag} {name}"
        if name.startswith("on") or (name == "href" and value.lower().lstrip().startswith("javascript:")):
            self.found.append(Leak(LeakKind.SCRIPT, "HTML", where))
        elif name in _LOADING:
            self.found += _loaded(where, value)
        elif name in _FREE:
            self.found.append(Piece(where, value, Nature.CONTENT))
        elif name.startswith("data-"):
            self.found.append(Leak(LeakKind.PRIVATE, "HTML", where))


def _loaded(where: str, value: str) -> Iterator[Leak]:
    """A page of ours needs nothing from elsewhere: whoever hosts it would learn who reads it."""
    if value.startswith("cid:"):  # another part of the same mail
        return
    head, comma, packed = value.partition(",")
    if not (head.startswith("data:image/") and head.endswith(";base64") and comma):
        yield Leak(LeakKind.ATTACHMENT, where, value[:60])
        return
    try:
        picture = base64.b64decode(packed, validate=True)
    except binascii.Error:
        yield Leak(LeakKind.UNREADABLE, where, head)
        return
    yield from (Leak(LeakKind.PICTURE, where, what) for what in picture_data(picture))
