"""Rules about settings of the site that let something of a project run, or publish what only the machine knows.

A proposed change may bring settings along: whoever accepts to look at it has not yet accepted to run it.
"""

import os
from collections.abc import Iterator
from functools import cache
from importlib.metadata import entry_points

from generator.diagnostics import found
from generator.lint.extensions import named_in
from generator.lint.facts import ProjectFacts
from generator.lint.rules.allowances import allowances
from generator.model import Allowance
from generator.problems import Problem
from generator.project import SiteSettings
from generator.yamltext import PlainNode

KNOWN_MODULES = ("markdown.extensions.", "pymdownx.", "material.extensions.")
"""How the names of modules begin that a setting may name."""
_KNOWN_PLUGINS = frozenset(("search", "tags", "typeset", "thai_search", "procedures"))
"""Plugins, the theme's own with or without its name before them, that run nothing of a project."""
NOT_FOR_MANUALS = frozenset(("offline", "privacy", "blog", "social", "projects", "optimize", "info", "group"))
"""Plugins of the theme that change addresses behind our back, fetch from other hosts, or bring others along."""
_OF_THE_THEME = "material/"
_OF_THE_MACHINE = "!ENV"
_MERGE = "<<"
_MAY_COME_FROM_THE_MACHINE = frozenset(
    (
        "site_name",
        "site_url",
        "site_description",
        "site_author",
        "copyright",
        "repo_url",
        "repo_name",
        "edit_uri",
        "edit_uri_template",
        "use_directory_urls",
        "dev_addr",
        "strict",
        "extra",
        "plugins",
    )
)
"""The settings that may be left to the machine that builds; of plugins, their options."""
_OURS = ("KHUMUE_", "CI")
"""How the names of variables begin that are meant for a site: what else a machine knows may be a secret."""


def programs_of_the_site(facts: ProjectFacts, site: SiteSettings, root: PlainNode) -> Iterator[Problem]:
    """`site-setting` of hooks and plugins that are not allowed, of what is taken over, of the machine's own values."""
    if Allowance.PROGRAMS not in allowances(facts):
        yield from _hooks(site)
        yield from _plugins(site)
    yield from _merges(site, root, set())
    for key, (_, value) in root.entries.items():
        yield from _variables(site, key, value)


def unless_set(node: PlainNode) -> PlainNode:
    """What a setting says where the machine says nothing; itself where the machine may say more."""
    if node.kind != _OF_THE_MACHINE:
        return node
    names, otherwise = machine_parts(node)
    if any(each.text in os.environ for each in names):
        return node
    return otherwise or PlainNode("null", node.start, node.end)


def machine_parts(node: PlainNode) -> tuple[list[PlainNode], PlainNode | None]:
    """The variables that a value of the machine is taken from, and what it is without them."""
    if not node.items:
        return [node], None
    return (node.items[:-1], node.items[-1]) if len(node.items) > 1 else (node.items, None)


def _hooks(site: SiteSettings) -> Iterator[Problem]:
    node = site.find("hooks")
    for each in (node.items or [node]) if node is not None and node.kind != "null" else ():
        if each.kind != "seq" or each.items:
            yield found("site-setting", site.place(each), "program", value=each.text or "hooks")


def _plugins(site: SiteSettings) -> Iterator[Problem]:
    """Plugins of others that are installed: what they do with a project, only they know."""
    plugins = installed("mkdocs.plugins")
    for name, _ in named_in(site.find("plugins")):
        is_known = name.text.removeprefix(_OF_THE_THEME) in _KNOWN_PLUGINS | NOT_FOR_MANUALS
        if name.text in plugins and not is_known:
            yield found("site-setting", site.place(name), "program", value=name.text)


@cache
def installed(group: str) -> frozenset[str]:
    """The names of all that is installed of a sort; looked up once, in a file of each package of the machine."""
    return frozenset(each.name for each in entry_points(group=group))


def _merges(site: SiteSettings, node: PlainNode, seen: set[int]) -> Iterator[Problem]:
    """Entries that are taken over from elsewhere in the file: nobody sees them where they count."""
    if id(node) in seen:
        return
    seen.add(id(node))
    for key, (name, value) in node.entries.items():
        if key == _MERGE and node.is_open:
            yield found("site-setting", site.place(name), "merge")
        yield from _merges(site, value, seen)
    for each in node.items:
        yield from _merges(site, each, seen)


def _variables(site: SiteSettings, key: str, node: PlainNode, depth: int = 0) -> Iterator[Problem]:
    """Values that the machine says."""
    if node.kind == _OF_THE_MACHINE:
        names, otherwise = machine_parts(node)
        is_option = key != "plugins" or depth > 1
        if (
            key not in _MAY_COME_FROM_THE_MACHINE
            or not is_option
            or (otherwise and (otherwise.items or otherwise.entries))
        ):
            yield found("site-setting", site.place(node), "environment", key=key)
        for each in names:
            if not each.text.startswith(_OURS):
                yield found("site-setting", site.place(each), "variable", value=each.text)
        return
    for each in (*node.items, *(value for _, value in node.entries.values())):
        yield from _variables(site, key, each, depth + (each.kind != "seq"))
