"""What a noun form expresses, in the terms of the field: number, possessor, case, and what may follow the case.

Values are short tags; ``Features.apertium`` and ``Features.unimorph`` give a form in the tag sets of those projects.
"""

from dataclasses import dataclass
from enum import StrEnum


class Number(StrEnum):
    """Number of the noun itself (not of its possessor)."""

    SINGULAR = "sg"
    PLURAL = "pl"


class Possessor(StrEnum):
    """Person of the possessor marked on the noun. Kazakh does not tell one third person from many."""

    NONE = "none"
    FIRST_SINGULAR = "px1sg"
    SECOND_SINGULAR = "px2sg"
    SECOND_FORMAL = "px2frm"
    THIRD = "px3"
    FIRST_PLURAL = "px1pl"
    SECOND_PLURAL = "px2pl"
    SECOND_PLURAL_FORMAL = "px2pl.frm"


class Case(StrEnum):
    """The seven cases, in the order of Kazakh school grammars."""

    NOMINATIVE = "nom"
    GENITIVE = "gen"
    DATIVE = "dat"
    ACCUSATIVE = "acc"
    LOCATIVE = "loc"
    ABLATIVE = "abl"
    INSTRUMENTAL = "ins"


class Person(StrEnum):
    """Person of a noun that is the predicate of a sentence: «мен дәрігермін», "I am a doctor"."""

    FIRST_SINGULAR = "p1.sg"
    SECOND_SINGULAR = "p2.sg"
    SECOND_FORMAL = "p2.sg.frm"
    FIRST_PLURAL = "p1.pl"
    SECOND_PLURAL = "p2.pl"
    SECOND_PLURAL_FORMAL = "p2.pl.frm"


class Relation(StrEnum):
    """How a finished form becomes a new noun, which then takes the whole paradigm again."""

    LOCATIVE = "attr"
    """-дағы: «Астанадағы», "the one in Astana"."""
    GENITIVE = "subst"
    """-нікі: «Қазақстандікі», "the one of Kazakhstan"."""
    SIMILATIVE = "sim"
    """-дай: «адамдай», "like a man"; nothing follows it."""
    EQUATIVE = "equ"
    """-ша after a possessor: «пікірінше», "in his opinion"; nothing follows it (a bare stem + -ша is another lemma)."""


@dataclass(frozen=True, slots=True)
class Features:
    """One reading of a form.

    ``inner`` is the form that ``relation`` started from: «Астанадағылар» is the plural of the relation of «Астанада».
    """

    number: Number = Number.SINGULAR
    possessor: Possessor = Possessor.NONE
    case: Case = Case.NOMINATIVE
    person: Person | None = None
    relation: Relation | None = None
    inner: "Features | None" = None

    @property
    def of_lemma(self) -> "Features":
        """The features of the noun itself, below any -дағы or -нікі."""
        return self.inner.of_lemma if self.inner else self

    @property
    def apertium(self) -> str:
        """Tags in Apertium's order, as in ``<n><pl><px3sp><gen>``."""
        tags = [self.inner.apertium if self.inner else "<n>"]
        if self.relation:
            tags.append(f"<{self.relation}>")
        if self.number is Number.PLURAL:
            tags.append("<pl>")
        if self.possessor is not Possessor.NONE:
            tags.append(f"<{_APERTIUM_POSSESSOR[self.possessor]}>")
        if not (self.relation and self == Features(relation=self.relation, inner=self.inner)):
            tags.append(f"<{self.case}>")
        if self.person:
            tags.append("+е<cop><aor>" + "".join(f"<{tag}>" for tag in self.person.split(".")))
        return "".join(tags)

    @property
    def unimorph(self) -> str:
        """The UniMorph bundle of the noun itself, as in ``N;GEN;PL;PSS3``; later layers are not expressible there."""
        noun = self.of_lemma
        bundle = ["N", _UNIMORPH_CASE[noun.case], "SG" if noun.number is Number.SINGULAR else "PL"]
        if noun.possessor is not Possessor.NONE:
            bundle.append(_UNIMORPH_POSSESSOR[noun.possessor])
        return ";".join(bundle)


_APERTIUM_POSSESSOR = {
    Possessor.FIRST_SINGULAR: "px1sg",
    Possessor.SECOND_SINGULAR: "px2sg",
    Possessor.SECOND_FORMAL: "px2sg><frm",
    Possessor.THIRD: "px3sp",
    Possessor.FIRST_PLURAL: "px1pl",
    Possessor.SECOND_PLURAL: "px2pl",
    Possessor.SECOND_PLURAL_FORMAL: "px2pl><frm",
}

_UNIMORPH_CASE = {
    Case.NOMINATIVE: "NOM",
    Case.GENITIVE: "GEN",
    Case.DATIVE: "DAT",
    Case.ACCUSATIVE: "ACC",
    Case.LOCATIVE: "LOC",
    Case.ABLATIVE: "ABL",
    Case.INSTRUMENTAL: "INS",
}

_UNIMORPH_POSSESSOR = {
    Possessor.FIRST_SINGULAR: "PSS1S",
    Possessor.SECOND_SINGULAR: "PSS2S",
    Possessor.SECOND_FORMAL: "PSS2S;FORM",
    Possessor.THIRD: "PSS3",
    Possessor.FIRST_PLURAL: "PSS1P",
    Possessor.SECOND_PLURAL: "PSS2P;INFM",
    Possessor.SECOND_PLURAL_FORMAL: "PSS2P;FORM",
}
