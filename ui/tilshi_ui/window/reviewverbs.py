"""The commands of the review view: approving, sending back, one change after another."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from tilshi.i18n import _, ngettext
from tilshi.release import Note, State
from tilshi.release.operations import approve, send_back, set_state
from tilshi.release.reviewing import GIVES, accept_change, reject_change, waiting
from tilshi_ui.document import OpenDocument
from tilshi_ui.preferences import Preferences
from tilshi_ui.review.times import now
from tilshi_ui.window.topbar import View
from tilshi_ui.window.workarea import WorkArea

if TYPE_CHECKING:  # with the first review
    from tilshi_ui.review.card import Deed, ReviewCard

_FRESH: Final = "n"


class ReviewVerbs(QObject):
    """Approves, sends back, accepts and rejects; goes from one segment that waits to the next.

    `said` carries what the user should know and need not confirm.
    """

    said = Signal(str)

    def __init__(self, window: QObject, work: WorkArea, preferences: Preferences) -> None:
        super().__init__(window)
        self._work = work
        self._preferences = preferences
        self.document: OpenDocument | None = None
        work.review_made.connect(self._attach)

    @property
    def is_active(self) -> bool:
        """Whether the review view is shown."""
        return self._work.view is View.REVIEW and self.document is not None

    def view_review(self) -> None:
        """What waits for the user, with what differs since it was approved."""
        self._work.show_view(View.REVIEW)
        if (card := self._card) is not None:
            card.text.setFocus()

    def next_change(self) -> None:
        """Looks at the next change of this segment."""
        if (card := self._shown()) is not None:
            card.step(1)

    def previous_change(self) -> None:
        """Looks at the change before."""
        if (card := self._shown()) is not None:
            card.step(-1)

    def accept_change(self) -> None:
        """The change that is looked at is right."""
        self._decide(accept=True)

    def reject_change(self) -> None:
        """The change that is looked at is taken back."""
        self._decide(accept=False)

    def next_waiting(self) -> None:
        """Goes to the next segment that waits for the user."""
        document = self.document
        if document is None or not self._go_on(document):
            self.said.emit(_("Nothing waits for you in this language."))

    def approve(self) -> None:
        """The translation is right as it stands; goes on with the next one that waits."""
        document = self.document
        if document is None or not self._is_translation(document):
            return
        place, capacity = document.place, self._preferences.now.capacity
        target = document.release.segment(place.segment).target(place.language)
        if not target.text:
            self.said.emit(_("There is no translation to approve yet."))
            return
        state = GIVES[capacity]
        document.session.end_typing()
        if state is State.TRANSLATED:
            document.apply(set_state(document.release, place.segment, place.language, state))
        else:
            by = self._preferences.now.user_name
            document.apply(approve(document.release, place.segment, place.language, state, capacity, by, now()))
        if not self._go_on(document):
            self.said.emit(_("Nothing more waits for you in this language."))

    def return_segment(self) -> None:
        """Asks for a note, with which the translation is sent back."""
        document, card = self.document, self._shown()
        if document is not None and card is not None and self._is_translation(document):
            card.ask_note()

    @property
    def _card(self) -> ReviewCard | None:
        return self._work.review

    def _attach(self, card: ReviewCard) -> None:
        card.wanted.connect(self._do)
        card.returned.connect(self._send_back)

    def _do(self, deed: Deed) -> None:
        from tilshi_ui.review.card import Deed  # whose button was pressed is there

        deeds = {
            Deed.PREVIOUS: self.previous_change,
            Deed.NEXT: self.next_change,
            Deed.ACCEPT: self.accept_change,
            Deed.REJECT: self.reject_change,
            Deed.RETURN: self.return_segment,
            Deed.APPROVE: self.approve,
        }
        deeds[deed]()

    def _send_back(self, words: str) -> None:
        document = self.document
        if document is None:
            return
        place, by = document.place, self._preferences.now.user_name
        release = document.release
        note = Note(fresh_note_id(release.segment(place.segment).notes), words, by, now(), place.language)
        document.session.end_typing()
        document.apply(send_back(release, place.segment, place.language, note))
        if (card := self._card) is not None:
            card.text.setFocus()
        if not self._go_on(document):
            self.said.emit(_("It was returned. Nothing more waits for you in this language."))

    def _decide(self, *, accept: bool) -> None:
        document, card = self.document, self._shown()
        if document is None or card is None or not self._is_translation(document):
            return
        card.refresh()  # the text may be newer than what is shown
        reviewed = card.reviewed
        if reviewed is None or reviewed.baseline.text is None or reviewed.change < 0:
            self.said.emit(_("There is no change to decide about in this segment."))
            return
        change = reviewed.difference.changes[reviewed.change]
        deed = accept_change if accept else reject_change
        edit = deed(
            document.release, reviewed.segment, reviewed.language, reviewed.baseline.text, change.old, change.new
        )
        document.session.end_typing()
        document.apply(edit)
        card.refresh()
        left = len(card.reviewed.difference.changes) if card.reviewed else 0
        words = ngettext("{n} change is left in this segment.", "{n} changes are left in this segment.", left)
        self.said.emit(words.format(n=left) if left else _("No change is left in this segment."))

    def _shown(self) -> ReviewCard | None:
        """The card, where the view is shown; elsewhere a word about where to find it."""
        if not self.is_active:
            self.said.emit(_("Changes are reviewed in the review view, with F10."))
            return None
        return self._card

    def _is_translation(self, document: OpenDocument) -> bool:
        if document.writes_source:
            self.said.emit(_("The source is not approved. Choose a language to review."))
        return not document.writes_source

    def _go_on(self, document: OpenDocument) -> bool:
        """Goes to the next segment that waits, round the end; whether there is one."""
        place, capacity = document.place, self._preferences.now.capacity
        order = list(waiting(document.release, place.language, capacity))
        here = document.number(place.segment)
        following = next((each for each in order if document.number(each) > here), order[0] if order else "")
        if following:
            place.go(following)
            self._work.rows.reveal()
        return bool(following) and following != ""


def fresh_note_id(notes: tuple[Note, ...]) -> str:
    """An id that none of the notes has."""
    taken = {note.id for note in notes}
    return next(name for number in itertools.count(1) if (name := f"{_FRESH}{number}") not in taken)
