"""Tables of terms: columns recognised, rows read with their lines, and what is written comes back."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tilshi.files.errors import FileError
from tilshi.terminology.bundled import load_names, load_terms
from tilshi.terminology.concepts import (
    Concept,
    Grammar,
    Reliability,
    Scope,
    Status,
    Term,
    Termbase,
    TermType,
)
from tilshi.terminology.tables import (
    Column,
    Field,
    Sheet,
    propose,
    read_rows,
    read_sheet,
    write_omegat,
    write_table,
)
from tilshi.terminology.tables.headers import recognised
from tilshi.terminology.tables.sheet import active, neutralised
from tilshi.terminology.tbx import ReadTermbase

CSV = Path("terms.csv")


def sheet(text: str, name: str = "terms.csv") -> Sheet:
    return read_sheet(Path(name), text.encode())


def read(text: str, name: str = "terms.csv", languages: tuple[str, ...] = ()) -> ReadTermbase:
    table = sheet(text, name)
    return read_rows(table, propose(table, languages))


def columns(text: str, name: str = "terms.csv", languages: tuple[str, ...] = ()) -> list[str]:
    return [column.name for column in propose(sheet(text, name), languages).columns]


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("en", Column(Field.TERM, "en")),
        ("EN", Column(Field.TERM, "en")),
        ("en_GB", Column(Field.TERM, "en-GB")),
        ("kk-Latn", Column(Field.TERM, "kk-Latn")),
        ("English", Column(Field.TERM, "en")),
        ("Английский термин", Column(Field.TERM, "en")),
        ("Қазақша", Column(Field.TERM, "kk")),
        ("қаз.", Column(Field.TERM, "kk")),
        ("Terme (français)", Column(Field.TERM, "fr")),
        ("kk_forbidden", Column(Field.FORBIDDEN, "kk")),
        ("kk_attested_form", Column(Field.SEEN, "kk")),
        ("definition_en", Column(Field.DEFINITION, "en")),
        ("Синонимы (каз.)", Column(Field.ADMITTED, "kk")),
        ("English acronym", Column(Field.ACRONYM, "en")),
        ("part_of_speech", Column(Field.PART_OF_SPEECH)),
        ("Часть речи", Column(Field.PART_OF_SPEECH)),
        ("id", Column(Field.ID)),
        ("Concept ID", Column(Field.ID)),
        ("Ескерту", Column(Field.NOTE)),
        ("usage_note", Column(Field.NOTE)),
        ("subject", Column(Field.SUBJECT)),
        ("-", Column(Field.IGNORED)),
        ("", Column(Field.IGNORED)),
        ("Foo", None),
        ("occurrences", None),
    ],
)
def test_headers_are_understood_in_four_languages(header: str, column: Column | None) -> None:
    assert recognised(header) == column


@pytest.mark.parametrize("field", [each for each in Field if each is not Field.IGNORED])
def test_our_own_headers_are_understood(field: Field) -> None:
    for language in ("", "kk", "kk-Latn"):
        column = Column(field, language)
        assert recognised(column.name) == column


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("en;kk;note\nwar;соғыс;x\n", ["en", "kk", "note"], id="codes"),
        pytest.param("Source,Target,Comment\nthe war,соғыс қимылы,x\n", ["en", "kk", "note"], id="told by the texts"),
        pytest.param(
            "the laws of war,соғыс заңдары\nwar and peace,соғыс пен бейбітшілік\n", ["en", "kk"], id="headless"
        ),
        pytest.param("kk_form_seen,occurrences,en\nсоғыс,3,war\n", ["kk_attested_form", "-", "en"], id="unknown"),
        pytest.param("Kazakh (approved),English\nсоғыс,war\n", ["kk", "en"], id="a language and something else"),
        pytest.param("en,kk,status\nwar,соғыс,preferred\n", ["en", "kk", "kk_status"], id="detail of the last"),
        pytest.param(
            "kk,en,kk_status,source\nсоғыс,war,admitted,X\n", ["kk", "en", "kk_status", "kk_source"], id="same"
        ),
    ],
)
def test_columns_are_proposed(text: str, expected: list[str]) -> None:
    assert columns(text) == expected


def test_given_languages_name_the_columns_that_do_not() -> None:
    assert columns("a,b,c\nx,y,z\n", languages=("sw", "so")) == ["sw", "so", "note"]


def test_a_row_becomes_a_concept() -> None:
    found = read(
        "concept_id,subject,en,kk,reliability,kk_source,kk_attested_form,kk_acronym,part_of_speech,definition_en,"
        "kk_admitted,kk_forbidden,kk_grammar,usage_note\n"
        "12,law,Example Committee,Мысал комитеті,attested,A; B,Мысал комитетінің,МК,noun,A body.,Мысал кеңесі,"
        "Мысал ұйымы [always: no such name] | МҰ [concept] | мысал,harmony front; izafet yes,Write it out.\n"
    )
    (concept,) = found.termbase.concepts

    assert found.warnings == ()
    assert concept == Concept(
        "c12",
        (
            Term("Example Committee", "en", part_of_speech="noun"),
            Term(
                "Мысал комитеті",
                "kk",
                part_of_speech="noun",
                reliability=Reliability.ATTESTED,
                sources=("A", "B"),
                seen="Мысал комитетінің",
                grammar=Grammar(harmony="front", izafet=True),
            ),
            Term("МК", "kk", kind=TermType.ACRONYM, part_of_speech="noun"),
            Term("Мысал кеңесі", "kk", Status.ADMITTED, TermType.VARIANT, "noun"),
            *(
                Term(text, "kk", Status.DEPRECATED, TermType.VARIANT, "noun", scope=scope, reason=reason)
                for text, scope, reason in (
                    ("Мысал ұйымы", Scope.ALWAYS, "no such name"),
                    ("МҰ", Scope.CONCEPT, ""),
                    ("мысал", Scope.CONCEPT, ""),
                )
            ),
        ),
        subject="law",
        definition="A body.",
        note="Write it out.",
    )


def test_ids_of_lists_without_any_are_the_same_each_time() -> None:
    text = "en,kk\nwar,соғыс\npeace,бейбітшілік\n"

    assert read(text).termbase.concepts == read(text).termbase.concepts
    assert len({concept.id for concept in read(text).termbase.concepts}) == 2


def test_what_is_doubtful_is_told_with_its_line() -> None:
    found = read(
        "en,kk,kk_status,pos,Foo,note\nwar,соғыс,maybe,noun,1,\n,,,,,lonely note\nWar,майдан,,stuff,,\n"
        "=cmd|' /C calc'!A0,x,,,,\n"
    )

    assert [str(warning) for warning in found.warnings] == [
        "line 5: A cell would be a formula in a spreadsheet; it is kept as text.",
        "The column “Foo” is not known and is left out.",
        "line 2: “maybe” is no status; the term counts as preferred.",
        "line 3: The row holds no term and is left out.",
        "line 4: “stuff” is no part of speech; it is left out.",
        "line 4: “War” stands in line 2 already.",
    ]
    assert len(found.termbase.concepts) == 3


def test_ids_used_twice_are_told_and_kept_apart() -> None:
    found = read("id,en,kk\na,war,соғыс\na,peace,бейбітшілік\n")

    assert [concept.id for concept in found.termbase.concepts] == ["a", "a-2"]
    assert [str(warning) for warning in found.warnings] == [
        "line 3: Two concepts have the id “a”; the second is now “a-2”."
    ]


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        ("en,kk\na\nb,c,d,e\n", "a.csv", "a.csv: line 2: The row has 1 cells, but the first row has 2."),
        ('en,kk\n"abc,x\ny,z\n', "a.csv", "a.csv: line 2: The row cannot be read"),
        ("id,note\n1,x\n", "a.csv", "a.csv: No column is known to hold terms."),
        ("en,kk\n , \n", "a.csv", "a.csv: The table holds no terms."),
        ("war\tсоғыс\nno tab\n", "a.txt", "a.txt: line 2: There is no tab between source and target."),
        ("en,kk\nwar,соғыс\n", "a.ods", "a.ods: Files of the kind “.ods” are no tables of terms."),
        ("en,kk\nwar,соғыс\n", "a.xlsx", "a.xlsx: This is not a Word file or ZIP archive"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(text: str, name: str, message: str) -> None:
    with pytest.raises(FileError) as raised:
        read(text, name)
    assert str(raised.value).startswith(message)


def test_a_user_corrects_the_columns() -> None:
    table = sheet("a,b,c\nсоғыс,war,x\n")
    mapping = propose(table).with_columns([Column(Field.TERM, "kk"), Column(Field.TERM, "en")])
    concepts = read_rows(table, mapping).termbase.concepts

    assert [[term.text for term in concept.terms] for concept in concepts] == [["a", "b"], ["соғыс", "war"]]


def test_a_preview_reads_the_first_rows_only() -> None:
    table = sheet("en,kk\n" + "".join(f"w{number},с{number}\n" for number in range(50)))

    assert len(read_rows(table, propose(table), limit=10).termbase.concepts) == 10


@given(st.text(alphabet="='+-@ab\t\r '"))
def test_cells_are_neutralised_and_come_back(cell: str) -> None:
    assert active(neutralised(cell)) == cell
    assert neutralised(cell)[:1] not in tuple("=+-@\t\r")


NOTES = st.text(alphabet="abқі'\"=+-@,;\n[]", max_size=12).map(str.strip).map(lambda text: "\n".join(text.splitlines()))
WORD = (
    st.text(alphabet="abқі '\"=+-@,;[]", min_size=1, max_size=12)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: bool(text) and not text.endswith("]"))
)
SOURCE = st.text(alphabet="abқі", min_size=1, max_size=6)


@st.composite
def tellable(draw: st.DrawFn) -> Termbase:
    """A termbase of the kind that a table can hold whole."""
    concepts = []
    for number in range(draw(st.integers(1, 4))):
        speech = draw(st.sampled_from(["", "noun", "verb", "other"]))
        terms: list[Term] = []
        for language in draw(st.lists(st.sampled_from(["en", "fr", "ru", "kk", "kk-Latn"]), min_size=1, unique=True)):
            main = draw(WORD)
            terms.append(
                Term(
                    main,
                    language,
                    part_of_speech=speech,
                    reliability=draw(st.sampled_from(Reliability)),
                    sources=tuple(draw(st.lists(SOURCE, max_size=2))),
                    seen="" if (seen := draw(SOURCE | st.just(""))) == main else seen,
                    note=draw(NOTES),
                    valid_until=draw(st.sampled_from(["", "2022-09-16"])),
                    grammar=draw(st.sampled_from([Grammar(), Grammar(base="заң", voicing=False, harmony="back")])),
                )
            )
            terms += [
                Term(text, language, kind=TermType.ACRONYM, part_of_speech=speech)
                for text in draw(st.lists(WORD, max_size=1))
            ]
            terms += [
                Term(text, language, Status.ADMITTED, TermType.VARIANT, speech)
                for text in draw(st.lists(WORD, max_size=2))
            ]
            terms += [
                Term(
                    text,
                    language,
                    Status.DEPRECATED,
                    TermType.VARIANT,
                    speech,
                    scope=draw(st.sampled_from(Scope)),
                    reason=draw(SOURCE | st.just("")),
                )
                for text in draw(st.lists(WORD, max_size=2))
            ]
        concepts.append(Concept(f"c{number}", tuple(terms), draw(SOURCE | st.just("")), draw(NOTES), draw(NOTES)))
    return Termbase("terms", tuple(concepts))


def comparable(termbase: Termbase) -> list[tuple[str, set[Term], str, str, str]]:
    return [(each.id, set(each.terms), each.subject, each.definition, each.note) for each in termbase.concepts]


@pytest.mark.parametrize("kind", ["csv", "tsv", "xlsx"])
@settings(max_examples=20)
@given(tellable())
def test_what_a_table_can_hold_comes_back_equal(kind: str, termbase: Termbase) -> None:
    written = write_table(termbase, kind)
    table = read_sheet(Path(f"terms.{kind}"), written.data)
    back = read_rows(table, propose(table)).termbase

    assert written.warnings == ()
    assert comparable(back) == comparable(termbase)


@pytest.mark.parametrize("kind", ["csv", "tsv", "xlsx"])
@pytest.mark.parametrize("termbase", [load_terms(), load_names()], ids=["terms", "names"])
def test_what_ships_goes_out_whole(termbase: Termbase, kind: str) -> None:
    written = write_table(termbase, kind)
    table = read_sheet(Path(f"terms.{kind}"), written.data)

    assert written.warnings == ()
    assert read_rows(table, propose(table)).termbase.concepts == termbase.concepts


def test_what_a_table_cannot_hold_is_told() -> None:
    plain = Concept("a", (Term("war", "en"), Term("соғыс", "kk")))
    rich = Concept("b", (Term("war", "en", kind=TermType.PHRASE), Term("соғыс", "kk", Status.SUPERSEDED)))
    written = write_table(Termbase("t", (plain, rich)), "csv")

    assert [str(warning) for warning in written.warnings] == [
        "1 concept holds more than a table can say: b.",
        "Export TBX to keep everything.",
    ]


def test_a_table_holds_no_control_characters() -> None:
    with pytest.raises(ValueError, match=r"concept a, en: no table can hold U\+0007"):
        write_table(Termbase("t", (Concept("a", (Term("bell\a", "en"),)),)), "csv")


def test_a_workbook_holds_no_endless_cells() -> None:
    long = Termbase("t", (Concept("a", (Term("war", "en"),), note="x" * 32_768),))

    with pytest.raises(ValueError, match="no cell of a workbook can hold more than 32767 characters"):
        write_table(long, "xlsx")
    assert write_table(long, "csv").warnings == ()


def test_csv_is_for_spreadsheets() -> None:
    data = write_table(Termbase("t", (Concept("a", (Term("=1+1", "en"), Term("-лық", "kk"))),)), "csv").data

    assert data == "\ufeffid,en,kk\r\na,'=1+1,'-лық\r\n".encode()
    assert list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))[1] == ["a", "'=1+1", "'-лық"]


def workbook(rows: list[list[object]], *more: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for at, content in enumerate((rows, *more)):
        page = book.active if at == 0 else book.create_sheet()
        assert page is not None
        for row in content:
            page.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_workbook_is_read_by_its_first_filled_sheet() -> None:
    data = workbook([], [["en", "kk", "note"], ["war", "соғыс", 12.0], [], ["peace", "бейбітшілік", None]], [["x"]])
    table = read_sheet(Path("a.xlsx"), data)
    found = read_rows(table, propose(table))

    assert table.numbers == (1, 2, 4)
    assert [str(warning) for warning in found.warnings] == ["Only the sheet “Sheet1” is read, not: Sheet2."]
    assert [concept.note for concept in found.termbase.concepts] == ["12", ""]


def test_cells_of_a_written_workbook_are_text() -> None:
    data = write_table(Termbase("t", (Concept("a", (Term("=1+1", "en"),)),)), "xlsx").data
    page = openpyxl.load_workbook(io.BytesIO(data)).active

    assert page is not None
    assert [[(cell.value, cell.data_type) for cell in row] for row in page.iter_rows()] == [
        [("id", "s"), ("en", "s")],
        [("a", "s"), ("=1+1", "s")],
    ]


def test_omegat_means_lines_with_one_source_as_alternatives() -> None:
    text = "# a comment\nthe war\tсоғыс\tnote\n\nthe war\tұрыс қимылдары\npeace in the world\tбейбітшілік\n"
    found = read(text, "glossary.txt")

    assert [[(term.text, term.language, term.status) for term in each.terms] for each in found.termbase.concepts] == [
        [
            ("the war", "en", Status.PREFERRED),
            ("соғыс", "kk", Status.PREFERRED),
            ("ұрыс қимылдары", "kk", Status.ADMITTED),
        ],
        [("peace in the world", "en", Status.PREFERRED), ("бейбітшілік", "kk", Status.PREFERRED)],
    ]
    assert [str(warning) for warning in found.warnings] == [
        "1 line with a source that was there already is taken for another translation of it."
    ]


def test_omegat_gets_each_pair_of_terms() -> None:
    termbase = Termbase(
        "t",
        (
            Concept(
                "a",
                (
                    Term("Example\tCommittee", "en"),
                    Term("EC", "en", kind=TermType.ACRONYM),
                    Term("Мысал комитеті", "kk"),
                    Term("МК", "kk", kind=TermType.ACRONYM),
                    Term("мысал", "kk", Status.DEPRECATED),
                ),
                note="first\nsecond",
            ),
            Concept("b", (Term("war", "en"),)),
        ),
    )
    written = write_omegat(termbase, "en", "kk")

    assert written.data.decode().splitlines()[1:] == [
        "Example Committee\tМысал комитеті\tfirst second",
        "EC\tМК\tfirst second",
    ]
    assert [str(warning) for warning in written.warnings] == [
        "1 concept has no terms in both languages and is left out."
    ]


def altered(name: str, old: bytes, new: bytes) -> bytes:
    """A good workbook of two rows, with something exchanged in one of its parts."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook([["en", "kk"], ["war", "соғыс"]]))) as good,
        zipfile.ZipFile(stream, "w") as bad,
    ):
        for part in good.namelist():
            data = good.read(part)
            assert part != name or old in data
            bad.writestr(part, data.replace(old, new) if part == name else data)
    return stream.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
ENTITY = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><worksheet'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(altered(SHEET, b"<worksheet", ENTITY), "declares a document type", id="entity"),
        pytest.param(altered(SHEET, b"</worksheet>", b""), "damaged or not XML", id="cut off"),
        pytest.param(altered(SHEET, b'<row r="2"', b'<row r="999999999999"'), "more than 100000 rows", id="far row"),
        pytest.param(altered(SHEET, b'r="B2"', b'r="XFD2"'), "more than 256 columns", id="far column"),
        pytest.param(altered(SHEET, b'r="B2"', b'r="!!"'), "The workbook cannot be read", id="no cell"),
        pytest.param(altered("xl/workbook.xml", b"<sheets>", b"<sheet>"), "damaged or not XML", id="no sheets"),
        pytest.param(b"PK\x03\x04", "The archive is damaged", id="no archive"),
    ],
)
def test_hostile_workbooks_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(FileError, match=message):
        read_sheet(Path("a.xlsx"), data)


def test_a_workbook_may_claim_any_size() -> None:
    data = altered(SHEET, b'ref="A1:B2"', b'ref="A1:XFD1048576"')

    assert read_sheet(Path("a.xlsx"), data).rows == (("en", "kk"), ("war", "соғыс"))
