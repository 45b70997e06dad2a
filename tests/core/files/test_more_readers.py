"""The readers of the packages above, under the same tests."""

import io
from pathlib import Path

import openpyxl
import pytest

from tests.core.contacts.people import JANE
from tests.core.drafts.test_document import SAMPLE
from tests.core.drafts.test_encryption import CHEAP
from tests.core.exchange import foreign
from tests.core.export.examplia import release
from tests.core.export.images import logo, photograph
from tests.core.files.guards import GuardedReader
from tilshi import resources
from tilshi.contacts.vcard_reading import read_vcards
from tilshi.contacts.vcard_writing import write_vcards
from tilshi.drafts.draft import checked_document, open_draft
from tilshi.drafts.encryption.protecting import protect
from tilshi.export.errors import ExportError
from tilshi.export.pdf.writer import write_pdf
from tilshi.export.pictures import cleaned
from tilshi.export.signature.verifying import verify_file
from tilshi.files.bounded import read_bytes
from tilshi.files.errors import FileError
from tilshi.layout import profile, template
from tilshi.layout.blocks import Picture
from tilshi.memory.tmx import read_memory
from tilshi.terminology.interchange import read_terms
from tilshi.workflow import open_any


def workbook() -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (("en", "kk"), ("law", "құқық"), ("water", "су")):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


class TestTerms(GuardedReader):
    name = "a.csv"
    sound = foreign.CSV.encode()

    def read(self, path: Path) -> object:
        return read_terms(path)


class TestWorkbook(TestTerms):
    name = "a.xlsx"
    sound = workbook()


class TestTermbase(TestTerms):
    name = "a.tbx"
    sound = foreign.TBX.encode()
    megabytes = 96


class TestMemory(GuardedReader):
    name = "a.tmx"
    sound = foreign.TMX.encode()
    megabytes = 256

    def read(self, path: Path) -> object:
        return read_memory(path)


class TestAnything(GuardedReader):
    """What the window and the command line open."""

    name = "a.docx"
    sound = foreign.SOUND["i.docx"]

    def read(self, path: Path) -> object:
        return open_any(path)


class TestDraft(GuardedReader):
    name = "a.tilshi"
    sound = checked_document(Path("a.tilshi"), SAMPLE)

    def read(self, path: Path) -> object:
        return open_draft(path)


class TestProfile(GuardedReader):
    name = "a.toml"
    sound = resources.path("profiles", "default.toml").read_bytes()

    megabytes = 1

    def read(self, path: Path) -> object:
        return profile.load(path)


class TestTemplate(GuardedReader):
    name = "a.toml"
    sound = resources.path("templates", "press-release.toml").read_bytes()

    megabytes = 1

    def read(self, path: Path) -> object:
        return template.read_template(path)


class TestContacts(GuardedReader):
    name = "a.vcf"
    sound = write_vcards((JANE,))

    megabytes = 8

    def read(self, path: Path) -> object:
        return read_vcards(path)

    def test_nothing_of_a_card_is_printed(self, path: Path, capfd: pytest.CaptureFixture[str]) -> None:
        path.write_bytes(self.sound.replace(b"END:", b"Jane Example, no property\r\nEND:"))
        self.read(path)
        assert capfd.readouterr() == ("", "")


class TestSealedDraft(GuardedReader):
    """An encrypted draft with its key at hand."""

    name = "a.tilshi"
    container = protect("a passphrase of words", cost=CHEAP).container
    sound = container.seal(checked_document(Path("a.tilshi"), SAMPLE))

    def read(self, path: Path) -> object:
        return open_draft(path, self.container)


class TestSignedPdf(GuardedReader):
    """What is verified; without a signature, which is said and is no error."""

    name = "a.pdf"
    megabytes = 64
    sound = write_pdf(release("en")).data

    def read(self, path: Path) -> object:
        return verify_file(path)


# Pillow says so, goes on without it, and so do we: it would not leave the house anyway.
@pytest.mark.filterwarnings("ignore:Corrupt EXIF data:UserWarning", "ignore:Truncated File Read:UserWarning")
class TestPhotograph(GuardedReader):
    name = "a.jpg"
    sound = photograph(120, 80).data

    def read(self, path: Path) -> object:
        return cleaned_file(path)


class TestLogo(TestPhotograph):
    name = "a.png"
    sound = logo().data


def cleaned_file(path: Path) -> bytes:
    """A picture as the window takes it: what is wrong with it is said under the name of its file."""
    try:
        return cleaned(Picture(path.name, read_bytes(path)))
    except ExportError as error:
        raise FileError(path, error.reason, place=error.place, remedy=error.remedy) from error
