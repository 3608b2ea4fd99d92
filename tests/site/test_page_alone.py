"""A page that is shown beside a form needs nothing besides itself, runs nothing, and leads nowhere."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.site.page_alone import page_alone
from tests.support import write_project

HEAD = '<!doctype html><html lang="th"><head><meta charset="utf-8">{}</head><body>{}</body></html>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_project(
        tmp_path,
        {
            "assets/a.css": "p{color:red}@font-face{src:url('../fonts/x.woff2')}a{background:url(//e.example/x)}",
            "fonts/x.woff2": "FONT",
            "budget/work/picture.png": "PNG",
        },
    )


class Loading(HTMLParser):
    """What a document would load, run or lead to."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.found: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            is_inside = (value or "").startswith(("#", "data:"))
            if (name in ("src", "href", "srcset", "action") and not is_inside) or name.startswith("on"):
                self.found.append((tag, name, value or ""))
        if tag in ("script", "iframe", "object", "embed", "base", "link"):
            self.found.append((tag, "", ""))


def loaded(html: str) -> list[tuple[str, str, str]]:
    """What a document would load, run or lead to."""
    parser = Loading()
    parser.feed(html)
    return parser.found


def test_styles_letters_and_pictures_stand_in_the_page(folder: Path) -> None:
    html = HEAD.format(
        '<link rel="stylesheet" href="../../assets/a.css" media="screen">',
        '<p>ก &amp; ข</p><img src="picture.png" alt="รูป">',
    )
    alone = page_alone(html, folder, "budget/work/")
    assert '<style media="screen">p{color:red}' in alone
    assert 'url("data:font/woff2;base64,Rk9OVA==")' in alone
    assert "e.example" not in alone
    assert 'src="data:image/png;base64,UE5H"' in alone
    assert "<p>ก &amp; ข</p>" in alone
    assert loaded(alone) == []


@pytest.mark.parametrize(
    "content",
    [
        "<script>alert(1)</script>",
        '<script src="x.js"></script>',
        "<SCRIPT>a < b</SCRIPT>",
        '<p onclick="a()">x</p>',
        '<img src="https://e.example/x.png" onerror="a()">',
        '<a href="https://e.example">x</a>',
        '<a href="javascript:a()">x</a>',
        '<iframe src="/x"></iframe>',
        '<object data="x"><embed src="y"></object>',
        '<base href="https://e.example/"><img src="x">',
        '<img srcset="https://e.example/x.png 2x">',
        '<form action="https://e.example"><button formaction="x">x</button></form>',
        '<svg><a xlink:href="https://e.example"><text>x</text></a></svg>',
    ],
)
def test_nothing_runs_or_leads_out(folder: Path, content: str) -> None:
    alone = page_alone(HEAD.format("", content + "<p>ท้าย</p>"), folder, "budget/work/")
    assert loaded(alone) == []
    assert "e.example" not in alone
    assert "alert" not in alone
    assert "<p>ท้าย</p>" in alone


def test_places_on_the_page_are_still_led_to(folder: Path) -> None:
    alone = page_alone(HEAD.format("", '<a href="#step-1">1</a>'), folder, "budget/work/")
    assert '<a href="#step-1">1</a>' in alone


def test_drawings_keep_their_names(folder: Path) -> None:
    drawing = '<svg viewBox="0 0 1 1" preserveAspectRatio="none"><marker refX="1" markerWidth="2"/></svg>'
    assert drawing.replace("/>", " />") in page_alone(HEAD.format("", drawing), folder, "a/")


def test_styles_cannot_end_themselves(folder: Path) -> None:
    write_project(folder, {"assets/b.css": "p::after{content:'</style><script>a()</script>'}"})
    html = HEAD.format('<link rel="stylesheet" href="/assets/b.css">', "")
    assert loaded(page_alone(html, folder, "a/")) == []


def test_no_file_outside_of_the_site_is_read(folder: Path) -> None:
    (folder.parent / "secret.css").write_text("secret", encoding="utf-8")
    for href in ("../../../secret.css", "%2e%2e/%2e%2e/%2e%2e/secret.css", "/../secret.css"):
        html = HEAD.format(f'<link rel="stylesheet" href="{href}">', f'<img src="{href}">')
        assert "secret" not in page_alone(html, folder, "budget/work/")
