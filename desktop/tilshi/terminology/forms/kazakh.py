"""The form of a Kazakh term that fits: with the features of what it replaces, else in the case the next word asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tilshi.language.kazakh import Lexeme, analyse, write
from tilshi.language.kazakh.features import Case, Features, Number, Possessor
from tilshi.language.kazakh.government import case_asked, possessor_asked
from tilshi.language.kazakh.izafet import plural_bases, possessed_bases
from tilshi.terminology.concepts import Term
from tilshi.terminology.forms.place import Fitting, Place, is_name, replaced_term
from tilshi.terminology.glossary import Glossary
from tilshi.terminology.lexemes import lexeme

_SHORTEST_STEM = 3
"""Code points; shorter stems would see endings in half of all words."""

_UNINFLECTED = frozenset({"adjective", "adverb"})
_CLAUSES = frozenset({"verb", "other"})
"""Finite verbs («деп мәлімдеді») and whole clauses; of verbs only the infinitive in -у is a noun, and has cases."""


def fitting(term: Term, place: Place, glossary: Glossary) -> Fitting:
    """The fitting form of a Kazakh term, with those of all seven cases in the same number and possession."""
    if term.part_of_speech in _CLAUSES and not term.text.endswith("у"):
        return Fitting(term.text)
    wanted = lexeme(term)
    own = cited_features(wanted)
    features = _features(term, own, place, glossary)
    forms = tuple((case, form_of(wanted, replace(features.of_lemma, case=case))) for case in Case)
    if term.part_of_speech in _UNINFLECTED and features.of_lemma == own:
        return Fitting(term.text, Case.NOMINATIVE, forms)
    hit = replaced_term(place, term.language, glossary)
    if hit is not None and hit.term.text == term.text and features in hit.readings:
        # Already in that form, perhaps with a possessor within: «ХҚКК-нің Порт-Мысалдағы өкілдігі».
        return Fitting(place.replaced.strip(), features.case, forms)
    return Fitting(form_of(wanted, features), features.case, forms)


def all_forms(term: Term) -> Iterator[str]:
    """The forms a text may want: each case, as it is cited, in the plural, and possessed by a third person."""
    if term.part_of_speech in _CLAUSES and not term.text.endswith("у"):
        return
    wanted = lexeme(term)
    own = cited_features(wanted)
    possessed = (own.possessor,) if own.possessor is not Possessor.NONE else (Possessor.NONE, Possessor.THIRD)
    for possessor in possessed:
        for number in dict.fromkeys((own.number, *Number)):
            for case in Case:
                yield form_of(wanted, Features(number, possessor, case))


def form_of(term: Lexeme, features: Features) -> str:
    """The term in a form; as it is cited where the grammar has no such form of it."""
    try:
        return write(term, features)
    except ValueError:
        return term.text


def cited_features(term: Lexeme) -> Features:
    """Number and possessor of the citation form itself: «соғыс заңдары» is plural and possessed."""
    readings = analyse(term, term.text)
    return readings[0].of_lemma if readings else Features()


def unknown_features(word: str) -> Features | None:
    """What the endings of a word that no glossary has say of it; None where they leave its case in doubt."""
    cuts = range(len(word) - 1, _SHORTEST_STEM - 1, -1)
    read = [(word[:cut], each) for cut in cuts for each in analyse(word[:cut], word) if each.person is None]
    inflected = [(stem, each) for stem, each in read if each.of_lemma.case is not Case.NOMINATIVE]
    if not inflected:
        return _noun_features(word)
    if len({(each.relation, each.case, each.of_lemma.case) for _, each in inflected}) > 1:
        return None
    plain = ((stem, each) for stem, each in inflected if each.of_lemma.possessor is Possessor.NONE)
    stem, features = next(plain, inflected[0])
    noun = _noun_features(stem)
    if noun is None and features.of_lemma.case is Case.LOCATIVE and stem.endswith(("ын", "ін")):
        # The ending of «ұйымында» is that of ұйымы, possessed, far more often than that of a noun in -ын.
        noun = _noun_features(stem[:-1])
    return features if noun is None else _with_noun(features, noun)


def _noun_features(noun: str) -> Features | None:
    """Number and possessor that the end of a word without a case shows; none are seen in names."""
    bases = (possessed_bases(noun) or plural_bases(noun)) if noun.islower() else ()
    return bases[0].cited if bases else None


def _with_noun(features: Features, noun: Features) -> Features:
    if features.inner is not None:
        return replace(features, inner=_with_noun(features.inner, noun))
    return replace(features, number=noun.number, possessor=noun.possessor)


def _features(term: Term, own: Features, place: Place, glossary: Glossary) -> Features:
    """The features that the term is to be written with."""
    asked = case_asked(place.after, is_name=is_name(term))
    found = _replaced(term, place, glossary, asked)
    if found is None:
        owner = possessor_asked(place.before, place.after)
        possessor = own.possessor if owner is Possessor.NONE else owner
        return replace(own, possessor=possessor, case=asked or Case.NOMINATIVE)
    features, cited = found
    written = _transferred(features, cited, own)
    # A bare noun before what it possesses stands so on purpose; elsewhere it may have lost its ending.
    if asked not in (None, Case.GENITIVE) and features.of_lemma == features and features.case is Case.NOMINATIVE:
        written = replace(written, case=asked)
    return written


def _replaced(term: Term, place: Place, glossary: Glossary, asked: Case | None) -> tuple[Features, Features] | None:
    """The features of what is replaced, and those of the citation form of its term."""
    text = place.replaced.strip()
    if not text:
        return None
    itself = lexeme(term)
    if readings := analyse(itself, text):
        return _chosen(readings, asked), cited_features(itself)
    hit = replaced_term(place, term.language, glossary)
    if hit is not None and hit.readings:
        return _chosen(hit.readings, asked), cited_features(lexeme(hit.term))
    unknown = unknown_features(text.split()[-1])
    return None if unknown is None else (unknown, Features())


def _chosen(readings: tuple[Features, ...], asked: Case | None) -> Features:
    return next((each for each in readings if each.case is asked), readings[0])


def _transferred(features: Features, cited: Features, own: Features) -> Features:
    """Features of one term on another: what its citation form brings with it gives way to what the other's does."""
    if features.inner is not None:
        return replace(features, inner=_transferred(features.inner, cited, own))
    number = own.number if features.number is cited.number else features.number
    possessor = own.possessor if features.possessor is cited.possessor else features.possessor
    if possessor is Possessor.NONE:
        possessor = own.possessor
    return replace(features, number=number, possessor=possessor)
