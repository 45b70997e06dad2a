"""The rule over spelling: silent without a speller, and beside rules that say better what is wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tilshi import resources
from tilshi.checking.engine import check, recheck
from tilshi.checking.findings import Severity, fixing
from tilshi.checking.house import house_style
from tilshi.checking.passages import Setting, read_in
from tilshi.checking.spelling import SPELLING
from tilshi.drafts.draft import open_draft
from tilshi.language.spelling import Speller
from tilshi.release import Block, Release, Role, Segment, Target, Text
from tilshi.terminology.bundled import load_names, load_terms
from tilshi.terminology.glossary import Glossary, Layer, assembled
from tilshi.terminology.spelling import Spellers

SAMPLES = sorted(resources.path("samples").glob("*.tilshi"))
LANGUAGES = ("en", "fr", "ru", "kk")
WRONG = [
    ("kk", "Зардап шеккен аймақта көмкек көрсетілді.", "көмкек", "көмек"),
    ("ru", "Получена гуманитраная помощь.", "гуманитраная", "гуманитарная"),
    ("fr", "Les équipes ont recu des médicaments.", "recu", "reçu"),
    ("en", "The teams recieved medicines.", "recieved", "received"),
]
SAID_ELSEWHERE = [
    ("kk", "Казакстан мен жылгы есеп"),  # kk.letter
    ("kk", "мемлекетлар мен қоғамлар"),  # kk.harmony
    ("kk", "кітaптар"),  # homoglyph
    ("fr", "Contact : press@exmaple.org, www.exmaple.org"),  # no prose
]


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return assembled({Layer.BUNDLED: load_terms(), Layer.NAMES: load_names()})


@pytest.fixture(scope="module")
def spellers(glossary: Glossary) -> Mapping[str, Speller]:
    owner = Spellers(glossary)
    return {language: speller for language in LANGUAGES if (speller := owner.of(language))}


def marked(text: str, language: str, speller: Speller | None) -> list[tuple[str, str]]:
    """The words that the rule marks, each with its first fix."""
    read = read_in(Setting(house_style(language), None, speller), Role.BODY, language, Text(text))
    return [(text[spot.start : spot.end], spot.fixes[0].replacement) for spot in SPELLING.check(read)]


@pytest.mark.parametrize(("language", "text", "wrong", "right"), WRONG)
def test_misspelt_words_are_marked(
    spellers: Mapping[str, Speller], language: str, text: str, wrong: str, right: str
) -> None:
    assert marked(text, language, spellers[language]) == [(wrong, right)]
    assert marked(text.replace(wrong, right), language, spellers[language]) == []
    assert marked(text, language, None) == []


@pytest.mark.parametrize(("language", "text"), SAID_ELSEWHERE)
def test_nothing_is_said_twice(spellers: Mapping[str, Speller], language: str, text: str) -> None:
    assert marked(text, language, spellers[language]) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_samples_that_ship_are_silent(
    spellers: Mapping[str, Speller], glossary: Glossary, sample: Path, language: str
) -> None:
    release = open_draft(sample).release
    if language in release.languages:
        found = check(release, language, (SPELLING,), glossary=glossary, speller=spellers[language])
        assert found == ()


def test_a_finding_can_be_put_right_and_another_speller_is_asked_anew(spellers: Mapping[str, Speller]) -> None:
    segment = Segment("s1", Text("Kvitlauk reports"), (("fr", Target(Text("Le gouvernemant parle"))),))
    release = Release("r1", "en", ("fr",), blocks=(Block("b1", Role.BODY, (segment,)),))
    checked = recheck(release, "fr", None, (SPELLING,), speller=spellers["fr"])
    (found,) = checked.findings
    assert (found.rule, found.severity, found.start, found.end) == ("spell", Severity.WARNING, 3, 15)
    mended = fixing(release, found, found.fixes[0]).apply(release)
    assert mended.text("s1", "fr").string == "Le gouvernement parle"
    taught = spellers["fr"].with_user_words(["gouvernemant"])
    assert recheck(release, "fr", checked, (SPELLING,), speller=taught).findings == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_clean_releases_are_silent(
    spellers: Mapping[str, Speller], glossary: Glossary, shared: Path, language: str
) -> None:
    for path in sorted((shared / "samples").glob("R*.json")):
        if ".planted" not in path.name:
            for part in json.loads(path.read_text(encoding="utf-8"))["segments"]:
                setting = Setting(house_style(language), glossary, spellers[language])
                read = read_in(setting, Role.BODY, language, Text(part.get(language) or ""))
                assert list(SPELLING.check(read)) == []
