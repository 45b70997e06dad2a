from pathlib import Path

import pytest

from tests.core.exchange.fictitious import PRESS_RELEASE
from tilshi.exchange.imported import ImportKind
from tilshi.exchange.importing import import_files, import_text
from tilshi.files.errors import FileError


@pytest.mark.parametrize("language", ["en", "fr", "ru", "kk"])
def test_a_release_as_text_keeps_its_parts(language: str, tmp_path: Path) -> None:
    path = tmp_path / "release.txt"
    path.write_text("\n\n".join(PRESS_RELEASE.texts(language)), encoding="utf-8")
    imported = import_files([path])
    assert [block.role for block in imported.release.blocks] == PRESS_RELEASE.roles()
    assert [segment.source.string for _, segment in imported.release.segments()] == PRESS_RELEASE.texts(language)
    assert [block.id for block in imported.release.blocks][:2] == ["s01", "s02"]
    assert (imported.release.source_language, imported.release.template) == (language, PRESS_RELEASE.template)
    assert imported.warnings == ()


def test_two_texts_are_aligned(tmp_path: Path) -> None:
    source, target = tmp_path / "en.txt", tmp_path / "kk.txt"
    source.write_text("\n\n".join(PRESS_RELEASE.texts("en")), encoding="utf-8")
    target.write_text("\n\n".join(PRESS_RELEASE.texts("kk")), encoding="utf-8")
    imported = import_files([source, target])
    assert imported.kind is ImportKind.ALIGNED
    assert imported.release.languages == ("en", "kk")
    pairs = [(segment.source.string, segment.target("kk").text.string) for _, segment in imported.release.segments()]
    assert pairs == list(zip(PRESS_RELEASE.texts("en"), PRESS_RELEASE.texts("kk"), strict=True))


def test_two_texts_in_one_language_are_refused(tmp_path: Path) -> None:
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path in paths:
        path.write_text("\n\n".join(PRESS_RELEASE.texts("ru")), encoding="utf-8")
    with pytest.raises(FileError, match=r"two\.txt: It is in the same language \(ru\) as one\.txt"):
        import_files(paths)


def test_nothing_in_it() -> None:
    with pytest.raises(FileError, match="There is no text in it"):
        import_text("\n***\n", language="en")
