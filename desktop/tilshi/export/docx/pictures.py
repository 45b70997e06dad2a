"""Pictures in a Word file (DrawingML, ECMA-376 part 1, 20.2 and 20.4), and the watermark behind its pages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Final

from lxml import etree

from tilshi.export.docx.sheet import Look
from tilshi.export.docx.story import Placement, Story
from tilshi.export.docx.wordml import Element, R, checked, twips, w
from tilshi.export.errors import segment_place
from tilshi.export.pictures import fitted, image_file
from tilshi.i18n import _
from tilshi.layout.blocks import Alignment, Figure, Page, Picture, Size

_IMAGE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_WP: Final = f"{_DRAWING}/wordprocessingDrawing"
_A: Final = f"{_DRAWING}/main"
_PIC: Final = f"{_DRAWING}/picture"
_V: Final = "urn:schemas-microsoft-com:vml"
# English Metric Units in a point (20.1.2.1).
_EMU: Final = 12_700
# The part of the page's text that a picture may be high, as in the PDF.
_TALLEST: Final = 0.8
_JUSTIFICATIONS: Final = {Alignment.CENTER: "center", Alignment.END: "end"}
MEDIA_TYPES: Final = {"png": "image/png", "jpeg": "image/jpeg"}


def figure(story: Story, block: Figure, page: Page, number: int) -> Iterator[Element]:
    """The picture in a paragraph of its own, then its caption; `number` counts the pictures of the document.

    Raises:
        ExportError: the picture cannot be used.
    """
    tallest = (page.height - page.top - page.bottom) * _TALLEST
    room = Size(page.width - page.left - page.right, min(block.style.height, tallest))
    after = 0.0 if block.caption else block.style.space_after
    properties = w(
        "pPr",
        w("keepNext") if block.caption else None,
        w("spacing", before=twips(block.style.space_before), after=twips(after), line=240, lineRule="auto"),
        w("jc", val=_JUSTIFICATIONS.get(block.style.alignment, "start")),
    )
    alternative = checked(block.alternative, segment_place(block.segments, _("picture")))
    yield w("p", properties, picture_run(story, block.picture, room, number, alternative))
    if block.caption:
        room_below = Placement(before=4.0, after=block.style.space_after)
        yield story.paragraph(block.caption, Look(block.caption.style), room_below)


def picture_run(story: Story, picture: Picture, room: Size, number: int, alternative: str) -> Element:
    """`w:r` with a picture in the line of text, as large as the room allows."""
    size = fitted(picture, room)
    made = image_file(picture, size)
    path = f"word/media/{hashlib.sha256(made.data).hexdigest()[:16]}.{made.extension}"
    story.media[path] = made.data
    width, height = str(round(size.width * _EMU)), str(round(size.height * _EMU))
    name = {"id": str(number), "name": f"Picture {number}", "descr": alternative}
    inline = _element(_WP, "inline", {"distT": "0", "distB": "0", "distL": "0", "distR": "0"})
    _element(_WP, "extent", {"cx": width, "cy": height}, inline)
    _element(_WP, "docPr", name, inline)
    graphic = _element(_A, "graphic", {}, inline)
    content = _element(_A, "graphicData", {"uri": _PIC}, graphic)
    shown = _element(_PIC, "pic", {}, content)
    about = _element(_PIC, "nvPicPr", {}, shown)
    _element(_PIC, "cNvPr", name, about)
    _element(_PIC, "cNvPicPr", {}, about)
    fill = _element(_PIC, "blipFill", {}, shown)
    _element(_A, "blip", {f"{{{R}}}embed": story.links.add(_IMAGE, path)}, fill)
    _element(_A, "fillRect", {}, _element(_A, "stretch", {}, fill))
    _add_shape(shown, width, height)
    return w("r", w("drawing", inline))


def _add_shape(shown: Element, width: str, height: str) -> None:
    shape = _element(_PIC, "spPr", {}, shown)
    place = _element(_A, "xfrm", {}, shape)
    _element(_A, "off", {"x": "0", "y": "0"}, place)
    _element(_A, "ext", {"cx": width, "cy": height}, place)
    _element(_A, "avLst", {}, _element(_A, "prstGeom", {"prst": "rect"}, shape))


def watermark_run(text: str, page: Page, number: int) -> Element:
    """`w:r` with the word behind the page, as Word itself makes it (VML, ECMA-376 part 4, 19.1)."""
    width = min(0.62 * page.height, 92.0 * len(text))
    style = (
        "position:absolute;margin-left:0;margin-top:0;rotation:315;z-index:-251658752;"
        f"width:{width:.0f}pt;height:{width / max(len(text), 4) * 1.4:.0f}pt;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    attributes = {"id": f"Watermark{number}", "style": style, "fillcolor": "#eeeeee", "stroked": "f"}
    shape = _element(_V, "shape", {**attributes, "path": "m@7,l@8,m@5,21600l@6,21600e", "coordsize": "21600,21600"})
    font = 'font-family:"Noto Sans";font-size:1pt;font-weight:bold;v-text-kern:t'
    _element(_V, "textpath", {"on": "t", "fitshape": "t", "style": font, "string": text}, shape)
    return w("r", w("pict", shape))


def _element(namespace: str, tag: str, attributes: dict[str, str], parent: Element | None = None) -> Element:
    name = f"{{{namespace}}}{tag}"
    prefixes = {_WP: "wp", _A: "a", _PIC: "pic", _V: "v"}
    if parent is None:
        return etree.Element(name, attributes, {prefixes[namespace]: namespace})
    return etree.SubElement(parent, name, attributes, {prefixes[namespace]: namespace})
