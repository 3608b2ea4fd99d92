"""Which passage of which page comes first, on a plain Thai site, in the real box."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from bench.search_box import SearchBox
from tests.support.plain_sites import plain_site
from tests.support.reading_box import leave, opened_box
from tests.support.sharing import SharedRun

SETTINGS = """\
site_name: ห้องครัว
site_url: {address}
theme:
  name: material
  language: th
  font: false
plugins:
  - search
  - thai_search:
      names:
        - [จัดสรร, แบ่งปัน]
        - [คณะผู้ชิม, กรรมการชิมแกง]
        - [หัวหน้าครัวฯ, เชฟ]
      kinds: {{step-: ขั้นตอน, def-: ความหมาย}}
      wants:
        ขั้นตอน: [ใคร, ยังไง]
        ความหมาย: [คืออะไร, ต่างกัน]
markdown_extensions: [attr_list]
"""
PAGES = {
    "index.md": "# ห้องครัว\n\nอาหารของเรา\n",
    "soup.md": "# 2.4 งานต้มแกงส้มประจำวัน\n\nแกงของครัว\n\n"
    '<div id="def-soup"><p>งานแกงส้มประจำวัน</p><p>ต้มแกงส้มที่มีรสเปรี้ยวนำ</p></div>\n\n'
    '<div id="step-wash"><p>เตรียมผัก</p><p>คนครัวล้างผักก่อนลงหม้อ</p></div>\n\n'
    '<div id="step-taste"><p>ชิมรสแกง</p><p>หัวหน้าครัวชิมให้เปรี้ยวพอดี</p></div>\n',
    "share.md": "# 4.2 งานจัดสรรอาหาร\n\nข้อ 2 และข้อ 4\n\n## แบ่งถ้วย { #step-bowls }\n\nตักแกงใส่ถ้วยให้ครบคน\n",
    "table.md": "# โต๊ะใหญ่\n\nกรรมการสามคนชิมน้ำแกงก่อนเที่ยง\n",
    "curry.md": "# แกงเขียวหวาน\n\nกรรมการของครัวมาประชุมกันทุกเดือนเพื่อเลือกรายการอาหารของทั้งปี "
    "ดูว่าวัตถุดิบใดหาง่ายในฤดูนั้น ราคาไม่แพง และเก็บไว้ได้นานพอ แล้วจึงให้คนครัวลองชิมแกง\n",
    "chef.md": "# หัวหน้าครัว\n\nคนที่ดูแลครัว\n",
    "lists.md": "---\nsearch:\n  boost: 0.2\n---\n# รายชื่อทั้งหมด\n\n## อาหารที่ยังไม่มีสูตร { #open }\n\nต้มข่า\n",
    "plan.md": "# แผนอาหาร\n\nบอกว่าอาหารที่ยังไม่มีในครัวจะหาสูตรจากที่ใด เพื่อแบ่งปันอาหาร\n",
    "cooks.md": "---\nsearch:\n  boost: 0.03\n---\n# สำหรับคนเขียน\n\nใช้คำสั่ง cd แล้ว lh\n",
}


@pytest.fixture(scope="session")
def kitchen(shared_run: SharedRun) -> str:
    """Where the site of a kitchen is served."""
    return shared_run.address_of(plain_site(shared_run, "kitchen", SETTINGS, PAGES).name)


@pytest.fixture(scope="module")
def opened(browser: Browser, kitchen: str) -> Iterator[SearchBox]:
    """The kitchen's search box, opened once."""
    with opened_box(browser, kitchen) as (_, box):
        yield box


@pytest.fixture
def box(opened: SearchBox) -> Iterator[SearchBox]:
    """The kitchen's search box, as it was opened."""
    yield opened
    leave(opened)


def first(box: SearchBox, query: str) -> str:
    """The page that comes first, and its first passage: ``soup#step-taste``."""
    found = box.ask(query).found[0]
    page = found.page.rstrip("/").rpartition("/")[2]
    return page + "".join(f"#{section.rpartition('#')[2]}" for section in found.sections[:1])


@pytest.mark.parametrize(
    ("query", "passage"),
    [
        ("แกงส้มประจำวันใครเป็นคนชิม", "soup#step-taste"),
        ("แกงส้มประจำวันล้างอะไร", "soup#step-wash"),
        ("แกงส้มประจำวันคืออะไร", "soup#def-soup"),
        ("งานแกงส้มประจำวัน", "soup#def-soup"),
    ],
)
def test_what_the_title_says_already_does_not_choose_the_passage(
    box: SearchBox, query: str, passage: str
) -> None:
    assert first(box, query) == passage


@pytest.mark.parametrize("query", ["2.4", "งาน 2.4", "๒.๔"])
def test_a_number_with_a_point_is_one_word(box: SearchBox, query: str) -> None:
    assert [found.title[:3] for found in box.ask(query).found] == ["2.4"]


def test_a_letter_that_is_not_heard_belongs_to_the_word_before_it(box: SearchBox) -> None:
    """The misspelt word is no name of anything, so it is mended."""
    assert first(box, "จัดสรรค์อาหาร").startswith("share")


@pytest.mark.parametrize("query", ["เชฟ", "หัวหน้าครัวฯ", "หัวหน้าครัว"])
def test_the_sign_of_what_is_left_out_is_no_letter(box: SearchBox, query: str) -> None:
    assert first(box, query) == "chef"


def test_words_of_a_name_count_only_near_each_other(box: SearchBox) -> None:
    """The page on curry holds all words of the other name too, far apart."""
    assert [found.title for found in box.ask("คณะผู้ชิม").found] == ["โต๊ะใหญ่"]


def test_a_heading_that_says_all_lifts_a_page_that_counts_little(box: SearchBox) -> None:
    assert first(box, "อาหารที่ยังไม่มีสูตร") == "lists#open"


def test_the_other_keyboard_layout_is_tried_though_each_letter_stands_somewhere(box: SearchBox) -> None:
    assert first(box, "cd'lh,").startswith("soup")
