"""What is quoted in a text, and a rule over the number of quotations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

from tilshi.checking.findings import Severity, Side, Spot, message
from tilshi.checking.passages import ADDRESSES, TABLES, Passage
from tilshi.checking.patterns import Pattern
from tilshi.checking.quotation import QUOTED, Pair, quotation
from tilshi.checking.rules import PairRule
from tilshi.i18n import N_
from tilshi.language.tags import primary
from tilshi.release import Role

Spans: TypeAlias = tuple[tuple[int, int], ...]
"""Places in a text, in code points."""


@dataclass(frozen=True, slots=True)
class Speech:
    """The words of people in a text: `quotes` are the spans in quotation marks, `quotations` how many there are.

    A quotation that goes on after its attribution is one: “A,” said X. “B.” In Russian one pair may hold both and the
    attribution: «А, – сказал X. – Б».
    """

    quotes: Spans = ()
    quotations: int = 0
    whole: bool = False
    """Whether the attribution stands within the marks."""
    share: float = 0.0
    """How much of the text is within the marks, from 0 to 1."""


_NONE: Final = Speech()


def saying_verbs(read: Passage) -> Spans:
    """The verbs of attributions in a text: said, a déclaré, сказал, деді."""
    verbs = _SAYINGS.get(primary(read.language))
    return tuple(match.span() for match in verbs.finditer(read.prose)) if verbs else ()


def speech(read: Passage) -> Speech:
    """The speech in a text; titles and words in quotation marks are none."""
    pairs = [pair for pair in read.parsed(quotation).pairs if pair.depth == 0]
    if not pairs:
        return _NONE
    sayings = read.parsed(saying_verbs)
    quotes = tuple((pair.opening, pair.closing + 1) for pair in pairs if _is_speech(read, pair, sayings))
    if not quotes:
        return _NONE
    parted = sum(not _goes_on(read.prose, left[1], right[0], sayings) for left, right in pairwise(quotes))
    letters = sum(end - start - _attribution(read.prose, start, end, sayings) for start, end in quotes)
    whole = any(start < verb[0] < end for start, end in quotes for verb in sayings)
    return Speech(quotes, 1 + parted, whole, letters / max(len(read.prose.strip()), 1))


def _goes_on(prose: str, end: int, start: int, sayings: Spans) -> bool:
    """Whether an attribution stands between two pairs of marks: a verb of saying, or no more than a sentence."""
    if any(end <= verb[0] < start for verb in sayings):
        return True
    return start - end <= _REACH and sum(1 for _ in _STOP.finditer(prose, end, start)) <= 1


def _attribution(prose: str, start: int, end: int, sayings: Spans) -> int:
    """How long the attribution is that stands between dashes within a pair of marks."""
    length = 0
    for verb, after in sayings:
        if start < verb < end:
            opening = max(prose.rfind(dash, start, verb) for dash in "–—-")
            closing = min((at for dash in "–—" if (at := prose.find(dash, after, end)) >= 0), default=end)
            length += closing - max(opening, start)
    return length


def quote_count(source: Passage, target: Passage) -> Iterator[Spot]:
    """A quotation lost or added in the translation.

    Where a part of a quotation has lost its marks, much less of the text is within marks than in the source.
    """
    if source.role in ADDRESSES | TABLES or not target.prose.strip():
        return
    said, written = source.parsed(speech), target.parsed(speech)
    if said.quotations == written.quotations and not _has_lost_marks(said, written):
        return
    if said.quotations > written.quotations:
        text = message(
            N_("The translation has fewer quotations than the source: {found} for {expected}."),
            expected=said.quotations,
            found=written.quotations,
        )
    elif said.quotations < written.quotations:
        if not _is_clear(target):
            return
        text = message(
            N_("The translation has more quotations than the source: {found} for {expected}."),
            expected=said.quotations,
            found=written.quotations,
        )
    else:
        text = message(N_("A part of the quotation is without quotation marks here."))
    evidence = said.quotes[0] if said.quotes else None
    start, end = (written.quotes[0][0], written.quotes[-1][1]) if written.quotes else (0, len(target.prose))
    # Where both quote, it is less certain where one quotation ends and the next begins.
    both = said.quotations and written.quotations and said.quotations != written.quotations
    severity = Severity.WARNING if both else None
    yield Spot(start, end, text, side=Side.TARGET, evidence=evidence, severity=severity)


def _has_lost_marks(said: Speech, written: Speech) -> bool:
    """Whether a part of a quotation has none: one pair is enough for two only if it holds the attribution."""
    fewer = not (said.whole or written.whole) and len(written.quotes) < len(said.quotes)
    return fewer or said.share - written.share >= _SHARE_LOST


def _is_clear(target: Passage) -> bool:
    """Whether it is certain that the translation quotes: it names who says so, or the part is a quotation."""
    return target.role is Role.QUOTE or bool(target.parsed(saying_verbs))


def _is_speech(read: Passage, pair: Pair, sayings: Spans) -> bool:
    """Whether somebody speaks: a sentence in marks, or words that an attribution stands next to."""
    inside = read.prose[pair.opening + 1 : pair.closing].strip()
    words = sum(1 for _ in _WORD.finditer(inside))
    if words < _SHORTEST:
        return False
    if any(pair.opening < verb[0] < pair.closing for verb in sayings):
        return True
    near = any(
        pair.closing < verb[0] <= pair.closing + _REACH or pair.opening - _REACH <= verb[1] <= pair.opening
        for verb in sayings
    )
    sentence = inside[-1:] in _STOPS or read.prose[pair.closing + 1 : pair.closing + 2] == "."
    whole = read.role is Role.QUOTE or len(inside) > _MOST * len(read.prose.strip())
    return near or (whole and (sentence or words > _TITLE))


_WORD: Final = Pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STOP: Final = Pattern(r"[.!?…](?=\s)")
_STOPS: Final = frozenset(".!?…,")
_SHORTEST: Final = 3
_TITLE: Final = 6
_REACH: Final = 100
_MOST: Final = 0.4
_SHARE_LOST: Final = 0.3
_SAYINGS: Final = {
    "en": Pattern(
        r"\b(?:said|says|add(?:s|ed)|explain(?:s|ed)|stat(?:es|ed)|warn(?:s|ed)|told|stress(?:es|ed)|not(?:es|ed)|asked"
        r"|emphasi[sz]ed|concluded|continued|recall(?:s|ed)|commented|insisted|urged|appealed|declared|wrote"
        r"|according to)\b"
    ),
    "fr": Pattern(
        r"\b(?:a|ont|a-t-elle|a-t-il)\s(?:déclaré|dit|ajouté|expliqué|souligné|affirmé|indiqué|précisé|rappelé|averti"
        r"|insisté|conclu|poursuivi|confié|estimé|commenté|lancé|demandé|écrit|constaté|martelé|témoigné|raconté)\b"
        r"|\b(?:déclare|explique|ajoute|souligne|affirme|précise|rappelle|estime|insiste|raconte|témoigne|résume|selon|dit)\b"
    ),
    "ru": Pattern(
        r"\b(?:сказал|заявил|добавил|подчеркнул|отметил|сообщил|пояснил|рассказал|предупредил|напомнил|призвал|объяснил"
        r"|указал|продолжил|заключил|говорил|произн[её]с|написал)[аи]?\b"
        r"|\b(?:говорит|считает|отмечает|подчеркивает|по словам)\b"
    ),
    "kk": Pattern(
        r"\b(?:деді|дейді|мәлімдеді|айтты|атап өтті|атап көрсетті|түсіндірді|ескертті|қосты|сендірді|жазды|хабарлады"
        r"|баяндады|деп есептейді|деп санайды|айтуынша)\b"
    ),
}

QUOTE_COUNT: Final = PairRule(
    "quote.count",
    Severity.ERROR,
    N_("A quotation lost or added in the translation"),
    quote_count,
    hint=QUOTED.in_either,
)
