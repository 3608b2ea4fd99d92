"""The site, built whole or not at all: a build that fails leaves the site that was there before as it was."""

import logging
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.charts.layout import LayoutError
from generator.problems import Problem, has_errors
from generator.site.content import site_content
from generator.site.plugin import ProceduresPlugin

SETTINGS_FILE = "mkdocs.yml"
PLUGIN = "procedures"


class SiteError(RuntimeError):
    """The site could not be built; MkDocs has logged why."""


class SettingsError(SiteError):
    """The project's mkdocs.yml is missing or unusable; the message says how."""


class ContentError(SiteError):
    """The manual has errors.

    Attributes:
        problems: everything that is wrong with its files, in order.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Carry the problems."""
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def build_site(
    root: Path,
    site_dir: Path,
    edition: str | None = None,
    strict: bool = True,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Build an edition's site.

    Args:
        root: the project's root, which holds ``mkdocs.yml`` and ``procedures/``.
        site_dir: where the site goes; an older site there is replaced in one step, once the new one is complete.
        edition: the edition's id; by default the one that ``manual.yml`` names.
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
    config, plugin = _load(root)
    try:
        content = site_content(root.resolve(), edition, config.use_directory_urls)
    except LayoutError as error:
        raise SiteError(str(error)) from error
    if strict and has_errors(content.problems):
        raise ContentError(content.problems)
    plugin.content, plugin.progress = content, progress
    with _workshop(site_dir.parent) as workshop:
        config.site_dir, config.strict = str(workshop / "new"), strict
        with shown_log(logging.WARNING):
            try:
                build(config)
            except MkDocsException as error:
                raise SiteError(str(error)) from error
        _swap(workshop / "new", site_dir, workshop / "old")
    return len(content.pages)


def require_settings(root: Path) -> Path:
    """The project's mkdocs.yml.

    Raises:
        SettingsError: when there is none.
    """
    settings = root.resolve() / SETTINGS_FILE
    if not settings.is_file():
        raise SettingsError(f"{settings} is missing")
    return settings


def _load(root: Path) -> tuple[MkDocsConfig, ProceduresPlugin]:
    """The project's configuration, and our plugin in it."""
    try:
        config = load_config(str(require_settings(root)))
    except MkDocsException as error:
        raise SettingsError(str(error)) from error
    plugin = config.plugins.get(PLUGIN)
    if not isinstance(plugin, ProceduresPlugin):
        raise SettingsError(f"{SETTINGS_FILE} does not name the plugin {PLUGIN!r}")
    return config, plugin


@contextmanager
def shown_log(level: int) -> Iterator[None]:
    """Show what MkDocs logs from some level on, on standard error."""
    logger, handler = logging.getLogger("mkdocs"), logging.StreamHandler()
    level_before = logger.level
    logger.addHandler(handler)
    logger.setLevel(level)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level_before)


@contextmanager
def _workshop(parent: Path) -> Iterator[Path]:
    """A folder beside the site (so that moving between them is one step), gone afterwards."""
    parent.mkdir(parents=True, exist_ok=True)
    workshop = Path(tempfile.mkdtemp(prefix=".khumue-", dir=parent))
    try:
        yield workshop
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _swap(new: Path, site_dir: Path, old: Path) -> None:
    """Put the new site in the place of the old one; should that fail, the old one returns."""
    is_replacing = site_dir.exists()
    if is_replacing:
        site_dir.rename(old)
    try:
        new.rename(site_dir)
    except OSError:
        if is_replacing:
            old.rename(site_dir)
        raise
