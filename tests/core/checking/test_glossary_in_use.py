"""The glossary in the engine: an immutable snapshot, asked once a text, and never the reason why checking ends."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.core.checking.termed import FAMILIES, LANGUAGES, release
from tilshi.checking.catalogue import RULES
from tilshi.checking.engine import FAILED, check, recheck
from tilshi.checking.findings import Severity, Spot, message
from tilshi.checking.passages import Passage
from tilshi.checking.rules import PairRule
from tilshi.checking.terminological import TERMINOLOGICAL
from tilshi.checking.wording import LONGEST_PROSE
from tilshi.release import Block, Release, Role, Segment, Target, Text
from tilshi.release import operations as op
from tilshi.terminology.concepts import Concept, Scope, Status, Term
from tilshi.terminology.glossary import Glossary

IDS = [
    "term.missing",
    "term.forbidden",
    "term.variant",
    "term.mixed",
    "name.register",
    "name.missing",
    "name.mixed",
    "cons.source",
    "cons.target",
    "acr.intro",
    "acr.unused",
    "acr.full",
    "acr.two",
    "acr.suffix",
]


def test_all_rules_are_in_the_catalogue() -> None:
    assert [rule.id for rule in TERMINOLOGICAL] == IDS
    assert set(TERMINOLOGICAL) <= set(RULES)


def test_another_glossary_is_another_answer(glossary: Glossary) -> None:
    asked: list[str] = []

    def listening(source: Passage, target: Passage) -> Iterator[Spot]:
        """Notes what it is asked."""
        asked.append("alone" if source is target else "pair")
        yield Spot(0, 0, message("heard"))

    rules = (PairRule("test.listening", Severity.NOTE, "Notes what it is asked", listening, alone=True),)
    of = release(FAMILIES[:2])
    first = recheck(of, "kk", None, rules, None, glossary)
    recheck(of, "kk", first, rules, None, glossary)
    assert asked == ["pair"] * 2
    larger = glossary.with_concept(Concept("own-1", (Term("a", "en"),)))
    recheck(of, "kk", first, rules, None, larger)
    assert asked == ["pair"] * 4
    check(of, "en", rules, None, glossary)
    assert asked[4:] == ["alone"] * 2


def test_a_rule_over_pairs_alone_is_not_asked_of_the_source(glossary: Glossary) -> None:
    def breaks(source: Passage, target: Passage) -> Iterator[Spot]:
        """Breaks down."""
        raise ZeroDivisionError(source.text.string, target.text.string)

    rules = (PairRule("test.broken", Severity.NOTE, "Breaks down", breaks),)
    assert check(release(FAMILIES[:2]), "en", rules, None, glossary) == ()


STRANGE = (
    Concept("own-1", (Term("()", "en"), Term("…", "kk"))),
    Concept("own-2", (Term("ICRC", "kk", Status.DEPRECATED, scope=Scope.ALWAYS),), subject="person"),
    Concept("own-3", (Term("X", "en"), Term("Ы", "kk"), Term("Ы", "ru")), subject="person"),
    Concept("own-4", (Term("Сполярич Мирьяна", "kk"),), subject="person"),
    Concept("own-5", (Term("a b c d e f g h", "en"), Term("а-б-в", "kk")), subject="organisation"),
)


@pytest.mark.parametrize("seed", range(12))
def test_no_text_and_no_glossary_breaks_a_rule(seed: int, glossary: Glossary) -> None:
    chance = random.Random(seed)
    strange = glossary.with_concepts(STRANGE)
    words = [word for _role, texts in FAMILIES for text in texts for word in text.split(" ")]
    words += ["", "(ХГК)", "(", ")", "ХҚККнің", "ICRC-", "\u00a0", "\n", "«", "»", "12", "Ұ", "—", "XIV", "ё", "é", "İ"]
    blocks = []
    for number in range(12):
        texts = [" ".join(chance.choices(words, k=chance.randrange(0, 18))) for _language in LANGUAGES]
        targets = tuple((code, Target(Text(text))) for code, text in zip(LANGUAGES[1:], texts[1:], strict=True))
        role = chance.choice(list(Role))
        blocks.append(Block(f"p{number}", role, (Segment(f"s{number}", Text(texts[0]), targets),)))
    broken = Release("broken", "en", LANGUAGES[1:], blocks=tuple(blocks))
    for language in LANGUAGES:
        for finding in check(broken, language, TERMINOLOGICAL, glossary=strange):
            assert finding.rule != FAILED, finding
            text = broken.text(finding.segment, language).string
            assert 0 <= finding.start <= finding.end <= len(text)
            assert all(0 <= fix.start <= fix.end <= len(text) for fix in finding.fixes)
            assert str(finding.message)


def test_a_text_of_any_length_takes_no_more_than_its_time(glossary: Glossary) -> None:
    text = "ХҚКК (ХГК) Мысалия Қызыл Ай қоғамы деді Джейн Экзампл, " * 20_000
    source = "ICRC (IHL) the Examplia Red Crescent Society said Jane Example, " * 20_000
    assert len(text) > LONGEST_PROSE
    segment = Segment("s0", Text(source), (("kk", Target(Text(text))),))
    huge = Release("huge", "en", ("kk",), blocks=(Block("p0", Role.BODY, (segment,)),))
    begun = time.process_time()
    check(huge, "kk", TERMINOLOGICAL, glossary=glossary)
    assert time.process_time() - begun < 10


def test_the_longest_paragraph_is_still_checked(glossary: Glossary) -> None:
    text = f"{'сөз ' * (LONGEST_PROSE // 4 - 4)}Қызыл Жарты Ай"
    for filling, number in (("", 1), ("сөз " * 4, 0)):
        segment = Segment("s0", Text("Red Crescent"), (("kk", Target(Text(filling + text))),))
        long = Release("long", "en", ("kk",), blocks=(Block("p0", Role.BODY, (segment,)),))
        assert len(check(long, "kk", TERMINOLOGICAL[1:2], glossary=glossary)) == number


def test_the_rules_are_loaded_without_dictionaries() -> None:
    program = (
        "import sys, tilshi.checking.engine\n"
        "heavy = {'pymorphy3', 'rapidfuzz', 'ahocorasick', 'phonenumbers', 'sqlite3'}\n"
        "print(*sorted(heavy & set(sys.modules)))"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == []


def test_a_fix_leaves_the_finding_behind(glossary: Glossary) -> None:
    before = release(FAMILIES)
    text = before.text("s2", "kk").string.replace("Қызыл Ай", "Қызыл Жарты Ай")
    wrong = op.write_target(before, "s2", "kk", text).apply(before)
    rules = tuple(replace(rule) for rule in TERMINOLOGICAL)
    (finding,) = check(wrong, "kk", rules, glossary=glossary)
    assert finding.fixes[0].replacement == "Қызыл Ай"
