"""Where the program's own data lies: fonts, templates, terms, samples, icons, catalogues.

An installed program carries them in ``tilshi/_data``, put there by ``packaging/hatch_build.py`` when the wheel is made.
A checkout keeps them in ``assets/`` and ``locales/`` and needs no building.
"""

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent
_INSTALLED: Final = _PACKAGE / "_data"
_CHECKOUT: Final = _PACKAGE.parents[1]


class MissingResource(FileNotFoundError):
    """A file of the program itself is not there: the installation is damaged."""


def path(*parts: str) -> Path:
    """The file or folder of the program's data at ``parts``, such as ``path("fonts", "NotoSans-Regular.ttf")``.

    ``path("locales", …)`` reaches the catalogues, everything else the assets.

    Raises:
        MissingResource: nothing lies there.
    """
    found = (_INSTALLED if _INSTALLED.is_dir() else _in_checkout(parts)).joinpath(*parts)
    if not found.exists():
        # Not translated: the catalogues may be what is missing.
        raise MissingResource(f"{found}: this part of Tilshi is missing; install the program again")
    return found


def _in_checkout(parts: tuple[str, ...]) -> Path:
    return _CHECKOUT if parts[:1] == ("locales",) else _CHECKOUT / "assets"
