"""Rules over the consistency of a release: the same is said in the same words, different things in different ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Fix, Severity, Side, Spot, message
from tilshi.checking.passages import ADDRESSES, Line, Passage
from tilshi.checking.rules import Entry, Frame, ReleaseRule, Said
from tilshi.i18n import N_

_WORDS: Final = re.compile(r"(?:[^\W\d_][\W\d_]*){4}")
_SHOWN: Final = 60
"""Code points of another text that a message quotes."""


def same_source(entries: tuple[Entry, ...], _frame: Frame) -> Iterator[Spot]:
    """The same source with different translations.

    In parts of one kind. What most of them have counts as right, else what came first.
    """
    if len(entries) < 2:
        return
    lines = [entry.line for entry in entries]
    counts = Counter(line.read.parsed(_normal) for line in lines)
    if len(counts) < 2:
        return
    right = max(counts, key=lambda text: counts[text])
    model = next(line for line in lines if line.read.parsed(_normal) == right)
    for line in lines:
        if line.read.parsed(_normal) != right:
            yield _differs(line, model)


def same_target(entries: tuple[Entry, ...], _frame: Frame) -> Iterator[Spot]:
    """The same translation for different sources."""
    if len(entries) < 2:
        return
    first = entries[0].line
    for line, _facts in entries[1:]:
        if line.source.parsed(_bare) != first.source.parsed(_bare):
            said = message(
                N_("The same translation stands for another source: “{source}”."),
                source=_shown(first.source),
            )
            end = len(line.read.text)
            yield Spot(0, end, said, segment=line.segment, side=Side.TARGET, evidence=(0, len(line.source.text)))


def _sources(line: Line, frame: Frame) -> Said:
    """A translated segment, under its source."""
    is_translated = not frame.is_source and bool(line.read.parsed(_normal))
    if is_translated and line.role not in ADDRESSES and line.source.parsed(_is_text):
        yield (line.role, line.source.parsed(_normal)), None


def _translations(line: Line, frame: Frame) -> Said:
    """A translated segment, under its translation."""
    if not frame.is_source and line.role not in ADDRESSES and line.read.parsed(_is_text):
        yield (line.role, line.read.parsed(_normal)), None


def _differs(line: Line, model: Line) -> Spot:
    said = message(
        N_("The same source is translated otherwise: “{text}”."),
        text=_shown(model.read),
    )
    end = len(line.read.text)
    fixes = (Fix(0, end, model.read.text.string),) if not line.read.text.marks else ()
    return Spot(0, end, said, fixes, segment=line.segment, side=Side.TARGET, evidence=(0, len(line.source.text)))


def _shown(read: Passage) -> str:
    text = " ".join(read.text.string.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _normal(read: Passage) -> str:
    """The text as it is compared: white space and case do not count."""
    return " ".join(read.text.string.split()).casefold()


def _bare(read: Passage) -> str:
    """The letters and digits of a text alone."""
    return "".join(letter for letter in read.text.string.casefold() if letter.isalnum())


def _is_text(read: Passage) -> bool:
    """Whether there are words in it; numbers and addresses may well occur twice."""
    return _WORDS.search(read.prose) is not None


SAME_SOURCE: Final = ReleaseRule(
    "cons.source", Severity.WARNING, N_("The same source with different translations"), _sources, same_source
)
SAME_TARGET: Final = ReleaseRule(
    "cons.target", Severity.NOTE, N_("The same translation for different sources"), _translations, same_target
)
