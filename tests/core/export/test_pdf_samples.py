"""The six kinds in four languages, as they leave the house: valid, exact, the same each time, and looked at.

The pictures in tests/golden/pages are what somebody has looked at; with UPDATE_GOLDEN in the environment they are made
anew, to be looked at again.
"""

import os
import re
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from tests.core.export.images import figure, logo, photograph
from tests.core.export.pdffile import pdfium_text, poppler_text
from tests.core.layout.examples import KINDS, LANGUAGES, SAMPLES, all_paragraphs
from tilshi.drafts import open_draft
from tilshi.export.pdf.writer import PdfFile, write_pdf
from tilshi.layout import profile, template
from tilshi.layout.blocks import Document, Page, Paragraph, Tag
from tilshi.layout.compose import compose
from tilshi.layout.profile import contrast

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "pages"
CASES = [(kind, language) for kind in KINDS for language in LANGUAGES]
LETTER = Page(width=612, height=792, top=60, right=74, bottom=64, left=74)
READERS = [pdfium_text, *([poppler_text] if shutil.which("pdftotext") else [])]
# Of 255: antialiasing differs between versions of PDFium, words in other places do not pass.
TOLERANCE = 1.2


@cache
def document(kind: str, language: str, *, full: bool = False) -> Document:
    """The sample laid out; `full`: as a draft on Letter, with a logo and a picture."""
    release = open_draft(SAMPLES / f"{kind}.tilshi").release
    organisation = profile.choose(release) if kind != "joint-statement" else profile.NEUTRAL
    made = compose(release, template.load(release.template), organisation, language, draft=full)
    if not full:
        return made
    blocks = (*made.blocks[:4], figure(photograph(), caption="Port-Example"), *made.blocks[4:])
    return replace(made, page=LETTER, logo=logo(), blocks=blocks)


@cache
def written(kind: str, language: str, *, full: bool = False) -> PdfFile:
    return write_pdf(document(kind, language, full=full))


@pytest.mark.parametrize("full", [False, True], ids=["plain", "full"])
@pytest.mark.parametrize(("kind", "language"), CASES)
def test_the_same_release_gives_the_same_bytes(kind: str, language: str, full: bool) -> None:
    assert write_pdf(document(kind, language, full=full)).data == written(kind, language, full=full).data


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
@pytest.mark.parametrize("full", [False, True], ids=["plain", "full"])
@pytest.mark.parametrize(("kind", "language"), CASES)
def test_readers_find_every_paragraph_exact_and_in_order(kind: str, language: str, full: bool, reader: Any) -> None:
    # By itself pdftotext takes the columns of a table for columns of text, one after the other.
    options = ("-raw",) if reader is poppler_text and kind in {"operational-update", "news-note"} else ()
    shown = re.sub(r"\s+", " ", reader(written(kind, language, full=full).data, *options))
    at = 0
    for paragraph in all_paragraphs(document(kind, language)):
        wanted = re.sub(r"\s+", " ", paragraph.text)
        found = shown.find(wanted, at)
        assert found >= 0, f"{wanted!r} after {shown[at : at + 80]!r}"
        at = found + len(wanted)


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_every_segment_has_its_place_on_the_page(kind: str, language: str) -> None:
    made, page = written(kind, language), document(kind, language).page
    shown = {segment for paragraph in all_paragraphs(document(kind, language)) for segment in paragraph.segments}
    assert {segment for box in made.boxes for segment in box.segments} == shown
    for box in made.boxes:
        assert 0 <= box.page < made.pages
        assert page.left - 0.01 <= box.x0 < box.x1 <= page.width - page.right + 0.01
        assert 0 <= box.y0 < box.y1 <= page.height - page.bottom + 0.01


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_all_text_can_be_read_over_the_watermark(kind: str, language: str) -> None:
    made = document(kind, language)
    for paragraph in (*all_paragraphs(made), *filter(None, (made.masthead, made.footer))):
        assert contrast(paragraph.style.colour, "#F4F4F4") >= 4.5


@pytest.mark.parametrize("full", [False, True], ids=["plain", "full"])
def test_archives_and_screen_readers_accept_every_kind(shared: Path, tmp_path: Path, full: bool) -> None:
    script = shared.parent / "tools" / "verapdf" / "verapdf.sh"
    if not script.exists() or not all(map(shutil.which, ("javac", "java", "bash"))):
        pytest.skip("veraPDF is not here")
    paths = [tmp_path / f"{kind}.{language}.pdf" for kind, language in CASES]
    for path, (kind, language) in zip(paths, CASES, strict=True):
        path.write_bytes(written(kind, language, full=full).data)
    answer = subprocess.run(["bash", script, "ua1,2a", *paths], capture_output=True, text=True, check=False)
    if "PASS" not in answer.stdout and "FAIL" not in answer.stdout:
        pytest.skip(f"veraPDF did not run: {answer.stderr.strip()[-200:]}")
    assert answer.returncode == 0, answer.stdout
    assert answer.stdout.count("PASS") == 2 * len(CASES)


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_the_page_looks_as_it_did(kind: str, language: str) -> None:
    _compare(f"{kind}.{language}.png", _picture(written(kind, language).data))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_draft_looks_as_it_did(language: str) -> None:
    _compare(f"draft.{language}.png", _picture(written("press-release", language, full=True).data))


def test_two_hundred_pages_are_whole_and_remarked() -> None:
    """Nothing is lost of a text that is surely a mistake, and the user is told what it is."""
    one = next(part for part in all_paragraphs(document("press-release", "kk")) if part.role == "body")
    blocks = tuple(_numbered(one, at) for at in range(2900))
    made = write_pdf(replace(document("press-release", "kk"), blocks=blocks))
    assert made.pages >= 200
    assert re.findall(r"№(\d+)\.", pdfium_text(made.data)) == [str(at) for at in range(2900)]
    assert [str(made.pages) in remark for remark in made.remarks] == [True]


def _numbered(paragraph: Paragraph, at: int) -> Paragraph:
    first = replace(paragraph.runs[0], text=f"№{at}. {paragraph.text}")
    return replace(paragraph, runs=(first,), segments=(str(at),), tag=Tag.PARAGRAPH)


def _picture(data: bytes) -> Image.Image:
    """The first page in grey, small: where the words stand shows, how letters are drawn does not."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        drawn: Image.Image = pdf[0].render(scale=0.9).to_pil()
        return drawn.convert("L").quantize(16).convert("L")
    finally:
        pdf.close()


def _compare(name: str, found: Image.Image) -> None:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.mkdir(parents=True, exist_ok=True)
        found.quantize(16).save(path, optimize=True)
    with Image.open(path) as golden:
        wanted = golden.convert("L")
    assert found.size == wanted.size
    difference = ImageStat.Stat(ImageChops.difference(found, wanted)).mean[0]
    assert difference <= TOLERANCE, f"{name} differs by {difference:.2f}; look at the page, then UPDATE_GOLDEN=1"
