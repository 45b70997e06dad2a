"""The next unfinished segment is the one that looking at all of them in turn would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.releases import many
from tilshi.release import Change, Edit, Release, State
from tilshi.release.operations import is_behind, set_state, write_source, write_target
from tilshi_ui.unfinished import Unfinished

_COUNT = 430
"""More than are looked at before all are counted."""


def _is_done(release: Release, name: str) -> bool:
    return release.segment(name).target("kk").state is not State.INITIAL and not is_behind(release, name, "kk")


def _looked_for(release: Release, after: str, among: set[str] | None) -> str:
    names = [segment.id for _block, segment in release.segments()]
    at = names.index(after) + 1 if after in names else 0
    turned = (*names[at:], *names[:at])
    return next((name for name in turned if not _is_done(release, name) and (among is None or name in among)), "")


@given(st.data())
def test_it_is_the_one_that_a_look_at_each_would_find(data: st.DataObject) -> None:
    release, unfinished = many(_COUNT), Unfinished()
    names = [segment.id for _block, segment in release.segments()]
    for name in names:
        release = set_state(release, name, "kk", State.TRANSLATED).apply(release)
    for _ in range(data.draw(st.integers(1, 6))):
        name = data.draw(st.sampled_from(names))
        edit: Edit
        match data.draw(st.integers(0, 3)):
            case 0:
                edit = set_state(release, name, "kk", State.INITIAL)
            case 1:
                edit = set_state(release, name, "kk", State.TRANSLATED)
            case 2:
                edit = write_target(release, name, "kk", data.draw(st.sampled_from(["", "бір"])))
            case _:
                edit = write_source(release, name, data.draw(st.sampled_from(["one", "two"])))
        release = edit.apply(release)
        change = edit.change() if data.draw(st.integers(0, 4)) else Change(structure=True)
        unfinished.update(release, change)
        after = data.draw(st.sampled_from([*names[-3:], *names[:3], name, "gone"]))
        among = data.draw(st.none() | st.sets(st.sampled_from([*names[:4], name, names[-1]])))
        assert _looked_for(release, after, among) == unfinished.after(release, "kk", after, among)
