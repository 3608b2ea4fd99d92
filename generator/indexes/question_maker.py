"""How a question about one procedure is made of an answer and of what is wrong; whether it may be asked at all."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.charts import reading_text
from generator.indexes.doers import Doers
from generator.indexes.lessons import ItemPlace
from generator.indexes.likeness import likeness
from generator.indexes.questions import FEWEST_OPTIONS, Question, QuestionKind, distinct, mixed
from generator.indexes.telling import Telling
from generator.model import Manual, PlacedProcedure, PlacedStep
from generator.words import words_of

LONGEST_OPTION = 160
"""Of how many letters an option may be: four of them stand one below the other on a phone."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a question says.

    Attributes:
        text: what it says in words of the manual; the answer must not be in it.
        names: what its wording is filled in with.
        way_out: the index of the outcome that it asks about.
        item: the id of the item of knowledge that it is asked from.
    """

    text: str
    names: Mapping[str, str]
    way_out: int | None = None
    item: str = ""

    @property
    def suffix(self) -> str:
        """What tells the question from others of its kind about the same step."""
        return f".{self.way_out + 1}" if self.way_out is not None else f".{self.item}" if self.item else ""


class QuestionMaker:
    """Makes the questions about one procedure.

    Attributes:
        manual: the edition.
        placed: the procedure.
        doers: who does what in the edition.
        telling: whether questions tell their answers.
        items: the items of knowledge that belong to the procedure.
        texts: what each step says, as it is read, by its path.
        steps: the steps whose text no other step of the procedure has.
    """

    def __init__(
        self,
        manual: Manual,
        placed: PlacedProcedure,
        doers: Doers,
        telling: Telling,
        items: Sequence[ItemPlace],
    ) -> None:
        """Read the steps.

        Args:
            manual: the edition.
            placed: the procedure.
            doers: who does what in the edition.
            telling: whether questions tell their answers.
            items: the items of knowledge that belong to the procedure.
        """
        self.manual, self.placed, self.doers, self.telling = manual, placed, doers, telling
        self.items = tuple(items)
        self.texts = {step.path: self.read(step.step.text) for step in placed.walk_steps()}
        self._times = Counter(likeness(text) for text in self.texts.values())
        self.steps = [step for step in placed.walk_steps() if self.is_unique(step)]

    def read(self, text: str) -> str:
        """A text without its markup, on a line."""
        return reading_text(text, self.manual)

    def is_unique(self, step: PlacedStep) -> bool:
        """Whether a step says something, and no other step of the procedure says the same."""
        alike = likeness(self.texts[step.path])
        return bool(alike) and self._times[alike] == 1

    def is_said(self, text: str) -> bool:
        """Whether a step of the procedure reads like a text."""
        return likeness(text) in self._times

    def told(self, step: PlacedStep) -> "Told":
        """What a question says that names nothing but a step."""
        return Told(self.texts[step.path], {"step": self.texts[step.path]})

    def choice(
        self,
        kind: QuestionKind,
        about: PlacedStep,
        right: str,
        wrong: Iterable[str],
        told: "Told",
        answer: PlacedStep | None = None,
    ) -> Question | None:
        """A question with one right option.

        Args:
            kind: what is asked.
            about: the step that is asked about.
            right: the right option.
            wrong: what is certainly wrong, the best first.
            told: what the question says.
            answer: the step where the answer stands, if it is another.

        Returns:
            The question; None where too little is wrong, or where it tells its answer.
        """
        place, identifier = answer or about, f"{self.placed.id}.{kind}.{about.chart_key}{told.suffix}"
        options = self.options(identifier, kind, told.text, right, wrong)
        if options is None:
            return None
        return Question(
            identifier,
            kind,
            words_of("questions")["ask"][kind].format_map(told.names),
            options,
            (options.index(right),),
            self.placed.id,
            about.anchor,
            place.anchor,
            place.number,
            place.role,
            told.way_out,
            told.item,
            bool(place.step.detail),
        )

    def options(
        self, identifier: str, kind: QuestionKind, told: str, right: str, wrong: Iterable[str]
    ) -> tuple[str, ...] | None:
        """What a question offers, mixed: the right option, and wrong ones, with the one that sounds most like it.

        Args:
            identifier: of the question.
            kind: what is asked. Of what comes next, steps tell one another by the words of what all of the procedure
                is about, so that these count for nothing; a committee is called after them, so that they may tell it.
            told: what the question says in words of the manual.
            right: the right option.
            wrong: what is certainly wrong, the best first.
        """
        pool = [each for each in wrong if likeness(each) and len(each) <= LONGEST_OPTION]
        if not likeness(right) or len(right) > LONGEST_OPTION:
            return None
        topic = self.read(self.placed.title)
        topics = (topic,) if kind is QuestionKind.AFTER else (topic, "")
        for apart in topics if pool else ():
            if self.telling.shared(right, told, apart):
                pool.insert(0, max(pool, key=lambda each: self.telling.shared(each, told, apart)))
        offered = distinct(right, pool)
        if len(offered) < FEWEST_OPTIONS or self.telling.gives_away(told, right, offered[1:], topics):
            return None
        return mixed(identifier, offered)


def is_kin(one: PlacedStep, other: PlacedStep) -> bool:
    """Whether one step is the other or a part of it."""
    shared = min(len(one.path), len(other.path))
    return one.path[:shared] == other.path[:shared]
