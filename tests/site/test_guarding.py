"""Nothing that an author writes in a page runs for its readers: heads, HTML and attributes, seen in built sites."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.site.build import build_site
from tests.support import write_project
from tests.support.showcase import copy_showcase

PAYLOAD = "<img src=x onerror=alert(1)>\"'&"
PAGE = "docs/about/foreword.md"
IN_BODY = (
    "<div>\n`<script>alert(1)</script>`\n</div>\n",
    '<div markdown="1" onclick="alert(1)">\n*ก*\n</div>\n',
    "[ก](javascript:alert\\(1\\))\n",
    '<a href="java&#10;script:alert(1)">ก</a>\n',
    "# <img src=x onerror=alert(1)>\n",
    'ก\n{: onclick="alert(1)" }\n',
    "```\n<script>alert(1)</script>\n",
    "> ```\n<script>alert(1)</script>\n",
    "    ก\n\n<svg onload=alert(1)>\n",
    "![ก](https://evil.example/x.png)\n",
    '<p><iframe src="https://evil.example/"></iframe></p>\n',
)


class _Acting(HTMLParser):
    """Collects what acts by itself in the part of a page that its author wrote."""

    def __init__(self) -> None:
        super().__init__()
        self.acting: list[str] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "article":
            self.depth = 1
        for name, value in attrs:
            said = (value or "").lower().replace("\n", "")
            if name.startswith("on") or "javascript:" in said or "evil.example" in said:
                self.acting.append(f"{name}={value}")
        if self.depth and tag in ("script", "iframe"):
            self.acting.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self.depth = 0


def acting(html: str) -> list[str]:
    parser = _Acting()
    parser.feed(html)
    return parser.acting


@pytest.fixture(scope="module")
def quiet(showcase_site: Path) -> dict[str, list[str]]:
    """What the theme itself does on each page."""
    return {
        path.relative_to(showcase_site).as_posix(): acting(path.read_text(encoding="utf-8"))
        for path in showcase_site.rglob("*.html")
    }


def test_a_head_is_text_wherever_it_shows(
    showcase: Path, tmp_path: Path, quiet: dict[str, list[str]]
) -> None:
    quoted = "'" + PAYLOAD.replace("'", "''") + "'"
    fields = [f"{field}: {quoted}\n" for field in ("title", "description", "author")]
    write_project(showcase, {PAGE: f"---\n{''.join(fields)}tags: [{quoted}]\n---\n# คำนำ\n"})
    build_site(showcase, tmp_path / "site", jobs=1)
    pages = {
        path.relative_to(tmp_path / "site").as_posix(): path for path in (tmp_path / "site").rglob("*.html")
    }
    texts = {uri: path.read_text(encoding="utf-8") for uri, path in pages.items()}
    assert {uri: acting(text) for uri, text in texts.items()} == quiet
    assert not any("<img src=x" in text for text in texts.values())
    assert "<title>&lt;img src=x onerror=alert(1)&gt;" in texts["about/foreword/index.html"]
    feeds = [path for path in (tmp_path / "site").rglob("*") if path.suffix in (".xml", ".txt")]
    assert feeds
    assert not any("<img src=x" in path.read_text(encoding="utf-8") for path in feeds)


@pytest.fixture(scope="module")
def unguarded_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that nobody checked, with a page for each of what acts."""
    folder = tmp_path_factory.mktemp("unguarded")
    root, bodies = copy_showcase(folder / "project"), ("ก\n", *IN_BODY)
    write_project(
        root, {f"docs/about/body-{number}.md": f"# คำนำ\n\n{body}" for number, body in enumerate(bodies)}
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.lint.rules.RULES", ())
        build_site(root, folder / "site", strict=False, jobs=1)
    return folder / "site"


@pytest.mark.parametrize("body", IN_BODY)
def test_what_the_check_might_miss_stays_text(unguarded_site: Path, body: str) -> None:
    quiet, shown = (
        acting((unguarded_site / f"about/body-{number}/index.html").read_text(encoding="utf-8"))
        for number in (0, IN_BODY.index(body) + 1)
    )
    assert shown == quiet


def test_what_the_settings_allow_runs(showcase: Path, tmp_path: Path) -> None:
    manual = showcase / "procedures/manual.yml"
    allowed = "allow: [scripts, frames, remote-pictures]\n"
    manual.write_text(manual.read_text(encoding="utf-8") + allowed, encoding="utf-8")
    write_project(
        showcase, {PAGE: '# คำนำ\n\n<b onclick="alert(1)">ก</b>\n\n![ข](https://a.example/x.png)\n'}
    )
    build_site(showcase, tmp_path / "site", jobs=1)
    page = (tmp_path / "site/about/foreword/index.html").read_text(encoding="utf-8")
    assert '<b onclick="alert(1)">' in page
    assert 'src="https://a.example/x.png"' in page
