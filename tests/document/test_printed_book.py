"""The printed manual as a tree: all that is official is in it, in the official order, and nothing else."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from generator.charts.charts import draw_charts
from generator.document.addresses import ROLES, Target, procedure_uri
from generator.document.authored import Authored
from generator.document.blocks import Block, Body, Fold, Heading, Listing, OffScreen, OnScreen, Widget
from generator.document.compose import open_book
from generator.document.printed import Chapter, ChapterKind, PrintedManual
from generator.document.printed_book import printed_manual
from generator.document.printed_places import PrintedPlaces, ids_of
from generator.document.tables import Steps
from generator.document.texts import plain_words
from generator.document.walking import figures, inlines, links, walk
from generator.indexes import Indexes
from generator.model.document_control import DocumentControl
from generator.model.manual import Manual
from generator.model.markup import plain_text
from generator.model.presentation import presented_field
from generator.model.printing import Printing
from generator.model.procedure import Procedure
from tests.document.manuals import STANDING, manual_of, placed, with_approvals
from tests.support.every_field import every_field_manual
from tests.support.showcase import SHOWCASE_DAY, showcase_manual

NOT_OFFICIAL = (
    *("knowledge-", "path-", "stop-", "sibling-", "left-out-area", "checkpoint", "site"),
    *("term-stop", "page-stop", "procedure-stop", "step-stop", "checkpoint-stop"),
    *("changed-", "added-", "term-synonyms", "source-"),
    *("role-source_note", "reference-source_note", "form-source_note"),
)
"""What people learned, how newcomers learn, other offices, how the text differs from the shared one, where it was taken
from, words for the search: they are no part of the manual that is signed."""


OFFICIAL_ORDER = (
    *(
        "objective",
        "scope",
        "definitions",
        "taking-part",
        "steps",
        "ends",
        "flowchart",
        "forms",
        "references",
    ),
    *("related", "indicators", "risks", "service", "document-control"),
)


def book_of(
    manual: Manual, authored: Authored | None = None, procedures: tuple[str, ...] | None = None
) -> PrintedManual:
    return printed_manual(open_book(Indexes(manual, SHOWCASE_DAY)), authored, procedures)


def blocks_of(book: PrintedManual) -> Iterator[Block]:
    for chapter in book.all_chapters():
        yield from walk(chapter.blocks)


def words_in(book: PrintedManual) -> str:
    cover = book.cover
    said = [cover.title, cover.year, cover.group, cover.office, cover.publisher] if cover else []
    said += [line for chapter in book.all_chapters() for line in (chapter.heading,)]
    said += [line for block in blocks_of(book) for line in inlines(block)]
    return "\n".join(map(plain_words, said))


def test_every_official_text_is_in_it() -> None:
    written: list[str] = []

    def say(name: str) -> str:
        written.append(name)
        return f"ข้อความ {name} จบ"

    book = book_of(every_field_manual(say))
    seen = words_in(book)
    lost = [
        name
        for name in dict.fromkeys(written)
        if not name.startswith((*NOT_OFFICIAL, "edition-short", "left-out"))
        and plain_text(f"ข้อความ {name} จบ") not in seen
    ]
    assert lost == []


def test_nothing_else_is_in_it() -> None:
    seen = words_in(book_of(every_field_manual(lambda name: f"ข้อความ {name} จบ")))
    assert [part for part in NOT_OFFICIAL if f"ข้อความ {part}" in seen] == []


def test_no_block_is_for_the_screen() -> None:
    for block in blocks_of(book_of(showcase_manual())):
        assert not isinstance(block, OnScreen | OffScreen | Fold | Widget), block


def test_the_day_changes_nothing() -> None:
    manual = showcase_manual()
    books = [printed_manual(open_book(Indexes(manual, day))) for day in (date(2000, 1, 1), date(2100, 1, 1))]
    assert books[0] == books[1]


def test_sections_stand_in_the_official_order_with_their_numbers() -> None:
    book = book_of(every_field_manual(lambda name: name))
    (chapter,) = (each for each in book.chapters if each.kind is ChapterKind.PROCEDURE)
    heads = [block for block in chapter.blocks if isinstance(block, Heading) and block.level == 2]
    found = [head.id for head in heads]
    assert found == [each for each in OFFICIAL_ORDER if each in found]
    assert {"objective", "scope", "definitions", "steps", "forms", "references", "document-control"} <= set(
        found
    )
    numbers = [plain_words(head.content).partition(". ")[0] for head in heads]
    assert numbers == [str(number) for number in range(1, len(heads) + 1)]


def test_steps_below_steps_are_rows_of_the_same_table() -> None:
    book = book_of(every_field_manual(lambda name: name))
    tables = [block for block in blocks_of(book) if isinstance(block, Steps)]
    assert len(tables) == 1
    numbers = [row.number for row in tables[0].rows]
    assert numbers[:3] == ["1", "1.1", "1.1.1"]
    assert all(len(row.cells) == len(tables[0].columns) for row in tables[0].rows)
    assert all(row.process is None and row.short is None and row.remark is None for row in tables[0].rows)


def test_charts_of_steps_below_steps_stand_behind_the_own_one() -> None:
    manual = showcase_manual()
    charts = draw_charts(manual)
    book = printed_manual(open_book(Indexes(manual, SHOWCASE_DAY), charts))
    shown = [(each.owner, each.key) for each in figures(tuple(blocks_of(book)))]
    assert shown[0] == ("spending-plan", "")
    assert len(shown) == len(set(shown))
    steps = {
        (each.id, step.chart_key)
        for each in manual.procedures()
        for step in each.walk_steps()
        if step.steps and (each.id, step.chart_key) in charts
    }
    assert steps <= set(shown)


def test_a_book_of_chosen_procedures_is_these_alone() -> None:
    book = book_of(showcase_manual(), procedures=("spending-plan",))
    assert [chapter.kind for chapter in book.all_chapters()] == [ChapterKind.PROCEDURE]
    assert book.cover is None
    assert not book.has_contents
    assert book.title.startswith("1.1 งานจัดทำแผนใช้จ่าย ")


def test_pages_written_by_hand_stand_before_the_work() -> None:
    printing = {"foreword": "about/foreword.md", "introduction": ["about/gone.md", "about/why.md"]}
    manual = manual_of(placed(), settings={"print": printing})
    authored = Authored(
        {
            "about/foreword.md": b"---\ntitle: x\n---\n# \xe0\xb8\x84\xe0\xb8\xb3 *\xe0\xb8\x99\xe0\xb8\xb3*\n\nabc\n",
            "about/why.md": "เหตุผล\n\n# ไม่ใช่ชื่อหน้า\n".encode(),
        }
    )
    book = book_of(manual, authored)
    assert [plain_words(each.heading) for each in book.front] == ["คำ นำ"]
    assert book.front[0].blocks == (Body("\nabc\n", "about/foreword.md"),)
    assert [plain_words(each.heading) for each in book.chapters[:3]] == [
        "ส่วนที่ 1 บทนำ",
        "บทนำ",
        "ขอบข่ายและภารกิจ",
    ]
    assert book.chapters[1].blocks == (Body("เหตุผล\n\n# ไม่ใช่ชื่อหน้า\n", "about/why.md"),)


def test_what_a_page_does_not_show_is_not_printed_either() -> None:
    manual = manual_of(placed(), settings={"print": {"foreword": "a.md"}})
    page = "<!-- แก้ในไฟล์นี้ -->\n# คำนำ {: .wide }\n\nก <!-- ข -->\n{: .lead }\n\n`<!-- ค -->`\n"
    [front] = book_of(manual, Authored({"a.md": page.encode()})).front
    assert plain_words(front.heading) == "คำนำ"
    assert front.blocks == (Body("\nก \n\n`<!-- ค -->`\n", "a.md"),)


def test_related_work_that_the_edition_lacks_is_not_named() -> None:
    here = placed("here", "1.2", steps=(), status="planned")
    lost = placed("alone", "1.3", related=["elsewhere"])
    seen = words_in(book_of(manual_of(placed(related=["here", "elsewhere"]), here, lost)))
    assert "1.2 งาน here\n" in seen
    assert "elsewhere" not in seen
    assert seen.count(presented_field(Procedure, "related").title) == 1


def test_who_signs_is_whom_document_control_names() -> None:
    control = {
        "code": "กนผ-1",
        "revision": "2",
        "prepared": {"role": "group"},
        "approved": {"role": "director", "date": "2566"},
    }
    one = placed("one", "1.1", document_control=control)
    manual = manual_of(one, placed("two", "1.2"))
    whole, chosen = book_of(manual), book_of(manual, procedures=("one",))
    for book, dates in ((whole, []), (chosen, ["พ.ศ. 2566"])):
        signing = {
            line.what: ([plain_words(role) for role in line.roles], [plain_words(day) for day in line.dates])
            for line in book.signing
        }
        assert signing == {"ผู้จัดทำ": (["กลุ่มแผน"], []), "ผู้ทบทวน": ([], []), "ผู้อนุมัติ": (["ผอ."], dates)}
    head = chosen.chapters[0].head
    assert (head.office, head.title) == ("สำนักงาน", "1.1 งาน one")
    assert (head.code, head.revision) == ("รหัสเอกสาร กนผ-1", "แก้ไขครั้งที่ 2")


def test_an_edition_names_a_signature_for_each_of_document_control() -> None:
    fields = {
        name for name, field in DocumentControl.model_fields.items() if "Signature" in str(field.annotation)
    }
    assert len(book_of(manual_of(placed())).signing) == len(fields)


@pytest.mark.parametrize("make", [showcase_manual, lambda: every_field_manual(lambda name: name)])
def test_links_to_other_pages_of_the_book_lead_into_it(make: Callable[[], Manual]) -> None:
    book = book_of(make())
    places = PrintedPlaces(book)
    targets = {
        link.target
        for block in blocks_of(book)
        for line in inlines(block)
        for link in links(line)
        if isinstance(link.target, Target)
    }
    uris = {chapter.uri for chapter in book.all_chapters()}
    assert targets
    for target in targets:
        is_inside = target.uri in uris or target.uri.startswith(("references/", "roles/"))
        assert (places.of(target) is not None) == is_inside, target
    named = [place for chapter in book.all_chapters() for place in named_in(places, chapter)]
    assert len(named) == len(set(named))
    assert {places.of(target) for target in targets} - {None} <= set(named)


def named_in(places: PrintedPlaces, chapter: Chapter) -> Iterator[str | None]:
    yield places.of_chapter(chapter)
    for identifier in ids_of(chapter):
        yield places.in_chapter(chapter, identifier)


def test_what_an_editor_says_of_the_book_is_told_in_the_model() -> None:
    assert set(Printing.model_fields) == {"emblem", "foreword", "introduction", "download"}


def test_where_approvals_are_recorded_what_waits_for_one_is_headed_as_a_draft() -> None:
    def heads(manual: Manual) -> dict[str, str]:
        chapters = book_of(manual).all_chapters()
        return {each.uri: each.head.revision for each in chapters if each.kind is ChapterKind.PROCEDURE}

    told = {"moved", "unbound", "never"}
    draft = "ร่าง รอการอนุมัติ"
    assert heads(with_approvals(*STANDING)) == {
        procedure_uri(each): draft if each.id in told else "" for each in STANDING if not each.is_retired
    }
    assert set(heads(manual_of(placed("never"))).values()) == {""}


def test_a_draft_is_told_behind_its_revision() -> None:
    control = {"code": "QP-01", "revision": "3"}
    waiting = with_approvals(placed("never", "1.2", document_control=control), *STANDING)
    (chapter,) = (each for each in book_of(waiting).all_chapters() if each.head.code)
    assert chapter.head.revision == "แก้ไขครั้งที่ 3 · ร่าง รอการอนุมัติ"


def test_the_index_of_roles_leads_to_the_work_in_which_steps_name_them() -> None:
    asked = {"text": "ร่างแผน", "role": "group", "consulted": "director", "informed": "director"}
    book = book_of(manual_of(placed("plan", "1.1", steps=[asked]), placed("other", "1.2")))
    [index] = [each for each in book.all_chapters() if each.uri == ROLES]
    told = [
        [plain_words(line.content) for line in entry.lines]
        for block in index.blocks
        if isinstance(block, Listing)
        for entry in block.items
        if "ผอ." in plain_words(entry.content)
    ]
    assert told == [["ให้ความเห็นใน 1.1", "ได้รับแจ้งหรือรายงานใน 1.1"]]
