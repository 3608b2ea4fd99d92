"""What a `go` of a procedure can name, and what one that names nothing probably means."""

import re
from functools import cached_property
from itertools import islice

from generator.diagnostics import slip_of
from generator.lint.facts import ProjectFacts
from generator.lint.rules.ends import end_ids
from generator.lint.rules.unknown import Became, step_became
from generator.model import END, Exit, PlacedStep
from generator.numerals import to_arabic_digits
from generator.project import ProjectFile
from generator.validation import means_end
from generator.yamltext import ScalarNode

MOST_GUESSES = 60
"""For how many a `go` to nowhere of one file it is worth looking for what they mean."""

MOST_NAMED_STEPS = 20
"""How many ids of steps a hint lists."""

_STEP_MARK = "#"
_NUMBER_OF_STEP = re.compile(
    r"(?:ขั้นตอนที่|ขั้นตอน|ขั้นที่|ข้อที่|ข้อ|step)?\s*([0-9๐-๙]+(?:\.[0-9๐-๙]+)*)\.?", re.IGNORECASE
)


class GoTargets:
    """The steps and ends that a `go` can name, and which of them one that names none probably means."""

    def __init__(self, facts: ProjectFacts, document: ProjectFile, steps: list[PlacedStep]) -> None:
        """Know the steps of a file."""
        self._facts, self._document, self.steps = facts, document, steps
        self._procedures = facts.names(document.scope)["procedure"] or {}
        self._named = {placed.step.id: placed for placed in steps if placed.step.id}
        self._ids = list(dict.fromkeys([*self._named, *end_ids(document.data)]))
        self._guesses = 0

    @property
    def known(self) -> list[str]:
        """The first ids, for a hint."""
        return list(islice(self._ids, MOST_NAMED_STEPS))

    @cached_property
    def unnamed(self) -> dict[str, str]:
        """The numbers of the steps that have no id, by their texts."""
        return {self._text(placed): placed.number for placed in self.steps if not placed.step.id}

    def called(self, go: str) -> str:
        """The other procedure that a `go` names, itself or before a step of it; empty for none."""
        procedure = go.partition(_STEP_MARK)[0]
        return procedure if procedure in self._procedures and procedure != self._document.id else ""

    def variant(self, way_out: Exit) -> str:
        """How a way to nowhere is told: one that names another procedure is a call."""
        if not self.called(way_out.go or ""):
            return ""
        return "procedure" if way_out.outcome is None else "procedure-of-outcome"

    def became(self, go: str) -> Became:
        """What a message tells of a step that was once there."""
        return step_became(self._facts, self._document.id, go)

    def meant(self, go: str) -> str | None:
        """The id that a `go` to nowhere means: by a slip in it, by a step's number, or by a step's text."""
        self._guesses += 1
        if self._guesses > MOST_GUESSES:
            return None
        number = _NUMBER_OF_STEP.fullmatch(go)
        if number is not None:
            return self._by_number.get(to_arabic_digits(number[1]))
        if means_end(go):
            return END
        return (
            self._by_text.get(go)
            or slip_of(go, [*self._ids, END])
            or self._by_text.get(slip_of(go, self._by_text) or "")
        )

    @cached_property
    def _by_number(self) -> dict[str, str]:
        """The ids by the numbers of their steps."""
        return {placed.number: identifier for identifier, placed in self._named.items()}

    @cached_property
    def _by_text(self) -> dict[str, str]:
        """The ids by the texts of their steps."""
        texts: dict[str, str] = {}
        for identifier, placed in self._named.items():
            if text := self._text(placed):
                texts.setdefault(text, identifier)
        return texts

    def _text(self, placed: PlacedStep) -> str:
        """What a step says, as it is written; empty where it says nothing."""
        _, text = self._document.find((*placed.data_path, "text"))
        return text.value.strip() if isinstance(text, ScalarNode) else ""
