"""Files inside the PDF (ISO 32000-1, 7.11.4), as PDF/A-3 wants them (ISO 19005-3, 6.8): each says what it is for."""

from __future__ import annotations

from collections.abc import Sequence

from tilshi.export.cards import Attachment
from tilshi.export.pdf.objects import PdfObjects, date, literal, name, ref, text_string
from tilshi.layout.blocks import Metadata


def add_attachments(objects: PdfObjects, attached: Sequence[Attachment], metadata: Metadata) -> str:
    """Writes the files; what the catalogue says of them, empty where there are none."""
    if not attached:
        return ""
    moment = date(metadata.created)
    specified = []
    for each in attached:
        stream = objects.add_stream(
            each.data,
            f"/Type/EmbeddedFile/Subtype{name('text/vcard')}/Params<</Size {len(each.data)}/ModDate{moment}>>",
        )
        specified.append(
            objects.add(
                f"<</Type/Filespec/F{literal(each.name)}/UF{text_string(each.name)}"
                f"/Desc{text_string(each.description)}/AFRelationship/Alternative"
                f"/EF<</F {ref(stream)}/UF {ref(stream)}>>>>"
            )
        )
    listed = "".join(f"{literal(each.name)} {ref(at)}" for each, at in zip(attached, specified, strict=True))
    return f"/AF[{' '.join(map(ref, specified))}]/Names<</EmbeddedFiles<</Names[{listed}]>>>>"
