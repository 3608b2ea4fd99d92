"""Blocks that several kinds of pages have: lists of names, of papers, of what has to be reviewed, ways to offices."""

from collections.abc import Iterable, Mapping, Sequence

from generator.commonmark import TOP
from generator.document.addresses import WORKBOOK, Target
from generator.document.blocks import (
    Block,
    Blocks,
    ChartFigure,
    Fold,
    Group,
    Heading,
    Listing,
    ListItem,
    Paragraph,
)
from generator.document.currency import DoubtView, first_doubt
from generator.document.inlines import (
    Chip,
    Inlines,
    Line,
    Link,
    Span,
    Words,
)
from generator.document.knowledge_views import ItemName
from generator.document.names import NamedPage, StepName
from generator.document.offices import Office, OtherOffices
from generator.document.papers import Paper
from generator.document.texts import Texts, chips, span, words
from generator.words import words_of


def title(content: Inlines) -> Heading:
    """The title of a page."""
    return Heading(1, content, TOP)


def section(title_words: str, identifier: str, *blocks: Block, is_searched: bool = True) -> Blocks:
    """A heading of the second level and what stands below it; nothing where nothing does."""
    heading = Heading(2, words(title_words), identifier, is_searched)
    return (heading, *blocks) if blocks else ()


def folded(blocks: Blocks, count: int = 0) -> Blocks:
    """A section that is folded away below its heading (`section`); nothing for none.

    Args:
        blocks: the heading, and what stands below it.
        count: how many things that is, if that is worth saying.
    """
    match blocks:
        case (Heading() as heading, *rest):
            note = words(words_of("document")["section"]["count"].format(count=count)) if count > 1 else ()
            return (Fold(note, tuple(rest), "fold fold--section", heading=heading),)
    return blocks


def separated(parts: Iterable[Inlines], by: str = ", ") -> Inlines:
    """Inline parts one after the other, with words between them."""
    joined: list[Inlines] = []
    for part in parts:
        joined += [words(by), part] if joined else [part]
    return tuple(each for part in joined for each in part)


def name_list(
    texts: Texts, names: Iterable[NamedPage], name: str = "links", is_searched: bool = True
) -> Listing:
    """Pages by their names."""
    return Listing(tuple(ListItem(texts.named(each)) for each in names), name, is_searched=is_searched)


def labelled_names(texts: Texts, label: str, names: Iterable[NamedPage]) -> Inlines:
    """A label, and pages by their names behind it."""
    return (span("names__label", label), Words(" "), *separated(map(texts.named, names), " "))


def more(*links: tuple[Target, str]) -> Paragraph:
    """The ways to pages that say more: where each leads, and its words."""
    ways = ((Link(target, words(wording)),) for target, wording in links)
    return Paragraph(separated(ways, " · "), "more", is_searched=False)


def downloads(table: str, wording: str) -> Inlines:
    """The ways to take a table along: by itself, and in the workbook of all tables.

    Args:
        table: the uri of the table.
        wording: what the way to it says.
    """
    workbook = words_of("document")["site"]["workbook"]
    ways = ((Target(table), wording), (Target(WORKBOOK), workbook))
    return separated(
        ((Link(target, words(said), attributes=(("download", ""),)),) for target, said in ways), " · "
    )


def paper_item(texts: Texts, paper: Paper, is_linked: bool) -> ListItem:
    """A reference or a form: what it is, when it was made, whether it holds, where to open it.

    Args:
        texts: makes parts of authored texts.
        paper: the reference or form.
        is_linked: whether its title leads to where everything about it stands.
    """
    name = (Link(paper.catalogue, texts.plain(paper.title)),) if is_linked else texts.rich(paper.title)
    kind = (span("paper__type", paper.type, is_searched=False), Words(" ")) if paper.type else ()
    return ListItem(
        (*kind, Span("paper__title", (*name, *paper_chips(paper)))),
        (*paper_lines(texts, paper),),
        id=paper.fragment,
        name="paper",
    )


def paper_chips(paper: Paper) -> Inlines:
    """Whether a reference still holds, and from when on it does not."""
    return (*chips(paper.mark), *chips(paper.expiry))


def paper_lines(texts: Texts, paper: Paper) -> Iterable[Line]:
    """What is said of a reference or a form below its title."""
    reference = words_of("document")["reference"]
    if paper.sections:
        sections = separated(map(texts.rich, paper.sections))
        yield Line((Words(f"{reference['sections']} "), *sections), "paper__facts")
    if paper.facts:
        yield Line(
            separated(((Span("paper__fact", texts.rich(fact)),) for fact in paper.facts), " · "),
            "paper__facts",
        )
    if paper.successor:
        successor, target = paper.successor
        yield Line(
            (Words(f"{reference['replaced_by']} "), Link(target, texts.plain(successor))), "paper__facts"
        )
    if paper.note:
        yield Line(texts.rich(paper.note), "paper__note")
    if paper.url:
        opened = reference["open"] if paper.type else words_of("document")["form"]["open"]
        yield Line((Link(paper.url, words(opened)),), "paper__facts")
    elif paper.unlinked:
        yield Line(words(reference["unlinked"].format(url=paper.unlinked)), "paper__facts")


def paper_list(texts: Texts, papers: Iterable[Paper], is_linked: bool) -> Listing:
    """References or forms."""
    return Listing(tuple(paper_item(texts, paper, is_linked) for paper in papers), "papers")


def doubt_list(texts: Texts, doubts: Iterable[DoubtView]) -> Listing:
    """References for the sake of which something has to be reviewed, each with why; those to come are hidden."""
    return Listing(
        tuple(
            ListItem(
                (Link(each.target, texts.plain(each.title)), Chip(each.words, each.kind)),
                after=each.after,
                is_so=each.is_so,
            )
            for each in doubts
        ),
        "doubts",
    )


def doubtful(texts: Texts, name: Inlines, doubts: Sequence[DoubtView]) -> ListItem:
    """Something that has to be reviewed, and the references that are why; hidden until the first of them is."""
    after, is_so = first_doubt(doubts)
    return ListItem(name, items=doubt_list(texts, doubts).items, after=after, is_so=is_so)


def doubtful_section(said: Mapping[str, str], identifier: str, items: Sequence[ListItem]) -> Blocks:
    """What has to be reviewed: a section, or without a heading and hidden while nothing has to be yet."""
    lead, listing = Paragraph(words(said["to_review_lead"])), Listing(tuple(items), "uses doubts")
    if any(item.is_so for item in items):
        return section(said["to_review"], identifier, Group("", (lead, listing), is_searched=False))
    after = min((item.after for item in items), default="")
    hidden = Group("", (lead, listing), identifier, is_searched=False, after=after, is_so=False)
    return (hidden,) if items else ()


def step_links(steps: Iterable[StepName]) -> Inlines:
    """Links to steps, by their numbers."""
    wording = words_of("document")["knowledge"]["step"]
    return separated((Link(each.target, words(wording.format(number=each.number))),) for each in steps)


def item_link(texts: Texts, name: ItemName) -> Inlines:
    """An item of knowledge by its title, with what kind it is."""
    return (Link(name.target, texts.plain(name.title)), *chips(name.kind))


def office_ways(texts: Texts, others: OtherOffices) -> Group:
    """The ways to the same page of other offices: beside one another, or in a menu, and to the portal."""
    said = words_of("document")["offices"]
    blocks: list[Block] = []
    if others.is_menu:
        blocks.append(
            Fold(
                words(said["menu"].format(count=others.count)),
                (office_list(texts, others.offices),),
                "offices__menu",
            )
        )
    elif others.offices:
        blocks += [
            Paragraph(words(said["heading"]), "offices__label"),
            office_list(texts, others.offices),
        ]
    if others.door:
        wording, target = others.door
        blocks.append(Paragraph((Link(target, words(wording), "offices__door"),)))
    return Group("offices", tuple(blocks), is_searched=False, element="nav", label=said["heading"])


def office_list(texts: Texts, offices: Iterable[Office]) -> Listing:
    """Offices by their names, each as a link."""
    return Listing(tuple(ListItem((Link(each.target, texts.plain(each.name)),)) for each in offices))


def chart_figure(owner: str, key: str, alternative: str) -> ChartFigure:
    """A chart on its page; a role's has no key there, as its page has no other."""
    identifier = f"chart-{key}" if key and owner else "chart"
    hint = words_of("document")["chart"]["hint"] if owner else words_of("document")["role"]["chart_hint"]
    return ChartFigure(owner, key, identifier, alternative, hint)
