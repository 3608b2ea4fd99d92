"""Every sort of link of the real manual is broken once, and told at its exact place."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.assembly import read_editions
from generator.model.walking import pointers
from generator.problems import Problem, Severity
from generator.project.documents import CATALOGUES, FileKind, ProjectFile
from generator.project.project import read_project
from generator.yamltext.composer import ScalarNode
from generator.yamltext.source import TextSpan

BROKEN = "-broken"
REPOSITORY = Path(__file__).parent.parent.parent
_BODY_LINK = re.compile(r"\]\(procedure:(?P<procedure>[a-z0-9-]+)(?:#(?P<step>[a-z0-9-]+))?\)")


def links() -> Iterator[tuple[str, ProjectFile, TextSpan]]:
    """One link of each sort, by what it stands in and what it names: where its id stands in the file."""
    seen: set[str] = set()
    for document in read_project(REPOSITORY).documents:
        for name, place in (*_pointers(document), *_stops(document), *_body_links(document)):
            sort = f"{document.kind} {name}"
            if sort not in seen:
                seen.add(sort)
                yield sort, document, place


def _pointers(document: ProjectFile) -> Iterator[tuple[str, TextSpan]]:
    """The ids in the data of a file that name something else."""
    for pointer in pointers(document.data, document.shape):
        named = [part for part in pointer.path if not isinstance(part, int)]
        fields = "/".join(named[1:] if document.kind in CATALOGUES else named)
        procedure, _, step = pointer.identifier.partition("#")
        length, offset = (len(step), len(procedure) + 1) if step else (len(procedure), 0)
        place = document.text_place(pointer.path, offset, length)
        yield f"{fields} {'step' if step else pointer.points_at}", place


def _stops(document: ProjectFile) -> Iterator[tuple[str, TextSpan]]:
    """What the stops of a learning path name without an id."""
    stops = (
        document.data.get("stops")
        if document.kind is FileKind.PATH and isinstance(document.data, dict)
        else None
    )
    for index, stop in enumerate(stops if isinstance(stops, list) else ()):
        for key in ("step", "term", "page"):
            _, node = document.find(("stops", index, key))
            if isinstance(stop, dict) and key in stop and isinstance(node, ScalarNode):
                yield f"stops/{key}", document.text_place(("stops", index, key), 0, len(node.value))


def _body_links(document: ProjectFile) -> Iterator[tuple[str, TextSpan]]:
    """The links to procedures in the body of an item of knowledge."""
    for match in _BODY_LINK.finditer(document.body):
        yield "body procedure", document.body_place(match.start("procedure"), len(match["procedure"]))
        if match["step"]:
            yield "body step", document.body_place(match.start("step"), len(match["step"]))


@pytest.fixture(scope="module")
def broken_links() -> dict[str, TextSpan]:
    """The links to break, by their sort."""
    return {sort: place for sort, _, place in links()}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real manual."""
    root = tmp_path_factory.mktemp("manual")
    for folder in ("procedures", "docs"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    return root


def errors_of(root: Path) -> set[str]:
    return {str(each.location) for each in _problems(root) if each.severity is Severity.ERROR}


def _problems(root: Path) -> list[Problem]:
    return read_editions(root).problems


def test_a_broken_link_is_told_at_its_place(copy: Path, broken_links: dict[str, TextSpan]) -> None:
    """One of each file at once, until all were: the manual is large, and is read as often as one file has sorts."""
    by_file: dict[str, list[tuple[str, TextSpan]]] = {}
    for sort, place in broken_links.items():
        by_file.setdefault(place.source.file, []).append((sort, place))
    while by_file:
        broken = {file: left.pop() for file, left in by_file.items()}
        for file, (_, place) in broken.items():
            text = place.source.text
            changed = text[: place.end] + BROKEN + text[place.end :]
            (copy / file).write_text(changed, encoding="utf-8", newline="\n")
        told = errors_of(copy)
        assert [sort for sort, place in broken.values() if str(place.location) not in told] == []
        for file in broken:
            shutil.copyfile(REPOSITORY / file, copy / file)
        by_file = {file: left for file, left in by_file.items() if left}


def test_nothing_is_wrong_with_the_copy_and_there_are_many_sorts(
    copy: Path, broken_links: dict[str, TextSpan]
) -> None:
    assert errors_of(copy) == set()
    named = {sort.split(" ", 1)[0] for sort in broken_links}
    assert {"procedure", "edition", "settings", "roles", "knowledge", "path"} <= named
    assert len(broken_links) >= 20
