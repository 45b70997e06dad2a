"""LibreOffice opens the Word file with the same text, and gives styles, links and languages back when it saves it."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from tests.core.export.examplia import WORDS, release
from tests.core.export.wordfile import W, find, members, part, shown, targets, values
from tilshi.export.content import paragraphs_of
from tilshi.export.docx import write_docx

LANGUAGES = sorted(WORDS)
FORMATS = {"txt": "txt:Text (encoded):UTF8", "pdf": "pdf", "docx": "docx:MS Word 2007 XML"}
# Elements for characters, as LibreOffice writes them.
CHARACTERS = {f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """A folder of conversions for each format: `kk.txt`, `kk.pdf` …; three starts of LibreOffice for all of them."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    folder = tmp_path_factory.mktemp("libreoffice")
    for language in LANGUAGES:
        (folder / f"{language}.docx").write_bytes(write_docx(release(language)))
    sources = [str(folder / f"{language}.docx") for language in LANGUAGES]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for kind, target in FORMATS.items():
        command = [office, profile, "--headless", "--convert-to", target, "--outdir", str(folder / kind), *sources]
        environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
        subprocess.run(command, check=True, capture_output=True, timeout=180, env=environment)
    return {kind: folder / kind for kind in FORMATS}


def texts(language: str) -> list[str]:
    return [p.text for block in release(language).blocks for p in paragraphs_of(block)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_is_the_same(converted: Mapping[str, Path], language: str) -> None:
    lines = (converted["txt"] / f"{language}.txt").read_text(encoding="utf-8-sig").splitlines()
    # Its text export puts a bullet of its own before the items of a list.
    assert [line.removeprefix("    • ") for line in lines] == texts(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_all_of_it(converted: Mapping[str, Path], language: str) -> None:
    document = pdfium.PdfDocument(converted["pdf"] / f"{language}.pdf")
    shown_text = "".join(_letters(page.get_textpage().get_text_bounded()) for page in document)
    assert len(document) == 1
    assert [text for text in texts(language) if _letters(text) not in shown_text] == []
    footer = release(language).footer
    assert footer is not None
    assert _letters(footer.text) in shown_text


def _letters(text: str) -> str:
    """Without what a page is free to show in another way: spaces, line ends, which hyphen it was."""
    return "".join(letter for letter in text if letter.isalnum())


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_and_styles_come_back(converted: Mapping[str, Path], language: str) -> None:
    returned = (converted["docx"] / f"{language}.docx").read_bytes()
    sent = write_docx(release(language))
    assert _styled(returned) == _styled(sent)


def _styled(data: bytes) -> list[tuple[str, str]]:
    styles = part(data, "word/styles.xml")
    names = {
        identifier: values(style, "w:name/@w:val")[0].lower()
        for style in find(styles, "//w:style[@w:type='paragraph']")
        for identifier in values(style, "@w:styleId")
    }
    return [(names[values(p, "w:pPr/w:pStyle/@w:val")[0]], _text(p)) for p in find(part(data), "//w:p")]


def _text(paragraph: object) -> str:
    assert hasattr(paragraph, "iter")
    return "".join(CHARACTERS.get(e.tag, e.text or "") for e in paragraph.iter(f"{W}t", *CHARACTERS))


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_come_back(converted: Mapping[str, Path], language: str) -> None:
    returned = (converted["docx"] / f"{language}.docx").read_bytes()
    assert _links(returned) == _links(write_docx(release(language)))
    assert len(_links(returned)) == 3


def _links(data: bytes) -> list[tuple[str, str]]:
    addresses = targets(data)
    return [(shown(link), addresses[values(link, "@r:id")[0]]) for link in find(part(data), "//w:hyperlink")]


def test_languages_come_back(converted: Mapping[str, Path]) -> None:
    returned = (converted["docx"] / "kk.docx").read_bytes()
    (french,) = find(part(returned), "//w:r[w:rPr/w:lang/@w:val='fr-FR']")
    assert shown(french) == " Eau Claire (L’eau pour tous)"
    styles = part(returned, "word/styles.xml")
    assert values(styles, "//w:docDefaults//w:lang/@w:val") == ["kk-KZ"]
    others = {value for value in values(part(returned), "//w:lang/@w:val") if value != "fr-FR"}
    assert others <= {"kk-KZ"}


def test_structure_comes_back(converted: Mapping[str, Path]) -> None:
    returned = (converted["docx"] / "en.docx").read_bytes()
    root = part(returned)
    assert [bool(find(row, "w:trPr/w:tblHeader")) for row in find(root, "//w:tr")] == [True, False, False, False]
    assert [shown(item) for item in find(root, "//w:p[w:pPr/w:numPr]")] == list(WORDS["en"].items)
    fields = b"".join(data for name, data in members(returned).items() if "footer" in name)
    assert (b"PAGE" in fields, b"NUMPAGES" in fields) == (True, True)
    core = members(returned)["docProps/core.xml"].decode()
    assert WORDS["en"].headline in core
    assert "Examplia Relief" in core
