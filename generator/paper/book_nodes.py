"""The whole printed manual as one node for the templates."""

from collections.abc import Mapping

from generator.charts import Charts
from generator.document import (
    Chapter,
    ChartFigure,
    Cover,
    PrintedManual,
    PrintedPlaces,
    RunningHead,
    SigningLine,
)
from generator.paper.block_nodes import BlockNodes
from generator.paper.chart_nodes import ChartNodes
from generator.paper.chart_rows import ChartRows
from generator.paper.finishing import level_headings, linked_in, places_in
from generator.paper.inline_nodes import InlineNodes
from generator.paper.letters import Letters
from generator.paper.nodes import Node, node
from generator.paper.pictures import Pictures
from generator.words import words_of

PAGE_WIDTH, PAGE_HEIGHT = 458.0, 650.0
"""The room for charts on a page, in points: an A4 page less its margins, and less a heading."""


class BookNodes:
    """Makes the node of one book."""

    def __init__(
        self,
        printed: PrintedManual,
        charts: Charts,
        letters: Letters,
        pictures: Pictures,
        fits_all: bool = False,
    ) -> None:
        """Take the book, its charts, its letters, its pictures, and whether all charts are made to fit."""
        self._printed, self._charts, self._letters = printed, charts, letters
        self._places = PrintedPlaces(printed)
        self._inlines = InlineNodes(letters, self._places.of, pictures.name_of)
        self._pictures = pictures
        self._drawings = ChartNodes(letters, PAGE_WIDTH, PAGE_HEIGHT, fits_all)
        self._rows = ChartRows(PAGE_WIDTH)
        self._lift = min((chapter.level for chapter in printed.all_chapters()), default=1) - 1

    def book(self) -> Node:
        """The book."""
        printed, said = self._printed, words_of("paper")
        front, chapters = (list(map(self._chapter, each)) for each in (printed.front, printed.chapters))
        level_headings(front)
        level_headings(chapters)
        places = {each: at for at, each in enumerate(dict.fromkeys(places_in([front, chapters])))}
        linked = dict.fromkeys(linked_in([front, chapters]))
        return {
            "title": printed.title,
            "language": printed.language,
            "thai-digits": self._letters.is_thai_numbered,
            "words": {key: self._letters.plain(wording) for key, wording in said["page"].items()},
            "letters": list(said["front_letters"]),
            "cover": self._cover(printed.cover) if printed.cover else None,
            "front": front,
            "contents": list(self._letters.runs(said["contents"])) if printed.has_contents else None,
            "chapters": chapters,
            "places": places,
            "linked": [each for each in linked if each in places],
            "signing": {
                "heading": self._inlines.words(printed.signing_heading),
                "lines": list(map(self._signing, printed.signing)),
                "words": {key: self._inlines.words(wording) for key, wording in said["signing"].items()},
            },
        }

    def _cover(self, cover: Cover) -> Node:
        lines: Mapping[str, object] = {
            name: self._inlines.of(getattr(cover, name))
            for name in ("title", "year", "group", "office", "publisher")
        }
        emblem = self._pictures.name_of(cover.emblem.uri, is_needed=True) if cover.emblem else None
        return node("cover", **lines, emblem=emblem)

    def _chapter(self, chapter: Chapter) -> Node:
        level = chapter.level - self._lift
        blocks = BlockNodes(
            self._inlines, self._chart, self._rows, lambda each: self._places.in_chapter(chapter, each), level
        )
        return node(
            "chapter",
            kind=chapter.kind.value,
            brief=chapter.is_brief,
            l=level,
            id=self._places.of_chapter(chapter),
            heading=self._inlines.of(chapter.heading),
            head=self._head(chapter.head),
            b=blocks.of(chapter.blocks),
        )

    def _head(self, head: RunningHead) -> Node:
        said = {"office": head.office, "title": head.title, "code": head.code, "revision": head.revision}
        return node(
            "head", **{key: self._letters.plain(" ".join(text.split())) for key, text in said.items()}
        )

    def _signing(self, line: SigningLine) -> Node:
        return node(
            "signing",
            what=self._inlines.words(line.what),
            roles=[self._inlines.of(role) for role in line.roles],
            dates=[self._inlines.of(date) for date in line.dates],
        )

    def _chart(self, figure: ChartFigure) -> list[Node]:
        chart = self._charts.get((figure.owner, figure.key))
        return self._drawings.of(chart, figure.alternative) if chart else []
