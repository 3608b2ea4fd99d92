"""What became of one manual, ready for the template of a document: what matters, and procedures word by word.

A document that nobody can open tells nothing: of very many procedures only those that matter most are told word by
word, and fewer with their charts. What changed in the others is all told among what matters.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from generator.charts import draw_charts
from generator.diff import (
    ChartPair,
    Comparer,
    EditionName,
    ProcedureComparison,
    charts_to_mark,
    mark_charts,
    procedure_html,
)
from generator.model import Manual, PlacedStep, plain_text
from generator.processes import in_halves
from generator.revisions.alike import Told, common_kinds, kind_of
from generator.revisions.renaming import as_named_after, find_renamed
from generator.revisions.report_templates import TEMPLATES
from generator.revisions.report_words import alike_head, alike_places, by_matter, role_lines, where
from generator.revisions.sentences import one_line
from generator.revisions.vocabulary import ManualChanges, ProcedureChange, Statement
from generator.words import words_of

MOST_WHOLE = 60
"""How many procedures are told word by word."""
MOST_DRAWN = 24
"""How many of them with their charts."""
_HEADING = 4
"""The level of the headings within a procedure."""
_WORTH_A_COPY = 8
"""How many procedures are worth a second process."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that changed.

    Attributes:
        anchor: where more of it is told.
        about: what it changed in.
        statement: what is said.
        places: where many procedures have it in common, these: where more of each is told, and what it is.
    """

    anchor: str
    about: str
    statement: Statement
    places: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Detail:
    """What became of one procedure, and of those that changed in the very same way.

    Attributes:
        change: what became of it.
        line: that on one line.
        whole: all of it word by word, with its charts.
        alike: the others.
    """

    change: ProcedureChange
    line: str
    whole: Markup
    alike: Sequence[ProcedureChange] = ()


@dataclass(frozen=True)
class Part:
    """What became of one manual.

    Attributes:
        changed: what changed.
        office: the name of the office whose own changes these are; empty for the manual that is told of first.
        before: the manual before.
        after: the manual after.
        prefix: what the ids of this part start with.
    """

    changed: ManualChanges
    office: str
    before: Manual
    after: Manual
    prefix: str

    @property
    def matters(self) -> list[tuple[str, list[Matter]]]:
        """What matters: its heading, and all that changed there."""
        headings = words_of("revisions")["matter"]
        return [
            (headings[matter], [self._matter(each) for each in told])
            for matter, told in by_matter(self.changed, with_words=True)
        ]

    def _matter(self, told: Told) -> Matter:
        anchor, statement = self.anchor(told.changed), told.statement
        if not told.is_of_many:
            return Matter(anchor, where(told.changed), statement)
        places = [(self.anchor(changed), place) for changed, place in alike_places(told)]
        return Matter(anchor, alike_head(told), replace(statement, place=""), places)

    @property
    def roles(self) -> list[tuple[str, list[str]]]:
        """The roles that do other steps."""
        names = {each.id: each.name for each in self.changed.procedures}
        return list(role_lines(self.changed.roles, names))

    @property
    def procedures(self) -> list[Detail]:
        """What became of each procedure; those that changed in the very same way stand with the first of them."""
        alike = self._alike()
        firsts = sorted((first for first, *_ in alike), key=lambda each: not each.duties)
        shown = firsts[:MOST_WHOLE]
        drawn = [each.id for each in shown if each.comparison and each.comparison.differing_steps]
        some = frozenset(drawn[:MOST_DRAWN])
        halves = in_halves(lambda half: self._wholes(half, some), [shown[::2], shown[1::2]], _least(shown))
        wholes = {key: whole for half in halves for key, whole in half.items()}
        said = words_of("revisions")["report"]["not_whole"].format(most=MOST_WHOLE)
        return [
            Detail(first, one_line(first), wholes.get(first.id, _note(said)), others)
            for first, *others in alike
        ]

    def _alike(self) -> list[list[ProcedureChange]]:
        """The procedures, those together of which nothing is to be said but what many have in common."""
        told = [(each, statement) for each in self.changed.procedures for statement in each.statements]
        common = common_kinds(told)
        groups: dict[object, list[ProcedureChange]] = {}
        for each in self.changed.procedures:
            kinds = frozenset(map(kind_of, each.statements))
            is_common = kinds and kinds <= common and each.comparison is not None and not each.is_incomplete
            groups.setdefault(kinds if is_common else each.id, []).append(each)
        return list(groups.values())

    def anchor(self, changed: object) -> str:
        """The id of the place where all is told of something."""
        kind = "procedure" if isinstance(changed, ProcedureChange) else getattr(changed, "kind", "")
        return f"{self.prefix}{kind}--{getattr(changed, 'id', '')}"

    def _wholes(self, changes: Sequence[ProcedureChange], drawn: frozenset[str]) -> dict[str, Markup]:
        """Procedures word by word, some of them with their charts."""
        charts = self._charts([each for each in changes if each.id in drawn])
        return {each.id: self._whole(each, charts.get(each.id)) for each in changes}

    def _whole(self, change: ProcedureChange, charts: tuple[ChartPair, ...] | None) -> Markup:
        """A procedure word by word; one that is new or gone, step by step."""
        said = words_of("revisions")["report"]
        if change.comparison is not None:
            if change.comparison.is_same:
                return Markup()
            comparison = replace(self._measured(change), id=self.prefix + change.id)
            sides = (EditionName("before", said["before"], ""), EditionName("after", said["after"], ""))
            whole = procedure_html(comparison, *sides, charts or (), _HEADING)
            is_undrawn = charts is None and comparison.differing_steps
            return whole + _note(said["not_drawn"].format(most=MOST_DRAWN)) if is_undrawn else whole
        manual = self.after if change.before is None else self.before
        placed = manual.procedure(change.name.id)
        if placed is None or change.is_incomplete or (change.before is not None and change.after is not None):
            return Markup()
        steps = [(each, _who(manual, each)) for each in placed.walk_steps()]
        template = TEMPLATES.template("steps.html.jinja")
        return Markup(template.render(steps=steps, sort=change.sort, text=plain_text))  # noqa: S704  # escapes

    @cached_property
    def _before_named(self) -> Manual:
        """The manual before, by the ids after."""
        return as_named_after(self.before, find_renamed(self.before, self.after))

    @cached_property
    def _comparer(self) -> Comparer:
        return Comparer(self._before_named, self.after)

    def _measured(self, change: ProcedureChange) -> ProcedureComparison:
        """How a procedure differs, with how large a share of it does: for that all of it has to be looked at."""
        measured = self._comparer.procedure(change.id)
        if measured is None or change.comparison is None:
            raise ValueError(change.id)
        return replace(change.comparison, drift=measured.drift)

    def _charts(self, changes: Sequence[ProcedureChange]) -> Mapping[str, tuple[ChartPair, ...]]:
        """The charts of procedures whose steps differ, before and after, marked."""
        compared = {each.id: each.comparison for each in changes if each.comparison is not None}
        if not compared:
            return {}
        sides = []
        for manual, is_after in ((self._before_named, False), (self.after, True)):
            keys = frozenset().union(*(charts_to_mark(each, is_after) for each in compared.values()))
            drawn = draw_charts(manual, compared.keys(), keys=keys)
            sides.append({(self.prefix + procedure, key): chart for (procedure, key), chart in drawn.items()})
        return {
            key: mark_charts(replace(each, id=self.prefix + key), sides[0], sides[1])
            for key, each in compared.items()
        }


def _least(shown: Sequence[ProcedureChange]) -> int:
    """How many halves there must be at least for a second process: more than two where it is not worth it."""
    return 2 if len(shown) >= _WORTH_A_COPY else 3


def _note(said: str) -> Markup:
    return Markup('<p class="cmp-nothing">{}</p>').format(said)


def _who(manual: Manual, step: PlacedStep) -> str:
    return ", ".join(plain_text(manual.roles[role].title) for role in step.roles if role in manual.roles)
