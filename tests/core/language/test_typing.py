"""Smart typing: what a keyboard cannot write is written by what people type instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.language.typing import Substitution, substitution, typing_style

NBSP, NARROW = "\u00a0", "\u202f"


def typed(text: str, language: str, start: str = "") -> str:
    """What stands there after each character was typed."""
    style, written = typing_style(language), start
    for character in text:
        written += character
        found = substitution(written, len(written), style)
        if found is not None:
            written = written[: found.start] + found.text + written[found.end :]
    return written


@pytest.mark.parametrize(
    ("language", "keys", "expected"),
    [
        ("kk", 'Ол "Сөз" деді.', "Ол «Сөз» деді."),
        ("kk", '"А "б" в"', "«А “б” в»"),
        ("ru", '"А "б" в", – сказал он', "«А „б“ в», – сказал он"),
        ("en", "\"It's a 'test',\" he said", "“It’s a ‘test’,” he said"),
        ("en", "the 1990's", "the 1990’s"),
        ("fr", '"Oui"', f"«{NBSP}Oui{NBSP}»"),
        ("fr", "« Oui »", f"«{NBSP}Oui{NBSP}»"),
        ("fr", "<<Oui>>", f"«{NBSP}Oui{NBSP}»"),
        ("kk", "<<Сөз>>", "«Сөз»"),
        ("en", "if a << b", "if a << b"),
        ("en", 'a 5" gun', 'a 5" gun'),
        ("kk", '("Сөз")', "(«Сөз»)"),
        ("kk", 'Бірі\n"Екі"', "Бірі\n«Екі»"),
        ("kk", '"Ашық\n"Екі"', "«Ашық\n«Екі»"),
    ],
)
def test_quotation_marks(language: str, keys: str, expected: str) -> None:
    assert expected == typed(keys, language)


@pytest.mark.parametrize(
    ("language", "keys", "expected"),
    [
        ("kk", "(ХҚКК) - Дәрігерлер", "(ХҚКК) – Дәрігерлер"),
        ("kk", "- Сөз", "– Сөз"),
        ("en", "- item", "- item"),
        ("ru", "да -- нет", "да – нет"),
        ("ru", "------", "–----"),
        ("kk", "ХҚКК-нің", "ХҚКК-нің"),
        ("ru", "так...", "так…"),
        ("fr", "l'eau qu'il", "l’eau qu’il"),
        ("kk", "N 5", f"№{NBSP}5"),
        ("ru", "№5", f"№{NBSP}5"),
        ("en", "N 5", "N 5"),
        ("kk", "ДSN 5", "ДSN 5"),
        ("kk", "3 x 4", f"3{NBSP}×{NBSP}4"),
        ("ru", "3х4", "3×4"),
        ("en", "0x41", "0x41"),
    ],
)
def test_dashes_and_signs(language: str, keys: str, expected: str) -> None:
    assert expected == typed(keys, language)


@pytest.mark.parametrize(
    ("language", "keys", "expected"),
    [
        ("kk", "15%", f"15{NBSP}%"),
        ("fr", "15 %", f"15{NBSP}%"),
        ("en", "15 %", "15%"),
        ("kk", "1 500 000 адам", f"1{NBSP}500{NBSP}000 адам"),
        ("fr", "1 500", f"1{NARROW}500"),
        ("en", "1 500", "1 500"),
        ("ru", "+7 495 626 540", "+7 495 626 540"),
        ("kk", "2026 500", "2026 500"),
        ("kk", "5 кг, 3 км жол", f"5{NBSP}кг, 3{NBSP}км жол"),
        ("ru", "5 млн рублей", f"5{NBSP}млн рублей"),
        ("ru", "5 городов ", "5 городов "),
        ("kk", "А. Б. Есімов", f"А.{NBSP}Б.{NBSP}Есімов"),
        ("kk", "5 т. Ол", f"5{NBSP}т. Ол"),
        ("fr", "Oui! Non ? À midi: 16:30", f"Oui{NARROW}! Non{NARROW}? À midi{NBSP}: 16:30"),
    ],
)
def test_spaces_that_bind(language: str, keys: str, expected: str) -> None:
    assert expected == typed(keys, language)


@pytest.mark.parametrize(
    "address",
    ["https://example.org/a--b...c'd", "press@example.org...x", "www.example.org/x--y", "http://a.org/3x4"],
)
def test_addresses_are_left_alone(address: str) -> None:
    for language in ("kk", "fr", "en"):
        assert f"{address} " == typed(f"{address} ", language)


def test_an_address_in_quotation_marks() -> None:
    assert typed('"press@example.org" - бар', "kk") == "«press@example.org» – бар"


def test_protected_spans_are_left_alone() -> None:
    style = typing_style("kk")
    assert substitution("код --", 6, style, ((4, 6),)) is None
    assert Substitution(4, 6, "–") == substitution("код --", 6, style, ((0, 3),))


def test_only_what_was_just_typed_changes() -> None:
    assert substitution('"а" б', 5, typing_style("kk")) is None
    assert substitution("", 0, typing_style("kk")) is None
    assert substitution("а -- б", 6, typing_style("kk")) is None


def test_within_a_text() -> None:
    """A mark before a word opens although text follows; after it, it closes."""
    assert Substitution(3, 4, "«") == substitution('Ол "сөз', 4, typing_style("kk"))
    assert Substitution(7, 8, "»") == substitution('Ол «сөз" деді', 8, typing_style("kk"))


@given(st.text(max_size=30), st.sampled_from(("kk", "ru", "en", "fr", "de")))
def test_a_substitution_lies_before_the_caret(text: str, language: str) -> None:
    for caret in range(len(text) + 1):
        found = substitution(text, caret, typing_style(language))
        if found is not None:
            assert 0 <= found.start <= found.end <= caret
            assert found.text != text[found.start : found.end]
