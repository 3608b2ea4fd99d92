"""What gets into a page or a picture by whatever way does not run in a real browser: the site's policy refuses it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.site.build import build_site
from generator.site.hosting import APACHE
from tests.site.offices import add_hook
from tests.site.test_browser import PLAN
from tests.site.test_policy_browser import META
from tests.support.policies import headers_of_site
from tests.support.serving import serving

RAN = "(parent.ran ||= []).push('{name}')"
SMUGGLED = {
    "script": "<script>RUN</script>",
    "script of a foreign host": '<script src="data:text/javascript,RUN"></script>',
    "module": '<script type="module">RUN</script>',
    "attribute": '<img src="data:," onerror="RUN">',
    "drawing": "<svg><script>RUN</script></svg>",
    "frame": '<iframe srcdoc="<script>RUN</script>"></iframe>',
    "address of a frame": '<iframe src="javascript:RUN"></iframe>',
}
"""HTML that runs something where nothing forbids it; RUN stands for what it runs."""


@pytest.mark.parametrize("place", ["</title>", "<article"], ids=["head", "body"])
def test_what_is_smuggled_into_a_page_does_not_run(
    page: Page, showcase_site: Path, tmp_path: Path, place: str
) -> None:
    html = (showcase_site / PLAN / "index.html").read_text(encoding="utf-8")
    before, found, after = html.partition(place)
    assert found
    before, after = (before + found, after) if place == "</title>" else (before, found + after)
    smuggled = "".join(each.replace("RUN", RAN.format(name=name)) for name, each in SMUGGLED.items())
    (tmp_path / "guarded.html").write_text(f"{before}{smuggled}{after}", encoding="utf-8")
    start, policy, rest = f"{before}{smuggled}{after}".partition(META)
    assert policy
    (tmp_path / "free.html").write_text(f"{start}<meta{rest}", encoding="utf-8")
    ran = []
    with serving(tmp_path) as address:
        for name in ("guarded.html", "free.html"):
            page.goto(address + name)
            page.wait_for_load_state("networkidle")
            ran.append(sorted(page.evaluate("window.ran || []")))
    assert ran == [[], sorted(SMUGGLED)]


def test_a_policy_does_not_learn_what_a_page_brings(
    page: Page, showcase: Path, showcase_site: Path, tmp_path: Path
) -> None:
    """A script that gets into what somebody wrote, by whatever way, is in the page and does not run."""
    add_hook(
        showcase,
        "def on_page_content(html, **_):\n    return html + '<script>window.ran = true</script>'\n",
    )
    site = tmp_path / "site"
    build_site(showcase, site)
    assert (site / APACHE).read_bytes() == (showcase_site / APACHE).read_bytes()
    with serving(site) as address:
        page.goto(address + PLAN)
        assert page.locator("article script").count() > 0
        assert page.evaluate("window.ran") is None


def test_pictures_opened_as_documents_show_what_is_in_them_and_run_nothing(
    browser: Browser, showcase_site: Path, tmp_path: Path
) -> None:
    picture = (
        '<svg xmlns="http://www.w3.org/2000/svg"><style>rect { fill: red }</style>'
        '<rect width="9" height="9"/><script>document.documentElement.id = "ran"</script></svg>'
    )
    (tmp_path / "picture.svg").write_text(picture, encoding="utf-8")
    with serving(tmp_path, headers_of_site(showcase_site)) as address, serving(tmp_path) as unguarded:
        page = browser.new_page()
        found = []
        for each in (address, unguarded):
            page.goto(f"{each}picture.svg")
            colour = page.locator("rect").evaluate("rect => getComputedStyle(rect).fill")
            found.append((page.evaluate("document.documentElement.id"), colour))
        page.close()
    assert found == [("", "rgb(255, 0, 0)"), ("ran", "rgb(255, 0, 0)")]
