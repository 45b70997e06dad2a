"""Languages and formats in one go: what is written, what is not and why, and nothing where it is called off."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tilshi.drafts import open_draft
from tilshi.export.docx.reading import read_text
from tilshi.export.naming import FIELDS, check_pattern, file_name
from tilshi.files.errors import FileError
from tilshi.publishing import OUTPUTS, Cancelled, Order, Step, available, outputs, write_all
from tilshi.release import Note, Release
from tilshi.release.operations import write_target

SAMPLE = Path(__file__).parents[2] / "assets" / "samples" / "press-release.tilshi"
VALUES = {"date": "2026-03-06", "id": "pr-1", "language": "kk", "template": "statement", "title": "Мысалия: су / қайта"}


@pytest.fixture(scope="module")
def release() -> Release:
    return open_draft(SAMPLE).release


def order_of(release: Release, folder: Path, **other: Any) -> Order:
    return replace(Order(release, (("kk", ("txt", "html")), ("en", ("txt",))), folder), **other)


def test_everything_is_written_in_every_language(release: Release, tmp_path: Path) -> None:
    formats = tuple((code, available(release, code)) for code in release.languages)
    steps: list[Step] = []
    summary = write_all(Order(release, formats, tmp_path), progress=steps.append)
    assert (summary.failed, summary.blocked) == ((), ())
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {f"press-release_{code}.{name}" for code, wanted in formats for name in wanted}
    assert [step.done for step in steps] == list(range(len(names) + 1))
    assert {each.size for each in summary.written} == {path.stat().st_size for path in tmp_path.iterdir()}


def test_two_exports_are_the_same_to_the_byte(release: Release, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write_all(Order(release, (("kk", OUTPUTS),), tmp_path / folder, embed_fonts=True))
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


def test_called_off_nothing_is_written(release: Release, tmp_path: Path) -> None:
    steps: list[Step] = []
    with pytest.raises(Cancelled):
        write_all(order_of(release, tmp_path), progress=steps.append, cancelled=lambda: len(steps) == 3)
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_made_is_said_and_the_rest_is_written(release: Release, tmp_path: Path) -> None:
    segment = next(segment.id for _block, segment in release.segments())
    broken = write_target(release, segment, "kk", "漢").apply(release)
    order = Order(broken, (("kk", ("pdf", "html")),), tmp_path)
    summary = write_all(order)
    assert [each.output.format for each in summary.failed] == ["pdf"]
    assert [path.name for path in tmp_path.iterdir()] == ["press-release_kk.html"]
    assert any("U+6F22" in line for line in summary.lines())


def test_as_a_whole_it_is_all_or_nothing(release: Release, tmp_path: Path) -> None:
    segment = next(segment.id for _block, segment in release.segments())
    broken = write_target(release, segment, "kk", "漢").apply(release)
    summary = write_all(Order(broken, (("kk", ("html", "pdf")),), tmp_path, whole=True))
    assert summary.written == ()
    assert list(tmp_path.iterdir()) == []


def test_a_version_that_may_not_be_final_is_left_out(release: Release, tmp_path: Path) -> None:
    summary = write_all(order_of(release, tmp_path, final=True), check=lambda _language: ())
    blocked = {each.language for each in summary.blocked}
    assert "kk" in blocked
    assert {each.output.language for each in summary.written}.isdisjoint(blocked)
    assert all(each.obstacles for each in summary.blocked)


@pytest.mark.parametrize(("watermark", "marked"), [(None, True), (True, True), (False, False)])
def test_drafts_say_that_they_are_drafts(
    release: Release, tmp_path: Path, watermark: bool | None, *, marked: bool
) -> None:
    write_all(order_of(release, tmp_path, watermark=watermark))
    assert ('class="draft"' in (tmp_path / "press-release_kk.html").read_text("utf-8")) is marked
    assert (tmp_path / "press-release_en.txt").read_text("utf-8").startswith("[") is marked


def test_earlier_files_are_replaced_and_named_or_stay(release: Release, tmp_path: Path) -> None:
    there = tmp_path / "press-release_kk.txt"
    there.write_text("old")
    with pytest.raises(FileError, match="There is a file of this name already"):
        write_all(order_of(release, tmp_path, overwrite=False))
    assert there.read_text() == "old"
    summary = write_all(order_of(release, tmp_path))
    assert [each.output.path for each in summary.written if each.replaced] == [there]
    assert "Replaced: press-release_kk.txt." in list(summary.lines())


def test_names_that_would_be_the_same_are_told_apart(release: Release, tmp_path: Path) -> None:
    planned = outputs(order_of(release, tmp_path, pattern="{id}"))
    assert [each.path.name for each in planned] == [
        "press-release.txt",
        "press-release.html",
        "press-release_en.txt",
    ]


def test_a_review_holds_both_texts_the_open_notes_and_no_watermark(release: Release, tmp_path: Path) -> None:
    first, *rest = release.blocks
    segment = replace(first.segments[0], notes=(Note("n1", "Is this right?"), Note("n2", "Done.", resolved=True)))
    noted = release.with_blocks((replace(first, segments=(segment,)), *rest))
    write_all(Order(noted, (("kk", ("review.docx",)),), tmp_path))
    texts = read_text((tmp_path / "press-release_kk.review.docx").read_bytes())
    for _block, each in noted.segments():
        assert each.source.string in texts
        assert each.target("kk").text.string in texts
    assert "Is this right?" in texts
    assert "Done." not in texts


def test_the_source_is_not_reviewed_beside_itself(release: Release, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="en"):
        outputs(Order(release, (("en", ("review.pdf",)),), tmp_path))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{date}_{title}_{language}", "2026-03-06_Мысалия-су-қайта_kk.pdf"),
        ("{template}", "statement.pdf"),
        ("../{id}", "pr-1.pdf"),
        ("aux", "release-aux.pdf"),
        ("{nothing}", "release.pdf"),
    ],
)
def test_files_are_named_by_the_pattern(pattern: str, expected: str) -> None:
    assert file_name(pattern, VALUES, "pdf") == expected


def test_a_long_title_leaves_room_for_the_language() -> None:
    name = file_name("{title}_{title}_{language}", {"title": "ә" * 300, "language": "kk"}, "review.docx")
    assert name.endswith("_kk.review.docx")
    assert len(name.encode()) <= 240


@pytest.mark.parametrize("pattern", ["", "{who}", "{id", "id}", "  "])
def test_a_pattern_that_names_nothing_is_refused(pattern: str) -> None:
    with pytest.raises(FileError) as caught:
        check_pattern(pattern)
    assert all(name in caught.value.remedy for name in FIELDS)
