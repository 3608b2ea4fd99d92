"""Which changes of a procedure cannot both be made: the same thing decided twice, or put into what is taken out.

Every change is compared with those before it by their paths alone, so that thousands of them take no longer each.
"""

from generator.model import Path, ShapeKind, Verb
from generator.overlay.changes import OF_A_BASE, WrittenChange
from generator.overlay.selectors import ChangeTarget

_Earlier = tuple[int, WrittenChange]
"""A change, and how many were made before it."""


class MadeChanges:
    """The changes of one procedure that are made, in order.

    Attributes:
        all: each with what it names.
    """

    def __init__(self) -> None:
        """Begin without any."""
        self.all: list[tuple[WrittenChange, ChangeTarget]] = []
        self._whole: dict[Path, _Earlier] = {}
        self._added: dict[Path, _Earlier] = {}
        self._within: dict[Path, _Earlier] = {}

    def make(self, change: WrittenChange, target: ChangeTarget) -> None:
        """Note a change that contradicts none before it."""
        made = (len(self.all), change)
        self.all.append((change, target))
        path = target.path
        if is_whole(change.verb, target):
            self._whole.setdefault(path, made)
        elif change.verb is Verb.ADD:
            self._added.setdefault(path, made)
        for length in range(len(path)):
            self._within.setdefault(path[:length], made)

    def contrary_to(self, change: WrittenChange, target: ChangeTarget) -> WrittenChange | None:
        """The first change made that a further one contradicts, if there is one."""
        path, whole = target.path, is_whole(change.verb, target)
        contrary = [self._whole.get(path[:length]) for length in range(len(path))]
        if whole or change.verb is Verb.ADD:
            contrary.append(self._whole.get(path))
        if whole:
            contrary += [self._within.get(path), self._added.get(path)]
        return min(
            (each for each in contrary if each is not None), default=(0, None), key=lambda each: each[0]
        )[1]


def is_whole(verb: Verb, target: ChangeTarget) -> bool:
    """Whether a change decides all that stands at its address: it replaces, removes, or sets what is not there."""
    is_setting = verb is Verb.ADD and not target.is_there and target.shape.kind is not ShapeKind.LIST
    return verb in OF_A_BASE or is_setting
