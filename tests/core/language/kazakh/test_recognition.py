import pytest

from tilshi.language.kazakh import Lexeme, analyse, find, matches
from tilshi.language.kazakh.features import Case, Features, Number, Person, Possessor, Relation


def found(term: str | Lexeme, text: str) -> list[str]:
    return [text[start:end] for start, end in find(term, text)]


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("қақтығыс", "Қақтығыстардан зардап шекті, қақтығысқа дейін.", ["Қақтығыстардан", "қақтығысқа"]),
        ("құқық", "Құқығын қорғау; құқықтар.", ["Құқығын", "құқықтар"]),
        ("халық", "халқының көмегі, халыққа", ["халқының", "халыққа"]),
        ("орын", "орны мен орыны", ["орны", "орыны"]),
        ("банк", "банкке, банкіге, банкінің", ["банкке", "банкіге", "банкінің"]),
        ("модуль", "модулі, модульдер", ["модулі", "модульдер"]),
        ("процесс", "процесінде, процестің", ["процесінде", "процестің"]),
        ("Астана", "Астанадағы сапар, Астанадағылардың үні", ["Астанадағы", "Астанадағылардың"]),
        ("Қазақстан", "Бұл үй Қазақстандікі.", ["Қазақстандікі"]),
        ("дәрігер", "Мен дәрігермін, сіздер дәрігерсіңдер.", ["дәрігермін", "дәрігерсіңдер"]),
        ("заман", "ескі заманнан-ақ белгілі", ["заманнан-ақ"]),
        ("ақша", "ел ақшасыменен", ["ақшасыменен"]),
        ("пікір", "оның пікірінше", ["пікірінше"]),
        ("мыңжылдық", "3-мыңжылдықта болды", ["мыңжылдықта"]),
    ],
)
def test_every_form_of_a_word_is_found(term: str, text: str, expected: list[str]) -> None:
    assert expected == found(term, text)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("құқық", "құқықтық мемлекет"),
        ("президент", "президенттік сайлау"),
        ("кеңес", "кеңесші келді"),
        ("құқық", "құқықсыз адам"),
        ("түн", "түнгі аспан"),
        ("әже", "әжейдің үйі"),
        ("Аббас", "Риза Аббаси"),
        ("Астана", "астаналық"),
        ("жер", "жергілікті"),
        ("күшік", "күшке"),
        ("мұра", "мұражайда"),
        ("тіл", "тілегіне"),
        ("бала", "балдар"),
        ("адам", "адамтың"),
        ("соғыс", "соғысды"),
    ],
)
def test_derivations_and_false_endings_are_other_words(term: str, text: str) -> None:
    assert found(term, text) == []


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("қарулы қақтығыс", "Қарулы  қақтығыстардың", ["Қарулы  қақтығыстардың"]),
        ("қарулы қақтығыс", "қарулы\u00a0қақтығысқа", ["қарулы\u00a0қақтығысқа"]),
        ("қарулы қақтығыс", "қарулы\nқақтығыс", ["қарулы\nқақтығыс"]),
        ("соғыс ережелері", "соғыстың ережелеріне", ["соғыстың ережелеріне"]),
        ("соғыс ережелері", "соғыс ережесін", ["соғыс ережесін"]),
        ("соғыс заңы", "соғыс заңдарымызды", ["соғыс заңдарымызды"]),
        ("ХҚКК өкілдігі", "ХҚКК-нің Порт-Мысалдағы өкілдігі", ["ХҚКК-нің Порт-Мысалдағы өкілдігі"]),
        ("Мысалия Президенті", "Мысалияның Президентіне", ["Мысалияның Президентіне"]),
        ("Мысалия Республикасының Президенті", "Мысалия Республикасы Президентінің",
         ["Мысалия Республикасы Президентінің"]),
        ("мәдени мұра", "мәдени мұраларымыз", ["мәдени мұраларымыз"]),
        ("гуманитарлық қажеттіліктер", "гуманитарлық қажеттілікке", ["гуманитарлық қажеттілікке"]),
        ("ислам діні", "ислам діні-адамға жүк емес", ["ислам діні"]),
        ("Қызыл Ай Қоғамы (ҚАҚ)", "Қызыл Ай Қоғамының (ҚАҚ) басшысы", ["Қызыл Ай Қоғамының (ҚАҚ)"]),
        ("қару, оқ-дәрі және көлік", "Қару,  оқ-дәрі және көлікті", ["Қару,  оқ-дәрі және көлікті"]),
        ("«Жасыл әлем» қоры", "“Жасыл әлем” қорына", ["Жасыл әлем” қорына"]),
        ("Эл. пошта", "Эл. поштасы", ["Эл. поштасы"]),
        ("тел.", "Тел.: +999", ["Тел."]),
    ],
)  # fmt: skip
def test_multiword_terms(term: str, text: str, expected: list[str]) -> None:
    assert expected == found(term, text)


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("қарулы қақтығыс", "қарулының қақтығысы"),
        ("соғыс ережелері", "соғыстан ережелер"),
        ("соғыс ережелері", "соғыстың жаңа ережелері"),
        ("әлем чемпионаты", "бүкіл әлем, чемпионаты"),
        ("орыс тілі", "орыс және түрік тілдерін"),
    ],
)
def test_words_of_a_term_that_are_not_the_term(term: str, text: str) -> None:
    assert found(term, text) == []


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("ХҚКК", "ХҚКК-нің, ХҚКК-ға, ХҚКК.", ["ХҚКК-нің", "ХҚКК-ға", "ХҚКК"]),
        ("ХҚКК", "ХҚКК\u2011нің", ["ХҚКК\u2011нің"]),
        ("БАҚ", "БАҚ-тың бағы", ["БАҚ-тың"]),
        ("НАТО", "Нато елдері, НАТОға", ["Нато", "НАТОға"]),
        ("БҰҰ Бас Ассамблеясы", "БҰҰ-ның Бас Ассамблеясында", ["БҰҰ-ның Бас Ассамблеясында"]),
        ("COVID-19", "COVID-19-дың салдары", ["COVID-19-дың"]),
        ("ХҚКК", "ХҚККА", []),
        ("АҚШ", "ақш", []),
    ],
)
def test_acronyms(term: str, text: str, expected: list[str]) -> None:
    assert expected == found(term, text)


@pytest.mark.parametrize(
    "text",
    [
        "astana@example.org",
        "астана@мысал.қаз",
        "https://example.org/астана",
        "www.example.org/астана",
        "example.org/астана",
        "астана.қаз",
    ],
)
def test_addresses_hold_no_terms(text: str) -> None:
    assert found("Астана", f"Жазыңыз: {text} бүгін") == []


def test_a_sentence_end_without_a_space_is_no_address() -> None:
    assert found("Астана", "Сапар аяқталды.Астана тыныш.") == ["Астана"]


@pytest.mark.parametrize("written", ["халыққа", "ХАЛЫҚҚА", "Халыққа", "xалыққа", "ха\u00adлыққа"])
def test_capitals_lookalikes_and_soft_hyphens(written: str) -> None:
    assert found("халық", f"Бүкіл {written} айтты") == [written]


def test_io_and_ie_are_one_letter() -> None:
    assert found("актёр", "актерге") == ["актерге"]
    assert found("актер", "актёрге") == ["актёрге"]


def test_spans_count_code_points() -> None:
    assert find("соғыс", "😀 соғыста") == [(2, 9)]


@pytest.mark.parametrize(
    ("term", "surface", "features"),
    [
        ("құқық", "құқығына", Features(possessor=Possessor.THIRD, case=Case.DATIVE)),
        ("құқық", "құқықтарымызды", Features(Number.PLURAL, Possessor.FIRST_PLURAL, Case.ACCUSATIVE)),
        ("соғыс ережелері", "соғыс ережесінің", Features(possessor=Possessor.THIRD, case=Case.GENITIVE)),
        ("ХҚКК", "ХҚКК-нің", Features(case=Case.GENITIVE)),
        ("Астана", "Астанадағы", Features(relation=Relation.LOCATIVE, inner=Features(case=Case.LOCATIVE))),
        ("дәрігер", "дәрігерміз", Features(person=Person.FIRST_PLURAL)),
    ],
)
def test_a_form_is_told(term: str, surface: str, features: Features) -> None:
    assert features == analyse(term, surface)[0]


def test_every_reading_of_an_ambiguous_form_is_told() -> None:
    tags = {features.apertium for features in analyse("бала", "балалары")}
    assert tags == {"<n><pl><px3sp><nom>"}
    assert {features.apertium for features in analyse("соғыс заңы", "соғыс заңының")} >= {"<n><px3sp><gen>"}


def test_another_word_is_no_form() -> None:
    assert analyse("құқық", "құқықтық") == ()
    assert analyse("құқық", "құқықты сақтау") == ()


def test_matches_carry_readings() -> None:
    (match,) = matches("халықаралық құқық", "Бұл – халықаралық құқыққа қолдау.")
    assert (match.start, match.end) == (6, 25)
    assert match.readings[0] == Features(case=Case.DATIVE)


def test_an_entry_can_forbid_the_linking_vowel() -> None:
    assert found(Lexeme("банк", linking_vowel=False), "банкіге, банкке") == ["банкке"]


def test_an_entry_can_fix_the_harmony() -> None:
    assert found(Lexeme("такси", harmony=1), "таксиға, таксиге") == ["таксиге"]


def test_tags_of_the_standards() -> None:
    features = Features(Number.PLURAL, Possessor.SECOND_FORMAL, Case.INSTRUMENTAL)
    assert features.apertium == "<n><pl><px2sg><frm><ins>"
    assert features.unimorph == "N;INS;PL;PSS2S;FORM"
    relation = Features(relation=Relation.LOCATIVE, inner=Features(case=Case.LOCATIVE))
    assert relation.apertium == "<n><loc><attr>"
    assert relation.unimorph == "N;LOC;SG"


def test_a_term_without_a_word_is_never_found() -> None:
    assert find("№ %", "№ % 5") == []
