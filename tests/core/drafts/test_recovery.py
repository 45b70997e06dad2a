"""What is found again, whatever happened to the file or the journal; and the history of saves."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.core.drafts.test_document import SAMPLE
from tilshi.drafts import DraftConflict, open_draft, save_draft
from tilshi.drafts.draft import PLAIN
from tilshi.drafts.history import LAST_DAYS, LAST_SAVES, history, keep_generation, open_generation
from tilshi.drafts.keeper import Keeper
from tilshi.drafts.recovery import Condition, pending, recover
from tilshi.drafts.saving import Origin
from tilshi.drafts.serialising import document_of
from tilshi.drafts.statefolder import folder_of
from tilshi.files.errors import FileError
from tilshi.release import Release


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "draft.tilshi"


def named(name: str) -> Release:
    return replace(SAMPLE, id=name)


def died(path: Path, state: Path, *saved: Release, kept: Release | None = None) -> None:
    """A session that saved these, kept that, and ended."""
    keeper = Keeper(state, Origin(SAMPLE, path), PLAIN)
    for release in saved:
        keeper.save(release, path)
    if kept is not None:
        keeper.keep(kept)
    keeper.close()


def test_an_unsaved_edit_is_recovered_and_listed(path: Path, state: Path) -> None:
    died(path, state, named("one"), kept=named("two"))
    recovered = recover(path, state=state)
    assert (recovered.release, recovered.report.edits) == (named("two"), 1)
    assert recovered.report.condition is Condition.SOUND
    assert [unsaved.path for unsaved in pending(state=state)] == [path]


@pytest.mark.parametrize("loss", ["missing", "damaged"])
def test_a_lost_file_comes_back_from_the_journal(path: Path, state: Path, loss: str) -> None:
    died(path, state, named("one"), kept=named("two"))
    if loss == "missing":
        path.unlink()
    else:
        path.write_bytes(b"{damaged")
    recovered = recover(path, state=state)
    assert (recovered.release, recovered.report.condition) == (named("two"), Condition(loss))
    keeper = recovered.keeper(state)
    keeper.save(recovered.release, path)
    keeper.close()
    assert open_draft(path).release == named("two")
    aside = [file.read_bytes() for file in path.parent.glob("*damaged*")]
    assert aside == ([b"{damaged"] if loss == "damaged" else [])


def test_a_file_put_back_to_an_earlier_state_gets_the_later_one(path: Path, state: Path) -> None:
    died(path, state, named("one"))
    earlier = path.read_bytes()
    recovered = recover(path, state=state)
    keeper = recovered.keeper(state)
    keeper.save(named("two"), path)
    keeper.close()
    path.write_bytes(earlier)
    found = recover(path, state=state)
    assert (found.release, found.report.condition) == (named("two"), Condition.OLDER)


def test_a_damaged_record_loses_itself_only_and_is_counted(path: Path, state: Path) -> None:
    keeper = Keeper(state, Origin(SAMPLE, path), PLAIN)
    keeper.save(SAMPLE, path)
    keeper.keep(named("two"))
    keeper.keep(replace(named("two"), template="statement"))
    keeper.close()
    [journal] = state.rglob("*.journal")
    journal.write_bytes(journal.read_bytes().replace(b'"id": "two"', b'"id": "twx"', 1))
    recovered = recover(path, state=state)
    assert recovered.report.records == 1
    assert recovered.release.template == "statement"


def test_somebody_elses_save_is_merged_with_what_was_not_saved(path: Path, state: Path) -> None:
    died(path, state, SAMPLE, kept=named("ours"))
    save_draft(replace(SAMPLE, template="statement"), path, overwrite=True)
    recovered = recover(path, state=state)
    assert recovered.release == replace(named("ours"), template="statement")
    assert (recovered.report.condition, recovered.report.conflicts) == (Condition.CHANGED, ())


def test_the_same_changed_by_both_is_refused_by_a_save_and_shown(path: Path, state: Path) -> None:
    keeper = Keeper(state, Origin(SAMPLE, path), PLAIN)
    keeper.save(SAMPLE, path)
    save_draft(named("theirs"), path, overwrite=True)
    with pytest.raises(DraftConflict) as refused:
        keeper.save(named("ours"), path)
    assert refused.value.merged is not None
    assert open_draft(path).release == named("theirs")
    keeper.save(named("ours"), path, seen=refused.value.fingerprint)
    keeper.close()
    assert open_draft(path).release == named("ours")
    assert named("theirs") in [open_generation(each) for each in history(path, state=state)]


def test_the_history_keeps_the_last_saves_and_one_a_day(path: Path, state: Path) -> None:
    folder = folder_of(state, path)
    today = datetime(2026, 3, 31, 12, tzinfo=UTC)
    for number in range(160):
        at = today - timedelta(hours=12 * (160 - number))
        document = document_of(named(str(number)))
        keep_generation(folder, document, PLAIN, fingerprint=f"{number:064x}"[::-1], at=at, by="Jane Example")
    found = history(path, state=state)
    days = {each.at.date() for each in found}
    assert len(days) == LAST_DAYS
    assert len(found) == LAST_SAVES + LAST_DAYS - 11, "the last saves are of eleven days"
    assert found[0].by == "Jane Example"
    assert open_generation(found[0]) == named("159")


def test_nothing_at_all_is_said_plainly(path: Path, state: Path) -> None:
    with pytest.raises(FileError, match="There is no such file"):
        recover(path, state=state)
    assert pending(state=state) == ()
