"""Files that were made to do harm, out of a sound one: what each kind of format is attacked with."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import PurePath

XML = frozenset({".xml", ".xlf", ".xliff", ".tmx", ".tbx"})
ARCHIVES = frozenset({".zip", ".docx", ".xlsx"})
ENTITIES = '<!DOCTYPE a [<!ENTITY b "{}"><!ENTITY c SYSTEM "file:///etc/hostname">]>'
LONG = 250_000
"""More characters than a field may have."""


def hostile(name: str, sound: bytes) -> Iterator[tuple[str, bytes]]:
    """What is tried, with a word for each."""
    suffix = PurePath(name).suffix
    yield from _everywhere(sound)
    if suffix in XML:
        yield from _xml(sound)
    elif suffix in ARCHIVES:
        yield from _archives(sound)
    elif suffix != ".pdf":
        yield from _brackets()


def _everywhere(sound: bytes) -> Iterator[tuple[str, bytes]]:
    half = len(sound) // 2
    for kind, piece in {
        "a NUL": b"\0",
        "half of a surrogate pair": b"\xed\xa0\x80",
        "an escaped half": b"\\ud800",
        "hidden characters": "\u202e\u200b\ufeff\U000e0041".encode(),
        "a long run": b"a" * LONG,
        "a long run of line ends": b"\n" * LONG,
        "combining marks": b"e" + "\u0301".encode() * LONG,
        "quotes": b'"' * 100_001,
        "a huge number": b"9" * 5_000,
        "other newlines": b"\r\r\n\x0b\x0c\x85",
    }.items():
        yield kind, sound[:half] + piece + sound[half:]
        yield f"{kind} at the end", sound + piece
    text = sound.decode("utf-8", "replace")
    for encoding in ("utf-16", "utf-16-be", "utf-32", "cp1251", "kz1048", "utf-7"):
        yield f"in {encoding}", text.encode(encoding, "replace")
    yield "repeated", sound * (500_000 // len(sound) + 1)
    yield "doubled", sound * 2
    yield "all its zeros", bytes(len(sound))
    yield "zeros in the middle", sound[:half] + bytes(min(4096, half)) + sound[half + min(4096, half) :]


def _xml(sound: bytes) -> Iterator[tuple[str, bytes]]:
    body = re.sub(rb"^<\?xml.*?\?>\s*", b"", sound)
    yield "a document type", ENTITIES.format("x").encode() + body
    bomb = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    yield "entities in entities", f'<!DOCTYPE a [<!ENTITY e0 "lol">{bomb}]>'.encode() + _filled(body, b"&e12;")
    yield "a foreign document type", b'<!DOCTYPE a SYSTEM "http://192.0.2.1/a.dtd">' + body
    yield "an unknown entity", _filled(body, b"&b;")
    yield "deep nesting", _filled(body, b"<g>" * 100_000 + b"</g>" * 100_000)
    yield "many elements", _filled(body, b"<g/>" * 400_000)
    yield "many attributes", _filled(body, b"<g " + b" ".join(b'a%d="1"' % n for n in range(20_000)) + b"/>")
    yield "a long attribute", _filled(body, b'<g a="' + b"x" * 12_000_000 + b'"/>')
    yield "a long text", _filled(body, b"x" * 12_000_000)
    yield "many comments", _filled(body, b"<!---->" * 200_000)
    yield "many namespaces", _filled(body, b"<g " + b" ".join(b'xmlns:a%d="b"' % n for n in range(5_000)) + b"/>")
    yield "a lie about its encoding", b'<?xml version="1.0" encoding="UTF-7"?>' + body
    yield "each element a hundred times", re.sub(rb"(<(\w+)[^<>]*>[^<>]*</\2>)", rb"\1" * 100, body)[:20_000_000]


def _filled(body: bytes, content: bytes) -> bytes:
    """The content put into the innermost place of the document, where its texts are."""
    at = body.index(b"</") if b"</" in body else len(body)
    return body[:at] + content + body[at:]


def _archives(sound: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(sound)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    yield "a member that is far too large", _packed([*parts, ("a.xml", b" " * 80_000_000)])
    yield "many large members", _packed([*parts, *((f"{n}.xml", b" " * 7_900_000) for n in range(12))])
    yield "many members", _packed([*parts, *((f"{n}.xml", b"") for n in range(4_000))])
    yield "a member twice", _packed([*parts, parts[-1]])
    for name in ("../evil.xml", "/etc/evil.xml", "a\\..\\evil.xml", "C:/evil.xml", "a\0b.xml"):
        yield f"a member {name!r}", _packed([*parts, (name, b"<a/>")])
    yield "an archive in it", _packed([*parts, ("a.zip", sound * 20)])
    lying = bytearray(sound)
    at = sound.index(b"PK\x01\x02")
    lying[at + 24 : at + 28] = (7).to_bytes(4, "little")
    yield "a size that is a lie", bytes(lying)
    yield "something in front", b"MZ" + bytes(500) + sound
    for at, (name, data) in enumerate(parts):
        if not name.endswith((".xml", ".rels")):
            continue
        for kind, attacked in _xml(data):
            yield f"{name}: {kind}", _packed([*parts[:at], (name, attacked), *parts[at + 1 :]])


def _packed(parts: list[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w") as archive:
        warnings.simplefilter("ignore")  # zipfile warns of a second member of one name
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _brackets() -> Iterator[tuple[str, bytes]]:
    for opening, closing in ((b"[", b"]"), (b'{"a":', b"}"), (b"a = [", b"]"), (b"(", b")"), (b"<a>", b"</a>")):
        yield f"{opening!r} in each other", opening * 100_000 + b"1" + closing * 100_000
    yield "many keys", b"{" + b",".join(b'"a%d":1' % n for n in range(300_000)) + b"}"
    yield "one key often", b"{" + b",".join([b'"a":1'] * 100_000) + b"}"
    yield "many tables", b"".join(b"[a%d]\n" % n for n in range(60_000))
    yield "nested tables", b"[" + b".".join([b"a"] * 60_000) + b"]\nb = 1\n"
    yield "nested keys", b".".join([b"a"] * 60_000) + b" = 1\n"
    yield "many columns", b",".join([b"a"] * 300_000) + b"\n" + b",".join([b"b"] * 300_000)
    yield "many rows", b"a,b\n" * 400_000
    yield "many paragraphs", b"a\n\n" * 400_000
    yield "many entries", b'msgid "a"\nmsgstr "b"\n\n' * 60_000
    yield "many cards", b"BEGIN:VCARD\nVERSION:3.0\nFN:A\nEND:VCARD\n" * 30_000
    yield "cards in cards", b"BEGIN:VCARD\n" * 30_000 + b"END:VCARD\n" * 30_000
    yield "folded lines", b"BEGIN:VCARD\nVERSION:3.0\nFN:A\n" + b" a\n" * 300_000 + b"END:VCARD\n"
    yield "not a number", b'{"a": NaN, "b": 1e999999999, "c": -Infinity}'
