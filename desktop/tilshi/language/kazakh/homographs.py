"""Words that look like a form of a term and are another word: «басқа» is "other", hardly ever "to the head".

It is nearly always a single-word term that is mistaken so; a modifier before it says what it is. Four kinds are told
apart by closed lists and, where both readings are alive, by the neighbours:

* words of the closed classes and a few nouns that are spelt as a case of a shorter noun: never the term;
* adjectives in -ты, spelt as the accusative is: adjective before a noun, accusative before a verb;
* stems that are a verb too, whose past tense is spelt as the accusative: the verb closes its clause, no object does;
* a verbal noun in the locative that closes its clause is the present tense («дамуда», "is developing").
"""

import re
from dataclasses import dataclass

from tilshi.language.kazakh.features import Case, Features, Possessor
from tilshi.language.kazakh.grammar import MACHINE
from tilshi.language.kazakh.lexicon import (
    ABBREVIATIONS,
    ADJECTIVES,
    ADVERBS,
    COMPOUND_ADJECTIVES,
    NAMES_LIKE_VERBS,
    OTHER_WORDS,
    VERBS,
)
from tilshi.language.kazakh.stems import alternants

_PARTICLE = "қой"
_YEAR = "жылы"
_GREAT = "ұлы"

_PAST_FORMS = frozenset(
    stem.text + MACHINE.write(stem.kind, Features(case=Case.ACCUSATIVE))
    for verb in VERBS
    for stem in alternants(verb)
    if stem.kind.bare
)
"""The past tense of those verbs, which is spelt as the accusative of a noun: «соғысты», «алды»."""

_FIRST_PAST_FORMS = frozenset(form + "м" for form in _PAST_FORMS)
"""And its first person, which is spelt as a possessed noun in -д: «алдым»."""

_MISTAKABLE = (
    OTHER_WORDS
    | ADJECTIVES
    | ABBREVIATIONS
    | NAMES_LIKE_VERBS
    | _PAST_FORMS
    | _FIRST_PAST_FORMS
    | {_PARTICLE, _YEAR, _GREAT}
)

_IMPERATIVES = ("ң", "ңыз", "ңіз")
_LOCATIVES = ("да", "де")

_PARTICIPLE = re.compile(r"(?:[ғқ]ан|[гк]ен)(?:д[ыі])?$")
_GENITIVE = re.compile(r"[ндт][ыі]ң$")

_CLAUSE_END = re.compile(r"\s*(?:[.!?…;:]|$)")
_BEFORE_YEAR = re.compile(
    r"(?:\d|ншы|нші|[дт]ағы|[дт]егі|[ғқ]ан|[гк]ен|сол|осы|келесі|биылғы|былтырғы|алғашқы|соңғы|бір|қай|әр)$"
)
_VERBAL = re.compile(
    r"\s+\w+(?:[ую](?:ғ[аы]|г[еі]|[дн][ыі]ң?|д[ае]н?|мен|[ыі]н?|[ыі]на|[ыі]не|л[ае]р\w*)?|[ыіаеу]п|[ғқ]ан|[гк]ен"
    r"|(?:(?<=[пкқсшфхцчщт])т|(?<![пкқсшфхцчщт])д)[ыі][мңқк]?|с[ае]|[аей]т[ыі]н|м[ае][қк])\b"
)
"""The word after is a form of a verb, so that an object may stand before it."""

_COPULA = re.compile(r"(?:емес|еді|екен|бол(?:у|ып|ған|са|атын|ма)?|мекен)")
_NEXT_WORD = re.compile(r"\s+(\w+)")

_AUXILIARY = re.compile(r"\s+(?:отыр|тұр|жүр|жатыр|жат|қал|кел|кет|бар|бер|ал|қой|шық)")
"""After a word in -ып: verbs that make it a converb («қалып отыр»)."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term met in a text: all folded, but for the two spellings ``cited`` and ``written`` of its last word."""

    term: str
    """The last word of the term."""
    cited: str
    surface: str
    written: str
    readings: tuple[Features, ...]
    alone: bool
    """Whether the term is this one word."""
    before: str
    """The word before the term, or nothing."""
    after: str
    """The text that follows."""

    @property
    def closes_clause(self) -> bool:
        """Whether the clause, which has begun before, ends here."""
        return bool(self.before) and bool(_CLAUSE_END.match(self.after))


def is_unmistakable(term: str, surface: str, *, alone: bool, name: bool) -> bool:
    """Whether ``surface`` (folded) can be nothing but a form of ``term``, whatever stands around it: nearly always.

    ``alone``: the term is this one word; ``name``: it is cited with a capital.
    """
    if not alone:
        return surface not in COMPOUND_ADJECTIVES
    return not (
        surface in _MISTAKABLE
        or (name and _is_participle(surface))
        or (term in VERBS and surface.endswith(_IMPERATIVES))
        or (term.endswith("у") and surface.endswith(_LOCATIVES) and surface != term)
        or (surface == term and term.endswith(("ып", "іп")))
    )


def is_other_word(met: Occurrence) -> bool:
    """Whether the occurrence is another word than the term."""
    if not met.alone:
        return met.surface in COMPOUND_ADJECTIVES and met.surface != met.term and _modifies(met)
    if met.cited[0].isupper() and met.written.islower() and _is_participle(met.surface):
        return True
    if met.surface == met.term:
        return _is_particle_or_abbreviation(met)
    if met.surface == _YEAR:
        return not _BEFORE_YEAR.search(met.before)
    if met.surface == _GREAT:
        return not _GENITIVE.search(met.before) and _modifies(met)
    return met.surface in OTHER_WORDS or met.surface in _FIRST_PAST_FORMS or _is_adjective_or_verb(met)


def _is_participle(surface: str) -> bool:
    """Whether a name in small letters is a form of a verb: «қарағанды», "having looked"."""
    return surface in NAMES_LIKE_VERBS or bool(_PARTICIPLE.search(surface))


def _is_particle_or_abbreviation(met: Occurrence) -> bool:
    if met.term.endswith(("ып", "іп")):
        return bool(_AUXILIARY.match(met.after))
    return (met.term == _PARTICLE and met.closes_clause) or (met.term in ABBREVIATIONS and met.after.startswith("."))


def _is_adjective_or_verb(met: Occurrence) -> bool:
    if met.surface in ADJECTIVES and any(
        reading.case is Case.ACCUSATIVE and reading.possessor is Possessor.NONE for reading in met.readings
    ):
        marked_off = bool(met.before) and not met.after[:1].isspace()  # an object is not parted from its verb by a mark
        return marked_off or met.closes_clause or _modifies(met)
    if not met.closes_clause:
        return False
    if met.surface in _PAST_FORMS or (met.term in VERBS and _may_be_imperative(met.readings)):
        return True
    return met.term.endswith("у") and all(reading.case is Case.LOCATIVE for reading in met.readings)


def _modifies(met: Occurrence) -> bool:
    """Whether a noun follows, or "is not" or "was", so that -ты makes an adjective of it, not an object."""
    following = _NEXT_WORD.match(met.after)
    if following is None:
        return False
    word = following.group(1)
    return bool(_COPULA.match(word)) or not (word in ADVERBS or _VERBAL.match(met.after))


def _may_be_imperative(readings: tuple[Features, ...]) -> bool:
    """Whether -ың, -ыңыз may be the imperative of a verb: «жазыңыз», "write!"."""
    second = {Possessor.SECOND_SINGULAR, Possessor.SECOND_FORMAL}
    return any(reading.possessor in second and reading.case is Case.NOMINATIVE for reading in readings)
