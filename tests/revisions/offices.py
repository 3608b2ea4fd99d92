"""The manual of ``office/`` with edits made to it, as folders that can be compared."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

OFFICE = Path(__file__).parent / "office"
EDITS: Mapping[str, Mapping[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "edits.yml").read_text(encoding="utf-8")
)


def copied(target: Path) -> Path:
    """A copy of the manual."""
    shutil.copytree(OFFICE, target)
    return target


def edit(root: Path, steps: Sequence[Mapping[str, str]]) -> None:
    """Make edits as ``edits.yml`` writes them."""
    for each in steps:
        if "move" in each:
            (root / each["to"]).parent.mkdir(parents=True, exist_ok=True)
            (root / each["move"]).rename(root / each["to"])
        elif "remove" in each:
            (root / each["remove"]).unlink()
        elif "write" in each:
            (root / each["write"]).write_text(each["text"], encoding="utf-8", newline="")
        else:
            path = root / each["in"]
            text = path.read_text(encoding="utf-8")
            assert each["old"] in text, each
            path.write_text(text.replace(each["old"], each["new"]), encoding="utf-8", newline="")
