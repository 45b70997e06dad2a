"""The address book: finding, merging, keeping."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.contacts.people import ARMAN, JANE, forms
from tilshi.contacts import AddressBook, BookStore, faults
from tilshi.contacts.store import read_book, write_book
from tilshi.files.errors import FileError
from tilshi.release import ContactCard

BOOK = AddressBook((JANE, ARMAN))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [ARMAN, JANE]),
        ("jane", [JANE]),
        ("EXAMPLE", [ARMAN, JANE]),
        ("мысал жейн", [JANE]),
        ("үлгі", [ARMAN]),
        ("улгі", []),
        ("press@", [JANE]),
        ("spokes port", [JANE]),
        ("555 010", [JANE]),
        ("+7 727", [ARMAN]),
        ("xample", []),
    ],
)
def test_people_are_found_by_the_beginnings_of_words_and_by_digits(query: str, found: list[ContactCard]) -> None:
    assert found == list(BOOK.search(query))


def test_accents_of_latin_letters_do_not_matter_and_those_of_cyrillic_ones_do() -> None:
    book = AddressBook((replace(JANE, name=forms(fr="Éloïse Exemple")), replace(ARMAN, name=forms(ru="Андрей"))))
    assert len(book.search("eloise")) == 1
    assert len(book.search("андреи")) == 0


def test_a_person_who_is_known_is_renewed_and_keeps_the_id() -> None:
    newer = replace(JANE, id="other", role=forms(en="Head"))
    book = BOOK.merged([newer, replace(ARMAN, name=forms(en="Somebody Else"))])
    assert [card.id for card in book.cards] == ["jane-example", "arman", "somebody-else"]
    assert forms(en="Head") == book.cards[0].role


def test_people_who_share_a_mailbox_stay_two() -> None:
    colleague = replace(JANE, name=forms(en="John Sample"))
    assert [card.id for card in BOOK.merged([colleague]).cards] == ["jane-example", "arman", "john-sample"]


def test_the_file_is_for_this_user_only_and_the_same_for_the_same_book(tmp_path: Path) -> None:
    store = BookStore(tmp_path / "new" / "book.json")
    assert AddressBook() == store.load()
    store.put(JANE)
    assert store.put(ARMAN) == BOOK
    assert store.load() == BOOK
    assert store.path.stat().st_mode & 0o777 == 0o600
    assert write_book(BOOK) == store.path.read_bytes()
    assert AddressBook((ARMAN,)) == store.remove(JANE.id)


def test_two_windows_keep_each_others_cards(tmp_path: Path) -> None:
    one, other = BookStore(tmp_path / "book.json"), BookStore(tmp_path / "book.json")
    one.load()
    other.put(ARMAN)
    assert {JANE, ARMAN} == set(one.put(JANE).cards)


def test_a_wrong_card_is_refused_and_nothing_is_changed(tmp_path: Path) -> None:
    store = BookStore(tmp_path / "book.json")
    store.put(JANE)
    before = store.path.read_bytes()
    with pytest.raises(FileError, match="not a telephone number"):
        store.put(replace(ARMAN, phones=("+7 1",)))
    assert before == store.path.read_bytes()


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"format": "other"}, ""),
        ({"version": 2}, ""),
        ({"cards": 5}, "cards"),
        ({"cards": [{"id": "x", "name": {"en": "X"}, "nick": 1}]}, "cards[1].nick"),
        ({"cards": [{"id": "x", "name": "X"}]}, "cards[1].name"),
        ({"cards": [{"id": "x", "name": {"en": "X"}, "phones": ["12"]}]}, "cards[1].phones"),
        ({"cards": [{"id": "x", "name": {"en": "X"}, "emails": [7]}]}, "cards[1].emails"),
        ({"cards": [{"id": "x", "name": {"en": "X"}, "time_zone": "Mars/Base"}]}, "cards[1].time_zone"),
        ({"cards": [{"id": "x", "name": {"en": "X"}}, {"id": "x", "name": {"en": "Y"}}]}, "id"),
        ({"cards": [{"name": {"en": "X"}}]}, "cards[1]"),
    ],
)
def test_a_damaged_book_is_refused_with_its_place(change: dict[str, object], place: str) -> None:
    content = json.loads(write_book(BOOK)) | change
    with pytest.raises(FileError) as caught:
        read_book(Path("book.json"), json.dumps(content).encode())
    assert place == caught.value.place


def test_every_mistake_is_named_with_its_field() -> None:
    wrong = ContactCard(
        "x", forms(en="  "), phones=("+999555010010", "5"), emails=("a@b", "press@example.org"), time_zone="Nowhere"
    )
    assert [(fault.field, fault.at) for fault in faults(wrong)] == [
        ("name", 0),
        ("phones", 1),
        ("emails", 0),
        ("time_zone", 0),
    ]
    assert faults(JANE) == ()


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30)
CARDS = st.builds(
    ContactCard,
    TEXT,
    st.dictionaries(st.sampled_from(["en", "kk", "ru", "fr"]), TEXT.map("A{}".format), min_size=1).map(
        lambda texts: forms(**texts)
    ),
    phones=st.lists(st.sampled_from(["+999555010010", "+77272588588"]), unique=True).map(tuple),
    time_zone=st.sampled_from(["", "UTC", "Europe/Paris"]),
)


@given(st.lists(CARDS, max_size=5, unique_by=lambda card: card.id))
def test_every_book_is_read_as_it_was_written(cards: list[ContactCard]) -> None:
    book = AddressBook(tuple(cards))
    assert book == read_book(Path("book.json"), write_book(book))
