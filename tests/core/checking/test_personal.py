"""Personal data."""

from __future__ import annotations

import pytest

from tests.core.checking.texts import ask
from tilshi.checking.findings import Severity
from tilshi.checking.passages import passage
from tilshi.checking.personal import PERSONAL_DATA
from tilshi.release import Role, Text


@pytest.mark.parametrize(
    ("text", "language", "marked"),
    [
        ("Азамат (ЖСН 850412300123) жараланды", "kk", "ЖСН 850412300123"),
        ("850412300123 нөмірі", "kk", "850412300123"),
        ("паспорт № N 12345678 был утерян", "ru", "паспорт № N 12345678"),
        ("his passport no. 123456789", "en", "passport no. 123456789"),
        ("KZ12 3456 7890 1234 5678", "kk", "KZ12 3456 7890 1234 5678"),
        ("card 1234 5678 1234 5678", "en", "1234 5678 1234 5678"),
        ("She was born on 5 May 1980.", "en", "born on 5 May 1980"),
        ("Elle est née le 5 mai 1980.", "fr", "née le 5 mai 1980"),
        ("Он родился 5 мая 1980 года", "ru", "родился 5 мая 1980"),
        ("ол 1980 жылғы 5 мамырда туған", "kk", "1980 жылғы 5 мамырда туған"),
        ("живет на ул. Примерной, д. 5, кв. 12", "ru", "ул. Примерной, д. 5, кв. 12"),
        ("Мысал көшесі, 5-үй, 12-пәтерде тұрады", "kk", "көшесі, 5-үй, 12-пәтерде"),
        ("at 1 Sample Street, apt. 12", "en", "Street, apt. 12"),
        ("1, rue Sample, appartement 3", "fr", "rue Sample, appartement 3"),
    ],
)
def test_personal_data_is_found(text: str, language: str, marked: str) -> None:
    assert ask(PERSONAL_DATA, text, language) == [marked]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Мысал көшесі, 1, Астана; 50-пәтерлік үй, 12 пәтер", "kk"),
        ("в 3 кв. 2026 года, 132 400 человек, 12 апреля 2026 года", "ru"),
        ("a flat 10 per cent; 2019 2020 2021 2022; born in 1980", "en"),
        ("8 May, the day Henry Dunant was born; A/RES/79/12; ISO 32000-1", "en"),
        ("Henry Dunant est né le 8 mai 1828", "fr"),
        ("тираж 850412 экз., +999 555 010 010", "ru"),
        ("8 мамыр – Анри Дюнанның туған күні", "kk"),
    ],
)
def test_public_data_is_left_alone(text: str, language: str) -> None:
    assert ask(PERSONAL_DATA, text, language, Role.CONTACT_NAME) == []


@pytest.mark.parametrize(
    ("text", "role", "severity"),
    [
        ("Қоңырау шалыңыз: +999 555 010 010", Role.BODY, Severity.NOTE),
        ("Оның жеке нөмірі: +999 555 010 010", Role.BODY, Severity.ERROR),
        ("Тел.: +999 555 010 010", Role.CONTACT_PHONE, None),
    ],
)
def test_telephones_belong_into_the_contacts(text: str, role: Role, severity: Severity | None) -> None:
    found = [spot.severity for spot in PERSONAL_DATA.check(passage(role, "kk", Text(text)))]
    assert found == ([severity] if severity else [])
