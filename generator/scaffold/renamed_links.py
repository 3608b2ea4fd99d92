"""Where an id is used in Markdown, and in the navigation: in links to procedures, in the names of pages made of it."""

import re
from collections.abc import Iterator

from generator.commonmark import LinkForm, Stretch, WrittenLink
from generator.lint import LinkedText
from generator.model import PROCEDURE_SCHEME, RetiredKind
from generator.project import SITE_SETTINGS, Project
from generator.scaffold.renaming import RenameError, Renaming
from generator.scaffold.rewriting import Rewrite
from generator.urls import is_broken_url, split_url
from generator.yamltext import PlainNode

_NO_LINKS = (LinkForm.REFERENCE, LinkForm.UNDEFINED, LinkForm.UNDEFINED_FOOTNOTE, LinkForm.UNUSED_FOOTNOTE)
_OF_STEP = re.compile(r"[a-z]+-(?P<id>.+)")
"""Places on the page of a procedure that are called by the id of a step: its row, and what is folded below it."""


def links_in(
    text: LinkedText, renaming: Renaming, pages: dict[str, str], written: set[str]
) -> Iterator[Rewrite]:
    """What changes in the links of a text in Markdown.

    Args:
        text: it.
        renaming: the id.
        pages: the pages that are called by it.
        written: the pages that somebody wrote: what is on them is called by no id.

    Raises:
        RenameError: when the id is written in a way that cannot be changed in its place.
    """
    for link in text.links:
        if link.form not in _NO_LINKS:
            for start in _starts(text, link, renaming, pages, written):
                place = text.place(Stretch(start, start + len(renaming.old)))
                if place.text != renaming.old:
                    raise RenameError("odd-writing", place=place.location, id=renaming.old)
                yield Rewrite(place.source.file, place.start, place.end, renaming.new)


def _starts(
    text: LinkedText, link: WrittenLink, renaming: Renaming, pages: dict[str, str], written: set[str]
) -> Iterator[int]:
    """Where in the text the id stands in a link."""
    target, start = link.target.of(text.body), link.target.start
    scheme, colon, address = target.partition(":")
    if colon and scheme.lower() == PROCEDURE_SCHEME:
        within = renaming.part_of(address)
        if within is not None:
            yield start + len(scheme) + 1 + within
        return
    if is_broken_url(link.href) or split_url(link.href).scheme:
        return
    parts = split_url(link.href)
    uri = text.uri_of(parts.path)
    if uri is None or uri in written:
        return
    path, _, fragment = target.partition("#")
    if uri in pages:
        yield start + _last(path, renaming.old, text, link)
    if _is_named_by(fragment, uri, renaming):
        yield start + len(path) + 1 + len(fragment) - len(renaming.old)


def _last(path: str, identifier: str, text: LinkedText, link: WrittenLink) -> int:
    """Where in the path of a link the name of its page begins, which is an id."""
    at = path.rfind(identifier)
    if at < 0:
        raise RenameError("odd-writing", place=text.place(link.target).location, id=identifier)
    return at


def _is_named_by(fragment: str, uri: str, renaming: Renaming) -> bool:
    """Whether a place on a page that is made is called by the id."""
    if renaming.kind is RetiredKind.STEP:
        named = _OF_STEP.fullmatch(fragment)
        is_on_its_page = uri.rpartition("/")[2] == f"{renaming.procedure}.md"
        return is_on_its_page and named is not None and named["id"] == renaming.old
    return fragment == f"{renaming.kind}-{renaming.old}"


def entries_of_navigation(project: Project, renaming: Renaming, pages: dict[str, str]) -> Iterator[Rewrite]:
    """What changes in the navigation that the settings of the site give.

    Raises:
        RenameError: when one is written so oddly that it cannot be changed in its place.
    """
    for node in menu_of(project):
        if node.text in pages and project.site is not None:
            written = project.site.place(node).text
            start = node.start + written.rfind(renaming.old)
            if renaming.old not in written:
                raise RenameError("odd-writing", place=project.site.place(node).location, id=renaming.old)
            yield Rewrite(SITE_SETTINGS, start, start + len(renaming.old), renaming.new)


def menu_of(project: Project) -> list[PlainNode]:
    """What the navigation of the settings names: pages and titles."""
    navigation = project.site.find("nav") if project.site is not None else None
    return list(_scalars(navigation)) if navigation is not None else []


def _scalars(node: PlainNode) -> Iterator[PlainNode]:
    if not node.items and not node.entries:
        yield node
    for each in node.items:
        yield from _scalars(each)
    for _, value in node.entries.values():
        yield from _scalars(value)
