"""Reading XLIFF 1.2 (OASIS, 1 February 2008), which most translation tools still write."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tilshi.exchange.xliff.inline import Builder, href_of, tag_of
from tilshi.exchange.xliff.units import Losses, RawFile, RawSegment, RawUnit
from tilshi.exchange.xliff.vocabulary import CTYPES, STATES_12, TAGS, XML_LANG, XML_SPACE
from tilshi.files.xml import line_of, local_name, text_of
from tilshi.release import MarkKind, Note, State, Text

if TYPE_CHECKING:
    from lxml.etree import _Element

_PROTECTED: Final = frozenset({"protected", "x-protected", "x-no-translate"})
_NATIVE: Final = frozenset({"bpt", "ept", "ph", "it"})


def files(root: _Element, losses: Losses) -> Iterator[RawFile]:
    """The files of a document; each has languages of its own."""
    for element in root:
        if local_name(element) == "file":
            units = tuple(_unit(unit, losses) for unit in element.iter() if local_name(unit) == "trans-unit")
            binaries = sum(local_name(unit) == "bin-unit" for unit in element.iter())
            if binaries:
                losses.elements["bin-unit"] += binaries
            yield RawFile(
                "", element.get("original", ""), element.get("source-language", ""), _target_language(element), units
            )


def _target_language(file: _Element) -> str:
    if named := file.get("target-language", ""):
        return named
    targets = (child.get(XML_LANG, "") for child in file.iter() if local_name(child) == "target")
    return next((code for code in targets if code), "")


def _unit(unit: _Element, losses: Losses) -> RawUnit:
    preserve = unit.get(XML_SPACE) == "preserve"
    source, target, notes = Text(), None, []
    state: State | None = None
    for child in unit:
        name = local_name(child)
        if name == "source":
            source = _content(child, losses, preserve=preserve)
        elif name == "target":
            target = _content(child, losses, preserve=preserve)
            state = _state(child.get("state"), losses)
        elif name == "note" and (text := text_of(child).strip()):
            notes.append((0, Note("", text, author=child.get("from", ""))))
    if unit.get("approved") == "yes" and target:
        state = max(state or State.REVIEWED, State.REVIEWED, key=lambda found: found.rank)
    segment = RawSegment("", source, target, state, line_of(unit))
    kind = unit.get("restype", "")
    return RawUnit(unit.get("id", ""), kind.removeprefix("x-"), (segment,), tuple(notes), line_of(unit))


def _state(name: str | None, losses: Losses) -> State | None:
    if name is None:
        return None
    state = STATES_12.get(name)
    if state is None and not name.startswith("x-"):
        losses.states[name] += 1
    return state


def _content(element: _Element, losses: Losses, *, preserve: bool) -> Text:
    own = element.get(XML_SPACE)
    builder = Builder(losses, preserve=preserve if own is None else own == "preserve")
    _read_into(builder, element)
    return builder.text()


def _read_into(builder: Builder, element: _Element) -> None:
    builder.add(element.text)
    for child in element:
        _read_code(builder, child)
        builder.add(child.tail)


def _read_code(builder: Builder, element: _Element) -> None:
    name = local_name(element)
    if name in {"g", "mrk"}:
        _span(builder, element)
    elif name == "x":
        _standing_alone(builder, element)
    elif name == "bx":
        _begin(builder, element, element.get("equiv-text", ""))
    elif name == "ex":
        builder.close(_key(element))
    elif name in _NATIVE:
        _native(builder, element, name)
    else:
        builder.losses.codes += 1
        builder.add(text_of(element))


def _span(builder: Builder, element: _Element) -> None:
    kind = CTYPES.get(element.get("ctype", ""))
    if element.get("mtype") in _PROTECTED:
        kind = MarkKind.UNTRANSLATABLE
    key = f"span{id(element)}"
    if kind:
        builder.open(key, kind, href_of(element.get("equiv-text", "")) if kind is MarkKind.LINK else "")
    _read_into(builder, element)
    builder.close(key)


def _standing_alone(builder: Builder, element: _Element) -> None:
    if element.get("ctype") == "lb" or tag_of(element.get("equiv-text", "")) == "br":
        builder.add("\n")
    else:
        builder.losses.codes += 1


def _native(builder: Builder, element: _Element, name: str) -> None:
    """A code that holds the native code as its text, which is no text of the release."""
    code = text_of(element)
    if name == "bpt":
        _begin(builder, element, code)
    elif name == "ept":
        builder.close(_key(element))
    elif tag_of(code) == "br" or element.get("ctype") == "lb":
        builder.add("\n")
    else:
        builder.losses.codes += 1


def _begin(builder: Builder, element: _Element, code: str) -> None:
    kind = CTYPES.get(element.get("ctype", "")) or TAGS.get(tag_of(code))
    if kind:
        builder.open(_key(element), kind, href_of(code) if kind is MarkKind.LINK else "")


def _key(element: _Element) -> str:
    return f"pair{element.get('rid') or element.get('id', '')}"
