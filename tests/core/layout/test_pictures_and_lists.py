"""Pictures, captions, counted items, versions of the boilerplate, and what drafts bear."""

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from tests.core.layout.examples import LANGUAGES, RELIEF, release
from tilshi.files.errors import FileError
from tilshi.layout import profile, template
from tilshi.layout.blocks import Block, Direction, Figure, ItemList, Paragraph, Table
from tilshi.layout.compose import compose
from tilshi.layout.missing import Lack, missing_parts
from tilshi.release import Localised, Release, Role
from tilshi.release.picture import Picture

T = TypeVar("T", bound=Block)

PRESS = template.load("press-release")
PNG = b"\x89PNG\r\n\x1a\n"


def with_pictures(made: Release) -> Release:
    """The release with a picture in each part that shows one."""
    parts = [replace(part, picture="water") if part.role is Role.PICTURE else part for part in made.blocks]
    return replace(made.with_blocks(tuple(parts)), pictures=(Picture("water", "water.png", PNG),))


def blocks(*parts: tuple[str, str | dict[str, str]], language: str = "en") -> tuple[Block, ...]:
    return compose(with_pictures(release(*parts)), PRESS, profile.NEUTRAL, language).blocks


def found(kind: type[T], *parts: tuple[str, str | dict[str, str]], language: str = "en") -> list[T]:
    return [block for block in blocks(*parts, language=language) if isinstance(block, kind)]


def test_a_caption_goes_with_the_picture_before_it() -> None:
    first, second = found(Figure, ("lead", "L"), ("picture", "A pump"), ("caption", "Water"), ("picture", "A well"))
    assert (first.alternative, first.segments, first.picture.name) == ("A pump", ("b",), "water.png")
    assert first.caption is not None
    assert first.caption.text == "Water"
    assert (second.alternative, second.caption) == ("A well", None)


def test_a_caption_goes_with_the_table_after_it() -> None:
    (table,) = found(Table, ("caption", "Table 1"), ("table-header", "District | People"), ("table-row", "North | 5"))
    assert table.caption is not None
    assert table.caption.text == "Table 1"
    assert table.segments == ("a", "b", "c")
    assert table.named_rows


def test_a_caption_alone_is_a_paragraph() -> None:
    shown = blocks(("body", "B"), ("caption", "Alone"), ("body", "C"))
    assert "Alone" in [block.text for block in shown if isinstance(block, Paragraph)]


def test_a_picture_is_shown_before_it_is_described_and_is_missing_until_then() -> None:
    made = with_pictures(release(("picture", {"en": "A pump", "kk": ""})))
    (figure,) = (block for block in compose(made, PRESS, language="kk").blocks if isinstance(block, Figure))
    assert figure.alternative == ""
    lacks = [(part.lack, part.required) for part in missing_parts(made, PRESS, "kk") if part.role is Role.PICTURE]
    assert lacks == [(Lack.UNTRANSLATED, True)]
    silent = with_pictures(release(("picture", "")))
    lacks = [(part.lack, part.required) for part in missing_parts(silent, PRESS, "en") if part.role is Role.PICTURE]
    assert lacks == [(Lack.ABSENT, True)]


def test_of_a_picture_that_is_gone_the_words_stay() -> None:
    made = replace(with_pictures(release(("picture", "A pump"), ("caption", "Water"))), pictures=())
    texts = [block.text for block in compose(made, PRESS).blocks if isinstance(block, Paragraph)]
    assert texts[:2] == ["A pump", "Water"]


@pytest.mark.parametrize(
    ("typed", "marker", "texts"),
    [
        (["1. one", "2. two", "3. three"], "1.", ["one", "two", "three"]),
        (["(4) one", "(5) two"], "(4)", ["one", "two"]),
        (["1) one", "2) two"], "1)", ["one", "two"]),
        (["• one", "- two", "three"], "–", ["one", "two", "three"]),
        (["one", "two"], "–", ["one", "two"]),
        (["2026. A year", "one"], "–", ["2026. A year", "one"]),
        (["12. March", "14. April"], "–", ["12. March", "14. April"]),
    ],
)
def test_what_people_type_before_items_becomes_the_label(typed: list[str], marker: str, texts: list[str]) -> None:
    (items,) = found(ItemList, *[("list-item", text) for text in typed])
    assert items.marker == marker
    assert [item.text for item in items.items] == texts


def test_labels_count_on() -> None:
    (items,) = found(ItemList, *[("list-item", f"{number}. item") for number in range(8, 12)])
    assert [items.label(at) for at in range(4)] == ["8.", "9.", "10.", "11."]
    assert items.is_numbered
    assert not replace(items, marker="–").is_numbered


def test_a_template_may_count_any_part(tmp_path: Path) -> None:
    path = tmp_path / "counted.toml"
    path.write_text(
        'extends = "press-release"\nparts = [{ role = "notes-to-editors", marker = "1." }]\n', encoding="utf-8"
    )
    made = release(("notes-to-editors", "First"), ("notes-to-editors", "Second"))
    (items,) = (block for block in compose(made, template.read_template(path)).blocks if isinstance(block, ItemList))
    assert [items.label(at) for at in range(len(items.items))] == ["1.", "2."]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_says_so(language: str) -> None:
    made = release(("lead", "L"))
    assert compose(made, PRESS, language=language, draft=True).watermark
    assert compose(made, PRESS, language=language).watermark == ""


def test_templates_ask_for_a_version_of_the_boilerplate() -> None:
    short = profile.Boilerplate(Localised((("en", "We help."),)), "short")
    usual = profile.Boilerplate(Localised((("en", "We have helped since 1999."), ("kk", "Көмектесеміз."))))
    relief = replace(RELIEF, boilerplate=usual, versions=(short,))
    assert relief.boilerplate_text("en") == "We have helped since 1999."
    assert relief.boilerplate_text("en", "short") == "We help."
    assert relief.boilerplate_text("kk", "short") == "Көмектесеміз."
    assert relief.boilerplate_text("fr", "short") == ""
    texts = [
        block.text
        for block in compose(release(("lead", "L")), replace(PRESS, boilerplate="short"), relief).blocks
        if isinstance(block, Paragraph)
    ]
    assert "We help." in texts


def test_a_profile_brings_its_logo(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(PNG)
    path = tmp_path / "relief.toml"
    path.write_text(
        'logo = "logo.png"\n[[boilerplate-versions]]\nversion = "short"\ntext = { en = "We help." }\n', encoding="utf-8"
    )
    loaded = profile.load(path)
    shown = compose(release(("lead", "L")), PRESS, loaded).logo
    assert shown is not None
    assert (shown.name, shown.data) == ("logo.png", PNG)
    assert loaded.boilerplate_text("en", "short") == "We help."


def test_a_logo_of_another_kind_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")
    path = tmp_path / "relief.toml"
    path.write_text('logo = "logo.svg"\n', encoding="utf-8")
    with pytest.raises(FileError) as told:
        profile.load(path)
    assert str(told.value) == "relief.toml: logo: “logo.svg” is not a picture in JPEG or PNG. Save it as PNG."


def test_paragraphs_know_the_way_their_lines_run() -> None:
    (paragraph,) = found(Paragraph, ("body", "B"))[:1]
    assert paragraph.direction is Direction.LEFT_TO_RIGHT
    assert replace(paragraph, language="ar").direction is Direction.RIGHT_TO_LEFT
