"""Inspecting documents: texts, Word files, XLIFF."""

from __future__ import annotations

from pathlib import Path

from tilshi.exchange.imported import Imported
from tilshi.exchange.importing import import_files
from tilshi.exchange.inspecting.inspection import Inspection
from tilshi.files.word import open_word
from tilshi.i18n import _, ngettext


def inspect_text(path: Path) -> Inspection:
    """A release as plain text; raises FileError."""
    imported = import_files([path])
    return Inspection("text", _summary(imported), imported.warnings)


def inspect_xliff(path: Path) -> Inspection:
    """An XLIFF file; raises FileError."""
    imported = import_files([path])
    return Inspection("xliff", _summary(imported), imported.warnings)


def inspect_word(path: Path) -> Inspection:
    """A Word file; raises FileError."""
    package = open_word(path)
    number = sum(1 for text in package.paragraphs() if text.strip())
    summary = ngettext(
        "Word document, {number} paragraph with text", "Word document, {number} paragraphs with text", number
    )
    return Inspection("docx", summary.format(number=number), package.warnings)


def _summary(imported: Imported) -> str:
    release = imported.release
    parts = ngettext("{number} part", "{number} parts", len(release.blocks)).format(number=len(release.blocks))
    return _("{template}, {languages}, {parts}").format(
        template=release.template, languages=" → ".join(release.languages), parts=parts
    )
