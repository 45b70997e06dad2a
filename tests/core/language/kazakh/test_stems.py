import pytest

from tilshi.language.kazakh.grammar import BACK, FRONT, MIXED
from tilshi.language.kazakh.harmony import harmonies, harmony
from tilshi.language.kazakh.izafet import looks_possessed, plural_bases, possessed_bases
from tilshi.language.kazakh.machine import Join
from tilshi.language.kazakh.stems import alternants


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        (BACK, "бала соғыс халық тау оқу су ми тарих мұхит қию ұя Азия журнал прокурор институт ресурс кино Тоқаев"),
        (FRONT, "әке үкімет тіл күту шіркеу кию лимит терроризм журналист архив автомобиль фильм лагерь банк факт"),
        (FRONT, "диск брифинг педагог штрих президент министр бюджет салют Киев меню"),
        (MIXED, "куә күнә"),
    ],
)
def test_harmony_of_a_word(expected: int, words: str) -> None:
    assert dict.fromkeys(words.split(), expected) == {word: harmony(word.lower()) for word in words.split()}


def test_native_letters_leave_no_choice() -> None:
    assert harmonies("халық") == (BACK,)
    assert harmonies("күш") == (FRONT,)
    assert harmonies("театр") == (BACK, FRONT)


@pytest.mark.parametrize(
    ("word", "stems"),
    [
        ("құқық", ["құқығ", "құқық"]),
        ("еңбек", ["еңбег", "еңбек"]),
        ("жауап", ["жауаб", "жауап"]),
        ("тарап", ["тарап"]),
        ("принцип", ["принцип"]),
        ("халық", ["халқ", "халығ", "халық"]),
        ("орын", ["орн", "орын"]),
        ("дауыс", ["дауыс", "даус"]),
        ("модуль", ["модул", "модуль"]),
        ("процесс", ["процес", "процесс"]),
        ("журналист", ["журналис", "журналист"]),
        ("съезд", ["съез", "съезд"]),
        ("банк", ["банк", "банкі"]),
        ("аст", ["аст"]),
    ],
)
def test_alternants(word: str, stems: list[str]) -> None:
    assert stems == [stem.text for stem in alternants(word)]


def test_a_voiced_stem_needs_a_vowel_after_it() -> None:
    voiced, plain = alternants("құқық")
    assert voiced.kind.join is Join.BEFORE_VOWEL
    assert not voiced.kind.bare
    assert plain.kind.join is Join.BEFORE_CONSONANT


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("заңы", "заң"),
        ("заңдары", "заң"),
        ("ережелері", "ереже"),
        ("ережесі", "ереже"),
        ("қылмысы", "қылмыс"),
        ("қозғалысы", "қозғалыс"),
        ("кеңесі", "кеңес"),
        ("қаласы", "қала"),
        ("мұрасы", "мұра"),
        ("жұмысшысы", "жұмысшы"),
        ("қаржысы", "қаржы"),
        ("дерегі", "дерек"),
        ("құқығы", "құқық"),
        ("мектебі", "мектеп"),
        ("клубы", "клуб"),
        ("халқы", "халық"),
        ("орны", "орын"),
        ("модулі", "модуль"),
        ("процесі", "процесс"),
        ("дәптері", "дәптер"),
        ("туы", "ту"),
        ("өкілдігі", "өкілдік"),
    ],
)
def test_base_of_a_possessed_citation(word: str, base: str) -> None:
    assert base == possessed_bases(word)[0].text


@pytest.mark.parametrize("word", ["заң", "мұра", "қақтығыстан", "мәлімдеді"])
def test_words_that_cannot_be_possessed_have_no_base(word: str) -> None:
    assert possessed_bases(word) == ()


def test_base_of_a_plural_citation() -> None:
    assert [base.text for base in plural_bases("қажеттіліктер")] == ["қажеттілік"]
    assert plural_bases("дәптер") == ()
    assert plural_bases("мастер") == ()


@pytest.mark.parametrize("word", ["тілші", "аудармашы", "құтқарушы", "құрылғы", "үлгі", "қаржы", "оқ-дәрі", "туралы"])
def test_words_with_a_vowel_of_their_own_do_not_look_possessed(word: str) -> None:
    assert not looks_possessed(word)


@pytest.mark.parametrize("word", ["күші", "қуанышы", "ағашы", "халқы", "мүлкі", "банкі", "құқығы", "жарғысы"])
def test_words_that_look_possessed(word: str) -> None:
    assert looks_possessed(word)
