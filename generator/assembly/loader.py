"""The one way from files to a `Manual`; for the command line, the site, exports and tests alike."""

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from generator.assembly.editions import Editions, Memory, read_editions
from generator.diagnostics import found, slip_of
from generator.lint import judge_machine_settings, judge_site_settings
from generator.model import Manual
from generator.problems import Problem, in_order
from generator.project import (
    DOCS_FOLDER,
    DOCS_OF_EDITIONS,
    EDITIONS_FOLDER,
    PROCEDURES_FOLDER,
    SITE_FOLDER,
    SITE_SETTINGS,
    YAML_SUFFIX,
    part_named_in,
    read_site_settings,
    unusual_parts,
)
from generator.storage import OutsideError, entries, is_folder, is_there, within
from generator.yamltext import SourceText


def load_manual(
    root: Path, edition: str | None = None, memory: Memory | None = None
) -> tuple[Manual | None, list[Problem]]:
    """Read a project, check all of it, and assemble one edition.

    Args:
        root: the folder that holds `procedures/`.
        edition: the id of the edition to assemble; by default the one that ``manual.yml`` names.
        memory: what the project said before, when it is read again and again; it learns what changed.

    Returns:
        The manual, without what is broken (None when the settings or the edition are unusable), and the problems
        of all files and all editions in order.
    """
    editions = read_editions(root, memory=memory)
    chosen = edition or editions.default
    manual = editions.manual(chosen) if chosen is not None else None
    unknown = list(_unknown_choice(editions, edition))
    return manual, in_order([*editions.problems, *unknown]) if unknown else editions.problems


def _unknown_choice(editions: Editions, edition: str | None) -> Iterator[Problem]:
    """`unknown-edition`: the edition that was asked for does not exist."""
    if edition is not None and edition not in editions.ids:
        place = SourceText(f"{PROCEDURES_FOLDER}/{EDITIONS_FOLDER}", "").place(0)
        known = ", ".join(editions.ids)
        yield found(
            "unknown-edition", place, id=edition, suggestion=slip_of(edition, editions.ids), known=known
        )


def edition_ids(root: Path) -> list[str]:
    """The ids of a project's editions, as their file names give them, in alphabetical order."""
    folder = f"{PROCEDURES_FOLDER}/{EDITIONS_FOLDER}"
    files = (Path(each.name) for each in entries(root, folder)) if is_folder(root, folder) else ()
    return [each.stem for each in files if each.suffix == YAML_SUFFIX]


def site_settings_problems(root: Path) -> list[Problem]:
    """What is wrong with the settings of a project's site, in order: to be asked before the engine reads them."""
    return [*unsettled_site(root), *judge_site_settings(root, edition_ids(root))]


def unsettled_site(root: Path) -> list[Problem]:
    """What to say of a project that has no settings of a site, or to whose site the machine gives no true address."""
    if is_there(root, SITE_SETTINGS):
        return judge_machine_settings(root, os.environ)
    return [found("site-setting", SourceText(SITE_SETTINGS, "").place(0), "missing")]


def linked_site(root: Path) -> list[Problem]:
    """`bad-file-link` of the folder of a project's site, in which a build would write somewhere else."""
    try:
        within(root, SITE_FOLDER)
    except OutsideError:
        return [found("bad-file-link", SourceText(SITE_FOLDER, "").place(0), "site", name=SITE_FOLDER)]
    return []


def need_trial(root: Path) -> bool:
    """Whether only the engine can say if the settings of a project's site work; they were read without errors."""
    site = read_site_settings(root)[0]
    if site is None or not site.is_readable or site.find("hooks") is not None:
        return False  # nothing that a project brings along runs while it is checked
    return bool(unusual_parts(site, os.environ))


def refused_settings(reason: str, key: str = "", root: Path | None = None) -> Problem:
    """What the engine refused of the settings, in its own words.

    Args:
        reason: its words.
        key: the setting that it means, as far as it says.
        root: the project's root.
    """
    site = read_site_settings(root)[0] if root is not None else None
    if site is None or site.root is None:
        return found("site-setting", SourceText(SITE_SETTINGS, "").place(0), "engine", key=key, reason=reason)
    parts = [each for each in unusual_parts(site, os.environ) if key in ("", each.setting)]
    part = part_named_in(reason, parts)
    if part is not None:
        place = site.place(part.node)
        return found("site-setting", place, "part", key=part.key, value=part.text, reason=reason)
    entry = site.root.entries.get(key)
    place = site.place(entry[0]) if entry is not None else site.source.place(0)
    return found("site-setting", place, "engine", key=key, reason=reason)


def stale_chart_problems(paths: Iterable[str]) -> list[Problem]:
    """Word the charts that are out of date.

    Args:
        paths: of chart files that are missing, out of date or left over, relative to the project's root.
    """
    return [found("stale-chart", SourceText(path, "").place(0), file=path) for path in paths]


def linked_chart_problems(paths: Iterable[str]) -> list[Problem]:
    """Word the links of the file system that stand where charts are drawn.

    Args:
        paths: of the links, relative to the project's root.
    """
    return [
        found("unexpected-file", SourceText(path, "").place(0), "chart-link", name=path.rpartition("/")[2])
        for path in paths
    ]


def concerning(problems: Iterable[Problem], editions: Collection[str]) -> list[Problem]:
    """The problems that some editions suffer from: those in their own files, and in files that all editions share.

    Args:
        problems: of a project.
        editions: the ids of the editions; what is wrong in files of others is left out.
    """
    return [each for each in problems if _owner(each.location.file) in (None, *editions)]


def _owner(file: str) -> str | None:
    """The edition that a file belongs to; None when all editions share it."""
    beginnings = (f"{PROCEDURES_FOLDER}/{EDITIONS_FOLDER}/", f"{DOCS_FOLDER}/{DOCS_OF_EDITIONS}/")
    return next(
        (
            file.removeprefix(each).partition("/")[0].removesuffix(YAML_SUFFIX)
            for each in beginnings
            if file.startswith(each)
        ),
        None,
    )
