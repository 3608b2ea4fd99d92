"""The pages with a chart inside a table: whole, valid, without code, and leading back to the page of the procedure."""

import re
from collections.abc import Mapping
from typing import Any

import pytest
from tinyhtml5.parser import HTMLParser

from generator.document import open_book, procedure_uri
from generator.indexes.indexes import Indexes
from generator.model import Manual, plain_text
from generator.writers.flow_sheets import flow_sheet_files, flow_sheet_files_named
from generator.writers.publication import Publication
from tests.support.every_field import every_field_manual
from tests.support.hostile import SHIFTS, hostile_by_turns
from tests.support.showcase import SHOWCASE_DAY, showcase_manual
from tests.support.valid_html import faults
from tests.support.visible import one_line, visible_text
from tests.writers.test_every_text import noted

_OF_STEPS = ("outer", "inner", "deepest", "decision", "fork", "branch", "row", "in-row")
"""The things of the manual with every field that are steps."""


def published(manual: Manual, directory_urls: bool = True) -> Publication:
    """A manual as it is published."""
    return Publication(open_book(Indexes(manual, SHOWCASE_DAY), directory_urls=directory_urls), ())


def pages(manual: Manual, directory_urls: bool = True) -> Mapping[str, str]:
    """The pages of a manual."""
    return flow_sheet_files(published(manual, directory_urls))


def acting(page: str) -> list[str]:
    """What in a page runs, or has a look of its own that servers' policies refuse."""
    root: Any = HTMLParser(namespace_html_elements=False).parse(page)
    scripts = [each.tag for each in root.iter() if each.tag in ("script", "style")]
    return scripts + [key for each in root.iter() for key in each.attrib if key == "style" or key[:2] == "on"]


@pytest.mark.parametrize("directory_urls", [True, False])
def test_each_procedure_with_steps_has_one_that_leads_back(directory_urls: bool) -> None:
    manual = showcase_manual()
    made = pages(manual, directory_urls)
    assert list(made) == list(flow_sheet_files_named(published(manual)))
    assert list(made) == [
        procedure_uri(each).replace(".md", ".table.html") for each in manual.procedures() if each.steps
    ]
    for uri, page in made.items():
        name = uri.rpartition("/")[2].removesuffix(".table.html")
        end = "/" if directory_urls else ".html"
        folder = uri.partition("/")[0]
        assert f'<a href="../{folder}/{name}{end}">' in page


@pytest.mark.parametrize("shift", SHIFTS)
def test_all_that_steps_say_is_on_the_page_as_text(shift: int) -> None:
    written, say = noted(hostile_by_turns(shift))
    manual = every_field_manual(say)
    [page] = [page for page in pages(manual).values() if "procedure-title" in page]
    shown = one_line(visible_text(page))
    missing = [
        name
        for name, text in written.items()
        if name.startswith(tuple(f"{step}-" for step in _OF_STEPS))
        and one_line(plain_text(text)) not in shown
    ]
    assert missing == []
    assert faults(page) == []
    assert acting(page) == []


def test_each_row_has_a_cell_for_each_column() -> None:
    for page in pages(showcase_manual()).values():
        for table in page.split('<table class="flow-table">')[1:]:
            head, _, body = table.partition("</thead>")
            columns = head.count("<th ")
            for row in body.partition("</tbody>")[0].split("<tr")[1:]:
                spans = [int(each) for each in re.findall(r'colspan="(\d+)"', row)]
                cells = len(re.findall(r"<t[hd][ >]", row))
                assert cells + sum(spans) - len(spans) == columns


def test_columns_in_which_no_step_says_anything_are_left_out() -> None:
    made = pages(showcase_manual())
    heads = {
        uri: re.findall(r'<th scope="col" class="([\w-]+)"', page.partition("</thead>")[0])
        for uri, page in made.items()
    }
    assert all(
        each[:3] == ["flow-table__number", "flow-table__chart", "flow-table__text"] for each in heads.values()
    )
    for uri, page in made.items():
        for name in heads[uri][3:]:
            assert re.search(rf'<td class="{name}"><p>', page)
