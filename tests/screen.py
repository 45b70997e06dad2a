"""A screen of one's own: an X server that shows windows to nobody, for the suite and the benchmarks."""

import shutil
import subprocess
import sys
from types import TracebackType
from typing import Self

SIZE = (1600, 1000)


class Screen:
    """A running Xvfb; `environment` brings programs and Qt onto it. Ends with the process, however that ends."""

    def __init__(self) -> None:
        command = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp", "-noreset"]
        if setpriv := shutil.which("setpriv"):
            # Even if Qt takes us down without a farewell.
            command = [setpriv, "--pdeathsig", "TERM", *command]
        self._server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self._server.stdout is not None
        number = self._server.stdout.readline().strip()
        if not number:
            self.close()
            raise RuntimeError("Xvfb did not start; try it by hand: Xvfb -displayfd 1")
        self.environment = {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}

    @staticmethod
    def is_possible() -> bool:
        """Whether this machine has Xvfb."""
        return sys.platform == "linux" and shutil.which("Xvfb") is not None

    def close(self) -> None:
        """Ends the server."""
        self._server.terminate()
        self._server.communicate()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
