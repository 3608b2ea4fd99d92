"""Where a site may go: a build replaces what is there, and must never replace anything but a site."""

from collections.abc import Iterable
from pathlib import Path

from generator.project import SITE_FOLDER, read_site_settings
from generator.storage import entries, is_file, is_folder, is_harmless, is_there, not_made, places_of, within

STYLE_SHEET = "assets/khumue/khumue.css"
"""The uri of the style sheet of every page, by which a site of ours is known."""
HIDDEN = "."
"""How the names begin of what tools keep for people: a project's workflows, an editor's settings."""
REPOSITORY = ".git"
"""What git keeps of a checkout: work that may exist nowhere else."""
MARK = ".khumue-site"
"""The file of a site that names the others that were made with it."""


def default_place(root: Path) -> Path:
    """Where the site of a project goes unless somebody names a place.

    Raises:
        generator.storage.OutsideError: when a link of the file system there leads out of the project.
    """
    return within(root, SITE_FOLDER)


def is_source(root: Path, folder: Path) -> bool:
    """Whether a folder is the project, one around it, or one of those in which people write or git keeps things.

    Args:
        root: the project's root, which holds ``mkdocs.yml`` and ``procedures/``.
        folder: the folder.
    """
    root, folder = root.resolve(), folder.resolve()
    if root.is_relative_to(folder) or any(folder.is_relative_to(each) for each in _sources(root)):
        return True
    inside = folder.parts[len(root.parts) :] if folder.is_relative_to(root) else ()
    return any(part.startswith(HIDDEN) for part in inside)


def strangers(site_dir: Path) -> list[str]:
    """What a build into a folder would remove though it is no site: its names, in order.

    Args:
        site_dir: the folder. Nothing is in the way where it is missing, empty, a site that khumue built, or holds
            nothing but such sites (as a share of the editions leaves it). What somebody put into a site always is,
            and a repository.
    """
    if not is_folder(site_dir, ""):
        return [site_dir.name] if is_there(site_dir.parent, site_dir.name) else []
    found = [each for each in entries(site_dir, "") if not is_harmless(each.name)]
    if repositories := places_of(site_dir, "", REPOSITORY):
        return repositories
    if _is_site(site_dir):
        return not_made(site_dir, MARK)
    sites = {each.name for each in found if each.is_dir() and _is_site(site_dir / each.name)}
    put_there = (f"{name}/{file}" for name in sorted(sites) for file in not_made(site_dir / name, MARK))
    return [*(each.name for each in found if each.name not in sites | {MARK}), *put_there]


def _sources(root: Path) -> Iterable[Path]:
    """The folders of a project that hold what people wrote, what its site wears, and what git keeps."""
    settings = read_site_settings(root)[0]
    dress = settings.find("theme", "custom_dir") if settings is not None else None
    own = [dress.text] if dress is not None and dress.kind == "str" and dress.text.strip("./") else []
    return (root / name for name in ("procedures", "docs", "flowcharts", REPOSITORY, *own))


def _is_site(folder: Path) -> bool:
    """Whether khumue built a site there: its pages wear what no other site has."""
    return is_file(folder, STYLE_SHEET)
