"""Sentences in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.language.sentences import sentences


def parts(text: str, language: str) -> list[str]:
    return [text[found.start : found.end] for found in sentences(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("One. Two! Three? Four…", "en", ["One.", "Two!", "Three?", "Four…"]),
        ("Dr. J. Sample came at 3 p.m. with Mrs. Example. He left.", "en", None),
        ("“No,” said John Sample. “Never.”", "en", ["“No,” said John Sample.", "“Never.”"]),
        ("“No!” said John Sample.", "en", ["“No!” said John Sample."]),
        ("It rose by 3.5 per cent. 31 people left.", "en", ["It rose by 3.5 per cent.", "31 people left."]),
        ("« Oui. » Il part à 10 h. Mme Example reste.", "fr", ["« Oui. »", "Il part à 10 h.", "Mme Example reste."]),
        ("В 2026 г. в г. Порт-Пример. Там и т. д. Всё.", "ru", ["В 2026 г. в г. Порт-Пример.", "Там и т. д. Всё."]),
        ("«Жоқ», – деді Джон Сэмпл. – «Ешқашан».", "kk", ["«Жоқ», – деді Джон Сэмпл.", "«Ешқашан»."]),
        ("2026 ж. 6 наурызда су, нан т.б. берілді. Бәрі келді.", "kk", None),
        ("қосымша ақпарат алу үшін\nмына сілтемеге өтіңіз", "kk", ["қосымша ақпарат алу үшін\nмына сілтемеге өтіңіз"]),
        ("First line\n\nSecond line\n", "en", ["First line", "Second line"]),
        ("", "en", []),
        (" \n ", "en", []),
    ],
)
def test_where_sentences_end(text: str, language: str, expected: list[str] | None) -> None:
    found = parts(text, language)
    assert found == expected if expected is not None else len(found) == 2


def test_paragraphs_are_counted() -> None:
    assert [found.paragraph for found in sentences("Aa. Bb.\nCc.\n\nDd.", "en")] == [0, 0, 1, 2]


@given(st.text(alphabet="Ab .!?…«»“”\n–9\u00a0"), st.sampled_from(["en", "fr", "ru", "kk", "es"]))
def test_sentences_hold_all_that_is_no_space_or_dash(text: str, language: str) -> None:
    rest = text
    for found in reversed(sentences(text, language)):
        rest = rest[: found.start] + rest[found.end :]
    assert rest.strip(" \n–\u00a0") == ""
