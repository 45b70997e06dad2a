"""What Word files hold beside plain runs: each thing once, in its place, and reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.exchange.foreign import packed, word_parts
from tilshi.exchange.imported import Imported, ImportKind, TrackedChanges
from tilshi.exchange.importing import import_files
from tilshi.release import Mark, MarkKind, Role

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
EXTRA = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def t(text: str, properties: str = "") -> str:
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, properties: str = "") -> str:
    return (
        f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>" if properties else f"<w:p>{''.join(content)}</w:p>"
    )


def root(name: str, content: str) -> bytes:
    return f'<w:{name} xmlns:w="{W}" xmlns:r="{RELATIONS}" {EXTRA}>{content}</w:{name}>'.encode()


def word(
    body: str,
    *,
    links: dict[str, str] | None = None,
    parts: dict[str, bytes] | None = None,
    changes: TrackedChanges = TrackedChanges.ACCEPT,
    folder: Path,
) -> Imported:
    """The import of a Word file with that body; `parts` are named by the kind of their relation."""
    files = word_parts()
    files["word/document.xml"] = root("document", f"<w:body>{body}</w:body>")
    relations = [("styles", "styles.xml", "")]
    for kind, data in (parts or {}).items():
        name = kind if "." in kind else f"{kind}.xml"
        files[f"word/{name}"] = data
        relations.append(("image" if name.endswith("png") else kind, name, ""))
    made = [
        f'<Relationship Id="r{n}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for n, (kind, target, _) in enumerate(dict.fromkeys(relations))
    ]
    made += [
        f'<Relationship Id="{name}" Type="{RELATIONS}/hyperlink" Target="{target}" TargetMode="External"/>'
        for name, target in (links or {}).items()
    ]
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{package}">{"".join(made)}</Relationships>'.encode()
    path = folder / "release.docx"
    path.write_bytes(packed(files))
    return import_files([path], language="en", changes=changes)


def texts(imported: Imported) -> list[str]:
    return [segment.source.string for _, segment in imported.release.segments()]


def reported(imported: Imported) -> list[tuple[str, int]]:
    return [(tally.what, tally.count) for tally in (*imported.report.recognised, *imported.report.left_out)]


CHANGED = p(
    t("We "),
    '<w:del w:id="1" w:author="Jane" w:date="2026-03-06T10:00:00Z"><w:r><w:delText>hate</w:delText></w:r></w:del>',
    f'<w:ins w:id="2" w:author="Jane" w:date="2026-03-06T10:00:00Z">{t("love")}</w:ins>',
    t(" water in Examplia."),
)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (TrackedChanges.ACCEPT, "We love water in Examplia."),
        (TrackedChanges.REJECT, "We hate water in Examplia."),
        (TrackedChanges.SHOW, "We love water in Examplia."),
    ],
)
def test_tracked_changes(changes: TrackedChanges, expected: str, tmp_path: Path) -> None:
    imported = word(CHANGED, changes=changes, folder=tmp_path)
    assert texts(imported) == [expected]
    assert imported.report.changes == 2
    notes = [(n.text, n.author, n.start, n.end) for _, s in imported.release.segments() for n in s.notes]
    shown = [("Deleted: hate", "Jane", 0, 0), ("Inserted: love", "Jane", 3, 7)]
    assert notes == (shown if changes is TrackedChanges.SHOW else [])


MOVED = p(f'<w:moveFrom w:id="1">{t("Gone.")}</w:moveFrom>', t("First.")) + p(
    t("Last."), f'<w:moveTo w:id="2">{t(" Gone.")}</w:moveTo>'
)
MARK_DELETED = p(t("One "), properties='<w:rPr><w:del w:id="1"/></w:rPr>') + p(t("two."))
MARK_INSERTED = p(t("One "), properties='<w:rPr><w:ins w:id="1"/></w:rPr>') + p(t("two."))
ROW = "<w:tr>{}<w:tc><w:p>{}</w:p></w:tc><w:tc><w:p>{}</w:p></w:tc></w:tr>"
TABLE = "<w:tbl>{}</w:tbl>".format(
    ROW.format("", t("District"), t("People"))
    + ROW.format('<w:trPr><w:ins w:id="1"/></w:trPr>', t("North"), t("12"))
    + ROW.format('<w:trPr><w:del w:id="2"/></w:trPr>', t("South"), t("13"))
    + ROW.format("", t("East"), t("14"))
)


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (MOVED, ["First.", "Last. Gone."], ["Gone.First.", "Last."]),
        (MARK_DELETED, ["One two."], ["One", "two."]),
        (MARK_INSERTED, ["One", "two."], ["One two."]),
        (TABLE, ["District | People", "North | 12", "East | 14"], ["District | People", "South | 13", "East | 14"]),
        (
            p('<w:ins w:id="1"><w:del w:id="2"><w:r><w:delText>x</w:delText></w:r></w:del></w:ins>', t("y")),
            ["y"],
            ["y"],
        ),
    ],
)
def test_changes_of_structure(body: str, accepted: list[str], rejected: list[str], tmp_path: Path) -> None:
    assert texts(word(body, folder=tmp_path)) == accepted
    assert texts(word(body, changes=TrackedChanges.REJECT, folder=tmp_path)) == rejected


BOX = f"<w:txbxContent>{p(t('In a box.'))}</w:txbxContent>"
ALTERNATIVES = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>' + BOX + "</wps:txbx></w:drawing>"
    "</mc:Choice><mc:Fallback><w:pict><v:textbox>"
    + BOX
    + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p(t("A"), "<w:sdt><w:sdtPr/><w:sdtContent>", t("B"), "</w:sdtContent></w:sdt>", t("C")), ["ABC"]),
        ("<w:sdt><w:sdtContent>" + p(t("Within.")) + "</w:sdtContent></w:sdt>", ["Within."]),
        (p(t("x"), "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>", t("Click"), "</w:sdtContent></w:sdt>"),
         ["x"]),
        (p("<w:smartTag><w:customXml>", t("tagged"), "</w:customXml></w:smartTag>"), ["tagged"]),
        (p("<w:bdo><w:dir>", t("turned"), "</w:dir></w:bdo>"), ["turned"]),
        (p(t("seen "), t("unseen", "<w:vanish/>")), ["seen"]),
        (p(t("a"), "<w:r><w:noBreakHyphen/><w:softHyphen/><w:tab/></w:r>", t("b")), ["a\u2011\u00ad\tb"]),
        (p(t("A day\u00a0–\u202fat 5\u00a0km")), ["A day\u00a0–\u202fat 5\u00a0km"]),
        (p(t("α "), '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>'), ["α α"]),
        (p(t("•"), '<w:r><w:sym w:font="Wingdings" w:char="FC"/></w:r>', t(" done")), ["✓ done"]),
        (p(t("Before."), ALTERNATIVES), ["Before.", "In a box."]),
        (p(t("p. "), FIELD.format("PAGE", t("7"))), ["p. 7"]),
        (p(FIELD.format('TOC \\o "1-3"', t("Contents … 1"))) + p(t("Text.")), ["Text."]),
        (p(FIELD.format("IF </w:instrText></w:r>" + FIELD.format("X", t("no")) + "<w:r><w:instrText>", t("yes"))),
         ["yes"]),
        (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', t("never closed")), ["never closed"]),
        (p("<w:ruby><w:rt>", t("kana"), "</w:rt><w:rubyBase>", t("kanji"), "</w:rubyBase></w:ruby>"), ["kanji"]),
        (p(t("E = "), "<m:oMath><m:r><m:t>mc²</m:t></m:r></m:oMath>"), ["E = mc²"]),
        ("<w:tbl><w:tr><w:tc>" + p(t("One.")) + p(t("Two.")) + "</w:tc></w:tr></w:tbl>", ["One.", "Two."]),
        (p(t("Jane Example, Examplia"), "<w:r><w:br/></w:r>", t("Tel.: +999 555 010 010")),
         ["Jane Example, Examplia", "Tel.: +999 555 010 010"]),
        (p(t("One"), '<w:r><w:br w:type="page"/></w:r>'), ["One"]),
    ],
)  # fmt: skip
def test_texts(body: str, expected: list[str], tmp_path: Path) -> None:
    assert texts(word(body, folder=tmp_path)) == expected


def test_links_of_all_kinds_and_looks_through_styles(tmp_path: Path) -> None:
    styles = root(
        "styles",
        '<w:style w:type="character" w:styleId="Base"><w:name w:val="Base"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>',
    )
    body = p(
        t("See "),
        f'<w:hyperlink r:id="L1">{t("the map")}</w:hyperlink>',
        t(", "),
        FIELD.format('HYPERLINK "https://example.org/a" \\o "tip"', t("the list")),
        t(" and "),
        '<w:fldSimple w:instr="HYPERLINK mailto:press@example.org">' + t("write") + "</w:fldSimple>",
        t(", "),
        t("please", '<w:rStyle w:val="Strong"/>'),
        t(" ", "<w:i/>"),
        t("now", "<w:i/>"),
        f'<w:hyperlink r:id="L2">{t(".")}</w:hyperlink>',
    ) + p(t("A heading"), properties='<w:pStyle w:val="H"/>')
    links = {"L1": "https://example.org/map", "L2": "javascript:alert(1)"}
    imported = word(body, links=links, parts={"styles": styles}, folder=tmp_path)
    first, second = (segment.source for _, segment in imported.release.segments())
    said = [(first.string[mark.start : mark.end], mark.kind, mark.href) for mark in first.marks]
    assert said == [
        ("the map", MarkKind.LINK, "https://example.org/map"),
        ("the list", MarkKind.LINK, "https://example.org/a"),
        ("write", MarkKind.LINK, "mailto:press@example.org"),
        ("please", MarkKind.BOLD, ""),
        ("now", MarkKind.ITALIC, ""),
    ]
    assert second.marks == ()
    assert imported.release.blocks[1].role is Role.SECTION_HEADING


def test_lists_are_numbered_as_word_shows_them(tmp_path: Path) -> None:
    level = '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    numbering = root(
        "numbering",
        '<w:abstractNum w:abstractNumId="0">'
        + level.format(0, 3, "decimal", "%1.")
        + level.format(1, 1, "lowerLetter", "%1.%2)")
        + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
        + level.format(0, 1, "bullet", "•")
        + '</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num>',
    )
    item = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'
    body = "".join(
        p(t(text), properties=item.format(at, number))
        for text, at, number in (
            ("three", 0, 5),
            ("inner", 1, 5),
            ("inner too", 1, 5),
            ("four", 0, 5),
            ("dot", 0, 6),
            ("none", 0, 0),
        )
    )
    imported = word(body, parts={"numbering": numbering}, folder=tmp_path)
    assert texts(imported)[:5] == ["3. three", "3.a) inner", "3.b) inner too", "4. four", "dot"]
    assert [block.role for block in imported.release.blocks][:5] == [Role.LIST_ITEM] * 5


def test_comments_become_notes_on_their_span(tmp_path: Path) -> None:
    comments = root(
        "comments",
        '<w:comment w:id="7" w:author="Jane Example" w:date="2026-03-06T10:00:00Z">'
        f"{p(t('Who'))}{p(t('says so?'))}</w:comment>"
        f'<w:comment w:id="8" w:author="Jane Example">{p(t("On two."))}</w:comment>'
        f'<w:comment w:id="9">{p(t("Nowhere."))}</w:comment>',
    )
    mark = '<w:comment{} w:id="{}"/>'
    body = p(
        t("It is "), mark.format("RangeStart", 7), t("true", "<w:b/>"), mark.format("RangeEnd", 7),
        "<w:r>", mark.format("Reference", 7), "</w:r>", t("."), mark.format("RangeStart", 8), t(" So"),
    ) + p(t("be it."), mark.format("RangeEnd", 8), "<w:r>", mark.format("Reference", 8), "</w:r>")  # fmt: skip
    imported = word(body, parts={"comments": comments}, folder=tmp_path)
    notes = [
        (s.id, n.text, n.author, n.created, n.start, n.end) for _, s in imported.release.segments() for n in s.notes
    ]
    assert notes == [
        ("s01", "Who\nsays so?", "Jane Example", "2026-03-06T10:00:00Z", 6, 10),
        ("s01", "On two.", "Jane Example", "", 11, 14),
    ]
    assert ("Comments on what is left out", 1) in reported(imported)


def test_footnotes_are_numbered_notes_at_the_end(tmp_path: Path) -> None:
    footnotes = root(
        "footnotes", f'<w:footnote w:id="3"><w:p><w:r><w:footnoteRef/></w:r>{t(" The source.")}</w:p></w:footnote>'
    )
    body = p(t("A fact"), '<w:r><w:footnoteReference w:id="3"/></w:r>', t(" is told here in the body."))
    imported = word(body, parts={"footnotes": footnotes}, folder=tmp_path)
    assert texts(imported) == ["A fact¹ is told here in the body.", "¹ The source."]
    assert imported.release.blocks[1].role is Role.NOTES


def test_pictures_with_a_description_are_kept(tmp_path: Path) -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" {}/><a:blip r:embed="r1"/></wp:inline></w:drawing></w:r>'
    )
    body = p(t("Text.")) + p(drawing.format('descr="A well in Examplia"')) + p(drawing.format(""))
    imported = word(body, parts={"well.png": PNG}, folder=tmp_path)
    block = imported.release.blocks[1]
    assert (block.role, block.segments[0].source.string) == (Role.PICTURE, "A well in Examplia")
    picture = imported.release.picture(block.picture)
    assert picture is not None
    assert (picture.name, picture.data) == ("well.png", PNG)
    assert reported(imported)[-1] == ("Pictures without an alternative text, or that cannot be kept", 1)


def test_what_is_left_out_is_told_with_its_place(tmp_path: Path) -> None:
    body = (
        p(t("One.")) + p(t("secret", "<w:vanish/>"), t("Two.")) + p("<w:r><w:object/></w:r>") + '<w:altChunk r:id="x"/>'
    )
    imported = word(body, parts={"header": root("hdr", p(t("Letterhead")))}, folder=tmp_path)
    assert imported.kind is ImportKind.WORD
    assert [(tally.what, tally.places) for tally in imported.report.left_out] == [
        ("Hidden text", ("paragraph 2",)),
        ("Headers and footers", ("“Letterhead”",)),
        ("Embedded objects and controls", ("paragraph 3",)),
        ("Documents of another kind within (altChunk, subdocument)", ("paragraph 3",)),
    ]
    assert str(imported.all_warnings[0]) == "paragraph 2: Hidden text (1): left out."


def test_marks_move_with_numbers_bullets_and_breaks(tmp_path: Path) -> None:
    lead = p(t("Port-Example (EX) – The work began on Monday and goes on until the end of the year in all districts."))
    items = p(t("• a "), t("bold", "<w:b/>"), t(" item")) + p(t("• another"))
    first = word(lead + items, folder=tmp_path).release.blocks[1].segments[0].source
    assert (first.string, first.marks) == ("a bold item", (Mark(2, 6, MarkKind.BOLD),))
