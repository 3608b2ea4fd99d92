"""Items of knowledge: read from Markdown with a head, and placed in the editions that they belong to."""

import pytest

from generator.assembly import Editions, concerning, load_manual, read_editions
from generator.model.knowledge_item import ItemKind
from generator.model.manual import Manual
from generator.model.placed_learning import PlacedKnowledge
from generator.overlay.fingerprints import fingerprint
from tests.support.changing import Project
from tests.support.offices import FILES, FIRST, SECOND

FOLDER = "docs/knowledge"
OWN = f"docs/editions/{SECOND}/knowledge"


REMOVING = """
    office: สำนักงานอุตรดิตถ์
    values:
      system: e-filing
    areas:
      - id: letters
        procedures: [correspondence, scanning]
      - id: committee
        procedures: [meetings]
    changes:
      correspondence:
        - remove: steps/scan
          base: {base}
"""
"""The second office removes a step."""


def item(head: str = "", body: str = "เนื้อหา", title: str = "เรื่อง") -> str:
    """The text of an item; `head` are further lines of its head."""
    return f"---\ntitle: {title}\nkind: lesson\n{head}---\n\n{body}\n"


def of_procedures(*addresses: str) -> str:
    return f"procedures: [{', '.join(addresses)}]\n"


def read(project: Project, files: dict[str, str | None]) -> Editions:
    return read_editions(project({**FILES, **files}))


def manual_of(editions: Editions, identifier: str) -> Manual:
    manual = editions.manual(identifier)
    assert manual is not None
    return manual


def told(editions: Editions) -> list[str]:
    """What is wrong with items of knowledge."""
    told_of = [each for each in editions.problems if each.location.file.startswith("docs/")]
    return [f"{problem.location} {problem.rule}" for problem in told_of]


def only(project: Project, text: str) -> PlacedKnowledge:
    """The one item of the smallest project with one item, which nothing is wrong with."""
    manual, problems = load_manual(project({f"{FOLDER}/learned.md": text}))
    assert problems == []
    assert manual is not None
    (placed,) = manual.knowledge
    return placed


def test_everything_that_an_item_says(project: Project) -> None:
    head = (
        "procedures:\n  - expenditure-analysis#analyse\n  - expenditure-analysis\n"
        "tags: [งบประมาณ, รายงาน]\ndate: 2566-03-01\ncontributor: planning-group\nreviewed: 15 มี.ค. 2566\n"
    )
    placed = only(project, item(head, "# หัวข้อ\n\n<b>ตัวหนา</b>\n\n---\n\nท้าย  \n"))
    assert (placed.id, placed.path, placed.edition) == ("learned", f"{FOLDER}/learned.md", "")
    assert placed.item.title == "เรื่อง"
    assert placed.item.kind is ItemKind.LESSON
    assert placed.places() == (("expenditure-analysis", "analyse"), ("expenditure-analysis", None))
    assert placed.item.tags == ("งบประมาณ", "รายงาน")
    assert placed.item.date is not None
    assert placed.item.reviewed is not None
    assert (placed.item.date.iso(), placed.item.reviewed.iso()) == ("2023-03-01", "2023-03-15")
    assert placed.item.contributor == "planning-group"
    assert placed.body == "# หัวข้อ\n\n<b>ตัวหนา</b>\n\n---\n\nท้าย  "


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + item().replace("\n", "\r\n"),
        item().replace("---\n", "---  \n"),
        item().replace("kind: lesson\n---", "kind: lesson\n..."),
        item()[:-1],
    ],
)
def test_what_windows_and_others_do_to_a_file_does_no_harm(project: Project, text: str) -> None:
    assert only(project, text).body == "เนื้อหา"


def test_an_item_belongs_where_one_of_its_procedures_is(project: Project) -> None:
    editions = read(
        project,
        {
            f"{FOLDER}/everywhere.md": item(title="ทุกที่"),
            f"{FOLDER}/budget.md": item(of_procedures("budget-request", "expenditure-analysis"), title="งบ"),
            f"{FOLDER}/both.md": item(
                of_procedures("budget-request", "correspondence#register"), title="สอง"
            ),
            f"{FOLDER}/retired.md": item(of_procedures("old-way"), title="เลิกใช้"),
            f"{OWN}/ours.md": item(of_procedures("scanning"), title="ของเรา"),
        },
    )
    assert told(editions) == []
    first, second = manual_of(editions, FIRST), manual_of(editions, SECOND)
    assert [(each.id, each.item.procedures) for each in first.knowledge] == [
        ("both", ("budget-request", "correspondence#register")),
        ("budget", ("budget-request", "expenditure-analysis")),
        ("everywhere", ()),
    ]
    assert [(each.id, each.item.procedures, each.edition) for each in second.knowledge] == [
        ("both", ("correspondence#register",), ""),
        ("everywhere", (), ""),
        ("ours", ("scanning",), SECOND),
    ]
    base = editions.base()
    assert base is not None
    assert [each.id for each in base.knowledge] == ["both", "budget", "everywhere"]


def test_a_step_that_an_edition_removed_becomes_its_procedure(project: Project) -> None:
    files: dict[str, str | None] = {
        "procedures/letters/correspondence.yml": """
            title: งานรับหนังสือ
            owner: planning-group
            steps:
              - id: register
                text: ลงทะเบียน
              - id: scan
                text: สแกน
        """,
        f"procedures/editions/{SECOND}.yml": REMOVING.format(
            base=fingerprint({"id": "scan", "text": "สแกน"})
        ),
        f"{FOLDER}/learned.md": item(
            of_procedures("correspondence#scan", "correspondence"), "[ดู](procedure:correspondence#scan)"
        ),
    }
    editions = read(project, files)
    assert told(editions) == [
        f"{FOLDER}/learned.md:4:29 step-removed",
        f"{FOLDER}/learned.md:7:31 step-removed",
    ]
    assert SECOND in editions.problems[0].message
    assert FIRST not in editions.problems[0].message
    placed = [manual_of(editions, each).knowledge[0] for each in (FIRST, SECOND)]
    assert [each.item.procedures for each in placed] == [
        ("correspondence#scan", "correspondence"),
        ("correspondence",),
    ]


def test_newest_come_first_and_those_without_a_date_last(project: Project) -> None:
    dates = {"a": "", "b": "date: 2566-01\n", "c": "date: 2567\n", "d": "date: 2566-01-01\n", "e": ""}
    editions = read(project, {f"{FOLDER}/{key}.md": item(date, title=key) for key, date in dates.items()})
    assert [each.id for each in manual_of(editions, FIRST).knowledge] == ["c", "b", "d", "a", "e"]


def test_values_fill_head_and_body_of_each_edition(project: Project) -> None:
    text = item("tags: ['${system}']\n", "ใช้ ${system} ที่ ${place}", "ลงใน ${system}")
    editions = read(project, {f"{FOLDER}/learned.md": text})
    assert told(editions) == []
    placed = [manual_of(editions, each).knowledge[0] for each in (FIRST, SECOND)]
    assert [(each.item.title, each.item.tags[0], each.body) for each in placed] == [
        ("ลงใน Smart Office", "Smart Office", "ใช้ Smart Office ที่ สำนักงาน"),
        ("ลงใน e-filing", "e-filing", "ใช้ e-filing ที่ สำนักงาน"),
    ]


def test_a_value_that_one_edition_lacks_leaves_the_item_out_there_only(project: Project) -> None:
    first = FILES[f"procedures/editions/{FIRST}.yml"]
    assert first is not None
    files: dict[str, str | None] = {
        f"procedures/editions/{FIRST}.yml": first.replace(
            "system: Smart Office", "system: Smart Office\n          only: x"
        ),
        f"{FOLDER}/learned.md": item(body="ใช้ ${only}"),
        f"{FOLDER}/budget.md": item(of_procedures("budget-request"), "ใช้ ${only}", "งบ"),
    }
    editions = read(project, files)
    assert told(editions) == [f"{FOLDER}/learned.md:6:5 unknown-value"]
    assert [each.id for each in manual_of(editions, FIRST).knowledge] == ["budget", "learned"]
    assert manual_of(editions, SECOND).knowledge == ()


def test_the_role_of_a_contributor_is_in_the_manual(project: Project) -> None:
    assert "deputy" not in manual_of(read(project, {}), FIRST).roles
    editions = read(project, {f"{FOLDER}/learned.md": item("contributor: deputy\n")})
    assert "deputy" in manual_of(editions, FIRST).roles


def test_what_is_wrong_with_an_editions_own_item_concerns_it_alone(project: Project) -> None:
    editions = read(project, {f"{OWN}/ours.md": item(of_procedures("budget-requests"))})
    assert told(editions) == [f"{OWN}/ours.md:4:14 unknown-procedure"]
    concerned = [each for each in editions.problems if each.location.file.startswith("docs/")]
    assert not set(concerned) & set(concerning(editions.problems, [FIRST]))
    assert set(concerned) <= set(concerning(editions.problems, [SECOND]))
    assert manual_of(editions, SECOND).knowledge == ()


def test_an_editions_own_item_may_name_what_only_it_has(project: Project) -> None:
    text = item(of_procedures("scanning"), "[ดู](procedure:meetings)")
    assert told(read(project, {f"{OWN}/ours.md": text})) == []
    both = read(project, {f"{FOLDER}/theirs.md": text.replace("เรื่อง", "เรื่องอื่น")})
    assert told(both) == [
        f"{FOLDER}/theirs.md:4:14 unknown-procedure",
        f"{FOLDER}/theirs.md:7:16 unknown-procedure",
    ]


def test_what_only_one_edition_has_may_be_named_by_its_own_items(project: Project) -> None:
    body = "[หน้า](../about/ours.md) ![รูป](pictures/chart.png) [ไฟล์](../%E0%B8%81.docx)"
    files: dict[str, str | None] = {
        f"docs/editions/{SECOND}/about/ours.md": "# เรา\n",
        f"{OWN}/pictures/chart.png": "x",
        "docs/ก.docx": "x",
    }
    assert told(read(project, {**files, f"{OWN}/ours.md": item(body=body)})) == []
    first_own = f"docs/editions/{FIRST}/knowledge/theirs.md"
    assert told(read(project, {first_own: item(body=body, title="เขา")})) == [
        f"{first_own}:6:8 unknown-document",
        f"{first_own}:6:33 unknown-document",
    ]
