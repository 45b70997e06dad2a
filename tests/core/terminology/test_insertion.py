"""Terms put in: the form fits what is replaced, else the words around."""

from __future__ import annotations

import pytest

from tilshi.language import kazakh, russian
from tilshi.language.kazakh.features import Case
from tilshi.terminology.concepts import Concept, Grammar, Term, Termbase, TermType
from tilshi.terminology.forms.kazakh import unknown_features
from tilshi.terminology.glossary import Glossary, Layer, assembled
from tilshi.terminology.insertion import Insertion, fitting_forms

LAW = Term("халықаралық гуманитарлық құқық", "kk")
RULES = Term("соғыс ережелері", "kk")
CONFLICT = Term("қарулы қақтығыс", "kk")
COMMITTEE = Term("ХҚКК", "kk", kind=TermType.ACRONYM)
NATIONS = Term("БҰҰ", "kk", kind=TermType.ACRONYM)
OFFICE = Term("өкілдік", "kk")
CITY = Term("Порт-Мысал", "kk")
RU_LAW = Term("международное гуманитарное право", "ru")
RU_PARTY = Term("сторона в конфликте", "ru")
RU_FORCES = Term("вооруженные силы", "ru")
EN_CONFLICT = Term("armed conflict", "en")
EN_PRISONER = Term("prisoner of war", "en")
EN_FORCES = Term("armed forces", "en")
FR_CONFLICT = Term("conflit armé", "fr")
FR_PRISONER = Term("prisonnier de guerre", "fr")
EVERY = (LAW, RULES, CONFLICT, COMMITTEE, NATIONS, OFFICE, CITY, RU_LAW, RU_PARTY, RU_FORCES, EN_CONFLICT)
MORE = (EN_PRISONER, EN_FORCES, FR_CONFLICT, FR_PRISONER)
GLOSSARY = assembled(
    {Layer.PERSONAL: Termbase("t", tuple(Concept(f"c{at}", (term,)) for at, term in enumerate((*EVERY, *MORE))))}
)


@pytest.fixture
def glossary() -> Glossary:
    return GLOSSARY


def put(term: Term, text: str, glossary: Glossary) -> Insertion:
    """Inserts at the bar, or replaces what stands between two."""
    parts = text.split("|")
    before, replaced, after = parts if len(parts) == 3 else (parts[0], "", parts[1])
    return fitting_forms(term, term.language, before, replaced, after, glossary)


@pytest.mark.parametrize(
    ("term", "text", "best"),
    [
        pytest.param(LAW, "елдер | сақтауға тиіс", "халықаралық гуманитарлық құқықты", id="verb government"),
        pytest.param(LAW, "бұл | туралы", "халықаралық гуманитарлық құқық", id="postposition, nominative"),
        pytest.param(LAW, "бұл | сәйкес", "халықаралық гуманитарлық құқыққа", id="postposition, dative"),
        pytest.param(CONFLICT, "ол | кейін", "қарулы қақтығыстан", id="postposition, ablative"),
        pytest.param(COMMITTEE, "бұл | бірге", "ХҚКК-мен", id="acronym, hyphen"),
        pytest.param(COMMITTEE, "бүгін | өкілдігі", "ХҚКК-нің", id="a name before what it possesses"),
        pytest.param(RULES, "бүгін | өкілдігі", "соғыс ережелері", id="no name before what it possesses"),
        pytest.param(RULES, "олар | құрметтейді", "соғыс ережелерін", id="izafet"),
        pytest.param(OFFICE, "ХҚКК-нің | ашылды", "өкілдігі", id="possessed"),
        pytest.param(RULES, "біздің | туралы", "соғыс ережелеріміз", id="ours"),
        pytest.param(LAW, "бұл |.", "халықаралық гуманитарлық құқық", id="nothing tells"),
        pytest.param(LAW, "| сақталуда", "Халықаралық гуманитарлық құқық", id="start of the text"),
        pytest.param(LAW, "Солай болды. «| сақтау", "Халықаралық гуманитарлық құқықты", id="after a quotation mark"),
        pytest.param(LAW, "2026 ж. | сақтау", "халықаралық гуманитарлық құқықты", id="after an abbreviation"),
        pytest.param(LAW, "(|)", "Халықаралық гуманитарлық құқық", id="bracket at the start"),
    ],
)
def test_kazakh_takes_the_case_that_the_next_word_asks(term: Term, text: str, best: str, glossary: Glossary) -> None:
    assert put(term, text, glossary).best == best


@pytest.mark.parametrize(
    ("term", "text", "best"),
    [
        pytest.param(LAW, "олар |соғыс ережелерін| біледі", "халықаралық гуманитарлық құқықты", id="izafet by plain"),
        pytest.param(RULES, "ол |халықаралық гуманитарлық құқыққа| жүгінді", "соғыс ережелеріне", id="plain by izafet"),
        pytest.param(CONFLICT, "бұл |өкілдіктерден| келді", "қарулы қақтығыстардан", id="plural"),
        pytest.param(CONFLICT, "оның |өкілдігінде| болды", "қарулы қақтығысында", id="possessor"),
        pytest.param(NATIONS, "бүгін |ХҚКК-нің| өкілі", "БҰҰ-ның", id="acronym by acronym"),
        pytest.param(COMMITTEE, "бүгін |Порт-Мысалдағы| кеңсе", "ХҚКК-дегі", id="relation"),
        pytest.param(NATIONS, "бүгін |ХҚКК| өкілдігі", "БҰҰ", id="bare before what it possesses stays bare"),
        pytest.param(CONFLICT, "бұл |өкілдік| қарсы", "қарулы қақтығысқа", id="bare where a case is asked"),
        pytest.param(CONFLICT, "бұл |қарулы қақтығыстардың| бәрі", "қарулы қақтығыстардың", id="itself"),
        pytest.param(CONFLICT, "бұл |шайқастарда| болды", "қарулы қақтығыстарда", id="a word no glossary has"),
        pytest.param(CONFLICT, "оның |шайқасынан| кейін", "қарулы қақтығысынан", id="an unknown word, possessed"),
        pytest.param(COMMITTEE, "бүгін |Мысалияға| барды", "ХҚКК-ге", id="an unknown name"),
        pytest.param(CONFLICT, "Елде «|Өкілдіктің|» күні", "Қарулы қақтығыстың", id="its capital"),
        pytest.param(
            Term("ХҚКК өкілдігі", "kk"), "бұл |ХҚКК-нің Порт-Мысалдағы өкілдігінде| да", "ХҚКК өкілдігінде", id="no hit"
        ),
        pytest.param(CONFLICT, "бұл |қарулы\u00a0қақтығыста| болды", "қарулы\u00a0қақтығыста", id="already"),
        pytest.param(CONFLICT, "бұл| өкілдіктің |бәрі", " қарулы қақтығыстың ", id="its spaces"),
        pytest.param(CONFLICT, "БҰЛ |ӨКІЛДІКТІҢ| КҮНІ", "ҚАРУЛЫ ҚАҚТЫҒЫСТЫҢ", id="capitals"),
    ],
)
def test_kazakh_keeps_the_features_of_what_it_replaces(term: Term, text: str, best: str, glossary: Glossary) -> None:
    assert put(term, text, glossary).best == best


def test_the_seven_cases_come_in_the_order_of_the_grammar(glossary: Glossary) -> None:
    found = put(CONFLICT, "бұл |өкілдіктерге| барды", glossary)

    assert found.case is Case.DATIVE
    assert found.forms == (
        (Case.NOMINATIVE, "қарулы қақтығыстар"),
        (Case.GENITIVE, "қарулы қақтығыстардың"),
        (Case.DATIVE, "қарулы қақтығыстарға"),
        (Case.ACCUSATIVE, "қарулы қақтығыстарды"),
        (Case.LOCATIVE, "қарулы қақтығыстарда"),
        (Case.ABLATIVE, "қарулы қақтығыстардан"),
        (Case.INSTRUMENTAL, "қарулы қақтығыстармен"),
    )


def test_what_an_entry_knows_of_its_forms_counts(glossary: Glossary) -> None:
    term = Term("Экзампл", "kk", grammar=Grammar(harmony="back"))
    other = Term("Экзампл", "kk", grammar=Grammar(harmony="front"))

    assert put(term, "бүгін | туралы", glossary).forms[2] == (Case.DATIVE, "Экзамплға")
    assert put(other, "бүгін | туралы", glossary).forms[2] == (Case.DATIVE, "Экзамплге")


@pytest.mark.parametrize("text", ["—", "", "24/7", "…"])
def test_what_has_no_forms_stays_as_it_is(text: str, glossary: Glossary) -> None:
    assert put(Term(text, "kk"), "бұл | сақтау", glossary).best in (text, kazakh.inflect("24/7", case="acc"))


@pytest.mark.parametrize(
    ("word", "features"),
    [
        ("Мысалияның", "<n><gen>"),
        ("Мысалиядағы", "<n><loc><attr>"),
        ("үкіметтермен", "<n><pl><ins>"),
        ("үкіметінің", "<n><px3sp><gen>"),
        ("үкіметіне", "<n><px3sp><dat>"),
        ("үкіметінде", "<n><px3sp><loc>"),
        ("үкімет", None),
        ("басқа", None),
        ("доллар", None),
    ],
)
def test_unknown_words_show_their_endings(word: str, features: str | None) -> None:
    found = unknown_features(word)

    assert (found.apertium if found else None) == features


@pytest.mark.parametrize(
    ("term", "text", "best"),
    [
        (RU_LAW, "в соответствии с |", "международным гуманитарным правом"),
        (RU_LAW, "уважение к |.", "международному гуманитарному праву"),
        (RU_LAW, "нормы |.", "международного гуманитарного права"),
        (RU_LAW, "соблюдать |.", "международное гуманитарное право"),
        (RU_LAW, "знание о |.", "международном гуманитарном праве"),
        (RU_LAW, "соблюдение |международного  гуманитарного права| всеми", "международного  гуманитарного права"),
        (RU_PARTY, "пять |", "сторон в конфликте"),
        (RU_PARTY, "две |", "стороны в конфликте"),
        (RU_LAW, "2026 года |вооруженные силы| начали", "международное гуманитарное право"),
        (RU_LAW, "|.", "Международное гуманитарное право"),
        (RU_PARTY, "между |государствами|", "сторонами в конфликте"),
        (RU_PARTY, "без |вооруженных сил|", "стороны в конфликте"),
        (RU_FORCES, "для |стороны в конфликте|", "вооруженных сил"),
    ],
)
def test_russian_takes_the_case_that_the_words_before_ask(term: Term, text: str, best: str, glossary: Glossary) -> None:
    assert put(term, text, glossary).best == best


def test_russian_has_six_cases_and_the_letters_of_the_citation(glossary: Glossary) -> None:
    found = put(Term("вооруженный конфликт", "ru"), "в |", glossary)

    assert found.case is russian.Case.PREPOSITIONAL
    assert dict(found.forms)[russian.Case.PREPOSITIONAL] == "вооруженном конфликте"
    assert [case for case, _ in found.forms] == list(russian.Case)


@pytest.mark.parametrize(
    ("term", "text", "best"),
    [
        (EN_CONFLICT, "an |", "armed conflict"),
        (EN_CONFLICT, "14 | here", "armed conflicts"),
        (FR_CONFLICT, "des | ici", "conflits armés"),
        (EN_CONFLICT, "two |prisoners of war| here", "armed conflicts"),
        (EN_PRISONER, "a |war| here", "prisoner of war"),
        (EN_PRISONER, "many |civilians| here", "prisoners of war"),
        (EN_PRISONER, "the |civilian’s| house", "prisoner of war’s"),
        (EN_CONFLICT, "the |armed forces| here", "armed conflict"),
        (EN_CONFLICT, "It ended. |", "Armed conflict"),
        (FR_CONFLICT, "des |prisonniers de guerre| ici", "conflits armés"),
        (FR_PRISONER, "des |enfants| ici", "prisonniers de guerre"),
        (FR_PRISONER, "le |", "prisonnier de guerre"),
    ],
)
def test_english_and_french_keep_the_number(term: Term, text: str, best: str, glossary: Glossary) -> None:
    found = put(term, text, glossary)

    assert (found.best, found.case, found.forms) == (best, None, ())


def test_other_languages_get_the_citation_form(glossary: Glossary) -> None:
    assert put(Term("Kriegsgefangener", "de"), "der |", glossary) == Insertion("Kriegsgefangener")
