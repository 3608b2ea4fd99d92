"""The guide of the desk: short, in words of the page as it is, with pictures that are there and told in Thai."""

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from generator.desk.schemas import describe_forms
from generator.words import words_of
from tests.desk.guide_pictures import GUIDE, MOST_BYTES, SHARPNESS, SIZE

APP = Path(__file__).parents[2] / "generator" / "desk" / "app"
PAGES = [GUIDE.parent / "quick-start.md", *sorted(GUIDE.glob("*.md"))]
MOST_LETTERS = 900
"""What is read in about a minute."""
CONTROL = re.compile(r"\*\*(.+?)\*\*")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
GAP = re.compile(r"\\\{\w+\\\}")
NOT_SAID_BY_WORD = re.compile(
    r"\b(git|branch|commit|push|pull request|merge|fork|yaml|json|markdown|repository|id)\b", re.IGNORECASE
)


def titles(told: object) -> Iterator[str]:
    """The titles of fields in what the page is told of forms."""
    if isinstance(told, dict):
        for name, value in told.items():
            if name == "title" and isinstance(value, str):
                yield value
            yield from titles(value)
    elif isinstance(told, list | tuple):
        for value in told:
            yield from titles(value)


@cache
def shown() -> tuple[re.Pattern[str], ...]:
    """All that the page can say, gaps filled with anything: its words, and the titles of fields."""
    names = ("words.json", "hosts/words.json")
    said = [json.loads((APP / name).read_text(encoding="utf-8")).values() for name in names]
    every = {*chain(*said), *titles(describe_forms())}
    return tuple(re.compile(GAP.sub(".+", re.escape(text))) for text in every)


def text_of(page: Path) -> str:
    """What a page says."""
    return page.read_text(encoding="utf-8")


def read(page: Path) -> str:
    """What is read of a page: no pictures, addresses, commands or signs."""
    text = re.sub(r"```.*?```", "", text_of(page), flags=re.DOTALL)
    text = LINK.sub(r"\1", re.sub(r"!\[.*\n", "", text))
    return re.sub(r"[#*`\s-]", "", text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_controls_that_are_named_are_on_the_page(page: Path) -> None:
    named = {name.removeprefix("+ ") for name in CONTROL.findall(text_of(page))}
    assert named, "a page of the guide names what to press"
    assert {name for name in named if not any(each.fullmatch(name) for each in shown())} == set()


def test_the_shortcut_is_called_as_it_is() -> None:
    name = words_of("desk")["shortcut"]["name"]
    for page in PAGES:
        assert set(re.findall(r"ทางลัด “([^”]+)”", text_of(page))) <= {name}
    assert any(f"ทางลัด “{name}”" in text_of(page) for page in PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_read_in_a_minute_in_words_of_who_knows_word(page: Path) -> None:
    assert len(read(page)) <= MOST_LETTERS
    written_alone = read(page).replace("YAML", "") if page.stem == "quick-start" else read(page)
    assert NOT_SAID_BY_WORD.findall(written_alone) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_pictures_are_there_small_and_told(page: Path) -> None:
    for told, address in PICTURE.findall(text_of(page)):
        content = (page.parent / address).read_bytes()
        assert content[:4] == b"RIFF" and content[8:12] == b"WEBP", address  # noqa: PT018 - one mark
        assert len(content) <= MOST_BYTES, address
        assert sizes(content) == (SIZE["width"] * SHARPNESS, SIZE["height"] * SHARPNESS), address
        assert len(re.findall("[ก-๛]", told)) >= 20, address


def test_every_picture_is_shown() -> None:
    used = {
        (page.parent / address).resolve() for page in PAGES for _, address in PICTURE.findall(text_of(page))
    }
    assert used == {each.resolve() for each in GUIDE.iterdir() if each.suffix != ".md"}


def test_the_quick_start_leads_to_every_page() -> None:
    linked = set(re.findall(r"\]\((desk/[\w-]+\.md)\)", text_of(PAGES[0])))
    assert linked == {f"desk/{page.name}" for page in PAGES[1:]}


def sizes(content: bytes) -> tuple[int, int]:
    """How wide and high a lossy picture is."""
    start = content.index(b"\x9d\x01\x2a") + 3
    return (
        int.from_bytes(content[start : start + 2], "little") & 0x3FFF,
        int.from_bytes(content[start + 2 : start + 4], "little") & 0x3FFF,
    )
