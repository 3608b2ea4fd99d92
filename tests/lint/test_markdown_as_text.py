"""What is written as Markdown and published as text is told, and nothing else is: the engine of pages is the judge."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.assembly import load_manual
from generator.commonmark import Dialect, left_alone, read_page, reader_of
from generator.lint.extensions import signs
from generator.project import EXTENSIONS_OF_PAGES
from tests.support.auditing import examples

Project = Callable[[Mapping[str, str | None]], Path]
PAGE, ITEM = "docs/about/foreword.md", "docs/knowledge/late.md"
HEAD = "---\ntitle: เรื่อง\nkind: lesson\nprocedures: []\ndate: 2568\n---\n"
SETTINGS = "site_name: ก\nplugins: [procedures]\n"


class Sample(NamedTuple):
    """A sign in a text.

    Attributes:
        text: Markdown.
        literal: what its reader sees where it is no sign.
        at: its line and column, the first of the text being line 1.
        extension: what reads it; empty for nothing that is installed.
    """

    text: str
    literal: str
    at: str
    extension: str = ""


SAMPLES: dict[str, Sample] = {
    "note": Sample('!!! note "ก"\n    ข', "!!! note", "1:1", "admonition"),
    "folded": Sample('??? note "ก"\n    ข', "??? note", "1:1", "pymdownx.details"),
    "tabbed": Sample('=== "ก"\n    ข', '=== "ก"', "1:1", "pymdownx.tabbed"),
    "slashes": Sample("/// details | ก\nข\n///", "/// details", "1:1", "pymdownx.blocks.details"),
    "colons": Sample(":::note\nก\n:::", ":::note", "1:1"),
    "alert": Sample("> [!NOTE]\n> ก", "[!NOTE]", "1:3"),
    "open-task": Sample("- [ ] ก", "[ ] ก", "1:3", "pymdownx.tasklist"),
    "done-task": Sample("- ก\n- [x] ข", "[x] ข", "2:3", "pymdownx.tasklist"),
    "critic": Sample("ก {++ข++} ค", "{++ข++}", "1:3", "pymdownx.critic"),
    "marked": Sample("ก ==ข ค== ง", "==ข ค==", "1:3", "pymdownx.mark"),
    "struck": Sample("ก ~~ข~~ ง", "~~ข~~", "1:3", "pymdownx.tilde"),
    "inserted": Sample("ก ^^ข^^ ง", "^^ข^^", "1:3", "pymdownx.caret"),
    "lowered": Sample("สูตร H~2~O", "H~2~O", "1:7", "pymdownx.tilde"),
    "raised": Sample("ม^2^", "ม^2^", "1:2", "pymdownx.caret"),
    "keys": Sample("กด ++ctrl+c++", "++ctrl+c++", "1:4", "pymdownx.keys"),
    "wiki": Sample("ดู [[หน้า]]", "[[หน้า]]", "1:4"),
    "emoji": Sample("ยิ้ม :smile:", ":smile:", "1:6", "pymdownx.emoji"),
    "formula": Sample("ก $x^2$ ข", "$x^2$", "1:3", "pymdownx.arithmatex"),
    "snippet": Sample('--8<-- "a.md"', "--8&lt;--", "1:1"),
    "abbreviation": Sample("กขค\n\n*[กขค]: ย่อ", "*[กขค]: ย่อ", "3:1", "abbr"),
    "footnote-inside": Sample("ก ^[ข] ค", "^[ข]", "1:3"),
    "other-contents": Sample("[[_TOC_]]", "[[<em>TOC</em>]]", "1:1"),
    "hidden": Sample("ก %%ลับ%% ข", "%%ลับ%%", "1:3"),
    "template": Sample("{% include 'a' %}\n\n{{ b }}", "{% include 'a' %}", "1:1"),
    "value": Sample("ใน ${system}", "${system}", "1:4"),
    "misplaced-attributes": Sample("ข้อความ {: .lead }", "{: .lead }", "1:9"),
}
ALWAYS_READ_ON_PAGES = {"contents": "[TOC]", "attributes": "ก {: .b }", "meaning": "คำ\n: ความหมาย"}
"""Signs that every site reads, and that items of knowledge do not."""


def shown(text: str, *extensions: str) -> str:
    """What the engine makes of a page."""
    return markdown.markdown(text, extensions=[*EXTENSIONS_OF_PAGES, "pymdownx.superfences", *extensions])


def told(root: Path, file: str = PAGE, rule: str = "markdown-as-text") -> list[str]:
    problems = load_manual(root)[1]
    return [
        f"{each.location.line}:{each.location.column}"
        for each in problems
        if (each.location.file, each.rule) == (file, rule)
    ]


def with_extension(extension: str) -> str:
    return f"{SETTINGS}markdown_extensions:\n  - {extension}\n"


def test_every_sign_has_a_sample() -> None:
    names = {each.name for each in signs(Dialect.BODY, frozenset())} | {*SAMPLES}
    assert names == {*SAMPLES, *ALWAYS_READ_ON_PAGES}
    assert {each.name for each in signs(Dialect.PAGE, frozenset())} == names


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sign_is_told_where_its_extension_is_off(project: Project, name: str) -> None:
    sample = SAMPLES[name]
    assert sample.literal in shown(sample.text), "the engine shows it as it is written"
    root = project({PAGE: f"{sample.text}\n", "mkdocs.yml": SETTINGS})
    assert sample.at in told(root)


@pytest.mark.parametrize("name", [name for name, each in SAMPLES.items() if each.extension])
def test_and_not_where_it_is_on(project: Project, name: str) -> None:
    sample = SAMPLES[name]
    visible = re.sub("<[^<>]*>", "", shown(sample.text, sample.extension))
    assert sample.literal not in visible
    root = project({PAGE: f"{sample.text}\n", "mkdocs.yml": with_extension(sample.extension)})
    assert told(root) == []


def test_a_bundle_switches_on_what_is_in_it(project: Project) -> None:
    text = f"{SAMPLES['abbreviation'].text}\n"
    for name in ("extra", "markdown.extensions.extra", "pymdownx.extra", "markdown.extensions.abbr"):
        assert told(project({PAGE: text, "mkdocs.yml": with_extension(name)})) == []


@pytest.mark.parametrize("text", [*ALWAYS_READ_ON_PAGES.values(), "==ก==", "- [ ] ก", "!!! note\n    ก"])
def test_items_of_knowledge_know_less(project: Project, text: str) -> None:
    root = project({ITEM: f"{HEAD}\n{text}\n", "mkdocs.yml": with_extension("pymdownx.mark")})
    assert len(told(root, ITEM)) == 1


@pytest.mark.parametrize("name", SAMPLES)
def test_code_shows_what_it_likes(project: Project, name: str) -> None:
    text = SAMPLES[name].text
    indented = text.replace("\n", "\n    ")
    fenced = f"# ก\n\n```text\n{text}\n```\n\nข\n\n    {indented}\n\n`{text.splitlines()[0]}`\n"
    assert told(project({PAGE: fenced, "mkdocs.yml": SETTINGS})) == []


@pytest.mark.parametrize(
    "text",
    [
        "ราคา $5 ถึง $10 และ $5/$10 หรือ 5$",
        "เวลา 10:30:45 ที่ http://a.example:80/~b~c/==d==/?x={{1}}",
        "ก == ข และ ค == ง ~~~~ ^ ^ 100%% กับ 50 % %",
        "[ก](https://a.example/~x~~y~~z) <https://a.example/==a==>",
        "C++ และ C++ กับ A+B+C",
        "1/2/// 3 ::: ... !!!! ??? !!!",
        "- [ก](https://a.example/)\n- [] ข\n- [y] ค",
        "มาตรา 5~6 และ 7~8 ก^ข",
        "\\==ก== \\[[ข]] \\${ค}",
        "<span title='==ก=='>ข</span> <!-- ==ค== -->",
        "| ก | ข |\n| --- | --- |\n| 1 | 2 |",
        "ก[^1]\n\n[^1]: ข\n    ค",
        "คำ\n:   ความหมาย\n\n## หัว {: .a #b }\n\nข้อความ\n{: .lead }\n\n**ก**{: .x }",
        "[TOC]\n\n- ก\n    - ข\n\n        ค\n\n1. ก\n2. ข",
    ],
)
def test_what_is_no_sign_is_left_alone(project: Project, text: str) -> None:
    assert told(project({PAGE: f"{text}\n", "mkdocs.yml": SETTINGS})) == []


HTML = [
    ("<div>**ก** [ข](a.md)</div>", ["1:6", "1:12"], "<div markdown>"),
    ("<div>\n\n- ก\n\n</div>", ["3:1"], "<div markdown>"),
    ("<div class='a'>\n\n# ก\n\n</div>", ["3:1"], "<div markdown class='a'>"),
    ("<details>\n<summary>**ก**</summary>\n\n| ก |\n\n</details>", ["2:10", "4:1"], "<details markdown>"),
    ("<section>\n\n**ก**", ["3:1"], "<section markdown>"),
    ("ก\n<div>**ข**</div>", ["2:6"], "<div markdown>"),
    ("<div markdown><p><div></p>**ก**</div>", ["1:27"], "<p markdown>"),
    ("<div>\n<div markdown>\n**ก**\n</div>\n</div>", ["3:1"], "<div markdown>"),
]
READ_HTML = [
    "<div markdown>**ก**</div>",
    '<div markdown="1">\n\n- ก\n\n</div>',
    "<span>**ก**</span> <b>**ข**</b>",
    "ก <div>**ข**</div>",
    "> <div>**ก**</div>",
    "- ก <div>**ข**</div>",
    "<div>ก</div> **ข**\n**ค**",
    "<pre>**ก**</pre>",
    "<div>ก - ข * ค 1. ง</div>",
]


@pytest.mark.parametrize(("text", "places", "wanted"), HTML)
def test_markdown_in_html_is_told(project: Project, text: str, places: list[str], wanted: str) -> None:
    root = project({PAGE: f"{text}\n", "mkdocs.yml": SETTINGS})
    assert told(root) == places
    problem = next(each for each in load_manual(root)[1] if each.rule == "markdown-as-text")
    assert f"“{wanted}”" in problem.hint


@pytest.mark.parametrize("text", READ_HTML)
def test_html_in_which_markdown_is_read_is_left_alone(project: Project, text: str) -> None:
    assert told(project({PAGE: f"{text}\n", "mkdocs.yml": SETTINGS})) == []


_TAGS = st.sampled_from(["<div>", "</div>", "<div markdown>", "<p>", "</p>", "<span>", "</span>", "<br>"])
_PARTS = st.lists(st.one_of(_TAGS, st.sampled_from(["**z**", "\n", "\n\n", "ก "])), max_size=12)


@settings(max_examples=examples(300))
@given(_PARTS)
def test_what_is_left_alone_is_what_the_engine_leaves_alone(parts: list[str]) -> None:
    """No word that the engine leaves as it is goes untold; nesting that it reads in odd ways may be told too often."""
    text = "".join(parts)
    told_words = sum(each.words.of(text).count("**z**") for each in left_alone(text))
    assert told_words >= shown(text).count("**z**")


LISTS = [
    ("ก\n- ข", "2:1"),
    ("ก\n1. ข", "2:1"),
    ("> ก\n> - ข", "2:3"),
    ("!!! note\n    ก\n    - ข", "3:5"),
    ("ก\n| ข |\n| --- |\n| ค |", "2:1"),
    ("1) ก", "1:1"),
    ("3. ก", "1:1"),
    ("- ก\n  - ข", "2:3"),
    ("1. ก\n   - ข", "2:4"),
    ("- ก\n\n  ข", "3:3"),
    ("- ก\n    - ข\n\n      ค", "4:7"),
]


@pytest.mark.parametrize(("text", "place"), LISTS)
def test_lists_that_the_engine_reads_otherwise_are_told(project: Project, text: str, place: str) -> None:
    settings_ = with_extension("admonition")
    assert told(project({PAGE: f"{text}\n", "mkdocs.yml": settings_})) == [place]


_LINES = st.lists(
    st.tuples(st.sampled_from([0, 2, 3, 4]), st.sampled_from(["- ก", "1. ก", "2. ก", "ก", "", "1) ก"])),
    min_size=1,
    max_size=6,
)


@settings(max_examples=examples(400))
@given(_LINES)
def test_a_page_of_which_nothing_is_told_has_all_items_that_its_author_sees(
    lines: list[tuple[int, str]],
) -> None:
    text = "\n".join((" " * indent + words).rstrip() for indent, words in lines)
    if not read_page(text, Dialect.PAGE).misread and not read_page(text, Dialect.PAGE).indented:
        items = re.compile("<li>")
        seen = len(items.findall(reader_of(Dialect.PAGE).render(text)))
        assert len(items.findall(shown(text))) >= seen, text


@pytest.mark.parametrize(
    ("text", "at", "meant"),
    [
        ("ดู <nope.md>", "1:4", "[nope.md](nope.md)"),
        ("ชื่อ <name> ครับ", "1:6", "\\<"),
        ("<ชื่อ> </b> <br/> <https://a.example/> <a@b.example> \\<name> `<name>`", "", ""),
        ("[ก](<note.md>) 5 <b>ก</b> <kbd>ข</kbd>", "", ""),
        ("<my-widget>ก</my-widget>", "1:1", "\\<"),
    ],
)
def test_words_that_browsers_take_for_elements(project: Project, text: str, at: str, meant: str) -> None:
    root = project({PAGE: f"{text}\n", "docs/about/note.md": "# ก\n", "mkdocs.yml": SETTINGS})
    assert told(root, rule="unknown-tag") == ([at] if at else [])
    assert all(meant in each.hint for each in load_manual(root)[1] if each.rule == "unknown-tag")
