"""The page of a role: what is stated of it, its work with every step, its documents and forms, whom it works with."""

from collections.abc import Container, Iterator, Mapping
from functools import cached_property

from generator.charts import role_in_words
from generator.document.acting import acting_names, default_mark, default_rule
from generator.document.addresses import (
    AGENDA,
    RESPONSIBILITIES,
    ROLES,
    Target,
    entry_uri,
    procedure_uri,
)
from generator.document.agenda_views import dated_list, role_feed
from generator.document.blocks import (
    Block,
    Blocks,
    Document,
    Fact,
    Facts,
    Group,
    Heading,
    Listing,
    ListItem,
    OnScreen,
    Paragraph,
)
from generator.document.book import ROLE_CHARTS, Book
from generator.document.common_blocks import chart_figure, labelled_names, more, section, separated, title
from generator.document.field_blocks import field_sections, lead_paragraphs
from generator.document.inlines import Chip, Inlines, Line, Link, Span, Words
from generator.document.learning_views import path_uri
from generator.document.names import named, named_role, status_mark
from generator.document.part_blocks import table_of_role
from generator.document.procedure_charts import told
from generator.document.role_partners import partners_section
from generator.document.signed_blocks import signed_section
from generator.document.step_tables import kind_name, way_line
from generator.document.texts import chips, words
from generator.document.time_views import role_fact, time_words
from generator.document.ways import StepWays
from generator.indexes import (
    Involvement,
    Letter,
    MatrixCell,
    Work,
    gathered_fields,
    has_occurrences,
    pages_of_role,
    parts_of_role,
)
from generator.model import Manner, PlacedProcedure, PlacedStep, presented
from generator.project import FileKind, catalogue_file
from generator.words import words_of

SOURCE = catalogue_file(FileKind.ROLES)

TOLD = {Letter.APPROVES: "approves_in", Letter.CONSULTED: "asked_in", Letter.INFORMED: "told_in"}
"""How the parts are told that a role has in steps beside doing them."""


def work_fragment(procedure: str) -> str:
    """The HTML id of a procedure on a role's page."""
    return f"work-{procedure}"


def kind_fragment(kind: str) -> str:
    """The HTML id of a kind of roles in the list of all."""
    return f"kind-{kind}"


def role_document(book: Book, work: Work) -> Document:
    """The page of a role."""
    return _RolePage(book, work).document()


class _RolePage:
    """Composes one page."""

    def __init__(self, book: Book, work: Work) -> None:
        self._book, self._work, self._role = book, work, book.manual.roles[work.role]
        self._manual, self._texts, self._said = book.manual, book.texts, words_of("document")["role"]
        self._involved = {each.procedure.id: each for each in work.involvements}

    @cached_property
    def _cells(self) -> Mapping[str, MatrixCell]:
        """What the matrix says of the role, by procedure."""
        rows, role = self._book.indexes.matrix.rows, self._work.role
        return {row.procedure.id: row.cells[role] for row in rows if role in row.cells}

    def document(self) -> Document:
        name = self._texts.read(self._role.title)
        return self._book.document(entry_uri(ROLES, self._work.role), name, self._blocks, source=SOURCE)

    def _blocks(self) -> Blocks:
        return (
            *self._head(),
            *field_sections(self._book.values, self._role),
            *self._dates(),
            *self._chart(),
            *self._works(),
            *self._answers_for(),
            *signed_section(self._book, self._work.role),
            *self._documents(),
            *self._forms(),
            *partners_section(self._book, self._work),
            self._ways_on(),
        )

    # --------------------------------------------------------------------------------------------- head
    def _head(self) -> Iterator[Block]:
        yield title(self._texts.rich(self._role.title))
        yield Facts(self._said["facts"], tuple(self._facts()))
        yield from lead_paragraphs(self._book.values, self._role)
        members = [key for key, role in self._manual.roles.items() if role.part_of == self._work.role]
        names = [named_role(self._manual, key) for key in members]
        if names:
            members_line = labelled_names(self._texts, self._said["members"], names)
            yield Paragraph(members_line, "names", is_searched=False)
        if about := [(Target(uri), name) for uri, name in pages_of_role(self._manual, self._work.role)]:
            yield more(*about)
        # The path that is meant for newcomers in the role: the first, where an editor wrote several.
        if path := next((each for each in self._book.indexes.paths if each.role == self._work.role), None):
            yield more((Target(path_uri(path)), self._said["learning"]))
        if not self._has_work:
            note = (("role", "note"),)
            yield Paragraph(words(self._said["none"]), "notice", is_searched=False, attributes=note)

    def _facts(self) -> Iterator[Fact]:
        """The fields that are facts, then how much the role does; what leads elsewhere is found there."""
        said, work, kind = self._said, self._work, self._role.kind.value
        list_of_kind = Link(
            Target(ROLES, kind_fragment(kind)), words(words_of("document")["role_kind"][kind])
        )
        yield Fact(words(said["kind"]), ((list_of_kind,),), is_searched=False)
        for field in presented(type(self._role), Manner.FACT):
            values = self._book.values.of(field, self._role) if field.name != "kind" else ()
            if values:
                yield Fact(words(field.title), values, is_searched=field.points_at is None)
        counted = said["involved_count"].format(procedures=len(work.involvements), steps=work.step_count)
        yield Fact(words(said["involved"]), (words(counted),))
        if work.owned:
            yield Fact(words(said["owned"]), (words(said["owned_count"].format(count=len(work.owned))),))
        if work.decision_count:
            decided = said["decides_count"].format(count=work.decision_count)
            yield Fact(words(said["decides"]), (words(decided),))
        if time := self._book.indexes.role_times.get(work.role):
            yield role_fact(time.total)

    @property
    def _has_work(self) -> bool:
        return bool(self._involved or self._cells)

    def _chart(self) -> Blocks:
        if (ROLE_CHARTS, self._work.role) not in self._book.charts:
            return ()
        alternative = self._said["chart_alternative"].format(title=self._texts.read(self._role.title))
        figure = chart_figure(ROLE_CHARTS, self._work.role, alternative)
        own = [each for each in self._book.indexes.overviews if each.role == self._work.role]
        in_words = [block for each in own for block in told(role_in_words(each, self._manual))]
        return section(self._said["chart"], "flowchart", figure, *in_words)

    def _dates(self) -> Blocks:
        """When in the year it has what to do; found on the pages of the procedures."""
        agenda, said = self._book.indexes.agenda.of_role(self._work.role), words_of("document")["agenda"]
        if not agenda.items:
            return ()
        listing = dated_list(self._book, agenda.in_order, with_roles=False)
        ways = [(Target(AGENDA), said["whole"])]
        if any(has_occurrences(each.schedule) for each in agenda.items):
            ways.append((Target(role_feed(self._work.role)), said["feed"]))
        return section(said["of_role"], "dates", listing, OnScreen((more(*ways),)))

    # --------------------------------------------------------------------------------------------- work
    def _works(self) -> Blocks:
        """The procedures that the role acts in or owns; then those that only name it. Both in the manual's order."""
        return (
            *self._those(self._involved, "work"),
            *self._those(self._cells.keys() - self._involved, "named"),
        )

    def _those(self, procedures: Container[str], name: str) -> Blocks:
        """The role's part in some procedures, as a section of the page."""
        blocks = (
            block
            for placed in self._manual.procedures()
            if placed.id in procedures
            for block in self._of_procedure(placed)
        )
        return section(self._said[name], name, *blocks)

    def _of_procedure(self, placed: PlacedProcedure) -> Iterator[Block]:
        """The role's part in one procedure, of which the search finds everything on the procedure's page."""
        name = " ".join(filter(None, (placed.number, self._texts.read(placed.title))))
        yield Heading(3, words(name), work_fragment(placed.id), is_searched=False)
        involvement, cell = self._involved.get(placed.id), self._cells.get(placed.id)
        blocks = (*self._acts(placed, involvement), *self._told(placed, cell))
        yield Group("work", blocks, is_searched=False, element="section")

    def _acts(self, placed: PlacedProcedure, involvement: Involvement | None) -> Iterator[Block]:
        said = self._said
        opened = said["open_named"].format(title=self._texts.read(placed.title))
        way = Link(Target(procedure_uri(placed)), words(said["open"]), attributes=(("aria-label", opened),))
        owner = (Chip(said["is_owner"], "owner"),) if involvement and involvement.is_owner else ()
        yield Paragraph((way, *chips(status_mark(placed)), *owner), "work__procedure")
        if involvement and involvement.steps:
            ways = StepWays(placed)
            yield from (rule := default_rule(involvement.steps))
            steps = tuple(self._step(placed, step, ways, is_marked=not rule) for step in involvement.steps)
            yield Listing(steps, "work__steps")
            yield from self._time(placed)
        elif owner:
            yield Paragraph(words(said["owns_only"]))

    def _time(self, placed: PlacedProcedure) -> Iterator[Block]:
        """What the role's steps in a procedure take, where any states it."""
        time = self._book.indexes.role_times.get(self._work.role)
        if time and placed.id in time.by_procedure:
            told = words_of("document")["time"]["in_procedure"]
            yield Paragraph(words(told.format(time=time_words(time.by_procedure[placed.id]))), "work__time")

    def _step(
        self, placed: PlacedProcedure, step: PlacedStep, ways: StepWays, *, is_marked: bool
    ) -> ListItem:
        number = self._said["step"].format(number=step.number)
        place = Target(procedure_uri(placed), step.anchor)
        badge = Link(place, words(step.number), "badge", (("title", number),))
        kind = kind_name(step)
        text = (*self._texts.rich(step.step.text), *((Chip(kind),) if kind else ()))
        text += (Words(" "), default_mark()) if is_marked and step.is_role_default else ()
        text += self._together(step)
        lines = tuple(way_line(self._texts, way, placed) for way in ways.of(step))
        return ListItem((badge, Words(" "), Span("work__step", text)), lines)

    def _together(self, step: PlacedStep) -> Inlines:
        """The roles that it acts with in a step."""
        others = [self._book.values.named("role", each) for each in step.roles if each != self._work.role]
        return (Words(f" {self._said['together']} "), *separated(others, ", ")) if others else ()

    def _told(self, placed: PlacedProcedure, cell: MatrixCell | None) -> Iterator[Block]:
        """The steps that name the role, most of them others'."""
        for letter, steps in (cell.named if cell else {}).items():
            told = (
                (self._step_link(placed, step), Words(" "), *self._texts.rich(step.step.text))
                for step in steps
            )
            label = f"{self._said[TOLD[letter]]} "
            yield Paragraph((Words(label), *separated(told, "; ")), "work__told")

    def _answers_for(self) -> Iterator[Block]:
        """The things of procedures for which it answers: indicators, risks; found on the pages of the procedures."""
        for field in gathered_fields():
            parts = parts_of_role(self._manual, field.name, self._work.role)
            if parts and field.model is not None:
                table = table_of_role(self._book.values, field.model, parts, self._texts)
                yield from section(field.title, field.name.replace("_", "-"), table)

    # ------------------------------------------------------------------- documents, forms, other roles
    def _documents(self) -> Blocks:
        """What the role makes, and what comes to it; found on the pages of the procedures."""
        blocks = (
            block
            for key, items in (("makes", tuple(self._makes())), ("receives", tuple(self._receives())))
            if items
            for block in (Paragraph(words(self._said[key]), "documents__sort"), Listing(items))
        )
        listed = tuple(blocks)
        group = (Group("documents", listed, is_searched=False),) if listed else ()
        return section(self._said["documents"], "documents", *group)

    def _makes(self) -> Iterator[ListItem]:
        for each in self._work.involvements:
            for placed in each.makes:
                text = placed.step.output or placed.step.text
                place = Line(self._place(each.procedure, placed), "names")
                yield ListItem(self._texts.rich(text), (place,))

    def _receives(self) -> Iterator[ListItem]:
        for each in self._work.involvements:
            for received in each.receives:
                makers = acting_names(self._manual, self._texts, received.made_in)
                maker = separated(tuple(makers), ", ")
                place = self._place(each.procedure, received.comes_to)
                come = (Words(f"{self._said['from_role']} "), *maker, Words(" "), *place)
                yield ListItem(self._texts.rich(received.made_in.step.output or ""), (Line(come, "names"),))

    def _forms(self) -> Blocks:
        items = []
        for form, uses in self._work.forms.items():
            if form in self._manual.forms:
                places = separated((self._place(procedure, step) for procedure, step in uses), " ")
                items.append(ListItem(self._book.values.named("form", form), (Line(places, "names"),)))
        listed = (Listing(tuple(items), "links", is_searched=False),) if items else ()
        return section(self._said["forms"], "used-forms", *listed)

    def _place(self, procedure: PlacedProcedure, step: PlacedStep) -> Inlines:
        """A step and its procedure, each as a link."""
        return (self._step_link(procedure, step), Words(" "), *self._texts.named(named(procedure)))

    def _step_link(self, procedure: PlacedProcedure, step: PlacedStep) -> Link:
        wording = words(self._said["step"].format(number=step.number))
        return Link(Target(procedure_uri(procedure), step.anchor), wording)

    def _ways_on(self) -> Paragraph:
        matrix = ((Target(RESPONSIBILITIES), self._said["matrix"]),) if self._has_work else ()
        return more((Target(ROLES), self._said["all"]), *matrix)
