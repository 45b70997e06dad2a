"""`tilshi show`: the parts of a release with role, state and texts."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from tilshi.cli.console import Console
from tilshi.cli.inputs import languages_of, opened, text_language
from tilshi.i18n import _
from tilshi.release import Block, Release, Segment, State


def run(arguments: Namespace, console: Console) -> int:
    """Shows the release, for people or as JSON."""
    release = opened(arguments.file, console, text_language(arguments.file, arguments.language)).release
    languages = languages_of(release, arguments.file, arguments.language or release.languages)
    if arguments.json:
        console.say_json(_as_json(release, languages))
    else:
        _show(release, languages, console)
    return 0


def _as_json(release: Release, languages: tuple[str, ...]) -> dict[str, Any]:
    """The release for programs; a part has the texts of its segments, joined, and the state of the least finished."""
    return {
        "id": release.id,
        "template": release.template,
        "source_language": release.source_language,
        "target_languages": list(release.target_languages),
        "parts": [_part(release, block, languages) for block in release.blocks],
    }


def _part(release: Release, block: Block, languages: tuple[str, ...]) -> dict[str, Any]:
    segments = [_segment(release, segment, languages) for segment in block.segments]
    return {
        "id": block.id,
        "role": block.role.value,
        "state": {code: _least(block, code).value for code in languages if code != release.source_language},
        "texts": {code: " ".join(filter(None, (part["texts"][code] for part in segments))) for code in languages},
        "segments": segments,
    }


def _least(block: Block, code: str) -> State:
    states = (segment.target(code).state for segment in block.segments)
    return min(states, key=lambda state: state.rank, default=State.INITIAL)


def _segment(release: Release, segment: Segment, languages: tuple[str, ...]) -> dict[str, Any]:
    targets = [code for code in languages if code != release.source_language]
    return {
        "id": segment.id,
        "state": {code: segment.target(code).state.value for code in targets},
        "texts": {code: release.text(segment.id, code).string for code in languages},
    }


def _show(release: Release, languages: tuple[str, ...], console: Console) -> None:
    targets = ", ".join(release.target_languages) or "–"
    head = _("{id} (template {template}): {source} → {targets}")
    console.say(head.format(id=release.id, template=release.template, source=release.source_language, targets=targets))
    for block in release.blocks:
        console.say(f"\n{block.id}  {block.role}")
        for segment in block.segments:
            if len(block.segments) > 1:
                console.say(f"  {segment.id}")
            for code in languages:
                console.say(_text(release, segment, code))


def _text(release: Release, segment: Segment, code: str) -> str:
    text = release.text(segment.id, code).string.replace("\n", f"\n{'':10}")
    state = "" if code == release.source_language else f"  ({segment.target(code).state})"
    return f"    {code:<5} {text}{state}"
