"""Writing a term in a wanted form."""

from dataclasses import replace

from tilshi.language.kazakh.acronyms import reading
from tilshi.language.kazakh.features import Case, Features, Number, Possessor
from tilshi.language.kazakh.folding import fold_word
from tilshi.language.kazakh.grammar import MACHINE
from tilshi.language.kazakh.lexeme import Lexeme, Word, parse
from tilshi.language.kazakh.machine import StemClass
from tilshi.language.kazakh.stems import Stem

_IZAFET = "izafet"


def inflect(
    term: Lexeme | str, number: str = Number.SINGULAR, possessor: str = Possessor.NONE, case: str = Case.NOMINATIVE
) -> str:
    """Write ``term`` in a number, possessor and case (tags as in ``features``).

    The possessor ``izafet`` says that the citation form is possessed already («соғыс заңы»): it keeps its possessor.

    Raises:
        ValueError: an unknown tag, or an empty term.
    """
    lexeme = Lexeme(term) if isinstance(term, str) else term
    if possessor == _IZAFET:
        lexeme, possessor = replace(lexeme, izafet=True), Possessor.THIRD
    return write(lexeme, Features(Number(number), Possessor(possessor), Case(case)))


def write(term: Lexeme | str, features: Features) -> str:
    """Write ``term`` with these features."""
    lexeme = Lexeme(term) if isinstance(term, str) else term
    phrase = parse(lexeme)
    start = lexeme.text.rindex(phrase.head.written)
    return lexeme.text[:start] + _write_head(phrase.head, lexeme, features)


def _write_head(head: Word, lexeme: Lexeme, features: Features) -> str:
    if head.acronym or head.stems[0].kind.sound is None:
        sound, harmony = reading(head.text)
        kind = StemClass(sound, (harmony if lexeme.harmony is None else lexeme.harmony,))
        ending = MACHINE.write(kind, features)
        return f"{head.written}-{ending}" if ending else head.written
    stems = head.base_stems if head.only_base else head.stems
    return _spell(head.written, _first(stems, features))


def _first(stems: tuple[Stem, ...], features: Features) -> str:
    for stem in stems:
        ending = MACHINE.write(stem.kind, features)
        if MACHINE.takes(stem.kind, ending):
            return stem.text + ending
    raise ValueError(f"no stem takes the ending of {features}")


def _spell(written: str, form: str) -> str:
    """``form`` with the capitals of the citation form."""
    if written.isupper() and len(written) > 1:
        return form.upper()
    same = 0
    folded = written.lower()
    while same < min(len(folded), len(form)) and fold_word(folded[same]) == form[same]:
        same += 1
    return written[:same] + form[same:]
