"""Faults of every kind, put into each sentence of invented releases that has room for one: nearly all are found."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.core.checking.texts import ask, ask_all
from tilshi.checking.brackets import BRACKET_PAIRS
from tilshi.checking.encoding import BROKEN_LINE, STRANGE_CHARACTER
from tilshi.checking.foreign import FOREIGN_RUN
from tilshi.checking.kazakh_letters import KAZAKH_LETTER
from tilshi.checking.kazakh_words import ALIKE
from tilshi.checking.letters import HOMOGLYPH
from tilshi.checking.links import LINK_FORM
from tilshi.checking.punctuation import DASH_STYLE, DOUBLED_MARK, HEADING_STOP
from tilshi.checking.quotation import QUOTE_PAIRS, QUOTE_STYLE
from tilshi.checking.repetition import WORD_TWICE
from tilshi.checking.rules import ReleaseRule, TextRule
from tilshi.checking.spaces import DOUBLE_SPACE, SPACE_AFTER, SPACE_AT_EDGE, SPACE_BEFORE
from tilshi.checking.symbols import ASCII_SIGN
from tilshi.release import Role

LANGUAGES = ("en", "fr", "ru", "kk")
RELEASES = sorted(Path(__file__).with_name("releases").glob("*.json"))
RUNNING = frozenset({Role.LEAD, Role.BODY, Role.QUOTE, Role.BACKGROUND, Role.BOILERPLATE, Role.NOTES, Role.WEBSITE})

CYRILLIC_TO_LATIN = str.maketrans("асеһіорхук", "acehiopxyk")
LATIN_TO_CYRILLIC = str.maketrans("aceopxy", "асеорху")


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a release."""

    role: Role
    language: str
    text: str


def texts(*languages: str) -> Iterator[Text]:
    """Every running text of the releases, and their headlines."""
    for path in RELEASES:
        for part in json.loads(path.read_text(encoding="utf-8"))["segments"]:
            for language in languages or LANGUAGES:
                yield Text(Role(part["role"]), language, part[language])


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that a `pattern` makes room for; `put` says what stands there then."""

    name: str
    rule: TextRule | ReleaseRule
    pattern: str
    put: str | Callable[[re.Match[str]], str]
    languages: tuple[str, ...] = LANGUAGES
    roles: frozenset[Role] = RUNNING
    least: float = 0.98

    def planted(self) -> Iterator[Text]:
        """Each text with the fault in the first place and in the last one that has room for it."""
        for text in texts(*self.languages):
            places = list(re.finditer(self.pattern, text.text)) if text.role in self.roles else []
            for found in dict.fromkeys((*places[:1], *places[-1:])):
                new = self.put(found) if callable(self.put) else found.expand(self.put)
                if new != found[0]:
                    wrong = text.text[: found.start()] + new + text.text[found.end() :]
                    yield Text(text.role, text.language, wrong)

    def is_found(self, text: Text) -> bool:
        """Whether the rule says anything."""
        if isinstance(self.rule, ReleaseRule):
            return bool(ask_all(self.rule, (text.role, text.text), language=text.language))
        return bool(ask(self.rule, text.text, text.language, text.role))


WORD = r"(?<![\w./@’-])[^\W\d_]{5,}(?![\w@/:’-])"
SMALL = r"(?<![\w./@-])[^\W\d_A-ZА-ЯӘҒҚҢӨҰҮҺІ]{4,}(?![\w@/-])"
FAULTS = [
    Fault("Latin letters", HOMOGLYPH, SMALL, lambda word: word[0].translate(CYRILLIC_TO_LATIN), ("ru", "kk")),
    Fault("Cyrillic letters", HOMOGLYPH, SMALL, lambda word: word[0].translate(LATIN_TO_CYRILLIC), ("en", "fr")),
    Fault("a digit", HOMOGLYPH, r"(?<=[^\W\d_]{2})[оo](?=[^\W\d_]{2})(?![\w-]*[./-])", "0"),
    Fault("Russian letters", KAZAKH_LETTER, SMALL, lambda word: word[0].translate(ALIKE), ("kk",), least=0.85),
    Fault("a hyphen", DASH_STYLE, r"(?<=\S )–(?= )", "-"),
    Fault("two spaces", DOUBLE_SPACE, r"(?<=\w) (?=\w)", "  "),
    Fault("a space at the end", SPACE_AT_EDGE, r"\.\Z", ". "),
    Fault("a space before", SPACE_BEFORE, r"(?<=\w)([,.])(?=\s|\Z)", r" \1"),
    Fault("no space after", SPACE_AFTER, r"(?<=[^\W\d_]{3})([,.]) (?=[^\W\d_]{3})", r"\1"),
    Fault("straight quotation marks", QUOTE_STYLE, "[«»“”]", '"'),
    Fault("English quotation marks", QUOTE_STYLE, "«", "“", ("ru", "kk", "fr")),
    Fault("a quotation never closed", QUOTE_PAIRS, "[\u00a0 ]?[»”]", ""),
    Fault("a quotation never opened", QUOTE_PAIRS, "[«“][\u00a0 ]?", ""),
    Fault("half a bracket", BRACKET_PAIRS, "[()]", ""),
    Fault("two stops", DOUBLED_MARK, r"(?<=\w)\.(?=\s|\Z)", ".."),
    Fault("two commas", DOUBLED_MARK, r"(?<=\w),(?=\s)", ",,"),
    Fault("three dots", ASCII_SIGN, r"(?<=[^\W\d_]{3})\.(?=\s|\Z)", "..."),
    Fault("a straight apostrophe", ASCII_SIGN, r"(?<=\w)’(?=\w)", "'", ("en", "fr")),
    Fault("a word twice", WORD_TWICE, WORD, r"\g<0> \g<0>", least=0.95),
    Fault("letters in parts", STRANGE_CHARACTER, "[йéèàç]", lambda letter: unicodedata.normalize("NFD", letter[0])),
    Fault("a soft hyphen", STRANGE_CHARACTER, r"(?<=[^\W\d_]{2})(?=[^\W\d_]{2})", "\u00ad"),
    Fault("a broken line", BROKEN_LINE, r"(?<=[^\W\d_]{2}) (?=[a-zа-яәіқөүұ])", "\n"),
    Fault("a scheme misspelt", LINK_FORM, "https://", "htps://"),
    Fault("a scheme cut short", LINK_FORM, "https://", "https//"),
    Fault("a comma in a host", LINK_FORM, r"www\.", "www,"),
    Fault("a zone misspelt", LINK_FORM, r"\.org\b", ".ogr"),
    Fault("a stop after a headline", HEADING_STOP, r"\Z", ".", roles=frozenset({Role.HEADLINE})),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_faults_are_found(fault: Fault) -> None:
    planted = list(fault.planted())
    missed = [text.text for text in planted if not fault.is_found(text)]
    assert len(planted) >= 2
    assert len(missed) <= (1 - fault.least) * len(planted), missed[:5]


@pytest.mark.parametrize("other", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_paragraphs_left_untranslated_are_found(language: str, other: str) -> None:
    running = [text for text in texts(other) if text.role in RUNNING - {Role.WEBSITE}]
    found = sum(bool(ask(FOREIGN_RUN, text.text, language, text.role)) for text in running)
    assert found == (0 if language == other else len(running))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_without_a_fault_there_is_no_warning(fault: Fault) -> None:
    alarms = [text for text in texts(*fault.languages) if fault.is_found(text)]
    assert alarms == []
