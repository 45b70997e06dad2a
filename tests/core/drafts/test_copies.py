"""Conflicted copies of synced folders are recognised by name and content, and merged against the right ancestor."""

from pathlib import Path

import pytest

from tests.core.drafts.test_merging import BASE, with_source
from tilshi.drafts import save_draft
from tilshi.drafts.copies import conflicted_copies, merge_copy
from tilshi.drafts.draft import PLAIN
from tilshi.drafts.keeper import Keeper
from tilshi.drafts.saving import Origin
from tilshi.release import Release


@pytest.mark.parametrize(
    "name",
    [
        "news (Jane Example's conflicted copy 2026-03-01)",
        "news (конфликтующая копия с компьютера DESK 2026-03-01)",
        "news (conflicted copy 2026-03-01 101500)",
        "news.sync-conflict-20260301-101500-ABCDEFG",
        "news_conflict-20260301-101500",
        "news-DESKTOP-7",
        "news (1)",
        "news 2",
    ],
)
def test_names_that_synced_folders_give(tmp_path: Path, name: str) -> None:
    save_draft(BASE, tmp_path / "news.tilshi")
    save_draft(with_source(BASE, "s0", "theirs"), tmp_path / f"{name}.tilshi")
    save_draft(Release("R", "en"), tmp_path / "news-other-release.tilshi")
    save_draft(BASE, tmp_path / "newsletter.tilshi")
    assert [copy.path.stem for copy in conflicted_copies(tmp_path / "news.tilshi")] == [name]


def test_a_copy_is_merged_against_the_state_it_came_from(tmp_path: Path) -> None:
    path, state = tmp_path / "news.tilshi", tmp_path / "state"
    keeper = Keeper(state, Origin(BASE, path), PLAIN)
    ours = with_source(BASE, "s1", "ours")
    for release in (BASE, ours):
        keeper.save(release, path)
    keeper.close()
    save_draft(with_source(BASE, "s2", "theirs"), tmp_path / "news (1).tilshi")
    [copy] = conflicted_copies(path)
    merged = merge_copy(path, ours, copy, state=state)
    assert (merged.release, merged.conflicts) == (with_source(ours, "s2", "theirs"), ())
    assert len(merge_copy(path, ours, copy, state=tmp_path / "none").conflicts) == 2
