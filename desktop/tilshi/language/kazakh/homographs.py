"""Words that look like a form of a term and are another word: «басқа» is "other", hardly ever "to the head".

Only a single-word term can be mistaken so; a modifier before it says what it is. Four kinds are told apart by closed
lists and, where both readings are alive, by the neighbours:

* words of the closed classes and a few nouns that are spelt as a case of a shorter noun: never the term;
* adjectives in -ты, spelt as the accusative is: adjective before a noun, accusative before a verb;
* stems that are a verb too, whose past tense is spelt as the accusative: the verb closes its clause, no object does;
* a verbal noun in the locative that closes its clause is the present tense («дамуда», "is developing").
"""

import re
from dataclasses import dataclass

from tilshi.language.kazakh.features import Case, Features, Possessor
from tilshi.language.kazakh.lexicon import ABBREVIATIONS, ADJECTIVES, NAMES_LIKE_VERBS, OTHER_WORDS, VERBS

_PARTICLE = "қой"
_YEAR = "жылы"

_CLAUSE_END = re.compile(r"\s*(?:[.!?…;:]|$)")
_BEFORE_YEAR = re.compile(
    r"(?:\d|ншы|нші|[дт]ағы|[дт]егі|[ғқ]ан|[гк]ен|сол|осы|келесі|биылғы|былтырғы|алғашқы|соңғы|бір|қай|әр)$"
)
_VERBAL = re.compile(
    r"\s+\w+(?:[ую]|у[ғгдіңымнен]\w*|[ыіаеу]п|[ғқ]ан|[гк]ен|[дт][ыі][мңқк]?|с[ае]|[аей]т[ыі]н|м[ае][қк])\b"
)
"""The word after is a form of a verb, so that an object may stand before it."""

_AUXILIARY = re.compile(r"\s+(?:отыр|тұр|жүр|жатыр|жат|қал|кел|кет|бар|бер|ал|қой|шық)")
"""After a word in -ып: verbs that make it a converb («қалып отыр»)."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A single-word term met in a text: all folded, but for the two spellings ``cited`` and ``written``."""

    term: str
    cited: str
    surface: str
    written: str
    readings: tuple[Features, ...]
    before: str
    """The word before, or nothing."""
    after: str
    """The text that follows."""

    @property
    def closes_clause(self) -> bool:
        """Whether the clause, which has begun before, ends here."""
        return bool(self.before) and bool(_CLAUSE_END.match(self.after))


def is_other_word(met: Occurrence) -> bool:
    """Whether the occurrence is another word than the term."""
    if met.surface == met.term:
        return _is_verb_or_particle(met) or (met.term in ABBREVIATIONS and met.after.startswith("."))
    if met.surface == _YEAR:
        return not _BEFORE_YEAR.search(met.before)
    if met.surface in OTHER_WORDS:
        return True
    if any(reading.case is Case.ACCUSATIVE and reading.possessor is Possessor.NONE for reading in met.readings):
        if met.surface in ADJECTIVES:
            return met.closes_clause or (bool(met.after.strip()) and not _VERBAL.match(met.after))
        return met.closes_clause and met.term in VERBS
    progressive = met.term.endswith("у") and all(reading.case is Case.LOCATIVE for reading in met.readings)
    return progressive and met.closes_clause


def _is_verb_or_particle(met: Occurrence) -> bool:
    if met.term in NAMES_LIKE_VERBS:
        return met.cited[0].isupper() and met.written.islower()
    if met.term.endswith(("ып", "іп")):
        return bool(_AUXILIARY.match(met.after))
    return met.term == _PARTICLE and met.closes_clause
