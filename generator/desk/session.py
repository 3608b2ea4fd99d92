"""The working copy with drafts over it: read again and again, of which only what changed is read anew."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock

from generator.assembly import Editions, Memory, read_editions
from generator.charts import LayoutError, draw_charts
from generator.desk.allowed_files import require_allowed
from generator.desk.checking import CHARTS, Trial
from generator.desk.keeping import DESK, Keeper
from generator.desk.refusals import refused
from generator.model import Manual, speaking_as
from generator.project import SITE_FOLDER
from generator.storage import Drafts, drafted, state_of
from generator.thai import Segmenter, segmenter_for
from generator.today import build_day

_BESIDES = frozenset({".git", DESK, SITE_FOLDER, CHARTS})
"""What is read of no project, however it changes."""
Texts = Mapping[str, str | None]
"""Drafts: by path, what files are to say; None for those that are to go."""


@dataclass
class Session:
    """One project on the desk.

    Attributes:
        root: its root, without a link in it.
        trial: tries the settings of its site out, see `generator.desk.checking`.
        keeper: keeps what files said before.
        lock: held while the project is read or written.
    """

    root: Path
    trial: Trial
    keeper: Keeper = field(init=False)
    lock: RLock = field(default_factory=RLock)
    _memory: Memory = field(default_factory=Memory)
    _read: tuple[object, Editions] | None = None
    _segmenter: tuple[object, Segmenter] | None = None

    def __post_init__(self) -> None:
        """Find out where what files said is kept."""
        self.keeper = Keeper(self.root)

    @contextmanager
    def laid_over(self, files: Texts, besides: Mapping[str, bytes | None] | None = None) -> Iterator[Drafts]:
        """Let everything that reads the project find drafts in the place of files; nothing of them is written.

        Args:
            files: the drafts.
            besides: what other files are taken to say, by path; None for those that are taken not to be there.

        Yields:
            The drafts; what is written meanwhile joins them.

        Raises:
            generator.desk.allowed_files.NotAllowedError: when one is no file in which people write.
            generator.desk.refusals.Refusal: when one is no text.
        """
        contents: dict[str, bytes | None] = dict(besides or {})
        for path, text in files.items():
            try:
                contents[require_allowed(self.root, path)] = None if text is None else text.encode("utf-8")
            except UnicodeEncodeError as failure:
                raise refused("not-utf-8", 422, file=path) from failure
        with self.lock, drafted(self.root, contents) as drafts:
            yield drafts

    @contextmanager
    def read(self, files: Texts | None = None) -> Iterator[Editions]:
        """The project, read and checked with drafts over it, for as long as these lie there."""
        with self.laid_over(files or {}) as drafts:
            state = (state_of(self.root, _BESIDES), build_day(), frozenset(drafts.contents.items()))
            if self._read is None or self._read[0] != state:
                self._read = None
                self._read = state, read_editions(self.root, memory=self._memory)
            yield self._read[1]

    def warm_up(self) -> None:
        """Read the project before anybody asks, and what is needed for drawing besides: the first to ask waits less."""
        with self.read() as editions:
            manual = editions.manual(editions.default) if editions.default else None
            first = next(iter(manual.procedures()), None) if manual is not None else None
            if manual is not None and first is not None:
                with suppress(LayoutError), speaking_as(manual.settings):
                    draw_charts(manual, {first.id}, segmenter=self.segmenter(manual))

    def segmenter(self, manual: Manual) -> Segmenter:
        """What breaks the lines of a manual's charts; made anew when its terms or roles are others."""
        names = (tuple(manual.terms.values()), tuple(manual.roles.values()))
        if self._segmenter is None or self._segmenter[0] != names:
            self._segmenter = names, segmenter_for(manual)
        return self._segmenter[1]
