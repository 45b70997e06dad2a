"""Words that negate, and words with which a language may say the same otherwise."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from tilshi.language.tags import primary

Spans = tuple[tuple[int, int], ...]
"""Places in a text, in code points."""


def is_known(language: str) -> bool:
    """Whether this module knows how the language negates."""
    return primary(language) in _SYSTEMS


def may_deny(piece: str, language: str) -> bool:
    """Whether a piece of text, such as a word, may be part of a denial or an absence: a quick look."""
    system = _system(primary(language))
    return system is not None and system.hints.search(piece.lower()) is not None


def denials(text: str, language: str, *, sure: bool = True) -> Spans:
    """The words that say that something is not so: not, ne … pas, не, емес, бармайды.

    Fixed phrases that negate nothing (not only, не менее) are left out; with `sure`, also those that perhaps do (пока
    не: not yet, until).
    """
    system = _system(primary(language))
    return _spans(system.denials, text, (system.idle, system.unsure) if sure else (system.idle,)) if system else ()


def absences(text: str, language: str) -> Spans:
    """The words that say that something is not there: without, sans, без, -сыз; but not sans délai."""
    system = _system(primary(language))
    return _spans(system.absences, text, (system.idle,)) if system else ()


def refusals(text: str, language: str) -> Spans:
    """Words that may stand for a denial of another language: forbidden, lacks, тыйым салынады."""
    system = _system(primary(language))
    return _spans(system.refusals, text, (system.idle,)) if system else ()


@dataclass(frozen=True, slots=True)
class _System:
    """How a language negates. `idle` phrases never do; `unsure` ones (пока не: not yet, until) perhaps do."""

    idle: re.Pattern[str]
    unsure: re.Pattern[str]
    denials: re.Pattern[str]
    absences: re.Pattern[str]
    refusals: re.Pattern[str]
    hints: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The regular expressions of a system, to be compiled when a text asks for them."""

    idle: str
    unsure: str
    denials: str
    absences: str
    refusals: str
    hints: str
    """Of each denial and absence one word at least."""


@cache
def _system(language: str) -> _System | None:
    patterns = _SYSTEMS.get(language)
    return _System(*(re.compile(pattern.lower()) for pattern in astuple(patterns))) if patterns else None


def _spans(pattern: re.Pattern[str], text: str, without: tuple[re.Pattern[str], ...]) -> Spans:
    low = text.lower()
    text = low if len(low) == len(text) else text
    if not pattern.search(text):
        return ()
    for phrases in without:
        text = phrases.sub(_blank, text)
    return tuple(match.span() for match in pattern.finditer(text))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


_ENGLISH: Final = _Patterns(
    idle=(
        r"\bnot (?:only|just|merely|least|to mention|until|alone)\b|\bwhether or not\b|\bno doubt\b"
        r"|\bno matter\b|\bno (?:later|earlier|fewer|less|more|sooner) than\b|\bnot (?:less|more|fewer"
        r"|later) than\b|\bnone other\b|\bwithout (?:delay|exception|doubt|further|fail|precedent)\b"
        r"|\bno wonder\b|\bwhy not\b|\bif not\b|\bNo\.(?=\s?\d)|\bnos?\.?\s?\d+|\bnothing (?:but|less)\b"
        r"|\bcannot but\b"
    ),
    unsure=r"\bnever (?:before|again)\b|\bnot (?:for|without) \w+ reason\b",
    denials=(
        r"(?<!\w)(?:neither[^.;]{1,80}?\snor|not|never|cannot|neither|nor|nobody|nothing|none|nowhere|no one|\w+n[’']t"
        r"|no(?![-.\w]))(?!\w)"
    ),
    absences=r"(?<!\w)(?:without|\w{3,}less|free (?:of|from)|deprived? of)(?!\w)",
    refusals=(
        r"(?<!\w)(?:un(?:able|safe|clear|known|likely|lawful|acceptable|available|answered|willing|certain|til"
        r"|less)|in(?:ability|accessible|capable|sufficient|adequate|discriminate\w*|visible|appropriate"
        r"|valid)|im(?:possible|practicable|punity)|illegal\w*|lack\w*|fail\w*|refus\w*|with(?:hold|held)\w*|hid(?:e|es|den)|conceal\w*|den(?:y|ies|ied|ial)"
        r"|prohibit\w*|forbid\w*|ban(?:s|ned)?|prevent\w*|avoid\w*|refrain\w*|stop\w*|ceas\w*|exclu\w+"
        r"|absen\w+|depriv\w+|hardly|barely|scarcely|few|little|rather than|instead|only|off-limits|cut off|out of"
        r"|non-?\w+|un\w{3,}ed)(?!\w)"
    ),
    hints=r"n[’']t|(?<!\w)(?:n(?:either|or|ot|ever|obody|othing|one|owhere|o)|cannot|without|free|deprived?)(?!\w)|less",
)
_FRENCH: Final = _Patterns(
    idle=(
        r"\bnon seulement\b|\bpas seulement\b|\bsans (?:délai|tarder|doute|exception|précédent|cesse"
        r"|relâche)\b|\bn[’']est autre\b|\bpas plus tard\b|\bà moins que\b|\bavant qu[’']\w+ ne\b"
        r"|\bMédecins sans frontières\b|\bsans[- ]abris?\b|\bn[°o]\.?\s?\d+|\bn[’']importe\b"
        r"|\bnon[- ](?:gouvernementa|internationa)\w*|\bpourquoi pas\b"
    ),
    unsure=r"\bne (?:\w+ ){1,3}que\b|\bn[’']\w+ (?:\w+ )?que\b|\bplus jamais\b|\bpas autre\b",
    denials=(
        r"(?<![\w’'])(?:ne|n[’'](?=[aàâeéèêhiîoôuûyœ]))\s?[^.;:!?]{1,60}?(?<![\w’'])(?:pas|jamais|rien"
        r"|aucune?s?|personne|plus|point|nul(?:le)?|ni)(?!\w)|(?<!\w)(?:aucune?|nul(?:le)?|personne|rien"
        r"|jamais)\s[^.;:!?]{0,60}?(?<![\w’'])(?:ne|n[’'])|(?<![\w’'])(?:ne|n[’'])\s?(?:peut|peuvent|saurait"
        r"|sauraient|pouvait|pouvaient)(?!\w)"
        r"|(?<!\w)ni\s[^.;:!?]{1,80}?\sni\s[^.;:!?]{1,60}?(?<![\w’'])(?:ne|n[’'])"
        r"|(?<!\w)pas (?:de|d[’']|encore|un|une|la|le|les)(?!\w)"
    ),
    absences=r"(?<!\w)(?:sans|dépourvue?s? de|privée?s? de)(?!\w)",
    refusals=(
        r"(?<![\w’'])(?:(?:non|ni|pas|jamais|aucune?|rien|nul(?:le)?|faute de|peu|guère|loin de|hors de)(?!\w)"
        r"|impossible\w*|impuissan\w*|interdi\w*|prohib\w*|refus\w*|manqu\w*|absen\w*"
        r"|défaut|priv\w+|incapa\w+|insuffisan\w*|inaccessib\w*|inconnu\w*|empêch\w*|évit\w*|abst\w*"
        r"|illicit\w*|illéga\w*|exclu\w*|inaccepta\w*|indisponib\w*|cess\w+|seul\w*|à l[’']exception|échou\w*"
        r"|échec\w*|in\w{3,}(?:able|ible)s?)"
    ),
    hints=r"(?<![\w’'])n[’'e]|aucun|personne|rien|jamais|(?<!\w)(?:nul(?:le)?|ni|pas|sans)(?!\w)|dépourvu|privé",
)
_RUSSIAN: Final = _Patterns(
    idle=(
        r"\bне (?:только|просто|менее|более|раньше|ранее|позднее|позже|меньше|больше|раз|случайно|иначе)\b"
        r"|\bбез вести\b|\bтем не менее\b|\bчуть не\b|\bне кто иной\b|\bне что иное\b|\bбез (?:промедления"
        r"|сомнения|остатка|прецедента)\b|\bбез (?:исключения|исключений|перерыва)\b|\b(?:как|кто|что|где"
        r"|когда|куда|как(?:ой|ая|ие|их|ое)|сколько)\s(?:бы\s)?(?:\w+\s)?ни\b|\bни за что\b|\bне мо(?:гу|жет"
        r"|гут) не\b|\bВрачи без границ\b|\bлиш[её]н\w+ свободы\b"
    ),
    unsure=r"\bпока не\b|\bесли не\b",
    denials=r"(?<![\w-])(?:не|нет|нельзя|невозмож\w+|недопустим\w*|неприемлем\w*)(?![\w-])",
    absences=r"(?<![\w-])(?:без|безо|лиш[её]н\w*|беззащитн\w+|бесследно)(?![\w-])",
    refusals=(
        r"(?<![\w-])(?:не(?:доступ|извест|достат|способ|избират|ясн|закон|пригод|верн|жела|хват|наде[жё]"
        r"|уверен|безопас|выполн|исполн|соблюд|участ|вмешат|видим|стабильн|законч|полн)\w*|отсутств\w*"
        r"|отказ\w*|запре[тщ]\w*|лиш(?:ил|ит|ат)\w*|утрат\w*|потер\w*|прекра[тщ]\w*|исключ\w*|избега\w*"
        r"|воздерж\w*|препятств\w*|трудно|вместо|мало|едва|провал\w*|бе[зс](?:результат|успеш|сил|наказ)\w*"
        r"|(?:только|лишь) после)"
    ),
    hints=r"(?<![\w-])(?:не|нет|нельзя|без|безо)(?![\w-])|невозмож|недопустим|неприемлем|лиш[её]н|беззащитн|бесследно",
)

# The negative is -ма/-ме/-ба/-бе/-па/-пе before the ending of a finite verb, a participle, a converb or a verbal noun.
_PERSON: Final = "(?:м[ыі]н|м[ыі]з|с[ыі]ң|с[ыі]з|с[ыі]здар|қ|к|м|ң|ң[ыі]з|ңдар|ңдер)?"
_CASES: Final = (
    r"(?:ға|ге|д[ыі]|д[ае]|д[ае]н|д[ыі]ң|мен|[ыі]|[ыі]н|[ыі]н[ае]|[ыі]нд[ае]|[ыі]н[ае]н|[ыі]н[ыі]ң|[ыі]м[ыі]з\w*"
    r"|[ыі]ң[ыі]з\w*)?"
)
_VERB: Final = (
    r"(?<![\w-])\w{2,}(?:ма|ме|ба|бе|па|пе)(?:"
    rf"й(?:д[ыі]|т[ыі]н\w*|{_PERSON})|й-ақ"
    rf"|д[ыі]{_PERSON}"
    rf"|(?:ған|ген)(?:{_PERSON}|дар\w*|дер\w*|{_CASES}|д[ыі][қк]\w*)"
    rf"|ст[ае]н|с[ае]?{_PERSON}"
    rf"|у(?:{_CASES}|ш[ыі]\w*)"
    r"|с[ыі]н(?:дар|дер)?|ң[ыі]з(?:дар|дер)?|й[ыі]к"
    r")(?!\w)"
)
_NO_NOUN: Final = (
    r"(?<![\w-])(?!\w*(?:мәлімдеме|баяндама|бағдарлама|мекеме|хаттама|тапсырма|анықтама|түсініктеме|нұсқаулама|кездеме"
    r"|қондырма|ұсынба|кепілдеме|жүктеме|жобалама|жазба|талдама|көшірме|шығарма|қаулама|өңдеме|жинақтама|мінездеме"
    r"|толықтырма|қолданба|топтама|жарма|мазмұндама|сараптама|жолдама|белдеме)(?:с[ыі]|н[ыі]|ғ|г|д))"
)
"""Nouns in -ма whose possessive reads like a negative verb: мәлімдемесін, мекемесі."""

_KAZAKH: Final = _Patterns(
    idle=(
        r"\b(?:ғана|кем|аз|кеш|көп) емес\b|\bқарамастан\b|\bқарамай\b|\bнемесе\b|\bәйтпесе\b|\bкем дегенде\b"
        r"|\bхабар-?ошарсыз\b|\bхабарсыз кет\w+|\bқауіпсіз\w*|\bтәуелсіз\w*|\bсөзсіз\b|\bүздіксіз\b"
        r"|\bтоқтаусыз\b|\bкідіріссіз\b|\bшексіз\b|\bтынымсыз\b|\b(?:жанар)?май(?:ы|ға|ды|да|дан|дың"
        r"|лар\w*)?\b|\bқама(?:у|л)\w*|\b(?:жама|сипа|тырма)у\w*|\bқамтамасыз\w*"
        r"|\b(?:кәмелет\w*|жасқа) толма\w+|\b\w*бай(?:дың|ға|мен|ев\w*|ұлы)\b"
    ),
    unsure=r"\bболмаса\b|\bмейінше\b|\bзиян келтірме\w+|\bалалам\w+",
    denials=rf"(?<![\w-])(?:емес\w*|жоқ\w*)(?!\w)|{_NO_NOUN}{_VERB}",
    absences=r"(?<![\w-])\w{2,}с[ыі]з(?:д[ыі][қк]\w*|д[ыі]ғ\w*|дан\w*|ден\w*|дер\w*|дар\w*)?(?!\w)",
    refusals=(
        r"(?<!\w)(?:тыйым\w*|бас тарт\w*|қиын\w*|кедергі\w*|тоқтат\w*|аулақ\w*|айыр\w*|тек қана|әзірге"
        r"|\w+у(?:дың|дің)? орнына|жоғал\w*|шектеу\w*|шектел\w*|аз|жоғ\w*)(?!\w)"
        r"|(?<=\w\w)м[ае]й(?!\w)|(?<=\w\w)п[ае]й(?!\w)|(?<=\w\w)б[ае]й(?!\w)|(?<=\w\w)[мпб][ае]с(?:т[ыі][қг]\w*|т[ае]й|қа|ке)?(?!\w)"
    ),
    hints=rf"емес|жоқ|с[ыі]з|{_NO_NOUN}{_VERB}",
)
_SYSTEMS: Final[Mapping[str, _Patterns]] = MappingProxyType(
    {"en": _ENGLISH, "fr": _FRENCH, "ru": _RUSSIAN, "kk": _KAZAKH}
)
