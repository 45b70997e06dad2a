"""Rules over the consistency of a release: the same is said in the same words, different things in different ones."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Fix, Severity, Side, Spot, message
from tilshi.checking.passages import ADDRESSES, Line, Manuscript, Passage
from tilshi.checking.rules import ReleaseRule
from tilshi.i18n import N_
from tilshi.release import Role

_WORDS: Final = re.compile(r"(?:[^\W\d_][\W\d_]*){4}")
_SHOWN: Final = 60
"""Code points of another text that a message quotes."""


def same_source(manuscript: Manuscript) -> Iterator[Spot]:
    """The same source with different translations.

    In parts of one kind. What most of them have counts as right, else what came first.
    """
    for lines in _grouped(manuscript, by_source=True):
        counts = Counter(line.read.parsed(_normal) for line in lines)
        if len(counts) < 2:
            continue
        right = max(counts, key=lambda text: counts[text])
        model = next(line for line in lines if line.read.parsed(_normal) == right)
        for line in lines:
            if line.read.parsed(_normal) != right:
                yield _differs(line, model)


def same_target(manuscript: Manuscript) -> Iterator[Spot]:
    """The same translation for different sources."""
    for lines in _grouped(manuscript, by_source=False):
        first = lines[0]
        for line in lines[1:]:
            if line.source.parsed(_bare) != first.source.parsed(_bare):
                said = message(
                    N_("The same translation stands for another source: “{source}”."),
                    source=_shown(first.source),
                )
                end = len(line.read.text)
                yield Spot(0, end, said, segment=line.segment, side=Side.TARGET, evidence=(0, len(line.source.text)))


def _grouped(manuscript: Manuscript, *, by_source: bool) -> Iterator[list[Line]]:
    """Translated segments of one kind that share the source, or the translation."""
    found: dict[tuple[Role, str], list[Line]] = defaultdict(list)
    for line in manuscript.lines:
        if line.source is not line.read and line.role not in ADDRESSES and line.read.parsed(_normal):
            shared = line.source if by_source else line.read
            if shared.parsed(_is_text):
                found[line.role, shared.parsed(_normal)].append(line)
    return (lines for lines in found.values() if len(lines) > 1)


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
    "cons.source", Severity.WARNING, N_("The same source with different translations"), same_source
)
SAME_TARGET: Final = ReleaseRule(
    "cons.target", Severity.NOTE, N_("The same translation for different sources"), same_target
)
