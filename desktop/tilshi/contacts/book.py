"""The address book as a value: cards by name, found by what is in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from itertools import chain, count
from typing import Final

from tilshi.release.contact import ContactCard

MOST_CARDS: Final = 10_000
"""How many cards a book holds at most."""


@dataclass(frozen=True, slots=True)
class AddressBook:
    """All cards, each with an id of its own."""

    cards: tuple[ContactCard, ...] = ()

    def card(self, card_id: str) -> ContactCard | None:
        """The card of that id."""
        return next((card for card in self.cards if card.id == card_id), None)

    def with_card(self, card: ContactCard) -> AddressBook:
        """The book with the card in the place of the one of its id, or at the end."""
        if self.card(card.id) is None:
            return AddressBook((*self.cards, card))
        return AddressBook(tuple(card if other.id == card.id else other for other in self.cards))

    def without(self, card_id: str) -> AddressBook:
        """The book without the card of that id."""
        return AddressBook(tuple(card for card in self.cards if card.id != card_id))

    def search(self, query: str, language: str = "en") -> tuple[ContactCard, ...]:
        """The cards in which every word of the query begins a word, in any language, or is part of a number.

        Case, accents and the spaces in telephone numbers do not matter. Sorted by name in `language`.
        """
        words = _folded(query).split()
        digits = re.sub(r"\D", "", query) if re.fullmatch(r"[+\d ()./-]+", query.strip()) else ""
        found = [card for card in self.cards if _fits(card, words, digits)]
        return tuple(sorted(found, key=lambda card: (_folded(card.name.in_language(language)), card.id)))

    def alike(self, card: ContactCard) -> ContactCard | None:
        """The card of the same person: one that shares a mailbox, or a number and a form of the name."""
        names = {_folded(text) for _language, text in card.name.forms}
        for other in self.cards:
            same_name = names & {_folded(text) for _language, text in other.name.forms}
            if {*card.emails} & {*other.emails} and same_name:
                return other
            if same_name and ({*card.phones} & {*other.phones} or not (card.emails or other.emails)):
                return other
        return None

    def merged(self, cards: Iterable[ContactCard]) -> AddressBook:
        """The book with cards from elsewhere: those of people it has take their place, others get ids of their own."""
        book = self
        for card in cards:
            same = book.alike(card)
            taken = {other.id for other in book.cards}
            book = book.with_card(replace(card, id=same.id if same else fresh_card_id(card, taken)))
        return book


def fresh_card_id(card: ContactCard, taken: Container[str]) -> str:
    """An id that can be read, out of the name, and is not taken yet."""
    plain = re.sub(r"[^a-z0-9]+", "-", _folded(card.name.in_language("en"))).strip("-")[:40] or "contact"
    numbered = (f"{plain}-{number}" for number in count(2))
    return next(name for name in chain((plain,), numbered) if name not in taken)


def _fits(card: ContactCard, words: list[str], digits: str) -> bool:
    if digits and any(digits in number for number in card.phones):
        return True
    forms = (card.name, card.office, card.role)
    texts = [text for each in forms for _language, text in each.forms]
    known = {part for text in (*texts, *card.emails) for part in (*_folded(text).split(), *_parts(text))}
    return all(any(part.startswith(word) for part in known) for word in words)


def _parts(text: str) -> list[str]:
    return re.findall(r"\w+", _folded(text))


def _folded(text: str) -> str:
    """For comparing: without case, accents of Latin letters and needless spaces; й and ё stay what they are."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(
        letter
        for at, letter in enumerate(decomposed)
        if not unicodedata.combining(letter) or not decomposed[:at][-1:].isascii()
    )
    return " ".join(unicodedata.normalize("NFC", plain).split())
