"""Contacts as data beside their text: vCards inside the PDF, QR codes in PDF and Word file."""

import io
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import segno

from tests.core.contacts.people import ARMAN, JANE
from tests.core.export.pdffile import PdfReader
from tilshi.contacts.vcard_reading import parse_vcards
from tilshi.export.cards import QUIET, attachments, code_of, code_picture
from tilshi.export.errors import ExportError
from tilshi.export.pdf.writer import write_pdf
from tilshi.export.probe import Kind, LeakKind, probe
from tilshi.export.publish import finished
from tilshi.files.errors import FileError
from tilshi.layout import profile, template
from tilshi.layout.blocks import Contact, ContactCode, Document
from tilshi.layout.compose import compose
from tilshi.release import Block, Release, Role, Segment, Text

FILE = Path("release.pdf")
LANGUAGES = ("en", "fr", "ru", "kk")
BLOCKS = tuple(
    Block(name, role, (Segment(name, Text(text)),))
    for name, role, text in (
        ("date", Role.DATE, "6 March 2026"),
        ("headline", Role.HEADLINE, "Examplia: Water is back"),
        ("body", Role.BODY, "Water is back."),
    )
)
RELEASE = Release("r", "en", LANGUAGES[1:], "press-release", BLOCKS, contacts=(JANE, ARMAN))


def laid_out(code: ContactCode = ContactCode.NONE, *, attached: bool = False, language: str = "en") -> Document:
    organisation = replace(profile.NEUTRAL, contact_code=code, attach_contacts=attached)
    return compose(RELEASE, template.load("press-release"), organisation, language)


def contacts(document: Document) -> list[Contact]:
    return [block for block in document.blocks if isinstance(block, Contact)]


def test_hours_are_shown_with_the_zone_of_the_day() -> None:
    first, second = contacts(laid_out())
    assert first.lines[-1].text == "9:00–18:00 (UTC+5)"
    assert (first.office, first.role) == ("Port-Example", "Spokesperson; media, web")
    assert second.hours == ""
    assert contacts(laid_out(language="kk"))[0].hours == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_carries_what_it_shows_and_nothing_besides(language: str) -> None:
    document = laid_out(attached=True, language=language)
    data = finished(document, "pdf", FILE).data
    pdf = pypdfium2.PdfDocument(data)
    found = [pdf.get_attachment(at) for at in range(pdf.count_attachments())]
    assert [each.get_name() for each in found] == ["contact-1.vcf", "contact-2.vcf"]
    bodies = [bytes(each.get_data()) for each in found]
    pdf.close()
    assert bodies == [each.data for each in attachments(document)]
    (card,) = parse_vcards(Path("contact-1.vcf"), bodies[0]).cards
    assert card.name.forms == ((language, JANE.name.in_language(language)),)
    assert (card.phones, card.emails) == (JANE.phones, JANE.emails)
    assert b"pdfaid:part>3<" in data
    assert data == write_pdf(document).data


def test_a_pdf_without_files_is_an_archive_of_part_2() -> None:
    data = finished(laid_out(), "pdf", FILE).data
    assert b"pdfaid:part>2<" in data
    assert b"EmbeddedFile" not in PdfReader(data).data


def test_a_file_that_nobody_meant_is_a_leak() -> None:
    document = laid_out(attached=True)
    data = write_pdf(document).data
    carried = [each.data for each in attachments(document)]
    assert probe(data, Kind.PDF, (), "", carried) == ()
    assert LeakKind.ATTACHMENT in {leak.kind for leak in probe(data, Kind.PDF)}
    assert LeakKind.ATTACHMENT in {leak.kind for leak in probe(data, Kind.PDF, (), "", carried[:1])}


@pytest.mark.parametrize("code", [ContactCode.VCARD, ContactCode.MECARD])
def test_a_code_is_a_figure_with_words_for_those_who_cannot_see_it(code: ContactCode) -> None:
    document = laid_out(code, language="kk")
    data = finished(document, "pdf", FILE).data
    assert contacts(document)[0].told == "Байланыс деректері бар QR-код: Жейн Мысал"
    pdf = pypdfium2.PdfDocument(data)
    page = pdf[0]
    picture = page.render(scale=4).to_pil().convert("L")
    forms = [each for each in page.get_objects(max_depth=1) if each.type == 5]
    assert len(forms) == 2
    made = code_of(contacts(document)[0])
    assert made is not None
    left, _bottom, right, top = forms[0].get_bounds()
    assert right - left == pytest.approx(made.side, abs=0.01)
    modules = len(made.rows) + 2 * QUIET
    step = made.side / modules * 4
    seen = tuple(
        tuple(
            picture.getpixel((int(left * 4 + (x + 0.5) * step), int((page.get_height() - top) * 4 + (y + 0.5) * step)))
            < 128
            for x in range(QUIET, modules - QUIET)
        )
        for y in range(QUIET, modules - QUIET)
    )
    assert seen == made.rows
    pdf.close()


def test_a_code_holds_the_contact() -> None:
    contact = contacts(laid_out(ContactCode.MECARD))[0]
    text = "MECARD:N:Example,Jane;TEL:+999555010010;EMAIL:press@example.org;;"
    matrix = segno.make(text, error="m", micro=False, encoding="utf-8").matrix
    made = code_of(contact)
    assert made is not None
    assert made.rows == tuple(tuple(bool(module) for module in row) for row in matrix)
    assert code_of(contacts(laid_out())[0]) is None
    assert code_picture(made).startswith(b"\x89PNG")


def test_a_contact_that_no_code_can_hold_is_named() -> None:
    contact = replace(contacts(laid_out(ContactCode.VCARD))[0], role="x" * 3000)
    with pytest.raises(ExportError, match="Jane Example"):
        code_of(contact)
    document = laid_out(ContactCode.VCARD)
    blocks = tuple(
        replace(block, role="x" * 3000) if isinstance(block, Contact) else block for block in document.blocks
    )
    with pytest.raises(FileError, match="too long for a QR code"):
        finished(replace(document, blocks=blocks), "pdf", FILE)


def test_a_word_file_shows_the_code_with_its_words() -> None:
    document = laid_out(ContactCode.VCARD, language="fr")
    data = finished(document, "docx", FILE).data
    assert data == finished(document, "docx", FILE).data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        story = archive.read("word/document.xml").decode()
        assert len([name for name in archive.namelist() if name.startswith("word/media/")]) == 2
    assert "Code QR avec les coordonnées: Jane Example" in story


def test_archives_and_screen_readers_accept_them(shared: Path, tmp_path: Path) -> None:
    script = shared.parent / "tools" / "verapdf" / "verapdf.sh"
    if not script.exists():
        pytest.skip("veraPDF is not here")
    for flavours, attached in (("ua1,2a", False), ("ua1,3a", True)):
        paths = []
        for language in LANGUAGES:
            paths.append(tmp_path / f"{language}-{attached}.pdf")
            paths[-1].write_bytes(write_pdf(laid_out(ContactCode.VCARD, attached=attached, language=language)).data)
        command = ["bash", str(script), flavours, *map(str, paths)]
        ran = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        assert (ran.returncode, ran.stdout.count("PASS")) == (0, 8), ran.stdout + ran.stderr
