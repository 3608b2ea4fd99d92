"""Two texts compared: runs of words that both have, or only one of them; and how anything at all can differ."""

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """How something differs; a step can be moved and changed at once, it then counts as changed."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


class RunKind(StrEnum):
    """In which of two texts a run of words stands."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class WordRun:
    """A run of words: in both texts, only in the one before (removed) or only in the one after (added)."""

    text: str
    kind: RunKind


@dataclass(frozen=True, slots=True)
class TextDifference:
    """Two texts, word by word.

    Attributes:
        runs: in reading order; what replaces something follows it. No two neighbours are of one kind, none is empty.
    """

    runs: tuple[WordRun, ...]

    @property
    def before(self) -> tuple[WordRun, ...]:
        """The runs of the text before; joined they are that text."""
        return tuple(run for run in self.runs if run.kind is not RunKind.ADDED)

    @property
    def after(self) -> tuple[WordRun, ...]:
        """The runs of the text after; joined they are that text."""
        return tuple(run for run in self.runs if run.kind is not RunKind.REMOVED)

    @property
    def before_text(self) -> str:
        """The text before; empty when there was none."""
        return "".join(run.text for run in self.before)

    @property
    def after_text(self) -> str:
        """The text after; empty when there is none."""
        return "".join(run.text for run in self.after)

    @property
    def is_same(self) -> bool:
        """Whether the texts are alike."""
        return all(run.kind is RunKind.SAME for run in self.runs)

    @property
    def is_replaced(self) -> bool:
        """Whether one text stands in the place of another, and no word of it is left."""
        return bool(self.before and self.after) and all(run.kind is not RunKind.SAME for run in self.runs)

    @property
    def sort(self) -> Sort:
        """How the texts differ as wholes: one that is all new is added, one that is gone is removed."""
        if self.is_same:
            return Sort.SAME
        if not self.before:
            return Sort.ADDED
        return Sort.CHANGED if self.after else Sort.REMOVED
