"""The PDF of a release against Typst's of the same release: same parts, faces, tags and standards, in one run.

Warm runs write a release in which every paragraph is new, so that neither side lives on what it remembers; a second
pair changes one paragraph of a known release, as a keystroke does.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from tests.bench.measure import cpu, cpu_of_program, report, take_turns
from tests.bench.typst_source import typst_source
from tests.core.export.examplia import WORDS, release
from tilshi import resources
from tilshi.export.content import map_paragraphs
from tilshi.export.pdf.writer import write_pdf
from tilshi.layout.blocks import Alignment, Block, Document, Paragraph, Tag

WARM_BOUND = 1.2
COLD_BOUND = 3.0
SIZE_BOUND = 1.0
FONTS = str(resources.path("fonts"))
ROOT = str(Path(__file__).resolve().parents[2])
# So many times the body of the sample fills sixteen pages.
LONG = 30

COLD_OURS = f"""
import sys; sys.path.insert(0, {ROOT!r})
from tests.core.export.examplia import release
from tilshi.export.pdf.writer import write_pdf
assert write_pdf(release("kk")).data
"""
COLD_TYPST = """
import typst
assert typst.compile({source!r}, font_paths=[{fonts!r}], ignore_system_fonts=True, pdf_standards=["a-2a", "ua-1"])
"""


def main() -> bool:
    """One page and many pages warm, one page in a new process, and the size of the file."""
    kept = [
        _warm("One page, every paragraph new", lambda number: _renewed(number, 1)),
        _warm(f"{_pages(LONG)} pages, every paragraph new", lambda number: _renewed(number, LONG)),
        _warm("One page, one paragraph new", _edited),
        _warm("One page, justified and hyphenated", lambda number: _justified(_renewed(number, 1, "ru"))),
        _cold(),
        *map(_size, sorted(WORDS)),
    ]
    return all(kept)


def _justified(document: Document) -> Document:
    """The document with its running text justified, and words divided by the rules of its language."""

    def change(paragraph: Paragraph) -> Paragraph:
        style = paragraph.style
        if paragraph.tag is not Tag.PARAGRAPH or style.alignment is not Alignment.START:
            return paragraph
        return replace(paragraph, style=replace(style, alignment=Alignment.JUSTIFY, hyphenate=True))

    return replace(document, blocks=tuple(map_paragraphs(block, change) for block in document.blocks))


def _renewed(number: int, length: int, language: str = "kk") -> Document:
    """The release with its body `length` times, each paragraph of it with a text no other run has."""
    whole = release(language)
    serial = count()

    def renew(paragraph: Paragraph) -> Paragraph:
        first, *others = paragraph.runs
        return replace(paragraph, runs=(replace(first, text=f"{number}.{next(serial)} {first.text}"), *others))

    blocks: list[Block] = [*whole.blocks[:3], *whole.blocks[3:9] * length, *whole.blocks[9:]]
    return replace(whole, blocks=tuple(map_paragraphs(block, renew) for block in blocks))


def _edited(number: int) -> Document:
    """The release with one paragraph that no other run has."""
    whole = release("kk")
    blocks = list(whole.blocks)
    body = blocks[4]
    assert isinstance(body, Paragraph)
    first, *others = body.runs
    blocks[4] = replace(body, runs=(replace(first, text=f"{first.text} {number}"), *others))
    return replace(whole, blocks=tuple(blocks))


def _pages(length: int) -> int:
    return write_pdf(_renewed(0, length)).pages


def _warm(title: str, make: Callable[[int], Document]) -> bool:
    """Both sides write the same documents in turn."""
    compiler = typst.Compiler(font_paths=[FONTS], ignore_system_fonts=True)
    numbers = count()

    def ours() -> float:
        document = make(next(numbers))
        return cpu(lambda: write_pdf(document))

    def theirs() -> float:
        document = make(next(numbers))
        source = typst_source(document)
        if any(isinstance(block, Paragraph) and block.style.hyphenate for block in document.blocks):
            source = source.replace("hyphenate: false", "hyphenate: true").replace("justify: false", "justify: true")
        return cpu(lambda: _compile(compiler, source))

    ours()
    theirs()
    return report(title, take_turns({"Tilshi": ours, "Typst": theirs}), bound=WARM_BOUND)


def _compile(compiler: typst.Compiler, source: str) -> bytes:
    data = compiler.compile(input=source.encode(), pdf_standards=["a-2a", "ua-1"])
    assert isinstance(data, bytes)
    return data


def _cold() -> bool:
    """A process that does nothing but write one release, from its start to its end; its bytecode is there already."""
    source = typst_source(release("kk")).encode()
    theirs = COLD_TYPST.format(source=source, fonts=FONTS)
    with TemporaryDirectory() as folder:
        environment = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": folder}

        def run(program: str) -> float:
            return cpu_of_program([sys.executable, "-c", program], environment)

        run(COLD_OURS)
        run(theirs)
        contenders = {"Tilshi": partial(run, COLD_OURS), "Typst": partial(run, theirs)}
        return report("One page, cold process", take_turns(contenders), bound=COLD_BOUND)


def _size(language: str) -> bool:
    """Bytes, not seconds."""
    document = release(language)
    ours = len(write_pdf(document).data)
    theirs = len(_compile(typst.Compiler(font_paths=[FONTS], ignore_system_fonts=True), typst_source(document)))
    print(f"\nSize, {language}: Tilshi {ours} bytes, Typst {theirs} bytes = {ours / theirs:.2f} ×")
    return ours <= SIZE_BOUND * theirs
