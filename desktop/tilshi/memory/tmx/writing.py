"""TMX 1.4b out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from tilshi.files.errors import FileWarning
from tilshi.i18n import ngettext
from tilshi.memory.tmx import dialect
from tilshi.memory.units import Unit
from tilshi.release import Mark, MarkKind, Text

# XML 1.0, 2.2 [2]: what may not stand in a document, not even as a character reference.
_ILLEGAL: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CODES: Final = {MarkKind.BOLD: ("bold", "b"), MarkKind.ITALIC: ("italic", "i"), MarkKind.LINK: ("link", "a")}


_HEADER: Final = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="Tilshi" creationtoolversion="1" segtype="paragraph" o-tmf="Tilshi" adminlang="en" srclang={source}
 datatype="xml"/>
<body>
"""


@dataclass(frozen=True, slots=True)
class Written:
    """A file, and what it could not hold."""

    data: bytes
    number: int
    warnings: tuple[FileWarning, ...] = ()


def write_memory(units: Iterable[Unit], source_language: str = "*all*") -> Written:
    """A TMX file of units, each a `tu` of two languages.

    Marks are `bpt` and `ept` with the tags of HTML as native codes, none for what is not to be translated. Who and when
    are `changeid` and `changedate`; release, segment, context and state are properties that begin with `x-tilshi-`.
    """
    lines = [_HEADER.format(source=_quoted(source_language))]
    lost = number = 0
    for unit in units:
        element, illegal = _ILLEGAL.subn("", "".join(_unit(unit)))
        lines.append(element)
        lost += illegal
        number += 1
    lines.append("</body>\n</tmx>\n")
    return Written("".join(lines).encode(), number, tuple(_losses(lost)))


def _losses(lost: int) -> Iterator[FileWarning]:
    if lost:
        yield FileWarning(
            ngettext(
                "{number} control character that XML cannot hold was left out.",
                "{number} control characters that XML cannot hold were left out.",
                lost,
            ).format(number=lost)
        )


def _unit(unit: Unit) -> Iterator[str]:
    origin = unit.provenance
    attributes = {
        "srclang": unit.source_language,
        "changedate": dialect.compact(origin.at),
        "changeid": origin.by,
        "lastusagedate": dialect.compact(unit.last_used),
    }
    yield f"<tu{''.join(f' {name}={_quoted(value)}' for name, value in attributes.items() if value)}>\n"
    for name, value in (*unit.properties, *_own(unit)):
        if name == "note":
            yield f"<note>{_text(value)}</note>\n"
        elif value:
            yield f"<prop type={_quoted(name)}>{_text(value)}</prop>\n"
    for language, text in ((unit.source_language, unit.source), (unit.target_language, unit.target)):
        yield f"<tuv xml:lang={_quoted(language)}><seg>{''.join(_segment(text))}</seg></tuv>\n"
    yield "</tu>\n"


def _own(unit: Unit) -> tuple[tuple[str, str], ...]:
    origin, context = unit.provenance, unit.context
    return (
        (dialect.RELEASE, origin.release),
        (dialect.TITLE, origin.title),
        (dialect.SEGMENT, origin.segment),
        (dialect.STATE, origin.state),
        (dialect.ROLE, context.role),
        (dialect.PREVIOUS, context.previous),
        (dialect.FOLLOWING, context.following),
    )


def _segment(text: Text) -> Iterator[str]:
    """The text with codes where marks begin and end; those that end here stand before those that begin."""
    at = 0
    for place in sorted({edge for mark in text.marks for edge in (mark.start, mark.end)}):
        yield _text(text.string[at:place])
        at = place
        yield from _edges(text.marks, place)
    yield _text(text.string[at:])


def _edges(marks: tuple[Mark, ...], place: int) -> Iterator[str]:
    numbered = list(enumerate(marks, 1))
    for number, mark in sorted(numbered, key=lambda pair: -pair[1].start):
        if mark.end == place:
            yield _closing(number, mark)
    for number, mark in sorted(numbered, key=lambda pair: -pair[1].end):
        if mark.start == place:
            yield _opening(number, mark)


def _opening(number: int, mark: Mark) -> str:
    if mark.kind is MarkKind.UNTRANSLATABLE:
        return f'<bpt i="{number}" type="{dialect.UNTRANSLATABLE}"/>'
    kind, tag = _CODES[mark.kind]
    native = f"<{tag} href={_quoted(mark.href)}>" if mark.href else f"<{tag}>"
    return f'<bpt i="{number}" type="{kind}">{_text(native)}</bpt>'


def _closing(number: int, mark: Mark) -> str:
    if mark.kind is MarkKind.UNTRANSLATABLE:
        return f'<ept i="{number}"/>'
    return f'<ept i="{number}">{_text(f"</{_CODES[mark.kind][1]}>")}</ept>'


def _text(text: str) -> str:
    # A carriage return would be read as a line feed.
    return html.escape(text, quote=False).replace("\r", "&#13;")


def _quoted(value: str) -> str:
    """A value of an attribute, in which a reader would make spaces of line breaks and tabs."""
    return '"' + re.sub(r"[\t\n\r]", lambda match: f"&#{ord(match[0])};", html.escape(value)) + '"'
