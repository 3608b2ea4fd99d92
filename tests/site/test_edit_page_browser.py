"""A published manual is changed in the browser alone, on the files of its host: the same of every kind of host."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.site.edit_pages import PREFIX, PROCEDURE, TEXT, Editor, Published, published
from tests.support.auditing import IN_FULL
from tests.support.git_hosts import STUBS, Fault
from tests.support.git_hosts.host import TOKEN
from tests.support.git_hosts.kept import MAIN

FILE = f"{PREFIX}{PROCEDURE}"
NEW_TEXT = TEXT.replace("text: เสนอ\n", "text: เสนอผู้อำนวยการ\n")


@pytest.fixture(scope="module", params=STUBS)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """The site at each kind of host."""
    with published(request.param, tmp_path_factory.mktemp(request.param)) as site:
        yield site


def branch_of(site: Published) -> str:
    """The one branch that is proposed."""
    (branch,) = site.kept.proposed
    return branch


def test_a_sentence_becomes_one_commit_and_a_request(editor: Editor, site: Published) -> None:
    main = site.kept.branches[MAIN]
    site.kept.checks = [{"name": "ตรวจคู่มือ", "state": "good"}]
    editor.open()
    editor.change("3", "เสนอผู้อำนวยการ")
    editor.propose("ระเบียบใหม่")
    expect(editor.dialog).to_contain_text("ตรวจผ่านทั้งหมด")
    branch = branch_of(site)
    commit = site.kept.commits[site.kept.branches[branch]]
    assert commit.parents == (main,)
    assert commit.message == "ระเบียบใหม่\n\nเสนอโดย ผู้จัดทำ"
    assert site.kept.branches[MAIN] == main
    before = site.kept.tree(MAIN)
    assert {path for path, name in commit.tree.items() if before.get(path) != name} == {FILE}
    assert site.kept.text(FILE, branch) == NEW_TEXT
    (request,) = site.kept.requests
    assert (request["head"], request["base"], request["title"]) == (branch, MAIN, "ระเบียบใหม่")
    link = editor.dialog.get_by_role("link", name="เปิดหน้าข้อเสนอ")
    assert (link.get_attribute("href") or "").startswith(f"{site.host.address}/office/manual/")


def test_another_proposal_goes_on_with_the_open_one(editor: Editor, site: Published) -> None:
    editor.open()
    editor.change("3", "เสนอผู้อำนวยการ")
    editor.propose()
    expect(editor.dialog).to_contain_text("ยังไม่มีผลตรวจ")
    first = site.kept.branches[branch_of(site)]
    editor.dialog.get_by_role("button", name="ปิด").last.click()
    editor.change("1", "รับเรื่องจากสถานศึกษา")
    editor.propose("แก้เพิ่ม")
    expect(editor.dialog).to_contain_text("ข้อเสนอเปิดอยู่")
    branch = branch_of(site)
    assert site.kept.commits[site.kept.branches[branch]].parents == (first,)
    assert site.kept.text(FILE, branch) == NEW_TEXT.replace("รับเรื่อง\n", "รับเรื่องจากสถานศึกษา\n")
    assert len(site.kept.requests) == 1


def test_a_request_that_failed_is_made_again_for_the_same_commit(editor: Editor, site: Published) -> None:
    editor.open()
    editor.change("3", "เสนอผู้อำนวยการ")
    site.host.faults.append(Fault("POST", "/(pulls|merge_requests)$", 500))
    editor.propose()
    expect(editor.dialog.get_by_role("alert")).to_contain_text("ขัดข้อง")
    commit = site.kept.branches[branch_of(site)]
    site.host.faults.clear()
    editor.dialog.get_by_role("button", name="เสนอ", exact=True).click()
    expect(editor.dialog).to_contain_text("ส่งให้ผู้ตรวจแล้ว")
    assert site.kept.branches[branch_of(site)] == commit
    assert len(site.kept.requests) == 1


def test_what_is_taken_back_leaves_the_proposal(editor: Editor, site: Published) -> None:
    editor.open()
    editor.change("3", "เสนอผู้อำนวยการ")
    editor.propose()
    expect(editor.dialog).to_contain_text("ส่งให้ผู้ตรวจแล้ว")
    editor.dialog.get_by_role("button", name="ปิด").last.click()
    editor.field("3").fill("เสนอ")
    expect(editor.page.locator(".state")).to_contain_text("ตรงกับที่บันทึกไว้")
    editor.propose("ขอถอน")
    expect(editor.dialog).to_contain_text("ส่งให้ผู้ตรวจแล้ว")
    assert site.kept.text(FILE, branch_of(site)) == TEXT


def test_what_became_of_a_proposal_is_told_later_too(editor: Editor, site: Published) -> None:
    editor.open()
    editor.change("3", "เสนอผู้อำนวยการ")
    editor.propose()
    expect(editor.dialog).to_contain_text("ส่งให้ผู้ตรวจแล้ว")
    site.kept.requests[0]["state"] = "accepted"
    editor.page.reload()
    editor.page.get_by_role("button", name="อื่น ๆ").click()
    editor.dialog.get_by_role("button", name="ดูผลของข้อเสนอ").click()
    expect(editor.dialog).to_contain_text("ผู้ตรวจรับข้อเสนอแล้ว")


def test_a_page_leads_to_the_step_that_is_looked_at(editor: Editor) -> None:
    editor.come("#step-check")
    editor.sign_in()
    expect(editor.field("2")).to_be_visible()
    expect(editor.field("2")).to_have_value("ตรวจสอบ")


def test_the_published_chart_marks_what_is_changed(editor: Editor) -> None:
    editor.open()
    expect(editor.page.locator(".charts svg").first).to_be_visible()
    editor.change("2", "ตรวจสอบเอกสาร")
    expect(editor.page.locator(".charts a.is-changed")).to_have_count(1)
    expect(editor.page.locator(".pane")).to_contain_text("กรอบประ")


def test_the_token_goes_with_the_window(editor: Editor, site: Published) -> None:
    editor.open()
    stores = "[JSON.stringify(localStorage), JSON.stringify(sessionStorage)]"
    local, session = editor.page.evaluate(stores)
    assert TOKEN not in local
    assert TOKEN in session
    assert TOKEN not in editor.page.url
    assert not any(TOKEN in str(each.query) for each in site.host.asked)


def test_the_token_is_kept_where_a_person_wants_that_until_they_leave(editor: Editor) -> None:
    editor.come()
    editor.sign_in(is_kept=True)
    expect(editor.page.locator(".sheet")).to_be_visible()
    assert TOKEN in editor.page.evaluate("JSON.stringify(localStorage)")
    editor.page.reload()
    expect(editor.page.locator(".sheet")).to_be_visible()
    editor.page.get_by_role("button", name="อื่น ๆ").click()
    editor.dialog.get_by_role("button", name="ออกจากระบบ").click()
    expect(editor.page.get_by_label("โทเคน", exact=True)).to_be_visible()
    assert TOKEN not in editor.page.evaluate("JSON.stringify([localStorage, sessionStorage])")


def test_who_has_an_account_signs_in_with_it(editor: Editor, site: Published) -> None:
    editor.come("#step-check")
    button = editor.page.get_by_role("button", name="เข้าใช้งานด้วยบัญชี")
    if not site.host.authorize:  # this host lets no page without a secret do so
        expect(editor.page.get_by_label("โทเคน", exact=True)).to_be_visible()
        expect(button).to_have_count(0)
        return
    asked = editor.page.url
    button.click()
    expect(editor.field("2")).to_have_value("ตรวจสอบ")
    assert editor.page.url == asked
    assert TOKEN not in editor.page.evaluate("JSON.stringify(localStorage)")
    editor.change("3", "เสนอผู้อำนวยการ")
    editor.propose()
    expect(editor.dialog).to_contain_text("ส่งให้ผู้ตรวจแล้ว")


def test_a_code_that_nobody_here_asked_for_is_refused(editor: Editor, site: Published) -> None:
    if not site.host.authorize:
        return
    site.host.state_told = "of-another"
    editor.come()
    editor.page.get_by_role("button", name="เข้าใช้งานด้วยบัญชี").click()
    expect(editor.page.get_by_role("alert")).to_contain_text("ไม่สำเร็จ")
    assert "code=" not in editor.page.url
    editor.sign_in()
    expect(editor.page.locator(".sheet")).to_be_visible()


@pytest.mark.parametrize(
    ("token", "may_write", "said"), [("wrong", True, "ไม่รับโทเคนนี้"), (TOKEN, False, "อ่านได้อย่างเดียว")]
)
def test_a_token_that_is_not_enough_is_told(
    editor: Editor, site: Published, token: str, may_write: bool, said: str
) -> None:
    site.host.may_write = may_write
    editor.come()
    editor.sign_in(token)
    expect(editor.page.get_by_role("alert")).to_contain_text(said)
    site.host.may_write = True
    editor.sign_in()
    expect(editor.page.locator(".sheet")).to_be_visible()


REFUSALS = {
    401: "ไม่รับโทเคนนี้",
    403: "ไม่มีสิทธิ์",
    404: "ไม่พบคลัง",
    409: "เวลาเดียวกัน",
    422: "ไม่รับคำขอนี้",
    429: "บ่อยเกินไป",
    500: "ขัดข้อง",
}


@pytest.mark.parametrize(
    "refusals", [(each,) for each in REFUSALS] if IN_FULL else [tuple(REFUSALS)], ids=str
)
def test_a_refusal_is_told_and_loses_nothing(
    editor: Editor, site: Published, refusals: tuple[int, ...]
) -> None:
    """Every day somebody is refused in all ways, one after the other; in audits each meets one."""
    editor.open()
    editor.change("3", "เสนอผู้อำนวยการ")
    for status in refusals:
        headers = {"Retry-After": "120"} if status == 429 else {}
        site.host.faults.append(Fault("POST", "/(blobs|commits|contents)$", status, headers))
        if status == refusals[0]:
            editor.propose()
        else:
            editor.dialog.get_by_role("button", name="เสนอ", exact=True).click()
        expect(editor.dialog.get_by_role("alert")).to_contain_text(REFUSALS[status])
        assert site.kept.proposed == []
        site.host.faults.clear()
    editor.dialog.get_by_role("button", name="เสนอ", exact=True).click()
    expect(editor.dialog).to_contain_text("ส่งให้ผู้ตรวจแล้ว")
    assert site.kept.text(FILE, branch_of(site)) == NEW_TEXT


def test_no_connection_is_told_and_loses_nothing(editor: Editor, site: Published) -> None:
    editor.open()
    editor.change("3", "เสนอผู้อำนวยการ")
    editor.page.context.set_offline(True)
    editor.propose()
    expect(editor.dialog.get_by_role("alert").first).to_contain_text("ติดต่อระบบเก็บไฟล์ไม่ได้")
    editor.page.context.set_offline(False)
    editor.dialog.get_by_role("button", name="เสนอ", exact=True).click()
    expect(editor.dialog).to_contain_text("ส่งให้ผู้ตรวจแล้ว")
    assert site.kept.text(FILE, branch_of(site)) == NEW_TEXT


def test_a_branch_that_is_there_is_left_alone(editor: Editor, site: Published) -> None:
    editor.open()
    editor.change("3", "เสนอผู้อำนวยการ")
    editor.propose()
    expect(editor.dialog).to_contain_text("ส่งให้ผู้ตรวจแล้ว")
    first = branch_of(site)
    commit = site.kept.branches[first]
    site.kept.requests[0]["state"] = "closed"
    editor.dialog.get_by_role("button", name="ปิด").last.click()
    editor.propose("อีกครั้ง")
    expect(editor.dialog).to_contain_text("ส่งให้ผู้ตรวจแล้ว")
    assert site.kept.branches[first] == commit
    assert site.kept.proposed == [first, f"{first}-2"]


def test_what_others_changed_meanwhile_is_taken_in(editor: Editor, site: Published) -> None:
    editor.open()
    editor.change("3", "เสนอผู้อำนวยการ")
    site.kept.somebody_changes(FILE, "1 วัน", "2 วัน")
    main = site.kept.branches[MAIN]
    editor.propose()
    expect(editor.dialog).to_contain_text("ส่งให้ผู้ตรวจแล้ว")
    branch = branch_of(site)
    assert site.kept.commits[site.kept.branches[branch]].parents == (main,)
    assert site.kept.text(FILE, branch) == NEW_TEXT.replace("1 วัน", "2 วัน")


def test_one_field_changed_by_two_is_shown(editor: Editor, site: Published) -> None:
    editor.open()
    editor.change("3", "เสนอผู้อำนวยการ")
    site.kept.somebody_changes(FILE, "text: เสนอ", "text: เสนอหัวหน้ากลุ่ม")
    editor.propose()
    expect(editor.dialog).to_contain_text("เสนอหัวหน้ากลุ่ม")
    assert site.kept.proposed == []
    editor.dialog.get_by_role("button", name="เก็บของฉัน").click()
    editor.dialog.get_by_role("button", name="ปิด").last.click()
    editor.propose()
    expect(editor.dialog).to_contain_text("ส่งให้ผู้ตรวจแล้ว")
    assert site.kept.text(FILE, branch_of(site)) == NEW_TEXT


def test_a_draft_outlives_the_page_and_ends_when_it_is_taken_in(editor: Editor, site: Published) -> None:
    editor.open()
    editor.change("3", "เสนอผู้อำนวยการ")
    editor.page.reload()
    expect(editor.field("3")).to_have_value("เสนอผู้อำนวยการ")
    site.kept.somebody_changes(FILE, "text: เสนอ", "text: เสนอผู้อำนวยการ")
    editor.page.reload()
    expect(editor.page.locator(".state")).to_contain_text("ตรงกับที่บันทึกไว้")


def test_what_a_host_says_is_only_text(editor: Editor, site: Published) -> None:
    hostile = "<img src=x onerror=alert(1)></p><script>alert(1)</script>"
    site.kept.somebody_changes(FILE, "ตรวจสอบ ", f"'{hostile}' ")
    site.kept.checks = [{"name": hostile, "state": "bad", "address": "javascript:alert(1)"}]
    with editor.asked_nothing():
        editor.open()
        expect(editor.field("2")).to_have_value(hostile)
        editor.change("3", f"เสนอ {hostile}")
        site.host.faults.append(Fault("POST", "/(pulls|merge_requests)$", 500, body={"message": hostile}))
        editor.propose(hostile)
        expect(editor.dialog.get_by_role("alert")).to_contain_text("ขัดข้อง")
        site.host.faults.clear()
        editor.dialog.get_by_role("button", name="เสนอ", exact=True).click()
        expect(editor.dialog).to_contain_text("ตรวจไม่ผ่าน")
        expect(editor.dialog).to_contain_text(hostile)
        assert len(site.kept.commits[site.kept.branches[branch_of(site)]].parents) == 1
        assert editor.page.locator("img[src=x], a[href^=javascript]").count() == 0
