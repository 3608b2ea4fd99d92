"""Rules about what in hand-written Markdown acts by itself in a reader's browser: scripts, frames, remote pictures."""

import re
from collections.abc import Iterator
from itertools import islice

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.lint.rules.allowances import allowances
from generator.model import ALLOWED_BY, Active, Danger, active_in_markdown, danger_of_address
from generator.problems import Problem
from generator.project import FileKind, WrittenPage, without_code
from generator.yamltext import MOST_OF_ONE_KIND

_PICTURE = re.compile(r"!\[[^\[\]\n]*\]\([ \t]*<?(?P<address>[^\s()<>]+)")
_PICTURE_BY_NAME = re.compile(r"!\[(?P<label>[^\[\]\n]*)\](?:\[(?P<name>[^\[\]\n]*)\])?(?!\()")
_NAMED_ADDRESS = re.compile(r"^[ ]{0,3}\[(?P<name>[^\[\]\n]+)\]:[ \t]*<?(?P<address>[^\s<>]+)", re.MULTILINE)


def active_content(facts: ProjectFacts) -> Iterator[Problem]:
    """`active-content` of pages, unless the settings allow it; in items of knowledge it is `markup-left-over`."""
    allowed = allowances(facts)
    for page in facts.project.pages:
        yield from islice(_in_page(page, allowed), MOST_OF_ONE_KIND)
    for document in facts.of_kind(FileKind.KNOWLEDGE):
        for active in islice(active_in_markdown(without_code(document.body)), MOST_OF_ONE_KIND):
            if active.text.startswith("<"):
                place = document.body_place(active.start, len(active.text))
                yield found("markup-left-over", place, "html", text=active.text)


def _in_page(page: WrittenPage, allowed: frozenset[str]) -> Iterator[Problem]:
    """What acts by itself in a page and is not allowed."""
    if not page.is_readable:
        return
    body = without_code(page.body)
    for active in (*active_in_markdown(body), *_remote_pictures(body)):
        if ALLOWED_BY[active.danger] not in allowed:
            place = page.body_place(active.start, len(active.text))
            yield found(
                "active-content",
                place,
                active.danger.value,
                text=active.text,
                allow=ALLOWED_BY[active.danger].value,
            )


def _remote_pictures(body: str) -> Iterator[Active]:
    """The pictures of other hosts that are written as Markdown."""
    addresses = [(each["address"], each.start("address")) for each in _PICTURE.finditer(body)]
    names = {(each["name"] or each["label"]).lower() for each in _PICTURE_BY_NAME.finditer(body)}
    addresses += [
        (each["address"], each.start("address"))
        for each in _NAMED_ADDRESS.finditer(body)
        if each["name"].lower() in names
    ]
    for address, start in addresses:
        if danger_of_address(address, is_fetched=True) is Danger.REMOTE:
            yield Active(Danger.REMOTE, address, start)
