"""Kazakh letters, endings and cases."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.checking.texts import ask, repaired
from tilshi.checking.findings import Severity
from tilshi.checking.kazakh_cases import KAZAKH_CASE
from tilshi.checking.kazakh_forms import KAZAKH_ENDING
from tilshi.checking.kazakh_letters import KAZAKH_LETTER
from tilshi.checking.kazakh_words import ALIKE, correction, known_nouns
from tilshi.checking.passages import passage
from tilshi.checking.rules import TextRule
from tilshi.release import Role, Text

RUSSIAN = [
    ("Казакстан Республикасы", "Қазақстан Республикасы"),
    ("көмек көрсету коры", "көмек көрсету қоры"),
    ("халыкаралык гуманитарлык кукык", "халықаралық гуманитарлық құқық"),
    ("Кызыл Крест", "Қызыл Крест"),
    ("мемлекеттин баскасы", "мемлекеттің басқасы"),
    ("онын сапары", "оның сапары"),
    ("адамдардын кажеттилигин ескеру", "адамдардың қажеттілігін ескеру"),
    ("бирге жумыс истейди", "бірге жұмыс істейді"),
    ("жылгы шабуылдан кейин", "жылғы шабуылдан кейін"),
    ("Букіл алемде", "Бүкіл әлемде"),
    ("жиһаз емес жихаз", "жиһаз емес жиһаз"),
    ("Омир мен олим", "Өмір мен өлім"),
    ("технологиялык колдау", "технологиялық қолдау"),
]


@pytest.mark.parametrize(("text", "right"), RUSSIAN)
def test_russian_letters_are_put_right(text: str, right: str) -> None:
    assert repaired(KAZAKH_LETTER, text) == right


@pytest.mark.parametrize(
    "text",
    [
        "Комитет пен қоғам ток пен газ, карта мен кадр, курс, клуб, Киев пен Катар",
        "Мен он адам көрдім, ол ат пен ас алды; от, су, ой, тон",
        "Анн мен Ким келді, КАЗАКСТАН",
        "блогы, педагогы, диалогы, музыкалық, ярлык",
        "әскери, мәдени, ғылыми, тарихи, типті, кәсіби",
        "оқу, таңдау, жүргізу, құрметтейтін, сөйлейтін, бақылайтын",
        "https://example.org/казакстан",
    ],
)
def test_right_words_are_left_alone(text: str) -> None:
    assert ask(KAZAKH_LETTER, text) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("кор", None),
        ("Казакстанда", None),
        ("жылгы", None),
        ("мангылык", Severity.WARNING),
        ("елдин", Severity.WARNING),
    ],
)
def test_weak_proof_is_a_warning(text: str, severity: Severity | None) -> None:
    (spot,) = KAZAKH_LETTER.check(passage(Role.BODY, "kk", Text(text)))
    assert spot.severity is severity


@given(st.sampled_from(sorted(known_nouns())))
def test_a_correction_is_right_itself(word: str) -> None:
    found = correction(word.translate(ALIKE))
    assert found is None or (found.right.translate(ALIKE) == word.translate(ALIKE) and correction(found.right) is None)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Мемлекет-лар келісті", "Мемлекеттер келісті"),
        ("мемлекетлар мен мемлекеттар", "мемлекеттер мен мемлекеттер"),
        ("екі қоғамлардың өкілдері", "екі қоғамдардың өкілдері"),
        ("ұйым-дардың", "ұйымдардың"),
        ("халықның құқығы", "халықтың құқығы"),
        ("келісімның мәтіні", "келісімнің мәтіні"),
        ("Астанаға сапарыға дайын", "Астанаға сапарына дайын"),
        ("сапарыны аяқтады", "сапарын аяқтады"),
        ("өкілдігіде", "өкілдігінде"),
    ],
)
def test_endings_are_put_right(text: str, right: str) -> None:
    assert repaired(KAZAKH_ENDING, text) == right


@pytest.mark.parametrize(
    "text",
    [
        "мемлекеттер, қоғамдар, ұйымдардың, халықтың, адамнан-ақ, бала-шаға, ел-жұрт",
        "үлгіге, күреге, куәге, балаға, артынан, алдынан, үстінен, қаладағылар",
        "банкке, банкіге, клубтар, автомобильдер, актісі, паркте",
        "ХҚКК-нің, 5-бап, Facebook-тегі, ТМД-дан",
    ],
)
def test_endings_that_fit(text: str) -> None:
    assert ask(KAZAKH_ENDING, text) == []


@pytest.mark.parametrize(
    ("text", "marked", "right"),
    [
        ("БҰҰ-ны әлеуметтік желілердегі парақшалары:", "БҰҰ-ны", "БҰҰ-ның"),
        ("Мысалия мемлекеттік органдары келді", "Мысалия мемлекеттік органдары", "Мысалияның мемлекеттік органдары"),
        ("ХҚКК тұрақты өкілдігі бар", "ХҚКК тұрақты өкілдігі", "ХҚКК-нің тұрақты өкілдігі"),
        ("су жөніндегі өңірлік жобасына қосылды", "өңірлік жобасына", "өңірлік жобаға"),
        ("балаларға арналған жаңа бағдарламасын бастады", "жаңа бағдарламасын", "жаңа бағдарламаны"),
    ],
)
def test_cases_are_put_right(text: str, marked: str, right: str) -> None:
    assert ask(KAZAKH_CASE, text) == [marked]
    assert repaired(KAZAKH_CASE, text) == text.replace(marked, right)


@pytest.mark.parametrize(
    "text",
    [
        "БҰҰ-ны қолдайтын мемлекеттер өкілдері:",
        "ХҚКК-ні ел басшылары қабылдады.",
        "Мысалия Қызыл Ай қоғамы, Қазақстан Ұлттық банкі, Қарағанды мемлекеттік университеті",
        "Қазақстан халықаралық міндеттемелерін орындайды",
        "ХҚКК-нің су жөніндегі өңірлік жобасына қосылды",
        "БҰҰ босқындар жөніндегі арнайы бағдарламасын бастады",
        "су жөніндегі өңірлік жобаға қосылды",
        "ХҚКК тұрақты өкілдігі ашылды",
    ],
)
def test_cases_that_are_right(text: str) -> None:
    assert ask(KAZAKH_CASE, text) == []


@pytest.mark.parametrize("rule", [KAZAKH_LETTER, KAZAKH_ENDING, KAZAKH_CASE], ids=lambda rule: rule.id)
def test_other_languages_have_other_rules(rule: TextRule) -> None:
    text = " ".join(text for text, _right in RUSSIAN) + " мемлекетлар, БҰҰ-ны парақшалары:"
    assert ask(rule, text, "ru") == ask(rule, text, "en") == []


def test_texts_of_a_treebank_are_nearly_silent(shared: Path) -> None:
    """Measured: no finding in 1,337 texts; the bound leaves room for words that come."""
    alarms = [
        alarm
        for text in _texts(shared)
        for rule in (KAZAKH_LETTER, KAZAKH_ENDING, KAZAKH_CASE)
        for alarm in ask(rule, text)
    ]
    assert len(alarms) <= 3, alarms


def test_words_with_russian_letters_are_mostly_found(shared: Path) -> None:
    """Measured: 83 % of the words of a treebank, which are of all kinds."""
    words = {
        word for text in _texts(shared) for word in unicodedata.normalize("NFC", text).lower().split() if word.isalpha()
    }
    wrong = {word.translate(ALIKE) for word in words if word.translate(ALIKE) != word} - words
    found = sum(bool(ask(KAZAKH_LETTER, word)) for word in wrong)
    assert found > 0.7 * len(wrong), found / len(wrong)


def _texts(shared: Path) -> Iterator[str]:
    lines = (shared / "kazakh" / "match_public.jsonl").read_text(encoding="utf-8").splitlines()
    yield from dict.fromkeys(json.loads(line)["text"] for line in lines)
