"""Numbers and dates of the present source in a stored translation."""

from __future__ import annotations

import pytest

from tilshi.memory.adapting import Adapter
from tilshi.memory.units import Unit
from tilshi.release import Mark, MarkKind, Text


def adapt(source: str, target: str, present: str, language: str = "kk") -> str | None:
    found = Adapter(present, ("en", language)).adapted(Unit(Text(source), Text(target), "en", language))
    return found.text.string if found else None


@pytest.mark.parametrize(
    ("source", "target", "present", "expected"),
    [
        ("On 6 March.", "6 наурызда.", "On 7 April.", "7 сәуірде."),
        ("since 6 March", "6 наурыздан бері", "since 8 September", "8 қыркүйектен бері"),
        ("the 6 March one", "6 наурыздағы", "the 7 April one", "7 сәуірдегі"),
        ("6 March 2026", "2026 жылғы 6 наурызда", "7 May 2027", "2027 жылғы 7 мамырда"),
        ("in March 2026", "2026 жылғы наурызда", "in June 2027", "2027 жылғы маусымда"),
        (
            "Monday, 2 March 2026",
            "2026 жылғы 2 наурыз, дүйсенбі",
            "Tuesday, 3 March 2026",
            "2026 жылғы 3 наурыз, сейсенбі",
        ),
        ("It rose to 15.", "Ол 15-ке жетті.", "It rose to 1,230.", "Ол 1\u00a0230-ға жетті."),
        ("the 5th", "5-ші", "the 6th", "6-шы"),
        ("from 10:00", "10:00-ден", "from 10:30", "10:30-дан"),
        ("3.4 million people", "3,4 млн адам", "5.2 million people", "5,2 млн адам"),
        ("5 dead, 10 wounded", "5 өлді, 10 жараланды", "10 dead, 5 wounded", "10 өлді, 5 жараланды"),
        ("in 2025", "2025 жылы", "in 2026", "2026 жылы"),
        ("12 offices", "12 кеңсе", "1,500 offices", "1\u00a0500 кеңсе"),
    ],
)
def test_kazakh_takes_the_values_with_the_endings_they_need(
    source: str, target: str, present: str, expected: str
) -> None:
    assert expected == adapt(source, target, present)


@pytest.mark.parametrize(
    ("language", "source", "target", "present", "expected"),
    [
        ("ru", "On 6 March 2026", "6 марта 2026 года", "On 7 April 2026", "7 апреля 2026 года"),
        ("ru", "In March 2026", "В марте 2026 года", "In August 2027", "В августе 2027 года"),
        ("ru", "5 people", "5 человек", "6 people", "6 человек"),
        ("fr", "On 1 March 2026", "Le 1er mars 2026", "On 7 April 2026", "Le 7 avril 2026"),
        ("fr", "On 7 April", "Le 7 avril", "On 1 March", "Le 1er mars"),
        ("fr", "5,000 people", "5\u202f000 personnes", "6,500 people", "6\u202f500 personnes"),
        ("fr", "at 16:30", "à 16\u00a0h\u00a030", "at 09:00", "à 9\u00a0h"),
    ],
)
def test_other_languages_get_their_house_form(
    language: str, source: str, target: str, present: str, expected: str
) -> None:
    assert expected == adapt(source, target, present, language)


@pytest.mark.parametrize(
    ("source", "target", "present", "language"),
    [
        ("5 people", "5 человек", "2 people", "ru"),  # another form of the noun would be needed
        ("1 person", "1 personne", "5 people", "fr"),
        ("5 people", "бес адам", "6 people", "kk"),  # spelt out in the translation
        ("5 and 5", "5 және 5", "5 and 6", "kk"),  # which of the two?
        ("5 people", "5 адам, 5 үй", "6 people", "kk"),
        ("5 people on 6 March", "6 наурызда 5 адам", "7 people", "kk"),  # not the same values
        ("5 people", "5 адам", "5 people", "kk"),  # nothing to adapt
    ],
)
def test_what_is_in_doubt_is_left(source: str, target: str, present: str, language: str) -> None:
    assert adapt(source, target, present, language) is None


def test_marks_stay_and_changes_are_told() -> None:
    target = Text("Бүгін 15 адам келді.", (Mark(13, 18, MarkKind.BOLD), Mark(6, 8, MarkKind.ITALIC)))
    unit = Unit(Text("Today 15 people came."), target, "en", "kk")
    found = Adapter("Today 1,200 people came.", ("en", "kk")).adapted(unit)
    assert found is not None
    assert found.text.string == "Бүгін 1\u00a0200 адам келді."
    assert (Mark(6, 11, MarkKind.ITALIC), Mark(16, 21, MarkKind.BOLD)) == found.text.marks
    (change,) = found.changes
    assert (change.start, change.end, change.stored) == (6, 11, "15")
