"""What the engine promises for every word, also for words that nobody has thought of."""

from hypothesis import assume, given
from hypothesis import strategies as st

from tilshi.language.kazakh import Lexeme, analyse, find, inflect, matches, write
from tilshi.language.kazakh.features import Case, Features, Number, Possessor
from tilshi.language.kazakh.grammar import BACK, FRONT, MACHINE
from tilshi.language.kazakh.lexicon import OTHER_WORDS

CONSONANTS = "бгғджзйкқлмнңпрстфхш"
BACK_VOWELS, FRONT_VOWELS = "аоұы", "еөүі"
LETTERS = "аәбвгғдежзийкқлмнңоөпрстуұүфхһшыіэюя"


@st.composite
def words(draw: st.DrawFn) -> str:
    vowels = draw(st.sampled_from([BACK_VOWELS, FRONT_VOWELS, BACK_VOWELS + FRONT_VOWELS + "уи"]))
    syllable = st.builds(
        "".join, st.tuples(st.sampled_from(CONSONANTS), st.sampled_from(vowels), st.sampled_from(["", *CONSONANTS]))
    )
    return "".join(draw(st.lists(syllable, min_size=1, max_size=4)))


features = st.builds(Features, st.sampled_from(Number), st.sampled_from(Possessor), st.sampled_from(Case))
acronyms = st.text("АБГҒДЕЖЗИКҚЛМНОӨПРСТУҰҮФХШЫІЭ", min_size=2, max_size=6)


@given(words(), features)
def test_what_is_written_is_found_and_understood(word: str, wanted: Features) -> None:
    form = write(word, wanted)
    assume(form not in OTHER_WORDS)
    assert find(word, form) == [(0, len(form))]
    assert wanted in analyse(word, form)


@given(words(), words(), features, st.sampled_from([" ", "\u00a0", "\n", "  ", "\t \u202f"]))
def test_phrases_inflect_and_are_found_over_any_space(first: str, head: str, wanted: Features, space: str) -> None:
    form = write(f"{first} {head}", wanted)
    spread = form.replace(" ", space)
    assert find(f"{first} {head}", f"«{spread}»") == [(1, 1 + len(spread))]


@given(words(), st.sampled_from(Number), st.sampled_from(Case))
def test_a_possessed_citation_keeps_its_possessor(word: str, number: Number, case: Case) -> None:
    cited = f"соғыс {inflect(word, 'sg', 'px3')}"
    form = inflect(Lexeme(cited, base=word), number, "px3", case)
    wanted = Features(number, Possessor.THIRD, case)
    assert wanted in analyse(Lexeme(cited, base=word), form)
    assert find(Lexeme(cited, base=word), form) == [(0, len(form))]


@given(acronyms, features)
def test_acronyms_are_found_with_every_ending(acronym: str, wanted: Features) -> None:
    form = write(acronym, wanted)
    assert find(acronym, f"({form})") == [(1, 1 + len(form))]


@given(words(), features, st.sampled_from([BACK, FRONT]), st.booleans(), st.booleans())
def test_overrides_are_obeyed_both_ways(
    word: str, wanted: Features, harmony: int, linking: bool, voicing: bool
) -> None:
    lexeme = Lexeme(word, harmony=harmony, linking_vowel=linking, voicing=voicing)
    assert wanted in analyse(lexeme, write(lexeme, wanted))


@given(words(), st.text(LETTERS + " .,-–«»\u00a0", max_size=60))
def test_matches_are_ordered_and_apart_and_begin_and_end_at_words(word: str, text: str) -> None:
    end_before = 0
    for match in matches(word, text):
        assert end_before <= match.start < match.end <= len(text)
        assert match.start == 0 or not text[match.start - 1].isalpha()
        assert match.end == len(text) or not text[match.end].isalpha()
        end_before = match.end


@given(st.text(max_size=80), st.text(min_size=1, max_size=20))
def test_any_text_can_be_searched(text: str, term: str) -> None:
    assume(term.split())
    for start, end in find(term, text):
        assert 0 <= start < end <= len(text)


@given(words(), features)
def test_addresses_hide_every_form(word: str, wanted: Features) -> None:
    form = write(word, wanted)
    assert find(word, f"{form}@example.org") == []
    assert find(word, f"https://example.org/{form}") == []
    assert find(word, f"www.example.org/{form}/{form}") == []


@given(words(), features, st.sampled_from(["😀", "\U00010400"]))
def test_offsets_are_code_points(word: str, wanted: Features, wide: str) -> None:
    form = write(word, wanted)
    assume(form not in OTHER_WORDS)
    assert find(word, f"{wide} {form}") == [(2, 2 + len(form))]


def test_endings_of_the_grammar_are_told_from_derivations() -> None:
    for stem, derivation in [("құқық", "тық"), ("бала", "лық"), ("кеңес", "ші"), ("үй", "сіз"), ("тіл", "ші")]:
        from_stem = find(stem, stem + derivation)
        assert from_stem == []
    assert MACHINE.START == "stem"
