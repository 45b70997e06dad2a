"""Which case the words before a noun phrase ask of it in Russian, as data anybody can extend.

After the chapters on prepositions of «Русская грамматика» (Moscow, 1980); the usual case of each comes first.
"""

from __future__ import annotations

import re
from typing import Final

from tilshi.language.russian import Case, Number, case_of, grammemes

_CASES: Final = {
    "G": Case.GENITIVE,
    "D": Case.DATIVE,
    "A": Case.ACCUSATIVE,
    "I": Case.INSTRUMENTAL,
    "P": Case.PREPOSITIONAL,
}

PREPOSITIONS: Final = {
    "G": """
        без безо близ вблизи ввиду вглубь вдоль взамен вместо вне внутри внутрь возле вокруг впереди вследствие для
        до из изо из-за из-под исходя_из касательно кроме кругом мимо накануне напротив насчёт начиная_с около от ото
        независимо_от относительно помимо поперёк после посреди посредством прежде против путём ради сверх свыше
        среди у
    """,
    "D": """
        к ко благодаря вопреки навстречу подобно соответственно согласно по_направлению_к применительно_к по_отношению_к
    """,
    "A": "про сквозь через спустя включая исключая несмотря_на невзирая_на в_ответ_на",
    "I": """
        над надо перед передо вместе_с рядом_с наряду_с в_связи_с в_соответствии_с по_сравнению_с совместно_с согласно_с
    """,
    "P": "об обо при",
    "PA": "в во на о",
    "IG": "с со между",
    "IA": "под",
    "AI": "за",
    "DPA": "по",
}
"""Cases by their initials; a low line stands for a space."""

_BEFORE: Final = re.compile(r"(?:(?:([\w-]+)\s+)?([\w-]+)\s+)?([\w-]+)\s+[«„“\"(]?$")


def cases_asked(before: str) -> tuple[Case, ...]:
    """The cases that the text right before a noun phrase asks for, the likeliest first; none where it does not tell.

    Prepositions govern; an adjective agrees; a noun takes the genitive after it, the infinitive or the gerund of a
    transitive verb the accusative. A finite verb may stand before its subject as well as its object and tells nothing.
    """
    if number_asked(before) is not None:
        return (Case.GENITIVE,)
    match = _BEFORE.search(before)
    if match is None:
        return ()
    words = [word.lower().replace("ё", "е") for word in match.groups() if word]
    for length in range(len(words), 0, -1):
        if (found := _GOVERNMENT.get(" ".join(words[-length:]))) is not None:
            return found
    return _asked_by(match[3])


def number_asked(before: str) -> Number | None:
    """The number that a numeral right before a noun asks for, with the genitive; None where there is no numeral.

    Two to four take the singular, more the plural («два волонтера», «пять волонтеров»); 21 agrees as 1 does.
    """
    if figures := _FIGURES.search(before):
        number = int(re.sub(r"\D", "", figures[1]))
        if number % 10 == 1 and number % 100 != 11:
            return None
        few = number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14)
        return Number.SINGULAR if few else Number.PLURAL
    word = found[1].lower() if (found := _LAST_WORD.search(before)) else ""
    if word in _FEW:
        return Number.SINGULAR
    return Number.PLURAL if word in _MANY else None


def _asked_by(word: str) -> tuple[Case, ...]:
    values = grammemes(word)
    if "NOUN" in values:
        return (Case.GENITIVE,)
    if "tran" in values and not values.isdisjoint({"INFN", "GRND"}):
        return (Case.ACCUSATIVE,)
    if not values.isdisjoint({"ADJF", "PRTF", "NPRO"}):
        return (case_of(word)[0],)
    return ()


_FIGURES: Final = re.compile(r"(?<![\w.,-])(\d{1,3}(?:[\u00a0\u202f ]\d{3})*|\d{4,9})\s+$")
_LAST_WORD: Final = re.compile(r"([\w-]+)\s+$")
_FEW: Final = frozenset({"два", "две", "три", "четыре", "оба", "обе"})
_MANY_WORDS: Final = """
двух трех трёх четырех четырёх пять шесть семь восемь девять десять двадцать тридцать сорок пятьдесят сто двести
тысяч тысяча тысячи миллион миллиона миллионов много немало мало несколько сколько столько большинство множество
ряд число количество
"""
_MANY: Final = frozenset(_MANY_WORDS.split())
_GOVERNMENT: Final = {
    word.replace("_", " ").replace("ё", "е"): tuple(_CASES[initial] for initial in initials)
    for initials, words in PREPOSITIONS.items()
    for word in words.split()
}
