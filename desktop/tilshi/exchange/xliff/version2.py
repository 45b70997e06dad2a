"""Reading XLIFF 2.0 and 2.1."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from tilshi.exchange.xliff.inline import Builder, href_of, tag_of
from tilshi.exchange.xliff.units import Losses, RawFile, RawSegment, RawUnit
from tilshi.exchange.xliff.vocabulary import FORMAT_STYLE, LINK_SUBTYPE, OURS, SUBTYPES, TAGS, XML_LANG, XML_SPACE
from tilshi.files.xml import line_of, local_name, text_of
from tilshi.release import MarkKind, Note, State, Text

if TYPE_CHECKING:
    from lxml.etree import _Element

_FS: Final = f"{{{FORMAT_STYLE}}}fs"
_STATES: Final = {state.value: state for state in State}


def files(root: _Element, losses: Losses) -> Iterator[RawFile]:
    """The files of a document, with all their units in order, whatever groups they are in."""
    source, target = root.get("srcLang", ""), root.get("trgLang", "")
    for element in root:
        if local_name(element) == "file":
            reader = _Reader(losses, target, preserve=_preserves(element, inherited=root.get(XML_SPACE) == "preserve"))
            # Tag names carry the namespace, which 2.2 changed.
            namespace = element.tag.rpartition("}")[0] + "}"
            units = tuple(reader.unit(unit) for unit in element.iter(f"{namespace}unit"))
            named = target or reader.target_language
            notes = reader.notes(element, ())
            yield RawFile(element.get("id", ""), element.get("original", ""), source, named, _with_notes(units, notes))


def _with_notes(units: tuple[RawUnit, ...], notes: tuple[tuple[int, Note], ...]) -> tuple[RawUnit, ...]:
    """Notes on the whole file go to its first unit."""
    if not units or not notes:
        return units
    first = units[0]
    return (RawUnit(first.id, first.type, first.segments, notes + first.notes, first.line), *units[1:])


class _Reader:
    def __init__(self, losses: Losses, target_language: str, *, preserve: bool) -> None:
        self._losses = losses
        self._preserve = preserve
        self.target_language = target_language

    def unit(self, unit: _Element) -> RawUnit:
        data = _original_data(unit)
        preserve = self._preserves_in(unit)
        segments: list[RawSegment] = []
        for element in unit:
            name = local_name(element)
            if name == "segment":
                segments.append(self._segment(element, data, preserve=preserve))
            elif name == "ignorable":
                self._append_ignorable(segments, element, data)
        ids = tuple(segment.id for segment in segments)
        return RawUnit(unit.get("id", ""), unit.get("type", ""), tuple(segments), self.notes(unit, ids), line_of(unit))

    def _preserves_in(self, unit: _Element) -> bool:
        """Whether white space counts in a unit; groups around it may say so too."""
        preserve = self._preserve
        for group in reversed([group for group in unit.iterancestors() if local_name(group) == "group"]):
            preserve = _preserves(group, inherited=preserve)
        return _preserves(unit, inherited=preserve)

    def notes(self, parent: _Element, segment_ids: tuple[str, ...]) -> tuple[tuple[int, Note], ...]:
        """The notes of a unit or a file, each with the number of the segment it belongs to."""
        found: list[tuple[int, Note]] = []
        for holder in parent:
            if local_name(holder) != "notes":
                continue
            found.extend(
                (_index(segment_ids, element.get(f"{{{OURS}}}segment", "")), self._note(element, text))
                for element in holder
                if local_name(element) == "note" and (text := text_of(element).strip())
            )
        return tuple(found)

    def _note(self, element: _Element, text: str) -> Note:
        return Note(
            id=element.get("id", ""),
            text=text,
            author=element.get(f"{{{OURS}}}author", ""),
            created=element.get(f"{{{OURS}}}created", ""),
            language=self.target_language if element.get("appliesTo") == "target" else "",
            resolved=element.get(f"{{{OURS}}}resolved") == "yes",
        )

    def _segment(self, element: _Element, data: Mapping[str, str], *, preserve: bool) -> RawSegment:
        source, target = self._texts(element, data, preserve=_preserves(element, inherited=preserve))
        name = element.get("state")
        state = _STATES.get(name) if name else None
        if name and state is None:
            self._losses.states[name] += 1
        self._losses.substates += element.get("subState") is not None
        return RawSegment(element.get("id", ""), source, target, state, line_of(element))

    def _texts(self, element: _Element, data: Mapping[str, str], *, preserve: bool) -> tuple[Text, Text | None]:
        source, target = Text(), None
        for child in element:
            name = local_name(child)
            if name == "source":
                source = self._content(child, data, preserve=preserve)
            elif name == "target":
                target = self._content(child, data, preserve=preserve)
                self.target_language = self.target_language or child.get(XML_LANG, "")
        return source, target

    def _append_ignorable(self, segments: list[RawSegment], element: _Element, data: Mapping[str, str]) -> None:
        """Text between segments goes to the one before; the plain space between two sentences is no text."""
        source, target = self._texts(element, data, preserve=True)
        if not segments or not (source.string.strip(" \n\t") or (target and target.string.strip(" \n\t"))):
            return
        last = segments[-1]
        after = last.target + (target or source) if last.target is not None else None
        segments[-1] = RawSegment(last.id, last.source + source, after, last.state, last.line)

    def _content(self, element: _Element, data: Mapping[str, str], *, preserve: bool) -> Text:
        preserve = _preserves(element, inherited=preserve)
        if not len(element):
            string = element.text or ""
            if preserve:
                return Text(string)
        builder = Builder(self._losses, preserve=preserve)
        _read_into(builder, element, data)
        return builder.text()


def _read_into(builder: Builder, element: _Element, data: Mapping[str, str]) -> None:
    builder.add(element.text)
    for child in element:
        _READERS.get(local_name(child), _foreign)(builder, child, data)
        builder.add(child.tail)


def _character(builder: Builder, element: _Element, _data: Mapping[str, str]) -> None:
    try:
        builder.add(chr(int(element.get("hex", ""), 16)))
    except (ValueError, OverflowError):
        builder.losses.codes += 1


def _paired(builder: Builder, element: _Element, data: Mapping[str, str]) -> None:
    kind, href = _meaning(element, data, "Start")
    key = f"pc{id(element)}"
    if kind:
        builder.open(key, kind, href)
    _read_into(builder, element, data)
    builder.close(key)


def _start(builder: Builder, element: _Element, data: Mapping[str, str]) -> None:
    kind, href = _meaning(element, data, "")
    if kind:
        builder.open(f"sc{element.get('id', '')}", kind, href)


def _end(builder: Builder, element: _Element, _data: Mapping[str, str]) -> None:
    builder.close(f"sc{element.get('startRef', '')}")


def _annotated(builder: Builder, element: _Element, data: Mapping[str, str]) -> None:
    key = f"mrk{id(element)}"
    if element.get("translate") == "no":
        builder.open(key, MarkKind.UNTRANSLATABLE)
    _read_into(builder, element, data)
    builder.close(key)


def _annotation_start(builder: Builder, element: _Element, _data: Mapping[str, str]) -> None:
    if element.get("translate") == "no":
        builder.open(f"sm{element.get('id', '')}", MarkKind.UNTRANSLATABLE)


def _annotation_end(builder: Builder, element: _Element, _data: Mapping[str, str]) -> None:
    builder.close(f"sm{element.get('startRef', '')}")


def _placeholder(builder: Builder, element: _Element, data: Mapping[str, str]) -> None:
    code = data.get(element.get("dataRef", ""), "")
    if element.get("subType") == "xlf:lb" or tag_of(code) == "br":
        builder.add("\n")
        return
    builder.losses.codes += 1
    _add_untranslatable(builder, element.get("equiv") or element.get("disp") or "")


def _foreign(builder: Builder, element: _Element, _data: Mapping[str, str]) -> None:
    builder.losses.codes += 1
    _add_untranslatable(builder, text_of(element))


def _add_untranslatable(builder: Builder, text: str) -> None:
    if text:
        builder.open("placeholder", MarkKind.UNTRANSLATABLE)
        builder.add(text)
        builder.close("placeholder")


_READERS: Final[Mapping[str, Callable[[Builder, _Element, Mapping[str, str]], None]]] = {
    "cp": _character,
    "ph": _placeholder,
    "pc": _paired,
    "sc": _start,
    "ec": _end,
    "mrk": _annotated,
    "sm": _annotation_start,
    "em": _annotation_end,
}


def _meaning(element: _Element, data: Mapping[str, str], suffix: str) -> tuple[MarkKind | None, str]:
    """What a code stands for: by its subtype, by the Format Style module, by its type, by the native code itself."""
    code = data.get(element.get(f"dataRef{suffix}", ""), "")
    kind = SUBTYPES.get(element.get("subType", "")) or TAGS.get(element.get(_FS, "")) or TAGS.get(tag_of(code))
    if element.get("subType") == LINK_SUBTYPE:
        return MarkKind.LINK, code
    if element.get("type") == "link":
        kind = MarkKind.LINK
    href = (href_of(code) or href_of(element.get(f"disp{suffix}", ""))) if kind is MarkKind.LINK else ""
    return kind, href


def _original_data(unit: _Element) -> dict[str, str]:
    return {
        data.get("id", ""): text_of(data)
        for holder in unit
        if local_name(holder) == "originalData"
        for data in holder
        if local_name(data) == "data"
    }


def _preserves(element: _Element, *, inherited: bool) -> bool:
    """Whether white space counts (`xml:space`): said here, or by an element around this one."""
    own = element.get(XML_SPACE)
    return inherited if own is None else own == "preserve"


def _index(ids: tuple[str, ...], wanted: str) -> int:
    return ids.index(wanted) if wanted and wanted in ids else 0
