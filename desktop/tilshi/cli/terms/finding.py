"""`tilshi terms find`: which terms stand in a text, in which form, and whether they should."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tilshi.cli.console import Console
from tilshi.cli.inputs import STANDARD_INPUT, languages_of, opened, text_language
from tilshi.cli.terms.glossaries import loaded, spoken
from tilshi.i18n import _
from tilshi.language.kazakh.features import Features
from tilshi.terminology.concepts import Status
from tilshi.terminology.glossary import Glossary
from tilshi.terminology.lookup import TermHit, terms_in
from tilshi.terminology.wording import form_name, reliability_name, scope_name, status_name


@dataclass(frozen=True, slots=True)
class _Passage:
    """A text to look through; `segment` is empty for a text given on the command line."""

    segment: str
    language: str
    text: str


def run(arguments: Namespace, console: Console) -> int:
    """Says each use of a term."""
    glossary = loaded(console)
    found = [
        (passage, hit)
        for passage in _passages(arguments, console)
        for hit in glossary.find(passage.text, passage.language, nested=arguments.nested)
    ]
    if arguments.json:
        console.say_json({"terms": [_as_json(passage, hit, glossary) for passage, hit in found]})
        return 0
    for passage, hit in found:
        console.say(_line(passage, hit, arguments.text if passage.segment else ""))
    return 0


def _passages(arguments: Namespace, console: Console) -> Iterator[_Passage]:
    name, language = arguments.text, arguments.language
    if name != STANDARD_INPUT and not _is_file(name):
        yield _Passage("", spoken(name, language), name)
        return
    given = [language] if language else []
    release = opened(name, console, text_language(name, given)).release
    for code in languages_of(release, name, given or release.languages):
        for block in release.blocks:
            for segment in block.segments:
                yield _Passage(segment.id, code, release.text(segment.id, code).string)


def _is_file(name: str) -> bool:
    """Whether there is a file of the name; a long text is no name at all."""
    try:
        return Path(name).exists() or Path(name).suffix.lower() in {".tilshi", ".xlf", ".xliff"}
    except (OSError, ValueError):
        return False


def _line(passage: _Passage, hit: TermHit, file: str) -> str:
    place = f"{file}: {passage.segment} [{passage.language}] " if file else ""
    use = passage.text[hit.start : hit.end]
    parts = [f"{place}{hit.start}–{hit.end}: {use} → {hit.term.text} ({hit.concept.id})"]
    if hit.readings:
        parts.append(form_name(hit.readings[0]))
    return " ".join("; ".join([*parts, *_judgement(hit, passage.language)]).split())


def _judgement(hit: TermHit, language: str) -> Iterator[str]:
    """Whether the term should stand there, why not, and what should."""
    term = hit.term
    if not term.status.is_forbidden:
        yield status_name(term.status)
        if reliability := reliability_name(term.reliability):
            yield reliability
        if term.validity:
            yield term.validity
        return
    yield f"{status_name(term.status)} ({scope_name(term.scope)})"
    if term.reason:
        yield term.reason
    if better := _better(hit, language):
        yield _("use: {terms}").format(terms=", ".join(better))


def _better(hit: TermHit, language: str) -> list[str]:
    return [term.text for term in terms_in(hit.concept, language) if term.status is Status.PREFERRED]


def _as_json(passage: _Passage, hit: TermHit, glossary: Glossary) -> dict[str, Any]:
    """A use for programs; offsets are code points, forms are the tags of Apertium."""
    term = hit.term
    layer = glossary.layer_of(hit.concept.id)
    return {
        "segment": passage.segment,
        "language": passage.language,
        "start": hit.start,
        "end": hit.end,
        "text": passage.text[hit.start : hit.end],
        "term": term.text,
        "concept": hit.concept.id,
        "layer": str(layer) if layer else "",
        "status": str(term.status),
        "scope": str(term.scope) if term.status.is_forbidden else "",
        "reason": term.reason,
        "reliability": str(term.reliability),
        "valid": term.validity,
        "preferred": _better(hit, passage.language),
        "forms": [_form(features) for features in hit.readings],
    }


def _form(features: Features) -> dict[str, str]:
    noun = features.of_lemma
    return {
        "number": str(noun.number),
        "possessor": str(noun.possessor),
        "case": str(noun.case),
        "tags": features.apertium,
    }
