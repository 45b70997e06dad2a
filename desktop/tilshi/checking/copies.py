"""A rule over what was left in the language of the source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import Final

from tilshi.checking.findings import Severity, Side, Spot, message
from tilshi.checking.passages import Passage
from tilshi.checking.patterns import Pattern, words
from tilshi.checking.rules import PairRule
from tilshi.checking.sentences import sentences
from tilshi.i18n import N_
from tilshi.language.names import script
from tilshi.language.tags import primary
from tilshi.release import Role


def copied(source: Passage, target: Passage) -> Iterator[Spot]:
    """Text of the source that stands untranslated in the translation.

    The whole, a sentence, a table cell, or several words in a row. Names, acronyms, brands and addresses may be the
    same in all languages; so may what stands in brackets or quotation marks as somebody's title.
    """
    if primary(source.language) == primary(target.language) or target.role in _SAME_IN_ALL:
        return
    if not _may_hold_copies(source, target):
        return
    reader = _Reader(source, target)
    wholes = [piece for piece in _pieces(target) if reader.is_whole(*piece)]
    for start, end in wholes:
        yield _spot(target, start, end)
    starts = [start for start, _end in wholes]
    for start, end in reader.runs():
        before = bisect_right(starts, start) - 1
        if before < 0 or start >= wholes[before][1]:
            yield _spot(target, start, end)


def _may_hold_copies(source: Passage, target: Passage) -> bool:
    """Whether it is worth while to read word by word: foreign letters, or two words in a row that both texts have."""
    if script(source.language) != script(target.language):
        foreign = _LATIN_WORD if script(target.language) == "Cyrl" else _CYRILLIC_WORD
        return foreign.search(target.prose) is not None
    ours, theirs = source.prose.casefold().split(), target.prose.casefold().split()
    return not {*pairwise(ours)}.isdisjoint(pairwise(theirs)) or source.is_table


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str

    @property
    def is_plain(self) -> bool:
        """A word in small letters, long enough to be one of the language: no name, no acronym, no unit."""
        return self.text.islower() and len(self.text) > 3


class _Reader:
    """Both texts word by word."""

    def __init__(self, source: Passage, target: Passage) -> None:
        self._target = target
        self._other_script = script(source.language) != script(target.language)
        self._said = source.parsed(_words)
        self._written = target.parsed(_words)
        self._function_words = _FUNCTION_WORDS.get(primary(source.language), frozenset()) - _FUNCTION_WORDS.get(
            primary(target.language), frozenset()
        )
        self._wholes = {self._key(source, start, end) for start, end in _pieces(source)}

    def is_whole(self, start: int, end: int) -> bool:
        """Whether a sentence or cell of the translation is one of the source's, and not a name."""
        found = _between(self._written, start, end)
        if not found or self._key(self._target, start, end) not in self._wholes:
            return False
        if self._other_script:
            return any(word.is_plain or word.text.lower() in self._function_words for word in found) or (
                len(found) > 1
                and all(word.text[1:].islower() and word.text not in _BRANDS for word in found)
                and self._target.role not in _NAMES
            )
        return self._is_evident(found) or (len(found) > 1 and any(word.is_plain for word in found))

    def runs(self) -> Iterator[tuple[int, int]]:
        """Several words in a row that stand in the source in the same order."""
        following: dict[str, set[str]] = {}
        for one, other in pairwise(self._said):
            following.setdefault(one.text, set()).add(other.text)
        run: list[_Word] = []
        for word in (*self._written, _END):
            goes_on = run and word.text in following.get(run[-1].text, ()) and self._are_neighbours(run[-1], word)
            if goes_on:
                run.append(word)
                continue
            if len(run) > 1 and self._is_left_over(run):
                yield run[0].start, run[-1].end
            run = [word]

    def _are_neighbours(self, one: _Word, other: _Word) -> bool:
        return _GAP.fullmatch(self._target.prose, one.end, other.start) is not None

    def _is_left_over(self, run: Sequence[_Word]) -> bool:
        if self._is_title(run[0].start, run[-1].end):
            return False
        if self._other_script:
            return all(self._is_foreign(word) for word in run) and any(word.is_plain for word in run)
        plain = [word for word in run if word.is_plain and word.text not in _LATIN_PHRASES]
        return (len(run) > 2 and self._is_evident(run)) or len(plain) > 1

    def _is_evident(self, words: Sequence[_Word]) -> bool:
        return any(word.text.lower() in self._function_words for word in words)

    def _is_title(self, start: int, end: int) -> bool:
        """Whether it stands in brackets or quotation marks of its own."""
        before = self._target.prose[:start].rstrip()[-1:]
        after = self._target.prose[end:].lstrip()[:1]
        return before in _OPENING and after in _CLOSING and bool(before and after)

    def _is_foreign(self, word: _Word) -> bool:
        return (_LATIN.match(word.text) is not None) == (script(self._target.language) == "Cyrl")

    def _key(self, read: Passage, start: int, end: int) -> tuple[str, ...]:
        return tuple(word.text.lower() for word in _between(read.parsed(_words), start, end))


def _words(read: Passage) -> tuple[_Word, ...]:
    return tuple(_Word(match.start(), match.end(), match[0]) for match in _WORD.finditer(read.prose))


def _between(words: Sequence[_Word], start: int, end: int) -> Sequence[_Word]:
    first = bisect_left(words, start, key=attrgetter("start"))
    return words[first : bisect_left(words, end, lo=first, key=attrgetter("start"))]


def _pieces(read: Passage) -> tuple[tuple[int, int], ...]:
    return read.parsed(_split)


def _split(read: Passage) -> tuple[tuple[int, int], ...]:
    """Cells of a table row, else sentences."""
    if read.is_table:
        return tuple((match.start(), match.end()) for match in _CELL.finditer(read.prose) if match[0].strip())
    return sentences(read)


def _spot(target: Passage, start: int, end: int) -> Spot:
    part = target.prose[start:end]
    first = start + len(part) - len(part.lstrip(_EDGES))
    said = message(N_("This is not translated: it stands in the source as it is."))
    return Spot(first, max(first, start + len(part.rstrip())), said, side=Side.TARGET)


_END: Final = _Word(0, 0, "")
_EDGES: Final = " \u00a0–—"
_WORD: Final = Pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CELL: Final = Pattern(r"[^|]+")
_GAP: Final = Pattern("[ \u00a0\u202f,;:–—()]{1,4}")
_LATIN: Final = Pattern("[A-Za-z\u00c0-\u024f]")
_LATIN_WORD: Final = Pattern("[A-Za-z\u00c0-\u024f][a-z\u00e0-\u024f]")
_CYRILLIC_WORD: Final = Pattern("[\u0400-\u052f][\u0430-\u052f]")
_OPENING: Final = '(«“„"‘['
_CLOSING: Final = ')»”“"’]'
_NAMES: Final = frozenset({Role.CONTACT_NAME, Role.SIGNATORY, Role.LOGO_LINE, Role.SOCIAL_LINKS})
_SAME_IN_ALL: Final = frozenset({Role.LOGO_LINE})
_BRANDS: Final = words(
    "X Facebook Instagram Twitter TikTok YouTube Youtube LinkedIn Telegram WhatsApp Flickr Threads Bluesky VK Zoom"
)
_LATIN_PHRASES: Final = words("facto jure situ versa force majeure prima facie hors combat bona fide")
_FUNCTION_WORDS: Final = {
    "en": words(
        "the of and to in is are was were with for by at from this that has have not be been will their its they it we "
        "our who which or as an his her he she more than said all"
    ),
    "fr": words(
        "le la les des du de et en un une est sont dans pour par sur avec au aux ce cette ces qui que ne pas il elle "
        "nous leur leurs ses son plus ont été"
    ),
    "ru": words(
        "и в на с по для не что из к от за при это как его их он она они мы был были также после о об или но во со до"
    ),
    "kk": words(
        "және мен бен пен үшін бойынша туралы бұл осы оның олар деп бар жоқ да де та те арқылы кейін дейін болып ол"
    ),
}

COPIED: Final = PairRule(
    "seg.same",
    Severity.WARNING,
    N_("Text of the source that stands untranslated in the translation"),
    copied,
)
