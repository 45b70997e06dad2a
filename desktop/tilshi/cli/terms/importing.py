"""`tilshi terms import`: the terms of a file into a glossary of one's own, all of them or none."""

from __future__ import annotations

from argparse import Namespace

from tilshi.cli.console import Console
from tilshi.cli.terms.glossaries import loaded, read
from tilshi.files.errors import FileWarning
from tilshi.files.hazards import limited
from tilshi.i18n import _, ngettext
from tilshi.terminology import shelf
from tilshi.terminology.concepts import Concept
from tilshi.terminology.glossary import Layer
from tilshi.terminology.importing import Plan, plan
from tilshi.terminology.wording import disagreement_message, layer_name

_SHOWN = 10


def run(arguments: Namespace, console: Console) -> int:
    """Says what is, or with `--dry-run` would be, added and changed, and what contradicts."""
    layer = Layer(arguments.into)
    found = read(arguments, console)
    intended = plan(loaded(console), found.termbase, layer)
    for warning in _warnings(intended):
        console.warn(arguments.file, warning)
    if arguments.dry_run:
        for concept in intended.concepts[:_SHOWN]:
            console.say(_summary(concept))
        if rest := len(intended.concepts[_SHOWN:]):
            console.say(ngettext("… and {number} more", "… and {number} more", rest).format(number=rest))
    elif intended.concepts:
        with shelf.open_store(layer) as store:
            store.put(intended.concepts)
    console.say(_report(intended, layer, dry_run=arguments.dry_run))
    return 0


def _warnings(intended: Plan) -> tuple[FileWarning, ...]:
    renamed = (
        FileWarning(_("Another concept has the id “{old}”; this one gets “{new}”.").format(old=old, new=new))
        for old, new in intended.renamed
    )
    clashes = (FileWarning(disagreement_message(clash)) for clash in intended.disagreements)
    return (*limited(renamed), *limited(clashes))


def _summary(concept: Concept) -> str:
    languages = dict.fromkeys(term.language for term in concept.terms)
    terms = (f"{language}: {' | '.join(term.text for term in concept.in_language(language))}" for language in languages)
    return f"{concept.id}  {'  '.join(terms)}"


def _report(intended: Plan, layer: Layer, *, dry_run: bool) -> str:
    text = (
        _("{glossary}: {added} would be added, {changed} changed, {unchanged} are there already")
        if dry_run
        else _("{glossary}: {added} added, {changed} changed, {unchanged} were there already")
    )
    return text.format(
        glossary=layer_name(layer),
        added=len(intended.added),
        changed=len(intended.changed),
        unchanged=len(intended.unchanged),
    )
