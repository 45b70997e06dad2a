from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from tilshi.language.kazakh import matches, write
from tilshi.language.kazakh.features import Case, Features, Number, Possessor
from tilshi.terminology.bundled import load_terms
from tilshi.terminology.concepts import Concept, Grammar, Status, Term, Termbase, TermType
from tilshi.terminology.lexemes import lexeme
from tilshi.terminology.lookup import WANTED, TermHit, longest
from tilshi.terminology.matcher import KazakhIndex


def concept(name: str, *texts: str, status: Status = Status.PREFERRED) -> Concept:
    return Concept(name, tuple(Term(text, "kk", status=status) for text in texts))


def index(*concepts: Concept) -> KazakhIndex:
    return KazakhIndex(Termbase("test", concepts))


def found(terms: KazakhIndex, text: str) -> list[tuple[str, str]]:
    return [(hit.concept.id, text[hit.start : hit.end]) for hit in terms.find(text)]


def test_the_longest_term_wins_and_hides_what_is_in_it() -> None:
    terms = index(concept("a", "құқық"), concept("b", "гуманитарлық құқық"), concept("c", "гуманитарлық"))
    text = "Гуманитарлық құқықты сақтау – құқықтың негізі."
    assert found(terms, text) == [("b", "Гуманитарлық құқықты"), ("a", "құқықтың")]
    assert [hit.concept.id for hit in terms.candidates(text)] == ["c", "b", "a", "a"]


def test_every_concept_of_a_form_is_told() -> None:
    assert found(index(concept("a", "тарап"), concept("b", "Тарап")), "тараптар") == [
        ("a", "тараптар"),
        ("b", "тараптар"),
    ]


def test_hits_carry_readings() -> None:
    (hit,) = index(concept("a", "соғыс заңы")).find("соғыстың заңдарына")
    assert hit.readings[0] == Features(Number.PLURAL, Possessor.THIRD, Case.DATIVE)


def test_only_terms_of_the_statuses_asked_for_are_found() -> None:
    terms = Termbase("test", (concept("a", "құқық"), concept("b", "право", status=Status.DEPRECATED)))
    assert [hit.concept.id for hit in KazakhIndex(terms, statuses=WANTED).find("құқық, право")] == ["a"]
    assert [hit.concept.id for hit in KazakhIndex(terms).find("құқық, право")] == ["a", "b"]


def test_what_an_entry_knows_is_heeded() -> None:
    base = Term("Бейбіт Үйі", "kk", grammar=Grammar(base="Үй"))
    acronym = Term("Көмек", "kk", kind=TermType.ACRONYM)
    terms = index(Concept("a", (base,)), Concept("b", (acronym,)))
    assert found(terms, "Бейбіт Үйлерінде") == [("a", "Бейбіт Үйлерінде")]
    assert found(terms, "көмекке, Көмек-ке, КӨМЕК-тің") == [("b", "Көмек-ке"), ("b", "КӨМЕК-тің")]


def test_a_possessor_may_stand_inside() -> None:
    terms = index(concept("a", "ХҚКК өкілдігі"), concept("b", "ХҚКК"), concept("c", "өкілдік"))
    text = "ХҚКК-нің Порт-Мысалдағы өкілдігі"
    assert found(terms, text) == [("a", text)]


def test_terms_come_and_go_at_any_time() -> None:
    terms = index(concept("a", "қарулы қақтығыс"))
    text = "Қарулы қақтығыстан қарулы топтар"
    assert found(terms, text) == [("a", "Қарулы қақтығыстан")]
    terms.add(concept("b", "қарулы топ"))
    assert found(terms, text) == [("a", "Қарулы қақтығыстан"), ("b", "қарулы топтар")]
    terms.add(concept("a", "қақтығыс"))
    assert found(terms, text) == [("a", "қақтығыстан"), ("b", "қарулы топтар")]
    terms.remove("a")
    terms.remove("nobody")
    assert found(terms, text) == [("b", "қарулы топтар")]


def test_addresses_spaces_and_offsets() -> None:
    terms = index(concept("a", "қарулы қақтығыс"))
    text = "😀 қарулы\u00a0қақтығысқа example.org/қарулы қақтығыс@example.org"
    assert found(terms, text) == [("a", "қарулы\u00a0қақтығысқа")]


def test_an_empty_glossary_finds_nothing() -> None:
    assert index().find("қарулы қақтығыс") == ()
    assert index(concept("a", "№")).find("№ 5") == ()


def one_by_one(concepts: tuple[Concept, ...], text: str) -> Iterator[TermHit]:
    for owner in concepts:
        for term in owner.in_language("kk"):
            for match in matches(lexeme(term), text):
                yield TermHit(match.start, match.end, owner, term, match.readings)


BUNDLED = load_terms()
TERMS = [term for owner in BUNDLED.concepts for term in owner.in_language("kk")]
INDEX = KazakhIndex(BUNDLED)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """Terms of the termbase that ships, in any form, with words between them and inside them."""
    parts = []
    for term in draw(st.lists(st.sampled_from(TERMS), min_size=1, max_size=4)):
        wanted = Features(draw(st.sampled_from(Number)), draw(st.sampled_from(Possessor)), draw(st.sampled_from(Case)))
        parts.append(write(lexeme(term), wanted))
        parts.append(draw(st.sampled_from(["және", "туралы", "Мысалдағы", "оның", ",", "–", "мен бірге", "заңды"])))
    return " ".join(parts)


@given(sentences())
def test_one_pass_finds_what_term_after_term_finds(text: str) -> None:
    def order(hit: TermHit) -> tuple[int, int, str, str]:
        return hit.start, hit.end, hit.concept.id, hit.term.text

    expected = longest(one_by_one(BUNDLED.concepts, text))
    assert sorted(expected, key=order) == sorted(INDEX.find(text), key=order)
