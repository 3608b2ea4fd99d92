"""The page that compares one procedure: who has which text, and of each pair of texts what differs."""

from collections.abc import Iterator, Sequence

from generator.document import (
    Block,
    Blocks,
    ChartFigure,
    Document,
    Fold,
    Group,
    Heading,
    Inlines,
    Link,
    Paragraph,
    Target,
    Widget,
    Words,
    comparison_uri,
    section,
    separated,
    span,
    title,
    words,
)
from generator.portal.comparisons import Comparison, Holder, Holders
from generator.portal.overview import OVERVIEW
from generator.portal.pairs import WrittenPair
from generator.portal.summaries import one_line
from generator.words import words_of


def comparison_document(identifier: str, comparison: Comparison, pairs: Sequence[WrittenPair]) -> Document:
    """The page of one procedure.

    Args:
        identifier: the procedure's id.
        comparison: what is compared.
        pairs: its pairs, written.
    """
    said = words_of("portal")["procedure"]
    blocks = (
        title(words(one_line(said["heading"].format(title=comparison.title)))),
        Paragraph(words(comparison.lead), "lead"),
        *_note(comparison),
        *section(said["who"], "who", _who(comparison.holders)),
        *_differences(identifier, comparison, pairs),
        Paragraph((Link(Target(OVERVIEW), words(said["back"])),), "more"),
    )
    return Document(comparison_uri(identifier), comparison.title, blocks, hidden=("navigation", "toc"))


def _note(comparison: Comparison) -> Blocks:
    """How many texts are compared."""
    if not comparison.note:
        return ()
    values = Link(Target(OVERVIEW, "values"), words(words_of("portal")["procedure"]["values"]))
    return (Paragraph((Words(f"{comparison.note} "), values)),)


def _who(all_holders: Sequence[Holders]) -> Block:
    """Who has which text."""
    entries = tuple(
        Group("holder", tuple(_holders(holders)), attributes=(("role", "listitem"),))
        for holders in all_holders
    )
    return Group("holders", entries, attributes=(("role", "list"),))


def _holders(holders: Holders) -> Iterator[Block]:
    base = (span("chip", words_of("portal")["edition"]["base"]), Words(" ")) if holders.is_base else ()
    yield Paragraph((*base, *_links(holders.shown)))
    if holders.rest:
        yield Fold(words(holders.rest_words), (Paragraph(_links(holders.rest)),), is_searched=False)
    if holders.note:
        yield Paragraph(words(holders.note), "holder__note")


def _links(holders: Sequence[Holder]) -> Inlines:
    return separated((Link(holder.target, words(holder.name)),) for holder in holders)


def _differences(identifier: str, comparison: Comparison, pairs: Sequence[WrittenPair]) -> Blocks:
    """The pairs, the first of them open, and what is not shown."""
    if not pairs:
        return ()
    said = words_of("portal")["procedure"]
    folds = tuple(_pair(identifier, each, place) for place, each in enumerate(pairs, 1))
    left_out = (_left_out(comparison.left_out, comparison.commands),) if comparison.left_out else ()
    return section(
        said["differences"],
        "differences",
        Paragraph(words(said["origin"]), "pairs-note"),
        Group("cmp pairs", folds, is_searched=False),
        *left_out,
    )


def _pair(identifier: str, written: WrittenPair, place: int) -> Fold:
    """Two texts, open where they are the first: word by word as HTML, in words elsewhere."""
    said, pair = words_of("portal")["procedure"], written.pair
    name = said["pair"].format(before=pair.before_name, after=pair.after_name)
    elsewhere: Blocks = (
        Paragraph(words(", ".join(written.phrases))),
        *(ChartFigure(identifier, key, "", chart.title, "") for key, chart in written.charts.items()),
    )
    blocks: list[Block] = [Widget("comparison", {"html": written.html}, elsewhere)]
    if written.lacks_charts:
        blocks.append(_left_out(said["left_out_charts"], (pair.command,)))
    heading = Heading(3, words(name), f"pair-{place}")
    return Fold((), tuple(blocks), "pair", is_open=place == 1, heading=heading)


def _left_out(text: str, commands: Sequence[str]) -> Widget:
    """What is not shown, and the commands that show it."""
    said = (Paragraph(words(" ".join((text, *commands)))),)
    return Widget("left_out", {"text": text, "commands": commands}, said)
