"""A document in words, for golden files: what is shown, in which language, with which links; not how it looks."""

import os
from dataclasses import fields
from pathlib import Path

from tests.core.layout.examples import paragraphs
from tilshi.layout.blocks import Document, Paragraph, ParagraphStyle, Run

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "layout"


def describe(document: Document) -> str:
    """One line a paragraph: style, role if it differs, segments; then one line a run."""
    meta = document.metadata
    lines = [
        f"title: {meta.title}",
        f"language: {meta.language}; author: {meta.author or '–'}; subject: {meta.subject}",
        f"created: {meta.created.isoformat()}",
        *(_paragraph("masthead", document.masthead) if document.masthead else ()),
    ]
    for block in document.blocks:
        lines.append(f"{type(block).__name__}")
        for paragraph in paragraphs(block):
            lines += _paragraph("  ", paragraph)
    lines += _paragraph("footer", document.footer) if document.footer else ()
    return "\n".join(lines) + "\n"


def describe_styles(document: Document) -> str:
    """Every style a document uses, with what differs from the plain one."""
    used = {paragraph.style.name: paragraph.style for block in document.blocks for paragraph in paragraphs(block)}
    plain = ParagraphStyle("")
    lines = []
    for name, style in sorted(used.items()):
        stated = [
            f"{field.name}={getattr(style, field.name)}"
            for field in fields(style)
            if field.name != "name" and getattr(style, field.name) != getattr(plain, field.name)
        ]
        lines.append(f"{name}: {', '.join(stated)}")
    return "\n".join(lines) + "\n"


def expect(name: str, text: str) -> None:
    """Compares with the golden file of that name; with UPDATE_GOLDEN in the environment, writes it."""
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def _paragraph(before: str, paragraph: Paragraph) -> list[str]:
    segments = " ".join(paragraph.segments) or "–"
    head = f"{before} {paragraph.role} <{paragraph.tag}> style {paragraph.style.name}, {segments}"
    return [head, *(f"     {_run(run)}" for run in paragraph.runs)]


def _run(run: Run) -> str:
    kinds = "".join(letter for letter, on in (("b", run.bold), ("i", run.italic)) if on)
    spaces = run.text.translate({0xA0: "⍽", 0x202F: "⎵", 0x0A: "↵"})
    return " ".join(filter(None, (run.language, kinds, run.field, f"“{spaces}”", run.href and f"→ {run.href}")))
