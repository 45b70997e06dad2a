"""The interface speaks each of its languages wholly."""

import re

import polib
import pytest

import catalogues
from tilshi import i18n

LANGUAGES = sorted(catalogues.PLURAL_FORMS)


@pytest.fixture(scope="module")
def texts() -> polib.POFile:
    """Every text in the code."""
    return catalogues.texts()


def test_each_language_of_the_interface_has_plural_forms() -> None:
    assert sorted(set(i18n.languages()) - {"en"}) == LANGUAGES


@pytest.mark.parametrize("code", LANGUAGES)
def test_catalogue_is_in_step_with_the_code(code: str, texts: polib.POFile) -> None:
    assert _ids(catalogues.catalogue(code)) == _ids(texts), "run: packaging/dev.py catalogues"


@pytest.mark.parametrize("code", LANGUAGES)
def test_catalogue_is_complete(code: str) -> None:
    assert catalogues.untranslated(catalogues.catalogue(code)) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_left_to_guess(code: str) -> None:
    entries = catalogues.catalogue(code)
    assert [entry.msgid for entry in entries if entry.fuzzy or entry.obsolete] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_plural_forms_are_the_languages_own(code: str) -> None:
    entries = catalogues.catalogue(code)
    assert entries.metadata["Plural-Forms"] == catalogues.PLURAL_FORMS[code]
    forms = int(re.findall(r"nplurals=(\d)", catalogues.PLURAL_FORMS[code])[0])
    assert {len(entry.msgstr_plural) for entry in entries if entry.msgid_plural} <= {forms}


@pytest.mark.parametrize("code", LANGUAGES)
def test_placeholders_survive_translation(code: str) -> None:
    wrong = {}
    for entry in catalogues.catalogue(code):
        expected = _placeholders(entry.msgid_plural or entry.msgid)
        for translation in entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]:
            found = _placeholders(translation)
            # "One file" may leave its number out, where the form says it.
            if translation and found != expected and not (entry.msgid_plural and found == _placeholders(entry.msgid)):
                wrong[entry.msgid] = translation
    assert wrong == {}


@pytest.mark.parametrize("code", LANGUAGES)
def test_spaces_at_the_ends_and_access_keys_survive_translation(code: str) -> None:
    """A space at an end joins texts together; an access key is what opens a menu without a mouse."""
    wrong = {
        entry.msgid: entry.msgstr
        for entry in catalogues.catalogue(code)
        if entry.msgstr and _frame(entry.msgid) != _frame(entry.msgstr)
    }
    assert wrong == {}


def test_texts_name_their_placeholders(texts: polib.POFile) -> None:
    """A translator must be able to move them, and to know what they stand for."""
    nameless = [
        entry.msgid for entry in texts if "" in catalogues.PLACEHOLDER.findall(entry.msgid + entry.msgid_plural)
    ]
    assert nameless == []


def _ids(entries: polib.POFile) -> set[tuple[str | None, str, str]]:
    return {(entry.msgctxt, entry.msgid, entry.msgid_plural or "") for entry in entries}


def _placeholders(text: str) -> list[str]:
    return sorted(catalogues.PLACEHOLDER.findall(text))


def _frame(text: str) -> tuple[str, str, int]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :], len(re.findall(r"&\w", text))
