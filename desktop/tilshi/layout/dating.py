"""The day of a release, typed once and written in every language."""

from __future__ import annotations

import datetime as dt

from tilshi.language.dates import find_dates, format_date
from tilshi.release.edits import Compound, Edit
from tilshi.release.model import Release
from tilshi.release.operations import write_source, write_target
from tilshi.release.roles import Role


def date_of(release: Release) -> dt.date | None:
    """The day that the date line of the source names, if any."""
    block = release.first(Role.DATE)
    text = " ".join(segment.source.string for segment in block.segments) if block else ""
    return next((span.date for span in find_dates(text, release.source_language) if span.date), None)


def set_date(release: Release, date: dt.date) -> Compound | None:
    """Another day in the date line, in the source and every translation of it; None where there is no such line.

    Only the date is replaced; what else stands in the line, such as a place, stays.
    """
    block = release.first(Role.DATE)
    if block is None or not block.segments:
        return None
    edits: list[Edit] = []
    made = release
    for segment in block.segments:
        text = _dated(segment.source.string, release.source_language, date)
        if text != segment.source.string:
            edits.append(write_source(made, segment.id, text))
            made = edits[-1].apply(made)
        for language in release.target_languages:
            old = segment.target(language).text.string
            text = _dated(old, language, date) if old else ""
            if text != old:
                edits.append(write_target(made, segment.id, language, text))
                made = edits[-1].apply(made)
    return Compound(tuple(edits)) if edits else None


def _dated(text: str, language: str, date: dt.date) -> str:
    shown = format_date(date, language)
    found = next((span for span in find_dates(text, language) if span.date), None)
    if found is None:
        return text if text.strip() else shown
    return f"{text[: found.start]}{shown}{text[found.end :]}"
