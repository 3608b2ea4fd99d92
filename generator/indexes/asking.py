"""All questions that can be asked of an edition's procedures, each with exactly one right answer.

Where the manual leaves any doubt, nothing is asked. A wrong option is offered only where the manual proves it wrong,
and no two options read the same (`generator.indexes.likeness`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from generator.charts import reading_text
from generator.indexes.asking_words import WordQuestions
from generator.indexes.chains import Follower, following, ordered_chains
from generator.indexes.doers import Doers
from generator.indexes.glossary import Glossary
from generator.indexes.learning import RolePath, StopKind
from generator.indexes.likeness import is_half_told, likeness, overlaps
from generator.indexes.questions import (
    Question,
    QuestionKind,
    asked_of_procedure,
    asked_on_path,
    distinct,
    mixed,
)
from generator.model import Manual, PlacedProcedure, PlacedStep, Step, presented_fields
from generator.words import words_of

OUTPUT = "output"
"""The field of a step that says what it makes."""
Output = tuple[str, str]
"""What a step makes: the likeness of the step, and the thing as it is read."""


class Quiz:
    """The questions of one edition."""

    def __init__(self, manual: Manual, glossary: Glossary) -> None:
        """Prepare to ask.

        Args:
            manual: the edition.
            glossary: its words.
        """
        self._manual = manual
        self._words, self._doers = WordQuestions(manual, glossary), Doers(manual)
        self._candidates: dict[str, tuple[Question, ...]] = {}

    def candidates(self, placed: PlacedProcedure) -> tuple[Question, ...]:
        """Everything that can be asked of a procedure, of each kind the most telling first."""
        if placed.id not in self._candidates:
            asked = _StepQuestions(self._manual, placed, self._doers, self._outputs, self._things)
            self._candidates[placed.id] = (*asked.all(), *self._words.all(placed))
        return self._candidates[placed.id]

    def of_procedure(self, placed: PlacedProcedure) -> tuple[Question, ...]:
        """The questions on a procedure's own page."""
        return asked_of_procedure(self.candidates(placed))

    def of_path(self, path: RolePath) -> tuple[Question, ...]:
        """The questions at the end of a path."""
        stops = {
            (stop.procedure.id, step.anchor)
            for stop in path.stops
            if stop.procedure is not None and stop.kind is StopKind.STEP
            for step in stop.steps
        }
        return asked_on_path([self.candidates(placed) for placed in path.procedures()], path.role, stops)

    @cached_property
    def _outputs(self) -> dict[str, list[Output]]:
        """What the steps of each procedure make."""
        return {
            placed.id: [
                (
                    likeness(reading_text(step.step.text, self._manual)),
                    reading_text(step.step.output, self._manual),
                )
                for step in placed.walk_steps()
                if step.step.output
            ]
            for placed in self._manual.procedures()
        }

    @cached_property
    def _things(self) -> list[Output]:
        """What any step makes, things that read the same only twice: a step asks for the first that is not its own."""
        makers: defaultdict[str, list[str]] = defaultdict(list)
        things = []
        for maker, output in chain.from_iterable(self._outputs.values()):
            known = makers[likeness(output)]
            if len(known) < 2 and maker not in known:
                known.append(maker)
                things.append((maker, output))
        return things


class _StepQuestions:
    """What can be asked of the steps of one procedure."""

    def __init__(
        self,
        manual: Manual,
        placed: PlacedProcedure,
        doers: Doers,
        outputs: Mapping[str, Sequence[Output]],
        things: Sequence[Output],
    ) -> None:
        self._manual, self._placed = manual, placed
        self._doers, self._outputs, self._things = doers, outputs, things
        self._flow = placed.flow
        self._texts = {step.path: reading_text(step.step.text, manual) for step in placed.walk_steps()}
        self._alike: dict[str, int] = defaultdict(int)
        for text in self._texts.values():
            self._alike[likeness(text)] += 1

    def all(self) -> Iterator[Question]:
        """Every question, by kind."""
        yield from self._orders()
        for step in sorted(self._askable(), key=lambda step: step.role == self._placed.procedure.owner):
            if not step.steps and (question := self._who(step)):
                yield question
        for step in self._askable():
            yield from self._afters(step)
            if step.step.output and (question := self._document(step)):
                yield question

    def _askable(self) -> list[PlacedStep]:
        """The steps whose text no other step of the procedure has."""
        return [step for step in self._placed.walk_steps() if self._is_unique(step)]

    def _is_unique(self, step: PlacedStep) -> bool:
        alike = likeness(self._texts[step.path])
        return bool(alike) and self._alike[alike] == 1

    def _orders(self) -> Iterator[Question]:
        """Stretches of steps of which each comes after the one before, and after nothing else."""
        for stretch in ordered_chains(self._flow, self._is_unique):
            identifier = f"{self._placed.id}.order.{stretch[0].chart_key}"
            right = [self._texts[step.path] for step in stretch]
            options = mixed(identifier, right)
            if list(options) == right:
                options = (*options[1:], options[0])
            indexes = tuple(options.index(text) for text in right)
            yield self._question(identifier, QuestionKind.ORDER, stretch[0], options, indexes)

    def _who(self, step: PlacedStep) -> Question | None:
        """Who does or decides a step."""
        kind = QuestionKind.DECIDES if step.step.is_decision else QuestionKind.WHO
        right = self._doers.title(step)
        here = [role for each in self._placed.walk_steps() for role in each.roles]
        return self._choice(kind, step, right, self._doers.others(step, here)) if right else None

    def _afters(self, step: PlacedStep) -> Iterator[Question]:
        """What comes straight after each outcome; those that lead elsewhere than to the next step first."""
        labels = [likeness(reading_text(each.label, self._manual)) for each in step.step.outcomes]
        ways = sorted(enumerate(step.step.outcomes), key=lambda each: each[1].go is None)
        for index, outcome in ways:
            if not labels[index] or labels.count(labels[index]) > 1:
                continue
            if question := self._after(step, index, reading_text(outcome.label, self._manual)):
                yield question

    def _after(self, step: PlacedStep, index: int, label: str) -> Question | None:
        follower = following(self._flow, step, index)
        if follower is None or (follower.step is not None and not self._is_unique(follower.step)):
            return None
        said = words_of("questions")
        named = self._placed.end_with_id(step.step.outcomes[index].go)
        end = said["end_as"].format(text=reading_text(named.text, self._manual)) if named else said["end"]
        if self._alike[likeness(end)]:
            return None
        right = self._texts[follower.step.path] if follower.step else end
        wrong = [end] if follower.step else []
        others = [self._texts[each.path] for each in self._wrong_followers(step, follower)]
        wrong += mixed(f"{self._placed.id}.{step.chart_key}.{index}", others)
        return self._choice(QuestionKind.AFTER, step, right, wrong, f".{index + 1}", label=label)

    def _wrong_followers(self, step: PlacedStep, follower: Follower) -> list[PlacedStep]:
        """Steps that the flow does not come to next.

        Neither the right one nor what it is part of or begins with; nor what runs at the same time as the step asked
        about, as that may well be done next.
        """
        return [
            each
            for each in self._askable()
            if (follower.step is None or not _is_kin(each, follower.step))
            and not self._flow.are_at_the_same_time(each, step)
        ]

    def _document(self, step: PlacedStep) -> Question | None:
        """What a step makes: wrong is what other steps make, unless the step's own texts or relatives speak of it."""
        right = reading_text(step.step.output or "", self._manual)
        here = likeness(self._texts[step.path])
        told = [likeness(reading_text(text, self._manual)) for text in _told_beside_the_output(step.step)]
        kin = {
            likeness(reading_text(each.step.output, self._manual))
            for each in self._placed.walk_steps()
            if each.step.output and _is_kin(each, step)
        }
        pool = chain(self._outputs[self._placed.id], self._things)

        def is_wrong(maker: str, alike: str) -> bool:
            is_doubtful = any(overlaps(alike, each) for each in kin) or any(alike in each for each in told)
            return (
                bool(alike)
                and maker != here
                and not is_doubtful
                and not is_half_told(likeness(right), alike, told)
            )

        wrong = (output for maker, output in pool if is_wrong(maker, likeness(output)))
        return self._choice(QuestionKind.DOCUMENT, step, right, wrong) if likeness(right) else None

    def _choice(
        self,
        kind: QuestionKind,
        step: PlacedStep,
        right: str,
        wrong: Iterable[str],
        suffix: str = "",
        **said: str,
    ) -> Question | None:
        """A question with one right option; None when there is nothing else to choose."""
        identifier = f"{self._placed.id}.{kind}.{step.chart_key}{suffix}"
        offered = distinct(right, wrong)
        if len(offered) < 2:
            return None
        options = mixed(identifier, offered)
        return self._question(identifier, kind, step, options, (options.index(right),), **said)

    def _question(
        self,
        identifier: str,
        kind: QuestionKind,
        step: PlacedStep,
        options: Sequence[str],
        right: tuple[int, ...],
        **said: str,
    ) -> Question:
        text = words_of("questions")["ask"][kind].format(step=self._texts[step.path], **said)
        return Question(
            identifier,
            kind,
            text,
            tuple(options),
            right,
            self._placed.id,
            step.anchor,
            step.number,
            step.role,
        )


def _is_kin(one: PlacedStep, other: PlacedStep) -> bool:
    """Whether one step is the other or a part of it."""
    shared = min(len(one.path), len(other.path))
    return one.path[:shared] == other.path[:shared]


def _told_beside_the_output(step: Step) -> Iterator[str]:
    """What a step says in words of its own, but for what it makes."""
    for field in presented_fields(Step):
        if field.is_looked_through and field.name != OUTPUT:
            yield from field.wordings(step)
