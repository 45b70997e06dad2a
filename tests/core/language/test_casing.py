"""Change of case: acronyms and their endings stay, and no text becomes longer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.language.casing import Case, change_case, next_form


@pytest.mark.parametrize(
    ("text", "language", "case", "expected"),
    [
        ("ХҚКК-нің Өкілі Астанада. Ол келді", "kk", Case.LOWER, "ХҚКК-нің өкілі астанада. ол келді"),
        ("ХҚКК-нің өкілі. Ол келді", "kk", Case.UPPER, "ХҚКК-нің ӨКІЛІ. ОЛ КЕЛДІ"),
        ("ХҚКК-нің өкілі және ол", "kk", Case.TITLE, "ХҚКК-нің Өкілі және Ол"),
        ("өкілі келді. ол айтты", "kk", Case.SENTENCE, "Өкілі келді. Ол айтты"),
        ("ХҚКК-нің ӨКІЛІ АСТАНАДА", "kk", Case.SENTENCE, "ХҚКК-нің өкілі астанада"),
        ("БАРЛЫҚ СӨЗ", "kk", Case.SENTENCE, "Барлық сөз"),
        ("інің Ірі", "kk", Case.UPPER, "ІНІҢ ІРІ"),
        ("istanbul ığdır", "kk-Latn", Case.UPPER, "İSTANBUL IĞDIR"),
        ("İSTANBUL IĞDIR", "kk-Latn", Case.LOWER, "istanbul ığdır"),
        ("istanbul", "en", Case.UPPER, "ISTANBUL"),
        ("the ICRC’s head in ReliefWeb", "en", Case.UPPER, "THE ICRC’s HEAD IN ReliefWeb"),
        ("the head of delegation", "en", Case.TITLE, "The Head of Delegation"),
        ("see https://example.org/Path now", "en", Case.UPPER, "SEE https://example.org/Path NOW"),
        ("глава. «он сказал»", "ru", Case.SENTENCE, "Глава. «Он сказал»"),
        ("straße", "de", Case.UPPER, "STRAßE"),
        ("5 апта. бес", "kk", Case.SENTENCE, "5 Апта. Бес"),
        ("бірі\nекі", "kk", Case.SENTENCE, "Бірі\nЕкі"),
        ("порт-мысал", "kk", Case.TITLE, "Порт-Мысал"),
    ],
)
def test_cases(text: str, language: str, case: Case, expected: str) -> None:
    assert expected == change_case(text, case, language)


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        (
            "ХҚКК-нің құқығы. ол",
            ["ХҚКК-нің ҚҰҚЫҒЫ. ОЛ", "ХҚКК-нің Құқығы. Ол", "ХҚКК-нің құқығы. Ол", "ХҚКК-нің құқығы. ол"],
        ),
        ("сөз", ["СӨЗ", "Сөз", "сөз", "СӨЗ"]),
        ("сөз Сөз", ["сөз сөз", "СӨЗ СӨЗ", "Сөз Сөз", "Сөз сөз"]),
        ("ХҚКК 5", ["ХҚКК 5"] * 4),
    ],
)
def test_the_cycle_goes_through_all_forms(original: str, expected: list[str]) -> None:
    seen, shown = [], original
    for _each in range(4):
        shown = next_form(original, shown, "kk")
        seen.append(shown)
    assert expected == seen


@given(st.text(max_size=40), st.sampled_from(tuple(Case)), st.sampled_from(("kk", "kk-Latn", "ru", "en", "fr", "de")))
def test_the_length_stays(text: str, case: Case, language: str) -> None:
    once = change_case(text, case, language)
    assert len(text) == len(once)
