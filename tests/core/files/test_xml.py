from pathlib import Path

import pytest

from tilshi.files import xml
from tilshi.files.errors import FileError

PATH = Path("a.xml")


def refusal(data: bytes, part: str = "") -> str:
    with pytest.raises(FileError) as caught:
        xml.parse(PATH, data, part=part)
    return str(caught.value)


@pytest.mark.parametrize(
    "declaration",
    [
        "<!DOCTYPE a>",
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE a [<!ENTITY % p SYSTEM "file:///etc/hostname"> %p;]>',
        '<!DOCTYPE a [<!ENTITY x "harmless">]>',
        "<!-- a comment --> <?an instruction?>\n<!DOCTYPE a>",
        "<?x ?>" * 2000,
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_any_document_type_is_refused(declaration: str, encoding: str) -> None:
    assert "The file declares a document type" in refusal(f"{declaration}<a/>".encode(encoding))


def test_a_document_type_in_utf16_is_refused() -> None:
    assert "The file declares a document type" in refusal("<!DOCTYPE a><a/>".encode("utf-16"))


def test_one_inside_a_comment_or_a_text_is_none() -> None:
    assert xml.parse(PATH, b"<!-- <!DOCTYPE a> --><a><![CDATA[<!DOCTYPE a>]]></a>").text == "<!DOCTYPE a>"


def test_comments_and_instructions_are_left_out() -> None:
    root = xml.parse(PATH, b'<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?><a>b<!-- c -->d<?e f?>g</a>')
    assert (xml.text_of(root), len(root)) == ("bdg", 0)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<a>\n<b></a>", "line 2: The file is damaged or not XML"),
        (b"<a>&x;</a>", "Entity 'x' not defined"),
        (b"<a>&#0;</a>", "line 1: The file is damaged or not XML"),
        (b"<a/>\x00", "line 1: The file is damaged or not XML"),
        (b"<a/><b/>", "Extra content at the end of the document"),
        (b'<?xml version="1.0" encoding="UTF-7"?><a/>', "claims the encoding “utf-7”, which is not accepted"),
        (b'<?xml version="1.0" encoding="UTF-16"?><a/>', "claims the encoding “utf-16” but is in “utf-8”"),
        ('<?xml version="1.0" encoding="UTF-8"?><a/>'.encode("utf-16"), "claims the encoding “utf-8” but is"),
        ('<?xml version="1.0" encoding="UTF-8"?>\n<a>Тол</a>'.encode("cp1251"), "line 2: The text is damaged"),
        (b'<?xml version="1.0" encoding="windows-1251"?><a>\x98</a>', "line 1: The text is damaged"),
        (b"<a>" * 101 + b"</a>" * 101, "nested more than 100 deep"),
        (b"<a>" * 400 + b"</a>" * 400, "nested more than 100 deep"),
        (b"<a " + b" ".join(b'a%d="1"' % n for n in range(65)) + b"/>", "more than 64 attributes"),
        (b"<a>" + b"<b/>" * 250_000 + b"</a>", "more than 250000 elements"),
    ],
)  # fmt: skip
def test_refused(data: bytes, message: str) -> None:
    assert message in refusal(data)


def test_bounds_are_what_they_say() -> None:
    deep = xml.parse(PATH, b"<a>" * 100 + b"</a>" * 100)
    assert sum(1 for _ in deep.iter()) == 100
    wide = xml.parse(PATH, b"<a " + b" ".join(b'a%d="1"' % n for n in range(64)) + b"/>")
    assert len(wide.attrib) == 64


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("", "utf-8"), ("UTF-8", "utf-8-sig"), ("utf-16", "utf-16"), ("windows-1251", "cp1251"), ("KOI8-R", "koi8-r")],
)
def test_honest_encodings_are_read(declared: str, encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    assert xml.parse(PATH, f"{head}<a>Право</a>".encode(encoding)).text == "Право"


def test_the_part_of_an_archive_is_named() -> None:
    assert refusal(b"<a>", part="word/styles.xml").startswith("a.xml: word/styles.xml, line 1: ")
