"""Finding terms: 10,000 Kazakh terms with the full grammar against a bare pass of an automaton that knows no ending."""

import importlib.util
import tracemalloc
from typing import Any

import ahocorasick

from tests.bench.measure import Sample, cpu, in_process, report, report_limit, take_turns
from tests.bench.vocabulary import Corpus, corpus
from tilshi.language.kazakh import Matcher

TERMS, SEGMENTS = 10_000, 2_000
BARE_PASS_BOUND = 3.0
GROWTH_BOUND = 8.0
BUILD_LIMIT = 0.150
ADD_LIMIT = 0.005
MEMORY_LIMIT = 40e6


def main() -> bool:
    """All bounds; the first pass over new words is shown apart."""
    some = corpus(TERMS, SEGMENTS)
    matcher, automaton = _matcher(some), _automaton(some)
    first = cpu(lambda: _find(matcher, some))
    print(f"\nThe first pass, in which the grammar meets every word anew: {first / SEGMENTS * 1e6:.1f} µs a segment")
    contenders = {
        "Kazakh terms, full grammar": in_process(lambda: _find(matcher, some)),
        "bare automaton, exact words": in_process(lambda: _pass(automaton, some)),
    }
    title = f"{SEGMENTS} segments against {TERMS} terms"
    _beside_translate_toolkit(matcher, some)
    kept = [report(title, take_turns(contenders), bound=BARE_PASS_BOUND), _growth(), _building(some), _memory(some)]
    return all(kept)


def _beside_translate_toolkit(matcher: Matcher[int], some: Corpus) -> None:
    """What Translate Toolkit takes for the same; it is under the GPL, so nothing here depends on it being there."""
    if importlib.util.find_spec("translate") is None:
        print("\nTranslate Toolkit is not installed (pip install translate-toolkit), so it is not compared.")
        return
    from translate.search.match import terminologymatcher
    from translate.storage.base import TranslationStore

    store: Any = TranslationStore()
    for term in some.terms:
        store.addsourceunit(term).target = term
    peer: Any = terminologymatcher(store)
    few = some.segments[:20]
    theirs = cpu(lambda: [peer.matches(segment) for segment in few]) / len(few)
    ours = cpu(lambda: _find(matcher, some)) / SEGMENTS
    print(
        f"\nTranslate Toolkit: {theirs * 1e6:,.0f} µs a segment, ours {ours * 1e6:.1f}: {theirs / ours:,.0f} × as quick"
    )


def _growth() -> bool:
    many, few = corpus(100_000, SEGMENTS), corpus(1_000, SEGMENTS)
    large, small = _matcher(many), _matcher(few)
    contenders = {
        "100,000 terms": in_process(lambda: _find(large, many)),
        "1,000 terms": in_process(lambda: _find(small, few)),
    }
    kept = report("Growth with the glossary", take_turns(contenders), bound=GROWTH_BOUND)
    added = Sample("one more term", tuple(cpu(lambda at=at: _add(large, many, at)) for at in range(50)))  # type: ignore[misc]
    return report_limit("Adding to 100,000 terms, and the next look-up", added, ADD_LIMIT, at_p95=True) and kept


def _building(some: Corpus) -> bool:
    (sample,) = take_turns({f"{TERMS} terms": in_process(lambda: _matcher(some))})
    return report_limit("Building", sample, BUILD_LIMIT)


def _memory(some: Corpus) -> bool:
    tracemalloc.start()
    matcher = _matcher(some)
    _find(matcher, some)
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    print(f"\nMemory after {SEGMENTS} segments: {size / 1e6:.1f} MB, limit {MEMORY_LIMIT / 1e6:.0f} MB")
    return size <= MEMORY_LIMIT


def _matcher(some: Corpus) -> Matcher[int]:
    return Matcher((term, number) for number, term in enumerate(some.terms))


def _add(matcher: Matcher[int], some: Corpus, number: int) -> None:
    matcher.add(f"қосымша {some.terms[number]}", -1 - number)
    matcher.find(some.segments[number])


def _find(matcher: Matcher[int], some: Corpus) -> int:
    return sum(len(matcher.find(segment)) for segment in some.segments)


def _automaton(some: Corpus) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for number, term in enumerate(some.terms):
        automaton.add_word(term, number)
    automaton.make_automaton()
    return automaton


def _pass(automaton: ahocorasick.Automaton, some: Corpus) -> int:
    return sum(1 for segment in some.segments for _ in automaton.iter(segment.lower()))
