"""TBX-Basic version 3 out, style DCA."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import chain
from typing import Final

from tilshi.terminology.concepts import Concept, Term, Termbase
from tilshi.terminology.tbx.dialect import is_basic
from tilshi.terminology.tbx.remarks import RAW, remarks

_HEAD: Final = """<?xml version="1.0" encoding="UTF-8"?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" style="dca" type="TBX-Basic" xml:lang="en">
  <tbxHeader>
    <fileDesc>
      <titleStmt>
        <title>{title}</title>
      </titleStmt>
      <sourceDesc>
        <p>{source}</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
"""
_TAIL: Final = "    </body>\n  </text>\n</tbx>\n"
# XML 1.0, 2.2 [2] Char: what no XML file can hold.
_UNWRITABLE: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_tbx(termbase: Termbase) -> bytes:
    """The termbase as TBX-Basic in UTF-8; `read_tbx` gives it back equal.

    Raises:
        ValueError: a text holds a character that XML cannot; the message names it and the concept.
    """
    head = _HEAD.format(title=_plain(termbase.name, ""), source=_plain(termbase.description, "") or "Tilshi")
    lines = chain.from_iterable(_concept(concept) for concept in termbase.concepts)
    return "".join([head, *(f"      {line}\n" for line in lines), _TAIL]).encode()


def _concept(concept: Concept) -> Iterator[str]:
    yield f'<conceptEntry id="{_plain(concept.id, concept.id)}">'
    yield from _typed("descrip", "subjectField", concept.subject, concept.id)
    for definition in _typed("descrip", "definition", concept.definition, concept.id):
        # In a group, because the published Schematron misspells the level at which it may stand alone.
        yield f"  <descripGrp>{definition.strip()}</descripGrp>"
    yield from (f"  {line}" for line in _more(concept.more, "conceptEntry"))
    yield from (f"  <note>{_plain(note, concept.id)}</note>" for note in concept.note.split("\n") if note)
    extra = dict(concept.more_in)
    for language in dict.fromkeys(term.language for term in concept.terms):
        yield f'  <langSec xml:lang="{_plain(language, concept.id)}">'
        yield from (f"    {line}" for line in _more(extra.get(language, ()), "langSec"))
        for term in concept.in_language(language):
            yield from (f"    {line}" for line in _term(term, concept.id))
        yield "  </langSec>"
    yield "</conceptEntry>"


def _term(term: Term, concept: str) -> Iterator[str]:
    more = tuple(_more(term.more, "termSec"))
    yield "<termSec>"
    yield f"  <term>{_plain(term.text, concept)}</term>"
    yield from _typed("termNote", "partOfSpeech", term.part_of_speech, concept)
    yield from _typed("termNote", "administrativeStatus", f"{term.status}Term-admn-sts", concept)
    yield from _typed("termNote", "termType", term.kind, concept)
    yield from (f"  {each}" for each in more if each.startswith("<termNote"))
    yield from _typed("admin", "source", "; ".join(term.sources), concept)
    yield from (f"  {each}" for each in more if not each.startswith("<termNote"))
    yield from (f"  <note>{_plain(note, concept)}</note>" for note in remarks(term))
    yield "</termSec>"


def _typed(element: str, kind: str, text: str, concept: str) -> Iterator[str]:
    if text:
        yield f'  <{element} type="{kind}">{_plain(text, concept)}</{element}>'


def _more(fragments: Iterable[str], level: str) -> Iterator[str]:
    for fragment in fragments:
        yield fragment if is_basic(fragment, level) else f"<note>{escape(RAW + fragment, quote=False)}</note>"


def _plain(text: str, concept: str) -> str:
    if found := _UNWRITABLE.search(text):
        raise ValueError(f"concept {concept}: XML cannot hold the character U+{ord(found[0]):04X}")
    # A bare carriage return would come back as a line feed (XML 1.0, 2.11).
    return escape(text).replace("\r", "&#13;")
