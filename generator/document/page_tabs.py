"""The ways to the parts of a procedure's page, in the order in which they stand on it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.document.addresses import Target
from generator.document.blocks import Blocks, Group, Heading, Listing, ListItem, OnScreen
from generator.document.edition_changes import CHANGES
from generator.document.inlines import Link
from generator.document.question_blocks import SELF_CHECK
from generator.document.service_pages import SERVICE
from generator.document.texts import words
from generator.document.walking import walk
from generator.model import Procedure, presented_fields
from generator.words import words_of

_TABS: Mapping[str, str] = {
    **{field.name.replace("_", "-"): "about" for field in presented_fields(Procedure)},
    SERVICE: "service",
    "steps": "steps",
    "flowchart": "chart",
    "forms": "papers",
    "references": "papers",
    "knowledge": "knowledge",
    SELF_CHECK: "self_check",
    CHANGES: "history",
    "document-control": "history",
    "ends": "",
    "related": "",
    "source": "",
}
"""By the id of a section the tab that leads there; a section of its own kind is found on the way."""
_COUNTED = frozenset(("papers", "knowledge"))
"""The tabs that say how many things stand there."""


@dataclass(slots=True)
class _Tab:
    """A tab: where it leads, and how many things are listed there."""

    place: str
    count: int = 0


def page_tabs(uri: str, blocks: Blocks) -> Blocks:
    """Links to the parts of a page; nothing where there are not several.

    Args:
        uri: the page's own.
        blocks: what stands on it.
    """
    tabs = _tabs(blocks)
    links = (Link(Target(uri, tab.place), words(_wording(name, tab))) for name, tab in tabs.items())
    listing = Listing(tuple(ListItem((link,)) for link in links))
    label = words_of("document")["section"]["jumps"]
    group = Group("tabs", (listing,), is_searched=False, element="nav", label=label)
    return (OnScreen((group,)),) if len(tabs) > 1 else ()


def _wording(name: str, tab: _Tab) -> str:
    said, title = words_of("document")["section"], words_of("document")["tab"][name]
    wording: str = said["counted"].format(title=title, count=tab.count) if tab.count else title
    return wording


def _tabs(blocks: Blocks) -> dict[str, _Tab]:
    """The tabs of a page by their names; the first section of a tab is where it leads."""
    tabs: dict[str, _Tab] = {}
    for name, heading, listing in _sections(blocks):
        tab = tabs.setdefault(name, _Tab(heading.id))
        if listing and name in _COUNTED:
            tab.count += len(listing.items)
    return tabs


def _sections(blocks: Blocks) -> Iterator[tuple[str, Heading, Listing | None]]:
    """Each section that has a tab: its name, its heading, and the list right below that."""
    for block, below in pairwise((*walk(blocks), None)):
        name = _TABS.get(block.id, "") if isinstance(block, Heading) else ""
        if name and isinstance(block, Heading):
            yield name, block, below if isinstance(below, Listing) else None
