"""New files, approvals and accepted texts on a published manual: what the commands write, byte for byte.

New files are without what explains them in a terminal.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import expect

from generator.cli import main
from generator.scaffold import bare
from tests.site.edit_pages import PREFIX, PROCEDURE, Editor, Published, published
from tests.support.git_hosts import STUBS
from tests.support.git_hosts.kept import MAIN
from tests.support.projects import write_project

OFFICE = "procedures/editions/khonkaen5-2566.yml"
OFFICE_TEXT = """\
office: สำนักงานเขตพื้นที่การศึกษาประถมศึกษาขอนแก่น เขต 5
year: "2566"
areas:
  - id: budget
    procedures:
      - expenditure-analysis   # งานเดียว
changes:
  expenditure-analysis:
    - replace: steps/receive/text
      with: รับเรื่องที่เคาน์เตอร์
      base: "00000000"
      reason: มีเคาน์เตอร์เดียว
    - insert_after: steps/receive
      with:
        - text: ลงทะเบียน
"""
NEW = "procedures/budget/procedure-1.yml"
RETIRED = "procedures/retired.yml"
ITEM = "docs/knowledge/knowledge-1.md"
NAME, TITLE = "expenditure-analysis", "งานตรวจสอบงบประมาณ"


@pytest.fixture(scope="module", params=STUBS)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """The site at each kind of host, of a manual whose office changes something."""
    with published(request.param, tmp_path_factory.mktemp(request.param), **{OFFICE: OFFICE_TEXT}) as site:
        yield site


@pytest.fixture
def commanded(site: Published, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """What the main branch is after a command."""

    def command(*arguments: str) -> Path:
        texts = {path.removeprefix(PREFIX): site.kept.text(path, MAIN) for path in site.kept.tree(MAIN)}
        root = write_project(tmp_path / "project", texts)
        monkeypatch.chdir(root)
        done = CliRunner().invoke(main, arguments)
        assert done.exit_code == 0, done.output
        return root

    return command


def proposed(editor: Editor, site: Published) -> dict[str, str]:
    """What a proposal changes, by path."""
    editor.propose()
    expect(editor.dialog).to_contain_text("ส่งให้ผู้ตรวจแล้ว")
    (branch,) = site.kept.proposed
    before, now = site.kept.tree(MAIN), site.kept.tree(branch)
    changed = [path for path in now if before.get(path) != now[path]]
    return {path.removeprefix(PREFIX): site.kept.text(path, branch) for path in changed}


def begin_a_procedure(editor: Editor) -> None:
    """Begin one, and write its first step."""
    editor.open()
    editor.begin("งานใหม่")
    editor.dialog.get_by_role("textbox", name="ชื่องาน").fill(TITLE)
    editor.pick(editor.dialog.get_by_role("combobox", name="อยู่ในด้านงาน"), "งบประมาณ", "งานวิเคราะห์งบประมาณ")
    editor.dialog.get_by_role("button", name="เริ่ม").click()
    expect(editor.page.locator(".opened")).to_contain_text(TITLE)


def test_a_new_procedure_is_what_the_command_begins(
    editor: Editor, site: Published, commanded: Callable[..., Path]
) -> None:
    begin_a_procedure(editor)
    made = proposed(editor, site)
    root = commanded("new", "procedure", "budget/procedure-1")
    assert made.keys() == {NEW, OFFICE}
    assert made[OFFICE] == (root / OFFICE).read_text(encoding="utf-8")
    begun = bare((root / NEW).read_text(encoding="utf-8"))
    assert made[NEW] == begun.replace("title:\n", f"title: {TITLE}\n", 1)


def test_what_is_begun_outlives_the_page_and_is_checked(editor: Editor, site: Published) -> None:
    begin_a_procedure(editor)
    editor.change("1", "รับเรื่อง")
    expect(editor.page.locator(".state")).to_contain_text("1 จุดต้องแก้")
    editor.page.get_by_role("tab", name="ทั่วไป").click()
    expect(editor.page.locator(".sheet")).to_contain_text("ช่อง “เจ้าของงาน” ว่างอยู่")
    editor.page.get_by_role("tab", name="ขั้นตอน").click()
    editor.page.reload()
    editor.page.locator(".opened").click()
    editor.dialog.get_by_role("button", name=TITLE).click()
    expect(editor.field("1")).to_have_value("รับเรื่อง")
    site.kept.somebody_changes(f"{PREFIX}{OFFICE}", "มีเคาน์เตอร์เดียว", "มีที่เดียว")
    made = proposed(editor, site)
    assert "มีที่เดียว" in made[OFFICE]
    assert made[OFFICE].count("procedure-1") == 1


def test_what_is_begun_is_thrown_away_whole(editor: Editor, site: Published) -> None:
    begin_a_procedure(editor)
    expect(editor.page.locator(".state")).to_contain_text("เก็บร่างแล้ว")
    editor.more("ทิ้งร่าง")
    expect(editor.dialog).to_contain_text("เรียกคืนไม่ได้")
    editor.dialog.get_by_role("button", name="ทิ้งร่าง", exact=True).click()
    expect(editor.page.locator(".opened")).not_to_contain_text(TITLE)
    expect(editor.page.locator(".state")).to_contain_text("ตรงกับที่บันทึกไว้")
    editor.page.locator(".opened").click()
    expect(editor.dialog.get_by_role("button", name=TITLE)).to_have_count(0)
    editor.page.reload()
    expect(editor.page.locator(".state")).to_contain_text("ตรงกับที่บันทึกไว้")
    assert site.kept.proposed == []


def test_a_name_that_is_taken_is_refused(editor: Editor) -> None:
    editor.open()
    editor.begin("งานใหม่")
    editor.dialog.get_by_role("textbox", name="ชื่องาน").fill(TITLE)
    editor.pick(editor.dialog.get_by_role("combobox", name="อยู่ในด้านงาน"), "งบประมาณ", "งานวิเคราะห์งบประมาณ")
    editor.dialog.get_by_text("ชื่อในที่อยู่ของหน้าเว็บ").first.click()
    name = editor.dialog.get_by_role("textbox", name="ชื่อในที่อยู่")
    for wrong, said in ((NAME, "มีแล้ว"), ("con", "สงวน"), ("งาน", "ใช้ไม่ได้")):
        name.fill(wrong)
        editor.dialog.get_by_role("button", name="เริ่ม").click()
        expect(editor.dialog.get_by_role("alert")).to_contain_text(said)


def test_a_new_area_begins_with_its_first_procedure(
    editor: Editor, site: Published, commanded: Callable[..., Path]
) -> None:
    editor.open()
    editor.begin("ด้านงานใหม่")
    boxes = editor.dialog.get_by_role("textbox")
    boxes.nth(0).fill("งานการเงิน")
    boxes.nth(1).fill("งานเบิกจ่าย")
    editor.dialog.get_by_role("button", name="เริ่ม").click()
    expect(editor.page.locator(".opened")).to_contain_text("งานการเงิน")
    made = proposed(editor, site)
    (area,) = {path.split("/")[1] for path in made if path.endswith("_area.yml")}
    root = commanded("new", "procedure", f"{area}/procedure-1")
    assert made[OFFICE] == (root / OFFICE).read_text(encoding="utf-8")
    assert made[f"procedures/{area}/_area.yml"] == "title: งานการเงิน\n"
    begun = bare((root / "procedures" / area / "procedure-1.yml").read_text(encoding="utf-8"))
    assert made[f"procedures/{area}/procedure-1.yml"] == begun.replace("title:\n", "title: งานเบิกจ่าย\n", 1)


def test_new_knowledge_is_what_the_command_begins(
    editor: Editor, site: Published, commanded: Callable[..., Path]
) -> None:
    title = "รับเรื่อง: สิ่งที่ควรรู้"
    editor.open()
    editor.begin("ความรู้ใหม่")
    editor.dialog.get_by_role("textbox", name="ชื่อเรื่อง").fill(title)
    editor.dialog.get_by_role("button", name="เริ่ม").click()
    expect(editor.page.locator(".opened")).to_contain_text(title)
    made = proposed(editor, site)[ITEM].splitlines()
    root = commanded("new", "knowledge", title, "--id", "knowledge-1")
    written = bare((root / ITEM).read_text(encoding="utf-8")).splitlines()
    assert [line for line in made if not line.startswith("date:")] == [
        line for line in written if not line.startswith("date:")
    ]


def test_a_new_path_leads_through_the_work_of_a_role(editor: Editor, site: Published) -> None:
    editor.open()
    editor.begin("เส้นทางการเรียนรู้ใหม่")
    editor.pick(editor.dialog.get_by_role("combobox"), "นโยบาย", "กลุ่มนโยบายและแผน")
    editor.dialog.get_by_role("button", name="เริ่ม").click()
    expect(editor.page.locator(".opened")).to_contain_text("กลุ่มนโยบายและแผน")
    (made,) = proposed(editor, site).values()
    assert f"\n  - procedure: {NAME}\n" in made
    assert "\nrole: planning-group\n" in made


def test_a_new_office_is_what_the_command_begins(
    editor: Editor, site: Published, commanded: Callable[..., Path]
) -> None:
    office = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 1"
    editor.open()
    editor.begin("สำนักงานใหม่")
    editor.dialog.get_by_role("textbox", name="ชื่อเต็มของสำนักงาน").fill(office)
    editor.dialog.get_by_role("button", name="เริ่ม").click()
    expect(editor.page.locator(".opened")).to_contain_text(office)
    made = proposed(editor, site)
    root = commanded("new", "edition", "office-1", "--office", office)
    path = "procedures/editions/office-1.yml"
    assert made == {path: bare((root / path).read_text(encoding="utf-8"))}


def test_an_approval_of_what_is_published_is_what_the_command_writes(
    editor: Editor, site: Published, commanded: Callable[..., Path]
) -> None:
    editor.open()
    approve(editor)
    made = proposed(editor, site)
    root = commanded(
        "approve", NAME, "--by", "planning-group", "--date", "2566-01-01", "--order", "คำสั่ง 1/2566"
    )
    assert made == {OFFICE: (root / OFFICE).read_text(encoding="utf-8")}


def test_what_is_not_published_as_it_is_here_is_not_approved(editor: Editor, site: Published) -> None:
    editor.open()
    editor.change("3", "เสนอผู้อำนวยการ")
    approve(editor)
    expect(editor.dialog.get_by_role("alert")).to_contain_text("ยังไม่เผยแพร่")
    editor.dialog.get_by_role("button", name="ยกเลิก").click()
    editor.field("3").fill("เสนอ")
    expect(editor.page.locator(".state")).to_contain_text("ตรงกับที่บันทึกไว้")
    site.kept.somebody_changes(f"{PREFIX}{PROCEDURE}", "text: เสนอ", "text: เสนอหัวหน้ากลุ่ม")
    approve(editor)
    expect(editor.dialog.get_by_role("alert")).to_contain_text("ยังไม่เผยแพร่")


def test_an_approval_has_a_day_that_can_be_read(editor: Editor, site: Published) -> None:
    editor.open()
    approve(editor, "เมื่อวาน")
    expect(editor.dialog.get_by_role("alert")).to_contain_text("“เมื่อวาน” ไม่ใช่วันที่ที่อ่านได้")
    assert site.kept.proposed == []


def approve(editor: Editor, day: str = "2566-01-01") -> None:
    """Record an approval of what is open."""
    editor.more("บันทึกการอนุมัติ")
    editor.pick(editor.dialog.get_by_role("combobox", name="ผู้อนุมัติ"), "นโยบาย", "กลุ่มนโยบายและแผน")
    editor.dialog.get_by_role("textbox", name="วันที่อนุมัติ").fill(day)
    editor.dialog.get_by_role("textbox", name="คำสั่งหรือหนังสือ").fill("คำสั่ง 1/2566")
    editor.dialog.get_by_role("button", name="บันทึก", exact=True).click()


def test_shared_text_that_moved_is_accepted_as_the_command_does(
    editor: Editor, site: Published, commanded: Callable[..., Path]
) -> None:
    editor.open()
    editor.page.get_by_role("button", name="เฉพาะสำนักงานของเรา").click()
    editor.field("1")
    own = editor.page.locator('.rows > li[data-row="1"]').get_by_role("complementary")
    expect(own).to_contain_text("ต้นฉบับร่วมเปลี่ยนไป")
    editor.more("ยืนยันว่าดู")
    expect(own).not_to_contain_text("ต้นฉบับร่วมเปลี่ยนไป")
    made = proposed(editor, site)
    root = commanded("accept")
    assert made == {OFFICE: (root / OFFICE).read_text(encoding="utf-8")}
    assert "00000000" not in made[OFFICE]


def test_another_id_is_what_the_command_writes(
    editor: Editor, site: Published, commanded: Callable[..., Path]
) -> None:
    editor.open()
    editor.change("3", "เสนอผู้อำนวยการ")
    rename(editor, "budget-analysis")
    expect(editor.dialog).to_have_count(0)
    expect(editor.field("3")).to_have_value("เสนอผู้อำนวยการ")
    made = proposed(editor, site)
    root = commanded("rename", "procedure", NAME, "budget-analysis")
    moved = PROCEDURE.replace(NAME, "budget-analysis")
    assert made.keys() == {moved, OFFICE, RETIRED}
    assert made[OFFICE] == (root / OFFICE).read_text(encoding="utf-8")
    noted = (root / RETIRED).read_text(encoding="utf-8")
    assert made[RETIRED].partition("date:")[0] == noted.partition("date:")[0]
    written = (root / moved).read_text(encoding="utf-8")
    assert made[moved] == written.replace("text: เสนอ\n", "text: เสนอผู้อำนวยการ\n")
    assert f"{PREFIX}{PROCEDURE}" not in site.kept.tree(site.kept.proposed[0])


def test_another_id_is_thrown_away_with_the_file_that_has_it(editor: Editor) -> None:
    editor.open()
    rename(editor, "budget-analysis")
    expect(editor.dialog).to_have_count(0)
    editor.more("ทิ้งร่าง")
    editor.dialog.get_by_role("button", name="ทิ้งร่าง", exact=True).click()
    expect(editor.dialog).to_have_count(0)
    editor.page.locator(".opened").click()
    editor.dialog.locator(".file").filter(has_text="งานวิเคราะห์งบประมาณรายจ่าย").first.click()
    expect(editor.field("3")).to_have_value("เสนอ")


def test_an_id_that_this_page_cannot_follow_stays_and_the_way_is_told(
    editor: Editor, site: Published
) -> None:
    site.kept.somebody_changes(f"{PREFIX}docs/about/foreword.md", "คำนำ", f"[คำนำ](../budget/{NAME}.md)")
    editor.open()
    rename(editor, "budget-analysis")
    alert = editor.dialog.get_by_role("alert")
    expect(alert).to_contain_text("docs/about/foreword.md")
    expect(alert).to_contain_text("khumue edit")
    expect(editor.page.locator(".state")).to_contain_text("ตรงกับที่บันทึกไว้")


def rename(editor: Editor, name: str) -> None:
    """Give what is open another id."""
    editor.more("เปลี่ยนรหัส")
    editor.dialog.get_by_role("textbox", name="ชื่อในที่อยู่").fill(name)
    editor.dialog.get_by_role("button", name="เปลี่ยน", exact=True).click()
