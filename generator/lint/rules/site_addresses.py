"""Rules about what the settings of the site lead to: files that are missing, other hosts, commands for addresses."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.lint.rules.allowances import allowances
from generator.lint.rules.site_programs import NOT_FOR_MANUALS
from generator.model import Allowance
from generator.problems import Problem
from generator.project import DOCS_FOLDER, PROCEDURES_FOLDER, SiteSettings
from generator.storage import is_file
from generator.yamltext import PlainNode

_COMMAND = re.compile(r"[\x00-\x20]*(?:javascript|vbscript|data)[\x00-\x20]*:", re.IGNORECASE)
_NOT_READ_IN_ADDRESSES = dict.fromkeys(map(ord, "\t\r\n"))
"""What browsers pass over in addresses."""
_REMOTE = re.compile(r"\s*(?:https?:|[\\/]{2})", re.IGNORECASE)
_WORN = {"extra_css": Allowance.REMOTE_PICTURES, "extra_javascript": Allowance.SCRIPTS}
"""The settings that name what every page loads, and what the manual's settings have to allow for other hosts."""
_FETCHED = {
    ("theme", "font"): "font",
    ("extra", "analytics"): "foreign",
    ("extra", "polyfills"): "foreign",
    ("extra", "consent"): "foreign",
    ("google_analytics",): "foreign",
}
"""The settings that let the theme load something from other hosts, or ask readers whether it may."""
_NOTHING = (("bool", "false"), ("bool", "no"), ("bool", "off"))
_PICTURES = (("theme", "favicon"), ("theme", "logo"))
_OF_THE_PRODUCT = ("assets/", "images/favicon")
"""How names begin of what themes bring along themselves."""


def addresses_of_the_site(facts: ProjectFacts) -> Iterator[Problem]:
    """`site-setting` and `active-content` of what the settings lead to."""
    site = facts.project.site
    if site is None or not site.is_readable or site.root is None:
        return
    for key, (name, value) in site.root.entries.items():
        for node in _texts(value):
            if _COMMAND.match(node.text.translate(_NOT_READ_IN_ADDRESSES)):
                yield found("site-setting", site.place(node), "command", key=key, value=node.text)
        if key == "plugins":
            yield from _unfit_plugins(site, value)
        if key == "site_dir":
            yield from _place_of_the_site(site, name, value)
    yield from _worn(facts, site)
    yield from _fetched(site)
    yield from _pictures(facts, site)


def _texts(node: PlainNode) -> Iterator[PlainNode]:
    """Every text at or below a node."""
    if node.kind == "str":
        yield node
    for _, value in node.entries.values():
        yield from _texts(value)
    for item in node.items:
        yield from _texts(item)


def _unfit_plugins(site: SiteSettings, plugins: PlainNode) -> Iterator[Problem]:
    """Plugins with which a manual's site breaks."""
    names = [name for name, _ in plugins.entries.values()]
    names += [
        each for item in plugins.items for each in ([name for name, _ in item.entries.values()] or [item])
    ]
    for name in names:
        if name.text.removeprefix("material/") in NOT_FOR_MANUALS:
            yield found("site-setting", site.place(name), "unfit-plugin", value=name.text)


def _place_of_the_site(site: SiteSettings, name: PlainNode, value: PlainNode) -> Iterator[Problem]:
    """A site may stand in no folder in which people write."""
    parts = PurePosixPath(value.text).parts
    if value.kind == "str" and (not parts or parts[0] in (DOCS_FOLDER, PROCEDURES_FOLDER, "..")):
        yield found("site-setting", site.place(value if value.text else name), "site-dir", value=value.text)


def _worn(facts: ProjectFacts, site: SiteSettings) -> Iterator[Problem]:
    """Styles and scripts that come from other hosts, or are not there."""
    allowed = allowances(facts)
    for node in getattr(site.find("extra_templates"), "items", ()):
        if node.kind == "str" and not is_file(facts.project.root, f"{DOCS_FOLDER}/{node.text}"):
            yield found("site-setting", site.place(node), "no-file", key="extra_templates", value=node.text)
    for key, allowance in _WORN.items():
        setting = site.find(key)
        for item in setting.items if setting is not None else ():
            node = item.get("path") if item.kind == "map" else item
            if node is None or node.kind != "str":
                continue
            if _REMOTE.match(node.text):
                if allowance not in allowed:
                    place = site.place(node)
                    yield found("active-content", place, "remote", text=node.text, allow=allowance.value)
            elif not _is_there(facts, site, node.text):
                yield found("site-setting", site.place(node), "no-file", key=key, value=node.text)


def _fetched(site: SiteSettings) -> Iterator[Problem]:
    """What the theme would load from hosts of its own choice."""
    for way, variant in _FETCHED.items():
        node = site.find(*way)
        if node is not None and node.kind != "null" and (node.kind, node.text.lower()) not in _NOTHING:
            yield found("site-setting", site.place(node), variant, key=way[-1])


def _pictures(facts: ProjectFacts, site: SiteSettings) -> Iterator[Problem]:
    """Pictures of the site that are not there."""
    for way in _PICTURES:
        node = site.find(*way)
        if node is None or node.kind != "str":
            continue
        if _REMOTE.match(node.text):
            if Allowance.REMOTE_PICTURES not in allowances(facts):
                allow = Allowance.REMOTE_PICTURES.value
                yield found("active-content", site.place(node), "remote", text=node.text, allow=allow)
        elif not node.text.startswith(_OF_THE_PRODUCT) and not _is_there(facts, site, node.text):
            yield found("site-setting", site.place(node), "no-file", key=way[-1], value=node.text)


def _is_there(facts: ProjectFacts, site: SiteSettings, path: str) -> bool:
    """Whether a file stands among the documents, or in the theme's own folder."""
    node = site.find("theme", "custom_dir")
    folders = [DOCS_FOLDER, *([node.text] if node is not None and node.kind == "str" else [])]
    root: Path = facts.project.root
    return any(is_file(root, f"{folder.rstrip('/')}/{path.lstrip('/')}") for folder in folders)
