from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.layout.examples import KINDS
from tilshi.layout import own, template
from tilshi.layout.blocks import Alignment
from tilshi.layout.editing import Editing, aligned, moved, part_values, reworded, shown_form

CHANGES = st.lists(st.tuples(st.sampled_from([("a",), ("b", "c"), ("b", "d")]), st.integers(0, 3)), max_size=12)


@given(CHANGES)
def test_everything_can_be_taken_back_and_done_again(changes: list[tuple[tuple[str, ...], int]]) -> None:
    first = {"b": {"c": 9, "d": 9}, "a": 9}
    editing = Editing(first)
    for change in changes:
        editing = editing.change(change)
    last, steps = editing.values, len(editing.before)
    for _step in range(steps + 1):
        editing = editing.undo()
    assert editing.values == first
    for _step in range(steps + 1):
        editing = editing.redo()
    assert editing.values == last


def test_typing_in_one_field_is_one_step() -> None:
    editing = Editing({}).change((("a",), "x")).change((("a",), "xy")).change((("b",), "z"))
    assert editing.undo().values == {"a": "xy"}
    assert editing.undo().undo().values == {}


@pytest.mark.parametrize("kind", KINDS)
def test_parts_are_stated_as_they_are_read(kind: str, tmp_path: Path) -> None:
    parts = template.load(kind).parts
    own.write("copy", {"extends": kind, "parts": [part_values(part) for part in parts]}, tmp_path)
    assert template.load("copy", tmp_path).parts == parts


def test_a_part_moves_and_stops_at_the_ends() -> None:
    parts = template.load("statement").parts
    assert moved(parts, 1, -1) == (parts[1], parts[0], *parts[2:])
    assert moved(parts, 0, -1) == parts
    assert moved(parts, len(parts) - 1, 1) == parts


def test_headings_and_tables_are_never_justified(tmp_path: Path) -> None:
    editing = Editing({"extends": "statement"}).change(*aligned(template.load("statement"), Alignment.JUSTIFY))
    own.write("copy", editing.values, tmp_path)
    styles = template.load("copy", tmp_path).styles()
    justified = {name for name, style in styles.items() if style.paragraph.alignment is Alignment.JUSTIFY}
    assert {"body", "lead", "quote", "boilerplate"} <= justified
    assert not justified & {"headline", "kicker", "contact-name", "table-row", "table-header", "label"}
    assert styles["table-number"].paragraph.alignment is Alignment.END


def test_a_reworded_string_is_no_longer_merely_proposed() -> None:
    fixed = dict(template.load("press-release").fixed)["embargo"]
    assert "kk" in fixed.proposed
    values = reworded(fixed, "kk", "Эмбарго")
    assert values["kk"] == "Эмбарго"
    assert values["en"] == shown_form(fixed, "en")
    assert "proposed" not in values
