"""The pages that are called by an id: what they are called, were called before it was changed, or will be."""

from collections.abc import Iterator

from generator.model import RetiredKind
from generator.project.documents import FileKind
from generator.project.knowledge_files import ITEM_SUFFIX
from generator.project.known_pages import patterns_of
from generator.project.project import Project
from generator.project.stated import noted_retirements

_DATA_SUFFIX = ".json"


def pages_named(project: Project, kind: str, current: str, called: str) -> Iterator[str]:
    """The pages and files that are made of a thing and called by its id.

    Args:
        project: all files.
        kind: of the thing, one of `RetiredKind`.
        current: its id.
        called: the id by which they are to be called here: this one, or another that it had or gets.
    """
    if kind == RetiredKind.PROCEDURE:
        areas = {each.area: None for each in project.of_kind(FileKind.PROCEDURE) if each.id == current}
        for area in areas:
            yield from (f"{area}/{called}{suffix}" for suffix in (ITEM_SUFFIX, _DATA_SUFFIX))
    paths = {each.id for each in project.of_kind(FileKind.PATH)}
    for pattern in patterns_of(kind):
        is_of_a_path = called in paths and pattern in patterns_of(FileKind.PATH)
        if not is_of_a_path:
            yield pattern.format(id=called)


def page_now(project: Project, page: str) -> str | None:
    """What a page is called whose name was made of an id that was given up; None of any other."""
    for kind, old, now in noted_retirements(project).successors():
        if now:
            before = pages_named(project, kind, now, old)
            for name, after in zip(before, pages_named(project, kind, now, now), strict=False):
                if name == page:
                    return after
    return None
