"""The probe is quiet about our own files and finds what is put into them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.export.examplia import WORDS, release
from tilshi.export.content import said_by
from tilshi.export.probe import Kind, Leak, LeakKind, probe
from tilshi.export.probe.leaks import Nature, Piece
from tilshi.export.probe.machine import machine_names
from tilshi.export.probe.names import leaks_in
from tilshi.export.publish import finished_file

LANGUAGES = sorted(WORDS)
# Logins that people have, and words that every such file holds, in its format or in ours.
LOGINS = (
    *("root", "user", "admin", "tilshi", "press", "contact", "page", "left", "normal", "body", "type", "font", "kk"),
    *("anna", "jane", "example", "www", "name", "header", "table", "color", "title", "identity", "part", "internal"),
)


def written(kind: Kind, language: str = "en") -> bytes:
    return finished_file(release(language), kind.value, Path("release"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", Kind)
def test_our_own_files_are_clean(kind: Kind, language: str) -> None:
    names = (*machine_names(), *LOGINS, "/home/anna", "C:\\Users\\anna")
    assert probe(written(kind, language), kind, names, said_by(release(language))) == ()


@pytest.mark.parametrize("kind", Kind)
def test_without_knowing_what_is_said_every_occurrence_is_a_leak(kind: Kind) -> None:
    found = probe(written(kind), kind, ["cholera"])
    assert {(leak.kind, leak.detail) for leak in found} == {(LeakKind.NAME, "cholera")}


@pytest.mark.parametrize("kind", Kind)
def test_what_another_language_says_is_found(kind: Kind) -> None:
    """An export in one language must not hold the text of another."""
    russian = "Что осталось сделать"
    assert probe(written(kind, "kk"), kind, [russian], said_by(release("kk"))) == ()
    found = probe(written(kind, "ru"), kind, [russian], said_by(release("kk")))
    assert {leak.kind for leak in found} == {LeakKind.NAME}


def test_an_unknown_format_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="odt"):
        probe(b"", "odt", [])


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"hello"])
def test_what_cannot_be_looked_through_is_not_vouched_for(kind: Kind, data: bytes) -> None:
    assert LeakKind.UNREADABLE in {leak.kind for leak in probe(data, kind)}


@pytest.mark.parametrize("kind", Kind)
@given(st.data())
def test_no_damage_makes_it_fail(kind: Kind, data: st.DataObject) -> None:
    whole = bytearray(written(kind))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=40))
    leaks = probe(bytes(whole), kind, ["anna"])
    assert [leak for leak in leaks if not str(leak)] == []


def found(text: str, *names: str, nature: Nature = Nature.PROPERTY, shown: str = "") -> list[str]:
    return [leak.detail for leak in leaks_in([Piece("here", text, nature)], names, shown)]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("by Anna Smith", ["anna"], ["anna"]),
        ("Susanna and annals", ["anna"], []),
        ("anna_smith", ["anna"], []),
        ("author=anna;", ["anna"], ["anna"]),
        ("МӘДИНА келді", ["мәдина"], ["мәдина"]),
        ("И\u0306", ["й"], ["й"]),
        ("file%20by%20anna", ["anna"], ["anna"]),
        ("anna smith-jones", ["anna", "anna smith"], ["anna", "anna smith"]),
        ("anything", ["", "  "], []),
    ],
)
def test_names_are_whole_words_in_any_case(text: str, names: list[str], expected: list[str]) -> None:
    assert found(text, *names) == expected


@pytest.mark.parametrize(
    "path",
    [
        *("C:\\Users\\anna\\release.docx", "d:/work/release.docx", "\\\\server\\share\\release.docx"),
        *("/home/anna/release.tilshi", "/Users/anna", "/var/folders/x1", "/root", "file:///C:/Users/anna"),
    ],
)
def test_places_on_a_computer_are_found(path: str) -> None:
    assert found(f"made from {path} today") == [path]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "https://example.org/home/page",
            "www.example.org/var/x",
            "and/or",
            "24/7",
            "km/h",
            "1/tmp",
            "s://x",
            "a: /b",
        ),
        *("//example.org/home/x", "/word/document.xml", "the /rooted tree", "http:\\\\x", "10:/15", "~/opt/x"),
    ],
)
def test_other_slashes_are_none(text: str) -> None:
    assert found(text) == []


def test_paths_are_found_in_either_spelling() -> None:
    for spelling in ("C:/Users/Anna/x", "C:\\Users\\Anna\\x"):
        assert len(found(spelling, "C:\\Users\\Anna", nature=Nature.SYNTAX)) == 1


def test_short_words_mean_nothing_between_bytes() -> None:
    assert found("x n/a x / x ab x", "n/a", "/", "ab", nature=Nature.SYNTAX) == []


def test_what_is_said_is_no_leak_where_content_stands() -> None:
    assert found("Anna Smith said", "anna", nature=Nature.CONTENT, shown="… Anna Smith said …") == []
    assert found("Anna Smith said", "anna", nature=Nature.PROPERTY, shown="… Anna Smith said …") == ["anna"]
    assert found("see /etc/hosts", nature=Nature.CONTENT, shown="see /etc/hosts") == []


def test_a_leak_says_where_and_what() -> None:
    leak = Leak(LeakKind.NAME, "docProps/core.xml, creator", "anna")
    assert str(leak) == "docProps/core.xml, creator: The name “anna” is in it."


@pytest.mark.parametrize("kind", LeakKind)
def test_every_kind_has_its_words(kind: LeakKind) -> None:
    assert "detail" in str(Leak(kind, "here", "detail"))


def test_this_computer_has_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "anna.example")
    monkeypatch.setattr("platform.node", lambda: "desk-7.example.org")
    names = machine_names()
    assert {"anna.example", "desk-7.example.org", "desk-7"} <= set(names)
    assert "" not in names
