"""What is known of a file and depends on nothing else is found out once.

A file that is read again and says the same is the same object (`generator.project.memory`): what a rule found in it
holds as long as the rule looks at nothing besides.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import cached_property

from generator.problems import Problem


class JudgedOnce:
    """A file that keeps what rules found in it."""

    @cached_property
    def _judged(self) -> dict[Hashable, tuple[Problem, ...]]:
        return {}

    @cached_property
    def _clean(self) -> set[Hashable]:
        return set()

    def is_found_clean(self, key: Hashable) -> bool:
        """Whether a rule was noted to find nothing in this file; see `note_clean`."""
        return key in self._clean

    def note_clean(self, key: Hashable, *, is_so: bool) -> None:
        """Note whether a rule finds nothing here: of one that looks elsewhere only to word what it finds.

        Args:
            key: as for `once`.
            is_so: whether it found nothing.
        """
        if is_so:
            self._clean.add(key)

    def once(self, key: Hashable, judge: Callable[[], Iterable[Problem]]) -> tuple[Problem, ...]:
        """What a rule finds in this file.

        Args:
            key: names the rule, and holds everything else on which its findings depend.
            judge: finds it out.
        """
        if key not in self._judged:
            self._judged[key] = tuple(judge())
        return self._judged[key]
