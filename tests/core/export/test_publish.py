"""A finished file is opened again and looked through before it takes the place of the old one."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.core.export.examplia import BODY, WORDS, paragraph, release
from tests.core.export.wordfile import members, packed
from tilshi.drafts import open_draft
from tilshi.export import publish
from tilshi.export.docx import write_docx
from tilshi.export.errors import ExportError, LeakFound
from tilshi.export.html import write_html
from tilshi.export.mail import write_mail
from tilshi.export.pdf.writer import write_pdf
from tilshi.export.probe import Kind, LeakKind
from tilshi.export.publish import export_file, finished_file, verification
from tilshi.export.text import write_text
from tilshi.files.errors import FileError
from tilshi.layout.blocks import Document, Metadata
from tilshi.publishing import export_release
from tilshi.release import Note, Release

LANGUAGES = sorted(WORDS)
OLD = b"the earlier file"


def written(document: Document, kind: Kind) -> bytes:
    match kind:
        case Kind.PDF:
            return write_pdf(document).data
        case Kind.DOCX:
            return write_docx(document)
        case Kind.HTML:
            return write_html(document).encode("utf-8")
        case Kind.EML:
            return write_mail(document, write_pdf(document).data, "release.pdf")


def saying(text: str) -> Document:
    return replace(release(), blocks=(paragraph("body", text, "en", BODY),))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format_", ["pdf", "docx", "html", "eml", "txt"])
def test_a_sound_file_takes_the_place_of_the_old_one(tmp_path: Path, format_: str, language: str) -> None:
    path = tmp_path / f"release.{format_}"
    path.write_bytes(OLD)
    document = release(language)
    data = finished_file(document, format_, path)
    assert path.read_bytes() == OLD
    verify = (lambda _data: None) if format_ == "txt" else verification(document, Kind(format_))
    export_file(path, data, verify)
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_text_is_utf_8() -> None:
    assert finished_file(release("kk"), "txt", Path("a.txt")).decode("utf-8") == write_text(release("kk"))


def test_an_unknown_format_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="odt"):
        finished_file(release(), "odt", Path("release.odt"))


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("damage", [lambda data: data[: len(data) // 2], lambda _data: b"", lambda _data: b"hello"])
def test_a_damaged_file_never_takes_the_place_of_a_good_one(tmp_path: Path, kind: Kind, damage: object) -> None:
    assert callable(damage)
    path = tmp_path / "release"
    path.write_bytes(OLD)
    with pytest.raises(FileError, match="The finished file is damaged, so it was not saved"):
        export_file(path, damage(written(release(), kind)), verification(release(), kind))
    assert path.read_bytes() == OLD


@pytest.mark.parametrize("kind", Kind)
def test_a_file_that_lacks_a_paragraph_is_refused_with_its_segment(kind: Kind) -> None:
    whole = release()
    lacking = replace(whole, blocks=tuple(block for block in whole.blocks if block.segments != ("quote",)))
    with pytest.raises(ExportError, match=r"^segment quote: The finished file does not say all of the text"):
        verification(whole, kind)(written(lacking, kind))


@pytest.mark.parametrize("kind", Kind)
def test_a_file_that_lacks_a_letter_is_refused(kind: Kind) -> None:
    verify = verification(saying("Twelve thousand people drink clean water."), kind)
    verify(written(saying("Twelve thousand people drink clean water."), kind))
    with pytest.raises(ExportError, match="does not say all of the text"):
        verify(written(saying("Twelve thousand people drink clean wate."), kind))


def test_a_word_file_that_says_more_is_refused() -> None:
    more = replace(release(), blocks=(*release().blocks, paragraph("note", "For the desk only.", "en", BODY)))
    with pytest.raises(ExportError, match="damaged"):
        verification(release(), Kind.DOCX)(write_docx(more))


def test_a_member_with_a_wrong_sum_is_found(tmp_path: Path) -> None:
    data = bytearray(write_docx(release()))
    with zipfile.ZipFile(copied(tmp_path, bytes(data))) as archive:
        at = archive.getinfo("word/theme/theme1.xml").header_offset + 60
    data[at] ^= 0xFF
    with pytest.raises(ExportError, match=r"^word/theme/theme1\.xml: .*damaged"):
        verification(release(), Kind.DOCX)(bytes(data))


def copied(folder: Path, data: bytes) -> Path:
    path = folder / "copy.docx"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("kind", Kind)
def test_a_leak_stops_the_export_and_is_named(tmp_path: Path, kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    signed = replace(release().metadata, author="Anna Smith")
    data = written(replace(release(), metadata=signed), kind)
    path = tmp_path / "release"
    path.write_bytes(OLD)
    with pytest.raises(FileError, match=r"The file was not saved, because .*The name “anna smith” is in it"):
        export_file(path, data, verification(release(), kind, ["Anna Smith"]))
    assert path.read_bytes() == OLD
    monkeypatch.setattr(publish, "machine_names", lambda: ("Anna Smith",))
    # The house signs with that name on purpose.
    assert finished_file(replace(release(), metadata=signed), kind.value, path) == data


def test_all_leaks_are_kept_and_the_first_are_shown() -> None:
    parts = members(write_docx(release()))
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:p>", b'<w:p w:rsidR="00000001">')
    with pytest.raises(LeakFound) as caught:
        verification(release(), Kind.DOCX)(packed({**parts, "word/comments.xml": b"<a/>"}))
    assert {leak.kind for leak in caught.value.leaks} == {LeakKind.REVISION, LeakKind.COMMENT}
    assert caught.value.remedy.startswith("Take it out of the release")


@pytest.mark.parametrize(
    ("format_", "text", "message"),
    [
        ("docx", "One\x01two", r"^release\.docx: segment body: The character U\+0001 at position 4 cannot be written"),
        ("pdf", "One漢two", r"^release\.pdf: .*U\+6F22"),
    ],
)
def test_what_a_format_cannot_hold_is_said_with_its_place(format_: str, text: str, message: str) -> None:
    with pytest.raises(FileError, match=message):
        finished_file(saying(text), format_, Path(f"release.{format_}"))


@pytest.fixture
def annotated() -> Release:
    """A sample with a note for the desk on its first segment."""
    path = Path(__file__).parents[3] / "assets" / "samples" / "press-release.tilshi"
    whole = open_draft(path).release
    first, *rest = whole.blocks
    note = Note("n1", "Ask Anna before this leaves.", author="Anna Smith")
    segment = replace(first.segments[0], notes=(note,))
    return replace(whole, blocks=(replace(first, segments=(segment, *first.segments[1:])), *rest))


def test_what_is_kept_back_does_not_leave_with_an_export(
    tmp_path: Path, annotated: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path,) = export_release(annotated, "kk", ["docx"], tmp_path)
    before = path.read_bytes()
    english = annotated.blocks[-1].segments[0].source.string
    for secret in ("Ask Anna before this leaves.", "by Anna Smith", english):
        parts = members(before)
        planted = parts["docProps/app.xml"].replace(b"Tilshi", f"Tilshi, {secret}".encode())
        leaky = packed({**parts, "docProps/app.xml": planted})
        monkeypatch.setattr("tilshi.export.docx.write_docx", lambda _document, data=leaky, **_options: data)
        with pytest.raises(FileError, match=r"docProps/app\.xml, Application: The name “"):
            export_release(annotated, "kk", ["docx"], tmp_path)
        assert path.read_bytes() == before


def test_an_empty_document_is_a_file_too(tmp_path: Path) -> None:
    empty = Document(Metadata("Nothing", "en"), release().page, ())
    for kind in Kind:
        path = tmp_path / f"empty.{kind}"
        export_file(path, finished_file(empty, kind, path), verification(empty, kind))
        assert path.stat().st_size > 0
