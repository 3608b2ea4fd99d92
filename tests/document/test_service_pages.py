"""What who comes for a service is told: on the procedure's page, and of all services on one page."""

from generator.document import documents_of, open_book
from generator.document.addresses import SERVICES
from generator.document.blocks import Heading
from generator.document.walking import inlines as lines_of
from generator.document.walking import links, walk
from generator.indexes.indexes import Indexes
from generator.model.manual import Manual
from generator.search.document_passages import document_passages
from tests.document.manuals import TODAY, manual_of, placed
from tests.support.services import FORMS, NONE_NEEDED, SERVICE
from tests.support.site_pages import build_pages, documents, finished, in_words

MANUAL = manual_of(
    placed("licence", "1.1", service=SERVICE),
    placed("permit", "1.2", service=NONE_NEEDED),
    placed("inner", "1.3"),
    placed("old", "1.4", service=SERVICE, status="retired"),
    forms=FORMS,
)
PAGE = "budget/licence.md"


def headings(manual: Manual, uri: str) -> list[str]:
    """The ids of the headings of a page, in order."""
    document = documents(open_book(Indexes(manual, TODAY)))[uri]
    return [block.id for block in walk(document.blocks) if isinstance(block, Heading)]


def test_what_a_citizen_asks_comes_before_what_the_office_needs() -> None:
    ids = headings(MANUAL, PAGE)
    assert ids[1:8] == [
        "service",
        "service-applicants",
        "service-channels",
        "service-documents",
        "service-fees",
        "service-total-time",
        "service-complaints",
    ]
    assert ids.index("steps") > 7


def test_everything_stated_is_told_in_order() -> None:
    page = in_words(MANUAL, PAGE, TODAY)
    told = [
        "นิติบุคคล",
        "เฉพาะกรณี&#58; มีหนังสือรับรอง",
        "สถานที่&#58; อาคาร 1",
        "เวลาให้บริการ&#58; จันทร์ถึงศุกร์",
        "| เอกสาร | ฉบับจริง | สำเนา | หน่วยงานที่ออก | เฉพาะกรณี | แบบฟอร์ม |",
        "| บัตรประชาชน | 1 | 2 | กรมการปกครอง |  |  |",
        "| รายการ | จำนวนเงิน |",
        "| ค่าใบอนุญาต | 2,000 บาทต่อปี |",
        "| ค่าตรวจ | 100 บาท |",
        "30 วัน",
        "- ตู้รับเรื่อง",
    ]
    assert [each for each in told if each not in page] == []
    places = [page.index(each) for each in told]
    assert places == sorted(places)


def test_only_whole_numbers_are_dialled_and_addresses_lead_out() -> None:
    document = documents(open_book(Indexes(MANUAL, TODAY)))[PAGE]
    found = [
        link.target
        for block in walk(document.blocks)
        for line in lines_of(block)
        for link in links(line)
        if isinstance(link.target, str)
    ]
    assert found == ["tel:021234567", "https://example.go.th/e", "tel:1567"]


def test_that_there_is_nothing_is_told_and_what_is_left_out_takes_no_room() -> None:
    page = in_words(MANUAL, "budget/permit.md", TODAY)
    assert "### เอกสารที่ต้องใช้\n\nไม่ต้องใช้เอกสาร\n\n### ค่าธรรมเนียม\n\nไม่มีค่าธรรมเนียม\n" in page
    assert headings(MANUAL, "budget/permit.md")[1:4] == ["service", "service-documents", "service-fees"]
    assert "service" not in " ".join(headings(MANUAL, "budget/inner.md"))


def test_an_unsafe_address_is_text() -> None:
    service = {"channels": [{"name": "ก", "url": "javascript:alert(1)"}]}
    manual = manual_of(placed("licence", service=service))
    page = next(page for page in build_pages(manual, {}, TODAY) if page.uri == PAGE)
    assert "javascript" in finished(page)
    assert "href" not in finished(page).partition("javascript")[0].rpartition("<li")[2]


def test_the_page_of_all_services() -> None:
    page = in_words(MANUAL, SERVICES, TODAY)
    rows = [line for line in page.split("\n") if line.startswith("| [")]
    assert len(rows) == 2
    assert "(budget/licence.md#service)" in rows[0]
    for told in ("30 วัน", "ค่าใบอนุญาต · 2,000 บาทต่อปี", "เคาน์เตอร์ · จันทร์ถึงศุกร์", "ออนไลน์"):
        assert told in rows[0]
    assert rows[1].endswith("| ไม่ได้ระบุ | ไม่มีค่าธรรมเนียม | ไม่ได้ระบุ |")


def test_a_manual_without_services_has_no_such_page() -> None:
    book = open_book(Indexes(manual_of(placed("inner")), TODAY))
    assert SERVICES not in {document.uri for document in documents_of(book)}


def test_a_form_that_applicants_fill_in_is_one_that_the_procedure_uses() -> None:
    assert "แบบคำขอรับใบอนุญาต" in in_words(MANUAL, "forms.md", TODAY)
    assert "forms" in headings(MANUAL, PAGE)


def test_the_search_finds_the_fees_of_a_licence() -> None:
    book = open_book(Indexes(MANUAL, TODAY))
    passages = document_passages(documents(book)[PAGE], book.addresses)
    fees = next(each for each in passages if each.anchor == "service-fees")
    assert "ค่าธรรมเนียม" in fees.title
    assert "2,000 บาทต่อปี" in fees.texts
