"""What a preview shows where something is broken."""

from dataclasses import replace

from generator.document import documents_of, open_book, unreadable_manual_page, with_problem_pages
from generator.document.addresses import Addresses
from generator.document.blocks import Document
from generator.indexes.indexes import Indexes
from generator.model.manual import Manual
from generator.problems import Location, Problem, Severity
from generator.writers.page import Page
from generator.writers.pieces import place_pieces
from generator.writers.site_pages import SitePages
from tests.document.manuals import TODAY, manual_of, placed
from tests.support.visible import visible_text

MANUAL = manual_of(placed("plan", "1.1"), placed("audit", "1.2"))


def composed(manual: Manual) -> list[Document]:
    """The pages of a manual."""
    return list(documents_of(open_book(Indexes(manual, TODAY))))


PAGES = composed(MANUAL)


def problem(file: str, severity: Severity = Severity.ERROR) -> Problem:
    """A mistake in a file."""
    place = Location(file, 3, 7, 4)
    return Problem(
        "unknown-role", place, "ไม่มีบทบาท <b>", "ใช้ `x`", severity, line_text="  role: bods # {{ }}"
    )


def written(document: Document) -> Page:
    """A page with problems as the site has it, which needs no manual."""
    return SitePages(Addresses(None), lambda _figure, _uri: "").page(document)


def seen_on(document: Document) -> str:
    """What a reader sees of a page with problems."""
    page = written(document)
    return visible_text(place_pieces(page.markdown, page.pieces))


def test_no_errors_no_problem_pages() -> None:
    warning = problem("procedures/budget/plan.yml", Severity.WARNING)
    assert with_problem_pages(PAGES, MANUAL, [warning]) == PAGES


def test_a_broken_procedure_is_replaced_at_its_address() -> None:
    pages = with_problem_pages(PAGES, MANUAL, [problem("procedures/budget/plan.yml")])
    by_uri = {page.uri: page for page in pages}
    broken = written(by_uri["budget/plan.md"])
    assert (broken.title, broken.source, broken.meta["status"]) == (
        "1.1 ยังแสดงไม่ได้: plan",
        "procedures/budget/plan.yml",
        "problem",
    )
    assert broken.meta["search"] == {"exclude": True}
    text = seen_on(by_uri["budget/plan.md"])
    assert "ไม่มีบทบาท <b> procedures/budget/plan.yml:3:7 กฎ unknown-role" in text
    assert "3 role: bods # {{ }}" in text
    assert "วิธีแก้: ใช้ `x`" in text
    assert [page.uri for page in pages].count("budget/plan.md") == 1
    assert pages[-1].uri == "problems.md"


def test_a_procedure_that_could_not_be_read_keeps_its_number_and_area() -> None:
    without_plan = manual_of(placed("audit", "1.2"))
    edition = MANUAL.edition
    manual = type(MANUAL)(
        **{**{name: getattr(without_plan, name) for name in MANUAL.__slots__}, "edition": edition}
    )
    pages = with_problem_pages(composed(manual), manual, [problem("procedures/budget/plan.yml")])
    uris = [page.uri for page in pages]
    assert (
        uris.index("budget/index.md") + 1 == uris.index("budget/plan.md") == uris.index("budget/audit.md") - 1
    )
    assert next(page.title for page in pages if page.uri == "budget/plan.md").startswith("1.1 ")


def test_a_broken_procedure_of_the_editions_own_folder_is_replaced() -> None:
    own = "procedures/editions/sample/budget/plan.yml"
    pages = {page.uri: page for page in with_problem_pages(PAGES, MANUAL, [problem(own)])}
    assert pages["budget/plan.md"].source == own


def test_a_procedure_lost_by_a_broken_change_has_the_editions_problems() -> None:
    edition = MANUAL.edition.model_copy(update={"changes": {"plan": (), "audit": ()}})
    manual = replace(manual_of(placed("audit", "1.2")), edition=edition)
    mistake = problem("procedures/editions/sample.yml")
    pages = {page.uri: page for page in with_problem_pages(composed(manual), manual, [mistake])}
    assert written(pages["budget/plan.md"]).meta["status"] == "problem"
    assert "status" not in written(pages["budget/audit.md"]).meta


def test_a_mistake_elsewhere_is_on_the_page_of_all_problems() -> None:
    pages = with_problem_pages(PAGES, MANUAL, [problem("procedures/catalogue/roles.yml")])
    assert pages[:-1] == PAGES
    assert "procedures/catalogue/roles.yml:3:7" in seen_on(pages[-1])


def test_a_manual_that_cannot_be_read_has_a_home_page_that_says_so() -> None:
    page = unreadable_manual_page([problem("procedures/manual.yml")])
    assert page.uri == "index.md"
    assert "procedures/manual.yml:3:7" in seen_on(page)
