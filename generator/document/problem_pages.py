"""What readers of a preview see where something is broken: the problems, at the address of the broken page.

A build for publishing never comes so far (it is strict); these pages are for the author who is editing.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.document.addresses import HOME, KNOWLEDGE, area_uri, entry_uri
from generator.document.building import TEMPLATES
from generator.document.page import Page
from generator.document.rendering import environment
from generator.model.manual import Manual
from generator.problems import Problem, Severity
from generator.project import ITEM_SUFFIX, knowledge_folder
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


def with_problem_pages(pages: Sequence[Page], manual: Manual, problems: Sequence[Problem]) -> list[Page]:
    """Put problem pages among the pages of a manual.

    Args:
        pages: the pages as `build_pages` made them.
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
    return [*_in_place(kept, list(broken.values()), manual), *items.values(), _all_problems(errors)]


def unreadable_manual_page(problems: Sequence[Problem]) -> Page:
    """The home page of a manual that cannot be read at all."""
    words = words_of("document")["problem"]
    return _page(HOME, words["manual_title"], words["manual_lead"], problems, None)


def _all_problems(problems: Sequence[Problem]) -> Page:
    words = words_of("document")["problem"]
    return _page(PROBLEMS, words["list_heading"], words["list_lead"], problems, None)


def _broken_procedures(manual: Manual, by_file: dict[str, list[Problem]]) -> Iterator[Page]:
    """A page for each procedure of the edition whose file has errors, under the number that it keeps."""
    words = words_of("document")["problem"]
    for area_number, area in enumerate(manual.edition.areas, 1):
        for position, identifier in enumerate(area.procedures, 1):
            sources = _sources(manual, area.id, identifier)
            source = next((each for each in sources if each in by_file), None)
            if source is not None:
                problems = by_file[source]
                title = f"{area_number}.{position} {words['page_title'].format(name=identifier)}"
                yield _page(f"{area.id}/{identifier}.md", title, words["procedure_lead"], problems, source)


def _broken_items(manual: Manual, by_file: dict[str, list[Problem]]) -> Iterator[Page]:
    """A page for each item of knowledge, shared or the edition's own, whose file has errors."""
    words, folders = (
        words_of("document")["problem"],
        {knowledge_folder(), knowledge_folder(manual.edition_id)},
    )
    for file, problems in sorted(by_file.items()):
        path = PurePosixPath(file)
        if path.parent.as_posix() in folders and path.suffix == ITEM_SUFFIX:
            title = words["item_title"].format(name=path.stem)
            yield _page(entry_uri(KNOWLEDGE, path.stem), title, words["item_lead"], problems, file)


def _sources(manual: Manual, area: str, procedure: str) -> Iterator[str]:
    """The files that can be why a procedure is broken: the edition's own, the shared one, the edition's changes."""
    yield f"procedures/editions/{manual.edition_id}/{area}/{procedure}.yml"
    yield f"procedures/{area}/{procedure}.yml"
    if procedure in manual.edition.changes and manual.procedure(procedure) is None:
        yield f"procedures/editions/{manual.edition_id}.yml"


def _in_place(pages: Sequence[Page], broken: Sequence[Page], manual: Manual) -> list[Page]:
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


def _page(uri: str, title: str, lead: str, problems: Sequence[Problem], source: str | None) -> Page:
    render = environment(TEMPLATES).get_template("problems.md.jinja").render
    markdown = render(title=title, lead=lead, problems=[_shown(problem) for problem in problems])
    meta = {"hide": ["toc"], "search": {"exclude": True}, "status": "problem"}
    return Page(uri, title, markdown, source=source, meta=meta)


def _shown(problem: Problem) -> ShownProblem:
    line, start = problem.line_text or "", problem.location.column - 1
    end = start + problem.location.length
    return ShownProblem(problem, line[:start], line[start:end], line[end:])
