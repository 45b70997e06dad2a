"""What the panel says of the terms of a segment: one card a term, in words and plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tilshi.i18n import _, ngettext
from tilshi.terminology.concepts import Concept, Status, Term, TermType
from tilshi.terminology.glossary import Glossary, Layer
from tilshi.terminology.lookup import Entry, terms_in
from tilshi.terminology.wording import layer_name, reliability_name, scope_name, status_name

OWN: Final = frozenset({Layer.ORGANISATION, Layer.PERSONAL})
"""Layers that a card names; without one, a term ships with the program."""
KEYS: Final = 9
"""As many cards have a key, Alt+1 to Alt+9."""
_WRONG_SHOWN: Final = 3
"""Terms not to be used that a card names; the others are in its tooltip."""


class TermCard(NamedTuple):
    """What is shown of a term: the one in the source, its translation, a remark below, terms that are wrong.

    `evidence` is for the tooltip. `term` is None where the concept has no term in the language. `forms` are those that
    may be put in, the one that fits at the caret first; empty where they are not known (yet).
    """

    source: str
    translation: str
    key: str
    remark: str
    avoid: str
    evidence: str
    concept: Concept | None = None
    term: Term | None = None
    forms: tuple[str, ...] = ()


def cards(entries: Sequence[Entry], text: str, language: str, glossary: Glossary) -> tuple[TermCard, ...]:
    """The cards of a source text in `language`: a concept after the other, what is said as in the source first."""
    made: list[TermCard] = []
    for entry in entries:
        layer = glossary.layer_of(entry.concept.id)
        wanted = _ordered(entry)
        avoid = _avoided(entry)
        if not wanted:
            source = _original(entry, text)
            evidence = _evidence(entry, None, layer)
            made.append(TermCard(source, "", "", _("No term in this language yet"), avoid, evidence, entry.concept))
        for term in wanted:
            key = _("Alt+{n}").format(n=len(made) + 1) if len(made) < KEYS else ""
            made.append(
                TermCard(
                    _source(entry, term, text, language),
                    term.text,
                    key,
                    _remark(term, entry.concept, layer),
                    avoid,
                    _evidence(entry, term, layer),
                    entry.concept,
                    term,
                )
            )
            avoid = ""  # once for each concept
    return tuple(made)


def explanation(concept: Concept, term: Term, layer: Layer | None) -> str:
    """All that is known of a term in a text, in lines."""
    lines = [term.text, _remark(term, concept, layer), _reason(term), *_facts(concept, term)]
    return "\n".join(line for line in lines if line)


def _ordered(entry: Entry) -> list[Term]:
    """The terms to choose from: what is an acronym in the source is one in the translation."""
    wanted = [term for term in entry.terms if not term.status.is_forbidden]
    as_acronym = entry.hits[0].term.kind is TermType.ACRONYM
    return sorted(wanted, key=lambda term: (term.kind is TermType.ACRONYM) is not as_acronym)


def _source(entry: Entry, term: Term, text: str, language: str) -> str:
    """What the card stands for: the words of the source if they are of this kind, else the concept's own term."""
    is_acronym = term.kind is TermType.ACRONYM
    same = next((hit for hit in entry.hits if (hit.term.kind is TermType.ACRONYM) is is_acronym), None)
    if same is not None:
        return text[same.start : same.end]
    named = (each for each in terms_in(entry.concept, language) if each.status is Status.PREFERRED)
    return next((each.text for each in named if (each.kind is TermType.ACRONYM) is is_acronym), _original(entry, text))


def _original(entry: Entry, text: str) -> str:
    hit = entry.hits[0]
    return text[hit.start : hit.end]


def _remark(term: Term, concept: Concept, layer: Layer | None) -> str:
    words = status_name(term.status)
    parts = (
        words[:1].upper() + words[1:],
        _("acronym") if term.kind is TermType.ACRONYM else "",
        reliability_name(term.reliability),
        concept.subject,
        layer_name(layer) if layer in OWN else "",
    )
    return " · ".join(part for part in parts if part)


def _avoided(entry: Entry) -> str:
    wrong = [term.text for term in entry.terms if term.status.is_forbidden]
    if not wrong:
        return ""
    shown = _("Not: {terms}").format(terms=", ".join(wrong[:_WRONG_SHOWN]))
    rest = len(wrong) - _WRONG_SHOWN
    if rest <= 0:
        return shown
    more = ngettext("and {n} more", "and {n} more", rest).format(n=rest)
    return f"{shown} {more}"


def _evidence(entry: Entry, term: Term | None, layer: Layer | None) -> str:
    wrong = (other for other in entry.terms if other.status.is_forbidden)
    lines = (
        _remark(term, entry.concept, layer) if term else "",
        *_facts(entry.concept, term),
        *(_("Not “{term}”: {reason}").format(term=other.text, reason=_reason(other)) for other in wrong),
    )
    return "\n".join(line for line in lines if line)


def _facts(concept: Concept, term: Term | None) -> Iterator[str]:
    yield concept.definition
    if term is not None:
        yield from (_("Source: {source}").format(source=source) for source in term.sources)
        if term.seen:
            yield _("Seen as: {form}").format(form=term.seen)
        yield term.note
    yield concept.note


def _reason(term: Term) -> str:
    """Why a term is not to be used, and where."""
    if not term.status.is_forbidden:
        return ""
    wrong = _("wrong {where}").format(where=scope_name(term.scope))
    return f"{wrong}; {term.reason}" if term.reason else wrong
