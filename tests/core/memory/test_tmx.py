"""TMX in and out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.files.errors import FileError
from tilshi.memory.folding import digest
from tilshi.memory.tmx import read_memory, write_memory
from tilshi.memory.units import Context, Provenance, Unit
from tilshi.release import Mark, MarkKind, Text

HEAD = (
    '<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"'
    ' srclang="{source}" datatype="xml"/><body>'
)


def file(folder: Path, body: str, source: str = "en") -> Path:
    path = folder / "a.tmx"
    path.write_text(HEAD.format(source=source) + body + "</body></tmx>", encoding="utf-8")
    return path


def pair(source: str, target: str = "Х", attributes: str = "", inside: str = "") -> str:
    return (
        f'<tu {attributes}>{inside}<tuv xml:lang="en"><seg>{source}</seg></tuv>'
        f'<tuv xml:lang="kk"><seg>{target}</seg></tuv></tu>'
    )


def read(folder: Path, body: str, source: str = "en") -> tuple[Unit, ...]:
    return read_memory(file(folder, body, source)).units


@pytest.mark.parametrize(
    ("segment", "string", "marks"),
    [
        ('a <bpt i="1" type="bold">x</bpt>b<ept i="1">y</ept> c', "a b c", (Mark(2, 3, MarkKind.BOLD),)),
        ('<bpt i="1">&lt;i&gt;</bpt>b<ept i="1">&lt;/i&gt;</ept>', "b", (Mark(0, 1, MarkKind.ITALIC),)),
        (
            '<bpt i="1">&lt;a href="https://example.org"&gt;</bpt>b<ept i="1">&lt;/a&gt;</ept>',
            "b",
            (Mark(0, 1, MarkKind.LINK, "https://example.org"),),
        ),
        ('a<hi type="x-untranslatable">ICRC</hi>', "aICRC", (Mark(1, 5, MarkKind.UNTRANSLATABLE),)),
        ("a<hi>b</hi>c", "abc", ()),
        ("<ph>%s</ph> people", "%s people", (Mark(0, 2, MarkKind.UNTRANSLATABLE),)),
        ('a<ph x="1">&lt;img/&gt;</ph>', "a{1}", (Mark(1, 4, MarkKind.UNTRANSLATABLE),)),
        ("a<ph>&lt;br/&gt;</ph>b", "a\nb", ()),
        ('<it pos="begin">&lt;b&gt;</it>a', "a", ()),
        ('<bpt i="1" type="bold">x</bpt>b', "b", (Mark(0, 1, MarkKind.BOLD),)),
        ('b<ept i="7">x</ept>', "b", ()),
    ],
)
def test_inline_codes(tmp_path: Path, segment: str, string: str, marks: tuple[Mark, ...]) -> None:
    (unit,) = read(tmp_path, pair(segment))
    assert Text(string, marks) == unit.source


def test_who_when_context_and_properties_are_kept(tmp_path: Path) -> None:
    inside = (
        '<note>Checked</note><prop type="x-context-pre">&lt;seg&gt;Before.&lt;/seg&gt;</prop><prop type="x-a">b</prop>'
    )
    (unit,) = read(tmp_path, pair("S", "Т", 'tuid="7" changeid="Jane" changedate="20260421T101500Z"', inside))
    assert Provenance("file:a.tmx", "a.tmx", "7", "Jane", "2026-04-21T10:15:00+00:00") == unit.provenance
    assert digest("Before.") == unit.context.previous
    assert {("note", "Checked"), ("x-a", "b")} <= set(unit.properties)
    written = write_memory([unit]).data.decode()
    assert "<note>Checked</note>" in written
    assert '<prop type="x-a">b</prop>' in written


def test_each_pair_with_the_source_is_a_unit(tmp_path: Path) -> None:
    body = (
        "<tu>" + "".join(f'<tuv xml:lang="{code}"><seg>{code}</seg></tuv>' for code in ("ru", "en-GB", "kk")) + "</tu>"
    )
    assert [(unit.source_language, unit.target_language) for unit in read(tmp_path, body)] == [
        ("en-GB", "ru"),
        ("en-GB", "kk"),
    ]
    assert {"ru"} == {unit.source_language for unit in read(tmp_path, body, "*all*")}
    assert {"kk"} == {unit.source_language for unit in read_memory(file(tmp_path, body), "kk").units}


def test_a_file_without_a_pair_says_its_languages(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        read(tmp_path, pair("S"), "fr")
    assert "en, kk" in caught.value.remedy


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<tmx",
        b"<html/>",
        b"\xff\xfe\x00",
        b'<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"/>',
        b'<tmx version="9"><header/><body><tu/></body></tmx>',
        b'<tmx version="1.4"><header/><body/></tmx>',
        b'<tmx version="1.4"><header/><body>' + b"<tu>" * 200,
    ],
)
def test_bad_files_are_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.tmx"
    path.write_bytes(data)
    with pytest.raises(FileError):
        read_memory(path)


def test_bad_files_of_others_are_refused_or_read(shared: Path) -> None:
    outcomes = {path.name: _outcome(path) for path in (shared / "bad_inputs").glob("*.tmx")}
    assert set(outcomes.values()) == {"read", "refused"}


def _outcome(path: Path) -> str:
    try:
        read_memory(path)
    except FileError:
        return "refused"
    return "read"


XML_TEXT = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cn")) | st.sampled_from("\t\n\r"), min_size=1, max_size=20
)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    string = draw(XML_TEXT.filter(str.strip))
    marks = []
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(string) - 1))
        kind = draw(st.sampled_from(MarkKind))
        href = "https://example.org/?a=1&b='2'" if kind is MarkKind.LINK else ""
        marks.append(Mark(start, draw(st.integers(start + 1, len(string))), kind, href))
    return Text(string, tuple(marks))


@given(texts(), texts(), st.text(st.characters(categories=("L", "P", "Zs")), max_size=9))
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, source: Text, target: Text, said: str
) -> None:
    origin = Provenance("r1", 'A "title" & <more>', "p1", "Jane", "2026-04-21T10:15:00+00:00", "final")
    properties = (("x-said", said),) if said else ()
    unit = Unit(source, target, "en", "kk", Context("12", "34", "body"), origin, properties)
    path = tmp_path_factory.mktemp("tmx") / "a.tmx"
    path.write_bytes(write_memory([unit]).data)
    assert (unit,) == read_memory(path).units


def test_what_xml_cannot_hold_is_left_out_and_said() -> None:
    written = write_memory([Unit(Text("a\0b\ud800"), Text("Х"), "en", "kk")])
    assert b"<seg>ab</seg>" in written.data
    assert len(written.warnings) == 1
