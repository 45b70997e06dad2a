"""The address book: who is in it, each card as fields, vCards in and out, and into the release with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QThreadPool, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tilshi import i18n
from tilshi.contacts import AddressBook, BookStore, fresh_card_id
from tilshi.files.errors import FileError, FileWarning
from tilshi.i18n import _, ngettext
from tilshi.release import ContactCard, Localised
from tilshi_ui.contacts.editor import CardEditor
from tilshi_ui.contacts.keeper import Keeper
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.controls.messages import MessageBar, Severity
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.throttle import Throttle

_ID: Final = Qt.ItemDataRole.UserRole
_REST_MS: Final = 500
"""A card is kept when the hand rests so long."""
_LIST_WIDTH: Final = 250


class ContactsDialog(PlainDialog):
    """Stays beside the window. `wanted` carries cards for the release, `unwanted` one that it is to do without.

    A card is kept as it is typed, once nothing is wrong in it; deleting one can be taken back.
    """

    wanted = Signal(tuple)
    unwanted = Signal(str)

    def __init__(
        self, store: BookStore, pool: QThreadPool, languages: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Contacts"), parent)
        self.resize(960, 560)
        self.language = i18n.language()
        self._store = store
        self._book = AddressBook()
        self._used: tuple[ContactCard, ...] = ()
        self._has_release = False
        self._keeper = Keeper(pool, self)
        self._messages = MessageBar()
        self._search = QLineEdit()
        self._search.setPlaceholderText(_("Search"))
        self._search.setAccessibleName(_("Search contacts"))
        self._search.setClearButtonEnabled(True)
        self._list = QListWidget()
        self._list.setAccessibleName(_("Contacts"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.editor = CardEditor(languages)
        self._state = PlainLabel(role="dim", wrap=True)
        self.body.addWidget(self._messages)
        self.body.addLayout(self._panes(), 1)
        self.body.addWidget(self._state)
        self._add_buttons()
        self._waiting = Throttle(self.keep, self, _REST_MS)
        self._connect()
        self._mark()
        self._keeper.do(store.load)

    @property
    def book(self) -> AddressBook:
        """The book as it was read last."""
        return self._book

    @property
    def said(self) -> str:
        """What was said last."""
        return self._messages.text

    @property
    def is_busy(self) -> bool:
        """Whether something is still to be read or written."""
        return self._keeper.is_busy or self._waiting.is_waiting

    @property
    def chosen(self) -> tuple[ContactCard, ...]:
        """The cards that are marked in the list."""
        cards = (self._book.card(item.data(_ID)) for item in self._list.selectedItems())
        return tuple(card for card in cards if card)

    def refresh(self) -> None:
        """Reads the book anew: another program may have changed it."""
        self._keeper.do(self._store.load)

    def show_used(self, cards: tuple[ContactCard, ...] | None) -> None:
        """The cards of the release that is open; None where none is."""
        self._has_release = cards is not None
        self._used = cards or ()
        self._mark()

    def add(self) -> None:
        """A new card, to be written."""
        self._waiting.flush()
        nobody = ContactCard("", Localised())
        card = replace(nobody, id=fresh_card_id(nobody, {other.id for other in self._book.cards}))
        self._search.clear()
        self._list.clearSelection()
        self._list.setCurrentRow(-1)
        self.editor.show_card(card)
        self.editor.focus_name()

    def delete(self) -> None:
        """Takes the marked cards out of the book; can be taken back."""
        cards = self.chosen
        if not cards:
            return
        self._waiting.stop()
        self.editor.show_card(None)
        gone = {card.id for card in cards}
        self._keeper.do(partial(self._store.change, partial(_without, gone)))
        text = ngettext("{n} contact was deleted.", "{n} contacts were deleted.", len(cards)).format(n=len(cards))
        self._messages.say(Severity.NOTE, text, _("Bring it back"), partial(self._put, cards))

    def keep(self) -> None:
        """Keeps the card as it is typed, unless something is wrong in it."""
        card = self.editor.card
        if card is not None and not self.editor.faults and self._book.card(card.id) != card:
            self._keeper.do(partial(self._store.put, card))

    def use(self) -> None:
        """Puts the marked cards into the release."""
        self._waiting.flush()
        card = self.editor.card
        cards = tuple(card if card and card.id == each.id and not self.editor.faults else each for each in self.chosen)
        if cards:
            self.wanted.emit(cards)

    def take_out(self) -> None:
        """Takes the marked cards out of the release."""
        for card in self.chosen:
            if same := AddressBook(self._used).alike(card):
                self.unwanted.emit(same.id)

    def import_file(self) -> None:
        """Asks for vCard files and brings their contacts in."""
        filters = ";;".join((_("Contacts ({patterns})").format(patterns="*.vcf *.vcard"), _("All files (*)")))
        chosen, _filter = QFileDialog.getOpenFileNames(self, _("Import contacts"), "", filters)
        for name in chosen:
            self.import_path(Path(name))

    def import_path(self, path: Path) -> None:
        """Brings the contacts of a vCard file in; people who are known are renewed."""
        warnings: list[FileWarning] = []
        then = partial(self._say_imported, path, warnings, len(self._book.cards))
        self._keeper.do(partial(_brought_in, self._store, path, warnings), then)

    def export_file(self) -> None:
        """Asks for a file and writes contacts into it: the marked ones, or all."""
        chosen, _filter = QFileDialog.getSaveFileName(self, _("Export contacts"), "contacts.vcf", "vCard (*.vcf)")
        if chosen:
            path = Path(chosen)
            self.export_path(path if path.suffix else path.with_suffix(".vcf"))

    def export_path(self, path: Path) -> None:
        """Writes the marked contacts, or all where fewer than two are marked, as vCard 4.0."""
        cards = self.chosen if len(self.chosen) > 1 else self._book.cards
        self._keeper.do(partial(_written_out, self._store, path, cards), partial(self._say_exported, path, len(cards)))

    def done(self, result: int) -> None:
        """What was typed is kept before the dialog goes."""
        self._waiting.flush(anyway=True)
        super().done(result)

    # The pieces

    def _panes(self) -> QHBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(2 * STEP)
        left.addWidget(self._search)
        left.addWidget(self._list, 1)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        self._new = QPushButton(_("&New"))
        self._delete = QPushButton(_("&Delete"))
        for button in (self._new, self._delete):
            button.setAutoDefault(False)
            row.addWidget(button)
        left.addLayout(row)
        holder = QWidget()
        holder.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        holder.setFixedWidth(_LIST_WIDTH)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setObjectName("Page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, STEP, 0)
        column.addWidget(self.editor)
        area.setWidget(page)
        panes = QHBoxLayout()
        panes.setSpacing(5 * STEP)
        panes.addWidget(holder)
        panes.addWidget(area, 1)
        return panes

    def _add_buttons(self) -> None:
        self.add_button(_("&Import vCard…"), left=True).clicked.connect(self.import_file)
        self._export = self.add_button(_("E&xport vCard…"), left=True)
        self._export.clicked.connect(self.export_file)
        self._out = self.add_button(_("Take &out of this release"))
        self._out.clicked.connect(self.take_out)
        self.add_button(_("&Close")).clicked.connect(self.accept)
        self._use = self.add_button(_("&Use in this release"), primary=True)
        self._use.clicked.connect(self.use)

    def _connect(self) -> None:
        self._keeper.read.connect(self._show_book)
        self._keeper.failed.connect(self._say_error)
        self._search.textChanged.connect(self._fill)
        self._list.itemSelectionChanged.connect(self._choose)
        self._new.clicked.connect(self.add)
        self._delete.clicked.connect(self.delete)
        self.editor.edited.connect(self._waiting.postpone)

    # What is shown

    def _show_book(self, book: AddressBook) -> None:
        is_first = not self._book.cards and self.editor.card is None
        self._book = book
        self._fill()
        if is_first and self._list.count():
            self._list.setCurrentRow(0)
        self._mark()

    def _fill(self) -> None:
        """The list again, with what was marked in it."""
        editing = self.editor.card
        marked = {card.id for card in self.chosen} or ({editing.id} if editing else set())
        self._list.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._list.clear()
        for card in self._book.search(self._search.text(), i18n.language()):
            item = QListWidgetItem(_line(card))
            item.setData(_ID, card.id)
            self._list.addItem(item)
            item.setSelected(card.id in marked)
            if editing and card.id == editing.id:
                self._list.setCurrentItem(item)
        self._list.blockSignals(False)  # noqa: FBT003
        self._mark()

    def _choose(self) -> None:
        self._waiting.flush()
        cards = self.chosen
        if not (self.editor.card and len(cards) == 1 and cards[0].id == self.editor.card.id):
            self.editor.show_card(cards[0] if len(cards) == 1 else None)
        self._mark()

    def _mark(self) -> None:
        cards = self.chosen
        used = AddressBook(self._used)
        self._use.setEnabled(self._has_release and bool(cards))
        self._out.setVisible(any(used.alike(card) for card in cards))
        self._delete.setEnabled(bool(cards))
        self._export.setEnabled(bool(self._book.cards))
        self._state.setText(self._summary())

    def _summary(self) -> str:
        if not self._book.cards:
            return _("Nobody is in the address book yet. Write a card, or import a vCard from your mail program.")
        number = len(self._book.cards)
        words = ngettext("{n} contact.", "{n} contacts.", number).format(n=number)
        if self._used:
            names = ", ".join(card.name.in_language(i18n.language()) for card in self._used)
            words += " " + _("In this release: {names}.").format(names=names)
        return words

    def _say_imported(self, path: Path, warnings: list[FileWarning], before: int, book: AddressBook) -> None:
        added = len(book.cards) - before
        text = ngettext("{n} contact was added.", "{n} contacts were added.", added).format(n=added)
        said = " ".join(str(warning) for warning in warnings[:3])
        self._messages.say(Severity.WARNING if warnings else Severity.NOTE, f"{path.name}: {text} {said}".strip())

    def _say_exported(self, path: Path, number: int, _book: AddressBook) -> None:
        text = ngettext("{file}: {number} contact", "{file}: {number} contacts", number)
        self._messages.say(Severity.NOTE, text.format(file=path.name, number=number))

    def _say_error(self, error: Exception) -> None:
        if not isinstance(error, FileError):
            raise error
        self._messages.say(Severity.ERROR, str(error))

    def _put(self, cards: tuple[ContactCard, ...]) -> None:
        for card in cards:
            self._keeper.do(partial(self._store.put, card))


def _line(card: ContactCard) -> str:
    language = i18n.language()
    return ", ".join(filter(None, (card.name.in_language(language), card.office.in_language(language))))


def _without(gone: set[str], book: AddressBook) -> AddressBook:
    return AddressBook(tuple(card for card in book.cards if card.id not in gone))


def _brought_in(store: BookStore, path: Path, warnings: list[FileWarning]) -> AddressBook:
    """Reads the file and keeps its cards; runs in the pool."""
    from tilshi.contacts.vcard_reading import read_vcards  # loads 150 ms of libraries

    read = read_vcards(path)
    warnings.extend(read.warnings)
    return store.change(lambda book: book.merged(read.cards))


def _written_out(store: BookStore, path: Path, cards: tuple[ContactCard, ...]) -> AddressBook:
    """Writes the file; runs in the pool."""
    from tilshi.contacts.vcard_writing import write_vcards  # as above
    from tilshi.files import atomic

    atomic.replace(path, write_vcards(cards, language=i18n.language()))
    return store.load()
