"""From a release to page pictures, off the GUI thread: the same compose and the same writer as an export."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QImage

from tilshi.release import Release, Role, State
from tilshi.release.digests import version_digest

if TYPE_CHECKING:  # loaded with the first page
    from tilshi.export.pdf.writer import BlockBox
    from tilshi.layout.missing import MissingPart
    from tilshi.workflow import Layout

POINTS_PER_INCH: Final = 72


@dataclass(frozen=True, slots=True)
class TypesetPages:
    """A finished PDF: its bytes, the size of its pages in points, where segments stand, and what is missing on it.

    `wanted` is how many pages the template would have at most, 0 for any number; `remarks` are what the writer says.
    """

    data: bytes
    count: int
    width: float
    height: float
    boxes: tuple[BlockBox, ...]
    missing: tuple[MissingPart, ...]
    wanted: int = 0
    remarks: tuple[str, ...] = ()


class NotTypeset(Exception):
    """The release cannot be set; `str` is what the user reads."""


def is_draft(release: Release, language: str) -> bool:
    """Whether a version is still worked on: neither published as it is now, nor approved in all its parts."""
    digest = version_digest(release, language)
    if any(each.language == language and each.digest == digest for each in release.publications):
        return False
    if language == release.source_language:
        return True
    return any(part.target(language).state is not State.FINAL for _block, part in release.segments())


class Layouts:
    """Templates and profiles as they were read last; read again when a file of theirs or the kicker is another."""

    def __init__(self) -> None:
        self._key: object = None
        self._layout: Layout | None = None

    def of(self, release: Release) -> Layout:
        """What the release is laid out with.

        Raises:
            FileError: as for `layout_of`.
        """
        from tilshi.workflow import layout_of

        kicker = release.first(Role.KICKER)
        key = release.template, release.languages, kicker and kicker.segments, tuple(_stamps())
        if self._layout is None or key != self._key:
            self._layout, self._key = layout_of(release), key
        return self._layout


def _stamps() -> Iterator[tuple[str, int]]:
    from tilshi.layout import profile, template
    from tilshi.layout.places import found

    for kind in (template.KIND, profile.KIND):
        for path in found(kind).values():
            yield str(path), path.stat().st_mtime_ns


def typeset(release: Release, language: str, *, marked: bool = True, layouts: Layouts | None = None) -> TypesetPages:
    """The pages of a release in a language; those of a draft say so where they are `marked`, as an export would.

    Raises:
        NotTypeset: a template or profile is wrong, or a character has no glyph.
    """
    from tilshi.export.pdf.errors import PdfError
    from tilshi.export.pdf.writer import write_pdf
    from tilshi.files.errors import FileError
    from tilshi.layout.compose import compose
    from tilshi.workflow import lacking

    try:
        layout = (layouts or Layouts()).of(release)
        draft = marked and is_draft(release, language)
        document = compose(release, layout.template, layout.profile, language, draft=draft)
        file = write_pdf(document)
    except FileError as error:
        raise NotTypeset(str(error)) from error
    except PdfError as error:
        raise NotTypeset("\n".join(error.problems)) from error
    missing = lacking(release, language, layout)
    width, height = document.page.width, document.page.height
    wanted = layout.template.pages
    remarks = (*filter(None, (layout.remark,)), *file.remarks)
    return TypesetPages(file.data, file.pages, width, height, file.boxes, missing, wanted, remarks)


def picture(data: bytes, page: int, scale: float) -> QImage:
    """One page of a PDF, `scale` pixels a point. Not to be called from two threads at once: PDFium allows one."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    try:
        bitmap = pdf[page].render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        size = bitmap.width, bitmap.height
        image = QImage(bytes(bitmap.buffer), *size, bitmap.stride, QImage.Format.Format_RGBX8888)
        return image.copy()  # its own memory: the bitmap's is freed
    finally:
        pdf.close()
