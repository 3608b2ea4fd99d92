"""The words that the search of every manual knows: each means one thing, and headings are those that pages have."""

from collections import Counter

import pytest

from generator.model.presentation import presented_fields
from generator.model.procedure import Procedure
from generator.words import folder_of, words_of
from tests.support.cases import each_case

LABELS = folder_of("th") / "document"
HEADINGS: list[list[str]] = words_of("searching", "th")["names"]
EVERYDAY: list[list[str]] = words_of("everyday_words", "th")["names"]


def compared(name: str) -> str:
    """A name without what makes no difference in a query."""
    return "".join(name.lower().split()).replace(".", "")


def test_no_name_means_two_things() -> None:
    counts = Counter(compared(name) for group in (*HEADINGS, *EVERYDAY) for name in group)
    assert [name for name, count in counts.items() if count > 1] == []


@each_case("group", [*HEADINGS, *EVERYDAY])
def test_every_group_has_another_name(group: list[str]) -> None:
    assert len(group) > 1
    assert all(len(compared(name)) > 1 for name in group)


@pytest.mark.parametrize("heading", [group[0] for group in HEADINGS])
def test_the_first_name_of_a_heading_is_what_pages_say(heading: str) -> None:
    titles = {field.title for field in presented_fields(Procedure)}
    assert heading in titles or any(heading in file.read_text(encoding="utf-8") for file in LABELS.iterdir())
