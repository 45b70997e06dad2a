"""Any TBX brought to one shape (version 3, data categories as `type`, no namespaces), and what TBX-Basic allows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACES: Final = ("", "urn:iso:std:iso:30042:ed-2", "urn:iso:std:iso:30042:ed:3.0", "urn:iso:std:iso:30042:ed-3.0")
"""No namespace (version 2), and what version 3 and its drafts used."""

SPEECH: Final = frozenset({"noun", "verb", "adjective", "adverb", "other"})
"""The parts of speech of TBX-Basic."""

_VERSION_2: Final = {
    "martif": "tbx",
    "martifHeader": "tbxHeader",
    "termEntry": "conceptEntry",
    "langSet": "langSec",
    "tig": "termSec",
    "ntig": "termSec",
}

# Style DCT: the data category is the element; style DCA: it is the type of one of these (ISO 30042:2019, 4.3).
_CARRIERS: Final = {
    "subjectField": "descrip",
    "definition": "descrip",
    "context": "descrip",
    "source": "admin",
    "customerSubset": "admin",
    "projectSubset": "admin",
    "administrativeStatus": "termNote",
    "partOfSpeech": "termNote",
    "termType": "termNote",
    "grammaticalGender": "termNote",
    "grammaticalNumber": "termNote",
    "geographicalUsage": "termNote",
    "register": "termNote",
    "termLocation": "termNote",
    "transactionType": "transac",
    "responsibility": "transacNote",
    "crossReference": "ref",
    "externalCrossReference": "xref",
    "xGraphic": "xref",
}


def normalise(root: _Element) -> _Element:
    """Rename every element in place; returns the root. What belongs to no known vocabulary keeps its local name."""
    # Loaded here for the start of the program, which opens no XML.
    from lxml import etree

    for element in root.iter():
        namespace, _, name = str(element.tag).rpartition("}")
        carrier = _CARRIERS.get(name)
        if carrier and namespace.removeprefix("{") not in NAMESPACES:
            element.set("type", name)
            name = carrier
        element.tag = _VERSION_2.get(name, name)
    for group in list(root.iter("termGrp")):
        _dissolve(group)
    etree.cleanup_namespaces(root)
    return root


def _dissolve(group: _Element) -> None:
    """Version 2 wraps the term of an `ntig` with its own notes; version 3 does not."""
    parent = group.getparent()
    if parent is None:
        return
    at = parent.index(group)
    for child in reversed(list(group)):
        parent.insert(at + 1, child)
    parent.remove(group)


# Data categories of TBX-Basic with the levels they may stand at (TBX-Basic_DCA.sch, modules min and basic); a value
# other than None is a picklist.
_LEVELS: Final = {
    "descrip:subjectField": ("conceptEntry",),
    "descrip:definition": ("conceptEntry", "langSec"),
    "descrip:context": ("termSec",),
    "admin:source": ("conceptEntry", "langSec", "termSec"),
    "admin:customerSubset": ("termSec",),
    "admin:projectSubset": ("termSec",),
    "termNote:grammaticalGender": ("termSec",),
    "termNote:geographicalUsage": ("termSec",),
    "transac:transactionType": ("conceptEntry", "langSec", "termSec"),
    "transacNote:responsibility": ("conceptEntry", "langSec", "termSec"),
    "xref:externalCrossReference": ("conceptEntry", "termSec"),
    "xref:xGraphic": ("conceptEntry",),
}
_PICKLISTS: Final = {
    "termNote:grammaticalGender": frozenset({"masculine", "feminine", "neuter", "other"}),
    "transac:transactionType": frozenset({"origination", "modification"}),
}
_GROUPS: Final = {
    "descripGrp": ("descrip", "admin", "note"),
    "transacGrp": ("transac", "transacNote", "date", "note"),
}


def is_basic(fragment: str, level: str) -> bool:
    """Whether TBX-Basic allows an XML fragment at a level (`conceptEntry`, `langSec` or `termSec`)."""
    # Loaded here for the start of the program, which opens no XML.
    from lxml import etree

    element = etree.fromstring(fragment)
    if element.tag not in _GROUPS:
        return _is_category(element, level)
    parts = [str(child.tag) for child in element]
    allowed = _GROUPS[str(element.tag)]
    well_built = parts[:1] == [allowed[0]] and parts.count(allowed[0]) == 1 and set(parts) <= {*allowed}
    return well_built and not element.attrib and all(_is_category(child, level) for child in element)


def _is_category(element: _Element, level: str) -> bool:
    if len(element):
        return False
    if element.tag == "note":
        return not element.attrib
    text = element.text or ""
    if element.tag == "date":
        return re.fullmatch(r"\d{4}-\d\d-\d\d", text.strip()) is not None and not element.attrib
    category = f"{element.tag}:{element.get('type')}"
    others = set(element.attrib) - {"type"}
    wanted = {"target"} if element.tag == "xref" else set()
    if level not in _LEVELS.get(category, ()) or others != wanted:
        return False
    linked = element.tag != "xref" or element.get("target", "").startswith(("http://", "https://"))
    return linked and (category not in _PICKLISTS or text in _PICKLISTS[category])
