"""How the procedures keep to each profile, and what they lack of the one that the manual chose."""

from collections.abc import Iterator
from dataclasses import replace

from generator.document.blocks import (
    Block,
    Blocks,
    Group,
    Heading,
    Listing,
    ListItem,
    Paragraph,
)
from generator.document.book import Book
from generator.document.common_blocks import section, separated
from generator.document.inlines import (
    Chip,
    Inlines,
    Line,
    Link,
    Span,
    Words,
)
from generator.document.names import named
from generator.document.tables import (
    Cell,
    Column,
    Row,
    Table,
)
from generator.document.texts import span, words
from generator.indexes import ASPECTS, Extent, Kept, Profile, kept_profiles, profile
from generator.words import words_of

_OUTSIDE = (("rel", "noopener"),)
"""Of a link that leads out, whose address is printed."""


def extent(kind: str, wording: str) -> Span:
    """How far something is stated."""
    return span(f"extent extent--{kind}", wording)


def asked_of(book: Book) -> frozenset[str]:
    """The names of what the chosen profile asks for; nothing where none is chosen."""
    chosen = book.manual.settings.profile
    requirements = profile(chosen).requirements if chosen else ()
    return frozenset(name for each in requirements for name in each.asks)


def missing_means(book: Book) -> Blocks:
    """What is missing, beside what is only not stated: the profile asks for the one alone."""
    chosen = book.manual.settings.profile
    if not chosen or not asked_of(book).intersection(ASPECTS):
        return ()
    told = words_of("document")["ledger"]["missing_means"].format(title=profile(chosen).title)
    return (Paragraph(words(told), is_searched=False),)


def profile_blocks(book: Book) -> Blocks:
    """The profiles that ask any procedure, then what is missing of the chosen one."""
    said, kept = words_of("document")["ledger"], kept_profiles(book.manual)
    chosen = next((each for each in kept if each.id is book.manual.settings.profile), None)
    lead = said["profiles_lead"] if chosen else f"{said['profiles_lead']} {said['chosen_none']}"
    columns = (
        Column(words(said["profile"]), is_head=True),
        Column(words(said["kept"])),
        Column(words(said["asks"])),
    )
    rows = tuple(_profile(each, procedures, each is chosen) for each, procedures in kept.items())
    blocks: Blocks = (
        Paragraph(words(lead)),
        Table(columns, rows, "ledger ledger--profiles", is_labelled=True),
        *(_chosen(book, chosen, kept[chosen]) if chosen else ()),
    )
    return section(said["profiles"], "profiles", Group("", blocks, is_searched=False))


def _profile(asked: Profile, kept: tuple[Kept, ...], is_chosen: bool) -> Row:
    """How many procedures keep a profile wholly, and each of its requirements."""
    said = words_of("document")["ledger"]
    chip = (Chip(said["chosen"]),) if is_chosen else ()
    requirements = tuple(
        (
            *words(f"{requirement.title} "),
            span("ledger__count", _counted(sum(each.extents[at] is Extent.WHOLE for each in kept), kept)),
        )
        for at, requirement in enumerate(asked.requirements)
    )
    wholly = words(_counted(sum(each.is_whole for each in kept), kept))
    return Row((Cell((*words(asked.title), *chip)), Cell(wholly), Cell((), items=requirements)))


def _counted(count: int, kept: tuple[Kept, ...]) -> str:
    wording: str = words_of("document")["ledger"]["kept_count"]
    return wording.format(count=count, all=len(kept))


def _chosen(book: Book, asked: Profile, kept: tuple[Kept, ...]) -> Iterator[Block]:
    """What the procedures do not state that the chosen profile asks for, and where the profile comes from."""
    said = words_of("document")["ledger"]
    yield Heading(3, words(said["missing"].format(title=asked.title)), "missing", is_searched=False)
    yield Paragraph(words(asked.about))
    missing = tuple(_missing(book, each, asked) for each in kept if not each.is_whole)
    whole = said["nothing_missing" if kept else "nobody_asked"]
    yield Listing(missing, "uses") if missing else Paragraph(words(whole))
    if asked.outside:
        yield Paragraph(words(f"{said['outside']} {', '.join(asked.outside)}"), "ledger__source")
    sources = separated((_source(name, url) for name, url in asked.sources), "; ")
    yield Paragraph((Words(f"{said['source']} "), *sources), "ledger__source")


def _missing(book: Book, kept: Kept, asked: Profile) -> ListItem:
    """A procedure, and how far it answers each requirement that it does not wholly answer."""
    said = words_of("document")["extent"]
    name = book.texts.named(replace(named(kept.placed), status=None))
    lines = tuple(
        Line(
            (
                *words(f"{requirement.title} "),
                extent("missing", said["missing"])
                if answered is Extent.NONE
                else extent(answered.value, said["some"]),
            ),
            "uses__missing",
        )
        for requirement, answered in zip(asked.requirements, kept.extents, strict=True)
        if answered is not Extent.WHOLE
    )
    return ListItem((Span("uses__procedure", name),), lines)


def _source(name: str, url: str | None) -> Inlines:
    return (Link(url, words(name), attributes=_OUTSIDE),) if url else words(name)
