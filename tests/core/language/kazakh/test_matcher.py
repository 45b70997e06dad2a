import gc
from threading import Thread

from hypothesis import given
from hypothesis import strategies as st

from tilshi.language.kazakh import Lexeme, Matcher, find, write
from tilshi.language.kazakh.features import Case, Features, Number, Possessor

TERMS = [
    "құқық",
    "гуманитарлық құқық",
    "халықаралық гуманитарлық құқық",
    "халықаралық ұйым",
    "соғыс заңы",
    "соғыс ережелері",
    "қарулы қақтығыс",
    "ХҚКК",
    "ХҚКК өкілдігі",
    "БҰҰ Бас Ассамблеясы",
    "Мысалия Республикасының Президенті",
    "Қызыл Ай Қоғамы (ҚАҚ)",
    "қару, оқ-дәрі",
    "3-бап",
    "бас",
    "заң",
    "халық",
]
FILLERS = ["және", "басқа", ",", "–", "Мысалдағы", "т.б.", "2,5", "06.03.2026", "оның", "«", "»", "заңды", "100-ден"]


def found(matcher: Matcher[str], text: str) -> list[str]:
    return [text[match.start : match.end] for match in matcher.find(text)]


def glossary(*terms: str) -> Matcher[str]:
    return Matcher((term, term) for term in terms)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Terms in any form among other words, commas and figures, with any spaces between them."""
    parts = []
    for term in draw(st.lists(st.sampled_from(TERMS), min_size=1, max_size=5)):
        number, possessor = draw(st.sampled_from(Number)), draw(st.sampled_from(Possessor))
        parts.append(write(term, Features(number, possessor, draw(st.sampled_from(Case)))))
        parts.append(draw(st.sampled_from(FILLERS)))
    space = draw(st.sampled_from([" ", "  ", "\u00a0", "\n"]))
    return draw(st.sampled_from(["", " "])) + space.join(parts)


@given(texts())
def test_the_candidates_are_what_each_term_finds_alone(text: str) -> None:
    alone = {(start, end, term) for term in TERMS for start, end in find(term, text)}
    together = {(match.start, match.end, match.key) for match in glossary(*TERMS).candidates(text)}
    assert alone == together


@given(texts())
def test_matches_are_the_longest_and_apart(text: str) -> None:
    matcher = glossary(*TERMS)
    end_before = 0
    for match in matcher.find(text):
        assert match.start >= end_before
        rivals = [rival for rival in matcher.candidates(text) if rival.start == match.start]
        assert match.end == max(rival.end for rival in rivals)
        end_before = match.end


@given(st.permutations(TERMS), st.lists(texts(), max_size=3))
def test_when_a_term_was_added_does_not_matter(terms: list[str], searched: list[str]) -> None:
    grown: Matcher[str] = Matcher()
    for at, term in enumerate(terms):
        grown.add(term, term)
        for text in searched[at : at + 1]:
            grown.find(text)
    whole = glossary(*TERMS)
    for text in searched:
        assert sorted(whole.candidates(text)) == sorted(grown.candidates(text))


def test_terms_can_be_changed_and_taken_away() -> None:
    matcher = Matcher([("қарулы қақтығыс", 1), ("ұйым", 2)])
    text = "Қарулы қақтығыстан зардап шеккен ұйымдар"
    assert [match.key for match in matcher.find(text)] == [1, 2]
    matcher.remove(2)
    matcher.add("зардап", 1)
    matcher.remove("no such key")  # type: ignore[arg-type]
    assert [(match.key, text[match.start : match.end]) for match in matcher.find(text)] == [(1, "зардап")]


def test_equal_terms_are_all_told() -> None:
    matcher = Matcher([("тарап", 1), ("Тарап", 2), (Lexeme("тарап", voicing=True), 3)])
    assert [match.key for match in matcher.find("тараптар")] == [1, 2, 3]
    assert [match.key for match in matcher.find("тарабы")] == [3]


def test_numbers_and_marks_between_words() -> None:
    matcher = glossary("3-бап", "қару, оқ-дәрі", "мыңжылдық")
    text = "Ортақ 3-баптың (қару,  оқ-дәріні) 3-мыңжылдықта; 3 бап, қару оқ-дәрі"
    assert found(matcher, text) == ["3-баптың", "қару,  оқ-дәріні", "мыңжылдықта"]


def test_a_text_without_words_or_terms() -> None:
    assert glossary("құқық").find("") == []
    assert glossary("құқық").find(" – … 5") == []
    assert Matcher().find("құқық") == []


def test_building_leaves_the_garbage_collector_as_it_was() -> None:
    glossary(*TERMS)
    assert gc.isenabled()
    gc.disable()
    try:
        glossary(*TERMS)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_several_threads_may_search_at_once() -> None:
    matcher = glossary(*TERMS)
    texts = [f"Халықаралық гуманитарлық құқықтың {number}-бабы, БҰҰ-ның Бас Ассамблеясында" for number in range(200)]
    expected = [glossary(*TERMS).find(text) for text in texts]
    answers: list[list[object]] = []
    threads = [Thread(target=lambda: answers.append([matcher.find(text) for text in texts])) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [expected] * 4
