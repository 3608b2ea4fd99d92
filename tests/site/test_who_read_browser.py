"""The supervisor's page in a real browser: lists of many people in one table, whatever the files hold."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.site.reading import MANUAL
from tests.site.test_my_reading_browser import FORMULA, SCHEMA, saved
from tests.site.test_reading_browser import confirm
from tests.support.axe import violations

SCRIPT = "<img src=x onerror=window.isBroken=1>"


@pytest.fixture
def texts(page: Page, read_office: tuple[str, str]) -> dict[str, str]:
    """The fingerprints of the procedures as they are now."""
    page.goto(f"{read_office[1]}who-read/")
    told = json.loads(page.locator("[data-who-read]").get_attribute("data-who-read") or "")
    return {each["id"]: each["fingerprint"] for each in told["procedures"]}


LETTERS = ".woff2"
"""What paper takes of the site: the letters, where a busy machine did not have them for the screen."""


@pytest.fixture
def who(page: Page, texts: dict[str, str]) -> Iterator[Page]:
    """The page, which asks for nothing once it is there."""
    assert texts
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    yield page
    assert [each for each in asked if not each.startswith("blob:") and not each.endswith(LETTERS)] == []
    assert page.evaluate("JSON.stringify({ ...localStorage })").find("ผู้อ่าน") < 0


def a_list(readers: list[str], read: dict[str, tuple[str, str]], **others: object) -> dict[str, Any]:
    """A list: of each procedure its fingerprint and when it was read."""
    procedures = [
        {
            "id": each,
            "number": "1.1",
            "title": f"งาน {each}",
            "fingerprint": mark,
            "read": day,
            "revision": "",
        }
        for each, (mark, day) in read.items()
    ]
    head = {"format": "khumue-reading-list", "version": 1, "manual": MANUAL, "office": "สำนักงานตัวอย่าง"}
    return {**head, "title": "", "made": "2025-11-30", "readers": readers, "procedures": procedures, **others}


def a_file(name: str, content: object) -> FilePayload:
    """A file that is chosen."""
    text = content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode()
    return {"name": name, "mimeType": "application/json", "buffer": text}


def choose(page: Page, *files: FilePayload) -> None:
    """Open some files."""
    page.locator("[data-part=files]").set_input_files(list(files))


def cells(page: Page, part: str) -> list[list[str]]:
    """What a table says."""
    rows = page.locator(f"[data-part={part}] tbody tr").all()
    return [[" ".join(cell.split()) for cell in row.locator("th, td").all_inner_texts()] for row in rows]


def messages(page: Page) -> Locator:
    """What became of the files."""
    return page.locator("[data-part=messages] li")


def test_many_lists_are_one_table(who: Page, texts: dict[str, str]) -> None:
    older = "0" * 16
    choose(
        who,
        a_file("a.json", a_list(["ผู้อ่าน ก"], {each: (mark, "2025-11-01") for each, mark in texts.items()})),
        a_file(
            "b.json",
            a_list(["ผู้อ่าน ข"], {"plan": (older, "2025-10-01"), "post": (texts["incoming"], "2025-10-02")}),
        ),
    )
    who.get_by_label("รายชื่อที่ต้องอ่าน").fill("ผู้อ่าน ค\nผู้อ่าน  ก")
    expect(who.locator("[data-part=counts]")).to_have_text("3 คน · 3 งาน · อ่านฉบับปัจจุบันครบ 1 คน")
    assert cells(who, "people") == [
        ["ผู้อ่าน ก", "3", "0", "0"],
        ["ผู้อ่าน ข", "1", "1", "1"],
        ["ผู้อ่าน ค (ยังไม่ส่งไฟล์)", "0", "0", "3"],
    ]
    assert cells(who, "table") == [
        ["1.1 จัดทำแผน", "ผู้อ่าน ก (1 พ.ย. 2568)", "ผู้อ่าน ข (1 ต.ค. 2568)", "ผู้อ่าน ค"],
        ["1.2 การลา", "ผู้อ่าน ก (1 พ.ย. 2568)", "–", "ผู้อ่าน ข ผู้อ่าน ค"],
        ["1.3 รับหนังสือ", "ผู้อ่าน ก (1 พ.ย. 2568) ผู้อ่าน ข (2 ต.ค. 2568)", "–", "ผู้อ่าน ค"],
    ]
    assert violations(who) == []
    who.get_by_label("หาชื่อหรืองาน").fill("ผู้อ่าน ข")
    assert [row[0] for row in cells(who, "people")] == ["ผู้อ่าน ข"]
    who.get_by_label("แสดงเฉพาะ").select_option(label="อ่านข้อความเดิม")
    assert cells(who, "table") == [["1.1 จัดทำแผน", "ผู้อ่าน ข (1 ต.ค. 2568)"]]
    who.get_by_label("หาชื่อหรืองาน").fill("ไม่มีเลย")
    expect(who.locator("[data-part=table]")).to_contain_text("ไม่มีรายการที่ตรงกับที่เลือก")


def test_what_the_readers_page_saves_is_understood_in_both_forms(
    page: Page, read_office: tuple[str, str], tmp_path: Path
) -> None:
    before, after = read_office
    for path in ("work/plan/", "work/post/"):
        confirm(page, before + path)
    page.goto(f"{after}my-reading/")
    files = []
    for ending, name in (("JSON", "ผู้อ่าน ก"), ("CSV", FORMULA)):
        files.append(tmp_path / f"list.{ending.lower()}")
        saved(page, ending, name).save_as(files[-1])
    thai = (
        files[1]
        .read_text(encoding="utf-8-sig")
        .replace(f'"\'{FORMULA.replace(chr(34), chr(34) * 2)}"', "ผู้อ่าน ข")
    )
    year = int(thai.split(",20")[1][:2]) + 2000
    (tmp_path / "excel.csv").write_bytes(
        thai.replace(",", ";").replace(f";{year}-", f";{year + 543}-").encode("cp874")
    )
    page.goto(f"{after}who-read/")
    page.locator("[data-part=files]").set_input_files([*files, tmp_path / "excel.csv"])
    expect(page.locator("[data-part=counts]")).to_contain_text("3 คน")
    assert cells(page, "people") == [
        [FORMULA, "1", "1", "1"],
        ["ผู้อ่าน ก", "1", "1", "1"],
        ["ผู้อ่าน ข", "1", "1", "1"],
    ]
    expect(messages(page).filter(has_text="!")).to_have_count(0)


def test_the_example_of_the_schema_is_a_list_of_another_manual(who: Page) -> None:
    (example,) = SCHEMA["examples"]
    choose(
        who,
        a_file("example.json", {**example, "manual": MANUAL}),
        a_file("other.json", {**example, "manual": "other"}),
    )
    expect(messages(who).nth(0)).to_contain_text("รับ 1 งาน ของ ผู้อ่านคนที่หนึ่ง, ผู้อ่านคนที่สอง")
    expect(who.locator("[data-part=table]")).to_contain_text("ผู้อ่านคนที่สอง (30 พ.ย. 2568)")
    expect(messages(who).nth(1)).to_contain_text("คู่มืออื่น (สำนักงานตัวอย่าง รหัสฉบับ other)")


HOSTILE = {
    "other.json": (b'{"a": 1}', "ไม่ใช่ไฟล์รายการอ่าน"),
    "cut.json": (b'{"format": "khumue-reading-list", "version": 1, "readers"', "ไฟล์เสียหรือไม่ครบ"),
    "nothing.json": (b"", "ไฟล์ว่าง"),
    "list.json": (b"[1, 2]", "ไม่ใช่ไฟล์รายการอ่าน"),
    "null.json": (b"null", "ไม่ใช่ไฟล์รายการอ่าน"),
    "newer.json": (json.dumps(a_list(["ก"], {}, version=2)).encode(), "รูปแบบรุ่น 2 ใหม่กว่า"),
    "version.json": (json.dumps(a_list(["ก"], {}, version="1")).encode(), "ไฟล์เสียหรือไม่ครบ"),
    "readers.json": (json.dumps({**a_list(["ก"], {}), "readers": {"0": "ก"}}).encode(), "ไฟล์เสียหรือไม่ครบ"),
    "many.json": (json.dumps(a_list(["ก"] * 101, {})).encode(), "ไฟล์เสียหรือไม่ครบ"),
    "numbers.csv": (b"a,b\n1,2\n", "ไม่ใช่ไฟล์รายการอ่าน"),
    "quote.csv": (b'a [reader],b [id],c [read],d [mark],e [manual],f [format]\n"x', "ไฟล์เสียหรือไม่ครบ"),
    "picture.json": (bytes(range(256)), "ไม่ใช่ไฟล์รายการอ่าน"),
    "huge.json": (b" " * 5_000_001, "ไฟล์ใหญ่เกินไป"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_list_is_told_and_spoils_nothing(who: Page, texts: dict[str, str], name: str) -> None:
    content, said = HOSTILE[name]
    good = a_file("good.json", a_list(["ผู้อ่าน ก"], {"plan": (texts["plan"], "2025-11-01")}))
    choose(who, a_file(name, content), good)
    expect(messages(who).nth(0)).to_contain_text(f"{name}: ")
    expect(messages(who).nth(0)).to_contain_text(said)
    assert cells(who, "people") == [["ผู้อ่าน ก", "1", "0", "2"]]


def test_scripts_in_files_are_only_words(who: Page, texts: dict[str, str]) -> None:
    read = {"plan": (texts["plan"], "2025-11-01"), "unknown": (texts["plan"], "2025-11-01")}
    told = a_list([SCRIPT], read, office=SCRIPT)
    told["procedures"][1]["title"] = SCRIPT
    choose(who, a_file(f"{SCRIPT}.json", told), a_file("x.json", {**told, "manual": SCRIPT}))
    expect(messages(who).nth(0)).to_contain_text(SCRIPT)
    expect(who.locator("[data-part=table]")).to_contain_text(SCRIPT)
    expect(who.locator("[data-part=unknown]")).to_contain_text(f"{SCRIPT}: {SCRIPT} (1 พ.ย. 2568)")
    assert who.evaluate("window.isBroken") is None


def test_entries_that_are_none_are_counted_and_the_others_kept(who: Page, texts: dict[str, str]) -> None:
    told = a_list(
        ["ผู้อ่าน ก"], {"plan": (texts["plan"], "2025-11-01"), "leave": (texts["leave"], "2025-02-30")}
    )
    told["procedures"] += [None, {"id": "../x"}, {**told["procedures"][0], "fingerprint": 7}]
    choose(who, a_file("a.json", told))
    expect(messages(who).filter(has_text="ข้าม 4 รายการที่อ่านไม่ได้ (แถวหรือลำดับที่ 2, 3, 4, 5)")).to_have_count(1)
    assert cells(who, "people") == [["ผู้อ่าน ก", "1", "0", "2"]]


def test_one_person_in_several_files_is_one_person(who: Page, texts: dict[str, str]) -> None:
    older = "0" * 16
    first = a_file(
        "a.json", a_list(["ผู้อ่าน  กำ"], {"plan": (older, "2025-11-20"), "leave": (older, "2025-10-01")})
    )
    second = a_file(
        "b.json",
        a_list(
            ["ผู้อ่าน ก\u0e4d\u0e32\u200b"],
            {"plan": (texts["plan"], "2025-11-01"), "leave": (older, "2025-11-01")},
        ),
    )
    choose(who, first, second, a_file("c.json", first["buffer"]))
    expect(messages(who).filter(has_text="b.json: มีรายการของ ผู้อ่าน")).to_have_count(1)
    expect(messages(who).filter(has_text="c.json: เหมือนไฟล์ a.json")).to_have_count(1)
    assert cells(who, "people") == [["ผู้อ่าน กำ", "1", "1", "1"]]
    assert "1 พ.ย. 2568" in cells(who, "table")[1][2]


def test_files_can_be_dropped(who: Page, texts: dict[str, str]) -> None:
    told = json.dumps(a_list(["ผู้อ่าน ก"], {"plan": (texts["plan"], "2025-11-01")}))
    who.evaluate(
        """(text) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text], "a.json"));
          const dropped = new DragEvent("drop", { dataTransfer, cancelable: true });
          document.querySelector("[data-part=drop]").dispatchEvent(dropped);
        }""",
        told,
    )
    expect(who.locator("[data-part=people]")).to_contain_text("ผู้อ่าน ก")


def test_the_table_is_saved_without_formulas_and_cleared_after_a_yes(
    who: Page, texts: dict[str, str]
) -> None:
    choose(who, a_file("a.json", a_list([FORMULA], {"plan": (texts["plan"], "2025-11-01")})))
    expect(who.locator("[data-part=results]")).to_be_visible()
    with who.expect_download() as waiting:
        who.get_by_role("button", name="บันทึกตาราง").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [(each["ชื่อ"], each["งาน"], each["สถานะ"], each["วันที่อ่าน"]) for each in rows] == [
        (f"'{FORMULA}", "จัดทำแผน", "อ่านฉบับปัจจุบันแล้ว", "2025-11-01"),
        (f"'{FORMULA}", "การลา", "ยังไม่อ่าน", ""),
        (f"'{FORMULA}", "รับหนังสือ", "ยังไม่อ่าน", ""),
    ]
    who.once("dialog", lambda dialog: dialog.accept())
    who.get_by_role("button", name="ล้างตาราง").click()
    expect(who.locator("[data-part=results]")).to_be_hidden()


def test_only_the_tables_are_printed(who: Page, texts: dict[str, str]) -> None:
    choose(who, a_file("a.json", a_list(["ผู้อ่าน ก"], {"plan": (texts["plan"], "2025-11-01")})))
    expect(who.locator("[data-part=people] table")).to_be_visible()
    who.emulate_media(media="print")
    expect(who.locator("[data-part=table] table")).to_be_visible()
    for gone in ("[data-part=tools]", ".who-read__choose", ".who-read .learning-button"):
        expect(who.locator(gone).first).to_be_hidden()
