"""What the site's engine is handed is Markdown: finished HTML stands in it only where ``engine.md`` says why."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.charts import draw_charts
from generator.document import documents_of, open_book
from generator.indexes.indexes import Indexes
from generator.portal import WIDGETS
from generator.writers.page import Page
from generator.writers.site_pages import pages_for_site
from generator.writers.widgets import FOLDER, Widgets
from tests.portal.manuals import offices
from tests.portal.pages import portal_pages
from tests.support.showcase import SHOWCASE_DAY, showcase_manual

EXPLAINED = "docs/engineering/engine.md"
ROW_OF_A_PIECE = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)

MARKER = re.compile(r"<!--khumue:([^>]*)-->")
ELEMENT = re.compile(r"<(/?)([a-z][a-z0-9]*)\b([^<>]*)>", re.IGNORECASE)
"""Begins and ends elements: what people write is escaped, and so has none."""

INLINE = frozenset(("a", "br", "span", "strong"))
"""Elements within lines of Markdown: styles, links with attributes, links to sites beside this one."""

SUMMARIES = (' markdown="span"', ' markdown="block"')
"""What stands at the summary of what is folded: words, or a heading."""

WRAPPERS = frozenset(("details", "div", "nav", "section"))
"""Elements around Markdown: styles and groups."""


class Rendered:
    """Notes which templates the pieces of HTML come from."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        """Begin to note."""
        self.template_of: dict[str, str] = {}
        render = Widgets.render

        def noted(widgets: Widgets, template: str, *arguments: object) -> str:
            html = render(widgets, template, *arguments)  # type: ignore[arg-type]  # handed on as they came
            self.template_of[html.strip()] = template
            return html

        patch.setattr(Widgets, "render", noted)

    def pieces(self, page: Page) -> Counter[str]:
        """How many bytes of HTML a page brings along, by their template; empty for none that is known."""
        bytes_of = Counter[str]()
        for piece in page.pieces.values():
            bytes_of[self.template_of.get(piece, "")] += len(piece.encode())
        return bytes_of


Handed = tuple[Mapping[str, Page], Rendered]


@pytest.fixture(scope="module")
def handed() -> Iterator[Handed]:
    """Every page of the showcase and of a portal, as the engine takes them, by site and uri."""
    with pytest.MonkeyPatch.context() as patch:
        rendered = Rendered(patch)
        manual = showcase_manual()
        indexes = Indexes(manual, SHOWCASE_DAY)
        charts = draw_charts(manual, overviews=indexes.overviews)
        book = open_book(indexes, charts)
        writer = pages_for_site(book, lambda figure, _: charts[figure.owner, figure.key].svg)
        pages = {document.uri: writer.page(document) for document in documents_of(book)}
        pages |= {f"portal/{page.uri}": page for page in portal_pages(offices())}
        yield pages, rendered


def explained(repository: Path) -> set[str]:
    """The pieces of HTML that the document about the engine gives reasons for."""
    return set(ROW_OF_A_PIECE.findall((repository / EXPLAINED).read_text(encoding="utf-8")))


def blocks_of_html(markdown: str) -> list[str]:
    """The elements in a page's Markdown that are neither within lines nor around Markdown."""
    wrong, open_wrappers = [], list[str]()
    for line in markdown.splitlines():
        for is_end, tag, rest in ELEMENT.findall(line):
            is_alone = line.strip().startswith("<") and line.strip().endswith(">")
            if tag in INLINE or (tag == "summary" and (is_end or rest in SUMMARIES)):
                continue
            if tag in WRAPPERS and not is_end and rest.endswith(" markdown") and is_alone:
                open_wrappers.append(tag)
            elif not (is_end and open_wrappers and open_wrappers.pop() == tag and is_alone):
                wrong.append(line)
    return wrong + open_wrappers


def test_pages_are_markdown_but_for_their_pieces(handed: Handed) -> None:
    pages, _ = handed
    assert {
        uri: blocks_of_html(page.markdown) for uri, page in pages.items() if blocks_of_html(page.markdown)
    } == {}


def test_every_marker_stands_alone_for_a_piece(handed: Handed) -> None:
    pages, _ = handed
    for uri, page in pages.items():
        marked = MARKER.findall(page.markdown)
        assert marked == list(page.pieces), uri
        assert [line for line in page.markdown.splitlines() if MARKER.search(line)] == [
            f"<!--khumue:{key}-->" for key in marked
        ], uri


def test_a_procedure_brings_html_for_its_tables_charts_questions_and_reading_only(handed: Handed) -> None:
    pages, rendered = handed
    for placed in showcase_manual().procedures():
        page = pages[f"{placed.area}/{placed.id}.md"]
        allowed = {"steps", "table", "chart", "questions", "reading", "reading_changes"}
        assert set(rendered.pieces(page)) <= allowed, page.uri


def test_every_piece_of_html_is_one_that_has_its_reason(handed: Handed, repository: Path) -> None:
    pages, rendered = handed
    bytes_of = sum((rendered.pieces(page) for page in pages.values()), Counter[str]())
    known = explained(repository)
    assert bytes_of["steps"]
    assert bytes_of["chart"]
    assert {template: count for template, count in bytes_of.items() if template not in known} == {}


def test_every_template_has_its_reason(repository: Path) -> None:
    templates = {
        file.name.removesuffix(".html.jinja") for folder in (FOLDER, WIDGETS) for file in folder.iterdir()
    }
    assert templates == explained(repository)
