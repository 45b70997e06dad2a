"""A draft that nobody has open goes over into another container, with all that was kept of it."""

from __future__ import annotations

from pathlib import Path

from tilshi.drafts.container import Container
from tilshi.drafts.recovery import recover
from tilshi.drafts.saving import Saved
from tilshi.drafts.statefolder import default_state
from tilshi.files.errors import FileError
from tilshi.i18n import _


def reseal_draft(path: Path, before: Container, after: Container, state: Path | None = None) -> Saved:
    """Saves the draft at `path`, with work that was in no file yet, in the container `after`; `before` opens it now.

    Raises:
        FileError: it cannot be read or written, or is open elsewhere; nothing was changed.
    """
    state = state or default_state()
    recovered = recover(path, before, state)
    if recovered.report.elsewhere:
        raise FileError(
            path, _("The draft is open in a window."), remedy=_("Close it there first, or change its protection there.")
        )
    keeper = recovered.keeper(state)
    try:
        return keeper.save(recovered.release, path, container=after)
    finally:
        keeper.close()
