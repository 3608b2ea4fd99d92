"""The words that the search of every manual knows: each means one thing, and headings are those that pages have."""

from collections import Counter
from importlib import resources

import pytest
import yaml

SITE, LABELS = resources.files("generator.site"), resources.files("generator.document") / "labels"
HEADINGS: list[list[str]] = yaml.safe_load((SITE / "searching.yml").read_text(encoding="utf-8"))["names"]
EVERYDAY: list[list[str]] = yaml.safe_load((SITE / "everyday_words.yml").read_text(encoding="utf-8"))


def compared(name: str) -> str:
    """A name without what makes no difference in a query."""
    return "".join(name.lower().split()).replace(".", "")


def test_no_name_means_two_things() -> None:
    counts = Counter(compared(name) for group in (*HEADINGS, *EVERYDAY) for name in group)
    assert [name for name, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("group", [*HEADINGS, *EVERYDAY], ids=str)
def test_every_group_has_another_name(group: list[str]) -> None:
    assert len(group) > 1
    assert all(len(compared(name)) > 1 for name in group)


@pytest.mark.parametrize("heading", [group[0] for group in HEADINGS])
def test_the_first_name_of_a_heading_is_what_pages_say(heading: str) -> None:
    assert any(heading in file.read_text(encoding="utf-8") for file in LABELS.iterdir())
