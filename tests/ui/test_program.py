"""The program as a whole: its start, what it says when something of its own goes wrong, work in the background."""

import gc
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import document_of
from tests.ui.releases import three_parts
from tilshi import i18n, resources
from tilshi.release import Release, Session
from tilshi.release.operations import write_target
from tilshi_ui.app import Guard
from tilshi_ui.background import Background, Job, Pools
from tilshi_ui.collector import Collector
from tilshi_ui.controls.messages import Severity
from tilshi_ui.qttexts import QtTexts
from tilshi_ui.tally import Tally
from tilshi_ui.throttle import Throttle
from tilshi_ui.window.main import MainWindow

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tilshi_ui import app

def look():
    window, = [widget for widget in QApplication.topLevelWidgets() if hasattr(widget, "desk")]
    if {file!r} and window.desk.document is None and not window.messages.isVisible():
        QTimer.singleShot(50, look)
        return
    print(window.windowTitle(), "|", window.messages.text)
    loaded = {{name.split(".")[0] for name in sys.modules}}
    print(sorted(loaded & {{"numpy", "reportlab", "keyring", "docx", "rapidfuzz", "phonenumbers", "pypdfium2"}}))
    window.close()

application = QApplication(["tilshi"])
QTimer.singleShot(0, look)
sys.exit(app.main(["tilshi", {file!r}] if {file!r} else ["tilshi"]))
"""


def run(file: str) -> list[str]:
    answer = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(file=file)], capture_output=True, text=True, check=False, timeout=60
    )
    assert (answer.returncode, answer.stderr) == (0, "")
    return answer.stdout.splitlines()


def test_the_program_starts_and_ends() -> None:
    title, heavy = run("")
    assert title == "Tilshi | "
    assert heavy == "[]"


def test_the_program_opens_the_file_it_is_given() -> None:
    title, heavy = run(str(resources.path("samples", "press-release.en-kk.xlf")))
    assert title.startswith("Examplia: Central Hospital")
    assert heavy == "[]"


def test_the_program_says_what_is_wrong_with_the_file_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "bad.xlf").write_bytes(b"\x00")
    title, _heavy = run(str(tmp_path / "bad.xlf"))
    assert title.startswith("Tilshi | bad.xlf: ")


def test_a_fault_of_ours_is_said_and_loses_nothing(working: MainWindow, capsys: pytest.CaptureFixture[str]) -> None:
    secret = "a text of the user"
    error = ValueError(secret)
    Guard(working).report(ValueError, error, error.__traceback__)
    assert "ValueError" in working.messages.text
    assert "save it" in working.messages.text
    assert secret not in working.messages.text + capsys.readouterr().err
    assert document_of(working).release == three_parts()


def test_a_note_goes_by_itself_and_an_error_stays(qtbot: QtBot, window: MainWindow) -> None:
    window.messages._passing.setInterval(50)
    window.messages.say(Severity.NOTE, "done")
    assert window.messages.isVisible()
    qtbot.waitUntil(lambda: not window.messages.isVisible())
    window.messages.say(Severity.NOTE, "done")
    window.messages.say(Severity.ERROR, "not done")
    qtbot.wait(150)
    assert (window.messages.isVisible(), window.messages.text) == (True, "not done")


def test_an_answer_comes_in_the_thread_of_the_window(qtbot: QtBot, pools: Pools) -> None:
    job = Job()
    threads: list[QThread] = []
    job.done.connect(lambda _answer: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(job.done):
        job.start(QThread.currentThread, pools.readers)
    assert threads == [QThread.currentThread()]


def test_work_that_fails_says_so(qtbot: QtBot, pools: Pools) -> None:
    def fail() -> None:
        raise ValueError("reason")

    job = Job()
    with qtbot.waitSignal(job.failed) as blocker:
        job.start(fail, pools.readers)
    assert str(blocker.args[0]) == "reason"


def test_background_work_is_done_one_at_a_time_and_stale_answers_are_dropped(qtbot: QtBot, pools: Pools) -> None:
    session = Session(three_parts())
    gate, seen = threading.Event(), []

    def work(release: Release) -> str:
        text = release.segment("s3").target("kk").text.string
        seen.append(text)
        gate.wait(5)
        return text

    background = Background(session, work, pools.readers)
    answers: list[str] = []
    background.answered.connect(answers.append)
    background.ask()
    qtbot.waitUntil(lambda: seen == [""])
    for text in ("a", "ab", "abc"):
        session.apply(write_target(session.release, "s3", "kk", text))
        background.ask()
    gate.set()
    qtbot.waitUntil(lambda: answers == ["abc"])
    assert seen == ["", "abc"]


def test_what_may_wait_is_done_once(qtbot: QtBot) -> None:
    done: list[int] = []
    owner = Pools().readers
    throttle = Throttle(lambda: done.append(1), owner, 20)
    for _ in range(5):
        throttle.ask()
    qtbot.waitUntil(lambda: done == [1])
    throttle.flush()
    assert done == [1]
    throttle.ask()
    throttle.flush()
    assert done == [1, 1]


@pytest.mark.parametrize(("language", "cancel"), [("en", "Cancel"), ("ru", "Отмена"), ("fr", "Annuler"), ("kk", None)])
def test_qt_speaks_the_language_of_the_interface(qapp: QApplication, language: str, cancel: str | None) -> None:
    i18n.use_language(language)
    texts = QtTexts(qapp)
    spoken = qapp.translate("QPlatformTheme", "Cancel")
    assert spoken == cancel if cancel else spoken
    i18n.use_language("en")
    texts.follow()
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_garbage_is_collected_by_the_window_alone(qapp: QApplication) -> None:
    collector = Collector(qapp)
    assert not gc.isenabled()
    kept = [[] for _ in range(50_000)]  # type: ignore[var-annotated]
    for one in kept:
        one.append(one)
    kept.clear()
    collector.collect()
    assert gc.get_count()[0] < 20_000
    collector.close()
    assert gc.isenabled()


def test_counts_follow_every_change() -> None:
    session = Session(three_parts())
    tally = Tally(session.release)
    session.subscribe(lambda change: tally.update(session.release, change))
    assert (tally["kk"].done, tally["kk"].total, tally["kk"].percent, tally.words("kk")) == (1, 3, 33, 4)
    for text in ("бір екі", "", "үш"):
        session.apply(write_target(session.release, "s3", "kk", text))
        fresh = Tally(session.release)
        assert [tally[code] for code in ("kk", "ru")] == [fresh[code] for code in ("kk", "ru")]
        assert [tally.words(code) for code in ("en", "kk")] == [fresh.words(code) for code in ("en", "kk")]
