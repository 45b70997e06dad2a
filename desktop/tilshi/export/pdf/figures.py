"""What is drawn on pages and is no text: pictures, how large and where, and the watermark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from tilshi.export.cards import Code
from tilshi.export.pdf.objects import PdfObjects, ref
from tilshi.export.pdf.paragraphs import text_rows
from tilshi.export.pdf.rows import Image, Leaf, PlacedImage, Row
from tilshi.export.pdf.sheets import Sheet
from tilshi.export.pdf.structure import Element
from tilshi.layout.blocks import Alignment, Document, Figure, Picture, Size

# Between a picture and its caption, in points.
_CAPTION_GAP: Final = 4.0
# At least so much of a page's height is left for text beside a picture.
_TALLEST: Final = 0.8
# The part of the measure that a logo may take up.
_WIDEST_LOGO: Final = 0.5


def figure_rows(figure: Figure, parent: Element, x0: float, room: Size) -> list[Row]:
    """The picture and below it the caption, on one page; `room` is what a page has for text.

    Without an alternative text there is nothing to tell a reader: it is an artifact.

    Raises:
        ExportError: the picture cannot be used.
    """
    size = fitted_size(figure.picture, _figure_room(figure, room))
    slack = {Alignment.CENTER: 0.5, Alignment.END: 1.0}.get(figure.style.alignment, 0.0) * (room.width - size.width)
    home = parent.child("Div", figure.language) if figure.caption else parent
    element = home.child("Figure", figure.language) if figure.alternative.strip() else None
    if element:
        element.alternative = figure.alternative
    placed = PlacedImage(Image(figure.picture, size, element, figure.segments), x0 + slack)
    rows = [Row(size.height, gap=figure.style.space_before, images=(placed,))]
    if figure.caption:
        leaf = Leaf(figure.caption, home.child("Caption", figure.caption.language))
        made = text_rows(leaf, x0, x0 + room.width)
        rows += [made[0]._replace(gap=_CAPTION_GAP, joined=True), *(row._replace(joined=True) for row in made[1:])]
    return rows


def pictures(document: Document, room: Size) -> Iterator[tuple[Picture, Size]]:
    """Every picture of a document with the room it has; `room` is what a page has for text."""
    if document.logo:
        yield document.logo, logo_room(document, room.width)
    for block in document.blocks:
        if isinstance(block, Figure):
            yield block.picture, _figure_room(block, room)


def logo_room(document: Document, width: float) -> Size:
    """The room of the logo; `width` is that of the text."""
    return Size(width * _WIDEST_LOGO, document.logo_height)


def fitted_size(picture: Picture, room: Size) -> Size:
    """How large a picture is shown where there is that much room.

    Raises:
        ExportError: it cannot be used.
    """
    # For the start of the program: Pillow comes with it, and most releases have no picture.
    from tilshi.export.pictures import fitted

    return fitted(picture, room)


def _figure_room(figure: Figure, room: Size) -> Size:
    return Size(room.width, min(figure.style.height, room.height * _TALLEST))


class Drawn(NamedTuple):
    """What pages draw beside text: the names of pictures and of the watermark among the `resources` of each page."""

    names: dict[Image, str]
    watermark: str
    resources: str

    @classmethod
    def of(cls, objects: PdfObjects, document: Document, sheets: Iterable[Sheet]) -> Drawn:
        """Writes all of it among the objects."""
        numbers = _add_images(objects, (image for sheet in sheets for image, _box in sheet.images()))
        names = {image: f"/I{number}" for image, number in numbers.items()}
        entries = {names[image]: number for image, number in numbers.items()}
        watermark = ""
        if document.watermark:
            from tilshi.export.pdf.watermark import add_watermark  # for start time: only drafts have one

            watermark = "/W"
            entries[watermark] = add_watermark(objects, document.watermark, document.page, document.metadata.language)
        listed = "".join(f"{name} {ref(number)}" for name, number in entries.items())
        return cls(names, watermark, f"/XObject<<{listed}>>" if listed else "")


def _add_images(objects: PdfObjects, images: Iterable[Image]) -> dict[Image, int]:
    """Writes each picture once, however often it is shown; the numbers of their objects."""
    written: dict[tuple[Picture | Code, Size], int] = {}
    found: dict[Image, int] = {}
    for image in images:
        key = (image.picture, image.size)
        if key not in written:
            written[key] = _add_image(objects, *key)
        found[image] = written[key]
    return found


def _add_image(objects: PdfObjects, picture: Picture | Code, size: Size) -> int:
    if isinstance(picture, Code):
        from tilshi.export.pdf.codes import add_code  # for start time: few contacts have one

        return add_code(objects, picture)
    from tilshi.export.pictures import raster  # as above

    made = raster(picture, size)
    shape = f"/Type/XObject/Subtype/Image/Width {made.width}/Height {made.height}"
    mask = ""
    if made.alpha:
        number = objects.add_packed(made.alpha, f"{shape}/ColorSpace/DeviceGray/BitsPerComponent 8")
        mask = f"/SMask {ref(number)}"
    entries = f"{shape}/ColorSpace{made.colours}/BitsPerComponent {made.bits}/Filter{made.filter}{mask}"
    return objects.add_stream(made.data, entries, compress=False)
