"""How the file is to be treated: settings, fonts, properties. Nothing in them comes from the machine."""

from __future__ import annotations

import datetime as dt
from typing import Final

from lxml import etree

from tilshi.export.docx.fonts import Embedded
from tilshi.export.docx.languages import word_language
from tilshi.export.docx.sheet import StyleSheet
from tilshi.export.docx.wordml import Element, checked, unprefixed, w
from tilshi.i18n import _
from tilshi.layout.blocks import Document, Metadata

_OFFICE: Final = "http://schemas.microsoft.com/office/word"
_CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC: Final = "http://purl.org/dc/elements/1.1/"
_TERMS: Final = "http://purl.org/dc/terms/"
_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_EXTENDED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
# Word 2013 and later: without these Word opens the file "in compatibility mode" (MS-DOCX 2.3).
_COMPATIBILITY: Final = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
    "useWord2013TrackBottomHyphenation": 0,
}
# What a Word without the font takes for it: shape (PANOSE) and a family that every Windows or Mac has.
_SUBSTITUTES: Final = {
    "Noto Sans": ("Segoe UI", "020B0502040504020204", "swiss"),
    "Noto Serif": ("Cambria", "02020600060500020200", "roman"),
    # As they are called where they are embedded.
    "Tilshi Sans": ("Noto Sans", "020B0502040504020204", "swiss"),
    "Tilshi Serif": ("Noto Serif", "02020600060500020200", "roman"),
}


def settings(document: Document, *, embed_fonts: bool = False) -> Element:
    """`word/settings.xml`: the compatibility mode of today, no revision marks, no path of a template."""
    compatibility = [w("compatSetting", name=name, uri=_OFFICE, val=value) for name, value in _COMPATIBILITY.items()]
    return w(
        "settings",
        w("zoom", percent=100),
        # 17.8.3.8; whole faces, so that the text can be gone on with (`saveSubsetFonts` is left out).
        w("embedTrueTypeFonts") if embed_fonts else None,
        w("defaultTabStop", val=709),
        w("characterSpacingControl", val="doNotCompress"),
        # Space after and before add up, as in the PDF; without this the larger one counts (17.3.1.33).
        w("compat", w("doNotUseHTMLParagraphAutoSpacing"), *compatibility),
        w("themeFontLang", val=word_language(document.metadata.language)),
    )


def font_table(sheet: StyleSheet, fonts: Embedded | None = None) -> Element:
    """`word/fontTable.xml`: the families used, with what stands in for them where they are not installed."""
    families = dict.fromkeys((sheet.base.family, *(style.look.style.family for style in sheet.styles)))
    return w("fonts", *(_font(family, fonts.references(family) if fonts else ()) for family in families))


def _font(family: str, embedded: tuple[Element, ...]) -> Element:
    if family not in _SUBSTITUTES:
        return w("font", w("pitch", val="variable"), *embedded, name=family)
    substitute, shape, kind = _SUBSTITUTES[family]
    return w(
        "font",
        w("altName", val=substitute),
        w("panose1", val=shape),
        w("charset", val="00"),
        w("family", val=kind),
        w("pitch", val="variable"),
        *embedded,
        name=family,
    )


def core_properties(metadata: Metadata) -> Element:
    """`docProps/core.xml`: title, organisation, language and the release's own time, and nobody's name."""
    root = etree.Element(
        f"{{{_CORE}}}coreProperties",
        nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI},
    )
    for name, value in (
        (f"{{{_DC}}}title", metadata.title),
        (f"{{{_DC}}}subject", metadata.subject),
        (f"{{{_DC}}}creator", metadata.author),
        (f"{{{_CORE}}}keywords", ", ".join(metadata.keywords)),
        (f"{{{_DC}}}language", word_language(metadata.language)),
    ):
        if value:
            etree.SubElement(root, name).text = checked(value, _("properties of the document"))
    for name in ("created", "modified"):
        element = etree.SubElement(root, f"{{{_TERMS}}}{name}", {f"{{{_XSI}}}type": "dcterms:W3CDTF"})
        element.text = _utc(metadata.created)
    return root


def _utc(moment: dt.datetime) -> str:
    """W3CDTF to the second; a time without a zone is taken for UTC, never for this machine's zone."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return aware.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def extended_properties() -> Element:
    """`docProps/app.xml`: the program, without version, company, template or editing time."""
    root = unprefixed(_EXTENDED, "Properties")
    etree.SubElement(root, f"{{{_EXTENDED}}}Application").text = "Tilshi"
    return root
