"""What a column holds, by its header: languages and fields as they are named in English, Kazakh, Russian and French."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tilshi.language.detection import UNKNOWN, recognise
from tilshi.language.names import ENDONYMS
from tilshi.language.tags import is_well_formed
from tilshi.terminology.tables.columns import OF_CONCEPT, Column, Field, Mapping
from tilshi.terminology.tables.sheet import Sheet

_LANGUAGES: Final = {
    "en": "english eng англ английский ағылшын ағылшынша anglais",
    "fr": "french fre fra фр франц французский француз французша français francais",
    "ru": "russian rus рус русский орыс орысша russe",
    "kk": "kazakh kaz қаз каз казахский қазақ қазақша kazakhe",
    "ar": "arabic арабский араб арабша arabe",
    "de": "german deu ger нем немецкий неміс немісше allemand",
    "es": "spanish spa испанский испан испанша espagnol",
    "ky": "kyrgyz кыргызский киргизский қырғыз қырғызша kirghize",
    "tr": "turkish турецкий түрік түрікше turc",
    "uk": "ukrainian украинский украин украинша ukrainien",
    "uz": "uzbek узбекский өзбек өзбекше ouzbek",
    "zh": "chinese китайский қытай қытайша chinois",
}
_FIELDS: Final = {
    Field.ID: "id|identifier|concept id|entry id|term id|код|ид|идентификатор|identifiant",
    Field.SUBJECT: "subject|subject field|domain|topic|category|kind|theme|тема|область|предметная область|раздел|"
    "категория|сала|саласы|тақырып|тақырыбы|санат|domaine|sujet|catégorie|thème",
    Field.DEFINITION: "definition|def|определение|дефиниция|анықтама|анықтамасы|définition",
    Field.NOTE: "note|notes|comment|comments|remark|remarks|usage|usage note|примечание|примечания|комментарий|ескерту|"
    "ескертпе|түсініктеме|remarque|commentaire|note d'usage",
    Field.PART_OF_SPEECH: "part of speech|pos|часть речи|сөз табы|catégorie grammaticale",
    Field.TERM: "term|terms|preferred|preferred term|word|термин|термины|слово|терминдер|термині|сөз|terme|termes|mot|"
    "source term|source text|target|target term|target text|translation|исходный термин|перевод|аударма|аудармасы|"
    "traduction|cible|equivalent|эквивалент|балама|баламасы|équivalent",
    Field.ACRONYM: "acronym|acronyms|abbreviation|abbr|аббревиатура|сокращение|қысқарту|қысқартылған атауы|"
    "аббревиатурасы|sigle|acronyme|abréviation",
    Field.ADMITTED: "admitted|admitted term|synonym|synonyms|variant|variants|alternative|alt|допустимо|допустимый|"
    "синоним|синонимы|вариант|варианты|синонимдер|синонимі|нұсқа|нұсқасы|synonyme|synonymes|variante|variantes|admis",
    Field.FORBIDDEN: "forbidden|deprecated|wrong|avoid|do not use|not recommended|prohibited|запрещено|запрещенный|"
    "нежелательно|нежелательный|не использовать|ошибочно|неверно|қате|қолданылмайды|тыйым салынған|interdit|"
    "déconseillé|à éviter|faux",
    Field.STATUS: "status|administrative status|term status|статус|мәртебе|мәртебесі|күйі|statut",
    Field.RELIABILITY: "reliability|надежность|сенімділік|сенімділігі|fiabilité",
    Field.SEEN: "attested form|form seen|встреченная форма|кездескен түрі|forme attestée",
    Field.SOURCE: "source|sources|reference|references|источник|источники|дереккөз|дереккөзі|référence|références",
    Field.GRAMMAR: "grammar|грамматика|grammaire",
    Field.VALID: "valid|validity|срок действия|қолданылу мерзімі|validité",
}
_ISO_639_1: Final = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el
    en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia ie ig ii ik io is it iu ja
    jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb
    nd ne ng nl nn nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr
    ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
_CODES: Final = frozenset(_ISO_639_1.split())
_TAG: Final = re.compile(r"([A-Za-z]{2,3})(?:[-_](?:[A-Z]{2}|[A-Z][a-z]{3}|\d{3}))*")
_PARTS: Final = re.compile(r"[\s_:;.,/()\[\]–—#-]+")
_SAMPLE: Final = 200
_SOURCE: Final = frozenset({"source", "источник"})


def propose(sheet: Sheet, languages: Sequence[str] = ()) -> Mapping:
    """What the columns of a table seem to hold, for the user to confirm.

    By the headers; where there are none, the first columns hold a term in two languages and a note. `languages` are
    those of the columns of terms that do not name one, in their order; what is unknown then is told by the texts.
    """
    columns = _by_language_alone(sheet.rows[0], tuple(recognised(header) for header in sheet.rows[0]))
    has_header = _names_columns(columns, sheet)
    if not has_header:
        columns = _headless(sheet)
    found = tuple(each or Column(Field.IGNORED) for each in _without_doubt(columns))
    mapping = Mapping(found, has_header, unknown=_unknown(sheet, columns) if has_header else ())
    return _with_evidence(_with_languages(mapping, sheet, languages))


def named(names: Sequence[str]) -> tuple[Column, ...]:
    """The columns that a user names.

    Raises:
        ValueError: a name is not understood; it is the error's text.
    """
    columns = [(name, recognised(name)) for name in names]
    if unknown := next((name for name, column in columns if column is None), None):
        raise ValueError(unknown)
    return tuple(column for _name, column in columns if column is not None)


def recognised(header: str) -> Column | None:
    """What a header says; None if it is not understood."""
    text = header.strip().replace("\u00a0", " ")
    if not text or text == Field.IGNORED:
        return Column(Field.IGNORED)
    if (tag := _tag(text)) is not None:
        return Column(Field.TERM, tag)
    # As our own tables name it: the tag ends where the first low line stands.
    code, _mark, kind = text.partition("_")
    if (tag := _tag(code)) is not None and kind in tuple(Field):
        return Column(Field(kind), tag)
    words = _words(text)
    named = [(word, _language(word)) for word in words]
    rest = " ".join(word for word, language in named if not language)
    language = next((language for _, language in named if language), "")
    if (whole := _FIELD_NAMES.get(" ".join(words))) is not None:
        return Column(whole)
    field = _FIELD_NAMES.get(rest) if rest else Field.TERM
    if field is None or not words:
        return None
    return Column(field, language)


def _names_columns(columns: tuple[Column | None, ...], sheet: Sheet) -> bool:
    """Whether the first row is a header: all of it is understood, or it names terms and most of it is understood."""
    known = [each for each in columns if each is not None and each.field is not Field.IGNORED]
    terms = [each for each in known if each.field is Field.TERM]
    if sheet.kind == "omegat":
        return len([each for each in terms if each.language]) == sum(bool(cell) for cell in sheet.rows[0])
    filled = sum(bool(cell.strip()) for cell in sheet.rows[0])
    return len(known) == filled or (bool(terms) and 2 * len(known) >= filled)


def _tag(text: str) -> str | None:
    if not _TAG.fullmatch(text) or text.casefold()[:3] in _FIELD_NAMES:
        return None
    tag = text.replace("_", "-")
    code = tag.split("-")[0].lower()
    if code not in _CODES or not is_well_formed(tag):
        return None
    return "-".join((code, *tag.split("-")[1:]))


def _words(text: str) -> list[str]:
    return [word for word in _PARTS.split(text.casefold().replace("ё", "е").replace("’", "'")) if word]


def _language(word: str) -> str:
    """The code of the language a word names, or is the code of."""
    return _LANGUAGE_NAMES.get(word) or (word if word in _CODES else "")


def _by_language_alone(headers: tuple[str, ...], columns: tuple[Column | None, ...]) -> tuple[Column | None, ...]:
    """A column that begins with a language, and else says nothing known, holds its terms where no other does."""
    taken = {each.language for each in columns if each is not None and each.field is Field.TERM}
    found: list[Column | None] = []
    for header, column in zip(headers, columns, strict=True):
        language = _language(_words(header)[0]) if column is None else ""
        if language and language not in taken:
            taken.add(language)
            found.append(Column(Field.TERM, language))
        else:
            found.append(column)
    return tuple(found)


def _headless(sheet: Sheet) -> tuple[Column, ...]:
    kinds = (Field.TERM, Field.TERM, Field.NOTE, Field.ADMITTED)
    known = len(kinds) if sheet.kind == "omegat" else 3
    return tuple(Column(kinds[at] if at < known else Field.IGNORED) for at in range(sheet.width))


def _without_doubt(columns: tuple[Column | None, ...]) -> Iterator[Column | None]:
    """«Source» beside a target is the language translated from, elsewhere where a term was found."""
    terms = [each for each in columns if each is not None and each.field is Field.TERM]
    sources = [each for each in columns if each == Column(Field.SOURCE)]
    is_pair = len(sources) == 1 and len(terms) == 1 and not terms[0].language
    for each in columns:
        yield Column(Field.TERM) if is_pair and each == Column(Field.SOURCE) else each


def _unknown(sheet: Sheet, columns: tuple[Column | None, ...]) -> tuple[str, ...]:
    return tuple(header.strip() for header, column in zip(sheet.rows[0], columns, strict=True) if column is None)


def _with_languages(mapping: Mapping, sheet: Sheet, languages: Sequence[str]) -> Mapping:
    given = iter([code for code in languages if code not in mapping.languages])
    taken = set(mapping.languages)
    columns: list[Column] = []
    for at, column in enumerate(mapping.columns):
        if column.field is Field.TERM and not column.language:
            language = next(given, "") or _spoken(sheet, at, mapping, taken)
            taken.add(language)
            columns.append(Column(Field.TERM, language))
        else:
            columns.append(column)
    return replace(mapping, columns=tuple(columns))


def _spoken(sheet: Sheet, at: int, mapping: Mapping, taken: set[str]) -> str:
    """The language of a column by its texts; none where they do not tell, or another column has it already."""
    rows = sheet.rows[1 if mapping.has_header else 0 :][:_SAMPLE]
    language = recognise("\n".join(row[at] for row in rows))
    return "" if language == UNKNOWN or language in taken else language


def _with_evidence(mapping: Mapping) -> Mapping:
    """Gives status, reliability and the like their language: the only one that has some of them, else the last."""
    details = {each.language for each in mapping.columns if each.field in _DETAILS and each.language}
    terms = [each.language for each in mapping.columns if each.field is Field.TERM]
    language = details.pop() if len(details) == 1 else terms[-1] if terms else ""
    columns = (Column(each.field, language) if each.lacks_language else each for each in mapping.columns)
    return replace(mapping, columns=tuple(columns))


_DETAILS: Final = frozenset(Field) - OF_CONCEPT - {Field.IGNORED, Field.TERM, Field.ACRONYM}
_LANGUAGE_NAMES: Final = {
    **{name.casefold(): code for code, name in ENDONYMS.items()},
    **{name: code for code, names in _LANGUAGES.items() for name in names.split()},
}
_FIELD_NAMES: Final = {
    **{name.replace("ё", "е"): field for field, names in _FIELDS.items() for name in names.split("|")},
    **{str(field).replace("_", " "): field for field in Field},
}
