"""Bodies on a site: their headings can be linked to, for as long as they say the same."""

import markdown

from generator.writers.site_body import SiteBody
from tests.document.test_bodies import LINKS
from tests.support.site_pages import EXTENSIONS


def written(body: str) -> str:
    """A body on a page, its words outside links and headings in angle quotes."""
    return SiteBody(lambda words: f"«{words}»").body(body, LINKS)


def test_headings_have_ids_made_of_their_words() -> None:
    body = "# ครั้งหน้า ต้องทำ **อะไร**?\n\n## Top\n\n## ก\n\n## ก\n\n## ???"
    html = markdown.markdown(written(body), extensions=EXTENSIONS)
    for identifier in ("ครั้งหน้า-ต้องทำ-อะไร", "top-2", "ก", "ก-2", "section"):
        assert f'id="{identifier}"' in html


def test_a_heading_before_another_does_not_move_its_id() -> None:
    assert "## ข { #ข }" in written("## ข")
    assert "## ข { #ข }" in written("## ก\n\n## ข")


def test_words_are_explained_outside_headings_and_links() -> None:
    assert written("# ก\n\nข **ค** [ง](procedure:plan)") == (
        "## ก { #ก }\n\n«ข »**«ค»**« »[ง](../../budget/plan/)"
    )


def test_pictures_wait_and_links_lead_out() -> None:
    body = "![ก](a.png) [ข](https://a.example/)"
    assert SiteBody(str).body(body, LINKS) == (
        '![ก](../../knowledge/a.png){ loading="lazy" } [ข](https://a.example/){ rel="noopener" }'
    )
