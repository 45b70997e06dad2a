"""From blocks to a file that may leave the house: made in memory, opened again, looked through, then put in place."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from dataclasses import replace as replace_fields
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeAlias

from tilshi.export.cards import attachments
from tilshi.export.content import paragraphs, said_by
from tilshi.export.errors import ExportError, LeakFound, segment_place
from tilshi.export.probe import Kind, probe
from tilshi.export.probe.machine import machine_names
from tilshi.files.atomic import replace
from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi.layout.blocks import Document, Field, Paragraph

Verify: TypeAlias = Callable[[bytes], None]
"""Raises `ExportError` if the bytes are not the file they should be."""

Seal: TypeAlias = Callable[[bytes, Path], bytes]
"""Signs a finished PDF; the path is for messages. Raises FileError."""


def export_file(path: Path, data: bytes, verify: Verify) -> None:
    """Puts a finished file at `path`, once `verify` has nothing against it.

    Raises:
        FileError: it is not as it should be, or could not be written; what was there before is untouched.
    """
    try:
        verify(data)
    except ExportError as error:
        raise _refusal(path, error) from error
    replace(path, data)


@dataclass(frozen=True, slots=True)
class Finished:
    """A file that may leave the house; `remarks` are sentences about a page that is right but hardly meant."""

    data: bytes
    remarks: tuple[str, ...] = ()


def finished_file(document: Document, format_: str, path: Path, forbidden: Iterable[str] | None = None) -> bytes:
    """The bytes of the document in a format, as `finished` makes them."""
    return finished(document, format_, path, forbidden).data


def finished(  # noqa: PLR0913  # each is a choice of its own
    document: Document,
    format_: str,
    path: Path,
    forbidden: Iterable[str] | None = None,
    *,
    embed_fonts: bool = False,
    seal: Seal | None = None,
) -> Finished:
    """The document as "pdf", "docx", "html", "txt" or "eml", made and verified in memory.

    `path` is for messages, and for the name of what a mail carries. `forbidden` are names that must not be in it,
    beside what the document says; by default those of this computer. `embed_fonts`: a Word file brings its fonts.
    `seal` signs what has been verified, a mail's PDF as well.

    Raises:
        FileError: the document cannot be written in this format, or the file is not as it should be.
        ValueError: there is no such format.
    """
    try:
        made = _made(document, format_, path.stem, embed_fonts=embed_fonts)
        if format_ != "txt":
            names = machine_names() if forbidden is None else forbidden
            verification(document, Kind(format_), names)(made.data)
    except ExportError as error:
        raise _refusal(path, error) from error
    return made if seal is None else _sealed(document, format_, path, made, seal)


def _sealed(document: Document, format_: str, path: Path, made: Finished, seal: Seal) -> Finished:
    """The file with a signed PDF, where it is or carries one."""
    if format_ == "pdf":
        return replace_fields(made, data=seal(made.data, path))
    if format_ == "eml":
        from tilshi.export.mail import write_mail  # for the start of the program

        attached = f"{path.stem}.pdf"
        return replace_fields(made, data=write_mail(document, seal(_pdf(document).data, Path(attached)), attached))
    return made


def verification(document: Document, kind: Kind, forbidden: Iterable[str] = ()) -> Verify:
    """What a finished file must stand: it opens, says all that the document says, and gives nothing away."""
    names = tuple(forbidden)

    def verify(data: bytes) -> None:
        _VERIFIERS[kind](document, data)
        carried = [each.data for each in attachments(document)]
        if leaks := probe(data, kind, names, said_by(document), carried):
            raise LeakFound(leaks)

    return verify


def _made(document: Document, format_: str, name: str, *, embed_fonts: bool) -> Finished:
    # Each writer loads libraries that nothing else needs.
    match format_:
        case "pdf":
            return _pdf(document)
        case "docx":
            from tilshi.export.docx import write_docx

            return Finished(write_docx(document, embed_fonts=embed_fonts))
        case "html":
            from tilshi.export.html import write_html

            return Finished(write_html(document).encode("utf-8"))
        case "txt":
            from tilshi.export.text import write_text

            return Finished(write_text(document).encode("utf-8"))
        case "eml":
            from tilshi.export.mail import write_mail

            attached = _pdf(document)
            return Finished(write_mail(document, attached.data, f"{name}.pdf"), attached.remarks)
        case _:
            raise ValueError(format_)


def _pdf(document: Document) -> Finished:
    from tilshi.export.pdf.errors import PdfError
    from tilshi.export.pdf.writer import write_pdf

    try:
        file = write_pdf(document)
    except PdfError as error:
        raise ExportError(" ".join(error.problems)) from error
    return Finished(file.data, file.remarks)


def _verify_docx(document: Document, data: bytes) -> None:
    """Every member is sound, every part is XML, and the paragraphs are those of the document, to the letter."""
    # For the start of the program: lxml.
    from tilshi.export.docx.reading import NotWord, read_text, verify_package

    try:
        verify_package(data)
        found = [text for text in read_text(data) if text]
    except NotWord as error:
        raise ExportError(_damaged(), place=str(error), remedy=_again()) from error
    _compare(document, found)


def _verify_html(document: Document, data: bytes) -> None:
    """Every element is closed, and the paragraphs are those of the document, to the letter."""
    from tilshi.export.html.reading import NotHtml, read_text

    try:
        found = [text for text in read_text(data) if text]
    except NotHtml as error:
        raise ExportError(_damaged(), place=str(error), remedy=_again()) from error
    _compare(document, found)


def _verify_mail(document: Document, data: bytes) -> None:
    """Each of the three things it carries is what it should be."""
    from tilshi.export.mail import NotMail, read_mail
    from tilshi.export.text import write_text

    try:
        parts = read_mail(data)
    except NotMail as error:
        raise ExportError(_damaged(), place=str(error), remedy=_again()) from error
    _verify_html(document, parts["text/html"])
    _verify_pdf(document, parts["application/pdf"])
    if parts["text/plain"].decode("utf-8").split() != write_text(document).split():
        raise ExportError(_lost(), remedy=_again())


def _compare(document: Document, found: list[str]) -> None:
    """The paragraphs that were read are those of the document, to the letter."""
    wanted = [(paragraph, paragraph.text) for paragraph in paragraphs(document) if paragraph.text]
    for (paragraph, text), written in zip(wanted, [*found, *[""] * len(wanted)], strict=False):
        if text != written:
            raise ExportError(_lost(), place=segment_place(paragraph.segments, paragraph.role), remedy=_again())
    if len(found) != len(wanted):
        raise ExportError(_damaged(), remedy=_again())


def _verify_pdf(document: Document, data: bytes) -> None:
    """It opens, has a page, and its pages show every letter of the document in order.

    Between them other letters may stand: letterhead, footers, a table's header on the next page.
    """
    # For the start of the program, and only exports need it.
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ExportError(_damaged(), place=str(error), remedy=_again()) from error
    try:
        if len(pdf) == 0:
            raise ExportError(_damaged(), remedy=_again())
        shown = iter([letter for page in pdf for letter in _letters(page.get_textpage().get_text_bounded())])
    finally:
        pdf.close()
    for paragraph in paragraphs(document):
        if not all(letter in shown for letter in _letters(_told(paragraph))):
            raise ExportError(_lost(), place=segment_place(paragraph.segments, paragraph.role), remedy=_again())


_VERIFIERS: Final[Mapping[Kind, Callable[[Document, bytes], None]]] = MappingProxyType(
    {Kind.PDF: _verify_pdf, Kind.DOCX: _verify_docx, Kind.HTML: _verify_html, Kind.EML: _verify_mail}
)


def _told(paragraph: Paragraph) -> str:
    """The text without page numbers, which only the page knows."""
    return "".join(run.text for run in paragraph.runs if run.field is Field.NONE)


def _letters(text: str) -> str:
    """Letters and digits alone: spaces, line ends and hyphens are the page's to choose."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text)))


def _damaged() -> str:
    return _("The finished file is damaged, so it was not saved.")


def _lost() -> str:
    return _("The finished file does not say all of the text, so it was not saved.")


def _again() -> str:
    return _("Export again; if it happens again, please report it as a mistake of the program.")


def _refusal(path: Path, error: ExportError) -> FileError:
    return FileError(path, error.reason, place=error.place, remedy=error.remedy)
