"""Missing sentences, unusual lengths."""

from __future__ import annotations

import pytest

from tests.core.checking.texts import compare
from tilshi.checking.completeness import SENTENCE_COUNT, UNUSUAL_LENGTH
from tilshi.checking.findings import Side
from tilshi.release import Role

LONG = "The water level rose by four metres within a day and a half, and the current carried cars far downstream."


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("One came. Two left. Three stayed.", "Біреуі келді. Екеуі кетті. Үшеуі қалды.", "kk"),
        ("One came. Two left.", "Один пришел, двое ушли.", "ru"),
        ("One came, two left.", "L’un est venu. Deux sont partis.", "fr"),
        ("“No,” said John Sample. “Never.”", "«Жоқ, – деді Джон Сэмпл. – Ешқашан».", "kk"),
        ("First part.\n\nSecond part.", "Первая часть.\n\nВторая часть.", "ru"),
        ("Dr. J. Sample came at 3 p.m. with Mrs. Example.", "Доктор Дж. Сэмпл пришел в 15:00.", "ru"),
        ("", "", "kk"),
    ],
)
def test_as_many_sentences(source: str, target: str, language: str) -> None:
    assert compare(SENTENCE_COUNT, source, target, language) == []


@pytest.mark.parametrize(
    ("source", "target", "language", "numbers"),
    [
        ("One came. Two left. Three stayed.", "Біреуі келді.", "kk", ("3", "1")),
        (
            f"{LONG} {LONG}",
            "Су деңгейі бір жарым тәулікте төрт метрге көтеріліп, ағын көліктерді әкетті.",
            "kk",
            ("2", "1"),
        ),
        ("First part.\n\nSecond part.", "Première partie. Deuxième partie.", "fr", ("2", "1")),
        ("Один пришел.", "One came. Two left. Three stayed.", "en", ("1", "3")),
    ],
)
def test_sentences_are_missing_or_too_many(source: str, target: str, language: str, numbers: tuple[str, str]) -> None:
    (spot,) = compare(SENTENCE_COUNT, source, target, language, source_language="ru" if language == "en" else "en")
    assert (spot.start, spot.end, spot.side) == (0, len(target), Side.TARGET)
    assert dict(spot.message.values) == {"expected": numbers[0], "found": numbers[1]}


@pytest.mark.parametrize("language", ["en", "fr", "ru", "kk"])
@pytest.mark.parametrize(("share", "count"), [(0.4, 1), (0.75, 0), (1.0, 0), (1.3, 0), (2.2, 1)])
def test_lengths_are_compared_with_what_is_usual(language: str, share: float, count: int) -> None:
    usual = len(LONG) * {"en": 1.0, "fr": 1.13, "ru": 1.01, "kk": 1.02}[language]
    target = "а" * round(usual * share)
    assert len(compare(UNUSUAL_LENGTH, LONG, target, language)) == count


@pytest.mark.parametrize(
    ("source", "target", "role"),
    [
        ("Total", "Барлығы осыншама", Role.BODY),
        (LONG, "", Role.BODY),
        (LONG, "қысқа", Role.EMBARGO),
        (LONG, "қысқа", Role.TABLE_ROW),
        (LONG, "қысқа", Role.CONTACT_NAME),
    ],
)
def test_some_lengths_say_nothing(source: str, target: str, role: Role) -> None:
    assert compare(UNUSUAL_LENGTH, source, target, role=role) == []


def test_an_unusual_length_is_given_in_characters() -> None:
    (spot,) = compare(UNUSUAL_LENGTH, LONG, "Су деңгейі көтерілді.", "kk")
    assert str(spot.message) == "21 characters where about 107 are usual: is something missing?"
