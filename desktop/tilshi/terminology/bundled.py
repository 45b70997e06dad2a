"""The termbase of international humanitarian law and the register of names that ship with the program."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tilshi import resources
from tilshi.terminology.concepts import Concept, Reliability, Scope, Status, Term, Termbase, TermType

LANGUAGES = ("en", "fr", "ru", "kk")


def load_terms() -> Termbase:
    """The concepts of international humanitarian law and press work, with Kazakh marked attested or proposed."""
    with resources.path("terms", "ihl-termbase.json").open("rb") as file:
        entries: list[dict[str, Any]] = json.load(file)
    return Termbase("IHL", tuple(_concept(entry) for entry in entries))


def load_names() -> Termbase:
    """People, places and organisations that releases name, with the spelling in each language."""
    return Termbase("names", tuple(_names(resources.path("terms", "names.csv"))))


def _concept(entry: dict[str, Any]) -> Concept:
    return Concept(
        entry["id"],
        tuple(term for language in LANGUAGES for term in _terms(entry, language)),
        subject=entry["subject"],
        definition=entry["definition"],
        note="\n".join(entry["note"]),
    )


def _terms(entry: dict[str, Any], language: str) -> Iterator[Term]:
    speech = entry["pos"]
    if text := entry[language]:
        yield _main_term(entry, text, language)
    if acronym := entry["acr"].get(language):
        yield Term(acronym, language, kind=TermType.ACRONYM, part_of_speech=speech)
    for text in entry["adm"].get(language, ()):
        yield Term(text, language, Status.ADMITTED, TermType.VARIANT, speech)
    for wrong in entry["forb"].get(language, ()):
        scope = Scope(wrong["scope"])
        yield Term(
            wrong["form"], language, Status.DEPRECATED, TermType.VARIANT, speech, scope=scope, reason=wrong["reason"]
        )


def _main_term(entry: dict[str, Any], text: str, language: str) -> Term:
    if language != "kk":
        return Term(text, language, part_of_speech=entry["pos"])
    return Term(
        text,
        language,
        part_of_speech=entry["pos"],
        reliability=Reliability(entry["rel"]),
        sources=tuple(entry["src"]),
        seen=entry["form"] if entry["form"] != text else "",
    )


def _names(path: Path) -> Iterator[Concept]:
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 1):
            right = tuple(Term(row[code], code, part_of_speech="noun") for code in LANGUAGES if row[code])
            wrong = (
                Term(form.strip(), "kk", Status.DEPRECATED, TermType.VARIANT, "noun", scope=Scope.CONCEPT)
                for form in row["kk_forbidden"].split("|")
                if form.strip()
            )
            yield Concept(f"NAME-{number:04}", (*right, *wrong), subject=row["kind"], note=row["note"])
