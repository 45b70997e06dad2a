"""A text that Qt would take for HTML, in every field of a release, and the walk that finds where Qt did."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTextEdit, QWidget

from tests.core.export.images import photograph
from tilshi.release import (
    Approval,
    Block,
    Capacity,
    Localised,
    Note,
    Override,
    Picture,
    Publication,
    Release,
    Role,
    Segment,
    State,
    Target,
    Text,
    Waiver,
)
from tilshi.release.contact import ContactCard

CANARY = '<img src="canary.png"> &amp; <b>bold</b>'


WHEN = "2026-03-06T09:00:00Z"


def poisoned() -> Release:
    """A release whose every free text, name and id is the canary."""
    form = Localised((("en", CANARY),))
    card = ContactCard(CANARY, form, form, form, (CANARY,), (CANARY,), form, CANARY)
    return Release(
        CANARY,
        "en",
        ("kk", CANARY),
        CANARY,
        tuple(_block(role) for role in Role),
        (card,),
        pictures=(Picture(CANARY, CANARY, photograph(40, 30).data),),
        waivers=(Waiver(CANARY, "kk", f"{CANARY}{Role.BODY}s", CANARY, CANARY, CANARY, WHEN),),
        overrides=(Override("kk", CANARY, CANARY, CANARY, CANARY, WHEN),),
        publications=(Publication("kk", CANARY, CANARY, WHEN),),
        switched_off=(CANARY,),
        bookmarks=(f"{CANARY}{Role.BODY}s",),
    )


def _block(role: Role) -> Block:
    words = Text(CANARY)
    approvals = tuple(Approval(State.REVIEWED, capacity, CANARY, WHEN, CANARY, words) for capacity in Capacity)
    kazakh = Target(words, State.TRANSLATED, CANARY, approvals, Text(f"{CANARY} earlier"), words)
    notes = (Note(CANARY, CANARY, CANARY, WHEN), Note("reply", CANARY, CANARY, WHEN, "kk", reply_to=CANARY))
    targets = (("kk", kazakh), (CANARY, Target(words)))
    segment = Segment(f"{CANARY}{role}s", Text(f"{CANARY} – {role}  1,500"), targets, notes)
    return Block(f"{CANARY}{role}", role, (segment,), CANARY if role is Role.PICTURE else "")


def tooltips(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount(QModelIndex())):
        columns = model.columnCount(QModelIndex()) if isinstance(model, QAbstractTableModel) else 1
        for column in range(columns):
            yield str(model.data(model.index(row, column), Qt.ItemDataRole.ToolTipRole) or "")


def rich(widget: QWidget) -> Iterator[str]:
    """What in a widget and its children would be read as markup."""
    for child in (widget, *widget.findChildren(QWidget)):
        where = f"{type(child).__name__} {child.objectName()}"
        if isinstance(child, QTextEdit):
            yield where
        if isinstance(child, QLabel) and child.textFormat() is not Qt.TextFormat.PlainText:
            yield f"{where}: {child.text()}"
        tips = [child.toolTip(), *(action.toolTip() for action in child.findChildren(QAction))]
        if isinstance(child, QAbstractItemView) and child.model() is not None:
            tips += tooltips(child.model())
        yield from (f"{where}: {tip}" for tip in tips if shows_markup(tip))


def shows_markup(tip: str) -> bool:
    if not QtText.mightBeRichText(tip):
        return False
    document = QTextDocument()
    document.setHtml(tip)
    return "img" in tip.casefold() and "<img" not in document.toPlainText()
