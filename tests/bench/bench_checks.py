"""Checking: all rules over 200 bilingual segments, family by family; and one keystroke."""

import json
import time
from collections.abc import Iterator
from functools import partial
from itertools import count, islice

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


def _release(language: str) -> Release:
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
    return Release("bench", "en", (language,), "operational-update", tuple(islice(blocks, SEGMENTS)))


def _keystrokes(release: Release, language: str, glossary: Glossary) -> Sample:
    checked = recheck(release, language, None, glossary=glossary)
    seconds = []
    for number in range(KEYSTROKES):
        block = release.blocks[number * 7 % SEGMENTS]
        text = release.text(block.segments[0].id, language)
        release = op.write_target(release, block.segments[0].id, language, f"{text.string}а").apply(release)
        begun = time.process_time()
        checked = recheck(release, language, checked, glossary=glossary)
        seconds.append(time.process_time() - begun)
    return Sample(f"a letter, and what it changes ({language})", tuple(seconds))
