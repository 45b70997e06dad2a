"""Build hook: puts the assets and the compiled catalogues into a wheel, as ``tilshi/_data``.

Only into wheels: an editable install reads both where they lie in the checkout (see ``tilshi.resources``), and a copy
in the source tree would grow stale unnoticed.
"""

import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA = "tilshi/_data"
# Pictures for the README.
NOT_SHIPPED = {"pictures"}


class DataHook(BuildHookInterface[Any]):
    """Adds the program's data to a wheel without touching the checkout."""

    PLUGIN_NAME = "custom"

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._scratch = tempfile.TemporaryDirectory(prefix="tilshi-catalogues-")

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Names what goes into the wheel besides the code."""
        if version == "editable":
            return
        root = Path(self.root)
        included = build_data["force_include"]
        for asset in sorted((root / "assets").rglob("*")):
            inside = asset.relative_to(root / "assets")
            if asset.is_file() and inside.parts[0] not in NOT_SHIPPED:
                included[str(asset)] = f"{DATA}/{inside.as_posix()}"
        for catalogue in sorted((root / "locales").glob("*/*.po")):
            code = catalogue.parent.name
            included[str(self._compile(catalogue))] = f"{DATA}/locales/{code}/LC_MESSAGES/{catalogue.stem}.mo"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Leaves nothing behind."""
        self._scratch.cleanup()

    def _compile(self, catalogue: Path) -> Path:
        import polib  # the editable build runs this file too, and must not need more than it uses

        compiled = Path(self._scratch.name) / f"{catalogue.parent.name}.mo"
        polib.pofile(str(catalogue)).save_as_mofile(str(compiled))
        return compiled
