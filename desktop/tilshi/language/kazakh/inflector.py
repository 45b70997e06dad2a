"""Writing a term in a wanted form."""

from dataclasses import replace

from tilshi.language.kazakh.acronyms import reading
from tilshi.language.kazakh.features import Case, Features, Number, Possessor
from tilshi.language.kazakh.folding import fold_word
from tilshi.language.kazakh.grammar import MACHINE
from tilshi.language.kazakh.lexeme import Citation, Lexeme, Word, head
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
    bases = head(_citation(lexeme)).bases
    cited = bases[0].cited if bases else Features()
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
    cited = _citation(lexeme)
    start, end = cited.span(-1)
    return lexeme.text[:start] + _write_head(head(cited), lexeme, features) + lexeme.text[end:]


def _citation(lexeme: Lexeme) -> Citation:
    term = Citation(lexeme)
    if not term.words:
        raise ValueError(f"a term without a word has no forms: {lexeme.text!r}")
    return term


def _write_head(last: Word, lexeme: Lexeme, features: Features) -> str:
    if last.acronym or last.stems[0].kind.sound is None:
        sound, harmony = reading(last.text)
        kind = StemClass(sound, (harmony if lexeme.harmony is None else lexeme.harmony,))
        ending = MACHINE.write(kind, features)
        return f"{last.written}-{ending}" if ending else last.written
    on_base = last.only_base or not last.possessed or features.of_lemma.possessor is not Possessor.NONE
    stems = alternants(last.bases[0].text, lexeme.overrides) if last.bases and on_base else last.stems
    return _spell(last.written, _first(stems, features))


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
