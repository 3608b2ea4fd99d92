"""What one process of a build of many sites does: reads the project once, then builds one site after another."""

import gc
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig

from generator.assembly import Editions, read_editions
from generator.charts import LayoutError
from generator.document import beside
from generator.problems import Problem
from generator.site.adapting import published_at, with_slash
from generator.site.authored import authored_pages
from generator.site.build import write_site
from generator.site.composing import SiteSetting, edition_content
from generator.site.content import SiteContent
from generator.site.engine_log import handled_log
from generator.site.errors import SiteError
from generator.site.plugin import ProceduresPlugin
from generator.site.portal_content import portal_content
from generator.site.settings import load_settings
from generator.storage import bytes_there, write_missing
from generator.words import speaking_as_before, words_of

if TYPE_CHECKING:  # of projects that git keeps
    from generator.revisions import Past


@dataclass(frozen=True, slots=True)
class Report:
    """How the building of one site went.

    Attributes:
        pages: how many pages were made of the manual.
        said: what MkDocs minded: levels of `logging`, and messages.
        failure: why it failed; None when it did not.
    """

    pages: int
    said: tuple[tuple[int, str], ...]
    failure: str | None


@dataclass(frozen=True, slots=True)
class _Room:
    """What all sites that one process builds are made of."""

    root: Path
    editions: Editions
    changed: Mapping[str, date]
    pasts: Mapping[str, "Past"]


_rooms: list[_Room] = []
"""The room of this process, once it is prepared."""


def prepare(root: Path, changed: Mapping[str, date], pasts: Mapping[str, "Past"]) -> None:
    """Read the project, which has been checked before.

    Args:
        root: its root.
        changed: when each authored file last changed, by its path.
        pasts: what became of the editions, by their ids, as far as it is known.
    """
    _rooms[:] = [_Room(root, read_editions(root, check=False), changed, pasts)]
    gc.freeze()  # it stays: no need to walk it again after each site


def nothing() -> None:
    """Prepare for a task that brings all it needs."""


def problems_of(root: Path) -> list[Problem]:
    """Everything that is wrong with a project."""
    return list(read_editions(root).problems)


def build_edition(edition: str, target: Path, earlier: Path) -> Report:
    """Build the site of an edition beside those of the others.

    Args:
        edition: its id.
        target: the site's folder; its name becomes part of the site's address.
        earlier: the folder of the site that it is to replace.
    """
    return _reported(lambda room: _build_edition(room, edition, target, earlier))


def build_portal(target: Path, no_documents: Path) -> Report:
    """Build the site that leads to the others.

    Args:
        target: the site's folder.
        no_documents: an empty folder: authored pages belong to editions.
    """
    return _reported(lambda room: _build_portal(room, target, no_documents))


def _build_edition(room: _Room, edition: str, target: Path, earlier: Path) -> int:
    config, plugin = load_settings(room.root)
    plugin.is_beside_portal = True
    manual = room.editions.manual(edition)
    if manual is None:
        raise SiteError(words_of("site")["unreadable_edition"])
    if config.site_url:
        config.site_url = f"{with_slash(config.site_url)}{edition}/"
    content = edition_content(
        manual,
        SiteSetting(
            beside(manual),
            room.changed,
            room.editions.ids,
            config.use_directory_urls,
            published_at(config.site_url),
        ),
        earlier=partial(bytes_there, earlier),
        authored=partial(authored_pages, room.root),
        past=room.pasts.get(edition),
    )
    _write(config, plugin, content, target)
    return len(content.documents)


def _build_portal(room: _Room, target: Path, no_documents: Path) -> int:
    config, plugin = load_settings(room.root, docs_dir=no_documents)
    content = portal_content(
        room.editions, room.changed, config.use_directory_urls, published_at(config.site_url)
    )
    _write(config, plugin, content, target)
    return len(content.documents)


def _write(config: MkDocsConfig, plugin: ProceduresPlugin, content: SiteContent, target: Path) -> None:
    """Write a site and what stands beside its pages: other processes keep the other processors busy."""
    write_site(config, plugin, content, target)
    write_missing(target, content.more_files({}))


def _reported(build: Callable[[_Room], int]) -> Report:
    """Build a site, and forget it: what it was made of is gone before the next one."""
    notes = _Notes(logging.WARNING)
    try:
        with speaking_as_before(), handled_log(notes, logging.WARNING):
            return Report(build(_rooms[0]), tuple(notes.said), None)
    except (SiteError, LayoutError, OSError) as error:
        return Report(0, tuple(notes.said), str(error))
    finally:
        gc.collect()


class _Notes(logging.Handler):
    """Notes down what is logged."""

    def __init__(self, level: int) -> None:
        """Begin with nothing."""
        super().__init__(level)
        self.said: list[tuple[int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Note down one record."""
        self.said.append((record.levelno, record.getMessage()))
