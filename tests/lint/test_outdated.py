"""Citations of what no longer holds, each told at its exact place; and the profile that a manual chooses."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.assembly import load_manual
from tests.support.projects import minimal_with, write_project

PROCEDURE = "procedures/budget/expenditure-analysis.yml"
EDITION = "procedures/editions/khonkaen5-2566.yml"
REFERENCES = "procedures/catalogue/references.yml"
LAW = """
    law:
      type: act
      title: กฎหมาย
      amended: 2566-06-01
"""


@pytest.fixture(autouse=True)
def judged_in_2569(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")


def told(root: Path, files: Mapping[str, str | None]) -> list[tuple[str, str]]:
    """The place and the message of everything that is found about references in a project."""
    _, problems = load_manual(write_project(root, minimal_with(files)))
    return [(str(each.location), each.message) for each in problems if each.rule.startswith("reference-")]


def procedure(*lines: str) -> str:
    """A procedure that cites the law in its step, in line 6 unless lines are put before."""
    return "\n".join(
        [
            "title: งาน",
            "owner: planning-group",
            *lines,
            "steps:",
            "  - text: ทำ",
            "    references: [law]",
            "",
        ]
    )


def edition(effective: str) -> str:
    """The edition, in use from a day."""
    return f"""
    office: สำนักงาน
    effective: {effective}
    areas:
      - id: budget
        procedures: [expenditure-analysis]
    """


def test_the_review_of_the_procedure_counts(tmp_path: Path) -> None:
    early = procedure("effective: 2560", "reviewed: 2565")
    assert told(tmp_path, {PROCEDURE: early, REFERENCES: LAW}) == [
        (
            f"{PROCEDURE}:7:18",
            "“กฎหมาย” แก้ไขเมื่อ 2566-06-01 หลังงานนี้ทบทวนล่าสุด (2565)",
        )
    ]


@pytest.mark.parametrize("reviewed", ["2566", "2566-06-01", "2567"])
def test_a_later_or_uncertain_review_is_enough(tmp_path: Path, reviewed: str) -> None:
    late = procedure("effective: 2560", f"reviewed: {reviewed}")
    assert told(tmp_path, {PROCEDURE: late, REFERENCES: LAW}) == []


def test_without_a_review_the_beginning_of_its_use_counts(tmp_path: Path) -> None:
    ((place, message),) = told(tmp_path, {PROCEDURE: procedure("effective: 2560"), REFERENCES: LAW})
    assert place == f"{PROCEDURE}:6:18"
    assert "เริ่มใช้ (2560)" in message


@pytest.mark.parametrize(("effective", "count"), [("2565", 1), ("2567", 0)])
def test_without_a_date_of_its_own_the_edition_counts(tmp_path: Path, effective: str, count: int) -> None:
    files = {PROCEDURE: procedure(), EDITION: edition(effective), REFERENCES: LAW}
    found = told(tmp_path, files)
    assert [place for place, _ in found] == [f"{PROCEDURE}:5:18"] * count


def test_one_citation_is_told_once_for_many_editions(tmp_path: Path) -> None:
    files = {
        PROCEDURE: procedure(),
        EDITION: edition("2567"),
        "procedures/editions/second.yml": edition("2564"),
        "procedures/editions/third.yml": edition("2565"),
        REFERENCES: LAW,
    }
    ((place, message),) = told(tmp_path, files)
    assert place == f"{PROCEDURE}:5:18"
    assert "(2564)" in message


def test_nothing_is_assumed_without_any_date(tmp_path: Path) -> None:
    assert told(tmp_path, {PROCEDURE: procedure(), REFERENCES: LAW}) == []


def test_an_expired_document_is_told_whatever_was_reviewed(tmp_path: Path) -> None:
    expired = LAW.replace("amended: 2566-06-01", "valid: {to: 2560}")
    files = {PROCEDURE: procedure("reviewed: 2568"), EDITION: edition("2567"), REFERENCES: expired}
    ((place, _),) = told(tmp_path, files)
    assert place == f"{PROCEDURE}:6:18"


def test_what_is_out_of_use_is_left_alone(tmp_path: Path) -> None:
    repealed = LAW.replace("amended: 2566-06-01", "status: repealed")
    assert told(tmp_path, {PROCEDURE: procedure("status: retired"), REFERENCES: repealed}) == []


def test_an_unknown_profile_is_told_with_a_suggestion(tmp_path: Path) -> None:
    manual = minimal_with({})["procedures/manual.yml"] + "profile: transparancy\n"
    _, problems = load_manual(write_project(tmp_path, minimal_with({"procedures/manual.yml": manual})))
    (problem,) = problems
    line = manual.rstrip("\n").count("\n") + 1
    assert (problem.rule, str(problem.location)) == (
        "unknown-choice",
        f"procedures/manual.yml:{line}:10",
    )
    assert "transparency" in problem.hint


def test_a_procedure_that_an_edition_changed_is_judged_by_that_edition(tmp_path: Path) -> None:
    changed = (
        edition("2564")
        + """
    changes:
      expenditure-analysis:
        - replace: title
          with: งานของเรา
    """
    )
    files = {PROCEDURE: procedure(), EDITION: changed, REFERENCES: LAW}
    assert [place for place, _ in told(tmp_path, files)] == [f"{PROCEDURE}:5:18"]
    unchanged = {**files, "procedures/editions/second.yml": edition("2565")}
    assert [place for place, _ in told(tmp_path, unchanged)] == [f"{PROCEDURE}:5:18"]


def test_a_review_that_an_edition_states_counts_for_it(tmp_path: Path) -> None:
    reviewed = (
        edition("2564")
        + """
    changes:
      expenditure-analysis:
        - add: reviewed
          with: 2567
    """
    )
    assert told(tmp_path, {PROCEDURE: procedure(), EDITION: reviewed, REFERENCES: LAW}) == []


def test_a_reference_cannot_be_called_like_the_page_that_lists_all(tmp_path: Path) -> None:
    listed = LAW.replace("law:", "index:")
    cited = procedure().replace("[law]", "[index]")
    files = minimal_with({PROCEDURE: cited, REFERENCES: listed})
    _, problems = load_manual(write_project(tmp_path, files))
    assert [(each.rule, str(each.location)) for each in problems] == [("reserved-name", f"{REFERENCES}:1:1")]
