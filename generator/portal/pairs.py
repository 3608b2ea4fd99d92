"""Two texts of a procedure as a page shows them: what differs, word by word, and both charts with marks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from generator.charts import Charts, draw_charts
from generator.diff import (
    ChartPair,
    Comparer,
    EditionName,
    MarkedChart,
    ProcedureComparison,
    drift_phrases,
    mark_charts,
    procedure_html,
)
from generator.document import write_words
from generator.model import Manual
from generator.portal.comparisons import Pair
from generator.portal.versions import Specimen
from generator.thai import Segmenter
from generator.writers import chart_marker

MOST_CHART_BYTES = 600_000
"""How much the charts of one page may take; pairs that come later have none."""

_HEADING = 4


@dataclass(slots=True)
class WrittenPair:
    """A pair, ready for its page.

    Attributes:
        pair: whose texts they are.
        html: what differs; charts are only marked in it.
        phrases: how much that is, in words.
        charts: each chart by the key of its marker.
        lacks_charts: whether its charts were left out to keep the page light.
    """

    pair: Pair
    html: Markup
    phrases: tuple[str, ...]
    charts: Mapping[str, MarkedChart] = field(default_factory=dict)
    lacks_charts: bool = False


class PairWriter:
    """Writes the pairs of several procedures; their charts are drawn together, edition by edition."""

    def __init__(self, pairs: Iterable[Pair], segmenter: Segmenter) -> None:
        """Draw the charts.

        Args:
            pairs: of all the procedures.
            segmenter: finds the words of the texts.
        """
        self._segmenter = segmenter
        self._charts = _draw(specimen for pair in pairs for specimen in (pair.before, pair.after))

    def write(self, pairs: Iterable[Pair]) -> Iterator[WrittenPair]:
        """Write the pairs of one page, in order."""
        room = MOST_CHART_BYTES
        for pair in pairs:
            comparison = self._compare(pair)
            charts = self._marked(pair, comparison)
            drawn = {
                f"{pair.number}-{index}-{side}": chart
                for index, both in enumerate(charts)
                for side, chart in enumerate(both)
                if chart
            }
            size = sum(len(chart.svg.encode()) for chart in drawn.values())
            has_room = size <= room
            room -= size if has_room else 0
            yield WrittenPair(
                pair=pair,
                html=procedure_html(
                    comparison,
                    EditionName(pair.before.manual.edition_id, pair.before_name, pair.before_name),
                    EditionName(pair.after.manual.edition_id, pair.after_name, pair.after_name),
                    tuple(_with_markers(pair.number, charts)) if has_room else (),
                    _HEADING,
                    write_words,
                ),
                phrases=tuple(drift_phrases(comparison.drift)),
                charts=drawn if has_room else {},
                lacks_charts=not has_room,
            )

    def _compare(self, pair: Pair) -> ProcedureComparison:
        """Compare the texts; the ids on the page are told apart by the pair's number."""
        identifier = pair.after.placed.id
        compared = Comparer(pair.before.manual, pair.after.manual, self._segmenter).procedure(identifier)
        if compared is None:
            message = f"{identifier} is not in both editions"
            raise LookupError(message)
        return replace(compared, id=f"{identifier}--{pair.number}")

    def _marked(self, pair: Pair, comparison: ProcedureComparison) -> tuple[ChartPair, ...]:
        """The charts, if the steps differ."""
        if not comparison.differing_steps:
            return ()
        sides = (
            {
                (comparison.id, key): chart
                for (procedure, key), chart in self._charts[specimen.manual.edition_id].items()
                if procedure == specimen.placed.id
            }
            for specimen in (pair.before, pair.after)
        )
        return mark_charts(comparison, *sides)


def _draw(specimens: Iterable[Specimen]) -> dict[str, Charts]:
    """The charts of procedures by edition."""
    by_edition: dict[str, dict[str, Specimen]] = {}
    for specimen in specimens:
        by_edition.setdefault(specimen.manual.edition_id, {})[specimen.placed.id] = specimen
    return {edition: draw_charts(_together(kept)) for edition, kept in by_edition.items()}


def _together(kept: Mapping[str, Specimen]) -> Manual:
    """The edition of some specimens, with them in it."""
    manual = next(iter(kept.values())).manual
    areas = tuple(
        replace(
            area,
            procedures=tuple(kept[each.id].placed if each.id in kept else each for each in area.procedures),
        )
        for area in manual.areas
    )
    return replace(manual, areas=areas)


def _with_markers(number: int, charts: Iterable[ChartPair]) -> Iterator[ChartPair]:
    """Charts with markers in place of their drawings."""
    for index, (before, after) in enumerate(charts):
        yield (_with_marker(before, f"{number}-{index}-0"), _with_marker(after, f"{number}-{index}-1"))


def _with_marker(chart: MarkedChart | None, key: str) -> MarkedChart | None:
    return replace(chart, svg=chart_marker(key)) if chart else None
