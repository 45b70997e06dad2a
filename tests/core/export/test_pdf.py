"""The PDF of a release as a whole: valid for archives and screen readers, the same each time, exact when read."""

import getpass
import os
import re
import shutil
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.core.export.examplia import BODY, SECTION, WORDS, contact, paragraph, release
from tests.core.export.pdffile import PdfReader, Ref, pdfium_text, poppler_text, text
from tilshi.export.content import paragraphs_of
from tilshi.export.pdf.errors import PdfError
from tilshi.export.pdf.preflight import all_paragraphs
from tilshi.export.pdf.writer import write_pdf
from tilshi.layout.blocks import (
    Alignment,
    BoxStyle,
    Contact,
    Document,
    Field,
    ItemList,
    Page,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
    TableStyle,
    Tag,
)

LANGUAGES = sorted(WORDS)
LETTER = Page(width=612, height=792)


def long_table(rows: int) -> Table:
    cells = [(paragraph("cell", f"Row {at}", "en", BODY), paragraph("cell", str(at), "en", BODY)) for at in range(rows)]
    header = (paragraph("cell", "What", "en", BODY), paragraph("cell", "How many", "en", BODY))
    return Table("en", header, tuple(cells), TableStyle())


def long_release() -> Document:
    """Several pages: paragraphs over page ends, a table over page ends, a card."""
    body = [paragraph("body", f"{at}. " + WORDS["kk"].body * 4, "kk", BODY) for at in range(12)]
    whole = release("kk")
    return replace(whole, blocks=(*whole.blocks[:3], *body, long_table(70), contact("kk"), *body, contact("kk")))


VARIANTS = {
    **{language: release(language) for language in LANGUAGES},
    "letter": release("en", size=LETTER),
    "long": long_release(),
    "empty": replace(release(), blocks=()),
    "bare": replace(release(), masthead=None, footer=None),
    "hollow": replace(
        release(), blocks=(Contact("en", (), BoxStyle()), ItemList("en", ()), paragraph("body", "", "en", BODY))
    ),
    "headless table": replace(release(), blocks=(replace(long_table(3), header=()),)),
    "bordered": replace(release(), blocks=(replace(contact(), style=BoxStyle(fill="", border="#C9C5BC")),)),
    "headings": replace(
        release(), blocks=(paragraph("heading", "Third", "en", SECTION, tag=Tag.HEADING_3), *release().blocks)
    ),
    "justified": replace(
        release(),
        blocks=(paragraph("body", WORDS["fr"].body * 5, "fr", replace(BODY, alignment=Alignment.JUSTIFY)),),
    ),
    "accents": replace(
        release(), blocks=(paragraph("body", "и\u0306 б\u0301 ѣ\u0331\u0301 x\u0323\u0302 \u0301", "ru", BODY),)
    ),
    "untitled": replace(release(), metadata=replace(release().metadata, title=" ", author="", subject="", keywords=())),
    "tall letterhead": replace(
        release(),
        masthead=paragraph("masthead", "Examplia\n" * 60, "en", BODY),
        blocks=(paragraph("body", "x", "en", BODY),),
    ),
    "invisible": replace(release(), blocks=(paragraph("body", "a\u00adb\u200bc\u2060d\ufeffe\u200e", "en", BODY),)),
}


@pytest.fixture(scope="session")
def validator(shared: Path) -> Path:
    script = shared.parent / "tools" / "verapdf" / "verapdf.sh"
    if not script.exists():
        pytest.skip(f"no {script}")
    for tool in ("javac", "java", "bash"):
        if not shutil.which(tool):
            pytest.skip(f"veraPDF needs {tool}")
    return script


def test_archives_and_screen_readers_accept_every_variant(validator: Path, tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.pdf" for name in VARIANTS]
    for path, document in zip(paths, VARIANTS.values(), strict=True):
        path.write_bytes(write_pdf(document).data)
    answer = subprocess.run(["bash", validator, "ua1,2a", *paths], capture_output=True, text=True, check=False)
    if "PASS" not in answer.stdout and "FAIL" not in answer.stdout:
        pytest.skip(f"veraPDF did not run: {answer.stderr.strip()[-200:]}")
    assert answer.returncode == 0, answer.stdout
    assert answer.stdout.count("PASS") == 2 * len(VARIANTS)


@pytest.mark.parametrize("name", VARIANTS)
def test_the_same_document_gives_the_same_bytes(name: str) -> None:
    assert write_pdf(VARIANTS[name]).data == write_pdf(VARIANTS[name]).data


def test_another_process_gives_the_same_bytes(tmp_path: Path) -> None:
    program = (
        "import sys; from tests.core.export.examplia import release; from tilshi.export.pdf.writer import write_pdf;"
        "sys.stdout.buffer.write(write_pdf(release('kk')).data)"
    )
    root = Path(__file__).resolve().parents[3]
    files = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root), "TZ": zone, "LC_ALL": "C"},
            cwd=tmp_path,
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Almaty"))
    ]
    assert files[0] == files[1] == write_pdf(release("kk")).data


def lines_joined(read: str) -> str:
    return re.sub(r"\s+", " ", read).strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_readers_find_every_text_exact_and_in_order(language: str) -> None:
    document = release(language)
    shown = pdfium_text(write_pdf(document).data)
    # A soft hyphen at a line's end is how a divided word is written; pdfium gives a sign of its own for it.
    shown = shown.replace("\ufffe", "\u00ad")
    at = 0
    for wanted in all_paragraphs(document):
        pattern = r"\s+".join(map(re.escape, wanted.text.split(" ")))
        found = re.compile(pattern).search(shown, at)
        assert found, f"{wanted.text!r} after {shown[at : at + 80]!r}"
        at = found.end()


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
@pytest.mark.parametrize("options", [(), ("-raw",), ("-layout",)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_pdftotext_finds_every_text_exact_and_in_order(language: str, options: tuple[str, ...]) -> None:
    document = release(language)
    # pdftotext gives every kind of space as a plain one; the footer's "1 / 1" it takes for one spaced-out word.
    shown = lines_joined(poppler_text(write_pdf(document).data, *options)).replace("\u00ad ", "\u00ad")
    at = 0
    for wanted in all_paragraphs(replace(document, footer=None)):
        found = shown.find(lines_joined(wanted.text), at)
        assert found >= 0, f"{wanted.text!r} after {shown[at : at + 80]!r}"
        at = found


def test_no_break_characters_stay_what_they_are() -> None:
    written = "5\u00a0км, 12\u202f500, не\u2011правительственный, во\u00adда"
    document = replace(release(), masthead=None, footer=None, blocks=(paragraph("body", written, "ru", BODY),))
    assert pdfium_text(write_pdf(document).data) == written


def test_text_is_never_markup() -> None:
    hostile = "<b>x</b> <img src='/etc/passwd'/> &amp; (a) \\) %PDF [1] <<2>> endstream endobj BT ET EMC"
    document = replace(release(), masthead=None, footer=None, blocks=(paragraph("body", hostile, "en", BODY),))
    document = replace(
        document, metadata=replace(document.metadata, title=hostile, author=hostile, keywords=(hostile,))
    )
    data = write_pdf(document).data
    assert pdfium_text(data) == hostile
    assert text(PdfReader(data).info["Title"]) == hostile


def test_each_page_counts_itself() -> None:
    data = write_pdf(long_release())
    pages = pdfium_text(data.data).split("\n")
    footers = [line for line in pages if re.fullmatch(r"\d+ / \d+", line)]
    assert footers == [f"{page} / {data.pages}" for page in range(1, data.pages + 1)]


def test_page_numbers_in_the_text_itself_are_those_of_its_page() -> None:
    def numbered(at: int) -> Paragraph:
        runs = (
            Run(f"Mark {at} on ", "en"),
            Run("9", "en", field=Field.PAGE),
            Run(" of ", "en"),
            Run("9", "en", field=Field.PAGES),
        )
        return Paragraph("body", Tag.PARAGRAPH, "en", runs, replace(BODY, space_after=200), (str(at),))

    document = replace(release(), masthead=None, footer=None, blocks=tuple(map(numbered, range(7))))
    made = write_pdf(document)
    page_of = {box.segments[0]: box.page + 1 for box in made.boxes}
    shown = [line for line in pdfium_text(made.data).split("\n") if line]
    assert made.pages > 1
    assert shown == [f"Mark {at} on {page_of[str(at)]} of {made.pages}" for at in range(7)]


def test_every_segment_has_its_rectangle() -> None:
    document = release("kk")
    made = write_pdf(document)
    named = {name for box in made.boxes for name in box.segments}
    assert named == {name for block in document.blocks for item in paragraphs_of(block) for name in item.segments}
    for box in made.boxes:
        assert 0 <= box.page < made.pages
        assert 0 <= box.x0 < box.x1 <= document.page.width
        assert 0 <= box.y0 < box.y1 <= document.page.height


def test_a_rectangle_holds_the_text_of_its_segment() -> None:
    import pypdfium2

    document = release("en")
    made = write_pdf(document)
    page = pypdfium2.PdfDocument(made.data)[0]
    height = document.page.height
    box = next(box for box in made.boxes if box.segments == ("headline",))
    inside = page.get_textpage().get_text_bounded(box.x0, height - box.y1, box.x1, height - box.y0)
    assert lines_joined(inside) == lines_joined(WORDS["en"].headline)


def test_a_paragraph_over_a_page_end_has_a_rectangle_on_each_page() -> None:
    made = write_pdf(replace(release(), blocks=(paragraph("body", WORDS["kk"].body * 40, "kk", BODY),)))
    assert [box.page for box in made.boxes] == list(range(made.pages))
    assert made.pages > 1


def test_the_file_gives_nothing_of_this_machine_away() -> None:
    reader = PdfReader(write_pdf(release("kk")).data)
    texts = [data for number, data in reader.streams.items() if "Length1" not in reader.dictionary(Ref(number))]
    everything = b"\n".join([*texts, repr(reader.objects).encode()])
    # A computer called "vm" would be found by chance in what is no text.
    names = (name for name in (getpass.getuser(), socket.gethostname()) if len(name) > 3)
    for word in (*names, str(Path.home()), str(Path.cwd()), "Noto", ".ttf"):
        assert not re.search(rb"(?<![A-Za-z0-9])" + re.escape(word.encode()) + rb"(?![A-Za-z0-9])", everything), word


def test_dates_come_from_the_release() -> None:
    reader = PdfReader(write_pdf(release()).data)
    assert reader.info["CreationDate"] == reader.info["ModDate"] == "(D:20260306043000Z)"
    assert "<xmp:CreateDate>2026-03-06T04:30:00Z</xmp:CreateDate>" in reader.xmp()


def test_information_and_xmp_say_the_same() -> None:
    reader = PdfReader(write_pdf(release("kk")).data)
    metadata = release("kk").metadata
    xmp = reader.xmp()
    assert text(reader.info["Title"]) == metadata.title
    assert text(reader.info["Author"]) == metadata.author
    assert text(reader.info["Subject"]) == metadata.subject
    assert text(reader.info["Keywords"]) == ", ".join(metadata.keywords)
    for word in (metadata.title, metadata.author, metadata.subject, *metadata.keywords):
        assert f">{word}<" in xmp
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp


def test_a_missing_character_is_refused_by_name() -> None:
    strange = replace(
        release(), blocks=(paragraph("lead", "漢 and 🙂", "en", BODY), paragraph("quote", "漢", "en", BODY))
    )
    with pytest.raises(PdfError) as refused:
        write_pdf(strange)
    first, second, third = refused.value.problems
    assert first.startswith(
        "lead lead: The font “Noto Sans” cannot show “漢” (U+6F22 CJK UNIFIED IDEOGRAPH-6F22, CJK Unified"
    )
    assert "U+1F642 SLIGHTLY SMILING FACE, Emoticons" in second
    assert third.startswith("quote quote: ")
    assert "None of the program's fonts has it; replace the character." in str(refused.value)


@pytest.mark.parametrize("href", ["file:///etc/passwd", "javascript:alert(1)", "/home/x", "ftp://example.org", "smb:x"])
def test_links_into_computers_are_refused(href: str) -> None:
    block = Paragraph("links", Tag.PARAGRAPH, "en", (Run("here", "en", href=href),), BODY, ("s1",))
    with pytest.raises(PdfError, match="links s1: The link “" + re.escape(href)):
        write_pdf(replace(release(), blocks=(block,)))


def test_unknown_fonts_and_colours_are_refused() -> None:
    blocks = (
        paragraph("lead", "x", "en", replace(BODY, family="Comic Sans")),
        paragraph("body", "x", "en", replace(BODY, colour="red")),
    )
    with pytest.raises(PdfError) as refused:
        write_pdf(replace(release(), blocks=blocks))
    assert refused.value.problems == (
        "lead lead: There is no font “Comic Sans”; choose one of: Noto Sans, Noto Serif.",
        "body body: “red” is not a colour; write it as #RRGGBB.",
    )


def test_a_page_without_room_is_refused() -> None:
    with pytest.raises(PdfError, match="The margins leave no room"):
        write_pdf(release(size=Page(left=300, right=300)))


@pytest.mark.parametrize("style", [replace(BODY, size=0), replace(BODY, leading=0), replace(BODY, leading=900)])
def test_a_style_that_cannot_be_set_is_refused(style: ParagraphStyle) -> None:
    with pytest.raises(PdfError, match="lead lead: The style “Body” is too small or too large"):
        write_pdf(replace(release(), blocks=(paragraph("lead", "x", "en", style),)))


def test_a_file_without_a_title_takes_the_first_words() -> None:
    assert text(PdfReader(write_pdf(VARIANTS["untitled"]).data).info["Title"]) == WORDS["en"].kicker


def test_a_letterhead_that_fills_the_page_leaves_the_text_to_the_next() -> None:
    made = write_pdf(VARIANTS["tall letterhead"])
    assert [box.page for box in made.boxes] == [1]


@pytest.mark.parametrize("size", [Page(), LETTER])
def test_pages_have_the_size_that_was_asked_for(size: Page) -> None:
    (page,) = PdfReader(write_pdf(release(size=size)).data).pages()
    assert page["MediaBox"] == [0, 0, "595.276" if size.width < 600 else 612, "841.89" if size.width < 600 else 792]
