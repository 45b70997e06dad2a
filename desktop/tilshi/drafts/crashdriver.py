"""`python -m tilshi.drafts.crashdriver DOC STATE`: a draft driven through standard input, to be killed at any moment.

    OPEN                    → OK <number>             open or recover
    EDIT <n> <segment> <text in base64> → ACK <n>     once it is durable; ERR <n> <why> if it is not
    SAVE                    → ACK SAVE | ERR SAVE <why>
    DUMP                    → STATE {"seq": …, "segments": {segment: beginning of the text's SHA-256}}
    QUIT                    → BYE

It has nothing of its own: recovery, journal, writer and save are those of the window.
"""

from __future__ import annotations

import base64
import hashlib
import json
import sys
import threading
from dataclasses import replace
from pathlib import Path

from tilshi.drafts.draft import PLAIN
from tilshi.drafts.keeper import Keeper
from tilshi.drafts.recovery import recover
from tilshi.drafts.saving import Origin
from tilshi.drafts.writer import FileSaved, JournalWriter, Kept, News, NotKept
from tilshi.files.errors import FileError
from tilshi.release import Block, Release, Role, Segment, Text

_EMPTY = Release("crash", "en", ("kk",))


class Driver:
    """One session on one draft."""

    def __init__(self, document: Path, state: Path) -> None:
        self._document = document
        self._state = state
        self._release = _EMPTY
        self._revision = 0
        self._waiting: list[int] = []
        self._writer: JournalWriter | None = None
        self._output = threading.Lock()

    def obey(self, line: str) -> bool:
        """Does what a line says; whether there is more to come."""
        match line.split():
            case ["OPEN"]:
                self._open()
            case ["EDIT", number, segment, text]:
                self._edit(int(number), segment, base64.b64decode(text).decode())
            case ["SAVE"]:
                assert self._writer is not None
                self._writer.save(self._revision, self._release, self._document)
            case ["DUMP"]:
                self._dump()
            case ["QUIT"]:
                if self._writer is not None:
                    self._writer.close()
                self._say("BYE")
                return False
            case _:
                self._say(f"ERR {line.strip()!r} is no command")
        return True

    def _open(self) -> None:
        try:
            recovered = recover(self._document, state=self._state)
        except FileError as error:
            if self._document.exists():
                self._say(f"ERR OPEN {error}")
                return
            keeper = Keeper(self._state, Origin(_EMPTY, self._document), PLAIN)
        else:
            keeper, self._release = recovered.keeper(self._state), recovered.release
        self._writer = JournalWriter(keeper, self._hear)
        self._say(f"OK {len(self._release.places or {})}")

    def _edit(self, number: int, name: str, text: str) -> None:
        assert self._writer is not None
        segment = Segment(name, Text(text))
        if name in (self._release.places or {}):
            self._release = self._release.with_segment(replace(self._release.segment(name), source=segment.source))
        else:
            block = Block(name, Role.BODY, (segment,))
            self._release = self._release.with_blocks((*self._release.blocks, block))
        self._revision = number
        with self._output:
            self._waiting.append(number)
        self._writer.submit(number, self._release)

    def _dump(self) -> None:
        texts = {segment.id: segment.source.string for _block, segment in self._release.segments()}
        digests = {name: hashlib.sha256(text.encode()).hexdigest()[:16] for name, text in texts.items()}
        self._say("STATE " + json.dumps({"seq": self._revision, "segments": digests}))

    def _hear(self, news: News) -> None:
        """In the writer's thread."""
        if isinstance(news, Kept | NotKept):
            with self._output:
                done = [number for number in self._waiting if number <= news.revision]
                self._waiting = self._waiting[len(done) :]
            for number in done:
                self._say(f"ACK {number}" if isinstance(news, Kept) else f"ERR {number} {news.error}")
        elif isinstance(news, FileSaved):
            self._say("ACK SAVE")
        else:
            self._say(f"ERR SAVE {news.error}")

    def _say(self, line: str) -> None:
        with self._output:
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


def main(arguments: list[str]) -> int:
    """Reads commands until QUIT or the end of the input."""
    driver = Driver(Path(arguments[0]), Path(arguments[1]))
    for line in sys.stdin:
        if not driver.obey(line):
            break
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
