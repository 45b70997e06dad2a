"""Pictures: clean, sharp, told in words; and refused by name where they cannot be used."""

import io
import struct
import zlib
from dataclasses import replace

import pytest
from PIL import Image

from tests.core.export.examplia import release
from tests.core.export.images import SECRET, chart, figure, logo, photograph
from tests.core.export.pdffile import PdfReader
from tilshi.export.docx import write_docx
from tilshi.export.errors import ExportError
from tilshi.export.pdf.errors import PdfError
from tilshi.export.pdf.writer import write_pdf
from tilshi.export.pictures import fitted, image_file, raster
from tilshi.export.probe import Kind, probe
from tilshi.export.probe.pictures import picture_data
from tilshi.layout.blocks import Document, Figure, Picture, Size

ROOM = Size(400, 300)
PICTURES = [photograph(), photograph(turned=True), logo(), *map(chart, ("RGB", "L", "P", "RGBA", "LA", "1"))]


def document(*blocks: Figure) -> Document:
    return replace(release("en"), blocks=blocks)


def huge(width: int, height: int) -> Picture:
    """A PNG that says it is that large, and is a few bytes."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 64)), (b"IEND", b""))
    data = b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
    return Picture("vast.png", b"\x89PNG\r\n\x1a\n" + data)


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_nothing_of_the_camera_goes_along(picture: Picture) -> None:
    assert list(picture_data(picture.data)) != [] or SECRET.encode() not in picture.data
    made = image_file(picture, fitted(picture, ROOM))
    assert list(picture_data(made.data)) == []
    assert SECRET.encode() not in made.data


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_pixels_stay_what_they_were(picture: Picture) -> None:
    made = Image.open(io.BytesIO(image_file(picture, fitted(picture, ROOM)).data)).convert("RGBA")
    with Image.open(io.BytesIO(picture.data)) as image:
        wanted = image.transpose(Image.Transpose.ROTATE_270) if image.getexif().get(0x0112) == 6 else image.copy()
    if picture.name != "water.jpg":
        assert list(wanted.convert("RGBA").resize(made.size).tobytes()) == list(made.tobytes())
    corner = (made.width - 4, 4, made.width - 3, 5)
    expected = wanted.convert("RGBA").resize(made.size).crop(corner).tobytes()
    assert all(abs(a - b) < 12 for a, b in zip(made.crop(corner).tobytes(), expected, strict=True))


def test_a_picture_on_its_side_is_turned() -> None:
    size = fitted(photograph(turned=True), ROOM)
    assert size.height > size.width
    made = raster(photograph(turned=True), size)
    assert made.height > made.width


def test_no_more_pixels_than_print_can_show() -> None:
    vast = photograph(4000, 2600)
    made = raster(vast, fitted(vast, ROOM))
    assert made.width == round(400 / 72 * 300)


def test_a_small_picture_is_not_blown_up() -> None:
    size = fitted(logo(30, 15), ROOM)
    assert (size.width, size.height) == pytest.approx((14.4, 7.2))


def test_transparency_is_a_soft_mask() -> None:
    made = raster(logo(), Size(96, 57.6))
    assert made.alpha
    assert len(zlib.decompress(made.alpha)) == made.width * made.height


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (huge(10_000, 10_000), "100 megapixels"),
        (huge(60_000, 60_000), "3600 megapixels"),
        (Picture("broken.png", logo().data[:200]), "damaged"),
        (Picture("broken.jpg", photograph().data[:2000]), "damaged"),
        (Picture("letter.gif", b"GIF89a" + bytes(40)), "JPEG or PNG"),
        (Picture("empty.png", b""), "JPEG or PNG"),
    ],
    ids=lambda value: value.name if isinstance(value, Picture) else "",
)
def test_what_cannot_be_used_is_named_with_a_remedy(picture: Picture, reason: str) -> None:
    with pytest.raises(PdfError) as told:
        write_pdf(document(figure(picture)))
    assert picture.name in str(told.value)
    assert reason in str(told.value)
    with pytest.raises(PdfError):
        write_pdf(replace(document(), logo=picture))
    with pytest.raises(ExportError) as refused:
        write_docx(document(figure(picture)))
    assert refused.value.place == picture.name
    assert refused.value.remedy


def test_a_picture_is_told_in_words_and_its_caption_follows() -> None:
    reader = PdfReader(write_pdf(document(figure(photograph(), caption="Water at last"))).data)
    assert reader.structure().outline() == "Document(Div(Figure Caption))"
    (found,) = [
        entries for entries in reader.objects.values() if isinstance(entries, dict) and entries.get("S") == "/Figure"
    ]
    assert found["Alt"] == "(A pump in Port-Example)"
    assert "/BBox" in str(found["A"])[:60] or "BBox" in str(found["A"])


def test_a_picture_nobody_described_is_remarked() -> None:
    made = write_pdf(document(figure(photograph(), alternative=" ")))
    assert PdfReader(made.data).structure().outline() == "Document"
    assert [remark.split(":")[0] for remark in made.remarks] == ["water.jpg picture"]


def test_where_a_picture_stands_is_known() -> None:
    boxes = write_pdf(document(figure(photograph(), caption="Water at last"))).boxes
    (box,) = [box for box in boxes if box.segments == ("picture",)]
    assert box.page == 0
    assert (box.x1 - box.x0) / (box.y1 - box.y0) == pytest.approx(640 / 420, rel=0.01)


def test_the_same_picture_is_written_once() -> None:
    one, two = (len(write_pdf(document(*[figure(photograph())] * times)).data) for times in (1, 2))
    assert two - one < 600


def test_nothing_leaks_from_either_file() -> None:
    whole = replace(document(figure(photograph(), caption="Water"), figure(chart())), logo=logo(), watermark="DRAFT")
    assert probe(write_pdf(whole).data, Kind.PDF, (), "") == ()
    assert probe(write_docx(whole), Kind.DOCX, (), "") == ()
