"""The page of the desk in a real Chromium, used as a person uses it: by what stands on it, never by how it is made."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Dialog, Error, Locator, Page, expect

from tests.support.desks import Desk
from tests.support.kept_pages import kept_pages_of
from tests.support.measuring import DESKTOP
from tests.support.policies import THROW_WHAT_IS_REFUSED

_PASTE = """(box, [text, html]) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  if (html) clipboardData.setData("text/html", html);
  box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


class DeskPage:
    """A person at the desk."""

    def __init__(self, page: Page, desk: Desk) -> None:
        """Come in by the entrance that the command prints."""
        self.page, self.complaints = page, list[str]()
        page.on("pageerror", self.note)
        page.goto(f"http://127.0.0.1:{desk.port}{desk.entrance}")
        self.wait()

    def note(self, error: Error) -> None:
        """Note what goes wrong unseen."""
        self.complaints.append(f"{error.message}\n{error.stack}")

    @contextmanager
    def asked_nothing(self) -> Iterator[None]:
        """Complain of whatever the browser itself asks meanwhile."""

        def note(dialog: Dialog) -> None:
            self.complaints.append(dialog.message)
            dialog.dismiss()

        self.page.on("dialog", note)
        yield
        self.page.remove_listener("dialog", note)

    def wait(self) -> None:
        """Wait until something is open."""
        expect(self.page.locator(".sheet")).to_be_visible()

    def open(self, title: str) -> None:
        """Choose what to change by its title."""
        self.page.locator(".opened").click()
        self.dialog.get_by_role("searchbox").fill(title)
        self.dialog.locator(".file").filter(has_text=title).first.click()
        expect(self.page.locator(".opened")).to_contain_text(title)

    def again(self) -> None:
        """Close the page and open it again."""
        self.page.reload()
        self.wait()

    # steps

    @property
    def rows(self) -> Locator:
        """The steps."""
        return self.page.locator(".rows > li")

    def says(self, steps: Sequence[str]) -> None:
        """What the steps say: their numbers and texts, open or not."""
        expect(self.page.locator(".rows .head")).to_have_count(len(steps))
        expect(self.page.locator(".rows .head")).to_contain_text(list(steps), use_inner_text=False)

    def step(self, number: str) -> Locator:
        """The row of a step."""
        return self.page.locator(f'.rows > li[data-row="{number}"]')

    def unfold(self, number: str) -> Locator:
        """Open the form of a step, and give its row."""
        row = self.step(number)
        if row.locator(".head").get_attribute("aria-expanded") != "true":
            row.locator(".head").click()
        expect(row.locator(".form")).to_be_visible()
        return row

    def text_of(self, number: str) -> Locator:
        """The text of a step, in its open form."""
        return self.unfold(number).get_by_role("textbox", name="สิ่งที่ต้องทำ")

    def tool(self, name: str) -> None:
        """Do something to the step that is open."""
        tools = self.page.get_by_role("group", name="จัดการขั้นตอนนี้")
        tools.get_by_role("button", name=name, exact=True).click()

    # everything else

    @property
    def dialog(self) -> Locator:
        """What is asked."""
        return self.page.locator("dialog[open]")

    def pick(self, box: Locator, sought: str, title: str) -> None:
        """Choose from a combobox by words of a title or an abbreviation."""
        box.click()
        box.press_sequentially(sought)
        self.page.get_by_role("option", name=title).first.click()

    def paste(self, box: Locator, text: str, html: str = "") -> None:
        """Paste a text as a program hands it over, perhaps with what it knows of how it looks."""
        box.evaluate(_PASTE, [text, html])

    def show(self, tab: str) -> None:
        """Show another part of what is open, or another thing beside it."""
        self.page.get_by_role("tab", name=tab).click()

    def kept(self) -> None:
        """Wait until the draft is kept in the browser."""
        expect(self.page.locator(".state")).to_contain_text("เก็บร่างแล้ว")

    def save(self) -> None:
        """Save, and wait until it is done."""
        self.page.get_by_role("button", name="บันทึก", exact=True).click()
        expect(self.page.locator(".state")).to_contain_text("ตรงกับที่บันทึกไว้")

    def for_our_office(self) -> None:
        """Change for one office only from now on."""
        self.page.get_by_role("button", name="เฉพาะสำนักงานของเรา").click()


@contextmanager
def at_the_desk(browser: Browser, desk: Desk, **options: Any) -> Iterator[DeskPage]:  # noqa: ANN401 - of Playwright
    """A person who comes to the desk with an empty browser; nothing may go wrong unseen meanwhile."""
    profile = {**DESKTOP, **options}
    with kept_pages_of(browser).lent(f"desk {profile}", profile, THROW_WHAT_IS_REFUSED) as page:
        person = DeskPage(page, desk)
        yield person
        page.remove_listener("pageerror", person.note)
        assert not person.complaints, person.complaints
