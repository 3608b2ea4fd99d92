"""Rules about the settings of the site: whether the engine can work with them, as far as one can say without it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator.data_files import read_json_data
from generator.diagnostics import closest, found
from generator.lint.extensions import named_in
from generator.lint.facts import ProjectFacts
from generator.lint.rules.site_programs import (
    KNOWN_MODULES,
    installed,
    machine_parts,
    programs_of_the_site,
    unless_set,
)
from generator.lint.rules.site_theme import dress_of_the_site
from generator.problems import Problem
from generator.project import DOCS_FOLDER, FileKind, SiteSettings
from generator.storage import is_file, is_folder
from generator.urls import encoded_url, split_url
from generator.yamltext import PlainNode

_DATA = Path(__file__).parent / "site_settings.json"
PLUGIN, SEARCH, THAI_SEARCH = "procedures", "search", "thai_search"
_KINDS = {
    "text": ("str",),
    "address": ("str",),
    "yes-no": ("bool",),
    "list": ("seq",),
    "mapping": ("map",),
    "list-or-mapping": ("seq", "map"),
    "text-or-mapping": ("str", "map"),
}
"""By what a setting has to be, how the engine's YAML calls that."""
_SAFE_TAGS = ("!ENV", "!relative")
_NAME_TAG = "python/name:"
_WEB = ("http", "https")


def settings_of_the_site(facts: ProjectFacts) -> Iterator[Problem]:
    """`site-setting`, `unknown-edition` of what the engine would refuse; `unknown-site-setting`; `theme-language`."""
    site = facts.project.site
    if site is None or not site.is_readable:
        return
    root = site.root
    if root is None or root.kind != "map":
        is_empty = root is None or root.kind == "null"
        yield found("site-setting", site.source.place(0), "empty" if is_empty else "no-mapping")
        return
    yield from _unsafe_tags(site, root, set())
    yield from _kinds(site, root)
    yield from _needed(site, root)
    if not is_folder(facts.project.root, DOCS_FOLDER):
        yield found("site-setting", site.source.place(0), "no-docs")
    yield from _plugins(facts, site)
    yield from _extensions(site)
    named = _named_theme(site)
    if named is not None and not _is_installed(named.text, "themes", "mkdocs.themes"):
        yield found("site-setting", site.place(named), "theme", value=named.text)
    yield from dress_of_the_site(facts, site)
    for key in ("exclude_docs", "draft_docs", "not_in_nav"):
        if site.has_bad_patterns(key):
            yield found("site-setting", site.place(root.entries[key][0]), "patterns", key=key)
    for key in ("hooks", "watch"):
        for node in _items(site.find(key)):
            if node.kind == "str" and not _is_in_project(facts, node.text):
                yield found("site-setting", site.place(node), "no-file", key=key, value=node.text)
    yield from programs_of_the_site(facts, site, root)


def _unsafe_tags(site: SiteSettings, node: PlainNode, seen: set[int]) -> Iterator[Problem]:
    """Values that the engine would make by running something, or by loading what is not known to be harmless."""
    if id(node) in seen:
        return
    seen.add(id(node))
    is_tag = node.kind.startswith(("!", "python/", "tag:"))
    if node.kind.startswith(_NAME_TAG):
        name, known = node.kind.removeprefix(_NAME_TAG), _data()["names"]
        if name not in known:
            meant = closest(name, known)
            yield found("site-setting", site.place(node), "name", value=name, suggestion=meant)
    elif is_tag and node.kind not in _SAFE_TAGS:
        yield found("site-setting", site.place(node), "tag", value=node.kind)
    inner = [*node.items, *(each for pair in node.entries.values() for each in pair)]
    for each in inner:
        yield from _unsafe_tags(site, each, seen)


def _kinds(site: SiteSettings, root: PlainNode) -> Iterator[Problem]:
    """Settings of another kind than the engine takes, and those that it does not know."""
    known: dict[str, str] = _data()["kinds"]
    for key, (name, written) in root.entries.items():
        wanted, value = known.get(key), unless_set(written)
        if wanted is None:
            if not root.is_open:
                suggestion = closest(key, known)
                yield found("unknown-site-setting", site.place(name), key=key, suggestion=suggestion)
        elif (value.kind != "null" and not _is_open(value) and value.kind not in _KINDS[wanted]) or (
            wanted == "address" and value.kind == "str" and value.text and not _is_address(value.text)
        ):
            yield found("site-setting", site.place(value), wanted, key=key)


def addresses_of_the_machine(site: SiteSettings, environment: Mapping[str, str]) -> Iterator[Problem]:
    """`site-setting` of addresses that the machine says, and that are none.

    Args:
        site: the settings, which can be read.
        environment: the machine's variables.
    """
    for key, (_, node) in site.root.entries.items() if site.root is not None else ():
        if _data()["kinds"].get(key) != "address" or node.kind != "!ENV":
            continue
        named = next((each for each in machine_parts(node)[0] if environment.get(each.text)), None)
        if named is not None and not _is_web_address(environment[named.text]):
            yield found(
                "site-setting",
                site.place(named),
                "machine-address",
                key=key,
                variable=named.text,
                value=environment[named.text],
            )


def _is_web_address(text: str) -> bool:
    return _is_address(text) and split_url(text).scheme in _WEB


def _is_open(node: PlainNode) -> bool:
    """Whether only the machine that builds knows what a value is."""
    return node.kind.startswith(("!", "python/", "tag:"))


def _is_address(text: str) -> bool:
    """Whether the engine takes a text as an address."""
    parts = split_url(text)
    return bool(parts.scheme and parts.netloc) and encoded_url(text.strip()) == text.strip()


def _needed(site: SiteSettings, root: PlainNode) -> Iterator[Problem]:
    """Settings without which there is no site, and those that would take it out of sight of the check."""
    if (inherit := root.entries.get("INHERIT")) is not None:
        yield found("site-setting", site.place(inherit[0]), "inherit")
        return
    written = site.find("site_name")
    name = unless_set(written) if written is not None else None
    if name is None and not root.is_open:
        yield found("site-setting", site.source.place(0), "no-name")
    elif name is not None and (name.kind == "null" or (name.kind == "str" and not name.text)):
        yield found("site-setting", site.place(root.entries["site_name"][0]), "no-name")
    repository = site.find("repo_url")
    if repository is None or repository.kind == "null" or (repository.kind == "str" and not repository.text):
        for key in ("edit_uri", "edit_uri_template"):
            node = site.find(key)
            if node is not None and node.kind == "str" and node.text and not _is_address(node.text):
                yield found("site-setting", site.place(node), "no-repository", key=key)
    docs = site.find("docs_dir")
    if docs is not None and docs.kind == "str" and docs.text.strip("./") != DOCS_FOLDER:
        yield found("site-setting", site.place(docs), "docs-dir", value=docs.text)


def _plugins(facts: ProjectFacts, site: SiteSettings) -> Iterator[Problem]:
    """Plugins that are not there, or not as they have to be."""
    node = site.find("plugins")
    node = unless_set(node) if node is not None else None
    if node is not None and node.kind not in (*_KINDS["list-or-mapping"], "null"):
        return  # told as of another kind, or only known where it is built
    named = dict(_named(node)) if node is not None else {}
    by_name = {name.text: options for name, options in named.values()}
    if PLUGIN not in by_name and not (site.root and site.root.is_open):
        top = site.root.entries.get("plugins") if site.root else None
        place = site.place(top[0]) if top is not None else site.source.place(0)
        yield found("site-setting", place, "no-plugin", value=PLUGIN)
    for name, options in named.values():
        if name.kind != "str":
            yield found("site-setting", site.place(name), "item", key="plugins")
        elif not _is_installed(name.text, "plugins", "mkdocs.plugins", _theme_name(site)):
            suggestion = closest(name.text, _data()["plugins"])
            yield found("site-setting", site.place(name), "plugin", value=name.text, suggestion=suggestion)
        elif options is not None and options.kind not in ("map", "null") and not _is_open(options):
            yield found("site-setting", site.place(options), "mapping", key=name.text)
    if THAI_SEARCH in by_name and not {SEARCH, "material/search"} & by_name.keys():
        thai = next(name for name, _ in named.values() if name.text == THAI_SEARCH)
        yield found("site-setting", site.place(thai), "no-plugin", value=SEARCH)
    yield from _own_options(facts, site, by_name.get(PLUGIN))


def _own_options(facts: ProjectFacts, site: SiteSettings, options: PlainNode | None) -> Iterator[Problem]:
    """What our plugin is told: the edition to show, and where the manual is changed."""
    kinds: dict[str, str] = _data()["own_options"]
    hosts: list[str] = _data()["hosts"]
    for key, (name, value) in (options.entries if options is not None else {}).items():
        known = [each.id for each in facts.project.of_kind(FileKind.EDITION)]
        if key not in kinds:
            yield found("unknown-site-setting", site.place(name), key=key, suggestion=closest(key, kinds))
        elif value.kind not in (*_KINDS[kinds[key]], "null") and not _is_open(value):
            yield found("site-setting", site.place(value), kinds[key], key=key)
        elif key == "host" and value.kind == "str" and value.text not in hosts:
            meant = closest(value.text, hosts)
            known_hosts = ", ".join(hosts)
            yield found(
                "site-setting",
                site.place(value),
                "host",
                value=value.text,
                suggestion=meant,
                known=known_hosts,
            )
        elif key == "edition" and value.kind == "str" and value.text not in known:
            suggestion = closest(value.text, known)
            yield found(
                "unknown-edition",
                site.place(value),
                id=value.text,
                suggestion=suggestion,
                known=", ".join(known),
            )


def _extensions(site: SiteSettings) -> Iterator[Problem]:
    """Extensions of Markdown that are not there."""
    node = site.find("markdown_extensions")
    for name, options in dict(_named(node)).values() if node is not None else ():
        if name.kind != "str":
            yield found("site-setting", site.place(name), "item", key="markdown_extensions")
        elif name.text in _data()["reading_extensions"]:
            yield found("site-setting", site.place(name), "reads-files", value=name.text)
        elif not _is_installed(name.text, "extensions", "markdown.extensions") and not _is_module(name.text):
            suggestion = closest(name.text, _data()["extensions"])
            yield found("site-setting", site.place(name), "extension", value=name.text, suggestion=suggestion)
        elif options is not None and options.kind not in ("map", "null") and not _is_open(options):
            yield found("site-setting", site.place(options), "mapping", key=name.text)


def _is_in_project(facts: ProjectFacts, path: str) -> bool:
    """Whether a file or folder stands in the project."""
    return is_file(facts.project.root, path) or is_folder(facts.project.root, path)


def _named_theme(site: SiteSettings) -> PlainNode | None:
    """The name of the theme, where it is a text."""
    node = site.find("theme")
    named = site.find("theme", "name") if node is not None and node.kind == "map" else node
    return named if named is not None and named.kind == "str" else None


def _theme_name(site: SiteSettings) -> str:
    """The name of the theme, as far as it is one."""
    node = site.find("theme", "name") or site.find("theme")
    return node.text if node is not None else ""


def _named(node: PlainNode) -> Iterator[tuple[int, tuple[PlainNode, PlainNode | None]]]:
    """The names that a list or mapping gives, by where they stand, each with its options."""
    for name, options in named_in(node):
        yield name.start, (name, options)


def _items(node: PlainNode | None) -> Iterable[PlainNode]:
    """The items of a list; none where there is no list."""
    return node.items if node is not None else ()


def _is_installed(name: str, sort: str, group: str, theme: str = "") -> bool:
    """Whether a name is that of something installed; what comes with the product is known without looking."""
    if name in _data()[sort]:
        return True
    return bool(installed(group) & {name.removeprefix("/"), f"{theme}/{name}"})


def _is_module(name: str) -> bool:
    """Whether a name leads to a module of a package that is known to do no more than a Markdown needs.

    After a colon the name of something in it may stand. Nothing that a project brings along is looked for: that would
    already run a part of it.
    """
    module = name.partition(":")[0]
    try:
        return module.startswith(KNOWN_MODULES) and find_spec(module) is not None
    except (ImportError, ValueError):
        return False


@cache
def _data() -> dict[str, Any]:
    """What the engine takes."""
    content: dict[str, Any] = read_json_data(_DATA)
    return content
