"""The interface's texts in the user's language, through gettext.

English is the language of the msgids, so it needs no catalogue. The language belongs to the process, not to a thread or
an object: it is the one thing in the core that is set once for all, and every text is looked up when it is shown, so a
switch at run time needs nothing but showing the texts again.
"""

import gettext as _gettext
import io
import os
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from tilshi import resources

DOMAIN: Final = "tilshi"
SOURCE_LANGUAGE: Final = "en"


class _Interface:
    """The catalogue in use: replaced whole, so that a thread sees the old or the new one, never a mixture."""

    __slots__ = ("code", "texts")

    def __init__(self) -> None:
        self.code: str = SOURCE_LANGUAGE
        self.texts: _gettext.NullTranslations = _gettext.NullTranslations()


_interface: Final = _Interface()


def _(message: str) -> str:
    """The text ``message`` in the interface's language."""
    # The empty msgid is the catalogue's header, which is nobody's text.
    return _interface.texts.gettext(message) if message else ""


def ngettext(singular: str, plural: str, n: int) -> str:
    """The form of a text that the interface's language uses with ``n``; put the number in with ``.format``."""
    return _interface.texts.ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    """The text ``message`` where the same English words need different translations in different places."""
    return _interface.texts.pgettext(context, message)


def in_every_language(message: str) -> tuple[str, ...]:
    """The text ``message`` in each language the interface speaks, each wording once, English first."""
    return tuple(dict.fromkeys(_catalogue(code).gettext(message) for code in languages())) if message else ()


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's extractors and translators know
    """Marks a text for the catalogues and leaves it as it is; whoever shows it calls :func:`_` on it."""
    return message


def use_language(code: str) -> None:
    """Shows the interface in the language ``code`` (a BCP 47 tag); English where there is no catalogue for it."""
    chosen = _best((code,))
    _interface.texts = _catalogue(chosen)
    _interface.code = chosen


def language() -> str:
    """The language of the interface: a code out of :func:`languages`."""
    return _interface.code


@cache
def languages() -> tuple[str, ...]:
    """The languages the interface speaks, English first."""
    folder = resources.path("locales")
    return (SOURCE_LANGUAGE, *sorted(entry.name for entry in folder.iterdir() if entry.is_dir()))


def system_language(environ: Mapping[str, str] = os.environ) -> str:
    """The first language that the environment asks for and the interface speaks, in gettext's order of variables."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(variable, ""):
            return _best(value.split(":"))
    return SOURCE_LANGUAGE


def _best(wanted: Iterable[str]) -> str:
    """The first of ``wanted`` that has a catalogue; of ``kk-KZ`` or ``kk_KZ.UTF-8`` the language alone counts."""
    for tag in wanted:
        code = tag.replace("_", "-").split("-")[0].split(".")[0].lower()
        if code in languages():
            return code
    return SOURCE_LANGUAGE


@cache
def _catalogue(code: str) -> _gettext.NullTranslations:
    if code == SOURCE_LANGUAGE:
        return _gettext.NullTranslations()
    folder = resources.path("locales", code)
    compiled = folder / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if compiled.exists():
        return _gettext.GNUTranslations(io.BytesIO(compiled.read_bytes()))
    # A checkout has only the editable text, which is compiled here; an installed program never needs polib for this.
    import polib

    return _gettext.GNUTranslations(io.BytesIO(polib.pofile(str(folder / f"{DOMAIN}.po")).to_binary()))
