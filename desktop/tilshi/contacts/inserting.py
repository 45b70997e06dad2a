"""Cards of the address book in a release, as edits that can be undone.

A release keeps copies of its cards: what it says does not change because somebody changed the book. The page shows them
where the template has its contacts, in every language; parts that say the same, or nothing yet, make room for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tilshi.contacts.book import AddressBook, fresh_card_id
from tilshi.language.addresses import AddressKind, spans
from tilshi.release.contact import ContactCard
from tilshi.release.edits import Compound, Edit
from tilshi.release.model import Block, Release
from tilshi.release.operations import remove_block, set_contacts
from tilshi.release.roles import Role


def insert_cards(release: Release, cards: Iterable[ContactCard]) -> Compound | None:
    """The edit that adds cards to a release, or renews those it has; None where it has all of them as they are."""
    known = AddressBook(release.contacts)
    for card in cards:
        own = known.card(card.id)
        same = own if own and AddressBook((own,)).alike(card) else known.alike(card)
        taken = {other.id for other in known.cards}
        identity = same.id if same else card.id if card.id not in taken else fresh_card_id(card, taken)
        known = known.with_card(replace(card, id=identity))
    return _edited(release, known.cards)


def remove_card(release: Release, card_id: str) -> Compound | None:
    """The edit that takes a card out of a release; None where it has none of that id."""
    return _edited(release, AddressBook(release.contacts).without(card_id).cards)


def contained(release: Release, card: ContactCard) -> bool:
    """Whether a release names the person of a card."""
    return AddressBook(release.contacts).alike(card) is not None


def updated_cards(release: Release, book: AddressBook) -> tuple[ContactCard, ...]:
    """The cards of the book that say something else now than the release's copies of them."""
    pairs = ((card, book.alike(card)) for card in release.contacts)
    return tuple(new for card, new in pairs if new and replace(new, id=card.id) != card)


def _edited(release: Release, cards: tuple[ContactCard, ...]) -> Compound | None:
    edits: list[Edit] = []
    state = release
    for block_id in _superseded(release, cards):
        removal = remove_block(state, block_id)
        state = removal.apply(state)
        edits.append(removal)
    if cards != release.contacts:
        edits.append(set_contacts(state, cards))
    return Compound(tuple(edits)) if edits else None


def _superseded(release: Release, cards: tuple[ContactCard, ...]) -> Iterator[str]:
    """The ids of the contact parts that hold nothing but a label, or are of a person who has a card now."""
    if not cards:
        return
    told = {href.lower() for card in cards for href in _hrefs(card)}
    for group in _groups(release.blocks):
        addresses = {href for block in group for href in _addresses_in(block)}
        if addresses and addresses <= told:
            yield from (block.id for block in group)
        elif not addresses:
            yield from (block.id for block in group if _is_unwritten(block))


def _hrefs(card: ContactCard) -> Iterator[str]:
    yield from (f"tel:{number}" for number in card.phones)
    yield from (f"mailto:{address}" for address in card.emails)


def _groups(blocks: Iterable[Block]) -> list[list[Block]]:
    """The contact parts of each person: a name begins a new one where the last has a name or an address already."""
    groups: list[list[Block]] = []
    for block in blocks:
        if not block.role.is_contact:
            continue
        is_name = block.role is Role.CONTACT_NAME
        if not groups or (is_name and any(old.role is not Role.CONTACT_ROLE for old in groups[-1])):
            groups.append([])
        groups[-1].append(block)
    return groups


def _addresses_in(block: Block) -> Iterator[str]:
    """Where the telephone numbers and mailboxes in the source of a part lead."""
    for segment in block.segments:
        for found in spans(segment.source.string):
            if found.kind in {AddressKind.PHONE, AddressKind.EMAIL}:
                yield found.href.lower()


def _is_unwritten(block: Block) -> bool:
    """Whether a part was made by a template and nobody has written in it."""
    texts = [segment.source.string.strip() for segment in block.segments]
    if block.role in {Role.CONTACT_PHONE, Role.CONTACT_EMAIL}:
        return all(not text or text.endswith((":", "：")) for text in texts)
    return not any(texts)
