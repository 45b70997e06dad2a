"""Rules about what is missing: translations, sentences, a good part of the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Severity, Side, Spot, message
from tilshi.checking.passages import ADDRESSES, TABLES, Passage
from tilshi.checking.rules import PairRule
from tilshi.checking.sentences import sentences
from tilshi.i18n import N_
from tilshi.language.tags import primary
from tilshi.release import Role


def empty_target(source: Passage, target: Passage) -> Iterator[Spot]:
    """A part without translation.

    A translation of white space alone is none.
    """
    if source.text.string.strip() and not target.text.string.strip():
        said = message(N_("There is no translation yet."))
        yield Spot(0, len(target.text), said, side=Side.TARGET)


def sentence_count(source: Passage, target: Passage) -> Iterator[Spot]:
    """Sentences or paragraphs that the translation has more or fewer of.

    One sentence made of two, or two of one, is a translator's right, unless the length says that one is missing.
    """
    if source.role in _UNCOUNTED or not target.prose.strip():
        return
    lines, others = _lines(source), _lines(target)
    if lines != others:
        said = message(N_("Paragraphs: {expected} in the source, {found} here."), expected=lines, found=others)
        yield Spot(0, len(target.text), said, side=Side.TARGET)
        return
    ours, theirs = len(sentences(source)), len(sentences(target))
    if abs(ours - theirs) > 1 or (ours > theirs and _share(source, target) < _SENTENCE_LOST):
        said = message(N_("Sentences: {expected} in the source, {found} here."), expected=ours, found=theirs)
        yield Spot(0, len(target.text), said, side=Side.TARGET)


def unusual_length(source: Passage, target: Passage) -> Iterator[Spot]:
    """A translation much longer or shorter than usual for its languages.

    Short texts vary more than long ones: twice as long is usual for a headline of 60 characters, not for a paragraph.
    """
    length = len(source.text)
    if source.role in _UNMEASURED or not target.prose.strip() or length < _SHORTEST or not _are_known(source, target):
        return
    share = _share(source, target)
    limit = 1.35 + 45 / length
    if not 1 / limit <= share <= limit:
        usual = round(len(target.text) / share)
        text = N_("{found} characters where about {usual} are usual: is something missing?")
        if share > 1:
            text = N_("{found} characters where about {usual} are usual: is something too much?")
        yield Spot(0, len(target.text), message(text, found=len(target.text), usual=usual), side=Side.TARGET)


def _lines(read: Passage) -> int:
    return sum(1 for line in read.text.string.split("\n\n") if line.strip())


def _are_known(source: Passage, target: Passage) -> bool:
    return primary(source.language) in _DENSITY and primary(target.language) in _DENSITY


def _share(source: Passage, target: Passage) -> float:
    """How long the translation is, as a share of what is usual."""
    ours, theirs = (_DENSITY.get(primary(read.language), 1.0) for read in (source, target))
    return len(target.text) * ours / (max(len(source.text), 1) * theirs)


_DENSITY: Final = {"en": 1.0, "fr": 1.13, "ru": 1.01, "kk": 1.02}
"""Characters that say the same, measured over invented releases in four languages (fr 1.127, ru 1.006, kk 1.021)."""

_SENTENCE_LOST: Final = 0.75
_SHORTEST: Final = 40
_UNCOUNTED: Final = ADDRESSES | TABLES
_UNMEASURED: Final = _UNCOUNTED | {
    *(Role.EMBARGO, Role.KICKER, Role.LOGO_LINE, Role.DATE, Role.CONTACT_INTRO, Role.CONTACT_NAME, Role.CONTACT_ROLE),
    *(Role.FOOTAGE_INTRO, Role.SOCIAL_INTRO),
}

EMPTY_TARGET: Final = PairRule("seg.empty", Severity.ERROR, N_("A part without translation"), empty_target)
SENTENCE_COUNT: Final = PairRule(
    "seg.count",
    Severity.NOTE,
    N_("Sentences or paragraphs that the translation has more or fewer of"),
    sentence_count,
)
UNUSUAL_LENGTH: Final = PairRule(
    "len.ratio",
    Severity.WARNING,
    N_("A translation much longer or shorter than usual for its languages"),
    unusual_length,
)
