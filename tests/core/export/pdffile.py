"""Reads a finished PDF without the writer's help: its objects, its structure, its text as two readers give it."""

import re
import subprocess
import zlib
from dataclasses import dataclass, field
from typing import TypeAlias

import pypdfium2

Value: TypeAlias = "dict[str, Value] | list[Value] | str | int | float | Ref | None"


@dataclass(frozen=True)
class Ref:
    """A reference to an indirect object."""

    number: int


@dataclass
class Node:
    """A structure element with its language as inherited, its page content and its annotations."""

    kind: str
    language: str
    attributes: str = ""
    kids: list["Node"] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)
    annotations: list[int] = field(default_factory=list)

    def walk(self) -> list["Node"]:
        return [self, *(node for kid in self.kids for node in kid.walk())]

    def outline(self) -> str:
        """The kinds, nested: ``Document(H1 P(Link))``."""
        inner = " ".join(kid.outline() for kid in self.kids)
        return f"{self.kind}({inner})" if inner else self.kind


_TOKEN = re.compile(
    rb"<<|>>|\[|\]|/[^\s/<>\[\]()]*|\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>|\d+ 0 R|[-+]?\d*\.?\d+|true|false|null"
)


class PdfReader:
    """The objects of a file, by number; streams with their decoded data."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.objects: dict[int, Value] = {}
        self.streams: dict[int, bytes] = {}
        for match in re.finditer(rb"(?:^|\n)(\d+) 0 obj\n(.*?)\nstream\n", data, re.DOTALL):
            number = int(match[1])
            entries = parse(match[2])
            assert isinstance(entries, dict)
            length = entries["Length"]
            assert isinstance(length, int)
            raw = data[match.end() : match.end() + length]
            assert data[match.end() + length :].startswith(b"\nendstream\nendobj\n")
            self.objects[number] = entries
            self.streams[number] = zlib.decompress(raw) if entries.get("Filter") == "/FlateDecode" else raw
        for number, entries in list(self.objects.items()):
            assert isinstance(entries, dict)
            if entries.get("Type") == "/ObjStm":
                self._unpack(self.streams[number], entries)
        trailer = next(entries for entries in self.objects.values() if self.kind(entries) == "/XRef")
        assert isinstance(trailer, dict)
        self.root = self.dictionary(trailer["Root"])
        self.info = self.dictionary(trailer["Info"])
        self.id = trailer["ID"]
        pages = self.dictionary(self.root["Pages"])["Kids"]
        assert isinstance(pages, list)
        self.page_numbers = [page.number for page in pages if isinstance(page, Ref)]

    def _unpack(self, data: bytes, entries: dict[str, Value]) -> None:
        first = entries["First"]
        assert isinstance(first, int)
        head = list(map(int, data[:first].split()))
        offsets = [*head[1::2], len(data) - first]
        for number, start, end in zip(head[::2], offsets, offsets[1:], strict=False):
            self.objects[number] = parse(data[first + start : first + end])

    def dictionary(self, value: Value) -> dict[str, Value]:
        found = self.objects[value.number] if isinstance(value, Ref) else value
        assert isinstance(found, dict)
        return found

    def items(self, value: Value) -> list[Value]:
        found = self.objects[value.number] if isinstance(value, Ref) else value
        return found if isinstance(found, list) else [] if value is None else [value]

    def pages(self) -> list[dict[str, Value]]:
        return [self.dictionary(Ref(number)) for number in self.page_numbers]

    def content(self, page: int) -> bytes:
        reference = self.pages()[page]["Contents"]
        assert isinstance(reference, Ref)
        return self.streams[reference.number]

    def xmp(self) -> str:
        reference = self.root["Metadata"]
        assert isinstance(reference, Ref)
        return self.streams[reference.number].decode("utf-8")

    def annotations(self, page: int) -> list[dict[str, Value]]:
        return [self.dictionary(item) for item in self.items(self.pages()[page].get("Annots"))]

    def structure(self) -> Node:
        """The tree below the root; every element is checked to know its parent."""
        reference = self.root["StructTreeRoot"]
        assert isinstance(reference, Ref)
        (document,) = self.items(self.dictionary(reference)["K"])
        assert isinstance(document, Ref)
        return self._node(document, reference, "")

    def _node(self, reference: Ref, parent: Ref, language: str) -> Node:
        entries = self.dictionary(reference)
        assert entries["P"] == parent
        spoken = text(entries["Lang"]) if "Lang" in entries else language
        node = Node(str(entries["S"])[1:], spoken, str(entries.get("A", "")))
        for kid in self.items(entries.get("K")):
            if isinstance(kid, int):
                home = entries["Pg"]
                assert isinstance(home, Ref)
                node.content.append((self.page_numbers.index(home.number), kid))
            elif isinstance(kid, Ref):
                node.kids.append(self._node(kid, reference, spoken))
            else:
                self._reference(node, self.dictionary(kid))
        return node

    def _reference(self, node: Node, entries: dict[str, Value]) -> None:
        page, target = entries["Pg"], entries.get("Obj", entries.get("MCID"))
        assert isinstance(page, Ref)
        if isinstance(target, Ref):
            node.annotations.append(target.number)
        else:
            assert isinstance(target, int)
            node.content.append((self.page_numbers.index(page.number), target))

    @staticmethod
    def kind(value: Value) -> str:
        return str(value.get("Type", "")) if isinstance(value, dict) else ""


def parse(data: bytes) -> Value:
    """One object of PDF's syntax; names keep their slash, strings their delimiters."""
    tokens = [token.decode("latin-1") for token in _TOKEN.findall(data)]
    value, rest = _parse(tokens, 0)
    assert rest == len(tokens), data
    return value


def _parse(tokens: list[str], at: int) -> tuple[Value, int]:
    token = tokens[at]
    if token == "<<":
        entries: dict[str, Value] = {}
        at += 1
        while tokens[at] != ">>":
            entries[tokens[at][1:]], at = _parse(tokens, at + 1)[0], _parse(tokens, at + 1)[1]
        return entries, at + 1
    if token == "[":
        items: list[Value] = []
        at += 1
        while tokens[at] != "]":
            item, at = _parse(tokens, at)
            items.append(item)
        return items, at + 1
    if token.endswith(" 0 R"):
        return Ref(int(token[:-4])), at + 1
    if re.fullmatch(r"[-+]?\d+", token):
        return int(token), at + 1
    return token, at + 1


def text(value: Value) -> str:
    """A text string's characters."""
    assert isinstance(value, str)
    if value.startswith("<FEFF"):
        return bytes.fromhex(value[5:-1]).decode("utf-16-be")
    return re.sub(r"\\(.)", r"\1", value[1:-1])


def pdfium_text(data: bytes) -> str:
    """The text of all pages as Chrome's engine gives it, a line a line."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pdf)
    finally:
        pdf.close()


def poppler_text(data: bytes, *options: str) -> str:
    """The text of all pages as pdftotext gives it."""
    answer = subprocess.run(
        ["pdftotext", *options, "-enc", "UTF-8", "-", "-"], input=data, capture_output=True, check=True
    )
    return answer.stdout.decode("utf-8").replace("\f", "")
