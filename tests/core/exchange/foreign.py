"""Small valid files of every kind that is opened, and ways to break them."""

import copy
import io
import random
import zipfile
from collections.abc import Callable

from lxml import etree

TEXT = "Халықаралық гуманитарлық құқық – әғқңөұүһі «тырнақша» 6 наурыз"

XLIFF_21 = f"""<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="kk">
  <file id="f1" original="press-release">
    <notes><note id="n0">For all</note></notes>
    <unit id="s01" type="tilshi:headline">
      <notes><note id="n1" appliesTo="target">Check the name</note></notes>
      <originalData><data id="d1">https://www.example.org</data></originalData>
      <segment state="translated">
        <source xml:space="preserve">Water <pc id="1" type="fmt" subType="xlf:b">is</pc> life<cp hex="001F"/></source>
        <target xml:space="preserve">{TEXT} <sc id="2" type="link" dataRef="d1"/>x<ec startRef="2"/></target>
      </segment>
      <ignorable><source> </source></ignorable>
      <segment id="b" state="final"><source>Second</source><target>Екінші</target></segment>
    </unit>
  </file>
</xliff>
"""
XLIFF_12 = f"""<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original="a.docx" source-language="en" target-language="kk" datatype="plaintext"><body><group id="g">
<trans-unit id="1" approved="yes"><source>International <g id="1" ctype="bold">law</g></source>
<target state="translated">{TEXT}</target><note from="Jane Example">Look</note></trans-unit>
<trans-unit id="2"><source>Go <bpt id="1">&lt;i></bpt>on<ept id="1">&lt;/i></ept><x id="3"/></source></trans-unit>
</group></body></file></xliff>
"""
TMX = f"""<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en"
srclang="en" datatype="plaintext"/><body><tu tuid="1"><tuv xml:lang="en"><seg>law <bpt i="1">b</bpt></seg></tuv>
<tuv xml:lang="kk"><seg>{TEXT}</seg></tuv></tu></body></tmx>
"""
TBX = f"""<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>g</p></sourceDesc></fileDesc></martifHeader>
<text><body><termEntry id="c1"><langSet xml:lang="en"><tig><term>civilian object</term></tig></langSet>
<langSet xml:lang="kk"><tig><term>{TEXT}</term></tig></langSet></termEntry></body></text></martif>
"""
PO = f"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: kk\\n"

#: ui/main.py:1
msgctxt "menu"
msgid "Open %s"
msgid_plural "Open %s files"
msgstr[0] "{TEXT} %s"
msgstr[1] "Ашу %s"

msgid "Save"
msgstr ""
"Сақ"
"тау"
"""
CSV = f"""en,kk,note
International humanitarian law,"{TEXT}",x
civilian,"азаматтық тұлға","a ""b"" c"
"""
RELEASE = f"""Press Release
6 March 2026
Examplia: Water for all

Port-Example (ICRC) – {TEXT}. The work began on Monday and will go on until the end of the year.

| a | b |
| 1 | 2 |

Tel.: +999 555 010 010
Email: press@example.org
"""
_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_RELS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"{more}/>
</Relationships>"""
_DOCUMENT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>{body}</w:body></w:document>"""
_STYLES = """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>"""


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def word_parts(body: str = paragraph(TEXT)) -> dict[str, bytes]:
    """The members of a small Word file."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS.format(kind="officeDocument", target="word/document.xml", more=""),
        "word/document.xml": _DOCUMENT.format(body=body),
        "word/_rels/document.xml.rels": _RELS.format(kind="styles", target="styles.xml", more=""),
        "word/styles.xml": _STYLES,
    }
    return {name: text.encode() for name, text in parts.items()}


def relations(kind: str, target: str, *, external: bool = False) -> bytes:
    return _RELS.format(kind=kind, target=target, more=' TargetMode="External"' if external else "").encode()


def packed(parts: dict[str, bytes]) -> bytes:
    """The members as an archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The members of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


SOUND: dict[str, bytes] = {
    "a.xlf": XLIFF_21.encode(),
    "b.xliff": XLIFF_12.encode(),
    "c.tmx": TMX.encode(),
    "d.tbx": TBX.encode(),
    "e.po": PO.encode(),
    "f.csv": CSV.encode(),
    "g.tsv": CSV.replace(",", "\t").encode(),
    "h.txt": RELEASE.encode(),
    "i.docx": packed(word_parts()),
}
"""A valid file of each kind, by name."""

_NASTY = (
    *(b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\x80", b"&#0;", b"&#x202E;", b"<![CDATA[", b"]]>"),
    *(b"<!DOCTYPE x>", b"<!--", b"-->", b"<?x ?>", b"&x;", b'"', b"'", b"<", b">", b"</", b"\\", b"\\x", b"\n", b"\r"),
    *(b"msgid", b"msgstr", b'msgstr[9] "x"', b"#~ ", b"%s", b"{", b",", b";", b"\t", b"|", b"=1", b"../", b"C:\\"),
    *("\u202e\u2066\u200b\ufeff\ufdd0\U000e0041і".encode(), b'xml:space="x"', b"<g>" * 120, b"<pc>", b"<x/>", b"-1"),
    *(
        "е\u0301".encode() * 20,
        b"999999999999999999999",
        b"NaN",
        b'id="1"',
        b"Tel.: ",
        b"+999 1",
        b"@",
        b"http://",
        b"(" * 50,
    ),
)


def _cut(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _flip(data: bytes, rng: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8, 64))):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _insert(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.choice(_NASTY) * rng.choice((1, 1, 1, 2, 300)) + data[at:]


def _delete(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + data[at + rng.choice((1, 2, 8, 64)) :]


def _repeat(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data))
    end = at + rng.choice((1, 8, 64, 256))
    return data[:end] + data[at:end] * rng.choice((1, 2, 40)) + data[end:]


def _blank(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data))
    size = min(rng.choice((1, 8, 256)), len(data) - at)
    return data[:at] + rng.choice((b"\x00", b" ", b"A", b"<")) * size + data[at + size :]


def _shuffle_lines(data: bytes, rng: random.Random) -> bytes:
    lines = data.split(b"\n")
    rng.shuffle(lines)
    return b"\n".join(lines)


def _recode(data: bytes, rng: random.Random) -> bytes:
    encoding = rng.choice(("utf-16", "utf-16-le", "utf-32", "cp1251", "kz1048", "cp1252", "koi8-r"))
    return data.decode("utf-8", "replace").encode(encoding, "replace")


_WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    *(_cut, _flip, _insert, _insert, _insert, _delete, _repeat, _blank, _shuffle_lines, _recode),
)


_WORDS = (
    *(
        "\u202e",
        "\u200b",
        "\ufdd0",
        "іcrc.org",
        "е" + "\u0301" * 30,
        "x" * 3000,
        " ",
        "\n",
        "\t",
        "0",
        "-1",
        "xml",
        "№",
    ),
    *(
        "final",
        "initial",
        "tilshi:quote",
        "tilshi:x",
        "translated",
        "yes",
        "no",
        "kk",
        "en",
        "../../x",
        "\\\\x\\y",
        "xlf:b",
    ),
    *(
        "javascript:alert(1)",
        "https://www.example.org",
        "%s %d {x}",
        "=1+1",
        "d1",
        "1",
        "s01",
        "0041",
        "FFFFFFFF",
        "preserve",
    ),
)


def _tree(data: bytes, rng: random.Random) -> bytes:
    """Well-formed still, but with elements and attributes lost, doubled, moved, renamed or filled anew."""
    root = etree.fromstring(data)
    for _ in range(rng.choice((1, 2, 4, 12))):
        elements = list(root.iter())
        _disturb(rng.choice(elements), rng.choice(elements), rng)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, with_tail=False)


def _disturb(element: etree._Element, other: etree._Element, rng: random.Random) -> None:
    inside = any(ancestor is element for ancestor in (other, *other.iterancestors()))
    match rng.randrange(7):
        case 0 if (parent := element.getparent()) is not None:
            parent.remove(element)
        case 1:
            other.append(copy.deepcopy(element))
        case 2 if not inside:
            other.insert(rng.randrange(len(other) + 1), element)
        case 3:
            element.tag = other.tag
        case 4 if element.attrib:
            del element.attrib[rng.choice(list(element.attrib))]
        case 5:
            element.set(rng.choice([*element.attrib, *other.attrib, "id"]), rng.choice(_WORDS))
        case _:
            element.text, element.tail = rng.choice(_WORDS), rng.choice(_WORDS)


def _reworded(data: bytes, rng: random.Random) -> bytes:
    """Text still, but with characters and lines put in, taken out and exchanged."""
    text = data.decode()
    for _ in range(rng.choice((1, 2, 4, 12))):
        at = rng.randrange(len(text) + 1)
        cut = rng.choice((0, 0, 1, 5))
        text = text[:at] + rng.choice((*_WORDS, *'"\\,;|#%:()[]«»“”-–—.')) + text[at + cut :]
    return text.encode()


def mutated(name: str, rng: random.Random) -> bytes:
    """The sound file of that name, broken in its bytes, its characters or its tree; of a Word file one member."""
    if name.endswith(".docx") and rng.random() < 0.8:
        parts = word_parts()
        victim = rng.choice(list(parts))
        parts[victim] = rng.choice((_tree, _tree, _broken))(parts[victim], rng)
        return packed(parts)
    data = SOUND[name]
    if name.endswith(".docx") or rng.random() < 0.3:
        return _broken(data, rng)
    return _tree(data, rng) if data.startswith(b"<?xml") and rng.random() < 0.6 else _reworded(data, rng)


def _broken(data: bytes, rng: random.Random) -> bytes:
    for _ in range(rng.choice((1, 1, 2, 3))):
        if data:
            data = rng.choice(_WAYS)(data, rng)
    return data
