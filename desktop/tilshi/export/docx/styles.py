"""`word/styles.xml`: document defaults, Normal, one style a look, the hyperlink and the table."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tilshi.export.docx.languages import word_language
from tilshi.export.docx.sheet import Look, StyleSheet, WordStyle
from tilshi.export.docx.wordml import Element, eighths, flag, group, half_points, hex_colour, twips, w
from tilshi.layout.blocks import Alignment, BoxStyle, Document, ParagraphStyle, Table, TableStyle

HYPERLINK: Final = "Hyperlink"
TABLE: Final = "ReleaseTable"
_PART: Final = "ReleasePart"

# Noto's ascent + descent (hhea: 1069 + 293 of 1000). A line set closer than this must be exact in Word; any other is
# "at least", so that a picture put into a line later is not cut off.
_NATURAL_LEADING: Final = 1.362
# Word draws the line of a paragraph at most this far from its text (17.3.4, `w:space`).
_FARTHEST_BORDER: Final = 31
# Points, as the PDF has them: the rule below the letterhead, the space above and below it, and what keeps a bar clear.
_MASTHEAD_RULE: Final = 1.5
_MASTHEAD_GAP: Final = 8.0
_AFTER_MASTHEAD: Final = 26.0
_AIR_AFTER_BAR: Final = 8.0
_CARD_LINE: Final = 0.5
# Left and right follow the direction of the paragraph in transitional files, as start and end do in strict ones.
_ALIGNMENTS: Final = {
    Alignment.START: "left",
    Alignment.END: "right",
    Alignment.CENTER: "center",
    Alignment.JUSTIFY: "both",
}


def styles(document: Document, sheet: StyleSheet) -> Element:
    """The whole part."""
    language = word_language(document.metadata.language)
    return w(
        "styles",
        _defaults(sheet.base, language),
        _latent(),
        _normal(sheet.base, language),
        _default_character(),
        _default_table(),
        _default_numbering(),
        _release_part(),
        *(_paragraph_style(style, sheet.base) for style in sheet.styles),
        _hyperlink(document.link_colour),
        *_table_styles(document),
    )


def _defaults(base: ParagraphStyle, language: str) -> Element:
    characters = w(
        "rPr", _fonts(base.family), _size(base.size)[0], _size(base.size)[1], w("lang", val=language, bidi=language)
    )
    return w("docDefaults", w("rPrDefault", characters), w("pPrDefault", w("pPr", w("widowControl"))))


def _latent() -> Element:
    """Keeps Word's other 370 styles out of the gallery until somebody asks for one."""
    shown = ("Normal", "heading 1", "heading 2", "heading 3", "Title", "Quote", "Strong", "Emphasis")
    exceptions = [
        w("lsdException", name=name, semiHidden=0, unhideWhenUsed=0, qFormat=1, uiPriority=number)
        for number, name in enumerate(shown)
    ]
    return w(
        "latentStyles",
        *exceptions,
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=376,
    )


def _normal(base: ParagraphStyle, language: str) -> Element:
    paragraph = group("pPr", *paragraph_properties(Look(base)))
    characters = w("rPr", *_character_properties(base), w("lang", val=language))
    return w(
        "style",
        w("name", val="Normal"),
        w("qFormat"),
        paragraph,
        characters,
        type="paragraph",
        default=1,
        styleId="Normal",
    )


def _default_character() -> Element:
    return w(
        "style",
        w("name", val="Default Paragraph Font"),
        w("uiPriority", val=1),
        w("semiHidden"),
        w("unhideWhenUsed"),
        type="character",
        default=1,
        styleId="DefaultParagraphFont",
    )


def _default_table() -> Element:
    margins = w("tblCellMar", *(w(side, w=108 if side in {"left", "right"} else 0, type="dxa") for side in _SIDES))
    return w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("unhideWhenUsed"),
        w("tblPr", w("tblInd", w=0, type="dxa"), margins),
        type="table",
        default=1,
        styleId="TableNormal",
    )


def _default_numbering() -> Element:
    return w(
        "style",
        w("name", val="No List"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("unhideWhenUsed"),
        type="numbering",
        default=1,
        styleId="NoList",
    )


def _release_part() -> Element:
    """What all styles of parts are based on: it adds nothing, but says that their names are those of roles."""
    return w(
        "style",
        w("name", val="Release Part"),
        w("basedOn", val="Normal"),
        w("uiPriority", val=99),
        w("semiHidden"),
        type="paragraph",
        customStyle=1,
        styleId=_PART,
    )


def _paragraph_style(style: WordStyle, base: ParagraphStyle) -> Element:
    look = style.look
    paragraph = _differing(paragraph_properties(look), paragraph_properties(Look(base)))
    outline = w("outlineLvl", val=style.level - 1) if style.level else None
    return w(
        "style",
        w("name", val=style.name),
        w("aliases", val=style.alias) if style.alias else None,
        w("basedOn", val=_PART),
        w("next", val=style.next) if style.next else None,
        w("uiPriority", val=style.level or 10),
        w("qFormat"),
        group("pPr", *paragraph, outline),
        group("rPr", *_differing(_character_properties(look.style), _character_properties(base))),
        type="paragraph",
        customStyle=None if style.built_in else 1,
        styleId=style.id,
    )


def _differing(own: tuple[Element, ...], inherited: tuple[Element, ...]) -> list[Element]:
    """What a style must say itself; the rest follows Normal when somebody changes it there."""
    known = {_signature(element) for element in inherited}
    return [element for element in own if _signature(element) not in known]


def _signature(element: Element) -> tuple[object, ...]:
    children = tuple(_signature(child) for child in element)
    return (element.tag, tuple(sorted(element.attrib.items())), children)


def paragraph_properties(look: Look) -> tuple[Element, ...]:
    """The properties of a look in the order of the schema (17.3.1.26), each said outright."""
    style = look.style
    start, end = (_start(style), 0.0) if look.box is None else (inset(look.box), inset(look.box))
    elements = (
        flag("keepNext", on=style.keep_with_next),
        flag("keepLines", on=style.keep_together),
        _borders(look),
        _fill(look.box),
        _spacing(replace(style, space_after=_AFTER_MASTHEAD) if look.rule_below else style),
        w("ind", left=twips(start), right=twips(end)),
        w("jc", val=_ALIGNMENTS[style.alignment]),
    )
    return tuple(element for element in elements if element is not None)


def inset(box: BoxStyle) -> float:
    """How far the text of a card stands from the margins, in points, so that the outer edge of its line meets them."""
    return box.padding + _CARD_LINE if box.border or box.fill else box.padding


def _start(style: ParagraphStyle) -> float:
    """Where the text starts: clear of its bar."""
    return max(style.indent, style.rule + _AIR_AFTER_BAR) if style.rule else style.indent


def _spacing(style: ParagraphStyle) -> Element:
    rule = "atLeast" if style.leading >= style.size * _NATURAL_LEADING else "exact"
    return w(
        "spacing",
        before=twips(style.space_before),
        after=twips(style.space_after),
        line=twips(style.leading),
        lineRule=rule,
    )


_SIDES: Final = ("top", "left", "bottom", "right")


def _borders(look: Look) -> Element | None:
    style = look.style
    if look.box:
        colour = look.box.border or look.box.fill
        return group("pBdr", *(_line(side, _CARD_LINE, look.box.padding, colour) for side in _SIDES if colour))
    if look.rule_below:
        return w("pBdr", _line("bottom", _MASTHEAD_RULE, _MASTHEAD_GAP, look.rule_below))
    if style.rule:
        return w("pBdr", _line("left", style.rule, _start(style) - style.rule, style.rule_colour))
    return None


def _line(side: str, width: float, distance: float, colour: str) -> Element:
    space = min(_FARTHEST_BORDER, round(distance))
    return w(side, val="single", sz=eighths(width), space=space, color=hex_colour(colour))


def _fill(box: BoxStyle | None) -> Element | None:
    return shading(box.fill) if box and box.fill else None


def shading(colour: str) -> Element:
    """A plain background."""
    return w("shd", val="clear", color="auto", fill=hex_colour(colour))


def _character_properties(style: ParagraphStyle) -> tuple[Element, ...]:
    return (
        _fonts(style.family),
        flag("b", on=style.bold),
        flag("bCs", on=style.bold),
        flag("i", on=style.italic),
        flag("iCs", on=style.italic),
        w("color", val=hex_colour(style.colour)),
        *_size(style.size),
    )


def _fonts(family: str) -> Element:
    return w("rFonts", ascii=family, hAnsi=family, eastAsia=family, cs=family)


def _size(points: float) -> tuple[Element, Element]:
    return (w("sz", val=half_points(points)), w("szCs", val=half_points(points)))


def _hyperlink(colour: str) -> Element:
    return w(
        "style",
        w("name", val="Hyperlink"),
        w("basedOn", val="DefaultParagraphFont"),
        w("uiPriority", val=99),
        w("unhideWhenUsed"),
        w("rPr", w("color", val=hex_colour(colour)), w("u", val="single")),
        type="character",
        styleId=HYPERLINK,
    )


def table_style_ids(document: Document) -> dict[TableStyle, str]:
    """The id of the table style for each look of table in the document."""
    found = dict.fromkeys(block.style for block in document.blocks if isinstance(block, Table))
    return {style: TABLE if number == 1 else f"{TABLE}{number}" for number, style in enumerate(found, 1)}


def _table_styles(document: Document) -> list[Element]:
    return [_table_style(style, identifier) for style, identifier in table_style_ids(document).items()]


_ROWS: Final = ("firstRow", "lastRow")


def _table_style(style: TableStyle, identifier: str) -> Element:
    colour = hex_colour(style.line)
    lines = w("tblBorders", *(w(side, val="single", sz=4, space=0, color=colour) for side in ("bottom", "insideH")))
    margins = w("tblCellMar", *(w(side, w=twips(style.padding), type="dxa") for side in _SIDES))
    return w(
        "style",
        w("name", val=identifier.replace(TABLE, "Release Table ").strip()),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=99),
        w("qFormat"),
        w("tblPr", lines, margins),
        *(w("tblStylePr", w("tcPr", shading(style.header_fill)), type=row) for row in _ROWS if style.header_fill),
        type="table",
        customStyle=1,
        styleId=identifier,
    )
