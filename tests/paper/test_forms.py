"""Printed forms: whole, on A4 on its side, with connectors where the chart goes on on the next page."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter
from pypdf import PageObject, PdfReader

from generator.cli.common import TEXTS
from generator.document import Authored
from generator.indexes.indexes import Indexes
from generator.model import Manual, Procedure, Step, plain_text, presented_fields
from generator.model.schedule_grammar import AuthoredSchedule
from generator.paper import PRINTED_FORMS, PrintError, print_form
from tests.charts.manuals import manual_of
from tests.support.every_field import Say, every_field_manual
from tests.support.hostile import SHIFTS, hostile_by_turns
from tests.support.pdf_texts import texts_in
from tests.support.showcase import SHOWCASE_DAY, showcase_manual
from tests.writers.test_every_text import noted

OF_STEPS = ("outer-", "inner-", "deepest-", "decision-", "fork-", "branch-", "row-", "in-row-")
A4_ON_ITS_SIDE = (842, 595)


def printed(manual: Manual, form: str = "work-standard") -> bytes:
    """A form of all procedures of a manual."""
    return print_form(form, Indexes(manual, SHOWCASE_DAY), Authored())


def pages(pdf: bytes) -> list[str]:
    """What is read on each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def squeezed(text: str) -> str:
    """A text without white space and hyphens, which readers leave out where lines end, and without what is not seen."""
    return re.sub(r"[-\s\u200b-\u200d\u2060\ufffe\ufeff\x00-\x1f]", "", text)


def of_steps(count: int, **last: object) -> list[dict[str, Any]]:
    """Steps in a row, the last of them with more."""
    steps: list[dict[str, Any]] = [{"id": f"s{number}", "text": "ทำ"} for number in range(1, count + 1)]
    return [*steps[:-1], {**steps[-1], **last}]


def test_the_command_knows_each_form() -> None:
    assert set(TEXTS["print"]["forms"]) == set(PRINTED_FORMS)
    assert all(name in TEXTS["print"]["form"] for name in PRINTED_FORMS)
    fields = {field.key for model in (Procedure, Step) for field in presented_fields(model)}
    assert {form.filled_by for form in PRINTED_FORMS.values()} <= fields


def test_a_form_that_no_procedure_fills_is_refused() -> None:
    with pytest.raises(PrintError, match="service"):
        printed(manual_of(of_steps(1)), "public-manual")


def full_manual(say: Say = lambda name: name) -> Manual:
    """A manual whose procedures have what every form tells."""
    manual = every_field_manual(say)
    [area] = manual.areas
    due = TypeAdapter(AuthoredSchedule).validate_python("ภายใน 5 มกราคม")
    procedures = tuple(
        replace(each, procedure=each.procedure.model_copy(update={"schedule": (due,)}))
        for each in area.procedures
    )
    return replace(manual, areas=(replace(area, procedures=procedures),))


@pytest.mark.parametrize("form", PRINTED_FORMS)
def test_the_same_manual_gives_the_same_bytes(form: str) -> None:
    assert printed(full_manual(), form) == printed(full_manual(), form)


@pytest.mark.parametrize("form", PRINTED_FORMS)
def test_an_earlier_print_of_the_same_is_kept(form: str) -> None:
    indexes = Indexes(full_manual(), SHOWCASE_DAY)
    earlier = print_form(form, indexes, Authored())
    asked: list[str] = []
    assert print_form(form, indexes, Authored(), earlier=earlier, progress=asked.append) is earlier
    assert "setting" not in asked


TOLD = {
    "work-standard": OF_STEPS,
    "internal-control": ("risk-", "step-risk-"),
    "public-manual": ("applicant-", "channel-", "document-", "fee-", "complaint-"),
    "one-sheet": ("procedure-title", "procedure-objective", "outer-text", "deepest-text", "reference-title"),
    "calendar": ("procedure-title",),
    "wall-sheet": ("procedure-title", "outer-text", "decision-text", "branch-text", "edition-office"),
}
"""Of each form how the names of the texts begin that it tells."""


@pytest.mark.parametrize("form", PRINTED_FORMS)
@pytest.mark.parametrize("shift", SHIFTS)
def test_all_that_a_form_tells_can_be_read(form: str, shift: int, tmp_path: Path) -> None:
    written, say = noted(hostile_by_turns(shift))
    for reader, text in texts_in(printed(full_manual(say), form), tmp_path):
        read = squeezed(text)
        missing = [
            name
            for name, text in written.items()
            if name.startswith(TOLD[form]) and squeezed(plain_text(text)) not in read
        ]
        assert missing == [], reader


def test_a_wall_sheet_leads_to_where_the_procedure_is_published() -> None:
    manual = full_manual()
    edition = manual.edition.model_copy(update={"site": "https://manual.example/office"})
    [read] = pages(printed(replace(manual, edition=edition), "wall-sheet"))
    assert f"https://manual.example/office/s/{next(manual.procedures()).id}/" in squeezed(read)


def test_it_stands_on_a4_on_its_side() -> None:
    sheets = PdfReader(BytesIO(printed(manual_of(of_steps(40))))).pages
    assert len(sheets) > 2
    assert {(round(each.mediabox.width), round(each.mediabox.height)) for each in sheets} == {A4_ON_ITS_SIDE}


def letters_on(text: str) -> Sequence[str]:
    """The Latin letters on a page of Thai, in their order."""
    return sorted(re.findall(r"[A-Z]", text))


@pytest.mark.parametrize("number_of_steps", [12, 40])
def test_each_line_that_runs_on_has_a_connector_on_both_pages(number_of_steps: int) -> None:
    outcomes = [{"label": "ผ่าน"}, {"label": "ไม่ผ่าน", "go": "s1"}, {"label": "ข้าม", "go": "end"}]
    read = pages(printed(manual_of([*of_steps(number_of_steps, outcomes=outcomes), {"text": "ทำ"}])))
    lettered = [letters_on(text) for text in read]
    assert len(read) > 1
    for at in range(len(read) - 1):
        common = set(lettered[at]) & set(lettered[at + 1])
        assert len(common) >= 2, "the line down, and the return"
    every = [letter for each in lettered for letter in each]
    assert {every.count(letter) for letter in every} == {2}


def test_a_step_that_is_longer_than_a_page_is_printed_whole() -> None:
    words = [f"ตรวจเอกสารฉบับที่ {number} แล้ว" for number in range(100, 600)]
    outcomes = [{"label": "ผ่าน"}, {"label": "ไม่ผ่าน", "go": "s1"}]
    steps = [*of_steps(3, detail=" ".join(words), outcomes=outcomes), {"text": "จบ"}]
    read = pages(printed(manual_of(steps)))
    assert len(read) > 3
    assert re.findall(r"[1-5]\d\d", "".join(read)) == [str(number) for number in range(100, 600)]
    every = [letter for text in read for letter in letters_on(text)]
    assert {every.count(letter) for letter in every} == {2}


@pytest.mark.parametrize("form", ["one-sheet", "wall-sheet"])
def test_each_procedure_has_one_sheet(form: str) -> None:
    manual = manual_of(of_steps(4), of_steps(30), of_steps(12, steps=of_steps(9)))
    read = pages(printed(manual, form))
    assert len(read) == 3
    assert all(placed.number in text for placed, text in zip(manual.procedures(), read, strict=True))


def test_the_year_stands_on_one_sheet() -> None:
    manual = showcase_manual()
    assert len(pages(printed(manual, "calendar"))) == 1


def test_the_year_tells_a_step_apart_from_its_procedure() -> None:
    manual = manual_of(of_steps(2, schedule="ภายใน 5 มกราคม"))
    [placed] = manual.procedures()
    [read] = pages(printed(manual, "calendar"))
    assert f"ทำ·{placed.number}" in squeezed(read)


def test_the_public_is_not_told_who_stands_in_for_whom() -> None:
    manual = manual_of(of_steps(2))
    [area] = manual.areas
    [placed] = area.procedures
    served = Procedure.model_validate(
        {**placed.procedure.model_dump(exclude_unset=True), "service": {"fees": "none"}}
    )
    manual = replace(manual, areas=(replace(area, procedures=(replace(placed, procedure=served),)),))
    leaflet, desk = (
        squeezed("".join(pages(printed(manual, form)))) for form in ("public-manual", "one-sheet")
    )
    for told, is_marked in ((leaflet, False), (desk, True)):
        assert ("*คือเจ้าของงาน" in told) == is_marked
        assert ("·สำนักงานเขตพื้นที่การศึกษา*" in told) == is_marked


def test_the_last_step_of_a_table_stands_on_no_page_alone() -> None:
    for count in range(3, 14):
        sheets = pages(
            printed(manual_of([{"id": f"s{at}", "text": f"ทำสิ่งที่ {at} ก่อน"} for at in range(count)]))
        )
        told = [len(set(re.findall(r"ทำสิ่งที่(\d+)ก่อน", squeezed(each)))) for each in sheets]
        assert sum(told) == count
        assert told[-1] >= 2, told


def test_steps_below_a_step_are_numbered_as_in_the_manual() -> None:
    manual = manual_of(of_steps(3, steps=of_steps(2, steps=of_steps(2))))
    [placed] = manual.procedures()
    numbers = [step.number for step in placed.walk_steps()]
    assert "3.2.1" in numbers
    [read] = pages(printed(manual, "one-sheet"))
    assert re.findall(r"^([\d.]+)\. ทำ", read, re.MULTILINE) == numbers


def usual_size(page: PageObject) -> float:
    """How large most letters of a page are."""
    letters = Counter[float]()

    def take(text: str, _: object, matrix: Sequence[float], __: object, size: float) -> None:
        letters[round(size * abs(matrix[3]), 1)] += len(text)

    page.extract_text(visitor_text=take)
    return letters.most_common(1)[0][0]


def test_much_is_told_on_one_sheet_in_type_that_can_be_read() -> None:
    inner = [{"id": f"t{at}", "text": f"ตรวจเรื่องที่ {at} และส่งให้ผู้รับผิดชอบพิจารณาตามลำดับ"} for at in range(30)]
    steps: list[dict[str, Any]] = [
        {"id": "one", "text": "ตรวจ", "steps": inner},
        {"id": "two", "text": "สรุปผล"},
    ]
    [page] = PdfReader(BytesIO(printed(manual_of(steps), "one-sheet"))).pages
    told = squeezed(page.extract_text())
    assert all(squeezed(str(each["text"])) in told for each in inner)
    assert told.index("สิ้นสุด") < told.index("ตรวจเรื่องที่0"), "the words go on below the chart"
    assert usual_size(page) >= 11.5
