"""What the check lets pass can be built: random documents, named and written as people and programs name and write."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, event, example, given, settings
from hypothesis import strategies as st

from generator.assembly import read_editions
from generator.problems import has_errors
from generator.project import is_made, is_made_file, read_project
from generator.site.build import build_site
from generator.site.hosting import APACHE, NGINX
from tests.support import MINIMAL, write_project
from tests.support.auditing import examples

EDITION = "sample-2566"
SETTINGS = """
    site_name: คู่มือ
    theme:
      name: material
      language: th
      font: false
    plugins:
      - search:
          lang: th
      - thai_search
      - procedures
    markdown_extensions:
      - admonition
      - attr_list
      - pymdownx.highlight
      - pymdownx.superfences
      - tables
      - toc:
          permalink: true
    """
FOLDERS = (
    "",
    "about/",
    "a b/",
    "ผัง/",
    "about/about/",
    "editions/khonkaen5-2566/about/",
    "knowledge/pictures/",
    "templates/",
)
STEMS = (
    "a",
    "index",
    "README",
    "foreword",
    "คำนำ",
    "a b",
    "A",
    "a.b",
    "a#b",
    "a%20b",
    "about",
    "-",
    "'x'",
    "x&y",
    "manual",
    "404",
)
SUFFIXES = (
    ".md",
    ".md",
    ".md",
    ".markdown",
    ".MD",
    "",
    ".pdf",
    ".png",
    ".svg",
    ".html",
    ".json",
    ".txt",
    ".md~",
    ".css",
)
HEADS = (
    "",
    "",
    "",
    "---\ntitle: คำนำ\n---\n",
    "---\ntitle: <b>&\n---\n",
    "---\ntitle: 2566\nhide: [toc]\n---\n",
    "---\n---\n",
    "---\ntitle:\n---\n",
    "---\n- ก\n---\n",
    "---\ndate: 2566-13-45\n---\n",
    "---\ntitle: ก\n",
    "---\ntemplate: x.html\n---\n",
    "---\nicon: material/nothing\n---\n",
    "---\nicon: material/file-document\n---\n",
    "---\nhide: 5\n---\n",
    "---\ntags: [ก, {ข: ค}]\n---\n",
    "---\nsearch: false\n---\n",
    "---\nsearch:\n  exclude: true\n---\n",
    "---\na: &a [*a]\n---\n",
    "---\ndescription: '\"><script>'\nauthor: {a: b}\n---\n",
    "Note: ก\n",
    "title: ก\n",
    "---\nstatus: new\n---\n",
)
PARTS = (
    "# คำนำ\n",
    "## ก { #x .y }\n",
    "ข้อความ **หนา** `โค้ด`\n",
    "- ก\n    - ข\n",
    "> " * 40 + "ลึก\n",
    "| ก | ข |\n|---|---|\n| 1 |\n",
    "```\n<script>\n```\n",
    '```python hl_lines="x"\nก\n',
    "~~~~ {.a #b onclick=x}\nก\n~~~~\n",
    '!!! note "ก\n    ข\n',
    "??? x\n",
    '<div markdown="1">\n*ก*\n',
    "<div>\n`<script>alert(1)</script>`\n</div>\n",
    "<b onclick='x'>ก</b>\n",
    "<![x",
    "<!",
    "<!--\n",
    "<?php\n",
    "<ก>\n",
    "</div>\n",
    "<img src=x onerror=alert(1)\n",
    "{{ x }} {% raw %}\n",
    "[TOC]\n",
    "[ก](https://a.example/?q=ก&r=(1))\n",
    "[ก]: https://a.example/\n",
    "![ก](https://a.example/x.png)\n",
    "[^1]: ก\n",
    "*[ก]: ข\n",
    "&#0; &#x110000; &nbsp;\n",
    "\u202e\n",
    "\x00",
    "<<<<<<< HEAD\nก\n=======\nข\n>>>>>>> x\n",
    "$$x$$\n",
    "---\n",
    "    " * 30 + "- ก\n",
    "<!--khumue:1-->\n",
    "{: .x }\n",
    "* * *\n",
    "(((" * 300 + "\n",
    "[" * 300 + "\n",
    "*" * 301 + "ก\n",
    "\ufeff",
    "\r\n",
    '--8<-- "x"\n',
    "# <img src=x onerror=alert(1)>\n",
    "#\n",
)
TEXTS = st.builds(
    lambda head, parts: head + "".join(parts),
    st.sampled_from(HEADS),
    st.lists(st.sampled_from(PARTS) | st.text(max_size=20), max_size=5),
)
ENCODINGS = st.sampled_from(("utf-8",) * 12 + ("cp874", "utf-16", "utf-8-sig"))
CONTENTS = st.builds(lambda text, encoding: text.encode(encoding, "replace"), TEXTS, ENCODINGS)
NAMES = st.builds(
    lambda folder, stem, suffix: folder + stem + suffix,
    st.sampled_from(FOLDERS),
    st.sampled_from(STEMS),
    st.sampled_from(SUFFIXES),
)
DOCUMENTS = st.dictionaries(NAMES, CONTENTS, min_size=1, max_size=4)


def _written(root: Path, documents: Mapping[str, bytes]) -> Path:
    """A project with some documents; those whose names cannot stand beside one another are left out."""
    write_project(root, {**MINIMAL, "mkdocs.yml": SETTINGS})
    for name, content in documents.items():
        place = root / "docs" / name
        if not any(each.is_file() for each in place.parents) and not place.is_dir():
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
    return root


@settings(max_examples=examples(200, 16), phases=[each for each in Phase if each is not Phase.shrink])
@given(DOCUMENTS)
@example({"a.markdown": b"", "b.mkd": b"# b"})
@example({"about/ผัง งาน.md": "# ผัง\n".encode(), "about/แบบ ฟอร์ม.pdf": b"%PDF", "about/a.b.md": b"x"})
def test_what_the_check_lets_pass_can_be_built(documents: dict[str, bytes]) -> None:
    with TemporaryDirectory() as folder:
        root = _written(Path(folder) / "project", documents)
        is_clean = not has_errors(read_editions(root).problems)
        event("clean" if is_clean else "refused")
        if is_clean:
            assert build_site(root, Path(folder) / "site", jobs=1) > 0


def test_every_file_that_the_product_puts_on_a_site_is_known(showcase: Path, showcase_site: Path) -> None:
    """The list by which authors are told that an address is taken holds whatever a build writes.

    Settings of servers are an exception: who has some of their own puts them in their place.
    """
    project = read_project(showcase)
    written = {each.uri for each in project.published if not each.is_page and not each.is_item}
    for path in showcase_site.rglob("*"):
        file = path.relative_to(showcase_site).as_posix()
        stem = (
            file.removesuffix("index.html").rstrip("/")
            if file.endswith("index.html")
            else file.removesuffix(".md")
        )
        pages = (
            f"{stem}.md",
            f"{stem}/index.md",
            "index.md" if not stem else "",
            f"{stem.removesuffix('/index')}.md",
        )
        if path.is_dir() or file in written or stem == "about/foreword" or file in (APACHE, NGINX):
            continue
        is_known = is_made_file(project, file, EDITION) or any(
            is_made(project, page, EDITION) for page in pages
        )
        assert is_known, file
