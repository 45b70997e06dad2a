"""The style sheet of a page: what the document's styles say, in lengths that grow with the reader's own size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tilshi.export.content import paragraphs
from tilshi.layout.blocks import Alignment, Contact, Document, ParagraphStyle, Table, TableStyle

_BASE: Final = 10.5
"""The size of running text in points, which is 1 rem on a page."""

_FAMILIES: Final = {
    "Noto Sans": '"Noto Sans","Segoe UI",system-ui,sans-serif',
    "Noto Serif": '"Noto Serif",Cambria,Georgia,serif',
}
_NO_CLASS: Final = re.compile(r"[^a-z0-9]+")

_FRAME: Final = """\
:root{{color-scheme:light;font-size:106.25%}}
body{{margin:0;background:#FFFFFF;color:#1F2328;overflow-wrap:break-word}}
article{{max-width:42rem;margin:0 auto;padding:2rem 1.25rem 3rem}}
h1,h2,h3,p,ul,ol,dl,figure,blockquote,table,address{{margin:0}}
address{{font-style:normal}}
a{{color:{link}}}
a:focus-visible{{outline:2px solid {link};outline-offset:2px}}
.masthead{{border-bottom:2px solid {accent};padding-bottom:.5rem;margin-bottom:1.75rem}}
.masthead img,figure img{{max-width:100%;height:auto;display:block}}
.draft{{border:2px solid currentColor;padding:.25rem .75rem;margin-bottom:1.25rem;color:#8A1520;font-weight:700}}
ul,ol{{padding-inline-start:1.6rem}}
table{{border-collapse:collapse;width:100%}}
caption{{text-align:start}}
th,td{{text-align:start;vertical-align:top;font-weight:inherit}}
.wide{{overflow-x:auto}}
@media print{{article{{max-width:none;padding:0}}h1,h2,h3{{break-after:avoid}}tr,figure,address{{break-inside:avoid}}}}
"""


def stylesheet(document: Document) -> str:
    """The rules for a document; the same document gives the same text."""
    return "\n".join(_rules(document))


def class_name(style: ParagraphStyle) -> str:
    """The class of a paragraph style, whose name is unique in a document."""
    return _NO_CLASS.sub("-", style.name.lower()).strip("-") or "text"


def _rules(document: Document) -> Iterator[str]:
    yield _FRAME.format(link=document.link_colour, accent=document.accent).rstrip()
    shown = (*((document.masthead,) if document.masthead else ()), *paragraphs(document))
    styles = dict.fromkeys(paragraph.style for paragraph in shown)
    yield from dict.fromkeys(_paragraph_rule(style) for style in styles)
    yield from dict.fromkeys(_card_rule(block) for block in document.blocks if isinstance(block, Contact))
    yield from dict.fromkeys(
        rule for block in document.blocks if isinstance(block, Table) for rule in _table_rules(block.style)
    )


def _paragraph_rule(style: ParagraphStyle) -> str:
    properties = {
        "font-family": _FAMILIES.get(style.family, "sans-serif"),
        "font-size": _rem(style.size),
        "line-height": f"{style.leading / style.size:.3g}",
        "font-weight": "700" if style.bold else "400",
        "font-style": "italic" if style.italic else "",
        "color": style.colour,
        # Word spaces between letters are the browser's: without hyphens, justified lines are full of holes.
        "text-align": "" if style.alignment in {Alignment.START, Alignment.JUSTIFY} else style.alignment.value,
        "margin": f"{_rem(style.space_before)} 0 {_rem(style.space_after)}",
        "padding-inline-start": _rem(style.indent) if style.indent else "",
        "border-inline-start": f"{style.rule:.3g}px solid {style.rule_colour}" if style.rule else "",
        "hyphens": "auto" if style.hyphenate else "manual",
    }
    stated = ";".join(f"{name}:{value}" for name, value in properties.items() if value)
    return f".{class_name(style)}{{{stated}}}"


def _card_rule(card: Contact) -> str:
    style = card.style
    border = f"border:1px solid {style.border};" if style.border else ""
    return (
        f"address{{background:{style.fill or 'none'};{border}padding:{_rem(style.padding)};"
        f"margin:{_rem(style.space_before)} 0 {_rem(style.space_after)}}}"
    )


def _table_rules(style: TableStyle) -> Iterator[str]:
    yield f".wide{{margin:{_rem(style.space_before)} 0 {_rem(style.space_after)}}}"
    yield f"th,td{{border-bottom:1px solid {style.line};padding:{_rem(style.padding)}}}"
    yield f"thead th,tfoot td,tfoot th{{background:{style.header_fill or 'none'}}}"


def _rem(points: float) -> str:
    return f"{points / _BASE:.3g}rem" if points else "0"
