"""One site, built whole or not at all: a build that fails leaves the site that was there before as it was."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.assembly import edition_ids
from generator.charts import LayoutError
from generator.collector import collector_paused
from generator.problems import has_errors
from generator.site.adapting import is_on_this_machine, with_slash
from generator.site.beside import BesideError, join_folders, written_beside
from generator.site.content import SiteContent, site_content
from generator.site.errors import ContentError, SettingsError, SiteError
from generator.site.plugin import ProceduresPlugin
from generator.site.swapping import replace_site, workshop

SETTINGS_FILE = "mkdocs.yml"
PLUGIN = "procedures"


def build_site(
    root: Path,
    site_dir: Path,
    edition: str | None = None,
    strict: bool = True,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Build the site of one edition, as it stands alone.

    Args:
        root: the project's root, which holds ``mkdocs.yml`` and ``procedures/``.
        site_dir: where the site goes; an older site there is replaced in one step, once the new one is complete.
        edition: the edition's id; by default the one that ``mkdocs.yml`` or else ``manual.yml`` names.
        strict: whether any error in the content and any warning of MkDocs fails the build.
        progress: is told the number of pages written and of all pages, after each page.

    Returns:
        How many pages were made of the manual.

    Raises:
        SettingsError: when mkdocs.yml is missing or unusable.
        ContentError: when strict and the manual has errors.
        SiteError: when MkDocs fails the build or Graphviz is missing. Whatever is raised, the old site is untouched.
    """
    site_dir = site_dir.resolve()
    with collector_paused():  # what is made here stays until the end: walking it again and again takes time
        return _build_site(root, site_dir, edition, strict, progress)


def _build_site(
    root: Path,
    site_dir: Path,
    edition: str | None,
    strict: bool,
    progress: Callable[[int, int], None] | None,
) -> int:
    """Read, judge, compose, write, publish."""
    config, plugin = load_settings(root)
    try:
        content = site_content(
            root.resolve(), edition or plugin.config.edition, config.use_directory_urls, config.site_url
        )
    except LayoutError as error:
        raise SiteError(str(error)) from error
    if strict and has_errors(content.problems):
        raise ContentError(content.problems)
    if content.address and is_on_this_machine(config.site_url):
        config.site_url = with_slash(content.address)
    plugin.progress = progress
    with workshop(site_dir) as folder, shown_log(logging.WARNING):
        _write_all(config, plugin, content, folder, strict)
        join_folders(folder / "beside", folder / "new")
        replace_site(folder / "new", site_dir, folder / "old")
    return len(content.documents)


def _write_all(
    config: MkDocsConfig, plugin: ProceduresPlugin, content: SiteContent, folder: Path, strict: bool
) -> None:
    """Let MkDocs write the pages, and write beside it what none of them links to; both from pages composed before."""
    content.compose()
    try:
        with written_beside(content.more_files, folder / "beside"):
            write_site(config, plugin, content, folder / "new", strict)
    except BesideError as error:
        raise SiteError(str(error)) from error


def is_for_one_edition(root: Path) -> bool:
    """Whether a project's site is that of one edition: it has only one, or ``mkdocs.yml`` names one.

    Raises:
        SettingsError: when mkdocs.yml is missing or unusable.
    """
    return len(edition_ids(root)) <= 1 or load_settings(root)[1].config.edition is not None


def load_settings(
    root: Path, docs_dir: Path | None = None, address: str | None = None
) -> tuple[MkDocsConfig, ProceduresPlugin]:
    """A project's configuration, and our plugin in it.

    Args:
        root: the project's root.
        docs_dir: the folder of authored documents, when it is not the one that mkdocs.yml names.
        address: host and port at which a preview listens, when they are not what mkdocs.yml names.

    Raises:
        SettingsError: when mkdocs.yml is missing or unusable.
    """
    options = {"docs_dir": str(docs_dir)} if docs_dir else {}
    options |= {"dev_addr": address} if address else {}
    try:
        config = load_config(str(require_settings(root)), **options)
    except MkDocsException as error:
        raise SettingsError(str(error)) from error
    plugin = config.plugins.get(PLUGIN)
    if not isinstance(plugin, ProceduresPlugin):
        raise SettingsError(f"{SETTINGS_FILE} does not name the plugin {PLUGIN!r}")
    return config, plugin


def require_settings(root: Path) -> Path:
    """The project's mkdocs.yml.

    Raises:
        SettingsError: when there is none.
    """
    settings = root.resolve() / SETTINGS_FILE
    if not settings.is_file():
        raise SettingsError(f"{settings} is missing")
    return settings


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
        build(config)
    except MkDocsException as error:
        raise SiteError(str(error)) from error


@contextmanager
def shown_log(level: int) -> Iterator[None]:
    """Show what MkDocs logs from some level on, on standard error."""
    with handled_log(logging.StreamHandler(), level):
        yield


@contextmanager
def handled_log(handler: logging.Handler, level: int) -> Iterator[None]:
    """Hand a handler what MkDocs logs from some level on."""
    logger = logging.getLogger("mkdocs")
    level_before = logger.level
    logger.addHandler(handler)
    logger.setLevel(level)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level_before)
