"""The commands about contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QWidget

from tilshi import i18n
from tilshi.i18n import _, ngettext
from tilshi_ui.controls.messages import MessageBar, Severity

if TYPE_CHECKING:
    from tilshi.release import ContactCard
    from tilshi_ui.contacts.dialog import ContactsDialog
    from tilshi_ui.document import OpenDocument

_USUAL: Final = ("en", "kk", "ru", "fr")
"""The languages of a card where the release does not say which."""


class ContactVerbs(QObject):
    """Shows the address book; what is used of it goes into the release as one edit."""

    def __init__(self, window: QWidget, messages: MessageBar, pool: QThreadPool) -> None:
        super().__init__(window)
        self._window = window
        self._messages = messages
        self._pool = pool
        self._document: OpenDocument | None = None
        self._dialog: ContactsDialog | None = None

    def show_document(self, document: OpenDocument | None) -> None:
        """Another release, or none."""
        if self._document is not None:
            self._document.changed.disconnect(self._show_used)
        self._document = document
        if document is not None:
            document.changed.connect(self._show_used)
        self._show_used()

    def open_contacts(self) -> None:
        """The address book."""
        from tilshi.contacts import BookStore
        from tilshi_ui.contacts.dialog import ContactsDialog  # dialogs are loaded when they are opened

        if self._dialog is not None and (self._dialog.language == i18n.language() or self._dialog.is_busy):
            self._dialog.refresh()
        else:
            self._forget()
            own = self._document.release.languages if self._document else ()
            languages = dict.fromkeys((*own, *_USUAL))
            self._dialog = ContactsDialog(BookStore(), self._pool, tuple(languages), self._window)
            self._dialog.wanted.connect(self.use)
            self._dialog.unwanted.connect(self.take_out)
        self._show_used()
        self._dialog.show()
        self._dialog.raise_()

    def use(self, cards: tuple[ContactCard, ...]) -> None:
        """Puts cards into the release, where every language shows them."""
        from tilshi.contacts import insert_cards

        if self._document is None:
            return
        edit = insert_cards(self._document.release, cards)
        if edit is not None:
            self._document.apply(edit)
        text = ngettext("{n} contact is in the release.", "{n} contacts are in the release.", len(cards))
        self._messages.say(Severity.NOTE, text.format(n=len(cards)), _("Undo"), self._document.undo)

    def take_out(self, card_id: str) -> None:
        """Takes a card out of the release."""
        from tilshi.contacts import remove_card

        if self._document is not None and (edit := remove_card(self._document.release, card_id)):
            self._document.apply(edit)

    def _show_used(self, *_change: object) -> None:
        if self._dialog is not None:
            self._dialog.show_used(self._document.release.contacts if self._document else None)

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
