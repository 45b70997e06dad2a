"""Every reader under the tests that hold for all of them."""

from pathlib import Path

from tests.core.exchange import foreign
from tests.core.files.guards import GuardedReader
from tilshi.exchange import xliff
from tilshi.exchange.importing import import_files
from tilshi.exchange.inspecting.languages import inspect_memory, inspect_termbase
from tilshi.files import archive, gettext, json, tables, word, xml
from tilshi.files.bounded import read_bytes
from tilshi.files.decoding import decode_text


class TestText(GuardedReader):
    name = "a.txt"
    sound = foreign.RELEASE.encode()

    def read(self, path: Path) -> object:
        return decode_text(path, read_bytes(path))


class TestXml(GuardedReader):
    name = "a.xml"
    sound = b"<a><b c='d'>e</b></a>"

    def read(self, path: Path) -> object:
        return xml.parse(path, read_bytes(path))


class TestArchive(GuardedReader):
    name = "a.zip"
    sound = foreign.SOUND["i.docx"]

    def read(self, path: Path) -> object:
        opened = archive.open_zip(path)
        return [opened.read(name) for name in opened.names]


class TestWord(GuardedReader):
    name = "a.docx"
    sound = foreign.SOUND["i.docx"]

    def read(self, path: Path) -> object:
        return word.open_word(path)


class TestJson(GuardedReader):
    name = "a.json"
    sound = '{"a": [1, 2.5, "ә", null, true], "b": {}}'.encode()

    def read(self, path: Path) -> object:
        return json.parse(path, read_bytes(path))


class TestTable(GuardedReader):
    name = "a.csv"
    sound = foreign.CSV.encode()

    def read(self, path: Path) -> object:
        return tables.read_table(path)


class TestCatalogue(GuardedReader):
    name = "a.po"
    sound = foreign.PO.encode()

    def read(self, path: Path) -> object:
        return gettext.read_catalogue(path)


class TestXliff(GuardedReader):
    name = "a.xlf"
    sound = foreign.XLIFF_21.encode()

    def read(self, path: Path) -> object:
        return xliff.read(path)


class TestXliff12(TestXliff):
    sound = foreign.XLIFF_12.encode()


class TestMemory(GuardedReader):
    name = "a.tmx"
    sound = foreign.TMX.encode()

    def read(self, path: Path) -> object:
        return inspect_memory(path)


class TestTermbase(GuardedReader):
    name = "a.tbx"
    sound = foreign.TBX.encode()

    def read(self, path: Path) -> object:
        return inspect_termbase(path)


class TestRelease(GuardedReader):
    name = "a.txt"
    sound = foreign.RELEASE.encode()

    def read(self, path: Path) -> object:
        return import_files([path])
