"""The rule that every term of the source has its counterpart, and where in the translation it should be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tilshi.checking.findings import Fix, Severity, Side, Spot, message
from tilshi.checking.passages import MASK, Passage
from tilshi.checking.rivals import stands_for
from tilshi.checking.rules import PairRule
from tilshi.checking.strangers import (
    best_term,
    is_related,
    kinds_of_people,
    spoken_of,
    strangers,
    wanted_terms,
)
from tilshi.checking.uses import replacing, surface, uses
from tilshi.checking.wording import (
    content_words,
    has_akin,
    head_word,
    is_akin,
    plain,
    said_words,
    says_loosely,
    telling_words,
    words,
)
from tilshi.i18n import N_
from tilshi.language.names import script
from tilshi.language.sentences import split
from tilshi.language.tags import primary
from tilshi.terminology.concepts import Concept, Term, TermType
from tilshi.terminology.lookup import TermHit

_REFERRING: Final = {
    "en": "it its they their them committee society organization organisation",
    "fr": "il elle ils elles leur leurs son sa ses comité société organisation institution",
    "kk": "ол оны оның оған олар оларды олардың оларға комитет қоғам ұйым",
    "ru": "он она оно они его ее ее их им ему ей комитет общество организация",
}
"""Words that may stand for the name of an organisation."""
_POINTING: Final = words(
    "the these this those its our эти этот эта данные наши бұл осы аталған бұлар біздің ces cette cet"
)
"""Words before a general one that make no name of it, though they have a capital at the beginning."""
_SHORTEST_HEAD: Final = 4
"""Code points; the beginnings of shorter words are those of many others."""
_GENITIVE: Final = re.compile(r"[ндт][ыі]ң\s+$")
_WORD: Final = re.compile(r"[^\W_]+")


def missing_term(source: Passage, target: Passage) -> Iterator[Spot]:
    """A term of the source without its counterpart.

    An acronym counts for its full form and the reverse; the same term once for several uses is no mistake, nor is a
    pronoun for an organisation. Where a term that the source does not speak of stands instead, that is the place.
    """
    if target.glossary is None or not target.text.string.strip() or target.text == source.text:
        return
    unexplained = strangers(source, target)
    for hits in spoken_of(source).values():
        if (spot := _missing(source, target, hits, unexplained)) is not None:
            yield spot
    if unexplained:
        yield from _mistaken_people(source, target, unexplained)


def _missing(source: Passage, target: Passage, hits: tuple[TermHit, ...], unexplained: list[TermHit]) -> Spot | None:
    """What is wrong with the counterpart of one concept; a stranger that explains it is taken out of the list."""
    concept = hits[0].concept
    used = _free_uses(source, target, concept)
    if used >= len(hits) or _is_forbidden_instead(target, concept):
        return None
    terms = wanted_terms(concept, target.language)
    if not terms:
        return None
    term = best_term(concept, target.language, acronym=hits[0].term.kind is TermType.ACRONYM) or terms[0]
    wanted = (term, (hits[0].start, hits[0].end))
    is_said = used > 0 or _is_said_loosely(source, target, terms) or _has_cognates(source, target, hits[0])
    certain = _is_certain(hits[0]) and not is_said
    if candidates := _in_place_of(target, (concept, terms), unexplained, certain=certain):
        stranger = _nearest(candidates, target, _place(hits[0].start, source))
        unexplained.remove(stranger)
        return _mistaken(source, target, stranger, wanted)
    if not certain or _is_referred_to(target, terms) or stands_for(source, target, concept):
        return None
    return _lacking(source, target, *wanted)


def _free_uses(source: Passage, target: Passage, concept: Concept) -> int:
    """How often a translation has a concept, not counting parts of longer terms that the source speaks of."""
    found = uses(target).wanted.get(concept.id, ())
    if not found:
        return 0
    known = uses(source).wanted
    longer = [hit for hit in uses(target).outer if hit.concept.id in known and hit.concept.id != concept.id]
    return sum(not any(other.start <= hit.start and hit.end <= other.end for other in longer) for hit in found)


def _is_said_loosely(source: Passage, target: Passage, terms: tuple[Term, ...]) -> bool:
    """Whether a translation has the words of one of these terms, beside those of other terms the source speaks of."""
    said = said_words(target)
    if not any(says_loosely(said, term) for term in terms):
        return False
    known = uses(source).wanted
    text = target.prose
    for hit in uses(target).outer:
        if hit.concept.id in known:
            text = f"{text[: hit.start]}{MASK * (hit.end - hit.start)}{text[hit.end :]}"
    free = words(text)
    return any(says_loosely(said, term, free) for term in terms)


def _is_certain(hit: TermHit) -> bool:
    """Whether a term of the source can mean nothing else: several words, or an acronym; "release" may mean much."""
    return hit.term.kind is TermType.ACRONYM or len(words(hit.term.text)) > 1 or hit.term.text[:1].isupper()


def _in_place_of(
    target: Passage, wanted: tuple[Concept, tuple[Term, ...]], unexplained: list[TermHit], *, certain: bool
) -> list[TermHit]:
    """Terms that may stand in the place of another: related ones, of its own subject, for a certain one any."""
    concept, terms = wanted
    related = [hit for hit in unexplained if is_related(hit, terms, target.language)]
    if related:
        return related
    alike = [hit for hit in unexplained if hit.concept.subject == concept.subject != ""]
    return alike or (unexplained if certain and not _phrase_instead(target, terms[0]) else [])


def _has_cognates(source: Passage, target: Passage, hit: TermHit) -> bool:
    """Whether a translation has words like those of the source: «personnes assistées» for "people assisted"."""
    if script(source.language) != script(target.language):
        return False
    content = sorted(content_words(surface(source, hit), primary(source.language)), key=len)
    said = [word for word in content if has_akin(said_words(target), word)]
    if sum(word[0].istitle() for word in _WORD.finditer(surface(source, hit))) > 1:
        return len(said) == len(content)  # of Geneva Conventions, Hague Conventions have half
    return bool(said) and said[-1] == content[-1] and len(said) * 2 >= len(content)


def _nearest(hits: list[TermHit], target: Passage, place: float) -> TermHit:
    return min(hits, key=lambda hit: abs(_place(hit.start, target) - place))


def _is_forbidden_instead(target: Passage, concept: Concept) -> bool:
    return any(hit.concept.id == concept.id and hit.term.status.is_forbidden for hit in uses(target).all_hits)


def _is_referred_to(target: Passage, terms: tuple[Term, ...]) -> bool:
    """Whether a pronoun or a general word may stand for a name."""
    if not terms[0].text[:1].isupper():
        return False
    referring = _REFERRING.get(primary(target.language), "").split()
    said = words(target.prose)
    return any(word in said for word in referring) or _has_bare(
        target, head_word(terms[0].text, primary(target.language))
    )


def _has_bare(target: Passage, head: str) -> bool:
    """Whether a general word stands alone, and not in another name: «эти конвенции», but not «Гаагские конвенции»."""
    found = list(_WORD.finditer(target.prose))
    step = 2 if primary(target.language) == "fr" else -1
    for at, word in enumerate(found):
        if not is_akin(head, plain(word[0])):
            continue
        if not 0 <= at + step < len(found):
            return True
        beside = found[at + step]
        # A term around it is that term, and behind one of several words it goes with that: «Қызыл Ай қоғамы».
        if not _is_proper(beside[0]) or any(
            hit.start <= word.start() < hit.end or (" " in hit.term.text and hit.start <= beside.start() < hit.end)
            for hit in uses(target).all_hits
        ):
            return True
    return False


def _is_proper(word: str) -> bool:
    return len(word) > 1 and word.istitle() and word.lower() not in _POINTING


def _mistaken_people(source: Passage, target: Passage, unexplained: list[TermHit]) -> Iterator[Spot]:
    """«босқын туыстары», "refugee relatives", for "missing relatives"."""
    for concept, start, end in kinds_of_people(source):
        terms = wanted_terms(concept, target.language)
        rendered = concept.id in uses(target).wanted or _is_said_loosely(source, target, terms)
        if terms and not rendered and unexplained:
            stranger = _nearest(unexplained, target, _place(start, source))
            unexplained.remove(stranger)
            attribute = replace(terms[0], text=_attribute(terms[0].text, primary(target.language)))
            yield _mistaken(source, target, stranger, (attribute, (start, end)))


def _attribute(term: str, language: str) -> str:
    """A term without the word for a person: «хабар-ошарсыз кеткен»."""
    if language in ("kk", "en"):
        return term.rpartition(" ")[0] or term
    return term.partition(" ")[2] or term


def _mistaken(source: Passage, target: Passage, stranger: TermHit, wanted: tuple[Term, tuple[int, int]]) -> Spot:
    term, (start, end) = wanted
    said = message(
        N_("The source says “{source}”, in this language “{term}”; “{found}” means something else."),
        source=source.text.string[start:end],
        term=term.text,
        found=surface(target, stranger),
    )
    fixes = replacing(target, stranger.start, stranger.end, term)
    return Spot(stranger.start, stranger.end, said, fixes, side=Side.TARGET, evidence=(start, end))


def _lacking(source: Passage, target: Passage, term: Term, evidence: tuple[int, int]) -> Spot:
    written = source.text.string[slice(*evidence)]
    said = message(
        N_("The source says “{source}”; “{term}” is not in the translation."), source=written, term=term.text
    )
    if left := re.search(re.escape(written), target.prose, re.IGNORECASE):
        fixes = replacing(target, *left.span(), term)
        return Spot(*left.span(), said, fixes, side=Side.TARGET, evidence=evidence)
    if (phrase := _phrase_instead(target, term)) is not None:
        return Spot(*phrase, said, _phrase_fix(target, phrase, term), side=Side.TARGET, evidence=evidence)
    return Spot(*_sentence(source, target, evidence[0]), said, side=Side.TARGET, evidence=evidence)


def _phrase_instead(target: Passage, term: Term) -> tuple[int, int] | None:
    """Where the head of the term stands with another word than its own before it (after it in French)."""
    language = primary(target.language)
    if not telling_words(term.text, language) or len(words(term.text)) < 2:
        return None
    head = head_word(term.text, language)
    found = list(_WORD.finditer(target.prose))
    for at, word in enumerate(found):
        if len(head) < _SHORTEST_HEAD or not is_akin(head, plain(word[0])):
            continue
        beside = at + 1 if language == "fr" else at - 1
        if 0 <= beside < len(found):
            first, last = sorted((at, beside))
            if target.prose[found[first].end() : found[last].start()].isspace():
                return found[first].start(), found[last].end()
    return None


def _phrase_fix(target: Passage, phrase: tuple[int, int], term: Term) -> tuple[Fix, ...]:
    if primary(target.language) == "kk" and (form := _unpossessed(target, phrase, term)):
        return (Fix(*phrase, form),)
    return replacing(target, *phrase, term)


def _unpossessed(target: Passage, phrase: tuple[int, int], term: Term) -> str:
    """The term without the possessive that a noun before the head asked for: «ізгілік көмегі», «гуманитарлық көмек»."""
    # The grammar is loaded with the first text in its language.
    from tilshi.language.kazakh import analyse
    from tilshi.language.kazakh.features import Possessor
    from tilshi.terminology.forms.kazakh import cited_features, form_of
    from tilshi.terminology.lexemes import lexeme

    start, end = phrase
    if _GENITIVE.search(target.prose[:start]):
        return ""
    readings = analyse(term.text.rpartition(" ")[2], target.prose[start:end].rpartition(" ")[2])
    wanted = lexeme(term)
    if not readings or cited_features(wanted).possessor is not Possessor.NONE or readings[0].inner:
        return ""
    form = form_of(wanted, replace(readings[0], possessor=Possessor.NONE))
    return form[:1].upper() + form[1:] if target.prose[start].isupper() else form


def _sentence(source: Passage, target: Passage, at: int) -> tuple[int, int]:
    """The sentence that answers to the one of the source at `at`; the whole text where there is none."""
    ours = split(source.text.string, source.language)
    theirs = split(target.text.string, target.language)
    if len(ours) == len(theirs):
        return next(their for our, their in zip(ours, theirs, strict=True) if at < our[1])
    return 0, len(target.text)


def _place(at: int, read: Passage) -> float:
    return at / max(1, len(read.text))


MISSING_TERM: Final = PairRule(
    "term.missing", Severity.WARNING, N_("A term of the source without its counterpart"), missing_term
)
