"""Fixed strings of templates."""

from __future__ import annotations

from pathlib import Path

import pytest

from tilshi.checking.engine import check
from tilshi.checking.findings import fixing
from tilshi.checking.fixed import FIXED_STRING
from tilshi.release import Block, Release, Role, Segment, Target, Text
from tilshi.workflow import open_any

SAMPLES = sorted((Path(__file__).parents[3] / "assets" / "samples").glob("*.tilshi"))
INTRO = "For further information, please contact:"


def release(role: Role, source: str, target: str, language: str = "kk", template: str = "statement") -> Release:
    segment = Segment("s", Text(source), ((language, Target(Text(target))),))
    return Release("r", "en", (language,), template, (Block("p", role, (segment,)),))


RIGHT = [
    (Role.KICKER, "ICRC Statement", "ХҚКК мәлімдемесі", "kk", "statement"),
    (Role.KICKER, "ICRC Statement", "Déclaration du CICR", "fr", "statement"),
    (Role.KICKER, "Statement", "Заявление", "ru", "statement"),
    (Role.KICKER, "A few words", "Бірнеше сөз", "kk", "statement"),
    (Role.KICKER, "ICRC News Note", "МККК: информационная записка", "ru", "statement"),
    (Role.CONTACT_INTRO, INTRO, "Pour plus d'informations, veuillez contacter\u00a0:", "fr", "statement"),
    (Role.CONTACT_INTRO, "Ask us:", "Бізден сұраңыз:", "kk", "statement"),
    (Role.CONTACT_PHONE, "Tel.: +999 555 010 010", "Тел.: +999 555 010 010", "ru", "statement"),
    (Role.WEBSITE, "Or visit our website: example.org", "Или посетите наш сайт: example.org", "ru", "statement"),
    (Role.FACT, "When: now", "Когда: сейчас", "ru", "media-advisory"),
    (Role.CONTACT_INTRO, INTRO, "Бізге жазыңыз:", "kk", "no-such-template"),
    (Role.CONTACT_INTRO, INTRO, "Schreiben Sie uns:", "de", "statement"),
]


@pytest.mark.parametrize(("role", "source", "target", "language", "template"), RIGHT)
def test_fixed_strings_as_they_are(role: Role, source: str, target: str, language: str, template: str) -> None:
    assert check(release(role, source, target, language, template), language, (FIXED_STRING,)) == ()


PHONE, SITE = "+999 555 010 010", "example.org"
ALTERED = [
    (Role.KICKER, "ICRC Statement", "ХҚКК хабарламасы", "kk", "statement", "ХҚКК мәлімдемесі"),
    (Role.KICKER, "ICRC News Note", "МККК: новости", "ru", "statement", "МККК: информационная записка"),
    (
        Role.CONTACT_INTRO,
        INTRO,
        "Contactez-nous :",
        "fr",
        "statement",
        "Pour plus d’informations, veuillez contacter :",
    ),
    (Role.CONTACT_PHONE, f"Tel.: {PHONE}", f"Телефон: {PHONE}", "ru", "statement", f"Тел.: {PHONE}"),
    (Role.CONTACT_EMAIL, "Email: a@example.org", "Пошта: a@example.org", "kk", "statement", "Эл. пошта: a@example.org"),
    (
        *(Role.WEBSITE, f"Or visit our website: {SITE}", f"Наш сайт: {SITE}", "ru", "statement"),
        f"Или посетите наш сайт: {SITE}",
    ),
    (Role.FACT, "When: now", "Уақыты: қазір", "kk", "media-advisory", "Қашан: қазір"),
]


@pytest.mark.parametrize(("role", "source", "target", "language", "template", "right"), ALTERED)
def test_altered_fixed_strings(  # noqa: PLR0917
    role: Role, source: str, target: str, language: str, template: str, right: str
) -> None:
    before = release(role, source, target, language, template)
    (finding,) = check(before, language, (FIXED_STRING,))
    after = fixing(before, finding, finding.fixes[0]).apply(before)
    assert after.text("s", language).string.replace("\u00a0", " ") == right
    assert check(after, language, (FIXED_STRING,)) == ()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["fr", "ru", "kk"])
def test_the_samples_have_their_fixed_strings(path: Path, language: str) -> None:
    assert check(open_any(path).release, language, (FIXED_STRING,)) == ()
