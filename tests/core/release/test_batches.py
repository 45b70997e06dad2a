"""Many edits as one are done in one pass; what comes of it is what each by itself would have made."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.core.release.strategies import languages, notes, releases, targets, texts
from tilshi.drafts.serialising import document_of
from tilshi.release import (
    Block,
    Change,
    Compound,
    Edit,
    Release,
    ReplaceBlocks,
    ReplaceSegment,
    ReplaceTarget,
    Role,
    Segment,
    SetField,
    StaleEdit,
    State,
    Target,
    Text,
)


def _one_by_one(release: Release, edits: tuple[Edit, ...]) -> Release | str:
    try:
        for edit in edits:
            release = _one_by_one_in(release, edit)
    except StaleEdit as error:
        return str(error)
    return release


def _one_by_one_in(release: Release, edit: Edit) -> Release:
    if isinstance(edit, Compound):
        for each in edit.edits:
            release = _one_by_one_in(release, each)
        return release
    return edit.apply(release)


def _at_once(release: Release, edits: tuple[Edit, ...]) -> Release | str:
    try:
        return Compound(edits).apply(release)
    except StaleEdit as error:
        return str(error)


@st.composite
def _edits(draw: st.DrawFn, release: Release) -> tuple[Edit, ...]:
    """Edits that mostly fit one after the other; now and then one is stale, or is about what is not there."""
    made: list[Edit] = []
    now = release
    for _ in range(draw(st.integers(0, 8))):
        edit = draw(_edit(now if draw(st.integers(0, 9)) else release))
        made.append(edit)
        try:
            now = edit.apply(now)
        except StaleEdit:
            now = release
    if len(made) > 2 and draw(st.booleans()):
        return (*made[:1], Compound(tuple(made[1:-1])), made[-1])
    return tuple(made)


@st.composite
def _edit(draw: st.DrawFn, release: Release) -> Edit:
    segments = [segment for _block, segment in release.segments()]
    kind = draw(st.integers(0, 5 if segments else 1))
    if kind == 0:
        return SetField("template", release.template, draw(st.sampled_from(["statement", "op-ed"])))
    if kind == 1:
        return ReplaceBlocks(0, release.blocks[:1], release.blocks[:1] if draw(st.booleans()) else ())
    old = draw(st.sampled_from(segments))
    if kind == 2:
        return ReplaceSegment(old, replace(old, source=draw(texts()), notes=tuple(draw(st.lists(notes, max_size=1)))))
    language = draw(st.sampled_from(release.target_languages) if release.target_languages else languages)
    taken = (old.notes, tuple(draw(st.lists(notes, max_size=1)))) if draw(st.booleans()) else None
    return ReplaceTarget(old.id, language, old.target(language), draw(targets), taken)


@given(st.data(), releases())
def test_a_batch_is_what_its_edits_are_one_by_one(data: st.DataObject, release: Release) -> None:
    edits = data.draw(_edits(release))
    before = document_of(release)
    expected, actual = _one_by_one(release, edits), _at_once(release, edits)
    assert expected == actual
    if isinstance(expected, Release) and isinstance(actual, Release):
        assert document_of(expected) == document_of(actual)
        assert dict(expected.places or {}) == dict(actual.places or {})
        assert release == Compound(edits).inverse().apply(actual)
    assert before == document_of(release)


@given(st.data(), releases())
def test_a_batch_says_what_its_edits_say_together(data: st.DataObject, release: Release) -> None:
    edits = data.draw(_edits(release))
    expected = Change()
    for edit in edits:
        expected |= edit.change()
    assert expected == Compound(edits).change()


def test_one_stale_edit_among_many_leaves_everything() -> None:
    segments = tuple(
        Segment(f"s{at}", Text("One"), (("kk", Target(Text("Бір"), State.TRANSLATED)),)) for at in range(9)
    )
    release = Release("r", "en", ("kk",), blocks=(Block("b", Role.BODY, segments),))
    good = [ReplaceTarget(each.id, "kk", each.target("kk"), Target(Text("Екі"))) for each in segments]
    stale = ReplaceTarget("s4", "kk", Target(Text("Үш")), Target(Text("Төрт")))
    unknown = ReplaceTarget("s99", "kk", Target(), Target(Text("Төрт")))
    for bad, reason in ((stale, "the translation of segment s4"), (unknown, "segment s99 is no longer")):
        assert str(_at_once(release, (*good, bad))).startswith(reason)
    assert Text("Екі") == Compound(tuple(good)).apply(release).text("s8", "kk")
    assert Text("Бір") == release.text("s8", "kk")
