"""Which of a project's sites one command builds: all, the share of one machine among several, or the portal."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_SHARD = re.compile(r"([1-9][0-9]{0,5})/([1-9][0-9]{0,5})")


@dataclass(frozen=True, slots=True)
class Shard:
    """One share of several that are as large as one another: the third of ten.

    Attributes:
        number: which one, counting from 1.
        count: of how many.
    """

    number: int
    count: int

    @classmethod
    def parse(cls, text: str) -> "Shard":
        """Read ``3/10``.

        Raises:
            ValueError: when it is no share: ``11/10``, ``0/10``, ``3``.
        """
        match = _SHARD.fullmatch(text.strip())
        if match is None or int(match[1]) > int(match[2]):
            raise ValueError(text)
        return cls(int(match[1]), int(match[2]))


@dataclass(frozen=True, slots=True)
class Selection:
    """What is to be built.

    Attributes:
        editions: the ids of the editions whose sites are built, in alphabetical order.
        has_portal: whether the portal is built.
        is_whole: whether that is everything, so that nothing of an older site stays.
    """

    editions: tuple[str, ...]
    has_portal: bool
    is_whole: bool = False

    def __len__(self) -> int:
        """How many sites that are."""
        return len(self.editions) + self.has_portal


def everything(editions: Sequence[str]) -> Selection:
    """All editions and the portal."""
    return Selection(tuple(sorted(editions)), has_portal=True, is_whole=True)


def share(editions: Sequence[str], shard: Shard) -> Selection:
    """The editions of one share: every edition is in exactly one, and none has two more than another."""
    return Selection(tuple(sorted(editions)[shard.number - 1 :: shard.count]), has_portal=False)


def only_portal() -> Selection:
    """The portal without the editions that it leads to."""
    return Selection((), has_portal=True)
