"""One site, built whole or not at all: a build that fails leaves the site that was there before as it was."""

import logging
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.assembly import edition_ids
from generator.charts import LayoutError
from generator.collector import collector_paused
from generator.problems import has_errors
from generator.processes import can_split, processors
from generator.site.adapting import is_on_this_machine, with_slash
from generator.site.authored import authored_pages
from generator.site.beside import BesideError, written_beside
from generator.site.composing import site_content
from generator.site.content import SiteContent
from generator.site.crew import WorkerLostError
from generator.site.engine_log import shown_log
from generator.site.errors import ContentError, SiteError
from generator.site.failing_templates import telling_templates
from generator.site.page_crew import PageCrew
from generator.site.place import MARK
from generator.site.plugin import ProceduresPlugin
from generator.site.settings import load_settings
from generator.storage import (
    OLD,
    all_files,
    bytes_there,
    join_folders,
    note_made,
    replace_site,
    tidy,
    workshop,
)
from generator.words import speaking_as_before, words_of
from generator.writers import WrittenFiles


def build_site(
    root: Path,
    site_dir: Path,
    edition: str | None = None,
    strict: bool = True,
    progress: Callable[[int, int], None] | None = None,
    jobs: int | None = None,
) -> int:
    """Build the site of one edition, as it stands alone.

    Args:
        root: the project's root, which holds ``mkdocs.yml`` and ``procedures/``.
        site_dir: where the site goes; an older site there is replaced in one step, once the new one is complete.
        edition: the edition's id; by default the one that ``mkdocs.yml`` or else ``manual.yml`` names.
        strict: whether any error in the content and any warning of MkDocs fails the build.
        progress: is told the number of pages written and of all pages, after each page.
        jobs: how many processes work side by side; by default as many as this one may use processors.

    Returns:
        How many pages were made of the manual.

    Raises:
        ContentError: when mkdocs.yml is missing or unusable; when strict and the manual has errors.
        SiteError: when MkDocs fails the build or Graphviz is missing. Whatever is raised, the old site is untouched.
    """
    site_dir = site_dir.resolve()
    tidy(site_dir)
    with (
        speaking_as_before(),
        collector_paused(),
    ):  # what is made here stays until the end: walking it again and again takes time
        config, plugin = load_settings(root)
        crew = _crew(jobs or processors())
        content = _read(
            root.resolve(), site_dir, config, edition or plugin.config.edition, strict, crew is not None
        )
        plugin.progress, plugin.crew = progress, crew
        with workshop(site_dir) as folder, shown_log(logging.WARNING):
            _write_all(config, plugin, content, folder, strict)
            join_folders(folder / "beside", folder / "new")
            note_made(folder / "new", MARK, all_files(folder / "new"))
            replace_site(folder / "new", site_dir, folder / OLD)
    return len(content.documents)


def _crew(jobs: int) -> PageCrew | None:
    """Who makes the pages; None where this process does it alone."""
    return PageCrew(jobs) if jobs > 1 and can_split() else None


def _read(
    root: Path, site_dir: Path, config: MkDocsConfig, edition: str | None, strict: bool, is_shared: bool
) -> SiteContent:
    """Read the project, judge it, and compose the site."""
    try:
        content = site_content(
            root,
            edition,
            config.use_directory_urls,
            config.site_url,
            is_shared=is_shared,
            earlier=partial(bytes_there, site_dir),
            authored=partial(authored_pages, root),
        )
        if is_shared:
            content.warm_up()
    except LayoutError as error:
        raise SiteError(str(error)) from error
    if strict and has_errors(content.problems):
        raise ContentError(content.problems)
    if content.address and is_on_this_machine(config.site_url):
        config.site_url = with_slash(content.address)
    return content


def _write_all(
    config: MkDocsConfig, plugin: ProceduresPlugin, content: SiteContent, folder: Path, strict: bool
) -> None:
    """Let MkDocs write the pages that a crew makes; what none of them links to is written meanwhile."""
    crew = plugin.crew

    def begin_beside() -> None:
        plugin.warm_up_desk()
        beside.enter_context(written_beside(more_files, folder / "beside", is_split=crew is not None))

    def more_files() -> WrittenFiles:
        yield from content.more_files(crew.forms() if crew else {})
        yield from plugin.desk_files(config)

    try:
        with ExitStack() as beside:
            if crew:
                beside.callback(crew.end)
            plugin.is_desk_beside = True
            plugin.gathered = begin_beside
            write_site(config, plugin, content, folder / "new", strict)
    except (BesideError, WorkerLostError) as error:
        raise SiteError(words_of("site")["worker_lost"]) from error


def is_for_one_edition(root: Path) -> bool:
    """Whether a project's site is that of one edition: it has only one, or ``mkdocs.yml`` names one.

    Raises:
        ContentError: when mkdocs.yml is missing or unusable.
    """
    return len(edition_ids(root)) <= 1 or load_settings(root)[1].config.edition is not None


def write_site(
    config: MkDocsConfig, plugin: ProceduresPlugin, content: SiteContent, target: Path, strict: bool = True
) -> None:
    """Let MkDocs write a site.

    Args:
        config: the configuration, fresh: a build changes it.
        plugin: our plugin in it.
        content: what goes on the site.
        target: the site's folder.
        strict: whether any warning fails the build.

    Raises:
        SiteError: when it fails.
    """
    plugin.content = content
    config.site_dir, config.strict = str(target), strict
    try:
        with telling_templates(config):
            build(config)
    except (MkDocsException, LayoutError) as error:
        raise SiteError(str(error)) from error
