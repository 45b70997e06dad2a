"""Cards of the address book in a release."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.core.contacts.people import ARMAN, JANE, forms
from tilshi.contacts import AddressBook, contained, insert_cards, remove_card, updated_cards
from tilshi.layout import profile, template
from tilshi.layout.blank import blank_release
from tilshi.layout.blocks import Contact
from tilshi.layout.compose import compose
from tilshi.layout.missing import missing_parts
from tilshi.release import Block, Release, Role, Segment, Session, Text

LANGUAGES = ("en", "fr", "ru", "kk")


@pytest.fixture
def blank() -> Release:
    return blank_release(template.load("press-release"), profile.NEUTRAL, LANGUAGES, dt.date(2026, 3, 6))


def shown(release: Release, language: str) -> list[Contact]:
    document = compose(release, template.load("press-release"), profile.NEUTRAL, language)
    return [block for block in document.blocks if isinstance(block, Contact)]


def test_contacts_are_typed_once_and_shown_in_every_language(blank: Release) -> None:
    session = Session(blank)
    edit = insert_cards(session.release, [JANE, ARMAN])
    assert edit is not None
    session.apply(edit)
    assert session.release.contacts == (JANE, ARMAN)
    assert not any(block.role.is_contact for block in session.release.blocks)
    for language in LANGUAGES:
        first, second = shown(session.release, language)
        assert JANE.name.in_language(language) == first.name
        assert (JANE.phones, JANE.emails) == (first.phones, first.emails)
        assert ARMAN.phones == second.phones
        lacking = {part.role for part in missing_parts(session.release, template.load("press-release"), language)}
        assert not any(role.is_contact for role in lacking)
    session.undo()
    assert blank == session.release


def test_parts_that_say_the_same_make_room_and_others_stay() -> None:
    parts = (
        ("name", Role.CONTACT_NAME, "Jane Example, Port-Example"),
        ("phone", Role.CONTACT_PHONE, "Tel.: +999 555 010 010"),
        ("other", Role.CONTACT_NAME, "John Sample"),
        ("mail", Role.CONTACT_EMAIL, "Email: john@example.org"),
    )
    blocks = tuple(Block(name, role, (Segment(name, Text(text)),)) for name, role, text in parts)
    release = Release("r", "en", ("kk",), "press-release", blocks)
    edit = insert_cards(release, [JANE])
    assert edit is not None
    after = edit.apply(release)
    assert [block.id for block in after.blocks] == ["other", "mail"]
    assert [contact.name for contact in shown(after, "en")] == ["John Sample", "Jane Example"]


def test_who_is_in_a_release_is_renewed_and_not_added_again(blank: Release) -> None:
    first = insert_cards(blank, [JANE])
    assert first is not None
    release = first.apply(blank)
    assert insert_cards(release, [JANE]) is None
    assert contained(release, replace(JANE, id="elsewhere"))
    newer = replace(JANE, role=forms(en="Head"))
    assert (newer,) == updated_cards(release, AddressBook((newer, ARMAN)))
    second = insert_cards(release, [newer])
    assert second is not None
    assert (newer,) == second.apply(release).contacts
    gone = remove_card(release, JANE.id)
    assert gone is not None
    assert gone.apply(release).contacts == ()
    assert remove_card(release, "nobody") is None


def test_another_person_of_the_same_id_gets_one_of_their_own(blank: Release) -> None:
    first = insert_cards(blank, [JANE, replace(ARMAN, id=JANE.id)])
    assert first is not None
    assert [card.id for card in first.apply(blank).contacts] == ["jane-example", "arman-example"]
