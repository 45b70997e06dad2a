"""A source on its way into another language: what is said in figures takes the house form of that language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.language.converting import converted, replacements

NBSP, NARROW = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("text", "target", "expected"),
    [
        ("on 6 March 2026", "kk", "on 2026 жылғы 6 наурыз"),
        ("Friday, 6 March 2026", "ru", "пятница, 6 марта 2026 года"),
        ("1 March 2026", "fr", "1er mars 2026"),
        ("6 March", "kk", "6 наурыз"),
        ("March 2026", "kk", "2026 жылғы наурыз"),
        ("March 2026", "ru", "март 2026 года"),
        ("1,500 people", "kk", f"1{NBSP}500 people"),
        ("1,234,567.89", "fr", f"1{NARROW}234{NARROW}567,89"),
        ("1.50", "ru", "1,50"),
        ("5.5%, 12 %", "kk", f"5,5{NBSP}%, 12{NBSP}%"),
        ("at 4.30 p.m. and 16:30", "fr", f"at 16{NBSP}h{NBSP}30 and 16{NBSP}h{NBSP}30"),
        ("at 12 a.m.", "kk", "at 00:00"),
        ("“Yes,” he said", "kk", "«Yes,» he said"),
        ("“Yes,” he said", "fr", f"«{NBSP}Yes,{NBSP}» he said"),
        ("1,500–2,000", "kk", f"1{NBSP}500–2{NBSP}000"),
        ("$1,234.50", "kk", f"$1{NBSP}234,50"),
    ],
)
def test_house_forms(text: str, target: str, expected: str) -> None:
    assert expected == converted(text, "en", target)


def test_from_other_languages() -> None:
    assert converted("2026 жылғы 6 наурызда 1\u00a0500,5 адам", "kk", "en") == "6 March 2026 1,500.5 адам"
    assert converted("«\u00a0oui\u00a0» à 16\u00a0h\u00a030", "fr", "kk") == "«oui» à 16:30"


@pytest.mark.parametrize(
    "text",
    [
        "in 2026 and 15000",
        "A-500, No. 1,234, 6th",
        "+41 22 730 34 43",
        "https://example.org/1,500 and press@example.org",
        "an unclosed “mark",
        "version 1.2.3",
        "",
    ],
)
def test_what_stays(text: str) -> None:
    assert text == converted(text, "en", "kk")


def test_the_same_language_and_protected_spans() -> None:
    assert replacements("1,500", "en", "en-GB") == ()
    assert replacements("1,500", "en", "kk", protected=((0, 5),)) == ()


@given(st.text(max_size=60), st.sampled_from(("kk", "ru", "fr", "de")))
def test_replacements_are_in_order_and_apart(text: str, target: str) -> None:
    made = replacements(text, "en", target)
    ends = [0, *(one.end for one in made)]
    assert all(end <= one.start <= one.end <= len(text) for end, one in zip(ends, made, strict=False))
