"""Reads a Word file: its parts with their roles, and a report of what was met and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from tilshi.exchange.imported import Report, TrackedChanges
from tilshi.exchange.kinds import MAX_LENGTH, MAX_PARTS
from tilshi.exchange.plaintext.recognising import Recognised
from tilshi.exchange.wordprocessing.body import BodyReader, Sources
from tilshi.exchange.wordprocessing.drafting import Paragraph
from tilshi.exchange.wordprocessing.inline import InlineReader, raised
from tilshi.exchange.wordprocessing.numbering import Numbering
from tilshi.exchange.wordprocessing.recognising import recognise_paragraphs
from tilshi.exchange.wordprocessing.remarks import comments_of, plain_text
from tilshi.exchange.wordprocessing.styles import Styles
from tilshi.exchange.wordprocessing.tallies import Met, Tallies
from tilshi.exchange.wordprocessing.vocabulary import value
from tilshi.files.errors import FileError, FileWarning
from tilshi.files.word import Package, W, open_word
from tilshi.i18n import _
from tilshi.language.tags import is_well_formed, primary
from tilshi.release import Picture, Text

_IMAGE_TYPES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8")
_EXCERPT: Final = 40


@dataclass(frozen=True, slots=True)
class WordText:
    """What a Word file says; `language` is what it says of itself (BCP 47), certain where we wrote it (`is_own`)."""

    recognised: Recognised
    language: str
    is_own: bool
    risks: tuple[FileWarning, ...]
    report: Report
    pictures: tuple[Picture, ...] = ()


def read_word(path: Path, data: bytes, changes: TrackedChanges = TrackedChanges.ACCEPT) -> WordText:
    """The Word file (.docx, .docm, .dotx; nothing in it is run) whose bytes are `data`; `path` is for the errors.

    Raises:
        FileError: it is refused (`files.word.open_word` says why), or too long for a release.
    """
    package = open_word(path, data)
    tallies = Tallies()
    styles = Styles(package.related(package.main, "styles"))
    paragraphs = _paragraphs(package, styles, changes, tallies)
    _refuse_long(path, paragraphs)
    paragraphs, pictures = _with_pictures(package, paragraphs, tallies)
    _margins(package, styles, tallies)
    is_own = any(paragraph.style.is_own for paragraph in paragraphs)
    recognised = recognise_paragraphs(paragraphs, tallies)
    return WordText(recognised, _language(package), is_own, package.risks, tallies.report(changes), pictures)


def _refuse_long(path: Path, paragraphs: list[Paragraph]) -> None:
    if len(paragraphs) > MAX_PARTS or sum(len(paragraph.text) for paragraph in paragraphs) > MAX_LENGTH:
        raise FileError(
            path,
            _("The text is too long for a release: more than {number} characters or {parts} paragraphs.").format(
                number=MAX_LENGTH, parts=MAX_PARTS
            ),
        )


def _paragraphs(package: Package, styles: Styles, changes: TrackedChanges, tallies: Tallies) -> list[Paragraph]:
    comments = comments_of(package)
    numbering = Numbering(package.related(package.main, "numbering"))
    inline = InlineReader(styles, changes, tallies)
    reader = BodyReader(Sources(styles, numbering, comments, changes, tallies), inline)
    inline.links = _links(package, package.main)
    body = package.document.find(f"{W}body")
    if body is not None:
        reader.read(body)
    _read_notes(package, reader, inline, tallies)
    tallies.add(Met.ORPHAN, count=len(comments) - len(reader.placed))
    return reader.paragraphs


def _links(package: Package, part: str) -> dict[str, str]:
    return {
        relation.id: relation.target
        for relation in package.relations.get(part, ())
        if relation.external and relation.kind.endswith("/hyperlink")
    }


def _read_notes(package: Package, reader: BodyReader, inline: InlineReader, tallies: Tallies) -> None:
    """Footnotes and endnotes, in the order they are referred to; each begins with its number."""
    known = {kind: package.related(package.main, kind) for kind in ("footnotes", "endnotes")}
    for count, (kind, identifier) in enumerate(tuple(inline.notes), 1):
        root = known[kind]
        tag = f"{W}{kind.removesuffix('s')}"
        found = (
            None if root is None else next((e for e in root.iterchildren(tag) if e.get(f"{W}id") == identifier), None)
        )
        if found is None:
            continue
        inline.links = _links(package, _target(package, kind))
        before = len(reader.paragraphs)
        reader.read(found)
        added = reader.paragraphs[before:]
        reader.paragraphs[before:] = [
            replace(_numbered(each, count) if not at else each, is_note=not each.row) for at, each in enumerate(added)
        ]
        tallies.add(Met.NOTE)


def _target(package: Package, kind: str) -> str:
    relations = package.relations.get(package.main, ())
    return next((relation.target for relation in relations if relation.kind.endswith(f"/{kind}")), "")


def _numbered(paragraph: Paragraph, count: int) -> Paragraph:
    prefix = Text(f"{raised(count)} ")
    shift = len(prefix)
    text = prefix + paragraph.text
    remarks = tuple(each.moved(shift, len(text)) if each.end else each for each in paragraph.remarks)
    return replace(paragraph, text=text, remarks=remarks)


def _with_pictures(
    package: Package, paragraphs: list[Paragraph], tallies: Tallies
) -> tuple[list[Paragraph], tuple[Picture, ...]]:
    """The paragraphs with the ids of pictures in place of relations, and the pictures; what is no picture goes."""
    names = {relation.id: relation.target for relation in package.relations.get(package.main, ())}
    pictures: dict[str, Picture] = {}
    kept = []
    for paragraph in paragraphs:
        name = names.get(paragraph.picture, "") if paragraph.picture else ""
        if paragraph.picture and name not in pictures:
            data = package.members.read(name) if name in package.members else b""
            if not data.startswith(_IMAGE_TYPES):
                tallies.add(Met.BARE_PICTURE)
                continue
            pictures[name] = Picture(f"i{len(pictures) + 1}", name.rpartition("/")[2], data)
        kept.append(replace(paragraph, picture=pictures[name].id) if paragraph.picture else paragraph)
    return kept, tuple(pictures.values())


def _margins(package: Package, styles: Styles, tallies: Tallies) -> None:
    """Headers and footers are the template's; those of a file we wrote need not be told."""
    for relation in package.relations.get(package.main, ()):
        root = package.parts.get(relation.target)
        if root is None or not relation.kind.endswith(("/header", "/footer")):
            continue
        own = all(styles.paragraph(value(p.find(f"{W}pPr"), "pStyle")).is_own for p in root.iter(f"{W}p"))
        if not own and (text := " ".join(plain_text(root).split())):
            shown = text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"
            tallies.add(Met.HEADER, f"“{shown}”")


def _language(package: Package) -> str:
    """The language the document says it is in by default; empty if it says none."""
    styles = package.related(package.main, "styles")
    tag = "" if styles is None else value(styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"), "lang")
    return primary(tag) if is_well_formed(tag) else ""
