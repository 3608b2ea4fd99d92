"""Lines of Thai in a real browser: no word is cut at a line's end, and what keeps it whole is no part of the text.

The longest page of each folder, whichever office's, at one of three widths, the next at another; in an audit every
page, from a small phone to a wide screen.
"""

from pathlib import Path

from playwright.sync_api import Page

from tests.site.test_search_floor import EDITION, OTHER_EDITION
from tests.support.auditing import IN_FULL, each_one_way, largest_of_each
from tests.support.measuring import settle, width_of
from tests.support.sharing import SharedRun
from tests.support.thai_lines import cut_words

WIDTHS = (320, 390, 768, 1280, 1920) if IN_FULL else (320, 768, 1280)
EDITIONS = (EDITION, OTHER_EDITION)
A_PROCEDURE = f"{EDITION}/budget/expenditure-analysis/"
HIDDEN = "\u200b\u200c\u200d\u2060\ufeff"


def test_no_word_is_cut_on_any_page(page: Page, shared_run: SharedRun, real_sites: Path) -> None:
    address, cut, too_wide = shared_run.address_of(real_sites.name), {}, []
    pages = sorted(
        each for each in real_sites.rglob("index.html") if "s" not in each.relative_to(real_sites).parts
    )

    def kind(html: Path) -> tuple[bool, tuple[str, ...]]:
        site, *folders = html.parent.relative_to(real_sites).parts or ("",)
        return site in EDITIONS, tuple(folders[:-1])

    for html, width in each_one_way(largest_of_each(pages, kind, _length), WIDTHS):
        path = html.parent.relative_to(real_sites).as_posix()
        page.set_viewport_size({"width": width, "height": 900})
        if page.url != f"{address}{path}/":
            page.goto(f"{address}{path}/")
        settle(page)
        if words := cut_words(page):
            cut[path, width] = words
        if width_of(page) > width:
            too_wide.append((path, width))
    assert cut == {}
    assert too_wide == []


def _length(html: Path) -> int:
    """How long a page is; the author's reference is a book, and takes as long as all others together: in audits."""
    return 0 if html.parent.name == "reference" else html.stat().st_size


def test_no_word_is_cut_on_paper(page: Page, shared_run: SharedRun, real_sites: Path) -> None:
    page.goto(shared_run.address_of(real_sites.name) + A_PROCEDURE)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 990})
    settle(page)
    assert cut_words(page) == []


def test_a_browser_cuts_words_without_help(page: Page, shared_run: SharedRun, real_sites: Path) -> None:
    """What is measured is what is meant."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(shared_run.address_of(real_sites.name) + A_PROCEDURE)
    page.eval_on_selector_all(".word", "all => all.forEach(each => each.replaceWith(...each.childNodes))")
    settle(page)
    assert len(cut_words(page)) > 10


def test_what_is_copied_found_and_read_out_is_the_text(
    page: Page, shared_run: SharedRun, real_sites: Path
) -> None:
    page.goto(shared_run.address_of(real_sites.name) + A_PROCEDURE)
    steps = page.locator(".steps").first
    step = steps.locator(".step__text").first
    heard = step.locator(".heard").inner_text()
    written = step.evaluate("step => step.textContent").removeprefix(heard).strip()
    assert step.locator(".word").count() > 1
    assert step.evaluate("step => step.innerText").removeprefix(heard).strip() == written
    copied = step.evaluate(
        "step => { getSelection().selectAllChildren(step); return getSelection().toString(); }"
    )
    assert copied.strip() == written.strip()
    page.evaluate("getSelection().removeAllRanges()")
    assert page.evaluate("text => find(text)", written.strip())
    read_out = page.locator("main").aria_snapshot()
    assert written.strip() in read_out
    assert not set(HIDDEN) & set(read_out + page.locator("body").inner_text())
