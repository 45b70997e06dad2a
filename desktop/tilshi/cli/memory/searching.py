"""`tilshi memory search`: where words were used; with `--into`, what the memory offers for a text."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from tilshi.cli.console import Console
from tilshi.cli.memory.opening import language, opened
from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi.language.detection import UNKNOWN, recognise
from tilshi.memory.concordance import Passage
from tilshi.memory.matches import Match
from tilshi.memory.units import Query, Unit
from tilshi.release import Text


def run(arguments: Namespace, console: Console) -> int:
    """Says what was found, the best first; exit code 1 where there is nothing."""
    spoken = _spoken(arguments)
    with opened(arguments) as memory:
        if arguments.into:
            into = language(arguments.into, arguments.query)
            query = Query(Text(arguments.query), spoken, into)
            matches = memory.look_up(query, most=arguments.limit)
            _say(console, arguments, [_match_line(match) for match in matches], [_match_json(one) for one in matches])
            return 0 if matches else 1
        passages = memory.search(arguments.query, spoken, exact=arguments.exact, most=arguments.limit)
    _say(console, arguments, [_line(passage) for passage in passages], [_as_json(passage) for passage in passages])
    return 0 if passages else 1


def _spoken(arguments: Namespace) -> str:
    """The language of the words: the one the user names, else the one they seem to be in."""
    spoken = language(arguments.language, arguments.query) or recognise(arguments.query)
    if spoken == UNKNOWN:
        reason = _("The language of the text cannot be told.")
        raise FileError(arguments.query[:60], reason, remedy=_("Name it with --language."))
    return spoken


def _say(console: Console, arguments: Namespace, lines: Sequence[str], values: Sequence[dict[str, Any]]) -> None:
    if arguments.json:
        console.say_json({"found": list(values)})
        return
    for line in lines:
        console.say(line)


def _line(passage: Passage) -> str:
    """Both sides, with what was found in brackets."""
    unit = passage.unit
    texts = [unit.source.string, unit.target.string]
    side = 0 if passage.in_source else 1
    for start, end in reversed(passage.spans):
        texts[side] = f"{texts[side][:start]}[{texts[side][start:end]}]{texts[side][end:]}"
    return f"{' '.join(texts[0].split())}\n    {' '.join(texts[1].split())}{_origin(unit)}"


def _match_line(match: Match) -> str:
    return (
        f"{match.score} %  {' '.join(match.source.string.split())}\n"
        f"    {' '.join(match.offered.string.split())}{_origin(match.unit)}"
    )


def _origin(unit: Unit) -> str:
    origin = unit.provenance
    said = ", ".join(part for part in (origin.title, origin.by, origin.at[:10]) if part)
    return f"\n    ({' '.join(said.split())})" if said else ""


def _as_json(passage: Passage) -> dict[str, Any]:
    return {**_unit_json(passage.unit), "in": "source" if passage.in_source else "target", "spans": passage.spans}


def _match_json(match: Match) -> dict[str, Any]:
    adapted = match.adapted.text.string if match.adapted else None
    return {**_unit_json(match.unit), "score": match.score, "kind": str(match.kind), "adapted": adapted}


def _unit_json(unit: Unit) -> dict[str, Any]:
    origin = unit.provenance
    return {
        "source": unit.source.string,
        "target": unit.target.string,
        "source_language": unit.source_language,
        "target_language": unit.target_language,
        "release": origin.release,
        "title": origin.title,
        "segment": origin.segment,
        "by": origin.by,
        "at": origin.at,
        "state": origin.state,
    }
