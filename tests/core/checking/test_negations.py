"""Negations that a translation lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.checking.texts import compare
from tilshi.checking.findings import Side
from tilshi.checking.negations import NEGATION_LOST
from tilshi.language.negation import absences, denials, is_known, refusals
from tilshi.release import Role

KEPT = [
    ("They must not be attacked.", "Оларға шабуыл жасауға болмайды.", "kk"),
    ("They must not be attacked.", "На них нельзя нападать.", "ru"),
    ("They must not be attacked.", "Ils ne doivent pas être attaqués.", "fr"),
    ("They must not be attacked.", "Оларға шабуыл жасауға тыйым салынады.", "kk"),
    ("No fuel has arrived.", "Жанармай жеткен жоқ.", "kk"),
    ("No fuel has arrived.", "Aucun carburant n’est arrivé.", "fr"),
    ("It is not safe.", "Бұл қауіпсіз емес.", "kk"),
    ("It is not possible.", "Это невозможно.", "ru"),
    ("It is not possible.", "C’est impossible.", "fr"),
    ("without water", "сусыз", "kk"),
    ("without water", "су жоқ", "kk"),
    ("without water", "без воды", "ru"),
    ("without water", "sans eau", "fr"),
    ("We spare civilians and do not launch attacks.", "Біз тұрғындарды аяп, шабуыл жасамаймыз.", "kk"),
    ("He did not come. She did.", "Ол келмеді. Ол келді.", "kk"),
    ("Nobody knows.", "Ешкім білмейді.", "kk"),
    ("Neither the road nor the bridge is safe.", "Жол да, көпір де қауіпсіз емес.", "kk"),
    ("Not only water is short.", "Тек су ғана жетіспейді.", "kk"),
    ("no later than 5 May", "5 мамырға дейін", "kk"),
    ("Register without delay.", "Дереу тіркеліңіз.", "kk"),
    ("Article No. 5", "5-бап", "kk"),
    ("There is no doubt that he came.", "Il est certain qu’il est venu.", "fr"),
    ("He did not come.", "", "kk"),
]


@pytest.mark.parametrize(("source", "target", "language"), KEPT)
def test_negations_are_kept_in_other_words(source: str, target: str, language: str) -> None:
    assert compare(NEGATION_LOST, source, target, language) == []


@pytest.mark.parametrize(
    ("source", "target", "language", "word"),
    [
        ("They must not be attacked.", "Оларға шабуыл жасауға болады.", "kk", "not"),
        ("They must not be attacked.", "На них можно нападать.", "ru", "not"),
        ("They must not be attacked.", "Ils doivent être attaqués.", "fr", "not"),
        ("No fuel has arrived.", "Жанармай жетті.", "kk", "No"),
        ("People went missing. It is not safe.", "Адамдар хабарсыз кетті. Бұл қауіпсіз.", "kk", "not"),
        ("They never came.", "Они всегда приходили.", "ru", "never"),
        ("without water", "с водой", "ru", "without"),
        ("Without parts it cannot run.", "Бөлшектерсіз жұмыс істей алады.", "kk", "cannot"),
        ("They must not be hit, and nobody is punished.", "Оларға соққы жасалады, ешкім жазаланбайды.", "kk", "nobody"),
    ],
)
def test_a_lost_negation_is_found(source: str, target: str, language: str, word: str) -> None:
    (spot,) = compare(NEGATION_LOST, source, target, language)
    assert spot.side is Side.TARGET
    assert spot.evidence is not None
    assert source[slice(*spot.evidence)] == word


@pytest.mark.parametrize(
    ("source", "source_language", "target", "word"),
    [
        ("Мы не видели детей.", "ru", "We saw the children.", "не"),
        ("Ils ne sont pas venus.", "fr", "They came.", "ne sont pas"),
        ("Ni l’eau ni le pain ne suffisent.", "fr", "Water and bread suffice.", "Ni l’eau ni le pain ne"),
        ("Олар келген жоқ.", "kk", "They came.", "жоқ"),
        ("Олар келмеді.", "kk", "They came.", "келмеді"),
        ("Бөлшексіз жұмыс істейді.", "kk", "It runs with parts.", "Бөлшексіз"),
    ],
)
def test_from_other_languages(source: str, source_language: str, target: str, word: str) -> None:
    (spot,) = compare(NEGATION_LOST, source, target, "en", source_language=source_language)
    assert spot.evidence is not None
    assert source[slice(*spot.evidence)] == word


def test_the_sentence_without_the_negation_is_marked() -> None:
    target = "Ол келмеді. – Ол кетті."
    (spot,) = compare(NEGATION_LOST, "He did not come. He has not left.", target)
    assert target[spot.start : spot.end] == "Ол кетті."


def test_an_embargo_and_other_languages_say_nothing() -> None:
    assert compare(NEGATION_LOST, "жариялауға болмайды", "EMBARGO", "en", source_language="kk", role=Role.EMBARGO) == []
    assert compare(NEGATION_LOST, "They did not come.", "Vinieron.", "es") == []
    assert (denials("no", "es"), absences("sin", "es"), refusals("no", "es"), is_known("es")) == ((), (), (), False)


@pytest.mark.parametrize(
    "text",
    [
        "мәлімдемесін, баяндамасын, мекемесі, бағдарламаға, хаттамада",
        "немесе, қарамастан, шамамен, қауіпсіздік, тәуелсіз",
        "қамау орны, жанармай, қамтамасыз ету",
        "алдым, келді, басқа, төменде, мемлекеттер",
    ],
)
def test_words_that_look_like_a_kazakh_negation(text: str) -> None:
    assert denials(text, "kk") == ()


@pytest.mark.parametrize(
    "text",
    [
        *("жасамайды", "болмады", "келмеген", "айтпаймыз", "бармаңыз", "көрмегендер", "жасамауға", "қатыспауы"),
        *("етпейтін", "болмас", "түспесе", "күтпестен", "емеспіз", "жоқтығын"),
    ],
)
def test_kazakh_negatives(text: str) -> None:
    assert len(denials(text, "kk")) == 1


@given(st.text(), st.sampled_from(["en", "fr", "ru", "kk"]))
def test_any_text_can_be_read(text: str, language: str) -> None:
    for start, end in (*denials(text, language), *absences(text, language), *refusals(text, language)):
        assert 0 <= start < end <= len(text)
