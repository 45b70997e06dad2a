"""What is said of terms and their forms, in the interface's language."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from tilshi.i18n import N_, _, pgettext
from tilshi.language.kazakh.features import Case, Features, Number, Possessor, Relation
from tilshi.terminology.concepts import Reliability, Scope, Status
from tilshi.terminology.glossary import Layer
from tilshi.terminology.layers import Clash, Disagreement

# The cases of all languages; Kazakh and Russian share most of them.
_CASES: Final = {
    "nom": N_("nominative"),
    "gen": N_("genitive"),
    "dat": N_("dative"),
    "acc": N_("accusative"),
    "loc": N_("locative"),
    "abl": N_("ablative"),
    "ins": N_("instrumental"),
    "nomn": N_("nominative"),
    "gent": N_("genitive"),
    "datv": N_("dative"),
    "accs": N_("accusative"),
    "ablt": N_("instrumental"),
    "loct": N_("prepositional"),
}
_POSSESSORS: Final = {
    Possessor.FIRST_SINGULAR: N_("mine"),
    Possessor.SECOND_SINGULAR: N_("yours (familiar)"),
    Possessor.SECOND_FORMAL: N_("yours (polite)"),
    Possessor.THIRD: N_("his, hers, its or theirs"),
    Possessor.FIRST_PLURAL: N_("ours"),
    Possessor.SECOND_PLURAL: N_("yours (several, familiar)"),
    Possessor.SECOND_PLURAL_FORMAL: N_("yours (several, polite)"),
}
_RELATIONS: Final = {
    Relation.LOCATIVE: N_("being there (-дағы)"),
    Relation.GENITIVE: N_("belonging to it (-нікі)"),
    Relation.SIMILATIVE: N_("like it (-дай)"),
    Relation.EQUATIVE: N_("in its way (-ша)"),
}
_STATUSES: Final = {
    Status.PREFERRED: N_("preferred"),
    Status.ADMITTED: N_("admitted"),
    Status.DEPRECATED: N_("not to be used"),
    Status.SUPERSEDED: N_("out of use"),
}
_LAYERS: Final = {
    Layer.BUNDLED: N_("shipped with Tilshi"),
    Layer.NAMES: N_("names"),
    Layer.ORGANISATION: N_("the organisation’s"),
    Layer.PERSONAL: N_("your own"),
}
_CLASHES: Final = {
    Clash.DUPLICATE: N_("{one} and {other} say the same: “{term}” [{language}]."),
    Clash.CONFLICT: N_("{one} and {other} give one term different equivalents: “{term}” [{language}] and another."),
    Clash.FORBIDDEN: N_("{one} and {other} contradict: one uses “{term}” [{language}], the other forbids it."),
}


def case_name(case: StrEnum) -> str:
    """The name of a grammatical case, Kazakh or Russian."""
    return _(_CASES[str(case)])


def number_name(number: StrEnum) -> str:
    """Singular or plural."""
    return _("plural") if str(number) in (Number.PLURAL, "plur") else _("singular")


def possessor_name(possessor: Possessor) -> str:
    """Whose it is, as a word; nothing where it is nobody's."""
    return _(_POSSESSORS[possessor]) if possessor in _POSSESSORS else ""


def form_name(features: Features) -> str:
    """A form of a Kazakh noun: number, possessor and case, then what is built on them."""
    noun = features.of_lemma
    parts = [number_name(noun.number), possessor_name(noun.possessor), case_name(noun.case)]
    layer: Features | None = features
    while layer is not None and layer.relation is not None:
        parts.append(_(_RELATIONS[layer.relation]))
        if layer.case is not Case.NOMINATIVE:
            parts.append(case_name(layer.case))
        layer = layer.inner
    if features.person is not None:
        parts.append(_("predicate"))
    return ", ".join(part for part in parts if part)


def status_name(status: Status) -> str:
    """Whether a term is wanted."""
    return _(_STATUSES[status])


def reliability_name(reliability: Reliability) -> str:
    """Whether a term was seen in use; nothing where that is not known."""
    if reliability is Reliability.UNKNOWN:
        return ""
    return _("attested") if reliability is Reliability.ATTESTED else _("proposed, not reviewed yet")


def scope_name(scope: Scope) -> str:
    """Where a term is wrong."""
    return pgettext("wrong", "always") if scope is Scope.ALWAYS else _("for this concept")


def layer_name(layer: Layer) -> str:
    """Whose termbase it is."""
    return _(_LAYERS[layer])


def disagreement_message(found: Disagreement) -> str:
    """What two concepts clash over, in a sentence."""
    values = {"term": found.term.text, "language": found.term.language, "one": found.upper.id, "other": found.lower.id}
    return _(_CLASHES[found.clash]).format(**values)
