import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.files.errors import FileWarning
from tilshi.files.hazards import MAX_WARNINGS, has_hazards, has_mixed_scripts, hazards, limited


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\u202eb\u202c", "There is a control that turns the direction of writing (U+202E)."),
        ("a\u2066b", "There is a control that turns the direction of writing (U+2066)."),
        ("a\u200fb", "There is a control that turns the direction of writing (U+200F)."),
        ("a\u200bb\u200b", "There is an invisible character (U+200B), 2 times."),
        ("құ\u200dқық", "There is an invisible character (U+200D)."),
        ("a\ufeffb", "There is an invisible character (U+FEFF)."),
        ("a\U000e0041b", "There is an invisible tag character (U+E0041)."),
        ("a\ufdd0b", "There is a code that is no character (U+FDD0)."),
        ("a\U0001ffffb", "There is a code that is no character (U+1FFFF)."),
        ("a\x9bb", "There is a control character (U+009B)."),
        ("a\ufffdb", "There is the sign that stands for a letter lost in an earlier conversion (U+FFFD)."),
        ("e" + "\u0301" * 9, "A letter carries more than 8 combining marks."),
        ("www.іcrc.org", "The address www.іcrc.org is written with letters of two alphabets that look alike."),
        ("see сосо.com", "The address сосо.com is written with letters of two alphabets that look alike."),
    ],
)
def test_each_hazard_is_told(text: str, message: str) -> None:
    assert FileWarning(message, "line 1") in hazards(text, "line 1")
    assert has_hazards([text])


@pytest.mark.parametrize(
    "text",
    [
        "soft\u00adhyphen, no\u00a0break, narrow\u202fspace, non\u2011breaking",
        "и\u0306 decomposed, Việt Nam, e\u0301",
        "می\u200cخواهم",
        "👩\u200d🚀",
        "NATO-ға.Бұл т.б. 2026ж. ХҚКК-нің",
        "www.icrc.example пример.рф президент.example",
        "tab\tand\nline\r\nends",
        "«Тілші» – 27 %",
    ],
)
def test_what_typography_and_languages_need_is_none(text: str) -> None:
    assert hazards(text) == ()


@pytest.mark.parametrize(
    ("host", "mixed"), [("іcrc.org", True), ("icrc.org", False), ("ұйым.қаз", False), ("a.рф", False)]
)
def test_hosts(host: str, mixed: bool) -> None:
    assert has_mixed_scripts(host) is mixed


@given(st.lists(st.text(st.sampled_from("aі.b \u200b\u0301-")), max_size=4))
def test_the_quick_look_misses_nothing(texts: list[str]) -> None:
    if not has_hazards(texts):
        assert [hazards(text) for text in texts] == [()] * len(texts)


def test_warnings_are_bounded_and_different() -> None:
    many = [FileWarning(f"w{number % 300}") for number in range(1000)]
    found = limited(many)
    assert len(found) == MAX_WARNINGS + 1
    assert str(found[-1]) == "There are more warnings than these 200."
    assert limited([FileWarning("a"), FileWarning("a")]) == (FileWarning("a"),)


@pytest.mark.parametrize("piece", ["а.", "a.і", "\u202e", "e\u0301", "аa ", "a-", "."])
def test_hostile_texts_cost_little(piece: str) -> None:
    started = time.process_time()
    hazards(piece * (200_000 // len(piece)))
    assert time.process_time() - started < 2
