"""The questions of the self-check: what they are, and which of those that can be asked are asked.

Every question is generated from the manual and has exactly one right answer: `generator.indexes.asking` makes only
those whose wrong options the manual itself proves wrong. Nothing depends on chance: options are mixed by a hash.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from itertools import zip_longest

from generator.indexes.likeness import likeness


class QuestionKind(StrEnum):
    """What is asked, in the order in which it is asked: what to do when something happens comes first."""

    AFTER = "after"
    KNOWLEDGE = "knowledge"
    TAKES_OVER = "takes_over"
    DECIDES = "decides"
    WHO = "who"
    DUTY = "duty"
    DOCUMENT = "document"
    ORDER = "order"
    MEANING = "meaning"


MOST_OF_A_KIND: Mapping[QuestionKind, int] = {
    QuestionKind.AFTER: 2,
    QuestionKind.KNOWLEDGE: 2,
    QuestionKind.WHO: 2,
}
"""How many questions of a kind are asked of one procedure; of others one."""
OF_DOERS = frozenset((QuestionKind.TAKES_OVER, QuestionKind.DECIDES, QuestionKind.WHO, QuestionKind.DUTY))
"""The kinds that ask who does a step, from either side: of one step one of them is asked."""
MOST_OF_A_PROCEDURE = 6
MOST_ON_A_PATH = 10
MOST_OPTIONS = 4
FEWEST_OPTIONS = 3
"""Between two things one only guesses."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question.

    Attributes:
        id: unique in the edition, and the same as long as what it asks about is there.
        kind: what is asked.
        text: the question, plain text.
        options: what there is to choose from, or to put in order, as it is shown; no two read the same.
        right: the index of the right option; of an order, all indexes in the right order.
        procedure: the id of the procedure that it is about.
        about: the anchor of what is asked about: of a step, or of a definition.
        anchor: where on the procedure's page the answer stands: of a step, or of a definition.
        number: the number of the step where the answer stands; empty when it stands elsewhere.
        role: the role of that step.
        way_out: of what comes after an outcome, the index of the outcome.
        item: the id of the item of knowledge that it is asked from.
        has_reason: whether the manual says more of the answer than the step itself.
        in_order: of an order, the anchors of its steps in the right order.
    """

    id: str
    kind: QuestionKind
    text: str
    options: tuple[str, ...]
    right: tuple[int, ...]
    procedure: str
    about: str
    anchor: str
    number: str = ""
    role: str = ""
    way_out: int | None = None
    item: str = ""
    has_reason: bool = False
    in_order: tuple[str, ...] = ()

    def answers(self) -> tuple[str, ...]:
        """The right option, or all of them in the right order."""
        return tuple(self.options[index] for index in self.right)


def mixed(question: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Texts in an order that looks like chance and is always the same for one question."""
    return tuple(sorted(texts, key=lambda text: (sha256(f"{question}\n{text}".encode()).digest(), text)))


def distinct(right: str, wrong: Iterable[str]) -> tuple[str, ...]:
    """The options of a question: the right one, then wrong ones that read like no other option, at most four in all."""
    offered, seen = [right], {likeness(right), ""}
    for each in wrong:
        if len(offered) == MOST_OPTIONS:
            break
        if likeness(each) not in seen:
            offered.append(each)
            seen.add(likeness(each))
    return tuple(offered)


def asked_of_procedure(
    candidates: Sequence[Question], first: Callable[[Question], int] = lambda _: 0
) -> tuple[Question, ...]:
    """The questions that are asked of one procedure: few of every kind, and of who does a step once.

    Args:
        candidates: all that can be asked of it, of each kind the most telling first.
        first: ranks them; of a kind, those of a lower rank are asked before others, then those with a reason.
    """
    asked: list[Question] = []
    answered: set[str] = set()
    for kind in QuestionKind:
        of_kind = [each for each in candidates if each.kind is kind]
        chosen = 0
        for each in sorted(of_kind, key=lambda each: (first(each), not each.has_reason)):
            answer = each.anchor if kind in OF_DOERS else each.id
            if chosen == MOST_OF_A_KIND.get(kind, 1) or len(asked) == MOST_OF_A_PROCEDURE:
                break
            if answer not in answered:
                answered.add(answer)
                asked.append(each)
                chosen += 1
    return tuple(asked)


def asked_on_path(
    by_procedure: Sequence[Sequence[Question]], role: str, stops: Set[tuple[str, str]] = frozenset()
) -> tuple[Question, ...]:
    """The questions that are asked at the end of a path: of all its procedures in turn.

    Args:
        by_procedure: of each procedure of the path, all that can be asked.
        role: whose path it is; its steps are asked about before others.
        stops: the steps that are stops of the path, by procedure and anchor; they are asked about before all others.
    """

    def rank(question: Question) -> int:
        if (question.procedure, question.anchor) in stops:
            return 0
        return 1 if question.role == role else 2

    rows = [sorted(asked_of_procedure(candidates, rank), key=rank) for candidates in by_procedure]
    places = {each.id: place for place, row in enumerate(rows) for each in row}
    turns = [each for turn in zip_longest(*rows) for each in turn if each is not None]
    urgent = [each for each in turns if rank(each) == 0]
    asked = list({each.id: each for each in (*urgent, *turns)}.values())[:MOST_ON_A_PATH]
    return tuple(sorted(asked, key=lambda each: places[each.id]))
