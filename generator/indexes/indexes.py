"""All indexes of one manual on one day: each is made when it is first asked for, and only once."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from generator.charts import FlowGraphs, Overview
from generator.indexes.agenda import Agenda, agenda_of
from generator.indexes.approvals import Approvals
from generator.indexes.asking import Quiz
from generator.indexes.glossary import Glossary
from generator.indexes.involvement import Work, work_by_role
from generator.indexes.learning import RolePath, paths_of
from generator.indexes.lessons import ItemPlace, places_by_procedure
from generator.indexes.responsibilities import Matrix, has_parts, responsibility_matrix
from generator.indexes.role_overviews import role_overviews
from generator.indexes.status import ManualStatus, manual_status
from generator.indexes.times import RoleTime, role_times, times_of
from generator.indexes.uses import Uses, calls, citations, taken_from
from generator.model import Manual, PlacedProcedure, ProcedureTime
from generator.thai import Segmenter, segmenter_for


class Indexes:
    """What pages, tables and other files of one build share, whoever comes first."""

    def __init__(self, manual: Manual, today: date) -> None:
        """Take in what they follow from.

        Args:
            manual: the manual.
            today: the day by which expiry and reviews are judged.
        """
        self.manual = manual
        self.today = today

    @cached_property
    def segmenter(self) -> Segmenter:
        """Cuts texts into words, and knows those of the manual."""
        return segmenter_for(self.manual)

    @cached_property
    def graphs(self) -> FlowGraphs:
        """The flow graphs of its procedures."""
        return FlowGraphs(self.manual)

    @cached_property
    def glossary(self) -> Glossary:
        """What words mean."""
        return Glossary(self.manual)

    @cached_property
    def work(self) -> Mapping[str, Work]:
        """What every role does, by its id."""
        return work_by_role(self.manual)

    @cached_property
    def overviews(self) -> tuple[Overview, ...]:
        """What the charts of roles show."""
        return role_overviews(self.manual, self.work.values())

    @cached_property
    def matrix(self) -> Matrix:
        """The responsibilities of all roles."""
        return responsibility_matrix(self.manual)

    @cached_property
    def has_parts(self) -> bool:
        """Whether `matrix` has a row: known without all of it."""
        return has_parts(self.manual)

    @cached_property
    def agenda(self) -> Agenda:
        """What is to be done when in the year."""
        return agenda_of(self.manual)

    @cached_property
    def citations(self) -> Uses:
        """Who cites each reference."""
        return citations(self.manual)

    @cached_property
    def calls(self) -> Uses:
        """Who calls each procedure."""
        return calls(self.manual)

    @cached_property
    def taken(self) -> Mapping[str, tuple[PlacedProcedure, ...]]:
        """The procedures that were taken from a reference, by its id."""
        return taken_from(self.manual)

    @cached_property
    def items(self) -> Mapping[str, tuple[ItemPlace, ...]]:
        """The items of knowledge of each procedure that has any, by its id."""
        return places_by_procedure(self.manual)

    @cached_property
    def status(self) -> ManualStatus:
        """Whether the procedures are current and complete."""
        return manual_status(self.manual, self.today)

    @cached_property
    def approvals(self) -> Approvals:
        """How the procedures stand to their approvals."""
        return Approvals(self.manual)

    @cached_property
    def times(self) -> Mapping[str, ProcedureTime]:
        """What the steps of procedures take, by the ids of those that state any."""
        return times_of(self.manual)

    @cached_property
    def role_times(self) -> Mapping[str, RoleTime]:
        """What the steps of roles take, by the ids of those that state any."""
        return role_times(self.manual, self.times)

    @cached_property
    def paths(self) -> tuple[RolePath, ...]:
        """How those new in a role learn its work."""
        return paths_of(self.manual, self.glossary, self.work)

    @cached_property
    def quiz(self) -> Quiz:
        """The questions of the self-check."""
        return Quiz(self.manual, self.segmenter, self.matrix, self.items)
