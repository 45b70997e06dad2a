import pytest

from tilshi.language.kazakh import find


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("бас", "басқа ел"),
        ("сай", "жылдан сайын"),
        ("тақ", "тағы да"),
        ("жыл", "жылы жауап қайтарды"),
        ("ұл", "ұлы ақын"),
        ("заң", "заңды тұлға"),
        ("қуаныш", "Күшігі өте қуанышты."),
        ("жауап", "Жауапты хатшы"),
        ("соғыс", "Олар ұзақ соғысты."),
        ("алд", "Ол кітапты алды."),
        ("даму", "Ел табысты дамуда."),
        ("қой", "Тіпті қымбат қой!"),
        ("қалып", "Мен таң қалып отырмын."),
        ("Қарағанды", "соған қарағанды айтты"),
        ("мыс", "көлемі мыс. 5 метр"),
        ("қысқа мерзім", "қысқа мерзімді демалыс"),
    ],
)
def test_words_that_look_like_a_form(term: str, text: str) -> None:
    assert find(term, text) == []


@pytest.mark.parametrize(
    ("term", "text", "form"),
    [
        ("басқа", "басқа ел", "басқа"),
        ("жыл", "2024 жылы ашты", "жылы"),
        ("жыл", "өткен жылы ашты", "жылы"),
        ("ұл", "оның ұлы келді", "ұлы"),
        ("ұл", "үлкен ұлы келді", "ұлы"),
        ("заң", "заңды бұзу", "заңды"),
        ("заң", "заңды", "заңды"),
        ("соғыс", "соғысты тоқтату керек", "соғысты"),
        ("даму", "дамуда үлес бар", "дамуда"),
        ("қой", "қой бақты", "қой"),
        ("Қарағанды", "Қарағанды қаласы", "Қарағанды"),
        ("қысқа мерзім", "қысқа мерзімді белгілеу", "қысқа мерзімді"),
    ],
)
def test_forms_that_only_look_like_another_word(term: str, text: str, form: str) -> None:
    assert [text[start:end] for start, end in find(term, text)] == [form]


@pytest.mark.parametrize("text", ["елді толығымен бағындырды", "елді одан әрі дамыту", "елді дамытты"])
def test_an_adverb_or_a_verb_after_it_makes_it_an_object(text: str) -> None:
    assert find("ел", text) == [(0, 4)]


def test_a_settlement_is_no_country() -> None:
    assert find("ел", "елді мекен") == []


@pytest.mark.parametrize("text", ["сөзі қасиетті емес", "сөзі қасиетті, ал ісі жаман", "(бір қасиетті) сөз"])
def test_a_copula_or_a_mark_after_it_makes_it_an_adjective(text: str) -> None:
    assert find("қасиет", text) == []
