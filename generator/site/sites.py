"""The sites of many editions and the portal that leads to them, built side by side: all of them or none."""

import logging
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.assembly import edition_ids
from generator.problems import Problem, has_errors
from generator.processes import processors
from generator.site.crew import Task, WorkerLostError, work
from generator.site.engine_log import shown_log
from generator.site.errors import ContentError, SiteError
from generator.site.history import last_changes, pasts_of
from generator.site.place import MARK
from generator.site.selection import Selection
from generator.site.settings import load_settings
from generator.site.worker import Report, build_edition, build_portal, nothing, prepare, problems_of
from generator.storage import (
    OLD,
    all_files,
    bytes_there,
    entries,
    is_folder,
    join_folders,
    note_made,
    replace_entries,
    replace_site,
    tidy,
    workshop,
)
from generator.words import words_of

NEW, PORTAL, NO_DOCUMENTS = "new", "portal", "no-documents"
"""Folders of the workshop: what is built, the portal until it joins the editions, an empty folder."""

_log = logging.getLogger("mkdocs.khumue")


@dataclass(frozen=True, slots=True)
class Built:
    """What a build has made: sites of editions, and pages of them and of the portal."""

    editions: int
    pages: int


def build_sites(
    root: Path,
    site_dir: Path,
    selection: Selection,
    jobs: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Built:
    """Build sites of a project: each edition's in a folder of its id, the portal around them.

    Args:
        root: the project's root, which holds ``mkdocs.yml`` and ``procedures/``.
        site_dir: where the sites go. Once all of them are complete, they replace what is there: everything when the
            selection is whole; the folders of a share; or, for the portal alone, all but the editions' folders.
        selection: which sites.
        jobs: how many processes work side by side; by default as many as this one may use processors.
        progress: is told the number of sites built and of all sites, after each site.

    Raises:
        ContentError: when mkdocs.yml is missing or unusable, or any edition has errors; nothing is built then.
        SiteError: when a site cannot be built, or a process is lost. Whatever is raised, the old sites are untouched.
    """
    root, site_dir = root.resolve(), site_dir.resolve()
    tidy(site_dir)
    load_settings(root)
    problems = _checked(root)
    if has_errors(problems):
        raise ContentError(problems)
    with workshop(site_dir, NEW, PORTAL, NO_DOCUMENTS) as folder, shown_log(logging.WARNING):
        tasks = _tasks(selection, folder, site_dir)
        workers = max(1, min(jobs or processors(), len(tasks)))
        pasts = pasts_of(root, {each: partial(bytes_there, site_dir / each) for each in selection.editions})
        pages = _build_all(tasks, workers, partial(prepare, root, last_changes(root), pasts), progress)
        join_folders(folder / PORTAL, folder / NEW)
        for each in selection.editions:
            note_made(folder / NEW / each, MARK, all_files(folder / NEW / each))
        if selection.has_portal:
            note_made(folder / NEW, MARK, all_files(folder / NEW, besides=selection.editions))
        _put_in_place(selection, folder, site_dir, edition_ids(root))
    return Built(len(selection.editions), pages)


def _checked(root: Path) -> Sequence[Problem]:
    """The problems of a project, found in a process of its own: what that takes is free again before building begins.

    Raises:
        SiteError: when the process is lost.
    """
    task = Task(words_of("site")["check"], partial(problems_of, root))
    try:
        with closing(work([task], 1, nothing)) as results:
            return next(results)[1]
    except WorkerLostError as error:
        raise SiteError(words_of("site")["worker_lost"]) from error


def _tasks(selection: Selection, folder: Path, site_dir: Path) -> list[Task[Report]]:
    """What there is to do; the portal, which takes longest, first."""
    portal = Task(words_of("site")["portal"], partial(build_portal, folder / PORTAL, folder / NO_DOCUMENTS))
    editions = [
        Task(
            words_of("site")["edition"].format(edition=each),
            partial(build_edition, each, folder / NEW / each, site_dir / each),
        )
        for each in selection.editions
    ]
    return [portal, *editions] if selection.has_portal else editions


def _build_all(
    tasks: Sequence[Task[Report]],
    workers: int,
    prepare_worker: Callable[[], None],
    progress: Callable[[int, int], None] | None,
) -> int:
    """Do what there is to do.

    Returns:
        How many pages all sites have.

    Raises:
        SiteError: as soon as a site could not be built.
    """
    pages = 0
    try:
        with closing(work(tasks, workers, prepare_worker)) as results:
            for done, (task, report) in enumerate(results, 1):
                pages += _accepted(task, report)
                if progress:
                    progress(done, len(tasks))
    except WorkerLostError as error:
        raise SiteError(words_of("site")["worker_lost"]) from error
    return pages


def _accepted(task: Task[Report], report: Report) -> int:
    """Pass on what MkDocs said of a site.

    Returns:
        How many pages it has.

    Raises:
        SiteError: when it could not be built.
    """
    for level, message in report.said:
        _log.log(level, words_of("site")["failed"].format(part=task.name, reason=message))
    if report.failure is not None:
        raise SiteError(words_of("site")["failed"].format(part=task.name, reason=report.failure))
    return report.pages


def _put_in_place(selection: Selection, folder: Path, site_dir: Path, editions: Sequence[str]) -> None:
    """Replace what a selection replaces."""
    new, old = folder / NEW, folder / OLD
    if selection.is_whole:
        replace_site(new, site_dir, old)
        return
    names = {*selection.editions, *(entry.name for entry in entries(new, ""))}
    if selection.has_portal and is_folder(site_dir, ""):
        names |= {entry.name for entry in entries(site_dir, "")} - set(editions)
    replace_entries(names, new, site_dir, old)
