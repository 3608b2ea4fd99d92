"""What a page is cut into: the page, its headings, its blocks with an id."""

import pytest

from generator.search.html_passages import passages_of
from generator.search.passages import BLOCK, PAGE, POINTER, Passage


def by_anchor(html: str) -> dict[str, Passage]:
    return {passage.anchor: passage for passage in passages_of(html)}


def test_text_belongs_to_the_heading_above_it() -> None:
    found = passages_of(
        '<h1 id="top">งาน</h1><p>นำ</p><h2 id="a">หนึ่ง</h2><p>ก</p><ul><li>ข</li></ul><h3 id="b">สอง</h3>ค'
    )
    assert [(each.anchor, each.level, each.title, each.texts) for each in found] == [
        ("", PAGE, "งาน", ["นำ"]),
        ("a", 2, "หนึ่ง", ["ก", "ข"]),
        ("b", 3, "สอง", ["ค"]),
    ]


def test_a_block_with_an_id_is_a_passage_and_its_first_paragraph_the_title() -> None:
    row = '<tr id="step-1"><td><a href="#step-1">1</a></td><td><p>รับเรื่อง</p><p>ภายในวัน</p></td></tr>'
    found = by_anchor(f'<h2 id="steps">ขั้นตอน</h2><table><tbody>{row}</tbody></table><p>ท้าย</p>')
    assert found["step-1"].level == BLOCK
    assert found["step-1"].title == "1 รับเรื่อง"
    assert found["step-1"].texts == ["ภายในวัน"]
    assert found["steps"].texts == ["ท้าย"]


def test_a_label_before_the_first_paragraph_belongs_to_the_title() -> None:
    found = by_anchor('<div id="law"><span>ระเบียบ</span><p>ว่าด้วยงานสารบรรณ</p><p>2526</p></div>')
    assert found["law"].title == "ระเบียบ ว่าด้วยงานสารบรรณ"
    assert found["law"].texts == ["2526"]


def test_a_block_whose_title_is_a_link_only_points_elsewhere() -> None:
    found = by_anchor('<div id="law"><p><a href="../../laws/#law">ระเบียบ</a></p></div>')
    assert found["law"].level == POINTER


def test_paragraphs_of_links_are_told_apart_and_links_remembered() -> None:
    html = '<p><a href="../roles/#clerk">เจ้าหน้าที่</a></p><p>ดู <a href="x/">ที่นี่</a></p><p><a href="#a">ก</a></p>'
    (page,) = passages_of(html)
    assert page.linked == ["เจ้าหน้าที่"]
    assert page.texts == ["ดู ที่นี่", "ก"]
    assert page.targets == [("../roles/#clerk", "เจ้าหน้าที่"), ("x/", "ที่นี่")]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>ซ่อน</script>",
        "<style>ซ่อน</style>",
        "<svg><text>ซ่อน</text></svg>",
        '<p data-search-exclude>ซ่อน<br><span id="x">ซ่อน</span></p>',
        '<a class="headerlink" href="#a">ซ่อน</a>',
    ],
)
def test_what_is_no_text_of_the_page_is_left_out(hidden: str) -> None:
    (page,) = passages_of(f"<p>ก</p>{hidden}<p>ข</p>")
    assert page.texts == ["ก", "ข"]


@pytest.mark.parametrize(
    "html", ["<p>ก<p>ข", "<div><p>ก</div><p>ข", "</div><p>ก</p><b>ข", "<ul><li>ก<li>ข</ul>"]
)
def test_unclosed_elements_lose_nothing(html: str) -> None:
    (page,) = passages_of(html)
    assert page.texts == ["ก", "ข"]


def test_escapes_become_characters_and_spaces_one() -> None:
    (page,) = passages_of("<p>ก &lt;b&gt; &amp;\n   ข</p>")
    assert page.texts == ["ก <b> & ข"]
