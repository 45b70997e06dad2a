"""A release written as the document of a draft: one canonical JSON text, the same bytes for equal releases.

    {"format": "tilshi-draft", "version": 1, "release": {
     "id": …, "source_language": …, "target_languages": […], "template": …, "contacts": […],
     "blocks": [
      {"id": …, "role": …, "segments": [
       {"id": …, "source": {"text": …, "marks": […]}, "targets": {"kk": {"text": …, "state": …}}, "notes": […]}]}]}}

Keys come in this order, languages sorted, empty members left out. One segment a line, so that a file can be compared
line by line. Text is kept to the letter, in UTF-8 and without normalisation.
"""

from __future__ import annotations

import json
from typing import Any, Final

from tilshi.drafts.parsing import FORMAT, VERSION
from tilshi.release import Block, ContactCard, Localised, Mark, Note, Release, Segment, Target, Text

_encode: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode


def document_of(release: Release) -> bytes:
    """The release as the document of a draft.

    Raises:
        UnicodeEncodeError: a text holds half of a surrogate pair, which UTF-8 cannot store.
    """
    head = _encode(
        {
            "id": release.id,
            "source_language": release.source_language,
            "target_languages": list(release.target_languages),
            "template": release.template,
            "contacts": [_contact(card) for card in release.contacts],
        }
    )
    blocks = ",\n".join(_block(block) for block in release.blocks)
    opening = f'{{"format": "{FORMAT}", "version": {VERSION}, "release": {head[:-1]}, "blocks": ['
    return f"{opening}\n{blocks}]}}}}\n".encode()


def _block(block: Block) -> str:
    segments = ",\n".join(f"  {_encode(_segment(segment))}" for segment in block.segments)
    return f' {{"id": {_encode(block.id)}, "role": "{block.role}", "segments": [\n{segments}]}}'


def _segment(segment: Segment) -> dict[str, Any]:
    return {"id": segment.id, "source": _text(segment.source)} | _present(
        targets={code: _target(target) for code, target in segment.targets},
        notes=[_note(note) for note in segment.notes],
    )


def _target(target: Target) -> dict[str, Any]:
    return _text(target.text) | {"state": target.state.value}


def _text(text: Text) -> dict[str, Any]:
    if not text.marks:
        return {"text": text.string}
    return {"text": text.string, "marks": [_mark(mark) for mark in text.marks]}


def _mark(mark: Mark) -> dict[str, Any]:
    span = {"start": mark.start, "end": mark.end, "kind": mark.kind.value}
    return span | {"href": mark.href} if mark.href else span


def _note(note: Note) -> dict[str, Any]:
    written = {"id": note.id, "text": note.text}
    return written | _present(author=note.author, created=note.created, language=note.language, resolved=note.resolved)


def _contact(card: ContactCard) -> dict[str, Any]:
    return {"id": card.id, "name": _localised(card.name)} | _present(
        office=_localised(card.office),
        role=_localised(card.role),
        phones=list(card.phones),
        emails=list(card.emails),
    )


def _localised(text: Localised) -> dict[str, str]:
    return dict(text.forms)


def _present(**members: Any) -> dict[str, Any]:
    return {key: value for key, value in members.items() if value}
