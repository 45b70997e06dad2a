"""Rules over Kazakh cases that cannot stand where they do: few patterns, each nearly certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.hints import Hint
from tilshi.checking.passages import Passage
from tilshi.checking.patterns import Pattern
from tilshi.checking.rules import TextRule
from tilshi.i18n import N_
from tilshi.language.kazakh import analyse, inflect
from tilshi.language.kazakh.features import Case, Possessor
from tilshi.language.tags import primary

_ACRONYM: Final = r"[А-ЯӘҒҚҢӨҰҮҺІЁ]{2,6}"
_OWNED: Final = r"[\w-]{2,}(?:л[ае]р|[дт][ае]р)[ыі]"
_OWNED_ONE: Final = r"[\w-]{2,}(?:с[ыі]|[^\W\dаәеёоөуұүыіэюя][ыі])"
_RELATION: Final = (
    r"(?:халықаралық|жаһандық|ұлттық|мемлекеттік|өңірлік|аймақтық|жергілікті|тұрақты|гуманитарлық|медициналық|азаматтық"
    r"|қоғамдық|әлеуметтік|экономикалық|саяси|әскери|құқықтық|бірлескен|арнайы|тәуелсіз|кешенді|ортақ|жаңа|дипломатиялық)"
)

# «БҰҰ-ны желілердегі парақшалары:», an object with no verb in the whole phrase.
_OBJECT: Final = Pattern(
    rf"(?:(?<=\A)|(?<=[.!?…:;]\s)|(?<=\n))(?P<owner>{_ACRONYM}-(?:н|д|т)[ыі])(?P<between>(?:\s[\w-]+){{0,4}}?)"
    rf"\s(?P<owned>{_OWNED})\s*(?=[:.…]|\n|\Z)"
)
_VERBAL: Final = Pattern(
    r"\w+(?:[ыіуюаеяий]п|[ғқ]ан|[гк]ен|[аей]т[ыі]н|[ую]|[ую](?:[ғд]а|[гд]е|ды|ді|мен)|м[ае][қк]|с[ае]|[ае]р|[ыі]с"
    r"|[ғқ]алы|[гк]елі)"
)

# «Мысалия мемлекеттік органдары»: bodies of a State, in the plural, with the State's bare name before them.
_STATE: Final = Pattern(
    r".+(?:стан|ия)|ресей|қытай|иран|ирак|ливан|мысыр|израиль|украина|беларусь|молдова|канада|мексика|судан|сомали|йемен|мали"
    r"|австрия|конго|чад|нигер|перу|чили|куба|польша|литва|эстония|ақш"
)
_BODIES: Final = Pattern(rf"\s(?:{_RELATION}\s){{1,2}}(?P<owned>{_OWNED})(?![\w-])")
_OFFICE: Final = Pattern(rf"\s{_RELATION}\s(?P<owned>{_OWNED}|{_OWNED_ONE})(?=\s(?:бар|жоқ)\b)")
_LAST_WORD: Final = Pattern(r"(?<![\w’'-])[А-ЯӘҒҚҢӨҰҮҺІЁ][\w-]+\Z")

# «… жөніндегі жаңа бастамасына»: possessed, and nobody possesses it.
_STRAY: Final = Pattern(
    rf"\b(?:жөніндегі|туралы|арналған|бағытталған)\s(?P<adjective>{_RELATION})\s"
    r"(?P<owned>(?P<noun>бастама|бағдарлама|жоба|кездесу|конференция|келісім|құжат|науқан|жиын|форум|шара|семинар"
    r"|конвенция|декларация|саммит|жарғы|қарар|хаттама|акция)"
    r"(?P<ending>с?[ыі](?:н|на|не|нда|нде|нан|нен|ның|нің|мен)?))(?![\w-])"
)
_OWNER: Final = Pattern(rf"[ндт][ыі]ң\b|\b{_ACRONYM}\b")
_REACH: Final = 300
"""Code points in which an owner is looked for."""
_CLAUSE: Final = Pattern(r".*(?:[.!?…:;,–—«»()]|\b\w+(?:[ғқ]ан|[гк]ен|[аей]т[ыі]н|[ыі]п)\b)", re.DOTALL)


def kazakh_case(read: Passage) -> Iterator[Spot]:
    """A case that cannot stand here.

    An object in a phrase without a verb, where its owner is meant; a State's bare name before its bodies; a possessive
    that nobody possesses.
    """
    prose = read.prose
    if primary(read.language) != "kk":
        return
    if "-" in prose:
        for found in _OBJECT.finditer(prose):
            if not any(_VERBAL.fullmatch(word) for word in found["between"].lower().split()):
                owner = found["owner"].rpartition("-")[0]
                yield _genitive(found.start("owner"), found.end("owner"), owner)
    if "ық " in prose or "ік " in prose or "ты " in prose:
        yield from _bare_owners(prose)
    if "жөніндегі" in prose or "туралы" in prose or "арналған" in prose or "бағытталған" in prose:
        yield from _strays(prose)


def _bare_owners(prose: str) -> Iterator[Spot]:
    """What belongs to a State or an organisation whose name stands bare before it."""
    for found in _BODIES.finditer(prose):
        owner = _owner(prose, found.start())
        if _STATE.fullmatch(owner.lower()):
            yield _genitive(found.start() - len(owner), found.end(), owner, found[0])
    for found in _OFFICE.finditer(prose):
        owner = _owner(prose, found.start())
        if 2 <= len(owner) <= 6 and owner.isupper():
            yield _genitive(found.start() - len(owner), found.end(), owner, found[0], Severity.NOTE)


def _owner(prose: str, end: int) -> str:
    found = _LAST_WORD.search(prose, max(0, end - 40), end)
    return found[0] if found else ""


def _strays(prose: str) -> Iterator[Spot]:
    for found in _STRAY.finditer(prose):
        before = max(0, found.start() - _REACH)
        clause = _CLAUSE.match(prose, before, found.start())
        if not _OWNER.search(prose, clause.end() if clause else before, found.start()):
            yield from _stray(found)


def _genitive(start: int, end: int, owner: str, rest: str = "", severity: Severity | None = None) -> Spot:
    right = inflect(owner, case=Case.GENITIVE) + rest
    said = message(N_("What belongs to somebody has its owner in the genitive: “{right}”."), right=right)
    return Spot(start, end, said, (Fix(start, end, right),), severity=severity)


def _stray(found: re.Match[str]) -> Iterator[Spot]:
    start, end = found.start("adjective"), found.end("owned")
    possessed = (one for one in analyse(found["noun"], found["owned"]) if one.possessor is Possessor.THIRD)
    if features := next(possessed, None):
        right = f"{found['adjective']} {inflect(found['noun'], case=features.case)}"
        said = message(
            N_("“{found}” is possessed, but nobody possesses it: “{right}”."), found=found["owned"], right=right
        )
        yield Spot(start, end, said, (Fix(start, end, right),))


_HINT: Final = Pattern(
    rf"{_ACRONYM}-[ндт][ыі]|^(?:{_RELATION})$|\s{_RELATION}|{_RELATION}\s|жөніндегі|туралы|арналған|бағытталған"
)


def _may_govern(piece: str, language: str) -> object:
    return language == "kk" and _HINT.search(piece)


KAZAKH_CASE: Final = TextRule(
    "kk.case", Severity.WARNING, N_("A case that cannot stand here"), kazakh_case, Hint(_may_govern)
)
