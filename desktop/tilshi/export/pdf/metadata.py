"""What the file says of itself and of its colours: information, XMP and the output intent."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Final

from tilshi.export.pdf.objects import PdfObjects, date, ref, text_string
from tilshi.layout.blocks import Metadata

PRODUCER: Final = "Tilshi"

# PDF/A-2a wants every schema declared that it does not know, and it does not know PDF/UA's (ISO 19005-2, 6.6.2.3).
_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"\
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"\
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{optional}<xmp:CreateDate>{created}</xmp:CreateDate><xmp:ModifyDate>{created}</xmp:ModifyDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def add_information(objects: PdfObjects, metadata: Metadata) -> int:
    """The information dictionary; its number."""
    entries = {
        "Title": metadata.title,
        "Author": metadata.author,
        "Subject": metadata.subject,
        "Keywords": ", ".join(metadata.keywords),
        "Creator": PRODUCER,
        "Producer": PRODUCER,
    }
    moment = date(metadata.created)
    texts = "".join(f"/{key}{text_string(value)}" for key, value in entries.items() if value)
    return objects.add(f"<<{texts}/CreationDate{moment}/ModDate{moment}>>")


def add_xmp(objects: PdfObjects, metadata: Metadata, part: int = 2) -> int:
    """The metadata stream, which must say the same; its number. `part` is that of ISO 19005: 3 for one with files."""
    optional = ""
    if metadata.author:
        optional += f"<dc:creator><rdf:Seq><rdf:li>{_xml(metadata.author)}</rdf:li></rdf:Seq></dc:creator>\n"
    if metadata.subject:
        optional += (
            f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{_xml(metadata.subject)}</rdf:li></rdf:Alt>'
            "</dc:description>\n"
        )
    if metadata.keywords:
        items = "".join(f"<rdf:li>{_xml(word)}</rdf:li>" for word in metadata.keywords)
        optional += f"<dc:subject><rdf:Bag>{items}</rdf:Bag></dc:subject>\n"
        optional += f"<pdf:Keywords>{_xml(', '.join(metadata.keywords))}</pdf:Keywords>\n"
    packet = _XMP.format(
        part=part,
        title=_xml(metadata.title),
        language=_xml(metadata.language),
        optional=optional,
        created=metadata.created.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        producer=PRODUCER,
    )
    # Plain, so that a search finds it without reading PDF.
    return objects.add_stream(packet.encode("utf-8"), "/Type/Metadata/Subtype/XML", compress=False)


def _xml(text: str) -> str:
    """The text as XML content."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def add_output_intent(objects: PdfObjects) -> int:
    """The colours are sRGB (ISO 19005-2, 6.2.3); the intent's number."""
    profile = objects.add_stream(srgb_profile(), "/N 3")
    return objects.add(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
        f"/DestOutputProfile {ref(profile)}>>"
    )


@cache
def srgb_profile() -> bytes:
    """An ICC profile of sRGB, made of the figures in IEC 61966-2-1 (ICC.1:2004-10, version 4.2 display profile)."""
    white = (0.9642, 1.0, 0.8249)
    adapted = ((0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14307, 0.06061, 0.71410))
    bradford = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
    curve = b"para" + bytes(4) + (3).to_bytes(2, "big") + bytes(2)
    curve += _fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    tags = {
        b"desc": _localised("sRGB"),
        b"cprt": _localised("CC0"),
        b"wtpt": _xyz(*white),
        b"chad": b"sf32" + bytes(4) + _fixed(*bradford),
        b"rXYZ": _xyz(*adapted[0]),
        b"gXYZ": _xyz(*adapted[1]),
        b"bXYZ": _xyz(*adapted[2]),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    start = 128 + 4 + 12 * len(tags)
    table, data = b"", b""
    placed: dict[bytes, int] = {}
    for signature, value in tags.items():
        if value not in placed:
            placed[value] = start + len(data)
            data += value + bytes(-len(value) % 4)
        table += signature + placed[value].to_bytes(4, "big") + len(value).to_bytes(4, "big")
    header = (start + len(data)).to_bytes(4, "big") + bytes(4) + bytes.fromhex("04200000") + b"mntrRGB XYZ "
    # The date is that of IEC 61966-2-1; rendering intent 0 is perceptual.
    header += b"".join(part.to_bytes(2, "big") for part in (1999, 10, 18, 0, 0, 0)) + b"acsp"
    header = header.ljust(68, b"\0") + _fixed(*white)
    return header.ljust(128, b"\0") + len(tags).to_bytes(4, "big") + table + data


def _fixed(*values: float) -> bytes:
    """Numbers of type s15Fixed16."""
    return b"".join(round(value * 65536).to_bytes(4, "big", signed=True) for value in values)


def _xyz(*values: float) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(*values)


def _localised(text: str) -> bytes:
    """A text of type multiLocalizedUnicode with one English record."""
    data = text.encode("utf-16-be")
    record = b"enUS" + len(data).to_bytes(4, "big") + (28).to_bytes(4, "big")
    return b"mluc" + bytes(4) + (1).to_bytes(4, "big") + (12).to_bytes(4, "big") + record + data
