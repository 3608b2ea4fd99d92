"""What pictures do, what styles fetch from other hosts, however it is written, and scripts that are shown as code."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.lint.test_documents import PAGE, SVG, told

Project = Callable[[Mapping[str, str | None]], Path]
CSS = "docs/own.css"
DRESSED = "site_name: ก\nplugins: [procedures]\nextra_css: [own.css]\n"


@pytest.mark.parametrize(
    ("styles", "column"),
    [
        ("a{b:\\75 rl(https://a.example/x)}", 12),
        ("a{b:u\\72l(//a.example/x)}", 11),
        ("@import url(https://a.example/x);", 13),
        ("@\\69mport 'https://a.example/x';", 12),
        ("a{b:image-set('c.png' 1x, 'https://a.example/x' 2x)}", 28),
        ("a{b:cross-fade('https://a.example/x' 50%, red)}", 17),
        ("a{--b:'https://a.example/x';c:image(var(--b))}", 8),
        ("a{content:url(https://a.example/x)}", 15),
        ("a{b:url('https\\3a //a.example/x')}", 10),
    ],
)
def test_what_styles_fetch_from_other_hosts_is_told_however_it_is_written(
    project: Project, styles: str, column: int
) -> None:
    root = project({"mkdocs.yml": DRESSED, CSS: f"{styles}\n"})
    assert told(root) == [f"{CSS}:1:{column} active-content"]


@pytest.mark.parametrize(
    "styles",
    [
        "@namespace url(http://www.w3.org/1999/xhtml);",
        "a{b:url(c.png) url(data:image/png;base64,AA==) url(#d)} /* url(https://a.example) */",
        "a::after{content:'https://a.example'}",
        "a{b:'\\2014  //'}",
    ],
)
def test_styles_that_fetch_nothing_from_other_hosts_are_left_alone(project: Project, styles: str) -> None:
    assert told(project({"mkdocs.yml": DRESSED, CSS: f"{styles}\n"})) == []


@pytest.mark.parametrize(
    "style", ["b:u/**/rl(https://a.example/x)", "b:image-set(&quot;c&quot; 1x, &quot;//a.example&quot; 2x)"]
)
def test_what_style_attributes_fetch_is_told(project: Project, style: str) -> None:
    assert told(project({PAGE: f"# ก\n\n<b style='{style}'>ก</b>\n"})) == [f"{PAGE}:3:4 active-content"]


SCRIPT = "<script>0</script>"


@pytest.mark.parametrize(
    "text",
    [
        f"ก\n\n    {SCRIPT}\n\nข",
        f"\t{SCRIPT}",
        f"```html\n{SCRIPT}\n```",
        f"~~~\n{SCRIPT}\n~~~",
        f"`{SCRIPT}`",
    ],
)
def test_a_script_that_is_shown_as_code_is_text(project: Project, text: str) -> None:
    assert told(project({PAGE: f"# ก\n\n{text}\n"})) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"ก\n    {SCRIPT}", "4:5"),
        (f"- ก\n> ข\n\n    {SCRIPT}", "6:5"),
        (f"1234567890. ก\n\n    {SCRIPT}", "5:5"),
        (f"<div>\n\n    {SCRIPT}\n\n</div>", "5:5"),
        (f"!!! note\n    {SCRIPT}", "4:5"),
        (f"| ก |\n|---|\n    {SCRIPT}", "5:5"),
        (f"- ก\n\n      {SCRIPT}", "5:7"),
    ],
)
def test_a_script_that_any_engine_may_run_is_told(project: Project, text: str, place: str) -> None:
    assert f"{PAGE}:{place} active-content" in told(project({PAGE: f"# ก\n\n{text}\n"}))


@pytest.mark.parametrize(
    ("inner", "column"),
    [
        ("<script>0</script>", 41),
        ("<x:script>0</x:script>", 41),
        ("<g onload='0'/>", 44),
        ("<a href='javascript:0'/>", 44),
        ("<a xlink:href=' java&#x9;script:0'/>", 44),
        ("<foreignObject><input/></foreignObject>", 56),
        ("<foreignObject><body/></foreignObject>", 56),
        ("<foreignObject><p onclick='0'/></foreignObject>", 59),
        ("<image href='data:image/svg+xml,x'/>", 48),
        ("<rect style='fill:\\75 rl(https://a.example/x)'/>", 47),
        ("<style>a{b:image-set('c' 1x, 'https://a.example/x' 2x)}</style>", 71),
        ("<![CDATA[<!--]]><script/><![CDATA[-->]]>", 57),
        ("<image href='https://a.example/x.png'/>", 48),
        ("<style>@import 'https://a.example/x';</style>", 57),
        ("<set attributeName='href' to='javascript:0'/>", 67),
    ],
)
def test_pictures_that_act_are_told(project: Project, inner: str, column: int) -> None:
    assert (
        told(project({"docs/about/a.svg": SVG.format(inner)}))[0]
        == f"docs/about/a.svg:1:{column} active-picture"
    )


@pytest.mark.parametrize(
    "text",
    [
        SVG.format("<style>a{fill:red}</style><a href='#x'><title>ก</title></a><use href='#y'/>"),
        "<?xml version='1.0'?>\n<!DOCTYPE svg>\n" + SVG.format(""),
        SVG.format("<image href='data:image/png;base64,iVBORw0KGgo='/><!-- <script> of http://a.example -->"),
        SVG.format(
            "<metadata><a:RDF xmlns:a='http://a.example/rdf#'><a:type a:resource='http://b.example/'/></a:RDF></metadata>"
        ),
        SVG.format(
            "<rect style='fill:url(#a)' fill='url(#b)'/><a href='https://a.example/'><text>ก</text></a>"
        ),
        SVG.format(
            "<foreignObject style='overflow:visible'><div style='position:relative'>ก</div></foreignObject>"
        ),
    ],
)
def test_pictures_that_only_show_are_left_alone(project: Project, text: str) -> None:
    assert told(project({"docs/about/a.svg": text})) == []


def test_names_for_content_in_a_picture_are_told_once(project: Project) -> None:
    names = "".join(f'\n<!ENTITY ns_{each} "http://ns.example/{each}/">' for each in "abc")
    picture = f'<!DOCTYPE svg PUBLIC "a" "b" [{names}\n]>\n{SVG.format("<g/>")}'
    assert told(project({"docs/about/a.svg": picture})) == ["docs/about/a.svg:1:1 active-picture"]


def test_a_picture_that_is_no_text_is_told(project: Project) -> None:
    root = project({"docs/about/a.svg": ""})
    (root / "docs/about/a.svg").write_bytes(SVG.format("<script/>").encode("utf-16"))
    assert told(root) == ["docs/about/a.svg:1:1 encoding"]
