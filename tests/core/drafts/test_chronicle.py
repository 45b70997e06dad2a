"""What texts said in earlier saves."""

from __future__ import annotations

import os
from pathlib import Path

from tilshi.drafts.chronicle import Chronicle, read_chronicle
from tilshi.drafts.draft import PLAIN
from tilshi.drafts.history import open_generation
from tilshi.drafts.keeper import Keeper
from tilshi.drafts.saving import Origin
from tilshi.release import Block, Release, Role, Segment, State, Target, Text
from tilshi.release.digests import version_digest


def sample(source: str, kazakh: str) -> Release:
    segment = Segment("s", Text(source), (("kk", Target(Text(kazakh), State.TRANSLATED)),))
    return Release("r", "en", ("kk",), blocks=(Block("b", Role.BODY, (segment,)),))


def saved(folder: Path, releases: list[Release]) -> Path:
    """A draft into which these were saved one after another, a minute apart; the last one is in the file."""
    path, state = folder / "draft.tilshi", folder / "state"
    keeper = Keeper(state, Origin(releases[0]), PLAIN)
    for minute, release in enumerate(releases):
        keeper.save(release, path)
        os.utime(path, (60.0 * minute, 60.0 * minute))
    keeper.close()
    return path


def test_each_wording_is_told_once_with_its_time(tmp_path: Path) -> None:
    states = [sample("One.", "Бір."), sample("One.", "Бірінші."), sample("First.", "Бірінші."), sample("1", "1")]
    chronicle = read_chronicle(saved(tmp_path, states), PLAIN, tmp_path / "state")

    assert [version.at.minute for version in chronicle.versions] == [0, 1, 2]
    kazakh, english = chronicle.wordings("s", "kk"), chronicle.wordings("s", "en")
    assert [(each.text.string, each.at.minute) for each in kazakh] == [("Бір.", 0), ("Бірінші.", 1)]
    assert [(each.text.string, each.state) for each in english] == [("One.", None), ("First.", None)]
    assert chronicle.wordings("s", "ru") == ()
    assert dict(chronicle.versions[0].digests)["kk"] == version_digest(states[0], "kk")
    assert open_generation(chronicle.versions[1].generation) == states[1]


def test_what_is_known_is_not_read_again(tmp_path: Path) -> None:
    path = saved(tmp_path, [sample("One.", "Бір."), sample("Two.", "Екі."), sample("Three.", "Үш.")])
    known = read_chronicle(path, PLAIN, tmp_path / "state")
    known.versions[0].generation.file.write_bytes(b"damaged")
    assert len(read_chronicle(path, PLAIN, tmp_path / "state").versions) == 1

    again = read_chronicle(path, PLAIN, tmp_path / "state", known)
    assert [each.text.string for each in again.wordings("s", "kk")] == ["Бір.", "Екі."]
    known.versions[0].generation.file.unlink()
    assert len(read_chronicle(path, PLAIN, tmp_path / "state", known).versions) == 1


def test_a_draft_without_saves_has_no_chronicle(tmp_path: Path) -> None:
    assert read_chronicle(tmp_path / "none.tilshi", PLAIN, tmp_path / "state") == Chronicle()
