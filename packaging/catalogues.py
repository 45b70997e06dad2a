"""Keeps ``locales/`` in step with the texts in the code; run it through ``dev.py catalogues``.

The template and the catalogues carry no dates, line numbers or guesses, so that they change only when a text does: a
new text comes in empty, one that is gone goes out, and a changed one is new.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import polib
from babel.messages.extract import extract_from_dir

ROOT = Path(__file__).resolve().parents[1]
LOCALES = ROOT / "locales"
TEMPLATE = LOCALES / "tilshi.pot"
SOURCES = ("desktop", "ui")
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
PLACEHOLDER = re.compile(r"\{(\w*)[^{}]*\}")

# How many forms a language has with a number (Unicode CLDR, cardinal), in gettext's notation.
PLURAL_FORMS = {
    "kk": "nplurals=2; plural=(n != 1);",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    "fr": "nplurals=2; plural=(n > 1);",
}


def texts() -> polib.POFile:
    """All texts that the code shows, in the order of files and of their first appearance there."""
    found = polib.POFile(wrapwidth=110)
    known: dict[tuple[str | None, str], polib.POEntry] = {}
    for source, message, context, comments in _messages():
        singular, *plurals = (message,) if isinstance(message, str) else message
        plural = plurals[0] if plurals else ""
        entry = known.get((context, singular))
        if entry is None:
            entry = known[context, singular] = polib.POEntry(msgid=singular, msgctxt=context)
            found.append(entry)
        if plural:
            entry.msgid_plural = plural
            entry.msgstr_plural = {0: "", 1: ""}
        if (source, "") not in entry.occurrences:
            entry.occurrences.append((source, ""))
        entry.comment = "\n".join(dict.fromkeys([*entry.comment.splitlines(), *comments]))
        if PLACEHOLDER.search(singular + plural):
            entry.flags = ["python-brace-format"]
    return found


def catalogue(code: str) -> polib.POFile:
    """The catalogue of the language ``code`` as it lies in the checkout."""
    return polib.pofile(str(LOCALES / code / "tilshi.po"), wrapwidth=110)


def merged(code: str, template: polib.POFile) -> polib.POFile:
    """The catalogue of ``code`` with exactly the texts of ``template``, and the translations there already are."""
    path = LOCALES / code / "tilshi.po"
    old = {(entry.msgctxt, entry.msgid): entry for entry in (catalogue(code) if path.exists() else ())}
    forms = int(PLURAL_FORMS[code].partition("nplurals=")[2][0])
    new = polib.POFile(wrapwidth=110)
    new.header = "Texts of Tilshi's interface."
    new.metadata = _metadata(code)
    for text in template:
        before = old.get((text.msgctxt, text.msgid))
        entry = polib.POEntry(
            msgid=text.msgid,
            msgctxt=text.msgctxt,
            msgid_plural=text.msgid_plural,
            comment=text.comment,
            tcomment=before.tcomment if before else "",
            occurrences=text.occurrences,
            flags=text.flags,
        )
        if text.msgid_plural:
            kept = before.msgstr_plural if before else {}
            entry.msgstr_plural = {form: kept.get(form, "") for form in range(forms)}
        else:
            entry.msgstr = before.msgstr if before else ""
        new.append(entry)
    return new


def untranslated(entries: polib.POFile) -> list[str]:
    """The English texts that have no translation, or not in all plural forms."""
    return [
        entry.msgid
        for entry in entries
        if not (all(entry.msgstr_plural.values()) if entry.msgid_plural else entry.msgstr) or entry.fuzzy
    ]


def main() -> int:
    """Writes the template and the catalogues, or only says what is out of step."""
    parser = argparse.ArgumentParser(prog="dev.py catalogues", description=main.__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if something is to be done")
    check = parser.parse_args().check
    template = texts()
    template.header = "Texts of Tilshi's interface: the template of its catalogues."
    template.metadata = _metadata("")
    wanted = {TEMPLATE: template} | {LOCALES / code / "tilshi.po": merged(code, template) for code in PLURAL_FORMS}
    stale = [
        path for path, content in wanted.items() if not path.exists() or path.read_text("utf-8") != _written(content)
    ]
    for path in () if check else stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_written(wanted[path]), encoding="utf-8", newline="\n")
    missing = {code: untranslated(wanted[LOCALES / code / "tilshi.po"]) for code in PLURAL_FORMS}
    for code, ids in missing.items():
        print(f"{code}: {len(template) - len(ids)} of {len(template)} texts translated")
        for msgid in ids:
            print(f"    {msgid}")
    if check and stale:
        print("Out of step with the code:", ", ".join(str(path.relative_to(ROOT)) for path in stale))
    return int(check and (bool(stale) or any(missing.values())))


def _messages() -> Iterator[tuple[str, str | tuple[str, ...], str | None, list[str]]]:
    for source in SOURCES:
        for name, _, message, comments, context in sorted(
            extract_from_dir(
                ROOT / source,
                method_map=[("**.py", "python")],
                options_map=None,
                keywords=KEYWORDS,
                comment_tags=("Translators:",),
                strip_comment_tags=True,
            ),
            key=lambda found: (found[0], found[1]),
        ):
            yield f"{source}/{Path(name).as_posix()}", message, context, comments


def _metadata(code: str) -> dict[str, str]:
    language = {"Language": code} if code else {}
    plural = {"Plural-Forms": PLURAL_FORMS[code]} if code else {}
    return {
        "Project-Id-Version": "tilshi",
        **language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        **plural,
    }


def _written(content: polib.POFile) -> str:
    return f"{content}".rstrip("\n") + "\n"


if __name__ == "__main__":
    sys.exit(main())
