"""The day of a release: typed once, written in every language, and nothing else of the line touched."""

import datetime as dt

from tilshi.layout.dating import date_of, set_date
from tilshi.release import Block, Release, Role, Segment, Target, Text

DAY = dt.date(2026, 3, 6)


def dated(source: str, **targets: str) -> Release:
    made = tuple((code, Target(Text(text))) for code, text in targets.items())
    return Release("r", "en", ("kk", "ru"), blocks=(Block("b", Role.DATE, (Segment("s", Text(source), made),)),))


def texts(release: Release) -> list[str]:
    return [release.text("s", code).string for code in release.languages]


def test_every_language_that_has_the_line_gets_the_day() -> None:
    release = dated("Port-Example, 14 May 2026", kk="2026 жылғы 14 мамыр")
    edit = set_date(release, DAY)
    assert edit is not None
    assert texts(edit.apply(release)) == ["Port-Example, 6 March 2026", "2026 жылғы 6 наурыз", ""]
    assert date_of(edit.apply(release)) == DAY


def test_the_same_day_is_no_edit() -> None:
    assert set_date(dated("6 March 2026"), DAY) is None


def test_an_empty_line_is_written_and_other_words_are_left_alone() -> None:
    empty, words = dated(""), dated("Soon")
    edit = set_date(empty, DAY)
    assert edit is not None
    assert texts(edit.apply(empty))[0] == "6 March 2026"
    assert set_date(words, DAY) is None


def test_without_a_date_line_there_is_nothing_to_set() -> None:
    assert set_date(Release("r", "en"), DAY) is None
    assert date_of(Release("r", "en")) is None
