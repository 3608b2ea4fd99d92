"""Where a site may go: a build replaces what is there, and must never replace anything but a site."""

from collections.abc import Iterable
from pathlib import Path

_MARKS = ("index.html", "404.html")
"""The pages at the root of every site, ours and those that MkDocs built itself."""


def may_hold_site(root: Path, site_dir: Path) -> bool:
    """Whether a build may put a site into a folder and remove what is there.

    Args:
        root: the project's root, which holds ``mkdocs.yml`` and ``procedures/``.
        site_dir: the folder. It may be missing, empty, a site, or hold nothing but the sites of editions (as a share
            of them leaves it); hidden files count for nothing. The project itself and what its files stand in never
            may: not its root, nor a folder around it, nor its sources or a folder in them.
    """
    root, site_dir = root.resolve(), site_dir.resolve()
    if root.is_relative_to(site_dir) or any(site_dir.is_relative_to(each) for each in _sources(root)):
        return False
    if not site_dir.is_dir() or _is_site(site_dir):
        return True
    return all(_is_site(entry) for entry in site_dir.iterdir() if not entry.name.startswith("."))


def _sources(root: Path) -> Iterable[Path]:
    """The folders of a project that hold what people wrote, and what git keeps."""
    return (root / name for name in ("procedures", "docs", "flowcharts", ".git"))


def _is_site(folder: Path) -> bool:
    return any((folder / mark).is_file() for mark in _MARKS)
