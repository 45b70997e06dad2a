"""What Tilshi knows of a term and TBX-Basic has no data category for, written as notes a person can read too.

The form is the one of the termbase that ships with the program: "reliability: attested; form seen: соғыс заңдары",
"scope: always; no organisation has this name", "grammar: harmony front; base заң", "valid: 2022-09-17/..". What an
imported file says and TBX-Basic does not allow goes out as "tbx: " and the XML.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tilshi.terminology.concepts import BY_RULE, Grammar, Reliability, Scope, Term, interval

_YES_NO = {"yes": True, "no": False}
_SWITCHES = {"linking vowel": "linking_vowel", "voicing": "voicing", "izafet": "izafet", "acronym": "acronym"}


RAW = "tbx: "
"""What begins a note that holds a foreign XML fragment."""


def remarks(term: Term) -> Iterator[str]:
    """The notes that carry a term's reliability, scope, grammar, validity and own note."""
    if term.reliability is not Reliability.UNKNOWN or term.seen:
        parts = [f"reliability: {term.reliability or 'unknown'}"]
        yield "; ".join([*parts, f"form seen: {term.seen}"] if term.seen else parts)
    if term.status.is_forbidden or term.scope is not Scope.CONCEPT or term.reason:
        yield "; ".join([f"scope: {term.scope}", term.reason] if term.reason else [f"scope: {term.scope}"])
    if term.grammar != BY_RULE:
        yield f"grammar: {grammar_text(term.grammar)}"
    if term.validity:
        yield f"valid: {term.validity}"
    if term.note:
        yield term.note


def apply_remark(term: Term, note: str) -> Term:
    """The term with what a note says of it; a note of another kind becomes, or joins, the term's own note."""
    head, _, rest = note.partition(":")
    match head:
        case "reliability":
            applied = _with_reliability(term, rest)
        case "scope":
            applied = _with_scope(term, rest)
        case "grammar":
            applied = _with_grammar(term, rest)
        case "valid":
            applied = _with_validity(term, rest)
        case _:
            applied = None
    if applied is not None:
        return applied
    return replace(term, note=f"{term.note}\n{note}" if term.note else note)


def grammar_text(grammar: Grammar) -> str:
    """What an entry knows of its forms as words: "harmony front; base заң"; empty if the rules decide everything."""
    return "; ".join(_grammar(grammar))


def parsed_grammar(text: str) -> Grammar | None:
    """What `grammar_text` has written; None if it is something else."""
    grammar = BY_RULE
    for part in text.strip().split("; ") if text.strip() else ():
        words, _, value = part.rpartition(" ")
        if words in _SWITCHES and value in _YES_NO:
            grammar = _switched(grammar, _SWITCHES[words], on=_YES_NO[value])
        elif words == "harmony" and value in ("front", "back"):
            grammar = replace(grammar, harmony=value)
        elif part.startswith("base "):
            grammar = replace(grammar, base=part.removeprefix("base "))
        else:
            return None
    return grammar


def _grammar(grammar: Grammar) -> Iterator[str]:
    if grammar.harmony:
        yield f"harmony {grammar.harmony}"
    for words, field in _SWITCHES.items():
        value = getattr(grammar, field)
        if value is not None:
            yield f"{words} {'yes' if value else 'no'}"
    if grammar.base:
        yield f"base {grammar.base}"


def _with_reliability(term: Term, rest: str) -> Term | None:
    mark, _, more = rest.strip().partition("; ")
    if mark not in (*Reliability, "unknown") or (more and not more.startswith("form seen: ")):
        return None
    known = Reliability.UNKNOWN if mark == "unknown" else Reliability(mark)
    return replace(term, reliability=known, seen=more.removeprefix("form seen: "))


def _with_scope(term: Term, rest: str) -> Term | None:
    scope, _, reason = rest.strip().partition("; ")
    return replace(term, scope=Scope(scope), reason=reason) if scope in tuple(Scope) else None


def _with_grammar(term: Term, rest: str) -> Term | None:
    grammar = parsed_grammar(rest)
    return None if grammar is None else replace(term, grammar=grammar)


def _with_validity(term: Term, rest: str) -> Term | None:
    days = interval(rest)
    return None if days is None else replace(term, valid_from=days[0], valid_until=days[1])


def _switched(grammar: Grammar, field: str, *, on: bool) -> Grammar:
    values: dict[str, Any] = {field: on}
    return replace(grammar, **values)
