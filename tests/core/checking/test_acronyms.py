"""Acronyms: introduced with a full form that fits, used after it, one for a body, ended as they are read."""

from __future__ import annotations

import pytest

from tests.core.checking.asking import Asker
from tilshi.checking.acronyms import INTRODUCED_ACRONYMS, REPEATED_FULL_FORMS, UNUSED_ACRONYMS
from tilshi.checking.endings import ACRONYM_ENDING
from tilshi.checking.findings import Severity
from tilshi.checking.rivals import RIVAL_ACRONYMS
from tilshi.release import Role
from tilshi.terminology.glossary import Glossary

IHL = "international humanitarian law (IHL)"

MISFITS = (
    ("kk", "халықаралық гуманитарлық құқықты (ХГК) сақтау", "ХГК", "ХГҚ"),
    ("kk", "Дүниежүзілік денсаулық сақтау ұйымының (ДСДҰ) сөзі", "ДСДҰ", "ДДСҰ"),
    # Not in the glossary: by the initials.
    ("kk", "Мысалия ғылыми зерттеу орталығы (МҒЗА) ашылды", "МҒЗА", "МҒЗО"),
    ("kk", "Мысалия ғылыми зерттеу орталығы (бұдан әрі – МҒОЗ) ашылды", "МҒОЗ", "МҒЗО"),
    ("ru", "международное гуманитарное право (МПГ)", "МПГ", "МГП"),
    ("ru", "Научный центр редких растений (далее – НЦРП)", "НЦРП", "НЦРР"),
    ("fr", "le droit international humanitaire (DHI)", "DHI", "DIH"),
    ("en", "the Sample Water Supply Authority (SWSB)", "SWSB", "SWSA"),
)


@pytest.mark.parametrize(("language", "text", "wrong", "right"), MISFITS)
def test_letters_that_do_not_fit_the_full_form(
    language: str, text: str, wrong: str, right: str, glossary: Glossary
) -> None:
    found = Asker(INTRODUCED_ACRONYMS, glossary, language).all_spots((IHL, text))
    assert [(marked, mended) for marked, mended, _spot in found] == [(wrong, text.replace(wrong, right))]


FITTING = (
    ("kk", "Халықаралық Қызыл Крест Комитетінің (ХҚКК) сөзі"),
    ("kk", "Ұлттық қауіпсіздік кеңесі (ҰҚК) және «Мысал» қоры (МҚ)"),
    ("kk", "Балалардың құқықтарын қорғау қоры (БҚҚ)"),
    ("ru", "Управление Верховного комиссара ООН по делам беженцев (УВКБ)"),
    ("ru", "Министерство по чрезвычайным ситуациям (МЧС), врач (см. ЖК)"),
    ("fr", "le Haut-Commissariat des Nations Unies pour les réfugiés (HCR)"),
    ("fr", "une organisation non gouvernementale (ONG)"),
    ("en", "United Nations Children’s Fund (UNICEF), Doctors Without Borders (MSF)"),
    ("en", "Sample Street (near the UN), tables (PDF)"),
    # Letters of another alphabet are a name, not initials.
    ("kk", "Халықаралық Қызыл Крест Комитеті (ICRC)"),
)


@pytest.mark.parametrize(("language", "text"), FITTING)
def test_letters_that_fit(language: str, text: str, glossary: Glossary) -> None:
    assert Asker(INTRODUCED_ACRONYMS, glossary, language).all_marked((IHL, text)) == []


def test_the_first_use_has_the_full_form_in_the_same_case(glossary: Glossary) -> None:
    parts = (f"Respect {IHL}.", "ХГҚ-ны сақтау керек."), ("IHL protects.", "ХГҚ қорғайды.")
    ((found, text, spot),) = Asker(INTRODUCED_ACRONYMS, glossary).all_spots(*parts)
    assert (spot.segment, found, spot.severity) == ("s0", "ХГҚ-ны", Severity.ERROR)
    assert text == "Халықаралық гуманитарлық құқықты (ХГҚ) сақтау керек."


def test_a_dateline_is_no_introduction(glossary: Glossary) -> None:
    source = "Geneva (ICRC) – The International Committee of the Red Cross (ICRC) helps."
    wrong = "Женева (ХҚКК) – ХҚКК көмектеседі.", "Женева (ХҚКК) – Халықаралық Қызыл Крест Комитеті (ХҚКК) көмектеседі."
    asked = Asker(INTRODUCED_ACRONYMS, glossary)
    assert asked.all_marked((source, wrong[0], Role.LEAD)) == [("s0", "ХҚКК")]
    assert asked.all_marked((source, wrong[1], Role.LEAD)) == []


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("kk", "ХҚКК мәлімдемесі", Role.KICKER),
        ("kk", "Мысалия: ХҚКК көмектеседі", Role.HEADLINE),
        ("kk", "Джейн Экзампл, ХҚКК", Role.CONTACT_NAME),
        ("kk", "БҰҰ мен БАҚ", Role.BODY),
        ("ru", "ООН и СМИ", Role.BODY),
        ("fr", "L’ONU et les ONG", Role.BODY),
        ("en", "NGOs and the UN at 10:00 GMT in block XIV", Role.BODY),
    ],
)
def test_headings_cards_and_what_everybody_knows_need_none(
    language: str, text: str, role: Role, glossary: Glossary
) -> None:
    asked = Asker(INTRODUCED_ACRONYMS, glossary, language)
    assert asked.all_marked(("", text, role), own=True) == []


def test_a_translation_introduces_what_its_source_does(glossary: Glossary) -> None:
    asked = Asker(INTRODUCED_ACRONYMS, glossary, "ru")
    assert asked.all_marked(("IHL protects.", "МГП защищает.")) == []
    assert asked.all_marked((f"{IHL} protects.", "МГП защищает.")) == [("s0", "МГП")]


def test_the_senders_own_acronym_is_a_note(glossary: Glossary) -> None:
    parts = ("", "ХҚКК мәлімдемесі", Role.KICKER), ("", "ХҚКК көмектеседі. ХГҚ маңызды.")
    found = Asker(INTRODUCED_ACRONYMS, glossary).all_spots(*parts, own=True)
    assert [(marked, spot.severity) for marked, _text, spot in found] == [
        ("ХҚКК", Severity.NOTE),
        ("ХГҚ", Severity.ERROR),
    ]


def test_an_acronym_that_is_never_used(glossary: Glossary) -> None:
    asked = Asker(UNUSED_ACRONYMS, glossary)
    text = "Халықаралық гуманитарлық құқықты (ХГҚ) сақтау керек."
    ((found, mended, _spot),) = asked.all_spots(("IHL", text))
    assert (found, mended) == ("ХГҚ", "Халықаралық гуманитарлық құқықты сақтау керек.")
    assert asked.all_marked(("IHL", text), ("IHL", "ХГҚ-ны")) == []
    assert asked.all_marked((f"{IHL} counts.", text)) == []
    assert asked.all_marked(("", text), own=True) == [("s0", "ХГҚ")]


def test_a_full_form_after_its_acronym(glossary: Glossary) -> None:
    asked = Asker(REPEATED_FULL_FORMS, glossary)
    first = f"{IHL} counts.", "Халықаралық гуманитарлық құқық (ХГҚ) маңызды."
    again = "Халықаралық гуманитарлық құқықты білу керек."
    ((found, mended, spot),) = asked.all_spots(first, ("IHL must be respected.", again))
    assert (spot.segment, found) == ("s1", "Халықаралық гуманитарлық құқықты")
    assert mended == "ХГҚ-ны білу керек."
    assert asked.all_marked(first, ("International humanitarian law must be respected.", again)) == []
    assert asked.all_marked(first, ("IHL", f"«{again}» – деді ол.", Role.QUOTE)) == []
    assert asked.all_marked(("", first[1]), ("", again), own=True) == [("s1", "Халықаралық гуманитарлық құқықты")]


RIVALS = (
    ("kk", "The ICRC helps.", "МККК-нің көмегі", "ХҚКК-нің көмегі"),
    ("kk", "The ICRC helps.", "ICRC көмектеседі.", "ХҚКК көмектеседі."),
    ("kk", "The ICRC helps.", "ХКҚК-нің көмегі", "ХҚКК-нің көмегі"),
    ("ru", "The ICRC helps.", "ICRC помогает.", "МККК помогает."),
    ("fr", "The ICRC helps.", "ICRC aide.", "CICR aide."),
    ("fr", "WHO helps.", "OSM aide.", "OMS aide."),
)


@pytest.mark.parametrize(("language", "source", "wrong", "right"), RIVALS)
def test_two_acronyms_for_one_body(language: str, source: str, wrong: str, right: str, glossary: Glossary) -> None:
    asked = Asker(RIVAL_ACRONYMS, glossary, language)
    assert asked.repaired(source, wrong) == right
    assert asked.marked(source, right) == []


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("kk", "The ICRC helps.", "ХҚКК мен ХБҚК көмектеседі."),  # another body beside the right one
        ("kk", "Doctors help.", "МККК көмектеседі."),  # the source does not speak of it
        ("fr", "The UN and the EU", "L’ONU et l’UE"),
        ("fr", "the IFRC", "l’IFRC"),
        ("kk", "ICRC newsroom (icrc.org)", "ХҚКК жаңалықтары (icrc.org)"),
    ],
)
def test_other_acronyms_are_other_bodies(language: str, source: str, target: str, glossary: Glossary) -> None:
    assert Asker(RIVAL_ACRONYMS, glossary, language).marked(source, target) == []


def test_a_foreign_acronym_in_a_text_of_its_own(glossary: Glossary) -> None:
    assert Asker(RIVAL_ACRONYMS, glossary).own("МККК мен ХҚКК") == ["МККК"]
    assert Asker(RIVAL_ACRONYMS, glossary).own("Сайт: icrc.org", Role.WEBSITE) == []


ENDINGS = (
    ("kk", "ХҚККнің өкілі", "ХҚКК-нің өкілі"),
    ("kk", "ХҚКК-ның өкілі", "ХҚКК-нің өкілі"),
    ("kk", "ХҚКК’ға барды", "ХҚКК-ге барды"),
    ("kk", "АҚШ-ның өкілі", "АҚШ-тың өкілі"),
    ("kk", "НАТОға, БҰҰ-дың", "НАТО-ға, БҰҰ-ның"),
    ("kk", "АБВнің өкілі", "АБВ-нің өкілі"),
    ("ru", "встреча с МККК-ом", "встреча с МККК"),
    ("fr", "des ONGs locales", "des ONG locales"),
)


@pytest.mark.parametrize(("language", "wrong", "right"), ENDINGS)
def test_endings_of_acronyms(language: str, wrong: str, right: str, glossary: Glossary) -> None:
    asked = Asker(ACRONYM_ENDING, glossary, language)
    assert asked.repaired("", wrong) == right
    assert asked.marked("", right) == []
    assert all(fix.safe for spot in asked.spots("", wrong) for fix in spot.fixes)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "100-ден астам, 15:00-де, XX-ғасырда, ХХІ-де"),
        ("kk", "ҰҚК-ның және ҰҚК-нің"),  # nobody can tell how it is read
        ("kk", "ХҚКК-ні, ХҚКК-мен, ХҚКК-дегі, ХҚКК-Қазақстан"),
        ("kk", "COVID-19 мен АИТВ-ға"),
        ("ru", "делегация МККК, вице-президент ООН"),
        ("en", "the ICRC’s delegates and NGOs"),
        ("fr", "les ONG"),
    ],
)
def test_right_endings(language: str, text: str, glossary: Glossary) -> None:
    assert Asker(ACRONYM_ENDING, glossary, language).marked("", text) == []
