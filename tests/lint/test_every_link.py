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
    """All at once, then what one of the others hid, until all were told: the manual is large, and seldom read."""
    left = dict(broken_links)
    while left:
        texts: dict[str, str] = {}
        for place in sorted(left.values(), key=lambda place: place.end, reverse=True):
            text = texts.get(place.source.file, place.source.text)
            texts[place.source.file] = text[: place.end] + BROKEN + text[place.end :]
        for file, text in texts.items():
            (copy / file).write_text(text, encoding="utf-8", newline="\n")
        told = errors_of(copy)
        hidden = {sort: place for sort, place in left.items() if str(place.location) not in told}
        for file in texts:
            shutil.copyfile(REPOSITORY / file, copy / file)
        assert hidden.keys() < left.keys(), hidden
        left = hidden


def test_nothing_is_wrong_with_the_copy_and_there_are_many_sorts(
    copy: Path, broken_links: dict[str, TextSpan]
) -> None:
    assert errors_of(copy) == set()
    named = {sort.split(" ", 1)[0] for sort in broken_links}
    assert {"procedure", "edition", "settings", "roles", "knowledge", "path"} <= named
    assert len(broken_links) >= 20
