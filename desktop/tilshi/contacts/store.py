"""Where the address book lies: one JSON file in the data folder of the system, for this user only, replaced whole."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from tilshi.contacts.book import MOST_CARDS, AddressBook
from tilshi.contacts.entry import faults
from tilshi.files.atomic import replace
from tilshi.files.bounded import read_bytes
from tilshi.files.errors import FileError
from tilshi.files.json import Json, parse
from tilshi.i18n import _
from tilshi.release.contact import ContactCard, Localised

FORMAT: Final = "tilshi address book"
VERSION: Final = 1
_LARGEST: Final = 16 * 1024 * 1024
_LOCALISED: Final = ("name", "office", "role", "hours")
_LISTS: Final = ("phones", "emails")
_KEYS: Final = frozenset({"id", "time_zone", *_LOCALISED, *_LISTS})


def default_path() -> Path:
    """Where this system keeps the data of a user's programs; ours in a folder of its own."""
    import platformdirs  # takes 5 ms that most commands do not need

    return platformdirs.user_data_path("tilshi", appauthor=False) / "contacts" / "address-book.json"


class BookStore:
    """The address book in a file. Every change reads the file anew, so that two windows keep each other's cards."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_path()

    def load(self) -> AddressBook:
        """The book as it is in the file; an empty one where there is no file yet.

        Raises:
            FileError: it cannot be read or is damaged; nothing is changed then.
        """
        if not self.path.exists():
            return AddressBook()
        return read_book(self.path, read_bytes(self.path, _LARGEST))

    def change(self, change: Callable[[AddressBook], AddressBook]) -> AddressBook:
        """The book after the change, which is in the file.

        Raises:
            FileError: the file cannot be read or written, a card is not as it should be, or there are too many; what
                was there before is untouched.
        """
        before = self.load()
        after = change(before)
        if after == before:
            return after
        self._check(after)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = error.strerror or str(error)
            raise FileError(self.path.parent, _("The folder cannot be made: {why}.").format(why=why)) from error
        replace(self.path, write_book(after), private=True)
        return after

    def put(self, card: ContactCard) -> AddressBook:
        """Keeps a card, in the place of the one of its id; raises as `change` does."""
        return self.change(lambda book: book.with_card(card))

    def remove(self, card_id: str) -> AddressBook:
        """Takes a card out; raises as `change` does."""
        return self.change(lambda book: book.without(card_id))

    def _check(self, book: AddressBook) -> None:
        if len(book.cards) > MOST_CARDS:
            raise FileError(self.path, _("An address book holds at most {number} contacts.").format(number=MOST_CARDS))
        for card in book.cards:
            for fault in faults(card):
                raise FileError(self.path, fault.message, place=card.name.in_language("en") or card.id)


def write_book(book: AddressBook) -> bytes:
    """The book as UTF-8, the same bytes for the same book."""
    content = {"format": FORMAT, "version": VERSION, "cards": [_written(card) for card in book.cards]}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def read_book(path: Path, data: bytes) -> AddressBook:
    """The book in the bytes of a file; `path` is for messages.

    Raises:
        FileError: it is no address book, damaged, or of a newer version; with the card and the key.
    """
    content = parse(path, data)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise FileError(path, _("This is not an address book of Tilshi."))
    if content.get("version") != VERSION:
        raise FileError(
            path, _("This file was made for a newer version of Tilshi."), remedy=_("Install the newer version.")
        )
    rows = content.get("cards")
    if not isinstance(rows, list) or len(rows) > MOST_CARDS:
        raise _damaged(path, "cards")
    cards = tuple(_card(path, f"cards[{at}]", row) for at, row in enumerate(rows, 1))
    if len({card.id for card in cards}) < len(cards):
        raise _damaged(path, "id")
    return AddressBook(cards)


def _written(card: ContactCard) -> dict[str, Any]:
    content: dict[str, Any] = {"id": card.id}
    content |= {name: dict(forms.forms) for name in _LOCALISED if (forms := getattr(card, name)).forms}
    content |= {name: list(values) for name in _LISTS if (values := getattr(card, name))}
    return content | ({"time_zone": card.time_zone} if card.time_zone else {})


def _card(path: Path, place: str, row: Json) -> ContactCard:
    if not isinstance(row, dict) or (set(row) - _KEYS):
        unknown = ", ".join(sorted(set(row) - _KEYS))[:60] if isinstance(row, dict) else ""
        raise _damaged(path, f"{place}.{unknown}" if unknown else place)
    identity, zone = row.get("id"), row.get("time_zone", "")
    if not isinstance(identity, str) or not identity or not isinstance(zone, str):
        raise _damaged(path, place)
    name, office, role, hours = (_forms(path, f"{place}.{key}", row.get(key, {})) for key in _LOCALISED)
    phones, emails = (_texts(path, f"{place}.{key}", row.get(key, [])) for key in _LISTS)
    card = ContactCard(identity, name, office, role, phones, emails, hours, zone)
    for fault in faults(card):
        raise FileError(path, fault.message, place=f"{place}.{fault.field}")
    return card


def _forms(path: Path, place: str, value: Json) -> Localised:
    if not isinstance(value, dict):
        raise _damaged(path, place)
    found = {language: text for language, text in value.items() if isinstance(text, str)}
    if len(found) < len(value):
        raise _damaged(path, place)
    return Localised(tuple(found.items()))


def _texts(path: Path, place: str, value: Json) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _damaged(path, place)
    texts = tuple(text for text in value if isinstance(text, str))
    if len(texts) < len(value):
        raise _damaged(path, place)
    return texts


def _damaged(path: Path, place: str) -> FileError:
    return FileError(
        path,
        _("The address book is damaged."),
        place=place,
        remedy=_("Repair it in a text editor, or put it aside and begin with an empty one."),
    )
