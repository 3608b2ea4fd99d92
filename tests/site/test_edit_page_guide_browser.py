"""What the guide shows of signing in: the page of each kind of host, with every step to a token."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from generator.data_files import data_text
from tests.desk.guide_pictures import SHARPNESS, SIZE, picture
from tests.site.test_edit_page import build
from tests.support.policies import headers_of_site
from tests.support.serving import kept_by_browsers, serving

APP = Path(__file__).parents[2] / "generator" / "desk" / "app"
HOSTS = {"github": "github.com", "gitlab": "gitlab.com", "forgejo": "codeberg.org"}


@pytest.mark.parametrize("kind", HOSTS)
def test_every_step_to_a_token_is_told(browser: Browser, tmp_path: Path, kind: str) -> None:
    repository = "office/manual"
    said = json.loads(data_text(APP / "hosts" / "words.json"))
    site = build(tmp_path, f"repo_url: https://{HOSTS[kind]}/{repository}\nedit_uri: _edit/main/docs/\n")
    window = ViewportSize(width=SIZE["width"], height=SIZE["height"])
    context = browser.new_context(viewport=window, device_scale_factor=SHARPNESS, color_scheme="light")
    try:
        with serving(site, kept_by_browsers(headers_of_site(site))) as address:
            page = context.new_page()
            page.goto(f"{address}edit/")
            steps = [text for name, text in said.items() if name.startswith(f"sign-in-{kind}-")]
            assert len(steps) >= 6
            for step in steps:
                expect(page.get_by_text(step.replace("{repository}", repository), exact=True)).to_be_visible()
            link = page.locator("ol a").first
            assert (link.get_attribute("href") or "").startswith(f"https://{HOSTS[kind]}/")
            page.locator("ol li").last.scroll_into_view_if_needed()
            picture(page, f"sign-in-{kind}")
    finally:
        context.close()
