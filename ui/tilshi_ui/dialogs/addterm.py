"""A new term from what is selected on both sides; what it would repeat or contradict is said before it is saved."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtWidgets import QLineEdit, QWidget

from tilshi.files.hazards import hazards
from tilshi.i18n import N_, _
from tilshi.terminology.concepts import Concept, Scope, Status, Term, Termbase, TermType
from tilshi.terminology.folding import key
from tilshi.terminology.glossary import Glossary, Layer
from tilshi.terminology.importing import contradictions
from tilshi.terminology.layers import Clash, Disagreement
from tilshi.terminology.shelf import WRITABLE
from tilshi.terminology.wording import layer_name, status_name
from tilshi_ui.controls.fields import ListField
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.throttle import Throttle
from tilshi_ui.wording import language_name

if TYPE_CHECKING:
    from collections.abc import Sequence

_CHOICES: Final = (Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED)
_SHOWN: Final = 4
"""Objections that are shown; more would not be read."""


_OBJECTIONS: Final = {
    Clash.DUPLICATE: N_("This is in the glossary already: {concept}."),
    Clash.CONFLICT: N_("The glossary translates it otherwise: {concept}."),
    Clash.FORBIDDEN: N_("The glossary contradicts about “{term}”: {concept}."),
}


class Selected(NamedTuple):
    """What is selected in the source and in the translation, and their languages."""

    source: str
    target: str
    source_language: str
    target_language: str


class AddTermDialog(PlainDialog):
    """After `exec`, `concept` is what is to be stored in `layer`; None if the user thought better of it."""

    def __init__(self, selected: Selected, glossary: Glossary, parent: QWidget | None = None) -> None:
        super().__init__(_("Add a term"), parent)
        self.setMinimumWidth(520)
        self.concept: Concept | None = None
        self._glossary = glossary
        self._languages = (selected.source_language, selected.target_language)
        self._id = f"t{uuid.uuid4().hex[:12]}"
        self._source = self._term_field(selected.source, selected.source_language)
        self._target = self._term_field(selected.target, selected.target_language)
        self._status, self._into, self._store = ListField(), ListField(), ListField()
        self._fill_choices()
        self._note = QLineEdit()
        self.add_field(_("Concept"), self._into)
        self.add_field(_("The translation is"), self._status)
        self.add_field(_("Note"), self._note)
        self.add_field(_("Keep it in"), self._store)
        self._objections = PlainLabel(role="strong", wrap=True)
        self.body.addWidget(self._objections)
        self.body.addStretch(1)
        self.add_button(_("&Cancel")).clicked.connect(self.reject)
        self._save = self.add_button(_("&Save"), primary=True)
        self._save.clicked.connect(self._take)
        self._looking = Throttle(self._look, self)
        for field in (self._source, self._target):
            field.textChanged.connect(self._looking.postpone)
        for box in (self._status, self._into, self._store):
            box.currentIndexChanged.connect(self._looking.postpone)
        (self._source if not selected.source else self._target).setFocus()
        self._look()

    @property
    def layer(self) -> Layer:
        """Where it is to be kept."""
        return Layer(self._store.currentData())

    @property
    def objections(self) -> str:
        """What is said against it."""
        return self._objections.text()

    def _term_field(self, text: str, language: str) -> QLineEdit:
        field = QLineEdit(" ".join(text.split()))
        field.setPlaceholderText(_("The term as a dictionary gives it"))
        self.add_field(_("Term · {language}").format(language=language_name(language)), field)
        return field

    def _fill_choices(self) -> None:
        for status in _CHOICES:
            self._status.addItem(_sentence(status_name(status)), status.value)
        for layer in reversed(WRITABLE):
            self._store.addItem(_sentence(layer_name(layer)), layer.value)
        self._into.addItem(_("A new one"), "")

    # What there is already

    def _look(self) -> None:
        """Looks at what is known of either term, offers to add to it, and says what would not go together."""
        known = self._known()
        self._offer(known)
        made = self._made()
        self._save.setEnabled(made is not None)
        if made is None:
            self._objections.setText("")
            return
        others = tuple(concept for concept in known if concept.id != made.id)
        found = [self._objection(each, made) for each in _clashes(made, others)]
        found += [str(warning) for term in made.terms for warning in hazards(term.text)]
        found += self._rivals(made)
        self._objections.setText("\n".join(dict.fromkeys(found[:_SHOWN])))

    def _known(self) -> tuple[Concept, ...]:
        """Concepts that have one of the two terms, in whatever form."""
        found: dict[str, Concept] = {}
        for field, language in zip((self._source, self._target), self._languages, strict=True):
            text = field.text().strip()
            for hit in self._glossary.find(text, language) if text else ():
                if (hit.start, hit.end) == (0, len(text)):
                    found.setdefault(hit.concept.id, hit.concept)
        return tuple(found.values())

    def _offer(self, known: Sequence[Concept]) -> None:
        """Concepts that the terms can be added to."""
        chosen = self._into.currentData()
        ids = [concept.id for concept in known]
        if [self._into.itemData(at) for at in range(1, self._into.count())] == ids:
            return
        self._into.blockSignals(True)  # noqa: FBT003
        while self._into.count() > 1:
            self._into.removeItem(1)
        for concept in known:
            self._into.addItem(_("Add to: {concept}").format(concept=self._named(concept)), concept.id)
        self._into.setCurrentIndex(max(0, self._into.findData(chosen)))
        self._into.blockSignals(False)  # noqa: FBT003

    def _objection(self, found: Disagreement, made: Concept) -> str:
        other = found.lower if found.upper.id == made.id else found.upper
        layer = self._glossary.layer_of(other.id)
        where = f"{self._named(other)} ({layer_name(layer)})" if layer else self._named(other)
        return _(_OBJECTIONS[found.clash]).format(term=found.term.text, concept=where)

    def _named(self, concept: Concept) -> str:
        terms = " — ".join(term.text for code in self._languages if (term := concept.preferred(code)))
        return terms or concept.id

    def _rivals(self, made: Concept) -> list[str]:
        """A second preferred term of one kind in a language."""
        said: list[str] = []
        for language in self._languages:
            preferred = [term for term in made.in_language(language) if term.status is Status.PREFERRED]
            for kind in TermType:
                names = [term.text for term in preferred if term.kind is kind]
                if len(names) > 1:
                    text = _("“{one}” is preferred already; save “{other}” as admitted, or change the other one.")
                    said.append(text.format(one=names[0], other=names[-1]))
        return said

    # What it becomes

    def _made(self) -> Concept | None:
        """The concept as it would be stored; None while a term is missing."""
        texts = [" ".join(field.text().split()) for field in (self._source, self._target)]
        if not all(texts):
            return None
        status = Status(self._status.currentData())
        terms = (_term(texts[0], self._languages[0], Status.PREFERRED), _term(texts[1], self._languages[1], status))
        old = self._glossary.concept(self._into.currentData()) if self._into.currentData() else None
        note = self._note.text().strip()
        if old is None:
            return Concept(self._id, terms, note=note)
        present = {(term.language, key(term.text)) for term in old.terms}
        new = tuple(term for term in terms if (term.language, key(term.text)) not in present)
        return replace(old, terms=(*old.terms, *new), note="\n".join(filter(None, (old.note, note))))

    def _take(self) -> None:
        self._looking.flush()
        self.concept = self._made()
        if self.concept is not None:
            self.accept()


def _term(text: str, language: str, status: Status) -> Term:
    letters = [letter for letter in text if letter.isalpha()]
    is_acronym = 1 < len(letters) <= 8 and " " not in text and sum(map(str.isupper, letters)) > len(letters) / 2
    kind = TermType.ACRONYM if is_acronym else TermType.FULL_FORM
    return Term(text, language, status, kind, scope=Scope.CONCEPT)


def _clashes(made: Concept, others: Sequence[Concept]) -> list[Disagreement]:
    found = contradictions(Termbase("", (made, *others)))
    return [each for each in found if made.id in {each.upper.id, each.lower.id}]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
