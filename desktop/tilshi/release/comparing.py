"""What has to be done to a release to make another one of it."""

from __future__ import annotations

from dataclasses import fields
from typing import cast

from tilshi.release.edits import Compound, Edit, FieldName, ReplaceBlocks, SetField
from tilshi.release.model import Release


def edit_between(before: Release, after: Release) -> Compound:
    """The edit that makes `after` of `before`: each field that differs, and the stretch of blocks that does."""
    made = [
        SetField(cast("FieldName", field.name), getattr(before, field.name), getattr(after, field.name))
        for field in fields(Release)
        if field.compare and field.name != "blocks" and getattr(before, field.name) != getattr(after, field.name)
    ]
    if before.source_language != after.source_language:
        # The new source may be a target still: languages that are each there once, at every step.
        emptied = SetField("target_languages", before.target_languages, ())
        filled = SetField("target_languages", (), after.target_languages)
        others = [edit for edit in made if edit.name != "target_languages"]
        made = [emptied, *others, filled]
    edits: list[Edit] = [*made]
    old, new = before.blocks, after.blocks
    if old == new:
        return Compound(tuple(edits))
    same = [mine == theirs for mine, theirs in zip(old, new, strict=False)]
    start = same.index(False) if False in same else len(same)
    rest = min(len(old), len(new)) - start
    end = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    edits.append(ReplaceBlocks(start, old[start : len(old) - end], new[start : len(new) - end]))
    return Compound(tuple(edits))
