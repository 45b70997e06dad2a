"""A glossary as rows to be looked through; made off the GUI thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from tilshi.terminology.concepts import Status
from tilshi.terminology.folding import key
from tilshi.terminology.lookup import terms_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tilshi.terminology.concepts import Concept
    from tilshi.terminology.glossary import Glossary, Layer


class Row(NamedTuple):
    """A concept in two languages; `found_by` is what a filter looks in, all its terms folded."""

    concept: Concept
    layer: Layer
    source: str
    target: str
    status: Status | None
    found_by: str


def rows_of(glossary: Glossary, languages: tuple[str, str]) -> tuple[Row, ...]:
    """Every concept, ordered by its term in the first language; those without one come last."""
    found: list[Row] = []
    for concept in glossary.concepts():
        layer = glossary.layer_of(concept.id)
        assert layer is not None, "a concept of the glossary is in one of its layers"
        found.append(row_of(concept, layer, languages))
    return tuple(sorted(found, key=_order))


def row_of(concept: Concept, layer: Layer, languages: tuple[str, str]) -> Row:
    """One concept as a row."""
    source, target = (_named(concept, language) for language in languages)
    status = next((term.status for term in terms_in(concept, languages[1]) if not term.status.is_forbidden), None)
    texts = dict.fromkeys((*(term.text for term in concept.terms), concept.subject, concept.id))
    return Row(concept, layer, source, target, status, key("\n".join(texts)))


def narrowed(rows: Sequence[Row], words: str, layer: Layer | None = None) -> list[int]:
    """Which rows have all of the words, in any of their terms, and are of the layer."""
    wanted = key(words).split()
    found: Iterable[int] = range(len(rows))
    if layer is not None:
        found = [at for at in found if rows[at].layer is layer]
    for word in wanted:
        found = [at for at in found if word in rows[at].found_by]
    return list(found)


def _named(concept: Concept, language: str) -> str:
    return ", ".join(dict.fromkeys(_wanted(concept, language)))


def _wanted(concept: Concept, language: str) -> Iterator[str]:
    return (term.text for term in terms_in(concept, language) if not term.status.is_forbidden)


def _order(row: Row) -> tuple[bool, str]:
    return (not row.source, row.source.casefold())
