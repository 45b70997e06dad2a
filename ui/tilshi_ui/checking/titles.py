"""The interface's words for kinds of findings and for what is offered."""

from __future__ import annotations

from functools import cache
from typing import Final

from tilshi.checking.findings import Fix
from tilshi.i18n import N_, _
from tilshi_ui.editor.display import shown

_SPACES: Final = {
    " ": N_("a space"),
    "\u00a0": N_("a no-break space"),
    "\u202f": N_("a narrow no-break space"),
    "\n": N_("a new line"),
}
_LONGEST: Final = 60


def kind_title(rule: str) -> str:
    """What a kind of finding is called, such as `A number that differs from the source's`."""
    if title := _titles().get(rule):
        return _(title)
    return _("A check that broke down") if rule == "check.failed" else rule


def whole_release() -> str:
    """The place of findings that are about no single part."""
    return _("The whole release")


def offer(fix: Fix) -> str:
    """What a fix does, for a button."""
    if not fix.replacement:
        return _("Delete")
    return _("Replace with {text}").format(text=quoted(fix.replacement))


def quoted(text: str) -> str:
    """A text between quotation marks, shortened; a lone space by its name."""
    if text in _SPACES:
        return _(_SPACES[text])
    line = shown(text.replace("\n", "↵"))
    return f"“{line[:_LONGEST]}…”" if len(line) > _LONGEST else f"“{line}”"


@cache
def _titles() -> dict[str, str]:
    from tilshi.checking.catalogue import RULES  # loaded long since, with the first answer

    return {rule.id: rule.title for rule in RULES}
