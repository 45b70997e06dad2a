"""A mail ready to be sent: plain text, the same as a web page, and the PDF attached (RFC 5322, RFC 2046).

It is a draft: no sender, no recipients, no date; those are the mail program's to fill in. `X-Unsent` opens it for
writing in Outlook. Same document, same bytes.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.policy import SMTP
from hashlib import sha256
from typing import Final

from tilshi.export.html import write_html
from tilshi.export.text import write_text
from tilshi.layout.blocks import Document

_MEASURE: Final = 72
"""Characters a line of mail has at most, as RFC 3676 recommends."""

_STUFFED: Final = (" ", ">", "From ")
_INLINE: Final = re.compile(r'src="data:image/(png|jpeg);base64,([A-Za-z0-9+/=]+)"')


class NotMail(ValueError):
    """The bytes are no mail of ours."""


def write_mail(document: Document, pdf: bytes, name: str) -> bytes:
    """The mail; `pdf` is attached under `name`.

    Raises:
        ExportError: as for the page and the text.
    """
    mail = EmailMessage(SMTP)
    mail["Subject"] = " ".join(document.metadata.title.splitlines())
    mail["X-Unsent"] = "1"
    mail["Content-Language"] = document.metadata.language
    mail.set_content(flowed(write_text(document)), cte="base64")
    mail.set_param("format", "flowed")
    pictures: list[tuple[str, bytes, str]] = []
    page = _INLINE.sub(lambda found: _outside(found, pictures), write_html(document))
    mail.add_alternative(page, subtype="html", cte="base64")
    body = mail.get_payload(1)
    assert isinstance(body, EmailMessage)
    for kind, data, identity in pictures:
        body.add_related(data, "image", kind, cid=f"<{identity}>", disposition="inline")
    mail.add_attachment(pdf, maintype="application", subtype="pdf", filename=name)
    _fix_boundaries(mail, sha256(pdf).hexdigest()[:24])
    return mail.as_bytes()


def flowed(text: str) -> str:
    """The text in lines that a reader may join again (RFC 3676): those that go on end with a space.

    No-break spaces stay whole; a word longer than a line, such as an address, stands alone.
    """
    return "".join(f"{line}\n" for paragraph in text.split("\n") for line in _lines(paragraph)).removesuffix("\n")


def joined(text: str) -> str:
    """The text as it was before `flowed`."""
    made: list[str] = []
    goes_on = False
    for line in text.split("\n"):
        bare = line.removeprefix(" ")
        if goes_on:
            made[-1] += bare
        else:
            made.append(bare)
        goes_on = bare.endswith(" ")
    return "\n".join(made)


def read_mail(data: bytes) -> dict[str, bytes]:
    """The bodies of a mail of ours by their media type: text/plain (joined again), text/html, application/pdf.

    Raises:
        NotMail: it is none.
    """
    mail = BytesParser(policy=SMTP).parsebytes(data)
    parts = {part.get_content_type(): part for part in mail.walk()}
    if not {"text/plain", "text/html", "application/pdf"} <= parts.keys() or any(part.defects for part in mail.walk()):
        raise NotMail(", ".join(parts))
    found = {}
    for kind in ("text/plain", "text/html", "application/pdf"):
        content = parts[kind].get_content()
        found[kind] = content if isinstance(content, bytes) else content.replace("\r\n", "\n").encode("utf-8")
    found["text/plain"] = joined(found["text/plain"].decode("utf-8")).encode("utf-8")
    return found


def _lines(paragraph: str) -> Iterator[str]:
    words = paragraph.rstrip(" ").split(" ")
    line = words[0]
    for word in words[1:]:
        if len(line) + 1 + len(word) > _MEASURE:
            yield _stuffed(f"{line} ")
            line = word
        else:
            line = f"{line} {word}"
    yield _stuffed(line)


def _stuffed(line: str) -> str:
    return f" {line}" if line.startswith(_STUFFED) else line


def _outside(found: re.Match[str], pictures: list[tuple[str, bytes, str]]) -> str:
    """Mail programs show pictures of parts of their own, hardly any those inside the page (RFC 2392)."""
    data = base64.b64decode(found[2])
    identity = f"{sha256(data).hexdigest()[:24]}@tilshi"
    if all(known != identity for _kind, _data, known in pictures):
        pictures.append((found[1], data, identity))
    return f'src="cid:{identity}"'


def _fix_boundaries(mail: Message, seed: str) -> None:
    """Python would roll dice for them; base64 everywhere, so none can occur in what it bounds."""
    parts = [part for part in mail.walk() if part.is_multipart()]
    for number, part in enumerate(parts, 1):
        part.set_boundary(f"=_{seed}_{number}")
