"""Draft files: saved whole, opened whole or refused in words, never over somebody else's work."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core.drafts.test_document import SAMPLE
from tests.core.release.strategies import releases
from tilshi.drafts import DraftConflict, open_draft, save_draft
from tilshi.drafts.serialising import document_of
from tilshi.files.errors import FileError
from tilshi.release import Block, Release, Role, Segment, Text

OTHER = replace(SAMPLE, id="R2")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(release=releases())
def test_any_release_comes_back_from_disk(tmp_path: Path, release: Release) -> None:
    path = tmp_path / "draft.tilshi"
    saved = save_draft(release, path, overwrite=True)
    assert open_draft(path) == saved
    assert open_draft(path).release == release


def test_saving_again_builds_on_what_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "draft.tilshi"
    draft = save_draft(SAMPLE, path)
    draft = save_draft(OTHER, path, draft)
    assert open_draft(path) == draft


def test_a_file_that_somebody_else_changed_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "draft.tilshi"
    draft = save_draft(SAMPLE, path)
    theirs = path.read_bytes().replace(b"Nine", b"Ten!")
    path.write_bytes(theirs)
    with pytest.raises(DraftConflict) as conflict:
        save_draft(OTHER, path, draft)
    assert path.read_bytes() == theirs
    save_draft(OTHER, conflict.value.copy_path)
    assert open_draft(tmp_path / "draft (my version 1).tilshi").release == OTHER
    assert conflict.value.copy_path.name == "draft (my version 2).tilshi"


def test_a_file_that_was_there_before_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "notes.tilshi"
    path.write_text("my only copy")
    with pytest.raises(DraftConflict, match="There is a file of this name already"):
        save_draft(SAMPLE, path)
    with pytest.raises(DraftConflict):
        save_draft(SAMPLE, path, save_draft(SAMPLE, tmp_path / "elsewhere.tilshi"))
    assert path.read_text() == "my only copy"


def test_a_file_is_overwritten_when_the_user_says_so(tmp_path: Path) -> None:
    path = tmp_path / "draft.tilshi"
    save_draft(SAMPLE, path)
    save_draft(OTHER, path, overwrite=True)
    assert open_draft(path).release == OTHER


def test_a_file_that_was_deleted_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "draft.tilshi"
    draft = save_draft(SAMPLE, path)
    path.unlink()
    save_draft(OTHER, path, draft)
    assert open_draft(path).release == OTHER


def test_half_a_character_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    release = Release("R", "en", blocks=(Block("p", Role.BODY, (Segment("s", Text("Nine people\ud83d")),)),))
    with pytest.raises(FileError, match=r"lone surrogate.*Nine people"):
        save_draft(release, tmp_path / "draft.tilshi")
    assert list(tmp_path.iterdir()) == []


DAMAGED = {
    "empty": (b"", "The file is empty."),
    "zeros": (bytes(500), "nothing but zeros"),
    "cut off": (document_of(SAMPLE)[:200], "line 1, column 195: The draft is damaged or cut off here."),
    "cut off in the third line": (document_of(SAMPLE)[:300], "line 3, column "),
    "not UTF-8": (document_of(SAMPLE).replace(b"Nine", b"\xff\xfe\xff\xfe"), "line 3: The file is not in UTF-8."),
    "another JSON": (b'{"name": "tilshi"}', "not a Tilshi draft"),
    "a list": (b"[1, 2]", "not a Tilshi draft"),
    "member twice": (b'{"format": "tilshi-draft", "format": "x"}', "format: “format” is there twice."),
    "nested": (b"[" * 100_000, "nested too deeply"),
    "newer": (b'{"format": "tilshi-draft", "version": 9, "secrets": {}}', "newer version of Tilshi"),
    "no number": (b'{"format": "tilshi-draft", "version": NaN}', "no number"),
    "huge number": (b'{"format": "tilshi-draft", "version": ' + b"1" * 9000 + b"}", "9000 digits is too large"),
    "Word": (b"PK\x03\x04" + bytes(range(256)), "ZIP archive"),
    "text": (b"ICRC Press Release\n", "not a Tilshi draft"),
    "strange member": (
        document_of(SAMPLE).replace(b'"state"', b'"status"'),
        "release.blocks[0].segments[0].targets.kk",
    ),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_is_no_draft_is_refused_with_place_and_reason(tmp_path: Path, name: str) -> None:
    data, expected = DAMAGED[name]
    path = tmp_path / "damaged.tilshi"
    path.write_bytes(data)
    with pytest.raises(FileError) as refused:
        open_draft(path)
    assert str(refused.value).startswith("damaged.tilshi: ")
    assert expected in str(refused.value)
    assert "\n" not in str(refused.value)
    assert path.read_bytes() == data


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(at=st.integers(0, len(document_of(SAMPLE)) - 1), value=st.integers(0, 255), cut=st.booleans())
def test_a_damaged_byte_is_refused_or_gives_a_whole_release(tmp_path: Path, at: int, value: int, *, cut: bool) -> None:
    good = document_of(SAMPLE)
    path = tmp_path / "damaged.tilshi"
    path.write_bytes(good[:at] if cut else good[:at] + bytes([value]) + good[at + 1 :])
    try:
        release = open_draft(path).release
    except FileError:
        return
    assert open_draft(save_draft(release, path, overwrite=True).path).release == release
