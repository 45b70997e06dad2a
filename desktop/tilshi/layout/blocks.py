"""What every writer receives: a release laid out for one language, with nothing left to decide.

`compose` resolves dates, contacts, fixed strings, marks and styles; PDF, DOCX, HTML and text writers receive a
`Document` and nothing else. All lengths are points (1/72 inch), all colours `#RRGGBB`, all languages BCP 47 tags.
A new kind of block touches `compose` and each writer once.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple, TypeAlias

_NUMBER: Final = re.compile(r"(?<![^(\[])[0-9]{1,4}(?=[.):\]]?$)")


class Tag(StrEnum):
    """Standard structure types of tagged PDF (ISO 32000-1, 14.8.4); the other writers map them to their own."""

    HEADING_1 = "H1"
    HEADING_2 = "H2"
    HEADING_3 = "H3"
    PARAGRAPH = "P"
    QUOTE = "BlockQuote"


class Alignment(StrEnum):
    """Horizontal alignment, in writing direction (start is left in left-to-right text)."""

    START = "start"
    END = "end"
    CENTER = "center"
    JUSTIFY = "justify"


class Direction(StrEnum):
    """The way lines run (HTML's `dir`)."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


class Field(StrEnum):
    """A value only the writer knows; the text of a run with a field is a sample of its width."""

    NONE = ""
    PAGE = "page"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one language and one appearance.

    `text` is shown to the letter: U+00A0, U+202F, U+2011 and U+00AD included; a line feed is a line break.
    `href` is a full URI (https:, mailto:, tel:) or empty.
    """

    text: str
    language: str
    bold: bool = False
    italic: bool = False
    href: str = ""
    field: Field = Field.NONE


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How a paragraph looks; `name` is unique in a document and names the Word style.

    `leading` is the distance of base lines; `rule` the width of a bar at the start side (quotations), 0 for none;
    `hyphenate`: words may be divided at the ends of lines, where their language has rules for it.
    """

    name: str
    family: str = "Noto Sans"
    size: float = 10.5
    leading: float = 15.0
    bold: bool = False
    italic: bool = False
    colour: str = "#1F2328"
    alignment: Alignment = Alignment.START
    space_before: float = 0.0
    space_after: float = 8.0
    indent: float = 0.0
    rule: float = 0.0
    rule_colour: str = "#B3202A"
    keep_with_next: bool = False
    keep_together: bool = False
    hyphenate: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text; `segments` are the ids of the release's segments it shows (empty: template's own).

    Runs appear in reading order; a bold run in a bold style stays bold.
    """

    role: str
    tag: Tag
    language: str
    runs: tuple[Run, ...]
    style: ParagraphStyle
    segments: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The paragraph's plain text."""
        return "".join(run.text for run in self.runs)

    @property
    def direction(self) -> Direction:
        """The way its lines run, which is that of its language."""
        from tilshi.language.names import is_right_to_left  # for start time: most pages never ask

        return Direction.RIGHT_TO_LEFT if is_right_to_left(self.language) else Direction.LEFT_TO_RIGHT


@dataclass(frozen=True, slots=True)
class BoxStyle:
    """The frame round a contact card: fill and border colour (empty: none), inner padding."""

    fill: str = "#F6F5F2"
    border: str = ""
    padding: float = 10.0
    space_before: float = 0.0
    space_after: float = 8.0


class ContactCode(StrEnum):
    """What the QR code beside a contact holds."""

    NONE = "none"
    VCARD = "vcard"
    MECARD = "mecard"


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact card: its lines as they are shown, and the data behind them for vCard, content control and links.

    Phones are E.164 (`+41227303443`), e-mail addresses as typed. The whole card stays on one page. Beside it may stand
    a `code`, whose alternative text is `told`.
    """

    language: str
    lines: tuple[Paragraph, ...]
    style: BoxStyle
    name: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    office: str = ""
    role: str = ""
    hours: str = ""
    code: ContactCode = ContactCode.NONE
    told: str = ""

    @property
    def segments(self) -> tuple[str, ...]:
        """Ids of the segments shown in the card."""
        return tuple(segment for line in self.lines for segment in line.segments)


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; each item is a paragraph, shown after its label.

    `marker` is every item's label; a decimal number, in brackets or before a sign, is that of the first item, and the
    others count on from it: `1.`, `(1)`.
    """

    language: str
    items: tuple[Paragraph, ...]
    marker: str = "–"

    @property
    def is_numbered(self) -> bool:
        """Whether the items are counted."""
        return _NUMBER.search(self.marker) is not None

    def label(self, at: int) -> str:
        """The label of the item at index `at`."""
        return _NUMBER.sub(lambda number: str(int(number[0]) + at), self.marker, count=1)

    @property
    def segments(self) -> tuple[str, ...]:
        """Ids of the segments shown in the list."""
        return tuple(segment for item in self.items for segment in item.segments)


@dataclass(frozen=True, slots=True)
class TableStyle:
    """Colours of a table and the padding inside its cells."""

    header_fill: str = "#F6F5F2"
    line: str = "#C9C5BC"
    padding: float = 5.0
    space_before: float = 4.0
    space_after: float = 10.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table of paragraphs: one header row (may be empty), rows, and a total as the last row where `total` is true.

    Every row has as many cells as the longest; columns of numbers come with the alignment END in their cells' style.
    `named_rows`: the first cell of each row says what the others are about. The caption stands above the table.
    """

    language: str
    header: tuple[Paragraph, ...]
    rows: tuple[tuple[Paragraph, ...], ...]
    style: TableStyle
    total: bool = False
    named_rows: bool = False
    caption: Paragraph | None = None

    @property
    def segments(self) -> tuple[str, ...]:
        """Ids of the segments shown in the table, in reading order, without repetition."""
        caption = (self.caption,) if self.caption else ()
        cells = (*caption, *self.header, *(cell for row in self.rows for cell in row))
        return tuple(dict.fromkeys(segment for cell in cells for segment in cell.segments))


class Size(NamedTuple):
    """Width and height."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of an image file (JPEG or PNG) as it came in; `name` is what messages call it."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class FigureStyle:
    """Where a picture stands: alignment, the greatest height it may take, and the space round it."""

    alignment: Alignment = Alignment.START
    height: float = 300.0
    space_before: float = 4.0
    space_after: float = 10.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its alternative text (WCAG 2.2, 1.1.1), which is read instead of it, and its caption below it.

    `segments` are those of the alternative text; the caption has its own.
    """

    language: str
    picture: Picture
    alternative: str
    style: FigureStyle
    caption: Paragraph | None = None
    segments: tuple[str, ...] = ()


Block: TypeAlias = Paragraph | Contact | ItemList | Table | Figure


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet and its margins."""

    width: float = 595.276
    height: float = 841.89
    top: float = 62.0
    right: float = 62.0
    bottom: float = 68.0
    left: float = 62.0


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself. `created` comes from the release, never from the clock, so that exports repeat."""

    title: str
    language: str
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    created: dt.datetime = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Document:
    """A release laid out for one language.

    `masthead` is the letterhead on the first page, `footer` runs on every page (both artifacts, not content).
    `accent` colours the rule under the masthead and the links. The `logo` stands before the masthead, at most
    `logo_height` high. A `watermark` is drawn behind the text of every page and is none of its text. With
    `attach_contacts` a PDF carries its contacts as vCards.
    """

    metadata: Metadata
    page: Page
    blocks: tuple[Block, ...]
    masthead: Paragraph | None = None
    footer: Paragraph | None = None
    accent: str = "#B3202A"
    link_colour: str = "#1F5FA8"
    logo: Picture | None = None
    logo_height: float = 34.0
    watermark: str = ""
    attach_contacts: bool = False
