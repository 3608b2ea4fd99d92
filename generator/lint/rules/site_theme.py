"""Rules about what the theme of a site is set to: its language, and the folder whose files the site wears.

All that stands in that folder is published. So it is a folder of its own, of which nothing leads to what is not meant
for readers.
"""

from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.problems import Problem
from generator.project import (
    DOCS_FOLDER,
    HIDDEN,
    PROCEDURES_FOLDER,
    SITE_FOLDER,
    SiteSettings,
    fault_of_link,
    manual_language,
)
from generator.storage import entries_below, is_folder, leads_outside, links_below
from generator.yamltext import PlainNode, SourceText

_OF_OTHERS = (PROCEDURES_FOLDER, DOCS_FOLDER, "flowcharts", SITE_FOLDER)
"""The folders of a project that are something else."""


def dress_of_the_site(facts: ProjectFacts, site: SiteSettings) -> Iterator[Problem]:
    """`site-setting`, `bad-file-link` and `unexpected-file` of the theme's own folder; `theme-language`."""
    node, language = site.find("theme", "language"), manual_language(facts.project)
    if node is not None and node.kind == "str" and language is not None and node.text != language:
        yield found("theme-language", site.place(node), value=node.text, language=language)
    folder = site.find("theme", "custom_dir")
    if folder is not None and folder.kind == "str":
        yield from _own_folder(facts.project.root, site, folder)


def _own_folder(root: Path, site: SiteSettings, folder: PlainNode) -> Iterator[Problem]:
    """What is wrong with the folder that a site wears."""
    if not is_folder(root, folder.text):
        variant = "outside" if leads_outside(root, folder.text) else "no-file"
        yield found("site-setting", site.place(folder), variant, key="custom_dir", value=folder.text)
    elif not _may_be_worn(root, folder.text):
        yield found("site-setting", site.place(folder), "theme-folder", value=folder.text)
    else:
        yield from _not_to_be_worn(root, folder.text.rstrip("/"))


def _may_be_worn(root: Path, folder: str) -> bool:
    """Whether a folder of a project holds nothing but what its site wears, as far as its place says so."""
    base, place = root.resolve(), (root / folder).resolve()
    inside = place.parts[len(base.parts) :]
    is_of_others = inside[:1] == (PROCEDURES_FOLDER,) or (len(inside) == 1 and inside[0] in _OF_OTHERS)
    return bool(inside) and not is_of_others and not any(part.startswith(HIDDEN) for part in inside)


def _not_to_be_worn(root: Path, folder: str) -> Iterator[Problem]:
    """`bad-file-link` of what would come onto the site from elsewhere; `unexpected-file` of what is no file at all."""
    base = root.resolve()
    for link in links_below(root, folder):
        if fault := fault_of_link(base, root / link, (base / folder,)):
            name = link.rpartition("/")[2]
            yield found("bad-file-link", SourceText(link, "").place(0), fault, name=name)
    for file, entry in entries_below(root, folder):
        if not (entry.is_symlink() or entry.is_dir() or entry.is_file()):
            yield found("unexpected-file", SourceText(file, "").place(0), "special", name=entry.name)
