"""The contact card as a content control, so that a program finds it and a person can change it (17.5.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count, groupby
from typing import Final

from tilshi.export.cards import Code, code_of, code_picture
from tilshi.export.docx.pictures import picture_run
from tilshi.export.docx.sheet import Look
from tilshi.export.docx.story import Placement, Story
from tilshi.export.docx.wordml import Element, w
from tilshi.layout.blocks import Contact, Field, Paragraph, Picture, Run, Size

TAG: Final = "tilshi:contact"


@dataclass(frozen=True, slots=True)
class _Piece:
    """Neighbouring runs of one line which belong together, and the field of the card they show (empty: none)."""

    field: str
    href: str
    runs: tuple[Run, ...]


def contact_card(story: Story, card: Contact, numbers: count[int], pictures: count[int], room: Placement) -> Element:
    """`w:sdt` round the lines of the card; its name, phones and addresses are controls inside it, then its code.

    `numbers` gives each control of the document an id of its own, `pictures` each picture; `room` is the space before
    and after the card.
    """
    code = code_of(card)
    last = len(card.lines) - (0 if code else 1)
    lines = []
    name_to_find = card.name
    for number, line in enumerate(card.lines):
        pieces = tuple(_pieces(line, card, name_to_find))
        if any(piece.field == "name" for piece in pieces):
            name_to_find = ""
        placement = Placement(
            room.before if number == 0 else None,
            room.after if number == last else None,
            keep_next=number < last,
        )
        content = _content(story, line, pieces, numbers)
        lines.append(story.paragraph(line, Look(line.style, card.style), placement, content))
    if code:
        lines.append(_code(story, card, code, next(pictures), room))
    return _control(TAG, "Contact", next(numbers), lines)


def _code(story: Story, card: Contact, code: Code, number: int, room: Placement) -> Element:
    """The code below the lines, in a paragraph of its own."""
    picture = Picture("code.png", code_picture(code))
    run = picture_run(story, picture, Size(code.side, code.side), number, card.told)
    return story.paragraph(
        _place_of(card), Look(card.lines[-1].style, card.style), Placement(0.0, room.after, grows=True), [run]
    )


def _place_of(card: Contact) -> Paragraph:
    """A paragraph without words that looks as the card does."""
    return replace(card.lines[-1], runs=(), segments=())


def _content(story: Story, line: Paragraph, pieces: tuple[_Piece, ...], numbers: count[int]) -> Iterator[Element]:
    for piece in pieces:
        made = list(story.stretch(line, piece.href, piece.runs))
        if piece.field and made:
            yield _control(f"{TAG}:{piece.field}", piece.field.capitalize(), next(numbers), made)
        else:
            yield from made


def _control(tag: str, title: str, number: int, content: list[Element]) -> Element:
    properties = w("sdtPr", w("alias", val=title), w("tag", val=tag), w("id", val=number), w("richText"))
    return w("sdt", properties, w("sdtContent", *content))


def _pieces(line: Paragraph, card: Contact, name: str) -> Iterator[_Piece]:
    """The runs of a line by link and by field of the card; the name is looked for where it is not empty."""
    runs = _part_name(line.runs, name)
    for (href, is_name), stretch in groupby(runs, key=lambda run: (run.href, _is_name(run, name))):
        yield _Piece("name" if is_name else _field(href, card), href, tuple(stretch))


def _field(href: str, card: Contact) -> str:
    scheme, _colon, address = href.partition(":")
    if scheme == "tel" and address in card.phones:
        return "phone"
    return "email" if scheme == "mailto" and address in card.emails else ""


def _is_name(run: Run, name: str) -> bool:
    return bool(name) and run.text == name and run.field is Field.NONE


def _part_name(runs: tuple[Run, ...], name: str) -> Iterator[Run]:
    """The runs, with the first that holds the name parted into what comes before it, the name, and what follows."""
    wanted = name
    for run in runs:
        before, found, after = run.text.partition(wanted) if wanted and not run.href else (run.text, "", "")
        if not found:
            yield run
            continue
        wanted = ""
        yield from (replace(run, text=text) for text in (before, found, after) if text)
