"""What is planted in a PDF is found, behind whatever filter."""

import base64
import io
import zlib
from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.core.export.examplia import release
from tilshi.export.pdf.writer import write_pdf
from tilshi.export.probe import LeakKind, probe
from tilshi.export.probe.pdf_syntax import UnknownFilter, decoded, text_of, tokens


def made(draw: Callable[[Canvas], object] = lambda _canvas: None, *, compressed: bool = True) -> bytes:
    """A page by another program, with what `draw` adds."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pageCompression=int(compressed), invariant=1)
    canvas.drawString(100, 700, "Water for Port-Example")
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def kinds(data: bytes, *names: str) -> set[LeakKind]:
    return {leak.kind for leak in probe(data, "pdf", names)}


def jpeg(exif: bool) -> ImageReader:
    picture = Image.new("RGB", (8, 8))
    buffer = io.BytesIO()
    if exif:
        data = picture.getexif()
        data[0x010F] = "Camera"
        picture.save(buffer, "JPEG", exif=data)
    else:
        picture.save(buffer, "JPEG")
    buffer.seek(0)
    return ImageReader(buffer)


@pytest.mark.parametrize("compressed", [True, False])
def test_a_plain_page_is_clean(compressed: bool) -> None:
    assert probe(made(compressed=compressed), "pdf", ["anna", "/home/anna"]) == ()


@pytest.mark.parametrize("compressed", [True, False])
@pytest.mark.parametrize(
    "draw",
    [
        lambda canvas: canvas.setAuthor("Anna Smith"),
        lambda canvas: canvas.setCreator("by anna"),
        lambda canvas: canvas.setTitle("Сөз anna"),
        lambda canvas: canvas.drawString(100, 600, "written by Anna"),
        lambda canvas: canvas.linkURL("https://example.org/~anna", (0, 0, 9, 9)),
        lambda canvas: (canvas.bookmarkPage("here"), canvas.addOutlineEntry("Anna", "here")),
    ],
)
def test_names_are_found(draw: Callable[[Canvas], object], compressed: bool) -> None:
    assert kinds(made(draw, compressed=compressed), "anna") == {LeakKind.NAME}


def test_who_wrote_it_is_a_leak_where_programs_write_even_if_the_text_says_it() -> None:
    def sign(canvas: Canvas) -> None:
        canvas.setCreator("Anna")
        canvas.setSubject("Anna")

    data = made(sign)
    found = probe(data, "pdf", ["anna"], shown="Anna")
    assert [leak.where.rpartition(", ")[2] for leak in found] == ["/Creator"]


@pytest.mark.parametrize(
    "path", ["/home/anna/release.tilshi", "C:\\Users\\anna\\x.docx", "file:///Users/anna", "\\\\server\\share\\x"]
)
def test_places_on_a_computer_are_found(path: str) -> None:
    assert LeakKind.PATH in kinds(made(lambda canvas: canvas.setSubject(path)))
    assert LeakKind.PATH in kinds(made(lambda canvas: canvas.drawString(10, 10, path)))


@pytest.mark.parametrize(
    ("draw", "kind"),
    [
        (lambda canvas: canvas.textAnnotation("to do", (0, 0, 9, 9)), LeakKind.COMMENT),
        (lambda canvas: canvas.drawString(10, 10, "secret", mode=3), LeakKind.HIDDEN),
        (lambda canvas: canvas.drawImage(jpeg(exif=True), 10, 10), LeakKind.PICTURE),
    ],
)
def test_marks_are_found(draw: Callable[[Canvas], object], kind: LeakKind) -> None:
    assert kinds(made(draw)) == {kind}


def test_a_clean_picture_is_none() -> None:
    assert kinds(made(lambda canvas: canvas.drawImage(jpeg(exif=False), 10, 10))) == set()


def test_hidden_text_is_read_too() -> None:
    assert LeakKind.NAME in kinds(made(lambda canvas: canvas.drawString(10, 10, "anna", mode=3)), "anna")


def objects(*bodies: bytes) -> bytes:
    """A file of objects; readers build the table that is missing."""
    whole = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in enumerate(bodies, 1))
    return b"%PDF-1.7\n" + whole + b"trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"<</Thumb 9 0 R>>", LeakKind.THUMBNAIL),
        (b"<</S/JavaScript/JS(app.alert)>>", LeakKind.SCRIPT),
        (b"<</Names<</EmbeddedFiles 9 0 R>>>>", LeakKind.ATTACHMENT),
        (b"<</PieceInfo<</App 9 0 R>>>>", LeakKind.PRIVATE),
        (b"<</OCProperties<</OCGs[]>>>>", LeakKind.HIDDEN),
        (b"<</Type/Annot/Subtype/Highlight/Rect[0 0 1 1]>>", LeakKind.COMMENT),
        (stream(b"vcard", b"/Type/EmbeddedFile"), LeakKind.ATTACHMENT),
        (stream(b"?", b"/Filter/LZWDecode"), LeakKind.UNREADABLE),
        (stream(b"damaged", b"/Filter/FlateDecode"), LeakKind.UNREADABLE),
    ],
)
def test_entries_that_do_not_belong_are_found(body: bytes, kind: LeakKind) -> None:
    assert kinds(objects(CATALOG, PAGES, PAGE)) == set()
    assert kinds(objects(CATALOG, PAGES, PAGE, body)) == {kind}


@pytest.mark.parametrize(
    "body",
    [
        b"<</Note(by anna)>>",
        b"<</Note(by \\141nna)>>",
        b"<</Note(b\\(y\\) (anna))>>",
        b"<</Note<616E6E61>>>",
        b"<</Note<FEFF0061006E006E0061>>>",
        b"[(anna)]",
        b"% anna\n<<>>",
        stream(zlib.compress(b"4 0 <</Note(anna)>>"), b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode"),
        stream(base64.a85encode(b"/Span<</ActualText(anna)>>BDC EMC") + b"~>", b"/Filter[/ASCII85Decode]"),
        stream(b"/Span<</ActualText(anna)>>BDC EMC"),
        stream(b"BI /W 1 ID \x00(\x01\nEI /Span<</ActualText(anna)>>BDC EMC"),
        stream(b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><x:by>anna</x:by></x:xmpmeta>', b"/Type/Metadata"),
    ],
)
def test_strings_are_found_however_they_are_written(body: bytes) -> None:
    assert kinds(objects(CATALOG, PAGES, PAGE, body), "anna") == {LeakKind.NAME}


def test_an_earlier_state_stays_in_a_file_that_was_added_to() -> None:
    whole = write_pdf(release()).data
    update = b"9 0 obj\n<<>>\nendobj\nxref\n0 0\ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF\n"
    assert kinds(whole + update) == {LeakKind.EARLIER}
    assert kinds(whole + b"hidden after the end") == {LeakKind.EARLIER}
    assert kinds(whole + b"\n") == set()


def test_names_of_glyphs_and_keys_are_no_words() -> None:
    assert kinds(write_pdf(release()).data, "type", "length", "root", "identity", "span") == set()


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (rb"(a\(b\)c)", b"a(b)c"),
        (rb"(a(b)c)", b"a(b)c"),
        (rb"(\101\n\\)", b"A\n\\"),
        (b"(a\\\nb)", b"ab"),
        (b"<41 42 4>", b"AB@"),
        (b"(open", b"ope"),
    ],
)
def test_strings_are_decoded(written: bytes, value: bytes) -> None:
    assert [token.value for token in tokens(written)] == [value]


def test_text_strings_are_decoded() -> None:
    assert [text_of(raw) for raw in (b"\xfe\xff\x04\xd9", b"\xef\xbb\xbf\xd3\x99", b"\xe9")] == ["ә", "ә", "é"]


def test_filters_follow_one_another() -> None:
    packed = zlib.compress(b"text").hex().encode() + b">"
    assert decoded(packed, [b"ASCIIHexDecode", b"FlateDecode"]) == b"text"
    with pytest.raises(UnknownFilter, match="Crypt"):
        decoded(b"", [b"Crypt"])
