import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.exchange.fictitious import PRESS_RELEASE, Sample
from tests.core.exchange.fictitious_kinds import KINDS
from tests.core.exchange.foreign import XLIFF_21
from tilshi.exchange.imported import Imported, ImportKind
from tilshi.exchange.importing import import_files
from tilshi.exchange.texts import import_text
from tilshi.files.errors import FileError
from tilshi.release import Role, State

LANGUAGES = ("en", "fr", "ru", "kk")


def written(folder: Path, name: str, texts: list[str], encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes("\n\n".join(texts).encode(encoding))
    return path


def pairs(imported: Imported, language: str) -> list[tuple[str, str]]:
    return [(segment.source.string, segment.target(language).text.string) for _, segment in imported.release.segments()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_release_as_text_keeps_its_parts(language: str, tmp_path: Path) -> None:
    imported = import_files([written(tmp_path, "release.txt", PRESS_RELEASE.texts(language))])
    release = imported.release
    assert [block.role for block in release.blocks] == PRESS_RELEASE.roles()
    assert [segment.source.string for _, segment in release.segments()] == PRESS_RELEASE.texts(language)
    assert [block.id for block in release.blocks] == [segment.id for _, segment in release.segments()]
    assert [block.id for block in release.blocks][:2] == ["s01", "s02"]
    assert (release.id, release.source_language, release.template) == ("release", language, PRESS_RELEASE.template)
    assert (imported.kind, imported.warnings) == (ImportKind.TEXT, ())
    assert set(imported.confidence) == {block.id for block in release.blocks}


def test_ids_have_as_many_digits_as_they_need() -> None:
    release = import_text("\n\n".join(f"This is the paragraph with number {at}." for at in range(100))).release
    assert [release.blocks[0].id, release.blocks[99].id] == ["s001", "s100"]


def test_the_user_may_know_the_language_better() -> None:
    assert import_text("Тел.: +999 555 010 010", language="kk").release.source_language == "kk"
    with pytest.raises(FileError, match=r"The language of this text cannot be recognised\. Say which language it is"):
        import_text("+999 555 010 010")


@pytest.mark.parametrize("target", ["fr", "ru", "kk"])
@pytest.mark.parametrize("sample", [PRESS_RELEASE, *KINDS], ids=lambda sample: sample.template)
def test_two_texts_are_aligned(sample: Sample, target: str, tmp_path: Path) -> None:
    source, translation = sample.texts("en"), sample.texts(target)
    imported = import_files([written(tmp_path, "a.txt", source), written(tmp_path, "b.txt", translation)])
    assert imported.kind is ImportKind.ALIGNED
    assert imported.release.languages == ("en", target)
    assert pairs(imported, target) == list(zip(source, translation, strict=True))
    assert imported.warnings == ()
    states = {segment.target(target).state for _, segment in imported.release.segments()}
    assert states == {State.TRANSLATED}


def test_several_translations_come_together(tmp_path: Path) -> None:
    paths = [written(tmp_path, f"{code}.txt", PRESS_RELEASE.texts(code)) for code in LANGUAGES]
    imported = import_files(paths)
    assert imported.release.languages == LANGUAGES
    for code in LANGUAGES[1:]:
        assert pairs(imported, code) == list(zip(PRESS_RELEASE.texts("en"), PRESS_RELEASE.texts(code), strict=True))


@pytest.mark.parametrize("missing", range(2, 12))
def test_what_is_not_translated_is_shown_empty(missing: int, tmp_path: Path) -> None:
    source, translation = PRESS_RELEASE.texts("en"), PRESS_RELEASE.texts("kk")
    kept = [text for at, text in enumerate(translation) if at != missing]
    imported = import_files([written(tmp_path, "en.txt", source), written(tmp_path, "kk.txt", kept)])
    expected = [
        (one, "" if at == missing else two) for at, (one, two) in enumerate(zip(source, translation, strict=True))
    ]
    assert pairs(imported, "kk") == expected
    assert [str(warning) for warning in imported.warnings] == ["1 part has no translation into kk."]


@pytest.mark.parametrize("missing", range(2, 12))
def test_what_has_no_source_stands_where_it_stood(missing: int, tmp_path: Path) -> None:
    source, translation = PRESS_RELEASE.texts("en"), PRESS_RELEASE.texts("kk")
    kept = [text for at, text in enumerate(source) if at != missing]
    imported = import_files([written(tmp_path, "en.txt", kept), written(tmp_path, "kk.txt", translation)])
    expected = [
        ("" if at == missing else one, two) for at, (one, two) in enumerate(zip(source, translation, strict=True))
    ]
    assert pairs(imported, "kk") == expected
    assert [str(warning) for warning in imported.warnings] == [
        "1 part of the translation into kk has no source."
    ]  # fmt: skip


def test_a_paragraph_divided_in_the_translation_stays_with_its_source(tmp_path: Path) -> None:
    source, translation = PRESS_RELEASE.texts("en"), PRESS_RELEASE.texts("kk")
    body = PRESS_RELEASE.roles().index(Role.BODY)
    first, second = translation[body].split(". ")
    divided = [*translation[:body], f"{first}.", second, *translation[body + 1 :]]
    imported = import_files([written(tmp_path, "en.txt", source), written(tmp_path, "kk.txt", divided)])
    assert pairs(imported, "kk")[body] == (source[body], f"{first}.\n{second}")
    assert len(imported.release.blocks) == len(source)


def test_two_paragraphs_joined_in_the_translation_stand_with_the_first(tmp_path: Path) -> None:
    source, translation = PRESS_RELEASE.texts("en"), PRESS_RELEASE.texts("kk")
    body = PRESS_RELEASE.roles().index(Role.BODY)
    first, second = source[body].split(". ")
    divided = [*source[:body], f"{first}.", second, *source[body + 1 :]]
    imported = import_files([written(tmp_path, "en.txt", divided), written(tmp_path, "kk.txt", translation)])
    assert pairs(imported, "kk")[body : body + 2] == [(f"{first}.", translation[body]), (second, "")]


def test_two_texts_in_one_language_are_refused(tmp_path: Path) -> None:
    paths = [written(tmp_path, name, PRESS_RELEASE.texts("ru")) for name in ("one.txt", "two.txt")]
    with pytest.raises(FileError, match=r"two\.txt: It is in the same language \(ru\) as one\.txt"):
        import_files(paths)
    imported = import_files(paths, language="ru", translation="uk")
    assert imported.release.languages == ("ru", "uk")


def test_xliff_is_imported_alone(tmp_path: Path) -> None:
    path = tmp_path / "release.XLF"
    path.write_text(XLIFF_21, encoding="utf-8")
    assert import_files([path]).kind is ImportKind.XLIFF
    with pytest.raises(FileError, match="holds source and translation and is imported alone"):
        import_files([path, written(tmp_path, "a.txt", ["a"])])


def test_warnings_of_a_text(tmp_path: Path) -> None:
    texts = ["Пресс-релиз\u200b", "6 марта 2026 года", "– Конец –"]
    imported = import_files([written(tmp_path, "release.txt", texts)])
    assert [str(warning) for warning in imported.warnings] == [
        "line 5: The mark of the end is left out; the template sets it.",
        "line 1: There is an invisible character (U+200B).",
    ]
    guessed = import_files([written(tmp_path, "old.txt", PRESS_RELEASE.texts("kk")[:3], "kz1048")])
    assert [str(warning) for warning in guessed.warnings] == [
        "The text is not in UTF-8; it was read as KZ1048. Check the letters."
    ]


def test_warnings_of_two_texts_name_the_file(tmp_path: Path) -> None:
    source, translation = PRESS_RELEASE.texts("en"), PRESS_RELEASE.texts("fr")
    translation = [*translation[:3], translation[3] + "\u202e", *translation[4:]]
    imported = import_files([written(tmp_path, "en.txt", source), written(tmp_path, "fr.txt", translation)])
    assert [warning.place for warning in imported.warnings] == ["fr.txt, line 7"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\n***\n – \n", "There is no text in it."),
        ("a b " * 100_001, "The text is too long for a release"),
        ("a\n" * 15_001, "The text is too long for a release"),
        ("word " * 40_001, "line 1: A paragraph is longer than 200000 characters."),
    ],
)
def test_refused(text: str, message: str) -> None:
    with pytest.raises(FileError) as caught:
        import_text(text, language="en")
    assert message in str(caught.value)


def test_nothing_to_import() -> None:
    with pytest.raises(ValueError, match="nothing to import"):
        import_files([])


letters = st.text(st.sampled_from("abЖқ .:!?|•–\t\n\r«»“”1-\u00a0\u2028@/+"), min_size=1, max_size=120)


@given(letters)
def test_no_text_is_lost(text: str) -> None:
    """Every letter and digit arrives, in order; only bullets, rules and marks of the end may go."""
    try:
        release = import_text(text, language="en").release
    except FileError:
        assert not any(character.isalnum() for character in text)
        return
    together = "".join(segment.source.string for _, segment in release.segments())
    assert list(filter(str.isalnum, together)) == list(filter(str.isalnum, text))


@given(st.permutations(list(itertools.islice(PRESS_RELEASE.texts("en"), 8))))
def test_any_order_is_imported(texts: list[str]) -> None:
    assert len(import_text("\n\n".join(texts)).release.blocks) == len(texts)
