"""The rules over pairs as a whole: all are there, and no text breaks any of them."""

from __future__ import annotations

import json
import time
from pathlib import Path
from random import Random

import pytest

from tilshi.checking.bilingual import BILINGUAL
from tilshi.checking.catalogue import RULES
from tilshi.checking.engine import FAILED, check
from tilshi.checking.findings import Side, fixing
from tilshi.release import Block, Mark, MarkKind, Release, Role, Segment, Target, Text

LANGUAGES = ("en", "fr", "ru", "kk")
FOLDER = Path(__file__).parent / "releases"
TEXTS = {
    language: [
        part[language]
        for path in sorted(FOLDER.glob("*.json"))
        for part in json.loads(path.read_text(encoding="utf-8"))["segments"]
    ]
    for language in LANGUAGES
}
STRANGE = [
    "",
    "\u00a0",
    "\n",
    "«",
    "”",
    "—",
    "12,5.3",
    "32.13.2026",
    "99:99",
    "+999",
    "%",
    "XIV",
    "İ",
    "ﬁ",
    "{a}",
    "|",
    "\ufffc",
]


def test_every_rule_is_there() -> None:
    ids = [rule.id for rule in BILINGUAL]
    assert ids == [
        *("seg.empty", "seg.same", "seg.count", "len.ratio"),
        *("num.value", "num.format", "num.units", "num.percent"),
        *("date.value", "date.form", "time.zone", "date.weekday"),
        *("neg.lost", "quote.count", "quote.speaker", "quote.verbatim"),
        *("url.diff", "email.diff", "phone.diff", "contact.office", "mark.missing", "fixed.diff"),
    ]
    assert {*BILINGUAL} <= {*RULES}


def strange_release(chance: Random) -> Release:
    """Words of all languages in all orders, in all roles, with marks."""
    words = [word for texts in TEXTS.values() for text in texts for word in text.split(" ")] + STRANGE * 20
    blocks = []
    for number in range(14):
        texts = [" ".join(chance.choices(words, k=chance.randrange(24))) for _language in LANGUAGES]
        marks = (Mark(0, 3, chance.choice(list(MarkKind)), "https://example.org"),) if len(texts[0]) > 3 else ()
        targets = tuple((code, Target(Text(text))) for code, text in zip(LANGUAGES[1:], texts[1:], strict=True))
        segment = Segment(f"s{number}", Text(texts[0], marks), targets)
        blocks.append(Block(f"p{number}", chance.choice(list(Role)), (segment,)))
    return Release("strange", "en", LANGUAGES[1:], chance.choice(["statement", "none"]), tuple(blocks))


@pytest.mark.parametrize("seed", range(40))
def test_no_text_breaks_a_rule(seed: int) -> None:
    release = strange_release(Random(seed))
    for language in LANGUAGES:
        for finding in check(release, language, BILINGUAL):
            assert finding.rule != FAILED, finding
            segment = release.segment(finding.segment)
            target = segment.source if language == "en" else segment.target(language).text
            read, other = (target, segment.source) if finding.side is Side.TARGET else (segment.source, target)
            assert 0 <= finding.start <= finding.end <= len(read)
            assert finding.evidence is None or 0 <= finding.evidence[0] < finding.evidence[1] <= len(other)
            assert str(finding.message)
            for fix in finding.fixes:
                fixing(release, finding, fix).apply(release)


@pytest.mark.parametrize("language", ["fr", "ru", "kk"])
def test_safe_fixes_leave_nothing_behind(language: str) -> None:
    wrong = {
        "fr": ("1 mai 2026", "12,500 personnes, 27%"),
        "ru": ("1 мая 2026", "12,500 человек, 27%"),
        "kk": ("1 мамыр 2026", "12,500 адам, 27%"),
    }
    sources = ("1 May 2026", "12,500 people, 27%")
    segments = tuple(
        Segment(f"s{at}", Text(said), ((language, Target(Text(written))),))
        for at, (said, written) in enumerate(zip(sources, wrong[language], strict=True))
    )
    release = Release("r", "en", (language,), blocks=(Block("p", Role.BODY, segments),))
    while findings := [finding for finding in check(release, language, BILINGUAL) if finding.fixes]:
        assert findings[0].fixes[0].safe
        release = fixing(release, findings[0], findings[0].fixes[0]).apply(release)
    assert check(release, language, BILINGUAL) == ()


def test_a_text_of_any_length_takes_no_more_than_its_time() -> None:
    long = {language: Text(" ".join(texts * 20)) for language, texts in TEXTS.items()}
    segment = Segment("s", long["en"], tuple((code, Target(long[code])) for code in LANGUAGES[1:]))
    release = Release("long", "en", LANGUAGES[1:], blocks=(Block("p", Role.BODY, (segment,)),))
    begun = time.process_time()
    for language in LANGUAGES:
        check(release, language, BILINGUAL)
    assert time.process_time() - begun < 60
