"""Pictures made for tests: a photograph with what cameras leave in it, a logo with a transparent ground."""

import io
from functools import cache

from PIL import Image, ImageDraw, PngImagePlugin

from tests.core.export.examplia import CELL
from tilshi.layout.blocks import Figure, FigureStyle, Paragraph, Picture, Run, Tag

SECRET = "Jane Example, Port-Example"


@cache
def photograph(width: int = 640, height: int = 420, *, turned: bool = False) -> Picture:
    """A JPEG of many colours with EXIF, GPS and a comment; `turned`: it lies on its side and says so."""
    image = Image.linear_gradient("L").resize((width, height))
    picture = Image.merge(
        "RGB", (image, image.transpose(Image.Transpose.FLIP_TOP_BOTTOM), image.rotate(90).resize(image.size))
    )
    ImageDraw.Draw(picture).rectangle((0, 0, width // 4, height // 4), fill=(200, 30, 40))
    exif = Image.Exif()
    exif[0x010E] = SECRET
    exif[0x0112] = 6 if turned else 1
    exif.get_ifd(0x8825)[1] = "N"
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif, comment=SECRET)
    return Picture("water.jpg", out.getvalue())


@cache
def logo(width: int = 200, height: int = 120) -> Picture:
    """A PNG of two colours on a transparent ground, with a text chunk."""
    picture = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse(
        (4, 4, width - 4, height - 4), fill=(31, 95, 168, 255), outline=(20, 20, 20, 128), width=6
    )
    return _png(picture, "logo.png")


@cache
def chart(mode: str = "RGB") -> Picture:
    """A PNG of few colours."""
    picture = Image.new("RGB", (300, 200), "white")
    for at, colour in enumerate(("#B3202A", "#1F5FA8", "#6B6F76")):
        ImageDraw.Draw(picture).rectangle((20 + 90 * at, 180 - 50 * (at + 1), 80 + 90 * at, 180), fill=colour)
    return _png(picture.convert(mode), f"chart-{mode}.png")


def _png(picture: Image.Image, name: str) -> Picture:
    about = PngImagePlugin.PngInfo()
    about.add_text("Author", SECRET)
    out = io.BytesIO()
    picture.save(out, "PNG", pnginfo=about)
    return Picture(name, out.getvalue())


def figure(picture: Picture, *, caption: str = "", alternative: str = "A pump in Port-Example") -> Figure:
    """The picture with an alternative text, and a caption unless that is empty."""
    below = Paragraph("caption", Tag.PARAGRAPH, "en", (Run(caption, "en"),), CELL, ("caption",)) if caption else None
    return Figure("en", picture, alternative, FigureStyle(), below, ("picture",))
