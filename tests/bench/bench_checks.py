"""Checking: all rules over 200 bilingual segments, family by family; one keystroke; and 10,000 beside pofilter."""

import importlib.util
import json
import re
import time
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import count, islice
from optparse import Values
from random import Random
from typing import Any

from tests.bench.measure import Sample, in_process, report, report_limit, take_turns
from tests.core.checking.test_releases import FOLDER
from tilshi.checking.bilingual import BILINGUAL
from tilshi.checking.catalogue import RULES
from tilshi.checking.engine import check, recheck
from tilshi.checking.terminological import TERMINOLOGICAL
from tilshi.checking.textual import TEXTUAL
from tilshi.release import Block, Release, Role, Segment, Target, Text
from tilshi.release import operations as op
from tilshi.terminology.bundled import load_names, load_terms
from tilshi.terminology.glossary import Glossary, Layer, assembled

SEGMENTS, KEYSTROKES = 200, 300
LANGUAGES = ("kk", "ru", "fr")
WHOLE_LIMIT = 0.150
KEYSTROKE_LIMIT = 0.005
MANY = 10_000
PEER_BOUND = 0.5


def main() -> bool:
    """Both limits in each language, in CPU time, after a first run that loads what the rules need."""
    glossary = assembled({Layer.BUNDLED: load_terms(), Layer.NAMES: load_names()})
    kept = [keeps for language in LANGUAGES for keeps in _measured(language, glossary)]
    return all(kept)


def _measured(language: str, glossary: Glossary) -> Iterator[bool]:
    some = _release(language)
    families = {"all rules": RULES, "pairs": BILINGUAL, "terms": TERMINOLOGICAL, "the text alone": TEXTUAL}
    samples = take_turns(
        {name: in_process(partial(check, some, language, rules, glossary=glossary)) for name, rules in families.items()}
    )
    yield report_limit(f"{SEGMENTS} segments, en to {language}", samples[0], WHOLE_LIMIT)
    for sample in samples[1:]:
        report(f"of which {sample.name}", (sample,))
    yield report_limit("One keystroke", _keystrokes(some, language, glossary), KEYSTROKE_LIMIT, at_p95=True)
    many = _release(language, MANY)
    among = _keystrokes(many, language, glossary)
    yield report_limit(f"One keystroke among {MANY} segments", among, KEYSTROKE_LIMIT, at_p95=True)
    yield _beside_pofilter(many, language, glossary)


def _beside_pofilter(many: Release, language: str, glossary: Glossary) -> bool:
    """What pofilter takes with all its tests; it is under the GPL, so nothing here depends on it being there.

    Both have the texts in memory and warm caches. The texts of the invented releases repeat, in which they are like
    what comes from templates; ours are read once, which is why both are also asked about texts that do not. Both count.
    """
    if importlib.util.find_spec("translate") is None:
        print("\nTranslate Toolkit is not installed (pip install translate-toolkit), so it is not compared.")
        return True
    kept = []
    for title, texts in (("as they are", many), ("no two alike", _varied(many, language))):
        contenders = {
            "all rules": in_process(partial(check, texts, language, glossary=glossary), warm=0),
            "pofilter, all tests": in_process(partial(_pofilter, texts, language), warm=0),
        }
        samples = take_turns(contenders, repeats=3)
        kept.append(report(f"{MANY} segments, en to {language}, {title}", samples, bound=PEER_BOUND))
    return all(kept)


_WORD = re.compile(r"[^\W\d_]{4,}")
CHANGED = 0.1
"""Share of words that are exchanged for others of the same releases."""


def _varied(many: Release, language: str) -> Release:
    """The same texts, in both languages with the same other digits, and with some other words: no two are alike."""
    chance = Random(0)
    ours = _words(segment.source.string for _block, segment in many.segments())
    theirs = _words(segment.target(language).text.string for _block, segment in many.segments())

    def varied(segment: Segment) -> Segment:
        digits = str.maketrans("123456789", "".join(chance.sample("123456789", 9)))
        source = _changed(segment.source.string.translate(digits), ours, chance)
        target = _changed(segment.target(language).text.string.translate(digits), theirs, chance)
        return Segment(segment.id, Text(source), ((language, Target(Text(target))),))

    return many.with_blocks(
        tuple(Block(block.id, block.role, tuple(map(varied, block.segments))) for block in many.blocks)
    )


def _words(texts: Iterable[str]) -> list[str]:
    return sorted({word for text in texts for word in _WORD.findall(text) if word.islower()})


def _changed(text: str, words: list[str], chance: Random) -> str:
    return _WORD.sub(
        lambda word: chance.choice(words) if word[0].islower() and chance.random() < CHANGED else word[0], text
    )


def _pofilter(many: Release, language: str) -> int:
    from translate.filters import checks, pofilter
    from translate.storage import po

    store: Any = po.pofile()
    for _block, segment in many.segments():
        unit = store.addsourceunit(segment.source.string)
        unit.target = segment.target(language).text.string
    options = Values(
        {"limitfilters": None, "excludefilters": [], "includefuzzy": True, "includereview": True}
        | {"autocorrect": False, "addnotes": True, "error": None}
    )
    config = checks.CheckerConfig(targetlanguage=language)
    classes = [checks.StandardChecker, checks.StandardUnitChecker]
    peer: Any = pofilter.pocheckfilter(options, classes, config)
    return len(peer.filterfile(store).units)


def _release(language: str, size: int = SEGMENTS) -> Release:
    """The invented releases of the tests, one after the other, until there are enough segments."""
    parts = [part for path in sorted(FOLDER.glob("*.json")) for part in json.loads(path.read_text("utf-8"))["segments"]]
    blocks = (
        Block(
            f"p{turn}.{part['id']}",
            Role(part["role"]),
            (Segment(f"{turn}.{part['id']}", Text(part["en"]), ((language, Target(Text(part[language]))),)),),
        )
        for turn in count()
        for part in parts
    )
    return Release("bench", "en", (language,), "operational-update", tuple(islice(blocks, size)))


def _keystrokes(release: Release, language: str, glossary: Glossary) -> Sample:
    checked = recheck(release, language, None, glossary=glossary)
    seconds = []
    for number in range(KEYSTROKES):
        block = release.blocks[number * 7 % len(release.blocks)]
        text = release.text(block.segments[0].id, language)
        release = op.write_target(release, block.segments[0].id, language, f"{text.string}а").apply(release)
        begun = time.process_time()
        checked = recheck(release, language, checked, glossary=glossary)
        seconds.append(time.process_time() - begun)
    return Sample(f"a letter, and what it changes ({language})", tuple(seconds))
