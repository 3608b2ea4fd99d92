"""What machines, chats and phones see of a page, over every page of the manual of this repository."""

import json
import re
import struct
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from generator.site.dress import source_of_style
from generator.site.identity import MANIFEST, THEME_COLOURS
from scripts.build_icons import THEME, icons
from tests.support.schema_org import wrong_with
from tests.support.shown_pages import DESK, shown_pages

LETTERS = 65
JSON_LD = "application/ld+json"
ALL = frozenset({"og:title", "og:description", "og:site_name", "og:type"})


class Head(HTMLParser):
    """What a page says in its head, what it is about, and the links of its drawings."""

    def __init__(self, page: Path) -> None:
        """Read a page."""
        super().__init__()
        self.title, self.told, self.links = "", dict[str, str](), dict[str, str]()
        self.colours, self.things = dict[str, str](), list[Any]()
        self.drawn = list[dict[str, str | None]]()
        self._inside = list[str]()
        self._text = ""
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name, content = given.get("name") or given.get("property"), given.get("content") or ""
        if tag == "meta" and name == "theme-color":
            self.colours[given.get("media") or ""] = content
        elif tag == "meta" and name:
            assert name not in self.told, f"{name} is told twice"
            self.told[name] = content
        elif tag == "link":
            self.links[given.get("rel") or ""] = given.get("href") or ""
        elif tag == "svg":
            self._inside.append(tag)
        elif tag == "a" and self._inside:
            self.drawn.append(given)
        self._text, self._kind = "", given.get("type")

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "title" and not self.title:
            self.title = self._text
        elif tag == "script" and self._kind == JSON_LD:
            self.things += json.loads(self._text)["@graph"]
        elif tag == "svg":
            self._inside.pop()


@pytest.fixture(scope="module")
def heads(real_sites: Path) -> dict[str, Head]:
    """The heads of all pages, by their paths."""
    pages = [*shown_pages(real_sites), real_sites / DESK / "index.html"]
    return {page.relative_to(real_sites).as_posix(): Head(page) for page in pages}


def more_than_once(texts: list[str]) -> list[str]:
    return [text for text, count in Counter(texts).items() if count > 1]


def test_every_title_is_its_own_and_short(heads: dict[str, Head]) -> None:
    titles = [head.title for head in heads.values()]
    assert len(titles) > 200
    assert more_than_once(titles) == []
    assert [title for title in titles if not 5 < len(title) <= LETTERS] == []


def test_every_title_says_whose_manual_it_is(heads: dict[str, Head]) -> None:
    endings = {path.partition("/")[0]: head.title.rpartition(" – ")[2] for path, head in heads.items()}
    for path, head in heads.items():
        folder = path.partition("/")[0]
        whose = endings[folder] if folder.startswith(("khonkaen5", "uttaradit2")) else "ทุกสำนักงาน"
        assert head.title.endswith(f" – {whose}"), path
    assert endings["khonkaen5-2566"] == "สพป.ขอนแก่น เขต 5"


def test_every_page_has_a_description_of_its_own(heads: dict[str, Head]) -> None:
    described = [head.told.get("description", "") for head in heads.values()]
    assert more_than_once(described) == []
    for path, head in heads.items():
        description, about = head.told["description"], head.told.get("og:description", "")
        assert len(description) <= LETTERS * 6, path
        if not path.endswith("404.html"):
            assert about, path
            assert about not in (head.told["og:title"], head.title), path


def test_chats_are_told_what_to_show(heads: dict[str, Head]) -> None:
    for path, head in heads.items():
        if not path.endswith("404.html"):
            assert set(head.told) >= ALL, path
            assert all(head.told[name] for name in ALL), path


def test_browsers_and_phones_know_colours_and_signs(heads: dict[str, Head], real_sites: Path) -> None:
    light, dark = (f"(prefers-color-scheme: {each})" for each in ("light", "dark"))
    for path, head in heads.items():
        assert head.colours == {light: THEME_COLOURS["light"], dark: THEME_COLOURS["dark"]}, path
        if not path.endswith("404.html"):
            for rel in ("manifest", "icon", "apple-touch-icon"):
                assert (real_sites / path).parent.joinpath(head.links[rel]).is_file(), (path, rel)


def test_colours_around_a_page_are_those_of_its_head() -> None:
    deep = re.findall(r"--khumue-deep: (#\w+);", source_of_style("colours.css"))
    assert deep == list(THEME_COLOURS.values())


def test_each_site_says_what_it_is_called(real_sites: Path) -> None:
    manifests = sorted(real_sites.rglob(Path(MANIFEST).name))
    names = []
    for manifest in manifests:
        told = json.loads(manifest.read_text(encoding="utf-8"))
        names.append(told["name"])
        assert told["start_url"] == told["scope"] == "../../"
        for icon in told["icons"]:
            file = manifest.parent / icon["src"]
            if icon["type"] == "image/png":
                wide, high = struct.unpack(">II", file.read_bytes()[16:24])
                assert icon["sizes"] == f"{wide}x{high}"
            else:
                assert "<svg" in file.read_text(encoding="utf-8")
    assert len(manifests) == 3
    assert more_than_once(names) == []


def test_signs_are_drawn_of_the_one_that_browsers_show() -> None:
    drawn = icons()
    assert len(drawn) == 3
    assert {uri: (THEME / uri).read_bytes() for uri in drawn} == drawn


def test_what_pages_are_about_is_in_the_vocabulary(heads: dict[str, Head]) -> None:
    things = [(path, thing) for path, head in heads.items() for thing in head.things]
    assert len(things) > 200
    assert [problem for path, thing in things for problem in wrong_with(thing, path)] == []


def test_links_of_drawings_have_both_names_of_their_address(heads: dict[str, Head]) -> None:
    links = [(path, link) for path, head in heads.items() for link in head.drawn]
    assert len(links) > 500
    assert [
        (path, link) for path, link in links if not link.get("href") or link["href"] != link.get("xlink:href")
    ] == []
