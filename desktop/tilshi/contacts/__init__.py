"""The address book: whom readers of releases may ask, typed once and printed in every language."""

from tilshi.contacts.book import AddressBook, fresh_card_id
from tilshi.contacts.entry import Fault, faults, telephone
from tilshi.contacts.inserting import contained, insert_cards, remove_card, updated_cards
from tilshi.contacts.store import BookStore, default_path

__all__ = [
    "AddressBook",
    "BookStore",
    "Fault",
    "contained",
    "default_path",
    "faults",
    "fresh_card_id",
    "insert_cards",
    "remove_card",
    "telephone",
    "updated_cards",
]
