"""Where words may be divided."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.language.hyphenation import divisions


def shown(word: str, language: str) -> str:
    edges = [0, *divisions(word, language), len(word)]
    return "-".join(word[start:end] for start, end in itertools.pairwise(edges))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("kk", "халық-ара-лық"),
        ("kk", "мем-ле-кет-ара-лық"),
        ("kk", "гума-ни-тар-лық"),
        ("kk", "қақ-ты-ғыс-тар-дың"),
        ("kk", "жұрт-шы-лық-тың"),
        ("kk", "қауіп-сіз-дік"),
        ("kk", "қазақ-стан-дық"),
        ("kk", "электр-лен-діру"),
        ("kk", "элек-трон-дық"),
        ("kk", "тәуел-сіз-дік"),
        ("kk", "объ-ек-ті-лер"),
        ("kk-Cyrl-KZ", "келіс-сөз-дер"),
        ("ru", "меж-ду-на-род-ного"),
        ("ru", "гума-ни-тар-ная"),
        ("en", "inter-na-tional"),
        ("en-GB", "«organ-isa-tions»,"),
        ("fr", "res-pon-sa-bi-lité"),
    ],
)
def test_words_are_divided_by_the_rules_of_their_language(language: str, expected: str) -> None:
    assert shown(expected.replace("-", ""), language) == expected


@pytest.mark.parametrize(
    "word",
    [
        "ХҚКК",
        "ХҚКК-нің",
        "COVID",
        "Мысалова",
        "НАТО-ға",
        "12500",
        "ақпарат-түсіндіру",
        "aujourd’hui",
        "мектеп",
        "press@example.org",
    ],
)
@pytest.mark.parametrize("language", ["kk", "ru", "en", "fr"])
def test_some_words_never_are(word: str, language: str) -> None:
    assert divisions(word, language) == ()


def test_a_language_without_rules_divides_nothing() -> None:
    assert divisions("Donaudampfschifffahrt".lower(), "de") == ()


@given(st.text("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя", min_size=1, max_size=24))
def test_every_part_has_three_letters_at_the_ends_and_none_begins_with_a_sign(word: str) -> None:
    found = divisions(word, "kk")
    assert list(found) == sorted(set(found))
    assert all(3 <= at <= len(word) - 3 for at in found)
    assert all(word[at] not in "ъь" for at in found)
