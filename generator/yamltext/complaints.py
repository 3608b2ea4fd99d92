"""What libyaml says when it cannot go on, and what an author did that makes it say so."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.yamltext.composer import Composition, ScalarNode


@dataclass(frozen=True, slots=True)
class Complaint:
    """What libyaml says about a text, and where.

    Attributes:
        text: the whole text.
        words: libyaml's context and problem in one line.
        index: where it could not go on.
        context: where what it was reading began; `index` when it does not say.
        last: the last scalar that it read whole.
    """

    text: str
    words: str
    index: int
    context: int
    last: ScalarNode | None

    @classmethod
    def of(cls, text: str, composition: Composition) -> "Complaint":
        """The complaint of a composition that failed.

        Raises:
            ValueError: when it did not.
        """
        failure = composition.failure
        if failure is None:
            raise ValueError("the composition did not fail")
        mark = failure.problem_mark or failure.context_mark
        index = min(mark.index if mark else 0, len(text))
        context = min(failure.context_mark.index if failure.context_mark else index, len(text))
        return cls(text, f"{failure.context}: {failure.problem}", index, context, composition.last_scalar)

    def line(self, index: int) -> tuple[int, int]:
        """Where the line of an index starts and ends."""
        start = self.text.rfind("\n", 0, index) + 1
        end = self.text.find("\n", index)
        return start, len(self.text) if end < 0 else end

    def line_before(self, index: int) -> tuple[int, int] | None:
        """The last line with visible text before the one of an index."""
        start, _ = self.line(index)
        before = self.text[:start].rstrip()
        return self.line(len(before) - 1) if before else None


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake, told by a rule, and what to write over so that reading can go on.

    Attributes:
        rule: the id of the rule that tells it.
        start: where what is meant begins.
        end: where it ends.
        variant: of the rule's wording.
        details: for the wording.
        mends: indexes of the characters to write over; empty when going on is not safe.
    """

    rule: str
    start: int
    end: int
    variant: str = ""
    details: Mapping[str, object] = field(default_factory=dict)
    mends: tuple[int, ...] = ()
