"""Broken and hostile Word files: a clear error or a warned opening, quickly, and nothing else."""

from __future__ import annotations

import io
import json
import random
import re
import time
import zipfile
from pathlib import Path

import pytest

from tests.core.exchange.foreign import packed, paragraph, relations, word_parts
from tilshi.exchange.imported import TrackedChanges
from tilshi.exchange.importing import import_files
from tilshi.exchange.texts import import_word
from tilshi.files.errors import FileError
from tilshi.workflow import open_any

BODY = """
<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr>
<w:r><w:t>Water for all</w:t></w:r></w:p>
<w:p><w:ins w:id="2"><w:r><w:rPr><w:b/></w:rPr><w:t>One</w:t></w:r></w:ins>
<w:del w:id="3"><w:r><w:delText>Two</w:delText>
</w:r></w:del><w:hyperlink r:id="rId1"><w:r><w:t>link</w:t></w:r></w:hyperlink>
<w:r><w:fldChar w:fldCharType="begin"/></w:r>
<w:r><w:instrText>HYPERLINK "https://example.org"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
<w:r><w:t>field</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
<w:tbl><w:tr><w:tc>
<w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc>
<w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc><w:tc><w:p><w:pPr>
<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>
<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r></w:p></w:tc></w:tr></w:tbl>
<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>
<w:sdtContent><w:p><w:commentRangeStart w:id="4"/><w:r><w:t>c</w:t></w:r></w:p>
</w:sdtContent></w:sdt>
"""


def odt() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return buffer.getvalue()


ODT = odt()


def test_everything_in_the_sample_of_bad_files_is_as_expected(shared: Path) -> None:
    folder = shared / "bad_inputs"
    lines = [json.loads(line) for line in (folder / "manifest.jsonl").read_text("utf-8").splitlines()]
    found, expected = {}, {}
    for line in lines:
        if line["kind"] != "docx":
            continue
        begun = time.process_time()
        try:
            outcome = "warn" if open_any(folder / line["file"]).warnings else "open"
        except FileError:
            outcome = "error"
        assert time.process_time() - begun < 2, line["file"]
        found[line["file"]] = "any" if line["expect"] == "any" else outcome
        expected[line["file"]] = line["expect"]
    assert found == expected


def mutated(body: bytes, rng: random.Random) -> bytes:
    """The body with tags exchanged, doubled, taken out, or attributes changed."""
    tags = list(re.finditer(rb"<[^>]+>", body))
    for _ in range(rng.choice((1, 2, 5))):
        one, other = rng.choice(tags)[0], rng.choice(tags)[0]
        kind = rng.randrange(4)
        if kind == 0:
            body = body.replace(one, other, rng.choice((1, 99)))
        elif kind == 1:
            body = body.replace(one, one + other, 1)
        elif kind == 2:
            body = body.replace(one, b"", rng.choice((1, 99)))
        else:
            body = re.sub(rb'val="[^"]*"', rng.choice((b'val=""', b'val="-1"', b'val="99999999999"')), body)
    return body


@pytest.mark.parametrize("seed", range(8))
def test_mutations_end_in_a_release_or_a_clear_error(seed: int) -> None:
    rng = random.Random(seed)
    parts = word_parts(BODY)
    main = parts["word/document.xml"]
    outcomes = []
    for _ in range(60):
        data = packed({**parts, "word/document.xml": mutated(main, rng)})
        try:
            imported = import_word(Path("a.docx"), data, language="en", changes=rng.choice(list(TrackedChanges)))
        except FileError as error:
            outcomes.append(str(error).startswith("a.docx: "))
        else:
            outcomes.append(bool(imported.release.blocks))
    assert outcomes == [True] * 60


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save it as .docx without a password"),
        ("a.rtf", b"{\\rtf1 Text}", "This is a rich text file. Save it as .docx or as plain text."),
        ("a.odt", ODT, "This is an OpenDocument file."),
        ("a.docx", ODT, "This is an OpenDocument file."),
        ("a.docx", packed(word_parts("<w:p/>")), "There is no text in it."),
        ("a.docx", packed(word_parts("".join(paragraph(str(n * 7919)) for n in range(5_001)))),
         "too long for a release"),
    ],
)  # fmt: skip
def test_refused_with_a_remedy(name: str, data: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(FileError, match=re.escape(reason)):
        import_files([path])


def test_a_style_based_on_itself_and_a_list_of_nothing() -> None:
    parts = word_parts(
        '<w:p><w:pPr><w:pStyle w:val="A"/><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr>'
        "<w:r><w:t>Text</w:t></w:r></w:p>"
    )
    style = (
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="A"/>'
        '<w:pPr><w:outlineLvl w:val="99"/></w:pPr></w:style>'
    )
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"/>", f">{style}</w:styles>".encode())
    release = import_word(Path("a.docx"), packed(parts), language="en").release
    assert [block.segments[0].source.string for block in release.blocks] == ["Text"]


def test_addresses_that_are_none_of_a_release_are_no_links() -> None:
    for target in ("file:///etc/passwd", "javascript:alert(1)", "\\\\server\\share", "https://a b"):
        body = '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>Look</w:t></w:r></w:hyperlink></w:p>'
        parts = word_parts(body)
        parts["word/_rels/document.xml.rels"] = relations("hyperlink", target, external=True)
        release = import_word(Path("a.docx"), packed(parts), language="en").release
        assert release.blocks[0].segments[0].source.marks == ()


def test_the_largest_text_is_read_in_a_few_seconds() -> None:
    runs = "<w:r><w:rPr><w:b/></w:rPr><w:t>{} </w:t></w:r>" * 12
    body = "".join(f"<w:p>{runs.format(*(n * 7919 + at for at in range(12)))}</w:p>" for n in range(3_000))
    data = packed(word_parts(body))
    begun = time.process_time()
    import_word(Path("a.docx"), data, language="en")
    assert time.process_time() - begun < 6  # far less where nothing else runs
