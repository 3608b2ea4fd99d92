"""The pages of one site made side by side: copies of this process each make some, from their blocks to their HTML.

What a copy makes of a page comes back packed, and stays so until the theme shows the page: all pages of a large manual
are more than memory should hold. Whoever cannot split makes the pages one after the other, as the engine asks for them.
"""

import gc
import logging
import pickle
import posixpath
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from generator.search import Passage, find_borders
from generator.site.content import SiteContent
from generator.site.crew import Task, work
from generator.site.populating import populate
from generator.writers import PageForms

_FASTEST = 1
_NEIGHBOURS = 5
"""How many pages are made together at most."""
_UNLIKE_GARBAGE = (20_000, 20, 50)
"""How seldom a copy looks for garbage: nearly all that pages are made of goes by itself."""
_ENGINE = "mkdocs"
"""The name of the engine's logger."""


@dataclass(frozen=True, slots=True)
class PageBody:
    """What is needed of a page only when the theme shows it.

    Attributes:
        html: its content; markers hold the places of charts.
        charts: its charts, by their keys.
        passages: what the search finds on it.
    """

    html: str
    charts: Mapping[str, str]
    passages: Sequence[Passage] | None


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page as a copy of this process hands it back.

    Attributes:
        title: its title, as the engine found it.
        toc: its table of contents.
        anchors: the ids on it.
        links: the places that it links to, by the uris of pages: their ids, and the links as written.
        said: what the engine minded: names of loggers, levels, messages.
    """

    title: str | None
    toc: TableOfContents
    anchors: frozenset[str]
    links: Mapping[str, Mapping[str, str]]
    said: tuple[tuple[str, int, str], ...]
    _body: bytes
    _forms: bytes

    @property
    def body(self) -> PageBody:
        """Its content."""
        body: PageBody = _unpacked(self._body)
        return body

    @property
    def forms(self) -> PageForms | None:
        """What the files beside the pages hold of it; None where they do not know it."""
        forms: PageForms | None = _unpacked(self._forms)
        return forms

    def hand_over(self, page: Page, files: Files) -> None:
        """Let the engine know the page as if it had read it itself, and say again what was minded."""
        page.title, page.toc = self.title, self.toc
        page.present_anchor_ids = set(self.anchors)
        page.links_to_anchors = {files.src_uris[uri]: {**links} for uri, links in self.links.items()}
        for name, level, message in self.said:
            logging.getLogger(name).log(level, "%s", message)


class ReadyPage(Page):
    """Stands for a page while the engine reads it, where a copy has made it: there is nothing to convert."""

    def __init__(self, page: Page, made: MadePage, files: Files) -> None:
        """Be one with the page, which knows then all that is known of it."""
        self.__dict__ = page.__dict__
        made.hand_over(page, files)

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002  # as the engine declares it
        """Have no content yet: it stays packed until the theme shows it."""
        self.content = ""


@dataclass(frozen=True, slots=True)
class Making:
    """Makes pages, in a copy of this process.

    Attributes:
        content: what the pages are made of.
        config: the site's configuration.
        files: all files of the site.
    """

    content: SiteContent
    config: MkDocsConfig
    files: Files

    def pages(self, uris: Sequence[str]) -> list[tuple[str, MadePage]]:
        """Make some pages."""
        with self.content.together(uris):
            return [(uri, self._page(uri)) for uri in uris]

    def _page(self, uri: str) -> MadePage:
        """Make one page, and forget what it was made of."""
        page, notes = self.files.src_uris[uri].page, _Notes()
        if page is None:
            raise LookupError(uri)
        with notes.instead_of_handlers():
            populate(page, self.config, self.files)
        made, passages = self.content.page(uri), self.content.passages(uri)
        find_borders(passages or ())
        body = PageBody(page.content or "", made.charts if made else {}, passages)
        links = {file.src_uri: found for file, found in (page.links_to_anchors or {}).items()}
        anchors, forms = frozenset(page.present_anchor_ids or ()), self.content.forms(uri)
        title, page.content, page.markdown = page.title, None, None
        self.content.forget(uri)
        return MadePage(title, page.toc, anchors, links, tuple(notes.said), _packed(body), _packed(forms))


_Batch = list[tuple[str, MadePage]]
"""Pages that were made together, by uri."""


class PageCrew:
    """Makes the pages of one site.

    Attributes:
        workers: how many processes do it.
    """

    def __init__(self, workers: int) -> None:
        """Begin with no page."""
        self.workers = workers
        self._made: dict[str, MadePage] = {}
        self._wanted: frozenset[str] = frozenset()
        self._results: Generator[tuple[Task[_Batch], _Batch], None, None] | None = None

    def begin(self, making: Making, uris: Sequence[str], prepare: Callable[[], None]) -> None:
        """Begin to make pages.

        Args:
            making: makes them.
            uris: which; lists of everything, which come last and take longest, are made first.
            prepare: what each process does before its first page.
        """
        tasks = [Task(batch[0], partial(_make, batch)) for batch in reversed(_batches(uris))]
        self._wanted = frozenset(uris)
        self._results = work(tasks, self.workers, partial(_prepare, making, prepare), start="fork")

    def page(self, uri: str) -> MadePage | None:
        """A page, waited for; None when the crew does not make it."""
        if uri not in self._wanted:
            return None
        while uri not in self._made and self._results is not None:
            self._made.update(next(self._results)[1])
            if len(self._made) == len(self._wanted):
                next(self._results, None)  # the processes end
        return self._made[uri]

    def forms(self) -> Mapping[str, PageForms]:
        """What the files beside the pages hold of pages, once all are made."""
        return {uri: forms for uri, made in self._made.items() if (forms := made.forms) is not None}

    def end(self) -> None:
        """End the processes, whether or not all pages are made."""
        if self._results is not None:
            self._results.close()


def is_alone(config: MkDocsConfig) -> bool:
    """Whether no other plugin has a part in what pages say: what one remembers of a page, it must see itself."""
    ours = ("pre_page", "page_markdown", "page_content")
    events = config.plugins.events
    return not events["page_read_source"] and all(len(events[each]) == 1 for each in ours)


class _Notes(logging.Handler):
    """Notes down what the engine minds.

    Attributes:
        said: names of loggers, levels, messages.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.said: list[tuple[str, int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Note down one record."""
        self.said.append((record.name, record.levelno, record.getMessage()))

    @contextmanager
    def instead_of_handlers(self) -> Iterator[None]:
        """Note down what would be shown in this process, where nobody looks."""
        logger = logging.getLogger(_ENGINE)
        before = logger.handlers
        logger.handlers = [self]
        try:
            yield
        finally:
            logger.handlers = before


_makings: list[Making] = []
"""What makes pages in this process, once it is prepared."""


def _prepare(making: Making, prepare: Callable[[], None]) -> None:
    """Begin in a copy of the process: what is there stays, only what a page leaves behind is collected."""
    _makings[:] = [making]
    prepare()
    gc.freeze()
    gc.set_threshold(*_UNLIKE_GARBAGE)
    gc.enable()


def _make(uris: Sequence[str]) -> _Batch:
    return _makings[0].pages(uris)


def _batches(uris: Iterable[str]) -> list[tuple[str, ...]]:
    """Pages that are made together: a few neighbours in a folder, whose charts are laid out at once."""
    batches = []
    for _, group in groupby(uris, posixpath.dirname):
        folder = tuple(group)
        batches += [folder[start : start + _NEIGHBOURS] for start in range(0, len(folder), _NEIGHBOURS)]
    return batches


def _packed(data: object) -> bytes:
    return zlib.compress(pickle.dumps(data, pickle.HIGHEST_PROTOCOL), _FASTEST)


def _unpacked(data: bytes) -> Any:  # noqa: ANN401 - whatever was packed
    return pickle.loads(zlib.decompress(data))  # noqa: S301 - as above
