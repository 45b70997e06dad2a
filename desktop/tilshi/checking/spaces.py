"""Rules over white space."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.hints import Hint, holding
from tilshi.checking.passages import Passage
from tilshi.checking.patterns import Pattern
from tilshi.checking.prose import DIGITS, characters
from tilshi.checking.rules import TextRule
from tilshi.i18n import N_
from tilshi.language.tags import primary
from tilshi.language.typography import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE

_SPACE: Final = r" \u00a0\u2000-\u200a\u202f\u205f\u3000"
_LETTER: Final = r"[^\W\d_]"
_SMALL: Final = r"[a-zß-öø-ÿа-яёәғқңөұүһі]"
_CAPITAL: Final = r"[A-ZÀ-ÖØ-ÞА-ЯЁӘҒҚҢӨҰҮҺІ]"

_SEVERAL: Final = Pattern(rf"(?<=\S)[{_SPACE}]{{2,}}(?=\S)")
_EDGE: Final = Pattern(rf"[{_SPACE}\t]+(?=\n|\Z)|(?:(?<=\n)|\A)[{_SPACE}\t]+|\A\n+|\n+\Z")
_BEFORE: Final = Pattern(rf"[{_SPACE}]{{1,9}}(?=,(?!\d)|[)\]}}!?”]|\.(?![\w.])|;|:(?![\w()/-]))")
_BEFORE_FRENCH: Final = Pattern(rf"[{_SPACE}]{{1,9}}(?=,(?!\d)|[)\]}}”]|\.(?![\w.]))")
_MAY_STAND_BEFORE: Final = frozenset("\n|([{«„–—")
"""After these a space may be followed by any mark: a cell, a bracket, a dash."""

_INSIDE: Final = Pattern(rf"(?<=[(\[{{])[{_SPACE}]+(?=\S)|(?<=[«„])[{_SPACE}]+(?=\S)|(?<=[^\s«])[{_SPACE}]+(?=»)")
_INSIDE_FRENCH: Final = Pattern(rf"(?<=[(\[{{“])[{_SPACE}]+(?=\S)")
_AFTER: Final = Pattern(
    rf"(?<=[^\W\d_])[,;](?={_LETTER}|[«“„(])|(?<=[»”)%\]])[,;](?={_LETTER})"
    rf"|(?<={_LETTER}{{2}})[:!?](?={_LETTER}{{2}})"
    rf"|(?<={_SMALL}{{3}})\.(?={_CAPITAL}{_LETTER})"
    rf"|[»”](?={_LETTER})|(?<={_LETTER})\)(?={_LETTER}{{2}})|(?<=\d%)(?={_LETTER})"
)
_OPENING: Final = Pattern(rf"(?<={_LETTER})(?:\((?P<inside>[^()]{{2,}})\)|[«„])")
_BRACKETS: Final = frozenset("()[]{}«»„“")
_ENDING: Final = Pattern(rf"{_SMALL}{{1,6}}")

_FRENCH: Final = Pattern(
    r"(?<=[\w)»”’%.…\ufffc])[ \u2009]?(?=[:;!?](?:[\s»”)!?]|$))|(?<=\S) ?(?=»)|(?<=«) ?(?=\S)"
    r"|(?<=\d) (?=h\b)|(?<=\d[ \u00a0\u202f]h) (?=\d\d\b)"
)
_NUMBER_SIGN: Final = Pattern(r"(?<=№) ?(?=\d)")
_SCALE: Final = Pattern(r"(?<=\d) (?=(?:мың|тыс|млн|млрд|трлн|миллион|миллиард|million|milliard)\w*)")
_UNIT: Final = Pattern(r"(?<=\d) (?=(?:km|kg|cm|mm|ha|км|кг|см|мм|га|°C|°С)\b)")
_INITIALS: Final = Pattern(rf"(?<![\w.’'°\n-])(?:{_CAPITAL}\. )+(?={_CAPITAL}{_SMALL})")
_DAY: Final = Pattern(rf"(?<!\w)(\d{{1,2}}(?:er)?) (?={_LETTER}{{3}})")


def double_space(read: Passage) -> Iterator[Spot]:
    """Several spaces in a row.

    Those at the ends of a line are another rule's, and those of an empty table cell are none's.
    """
    for run in _SEVERAL.finditer(read.prose):
        if read.is_table and "|" in (read.prose[run.start() - 1], read.prose[run.end()]):
            continue
        kept = next((space for space in (NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE) if space in run[0]), " ")
        yield Spot(
            run.start(),
            run.end(),
            message(N_("There are {number} spaces where one is enough."), number=len(run[0])),
            (Fix(run.start(), run.end(), kept, safe=True),),
        )


def space_at_edge(read: Passage) -> Iterator[Spot]:
    """Spaces at the beginning or the end.

    Of the text or of a line in it; empty lines at either end count too.
    """
    text = read.text.string
    if text.isspace():
        return
    for run in _EDGE.finditer(text):
        yield _removal(run.start(), run.end(), N_("Spaces at the beginning or the end of a line are not needed."))


def space_before(read: Passage) -> Iterator[Spot]:
    """A space before a mark that stands close.

    French puts one before the high marks and inside «», which is the matter of no-break spaces.
    """
    french = primary(read.language) == "fr"
    before, inside = (_BEFORE_FRENCH, _INSIDE_FRENCH) if french else (_BEFORE, _INSIDE)
    for run in before.finditer(read.prose):
        if not run.start() or read.prose[run.start() - 1] in _MAY_STAND_BEFORE:
            continue
        yield _removal(run.start(), run.end(), N_("No space belongs before this mark."))
    if not _BRACKETS & read.parsed(characters):
        return
    for run in inside.finditer(read.prose):
        yield _removal(run.start(), run.end(), N_("No space belongs inside brackets or quotation marks."))


def space_after(read: Passage) -> Iterator[Spot]:
    """A space missing after a mark or before an opening one."""
    prose = read.prose
    for mark in _AFTER.finditer(prose):
        if not _joins_ending(read, mark.start(), mark.end()):
            fix = Fix(mark.end(), mark.end(), " ", safe=True)
            yield Spot(
                mark.start(),
                mark.end() + 1,
                message(N_("A space is missing after “{mark}”."), mark=mark[0] or "%"),
                (fix,),
            )
    for mark in _OPENING.finditer(prose) if _BRACKETS & read.parsed(characters) else ():
        if mark["inside"] is None or not _ENDING.fullmatch(mark["inside"]):
            fix = Fix(mark.start(), mark.start(), " ", safe=True)
            said = message(N_("A space is missing before “{mark}”."), mark=mark[0][0])
            yield Spot(mark.start() - 1, mark.start() + 1, said, (fix,))


def _joins_ending(read: Passage, start: int, end: int) -> bool:
    """Whether an ending is joined to what brackets or quotation marks hold: «Мысал»дың, адам(дар)ды."""
    closing = read.prose[start:end]
    if closing == ")":
        opening = read.prose.rfind("(", 0, start)
        return opening > 0 and read.prose[opening - 1].isalpha()
    return closing in ("»", "”") and primary(read.language) == "kk" and read.prose[end].islower()


def no_break_space(read: Passage) -> Iterator[Spot]:
    """A place where a line must not break.

    In French before high marks, inside « » and in hours; № and its number, scale words and units, initials and the name
    after them; where the house wants it, a day and its month.
    """
    language = primary(read.language)
    patterns = [_FRENCH] if language == "fr" else []
    if DIGITS & read.parsed(characters) and language in ("fr", "kk", "ru"):
        patterns += [_NUMBER_SIGN, _SCALE, _UNIT]
    for pattern in patterns:
        for gap in pattern.finditer(read.prose):
            yield _binding(gap.start(), gap.end(), gap[0] or "")
    for initials in _INITIALS.finditer(read.prose):
        if initials.start():
            yield _binding(initials.start(), initials.end(), initials[0])
    if read.house.bound_dates:
        for day in _DAY.finditer(read.prose):
            yield _binding(day.end() - 1, day.end(), " ")


def _binding(start: int, end: int, written: str) -> Spot:
    """The spaces of a span become such as do not break; an empty one gets one."""
    bound = written.replace(" ", NO_BREAK_SPACE).replace("\u2009", NARROW_NO_BREAK_SPACE) or NO_BREAK_SPACE
    said = message(N_("A no-break space belongs here, so that no line ends between the two."))
    return Spot(start, max(end, start + 1), said, (Fix(start, end, bound, safe=True),))


def _removal(start: int, end: int, said: str) -> Spot:
    return Spot(start, end, message(said), (Fix(start, end, "", safe=True),))


# Between two spaces that touch, and before or behind one at an edge, stands the empty piece.
_OTHER_SPACE: Final = r"\u00a0\u2000-\u200a\u202f\u205f\u3000"
_BINDING: Final = Pattern(
    rf"^{_CAPITAL}\.$|[^\w.’'°\n-]{_CAPITAL}\.$|\d(?:er)?$|№$|№\d|^(?:мың|тыс|трлн|м[ли]л|mil|[kcm]m|kg|ha|[ксм]м|кг|га|°)"
)
_BINDING_FRENCH: Final = Pattern(r"[:;!?»«]|(?:^|[\u00a0\u202f])h\b")


def _may_bind(piece: str, language: str) -> object:
    """Whether a line must perhaps not break before or behind a piece."""
    return _BINDING.search(piece) or (language == "fr" and _BINDING_FRENCH.search(piece))


DOUBLE_SPACE: Final = TextRule(
    "sp.double",
    Severity.NOTE,
    N_("Several spaces in a row"),
    double_space,
    holding(rf"^$|[{_OTHER_SPACE}]{{2}}|^[{_OTHER_SPACE}]|[{_OTHER_SPACE}]$"),
)
SPACE_AT_EDGE: Final = TextRule(
    "sp.edge", Severity.NOTE, N_("Spaces at the beginning or the end"), space_at_edge, holding(r"^$|\s|\ufffc")
)
SPACE_BEFORE: Final = TextRule(
    "sp.before",
    Severity.NOTE,
    N_("A space before a mark that stands close"),
    space_before,
    holding(rf"^[,)\]}}!?”.;:»]|[(\[{{«„“]$|[{_OTHER_SPACE}][,)\]}}!?”.;:»]|[(\[{{«„“][{_OTHER_SPACE}]"),
)
SPACE_AFTER: Final = TextRule(
    "sp.after",
    Severity.NOTE,
    N_("A space missing after a mark or before an opening one"),
    space_after,
    holding(rf"[,;:!?.»”)%\]](?:{_LETTER}|[«“„(])|{_LETTER}[(«„]"),
)
NO_BREAK: Final = TextRule(
    "sp.nbsp", Severity.NOTE, N_("A place where a line must not break"), no_break_space, Hint(_may_bind)
)
