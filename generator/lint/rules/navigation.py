"""Rules about the navigation that the settings of the site give: what it names is there, and no page is lost."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.diagnostics import closest, found
from generator.lint.facts import ProjectFacts
from generator.problems import Problem
from generator.project import DocsFile, FileKind, SiteSettings, is_made, pages_like
from generator.urls import is_broken_url, split_url
from generator.yamltext import PlainNode, SourceText

_LEVEL_OF_WARNINGS = "warn"
_SCHEMES = ("http", "https", "mailto", "tel")
"""What entries of the navigation may lead to besides documents."""


def navigation(facts: ProjectFacts) -> Iterator[Problem]:
    """`navigation-entry` and `outside-navigation`."""
    site = facts.project.site
    if site is None or not site.is_readable or site.root is None:
        return
    node = site.find("nav")
    if node is not None and node.kind not in ("seq", "null"):
        return  # told as of another kind, or only known where it is built
    named: dict[str, PlainNode] = {}
    for item in node.items if node is not None else ():
        yield from _entry(site, item, named)
    editions = [each.id for each in facts.project.of_kind(FileKind.EDITION)]
    yield from _leading_nowhere(facts, site, named, editions)
    yield from _named_nowhere(facts, site, named)


def _entry(site: SiteSettings, item: PlainNode, named: dict[str, PlainNode]) -> Iterator[Problem]:
    """What is wrong with the form of one entry; the documents that it names are noted."""
    if item.kind == "str":
        named.setdefault(PurePosixPath(item.text).as_posix(), item)
        return
    entries = list(item.entries.values())
    if item.kind != "map" or len(entries) != 1:
        yield found("navigation-entry", site.place(item), "form")
        return
    name, below = entries[0]
    if below.kind == "str":
        named.setdefault(PurePosixPath(below.text).as_posix(), below)
    elif below.kind == "seq":
        for each in below.items:
            yield from _entry(site, each, named)
    else:
        yield found("navigation-entry", site.place(name), "form")


def _leading_nowhere(
    facts: ProjectFacts, site: SiteSettings, named: dict[str, PlainNode], editions: list[str]
) -> Iterator[Problem]:
    """`navigation-entry`: a document that an edition does not have, and no other has as its own."""
    published = {(each.edition, each.uri) for each in facts.project.published}
    everywhere = {uri for _, uri in published}
    level = _level(site, "not_found") or _LEVEL_OF_WARNINGS
    for uri, node in named.items():
        if _is_outside(node.text):
            yield found("navigation-entry", site.place(node), "outside", page=node.text)
            continue
        if setting := site.withheld_by(facts.project.root, uri):
            yield found("navigation-entry", site.place(node), "withheld", page=node.text, key=setting)
            continue
        if _is_elsewhere(node.text) or level != _LEVEL_OF_WARNINGS:
            continue
        is_there = uri in everywhere or all(is_made(facts.project, uri, each) for each in editions)
        if not is_there:
            suggestion = closest(uri, dict.fromkeys(pages_like(facts.project, editions)))
            yield found("navigation-entry", site.place(node), page=node.text, suggestion=suggestion)


def _named_nowhere(facts: ProjectFacts, site: SiteSettings, named: dict[str, PlainNode]) -> Iterator[Problem]:
    """`outside-navigation`: a page that no entry names, where the settings let that stop the build."""
    if _level(site, "omitted_files") != _LEVEL_OF_WARNINGS:
        return
    for each in facts.project.published:
        if _is_to_be_named(site, each) and each.uri not in named:
            yield found("outside-navigation", SourceText(each.file, "").place(0), uri=each.uri)


def _is_to_be_named(site: SiteSettings, each: DocsFile) -> bool:
    """Whether a document is a page that belongs into the navigation."""
    is_left_out = site.holds_back(each) or site.is_outside_navigation(each)
    return each.is_page and not each.is_item and not is_left_out


def _is_elsewhere(text: str) -> bool:
    """Whether an entry names no document but an address."""
    return is_broken_url(text) or bool(split_url(text).scheme)


def _is_outside(text: str) -> bool:
    """Whether an entry is neither a document nor an address of other sites or people: a path of a machine."""
    scheme = split_url(text).scheme
    return text.startswith(("/", "\\")) or (bool(scheme) and scheme not in _SCHEMES)


def _level(site: SiteSettings, key: str) -> str:
    """How loudly the engine is told to mind something in the navigation."""
    node = site.find("validation", "nav", key) or site.find("validation", key)
    return node.text if node is not None else ""
