"""Replacing: one edit, seen before, undone byte for byte; words in the form of what they replace."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.searching.texts import release, segment, states
from tilshi.release import MarkKind, Release, Session, StaleEdit, State
from tilshi.searching.query import Method, Query, QueryError, Where
from tilshi.searching.replacing import Swap, replacing, swaps
from tilshi.searching.search import search


def planned(given_release: Release, query: Query, replacement: str) -> list[Swap]:
    """What would become of all hits."""
    return list(swaps(given_release, query, search(given_release, query).found, replacement))


def replaced(given_release: Release, query: Query, replacement: str) -> Release:
    """The release with all hits replaced."""
    return replacing(given_release, planned(given_release, query, replacement)).apply(given_release)


def kazakh(text: str, wanted: str, replacement: str) -> str:
    """A Kazakh text with a word replaced in all its forms."""
    done = replaced(release(segment("s1", "", text)), Query(wanted, Method.LEMMA), replacement)
    return done.text("s1", "kk").string


@pytest.mark.parametrize(
    ("text", "wanted", "replacement", "expected"),
    [
        ("Мемлекеттердің бәрі", "мемлекет", "ел", "Елдердің бәрі"),
        ("ол мемлекетке барды", "мемлекет", "қала", "ол қалаға барды"),
        ("біздің мектебімізден", "мектеп", "аурухана", "біздің ауруханамыздан"),
        ("оның құқығын", "құқық", "міндет", "оның міндетін"),
        ("ұйымдарымен", "ұйым", "комитет", "комитеттерімен"),
        ("ұйымдағы", "ұйым", "комитет", "комитеттегі"),
        ("Мемлекеттер келіседі", "мемлекет", "қала", "Қалалар келіседі"),
        ("МЕМЛЕКЕТ", "мемлекет", "ел", "ЕЛ"),
    ],
)
def test_a_kazakh_word_takes_the_form_of_what_it_replaces(
    text: str, wanted: str, replacement: str, expected: str
) -> None:
    assert kazakh(text, wanted, replacement) == expected


@pytest.mark.parametrize(
    ("language", "text", "wanted", "replacement", "expected"),
    [
        ("ru", "в больницах города", "больница", "школа", "в школах города"),
        ("ru", "Государства согласились", "государство", "страна", "Страны согласились"),
        ("en", "two hospitals", "hospital", "clinic", "two clinics"),
        ("en", "the States' duty", "state", "country", "the Countries' duty"),
    ],
)
def test_so_do_words_of_other_languages(language: str, text: str, wanted: str, replacement: str, expected: str) -> None:
    made = release(segment("s1", text if language == "en" else "", "", text if language == "ru" else ""))
    assert replaced(made, Query(wanted, Method.LEMMA), replacement).text("s1", language).string == expected


def test_a_form_that_may_be_lost_is_not_sure() -> None:
    made = release(segment("s1", "They protected it and protect it."))
    plan = planned(made, Query("protect", Method.LEMMA), "guard")
    assert [(swap.before, swap.after, swap.sure) for swap in plan] == [
        ("protected", "guard", False),
        ("protect", "guard", True),
    ]


def test_groups_of_a_pattern_are_put_in() -> None:
    made = release(segment("s1", "6 March 2026"))
    for template in (r"\3-\2-\1", "$3-$2-$1"):
        query = Query(r"(\d+) (\w+) (\d{4})", Method.PATTERN)
        assert replaced(made, query, template).text("s1", "en").string == "2026-March-6"
    named = Query(r"(?P<day>\d+) (?P<month>\w+)", Method.PATTERN)
    assert replaced(made, named, r"${month} \g<day>,").text("s1", "en").string == "March 6, 2026"


@pytest.mark.parametrize("template", [r"\2", "$2", r"\g<name>", "${name}", "\\"])
def test_a_group_that_is_not_there_is_said(template: str) -> None:
    with pytest.raises(QueryError, match="replacement"):
        planned(release(segment("s1", "1949")), Query(r"(\d+)", Method.PATTERN), template)


def test_a_price_is_no_group() -> None:
    made = release(segment("s1", "about 5"))
    assert replaced(made, Query("5", Method.PATTERN), "US$").text("s1", "en").string == "about US$"


def test_letters_take_the_capitals_of_what_they_replace() -> None:
    made = release(segment("s1", "Hospital, hospital, HOSPITAL"))
    assert replaced(made, Query("hospital"), "clinic").text("s1", "en").string == "Clinic, clinic, CLINIC"
    exact = replaced(made, Query("hospital", match_case=True), "clinic")
    assert exact.text("s1", "en").string == "Hospital, clinic, HOSPITAL"
    assert replaced(made, Query("hospital"), "WHO").text("s1", "en").string == "WHO, WHO, WHO"


def test_what_looks_like_a_template_is_put_in_as_it_is() -> None:
    made = release(segment("s1", "word"))
    assert replaced(made, Query("word"), r"\1 $1 & <b>").text("s1", "en").string == r"\1 $1 & <b>"


def test_marks_and_states_follow() -> None:
    before = states()
    after = replaced(before, Query("state", where=frozenset({Where.SOURCE})), "matter")
    marked = after.text("s2", "en")
    assert marked.string == "Port-Example: matter of affairs"
    assert [(mark.start, mark.end, mark.kind) for mark in marked.marks] == [
        (0, 12, MarkKind.BOLD),
        (14, 20, MarkKind.ITALIC),
    ]
    assert after.segment("s2").target("kk").state is State.TRANSLATED
    assert after.segment("s1").target("kk").text == before.segment("s1").target("kk").text


def test_source_translations_and_notes_of_a_segment_change_in_one_step() -> None:
    session = Session(states())
    before = session.release
    everywhere = Query(r"state|мемлекет|государств", Method.PATTERN)
    plan = planned(before, everywhere, "X")
    assert len({(swap.hit.segment, swap.hit.where, swap.hit.language) for swap in plan}) == 6
    session.apply(replacing(before, plan))
    assert not search(session.release, everywhere).found
    session.undo()
    assert session.release == before
    assert not session.can_undo


def test_only_what_is_chosen_is_replaced() -> None:
    made = release(segment("s1", "a b a b a"))
    plan = planned(made, Query("a"), "cc")
    assert replacing(made, (plan[0], plan[2])).apply(made).text("s1", "en").string == "cc b a b cc"


def test_a_swap_for_another_text_is_refused() -> None:
    plan = planned(release(segment("s1", "abc")), Query("b"), "x")
    with pytest.raises(StaleEdit):
        replacing(release(segment("s1", "acb")), plan)


@given(st.lists(st.text("ab \u00a0«", max_size=12), min_size=1, max_size=4), st.text("ab«", min_size=1), st.text("ac"))
def test_replacing_is_what_python_does_and_undo_is_exact(texts: list[str], wanted: str, replacement: str) -> None:
    made = release(*(segment(f"s{at}", text, text[::-1]) for at, text in enumerate(texts)))
    session = Session(made)
    query = Query(wanted, match_case=True, alike=False)
    session.apply(replacing(made, planned(made, query, replacement)))
    for at, text in enumerate(texts):
        assert text.replace(wanted, replacement) == session.release.text(f"s{at}", "en").string
        assert text[::-1].replace(wanted, replacement) == session.release.text(f"s{at}", "kk").string
    session.undo()
    assert session.release == made
