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
    """What is asked."""

    ORDER = "order"
    AFTER = "after"
    DECIDES = "decides"
    WHO = "who"
    DOCUMENT = "document"
    LAW = "law"
    ABBREVIATION = "abbreviation"


MOST_OF_A_KIND: Mapping[QuestionKind, int] = {QuestionKind.WHO: 2, QuestionKind.AFTER: 2}
"""How many questions of a kind are asked of one procedure; of others one."""
MOST_ON_A_PATH = 10
MOST_OPTIONS = 4


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
        anchor: where on the procedure's page the answer stands; empty for one that stands in the glossary.
        number: the number of the step where it stands; empty when it stands elsewhere.
        role: the role of that step.
        term: the word of the glossary, as authored, that is the answer.
    """

    id: str
    kind: QuestionKind
    text: str
    options: tuple[str, ...]
    right: tuple[int, ...]
    procedure: str
    anchor: str = ""
    number: str = ""
    role: str = ""
    term: str = ""

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
    """The questions that are asked of one procedure, of every kind but few.

    Args:
        candidates: all that can be asked of it, of each kind the most telling first.
        first: ranks them; of a kind, those of a lower rank are asked before others.
    """
    asked: list[Question] = []
    for kind in QuestionKind:
        of_kind = sorted((each for each in candidates if each.kind is kind), key=first)
        asked += of_kind[: MOST_OF_A_KIND.get(kind, 1)]
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
    chosen: dict[str, Question] = {}
    for each in (*urgent, *turns):
        chosen.setdefault(each.term or each.id, each)
    asked = list(chosen.values())[:MOST_ON_A_PATH]
    return tuple(sorted(asked, key=lambda each: places[each.id]))
