"""Where links of a Word file or a web page may lead."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

from tilshi.export.errors import ExportError
from tilshi.i18n import _

_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
# RFC 3986: what stands in a URI as it is; everything else is percent-encoded, an escape that is there already is kept.
_URI_CHARACTERS: Final = "!#$%&'()*+,/:;=?@[]~-._"


def live_uri(href: str, place: str) -> str:
    """The address as a URI of ASCII letters; `place` names the part of the release in the refusal.

    Raises:
        ExportError: it is not a web, mail or telephone address.
    """
    refusal = ExportError(
        _("The link “{address}” is not a web, mail or telephone address.").format(address=href),
        place=place,
        remedy=_("Correct the address or take the link away."),
    )
    try:
        parts = urlsplit(href)
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    except ValueError as error:
        raise refusal from error
    if parts.scheme not in _SCHEMES:
        raise refusal
    return quote(urlunsplit(parts._replace(netloc=host)), safe=_URI_CHARACTERS)
