"""What an organisation settles for its texts, in its profile."""

from __future__ import annotations

from pathlib import Path

import pytest

from tilshi.files.errors import FileError
from tilshi.language.typography import Quotes
from tilshi.layout import profile
from tilshi.layout.conventions import LANGUAGES_DEFAULT, Capitals, Conventions, House, RequiredApproval

WHOLE = """
version = 1
[house]
title-capitals = "small"
longest-headline = 100
required-approval = "approver"
[house.kk]
quotes = ["“", "”"]
inner-quotes = ["«", "»"]
dash = "em"
percent-space = "none"
longest-headline = 90
longest-lead = 50
longest-sentence = 25
[house.fr]
percent-space = "narrow-no-break"
[house.fr-CH]
bound-dates = true
schemes = true
title-capitals = "capital"
"""


def house(folder: Path, text: str) -> House:
    path = folder / "relief.toml"
    path.write_text(text, encoding="utf-8")
    return profile.load(path).house


def test_each_language_has_its_own_choices_over_those_for_all(tmp_path: Path) -> None:
    read = house(tmp_path, WHOLE)
    assert read.required_approval is RequiredApproval.APPROVER
    assert read.conventions("ru") == Conventions(title_capitals=Capitals.SMALL, longest_headline=100)
    assert read.conventions("kk") == Conventions(
        quotes=Quotes("“", "”"),
        inner_quotes=Quotes("«", "»"),
        dash="—",
        percent_space="",
        title_capitals=Capitals.SMALL,
        longest_sentence=25,
        longest_lead=50,
        longest_headline=90,
    )


def test_a_region_has_the_choices_of_its_language(tmp_path: Path) -> None:
    assert house(tmp_path, WHOLE).conventions("fr-CH") == Conventions(
        percent_space="\u202f",
        title_capitals=Capitals.CAPITAL,
        bound_dates=True,
        schemes=True,
        longest_headline=100,
    )


def test_without_the_table_nothing_is_settled(tmp_path: Path) -> None:
    read = house(tmp_path, "version = 1\n")
    assert read == LANGUAGES_DEFAULT
    assert read.conventions("kk").chosen == {}


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ('[house]\ntitle-capitals = "big"', "house.title-capitals", "“big” is not known here."),
        ('[house.kk]\nquotes = ["«"]', "house.kk.quotes", "An opening and a closing mark are expected here."),
        ('[house.kk]\npercent-space = "thin"', "house.kk.percent-space", "“thin” is not known here."),
        ("[house]\nlongest-lead = 0", "house.longest-lead", "A number from 1 to 500 is expected here."),
        ("[house]\nlongest-led = 60", "house.longest-led", "There is no such key."),
        ('[house.kk]\nrequired-approval = "anyone"', "house.kk.required-approval", "There is no such key."),
        ('[house]\nrequired-approval = "boss"', "house.required-approval", "“boss” is not known here."),
        ("[house.kk]\nschemes = 1", "house.kk.schemes", "Either true or false is expected here."),
    ],
)
def test_a_mistake_is_named_with_its_key(tmp_path: Path, text: str, place: str, reason: str) -> None:
    with pytest.raises(FileError) as caught:
        house(tmp_path, f"version = 1\n{text}\n")
    assert (caught.value.place, caught.value.reason) == (place, reason)
