"""Pictures in a release: one edit, one copy, and words to be read instead."""

from tests.ui.releases import three_parts
from tilshi.release import Release, Role, Session
from tilshi.release.illustrating import insert_picture, unused_pictures
from tilshi.release.operations import remove_block


def test_a_picture_comes_with_the_part_that_shows_it_and_its_caption() -> None:
    release = insert_picture(three_parts(), 1, "well.jpg", b"jpeg").apply(three_parts())
    shown, caption = release.blocks[1:3]
    assert (shown.role, caption.role) == (Role.PICTURE, Role.CAPTION)
    picture = release.picture(shown.picture)
    assert picture is not None
    assert (picture.name, picture.data) == ("well.jpg", b"jpeg")
    assert len({block.id for block in release.blocks}) == 5


def test_it_is_undone_in_one_step() -> None:
    session = Session(three_parts())
    session.apply(insert_picture(session.release, 3, "well.jpg", b"jpeg"))
    session.undo()
    assert session.release == three_parts()


def test_the_same_picture_is_kept_once() -> None:
    release = insert_picture(three_parts(), 0, "a.jpg", b"jpeg").apply(three_parts())
    again = insert_picture(release, 5, "b.jpg", b"jpeg", captioned=False).apply(release)
    assert len(again.pictures) == 1
    assert [block.picture for block in again.blocks if block.picture] == [again.pictures[0].id] * 2


def _shown(release: Release) -> str:
    return next(block.id for block in release.blocks if block.picture)


def test_pictures_that_nothing_shows_are_let_go() -> None:
    release = insert_picture(three_parts(), 0, "a.jpg", b"jpeg").apply(three_parts())
    assert unused_pictures(release) is None
    bare = remove_block(release, _shown(release)).apply(release)
    edit = unused_pictures(bare)
    assert edit is not None
    assert edit.apply(bare).pictures == ()
