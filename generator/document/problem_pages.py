"""What readers of a preview see where something is broken: the problems, at the address of the broken page.

A build for publishing never comes so far (it is strict); these pages are for the author who is editing.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.document.addresses import HOME, KNOWLEDGE, area_uri, entry_uri
from generator.document.blocks import (
    Document,
    Listing,
    ListItem,
    Paragraph,
    Widget,
)
from generator.document.common_blocks import title
from generator.document.inlines import Line
from generator.document.texts import words
from generator.model import Manual
from generator.problems import Problem, Severity
from generator.project import DOCS_FOLDER, DOCS_OF_EDITIONS, ITEM_SUFFIX, PAGE_SUFFIXES, knowledge_folder
from generator.words import words_of

PROBLEMS = "problems.md"
"""The page that lists every problem."""


@dataclass(frozen=True, slots=True)
class ShownProblem:
    """A problem with its source line cut at the place that is meant."""

    problem: Problem
    before: str
    meant: str
    after: str


def with_problem_pages(
    pages: Sequence[Document], manual: Manual, problems: Sequence[Problem]
) -> list[Document]:
    """Put problem pages among the pages of a manual.

    Args:
        pages: the pages as `documents_of` makes them.
        manual: the manual that they are of.
        problems: all problems; only errors count here.

    Returns:
        The pages; each procedure or item of knowledge whose file has errors is replaced by (or, when it could not be
        read, gets) a page that shows them, and a page with all of them comes last. The same pages when there are no
        errors.
    """
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if not errors:
        return list(pages)
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in errors:
        by_file[problem.location.file].append(problem)
    broken = {page.uri: page for page in _broken_procedures(manual, by_file)}
    items = {page.uri: page for page in _broken_items(manual, by_file)}
    kept = [page for page in pages if page.uri not in broken.keys() | items.keys()]
    made = {page.uri for page in (*kept, *broken.values(), *items.values())}
    written = [page for page in _broken_documents(manual, by_file) if page.uri not in made]
    return [*_in_place(kept, list(broken.values()), manual), *items.values(), *written, _all_problems(errors)]


def unreadable_manual_page(problems: Sequence[Problem]) -> Document:
    """The home page of a manual that cannot be read at all."""
    said = words_of("document")["problem"]
    return _page(HOME, said["manual_title"], said["manual_lead"], problems, None)


def _all_problems(problems: Sequence[Problem]) -> Document:
    said = words_of("document")["problem"]
    return _page(PROBLEMS, said["list_heading"], said["list_lead"], problems, None)


def _broken_procedures(manual: Manual, by_file: dict[str, list[Problem]]) -> Iterator[Document]:
    """A page for each procedure of the edition whose file has errors, under the number that it keeps."""
    said = words_of("document")["problem"]
    for area_number, area in enumerate(manual.edition.areas, 1):
        for position, identifier in enumerate(area.procedures, 1):
            sources = _sources(manual, area.id, identifier)
            source = next((each for each in sources if each in by_file), None)
            if source is not None:
                problems = by_file[source]
                name = f"{area_number}.{position} {said['page_title'].format(name=identifier)}"
                yield _page(f"{area.id}/{identifier}.md", name, said["procedure_lead"], problems, source)


def _broken_items(manual: Manual, by_file: dict[str, list[Problem]]) -> Iterator[Document]:
    """A page for each item of knowledge, shared or the edition's own, whose file has errors."""
    said = words_of("document")["problem"]
    folders = {knowledge_folder(), knowledge_folder(manual.edition_id)}
    for file, problems in sorted(by_file.items()):
        path = PurePosixPath(file)
        if path.parent.as_posix() in folders and path.suffix == ITEM_SUFFIX:
            name = said["item_title"].format(name=path.stem)
            yield _page(entry_uri(KNOWLEDGE, path.stem), name, said["item_lead"], problems, file)


def _broken_documents(manual: Manual, by_file: dict[str, list[Problem]]) -> Iterator[Document]:
    """A page for each page written by hand, shared or the edition's own, whose file has errors."""
    said = words_of("document")["problem"]
    own = f"{DOCS_FOLDER}/{DOCS_OF_EDITIONS}/{manual.edition_id}/"
    written: dict[str, Document] = {}
    for file, problems in sorted(by_file.items()):
        is_of_another = file.startswith(f"{DOCS_FOLDER}/{DOCS_OF_EDITIONS}/") and not file.startswith(own)
        if file.startswith(f"{DOCS_FOLDER}/") and file.endswith(PAGE_SUFFIXES) and not is_of_another:
            inner = file.removeprefix(own).removeprefix(f"{DOCS_FOLDER}/")
            uri = PurePosixPath(inner).with_suffix(ITEM_SUFFIX).as_posix()
            name = said["page_title"].format(name=inner)
            written[uri] = _page(uri, name, said["document_lead"], problems, file)
    yield from written.values()


def _sources(manual: Manual, area: str, procedure: str) -> Iterator[str]:
    """The files that can be why a procedure is broken: the edition's own, the shared one, the edition's changes."""
    yield f"procedures/editions/{manual.edition_id}/{area}/{procedure}.yml"
    yield f"procedures/{area}/{procedure}.yml"
    if procedure in manual.edition.changes and manual.procedure(procedure) is None:
        yield f"procedures/editions/{manual.edition_id}.yml"


def _in_place(pages: Sequence[Document], broken: Sequence[Document], manual: Manual) -> list[Document]:
    """The pages with the broken ones where the edition places them."""
    places = {
        uri: (area_number, position)
        for area_number, area in enumerate(manual.edition.areas)
        for position, uri in enumerate(
            (area_uri(area.id), *(f"{area.id}/{each}.md" for each in area.procedures))
        )
    }
    placed = list(pages)
    for page in broken:
        place = places[page.uri]
        before = [
            index for index, each in enumerate(placed) if each.uri in places and places[each.uri] < place
        ]
        placed.insert(max(before, default=0) + 1, page)
    return placed


def _page(uri: str, name: str, lead: str, problems: Sequence[Problem], source: str | None) -> Document:
    """A page with problems; it needs no manual, which may be what is broken."""
    view: Mapping[str, object] = {"problems": tuple(map(_shown, problems))}
    listed = Listing(tuple(map(_item, problems)), is_ordered=True)
    blocks = (
        title(words(name)),
        Paragraph(words(lead), "notice notice--problem"),
        Widget("problems", view, (listed,)),
    )
    return Document(uri, name, blocks, source=source, status="problem", hidden=("toc",), boost=0)


def _item(problem: Problem) -> ListItem:
    """A problem without its source line."""
    return ListItem(words(problem.message), (Line(words(str(problem.location))), Line(words(problem.hint))))


def _shown(problem: Problem) -> ShownProblem:
    line, start = problem.line_text or "", problem.location.column - 1
    end = start + problem.location.length
    return ShownProblem(problem, line[:start], line[start:end], line[end:])
