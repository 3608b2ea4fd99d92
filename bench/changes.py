"""``python -m bench.changes [SIZE]``: measure ``khumue diff`` of a manual of so many procedures, and write it down.

The manual is in a git repository. Each edit is compared as files that are being edited, in every format, and once
committed, as two revisions. The edits are from one procedure to what stands in all of them.
"""

import json
import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measuring import Run, in_turn, run
from bench.reporting import Column, to_table
from bench.synthetic import write_manual

SIZE = 1000
ROUNDS = 1
GOAL_SECONDS_OF_1000 = 3.0
SETTINGS = Path(__file__).parent.parent / "mkdocs.yml"
KHUMUE = (sys.executable, "-m", "generator")
FORMATS = ("text", "markdown", "html", "json")
NAME = "changes-results"
COLUMNS: tuple[Column, ...] = (
    ("edit", "edit", "{}"),
    *((f"{each}, s", f"{each}_seconds", "{:.2f}") for each in FORMATS),
    *((f"{each}, processor s", f"{each}_processor_seconds", "{:.2f}") for each in FORMATS),
    ("two revisions, s", "revisions_seconds", "{:.2f}"),
)
"""The table's columns, of fields of a result."""


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit of a manual.

    Attributes:
        name: what is done.
        files: in which files of ``procedures/``, as a pattern.
        pattern: what is replaced there, at its first place in each.
        by: what takes its place.
        most: in how many of these files.
    """

    name: str
    files: str
    pattern: str
    by: str
    most: int | None = None

    def make(self, root: Path) -> None:
        """Make it in a project.

        Raises:
            RuntimeError: when a file does not hold what is replaced.
        """
        for path in sorted((root / "procedures").glob(self.files))[: self.most]:
            text = path.read_text(encoding="utf-8")
            changed = re.sub(self.pattern, self.by, text, count=1)
            if changed == text:
                raise RuntimeError(f"{path.name} does not hold {self.pattern}")
            path.write_text(changed, encoding="utf-8", newline="\n")


EVERY = "area-*/procedure-*.yml"
EDITS = (
    Edit("a role retitled", "catalogue/roles.yml", "title: คณะกรรมการ", "title: คณะทำงาน"),
    Edit("an approver in all", EVERY, "role: area-director", "role: committee"),
    Edit("a law replaced in all", EVERY, r"- budget-regulation\n", "- annual-plan\n"),
    Edit("an approver", EVERY, "role: area-director", "role: committee", 1),
    Edit("a word in 54", EVERY, "(- id: draft\n  text: )", r"\1เร่ง", 54),
)
"""The edits that are measured."""
Figures = Mapping[str, float | str]


def measure(edit: Edit, root: Path) -> Figures:
    """Measure one edit in a repository, which is as it was afterwards."""
    edit.make(root)
    figures: dict[str, float | str] = {"edit": edit.name}
    for shape in FORMATS:
        (told,) = in_turn(ROUNDS, _diff(root, "HEAD", "--format", shape))
        figures[f"{shape}_seconds"] = round(told.seconds, 3)
        figures[f"{shape}_processor_seconds"] = round(told.processor_seconds, 3)
    _git(root, "commit", "--quiet", "--all", "--message", edit.name)
    (told,) = in_turn(ROUNDS, _diff(root, "HEAD~1..HEAD"))
    figures["revisions_seconds"] = round(told.seconds, 3)
    _git(root, "reset", "--quiet", "--hard", "HEAD~1")
    return figures


def _diff(root: Path, *arguments: str) -> Callable[[], Run]:
    return lambda: run((*KHUMUE, "diff", *arguments), root)


def _git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=bench", "-c", "user.email=bench@example.org")
    run(("git", *who, *arguments), root)


def write_repository(directory: Path, count: int) -> Path:
    """Write a manual that git keeps.

    Args:
        directory: its root.
        count: how many procedures.

    Returns:
        The root.
    """
    root = write_manual(directory, count, SETTINGS)
    (root / ".gitignore").write_text(".bench.log\n", encoding="utf-8")
    _git(root, "init", "--quiet")
    _git(root, "add", "--all")
    _git(root, "commit", "--quiet", "--message", "manual")
    return root


def write_results(results: Sequence[Figures], size: int, directory: Path) -> str:
    """Write ``changes-results.json`` and the same as a table, ``changes-results.md``.

    Args:
        results: the figures of each edit.
        size: how many procedures the manual has.
        directory: where the files go.

    Returns:
        The table.
    """
    machine = {"python": platform.python_version(), "system": platform.system(), "cores": os.cpu_count()}
    data = {"machine": machine, "procedures": size, "goal_seconds": GOAL_SECONDS_OF_1000, "results": results}
    text = json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    (directory / f"{NAME}.json").write_text(text, encoding="utf-8")
    table = to_table(results, COLUMNS)  # type: ignore[arg-type]  # the name of the edit is a text
    head = (
        "# What changed\n\nWritten by `make bench-changes`; what is measured and how: `bench/changes.py`.\n\n"
    )
    foot = (
        f"\nPython {machine['python']} on {machine['system']}, {machine['cores']} cores; {size:,} procedures; medians. "
        f"Goal: under {GOAL_SECONDS_OF_1000:.0f} s of 1,000 on two cores that do nothing else.\n"
    )
    (directory / f"{NAME}.md").write_text(head + table + foot, encoding="utf-8")
    return table


def main(arguments: list[str]) -> None:
    """Measure a manual of the size given, or of `SIZE`, and write ``bench/changes-results.*``."""
    size = int(arguments[0]) if arguments else SIZE
    with tempfile.TemporaryDirectory(prefix="khumue-bench-") as workspace:
        root = write_repository(Path(workspace) / "manual", size)
        results = []
        for edit in EDITS:
            print(f"measuring: {edit.name} …", file=sys.stderr, flush=True)
            results.append(measure(edit, root))
            print(write_results(results, size, Path(__file__).parent))
        shutil.rmtree(root)


if __name__ == "__main__":
    main(sys.argv[1:])
