"""White space: at edges, around marks, and where no line may end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.checking.texts import ask, mended, repaired
from tilshi.checking.house import house_style
from tilshi.checking.passages import passage
from tilshi.checking.spaces import NO_BREAK, SPACE_AFTER, SPACE_AT_EDGE, SPACE_BEFORE
from tilshi.release import Role, Text

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (" Комитет", "Комитет"),
        ("Комитет \u00a0", "Комитет"),
        ("бір \nекі\n үш", "бір\nекі\nүш"),
        ("\nбір\n\n", "бір"),
        ("\tодин", "один"),
    ],
)
def test_spaces_at_edges_go(text: str, right: str) -> None:
    assert repaired(SPACE_AT_EDGE, text) == right


@pytest.mark.parametrize("text", ["бір екі", "бір\nекі", "", "  ", "бір\n\nекі"])
def test_nothing_at_the_edges(text: str) -> None:
    assert ask(SPACE_AT_EDGE, text) == []


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("Олар келді , кетті .", "kk", "Олар келді, кетті."),
        ("Назар аударыңыз : бұл маңызды !", "kk", "Назар аударыңыз: бұл маңызды!"),
        ("Комитет ( МККК ) здесь", "ru", "Комитет (МККК) здесь"),
        ("« Слово » и дело", "ru", "«Слово» и дело"),
        ("Who came ?", "en", "Who came?"),
        ("He said “yes ” and left ; we stayed", "en", "He said “yes” and left; we stayed"),
        ("Le Comité , fondé en 1863 .", "fr", "Le Comité, fondé en 1863."),
        ("le droit ( DIH )", "fr", "le droit (DIH)"),
        ("press@example.org , сайт", "kk", "press@example.org, сайт"),
    ],
)
def test_no_space_stands_before_a_close_mark(text: str, language: str, right: str) -> None:
    assert repaired(SPACE_BEFORE, text, language) == right


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Иә, келді. «Жақсы», – деді.", "kk"),
        (f"Qui{NBSP}: le Comité{NBSP}; «{NBSP}oui{NBSP}»{NBSP}!", "fr"),
        ("файл .docx и .5 и … да", "ru"),
        ("A – (b) – “c” :) d", "en"),
        ("0 ,5", "ru"),
    ],
)
def test_marks_that_stand_right(text: str, language: str) -> None:
    assert ask(SPACE_BEFORE, text, language) == []


def test_cells_of_a_table_have_spaces() -> None:
    assert ask(SPACE_BEFORE, "Барлығы | ! | 5", role=Role.TABLE_ROW) == []


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("нан,су;дәрі", "kk", "нан, су; дәрі"),
        ("Қайда:Астана қаласы", "kk", "Қайда: Астана қаласы"),
        ("Олар кетті.Біз қалдық", "kk", "Олар кетті. Біз қалдық"),
        ("Комитеті(ХҚКК) жұмыс істейді", "kk", "Комитеті (ХҚКК) жұмыс істейді"),
        ("общество«Пример» и (МККК)сообщил", "ru", "общество «Пример» и (МККК) сообщил"),
        ("«Пример»сообщил, на 27%больше", "ru", "«Пример» сообщил, на 27% больше"),
        ("The end.Then more,and more", "en", "The end. Then more, and more"),
        ("“Yes”said he", "en", "“Yes” said he"),
        ("eau,pain", "fr", "eau, pain"),
        ("Иә!Жоқ, «сөз»,содан кейін", "kk", "Иә! Жоқ, «сөз», содан кейін"),
    ],
)
def test_a_missing_space_comes_in(text: str, language: str, right: str) -> None:
    assert repaired(SPACE_AFTER, text, language) == right


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("1,5 млн; 10:30, 3,4; 12.05.2026; А.Б. Мысалов, т.б., п.5", "kk"),
        ("«Мысал»дың, адам(дар)ды, қызметкер(лер) мен әріптестер", "kk"),
        ("https://example.org/a,b:c press@example.org.", "ru"),
        ("U.S.Army, e.g.this, l’« accord », J.R.R.Example", "en"),
        ("file.txt, 10.a", "en"),
        (f"«{NBSP}mot{NBSP}», (oui)", "fr"),
    ],
)
def test_no_space_is_missing(text: str, language: str) -> None:
    assert ask(SPACE_AFTER, text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("tél. : +999 555 010 010", "fr", f"tél.{NBSP}: +999 555 010 010"),
        ("Quoi: un atelier", "fr", f"Quoi{NBSP}: un atelier"),
        ("« oui », «non»", "fr", f"«{NBSP}oui{NBSP}», «{NBSP}non{NBSP}»"),
        ("Vraiment ? Oui ; non !", "fr", f"Vraiment{NBSP}? Oui{NBSP}; non{NBSP}!"),
        ("de 10 h à 16 h 30", "fr", f"de 10{NBSP}h à 16{NBSP}h{NBSP}30"),
        ("3,4 millions de litres", "fr", f"3,4{NBSP}millions de litres"),
        ("Бұйрық № 5 және №7", "kk", f"Бұйрық №{NBSP}5 және №{NBSP}7"),
        ("12,5 мың адам, 5 км", "kk", f"12,5{NBSP}мың адам, 5{NBSP}км"),
        ("3,4 млн литров", "ru", f"3,4{NBSP}млн литров"),
        ("министр А. Б. Примеров", "ru", f"министр А.{NBSP}Б.{NBSP}Примеров"),
        ("said J. Example", "en", f"said J.{NBSP}Example"),
    ],
)
def test_lines_do_not_break_there(text: str, language: str, right: str) -> None:
    assert repaired(NO_BREAK, text, language) == right


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"Exemplie{NBSP}: à 10{NBSP}h{NBSP}30 (15\u202fh), 10:30, www.example.org/a:b", "fr"),
        ("Vraiment\u202f? Oui\u202f!", "fr"),
        ("6 наурыз, 100 адам, № және сан", "kk"),
        ("6 марта 2026 года. Это другое", "ru"),
        ("3.4 million people, 5 km", "en"),
        ("A. Introduction", "en"),
        ("the U.S. Government", "en"),
    ],
)
def test_lines_may_break_or_are_bound(text: str, language: str) -> None:
    assert ask(NO_BREAK, text, language) == []


def test_a_day_is_bound_to_its_month_where_the_house_wants_it() -> None:
    text = "встреча 6 марта, 1 мая и 100 человек"
    read = passage(Role.BODY, "ru", Text(text), replace(house_style("ru"), bound_dates=True))
    assert mended(text, NO_BREAK.check(read)) == f"встреча 6{NBSP}марта, 1{NBSP}мая и 100 человек"
