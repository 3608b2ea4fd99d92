"""All questions that can be asked of an edition's procedures, each with exactly one right answer.

Where the manual leaves any doubt, nothing is asked. A wrong option is offered only where the manual proves it wrong and
has it in the same procedure; no two options read the same (`generator.indexes.likeness`), and no question has its
answer in it (`generator.indexes.telling`).
"""

from collections.abc import Mapping

from generator.indexes.asking_flow import flow_questions
from generator.indexes.asking_roles import role_questions
from generator.indexes.asking_texts import text_questions
from generator.indexes.doers import Doers
from generator.indexes.learning import RolePath, StopKind
from generator.indexes.lessons import ItemPlace
from generator.indexes.question_maker import QuestionMaker
from generator.indexes.questions import Question, asked_of_procedure, asked_on_path
from generator.indexes.responsibilities import Matrix
from generator.indexes.telling import Telling
from generator.model import Manual, PlacedProcedure
from generator.processes import in_halves
from generator.thai import Segmenter

_WORTH_A_COPY = 40
"""Of how many procedures questions are made in two processes."""


class Quiz:
    """The questions of one edition."""

    def __init__(
        self,
        manual: Manual,
        segmenter: Segmenter,
        matrix: Matrix,
        items: Mapping[str, tuple[ItemPlace, ...]],
    ) -> None:
        """Prepare to ask.

        Args:
            manual: the edition.
            segmenter: cuts texts into words, and knows those of the manual.
            matrix: which roles have a part in which procedures.
            items: what was learned at each procedure.
        """
        self._manual, self._items = manual, items
        self._doers, self._telling = Doers(manual, matrix), Telling(segmenter)
        self._candidates: dict[str, tuple[Question, ...]] = {}

    def candidates(self, placed: PlacedProcedure) -> tuple[Question, ...]:
        """Everything that can be asked of a procedure, of each kind the most telling first."""
        if placed.id not in self._candidates:
            items = self._items.get(placed.id, ())
            maker = QuestionMaker(self._manual, placed, self._doers, self._telling, items)
            self._candidates[placed.id] = (
                *flow_questions(maker),
                *role_questions(maker),
                *text_questions(maker),
            )
        return self._candidates[placed.id]

    def make_all(self) -> None:
        """Make the questions of all procedures now: paths ask them again, in whatever process they are composed."""
        procedures = list(self._manual.procedures())
        made = in_halves(self.candidates, procedures, _WORTH_A_COPY)
        self._candidates.update(zip((placed.id for placed in procedures), made, strict=True))

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
