"""The document of a draft: what goes in comes out, and nothing else is let in."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from tests.core.release.strategies import releases
from tilshi.drafts.parsing import NewerVersion, NotADraft, release_of
from tilshi.drafts.schema import MAX_TEXT, Malformed
from tilshi.drafts.serialising import document_of
from tilshi.release import (
    Block,
    ContactCard,
    Localised,
    Mark,
    MarkKind,
    Note,
    Release,
    Role,
    Segment,
    State,
    Target,
    Text,
)

SAMPLE = Release(
    id="R1",
    source_language="en",
    target_languages=("kk", "ru"),
    blocks=(
        Block(
            "p1",
            Role.LEAD,
            (
                Segment(
                    "s1",
                    Text("Port-Example (ICRC) – Nine people", (Mark(0, 12, MarkKind.BOLD),)),
                    (("kk", Target(Text("Порт-Мысал"), State.REVIEWED)),),
                    (Note("n1", "Check the figure", "Jane Example", "2026-04-21T09:00:00Z", "kk"),),
                ),
            ),
        ),
    ),
    contacts=(ContactCard("c1", Localised((("en", "Jane Example"),)), phones=("+999555010010",)),),
)


def sample() -> Any:
    """The sample as JSON values that a test may spoil."""
    return json.loads(document_of(SAMPLE))


@given(releases())
def test_any_release_survives(release: Release) -> None:
    assert release_of(json.loads(document_of(release))) == release


@given(releases())
def test_the_same_release_is_always_written_the_same(release: Release) -> None:
    document = document_of(release)
    assert document_of(release_of(json.loads(document))) == document


def test_the_document_is_readable_and_one_segment_a_line() -> None:
    assert document_of(SAMPLE).decode().splitlines() == [
        (
            '{"format": "tilshi-draft", "version": 2, "release": {"id": "R1", "source_language": "en", '
            '"target_languages": ["kk", "ru"], "template": "press-release", "contacts": [{"id": "c1", '
            '"name": {"en": "Jane Example"}, "phones": ["+999555010010"]}], "blocks": ['
        ),
        ' {"id": "p1", "role": "lead", "segments": [',
        (
            '  {"id": "s1", "source": {"text": "Port-Example (ICRC) – Nine people", '
            '"marks": [{"start": 0, "end": 12, "kind": "bold"}]}, '
            '"targets": {"kk": {"text": "Порт-Мысал", "state": "reviewed"}}, '
            '"notes": [{"id": "n1", "text": "Check the figure", "author": "Jane Example", '
            '"created": "2026-04-21T09:00:00Z", "language": "kk"}]}]}]}}'
        ),
    ]


def segment(document: Any) -> Any:
    return document["release"]["blocks"][0]["segments"][0]


SPOILED: dict[str, tuple[Any, str]] = {
    "unknown member of the document": (lambda d: d.update(extra=1), "extra"),
    "unknown member of a segment": (
        lambda d: segment(d).update(colour="red"),
        "release.blocks[0].segments[0].colour",
    ),
    "member missing": (lambda d: segment(d).pop("source"), "release.blocks[0].segments[0]"),
    "text that is a number": (
        lambda d: segment(d)["source"].update(text=5),
        "release.blocks[0].segments[0].source.text",
    ),
    "number that is a truth value": (
        lambda d: segment(d)["source"]["marks"][0].update(start=False),
        "release.blocks[0].segments[0].source.marks[0].start",
    ),
    "mark beyond its text": (
        lambda d: segment(d)["source"]["marks"][0].update(end=99),
        "release.blocks[0].segments[0].source.marks",
    ),
    "mark that ends before it starts": (
        lambda d: segment(d)["source"]["marks"][0].update(start=12),
        "release.blocks[0].segments[0].source.marks[0]",
    ),
    "unknown kind of mark": (
        lambda d: segment(d)["source"]["marks"][0].update(kind="blink"),
        "release.blocks[0].segments[0].source.marks[0].kind",
    ),
    "unknown state": (
        lambda d: segment(d)["targets"]["kk"].update(state="done"),
        "release.blocks[0].segments[0].targets.kk.state",
    ),
    "unknown role": (lambda d: d["release"]["blocks"][0].update(role="poem"), "release.blocks[0].role"),
    "no language tag": (lambda d: d["release"].update(source_language="қазақ"), "release.source_language"),
    "no language tag in a list": (
        lambda d: d["release"].update(target_languages=["kk", "r u"]),
        "release.target_languages[1]",
    ),
    "no language tag as a key": (
        lambda d: segment(d)["targets"].update({"k_k": {"text": "", "state": "initial"}}),
        "release.blocks[0].segments[0].targets.k_k",
    ),
    "language twice": (lambda d: d["release"].update(target_languages=["kk", "kk"]), "release"),
    "block twice": (lambda d: d["release"]["blocks"].append(d["release"]["blocks"][0]), "release.blocks[1].id"),
    "segment twice": (
        lambda d: d["release"]["blocks"][0]["segments"].append(segment(d)),
        "release.blocks[0].segments[1].id",
    ),
    "half a character": (
        lambda d: segment(d)["source"].update(text="\ud83d", marks=[]),
        "release.blocks[0].segments[0].source.text",
    ),
    "text too long": (
        lambda d: segment(d)["source"].update(text="a" * (MAX_TEXT + 1)),
        "release.blocks[0].segments[0].source.text",
    ),
    "list instead of an object": (lambda d: segment(d).update(targets=[]), "release.blocks[0].segments[0].targets"),
    "object instead of a list": (lambda d: segment(d).update(notes={}), "release.blocks[0].segments[0].notes"),
    "old format": (lambda d: d.update(version=0), "version"),
    "version that is no number": (lambda d: d.update(version="1"), "version"),
}


@pytest.mark.parametrize("name", SPOILED)
def test_what_does_not_fit_is_refused_with_its_place(name: str) -> None:
    spoil, place = SPOILED[name]
    document = sample()
    spoil(document)
    with pytest.raises(Malformed) as refused:
        release_of(document)
    assert refused.value.place == place
    assert refused.value.reason


def test_a_newer_format_is_told_apart_from_a_damaged_one() -> None:
    with pytest.raises(NewerVersion):
        release_of({"format": "tilshi-draft", "version": 3, "content": []})


@pytest.mark.parametrize("document", [None, [], {}, {"format": "other"}, "text", 3])
def test_something_else_is_not_a_draft(document: object) -> None:
    with pytest.raises(NotADraft):
        release_of(document)
