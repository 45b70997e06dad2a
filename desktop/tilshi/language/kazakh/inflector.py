"""Writing a term in a wanted form."""

from dataclasses import replace

from tilshi.language.kazakh.acronyms import reading
from tilshi.language.kazakh.features import Case, Features, Number, Possessor
from tilshi.language.kazakh.folding import fold_word
from tilshi.language.kazakh.grammar import MACHINE
from tilshi.language.kazakh.lexeme import Lexeme, Word, parse
from tilshi.language.kazakh.machine import StemClass
from tilshi.language.kazakh.stems import Stem, alternants

_IZAFET = "izafet"


def inflect(
    term: Lexeme | str,
    number: str | None = None,
    possessor: str = Possessor.NONE,
    case: str = Case.NOMINATIVE,
) -> str:
    """Write ``term`` in a number, possessor and case (tags as in ``features``).

    Without a number it keeps that of its citation form. A citation form that is possessed already («соғыс заңы») keeps
    its possessor unless another is asked for; the possessor ``izafet`` says that it is one, where the spelling leaves a
    doubt.

    Raises:
        ValueError: an unknown tag, or a term without a word.
    """
    lexeme = Lexeme(term) if isinstance(term, str) else term
    if possessor == _IZAFET:
        lexeme, possessor = replace(lexeme, izafet=True), Possessor.THIRD
    cited = _head(lexeme).bases[0].cited if _head(lexeme).bases else Features()
    chosen = Number(number) if number is not None else cited.number
    owner = Possessor(possessor)
    if owner is Possessor.NONE:
        owner = cited.possessor
    return write(lexeme, Features(chosen, owner, Case(case)))


def write(term: Lexeme | str, features: Features) -> str:
    """Write ``term`` with exactly these features (its base's, where it is cited possessed or in the plural).

    Raises:
        ValueError: the grammar has no such form, or the term has no word.
    """
    lexeme = Lexeme(term) if isinstance(term, str) else term
    phrase = parse(lexeme)
    if phrase is None:
        raise ValueError(f"a term without a word has no forms: {lexeme.text!r}")
    start, end = phrase.head_span
    return lexeme.text[:start] + _write_head(phrase.head, lexeme, features) + lexeme.text[end:]


def _head(lexeme: Lexeme) -> Word:
    phrase = parse(lexeme)
    if phrase is None:
        raise ValueError(f"a term without a word has no forms: {lexeme.text!r}")
    return phrase.head


def _write_head(head: Word, lexeme: Lexeme, features: Features) -> str:
    if head.acronym or head.stems[0].kind.sound is None:
        sound, harmony = reading(head.text)
        kind = StemClass(sound, (harmony if lexeme.harmony is None else lexeme.harmony,))
        ending = MACHINE.write(kind, features)
        return f"{head.written}-{ending}" if ending else head.written
    on_base = head.only_base or not head.possessed or features.of_lemma.possessor is not Possessor.NONE
    stems = alternants(head.bases[0].text, lexeme.overrides) if head.bases and on_base else head.stems
    return _spell(head.written, _first(stems, features))


def _first(stems: tuple[Stem, ...], features: Features) -> str:
    for stem in stems:
        ending = MACHINE.write(stem.kind, features)
        if MACHINE.takes(stem.kind, ending):
            return stem.text + ending
    raise ValueError(f"no stem takes the ending of {features.apertium}")


def _spell(written: str, form: str) -> str:
    """``form`` with the capitals of the citation form."""
    if written.isupper() and len(written) > 1:
        return form.upper()
    same = 0
    while same < min(len(written), len(form)) and fold_word(written[same]) == form[same]:
        same += 1
    return written[:same] + form[same:]
