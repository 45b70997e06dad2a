"""Names are known again in other letters, by their consonants."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.language.transliteration import cannot_be_one, distance, may_be_one, romanised, sounds

SAME = """
    Jane Джейн, Example Экзампл, John Джон, Placeholder Плейсхолдер, António Антониу, Guterres Гутерриш, Macron Макрон,
    Emmanuel Эммануэль, Peter Петер, Robert Роберт, Pierre Пьер, Krähenbühl Крэенбюль, Cornelio Корнелио, Henry Генри,
    Dunant Дюнан, Michael Майкл, Michelle Мишель, George Джордж, Georges Жорж, Charles Шарль, Walter Вальтер,
    Ahmed Ахмед, Hassan Хасан, Joseph Джозеф, Sergey Сергей, Aigul Айгүл, Nurlan Нұрлан, Zhanar Жанар, Yerlan Ерлан,
    Bakhyt Бақыт, Kairat Қайрат, Japarov Жапаров, Christine Кристин, Cipolla Чиполла, Schmidt Шмидт, Müller Мюллер,
    François Франсуа, Lefebvre Лефевр, Wright Райт, González Гонсалес, Wojciech Войцех, Novak Новак,
    Khaled Халед, Rashid Рашид,
    Youssef Юсеф, Fatima Фатима, Wang Ван, Петров Petrov, Žižek Жижек, Petrović Петрович, Tokayev Токаев, Тоқаев Токаев
"""
OTHER = "Jane Сэмпл, Sample Тестова, Petrov Павлов, Ahmed Мария, Guterres Гранди, Michael Роберт, Example Мысал"


@pytest.mark.parametrize("pair", [pair.strip() for pair in SAME.split(",")])
def test_one_name_in_two_scripts(pair: str) -> None:
    one, other = pair.split()
    assert may_be_one(one, other)
    assert not cannot_be_one(one, other)


@pytest.mark.parametrize("pair", [pair.strip() for pair in OTHER.split(",")])
def test_two_names(pair: str) -> None:
    one, other = pair.split()
    assert not may_be_one(one, other)


def test_slips_are_counted() -> None:
    assert distance("Example", "Экзампл") == 0
    assert distance("Testova", "Тестонва") == 1
    assert distance("Testova", "Тесвота") == 1
    assert distance("Testova", "Тесова") == 1
    assert distance("Alma", "Белма") == 2


def test_romanised() -> None:
    assert (romanised("Джейн"), romanised("Қасым"), romanised("Željko")) == ("jein", "kasim", "zeljko")


def test_letters_with_several_sounds() -> None:
    assert sounds("Xc")[1].optional is False
    assert [sorted(sound.readings) for sound in sounds("шч")] == [["S"], ["C"]]
    assert sounds("ьъ123") == ()


@given(st.text("abcdefghxzžšабвгджчшқңһ", max_size=12), st.text("abcdefghxzžšабвгджчшқңһ", max_size=12))
def test_distance_is_a_number_of_sounds(one: str, other: str) -> None:
    assert 0 <= distance(one, other) <= max(len(sounds(one)), len(sounds(other))) + 1
    assert distance(one, one) == 0
