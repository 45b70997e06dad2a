"""What an organisation has settled is what the rules hold its texts to."""

from __future__ import annotations

import pytest

from tilshi.checking.engine import check
from tilshi.checking.house import house_style
from tilshi.language.typography import Quotes
from tilshi.layout.conventions import Conventions, House
from tilshi.release import Block, Release, Role, Segment, Target, Text


def test_without_choices_each_language_keeps_its_own() -> None:
    assert house_style("kk", House()) == house_style("kk")
    assert (house_style("en").percent_space, house_style("ru").percent_space) == ("", "\u00a0")


def test_choices_replace_what_they_are_about_and_nothing_else() -> None:
    chosen = house_style("kk", House(Conventions(dash="—"), (("kk", Conventions(longest_headline=90)),)))
    usual = house_style("kk")
    assert (chosen.dash, chosen.longest_headline) == ("—", 90)
    assert (chosen.quotes, chosen.longest_lead) == (usual.quotes, usual.longest_lead)


@pytest.mark.parametrize(
    ("conventions", "text", "rule"),
    [
        (Conventions(percent_space=""), "Су 40\u00a0% азайды.", "num.percent"),
        (Conventions(quotes=Quotes("“", "”")), "Ол «Бейбітшілік» газетін оқиды.", "qt.style"),
        (Conventions(longest_sentence=3), "Біз бүгін осы жерде көмек бердік.", "style.plain"),
    ],
)
def test_a_choice_reaches_the_rule(conventions: Conventions, text: str, rule: str) -> None:
    segment = Segment("s1", Text("a"), (("kk", Target(Text(text))),))
    release = Release("r", "en", ("kk",), blocks=(Block("p1", Role.BODY, (segment,)),))
    usual = {finding.rule for finding in check(release, "kk")}
    settled = {finding.rule for finding in check(release, "kk", house=house_style("kk", House(conventions)))}
    assert rule not in usual
    assert rule in settled


def test_a_fix_is_written_as_the_house_writes() -> None:
    segment = Segment("s1", Text("a"), (("kk", Target(Text("Бұл - жаңа көмек."))),))
    release = Release("r", "en", ("kk",), blocks=(Block("p1", Role.BODY, (segment,)),))
    [finding] = check(release, "kk", house=house_style("kk", House(Conventions(dash="—"))))
    assert [fix.replacement for fix in finding.fixes] == ["—"]
