"""A published manual whose files are at a stub of a host, and a person who changes it there in a real Chromium."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Dialog, Error, Locator, Page, expect

from generator.site.build import build_site
from tests.support.git_hosts import STUBS, HostStub, Kept
from tests.support.git_hosts.host import CLIENT, TOKEN
from tests.support.kept_pages import kept_pages_of
from tests.support.measuring import DESKTOP
from tests.support.policies import THROW_WHAT_IS_REFUSED, headers_of_site
from tests.support.projects import minimal_with, write_project
from tests.support.serving import kept_by_browsers, serving

PROCEDURE = "procedures/budget/expenditure-analysis.yml"
TEXT = """\
# ความเห็นของผู้เขียน
title: "งานวิเคราะห์งบประมาณรายจ่าย"
owner: planning-group
steps:
  - text: รับเรื่อง
    id: receive
    duration: 1 วัน

  - text: ตรวจสอบ   # ดูเอกสารแนบ
    id: check
  - text: เสนอ
"""
PREFIX = "manual/"
"""The folder of the project in the repository."""
SETTINGS = """\
site_name: คู่มือ
repo_url: {address}/office/manual
edit_uri: edit/main/manual/docs/
theme: {{name: material, language: th, font: false, features: [content.action.edit]}}
plugins:
  - search
  - thai_search
  - procedures:
      host: {kind}
      client: {client}
markdown_extensions: [attr_list]
"""


@dataclass
class Published:
    """A site and the host of its files."""

    site: Path
    address: str
    host: HostStub

    @property
    def kept(self) -> Kept:
        """What the host keeps."""
        return self.host.kept


@contextmanager
def published(kind: str, folder: Path, **more: str) -> Iterator[Published]:
    """A built site, served with the headers that it brings, and its host; `more` are files by their paths."""
    files = minimal_with({PROCEDURE: TEXT, "docs/about/foreword.md": "# คำนำ\n", **more})
    with STUBS[kind](Kept({})).serving() as host:
        settings = SETTINGS.format(address=host.address, kind=kind, client=CLIENT)
        root = write_project(folder / "project", {**files, "mkdocs.yml": settings})
        build_site(root, folder / "site", jobs=1)
        host.kept = Kept(
            {f"{PREFIX}{path}": text for path, text in {**files, "mkdocs.yml": settings}.items()}
        )
        headers = kept_by_browsers(headers_of_site(folder / "site"))
        with serving(folder / "site", headers) as address:
            yield Published(folder / "site", address, host)


def fresh(site: Published) -> None:
    """Let a host begin again with what it was given at first."""
    host = site.host
    host.kept = Kept(host.kept.files)
    host.faults.clear()
    host.asked.clear()
    host.unknown.clear()
    host.may_write = True
    host.challenge = host.state_told = ""


class Editor:
    """A person who changes a published manual."""

    def __init__(self, page: Page, site: Published) -> None:
        """Sit down at a browser."""
        self.page, self.site, self.complaints = page, site, list[str]()
        page.on("pageerror", self.note)

    def note(self, error: Error) -> None:
        """Note what goes wrong unseen."""
        self.complaints.append(str(error))

    @contextmanager
    def asked_nothing(self) -> Iterator[None]:
        """Complain of whatever the browser itself asks meanwhile."""

        def note(dialog: Dialog) -> None:
            self.complaints.append(dialog.message)
            dialog.dismiss()

        self.page.on("dialog", note)
        yield
        self.page.remove_listener("dialog", note)

    def come(self, anchor: str = "") -> None:
        """Follow a procedure's page to where it is changed."""
        self.page.goto(f"{self.site.address}budget/expenditure-analysis/{anchor}")
        self.page.get_by_role("link", name="แก้ไขหน้านี้").click()

    def sign_in(self, token: str = TOKEN, is_kept: bool = False) -> None:
        """Give a token."""
        self.page.get_by_label("โทเคน", exact=True).fill(token)
        if is_kept:
            self.page.get_by_label("เก็บโทเคนไว้").check()
        self.page.get_by_role("button", name="เข้าใช้งาน", exact=True).click()

    def open(self) -> None:
        """Come, sign in, and see the procedure."""
        self.come()
        self.sign_in()
        expect(self.page.locator(".sheet")).to_be_visible()

    def field(self, number: str, name: str = "สิ่งที่ต้องทำ") -> Locator:
        """A field of a step."""
        row = self.page.locator(f'.rows > li[data-row="{number}"]')
        if row.locator(".head").get_attribute("aria-expanded") != "true":
            row.locator(".head").click()
        return row.get_by_role("textbox", name=name)

    def change(self, number: str, text: str, name: str = "สิ่งที่ต้องทำ") -> None:
        """Write into a field of a step, until it is kept as a draft."""
        self.field(number, name).fill(text)
        expect(self.page.locator(".state")).to_contain_text("เก็บร่างแล้ว")

    @property
    def dialog(self) -> Locator:
        """What is asked."""
        return self.page.locator("dialog[open]")

    def begin(self, kind: str) -> None:
        """Ask for something new."""
        self.page.locator(".opened").click()
        self.dialog.get_by_role("button", name=f"+ {kind}").click()

    def pick(self, box: Locator, sought: str, title: str) -> None:
        """Choose from a combobox by words of a title."""
        box.click()
        box.press_sequentially(sought)
        self.page.get_by_role("option", name=title).first.click()

    def more(self, doing: str) -> None:
        """Do what is done seldom."""
        self.page.get_by_role("button", name="อื่น ๆ").click()
        self.dialog.get_by_role("button", name=doing).click()

    def propose(self, why: str = "ระเบียบใหม่") -> None:
        """Ask for a change to be taken in."""
        self.page.get_by_role("button", name="เสนอแก้ไข").click()
        self.dialog.get_by_label("แก้เพราะอะไร").fill(why)
        self.dialog.get_by_label("ชื่อผู้เสนอ").fill("ผู้จัดทำ")
        self.dialog.get_by_role("button", name="เสนอ", exact=True).click()


@contextmanager
def editing(browser: Browser, site: Published) -> Iterator[Editor]:
    """A person with an empty browser; nothing may go wrong unseen meanwhile, and nothing is asked that no host has."""
    with kept_pages_of(browser).lent("editing", DESKTOP, THROW_WHAT_IS_REFUSED) as page:
        person = Editor(page, site)
        yield person
        page.remove_listener("pageerror", person.note)
        assert person.complaints == []
        assert site.host.unknown == []
