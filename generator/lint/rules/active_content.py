"""Rules about what in hand-written Markdown acts by itself in a reader's browser: scripts, frames, remote pictures."""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from urllib.parse import unquote

from generator.active_html import (
    ALLOWED_BY,
    Active,
    Danger,
    active_in_html,
    active_in_markdown,
    active_in_picture,
    active_in_styles,
    danger_of_address,
)
from generator.code_in_markdown import without_code
from generator.commonmark import Dialect, LinkForm, read_page, without_certain_code
from generator.diagnostics import found
from generator.lint.extensions import switched_on
from generator.lint.facts import ProjectFacts
from generator.lint.rules.allowances import allowances
from generator.problems import Problem
from generator.project import STYLE_SUFFIX, FileKind, SiteSettings, ThemeFile, WrittenPage
from generator.yamltext import MOST_OF_ONE_KIND

PICTURE_OF_VECTORS = ".svg"
_FENCES = frozenset(("fenced_code", "pymdownx.superfences"))
"""The extensions by which the engine of pages reads fences."""
_REFUSED_IN_THEMES = (Danger.EVENT, Danger.ADDRESS, Danger.FRAME, Danger.REMOTE)


def active_content(facts: ProjectFacts) -> Iterator[Problem]:
    """`active-content` of pages, templates, styles, settings, unless allowed; of knowledge `markup-left-over`."""
    allowed = allowances(facts)
    has_fences = facts.project.site is None or bool(_FENCES & switched_on(facts.project.site))
    for page in facts.project.pages:
        key = ("active-content", allowed, has_fences)
        yield from page.once(key, partial(_first_in, page, allowed, has_fences))
    for document in facts.of_kind(FileKind.KNOWLEDGE):
        for active in islice(active_in_markdown(without_code(document.body)), MOST_OF_ONE_KIND):
            if active.text.startswith("<"):
                place = document.body_place(active.start, len(active.text))
                yield found("markup-left-over", place, "html", text=active.text)
    for text in facts.project.theme:
        yield from islice(_in_theme(text, allowed), MOST_OF_ONE_KIND)
    if facts.project.site is not None:
        yield from islice(_in_extensions(facts.project.site, allowed), MOST_OF_ONE_KIND)


def _in_extensions(site: SiteSettings, allowed: frozenset[str]) -> Iterator[Problem]:
    """What acts by itself in what the settings let extensions of Markdown write into pages."""
    waiting = [node for node in (site.find("markdown_extensions"),) if node is not None]
    seen = set[int]()
    while waiting:
        node = waiting.pop(0)
        if id(node) in seen:
            continue
        seen.add(id(node))
        waiting += [*node.items, *(value for _, value in node.entries.values())]
        for active in active_in_html(node.text) if node.kind == "str" else ():
            if ALLOWED_BY[active.danger] not in allowed:
                allow = ALLOWED_BY[active.danger].value
                yield found(
                    "active-content", site.place(node), active.danger.value, text=active.text, allow=allow
                )


def _first_in(page: WrittenPage, allowed: frozenset[str], has_fences: bool) -> Iterator[Problem]:
    """The first of what acts by itself in a page."""
    return islice(_in_page(page, allowed, has_fences), MOST_OF_ONE_KIND)


def _in_theme(text: ThemeFile, allowed: frozenset[str]) -> Iterator[Problem]:
    """What a template or style of the site's own does that the pages' own policy would not let happen either."""
    if text.is_script:
        return
    body = text.source.text
    if text.suffix == PICTURE_OF_VECTORS:
        acting, refused = active_in_picture(body), tuple(Danger)
    else:
        acting = active_in_styles(body) if text.suffix == STYLE_SUFFIX else active_in_html(body)
        refused = _REFUSED_IN_THEMES
    for active in acting:
        if active.danger in refused and ALLOWED_BY[active.danger] not in allowed:
            place = text.source.place(active.start, active.start + len(active.text))
            allow = ALLOWED_BY[active.danger].value
            yield found("active-content", place, active.danger.value, text=active.text, allow=allow)


def _in_page(page: WrittenPage, allowed: frozenset[str], has_fences: bool) -> Iterator[Problem]:
    """What acts by itself in a page and is not allowed."""
    if not page.is_readable:
        return
    body = without_certain_code(page.body, has_fences)
    for active in (*active_in_markdown(body), *_remote_pictures(page.body)):
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
    """The pictures of other hosts that are written as Markdown, at their addresses."""
    links = read_page(body, Dialect.PAGE).links
    names = {link.href for link in links if link.is_picture and link.form is LinkForm.REFERENCE}
    for link in links:
        is_shown = link.is_picture and link.form is LinkForm.INLINE
        is_shown |= link.form is LinkForm.DEFINITION and link.href in names
        if is_shown and danger_of_address(unquote(link.href), is_fetched=True) is Danger.REMOTE:
            yield Active(Danger.REMOTE, link.target.of(body), link.target.start)
