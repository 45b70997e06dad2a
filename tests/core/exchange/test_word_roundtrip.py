"""Our own Word files come back as they were: roles, texts, marks, links and cards, in every template and language."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.core.exchange.foreign import packed, parts_of
from tilshi.exchange.importing import import_files
from tilshi.export.publish import finished_file
from tilshi.layout.blocks import Block, Contact, Document, Figure, ItemList, Paragraph, Table
from tilshi.layout.compose import compose
from tilshi.release import Mark, MarkKind, Release, Role, Text
from tilshi.workflow import layout_of, open_any

SAMPLES = sorted((Path(__file__).parents[3] / "assets" / "samples").glob("*.tilshi"))


def said(block: Block) -> object:
    """What a block says, without the ids of segments and the languages of runs."""
    match block:
        case Paragraph():
            runs = tuple((run.text, run.bold, run.italic, run.href) for run in block.runs)
            return block.role, block.tag, runs, block.style.name
        case Contact():
            return tuple(map(said, block.lines)), block.name, block.phones, block.emails
        case ItemList():
            return block.marker, tuple(map(said, block.items))
        case Table():
            return tuple(tuple(map(said, row)) for row in (block.header, *block.rows))
        case Figure():
            return block.alternative


def laid_out(release: Release, language: str) -> Document:
    layout = layout_of(release)
    return compose(release, layout.template, layout.profile, language)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_comes_back_in_every_language(sample: Path, tmp_path: Path) -> None:
    release = open_any(sample).release
    for language in release.languages:
        document = laid_out(release, language)
        path = tmp_path / f"{sample.stem}.docx"
        path.write_bytes(finished_file(document, "docx", path))
        imported = import_files([path])
        assert (imported.release.source_language, imported.release.template) == (language, release.template)
        assert (imported.warnings, imported.report.left_out) == ((), ())
        again = laid_out(imported.release, language)
        assert [said(block) for block in again.blocks] == [said(block) for block in document.blocks]
        assert min(imported.confidence.values()) > 0.999


def marked(release: Release) -> Release:
    """The release with parts in places no recogniser would expect, and marks on what it says."""
    body = next(block for block in release.blocks if block.role is Role.BODY)
    text = body.segments[0].source.string
    marks = (
        Mark(0, 4, MarkKind.BOLD),
        Mark(3, 9, MarkKind.ITALIC),
        Mark(5, 12, MarkKind.LINK, "https://example.org/a"),
    )
    segment = replace(body.segments[0], source=Text(text, marks))
    return release.with_blocks(
        tuple(replace(block, segments=(segment,)) if block is body else block for block in release.blocks)
    )


def test_marks_come_back(tmp_path: Path) -> None:
    release = marked(open_any(SAMPLES[-2]).release)
    path = tmp_path / "a.docx"
    path.write_bytes(finished_file(laid_out(release, "en"), "docx", path))
    source = next(block for block in release.blocks if block.role is Role.BODY).segments[0].source
    back = next(block for block in import_files([path]).release.blocks if block.role is Role.BODY)
    assert back.segments[0].source == source


def test_roles_survive_a_word_in_another_language(tmp_path: Path) -> None:
    """Word gives styles other ids when it saves; the names stay."""
    release = open_any(SAMPLES[-2]).release
    document = laid_out(release, "kk")
    path = tmp_path / "a.docx"
    parts = parts_of(finished_file(document, "docx", path))
    reference = re.compile(rb'(w:styleId="|<w:(?:pStyle|basedOn|next) w:val=")')
    for name in ("word/styles.xml", "word/document.xml"):
        parts[name] = reference.sub(rb"\1x", parts[name])
    path.write_bytes(packed(parts))
    again = laid_out(import_files([path]).release, "kk")
    assert [said(block) for block in again.blocks] == [said(block) for block in document.blocks]


def test_source_and_translation_are_aligned(tmp_path: Path) -> None:
    release = open_any(SAMPLES[-2]).release
    paths = [tmp_path / "en.docx", tmp_path / "kk.docx"]
    for path in paths:
        path.write_bytes(finished_file(laid_out(release, path.stem), "docx", path))
    imported = import_files(paths).release
    assert imported.languages == ("en", "kk")
    lines = [(block.role, block.segments[0].source.string) for block in imported.blocks]
    assert all(block.segments[0].target("kk").text for block in imported.blocks), lines
