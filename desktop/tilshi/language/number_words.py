"""Numbers written in words, as far as they can be told from other words: `twelve thousand five hundred`, `тоғыз`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from tilshi.language.tags import primary

_WORD: Final = re.compile(r"[^\W\d_]+")
_JOINING: Final = frozenset({"and", "et"})


def spelled_values(text: str, language: str) -> frozenset[Decimal]:
    """The values that the number words of a text may have: each word for itself, and runs of words as one number.

    Ordinals count as their number. Words that also mean something else (`second`, `бір`) count too: this tells whether
    a number can be there, not whether it is.
    """
    words = _WORDS.get(primary(language))
    if not words:
        return frozenset()
    return frozenset(Decimal(value) for run in _runs(text, words) for value in (*run, _sum(run)))


def _runs(text: str, words: Mapping[str, int]) -> Iterator[list[int]]:
    run: list[int] = []
    for match in _WORD.finditer(text.lower().replace("quatre-vingt", "quatrevingt")):
        word = match[0]
        if word in words:
            run.append(words[word])
        elif run and word not in _JOINING:
            yield run
            run = []
    if run:
        yield run


def _sum(run: list[int]) -> int:
    """All four languages add up; what stands before a hundred or a thousand multiplies it."""
    total = current = 0
    for value in run:
        if value >= 1000:
            total, current = total + max(current, 1) * value, 0
        elif value == 100:
            current = max(current, 1) * 100
        else:
            current += value
    return total + current


def _table(lines: str) -> Mapping[str, int]:
    """A line holds a value and the forms of its word."""
    rows = (line.split() for line in lines.strip().splitlines())
    return MappingProxyType({form: int(value) for value, *forms in rows for form in forms})


_WORDS: Final[Mapping[str, Mapping[str, int]]] = MappingProxyType(
    {
        "en": _table("""
            0 zero
            1 one once first
            2 two twice second both couple
            3 three third
            4 four fourth
            5 five fifth
            6 six sixth
            7 seven seventh
            8 eight eighth
            9 nine ninth
            10 ten tenth
            11 eleven eleventh
            12 twelve twelfth dozen
            13 thirteen thirteenth
            14 fourteen fourteenth
            15 fifteen fifteenth
            16 sixteen sixteenth
            17 seventeen seventeenth
            18 eighteen eighteenth
            19 nineteen nineteenth
            20 twenty twentieth
            30 thirty thirtieth
            40 forty fortieth
            50 fifty fiftieth
            60 sixty sixtieth
            70 seventy seventieth
            80 eighty eightieth
            90 ninety ninetieth
            100 hundred hundreds hundredth
            1000 thousand thousands
            1000000 million millions
            1000000000 billion billions
        """),
        "fr": _table("""
            0 zéro
            1 un une premier première premiers premières
            2 deux deuxième deuxièmes second seconde
            3 trois troisième
            4 quatre quatrième
            5 cinq cinquième
            6 six sixième
            7 sept septième
            8 huit huitième
            9 neuf neuvième
            10 dix dixième dizaine
            11 onze onzième
            12 douze douzième douzaine
            13 treize treizième
            14 quatorze quatorzième
            15 quinze quinzième quinzaine
            16 seize seizième
            20 vingt vingtième vingtaine
            30 trente trentième trentaine
            40 quarante quarantième quarantaine
            50 cinquante cinquantième cinquantaine
            60 soixante soixantième soixantaine
            80 quatrevingt quatrevingts
            100 cent cents centième centaine centaines
            1000 mille millier milliers
            1000000 million millions
            1000000000 milliard milliards
        """),
        "ru": _table("""
            0 ноль нуль нуля нулю
            1 один одна одно одного одной одному одну одним одном первый первая первое первого первой первую первые
            2 два две двух двум двумя двое двоих второй вторая второе второго втором вторую вторые оба обе обоих обеих
            3 три трёх трех трем трём тремя трое троих третий третья третье третьего третьей третьем третью
            4 четыре четырёх четырех четырем четырём четырьмя четверо четверых четвёртый четвертый четвертого четвертой
            5 пять пяти пятью пятеро пятерых пятый пятая пятого пятой
            6 шесть шести шестью шестеро шестерых шестой шестая шестого
            7 семь семи семью семеро семерых седьмой седьмая седьмого
            8 восемь восьми восемью восьмью восьмой восьмая восьмого
            9 девять девяти девятью девятый девятая девятого девятой
            10 десять десяти десятью десятеро десяток десятки десятков десятый десятого десятой
            11 одиннадцать одиннадцати одиннадцатью
            12 двенадцать двенадцати двенадцатью
            13 тринадцать тринадцати тринадцатью
            14 четырнадцать четырнадцати четырнадцатью
            15 пятнадцать пятнадцати пятнадцатью
            16 шестнадцать шестнадцати шестнадцатью
            17 семнадцать семнадцати семнадцатью
            18 восемнадцать восемнадцати восемнадцатью
            19 девятнадцать девятнадцати девятнадцатью
            20 двадцать двадцати двадцатью
            30 тридцать тридцати тридцатью
            40 сорок сорока
            50 пятьдесят пятидесяти пятьюдесятью
            60 шестьдесят шестидесяти
            70 семьдесят семидесяти
            80 восемьдесят восьмидесяти
            90 девяносто девяноста
            100 сто ста сотня сотни сотен
            200 двести двухсот двумстам
            300 триста трехсот трёхсот тремстам
            400 четыреста четырехсот четырёхсот
            500 пятьсот пятисот
            600 шестьсот шестисот
            700 семьсот семисот
            800 восемьсот восьмисот
            900 девятьсот девятисот
            1000 тысяча тысячи тысяч тысячу тысяче тысячей тысячам тысячами тысячах
            1000000 миллион миллиона миллионов миллиону миллионам миллионы
            1000000000 миллиард миллиарда миллиардов миллиарду миллиардам миллиарды
        """),
        "kk": _table("""
            0 нөл
            1 бір біреу бірінші алғашқы
            2 екі екеу екеуі екеуін екінші қос
            3 үш үшеу үшеуі үшеуін үшінші
            4 төрт төртеу төртеуі төртеуін төртінші
            5 бес бесеу бесеуі бесеуін бесінші
            6 алты алтау алтауы алтауын алтыншы
            7 жеті жетеу жетеуі жетеуін жетінші
            8 сегіз сегізі сегізін сегізінші
            9 тоғыз тоғызы тоғызын тоғызыншы
            10 он оныншы ондаған
            20 жиырма жиырмасыншы
            30 отыз отызыншы
            40 қырық қырқыншы
            50 елу елуінші
            60 алпыс алпысыншы
            70 жетпіс жетпісінші
            80 сексен сексенінші
            90 тоқсан тоқсаныншы
            100 жүз жүзінші жүздеген
            1000 мың мыңға мыңнан мыңы мыңдаған мыңыншы
            1000000 миллион миллионға миллионнан миллиондаған
            1000000000 миллиард миллиардқа миллиардтан
        """),
    }
)
