import pytest

from tilshi.language.names import endonym, is_right_to_left, script
from tilshi.language.typography import joined, labelled, quoted


@pytest.mark.parametrize(
    ("language", "outer", "inner"),
    [
        ("en", "“a”", "‘a’"),
        ("fr", "«\u00a0a\u00a0»", "“a”"),
        ("ru", "«a»", "„a“"),
        ("kk", "«a»", "“a”"),
        ("sw", "“a”", "‘a’"),
    ],
)
def test_quotation_marks(language: str, outer: str, inner: str) -> None:
    assert (quoted("a", language), quoted("a", language, inner=True)) == (outer, inner)


@pytest.mark.parametrize(
    ("items", "language", "shown"),
    [
        ((), "kk", ""),
        (("A",), "kk", "A"),
        (("A", "B"), "kk", "A және B"),
        (("A", "B", "C"), "kk", "A, B және C"),
        (("A", "B", "C"), "ru", "A, B и C"),
        (("A", "B", "C"), "fr", "A, B et C"),
        (("A", "B", "C"), "en-GB", "A, B and C"),
    ],
)
def test_lists(items: tuple[str, ...], language: str, shown: str) -> None:
    assert joined(items, language) == shown


def test_labels() -> None:
    assert [labelled("Tel.", "1", language) for language in ("en", "fr")] == ["Tel.: 1", "Tel.\u00a0: 1"]


def test_names_of_languages() -> None:
    assert [endonym(tag) for tag in ("kk", "ru-RU", "en", "fr", "tlh")] == [
        *("Қазақша", "Русский", "English", "Français", "tlh"),
    ]


def test_scripts() -> None:
    assert [script(tag) for tag in ("kk", "kk-Latn", "fr", "ar", "sr-Latn-RS")] == [
        *("Cyrl", "Latn", "Latn", "Zyyy", "Latn"),
    ]


def test_direction() -> None:
    assert [is_right_to_left(tag) for tag in ("ar-SY", "kk")] == [True, False]
