"""Lays out small projects for tests.

`MINIMAL`, the smallest valid project, stands as files in ``minimal/`` beside this module: read it there.
"""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

_MINIMAL_DIRECTORY = Path(__file__).parent / "minimal"

MINIMAL: dict[str, str] = {
    path.relative_to(_MINIMAL_DIRECTORY).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(_MINIMAL_DIRECTORY.rglob("*.yml"))
}
"""The smallest valid project: paths relative to its root, with forward slashes, and their texts."""

SITE: dict[str, str] = {
    "mkdocs.yml": "site_name: คู่มือ\nplugins: [search, thai_search, procedures]\ntheme: material\n",
    "docs/about/foreword.md": "# คำนำ\n",
}
"""What such a project has besides so that a site can be made of it."""


def write_project(directory: Path, files: Mapping[str, str]) -> Path:
    """Write the files of a project.

    Args:
        directory: the project's root; made when missing.
        files: paths relative to the root, with forward slashes, and their texts. A text that starts with a
            line break is written without it and without the indentation that its lines share, so that tests
            can show files in triple quotes.

    Returns:
        The root.
    """
    for name, text in files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text[1:]) if text.startswith("\n") else text, encoding="utf-8", newline="\n")
    return directory


def minimal_with(changes: Mapping[str, str | None]) -> dict[str, str]:
    """`MINIMAL` with files put in or changed; those whose text is None are left out."""
    merged = {**MINIMAL, **changes}
    return {name: text for name, text in merged.items() if text is not None}
