"""Differences word by word."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from tilshi.language.differences import Span, SpanKind, words_difference

TEXTS = st.text(alphabet="abя \u00a0-’.,й\u0306\n", max_size=60)


def shown(old: str, new: str) -> str:
    """The difference as one reads it: [-deleted-]{+inserted+}."""
    pieces = {
        SpanKind.EQUAL: lambda span: old[span.old_start : span.old_end],
        SpanKind.DELETE: lambda span: f"[-{old[span.old_start : span.old_end]}-]",
        SpanKind.INSERT: lambda span: f"{{+{new[span.new_start : span.new_end]}+}}",
    }
    return "".join(pieces[span.kind](span) for span in words_difference(old, new))


def test_one_word_is_replaced() -> None:
    assert shown("Twelve people arrived.", "Twenty people arrived.") == "[-Twelve-]{+Twenty+} people arrived."


def test_words_with_hyphens_apostrophes_and_digits_are_one() -> None:
    assert shown("ХҚКК-нің 1,500 adresse l’eau", "ХҚКК-ға 1,600 adresse l’air") == (
        "[-ХҚКК-нің 1,500-]{+ХҚКК-ға 1,600+} adresse [-l’eau-]{+l’air+}"
    )


def test_changes_with_only_a_space_between_are_one() -> None:
    assert shown("the red house stands", "a blue house stands") == "[-the red-]{+a blue+} house stands"


def test_another_kind_of_space_is_seen() -> None:
    assert shown("10 km", "10\u00a0km") == "10[- -]{+\u00a0+}km"


def test_combining_marks_stay_with_their_letter() -> None:
    assert shown("и\u0306од бар", "иод бар") == "[-и\u0306од-]{+иод+} бар"


def test_equal_and_empty_texts() -> None:
    assert words_difference("", "") == ()
    assert words_difference("same", "same") == (Span(SpanKind.EQUAL, 0, 4, 0, 4),)
    assert words_difference("", "new") == (Span(SpanKind.INSERT, 0, 0, 0, 3),)
    assert words_difference("old", "") == (Span(SpanKind.DELETE, 0, 3, 0, 0),)


def test_long_texts_cost_little() -> None:
    old = "word another. " * 60_000
    new = old.replace("another", "other", 500) + "x"
    begun = time.process_time()
    spans = words_difference(old, new)
    assert time.process_time() - begun < 5
    assert rebuilt(old, new, spans) == (old, new)


def rebuilt(old: str, new: str, spans: tuple[Span, ...]) -> tuple[str, str]:
    """Both texts, put together from the spans."""
    return (
        "".join(old[span.old_start : span.old_end] for span in spans),
        "".join(new[span.new_start : span.new_end] for span in spans),
    )


@given(TEXTS, TEXTS)
def test_the_spans_are_both_texts_without_gaps(old: str, new: str) -> None:
    spans = words_difference(old, new)
    assert rebuilt(old, new, spans) == (old, new)
    for span in spans:
        if span.kind is SpanKind.EQUAL:
            assert old[span.old_start : span.old_end] == new[span.new_start : span.new_end]
        if span.kind is SpanKind.INSERT:
            assert span.old_start == span.old_end
        if span.kind is SpanKind.DELETE:
            assert span.new_start == span.new_end
