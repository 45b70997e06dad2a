"""`tilshi terms validate`: what is wrong with a glossary, without taking it in."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from tilshi.cli.console import Console
from tilshi.cli.terms.glossaries import read
from tilshi.i18n import _, ngettext
from tilshi.terminology.concepts import Concept, Termbase
from tilshi.terminology.folding import spelling
from tilshi.terminology.importing import contradictions
from tilshi.terminology.wording import disagreement_message


def run(arguments: Namespace, console: Console) -> int:
    """Says each finding; 1 where there is one, what the reader warned of included."""
    found = read(arguments, console)
    findings = list(_findings(found.termbase))
    for finding in findings:
        console.say(f"{arguments.file}: {finding}")
    number = len(findings) + len(found.warnings)
    console.say(_summary(arguments.file, found.termbase))
    console.say(ngettext("{number} finding", "{number} findings", number).format(number=number))
    return int(number > 0)


def _findings(termbase: Termbase) -> Iterator[str]:
    for concept in termbase.concepts:
        yield from _within(concept)
    yield from (disagreement_message(clash) for clash in contradictions(termbase))


def _within(concept: Concept) -> Iterator[str]:
    """What a concept says twice, or both wants and forbids."""
    met: dict[tuple[str, str], set[bool]] = {}
    for term in concept.terms:
        form = (term.language, spelling(term.text))
        values = {"id": concept.id, "term": term.text, "language": term.language}
        if form not in met:
            met[form] = {term.status.is_forbidden}
        elif term.status.is_forbidden in met[form]:
            yield _("{id}: “{term}” [{language}] stands there twice.").format(**values)
        else:
            met[form].add(term.status.is_forbidden)
            yield _("{id}: “{term}” [{language}] is both wanted and forbidden.").format(**values)


def _summary(file: str, termbase: Termbase) -> str:
    languages = sorted({term.language for _concept, term in termbase.terms()})
    text = ngettext(
        "{file}: {number} concept in {languages}", "{file}: {number} concepts in {languages}", len(termbase.concepts)
    )
    return text.format(file=file, number=len(termbase.concepts), languages=", ".join(languages))
