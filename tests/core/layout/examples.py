"""Releases in a line or two: a part is a role and its texts by language."""

from collections.abc import Mapping
from pathlib import Path

from tilshi.layout.blocks import Block, Contact, Document, Figure, ItemList, Paragraph, Table
from tilshi.layout.profile import Profile
from tilshi.release import Block as Part
from tilshi.release import ContactCard, Localised, Release, Role, Segment, State, Target, Text

SAMPLES = Path(__file__).resolve().parents[3] / "assets" / "samples"
KINDS = (
    *("press-release", "statement", "joint-statement"),
    *("media-advisory", "news-note", "operational-update"),
)
LANGUAGES = ("en", "kk", "ru", "fr")

RELIEF = Profile(
    name="relief",
    names=Localised((("en", "Example Relief"), ("kk", "Мысал көмек ұйымы"))),
    acronyms=Localised((("en", "ER"), ("kk", "МКҰ"))),
    of=Localised((("kk", "МКҰ-ның"),)),
    the=Localised((("en", "the ER"),)),
)
CARD = ContactCard(
    id="press",
    name=Localised((("en", "Jane Example"), ("kk", "Джейн Экзампл"))),
    office=Localised((("en", "Press office"), ("kk", "Баспасөз қызметі"))),
    role=Localised((("en", "Spokesperson"),)),
    phones=("+999555010010", "+41227303443"),
    emails=("press@example.org",),
)


def release(*parts: tuple[str, str | Text | Mapping[str, str]], kind: str = "press-release") -> Release:
    """A release whose parts have the ids a, b, c …; a text alone is English."""
    return Release("example", "en", ("kk", "fr"), kind, tuple(_part(at, *part) for at, part in enumerate(parts)))


def _part(at: int, role: str, texts: str | Text | Mapping[str, str]) -> Part:
    name = chr(ord("a") + at)
    if isinstance(texts, str | Text):
        return Part(name, Role(role), (Segment(name, texts if isinstance(texts, Text) else Text(texts)),))
    targets = tuple((code, Target(Text(text), State.TRANSLATED)) for code, text in texts.items() if code != "en")
    return Part(name, Role(role), (Segment(name, Text(texts.get("en", "")), targets),))


def paragraphs(block: Block) -> tuple[Paragraph, ...]:
    """The paragraphs of a block, in reading order."""
    match block:
        case Contact():
            return block.lines
        case ItemList():
            return block.items
        case Table():
            return (*block.header, *(cell for row in block.rows for cell in row))
        case Figure():
            return (block.caption,) if block.caption else ()
        case _:
            return (block,)


def all_paragraphs(document: Document) -> tuple[Paragraph, ...]:
    """Every paragraph of a document's content, in reading order."""
    return tuple(paragraph for block in document.blocks for paragraph in paragraphs(block))


def shown(document: Document) -> list[tuple[str, str]]:
    """Role and text of every paragraph."""
    return [(paragraph.role, paragraph.text) for paragraph in all_paragraphs(document)]
