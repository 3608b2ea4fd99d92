"""A page as the Markdown that the site's engine is handed: plain Markdown, with styles and ids for what a site needs.

Beyond what `generator.writers.markdown` writes, it uses extensions that come with Python-Markdown: attribute lists
(``{ #id .style }``), definition lists, and Markdown inside ``<div markdown>``. What Markdown cannot say (the steps,
charts, tables whose rows have heads, what a browser runs) is finished HTML, in whose place a marker stands: the engine
would only parse it for nothing. ``docs/engineering/engine.md`` lists it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.document import (
    EXPLAINED_ATTRIBUTES,
    EXPLANATION,
    Addresses,
    Body,
    BodyLinks,
    ChartFigure,
    Chip,
    DefinitionEntry,
    Definitions,
    Explained,
    Fact,
    Facts,
    Fold,
    Group,
    Heading,
    Inlines,
    Line,
    Link,
    Listing,
    ListItem,
    OffScreen,
    OnScreen,
    PageExplainer,
    Paragraph,
    Picture,
    Rich,
    Span,
    Steps,
    Table,
    Target,
    Widget,
    Words,
    write_words,
)
from generator.literals import literal, literal_part
from generator.writers.element_marks import NO_ATTRIBUTES, attribute_list, inline_element
from generator.writers.inline_html import (
    InlineHtml,
    after_attributes,
    attributes,
    chip_attributes,
    link_attributes,
)
from generator.writers.markdown import BREAK, LAST_LEVEL, MarkdownWriter
from generator.writers.markdown_parts import INDENT, indented
from generator.writers.pieces import Pieces
from generator.writers.rich_html import RichHtml
from generator.writers.site_body import SiteBody
from generator.writers.step_html import StepHtml
from generator.writers.widgets import Widgets


class SiteMarkdown(MarkdownWriter):
    """Writes one page of a site, and the pieces of finished HTML in it."""

    def __init__(
        self,
        uri: str,
        addresses: Addresses,
        explainer: PageExplainer | None,
        widgets: Widgets,
    ) -> None:
        """Prepare to write.

        Args:
            uri: the page's own; its links start there.
            addresses: where pages are: links in HTML lead there, those in Markdown to documents.
            explainer: explains the words of the page; None where nothing is explained.
            widgets: the templates of what only HTML can say.
        """
        super().__init__(uri, addresses, lambda _: None)
        self._explainer, self._widgets = explainer, widgets
        self._html = InlineHtml(self._address, explainer or write_words)
        self._rich = RichHtml(self._html, self._table_html)
        self._body = SiteBody(self._body_words)
        self.pieces = Pieces()
        self._steps = StepHtml(widgets, self._html, self._rich, self._address, self.pieces.anchors)

    def _address(self, target: Target) -> str:
        return self._addresses.link(self._uri, target)

    # ------------------------------------------------------------------------------------- inline parts
    def words(self, part: Words) -> str:
        """Plain words; those of the glossary explained where they come first."""
        if not part.is_explained or self._explainer is None:
            return super().words(part)
        lines = map(self._explainer.pieces, part.text.split("\n"))
        return BREAK.join("".join(map(_piece, pieces)) for pieces in lines)

    def link(self, part: Link) -> str:
        """A link; as an element where it has attributes, or leads to a site beside this one."""
        is_beside = isinstance(part.target, Target) and bool(part.target.root)
        outside = link_attributes(part)
        if not (is_beside or part.attributes):
            return f"{super().link(part)}{attribute_list('', part.name, given=outside)}"
        address = self._address(part.target) if isinstance(part.target, Target) else part.target
        given = {"class": part.name, "href": address, **outside, **dict(part.attributes)}
        return inline_element("a", given, self.inlines(part.content))

    def link_words(self, content: Inlines) -> str:
        """The words of a link, with the styles of its parts."""
        is_plain = all(isinstance(part, Words) for part in content)
        return super().link_words(content) if is_plain else self.inlines(content)

    def span(self, part: Span) -> str:
        """Parts with a style."""
        given = {"class": part.name, **dict(part.attributes)}
        return inline_element("span", given, self.inlines(part.content), part.is_searched)

    def chip(self, part: Chip) -> str:
        """A mark."""
        return f" {inline_element('span', chip_attributes(part), literal_part(part.words), part.is_searched)}"

    # ------------------------------------------------------------------------------------------- blocks
    def heading(self, block: Heading) -> str:
        """A heading with its id."""
        heading = f"{'#' * min(block.level, LAST_LEVEL)} {self.inlines(block.content)}"
        return f"{heading} {attribute_list(block.id, '', block.is_searched)}"

    def paragraph(self, block: Paragraph) -> str:
        """A paragraph with its style, perhaps hidden until its day."""
        given = {**dict(block.attributes), **after_attributes(block.after, block.is_so)}
        marks = attribute_list(block.id, block.name, block.is_searched, given)
        return "\n".join(filter(None, (self.inlines(block.content), marks)))

    def listing(self, block: Listing) -> str:
        """A list, in an element that has its style; as HTML where an item has blocks of its own."""
        if any(item.blocks for item in block.items):
            return self.pieces.keep(self._rich.listing(block))
        return self.styled(block.name, super().listing(block), block.is_searched)

    def item(self, item: ListItem, mark: str) -> str:
        """An item with its further lines, its id and style, and the items below it."""
        lines = [self.inlines(item.content), *map(self.line, item.lines)]
        given = after_attributes(item.after, item.is_so)
        marks = attribute_list(item.id, item.name, item.is_searched, given)
        first = f"{mark:<4}{' '.join(filter(None, lines))}"
        below = [f"{INDENT}{marks}"] if marks else []
        below += [indented(self.items(item.items, item.is_ordered))] if item.items else []
        return "\n".join((first, *below))

    def rich(self, block: Rich) -> str:
        """What an author wrote in several blocks, as HTML."""
        return self.pieces.keep(self._rich(block))

    def picture(self, part: Picture) -> str:
        """A picture that waits until it is seen."""
        return f'{super().picture(part)}{{ loading="lazy" }}'

    def line(self, line: Line) -> str:
        """A further line of an item."""
        return self.span(Span(line.name or "line", line.content, line.is_searched))

    def facts(self, block: Facts) -> str:
        """Facts: a list of labels in bold with their values."""
        facts = "\n".join(map(self.fact, block.facts))
        given = {"role": "group", "aria-label": block.label}
        return self.styled(block.name, facts, block.is_searched, given)

    def fact(self, fact: Fact) -> str:
        """A label and its values."""
        label = Span("facts__label", fact.label, fact.is_label_searched)
        first, *rest = fact.values
        values = tuple(Line(value, "facts__value") for value in rest)
        return self.item(
            ListItem((label, Words(" "), *first), values, name=fact.name, is_searched=fact.is_searched), "-"
        )

    def definitions(self, block: Definitions) -> str:
        """Definitions as a definition list; as HTML where one has blocks of its own."""
        if any(entry.blocks for entry in block.entries):
            self.pieces.anchors += [entry.id for entry in block.entries if entry.id]
            return self.pieces.keep(self._rich.definitions(block))
        return self.styled(block.name, "\n\n".join(map(self.definition, block.entries)), block.is_searched)

    def definition(self, entry: DefinitionEntry) -> str:
        """A term and its meanings."""
        marks = attribute_list(entry.id, "", entry.is_searched)
        term = " ".join(filter(None, (self.inlines(entry.term), marks)))
        return "\n".join((term, *(f":   {self.inlines(meaning)}" for meaning in entry.meanings)))

    def table(self, block: Table) -> str:
        """A table that Markdown can say, in an element that has its style; any other as HTML."""
        has_heads = any(column.is_head for column in block.columns)
        if has_heads or block.is_labelled or block.scroll_label or any(row.id for row in block.rows):
            return self.piece("table", {"table": block}, (row.id for row in block.rows))
        return self.styled(block.name, super().table(block), block.is_searched)

    def steps(self, block: Steps) -> str:
        """A list of steps, as HTML; the steps below a step in their place."""
        return self.pieces.keep(self._steps.steps(block))

    def chart(self, block: ChartFigure) -> str:
        """A chart: an element with a marker, in whose place the drawing comes."""
        return self.pieces.keep(self._steps.chart(block))

    def body(self, block: Body) -> str:
        """What people wrote in Markdown, with ids for its headings and its words explained."""
        return self._body.body(block.markdown, BodyLinks(block.uri, self._document, self._procedure))

    def _body_words(self, text: str) -> str:
        return self.words(Words(text, is_explained=True))

    def group(self, block: Group) -> str:
        """An element with its style around the blocks."""
        after = after_attributes(block.after, block.is_so)
        given = {"id": block.id, "aria-label": block.label, **dict(block.attributes), **after}
        return self.styled(block.name, self.blocks(block.blocks), block.is_searched, given, block.element)

    def fold(self, block: Fold) -> str:
        """Blocks folded away below a summary; who follows a link to those below a heading finds them open."""
        given = {"open": ""} if block.is_open else NO_ATTRIBUTES
        inside = self.blocks(block.blocks)
        summary = f'<summary markdown="span">{self.inlines(block.summary)}</summary>'
        if block.heading:
            note = (Words(" "), Span("fold__count", block.summary, False)) if block.summary else ()
            named = replace(
                block.heading, content=(*block.heading.content, *note), id=f"fold-{block.heading.id}"
            )
            summary = f'<summary markdown="block">\n\n{self.heading(named)}\n\n</summary>'
            inside = self.styled("", inside, given={"id": block.heading.id})
        return self.styled(
            block.name or "fold", f"{summary}\n\n{inside}", block.is_searched, given, "details"
        )

    def on_screen(self, block: OnScreen) -> str:
        """The blocks."""
        return self.blocks(block.blocks)

    def off_screen(self, block: OffScreen) -> str:  # noqa: ARG002 - the other forms write them
        """Nothing."""
        return ""

    def widget(self, block: Widget) -> str:
        """Its template."""
        return self.piece(block.template, block.view, block.ids)

    def styled(
        self,
        name: str,
        content: str,
        is_searched: bool = True,
        given: Mapping[str, str] = NO_ATTRIBUTES,
        tag: str = "div",
    ) -> str:
        """An element around Markdown; none where it would say nothing."""
        if not (name or given) and is_searched:
            return content
        marks = attributes({"class": name, **given}, is_searched)
        return f"<{tag}{marks} markdown>\n\n{content}\n\n</{tag}>"

    def _table_html(self, block: Table) -> str:
        return self._widgets.render("table", {"table": block}, self._html, self._address)

    def piece(self, template: str, view: Mapping[str, object], ids: Iterable[str] = ()) -> str:
        """Finished HTML, by the marker that holds its place."""
        self.pieces.anchors += filter(None, ids)
        return self.pieces.keep(self._widgets.render(template, view, self._html, self._address))


def _piece(piece: str | Explained) -> str:
    """Words, or a word with what is said of it."""
    if isinstance(piece, str):
        return literal_part(piece)
    return inline_element("span", {**EXPLAINED_ATTRIBUTES, EXPLANATION: piece.meaning}, literal(piece.word))
