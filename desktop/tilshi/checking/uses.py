"""Which terms of the glossary a text uses, as the rules about terms and names want to know it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from tilshi.checking.findings import Fix
from tilshi.checking.passages import Passage
from tilshi.checking.wording import LONGEST_PROSE
from tilshi.terminology.concepts import Term
from tilshi.terminology.insertion import fitting_forms
from tilshi.terminology.lookup import TermHit, longest


@dataclass(frozen=True, slots=True)
class Uses:
    """The uses of terms in a text: `all_hits` with those within others, `outer` without them.

    Where two terms of one concept fit the same span, such as a name and the same name with forbidden capitals, only the
    one that is written most like the text counts.
    """

    all_hits: tuple[TermHit, ...] = ()
    outer: tuple[TermHit, ...] = ()
    wanted: Mapping[str, tuple[TermHit, ...]] = field(default_factory=dict)
    """The uses of terms that are not forbidden, by the id of their concept, those within others too."""


_NOTHING = Uses()


def uses(read: Passage) -> Uses:
    """The uses in a text; worked out once, however many rules ask."""
    return _NOTHING if read.glossary is None or len(read.prose) > LONGEST_PROSE else read.parsed(_uses)


def surface(read: Passage, hit: TermHit) -> str:
    """The words of the text that a hit is about."""
    return read.text.string[hit.start : hit.end]


def replacing(read: Passage, start: int, end: int, term: Term) -> tuple[Fix, ...]:
    """Putting a term into the place of what stands there, in the same form; nothing where it stands there already."""
    if read.glossary is None:
        return ()
    text = read.text.string
    form = fitting_forms(term, read.language, text[:start], text[start:end], text[end:], read.glossary).best
    if text[start].islower() and term.text[:1].islower():
        form = form[:1].lower() + form[1:]
    return () if form == text[start:end] else (Fix(start, end, form),)


def _uses(read: Passage) -> Uses:
    if read.glossary is None:
        return _NOTHING
    found = _likest(read, read.glossary.find(read.prose, read.language, nested=True))
    wanted: dict[str, list[TermHit]] = defaultdict(list)
    for hit in found:
        if not hit.term.status.is_forbidden:
            wanted[hit.concept.id].append(hit)
    return Uses(found, longest(found), {name: tuple(hits) for name, hits in wanted.items()})


def _likest(read: Passage, found: tuple[TermHit, ...]) -> tuple[TermHit, ...]:
    """Of hits with the same span and concept the one written most like the text; in doubt a wanted one."""
    alike: dict[tuple[int, int, str], list[TermHit]] = defaultdict(list)
    for hit in found:
        alike[hit.start, hit.end, hit.concept.id].append(hit)
    if len(alike) == len(found):
        return found
    return tuple(max(hits, key=partial(_likeness, read)) if len(hits) > 1 else hits[0] for hits in alike.values())


def _likeness(read: Passage, hit: TermHit) -> tuple[int, bool]:
    same = sum(one == other for one, other in zip(surface(read, hit), hit.term.text, strict=False))
    return same, not hit.term.status.is_forbidden
