"""Word files that bring their fonts: scrambled as the standard says, named as the font is, the same each time."""

import re
import uuid
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from tests.core.export.examplia import release
from tests.core.export.wordfile import members
from tilshi.export.docx import write_docx
from tilshi.export.docx.reading import read_text
from tilshi.layout.fonts import face


def test_a_file_brings_its_fonts_only_where_it_is_asked_to() -> None:
    assert not any("fonts/" in name for name in members(write_docx(release())))
    parts = members(write_docx(release(), embed_fonts=True))
    assert "word/fonts/TilshiSans-Regular.odttf" in parts
    assert b"<w:embedTrueTypeFonts/>" in parts["word/settings.xml"]


def test_the_text_is_the_same_and_the_bytes_repeat() -> None:
    made = write_docx(release("kk"), embed_fonts=True)
    assert read_text(made) == read_text(write_docx(release("kk")))
    assert made == write_docx(release("kk"), embed_fonts=True)


@pytest.mark.parametrize(("slot", "bold"), [("embedRegular", False), ("embedBold", True)])
def test_the_key_gives_the_font_back(slot: str, bold: bool) -> None:
    parts = members(write_docx(release(), embed_fonts=True))
    table = parts["word/fontTable.xml"].decode()
    family = re.search(r'<w:font w:name="Tilshi Sans">.*?</w:font>', table, re.DOTALL)
    assert family
    reference = re.search(rf"<w:{slot} [^>]*>", family[0])
    assert reference
    key = re.search(r'w:fontKey="(\{[0-9A-F-]{36}\})"', reference[0])
    identity = re.search(r'r:id="(\w+)"', reference[0])
    assert key
    assert identity
    links = parts["word/_rels/fontTable.xml.rels"].decode()
    target = re.search(rf'Id="{identity[1]}"[^>]*Target="([^"]+)"', links)
    assert target
    data = bytearray(parts[f"word/{target[1]}"])
    # ECMA-376 part 4: the first 32 bytes are combined with the key, last byte first, twice.
    mask = uuid.UUID(key[1]).bytes[::-1] * 2
    data[:32] = bytes(one ^ other for one, other in zip(data[:32], mask, strict=True))
    assert bytes(data) == face("Noto Sans", bold).read_bytes()


def test_styles_name_the_family_by_the_name_inside_the_font() -> None:
    parts = members(write_docx(release(), embed_fonts=True))
    assert b'"Noto Sans"' not in parts["word/styles.xml"]
    assert b'"Tilshi Sans"' in parts["word/styles.xml"]


@pytest.mark.parametrize("office", [FileFormat.OFFICE_2019, FileFormat.MICROSOFT_365])
def test_an_independent_auditor_finds_nothing(office: FileFormat, tmp_path: Path) -> None:
    path = tmp_path / "release.docx"
    path.write_bytes(write_docx(release("kk"), embed_fonts=True))
    result = OpenXmlValidator(file_format=office).validate(path)
    assert list(result.errors) == []
