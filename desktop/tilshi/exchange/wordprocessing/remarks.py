"""Comments of a document, with who made them, when, and whether they are done with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tilshi.exchange.wordprocessing.drafting import Remark
from tilshi.exchange.wordprocessing.vocabulary import W14, W15
from tilshi.files.word import Package, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}


def plain_text(element: _Element) -> str:
    """The text of all paragraphs within, in lines; deleted text is left out."""
    lines = ("".join(_signs(paragraph)).strip() for paragraph in element.iter(f"{W}p"))
    return "\n".join(line for line in lines if line)


def _signs(paragraph: _Element) -> list[str]:
    found = []
    for inner in paragraph.iter(f"{W}t", *_SIGNS):
        if inner.tag == f"{W}t":
            found.append(inner.text or "")
        elif (parent := inner.getparent()) is not None and parent.tag == f"{W}r":
            found.append(_SIGNS[str(inner.tag)])
    return found


def comments_of(package: Package) -> dict[str, Remark]:
    """The comments by their ids; those that are done with are resolved (MS-DOCX, 2.5.4.4)."""
    root = package.related(package.main, "comments")
    if root is None:
        return {}
    done = _done(package)
    found = {}
    for comment in root.iterchildren(f"{W}comment"):
        paragraphs = [paragraph.get(f"{W14}paraId", "") for paragraph in comment.iter(f"{W}p")]
        found[comment.get(f"{W}id", "")] = Remark(
            plain_text(comment),
            comment.get(f"{W}author", ""),
            comment.get(f"{W}date", ""),
            resolved=bool(paragraphs) and paragraphs[-1] in done,
        )
    return found


def _done(package: Package) -> set[str]:
    root = package.related(package.main, "commentsExtended")
    if root is None:
        return set()
    return {
        each.get(f"{W15}paraId", "") for each in root.iter(f"{W15}commentEx") if each.get(f"{W15}done") in {"1", "true"}
    }
