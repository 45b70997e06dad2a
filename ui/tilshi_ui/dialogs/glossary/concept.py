"""The editor of one concept: its terms in every language, and what the grammar must know of them."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget

from tilshi.i18n import N_, _
from tilshi.language.names import ENDONYMS
from tilshi.terminology.concepts import Concept, Reliability, Scope, Status, Term, TermType
from tilshi.terminology.glossary import Layer
from tilshi.terminology.shelf import WRITABLE
from tilshi.terminology.wording import layer_name, reliability_name, scope_name, status_name
from tilshi_ui.controls.fields import ListField
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.panels.termcards import OWN
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import language_name

if TYPE_CHECKING:
    from collections.abc import Iterable

_KINDS: Final = {
    TermType.FULL_FORM: N_("Full form"),
    TermType.ACRONYM: N_("Acronym"),
    TermType.ABBREVIATION: N_("Abbreviation"),
    TermType.SHORT_FORM: N_("Short form"),
    TermType.VARIANT: N_("Variant"),
    TermType.PHRASE: N_("Phrase"),
}
_HARMONY: Final = {None: N_("By the rules"), "front": N_("Soft: -ге, -де"), "back": N_("Hard: -ға, -да")}
_VOWEL: Final = {None: N_("By the rules"), True: N_("With a linking vowel"), False: N_("Without")}


class ConceptDialog(PlainDialog):
    """After `exec`, `concept` is what is to be stored in `layer`; None if nothing is."""

    def __init__(
        self, concept: Concept | None, layer: Layer, languages: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Concept") if concept else _("New concept"), parent)
        self.resize(820, 560)
        self.concept: Concept | None = None
        self._old = concept or Concept(f"t{uuid.uuid4().hex[:12]}", tuple(Term("", code) for code in languages))
        self._terms = list(self._old.terms)
        self._at = -1
        self._fields: dict[str, QLineEdit] = {}
        self._choices: dict[str, ListField] = {}
        self._fill_concept(layer)
        columns = QHBoxLayout()
        columns.setSpacing(4 * STEP)
        columns.addLayout(self._term_list())
        columns.addLayout(self._term_form(), 1)
        self.body.addLayout(columns, 1)
        self._trouble = PlainLabel(role="strong", wrap=True)
        self.body.addWidget(self._trouble)
        self.add_button(_("&Cancel")).clicked.connect(self.reject)
        self.add_button(_("&Save"), primary=True).clicked.connect(self._take)
        self._list_terms()
        self._list.setCurrentRow(0)

    @property
    def layer(self) -> Layer:
        """Where it is to be kept."""
        return Layer(self._choices["layer"].currentData())

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms as they are now."""
        return tuple(self._terms)

    # The pieces

    def _fill_concept(self, layer: Layer) -> None:
        form = _grid()
        for row, (name, caption) in enumerate((("definition", _("Definition")), ("concept_note", _("Note")))):
            self._line(form, row + 1, 0, name, caption, span=3)
        self._line(form, 0, 0, "subject", _("Subject"))
        stores = [(each, _sentence(layer_name(each))) for each in reversed(WRITABLE)]
        box = self._choice(form, 0, 2, "layer", _("Keep it in"), stores)
        box.setCurrentIndex(max(0, box.findData(layer if layer in OWN else Layer.PERSONAL)))
        self._fields["subject"].setText(self._old.subject)
        self._fields["definition"].setText(self._old.definition)
        self._fields["concept_note"].setText(self._old.note)
        self.body.addLayout(form)

    def _term_list(self) -> QVBoxLayout:
        self._list = QListWidget()
        self._list.setAccessibleName(_("Terms"))
        self._list.setFixedWidth(260)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.currentRowChanged.connect(self._show_term)
        buttons = QHBoxLayout()
        for text, deed in ((_("Add &term"), self._add), (_("Remove te&rm"), self._remove)):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(deed)
            buttons.addWidget(button)
        column = QVBoxLayout()
        column.addWidget(self._list, 1)
        column.addLayout(buttons)
        return column

    def _term_form(self) -> QGridLayout:
        form = _grid()
        self._line(form, 0, 0, "text", _("Term"), span=3)
        codes = dict.fromkeys(("kk", "ru", "en", "fr", *(term.language for term in self._terms), *sorted(ENDONYMS)))
        self._choice(form, 1, 0, "language", _("Language"), [(code, language_name(code)) for code in codes])
        statuses = [(status, _sentence(status_name(status))) for status in Status]
        self._choice(form, 1, 2, "status", _("Status"), statuses)
        self._choice(form, 2, 0, "kind", _("Kind"), [(kind, _(name)) for kind, name in _KINDS.items()])
        sure = [(each, _sentence(reliability_name(each)) or _("Not known")) for each in Reliability]
        self._choice(form, 2, 2, "reliability", _("Evidence"), sure)
        scopes = [(scope, _sentence(scope_name(scope))) for scope in Scope]
        self._choice(form, 3, 0, "scope", _("Wrong"), scopes)
        self._line(form, 3, 2, "reason", _("Reason"))
        self._line(form, 4, 0, "sources", _("Source of the term"))
        self._line(form, 4, 2, "note", _("Note"))
        self._choice(form, 5, 0, "harmony", _("Endings"), [(key, _(name)) for key, name in _HARMONY.items()])
        vowels = [(key, _(name)) for key, name in _VOWEL.items()]
        self._choice(form, 5, 2, "linking_vowel", _("Possessive"), vowels)
        self._line(form, 6, 0, "base", _("Base"), span=3)
        self._fields["base"].setPlaceholderText(_("The head noun without its possessive, such as заң in соғыс заңы"))
        form.setRowStretch(7, 1)
        for name in ("text", "reason", "sources", "note", "base"):
            self._fields[name].textEdited.connect(self._store_term)
        for name in ("language", "status", "kind", "reliability", "scope", "harmony", "linking_vowel"):
            self._choices[name].activated.connect(self._store_term)
        return form

    def _line(self, form: QGridLayout, row: int, column: int, name: str, caption: str, span: int = 1) -> None:  # noqa: PLR0913, PLR0917
        field = self._fields[name] = QLineEdit()
        _place(form, row, column, caption, field, span)

    def _choice(  # noqa: PLR0913, PLR0917  # what a row of a form is
        self, form: QGridLayout, row: int, column: int, name: str, caption: str, entries: Iterable[tuple[object, str]]
    ) -> ListField:
        box = self._choices[name] = ListField()
        for value, text in entries:
            box.addItem(text, value)
        _place(form, row, column, caption, box, 1)
        return box

    # Terms

    def _list_terms(self) -> None:
        self._list.blockSignals(True)  # noqa: FBT003
        self._list.clear()
        for term in self._terms:
            self._list.addItem(_line(term))
        self._list.blockSignals(False)  # noqa: FBT003

    def _show_term(self, at: int) -> None:
        self._at = at
        if at < 0:
            return
        term, grammar = self._terms[at], self._terms[at].grammar
        texts = {"text": term.text, "reason": term.reason, "note": term.note, "base": grammar.base or ""}
        for name, text in (*texts.items(), ("sources", "; ".join(term.sources))):
            self._fields[name].setText(text)
        for name in ("language", "status", "kind", "reliability", "scope"):
            self._choose(name, getattr(term, name))
        self._choose("harmony", grammar.harmony)
        self._choose("linking_vowel", grammar.linking_vowel)
        self._enable(term)

    def _choose(self, name: str, value: object) -> None:
        box = self._choices[name]
        values = [box.itemData(at) for at in range(box.count())]
        box.setCurrentIndex(values.index(value))

    def _enable(self, term: Term) -> None:
        """Scope and reason are those of terms not to be used, the overrides of grammar those of Kazakh."""
        for field in (self._choices["scope"], self._fields["reason"]):
            field.setEnabled(term.status.is_forbidden)
        for field in (self._choices["harmony"], self._choices["linking_vowel"], self._fields["base"]):
            field.setEnabled(term.language.startswith("kk"))

    def _store_term(self) -> None:
        """Takes what the form says of the term that is chosen in the list."""
        if not 0 <= self._at < len(self._terms):
            return
        old = self._terms[self._at]
        chosen = {name: box.currentData() for name, box in self._choices.items()}
        texts = {name: " ".join(field.text().split()) for name, field in self._fields.items()}
        sources = tuple(part.strip() for part in texts["sources"].split(";") if part.strip())
        grammar = replace(
            old.grammar,
            harmony=chosen["harmony"],
            linking_vowel=chosen["linking_vowel"],
            base=texts["base"] or None,
        )
        new = replace(
            old,
            text=texts["text"],
            language=chosen["language"],
            status=Status(chosen["status"]),
            kind=TermType(chosen["kind"]),
            reliability=Reliability(chosen["reliability"]),
            scope=Scope(chosen["scope"]),
            reason=texts["reason"],
            sources=sources,
            note=_kept(old.note, self._fields["note"]),
            grammar=grammar,
        )
        self._terms[self._at] = new
        self._list.item(self._at).setText(_line(new))
        self._enable(new)

    def _add(self) -> None:
        self._terms.append(Term("", self._terms[self._at].language if 0 <= self._at < len(self._terms) else "kk"))
        self._list_terms()
        self._list.setCurrentRow(len(self._terms) - 1)
        self._fields["text"].setFocus()

    def _remove(self) -> None:
        if 0 <= self._at < len(self._terms):
            at = self._at
            del self._terms[at]
            self._list_terms()
            self._list.setCurrentRow(min(at, len(self._terms) - 1))

    def _take(self) -> None:
        terms = tuple(term for term in self._terms if term.text)
        if not terms:
            self._trouble.setText(_("A concept has at least one term."))
            return
        self.concept = replace(
            self._old,
            terms=terms,
            subject=self._fields["subject"].text().strip(),
            definition=_kept(self._old.definition, self._fields["definition"]),
            note=_kept(self._old.note, self._fields["concept_note"]),
        )
        self.accept()


def _grid() -> QGridLayout:
    form = QGridLayout()
    form.setHorizontalSpacing(3 * STEP)
    form.setVerticalSpacing(2 * STEP)
    form.setColumnStretch(1, 1)
    form.setColumnStretch(3, 1)
    return form


def _place(form: QGridLayout, row: int, column: int, caption: str, field: QWidget, span: int) -> None:  # noqa: PLR0913, PLR0917
    label = PlainLabel(caption, "dim")
    label.setBuddy(field)
    field.setAccessibleName(caption)
    form.addWidget(label, row, column)
    form.addWidget(field, row, column + 1, 1, span)


def _kept(old: str, field: QLineEdit) -> str:
    """What a field of one line says; the old text with its lines where nobody touched it."""
    return field.text().strip() if field.isModified() else old


def _line(term: Term) -> str:
    text = term.text or "…"
    mark = "" if term.status is Status.PREFERRED else f" · {status_name(term.status)}"
    return f"{term.language}  {text}{mark}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
