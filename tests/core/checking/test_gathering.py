"""Rules over a release: after any change they say what they would say if the whole release were new."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core.checking.test_releases import FOLDER, stored
from tilshi.checking.catalogue import RULES
from tilshi.checking.engine import check, recheck
from tilshi.checking.findings import Severity, Spot, message
from tilshi.checking.passages import Line
from tilshi.checking.rules import Entry, Frame, ReleaseRule, Said
from tilshi.release import Block, Release, Role, Segment, Target, Text
from tilshi.release import operations as op
from tilshi.terminology.glossary import Glossary

OVER_ALL = tuple(rule for rule in RULES if isinstance(rule, ReleaseRule))


def stock() -> list[tuple[Role, str, str]]:
    """Parts of releases with their Kazakh, right and wrong: what is consistent in one place is not with another."""
    parts = [part for path in sorted(FOLDER.glob("*.json")) for part in stored(Path(path).stem)["segments"]]
    right = [(Role(part["role"]), part["en"], part["kk"]) for part in parts]
    wrong = [
        (Role.BODY, "“We help", "«Біз көмектесеміз"),
        (Role.BODY, "every day.”", "күн сайын»."),
        (Role.BODY, "Jane Example (came", "Джейн Экземпл (келді"),
        (Role.BODY, "The ICRC president spoke.", "ХҚКК Президенті сөйледі, ХҚКК президенті тыңдады."),
        (Role.BODY, "The Global initiative – new — is here.", "Бұл – жаңа Жаһандық бастама — осында."),
        (Role.BODY, "The global initiative", "Бұл жаһандық бастама туралы."),
        (Role.BODY, "international humanitarian law (IHL)", "халықаралық гуманитарлық құқық (ХГҚ)"),
        (Role.BODY, "IHL applies.", "ХГҚ қолданылады."),
        (Role.CONTACT_NAME, "Jane Example, Astana", "Джейн Экзампл, Астана"),
        (Role.CONTACT_PHONE, "Tel.: +41 22 734 60 01", "Тел.: +41 22 734 60 01"),
        (Role.QUOTE, "“We saw much water there,” said Sam Dummy.", "«Біз онда көп су көрдік», – деді Джейн Экзампл."),
    ]
    return [*wrong, *right[::3], *wrong]


STOCK = stock()


@st.composite
def changes(draw: st.DrawFn) -> list[tuple[str, int, int]]:
    verbs = st.sampled_from(["write", "source", "role", "remove", "insert", "move", "join"])
    return draw(st.lists(st.tuples(verbs, st.integers(0, 50), st.integers(0, len(STOCK) - 1)), max_size=6))


def changed(release: Release, change: tuple[str, int, int], fresh: str) -> Release:
    """The release after one change; what does not fit any more changes nothing."""
    verb, number, other = change
    blocks = list(release.blocks)
    at = number % len(blocks)
    segment = blocks[at].segments[0]
    role, source, target = STOCK[other]
    match verb:
        case "write":
            return op.write_target(release, segment.id, "kk", target).apply(release)
        case "source":
            return op.write_source(release, segment.id, source).apply(release)
        case "role":
            return op.set_role(release, blocks[at].id, role).apply(release)
        case "remove" if len(blocks) > 1:
            del blocks[at]
        case "insert":
            blocks.insert(at, block(fresh, (role, source, target)))
        case "move":
            blocks.append(blocks.pop(at))
        case "join" if at:
            joined = (*blocks[at - 1].segments, *blocks[at].segments)
            blocks[at - 1 : at + 1] = [Block(blocks[at - 1].id, blocks[at - 1].role, joined)]
    return release.with_blocks(tuple(blocks))


def block(name: str, part: tuple[Role, str, str]) -> Block:
    role, source, target = part
    return Block(f"p{name}", role, (Segment(f"s{name}", Text(source), (("kk", Target(Text(target))),)),))


@pytest.mark.parametrize("language", ["kk", "en"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.lists(st.sampled_from(STOCK), min_size=2, max_size=9), steps=changes())
def test_after_any_change_all_is_said_as_if_new(
    language: str, glossary: Glossary, start: list[tuple[Role, str, str]], steps: list[tuple[str, int, int]]
) -> None:
    blocks = tuple(block(str(number), part) for number, part in enumerate(start))
    release = Release("r", "en", ("kk",), template="news-note", blocks=blocks)
    checked = recheck(release, language, None, OVER_ALL, glossary=glossary)
    for number, step in enumerate(steps):
        earlier, before = checked, checked.findings
        release = changed(release, step, f"new{number}")
        checked = recheck(release, language, earlier, OVER_ALL, glossary=glossary)
        assert checked.findings == check(release, language, OVER_ALL, glossary=glossary)
        assert earlier.findings == before == check(earlier.release, language, OVER_ALL, glossary=glossary)


def _heard(asked: list[str]) -> ReleaseRule:
    def first_letters(line: Line, _frame: Frame) -> Said:
        asked.append(line.segment)
        yield line.read.text.string[:1], line.segment

    def judge(entries: tuple[Entry, ...], _frame: Frame) -> list[Spot]:
        """Lists the lines of a letter."""
        asked.append("+".join(entry.line.segment for entry in entries))
        return [Spot(0, 0, message("heard"), segment=entries[0].line.segment)]

    return ReleaseRule("test.heard", Severity.NOTE, "Lists the lines of a letter", first_letters, judge)


def test_a_keystroke_asks_only_for_what_it_touches() -> None:
    asked: list[str] = []
    rules = (_heard(asked),)
    parts = [(Role.BODY, "", text) for text in ("аб", "ба", "ав", "бв", "ва")]
    release = Release("r", "en", ("kk",), blocks=tuple(block(str(at), part) for at, part in enumerate(parts)))
    checked = recheck(release, "kk", None, rules)
    assert asked == ["s0", "s1", "s2", "s3", "s4", "s0+s2", "s1+s3", "s4"]
    asked.clear()
    release = op.write_target(release, "s2", "kk", "бг").apply(release)
    checked = recheck(release, "kk", checked, rules)
    assert asked == ["s2", "s0", "s1+s2+s3"]
    asked.clear()
    assert recheck(release, "kk", checked, rules).findings == checked.findings
    assert asked == []


def test_what_is_the_same_word_for_word_is_read_once() -> None:
    parts = [(Role.BODY, "31 people", "13 адам"), (Role.BODY, "31 people", "13 адам"), (Role.QUOTE, "31 people", "13")]
    release = Release("r", "en", ("kk",), blocks=tuple(block(str(at), part) for at, part in enumerate(parts)))
    checked = recheck(release, "kk", None)
    lines = [answer.line for found in checked.blocks for answer in found.answers]
    assert lines[0].read is lines[1].read
    wrong = [(finding.segment, finding.rule) for finding in checked.findings if finding.rule == "num.value"]
    assert wrong == [("s0", "num.value"), ("s1", "num.value"), ("s2", "num.value")]
