"""A release written as the document of a draft: one canonical JSON text, the same bytes for equal releases.

    {"format": "tilshi-draft", "version": 2, "release": {
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

from tilshi.drafts import marginalia
from tilshi.drafts.parsing import FORMAT, VERSION
from tilshi.release import Approval, Block, ContactCard, Localised, Mark, Note, Release, Segment, Target, Text

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
        | _present(
            pictures=[marginalia.written_picture(picture) for picture in release.pictures],
            waivers=[marginalia.written(waiver) for waiver in release.waivers],
            overrides=[marginalia.written(override) for override in release.overrides],
            publications=[marginalia.written(publication) for publication in release.publications],
            switched_off=list(release.switched_off),
            bookmarks=list(release.bookmarks),
        )
    )
    blocks = ",\n".join(_block(block) for block in release.blocks)
    opening = f'{{"format": "{FORMAT}", "version": {VERSION}, "release": {head[:-1]}, "blocks": ['
    return f"{opening}\n{blocks}]}}}}\n".encode()


def _block(block: Block) -> str:
    segments = ",\n".join(map(_segment, block.segments))
    shown = f', "picture": {_encode(block.picture)}' if block.picture else ""
    return f' {{"id": {_encode(block.id)}, "role": "{block.role}"{shown}, "segments": [\n{segments}]}}'


def _segment(segment: Segment) -> str:
    # By hand, because an encoder made anew for each segment takes three times as long.
    targets = ", ".join(f"{_encode(code)}: {{{_target(target)}}}" for code, target in segment.targets)
    written = f'{{"id": {_encode(segment.id)}, "source": {{{_text(segment.source)}}}'
    if targets:
        written += f', "targets": {{{targets}}}'
    if segment.notes:
        written += f', "notes": {_encode([_note(note) for note in segment.notes])}'
    return f"  {written}}}"


def _target(target: Target) -> str:
    written = f'{_text(target.text)}, "state": "{target.state}"'
    if target.basis:
        written += f', "basis": {_encode(target.basis)}'
    if target.approvals:
        written += f', "approvals": [{", ".join(map(_approval, target.approvals))}]'
    if target.basis_text:
        written += f', "basis_text": {{{_text(target.basis_text)}}}'
    if target.accepted:
        written += f', "accepted": {{{_text(target.accepted)}}}'
    return written


def _approval(approval: Approval) -> str:
    head = {name: str(getattr(approval, name)) for name in ("state", "capacity", "by", "at", "digest")}
    return f"{_encode(head)[:-1]}, {_text(approval.text)}}}"


def _text(text: Text) -> str:
    written = f'"text": {_encode(text.string)}'
    if text.marks:
        written += f', "marks": {_encode([_mark(mark) for mark in text.marks])}'
    return written


def _mark(mark: Mark) -> dict[str, Any]:
    span = {"start": mark.start, "end": mark.end, "kind": mark.kind.value}
    return span | {"href": mark.href} if mark.href else span


def _note(note: Note) -> dict[str, Any]:
    written: dict[str, Any] = {"id": note.id, "text": note.text}
    about = {"start": note.start, "end": note.end} if note.end else {}
    known = _present(
        author=note.author,
        created=note.created,
        language=note.language,
        resolved=note.resolved,
        reply_to=note.reply_to,
    )
    return written | known | about


def _contact(card: ContactCard) -> dict[str, Any]:
    return {"id": card.id, "name": _localised(card.name)} | _present(
        office=_localised(card.office),
        role=_localised(card.role),
        phones=list(card.phones),
        emails=list(card.emails),
        hours=_localised(card.hours),
        time_zone=card.time_zone,
    )


def _localised(text: Localised) -> dict[str, str]:
    return dict(text.forms)


def _present(**members: Any) -> dict[str, Any]:
    return {key: value for key, value in members.items() if value}
