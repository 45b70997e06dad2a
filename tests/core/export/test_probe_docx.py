"""What is planted in a Word file is found, each thing in the place where other programs put it."""

import importlib.resources
import io
import zipfile

import docx
import pytest
from PIL import Image, PngImagePlugin

from tests.core.export.examplia import release
from tests.core.export.wordfile import members, packed
from tilshi.export.docx import write_docx
from tilshi.export.probe import LeakKind, probe

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def changed(path: str, old: str, new: str) -> bytes:
    """The release with one text of a member replaced."""
    parts = members(write_docx(release()))
    text = parts[path].decode("utf-8")
    assert old in text
    return packed({**parts, path: text.replace(old, new, 1).encode("utf-8")})


def with_member(path: str, data: bytes = b"<a/>") -> bytes:
    return packed({**members(write_docx(release())), path: data})


def kinds(data: bytes, *names: str) -> set[LeakKind]:
    return {leak.kind for leak in probe(data, "docx", names)}


def test_repacking_alone_is_no_leak() -> None:
    assert probe(packed(members(write_docx(release()))), "docx") == ()


@pytest.mark.parametrize(
    ("path", "old", "new", "kind"),
    [
        ("word/document.xml", "<w:p>", '<w:p w:rsidR="00AB12CD">', LeakKind.REVISION),
        (
            "word/settings.xml",
            "<w:compat>",
            '<w:rsids><w:rsid w:val="00AB12CD"/></w:rsids><w:compat>',
            LeakKind.REVISION,
        ),
        ("word/document.xml", "<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", LeakKind.HIDDEN),
        ("word/document.xml", "<w:p>", '<w:p><w:ins w:id="9" w:author="x"/>', LeakKind.CHANGE),
        ("word/document.xml", "<w:p>", '<w:p><w:del w:id="9"><w:delText>old</w:delText></w:del>', LeakKind.CHANGE),
        ("word/document.xml", "<w:p>", '<w:p><w:moveFromRangeStart w:id="9"/>', LeakKind.CHANGE),
        ("word/styles.xml", "<w:rPr>", '<w:rPr><w:rPrChange w:id="9"/>', LeakKind.CHANGE),
        ("word/settings.xml", "<w:compat>", "<w:trackRevisions/><w:compat>", LeakKind.CHANGE),
        ("word/document.xml", "<w:p>", '<w:p><w:commentReference w:id="1"/>', LeakKind.COMMENT),
        ("word/document.xml", "<w:p>", "<!-- to do --><w:p>", LeakKind.COMMENT),
        ("word/settings.xml", "<w:compat>", "<w:attachedTemplate/><w:compat>", LeakKind.TEMPLATE),
        ("docProps/app.xml", "<Application>", "<Template>Normal.dotm</Template><Application>", LeakKind.TEMPLATE),
        ("docProps/app.xml", "<Application>", "<TotalTime>12</TotalTime><Application>", LeakKind.PRIVATE),
        (
            "word/settings.xml",
            "<w:compat>",
            '<w:docVars><w:docVar w:name="a" w:val="b"/></w:docVars><w:compat>',
            LeakKind.PRIVATE,
        ),
    ],
)
def test_marks_are_found(path: str, old: str, new: str, kind: LeakKind) -> None:
    assert kinds(changed(path, old, new)) == {kind}


def test_a_mark_that_is_off_is_none() -> None:
    assert kinds(changed("word/document.xml", "<w:r>", '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr>')) == set()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("word/comments.xml", LeakKind.COMMENT),
        ("word/commentsExtended.xml", LeakKind.COMMENT),
        ("word/people.xml", LeakKind.COMMENT),
        ("docProps/thumbnail.jpeg", LeakKind.THUMBNAIL),
        ("docProps/custom.xml", LeakKind.PRIVATE),
        ("customXml/item1.xml", LeakKind.PRIVATE),
        ("word/vbaProject.bin", LeakKind.SCRIPT),
        ("word/embeddings/oleObject1.bin", LeakKind.ATTACHMENT),
    ],
)
def test_members_that_do_not_belong_are_found(path: str, kind: LeakKind) -> None:
    assert kind in kinds(with_member(path))


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("docProps/core.xml", "<dc:title>", "<cp:lastModifiedBy>Anna Smith</cp:lastModifiedBy><dc:title>"),
        ("docProps/core.xml", "<dc:creator>Examplia Relief", "<dc:creator>anna"),
        ("docProps/app.xml", "<Application>", "<Manager>Anna</Manager><Application>"),
        ("word/document.xml", "<w:t>6 March 2026", "<w:t>An</w:t></w:r><w:r><w:t>na"),
        ("word/document.xml", '<w:alias w:val="Contact"', '<w:alias w:val="Anna’s card"'),
        ("word/styles.xml", '<w:name w:val="Body"', '<w:name w:val="Body of Anna"'),
        ("word/_rels/document.xml.rels", "https://www.example.org/", "https://www.example.org/~anna"),
        ("word/footer-first.xml", "<w:t xml:space=", '<w:t xml:space="preserve">anna </w:t><w:t xml:space='),
    ],
)
def test_names_are_found(path: str, old: str, new: str) -> None:
    assert kinds(changed(path, old, new), "anna") == {LeakKind.NAME}


def test_the_author_of_a_change_is_found_even_where_the_text_names_the_same_person() -> None:
    data = changed("word/document.xml", "<w:p>", '<w:p><w:ins w:id="9" w:author="Jane Example"/>')
    found = probe(data, "docx", ["Jane Example"], shown="Jane Example said")
    assert {leak.kind for leak in found} == {LeakKind.CHANGE, LeakKind.NAME}


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("word/_rels/document.xml.rels", "https://www.example.org/", "file:///C:/Users/anna/x.docx"),
        ("docProps/app.xml", "Tilshi", "/home/anna/tilshi"),
        ("word/theme/theme1.xml", 'name="Release"', 'name="C:\\Users\\anna\\house.thmx"'),
        ("word/document.xml", "<w:t>6 March 2026", "<w:t>/Users/anna/Desktop"),
    ],
)
def test_places_on_a_computer_are_found(path: str, old: str, new: str) -> None:
    found = kinds(changed(path, old, new), "/home/anna", "C:\\Users\\anna")
    assert found <= {LeakKind.PATH, LeakKind.NAME}
    assert found != set()


def test_pictures_keep_what_cameras_wrote() -> None:
    picture = Image.new("RGB", (4, 4))
    exif = picture.getexif()
    exif[0x010F] = "Camera"
    jpeg, png, clean = io.BytesIO(), io.BytesIO(), io.BytesIO()
    picture.save(jpeg, "JPEG", exif=exif, comment=b"made by hand")
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "Anna")
    picture.save(png, "PNG", pnginfo=words)
    picture.save(clean, "JPEG")
    assert [leak.detail for leak in probe(with_member("word/media/1.jpg", jpeg.getvalue()), "docx")] == [
        *("Exif", "JPEG comment")
    ]
    assert [leak.detail for leak in probe(with_member("word/media/1.png", png.getvalue()), "docx")] == ["tEXt"]
    assert probe(with_member("word/media/1.jpg", clean.getvalue()), "docx") == ()


def test_what_stands_round_the_members_is_found() -> None:
    data = write_docx(release())
    assert kinds(b"#!/bin/sh\n" + data) == {LeakKind.EARLIER}
    assert kinds(packed(members(data), comment=b"by anna")) == {LeakKind.COMMENT}
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        entry = zipfile.ZipInfo("word/notes.xml")
        # The field in which Info-ZIP keeps numbers of users.
        entry.extra = b"ux\x0b\x00\x01\x04\xe8\x03\x00\x00\x04\xe8\x03\x00\x00"
        archive.writestr(entry, b"<a/>")
    assert kinds(buffer.getvalue()) == {LeakKind.PRIVATE}


def test_a_member_twice_is_an_earlier_state() -> None:
    buffer = io.BytesIO(write_docx(release()))
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/document.xml", b"<a/>")
    assert LeakKind.EARLIER in kinds(buffer.getvalue())


def test_a_damaged_part_is_not_vouched_for() -> None:
    assert kinds(with_member("word/extra.xml", b"<a>")) == {LeakKind.UNREADABLE}


def test_the_template_of_python_docx_shows_what_others_leak() -> None:
    template = importlib.resources.files(docx) / "templates" / "default.docx"
    found = kinds(template.read_bytes())
    assert {LeakKind.REVISION, LeakKind.THUMBNAIL, LeakKind.PRIVATE, LeakKind.TEMPLATE} <= found
