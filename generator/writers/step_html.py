"""The list of steps as finished HTML: rows, and the steps below a step in their place."""

from collections.abc import Callable, Mapping
from functools import partial

from markupsafe import Markup

from generator.document import (
    Block,
    ChartFigure,
    OffScreen,
    Paragraph,
    Steps,
    Target,
    step_places,
)
from generator.words import words_of
from generator.writers.inline_html import InlineHtml, attributes
from generator.writers.pieces import chart_marker
from generator.writers.rich_html import RichHtml
from generator.writers.widgets import Widgets

_LEVEL = 3
"""Of the headings that the steps of a page are: one below that of their list."""


class StepHtml:
    """Writes lists of steps and charts of one page, and notes the ids in them, to which links may lead."""

    def __init__(
        self,
        widgets: Widgets,
        inline: InlineHtml,
        rich: RichHtml,
        address: Callable[[Target], str],
        anchors: list[str],
    ) -> None:
        """Prepare to write.

        Args:
            widgets: the templates.
            inline: writes inline parts.
            rich: writes texts of several blocks.
            address: gives the address of a target, from the page.
            anchors: the ids of the page, to which those that are written are added.
        """
        self._widgets, self._inline, self._rich, self._address = widgets, inline, rich, address
        self._anchors = anchors

    def steps(self, block: Steps, level: int = _LEVEL) -> str:
        """A list of steps, whose texts are headings of a level; below phases of the next."""
        self._anchors += (*step_places(block), *(each.heading.id for each in block.processes()))
        inside = partial(self._inside, level=level + 1)
        return self._render("steps", {"steps": block, "rich": self._rich, "inside": inside, "level": level})

    def chart(self, block: ChartFigure) -> str:
        """A chart: an element with a marker, in whose place the drawing comes."""
        self._anchors.append(block.id)
        return self._render("chart", {"chart": block, "marker": chart_marker(block.key)})

    def _inside(self, block: Block, level: int) -> Markup:
        """What stands below a step."""
        match block:
            case Steps():
                return Markup(self.steps(block, level))  # noqa: S704 - made by a template that escapes
            case ChartFigure():
                summary = self._inline.say(words_of("document")["step"]["sub_chart"])
                figure = Markup(self.chart(block))  # noqa: S704 - as above
                folded = Markup('<details class="step__chart"><summary>{}</summary>{}</details>')
                return folded.format(summary, figure)
            case Paragraph():
                marks = attributes({"class": block.name}, block.is_searched)
                return Markup("<p{}>{}</p>").format(marks, self._inline(block.content))
            case OffScreen():
                return Markup()
        raise TypeError(f"no {type(block).__name__} stands below a step")

    def _render(self, template: str, view: Mapping[str, object]) -> str:
        return self._widgets.render(template, view, self._inline, self._address)
