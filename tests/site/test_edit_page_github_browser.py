"""What only GitHub does: a list of files that is cut off, tokens that know of no checks, bounds on how often to ask."""

import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Route, expect

from tests.site.edit_pages import PREFIX, PROCEDURE, Editor, Published, published
from tests.support.git_hosts import Fault, GitHubStub


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """The site at GitHub."""
    with published("github", tmp_path_factory.mktemp("github")) as site:
        yield site


@pytest.fixture
def github(site: Published) -> Iterator[GitHubStub]:
    """The host."""
    assert isinstance(site.host, GitHubStub)
    yield site.host
    site.host.truncates = False


def test_a_list_that_is_cut_off_is_read_folder_by_folder(
    editor: Editor, site: Published, github: GitHubStub
) -> None:
    github.truncates = True
    editor.open()
    editor.change("3", "เสนอผู้อำนวยการ")
    editor.propose()
    expect(editor.dialog).to_contain_text("ส่งให้ผู้ตรวจแล้ว")
    (branch,) = site.kept.proposed
    assert "เสนอผู้อำนวยการ" in site.kept.text(f"{PREFIX}{PROCEDURE}", branch)
    assert site.kept.tree(branch).keys() == site.kept.tree("main").keys()


def test_runs_of_workflows_are_told_where_checks_are_hidden(editor: Editor, site: Published) -> None:
    site.kept.checks = [{"name": "ตรวจคู่มือ", "state": "bad"}]
    site.host.faults.append(Fault("GET", "/check-runs$", 403))
    editor.open()
    editor.change("3", "เสนอผู้อำนวยการ")
    editor.propose()
    expect(editor.dialog).to_contain_text("ตรวจไม่ผ่าน")
    expect(editor.dialog).to_contain_text("ตรวจคู่มือ: ไม่ผ่าน")


def test_where_nothing_of_checks_may_be_known_that_is_told(editor: Editor, site: Published) -> None:
    site.host.faults += [Fault("GET", "/check-runs$", 403), Fault("GET", "/actions/runs$", 403)]
    editor.open()
    editor.change("3", "เสนอผู้อำนวยการ")
    editor.propose()
    expect(editor.dialog).to_contain_text("ไม่มีสิทธิ์ดูผลตรวจ")


def test_who_asked_too_often_is_told_how_long_to_wait(editor: Editor, site: Published) -> None:
    editor.open()
    editor.change("3", "เสนอผู้อำนวยการ")
    again = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(int(time.time()) + 290)}
    site.host.faults.append(Fault("POST", "/git/blobs$", 403, again))
    editor.propose()
    expect(editor.dialog.get_by_role("alert")).to_contain_text("รอราว 5 นาที")


def test_where_other_projects_share_the_origin_that_is_told(editor: Editor, site: Published) -> None:
    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path.lstrip("/")
        route.fulfill(response=route.fetch(url=f"{site.address}{path}"))

    shared = editor.page.get_by_role("note")
    editor.come()
    expect(editor.page.get_by_label("โทเคน", exact=True)).to_be_visible()
    expect(shared).to_have_count(0)
    editor.page.route("https://office.github.io/**", answer)
    editor.page.goto("https://office.github.io/edit/")
    expect(shared).to_contain_text("office.github.io ใช้ร่วมกับเว็บของโครงการอื่น")
