"""`tilshi gate` and `tilshi export --final`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.core.checking.gate.drafts import ready, without, written
from tests.core.cli.conftest import Tilshi
from tilshi.checking.gate.passing import overridden
from tilshi.drafts import open_draft, save_draft
from tilshi.release import Release, Role
from tilshi.release.digests import version_digest

PROFILE = """
version = 1
[names]
en = "Example Relief"
kk = "Мысал көмек ұйымы"
[acronyms]
en = "ER"
kk = "МКҰ"
[boilerplate]
version = "2026-01"
text = { en = "ER helps people in need.", kk = "МКҰ мұқтаж жандарға көмектеседі." }
"""


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with an organisation, `relief.toml`."""
    (tmp_path / "relief.toml").write_text(PROFILE, encoding="utf-8")
    return tmp_path


def put(release: Release, folder: Path) -> Path:
    """The release as `a.tilshi`; without its embargo, which was over long ago."""
    return save_draft(without(release, Role.EMBARGO), folder / "a.tilshi").path


def test_a_good_release_may_be_final(tilshi: Tilshi, files: Path) -> None:
    answer = tilshi("gate", put(ready(), files), "--profile", "relief.toml")
    assert (answer.code, answer.out, answer.err) == (0, "kk: this version may be final\n", "")


def test_what_blocks_is_listed(tilshi: Tilshi, files: Path) -> None:
    path = put(written(ready(), Role.DATE, "жақында"), files)
    answer = tilshi("gate", path, "--profile", "relief.toml")
    assert answer.code == 1
    assert f"{path}: date [kk] error: This is no date of the calendar.  (date)" in answer.out.splitlines()
    assert answer.out.splitlines()[-1].startswith("kk: ")


def test_what_blocks_is_listed_for_programs(tilshi: Tilshi, files: Path) -> None:
    path = put(written(ready(), Role.HEADLINE, ""), files)
    answer = tilshi("gate", path, "--profile", "relief.toml", "--format", "json", "--language", "kk")
    (version,) = json.loads(answer.out)["versions"]
    assert (version["language"], version["final"]) == ("kk", False)
    assert {"requirement": "parts", "segment": "headline", "blocks": True}.items() <= version["obstacles"][0].items()


def test_an_obstacle_is_let_through_and_that_is_kept(tilshi: Tilshi, files: Path) -> None:
    path = put(written(ready(), Role.BOILERPLATE, "МКҰ көмектеседі."), files)
    assert tilshi("gate", path, "--profile", "relief.toml").code == 1
    options = ("--override", "boilerplate", "--reason", "new wording agreed", "--by", "Jane Example")
    answer = tilshi("gate", path, "--profile", "relief.toml", *options)
    assert answer.code == 0
    assert "    boilerplate was let through: new wording agreed (Jane Example, " in answer.out
    granted = overridden(open_draft(path).release, "kk", "boilerplate")
    assert granted is not None
    assert (granted.reason, granted.by) == ("new wording agreed", "Jane Example")
    assert tilshi("gate", path, "--profile", "relief.toml").code == 0


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--override", "boilerplate"), "Say why"),
        (("--override", "nothing", "--reason", "x"), "There is no requirement “nothing”"),
    ],
)
def test_what_cannot_be_let_through(tilshi: Tilshi, files: Path, options: tuple[str, ...], reason: str) -> None:
    path = put(ready(), files)
    before = path.read_bytes()
    answer = tilshi("gate", path, *options)
    assert (answer.code, answer.out) == (2, "")
    assert reason in answer.err
    assert path.read_bytes() == before


def test_only_a_draft_keeps_what_is_let_through(tilshi: Tilshi, sample: Path) -> None:
    answer = tilshi("gate", sample, "--override", "date", "--reason", "x")
    assert answer.code == 2
    assert "Only a draft keeps what is let through. Make one first: tilshi import." in answer.err


def test_a_final_version_is_written_and_recorded(tilshi: Tilshi, files: Path) -> None:
    path = put(ready(), files)
    options = ("--profile", "relief.toml", "--to", "txt", "--final", "--by", "Jane Example")
    answer = tilshi("export", path, *options)
    assert (answer.code, answer.out, answer.err) == (0, "example_kk.txt\n", "")
    release = open_draft(path).release
    (publication,) = release.publications
    assert (publication.language, publication.by) == ("kk", "Jane Example")
    assert publication.digest == version_digest(release, "kk")
    assert tilshi("export", path, *options).code == 0


def test_a_version_that_may_not_be_final_is_not_written(tilshi: Tilshi, files: Path) -> None:
    path = put(written(ready(), Role.DATE, "жақында"), files)
    before = path.read_bytes()
    answer = tilshi("export", path, "--profile", "relief.toml", "--to", "txt,pdf", "--final")
    assert (answer.code, answer.out) == (1, "")
    assert f"error: {path}: date [kk] This is no date of the calendar. (date)" in answer.err.splitlines()
    assert sorted(each.name for each in files.iterdir()) == ["a.tilshi", "relief.toml"]
    assert path.read_bytes() == before


def test_a_draft_version_is_written_whatever_blocks(tilshi: Tilshi, files: Path) -> None:
    path = put(written(ready(), Role.DATE, "жақында"), files)
    assert tilshi("export", path, "--profile", "relief.toml", "--to", "txt").code == 0


def test_after_a_publication_a_change_needs_a_line_that_says_so(tilshi: Tilshi, files: Path) -> None:
    path = put(ready(), files)
    options = ("--profile", "relief.toml", "--to", "txt", "--final")
    assert tilshi("export", path, *options).code == 0
    opened = open_draft(path)
    changed = written(opened.release, Role.BODY, "Біздің топтар апта сайын су жеткізеді.")
    save_draft(changed, path, opened)
    answer = tilshi("export", path, *options)
    assert answer.code == 1
    assert "(correction)" in answer.err
