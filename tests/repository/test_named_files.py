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


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_a_document_names_is_there(document: str) -> None:
    named = set(NAMED.findall(text_files()[document]))
    assert named - ends_of_paths() == set()
