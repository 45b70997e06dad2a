"""Names: spelt as the register, the source and the rest of the release have them, and none of them lost."""

from __future__ import annotations

import pytest

from tests.core.checking.asking import Asker
from tilshi.checking.findings import Severity
from tilshi.checking.name_forms import in_form_of, is_near, is_one_name
from tilshi.checking.name_mixture import MIXED_NAMES
from tilshi.checking.names import MISSING_NAME, REGISTERED_NAME
from tilshi.release import Role
from tilshi.terminology.concepts import Concept, Scope, Status, Term
from tilshi.terminology.glossary import Glossary


@pytest.fixture(scope="module")
def register(glossary: Glossary) -> Glossary:
    """The glossary with people who do not exist."""
    people = (
        ("own-1", "Arman Ulgiev", "Arman Oulguiev", "Арман Ульгиев", "Арман Үлгиев", "Улгиев"),
        ("own-2", "Maria Testova", "Maria Testova", "Мария Тестова", "Мария Тестова", ""),
    )
    concepts = []
    for name, en, fr, ru, kk, wrong in people:
        right = zip((en, fr, ru, kk), ("en", "fr", "ru", "kk"), strict=True)
        terms = [Term(text, language, part_of_speech="noun") for text, language in right]
        if wrong:
            terms.append(Term(wrong, "kk", Status.DEPRECATED, scope=Scope.CONCEPT))
        concepts.append(Concept(name, tuple(terms), subject="person"))
    return glossary.with_concepts(concepts)


MISSPELT = (
    # A forbidden spelling, in any form.
    ("kk", "President Ulgiev spoke.", "Президент Улгиевтің сөзі", "Президент Үлгиевтің сөзі"),
    ("kk", "in Bishkek", "Бишкектегі өкілдік", "Бішкектегі өкілдік"),
    # Nearly the name of the register.
    ("kk", "Arman Ulgiev met them.", "Арман Үлгеевпен кездесті", "Арман Үлгиевпен кездесті"),
    ("kk", "President Testova met them.", "Президент Тестовнаны көрді", "Президент Тестованы көрді"),
    ("kk", "in Astana", "Астонада", "Астанада"),
    ("ru", "Arman Ulgiev met them.", "с Арманом Улгиевым", "с Арманом Ульгиевым"),
    ("fr", "Arman Ulgiev met them.", "Arman Oulgiuev les a vus", "Arman Oulguiev les a vus"),
    # Beside the rest of the name, whatever the source says.
    ("kk", "They met.", "Олар Арман Үлгиефке барды", "Олар Арман Үлгиевке барды"),
    ("kk", "They met.", "Олар Армен Үлгиевке барды", "Олар Арман Үлгиевке барды"),
)


@pytest.mark.parametrize(("language", "source", "wrong", "right"), MISSPELT)
def test_names_of_the_register(language: str, source: str, wrong: str, right: str, register: Glossary) -> None:
    asked = Asker(REGISTERED_NAME, register, language)
    assert asked.repaired(source, wrong) == right
    assert {spot.severity for spot in asked.spots(source, wrong)} == {None}
    assert asked.marked(source, right) == []


def test_a_name_of_several_words_is_put_right_as_a_whole(register: Glossary) -> None:
    asked = Asker(REGISTERED_NAME, register)
    source = "Kassym-Jomart Tokayev spoke."
    assert asked.repaired(source, "Касым-Жомарт Токаевтың сөзі") == "Қасым-Жомарт Тоқаевтың сөзі"


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("kk", "Kim Ulgieva came.", "Ким Улғатова келді"),  # somebody else
        ("kk", "The street was closed.", "Улгиев көшесі жабылды"),  # not the name of the source
        ("kk", "Kassym-Jomart Tokayev", "Қасым-Жомарт Кемелұлы Тоқаевпен"),  # with a patronymic
        ("kk", "Arman Ulgiev met Maria Testova", "Үлгиев Мария Тестовамен кездесті"),
        ("ru", "President Testova", "о Марии Тестовой"),
        ("ru", "Dauren Kosanov", "с Дауреном Косановым"),
        ("fr", "Arman Ulgiev", "avec Arman Oulguiev"),
    ],
)
def test_right_and_other_names(language: str, source: str, target: str, register: Glossary) -> None:
    assert Asker(REGISTERED_NAME, register, language).marked(source, target) == []


def test_a_text_of_its_own(register: Glossary) -> None:
    asked = Asker(REGISTERED_NAME, register)
    assert asked.own("Улгиевтің сөзі және Мария Тестовна") == ["Улгиевтің", "Тестовна"]
    assert Asker(REGISTERED_NAME, register, "en").own("Maria Testoav said") == ["Testoav"]


def test_a_consonant_that_the_source_does_not_have(glossary: Glossary) -> None:
    asked = Asker(REGISTERED_NAME, glossary)
    source = "“Yes,” said Mirela Spolanic."
    (spot,) = asked.spots(source, "«Иә», – деді Мирела Споланрич.")
    assert spot.severity is Severity.WARNING
    assert spot.fixes[0].replacement == "Споланич"
    assert asked.marked(source, "«Иә», – деді Мирела Споланич.") == []


MISSING = (
    ("kk", "Arman Ulgiev came.", "Министр келді.", Role.BODY),
    ("kk", "The office in Bishkek works.", "Өкілдік жұмыс істейді.", Role.BODY),
    ("ru", "“Yes,” said Jane Example.", "«Да», – сказала она.", Role.QUOTE),
    ("fr", "Jane Example, head of office", "Cheffe du bureau", Role.CONTACT_NAME),
)


@pytest.mark.parametrize(("language", "source", "target", "role"), MISSING)
def test_names_that_got_lost(language: str, source: str, target: str, role: Role, register: Glossary) -> None:
    (spot,) = Asker(MISSING_NAME, register, language).spots(source, target, role)
    assert (spot.start, spot.end) == (0, len(target))
    assert spot.evidence is not None


@pytest.mark.parametrize(
    ("language", "source", "target", "role"),
    [
        ("kk", "Arman Ulgiev came.", "Үлгиев келді.", Role.BODY),
        ("kk", "Arman Ulgiev came.", "Арман Үлгеев келді.", Role.BODY),  # misspelt, which another rule says
        ("ru", "The office in Bishkek", "Бишкекский офис", Role.BODY),
        ("kk", "“Yes,” said Jane Example.", "«Иә», – деді Джейн Экзампл.", Role.QUOTE),
        ("kk", "“Yes,” said Xi Jinping.", "«Иә», – деді Си Цзиньпин.", Role.QUOTE),
        ("kk", "Where: Example Hall, 1 Sample Street", "Қайда: Мысал көшесі, 1", Role.FACT),
        ("ru", "The Central Hospital of Port-Example", "Больница Порт-Примера", Role.BODY),
        ("kk", "Arman Ulgiev came.", "", Role.BODY),
    ],
)
def test_names_that_did_not(language: str, source: str, target: str, role: Role, register: Glossary) -> None:
    assert Asker(MISSING_NAME, register, language).spots(source, target, role) == []


MIXED = (
    ("kk", "Jane Example came.", "Джейн Экзампл келді.", "Джейн Экземплдің сөзі", "Джейн Экзамплдың сөзі"),
    ("kk", "Jane Example came.", "Джейн Экзампл келді.", "Джэйн Экзамплдың сөзі", "Джейн Экзамплдың сөзі"),
    ("ru", "Arman Ulgiev came.", "Арман Ульгиев пришел.", "с Арманом Ольгиевым", "с Арманом Ульгиевым"),
    ("fr", "Maria Testova came.", "Maria Testova est venue.", "avec Maria Tesstowa", "avec Maria Testova"),
    ("kk", "They met in Testograd.", "Олар Тестоградта кездесті.", "Тесоградтағы кездесу", "Тестоградтағы кездесу"),
    ("ru", "They met in Testograd.", "Они в Тестограде.", "встреча в Теставграде", "встреча в Тестограде"),
)


@pytest.mark.parametrize(("language", "source", "right", "wrong", "mended"), MIXED)
def test_one_name_in_two_spellings(  # noqa: PLR0917
    language: str, source: str, right: str, wrong: str, mended: str, glossary: Glossary
) -> None:
    asked = Asker(MIXED_NAMES, glossary, language)
    found = asked.all_spots((source, right), (source, right), (source, wrong))
    assert [(spot.segment, text) for _marked, text, spot in found] == [("s2", mended)]
    assert asked.all_marked((source, right), (source, right)) == []


def test_where_both_are_used_alike_both_are_marked(glossary: Glossary) -> None:
    parts = ("Jane Example came.", "Джейн Экзампл келді."), ("Jane Example went.", "Джейн Экземпл кетті.")
    assert Asker(MIXED_NAMES, glossary).all_marked(*parts) == [("s1", "Экземпл"), ("s0", "Экзампл")]


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        # Two people, a place and a person, forms of one name, the surname alone.
        ("kk", (("John Sample and Jane Example", "Джон Сэмпл мен Джейн Экзампл"), ("John Sample", "Джон Сэмплмен"))),
        ("fr", (("Jane Example", "Jane Example"), ("in Port-Example", "à Port-Exemple"))),
        ("kk", (("Jane Example", "Джейн Экзампл"), ("of Ms Example", "Экзамплдың"))),
        ("ru", (("Maria Testova", "Мария Тестова"), ("of Maria Testova", "Марии Тестовой"))),
        ("ru", (("from Monday", "с понедельника"), ("in March", "в марте"))),
        ("ru", (("Examplia Water Board", "Совет Примерии"), ("in Examplia", "в Примерии"))),
    ],
)
def test_different_names_and_forms_are_no_mixture(
    language: str, parts: tuple[tuple[str, str], ...], glossary: Glossary
) -> None:
    assert Asker(MIXED_NAMES, glossary, language).all_marked(*parts) == []


def test_a_text_of_its_own_spells_a_name_in_one_way(glossary: Glossary) -> None:
    asked = Asker(MIXED_NAMES, glossary, "en")
    texts = ("", "Jane Example came."), ("", "Jane Example left."), ("", "Ask Jane Exampel, who knows Jane Sample.")
    assert asked.all_marked(*texts, own=True) == [("s2", "Exampel")]


@pytest.mark.parametrize(
    ("name", "word", "language", "form"),
    [
        ("Үлгиев", "Үлгевтен", "kk", "Үлгиевтен"),
        ("Тестова", "Тестованың", "kk", "Тестованың"),
        ("Ульгиев", "Ольгиевым", "ru", "Ульгиевым"),
        ("Тестова", "Теставу", "ru", "Тестову"),
        ("Testova", "Testava’s", "en", "Testova’s"),
        ("Testova", "Testava", "fr", "Testova"),
    ],
)
def test_a_name_in_the_form_of_another(name: str, word: str, language: str, form: str) -> None:
    assert in_form_of(name, word, language) == form


def test_forms_and_slips() -> None:
    assert is_one_name("Экзампл", "Экзамплдың", "kk")
    assert is_one_name("Тестова", "Тестовой", "ru")
    assert not is_one_name("Экзампл", "Экземпл", "kk")
    assert is_near("Экзампл", "Экземплдың", "kk")
    assert not is_near("Экзампл", "Экзамплдың", "kk")
    assert not is_near("Ким", "Том", "kk")
