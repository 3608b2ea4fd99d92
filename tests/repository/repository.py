"""The files of this repository, as git sees them: what is committed and what is about to be."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
BINARY_SUFFIXES = frozenset({".woff2", ".ttf", ".png", ".webp", ".ico", ".pdf", ".docx", ".gz"})


@cache
def repository_files() -> tuple[Path, ...]:
    """Every file that is committed or could be, in order; built and installed files are not among them."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout
    paths = (ROOT / name for name in sorted(set(listed.split("\0"))) if name)
    return tuple(path for path in paths if path.is_file())


@cache
def text_files() -> dict[str, str]:
    """Every text file of the repository: its path relative to the root, and its text."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_bytes().decode("utf-8")
        for path in repository_files()
        if path.suffix not in BINARY_SUFFIXES
    }


def files_with_suffix(*suffixes: str) -> dict[str, str]:
    """The text files whose names end in one of the suffixes."""
    return {name: text for name, text in text_files().items() if name.endswith(suffixes)}
