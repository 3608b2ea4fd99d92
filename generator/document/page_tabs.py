"""The ways to the parts of a procedure's page, in the order in which they stand on it."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.document.addresses import Target
from generator.document.blocks import Blocks, Group, Heading, Listing, ListItem, OnScreen
from generator.document.edition_changes import CHANGES
from generator.document.inlines import Link
from generator.document.question_blocks import SELF_CHECK
from generator.document.service_pages import SERVICE
from generator.document.texts import words
from generator.document.walking import walk
from generator.document.whats_new import HISTORY
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
    HISTORY: "history",
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
    """The tabs of a page by their names: each leads to its first section, and counts the first list of each."""
    tabs: dict[str, _Tab] = {}
    name = ""
    for block in walk(blocks):
        if isinstance(block, Heading):
            name = _TABS.get(block.id, "")
            if name:
                tabs.setdefault(name, _Tab(block.id))
        elif isinstance(block, Listing) and name:
            tabs[name].count += len(block.items) if name in _COUNTED else 0
            name = ""
    return tabs
