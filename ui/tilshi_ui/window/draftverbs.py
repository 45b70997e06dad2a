"""The drafting view: the source as running text, whose paragraphs are the parts of the release."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from tilshi.i18n import _
from tilshi.release import Block, Edit, Release, ReplaceBlocks, Role, Text
from tilshi.release.operations import merge_with_next, remove_block, set_role
from tilshi.release.structure import break_block, insert_parts, merge_across, replace_block
from tilshi_ui.document import OpenDocument
from tilshi_ui.window.partverbs import proposed_cuts
from tilshi_ui.window.topbar import View
from tilshi_ui.wording import label, role_name

if TYPE_CHECKING:
    from tilshi_ui.window.workarea import WorkArea

ROLES: Final = (
    Role.HEADLINE,
    Role.SUBHEADLINE,
    Role.LEAD,
    Role.BODY,
    Role.QUOTE,
    Role.SECTION_HEADING,
    Role.LIST_ITEM,
    Role.FACT,
    Role.BACKGROUND,
)
"""What Alt+Shift+1 to Alt+Shift+9 make of a part."""
_FOLLOWING: Final = MappingProxyType(
    {
        Role.EMBARGO: Role.HEADLINE,
        Role.KICKER: Role.HEADLINE,
        Role.DATE: Role.HEADLINE,
        Role.HEADLINE: Role.LEAD,
        Role.SUBHEADLINE: Role.LEAD,
        Role.QUOTE: Role.BODY,
        Role.LIST_ITEM: Role.LIST_ITEM,
        Role.FACT: Role.FACT,
        Role.TABLE_HEADER: Role.TABLE_ROW,
        Role.TABLE_ROW: Role.TABLE_ROW,
        Role.NOTES: Role.NOTES,
        Role.BACKGROUND: Role.BACKGROUND,
        Role.BOILERPLATE: Role.BOILERPLATE,
        Role.FOOTAGE_INTRO: Role.FOOTAGE,
        Role.SOCIAL_INTRO: Role.SOCIAL_LINKS,
        Role.PICTURE: Role.CAPTION,
    }
)
"""What is written after a part of a kind; after any other comes the body."""
_SERIES: Final = frozenset({Role.LIST_ITEM, Role.FACT, Role.TABLE_ROW})
"""Return in an empty part of these kinds ends the series."""
_ONCE: Final = frozenset({Role.EMBARGO, Role.KICKER, Role.DATE, Role.HEADLINE, Role.SUBHEADLINE, Role.LEAD})
"""A release has one of each; a second one that is pasted is body."""
_MAIN: Final = frozenset({Role.HEADLINE, Role.BODY})
"""A release in which none of these is written is a template still."""
_MOST_RECOGNISED: Final = 2_000
"""Paragraphs; of more than these the kinds are not guessed."""


def following_role(role: Role) -> Role:
    """The kind of part that is written after one of that kind."""
    return _FOLLOWING.get(role, Role.BODY)


class DraftVerbs(QObject):
    """What the keys do to paragraphs while a release is drafted; each is one step of undo."""

    said = Signal(str)

    def __init__(self, window: QWidget, work: WorkArea) -> None:
        super().__init__(window)
        self._work = work
        self._rows = work.rows
        self.document: OpenDocument | None = None
        writer = self._rows.writer
        writer.broken.connect(self._break)
        writer.joined.connect(self._join)
        writer.paragraphs_pasted.connect(self._paste)
        self._rows.role_pressed.connect(self.choose_role)
        for number, role in enumerate(ROLES, 1):
            action = QAction(window)
            action.setShortcut(QKeySequence(f"Alt+Shift+{number}"))
            action.setData(role.value)
            action.triggered.connect(self._make)
            window.addAction(action)

    def view_draft(self) -> None:
        """The source as running text."""
        self._work.show_view(View.DRAFT)

    def choose_role(self) -> None:
        """Offers the kinds a part may have, beside its name."""
        if self.document is None or not self.document.place.segment:
            return
        menu = QMenu(self._rows)
        now = self.document.release.block_of(self.document.place.segment).role
        for number, role in enumerate((*ROLES, *(role for role in Role if role not in ROLES)), 1):
            action = menu.addAction(f"&{number}  {label(role_name(role))}" if number <= len(ROLES) else role_name(role))
            action.setData(role.value)
            action.setCheckable(True)
            action.setChecked(role is now)
            action.triggered.connect(self._make)
            if number == len(ROLES):
                menu.addSeparator()
        menu.exec(self._rows.writer.mapToGlobal(QPoint(0, self._rows.writer.cursorRect().bottom())))
        menu.deleteLater()

    def _make(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and self.document is not None and self.document.place.segment:
            block = self.document.release.block_of(self.document.place.segment)
            if block.role.value != action.data():
                self.document.apply(set_role(self.document.release, block.id, Role(action.data())))

    def _break(self) -> None:
        """Return: the paragraph ends here, and the next one begins."""
        document = self.document
        if document is None:
            return
        start, end = self._rows.writer.selection
        if start < end:
            self._rows.writer.insert("")
        release, name, at = document.release, document.place.segment, self._rows.writer.caret
        block, text = release.block_of(name), release.segment(name).source.string
        if not text.strip() and block.role in _SERIES and len(block.segments) == 1:
            document.apply(set_role(release, block.id, Role.BODY))
            return
        in_the_middle = bool(text[at:].strip()) and block.role not in _ONCE
        role = block.role if in_the_middle else following_role(block.role)
        edit = break_block(release, name, at, role, proposed_cuts(release, name, at))
        document.apply(edit)
        if document.release.place(name)[0] == release.place(name)[0]:
            document.place.go(edit.new[1].segments[0].id)
        self._rows.writer.setFocus()
        self._rows.writer.place_caret(0)

    def _join(self, way: int) -> None:
        """Backspace at the beginning (-1) or Delete at the end (1): two paragraphs become one."""
        document = self.document
        if document is None:
            return
        order = [segment.id for _block, segment in document.release.segments()]
        at = order.index(document.place.segment) + min(way, 0)
        if not 0 <= at < len(order) - 1:
            return
        first, second = order[at], order[at + 1]
        joint = len(document.release.segment(first).source)
        edit, kept = _joined(document.release, first, second)
        document.apply(edit)
        document.place.go(kept)
        self._rows.writer.setFocus()
        self._rows.writer.place_caret(joint if kept == first else 0)

    def _paste(self, text: str) -> None:
        """Several paragraphs: parts whose kinds are recognised."""
        document = self.document
        if document is None:
            return
        release = document.release
        parts = _recognised(text)
        if not parts:
            return
        edit = _pasted(release, document.place.segment, self._rows.writer.caret, parts)
        before = (release.places or {}).keys()
        document.apply(edit)
        new = [segment.id for _block, segment in document.release.segments() if segment.id not in before]
        if new:
            document.place.go(new[-1])
            self._rows.writer.place_caret(len(self._rows.writer.stored))
        text = _("{n} parts were pasted; their kinds were recognised. Alt+Shift+1 to 9 changes the kind of a part.")
        self.said.emit(text.format(n=len(parts)))


def _joined(release: Release, first: str, second: str) -> tuple[Edit, str]:
    """The edit that makes one of two neighbouring segments, and the one that stays."""
    (at, _within), (other, _also) = release.place(first), release.place(second)
    if at == other:
        return merge_with_next(release, first), first
    before, after = release.blocks[at], release.blocks[other]
    if _is_empty(after):
        return remove_block(release, after.id), first
    if _is_empty(before):
        return remove_block(release, before.id), second
    return merge_across(release, first), first


def _is_empty(block: Block) -> bool:
    """Whether nothing is written in a part, in no language."""
    return not any(
        segment.source.string.strip() or any(target.text for _code, target in segment.targets)
        for segment in block.segments
    )


def _recognised(text: str) -> list[tuple[Role, Text]]:
    from tilshi.exchange.plaintext.recognising import recognise_parts  # with the first paste of several paragraphs

    if text.count("\n") > _MOST_RECOGNISED:
        return [(Role.BODY, Text(line.strip())) for line in text.split("\n") if line.strip()]
    return [(part.role, part.content) for part in recognise_parts(text).parts]


def _pasted(release: Release, segment: str, caret: int, parts: list[tuple[Role, Text]]) -> ReplaceBlocks:
    """New parts where the caret is; parts of the template that wait for just them give way to them."""
    at = release.place(segment)[0]
    current = release.blocks[at]
    if is_unwritten(release):
        given = {role for role, _text in parts}
        replaced = [block for block in release.blocks if block.role in given and _gives_way(block)]
        kept = [
            block for block in release.blocks if block not in replaced and not (block is current and _is_empty(block))
        ]
        before = [block for block in kept if block in release.blocks[:at] and block.role in _ONCE]
        rest = [block for block in kept if block not in before]
        return ReplaceBlocks(0, release.blocks, (*before, *insert_parts(release, 0, parts).new, *rest))
    filled = {block.role for block in release.blocks if not _is_empty(block)}
    parts = [(Role.BODY if role in _ONCE & filled else role, text) for role, text in parts]
    if _is_empty(current):
        return replace_block(release, current.id, parts)
    return insert_parts(release, at if not caret else at + 1, parts)


def is_unwritten(release: Release) -> bool:
    """Whether headline and body, where there are any, wait to be written."""
    main = [block for block in release.blocks if block.role in _MAIN]
    return bool(main) and not any(segment.source.string.strip() for block in main for segment in block.segments)


def first_unwritten(release: Release) -> str:
    """Where writing begins: the first segment of headline and body that is empty; none is an empty string."""
    main = (segment for block, segment in release.segments() if block.role in _MAIN)
    return next((segment.id for segment in main if not segment.source.string.strip()), "")


def _gives_way(block: Block) -> bool:
    """Whether a part of the template makes room for a written one of its kind."""
    return _is_empty(block) or block.role in _ONCE
