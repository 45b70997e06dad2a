from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.core.exchange.foreign import XLIFF_12, XLIFF_21
from tests.core.release import strategies
from tilshi.exchange import xliff
from tilshi.exchange.imported import Imported, ImportKind
from tilshi.files.errors import FileError
from tilshi.release import Block, Mark, MarkKind, Note, Release, Role, Segment, State, Target, Text

HEAD = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="kk">'
    '<file id="f" original="statement">'
)


def read(content: str) -> Imported:
    return xliff.read(Path("release.xlf"), content.encode())


def unit(inner: str, attributes: str = 'type="tilshi:body"') -> Segment:
    """The only segment of a file whose unit holds `inner`."""
    release = read(f'{HEAD}<unit id="u" {attributes}>{inner}</unit></file></xliff>').release
    return release.blocks[0].segments[0]


def segment(name: str, source: str, target: str, state: State) -> Segment:
    return Segment(name, Text(source), (("kk", Target(Text(target), state)),))


def source(inner: str, data: str = "") -> Text:
    return unit(f'{data}<segment><source xml:space="preserve">{inner}</source></segment>').source


def test_ids_roles_states_template_and_languages_are_kept() -> None:
    release = read(
        f'{HEAD}<unit id="r-01" type="tilshi:headline"><segment state="reviewed"><source>Water</source>'
        '<target>Су</target></segment></unit><group id="g"><unit id="r-02" type="tilshi:body">'
        '<segment id="a" state="final"><source>One.</source><target>Бір.</target></segment>'
        '<segment id="b"><source>Two.</source></segment></unit></group></file></xliff>'
    ).release
    assert release == Release(
        "f",
        "en",
        ("kk",),
        "statement",
        (
            Block("r-01", Role.HEADLINE, (segment("r-01", "Water", "Су", State.REVIEWED),)),
            Block("r-02", Role.BODY, (segment("a", "One.", "Бір.", State.FINAL), Segment("b", Text("Two.")))),
        ),
    )


def test_what_is_translated_without_a_state_counts_as_translated() -> None:
    assert unit("<segment><source>a</source><target>б</target></segment>").target("kk").state is State.TRANSLATED
    assert unit('<segment state="initial"><source>a</source><target>б</target></segment>').target("kk") == Target(
        Text("б")
    )


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('a<pc id="1" type="fmt" subType="xlf:b">b</pc>c', Text("abc", (Mark(1, 2, MarkKind.BOLD),))),
        ('<pc id="1" x:fs="i" xmlns:x="urn:oasis:names:tc:xliff:fs:2.0">b</pc>',
         Text("b", (Mark(0, 1, MarkKind.ITALIC),))),
        ('<mrk id="1" translate="no">ICRC</mrk>!', Text("ICRC!", (Mark(0, 4, MarkKind.UNTRANSLATABLE),))),
        ('<sm id="1" translate="no"/>ICRC<em startRef="1"/>', Text("ICRC", (Mark(0, 4, MarkKind.UNTRANSLATABLE),))),
        ('<mrk id="1" type="comment" value="x">a</mrk>', Text("a")),
        ('<sc id="1" subType="xlf:b"/>a<sc id="2" subType="xlf:i"/>b<ec startRef="1"/>c<ec startRef="2"/>',
         Text("abc", (Mark(0, 2, MarkKind.BOLD), Mark(1, 3, MarkKind.ITALIC)))),
        ('a<ph id="1" subType="xlf:lb"/>b', Text("a\nb")),
        ('<ph id="1" equiv="%s"/> files', Text("%s files", (Mark(0, 2, MarkKind.UNTRANSLATABLE),))),
        ('a<cp hex="001F"/>b', Text("a\x1fb")),
        ("<![CDATA[<b>&]]> a", Text("<b>& a")),
        ("a<!-- no --><?x no?>b", Text("ab")),
        ('<pc id="1"><pc id="2" subType="xlf:i">a</pc>b</pc>', Text("ab", (Mark(0, 1, MarkKind.ITALIC),))),
    ],
)  # fmt: skip
def test_inline_codes(inner: str, expected: Text) -> None:
    assert source(inner) == expected


@pytest.mark.parametrize(
    "code",
    ["https://www.example.org", "&lt;a href='https://www.example.org'>", '&lt;A id="x" HREF="https://www.example.org">'],
)  # fmt: skip
def test_links_name_their_target_in_the_original_data(code: str) -> None:
    data = f'<originalData><data id="d">{code}</data></originalData>'
    expected = Text("here", (Mark(0, 4, MarkKind.LINK, "https://www.example.org"),))
    assert source('<pc id="1" type="link" dataRefStart="d">here</pc>', data) == expected


def test_tags_of_other_programs_are_understood() -> None:
    data = '<originalData><data id="d">&lt;strong></data></originalData>'
    assert source('<pc id="1" dataRefStart="d">a</pc>', data) == Text("a", (Mark(0, 1, MarkKind.BOLD),))


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [
        ('xml:space="preserve"', " a\n   b  c "),
        ('xml:space="default"', "a b  c"),
        ("", "a b  c"),
    ],
)
def test_white_space(attribute: str, expected: str) -> None:
    assert unit(f"<segment><source {attribute}> a\n   b  c </source></segment>").source.string == expected


def test_white_space_is_told_by_what_is_around() -> None:
    release = read(
        f'{HEAD}<group id="g" xml:space="preserve"><unit id="u" type="tilshi:body">'
        "<segment><source>a\n b</source></segment></unit></group></file></xliff>"
    ).release
    assert release.segment("u").source.string == "a\n b"


def test_text_between_segments_is_kept_unless_it_is_a_space() -> None:
    release = read(
        f'{HEAD}<unit id="u" type="tilshi:body"><segment id="a"><source>One.</source></segment>'
        "<ignorable><source> </source></ignorable><segment id='b'><source>Two</source></segment>"
        "<ignorable><source> * </source></ignorable></unit></file></xliff>"
    ).release
    assert [segment.source.string for segment in release.blocks[0].segments] == ["One.", "Two * "]


def test_notes_know_what_they_concern() -> None:
    segment = unit(
        '<notes><note id="n1">Look</note><note appliesTo="target" tilshi:author="Jane" tilshi:resolved="yes" '
        'xmlns:tilshi="urn:tilshi:xliff:1.0">Қара</note></notes><segment><source>a</source></segment>'
    )
    assert segment.notes == (Note("n1", "Look"), Note("n2", "Қара", "Jane", language="kk", resolved=True))


def warnings(content: str) -> list[str]:
    return [str(warning) for warning in read(content).warnings]


def test_what_is_not_understood_is_said() -> None:
    assert warnings(
        f'{HEAD}<unit id="u" type="tilshi:poem"><segment state="odd" subState="x:y">'
        '<source>a<ph id="1"/></source></segment></unit>'
        '<unit id="u"><segment><source>b\u202e</source></segment></unit></file></xliff>'
    ) == [
        "The part “tilshi:poem” is not known; it counts as body text.",
        "1 unit does not say its role; it counts as body text.",
        "line 1: The id “u” is used twice.",
        "1 placeholder of another program was left out or shown as its text.",
        "The finer states (subState) of another program are ignored.",
        "The state “odd” is not known; it counts as initial.",
        "segment u-2: There is a control that turns the direction of writing (U+202E).",
    ]  # fmt: skip


@pytest.mark.parametrize("original", ["../../x", "C:\\x.docx", "\\\\host\\x.docx", "/home/x.docx", "https://x/y"])
def test_a_path_as_origin_is_said_and_not_opened(original: str) -> None:
    content = (
        HEAD.replace("statement", original)
        + '<unit id="u" type="tilshi:body"><segment><source>a</source></segment></unit></file></xliff>'
    )
    assert [warning.message.rpartition(" ")[2] for warning in read(content).warnings] == [original]


def test_several_files_are_put_together_or_chosen() -> None:
    files = "".join(
        f'<file id="{name}"><unit id="u" type="tilshi:body"><segment><source>{name}</source></segment></unit></file>'
        for name in ("one", "two")
    )
    content = HEAD[: HEAD.index("<file")] + files + "</xliff>"
    together = read(content)
    assert [segment.source.string for _, segment in together.release.segments()] == ["one", "two"]
    assert "It holds several files, which were put one after another: one, two." in map(str, together.warnings)
    chosen = xliff.read(Path("release.xlf"), content.encode(), file="two")
    assert [segment.source.string for _, segment in chosen.release.segments()] == ["two"]
    with pytest.raises(FileError, match="There is no file “three” in it"):
        xliff.read(Path("release.xlf"), content.encode(), file="three")


def test_roles_are_recognised_where_no_unit_says_one() -> None:
    texts = ["Press Release", "6 March 2026", "Examplia: Water for all"]
    units = "".join(
        f'<unit id="u{at}"><segment><source>{text}</source></segment></unit>' for at, text in enumerate(texts)
    )
    imported = read(f"{HEAD}{units}</file></xliff>")
    assert [block.role for block in imported.release.blocks] == [Role.KICKER, Role.DATE, Role.HEADLINE]
    assert sorted(imported.confidence) == ["u0", "u1", "u2"]
    assert read(XLIFF_21).confidence == {}


def test_version_12() -> None:
    imported = xliff.read(Path("b.xliff"), XLIFF_12.encode())
    release = imported.release
    assert imported.kind is ImportKind.XLIFF
    assert (release.source_language, release.target_languages) == ("en", ("kk",))
    first, second = (segment for _, segment in release.segments())
    assert first.source == Text("International law", (Mark(14, 17, MarkKind.BOLD),))
    assert first.target("kk").state is State.REVIEWED
    assert first.notes == (Note("n1", "Look", "Jane Example"),)
    assert second.source == Text("Go on", (Mark(3, 5, MarkKind.ITALIC),))
    assert [str(warning) for warning in imported.warnings] == [
        "1 placeholder of another program was left out or shown as its text."
    ]


def test_the_language_is_recognised_where_the_file_does_not_say_it() -> None:
    imported = xliff.read(Path("b.xliff"), XLIFF_12.replace(' target-language="kk"', "").encode())
    assert imported.release.target_languages == ("kk",)
    assert "The file does not say a language; “kk” was recognised." in map(str, imported.warnings)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<xliff/>", "This version of XLIFF is not known: ?."),
        (HEAD.replace('"2.1"', '"9.9"') + "</file></xliff>", "This version of XLIFF is not known: 9.9."),
        ("<tmx/>", "This is XML, but not XLIFF: its root is “tmx”."),
        (HEAD + "</file></xliff>", "There is no text in it."),
        (HEAD + '<unit id="u"/></file></xliff>', "There is no text in it."),
        (HEAD.replace("kk", "en") + "<unit><segment><source>a</source><target>b</target></segment></unit>"
         "</file></xliff>",
         "Source and translation are both said to be in “en”."),
        (HEAD + '<unit id="u"><segment><source>' + "a" * 200_001 + "</source></segment></unit></file></xliff>",
         "line 1: A text is longer than 200000 characters."),
        (HEAD + "".join(f'<unit id="u{at}"><segment/></unit>' for at in range(20_001)) + "</file></xliff>",
         "It holds more than 20000 segments."),
    ],
)  # fmt: skip
def test_refused(content: str, message: str) -> None:
    with pytest.raises(FileError) as caught:
        read(content)
    assert message in str(caught.value)


names = st.text(st.sampled_from("abz019.-_:ә"), min_size=1, max_size=6)
plain = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1, max_size=9
)
notes = st.builds(
    Note,
    id=names,
    text=plain.map(str.strip).filter(bool),
    author=plain,
    created=st.just("2026-03-06T10:00:00Z"),
    language=st.sampled_from(["", "kk"]),
    resolved=st.booleans(),
)


def carried(text: Text) -> Text:
    """Only links lead somewhere."""
    marks = (Mark(m.start, m.end, m.kind, m.href if m.kind is MarkKind.LINK else "") for m in text.marks)
    return Text(text.string, tuple(marks))


@st.composite
def carried_texts(draw: st.DrawFn) -> Text:
    text = carried(draw(strategies.texts()))
    hrefs = st.sampled_from(["", "https://www.example.org", "mailto:press@example.org", "x y"])
    marks = (Mark(m.start, m.end, m.kind, draw(hrefs) if m.kind is MarkKind.LINK else "") for m in text.marks)
    return Text(text.string, tuple(marks))


@st.composite
def releases(draw: st.DrawFn) -> Release:
    """Releases that fit into one XLIFF file."""
    ids = iter(draw(st.lists(names, min_size=12, max_size=12, unique=True)))
    targets = st.builds(Target, carried_texts(), st.sampled_from(State))
    blocks = []
    for _ in range(draw(st.integers(1, 3))):
        segments = tuple(
            Segment(
                next(ids),
                draw(carried_texts()),
                (("kk", draw(targets)),) if draw(st.booleans()) else (),
                tuple(draw(st.lists(notes, max_size=2))),
            )
            for _ in range(draw(st.integers(1, 3)))
        )
        blocks.append(
            Block(segments[0].id if draw(st.booleans()) else next(ids), draw(st.sampled_from(Role)), segments)
        )
    return Release(draw(names), "en", ("kk",), draw(st.sampled_from(["statement", "news-note"])), tuple(blocks))


@given(releases())
def test_what_is_written_is_read_again(release: Release) -> None:
    written = xliff.write(release, "kk")
    assert xliff.read(Path("again.xlf"), written).release == release
    assert xliff.write(release, "kk") == written


@given(releases())
def test_ids_are_unique_within_their_unit(release: Release) -> None:
    root = etree.fromstring(xliff.write(release, "kk"))
    namespace = "{urn:oasis:names:tc:xliff:document:2.0}"
    for element in root.iter(f"{namespace}unit"):
        own = [child.get("id") for child in element if child.get("id")]
        codes = [code.get("id") for code in element.iterfind(f"{namespace}segment/{namespace}source//*[@id]")]
        assert len({*own, *codes}) == len(own) + len(codes)


def test_only_one_language_goes_out() -> None:
    segment = Segment(
        "s01", Text("a"), (("fr", Target(Text("b"))), ("kk", Target(Text("б")))), (Note("n", "x", language="fr"),)
    )
    release = Release("r", "en", ("fr", "kk"), blocks=(Block("s01", Role.BODY, (segment,)),))
    written = xliff.write(release, "kk").decode()
    assert "<target" in written
    assert ">b<" not in written
    assert "<note" not in written
    with pytest.raises(ValueError, match="no translation into de"):
        xliff.write(release, "de")


def test_names_that_xml_cannot_hold_are_changed_and_stay_apart() -> None:
    blocks = tuple(Block(name, Role.BODY, (Segment(name, Text("a")),)) for name in ("a b", "a/b"))
    written = xliff.write(Release("r 1", "en", ("kk",), blocks=blocks), "kk")
    again = xliff.read(Path("again.xlf"), written).release
    assert (again.id, [block.id for block in again.blocks]) == ("r_1", ["a_b", "a_b-2"])


def test_the_samples_survive(shared: Path) -> None:
    for path in sorted((shared / "samples").glob("*.xlf")):
        release = xliff.read(path).release
        assert xliff.read(path, xliff.write(release, "kk")).release == release
