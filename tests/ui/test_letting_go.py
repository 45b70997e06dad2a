"""What is closed is let go of, with all that was known of it."""

from __future__ import annotations

import gc
import weakref

from tests.ui.releases import three_parts
from tilshi_ui.checking.checker import Checker
from tilshi_ui.checking.spelling import Spelling


def test_what_checked_a_closed_release_is_not_kept_by_the_engine() -> None:
    checker = Checker(Spelling())
    assert checker.report(three_parts(), "kk", None) is not None
    gone = weakref.ref(checker)
    del checker
    gc.collect()
    assert gone() is None


def test_a_check_that_nobody_waits_for_ends_without_an_answer() -> None:
    checker = Checker(Spelling())
    checker.turn.stopped = True
    assert checker.report(three_parts(), "kk", None) is None
