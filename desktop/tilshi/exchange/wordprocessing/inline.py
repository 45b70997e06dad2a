"""The walk through one paragraph: runs, links, fields, changes, controls, and what else stands between its tags."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tilshi.exchange.imported import TrackedChanges
from tilshi.exchange.wordprocessing import changes, symbols
from tilshi.exchange.wordprocessing.drafting import Draft, Piece, Remark
from tilshi.exchange.wordprocessing.drawings import Drawing, Image, alternative, drawing
from tilshi.exchange.wordprocessing.fields import Fields, is_table
from tilshi.exchange.wordprocessing.styles import PLAIN, ParagraphStyle, Styles, appearance
from tilshi.exchange.wordprocessing.tallies import Met, Tallies
from tilshi.exchange.wordprocessing.vocabulary import MC, M, R, value
from tilshi.files.word import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNS: Final = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}br": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LINKS: Final = ("http://", "https://", "mailto:", "tel:", "ftp://")
_LONGEST_LINK: Final = 2_000
_SYMBOL_FONTS: Final = frozenset({"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings"})
_ITSELF: Final = frozenset({f"{W}separator", f"{W}continuationSeparator", f"{W}footnoteRef", f"{W}endnoteRef"})


@dataclass(slots=True)
class Aside:
    """What a paragraph brings along that is read after it."""

    boxes: list[_Element] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)


class InlineReader:
    """Reads paragraphs of one document into drafts; `notes` are the ids of the notes met, in order."""

    def __init__(self, styles: Styles, mode: TrackedChanges, tallies: Tallies) -> None:
        self.notes: list[tuple[str, str]] = []
        self.place = ""
        self.fields = Fields()
        self.links: Mapping[str, str] = {}
        self._styles = styles
        self._mode = mode
        self._tallies = tallies
        self._draft = Draft()
        self._aside = Aside()
        self._style = ParagraphStyle()
        self._look = PLAIN
        self._href = ""
        self._deleted = 0
        self._handlers = self._dispatch()

    def _dispatch(self) -> dict[str, Callable[[_Element], None]]:
        handlers: dict[str, Callable[[_Element], None]] = {
            f"{W}r": self._run,
            f"{W}t": self._text,
            f"{W}delText": self._deleted_text,
            f"{W}instrText": lambda element: self.fields.instruct(element.text or ""),
            f"{W}fldChar": self._field_mark,
            f"{W}fldSimple": self._simple_field,
            f"{W}hyperlink": self._hyperlink,
            f"{W}sym": self._symbol,
            f"{W}sdt": self._control,
            f"{W}ruby": self._ruby,
            f"{W}drawing": self._drawing,
            f"{W}pict": self._drawing,
            f"{W}object": lambda _element: self._tallies.add(Met.OBJECT, self.place),
            f"{W}subDoc": lambda _element: self._tallies.add(Met.OTHER_DOCUMENT, self.place),
            f"{W}contentPart": lambda _element: self._tallies.add(Met.DIAGRAM, self.place),
            f"{W}footnoteReference": self._note,
            f"{W}endnoteReference": self._note,
            f"{W}commentRangeStart": self._comment_start,
            f"{W}commentRangeEnd": self._comment_end,
            f"{W}commentReference": self._comment_reference,
            f"{M}oMath": self._formula,
            f"{MC}AlternateContent": self._alternative,
        }
        handlers.update(dict.fromkeys(_SIGNS, self._sign))
        handlers.update(dict.fromkeys(changes.INSERTIONS | changes.DELETIONS, self._change))
        return handlers

    def read(self, paragraph: _Element, draft: Draft, style: ParagraphStyle) -> Aside:
        """Adds what the paragraph says to a draft; gives what is to be read after it."""
        self._draft, self._style, self._aside = draft, style, Aside()
        self._look, self._href = PLAIN, ""
        self._children(paragraph)
        return self._aside

    def _children(self, element: _Element) -> None:
        for child in element:
            tag = child.tag
            if handler := self._handlers.get(tag):
                handler(child)
            elif len(child) and not tag.endswith("Pr"):
                # Smart tags, custom XML, directions, and wrappers nobody has thought of yet: their text is text.
                self._children(child)

    # Text

    def _run(self, run: _Element) -> None:
        properties = run.find(f"{W}rPr")
        if properties is None:
            self._look = self._styles.look(self._style, "", PLAIN)
        else:
            if self._mode is TrackedChanges.REJECT:
                before = properties.find(f"{W}rPrChange/{W}rPr")
                properties = properties if before is None else before
            self._look = self._styles.look(self._style, value(properties, "rStyle"), appearance(properties))
        self._children(run)

    def _text(self, element: _Element) -> None:
        text = (element.text or "").replace("\r", "").replace("\n", " ").replace("\t", " ")
        self._put(text if element.get(_SPACE) == "preserve" else text.strip(" "))

    def _deleted_text(self, element: _Element) -> None:
        if self._deleted:
            self._text(element)

    def _sign(self, element: _Element) -> None:
        # A page or column break is the layout's business; so is a tab stop, which bears a tab's name in properties.
        if element.get(f"{W}type") not in {"page", "column"}:
            self._put(_SIGNS[str(element.tag)])

    def _symbol(self, element: _Element) -> None:
        code = element.get(f"{W}char", "")
        try:
            sign = chr(int(code, 16)) if len(code) <= 5 else ""  # hexadecimal digits
        except (ValueError, OverflowError):
            sign = ""
        if not sign or 0xD800 <= ord(sign) <= 0xDFFF or ord(sign) < 0x20:  # surrogates, controls
            self._tallies.add(Met.SYMBOL, self.place)
            return
        # Word writes the place in the font with or without F000 (17.3.3.30).
        shifted = chr(0xF000 + ord(sign)) if ord(sign) < 0x100 else sign  # one byte
        shown = symbols.in_unicode(shifted, element.get(f"{W}font", ""))
        self._put(shown if not symbols.has_unknown(shown) else sign, element.get(f"{W}font", ""))

    def _put(self, text: str, font: str = "") -> None:
        if not text or self.fields.takes(text):
            return
        look = self._look
        if look.hidden:
            self._tallies.add(Met.HIDDEN, self.place)
            return
        font = (font or look.font).casefold()
        shown = symbols.in_unicode(text, font)
        if font in _SYMBOL_FONTS and symbols.has_unknown(shown):
            self._tallies.add(Met.SYMBOL, self.place)
            shown = "".join(sign for sign in shown if not symbols.has_unknown(sign))
        self._draft.add(
            Piece(
                shown,
                bold=bool(look.bold) and not self._style.look.bold,
                italic=bool(look.italic) and not self._style.look.italic,
                href=self._href or self.fields.link if _is_address(self._href or self.fields.link) else "",
                size=look.size,
            )
        )

    # What wraps text

    def _hyperlink(self, element: _Element) -> None:
        outer = self._href
        target = self.links.get(element.get(f"{R}id", ""), "")
        anchor = element.get(f"{W}anchor", "")
        self._href = f"{target}#{anchor}" if target and anchor and "#" not in target else target or outer
        if _is_address(self._href):
            self._tallies.add(Met.LINK, self.place)
        self._children(element)
        self._href = outer

    def _field_mark(self, element: _Element) -> None:
        self._met_field(self.fields.mark(element.get(f"{W}fldCharType", "")))
        if element.get(f"{W}fldCharType") == "begin" and (box := element.find(f"{W}ffData/{W}checkBox")) is not None:
            ticked = (
                value(box, "checked") or value(box, "default") or ("1" if box.find(f"{W}checked") is not None else "")
            )
            self._draft.add(Piece("☐" if ticked in {"", "0", "false", "off"} else "☒"))

    def _simple_field(self, element: _Element) -> None:
        self._met_field(self.fields.begin(element.get(f"{W}instr", "")))
        self._children(element)
        self.fields.mark("end")

    def _met_field(self, name: str) -> None:
        if name == "HYPERLINK":
            if _is_address(self.fields.link):
                self._tallies.add(Met.LINK, self.place)
        elif name:
            self._tallies.add(Met.CONTENTS if is_table(name) else Met.FIELD, self.place)

    def _control(self, element: _Element) -> None:
        if value(element.find(f"{W}sdtPr"), "showingPlcHdr") not in {"0", "false", "off"} and (
            element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
        ):
            self._tallies.add(Met.PLACEHOLDER, self.place)
            return
        for content in element.iterchildren(f"{W}sdtContent"):
            self._children(content)

    def _ruby(self, element: _Element) -> None:
        self._tallies.add(Met.RUBY, self.place)
        for base in element.iterchildren(f"{W}rubyBase"):
            self._children(base)

    def _formula(self, element: _Element) -> None:
        self._tallies.add(Met.FORMULA, self.place)
        self._look = self._styles.look(self._style, "", PLAIN)
        self._put("".join(text.text or "" for text in element.iter(f"{M}t")))

    def _alternative(self, element: _Element) -> None:
        if (branch := alternative(element)) is not None:
            self._children(branch)

    def _drawing(self, element: _Element) -> None:
        if self._look.hidden:
            self._tallies.add(Met.HIDDEN, self.place)
            return
        found: Drawing = drawing(element)
        self._aside.boxes += found.boxes
        self._aside.images += found.images
        if found.diagrams:
            self._tallies.add(Met.DIAGRAM, self.place, found.diagrams)

    # Changes, notes, comments

    def _change(self, element: _Element) -> None:
        tag = str(element.tag)
        self._count_change(tag)
        kept = changes.is_kept(tag, self._mode)
        removed = tag in changes.DELETIONS
        if not kept and self._mode is not TrackedChanges.SHOW:
            return
        draft, fields, boxes = self._draft, self.fields, self._aside
        start = draft.length
        if not kept:
            # What is only to be told about is read aside, so that nothing of it reaches the text.
            self._draft, self.fields, self._aside = Draft(), Fields(broken=True), Aside()
        self._deleted += removed
        self._children(element)
        self._deleted -= removed
        text = self._draft.string if not kept else draft.string[start:]
        self._draft, self.fields, self._aside = draft, fields, boxes
        if self._mode is TrackedChanges.SHOW and text.strip():
            made = changes.revision(element)
            self._draft.remarks.append(Remark(made.said(text.strip()), made.author, made.date, start, draft.length))

    def _count_change(self, tag: str) -> None:
        kinds = {f"{W}ins": Met.INSERTION, f"{W}del": Met.DELETION, f"{W}moveTo": Met.MOVE}
        if kind := kinds.get(tag):
            self._tallies.add(kind, self.place)

    def _note(self, element: _Element) -> None:
        kind = "footnotes" if str(element.tag).endswith("footnoteReference") else "endnotes"
        self.notes.append((kind, element.get(f"{W}id", "")))
        self._put(raised(len(self.notes)))

    def _comment_start(self, element: _Element) -> None:
        self._draft.open_comments[element.get(f"{W}id", "")] = self._draft.length

    def _comment_end(self, element: _Element) -> None:
        identifier = element.get(f"{W}id", "")
        start = self._draft.open_comments.pop(identifier, None)
        if start is not None:
            self._draft.spans[identifier] = (start, self._draft.length)

    def _comment_reference(self, element: _Element) -> None:
        self._draft.references[element.get(f"{W}id", "")] = self._draft.length


def raised(count: int) -> str:
    """The number of a note as it stands in the text: ¹."""
    return str(count).translate(_RAISED)


def _is_address(href: str) -> bool:
    return href.lower().startswith(_LINKS) and len(href) <= _LONGEST_LINK and not any(sign.isspace() for sign in href)
