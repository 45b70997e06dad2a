"""Rules over Kazakh cases that cannot stand where they do: few patterns, each nearly certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
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
_BODIES: Final = Pattern(
    rf"(?<![\w’'-])(?P<owner>[А-ЯӘҒҚҢӨҰҮҺІЁ][\w-]+)(?P<rest>(?:\s{_RELATION}){{1,2}}\s(?P<owned>{_OWNED}))(?![\w-])"
)
_OFFICE: Final = Pattern(
    rf"(?<![\w’'-])(?P<owner>{_ACRONYM})(?P<rest>\s{_RELATION}\s(?P<owned>{_OWNED}|{_OWNED_ONE}))(?=\s(?:бар|жоқ)\b)"
)

# «… жөніндегі жаңа бастамасына»: possessed, and nobody possesses it.
_STRAY: Final = Pattern(
    rf"\b(?:жөніндегі|туралы|арналған|бағытталған)\s(?P<adjective>{_RELATION})\s"
    r"(?P<owned>(?P<noun>бастама|бағдарлама|жоба|кездесу|конференция|келісім|құжат|науқан|жиын|форум|шара|семинар"
    r"|конвенция|декларация|саммит|жарғы|қарар|хаттама|акция)"
    r"(?P<ending>с?[ыі](?:н|на|не|нда|нде|нан|нен|ның|нің|мен)?))(?![\w-])"
)
_OWNER: Final = Pattern(rf"[ндт][ыі]ң\b|\b{_ACRONYM}\b")
_CLAUSE: Final = Pattern(r".*(?:[.!?…:;,–—«»()]|\b\w+(?:[ғқ]ан|[гк]ен|[аей]т[ыі]н|[ыі]п)\b)", re.DOTALL)


def kazakh_case(read: Passage) -> Iterator[Spot]:
    """A case that cannot stand here.

    An object in a phrase without a verb, where its owner is meant; a State's bare name before its bodies; a possessive
    that nobody possesses.
    """
    if primary(read.language) != "kk":
        return
    prose = read.prose
    for found in _OBJECT.finditer(prose):
        if not any(_VERBAL.fullmatch(word) for word in found["between"].lower().split()):
            owner = found["owner"].rpartition("-")[0]
            yield _genitive(found.start("owner"), found.end("owner"), found["owner"], owner)
    if "ық" in prose or "ік" in prose or "ты" in prose:
        for found in _BODIES.finditer(prose):
            if _STATE.fullmatch(found["owner"].lower()):
                yield _genitive(found.start("owner"), found.end("rest"), found[0], found["owner"], found["rest"])
        for found in _OFFICE.finditer(prose):
            spot = _genitive(found.start("owner"), found.end("rest"), found[0], found["owner"], found["rest"])
            yield Spot(spot.start, spot.end, spot.message, spot.fixes, severity=Severity.NOTE)
    for found in _STRAY.finditer(prose):
        clause = _CLAUSE.match(prose, 0, found.start())
        if not _OWNER.search(prose, clause.end() if clause else 0, found.start()):
            yield from _stray(
                found.start("adjective"), found.end("owned"), found["adjective"], found["noun"], found["owned"]
            )


def _genitive(start: int, end: int, found: str, owner: str, rest: str = "") -> Spot:
    right = inflect(owner, case=Case.GENITIVE) + rest
    said = message(N_("What belongs to somebody has its owner in the genitive: “{right}”."), found=found, right=right)
    return Spot(start, end, said, (Fix(start, end, right),))


def _stray(start: int, end: int, adjective: str, noun: str, owned: str) -> Iterator[Spot]:
    for features in analyse(noun, owned):
        if features.possessor is Possessor.THIRD:
            right = f"{adjective} {inflect(noun, case=features.case)}"
            said = message(N_("“{found}” is possessed, but nobody possesses it: “{right}”."), found=owned, right=right)
            yield Spot(start, end, said, (Fix(start, end, right),))
            return


KAZAKH_CASE: Final = TextRule("kk.case", Severity.WARNING, N_("A case that cannot stand here"), kazakh_case)
