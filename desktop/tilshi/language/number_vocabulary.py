"""The number words of each language with the values they stand for, in every form they take."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Final

from tilshi.language.tags import primary


class WordKind(StrEnum):
    """How a number word counts."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    ROUGH = "rough"
    """An order of magnitude: hundreds, десятки, мыңдаған."""
    HALF = "half"
    AMBIGUOUS = "ambiguous"
    """A numeral that alone often means something else: one, second, neuf."""
    VAGUE = "vague"
    """A word that is none but may stand for a number: both, decade, doubled."""


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number word; `values` has more than one where it is used for either (a quarter: 4, 0.25, 25)."""

    values: tuple[Decimal, ...]
    kind: WordKind


@cache
def vocabulary(language: str) -> Mapping[str, NumberWord]:
    """The number words of a language by their forms in lower case; none where the language is not known."""
    code = primary(language)
    words: dict[str, NumberWord] = {}
    for section in _SECTION.finditer(_TABLES.get(code, "")):
        kind = WordKind(section["kind"])
        words.update((form, NumberWord(values, kind)) for values, form in _rows(section["rows"]))
    if code == "ru":
        words = {**dict(_russian_ordinals()), **words}
    elif code == "kk":
        words = {**dict(_kazakh_forms()), **words}
    for form in _OTHER_WORDS.get(code, ()):
        words.pop(form, None)
    return words


def _rows(table: str) -> Iterator[tuple[tuple[Decimal, ...], str]]:
    """Values, separated by slashes, and after them the forms of their words."""
    values: tuple[Decimal, ...] = ()
    for token in table.split():
        if token[0].isdigit():
            values = tuple(Decimal(value) for value in token.split("/"))
        else:
            yield values, token


def _russian_ordinals() -> Iterator[tuple[str, NumberWord]]:
    for values, stem in _rows(_RUSSIAN_ORDINAL_STEMS):
        for ending in _RUSSIAN_ADJECTIVE:
            yield stem + ending, NumberWord(values, WordKind.ORDINAL)


def _kazakh_forms() -> Iterator[tuple[str, NumberWord]]:
    """Numerals with every ending, lenient in harmony; ordinals, collectives (екеу) and rough ones (жүздеген)."""
    for values, stem in _rows(_KAZAKH_STEMS):
        yield from _declined(stem, NumberWord(values, WordKind.CARDINAL))
        for ending in ("інші", "ыншы", "нші", "ншы"):
            yield from _declined(stem + ending, NumberWord(values, WordKind.ORDINAL))
        for ending in ("даған", "деген", "таған", "теген"):
            yield stem + ending, NumberWord(values, WordKind.ROUGH)
    for values, stem in _rows(_KAZAKH_COLLECTIVES):
        yield from _declined(stem, NumberWord(values, WordKind.CARDINAL))


def _declined(stem: str, word: NumberWord) -> Iterator[tuple[str, NumberWord]]:
    for possessive in _KAZAKH_POSSESSIVES:
        for case in _KAZAKH_CASES:
            yield stem + possessive + case, word


_KAZAKH_CASES: Final = (
    *("", "ға", "ге", "қа", "ке", "на", "не", "а", "е", "ды", "ді", "ты", "ті", "ны", "ні", "н"),
    *("дың", "дің", "тың", "тің", "ның", "нің", "да", "де", "та", "те", "нда", "нде"),
    *("дан", "ден", "тан", "тен", "нан", "нен", "мен", "бен", "пен"),
)
_KAZAKH_POSSESSIVES: Final = ("", "і", "ы", "сі", "сы")
_RUSSIAN_ADJECTIVE: Final = ("ый", "ой", "ая", "ое", "ого", "ому", "ым", "ом", "ую", "ые", "ых", "ыми")

_RUSSIAN_ORDINAL_STEMS: Final = """
    4 четвёрт четверт 5 пят 6 шест 7 седьм 8 восьм 9 девят 10 десят 11 одиннадцат 12 двенадцат 13 тринадцат 14
    четырнадцат 15 пятнадцат 16 шестнадцат 17 семнадцат 18 восемнадцат 19 девятнадцат 20 двадцат 30 тридцат 40
    сороков 50 пятидесят 60 шестидесят 70 семидесят 80 восьмидесят 90 девяност 100 сот 1000 тысячн
"""
_KAZAKH_STEMS: Final = """
    0 нөл 2 екі 3 үш 4 төрт 5 бес 6 алты 7 жеті 8 сегіз 9 тоғыз 10 он 20 жиырма 30 отыз 40 қырық қырқ 50 елу 60
    алпыс 70 жетпіс 80 сексен 90 тоқсан 100 жүз 1000 мың 1000000 миллион млн 1000000000 миллиард млрд
"""
_KAZAKH_COLLECTIVES: Final = """
    2 екеу 3 үшеу 4 төртеу 5 бесеу 6 алтау 7 жетеу
"""
_ENGLISH: Final = """
    cardinal:
        0 zero 2 two 3 three 4 four 5 five 6 six 7 seven 8 eight 9 nine 10 ten 11 eleven 12 twelve 13 thirteen 14
        fourteen 15 fifteen 16 sixteen 17 seventeen 18 eighteen 19 nineteen 20 twenty 30 thirty 40 forty 50 fifty 60
        sixty 70 seventy 80 eighty 90 ninety 100 hundred 1000 thousand 1000000 million 1000000000 billion
    ordinal:
        3 third thirds 4 fourth fourths 5 fifth fifths 6 sixth 7 seventh 8 eighth 9 ninth 10 tenth tenths 11 eleventh 12
        twelfth 13 thirteenth 14 fourteenth 15 fifteenth 16 sixteenth 17 seventeenth 18 eighteenth 19 nineteenth 20
        twentieth 30 thirtieth 40 fortieth 50 fiftieth 60 sixtieth 70 seventieth 80 eightieth 90 ninetieth 100 hundredth
    rough:
        10 tens 10/12 dozens 100 hundreds 1000 thousands 1000000 millions 1000000000 billions
    ambiguous:
        1 one first 2 second
    half:
        0.5/2/50 half
    vague:
        1 once single sole 2 seconds both couple pair pairs twice double doubled doubling doubles twofold twins
        bilateral 3 thrice triple tripled tripling threefold trilateral 4 quadruple quadrupled fourfold 0.5/2/50 halves
        halved 4/0.25/25/3 quarter quarters 12/10 dozen 10 decade decades 100 century centuries 14/2 fortnight
        12/720 noon midday 0/24 midnight
"""
_FRENCH: Final = """
    cardinal:
        0 zéro 2 deux 3 trois 4 quatre 5 cinq 6 six 7 sept 8 huit 10 dix 11 onze 12 douze 13 treize 14 quatorze 15
        quinze 16 seize 20 vingt 30 trente 40 quarante 50 cinquante 60 soixante 70 septante 80 quatreāvingt
        quatreāvingts huitante 90 nonante 100 cent cents 1000 mille 1000000 million 1000000000 milliard
    ordinal:
        2 deuxième deuxièmes 3 troisième troisièmes 4 quatrième quatrièmes 5 cinquième cinquièmes 6 sixième sixièmes 7
        septième septièmes 8 huitième huitièmes 9 neuvième neuvièmes 10 dixième dixièmes 11 onzième 12 douzième 13
        treizième 14 quatorzième 15 quinzième 16 seizième 20 vingtième 30 trentième 40 quarantième 50 cinquantième 60
        soixantième 100 centième
    rough:
        10/12 dizaines 100 centaines 1000 milliers 1000000 millions 1000000000 milliards
    ambiguous:
        1 un une premier première premiers premières unième 2 second seconde 9 neuf
    half:
        0.5/2/50 demi demie
    vague:
        1 unique seul seule 2 double doubler doublé doublée couple paire jumeaux bilatéral bilatérale bilatéraux 3/33
        tiers 3 triple triplé tripler trilatéral trilatérale 0.5/2/50 demis demies moitié 4/0.25/25/3 quart quarts
        trimestre 10 dizaine décennie décennies 12 douzaine 14/15/2 quinzaine 20 vingtaine 30 trentaine 40 quarantaine
        50 cinquantaine 60 soixantaine 100 centaine siècle siècles 1000 millier 12/720 midi 0/24 minuit
"""
_RUSSIAN: Final = """
    cardinal:
        0 ноль нуль нуля нулю 1.5 полтора полторы полутора 2 два две двух двум двумя двое двоих двоим 3 три трёх трех
        трем трём тремя трое троих троим 4 четыре четырёх четырех четырем четырём четырьмя четверо четверых 5 пять пяти
        пятью пятеро пятерых 6 шесть шести шестью шестеро шестерых 7 семь семи семеро семерых 8 восемь восьми восемью
        восьмью 9 девять девяти девятью 10 десять десяти десятью 11 одиннадцать одиннадцати одиннадцатью 12 двенадцать
        двенадцати двенадцатью 13 тринадцать тринадцати тринадцатью 14 четырнадцать четырнадцати четырнадцатью 15
        пятнадцать пятнадцати пятнадцатью 16 шестнадцать шестнадцати шестнадцатью 17 семнадцать семнадцати семнадцатью
        18 восемнадцать восемнадцати восемнадцатью 19 девятнадцать девятнадцати девятнадцатью 20 двадцать двадцати
        двадцатью 30 тридцать тридцати тридцатью 40 сорок сорока 50 пятьдесят пятидесяти пятьюдесятью 60 шестьдесят
        шестидесяти шестьюдесятью 70 семьдесят семидесяти семьюдесятью 80 восемьдесят восьмидесяти 90 девяносто
        девяноста 100 сто ста 200 двести двухсот двумстам двумястами двухстах 300 триста трёхсот трехсот трёмстам
        тремстам трехстах 400 четыреста четырёхсот четырехсот четыремстам 500 пятьсот пятисот пятистам пятистах 600
        шестьсот шестисот шестистам 700 семьсот семисот семистам 800 восемьсот восьмисот восьмистам 900 девятьсот
        девятисот девятистам 1000 тысяча тысячу тысяче тысячей тысячью тысяч тыс 1000000 миллион миллиона миллиону
        миллионом млн 1000000000 миллиард миллиарда миллиарду миллиардом млрд 500000 полмиллиона
    ordinal:
        3 третий третья третье третьего третьему третьим третьем третьей третью третьи третьих третьими
    rough:
        10 десятки десятков десяткам десятками десятках 100 сотни сотен сотням сотнями сотнях 1000 тысячи тысячам
        тысячами тысячах 1000000 миллионы миллионов миллионам миллионами миллионах 1000000000 миллиарды миллиардов
        миллиардам
    ambiguous:
        1 один одна одно одного одной одному одну одним одном 1 первый первая первое первого первому первым первом
        первой первую первые первых первыми 2 второй вторая второе второго второму вторым втором вторую вторые вторых
    half:
        0.5/2/50 половиной
    vague:
        1 одни одних однажды единственный единственная единственное 2 оба обе обоих обеих обоим обеим дважды вдвое
        двойной двойная двойное двойную двойного удвоилось удвоилась 2 удвоились пара пару пары близнецы двусторонний
        двусторонних двусторонние двустороннего 3 трижды втрое тройной утроилось утроилась утроились 4 вчетверо 5
        впятеро 7 семью 0.5/2/50 половина половины половину половине пол наполовину 3/33 треть трети третей 4/0.25/25/3
        четверть четверти четвертей квартал квартала квартале 10 десяток десятка десятку десятком десятилетие
        десятилетия десятилетий десятилетию 12 дюжина дюжины дюжину 100 сотня сотню сотней век века веке веков столетие
        столетия столетий 1/24 сутки суток 12/720 полдень полудня 0/24 полночь полуночи
"""
_KAZAKH: Final = """
    ambiguous:
        1 бір бірінші 2 екінші 90 тоқсан
    half:
        0.5/2/50 жарты 0.5 жарым
    vague:
        1 біреу біреуі бірі бірін біріне бірінің бірінде бірден бірге біріншіден алғашқы жалғыз 2 екіншіден қос егіз
        екіжақты екеуара 3 үшжақты 90/3/25 тоқсанда тоқсанның тоқсаны тоқсанында 0.5/2/50 жартысы жартысын
        жартысына жартысының жартысынан 4/0.25/25 ширек ширегі ширегін 10 онжылдық онжылдықта онжылдықтың онжылдығы
        онжылдықтар ондықта оншақты 20 жиырмашақты 100 ғасыр ғасырдың ғасырда ғасырлық ғасырлар 1/24 тәулік тәулікте
        тәулігіне 12/720 түс түскі талтүс талтүсте 0/24 түн түнгі
"""
_SECTION: Final = re.compile(r"(?P<kind>\w+):(?P<rows>[^:]*)(?=\s\w+:|\s*$)")
_TABLES: Final[Mapping[str, str]] = {"en": _ENGLISH, "fr": _FRENCH, "ru": _RUSSIAN, "kk": _KAZAKH}

_ON: Final = ("", "ға", "нан")
_OTHER_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    # for, gold, face (жүзінде: in the world), he (оны, оның, онда): each reads like an inflected numeral
    "kk": (
        "үшін",
        *(f"алты{ending}" for ending in _KAZAKH_CASES if ending.startswith("н")),
        *(f"жүз{own}{ending}" for own in ("і", "ы", "сі", "сы") for ending in _KAZAKH_CASES),
        *(f"он{own}{ending}" for own in _KAZAKH_POSSESSIVES for ending in _KAZAKH_CASES if own or ending not in _ON),
        *("үшсы", "беспен"),
    ),
}
"""Forms that read like a number and are another word."""
