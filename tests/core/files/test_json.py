import json as standard
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.files import json
from tilshi.files.errors import FileError

PATH = Path("a.json")

strings = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
numbers = st.integers(-(2**62), 2**62) | st.floats(allow_nan=False, allow_infinity=False)
values = st.recursive(
    st.none() | st.booleans() | numbers | strings,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(strings, inner, max_size=3),
    max_leaves=12,
)


@given(values, st.booleans())
def test_reads_what_python_writes(value: object, ascii_only: bool) -> None:
    assert json.parse(PATH, standard.dumps(value, ensure_ascii=ascii_only).encode()) == value


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"a": 1,\n "a": 2}', "The key “a” occurs twice in one object."),
        (b"[NaN]", "“NaN” is no number."),
        (b"[-Infinity]", "“-Infinity” is no number."),
        (b"[1e999]", "The number 1e999 is too large."),
        (b"[" + b"9" * 5000 + b"]", "is too large."),
        (b'{"a": 1,\n"b"}', "line 2: The file is damaged or not JSON: Expecting ':' delimiter."),
        (b"[1] x", "line 1: The file is damaged or not JSON: Extra data."),
        (b'["\\ud800"]', "There is a character that no text may hold: U+D800."),
        (b'{"\\udc00": 1}', "There is a character that no text may hold: U+DC00."),
        (b'["a\nb"]', "Invalid control character at."),
        (b"[" * 65 + b"1" + b"]" * 65, "The values are nested more than 64 deep."),
        (b"[" * 100_000, "The values are nested more than 64 deep."),
        (b'{"a":' * 100_000, "The values are nested more than 64 deep."),
        (b"[" + b"1," * 2_000_001 + b"1]", "It holds more than 2000000 values."),
        ('["ә"]'.encode("utf-16"), "The text is damaged or in another encoding"),
    ],
)
def test_refused(data: bytes, message: str) -> None:
    with pytest.raises(FileError) as caught:
        json.parse(PATH, data)
    assert message in str(caught.value)


def test_bounds_are_what_they_say() -> None:
    assert json.parse(PATH, b"[" * 64 + b"]" * 64)
    assert json.parse(PATH, b"\xef\xbb\xbf{}") == {}
