"""Reads our own pages back: the paragraphs of the article, to the letter."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

_PARAGRAPHS: Final = frozenset({"p", "h1", "h2", "h3", "li", "th", "td", "caption", "figcaption"})
_VOID: Final = frozenset({"br", "img", "meta", "hr", "link", "input", "wbr"})


class NotHtml(ValueError):
    """The bytes are no page of ours: no UTF-8, or elements that are not closed."""


def read_text(data: bytes) -> list[str]:
    """The texts of the article's paragraphs in their order; a line break is a line feed.

    Raises:
        NotHtml: it is damaged.
    """
    try:
        page = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotHtml("UTF-8") from error
    reader = _Reader()
    reader.feed(page)
    reader.close()
    if reader.open or not page.endswith("</html>\n"):
        raise NotHtml(", ".join(reader.open) or "html")
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.open: list[str] = []
        self._text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag not in _VOID:
            self.open.append(tag)
        if "article" in self.open and tag in _PARAGRAPHS:
            self._text = []
        elif tag == "br" and self._text is not None:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise NotHtml(tag)
        if tag in _PARAGRAPHS and self._text is not None:
            self.found.append("".join(self._text))
            self._text = None

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)
