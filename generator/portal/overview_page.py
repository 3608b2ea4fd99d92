"""The overview: how far each edition is from the shared text, procedure by procedure, and the editions' values."""

from collections.abc import Iterable, Iterator

from generator.diff import percent
from generator.document import (
    HOME,
    Block,
    Blocks,
    Cell,
    Column,
    Document,
    Fold,
    Link,
    Paragraph,
    Row,
    Table,
    Target,
    Widget,
    Words,
    comparison_uri,
    section,
    span,
    title,
    words,
)
from generator.model import plain_text
from generator.portal.collecting import Collection
from generator.portal.overview import (
    OVERVIEW,
    charted_procedures,
    compared_procedures,
    in_home_order,
    is_everywhere_the_same,
    lone_procedures,
    page_in_edition,
)
from generator.portal.picture import draw_overview
from generator.portal.summaries import EditionSummary, one_line
from generator.portal.values import values_of, values_table
from generator.words import words_of

_STEPS = ("added", "removed", "moved", "edited")
"""The columns of the numbers that count steps: they stand below a head of their own."""
_NUMBERS = ("share", "changed", *_STEPS, "fields", "placed", "own", "left_out", "planned")
"""The columns of the numbers, that of the editions aside."""


def overview_document(collection: Collection) -> Document:
    """The overview of a project that has editions.

    Args:
        collection: what is known of the editions.
    """
    return _OverviewPage(collection).document()


class _OverviewPage:
    """Composes the page."""

    def __init__(self, collection: Collection) -> None:
        self._collection, self._editions = collection, in_home_order(collection)
        self._columns = charted_procedures(collection)
        self._words, self._heads = words_of("portal")["overview"], words_of("portal")["column"]

    def document(self) -> Document:
        blocks = (
            title(words(self._words["title"])),
            Paragraph(words(self._words["lead"]), "lead"),
            *self._picture(),
            *section(self._words["table"], "numbers", self._numbers()),
            *self._procedures(),
            *self._lone(),
            *self._values(),
        )
        return Document(OVERVIEW, self._words["title"], blocks, hidden=("navigation", "toc"))

    def _picture(self) -> Blocks:
        if not self._columns:
            return ()
        picture = draw_overview(self._editions, self._columns)
        view = {"picture": picture, "words": words_of("portal")["picture"]}
        said = (Paragraph(words(picture.summary)),)
        return section(self._words["picture"], "picture", Widget("picture", view, said, is_searched=False))

    # ------------------------------------------------------------------------------- the editions' numbers
    def _numbers(self) -> Block:
        """How many procedures of each sort each edition has, and how far it is from the shared text."""
        columns = (Column(words(self._heads["edition"])), *map(self._column, _NUMBERS))
        rows = tuple(map(_numbers_of, self._editions))
        table = Table(columns, rows, "numbers", scroll_label=self._words["table"])
        view = {"table": table, "heads": list(self._grouped_heads())}
        return Widget("numbers", view, (table,), tuple(row.id for row in rows), is_searched=False)

    def _column(self, key: str) -> Column:
        head = self._heads[key]
        return Column(words(f"{self._heads['steps']}: {head}" if key in _STEPS else head))

    def _grouped_heads(self) -> Iterator[tuple[str, list[str]]]:
        """The heads, each with those below it."""
        for key in ("edition", *_NUMBERS):
            if key == _STEPS[0]:
                yield self._heads["steps"], [self._heads[each] for each in _STEPS]
            elif key not in _STEPS:
                yield self._heads[key], []

    # ---------------------------------------------------------------------------------- procedures, values
    def _procedures(self) -> Blocks:
        """Those of several editions that differ, in the picture's order; then folded those that are the same."""
        compared = compared_procedures(self._collection)
        lone = lone_procedures(self._collection)
        rows = {
            identifier: self._procedure(identifier, identifier in compared)
            for identifier in dict.fromkeys([*self._columns, *compared])
            if identifier not in lone
        }
        same = [each for each in rows if is_everywhere_the_same(self._collection.procedures[each])]
        differing = [each for each in rows if each not in same]
        shown: Blocks = (self._compared(rows[each] for each in differing),) if differing else ()
        if same:
            summary = words(self._words["same"].format(count=len(same)))
            shown += (Fold(summary, (self._compared(rows[each] for each in same),), "numbers-same"),)
        return section(self._words["procedures"], "procedures", *shown) if shown else ()

    def _compared(self, rows: Iterable[Row]) -> Table:
        """Some of the procedures."""
        keys = ("number", "procedure", "editions", "versions", "differing", "most")
        return self._table(keys, rows, self._words["procedures"])

    def _table(self, keys: Iterable[str], rows: Iterable[Row], label: str) -> Table:
        """A table of procedures."""
        columns = tuple(Column(words(self._heads[key]), is_head=key == "procedure") for key in keys)
        return Table(columns, tuple(rows), "numbers numbers--compared", is_labelled=True, scroll_label=label)

    def _procedure(self, identifier: str, is_compared: bool) -> Row:
        """How many editions have a procedure, in how many texts, and how far these are from the base's, if any."""
        count, versions = words_of("portal")["count"], self._collection.procedures[identifier]
        name = words(one_line(plain_text(versions.title)))
        differing = [each for each in versions.all if each.editions and not each.drift.is_same]
        editions = sum(len(version.editions) for version in differing)
        none = self._words["none"] if versions.base else "–"
        most = max(differing, key=lambda version: version.drift.share, default=None)
        return Row(
            (
                self._number(identifier),
                Cell((Link(Target(comparison_uri(identifier)), name),) if is_compared else name),
                Cell(words(count["editions"].format(count=len(versions.editions)))),
                Cell(words(count["versions"].format(count=versions.count))),
                Cell(words(count["editions"].format(count=editions)))
                if editions and versions.base
                else Cell(words(none), "none"),
                Cell(
                    (
                        Words(f"{percent(most.drift.share)} "),
                        span("numbers__edition", self._edition(most.editions[0]).name),
                    )
                    if most
                    else (),
                    "text",
                ),
            )
        )

    def _lone(self) -> Blocks:
        """The procedures that only one edition has: those of the base in the picture's order, then its own."""
        rows = tuple(map(self._lone_procedure, lone_procedures(self._collection)))
        table = self._table(("number", "procedure", "edition", "differing"), rows, self._words["lone"])
        return section(self._words["lone"], "lone", table) if rows else ()

    def _lone_procedure(self, identifier: str) -> Row:
        """Who has a procedure that nobody else has, and how far it is from the base's; that leads to what differs."""
        versions = self._collection.procedures[identifier]
        edition = self._edition(versions.editions[0])
        drift = edition.placed[identifier].drift
        name = words(one_line(plain_text(versions.title)))
        differing = Cell(words(self._words["none"]), "none")
        if not versions.base:
            differing = Cell(words(self._heads["own"]))
        elif not drift.is_same:
            differing = Cell((Link(Target(comparison_uri(identifier)), words(percent(drift.share))),))
        return Row(
            (
                self._number(identifier),
                Cell((Link(page_in_edition(edition, identifier), name),)),
                Cell(words(edition.name), "text"),
                differing,
            )
        )

    def _number(self, identifier: str) -> Cell:
        """The number of a procedure in the picture; none for one that stands not there."""
        number = self._columns.index(identifier) + 1 if identifier in self._columns else ""
        return Cell(words(str(number)))

    def _values(self) -> Blocks:
        base = self._collection.base
        values = values_of(self._editions, base.values if base else {})
        about = Paragraph(words(self._words["values_about"]))
        return section(self._words["values"], "values", about, values_table(values)) if values else ()

    def _edition(self, identifier: str) -> EditionSummary:
        return self._collection.editions[identifier]


def _numbers_of(edition: EditionSummary) -> Row:
    """The row of an edition, to which the picture leads."""
    drift = edition.drift
    steps = (drift.steps_added, drift.steps_removed, drift.steps_moved, drift.steps_changed)
    procedures = (len(edition.placed), edition.own, len(edition.left_out), edition.planned)
    counts = (edition.changed_procedures, *steps, drift.fields, *procedures)
    return Row(
        (
            Cell((Link(Target(HOME, root=f"{edition.id}/"), words(edition.name)),)),
            Cell(words(percent(drift.share))),
            *(Cell(words(str(count)), "" if count else "none") for count in counts),
        ),
        id=f"edition-{edition.id}",
    )
