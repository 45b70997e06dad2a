"""Pictures as they leave the house: read with bounds, upright, in sRGB, no larger than print needs.

They are made anew from their pixels, so that nothing of a camera or a program goes along: no EXIF, GPS, comments,
profiles, thumbnails. Pillow is imported late: most releases have no picture, and it takes 40 ms.
"""

from __future__ import annotations

import io
import struct
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from tilshi.export.errors import ExportError
from tilshi.i18n import _
from tilshi.layout.blocks import Picture, Size

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS: Final = 64_000_000
"""More is refused before it is decoded: it would take gigabytes, and no page can show it."""

_RESOLUTION: Final = 300
"""Pixels an inch that print can show."""

_NATURAL: Final = 150
"""Pixels an inch at which a small picture still looks sharp; it is not enlarged beyond."""

_PAGE: Final = 2500
"""Pixels of the longer side that fill a whole page of A4 in print."""

_QUALITY: Final = 88
_SIGNATURES: Final = {b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG"}
# What Pillow's decoders raise for a broken file.
_FAULTS: Final = (OSError, SyntaxError, ValueError, ZeroDivisionError, KeyError, IndexError, struct.error)
# A lossless picture of more bytes than this is a photograph, and photographs are kept as JPEG.
_LARGEST_LOSSLESS: Final = 600_000


class Raster(NamedTuple):
    """A picture's samples for PDF, ready for an image XObject (ISO 32000-1, 8.9.5).

    `filter` names the way `data` are packed, with its parameters; `colours` the colour space; `alpha` is the deflated
    soft mask of eight bits a pixel, empty for none.
    """

    width: int
    height: int
    bits: int
    colours: str
    filter: str
    data: bytes
    alpha: bytes = b""


class ImageFile(NamedTuple):
    """A clean file of the picture, `extension` png or jpeg."""

    extension: str
    data: bytes


def fitted(picture: Picture, room: Size) -> Size:
    """The size at which the picture is shown: as large as sharp, within the room.

    Raises:
        ExportError: it is no JPEG or PNG, damaged, or too large.
    """
    width, height = _upright_size(picture)
    scale = min(72 / _NATURAL, room.width / width, room.height / height)
    return Size(width * scale, height * scale)


@lru_cache(maxsize=16)
def raster(picture: Picture, size: Size) -> Raster:
    """The picture's samples for a place of that size.

    Raises:
        ExportError: as for `fitted`.
    """
    image = _scaled(picture, size)
    alpha = b""
    if image.mode in {"RGBA", "LA"}:
        alpha = zlib.compress(image.getchannel("A").tobytes())
        image = image.convert("RGB" if image.mode == "RGBA" else "L")
    made = _file(picture, image)
    colours = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}
    if made.extension == "jpeg":
        return Raster(*image.size, 8, colours[image.mode], "/DCTDecode", made.data, alpha)
    return _from_png(made.data, alpha)


@lru_cache(maxsize=16)
def image_file(picture: Picture, size: Size) -> ImageFile:
    """A file of the picture for a place of that size, as Word embeds it.

    Raises:
        ExportError: as for `fitted`.
    """
    return _file(picture, _scaled(picture, size))


def cleaned(picture: Picture) -> bytes:
    """The picture as a draft keeps it: made anew without what a camera left in it, as large as a page can show.

    Raises:
        ExportError: as for `fitted`.
    """
    width, height = _upright_size(picture)
    scale = min(1.0, _PAGE / max(width, height))
    size = Size(width * scale * 72 / _RESOLUTION, height * scale * 72 / _RESOLUTION)
    return _file(picture, _scaled(picture, size)).data


def _file(picture: Picture, image: Image) -> ImageFile:
    has_alpha = image.mode in {"RGBA", "LA"}
    if not picture.data.startswith(b"\xff\xd8"):
        data = _png(image)
        if has_alpha or len(data) <= _LARGEST_LOSSLESS:
            return ImageFile("png", data)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return ImageFile("jpeg", out.getvalue())


def _png(image: Image) -> bytes:
    """Pictures of few colours are kept with a palette."""
    from PIL.Image import Dither

    few = image.getcolors(256) if image.mode == "RGB" else None
    if few:
        image = image.quantize(len(few), dither=Dither.NONE)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _from_png(data: bytes, alpha: bytes) -> Raster:
    """The samples of a PNG file need no unpacking: PDF knows its filters (ISO 32000-1, 7.4.4.4)."""
    palette, packed = b"", b""
    width = height = bits = colour_type = 0
    at = 8
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, height = int.from_bytes(body[:4], "big"), int.from_bytes(body[4:8], "big")
            bits, colour_type = body[8], body[9]
        elif kind == b"PLTE":
            palette = body
        elif kind == b"IDAT":
            packed += body
        at += 12 + length
    components = 3 if colour_type == 2 else 1
    colours = {0: "/DeviceGray", 2: "/DeviceRGB"}.get(colour_type, "")
    if colour_type == 3:
        colours = f"[/Indexed/DeviceRGB {len(palette) // 3 - 1}<{palette.hex().upper()}>]"
    parameters = f"/DecodeParms<</Predictor 15/Colors {components}/BitsPerComponent {bits}/Columns {width}>>"
    return Raster(width, height, bits, colours, f"/FlateDecode{parameters}", packed, alpha)


def _scaled(picture: Picture, size: Size) -> Image:
    """The whole picture, decoded, upright, in grey or sRGB, at most as many pixels as the place can show."""
    from PIL import ImageOps
    from PIL.Image import Resampling

    image = _opened(picture)
    wanted = max(1, round(size.width / 72 * _RESOLUTION)), max(1, round(size.height / 72 * _RESOLUTION))
    try:
        # A JPEG is decoded at a half, a quarter or an eighth where that is enough.
        image.draft(None, (max(wanted), max(wanted)))
        image = _in_srgb(ImageOps.exif_transpose(image))
    except _FAULTS as error:
        raise _damaged(picture) from error
    if image.width > wanted[0]:
        image = image.resize(wanted, resample=Resampling.LANCZOS)
    # What a reader of the file found in it, a writer would put back: comments, profiles, resolution.
    image.info = {}
    return image


def _in_srgb(image: Image) -> Image:
    """Grey or RGB, with alpha only where something is transparent."""
    if image.mode in {"I;16", "I;16B", "I", "F"}:
        image = image.point(lambda value: value / 256).convert("L")
    transparent = image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info
    profile = image.info.get("icc_profile")
    if transparent:
        image = image.convert("RGBA")
        if image.getchannel("A").getextrema() == (255, 255):
            image = image.convert("RGB")
        return image
    if profile and image.mode in {"RGB", "CMYK"}:
        return _by_profile(image, profile)
    return image if image.mode == "L" else image.convert("L" if image.mode == "1" else "RGB")


def _by_profile(image: Image, profile: bytes) -> Image:
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        # A broken profile says nothing of the colours.
        made = None
    return made or image.convert("RGB")


@lru_cache(maxsize=64)
def _upright_size(picture: Picture) -> tuple[int, int]:
    image = _opened(picture)
    try:
        # In a PNG it may stand behind the pixels.
        orientation = image.getexif().get(0x0112, 1)
    except _FAULTS as error:
        raise _damaged(picture) from error
    # EXIF orientations 5 to 8 lie on their side.
    return (image.height, image.width) if orientation in range(5, 9) else image.size


def _opened(picture: Picture) -> Image:
    """The picture's header, read by the one decoder its signature names; pixels come later.

    The decoders are called by name: Pillow's `open` would try every format, and warn where we refuse.
    """
    from PIL import JpegImagePlugin, PngImagePlugin

    kind = next((name for signature, name in _SIGNATURES.items() if picture.data.startswith(signature)), "")
    if not kind:
        raise ExportError(
            _("This is not a picture in JPEG or PNG."), place=picture.name, remedy=_("Save it as JPEG or PNG.")
        )
    decoder = PngImagePlugin.PngImageFile if kind == "PNG" else JpegImagePlugin.JpegImageFile
    try:
        image: Image = decoder(io.BytesIO(picture.data))
    except _FAULTS as error:
        raise _damaged(picture) from error
    if not 0 < image.width * image.height <= MOST_PIXELS:
        raise ExportError(
            _("This picture has {found} megapixels; at most {most} can be used.").format(
                found=round(image.width * image.height / 1e6), most=MOST_PIXELS // 1_000_000
            ),
            place=picture.name,
            remedy=_("Scale it down; 2,500 pixels are enough for a whole page."),
        )
    return image


def _damaged(picture: Picture) -> ExportError:
    return ExportError(
        _("This picture is damaged."), place=picture.name, remedy=_("Export it again from where it comes from.")
    )
