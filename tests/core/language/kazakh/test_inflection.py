import pytest

from tilshi.language.kazakh import Lexeme, inflect, write
from tilshi.language.kazakh.features import Case, Features, Number, Person, Possessor, Relation
from tilshi.language.kazakh.grammar import BACK, FRONT

OBLIQUE = [case for case in Case if case is not Case.NOMINATIVE]
POSSESSORS = ["px1sg", "px2sg", "px2frm", "px3", "px1pl"]


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("бала", "баланың балаға баланы балада баладан баламен"),
        ("терезе", "терезенің терезеге терезені терезеде терезеден тереземен"),
        ("теңіз", "теңіздің теңізге теңізді теңізде теңізден теңізбен"),
        ("мәселе", "мәселенің мәселеге мәселені мәселеде мәселеден мәселемен"),
        ("ұйым", "ұйымның ұйымға ұйымды ұйымда ұйымнан ұйыммен"),
        ("заң", "заңның заңға заңды заңда заңнан заңмен"),
        ("тіл", "тілдің тілге тілді тілде тілден тілмен"),
        ("жер", "жердің жерге жерді жерде жерден жермен"),
        ("соғыс", "соғыстың соғысқа соғысты соғыста соғыстан соғыспен"),
        ("тау", "таудың тауға тауды тауда таудан таумен"),
        ("күшейту", "күшейтудің күшейтуге күшейтуді күшейтуде күшейтуден күшейтумен"),
        ("ми", "мидың миға миды мида мидан мимен"),
        ("куә", "куәнің куәға куәні куәда куәдан куәмен"),
        ("Ирак", "Ирактың Иракқа Иракты Иракта Ирактан Иракпен"),
        ("Назарбаев", "Назарбаевтың Назарбаевқа Назарбаевты Назарбаевта Назарбаевтан Назарбаевпен"),
        ("клуб", "клубтың клубқа клубты клубта клубтан клубпен"),
        ("лимит", "лимиттің лимитке лимитті лимитте лимиттен лимитпен"),
        ("терроризм", "терроризмнің терроризмге терроризмді терроризмде терроризмнен терроризммен"),
        ("автомобиль", "автомобильдің автомобильге автомобильді автомобильде автомобильден автомобильмен"),
        ("процесс", "процестің процеске процесті процесте процестен процеспен"),
        ("съезд", "съездің съезге съезді съезде съезден съезбен"),
        ("халық", "халықтың халыққа халықты халықта халықтан халықпен"),
    ],
)
def test_cases_follow_the_last_sound(lemma: str, forms: str) -> None:
    assert forms.split() == [inflect(lemma, "sg", "none", case) for case in OBLIQUE]


@pytest.mark.parametrize(
    ("lemma", "plural"),
    [
        ("бала", "балалар"),
        ("жер", "жерлер"),
        ("тау", "таулар"),
        ("үй", "үйлер"),
        ("тіл", "тілдер"),
        ("заң", "заңдар"),
        ("қыз", "қыздар"),
        ("соғыс", "соғыстар"),
        ("клуб", "клубтар"),
        ("педагог", "педагогтер"),
        ("модуль", "модульдер"),
    ],
)
def test_plural_follows_the_last_sound(lemma: str, plural: str) -> None:
    assert plural == inflect(lemma, "pl")


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("бала", "балам балаң балаңыз баласы баламыз"),
        ("үй", "үйім үйің үйіңіз үйі үйіміз"),
        ("ту", "туым туың туыңыз туы туымыз"),
        ("құқық", "құқығым құқығың құқығыңыз құқығы құқығымыз"),
        ("еңбек", "еңбегім еңбегің еңбегіңіз еңбегі еңбегіміз"),
        ("жауап", "жауабым жауабың жауабыңыз жауабы жауабымыз"),
        ("тарап", "тарапым тарапың тарапыңыз тарапы тарапымыз"),
        ("принцип", "принципім принципің принципіңіз принципі принципіміз"),
        ("клуб", "клубым клубың клубыңыз клубы клубымыз"),
        ("халық", "халқым халқың халқыңыз халқы халқымыз"),
        ("қауіп", "қаупім қаупің қаупіңіз қаупі қаупіміз"),
        ("модуль", "модулім модулің модуліңіз модулі модуліміз"),
    ],
)
def test_possessors_follow_the_last_sound(lemma: str, forms: str) -> None:
    assert forms.split() == [inflect(lemma, "sg", possessor) for possessor in POSSESSORS]


@pytest.mark.parametrize(
    ("possessor", "forms"),
    [
        ("px3", "заңының заңына заңын заңында заңынан заңымен"),
        ("px1sg", "заңымның заңыма заңымды заңымда заңымнан заңыммен"),
        ("px2sg", "заңыңның заңыңа заңыңды заңыңда заңыңнан заңыңмен"),
        ("px2frm", "заңыңыздың заңыңызға заңыңызды заңыңызда заңыңыздан заңыңызбен"),
        ("px1pl", "заңымыздың заңымызға заңымызды заңымызда заңымыздан заңымызбен"),
    ],
)
def test_cases_follow_the_possessor(possessor: str, forms: str) -> None:
    assert forms.split() == [inflect("заң", "sg", possessor, case) for case in OBLIQUE]


@pytest.mark.parametrize(
    ("term", "number", "case", "form"),
    [
        ("соғыс заңы", "pl", "nom", "соғыс заңдары"),
        ("соғыс заңы", "sg", "dat", "соғыс заңына"),
        ("соғыс қылмысы", "pl", "acc", "соғыс қылмыстарын"),
        ("адам құқығы", "pl", "nom", "адам құқықтары"),
        ("Қызыл Ай қоғамы", "sg", "gen", "Қызыл Ай қоғамының"),
        ("Қауіпсіздік Кеңесі", "pl", "loc", "Қауіпсіздік Кеңестерінде"),
        ("мәдени мұрасы", "pl", "abl", "мәдени мұраларынан"),
        ("жұмыс орны", "pl", "nom", "жұмыс орындары"),
        ("қару жүйесі", "pl", "ins", "қару жүйелерімен"),
        ("Еуропа банкі", "pl", "nom", "Еуропа банктері"),
    ],
)
def test_izafet_builds_on_the_base(term: str, number: str, case: str, form: str) -> None:
    assert form == inflect(term, number, "izafet", case)


@pytest.mark.parametrize(
    ("acronym", "case", "form"),
    [
        ("ХҚКК", "gen", "ХҚКК-нің"),
        ("ХҚКК", "acc", "ХҚКК-ні"),
        ("ХГҚ", "acc", "ХГҚ-ны"),
        ("БҰҰ", "dat", "БҰҰ-ға"),
        ("АҚШ", "gen", "АҚШ-тың"),
        ("НАТО", "dat", "НАТО-ға"),
        ("БАҚ", "gen", "БАҚ-тың"),
        ("СІМ", "gen", "СІМ-нің"),
        ("ЮНИСЕФ", "dat", "ЮНИСЕФ-ке"),
        ("COVID-19", "nom", "COVID-19"),
    ],
)
def test_acronyms_take_endings_as_read_aloud(acronym: str, case: str, form: str) -> None:
    assert form == inflect(acronym, "sg", "none", case)


def test_multiword_terms_inflect_their_last_word_only() -> None:
    assert inflect("қарулы қақтығыс", "pl", "none", "abl") == "қарулы қақтығыстардан"


def test_capitals_of_the_citation_stay() -> None:
    assert inflect("Азаматтық Құқық", "sg", "px3", "dat") == "Азаматтық Құқығына"


@pytest.mark.parametrize(
    ("lexeme", "case", "form"),
    [
        (Lexeme("банк", linking_vowel=True), Case.DATIVE, "банкіге"),
        (Lexeme("банк", linking_vowel=False), Case.DATIVE, "банкке"),
        (Lexeme("такси", harmony=BACK), Case.DATIVE, "таксиға"),
        (Lexeme("такси", harmony=FRONT), Case.DATIVE, "таксиге"),
        (Lexeme("ТМД", harmony=BACK), Case.DATIVE, "ТМД-ға"),
        (Lexeme("соғыс заңы", izafet=True), Case.ACCUSATIVE, "соғыс заңын"),
        (Lexeme("Үлкен Үйі", base="Үй"), Case.ACCUSATIVE, "Үлкен Үйін"),
    ],
)
def test_an_entry_overrules_the_rules(lexeme: Lexeme, case: Case, form: str) -> None:
    possessor = Possessor.THIRD if lexeme.izafet or lexeme.base else Possessor.NONE
    assert form == inflect(lexeme, Number.SINGULAR, possessor, case)


def test_voicing_can_be_forbidden() -> None:
    assert inflect(Lexeme("блок", voicing=False), "sg", "px3") == "блокы"
    assert inflect(Lexeme("блок", voicing=True), "sg", "px3") == "блогы"


@pytest.mark.parametrize(
    ("features", "form"),
    [
        (Features(relation=Relation.LOCATIVE, inner=Features(case=Case.LOCATIVE)), "Астанадағы"),
        (Features(Number.PLURAL, case=Case.DATIVE, relation=Relation.LOCATIVE, inner=Features(case=Case.LOCATIVE)),
         "Астанадағыларға"),
        (Features(relation=Relation.GENITIVE, inner=Features()), "Астананікі"),
        (Features(case=Case.LOCATIVE, person=Person.FIRST_PLURAL), "Астанадамыз"),
        (Features(relation=Relation.SIMILATIVE, inner=Features()), "Астанадай"),
    ],
)  # fmt: skip
def test_forms_beyond_the_case(features: Features, form: str) -> None:
    assert form == write("Астана", features)


def test_unknown_tags_are_refused() -> None:
    with pytest.raises(ValueError, match="'vocative' is not a valid Case"):
        inflect("бала", "sg", "none", "vocative")


def test_an_empty_term_is_refused() -> None:
    with pytest.raises(ValueError, match="a term without a word has no forms"):
        inflect("  ")


@pytest.mark.parametrize(
    ("term", "case", "form"),
    [
        ("соғыс ережелері", "dat", "соғыс ережелеріне"),
        ("соғыс заңы", "acc", "соғыс заңын"),
        ("гуманитарлық қажеттіліктер", "gen", "гуманитарлық қажеттіліктердің"),
        ("мемлекеттік қаржы", "dat", "мемлекеттік қаржыға"),
        ("әскери аудармашы", "acc", "әскери аудармашыны"),
        ("телекоммуникация құрылғысы", "acc", "телекоммуникация құрылғысын"),
        ("тұрақты үлгі", "loc", "тұрақты үлгіде"),
        ("Қызыл Ай Қоғамы (ҚАҚ)", "gen", "Қызыл Ай Қоғамының (ҚАҚ)"),
        ("Эл. пошта", "dat", "Эл. поштаға"),
    ],
)
def test_a_citation_form_keeps_its_number_and_possessor(term: str, case: str, form: str) -> None:
    assert form == inflect(term, case=case)


def test_a_plural_citation_has_a_singular() -> None:
    assert inflect("соғыс ережелері", "sg", case="dat") == "соғыс ережесіне"
    assert inflect("гуманитарлық қажеттіліктер", "sg") == "гуманитарлық қажеттілік"
