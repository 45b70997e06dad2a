"""Terms of the source have their counterparts, forbidden ones do not stand, preferred ones are preferred."""

from __future__ import annotations

import pytest

from tests.core.checking.asking import Asker
from tilshi.checking.omissions import MISSING_TERM
from tilshi.checking.terms import ADMITTED_TERM, FORBIDDEN_TERM
from tilshi.release import Role
from tilshi.terminology.concepts import Concept, Scope, Status, Term, TermType
from tilshi.terminology.glossary import Glossary

WITHOUT = (
    ("kk", "Humanitarian assistance arrived.", "Ізгілік көмегі келді.", "Гуманитарлық көмек келді."),
    ("kk", "They spoke of humanitarian assistance.", "Олар ізгілік көмегін айтты.", "Олар гуманитарлық көмекті айтты."),
    ("kk", "It found missing relatives.", "Ол босқын туыстарды тапты.", "Ол хабар-ошарсыз кеткен туыстарды тапты."),
    ("ru", "They met prisoners of war.", "Они встретили заложников.", "Они встретили военнопленных."),
    ("fr", "Humanitarian access is needed.", "Un couloir humanitaire est utile.", "Un accès humanitaire est utile."),
)


@pytest.mark.parametrize(("language", "source", "wrong", "right"), WITHOUT)
def test_a_wrong_term_is_put_right_in_its_own_form(
    language: str, source: str, wrong: str, right: str, glossary: Glossary
) -> None:
    asked = Asker(MISSING_TERM, glossary, language)
    assert asked.repaired(source, wrong) == right
    assert asked.marked(source, right) == []


def test_a_term_that_is_simply_lost_is_missed_in_its_sentence(glossary: Glossary) -> None:
    (spot,) = Asker(MISSING_TERM, glossary).spots(
        "It rains. The ICRC supports international humanitarian law.", "Жаңбыр жауып тұр. ХҚКК заңды қолдайды."
    )
    assert (spot.start, spot.end, spot.fixes) == (18, 38, ())
    assert spot.evidence == (28, 58)


def test_a_term_left_in_the_language_of_the_source_is_where_it_stands(glossary: Glossary) -> None:
    asked = Asker(MISSING_TERM, glossary)
    source, wrong = "Humanitarian access ended.", "Ол humanitarian access-ті тоқтатты."
    assert asked.marked(source, wrong) == ["humanitarian access"]


RENDERED = (
    ("kk", "The International Committee of the Red Cross works here.", "Мұнда ХҚКК жұмыс істейді."),
    ("kk", "The ICRC works, and the ICRC helps.", "ХҚКК жұмыс істейді және көмектеседі."),
    ("kk", "The ICRC helps.", "Ол көмектеседі."),
    ("kk", "They agreed on the release of Kim.", "Олар Кимді босатуға келісті."),
    ("kk", "It attacked the village.", "Ол ауылды ойрандады."),
    ("kk", "Protected by international humanitarian law (IHL).", "Халықаралық гуманитарлық құқықпен қорғалған."),
    ("kk", "We send condolences.", "Біз көңіл айтамыз."),
    ("ru", "Four members of the medical personnel came.", "Пришли четыре медицинских работника."),
    ("ru", "Food parcels and hygiene kits came.", "Пришли продовольственные и гигиенические наборы."),
    ("ru", "The Society helped.", "Общество помогло."),
    ("fr", "The wounded and sick were taken away.", "Des blessés et des malades ont été évacués."),
    ("fr", "People assisted: 40", "Personnes assistées : 40"),
    ("fr", "the red cross is an emblem", "la croix rouge est un emblème"),
)


@pytest.mark.parametrize(("language", "source", "target"), RENDERED)
def test_free_but_faithful_wording_is_right(language: str, source: str, target: str, glossary: Glossary) -> None:
    assert Asker(MISSING_TERM, glossary, language).marked(source, target) == []


def test_what_is_not_translated_at_all_is_no_matter_of_terms(glossary: Glossary) -> None:
    asked = Asker(MISSING_TERM, glossary)
    assert asked.marked("Humanitarian access", "") == []
    assert asked.marked("Humanitarian access", "Humanitarian access") == []


FORBIDDEN = (
    ("kk", "The Red Crescent helped.", "Қызыл Жарты Айдың көмегі келді.", "Қызыл Айдың көмегі келді."),
    ("kk", "The ICRC said", "ХККК-нің сөзі", "ХҚКК-нің сөзі"),
    ("kk", "IHL applies.", "МГП-ны қолданады.", "ХГҚ-ны қолданады."),
    ("kk", "an armed conflict", "қарулы жанжалдарда", "қарулы қақтығыстарда"),
    ("ru", "an armed conflict", "после вооруженного столкновения", "после вооруженного конфликта"),
    ("ru", "prisoners of war", "обмен с пленными", "обмен с военнопленными"),
    (
        "fr",
        "under international humanitarian law",
        "du droit humanitaire international",
        "du droit international humanitaire",
    ),
    ("en", "", "the child soldiers came", "the children associated with armed forces or armed groups came"),
)


@pytest.mark.parametrize(("language", "source", "wrong", "right"), FORBIDDEN)
def test_forbidden_terms_are_put_right_in_any_form(
    language: str, source: str, wrong: str, right: str, glossary: Glossary
) -> None:
    asked = Asker(FORBIDDEN_TERM, glossary, language)
    assert len(asked.marked(source, wrong)) == 1
    if language != "en":
        assert asked.repaired(source, wrong) == right
    assert asked.marked(source, right) == []


ALLOWED = (
    # Wrong only for another concept than the source's.
    ("kk", "An ambulance came.", "Жедел жәрдем келді."),
    ("kk", "The two fell out.", "Екеуінің арасында қарулы жанжал болды."),
    ("kk", "It is neutral and impartial: neutrality, impartiality.", "Бейтараптық, алаламаушылық."),
    # Within a longer term that is right.
    ("kk", "prisoners of war and hostages", "әскери тұтқындар мен кепілге алынған адамдар"),
    ("ru", "The ICRC and the Red Cross movement", "МККК и движение Красного Креста"),
    # The right capitals, in any case.
    ("kk", "The International Committee of the Red Cross", "Халықаралық Қызыл Крест Комитетінің"),
    ("kk", "see a@kazakhstan.example", "қараңыз: бенефициарлар.kz"),
    ("fr", "the Geneva Conventions", "des Conventions de Genève"),
)


@pytest.mark.parametrize(("language", "source", "target"), ALLOWED)
def test_what_is_forbidden_for_one_concept_may_stand_for_another(
    language: str, source: str, target: str, glossary: Glossary
) -> None:
    assert Asker(FORBIDDEN_TERM, glossary, language).marked(source, target) == []


def test_capitals_alone_may_be_forbidden(glossary: Glossary) -> None:
    asked = Asker(FORBIDDEN_TERM, glossary)
    assert asked.repaired("ICRC", "Халықаралық Қызыл крест комитетінде") == "Халықаралық Қызыл Крест Комитетінде"


def test_a_text_of_its_own_has_what_is_always_forbidden_alone(glossary: Glossary) -> None:
    asked = Asker(FORBIDDEN_TERM, glossary)
    assert asked.own("Қызыл Жарты Ай және қарулы жанжал") == ["Қызыл Жарты Ай"]
    assert Asker(FORBIDDEN_TERM, glossary, "en").own("beneficiaries of military targets") == ["beneficiaries"]


def test_a_forbidden_term_without_a_right_one_is_told_with_its_reason(glossary: Glossary) -> None:
    wrong = Term("былық", "kk", Status.DEPRECATED, scope=Scope.ALWAYS, reason="rude")
    larger = glossary.with_concept(Concept("own-1", (Term("mess", "en"), wrong)))
    (spot,) = Asker(FORBIDDEN_TERM, larger).spots("A mess", "Былық болды")
    assert (str(spot.message), spot.fixes) == ("“Былық” is not to be used: rude.", ())


VARIANTS = (
    ("kk", "Volunteers came.", "Волонтерлерді күттік.", "Еріктілерді күттік."),
    ("ru", "the humanitarian situation", "о гуманитарной обстановке", "о гуманитарной ситуации"),
    ("fr", "humanitarian assistance", "de l’aide humanitaire", "de l’assistance humanitaire"),
    ("en", "", "humanitarian aid arrived", "humanitarian assistance arrived"),
)


@pytest.mark.parametrize(("language", "source", "wrong", "right"), VARIANTS)
def test_preferred_terms_are_offered_for_admitted_ones(
    language: str, source: str, wrong: str, right: str, glossary: Glossary
) -> None:
    asked = Asker(ADMITTED_TERM, glossary, language)
    assert asked.repaired(source, wrong) == right
    assert asked.marked(source, right) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Elle est cheffe de délégation."),
        ("fr", "protéger les civils"),
        ("en", "The ICRC president came."),
        ("kk", "Ол осылай деді."),
        ("ru", "Международный комитет Красного Креста"),
    ],
)
def test_gender_capitals_and_short_forms_are_no_variants(language: str, text: str, glossary: Glossary) -> None:
    assert Asker(ADMITTED_TERM, glossary, language).own(text) == []


def test_the_users_own_glossary_counts_at_once(glossary: Glossary) -> None:
    concept = Concept(
        "own-2",
        (
            Term("relief plane", "en", part_of_speech="noun"),
            Term("көмек ұшағы", "kk", part_of_speech="noun"),
            Term("көмек самолеті", "kk", Status.DEPRECATED, TermType.VARIANT),
        ),
    )
    larger = glossary.with_concept(concept)
    assert Asker(FORBIDDEN_TERM, glossary).marked("The relief plane left.", "Көмек самолеті ұшты.") == []
    assert (
        Asker(FORBIDDEN_TERM, larger).repaired("The relief plane left.", "Көмек самолеті ұшты.") == "Көмек ұшағы ұшты."
    )
    assert Asker(MISSING_TERM, larger).marked("The relief plane left.", "Жолаушы ұшағы ұшты.") == ["Жолаушы ұшағы"]


def test_addresses_hold_no_terms(glossary: Glossary) -> None:
    asked = Asker(MISSING_TERM, glossary)
    assert asked.marked("See icrc.org", "Сайтты қараңыз", Role.WEBSITE) == []
