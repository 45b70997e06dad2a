"""Every template in every language as a Word file: sound, and the same text in LibreOffice."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from tilshi.drafts import open_draft
from tilshi.export.content import paragraphs
from tilshi.export.publish import finished_file
from tilshi.layout.blocks import Document
from tilshi.layout.compose import compose
from tilshi.workflow import layout_of, open_any

SAMPLES = sorted((Path(__file__).parents[3] / "assets" / "samples").glob("*.tilshi"))


def documents(path: Path) -> Iterator[tuple[str, Document]]:
    release = open_any(path).release
    layout = layout_of(release)
    for language in release.languages:
        yield f"{path.stem}-{language}", compose(release, layout.template, layout.profile, language)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Document]:
    """Each sample in each of its languages, as a file."""
    folder = tmp_path_factory.mktemp("samples")
    files: dict[Path, Document] = {}
    for sample in SAMPLES:
        for name, document in documents(sample):
            path = folder / f"{name}.docx"
            path.write_bytes(finished_file(document, "docx", path))
            files[path] = document
    return files


def test_all_kinds_in_all_languages(exported: dict[Path, Document]) -> None:
    languages = [language for sample in SAMPLES for language in open_draft(sample).release.languages]
    assert len(exported) == len(languages) >= 24


def test_an_independent_auditor_finds_nothing(exported: dict[Path, Document]) -> None:
    validator = OpenXmlValidator()
    found = {path.name: [error.description for error in validator.validate(path).errors] for path in exported}
    assert found == {path.name: [] for path in exported}


def test_libreoffice_opens_them_with_the_same_text(exported: dict[Path, Document], tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    subprocess.run([*command, *map(str, exported)], check=True, capture_output=True, timeout=280, env=environment)
    differing = {}
    for path, document in exported.items():
        lines = (tmp_path / f"{path.stem}.txt").read_text(encoding="utf-8-sig").splitlines()
        # A line break inside a paragraph is a line of its own there; a bullet of its own stands before list items.
        shown = [line.removeprefix("    • ") for line in lines if line]
        wanted = [line for each in paragraphs(document) for line in each.text.split("\n") if line]
        if shown != wanted:
            differing[path.name] = (shown, wanted)
    assert differing == {}


def test_real_releases_are_sound_too(shared: Path, tmp_path: Path) -> None:
    validator = OpenXmlValidator()
    found = {}
    for sample in sorted((shared / "samples").glob("*.xlf")):
        for name, document in documents(sample):
            path = tmp_path / f"{name}.docx"
            path.write_bytes(finished_file(document, "docx", path))
            found[name] = [error.description for error in validator.validate(path).errors]
    assert len(found) > 6
    assert found == {name: [] for name in found}
