"""Quotations, and who says them."""

from __future__ import annotations

import pytest

from tests.core.checking.texts import compare
from tilshi.checking.engine import check
from tilshi.checking.findings import Finding
from tilshi.checking.passages import passage
from tilshi.checking.speakers import QUOTE_SPEAKER
from tilshi.checking.speech import QUOTE_COUNT, speech
from tilshi.release import Block, Release, Role, Segment, Target, Text

ENGLISH = "“We do not take sides,” said Jane Example, head of the delegation. “We ask for one thing.”"
KAZAKH = "«Біз ешкімнің жағында емеспіз», – деді өкілдік басшысы Джейн Экзампл. – «Біз бір нәрсе сұраймыз»."
KAZAKH_ONE = "«Біз ешкімнің жағында емеспіз, – деді өкілдік басшысы Джейн Экзампл. – Біз бір нәрсе сұраймыз»."
RUSSIAN = "«Мы не принимаем ничью сторону, – сказала глава делегации Джейн Экзампл. – Мы просим об одном»."
FRENCH = "« Nous ne prenons pas parti », a déclaré Jane Example, cheffe de la délégation. « Nous demandons une chose. »"


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        (ENGLISH, "en", 1),
        (KAZAKH, "kk", 1),
        (KAZAKH_ONE, "kk", 1),
        (RUSSIAN, "ru", 1),
        (FRENCH, "fr", 1),
        ("“We are here,” said X. Nobody answered. Later: “We left at noon.”", "en", 1),
        ("The law “On the protection of the emblem” is in force.", "en", 0),
        ("Закон «О защите эмблемы Красного Креста» вступил в силу.", "ru", 0),
        ("«Экзампл-холл»", "kk", 0),
        ("", "kk", 0),
    ],
)
def test_quotations_are_told_from_titles(text: str, language: str, number: int) -> None:
    assert speech(passage(Role.BODY, language, Text(text))).quotations == number


@pytest.mark.parametrize(
    ("target", "language"), [(KAZAKH, "kk"), (KAZAKH_ONE, "kk"), (RUSSIAN, "ru"), (FRENCH, "fr"), ("", "kk")]
)
def test_as_many_quotations(target: str, language: str) -> None:
    assert compare(QUOTE_COUNT, ENGLISH, target, language, role=Role.QUOTE) == []


@pytest.mark.parametrize(
    ("target", "language"),
    [
        (KAZAKH.replace("«", "").replace("»", ""), "kk"),
        ("Глава делегации Джейн Экзампл сказала, что сотрудники не принимают ничью сторону.", "ru"),
        (FRENCH.replace("« Nous demandons une chose. »", "Nous demandons une chose."), "fr"),
        (KAZAKH.replace("«Біз ешкімнің жағында емеспіз»", "Біз ешкімнің жағында емеспіз"), "kk"),
    ],
)
def test_quotations_are_lost(target: str, language: str) -> None:
    assert len(compare(QUOTE_COUNT, ENGLISH, target, language, role=Role.QUOTE)) == 1


def test_a_quotation_is_added() -> None:
    (spot,) = compare(QUOTE_COUNT, "She said that they stay neutral.", "«Біз бейтараппыз деп білеміз», – деді ол.")
    assert str(spot.message) == "The translation has more quotations than the source: 1 for 0."


def speaking(source: str, target: str, language: str, *others: str) -> tuple[Finding, ...]:
    """What is found in a quotation, in a release whose contacts are `others`."""
    parts = [(Role.QUOTE, source, target), *((Role.CONTACT_NAME, name, name) for name in others)]
    blocks = tuple(
        Block(f"p{number}", role, (Segment(f"s{number}", Text(said), ((language, Target(Text(written))),)),))
        for number, (role, said, written) in enumerate(parts, 1)
    )
    return check(Release("r", "en", (language,), blocks=blocks), language, (QUOTE_SPEAKER,))


@pytest.mark.parametrize(
    ("target", "language"),
    [
        (KAZAKH, "kk"),
        (RUSSIAN, "ru"),
        (FRENCH, "fr"),
        (KAZAKH.replace("Джейн Экзампл", "Экзампл ханым"), "kk"),
        (KAZAKH.replace("Джейн Экзампл", "ол"), "kk"),
        ("", "kk"),
    ],
)
def test_the_same_speaker(target: str, language: str) -> None:
    assert speaking(ENGLISH, target, language, "John Sample, ICRC delegation") == ()


@pytest.mark.parametrize(
    ("target", "language", "marked"),
    [
        (KAZAKH.replace("Джейн Экзампл", "Джон Сэмпл"), "kk", "Джон Сэмпл"),
        (RUSSIAN.replace("Джейн Экзампл", "Джон Сэмпл"), "ru", "Джон Сэмпл"),
        (FRENCH.replace("Jane Example", "John Sample"), "fr", "John Sample"),
        (KAZAKH.replace("Джейн Экзампл", "Виктор Орлов"), "kk", "Виктор Орлов"),
    ],
)
def test_another_speaker(target: str, language: str, marked: str) -> None:
    (finding,) = speaking(ENGLISH, target, language, "John Sample, ICRC delegation")
    assert target[finding.start : finding.end] == marked
    assert finding.evidence is not None
    assert ENGLISH[slice(*finding.evidence)] == "Jane Example"


def test_nobody_speaks() -> None:
    (finding,) = speaking(ENGLISH, "«Біз ешкімнің жағында емеспіз. Біз бір нәрсе сұраймыз».", "kk")
    assert str(finding.message) == "In the source Jane Example says so, here nobody does."


def test_the_source_is_not_compared_with_itself() -> None:
    release = Release("r", "en", blocks=(Block("p", Role.QUOTE, (Segment("s", Text(ENGLISH)),)),))
    assert check(release, "en", (QUOTE_SPEAKER,)) == ()
