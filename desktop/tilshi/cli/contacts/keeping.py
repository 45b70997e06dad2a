"""What `tilshi contacts` does."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from tilshi.cli.console import Console
from tilshi.cli.inputs import opened
from tilshi.contacts import AddressBook, BookStore, insert_cards
from tilshi.contacts.vcard_reading import read_vcards
from tilshi.contacts.vcard_writing import VCardVersion, write_vcards
from tilshi.drafts import save_draft
from tilshi.files import atomic
from tilshi.files.errors import FileError
from tilshi.i18n import _, language, ngettext
from tilshi.language.phones import show_phone
from tilshi.release import ContactCard


def show(arguments: Namespace, console: Console) -> int:
    """Says who is in the book: 1 where nobody is."""
    found = _chosen(_store(arguments).load(), arguments.query)
    if arguments.json:
        console.say_json([_as_json(card) for card in found])
    else:
        for card in found:
            console.say(_in_line(card))
    return 0 if found else 1


def bring(arguments: Namespace, console: Console) -> int:
    """Brings the contacts of files in; all of them or none."""
    store = _store(arguments)
    book = before = store.load()
    for name in arguments.files:
        read = read_vcards(Path(name), arguments.country.upper())
        for warning in read.warnings:
            console.warn(name, warning)
        book = book.merged(read.cards)
    if not arguments.dry_run:
        # Read again under the change itself: what another window added meanwhile stays.
        changed = [card for card in book.cards if before.card(card.id) != card]
        book = store.change(lambda current: _with_all(current, changed))
    added = len(book.cards) - len(before.cards)
    renewed = sum(1 for card in before.cards if book.card(card.id) != card)
    said = _("{added} added, {renewed} renewed, {number} in the address book")
    console.say(said.format(added=added, renewed=renewed, number=len(book.cards)))
    return 0


def export(arguments: Namespace, console: Console) -> int:
    """Writes contacts to a file."""
    path = Path(arguments.output)
    if arguments.no_overwrite and path.exists():
        raise FileError(path, _("There is a file of this name already."), remedy=_("Choose another name."))
    found = _chosen(_store(arguments).load(), arguments.query)
    if not found:
        raise FileError(path, _("There are no contacts to write."))
    atomic.replace(path, write_vcards(found, VCardVersion(arguments.vcard), language()))
    message = ngettext("{file}: {number} contact", "{file}: {number} contacts", len(found))
    console.say(message.format(file=arguments.output, number=len(found)))
    return 0


def insert(arguments: Namespace, console: Console) -> int:
    """Puts contacts into a draft."""
    book = _store(arguments).load()
    query = " ".join(arguments.query)
    named = book.card(query)
    found = (named,) if named else book.search(query, language())
    if not found:
        raise FileError(
            _store(arguments).path,
            _("Nobody in the address book fits “{query}”.").format(query=query),
            remedy=_("See: {command}").format(command="tilshi contacts list"),
        )
    file = opened(arguments.file, console)
    if file.draft is None:
        raise FileError(
            arguments.file, _("This is no draft."), remedy=_("Make one with {command}.").format(command="tilshi import")
        )
    edit = insert_cards(file.release, found)
    if edit is not None:
        save_draft(edit.apply(file.release), Path(arguments.file), file.draft)
    for card in found:
        console.say(_in_line(card))
    return 0


ACTIONS: Final[Mapping[str, Callable[[Namespace, Console], int]]] = MappingProxyType(
    {"list": show, "import": bring, "export": export, "add-to": insert}
)


def _store(arguments: Namespace) -> BookStore:
    return BookStore(Path(arguments.book) if arguments.book else None)


def _chosen(book: AddressBook, words: list[str]) -> tuple[ContactCard, ...]:
    return book.search(" ".join(words), language())


def _with_all(book: AddressBook, cards: list[ContactCard]) -> AddressBook:
    for card in cards:
        book = book.with_card(card)
    return book


def _in_line(card: ContactCard) -> str:
    code = language()
    parts = (card.name.in_language(code), card.office.in_language(code), card.role.in_language(code))
    numbers = map(show_phone, card.phones)
    return "  ".join((card.id, ", ".join(filter(None, parts)), *numbers, *card.emails))


def _as_json(card: ContactCard) -> dict[str, Any]:
    forms = {key: dict(getattr(card, key).forms) for key in ("name", "office", "role", "hours")}
    numbers = {"phones": list(card.phones), "emails": list(card.emails), "time_zone": card.time_zone}
    return {"id": card.id, **forms, **numbers}
