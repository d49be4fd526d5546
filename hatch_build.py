"""Put the bundled files into the wheel, as `seqeditor/_data`, where `seqeditor.bundled` looks."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundledFiles(BuildHookInterface[Any]):
    """Adds `resources/` and the compiled message catalogues; an editable install needs neither."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogues and tell hatch what to put where."""
        if version == "editable":
            return
        # The build runs this file by its path, so the root is not on the path of imports.
        sys.path.insert(0, self.root)
        from installer import catalogues

        included = build_data["force_include"]
        included[str(Path(self.root, "resources"))] = "seqeditor/_data/resources"
        for compiled in catalogues.compile_all(Path(self.root, "build", "translations")):
            included[str(compiled)] = f"seqeditor/_data/translations/{compiled.name}"
