"""Documents for developers name files and folders that are there."""

import re

import pytest

from tests.repository.repository import ROOT, repository_files, text_files

DOCUMENTS = [
    name for name in text_files() if re.fullmatch(r"(README|CONTRIBUTING|docs/engineering/.*)\.md", name)
]
NAMED = re.compile(
    r"`((?:[\w.-]+/)*[\w.-]+\.(?:py|css|jinja|tsv)"
    r"|(?:generator|tests|bench|scripts|docs|flowcharts|procedures)/(?:[\w.-]+/)*)`"
)
"""Modules, styles, templates and queries, by as much of their paths as tells them apart; folders from the root."""


def ends_of_paths() -> set[str]:
    """Every file and folder of the repository, by its path and by every end of it."""
    ends = set[str]()
    for file in repository_files():
        parts = file.relative_to(ROOT).parts
        ends |= {"/".join(parts[start:]) for start in range(len(parts))}
        ends |= {f"{'/'.join(parts[:end])}/" for end in range(1, len(parts))}
    return ends


FUNCTIONS = re.compile(r"`([\w/]+\.py)`: ((?:`\w+`(?:, | → )?)+)")
"""What a module has: functions, methods and classes, one or several."""


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_a_document_names_is_there(document: str) -> None:
    named = set(NAMED.findall(text_files()[document]))
    assert named - ends_of_paths() == set()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_a_document_says_that_a_module_has_is_there(document: str) -> None:
    for module, names in FUNCTIONS.findall(text_files()[document]):
        (code,) = (text for name, text in text_files().items() if name == f"generator/{module}")
        for name in re.findall(r"\w+", names):
            assert re.search(rf"^ *(?:def |class ){name}\b|^ *{name} = ", code, re.MULTILINE), (module, name)
