"""The ways on from a step as readers see them: the label of an outcome, and where it leads."""

from dataclasses import dataclass

from generator.model import END, END_POINT, Exit, NamedEnd, PlacedProcedure, PlacedStep, Point, Tone, exits
from generator.thai import tone_of
from generator.words import words_of


@dataclass(frozen=True, slots=True)
class Way:
    """One way on from a step.

    Attributes:
        label: the outcome's label as authored; None for a plain continuation.
        tone: whether that is good or bad; its colour goes by it, as on charts.
        words: where it leads, in interface words: ``ไปขั้นตอนที่ 5``.
        fragment: the HTML id that it leads to, on the procedure's page; None at the end.
        end: how the work ends, as authored, where it leads to a named end.
    """

    label: str | None
    tone: Tone
    words: str
    fragment: str | None
    end: str | None = None


def end_fragment(end: NamedEnd) -> str:
    """The place of a named end on its procedure's page."""
    return f"end-{end.id}"


class StepWays:
    """The ways on from the steps of one procedure, whose flow says where each leads."""

    def __init__(self, placed: PlacedProcedure) -> None:
        """Lay out the procedure's flow."""
        self._placed, self._flow = placed, placed.flow

    def of(self, placed: PlacedStep) -> tuple[Way, ...]:
        """Every outcome of a decision; of a plain step its `go`; nothing when it continues with the next row."""
        return tuple(
            self._way(way_out, placed)
            for way_out in exits(placed)
            if way_out.label is not None or way_out.go is not None
        )

    def _way(self, way_out: Exit, placed: PlacedStep) -> Way:
        words = words_of("document")["step"]
        tone = Tone.NEUTRAL if way_out.outcome is None else tone_of(placed.step.outcomes[way_out.outcome])
        if way_out.go == END:
            return Way(way_out.label, tone, words["ends"], None)
        if end := self._placed.end_with_id(way_out.go):
            return Way(way_out.label, tone, words["ends_as"], end_fragment(end), end.text)
        if way_out.go is None:
            return self._continuation(way_out.label, tone, placed)
        target = self._flow.target(way_out.go)
        if target is None:
            return Way(way_out.label, tone, words["unknown"], None)
        is_back = self._flow.leads_back(placed, Point(target.path))
        wording = words["returns_to"] if is_back else words["goes_to"]
        return Way(way_out.label, tone, wording.format(number=target.number), target.anchor)

    def _continuation(self, label: str | None, tone: Tone, placed: PlacedStep) -> Way:
        """An outcome that goes on to whatever comes after the step."""
        words, after = words_of("document")["step"], self._flow.after(placed)
        if after == END_POINT:
            return Way(label, tone, words["ends"], None)
        next_step = self._flow.step(after)
        wording = words["leaves_to"] if after.finished else words["goes_on"]
        if after.finished and next_step.step.is_fork:
            wording = words["joins"]
        return Way(label, tone, wording.format(number=next_step.number), next_step.anchor)
