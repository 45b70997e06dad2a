"""Letters of another alphabet."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.checking.texts import ask, repaired
from tilshi.checking.letters import HOMOGLYPH
from tilshi.checking.passages import passage
from tilshi.release import Role, Text


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("Халықаралық Қызыл Kрест Комитеті", "kk", "Халықаралық Қызыл Крест Комитеті"),  # K
        ("гуманитарлық көмеk", "kk", "гуманитарлық көмек"),
        ("бiздiң өкілдігіміз", "kk", "біздің өкілдігіміз"),  # i
        ("қауһар мен hәм", "kk", "қауһар мен һәм"),
        ("əлеуметтік", "kk", "әлеуметтік"),  # U+0259
        ("ɵзен", "kk", "өзен"),
        ("ХҚKК-нің", "kk", "ХҚКК-нің"),
        ("хa6ap", "kk", "хабар"),
        ("ха6ар", "kk", "хабар"),
        ("Мeждународный", "ru", "Международный"),
        ("встреча c президентом", "ru", "встреча с президентом"),
        ("B Примерии пострадали 31 человек", "ru", "В Примерии пострадали 31 человек"),
        ("humanitariаn", "en", "humanitarian"),  # а
        ("droit intеrnational", "fr", "droit international"),
        ("w0rld", "en", "world"),
        ("СOVID", "en", "COVID"),
        ("ор", "kk", "ор"),
        ("Кοмитет пен қοр", "kk", "Комитет пен қор"),  # Greek ο
        ("Μеждународный", "ru", "Международный"),  # Greek Μ
        ("hοspital", "en", "hospital"),  # Greek ο
        ("бıздің", "kk", "біздің"),  # Turkish ı
        ("маңызды ҡор, ӈ", "kk", "маңызды қор, ң"),  # of other Cyrillic alphabets
        ("Комитеt", "ru", "Комитет"),
        ("Ha6ap келді", "kk", "Ha6ap келді"),
        ("Ха6ар келді", "kk", "Хабар келді"),
        ("6ойынша 0блыс", "kk", "бойынша облыс"),
        ("4еловек пришел", "ru", "человек пришел"),
        ("2О26 жылы 1ОО адам", "kk", "2026 жылы 100 адам"),
        ("Kocmoc туралы", "kk", "Космос туралы"),
        ("это мopе и MKKK", "ru", "это море и МККК"),
        ("вcё о мece", "ru", "всё о месе"),
        ("The ОСНА office", "en", "The OCHA office"),
        ("This is а hospital", "en", "This is a hospital"),
    ],
)
def test_look_alikes_are_found_and_put_right(text: str, language: str, right: str) -> None:
    assert repaired(HOMOGLYPH, text, language) == right
    assert bool(ask(HOMOGLYPH, text, language)) == (text != right)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("IT-компания, Wi-Fi-ды, COVID-19, 5-бап, XXI ғасыр, 2-ші", "kk"),
        ("www.example.org сайты, press@example.org", "kk"),
        ("iPhoneдар мен Facebookтағы парақша", "kk"),
        ("Jane Example, Порт-Example", "kk"),
        ("витамин C и группа B", "ru"),
        ("h2o, w3c, 4G, A4, b2b, i18n, h1n1", "en"),
        ("100мың, 10-нан", "kk"),
        (unicodedata.normalize("NFD", "районный йогурт"), "ru"),
        ("E = mc²", "ru"),
        ("6адам, 3айда, 5км, 100мың, 1-ші", "kk"),
        ("Coca Cola, Max, Tom, peace, COP, EXPO, Xerox, Oxxam Kapex, (Tokyo)", "kk"),
        ("газета «Мысал» (Мысал) in Astana, Алматы", "en"),
        ("π ≈ 3,14; α-ыдырау; 5 μm", "kk"),
        ("5o, 10o'clock, A1O", "en"),
    ],
)
def test_what_is_meant_is_left_alone(text: str, language: str) -> None:
    assert ask(HOMOGLYPH, text, language) == []


def test_the_word_is_marked_and_the_letter_named() -> None:
    (spot,) = HOMOGLYPH.check(passage(Role.BODY, "kk", Text("Бұл – Kомитет.")))
    assert (spot.start, spot.end) == (6, 13)
    assert "K (U+004B)" in str(spot.message)
    assert spot.fixes[0].safe


@given(st.text(st.sampled_from("Кқауhһiіoоc6 -.1"), max_size=30), st.sampled_from(["kk", "ru", "en"]))
def test_a_repaired_text_is_clean(text: str, language: str) -> None:
    assert ask(HOMOGLYPH, repaired(HOMOGLYPH, text, language), language) == []
