"""TBX in."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tilshi.files import xml
from tilshi.files.errors import FileError, FileWarning
from tilshi.i18n import _, ngettext
from tilshi.terminology.concepts import Concept, Status, Term, Termbase, TermType, concept_id
from tilshi.terminology.tbx.dialect import NAMESPACES, SPEECH, normalise
from tilshi.terminology.tbx.remarks import RAW, apply_remark

if TYPE_CHECKING:
    from lxml.etree import _Element

_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUS: Final = {f"{status}Term-admn-sts": status for status in Status} | {f"{s}Term": s for s in Status}
_TYPES: Final = {str(kind): kind for kind in TermType} | {"phraseologicalUnit": TermType.PHRASE}


@dataclass(frozen=True, slots=True)
class ReadTermbase:
    """A termbase from a file, and what of the file its reader should know."""

    termbase: Termbase
    warnings: tuple[FileWarning, ...] = ()


def read_tbx(path: Path, data: bytes) -> ReadTermbase:
    """The concepts of a TBX file: version 2 or 3, style DCA or DCT, any dialect.

    What Tilshi has no place for is kept with its concept, language or term (`more`) and written out again.

    Raises:
        FileError: not TBX, or damaged; with the line. Nothing is read in part.
    """
    root = xml.parse(path, data, max_elements=5_000_000)
    namespace, _brace, name = str(root.tag).rpartition("}")
    if name not in ("tbx", "martif") or namespace.removeprefix("{") not in NAMESPACES:
        raise FileError(path, _("This XML file is not a TBX glossary."), remedy=_("Export the glossary as TBX-Basic."))
    normalise(root)
    warnings: list[FileWarning] = []
    concepts = tuple(_unique(_concepts(path, root, warnings), warnings))
    warnings.extend(_respelt(root))
    if not concepts:
        raise FileError(path, _("The glossary holds no concepts."))
    title = _text(root.find(".//titleStmt/title")) or path.stem
    return ReadTermbase(Termbase(title, concepts, _text(root.find(".//sourceDesc/p"))), tuple(warnings))


def _concepts(path: Path, root: _Element, warnings: list[FileWarning]) -> Iterator[Concept]:
    for number, entry in enumerate(root.iter("conceptEntry"), 1):
        concept = _concept(path, entry, concept_id(entry.get("id") or f"c{number}"))
        if concept.terms:
            yield concept
        else:
            place = _("line {number}").format(number=entry.sourceline)
            warnings.append(FileWarning(_("A concept without terms was left out."), place))


def _respelt(root: _Element) -> Iterator[FileWarning]:
    """Ids that XML does not take, as numbers are, in one warning: some programs number all their concepts so."""
    given = [entry.get("id", "") for entry in root.iter("conceptEntry")]
    changed = [name for name in given if name and concept_id(name) != name]
    if changed:
        message = ngettext(
            "{number} id is none in XML and was changed: “{old}” is now “{new}”.",
            "{number} ids are none in XML and were changed: “{old}” is now “{new}”, and so on.",
            len(changed),
        )
        old, new = changed[0][:60], concept_id(changed[0])[:60]
        yield FileWarning(message.format(number=len(changed), old=old, new=new))


def _concept(path: Path, entry: _Element, name: str) -> Concept:
    facts = _facts(entry, {"descrip:subjectField": "subject", "descrip:definition": "definition"}, ("langSec",))
    terms: list[Term] = []
    more_in: list[tuple[str, tuple[str, ...]]] = []
    for section in entry.iter("langSec"):
        language = section.get(_LANGUAGE, "").replace("_", "-")
        if not language:
            place = _("line {number}").format(number=section.sourceline)
            raise FileError(path, _("A language section does not say its language."), place=place)
        terms.extend(_term(each, language) for each in section.iter("termSec") if _text(each.find("term")))
        if rest := _facts(section, {}, ("termSec",)).more:
            more_in.append((language, rest))
    return Concept(
        name,
        tuple(terms),
        subject=facts.known.get("subject", ""),
        definition=facts.known.get("definition", ""),
        note="\n".join(facts.notes),
        more=facts.more,
        more_in=tuple(more_in),
    )


def _term(section: _Element, language: str) -> Term:
    names = {
        "termNote:administrativeStatus": "status",
        "termNote:normativeAuthorization": "status",
        "termNote:termType": "kind",
        "termNote:partOfSpeech": "speech",
        "admin:source": "source",
    }
    facts = _facts(section, names, ("term",), {"status": _STATUS, "kind": _TYPES, "speech": SPEECH})
    term = Term(
        re.sub(r"[ \t\r\n]+", " ", _text(section.find("term"))),
        language,
        _STATUS[facts.known.get("status", "preferredTerm")],
        _TYPES[facts.known.get("kind", "fullForm")],
        facts.known.get("speech", ""),
        sources=tuple(part for part in facts.known.get("source", "").split("; ") if part),
        more=facts.more,
    )
    for note in facts.notes:
        term = apply_remark(term, note)
    return term


@dataclass(frozen=True, slots=True)
class _Facts:
    known: dict[str, str]
    notes: tuple[str, ...]
    more: tuple[str, ...]


def _facts(
    element: _Element,
    names: dict[str, str],
    skipped: tuple[str, ...],
    values: dict[str, Container[str]] | None = None,
) -> _Facts:
    """What the children say: known data categories under their field's name, notes, and the rest as XML.

    A category given twice, with markup inside or with a value not in `values` is kept as XML.
    """
    known: dict[str, str] = {}
    notes: list[str] = []
    more: list[str] = []
    for child in (_ungrouped(each) for each in element):
        text, plain = _text(child), not len(child)
        field = names.get(f"{child.tag}:{child.get('type')}") if plain and set(child.attrib) <= {"type"} else None
        fits = not values or field not in values or text in values[field]
        if child.tag in skipped:
            continue
        if field and fits and field not in known and text:
            known[field] = text
        elif child.tag == "note" and text.startswith(f"{RAW}<"):
            more.append(text.removeprefix(RAW))
        elif child.tag == "note" and plain and text and not child.attrib:
            notes.append(text)
        else:
            more.append(_fragment(child))
    return _Facts(known, tuple(notes), tuple(more))


def _ungrouped(element: _Element) -> _Element:
    """The one description of a group that holds nothing else."""
    return element[0] if element.tag == "descripGrp" and len(element) == 1 and not element.attrib else element


def _fragment(element: _Element) -> str:
    # Loaded here for the start of the program, which opens no XML.
    from lxml import etree

    return etree.tostring(element, encoding="unicode", with_tail=False)


def _text(element: _Element | None) -> str:
    return "" if element is None else "".join(str(part) for part in element.itertext()).strip()


def _unique(concepts: Iterator[Concept], warnings: list[FileWarning]) -> Iterator[Concept]:
    # Ids, and the last number that was put to each.
    taken: dict[str, int] = {}
    for concept in concepts:
        name, number = concept.id, taken.get(concept.id, 1)
        while name in taken:
            number += 1
            name = f"{concept.id}-{number}"
        taken[concept.id] = number
        if name != concept.id:
            taken[name] = 1
            message = _("Two concepts have the id “{old}”; the second is now “{new}”.").format(old=concept.id, new=name)
            warnings.append(FileWarning(message))
        yield replace(concept, id=name)
