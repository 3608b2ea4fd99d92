"""Documents as they will stand on the site: addresses, kinds, what acts by itself, who names them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.assembly import load_manual
from generator.lint.rules.attachments import LARGEST_ATTACHMENT
from tests.support import MINIMAL

Project = Callable[[Mapping[str, str | None]], Path]
SETTINGS = "procedures/manual.yml"
PAGE = "docs/about/foreword.md"
OWN = "docs/editions/khonkaen5-2566"
FLAT = "site_name: ก\nplugins: [procedures]\nuse_directory_urls: false\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'

TEXTS = ("title", "subtitle", "description", "author", "status")
NO_TEXTS = ("2566", "true", "1.5", "2024-01-02", "[ก]", "{ก: ข}")


def told(root: Path) -> list[str]:
    return [f"{each.location} {each.rule}" for each in load_manual(root)[1] if each.rule != "unlinked-file"]


@pytest.mark.parametrize(
    ("files", "problems"),
    [
        (["docs/a.md", "docs/a/index.md"], ["docs/a.md:1:1 same-address"]),
        (["docs/a/README.md", "docs/a/index.md"], ["docs/a/README.md:1:1 same-address"]),
        (["docs/a.md", "docs/a.markdown"], ["docs/a.md:1:1 same-address"]),
        ([f"{OWN}/a.md", f"{OWN}/a/index.md"], [f"{OWN}/a.md:1:1 same-address"]),
        (["docs/a.md", f"{OWN}/a.md"], []),
        (["docs/a.md", "docs/editions/other/a.md"], ["docs/editions/other:1:1 folder-without-edition"]),
        ([f"{OWN}/CNAME", "docs/CNAME/a.md"], [f"{OWN}/CNAME:1:1 same-address"]),
        (
            ["docs/budget/expenditure-analysis.md"],
            ["docs/budget/expenditure-analysis.md:1:1 product-address"],
        ),
        (
            ["docs/budget/expenditure-analysis/index.md"],
            ["docs/budget/expenditure-analysis/index.md:1:1 product-address"],
        ),
        (
            ["docs/budget/expenditure-analysis.json"],
            ["docs/budget/expenditure-analysis.json:1:1 product-address"],
        ),
        (["docs/index.md"], ["docs/index.md:1:1 product-address"]),
        (["docs/README.md"], ["docs/README.md:1:1 product-address"]),
        (["docs/budget/README.md"], ["docs/budget/README.md:1:1 product-address"]),
        ([f"{OWN}/status.md"], [f"{OWN}/status.md:1:1 product-address"]),
        (["docs/manual.json"], ["docs/manual.json:1:1 product-address"]),
        (["docs/assets/khumue/notes.txt"], ["docs/assets/khumue/notes.txt:1:1 product-address"]),
        (["docs/search/search_index.json"], ["docs/search/search_index.json:1:1 product-address"]),
        (["docs/assets/logo.png", "docs/budget/notes.pdf", "docs/about/manual.json"], []),
    ],
)
def test_where_documents_stand(project: Project, files: list[str], problems: list[str]) -> None:
    assert told(project(dict.fromkeys(files, "# ก\n"))) == problems


def test_pages_without_folders_of_their_own_have_other_addresses(project: Project) -> None:
    assert told(project({"mkdocs.yml": FLAT, "docs/a.md": "# ก\n", "docs/a/index.md": "# ก\n"})) == []
    flat = project({"mkdocs.yml": FLAT, "docs/budget/expenditure-analysis.md": "# ก\n"})
    assert told(flat) == ["docs/budget/expenditure-analysis.md:1:1 product-address"]


@pytest.mark.parametrize(
    ("name", "settings", "rules"),
    [
        ("evil.html", "", ["attachment-kind"]),
        ("evil.HTM", "", ["attachment-kind"]),
        ("evil.xhtml", "", ["attachment-kind"]),
        ("evil.js", "", ["attachment-kind"]),
        ("evil.css", "", ["attachment-kind"]),
        ("evil.svgz", "", ["attachment-kind"]),
        ("evil", "", ["attachment-kind"]),
        ("program.exe", "", ["attachment-kind"]),
        ("Foreword.MD", "", ["attachment-kind"]),
        ("plan.dwg", "", ["attachment-kind"]),
        ("plan.dwg", "attachments: [dwg]\n", []),
        ("plan.DWG", "attachments:\n  - .dwg\n", []),
        ("แบบ ฟอร์ม.docx", "", []),
        ("CNAME", "", []),
        ("staticwebapp.config.json", "", ["attachment-kind"]),
        ("Vercel.json", "", ["attachment-kind"]),
        ("_routes.json", "attachments: [json]\n", []),
        ("routes.json", "", []),
    ],
)
@pytest.mark.parametrize("folder", ["docs/about", "docs/knowledge/pictures", OWN])
def test_what_may_be_attached(
    project: Project, folder: str, name: str, settings: str, rules: list[str]
) -> None:
    if folder.startswith("docs/knowledge") and name.endswith(".MD"):
        rules = ["unexpected-file"]
    root = project({f"{folder}/{name}": "ก", SETTINGS: MINIMAL[SETTINGS] + settings})
    assert told(root) == [f"{folder}/{name}:1:1 {rule}" for rule in rules]


def test_what_the_settings_name_may_dress_the_site(project: Project) -> None:
    settings = (
        "site_name: ก\nplugins: [procedures]\nextra_css: [own/a.css]\nextra_javascript:\n  - path: own/a.js\n"
    )
    root = project(
        {"mkdocs.yml": settings, "docs/own/a.css": "b {}", "docs/own/a.js": "0", "docs/own/b.js": "0"}
    )
    assert told(root) == ["docs/own/b.js:1:1 attachment-kind"]


@pytest.mark.parametrize(
    ("text", "place", "allow"),
    [
        ("<script src='a.js'></script>", "3:1", "scripts"),
        ("ก <SCRIPT\n>0", "3:3", "scripts"),
        ("<b onclick='0'>ก</b>", "3:4", "scripts"),
        ("[ก](a.pdf){ onclick='0' }", "3:13", "scripts"),
        ("<a href='javascript:0'>ก</a>", "3:4", "scripts"),
        ("<form action='https://a.example/'>", "3:1", "scripts"),
        ("<iframe src='https://a.example/'></iframe>", "3:1", "frames"),
        ("<img src='https://a.example/x.png'>", "3:6", "remote-pictures"),
        ("<p style='background: url(//a.example/x)'>ก</p>", "3:4", "remote-pictures"),
        ("![ก](https://a.example/x.png)", "3:6", "remote-pictures"),
        ("![ก][ข]\n\n[ข]: //a.example/x.png", "5:6", "remote-pictures"),
        ("```\n<script>", "4:1", "scripts"),
        ("<p style='position:fixed'>ก</p>", "3:4", "scripts"),
        ("<p style='pos&#105;tion:/**/f\\69xed'>ก</p>", "3:4", "scripts"),
        ("<p style='POSITION : Absolute'>ก</p>", "3:4", "scripts"),
        ("<p class='a md-search__overlay'>ก</p>", "3:4", "scripts"),
        ("ก\n{: .md-overlay }", "4:5", "scripts"),
    ],
)
def test_what_acts_by_itself_is_refused_until_the_settings_allow_it(
    project: Project, text: str, place: str, allow: str
) -> None:
    page = {PAGE: f"# คำนำ\n\n{text}\n", "docs/about/a.pdf": "ก"}
    assert f"{PAGE}:{place} active-content" in told(project(page))
    allowing = {SETTINGS: f"{MINIMAL[SETTINGS]}allow:\n  - scripts\n  - frames\n  - remote-pictures\n"}
    assert told(project({**page, **allowing})) == []
    others = [each for each in ("scripts", "frames", "remote-pictures") if each != allow]
    refused = project({**page, SETTINGS: f"{MINIMAL[SETTINGS]}allow: [{', '.join(others)}]\n"})
    assert f"{PAGE}:{place} active-content" in told(refused)


@pytest.mark.parametrize(
    "text",
    [
        "`<script>`",
        "```html\n<script>\n```",
        "<details open><summary>ก</summary>\n\nข\n\n</details>",
        "<kbd>Ctrl</kbd><br><sub>2</sub> <b class='x' style='color: red'>ก</b>",
        "[ก](https://a.example/) <https://a.example/> ![ก](../about/a.pdf)",
        "[ก](https://a.example/){ .md-button .md-button--primary } <p style='color: red' class='lead'>ข</p>",
        "5 < 6 และ a <b ก on=1",
        "{ #id .class width=50 } {{ ก }}",
    ],
)
def test_what_only_shows_is_left_alone(project: Project, text: str) -> None:
    assert told(project({PAGE: f"# คำนำ\n\n{text}\n", "docs/about/a.pdf": "ก"})) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("<a id='q'></a> <b id=q>ก</b>", ["3:22"]),
        ("## ก {#q}\n\n## ข {#q}", ["5:8"]),
        ("<a id='หัว'></a>\n\n## หัว", ["3:8"]),
        ("ก\n{: #q }\n\n<i id='q'>ข</i>", ["6:8"]),
        ("<a id='q' name='q'></a> `<a id='q'>` [ก](#q) ข id=q", []),
        ("## ก\n\n## ก\n\n## ก {#ข}", []),
    ],
)
def test_ids_that_a_page_gives_twice_are_told(project: Project, text: str, places: list[str]) -> None:
    root = project({PAGE: f"# คำนำ\n\n{text}\n", "mkdocs.yml": FLAT})
    assert told(root) == [f"{PAGE}:{each} repeated-anchor" for each in places]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("<a href='note.md'>ก</a>", 10),
        ("<img src='a.png' srcset='b.png 2x, c.png 3x'>", 11),
        ("<video poster='a.png'></video>", 16),
        ("<area href=note.md>", 12),
        ("<track src='a.vtt'>", 13),
    ],
)
def test_links_in_html_that_lead_elsewhere_on_the_site_are_told(
    project: Project, text: str, column: int
) -> None:
    assert f"{PAGE}:3:{column} bad-link" in told(project({PAGE: f"# คำนำ\n\n{text}\n", "mkdocs.yml": FLAT}))


def test_html_in_an_item_is_told_as_what_it_will_be(project: Project) -> None:
    head = "---\ntitle: ก\nkind: lesson\n---\n"
    root = project({"docs/knowledge/late.md": f"{head}ข <script>0</script> `<script>`\n"})
    assert told(root) == ["docs/knowledge/late.md:5:3 markup-left-over"]


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("title: [ก]", "2:8"),
        *((f"{key}: {value}", f"2:{len(key) + 3}") for key in TEXTS for value in NO_TEXTS),
        ("title:", "2:1"),
        ("hide: 5", "2:7"),
        ("hide: [{ก: ข}]", "2:7"),
        ("search: false", "2:9"),
        ("search: {boost: x}", "2:17"),
        ("template: gone.html", "2:11"),
        ("template: ../../../mkdocs.yml", "2:11"),
        ("icon: material/gone", "2:7"),
        ("- ก", "2:1"),
        ("ก", "2:1"),
    ],
)
def test_heads_that_the_engine_cannot_take(project: Project, head: str, place: str) -> None:
    assert told(project({PAGE: f"---\n{head}\n---\n# ก\n"})) == [f"{PAGE}:{place} page-head"]


@pytest.mark.parametrize(
    "head",
    [
        'title: "2566"',
        "date: 2566-01-02",
        "hide: [toc]",
        "hide: toc",
        "icon: material/file-document",
        "own: {ก: ข}",
        "template: main.html",
    ],
)
def test_heads_that_the_engine_takes(project: Project, head: str) -> None:
    assert told(project({PAGE: f"---\n{head}\n---\n# ก\n"})) == []


def test_first_lines_that_would_vanish(project: Project) -> None:
    assert told(project({PAGE: "Note: อ่านก่อน\n\n# ก\n"})) == [f"{PAGE}:1:1 page-head"]
    assert told(project({PAGE: "title: ก\n\n# ก\n"})) == []
    assert told(project({PAGE: "หมายเหตุ: อ่านก่อน\n"})) == []


@pytest.mark.parametrize(
    ("texts", "is_named"),
    [
        ({PAGE: "# ก\n"}, False),
        ({PAGE: "# ก\n\n[ก](a%20b.pdf)\n"}, True),
        ({PAGE: "# ก\n\n[ก](<a b.pdf>)\n"}, True),
        ({"docs/knowledge/late.md": "---\ntitle: ก\nkind: lesson\n---\n[ก](../about/a%20b.pdf)\n"}, True),
    ],
)
def test_a_file_that_nobody_names_is_told(project: Project, texts: Mapping[str, str], is_named: bool) -> None:
    problems = load_manual(project({"docs/about/a b.pdf": "ก", **texts}))[1]
    found = [str(each.location) for each in problems if each.rule == "unlinked-file"]
    assert found == ([] if is_named else ["docs/about/a b.pdf:1:1"])


def test_a_file_that_is_too_large_for_a_phone_is_told(project: Project) -> None:
    root = project({PAGE: "# ก\n\nfilm.mp4\n", "docs/about/film.mp4": ""})
    with (root / "docs/about/film.mp4").open("wb") as file:
        file.truncate(LARGEST_ATTACHMENT + 1)
    assert told(root) == ["docs/about/film.mp4:1:1 large-file"]


def test_the_navigation_is_judged_for_every_edition(project: Project) -> None:
    settings = (
        "site_name: ก\nplugins: [procedures]\nnav:\n  - about/foreword.md\n  - own.md\n"
        "not_in_nav: hidden.md\ndraft_docs: draft.md\nvalidation:\n  nav:\n    omitted_files: warn\n"
    )
    pages = dict.fromkeys([PAGE, f"{OWN}/own.md", "docs/hidden.md", "docs/draft.md", "docs/left.md"], "# ก\n")
    assert told(project({"mkdocs.yml": settings, **pages})) == ["docs/left.md:1:1 outside-navigation"]
