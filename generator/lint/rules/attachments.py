"""Rules about files that are published as they are: their kind, what pictures do, their size, whether anyone links."""

from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from generator.active_html import ALLOWED_BY, active_in_picture
from generator.data_files import read_json_data
from generator.diagnostics import closest, found
from generator.lint.facts import ProjectFacts
from generator.lint.rules.allowances import allowances
from generator.lint.rules.rich_texts import files_named
from generator.problems import Problem, has_errors
from generator.project import PAGE_SUFFIXES, DocsFile, FileKind
from generator.storage import read_bytes
from generator.yamltext import MOST_OF_ONE_KIND, SourceText, TextSpan, as_list, as_mapping, as_text, decode

LARGEST_ATTACHMENT = 20_000_000
"""In bytes; a phone in the country loads it for a minute."""
PICTURE_OF_VECTORS = ".svg"
_DATA = Path(__file__).parent / "attachments.json"
_WORN = {".css": "extra_css", ".js": "extra_javascript", ".mjs": "extra_javascript"}
"""What runs on pages, or dresses them, only where the settings of the site name it."""
_TEMPLATES = "extra_templates"


def attachments(facts: ProjectFacts) -> Iterator[Problem]:
    """`attachment-kind`, `active-picture`, `large-file`, `unlinked-file`, and `encoding` of pictures of vectors."""
    added, worn, texts, misspelt = _added(facts), _worn(facts), _texts(facts), _misspelt(facts)
    for each in facts.project.published:
        path = PurePosixPath(each.uri)
        if each.is_page or each.is_item:
            continue
        if not _may_be_attached(path, added) and each.uri not in worn:
            yield _of_no_kind(each, path)
        elif path.suffix.lower() == PICTURE_OF_VECTORS:
            yield from islice(_picture(facts, each), MOST_OF_ONE_KIND)
        if each.size > LARGEST_ATTACHMENT:
            yield found("large-file", _start(each), size=each.size // 1_000_000, name=path.name)
        if not _is_named(each, texts) and closest(each.uri, misspelt) is None:
            yield found("unlinked-file", _start(each), uri=each.uri)


def _may_be_attached(path: PurePosixPath, added: frozenset[str]) -> bool:
    """Whether a file is of a kind that browsers only show or save, and no settings of a host that serves the site."""
    kind, known = path.suffix.lower().removeprefix("."), _data()
    is_harmless = kind in known["kinds"] and path.name.lower() not in known["of_hosts"]
    return is_harmless or kind in added or path.name in known["names"]


def _of_no_kind(each: DocsFile, path: PurePosixPath) -> Problem:
    """`attachment-kind`: what a file that may not be attached was probably meant as."""
    suffix = path.suffix.lower()
    if suffix in PAGE_SUFFIXES:
        return found(
            "attachment-kind", _start(each), "page", name=path.name, suggestion=f"{path.stem}{suffix}"
        )
    variant = "worn" if suffix in _WORN else ""
    return found(
        "attachment-kind", _start(each), variant, name=path.name, setting=_WORN.get(suffix), uri=each.uri
    )


def _picture(facts: ProjectFacts, each: DocsFile) -> Iterator[Problem]:
    """What acts by itself in a picture, unless the settings allow it; one that is no text cannot be judged."""
    try:
        content = read_bytes(facts.project.root, each.file)
    except OSError:
        return  # told when the files were listed
    source, problems = decode(each.file, content)
    if has_errors(problems):
        yield from problems
        return
    allowed = allowances(facts)
    for active in active_in_picture(source.text):
        if ALLOWED_BY[active.danger] not in allowed:
            place = source.place(active.start, active.start + len(active.text))
            yield found("active-picture", place, active.danger.value, text=active.text)


def _added(facts: ProjectFacts) -> frozenset[str]:
    """The kinds of files that may be attached as the settings say."""
    settings = facts.project.only(FileKind.SETTINGS)
    added = as_list(as_mapping(settings.data).get("attachments")) if settings is not None else []
    return frozenset(as_text(each).lower().lstrip(".*") for each in added)


def _worn(facts: ProjectFacts) -> frozenset[str]:
    """The styles, scripts and templates that the settings of the site name, which reviewers see there."""
    site = facts.project.site
    named = set()
    for key in (*dict.fromkeys(_WORN.values()), _TEMPLATES):
        node = site.find(key) if site is not None else None
        for item in node.items if node is not None else ():
            path = item.get("path") if item.kind == "map" else item
            named.add(PurePosixPath(path.text).as_posix() if path is not None else "")
    return frozenset(named)


def _texts(facts: ProjectFacts) -> tuple[str, ...]:
    """Every text that may name a document."""
    named_in = (FileKind.KNOWLEDGE, FileKind.FORMS, FileKind.REFERENCES, FileKind.PATH, FileKind.SETTINGS)
    documents = [each.source.text for kind in named_in for each in facts.project.of_kind(kind)]
    site = facts.project.site
    pages = [page.source.text for page in facts.project.pages]
    shown = (file for document in facts.project.documents for file in files_named(document))
    changed = (
        file for edited in facts.edits.values() if edited.document for file in files_named(edited.document)
    )
    return (*documents, *pages, site.source.text if site is not None else "", *shown, *changed)


def _misspelt(facts: ProjectFacts) -> list[str]:
    """The files that forms and texts name and that are not there: one of like name is not unlinked but meant."""
    catalogue = facts.project.only(FileKind.FORMS)
    entries = as_mapping(catalogue.data).values() if catalogue is not None else ()
    there = {each.uri for each in facts.project.published}
    named = {as_text(as_mapping(each).get("url")) for each in entries}
    named |= {file for document in facts.project.documents for file in files_named(document)}
    return sorted(named - there)


def _is_named(each: DocsFile, texts: tuple[str, ...]) -> bool:
    """Whether a file is named somewhere, or is one that others look for by its name alone."""
    name = PurePosixPath(each.uri).name
    return name in _data()["names"] or any(name in text or quote(name) in text for text in texts)


def _start(each: DocsFile) -> TextSpan:
    """The beginning of a file, whose text does not matter."""
    return SourceText(each.file, "").place(0)


@cache
def _data() -> dict[str, Any]:
    """What may be attached without asking."""
    content: dict[str, Any] = read_json_data(_DATA)
    return content
