import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.files.errors import FileError
from tilshi.files.tables import Table, is_formula, read_table


def read(text: str, name: str = "a.csv") -> Table:
    return read_table(Path(name), text.encode())


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_out(delimiter: str) -> None:
    table = read(f'en{delimiter}kk\nlaw{delimiter}"құқық, {delimiter} заң"\n')
    assert table == Table(("en", "kk"), (("law", f"құқық, {delimiter} заң"),), (2,), delimiter)


def test_excel_may_tell_the_delimiter() -> None:
    table = read("sep=;\nen;kk\na,b;c\n")
    assert (table.columns, table.rows, table.lines) == (("en", "kk"), (("a,b", "c"),), (3,))


def test_a_comma_in_each_cell_does_not_mislead() -> None:
    assert read("en;kk\na, b;c, d\ne, f;g, h\n").columns == ("en", "kk")


def test_rows_know_their_line() -> None:
    table = read('en,kk\n\n"a\nb",c\r\nd,e\n')
    assert (table.rows, table.lines) == ((("a\nb", "c"), ("d", "e")), (3, 5))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a", "There is only one column in it."),
        ("a,b\n" * 3 + "c\n", "line 4: The row has 1 cells, but the first row has 2."),
        ("a,b\nc,d,e\n", "line 2: The row has 3 cells, but the first row has 2."),
        ('a,b\n"c,d\ne,f\n', "line 2: The row cannot be read: unexpected end of data."),
        ('a,b\n"c"d,e\n', "line 2: The row cannot be read"),
        ("a,b\n" + "x" * 131_073 + ",y\n", "line 2: The row cannot be read: field larger than field limit"),
        (",".join("a" * 257) + "\n", "The table has more than 256 columns."),
        ("a,b\n" * 100_002, "The table has more than 100000 rows."),
        ("," * 1_000_001, "The table has more than 1000000 cells."),
        (",\n,\n", "The table is empty."),
        ("<html><body>a,b</body></html>", "This is a web page."),
    ],
)
def test_refused(text: str, message: str) -> None:
    with pytest.raises(FileError) as caught:
        read(text)
    assert message in str(caught.value)


@pytest.mark.parametrize("cell", ["=1+1", "+1+1", "-cmd", "@x", "\t=1", "\r=1"])
def test_formulas(cell: str) -> None:
    assert is_formula(cell)


@pytest.mark.parametrize("cell", ["", "a=1", "-5", "+999 555 010 010", "-1,5", "−5", "a@b"])
def test_no_formulas(cell: str) -> None:
    assert not is_formula(cell)


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("a,b\n=1,x\n", ["line 2: A cell would be a formula in a spreadsheet; it is kept as text."]),
        ("a,A \n1,2\n", ["Two columns are called “a”."]),
        ("a,b\nx,y\u202e\n", ["line 2: There is a control that turns the direction of writing (U+202E)."]),
    ],
)
def test_what_the_user_must_see(text: str, messages: list[str]) -> None:
    assert [str(warning) for warning in read(text).warnings] == messages


def test_a_guessed_encoding_is_said() -> None:
    table = read_table(Path("a.csv"), "en,ru\nlaw,право\n".encode("cp1251"))
    assert table.rows == (("law", "право"),)
    assert len(table.warnings) == 1


cells = st.text(st.sampled_from('ab;,|"\n ә'), max_size=6)


@given(st.lists(st.tuples(cells, cells), min_size=1, max_size=4), st.sampled_from(",;\t"))
def test_reads_what_python_writes(rows: list[tuple[str, str]], delimiter: str) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([("first", "second"), *rows])
    table = read(f"sep={delimiter}\n{stream.getvalue()}")
    assert table.rows == tuple(row for row in rows if any(row))
