"""Rules about what the settings say of the printed manual: the pages and the emblem that they name are there."""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from generator.diagnostics import closest, found
from generator.lint.facts import ProjectFacts
from generator.model import Path
from generator.problems import Problem
from generator.project import PAGE_SUFFIXES, FileKind, Project
from generator.storage import read_bytes
from generator.yamltext import as_list, as_mapping, as_text

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
"""The kinds of pictures that can be printed."""
_KEY = "print"


def printed_files(facts: ProjectFacts) -> Iterator[Problem]:
    """`missing-printed-file`: a page or the emblem of the printed manual is not among the documents."""
    for document in facts.project.of_kind(FileKind.SETTINGS):
        said = as_mapping(as_mapping(document.data).get(_KEY))
        there = {each.uri for each in facts.project.published}
        named: list[tuple[Path, str, str]] = [
            ((_KEY, key), as_text(said.get(key)), key) for key in ("emblem", "foreword")
        ]
        introduction = enumerate(as_list(said.get("introduction")))
        named += [((_KEY, "introduction", at), as_text(each), "introduction") for at, each in introduction]
        for path, uri, key in named:
            kinds = PICTURES if key == "emblem" else PAGE_SUFFIXES
            is_of_kind = PurePosixPath(uri).suffix.lower() in kinds
            if uri and (uri not in there or not is_of_kind):
                near = closest(uri, (each for each in there if PurePosixPath(each).suffix.lower() in kinds))
                variant = "emblem" if key == "emblem" else ""
                yield found(
                    "missing-printed-file",
                    document.value_place(path),
                    f"{variant}-kind".lstrip("-") if uri in there and not is_of_kind else variant,
                    uri=uri,
                    suggestion=near,
                )


def unprintable_emblems(project: Project, reason_not_shown: Callable[[bytes], str]) -> Iterator[Problem]:
    """`missing-printed-file` of an emblem that is there and holds no picture that can be set.

    Args:
        project: the project.
        reason_not_shown: why what a file holds cannot be set; empty where it can.
    """
    there = {each.uri: each.file for each in project.published}
    for document in project.of_kind(FileKind.SETTINGS):
        uri = as_text(as_mapping(as_mapping(document.data).get(_KEY)).get("emblem"))
        if uri not in there or PurePosixPath(uri).suffix.lower() not in PICTURES:
            continue
        try:
            content = read_bytes(project.root, there[uri])
        except OSError:
            continue  # told when the files were listed
        if content and (reason := reason_not_shown(content)):
            place = document.value_place((_KEY, "emblem"))
            yield found("missing-printed-file", place, "emblem-broken", uri=uri, reason=reason)
