"""Rules about where written documents stand: no two at one address, none in the place of what the product makes."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.diagnostics import found
from generator.lint.facts import ProjectFacts
from generator.problems import Problem
from generator.project import DocsFile, FileKind, is_made, is_made_file
from generator.yamltext import SourceText, TextSpan

INDEXES = ("index", "README")
_INDEX = "index.html"
_OWN_FILES = "assets/khumue/"
"""The folder of the product's own scripts, styles and pictures."""


def addresses_of_documents(facts: ProjectFacts) -> Iterator[Problem]:
    """`same-address` and `product-address`."""
    folders = _has_folders(facts)
    editions = [each.id for each in facts.project.of_kind(FileKind.EDITION)]
    shared: dict[str, DocsFile] = {}
    own: dict[str, dict[str, DocsFile]] = {}
    written = [each for each in facts.project.published if not each.is_item]
    for each in sorted(written, key=lambda each: PurePosixPath(each.uri).stem == INDEXES[-1]):
        address = address_of(each, folders)
        seen = own.setdefault(each.edition, {}) if each.edition else shared
        if (first := seen.setdefault(address, each)) is not each:
            yield found("same-address", _start(each), first=first.file, file=each.file)
        elif any(_is_taken(facts, each, address, edition) for edition in _of(each, editions)):
            yield found("product-address", _start(each), uri=each.uri)
    yield from _product_files_of_the_theme(facts)
    yield from _files_as_folders(shared, shared)
    for theirs in own.values():
        yield from _files_as_folders(theirs, {**shared, **theirs})


def _product_files_of_the_theme(facts: ProjectFacts) -> Iterator[Problem]:
    """`product-address` of files in the theme's own folder that the site would have in place of the product's."""
    node = facts.project.site.find("theme", "custom_dir") if facts.project.site is not None else None
    if node is None or node.kind != "str":
        return
    folder = f"{node.text.strip('/')}/"
    for each in facts.project.theme:
        if each.source.file.startswith(f"{folder}{_OWN_FILES}"):
            yield found("product-address", each.source.place(0), uri=each.source.file.removeprefix(folder))


def address_of(each: DocsFile, has_folders: bool = True) -> str:
    """The path of the file that a document becomes on the site.

    Args:
        each: the document.
        has_folders: whether pages stand in folders of their own: ``a/b.md`` at ``a/b/index.html``.
    """
    if not each.is_page:
        return each.uri
    folder, _, name = each.uri.rpartition("/")
    stem = name.rpartition(".")[0]
    before = f"{folder}/" if folder else ""
    if stem in INDEXES:
        return f"{before}{_INDEX}"
    return f"{before}{stem}/{_INDEX}" if has_folders else f"{before}{stem}.html"


def _has_folders(facts: ProjectFacts) -> bool:
    """Whether the settings leave pages in folders of their own."""
    site = facts.project.site
    node = site.find("use_directory_urls") if site is not None else None
    return node is None or node.text.lower() not in ("false", "no", "off")


def _of(each: DocsFile, editions: list[str]) -> list[str]:
    """The editions that show a document."""
    return [each.edition] if each.edition else editions


def _is_taken(facts: ProjectFacts, each: DocsFile, address: str, edition: str) -> bool:
    """Whether the product puts something where a document would stand, or makes a folder of that name."""
    if is_made_file(facts.project, each.uri, edition):
        return True
    stem = address.removesuffix(_INDEX).rstrip("/") if address.endswith(_INDEX) else address
    stem = stem.removesuffix(".html") if each.is_page else stem
    pages = (f"{stem}.md", f"{stem}/index.md") if stem else ("index.md",)
    is_place_of_a_page = each.is_page or address.endswith(_INDEX) or "." not in address.rpartition("/")[2]
    return is_place_of_a_page and any(is_made(facts.project, page, edition) for page in pages)


def _files_as_folders(told: dict[str, DocsFile], every: dict[str, DocsFile]) -> Iterator[Problem]:
    """`same-address`: a file with the name of a folder that others stand in."""
    concerned = {each.file for each in told.values()}
    for address, each in every.items():
        parts = address.split("/")
        for end in range(1, len(parts)):
            other = every.get("/".join(parts[:end]))
            if other is not None and {each.file, other.file} & concerned:
                yield found("same-address", _start(other), "folder", first=each.file, file=other.file)


def _start(each: DocsFile) -> TextSpan:
    """The beginning of a document, whose text does not matter."""
    return SourceText(each.file, "").place(0)
