from pathlib import Path

import pytest

from tests.core.exchange.foreign import TEXT, packed, paragraph, relations, word_parts
from tilshi.files.errors import FileError
from tilshi.files.word import open_word

PATH = Path("a.docx")
MAIN = "word/document.xml"
RELS = "word/_rels/document.xml.rels"


def refusal(parts: dict[str, bytes]) -> str:
    with pytest.raises(FileError) as caught:
        open_word(PATH, packed(parts))
    return str(caught.value)


def warnings(parts: dict[str, bytes]) -> list[str]:
    return [str(warning) for warning in open_word(PATH, packed(parts)).warnings]


def without(name: str) -> dict[str, bytes]:
    return {part: data for part, data in word_parts().items() if part != name}


def test_a_sound_file_gives_its_paragraphs() -> None:
    package = open_word(PATH, packed(word_parts(paragraph("one") + paragraph(TEXT))))
    assert (package.main, list(package.paragraphs()), package.warnings) == (MAIN, ["one", TEXT], ())


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (without("[Content_Types].xml"), "This is no Word file: the part [Content_Types].xml is missing."),
        (without("_rels/.rels"), "This is no Word file: the part _rels/.rels is missing."),
        (without(MAIN), "_rels/.rels: It refers to the part word/document.xml, which is missing."),
        (without("word/styles.xml"), f"{RELS}: It refers to the part word/styles.xml, which is missing."),
        ({**word_parts(), RELS: relations("image", "../../../etc/passwd")}, "refers to a place outside the file"),
        ({**word_parts(), RELS: relations("image", "..\\x.png")}, "refers to a place outside the file"),
        ({**word_parts(), RELS: relations("image", "%2e%2e/%2e%2e/x.png")}, "refers to a place outside the file"),
        ({**word_parts(), RELS: relations("image", "file:///x.png")}, "refers to a place outside the file"),
        ({**word_parts(), RELS: relations("image", "media/none.png")}, "word/media/none.png, which is missing"),
        ({**word_parts(), MAIN: b""}, "word/document.xml: A part is empty."),
        ({**word_parts(), MAIN: b"<a/>"}, "word/document.xml: The part holds no document."),
        ({**word_parts(), MAIN: word_parts()[MAIN].replace(b"w:body", b"w:bod")}, "The part holds no document."),
        ({**word_parts(), "word/styles.xml": b"<!DOCTYPE a><a/>"},
         "word/styles.xml, line 1: The file declares a document"),
        ({**word_parts(), MAIN: word_parts()[MAIN].replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main")}, "It is half a “Strict Open XML” document"),
        ({**word_parts(), "[Content_Types].xml": word_parts()["[Content_Types].xml"].replace(
            b"wordprocessingml.document", b"spreadsheetml.sheet")}, "This is an Office file, but no Word document"),
        (word_parts("".join(paragraph(str(number * 7919)) for number in range(20_001))),
         "It holds more than 20000 paragraphs."),
        (word_parts(paragraph("".join(map(chr, range(0x400, 0x4400))) * 13)),
         "A paragraph is longer than 200000 characters."),
    ],
)  # fmt: skip
def test_refused(parts: dict[str, bytes], message: str) -> None:
    assert message in refusal(parts)


def test_a_strict_document_is_read_under_the_names_of_the_transitional_one() -> None:
    names = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
            b"http://purl.oclc.org/ooxml/officeDocument/relationships"
        ),
    }
    said = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    parts = word_parts(paragraph(TEXT))
    for old, new in names.items():
        parts = {name: data.replace(old, new) for name, data in parts.items()}
    parts[MAIN] = parts[MAIN].replace(TEXT.encode(), f"xmlns=&quot;{said}&quot;".encode())
    assert list(open_word(PATH, packed(parts)).paragraphs()) == [f'xmlns="{said}"']


RUN = "<w:p>{}<w:r><w:t>x</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (word_parts(RUN.format('<w:ins w:id="1"><w:r/></w:ins>')), "It holds tracked changes."),
        (word_parts(RUN.format("<w:r><w:rPr><w:vanish/></w:rPr></w:r>")), "It holds hidden text."),
        (word_parts(RUN.format('<w:r><w:commentReference w:id="1"/></w:r>')), "It holds comments."),
        (word_parts(RUN.format('<w:r><w:footnoteReference w:id="1"/></w:r>')), "It holds footnotes."),
        (word_parts(RUN.format("<w:r><w:object/></w:r>")), "It holds an embedded object, which is not read."),
        (word_parts('<w:altChunk r:id="r"/>'),
         "It holds a document of another kind (altChunk), which is not read."),
        (word_parts(RUN.format("<w:r><w:instrText> DDEAUTO c:\\x </w:instrText></w:r>")),
         "It holds a field that would fetch something from outside; it is not run."),
        (word_parts(RUN.format('<w:fldSimple w:instr="INCLUDETEXT x"/>')),
         "It holds a field that would fetch something from outside; it is not run."),
        ({**word_parts(), "word/vbaProject.bin": b"1"}, "It holds macros, which are not run."),
        ({**word_parts(), "word/embeddings/oleObject1.bin": b"1"}, "It holds an embedded object, which is not read."),
        ({**word_parts(), "[Content_Types].xml": word_parts()["[Content_Types].xml"].replace(
            b"openxmlformats-officedocument.wordprocessingml.document.main",
            b"ms-word.document.macroEnabled.main")}, "It holds macros, which are not run."),
        ({**word_parts(), RELS: relations("attachedTemplate", "http://example.org/x.dotm", external=True)},
         f"{RELS}: It names something outside, which is not loaded: http://example.org/x.dotm"),
        ({**word_parts(), RELS: relations("hyperlink", "javascript:alert(1)", external=True)},
         f"{RELS}: It names something outside, which is not loaded: javascript:alert(1)"),
        ({**word_parts(), RELS: relations("hyperlink", "\\\\host\\x", external=True)},
         f"{RELS}: It names something outside, which is not loaded: \\\\host\\x"),
        (word_parts(paragraph("a\u202eb")),
         f"{MAIN}: There is a control that turns the direction of writing (U+202E)."),
    ],
)  # fmt: skip
def test_what_is_left_aside_is_said(parts: dict[str, bytes], message: str) -> None:
    assert warnings(parts) == [message]


def test_plain_links_are_no_news() -> None:
    assert warnings({**word_parts(), RELS: relations("hyperlink", "https://www.example.org", external=True)}) == []
