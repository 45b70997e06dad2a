"""Which case the following words ask for."""

import re

import pytest

from tilshi.language.kazakh.features import Case, Possessor
from tilshi.language.kazakh.government import POSTPOSITIONS, VERBS, case_asked, possessor_asked


@pytest.mark.parametrize(
    ("following", "case"),
    [
        (" туралы", Case.NOMINATIVE),
        ("\u00a0бойынша жұмыс", Case.NOMINATIVE),
        (" дейін", Case.DATIVE),
        (" қарсы күрес", Case.DATIVE),
        (" Кейін", Case.ABLATIVE),
        (" бері", Case.ABLATIVE),
        (" бірге", Case.INSTRUMENTAL),
        (" сақтау", Case.ACCUSATIVE),
        (" сақталады", Case.NOMINATIVE),
        (" сақталуын", Case.GENITIVE),
        (" жарияланды", Case.NOMINATIVE),
        (" жариялау", Case.ACCUSATIVE),
        (" тоқтатылуы", Case.GENITIVE),
        (" қолданылады", Case.NOMINATIVE),
        (" жетілдіру", Case.ACCUSATIVE),
        (" шақырылды", Case.DATIVE),
        (" қорғаныс министрі", None),
        (" қорғайды", Case.ACCUSATIVE),
        (" жетекші рөл", None),
        (" да сақтауға", Case.ACCUSATIVE),
        (" осы маңызды", None),
        (" жетті", Case.DATIVE),
        (" сұрақ қойды", None),
        (" сұрады", Case.ABLATIVE),
        (" көрсеткен", Case.ACCUSATIVE),
        (" қамтамасыз\nету", Case.ACCUSATIVE),
        (" қол қойды", Case.DATIVE),
        (" қол жеткізу", Case.DATIVE),
        (" бас тартты", Case.ABLATIVE),
        (" кездесті", Case.INSTRUMENTAL),
        (" жұмыс істейді", Case.INSTRUMENTAL),
        (" ережелерін", Case.NOMINATIVE),
        (", бірақ", None),
        ("", None),
        (" және", None),
        (" аяқтады", None),
        (" айтты", None),
    ],
)
def test_the_case_that_follows_from_the_next_words(following: str, case: Case | None) -> None:
    assert case_asked(following) is case


@pytest.mark.parametrize("following", [" өкілдігі", " президентінің", " қызметі", " басшысы"])
def test_a_name_before_what_it_possesses_stands_in_the_genitive(following: str) -> None:
    assert case_asked(following, is_name=True) is Case.GENITIVE


@pytest.mark.parametrize("following", [" Республикасы", " Президентінің"])
def test_a_name_within_a_name_stays_bare(following: str) -> None:
    assert case_asked(following, is_name=True) is Case.NOMINATIVE


@pytest.mark.parametrize(
    ("preceding", "following", "possessor"),
    [
        ("бүгін ХҚКК-нің ", " келді", Possessor.THIRD),
        ("біздің ", " келді", Possessor.FIRST_PLURAL),
        ("Сіздің «", "»", Possessor.SECOND_FORMAL),
        ("Мысалияның ", " сақтауы", Possessor.NONE),
        ("ХҚКК ", " келді", Possessor.NONE),
        ("ХҚКК-нің, ", " келді", Possessor.NONE),
        ("", "", Possessor.NONE),
    ],
)
def test_a_genitive_before_says_whose_it_is(preceding: str, following: str, possessor: Possessor) -> None:
    assert possessor_asked(preceding, following) is possessor


def test_who_does_it_stands_in_the_genitive() -> None:
    assert case_asked(" қатысуымен", is_name=True) is Case.GENITIVE
    assert case_asked(" қатысуымен") is Case.DATIVE


def test_the_data_is_kazakh_and_says_each_word_once() -> None:
    words = [word for table in (POSTPOSITIONS, VERBS) for text in table.values() for word in text.split()]

    assert [word for word in words if not re.fullmatch("[а-яәғқңөұүһі_]+", word)] == []
    assert len(words) == len(set(words))
