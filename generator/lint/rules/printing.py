"""Rules about what the settings say of the printed manual: the pages and the emblem that they name are there."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.diagnostics import closest, found
from generator.lint.facts import ProjectFacts
from generator.model import Path
from generator.problems import Problem
from generator.project import PAGE_SUFFIXES, FileKind
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
